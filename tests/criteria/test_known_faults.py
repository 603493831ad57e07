"""Faults that other programs had in scoring and ranking stay out: D1–D9, D12–D17.

Each test names one of the numbered faults that a study of such programs found,
and shows on the shipped schemes what comes instead. Those of reading stand beside.
"""

import csv
from fractions import Fraction
from itertools import permutations

import attrs
import pytest

from danvan_eval import load_catalogue, load_run, run, write_results
from danvan_eval.outcomes import Outcome
from danvan_eval.plugins import load_registry
from danvan_eval.points import shown
from danvan_eval.quotas import slots
from helpers.shipped import (
    LAM_DONG,
    SCHEMES,
    WARDS,
    YEARS,
    found,
    losing,
    nothing_known,
    pack,
    places,
    ranking,
    sheet,
    team,
    ward,
    why_not,
)

LAM_DONG_WARDS = f"{LAM_DONG}/khoa-phong"
REGULATION = """\
schema = 1
[regulation]
number = "01/QC-BV"
title.vi = "Quy chế thử"
issuer = "Bệnh viện Thử"
signed_on = 2024-01-15
fictitious = true
[[adopt]]
target = "kt-bvdk-2024/khoa-phong"
article = "Điều 1"
[adopt.numbers]
"grade.xuat-sac.from" = 95
"quota.xuat-sac-moi-khoi.rounding" = "ceiling"
"""
BASE = '"quota.xuat-sac-moi-khoi.base" = { grades = ["xuat-sac"] }\n'


def offices(*dossiers, made=None):
    return ranking(*dossiers, made=made).block("chuc-nang")


@pytest.fixture(scope="module")
def adopted(tmp_path_factory):
    """Return the pack of departments under a regulation of the hospital's own."""
    return under(REGULATION, tmp_path_factory.mktemp("quy-che"))


def under(regulation, folder):
    path = folder / "quy-che.toml"
    path.write_text(regulation, encoding="utf-8")
    registry = load_registry(entry_points=False)
    catalogue = load_catalogue(overlays=[path], examples=False, registry=registry)
    return catalogue.pack(WARDS, YEARS["kt-bvdk-2024"])


class TestTheMissing:
    def test_kinds_of_petitions_that_did_not_come_in_do_not_divide_the_mean(self):
        """D1. C07 (II.4): 9 of 10 complaints in time are worth 1/2, not 1/8."""
        none = ("denunciation", "proposal", "feedback")
        seen = {f"{kind}_{what}": 0 for kind in none for what in ("due", "on_time")}
        seen |= {"complaint_due": 10, "complaint_on_time": 9}

        assert found(WARDS, "C07", seen).share == Fraction(1, 2)

    def test_parts_without_figures_are_not_counted_as_nothing(self):
        """D1. Of four equal parts one is at 1/2 and three are unknown."""
        seen = {"complaint_due": 10, "complaint_on_time": 9}
        finding = found(WARDS, "C07", seen)

        assert (Outcome.UNKNOWN, None) == (finding.outcome, finding.share)
        # all others nothing: (1/2)/4; all others full: (1/2 + 3)/4
        assert (Fraction(1, 8), Fraction(7, 8)) == (finding.low, finding.high)

    def test_a_missing_figure_does_not_pull_a_total_down(self):
        """D2. Without its survey a team is not at 39 of 44; it may still be at 44."""
        made = sheet(team({"C12": {"attitude_rate": None}}))

        assert (None, None) == (made.total, made.grade)
        # the survey leaves open 5 of the 44 points
        assert (Fraction(3900, 44), 100) == (made.low, made.high)
        assert (("danvan/C12", "attitude_rate"),) == made.missing

    def test_every_printout_shows_the_one_total_of_the_sheet(self, tmp_path):
        """D2: no second formula. 4.4 of 44 points lost are 90 of 100."""
        made = pack(WARDS)
        whole = run("BV", [(made, [losing("4.4")])])
        write_results(tmp_path, whole, {WARDS: made})
        text = (tmp_path / "xep-hang-khoa-phong.csv").read_text("utf-8-sig")
        (row,) = csv.DictReader(text.splitlines(), delimiter=";")
        again = load_run((tmp_path / "ket-qua.json").read_text("utf-8"))

        assert 90 == whole.sheet("T01").total == again.sheet("T01").total
        assert "90" == row["Tổng điểm"]

    def test_a_form_with_nothing_in_it_has_neither_ninety_points_nor_a_grade(self):
        """D3."""
        made = sheet(nothing_known())

        assert (None, None) == (made.total, made.grade)
        assert (0, 100) == (made.low, made.high)
        assert pack(WARDS).scheme.grade_ids == made.grades

    def test_a_department_that_sent_nothing_is_not_the_last_one_with_no_points(self):
        """D4. Whoever did nothing has 0 points and a rank; the others have none."""
        block = offices(
            team(code="T1"),
            team(code="T2", best=NOTHING_DONE),
            nothing_known("T3", trait="ctxh", state="not_submitted"),
            nothing_known("T4", trait="ctxh", state="empty"),
        )

        assert {"T1": 1, "T2": 2} == places(block)
        assert {"T3": "not_submitted", "T4": "empty"} == why_not(block)

    def test_who_is_still_unknown_never_stands_before_the_first(self):
        """D9. A rank 0 there was for what is no number; there is a span instead."""
        block = offices(losing(1, "T1"), team({"C28": {"training_done": None}}, "T2"))
        (open_,) = block.not_ranked

        assert ({"T1": 1}, "incomplete") == (places(block), open_.why)
        # T2 has 42 to 44 of 44 points, T1 has 43
        assert (1, 2) == open_.possible

    def test_what_is_no_number_is_refused_and_not_ranked(self):
        """D8, D9. Binary floats are no evidence, least of all «not a number»."""
        for strange in (float("nan"), 0.3):
            block = offices(team({"C12": {"attitude_rate": strange}}))

            assert ({}, {"T01": "incomplete"}) == (places(block), why_not(block))

    def test_a_department_alone_in_its_block_is_the_first(self):
        """D9. One alternative was an error."""
        assert {"T01": 1} == places(offices(losing(3)))

    def test_an_item_without_a_score_is_unknown_and_one_not_concerned_leaves(self):
        """D12. A team is not asked about reception (C05); its C28 is missing."""
        made = sheet(team({"C28": {"training_done": None}}))
        outcomes = {one.criterion: one.finding.outcome for one in made.lines}

        assert Outcome.NOT_APPLICABLE is outcomes["danvan/C05"]
        assert Outcome.UNKNOWN is outcomes["danvan/C28"]
        # C28 is worth 2 of 44; nothing else is lost
        assert (Fraction(4200, 44), 100) == (made.low, made.high)

    def test_a_true_nothing_is_a_score(self):
        """D13. 0 was taken for «not scored yet»."""
        made = sheet(team(best=NOTHING_DONE))

        assert (True, 0, "yeu") == (made.complete, made.total, made.grade)


NOTHING_DONE = {
    "C01": {"studied_all": 0, "in_scope": 20},
    "C03": {
        "people_policy": 0,
        "people": 100,
        "sessions_held": 0,
        "sessions_planned": 4,
        "joint_held": 0,
        "joint_planned": 2,
    },
    "C12": {"attitude_rate": Fraction(0), "attitude_forms": 100, "substantiated": 4},
    "C14": {"recognised": 0, "replicated": 0},
    "C25": {"hcm_registered_people": 0, "hcm_done_people": 0, "headcount": 20},
    "C28": {"training_planned": 5, "training_done": 0},
    "C29": {"reminders": 0},
    "C30": {
        "items_required": 10,
        "items_posted": 0,
        "requests_due": 4,
        "requests_on_time": 0,
        "website_required": 4,
        "website_posted": 0,
    },
    "C32": {
        "people_reached": 0,
        "people_signed": 0,
        "headcount": 20,
        "substantiated": 4,
    },
    "C35": {
        "people_contributing": 0,
        "headcount": 20,
        "opinions_received": 4,
        "opinions_answered": 0,
    },
}


class TestNumbers:
    @pytest.mark.parametrize(
        ("lost", "total", "grade", "printed"),
        [
            # of 44: 4.4 lost are exactly 90
            ("4.4", "90", "xuat-sac", "90"),
            # 4.40176 lost are 100 − 10.004
            ("4.40176", "89.996", "tot", "89,99"),
            # 4.3978 lost are 100 − 9.995
            ("4.3978", "90.005", "xuat-sac", "90"),
        ],
    )
    def test_no_total_falls_between_two_grades_or_is_printed_above_its_own(
        self, lost, total, grade, printed
    ):
        """D3, D5. Thresholds of 89,99 left gaps; three ways of rounding differed."""
        made = sheet(losing(lost))

        assert (Fraction(total), grade) == (made.total, made.grade)
        assert printed == shown(made.total)

    def test_no_shipped_scheme_rounds_points_and_all_quotas_round_down(self):
        """D5."""
        rounds = {one.round for one in SCHEMES.values()}
        rounds |= {leaf.round for one in SCHEMES.values() for leaf in one.leaves}
        quotas = {q.rounding for one in SCHEMES.values() for q in one.quotas}

        assert ({None}, {"down"}) == (rounds, quotas)

    def test_a_tenth_and_two_tenths_lost_are_three_tenths_lost(self):
        """D8. C03: 2.5 of 5 points by 100 people; C17: 2 points by 10 tasks."""
        twice = ward({"C03": {"people_policy": 96}, "C17": {"tasks_on_time": 9}}, "K1")
        once = ward({"C03": {"people_policy": 88}}, "K2")
        block = ranking(twice, once).block("lam-sang")

        # 0.1 + 0.2 and 0.3 of 92
        assert {Fraction(9170, 92)} == {row.sheet.total for row in block.ranked}
        assert [(1, True), (1, True)] == [(one.rank, one.tied) for one in block.ranked]

    def test_no_total_is_cut_to_a_whole_number(self):
        """D13. 1 of 44 points lost."""
        assert Fraction(4300, 44) == sheet(losing(1)).total

    def test_no_total_can_be_handed_in(self):
        """D13. What stands beside the figures asked for changes nothing."""
        told = {"C12": {"total": 10, "share": Fraction(1), "attitude_rate": 0}}

        assert sheet(losing(5)).low == sheet(team(told)).low == Fraction(3900, 44)

    def test_whatever_is_above_its_limit_by_a_fraction_is_refused(self):
        """D14. 5.9 passed a limit of 5 once it was cut to a whole number."""
        above = found(WARDS, "C12", {"attitude_rate": Fraction("1.004")})
        broken = found(WARDS, "C05", {"held": Fraction("11.9"), "scheduled": 12})

        assert {Outcome.INVALID} == {above.outcome, broken.outcome}

    def test_more_than_was_planned_is_no_more_than_everything(self):
        """D16. 22 of 13 gave 169,23 %; C06 (II.2 ¶2) stops at 1."""
        seen = {"dialogues_held": 22, "dialogues_planned": 13}

        assert 1 == found(LAM_DONG_WARDS, "C06", seen).share

    def test_more_cases_than_there_are_is_a_fault(self):
        """D16. C06 of Kon Tum (II.4) counts cases: 22 of 13 cannot be."""
        finding = found(WARDS, "C06", {"held_at_place": 22, "cases_needing": 13})

        assert ["DV-E203"] == [one.code for one in finding.faults]

    def test_a_ratio_stays_the_fraction_it_is(self):
        """D16. 34 of 39 is 87,1795 %; nothing is rounded away."""
        seen = {"grievances_on_time": 34, "grievances_raised": 39}

        assert Fraction(34, 39) == found(WARDS, "C24", seen).share


class TestRanking:
    def test_the_first_is_never_put_behind_and_the_last_never_before(self):
        """D7. Ranks 3-1-2-2 became 2-3-4-1 once ties were taken apart.

        T2 loses 1 of 44, T3 and T4 lose 2, T1 loses 3; in whatever order they come.
        """
        lost = {"T1": 3, "T2": 1, "T3": 2, "T4": 2}
        for order in permutations(lost):
            block = offices(*[losing(lost[code], code) for code in order])

            assert {"T1": 4, "T2": 1, "T3": 2, "T4": 2} == places(block)

    def test_a_chain_of_tie_breaks_keeps_the_order_of_the_totals(self):
        """D7. K2 and K3 lose one point each; by C12 the second goes first.

        K1 loses 2 of 92, K2 1 of C12's 10 (80 % of 5), K3 1 of C01's 8 by C17 (2).
        """
        dossiers = [
            ward({"C17": {"tasks_on_time": 0}}, "K1"),
            ward({"C12": {"attitude_rate": Fraction(4, 5)}}, "K2"),
            ward({"C17": {"tasks_on_time": 5}}, "K3"),
        ]
        for order in permutations(dossiers):
            block = ranking(*order).block("lam-sang")

            assert {"K3": 1, "K2": 2, "K1": 3} == places(block)


NINE = [
    losing(lost, f"T{nth}")
    for nth, lost in enumerate(["0", "1", "2", "3", "4", "4.4", "5", "5", "5"])
]
"""Six at 90 points and above, three at 39 of 44, 88.63."""


class TestQuotas:
    def test_no_rounding_takes_a_quota_over_its_ceiling(self):
        """D6. 79 % of 6 is 4.74: four, since 5 of 6 are 83 %."""
        assert 4 == slots(Fraction("0.79"), 6, "down")
        for many in range(1, 12):
            codes = [f"T{nth:02}" for nth in range(many)]
            block = offices(*[losing(Fraction(n, 9), c) for n, c in enumerate(codes)])
            (quota,) = block.quotas

            assert len(quota.granted) * 5 <= many < (len(quota.granted) + 1) * 5

    def test_whoever_a_quota_turns_down_has_the_next_grade_and_nobody_is_lost(self):
        """D6. All nine are «xuất sắc» by points; 20 % of 9 is 1.8, one place."""
        block = offices(*[losing(Fraction(n, 9), f"T{n}") for n in range(9)])

        assert ["xuat-sac", *["tot"] * 8] == [row.proposed for row in block.ranked]

    def test_a_quota_is_rounded_as_a_regulation_says(self, adopted):
        """D17. 20 % of nine is 1.8: one as shipped, two where it is rounded up."""
        shipped, changed = (
            offices(*NINE, made=made).quotas[0] for made in (pack(WARDS), adopted)
        )

        assert {Fraction(9, 5)} == {shipped.exact, changed.exact}
        assert (1, 2) == (shipped.slots, changed.slots)

    def test_a_quota_is_of_those_whom_its_scheme_names(self):
        """D17. Of NINE six are «xuất sắc» by points: 20 % of six is 1.2."""
        (quota,) = pack(WARDS).scheme.quotas
        of_the_best = attrs.evolve(quota, base_grades=("xuat-sac",))
        (told,) = offices(*NINE, made=pack(WARDS, quotas=(of_the_best,))).quotas

        assert (6, Fraction(6, 5), 1) == (told.base, told.exact, told.slots)

    def test_a_quota_is_of_those_whom_a_regulation_names(self, tmp_path):
        """D17. The denominator of another hospital is another one."""
        made = under(REGULATION + BASE, tmp_path)

        assert ("xuat-sac",) == made.scheme.quotas[0].base_grades

    def test_a_threshold_stands_in_one_place(self, adopted):
        """D13. It was copied eight times. 3.3 of 44 lost are 92.5 points."""
        made, shipped = losing("3.3"), pack(WARDS)
        (row,) = offices(made, made=adopted).ranked

        assert "xuat-sac" == sheet(made, shipped).grade
        assert ("tot", "tot") == (row.sheet.grade, row.proposed)
