"""The traps in the two plans are kept out of what is scored: 1–3, 5–12.

Each test names the trap by its number and, where there is one, the place in the
plan. Traps of reading, ranking and dates stand beside.
"""

import datetime as dt
from fractions import Fraction

import pytest

from danvan_eval import Stage, Subject, score
from danvan_eval.errors import FaultError
from danvan_eval.evidence import Dossier, OneOf
from danvan_eval.outcomes import Outcome
from danvan_eval.periods import Period
from danvan_eval.points import as_percent
from danvan_eval.scheme import Drop
from danvan_eval.terms import Text
from helpers.shipped import (
    CATALOGUE,
    KON_TUM,
    LAM_DONG,
    PLANS,
    SCHEMES,
    WARDS,
    employee,
    found,
    losing,
    nothing_known,
    pack,
    ranking,
    sheet,
    ward,
)

LAM_DONG_WARDS = f"{LAM_DONG}/khoa-phong"
PENDING = OneOf((0, 1), "pending")
NO_PETITION = {
    f"{kind}_{what}": 0
    for kind in ("complaint", "denunciation", "proposal", "feedback")
    for what in ("due", "on_time")
}
WHAT = ("raised", "answered")


def counted(made):
    """Return the criteria on which *made* was scored."""
    return {
        one.criterion.removeprefix("danvan/")
        for one in made.lines
        if one.finding.outcome is not Outcome.NOT_APPLICABLE
    }


class TestOneHundredPercent:
    """Trap 2: «100%» of Lâm Đồng, II.1 ¶1–¶3."""

    @pytest.mark.parametrize(
        ("done", "of", "share"), [(999, 1000, 0), (1000, 1000, 1), (1, 1, 1)]
    )
    def test_all_but_one_are_not_all(self, done, of, share):
        seen = {"studied_all": done, "in_scope": of}

        assert share == found(LAM_DONG_WARDS, "C01", seen).share

    def test_all_but_one_are_not_printed_as_all(self):
        """19999 of 20000 are 99.995 %."""
        assert "99,99%" == as_percent(Fraction(19999, 20000))

    def test_a_department_without_anybody_in_scope_is_neither_at_nothing_nor_at_all(
        self,
    ):
        seen = {"studied_all": 0, "in_scope": 0}
        finding = found(LAM_DONG_WARDS, "C01", seen)

        assert (Outcome.NOT_APPLICABLE, None) == (finding.outcome, finding.share)
        assert "all_or_nothing.zero_not_applicable" == finding.reason

    def test_each_target_has_its_own_denominator(self):
        """Trap 1. Eight of ten are public employees: C01 is met, C02 is not.

        C02 (II.1 ¶2): 0.6 by the ten people, 0.2 and 0.2 by two documents.
        """
        of_employees = {"studied_all": 8, "in_scope": 8}
        of_all = {"people_did": 8, "people": 10}
        papers = {"deployment_minutes": True, "tasks_in_plan": True}

        assert 1 == found(LAM_DONG_WARDS, "C01", of_employees).share
        assert Fraction(2, 5) == found(LAM_DONG_WARDS, "C02", of_all | papers).share


class TestInTime:
    """Trap 3: «kịp thời» (II.4) has no number, «trước ngày 10 tháng 11» (III.1) has."""

    @pytest.mark.parametrize(
        ("sent", "share"),
        [
            # 10/11/2024 is a Sunday; «before» leaves 9/11 as the last good day
            (dt.date(2024, 11, 8), Fraction(1)),
            (dt.date(2024, 11, 9), Fraction(1)),
            # no working day late, and yet not before the 10th
            (dt.date(2024, 11, 10), Fraction(1, 2)),
            # five working days late: 11–15/11; the sixth is Monday the 18th
            (dt.date(2024, 11, 15), Fraction(1, 2)),
            (dt.date(2024, 11, 18), Fraction(1, 4)),
            # the tenth working day is the 22nd, the eleventh the 25th
            (dt.date(2024, 11, 22), Fraction(1, 4)),
            (dt.date(2024, 11, 25), Fraction(0)),
        ],
    )
    def test_the_day_named_by_before_is_late_and_weekends_are_not_counted(
        self, sent, share
    ):
        seen = {"report_sent_on": sent, "report_never_sent": False}
        seen["days_off"] = frozenset()

        assert share == found(WARDS, "C29", seen).share

    @pytest.mark.parametrize("plan", PLANS)
    def test_no_number_of_days_is_made_up_for_kip_thoi(self, plan):
        """The limit of a case is given with the case; no rule holds one."""
        rules = [
            part.rule
            for version in CATALOGUE.criteria["danvan/C07"].versions
            for part in version.parts
            if version.instrument == plan
        ]

        assert {"bands"} == {one.kind for one in rules}
        assert {name for one in rules for name in (one.part, one.whole)} == {
            f"{kind}_{what}"
            for kind in ("complaint", "denunciation", "proposal", "feedback")
            for what in ("due", "on_time")
        }


class TestSaidTwice:
    """Trap 5."""

    def test_an_obligation_said_again_is_scored_where_it_was_said_first(self):
        """II.7 repeats II.3 and II.8 repeats II.4."""
        by_id = {one.id: one for one in CATALOGUE.coverage[KON_TUM].obligations}
        again = {
            (one.locus, by_id[one.same_as].locus)
            for one in by_id.values()
            if one.status == "duplicate"
        }

        assert {("II.7", "II.3"), ("II.8", "II.4")} <= again
        assert all(
            by_id[one.same_as].criteria and not one.criteria
            for one in by_id.values()
            if one.status == "duplicate"
        )

    @pytest.mark.parametrize(
        ("criterion", "lost"), [("C12", Fraction(5, 4)), ("C32", Fraction(3, 4))]
    )
    def test_a_deed_costs_points_at_one_criterion_only(self, criterion, lost):
        """C12: 1/4 of a half of 10; C32: 1/4 of a half of 6; of 92."""
        made = sheet(ward({criterion: {"substantiated": 1}}))

        assert 100 * (92 - lost) / 92 == made.total

    def test_a_second_effect_of_the_same_deed_is_declared(self):
        """The cap on the grade counts C12's incident again, and says so."""
        for id_, scheme in SCHEMES.items():
            told = CATALOGUE.data[id_]["assumed"]
            assert all("chủ ý" in told[f"cap.{one.id}"] for one in scheme.caps)


class TestWhatNobodyHasSeen:
    """Trap 6."""

    @pytest.mark.parametrize(
        ("instrument", "parts"),
        [
            (LAM_DONG, {"so-va-ngay", "phan-iii"}),
            (KON_TUM, {"phu-luc"}),
            ("qd-454-2018", {"bang-diem"}),
        ],
    )
    def test_every_missing_part_is_named_and_nothing_of_it_is_scored(
        self, instrument, parts
    ):
        known = CATALOGUE.shelf.instruments[instrument]

        assert parts == {one.id for one in CATALOGUE.coverage[instrument].unknowns}
        assert len(parts) <= len(known.missing_parts)
        assert "seen-whole" != known.text_status

    def test_decision_454_gives_no_points(self):
        """Not a group, a criterion, a grade; and scoring by it is refused."""
        template = CATALOGUE.schemes["qd-454-2018/mau"]
        made = CATALOGUE.pack(template.id, Period.year(2024))
        hospital = Subject("hospital", "BV", block="benh-vien")

        assert ((), (), ()) == (template.groups, template.leaves, template.grades)
        with pytest.raises(FaultError, match="DV-R001"):
            score(made, Dossier(hospital, made.period, {}))
        assert not [
            version
            for criterion in CATALOGUE.criteria.values()
            for version in criterion.versions
            if version.instrument == "qd-454-2018"
        ]


def test_what_was_copied_from_elsewhere_is_not_asked_of_a_hospital():
    """Trap 7: the epidemic (II.1) and devolving to districts (II.5), with reasons."""
    told = {one.id: one for one in CATALOGUE.coverage[KON_TUM].obligations}

    for id_, locus in (("S1-15", "II.1"), ("S1-42", "II.5")):
        assert (locus, "not_applicable") == (told[id_].locus, told[id_].status)
        assert told[id_].why.vi
        assert () == told[id_].criteria


class TestWhatIsTheHospitals:
    """Trap 8."""

    @pytest.mark.parametrize("plan", PLANS)
    @pytest.mark.parametrize("trait", ["lam-sang", "can-lam-sang", "chuc-nang", "ctxh"])
    def test_no_department_is_scored_on_what_it_cannot_do(self, plan, trait):
        made = pack(f"{plan}/khoa-phong")
        subject = Subject("unit", "K1", traits={trait})
        asked = counted(score(made, Dossier(subject, made.period, {})))

        assert set() == asked & {"C04", "C11", "C33", "C34", "C36", "C37"}
        assert trait == "chuc-nang" or "C20" not in asked

    def test_figures_about_it_change_nothing_for_a_department(self):
        done = {"self_scored": True, "posted": False, "reviewed": False}
        told = {"C37": done, "C33": done, "C34": {"checks_planned": 4}}

        assert sheet(losing(1)).total == Fraction(4300, 44)
        assert 100 == sheet(ward(told)).total


class TestNoEvent:
    """Trap 9."""

    def test_a_ward_without_petitions_is_neither_rewarded_nor_punished(self):
        """C07 (8 of 92) leaves; 1 of C05's 4 lost is 1 of 84, not of 92."""
        missed_one = {"C05": {"held": 11}}

        assert 100 == sheet(ward({"C07": NO_PETITION})).total
        assert (
            Fraction(8300, 84) == sheet(ward({"C07": NO_PETITION} | missed_one)).total
        )
        assert Fraction(9100, 92) == sheet(ward(missed_one)).total

    def test_no_meeting_planned_where_one_is_due_is_no_way_out(self):
        """C24 of Lâm Đồng (II.2 ¶5): meetings weigh 0.2; none planned is nothing."""
        asked = {f"{who}_{what}": 4 for who in ("staff", "patients") for what in WHAT}
        meetings = {"meetings_scheduled": 0, "meetings_held": 0}

        assert Fraction(4, 5) == found(LAM_DONG_WARDS, "C24", asked | meetings).share

    def test_every_rule_says_what_no_event_means(self):
        kinds = {
            rule.on_zero
            for criterion in CATALOGUE.criteria.values()
            for version in criterion.versions
            for rule in (part.rule for part in version.parts)
            if hasattr(rule, "on_zero")
        }

        assert {"not_applicable", "zero", "error"} == kinds


class TestComplaints:
    """Trap 10."""

    def test_many_complaints_cost_nothing_where_they_are_settled_in_time(self):
        many = {"complaint_due": 500, "complaint_on_time": 500}

        assert 100 == sheet(ward({"C07": many})).total

    def test_what_is_still_verified_is_no_fault_and_keeps_the_grade_open(self):
        """C12 (II.3): none or one. One costs 1.25 of 92 and rules out «xuất sắc»."""
        made = sheet(ward({"C12": {"substantiated": PENDING}}))

        assert (None, ("xuat-sac", "tot")) == (made.total, made.grades)
        assert (Fraction(9075, 92), 100) == (made.low, made.high)

    def test_a_person_is_not_lowered_by_a_complaint_that_is_still_verified(self):
        """One of C12's incidents is half of 20 of 78 points, and «khá» at most."""
        made = sheet(employee({"C12": {"substantiated": PENDING}}))

        assert {"xuat-sac", "kha"} <= set(made.grades)
        assert (None, None) == (made.total, made.grade)
        assert (Fraction(6800, 78), 100) == (made.low, made.high)


class TestNotScoredYet:
    """Trap 11."""

    def test_what_a_person_has_not_told_is_not_no(self):
        """C02 (III.2): 5 of 78 points are open."""
        made = sheet(employee({"C02": {"present": None}}))

        assert (None, Fraction(7300, 78), 100) == (made.total, made.low, made.high)

    def test_who_is_not_rated_is_not_the_last(self):
        block = ranking(losing(5), nothing_known("T2", trait="ctxh")).block("chuc-nang")
        (open_,) = block.not_ranked

        assert ["T01"] == [row.sheet.subject.code for row in block.ranked]
        assert ("incomplete", (1, 2)) == (open_.why, open_.possible)


def test_a_cap_is_followed_by_a_drop_and_never_the_other_way_round():
    """Trap 12. One incident: 98.64 points, capped to «tốt», dropped to «khá».

    Dropped first it would be «tốt», and the cap would find nothing to do.
    """
    (cap,) = pack(WARDS).scheme.caps
    drop = Drop("ha-bac", cap.when, Text("Hạ một mức.", "One lower."), 1)
    made = pack(WARDS, drops=(drop,))
    dossier = ward({"C12": {"substantiated": 1}})

    assert ("tot", "kha") == (sheet(dossier).grade, sheet(dossier, made).grade)


def test_a_cap_says_why_it_holds():
    """Trap 12: which sanction came, in which order and why, is on the sheet."""
    made = sheet(employee({"C12": {"substantiated": 1}}))
    stages = [one.stage for one in made.steps]
    (step,) = [one for one in made.steps if one.stage is Stage.CAP]

    assert stages.index(Stage.BAND) < stages.index(Stage.CAP)
    assert ("co-vu-viec", ("kha",)) == (step.about, step.grades)
    assert dict(step.facts)["reason"].startswith("Có vụ việc về thái độ")
