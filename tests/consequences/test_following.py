"""What may follow from the year of the example hospitals, all of it together."""

import random
from fractions import Fraction
from functools import cache
from pathlib import Path

import attrs
import pytest

from danvan_eval.classifying import dan_van_results, installed
from danvan_eval.consequences.pay import Achievement
from danvan_eval.consequences.proposal import Standing
from danvan_eval.consequences.reach import INTERNAL, SIX_USES, USES
from danvan_eval.consequences.severity import with_forms
from danvan_eval.consequences.telling import tell_consequences
from danvan_eval.decisions.hospital import classify
from danvan_eval.decisions.levels import Level
from danvan_eval.following import Following, proposed
from danvan_eval.following_sheets import democracy, sheet_facts
from danvan_eval.loading.laws import load_laws
from danvan_eval.runs import run
from danvan_eval.workspace import read_workspace
from danvan_eval.workspace.following.reading import read_following
from danvan_eval.workspace.yearly.reading import read_year
from helpers.paying import penalty
from helpers.titles import career, disciplined

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = {
    2024: "benh-vien-mau",
    2025: "benh-vien-nhi-mau",
    2026: "benh-vien-nhi-mau-2026",
}


@cache
def following(year):
    """Return what works out the consequences of an example hospital."""
    workspace = read_workspace(EXAMPLES / FOLDERS[year])
    packs = [(workspace.pack(kind), kind) for kind in workspace.schemes]
    work = [
        (pack, workspace.dossiers(kind))
        for pack, kind in packs
        if not pack.scheme.template
    ]
    scored = run(workspace.hospital, work, ())
    regimes, laws = installed(), load_laws()
    told = read_year(workspace, regimes, dan_van_results(scored.sheets)).year
    return Following(
        laws,
        workspace,
        told,
        classify(regimes, told),
        {one.subject.code: one for one in scored.sheets},
        scored.rankings,
        read_following(workspace, told, laws),
    )


@cache
def followed(year):
    return following(year).followed()


def standings(found):
    """Return every proposal of every line by code, id and place, with its standing."""
    return {
        (one.subject.code, line.use, nth): (each.id, each.standing)
        for one in found.dossiers
        for line in one.lines
        for nth, each in enumerate(line.proposals)
    }


def referrals(found):
    return {
        one.subject.code: one.line("discipline").referrals for one in found.dossiers
    }


def again(year, **changed):
    """Return what follows when some of the facts read are others."""
    base = following(year)
    return attrs.evolve(base, read=attrs.evolve(base.read, **changed)).followed()


def share_seen(found):
    """Return what was seen of the share of Advanced Workers in a collective."""
    shares = [one for one in found.conditions if "70%" in one.required.vi]
    assert 1 == len(shares)
    return shares[0].seen.vi


def labels(line):
    return [one.label.vi for one in line.proposals]


class TestTheSixUsesOfTheExamples:
    def test_one_employee_of_2025_has_all_six_uses(self):
        found = followed(2025).of("NV0239")
        assert {SIX_USES["whole"]} == {one.reach for one in found.lines}
        assert list(USES) == [one.use for one in found.lines]
        assert Level.HTT is found.line("quality").quality.verdict.level
        assert ["bổ nhiệm trưởng khoa"] == labels(found.line("appointment"))
        assert [Standing.PROPOSED, Standing.NOT_MET] == [
            one.standing for one in found.line("salary").proposals
        ]
        assert "Lao động tiên tiến" in labels(found.line("emulation"))
        assert {"Giấy khen", "Điển hình trong công tác dân vận"} <= set(
            labels(found.line("commendation"))
        )
        assert (True, ()) == (
            found.line("discipline").given,
            found.line("discipline").referrals,
        )

    def test_grounds_stand_under_five_uses_and_never_under_discipline(self):
        found = followed(2025).of("NV0239")
        given = {one.use: bool(one.grounds) for one in found.lines}
        assert {use: use != "discipline" for use in USES} == given

    @pytest.mark.parametrize("year", FOLDERS)
    def test_nothing_of_dan_van_stands_under_discipline(self, year):
        found = {one.line("discipline").grounds for one in followed(year).dossiers}
        assert {()} == found

    @pytest.mark.parametrize("code", ["K01", "BVM", "NV0023"])
    def test_kon_tum_says_nothing_of_departments_and_contract_workers(self, code):
        found = followed(2024).of(code)
        assert {INTERNAL} == {one.basis() for one in found.lines}

    def test_an_employee_of_kon_tum_is_reached_by_one_use(self):
        found = followed(2024).of("NV0001")
        assert ["discipline"] == [one.use for one in found.lines if one.reach]

    @pytest.mark.parametrize("year", FOLDERS)
    def test_everybody_has_six_uses(self, year):
        everybody = followed(year).dossiers
        units, people = following(year).year.units, following(year).year.people
        assert len(units) + 1 + len(people) == len(everybody)
        assert {6} == {len(one.lines) for one in everybody}


class TestAScore:
    @pytest.mark.parametrize("year", FOLDERS)
    def test_leads_to_no_referral(self, year):
        base = following(year)
        nothing = {
            code: attrs.evolve(
                one,
                lines=tuple(
                    attrs.evolve(line, low=Fraction(0), high=Fraction(0))
                    for line in one.lines
                ),
            )
            for code, one in base.sheets.items()
        }
        assert referrals(followed(year)) == referrals(
            attrs.evolve(base, sheets=nothing).followed()
        )
        assert referrals(followed(year)) == referrals(
            attrs.evolve(base, sheets={}, rankings=()).followed()
        )

    def test_without_sheets_no_title_changes(self):
        bare = attrs.evolve(following(2025), sheets={}, rankings=()).followed()
        kept = [one.line("emulation").proposals for one in followed(2025).dossiers]
        assert kept == [one.line("emulation").proposals for one in bare.dossiers]

    def test_is_told_in_decimals_and_percent(self):
        base = following(2024)
        units = [one.subject for one in base.year.units]
        told = {
            (one.code, one.criterion): one.says.vi
            for one in democracy(units, base.sheets)
        }
        assumed = {
            one.assumed.vi for one in sheet_facts(units, base.sheets, base.rankings)
        }
        assert "1,8/2" == told["K01", "danvan/C35"]
        assert "2,5…5/5" == told["P06", "danvan/C03"]
        assert {"100% điểm tối đa dựa trên giả định"} == assumed


class TestHolds:
    @pytest.mark.parametrize("year", [2024, 2025])
    def test_change_no_standing(self, year):
        read = following(year).read
        people = {
            code: attrs.evolve(one, pending=None)
            for code, one in read.titles.people.items()
        }
        units = {
            code: attrs.evolve(one, pending=None)
            for code, one in read.titles.units.items()
        }
        held = again(year, titles=attrs.evolve(read.titles, people=people, units=units))
        assert standings(followed(year)) == standings(held)
        assert [] == [
            one
            for each in held.dossiers
            for one in proposed(each)
            if one.ready and one.use in ("title", "commendation", "track")
        ]

    def test_of_a_title_hold_the_tracks_as_well(self):
        tracks = [
            one
            for one in followed(2025).of("K03").line("commendation").proposals
            if one.use == "track"
        ]
        assert {"thanh tra, kiểm tra TT-2025-01"} == {
            hold.says.vi for one in tracks for hold in one.holds
        }
        assert Standing.PROPOSED in {one.standing for one in tracks}


class TestOrder:
    @pytest.mark.parametrize("year", [2025, 2026])
    def test_of_people_and_rows_changes_nothing(self, year):
        base = following(year)
        shuffled = random.Random(3)  # noqa: S311

        def mixed(listed):
            return tuple(shuffled.sample(list(listed), len(listed)))

        told = attrs.evolve(
            base.year, people=mixed(base.year.people), units=mixed(base.year.units)
        )
        read = attrs.evolve(base.read, candidacies=mixed(base.read.candidacies))
        other = attrs.evolve(
            base,
            year=told,
            read=attrs.evolve(
                read, pay=dict(mixed(base.read.pay.items())), models=mixed(read.models)
            ),
        ).followed()
        assert followed(year).dossiers == other.dossiers
        assert followed(year).early == other.early


class TestAchievements:
    def test_one_more_never_lowers_a_proposal(self):
        read, order = following(2024).read, tuple(Standing)
        merit = Achievement(
            "Huân chương Lao động",
            "9/QĐ-CTN",
            following(2024).workspace.period.start,
        )
        more = {
            code: attrs.evolve(one, achievements=(*one.achievements, merit))
            if one.achievements is not None
            else one
            for code, one in read.pay.items()
        }
        before, after = followed(2024), again(2024, pay=more)
        for one in before.dossiers:
            was = {each.id: each.standing for each in one.line("salary").proposals}
            now = after.of(one.subject.code).line("salary").proposals
            found = {each.id: each.standing for each in now}
            assert set() == set(was) - set(found)
            lost = [
                id_
                for id_, standing in was.items()
                if standing is Standing.PROPOSED
                and order.index(found[id_]) > order.index(standing)
            ]
            assert [] == lost

    def test_an_early_step_stands_in_the_dossier_with_its_place(self):
        found = followed(2024).of("NV0126").line("salary").proposals[1]
        places = [one.says.vi for one in found.flags if one.id == "PLACE"]
        assert ("early_step", Standing.PROPOSED) == (found.id, found.standing)
        assert ["có trong số suất của năm"] == places

    def test_early_steps_are_one_for_each_full_ten(self):
        early = followed(2024).early
        assert (912, 91, 2) == (early.payroll, early.slots, early.remainder)


class TestWhoIsNotKnown:
    def test_somebody_without_a_level_has_open_proposals_and_is_not_lost(self):
        found = followed(2024).of("NV0907")
        titles = found.line("emulation").proposals
        assert Standing.NOT_ENOUGH_DATA is titles[0].standing
        assert 4 == len(titles)

    def test_whom_the_list_may_place_there_is_a_member(self):
        base = following(2024)
        own = [one for one in base.year.people if one.subject.unit == "P06"]
        found = followed(2024).of("P06").line("emulation").proposals[0]
        assert Standing.NOT_ENOUGH_DATA is found.standing
        assert f"/{len(own) + 1}" in share_seen(found)

    def test_the_members_of_the_hospital_are_everybody_once(self):
        found = followed(2024).of("BVM").line("emulation").proposals[0]
        assert f"/{len(following(2024).year.people)}" in share_seen(found)

    def test_a_unit_without_a_level_has_open_proposals(self):
        base = following(2025)
        empty = tuple(
            attrs.evolve(one, verdict=attrs.evolve(one.verdict, possible=tuple(Level)))
            for one in base.found.units
        )
        other = attrs.evolve(base, found=attrs.evolve(base.found, units=empty))
        found = other.followed().of("K01").line("emulation").proposals
        assert ["ttldtt", "ttldxs"] == [one.id for one in found]
        assert Standing.PROPOSED not in {one.standing for one in found}


class TestWhatIsBrought:
    def test_a_department_has_neither_step_nor_post(self):
        found = followed(2025).of("K01")
        for use in ("appointment", "salary"):
            assert (True, ()) == (found.line(use).given, found.line(use).proposals)

    def test_a_contract_worker_has_no_regular_step(self):
        found = followed(2024).of("NV0023").line("salary").proposals
        assert [Standing.NOT_CONSIDERED] == [one.standing for one in found]

    def test_who_is_no_candidate_has_nothing_to_propose(self):
        line = followed(2025).of("NV0001").line("appointment")
        assert (True, ()) == (line.given, line.proposals)

    def test_without_a_table_of_candidates_nothing_was_brought(self):
        found = again(2025, candidacies=()).of("NV0001")
        assert not found.line("appointment").given

    def test_certificates_of_the_unit_come_by_an_adopted_article_alone(self):
        settings = attrs.evolve(following(2025).read.settings, adopted={})
        found = again(2025, settings=settings).of("NV0001")
        assert "giay-khen" in {one.id for one in proposed(followed(2025).of("NV0001"))}
        assert "giay-khen" not in {
            one.id for one in found.line("commendation").proposals
        }

    def test_a_plan_out_of_force_reaches_nobody(self):
        base = following(2025)
        period = following(2026).workspace.period
        workspace = attrs.evolve(base.workspace, period=period)
        found = attrs.evolve(base, workspace=workspace).followed().of("NV0001")
        assert ("", {None}) == (found.plan, {one.reach for one in found.lines})

    def test_an_unknown_code_has_no_dossier(self):
        with pytest.raises(KeyError):
            followed(2025).of("NV9999")

    @pytest.mark.parametrize("year", FOLDERS)
    def test_no_machine_name_reaches_a_reader(self, year):
        laws = load_laws()
        for one in followed(year).dossiers[::37]:
            told = tell_consequences(one, laws)
            for word in ("adopted.", "members.", "reading.", "not_met", "theo ,"):
                assert word not in told


class TestForms:
    @pytest.mark.parametrize(
        ("form", "expected"),
        [("reprimand", False), ("warning", True), ("removal", True), (None, True)],
    )
    def test_a_discipline_is_as_severe_as_its_form(self, form, expected):
        one = career(disciplines=(disciplined(severe=True),))
        decided = attrs.evolve(penalty("warning", "01/03/2025", act="V1"), form=form)
        found = with_forms(one, (decided,)).disciplines
        assert [expected] == [each.severe for each in found]

    def test_a_form_of_the_other_side_says_nothing(self):
        one = career(disciplines=(disciplined(severe=None),))
        party = penalty("warning", "01/03/2025", act="V1", side="party")
        assert one == with_forms(one, (party,))
        assert one == with_forms(one, None)
