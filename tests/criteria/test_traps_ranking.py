"""The traps of quotas, opinions, heads and dates are kept out: 13–18."""

import datetime as dt
from fractions import Fraction

import pytest

from danvan_eval import Dossier, OneOf, Period, Subject, Waiver, rank, run, score
from danvan_eval.errors import FaultError
from danvan_eval.outcomes import Outcome
from helpers.shipped import (
    CATALOGUE,
    KON_TUM,
    LAM_DONG,
    PEOPLE,
    SCHEMES,
    WARDS,
    employee,
    head,
    losing,
    nothing_known,
    pack,
    ranking,
    sheet,
    team,
    ward,
)

NOTHING = {"studied_all": 0}


def offices(*dossiers):
    return ranking(*dossiers).block("chuc-nang")


def quota(*dossiers):
    (one,) = offices(*dossiers).quotas
    return one


class TestSmallBlocks:
    """Trap 13: 20 % of those rated in the block, rounded down."""

    @pytest.mark.parametrize(
        ("many", "slots"), [(1, 0), (3, 0), (4, 0), (5, 1), (9, 1), (10, 2)]
    )
    def test_no_small_block_gets_a_place_it_does_not_come_to(self, many, slots):
        """They lose 0, 0.1, 0.2, … of 44: all of them above 90 points."""
        told = quota(*[losing(Fraction(n, 10), f"T{n:02}") for n in range(many)])

        assert (many, slots) == (told.base, told.slots)
        assert slots == len(told.granted)
        assert many - slots == len(told.refused)

    def test_whoever_is_not_rated_is_not_in_the_base(self):
        """Five, of whom one is incomplete and one sent nothing: 20 % of three."""
        told = quota(
            *[losing(n, f"T{n}") for n in range(3)],
            team({"C28": {"training_done": None}}, "T4"),
            nothing_known("T5", trait="ctxh", state="not_submitted"),
        )

        assert (3, 0, ("T4",)) == (told.base, told.slots, told.waiting)

    def test_equals_across_the_line_are_left_to_the_council(self):
        """Five for one place: the first two are equal by points and by the chain.

        By name T0 comes before T1; that decides nothing.
        """
        block = offices(
            *[losing(lost, f"T{n}") for n, lost in enumerate([0, 0, 1, 1, 2])]
        )
        (told,) = block.quotas

        assert (("T0", "T1"), 1, ()) == (told.contested, told.left, told.granted)
        assert ("danvan/C12", "tiep-dan") == told.chain
        assert [None, None, "tot", "tot", "tot"] == [
            one.proposed for one in block.ranked
        ]

    def test_the_chain_is_tried_before_the_council_is_asked(self):
        """K1 loses its point by C12, K2 by C17: one point each, and C12 goes first."""
        others = [ward({"C05": {"held": 8}}, f"K{n}") for n in (3, 4, 5)]
        by_c12 = ward({"C12": {"attitude_rate": Fraction(4, 5)}}, "K1")
        by_c17 = ward({"C17": {"tasks_on_time": 5}}, "K2")
        (told,) = ranking(by_c12, by_c17, *others).block("lam-sang").quotas

        assert (("K2",), ()) == (told.granted, told.contested)


class TestNobodyIsMeasuredByOthers:
    """Trap 14."""

    def test_a_better_department_changes_nobody_elses_score(self):
        alone = offices(losing(3, "T1"))
        beside = offices(losing(3, "T1"), losing(0, "T2"))
        sheets = {row.sheet.subject.code: row.sheet for row in beside.ranked}

        assert alone.ranked[0].sheet == sheets["T1"]

    def test_whoever_meets_the_target_has_all_of_its_points(self):
        """C01: 8 of 92 points at 100 %, whatever the best department has."""
        assert 8 == sheet(ward()).line("danvan/C01").points
        assert 0 == sheet(ward({"C01": NOTHING})).line("danvan/C01").points


class TestOpinions:
    """Trap 15."""

    def test_two_opinions_of_one_figure_are_a_dispute_and_neither_wins(self):
        """C05: 11 or 12 of 12 held, 3 or 4 points; 91 or 92 of 92."""
        either = OneOf((11, 12), "disputed")
        made = sheet(ward({"C05": {"held": either}}))

        assert (Outcome.DISPUTED, None) == (made.outcome, made.total)
        assert (Fraction(9100, 92), 100) == (made.low, made.high)

    def test_an_exception_is_a_second_number_with_a_reason_and_a_name(self):
        """C05 at 3 of 4; the director grants the fourth."""
        granted = Waiver(Fraction(1), "Nhà tiếp dân sửa chữa", "giám đốc", DAY)
        missed = {"C05": {"held": 11}}
        made = sheet(ward(missed, waivers={"danvan/C05": granted}))

        assert (Fraction(9100, 92), 100) == (made.total, made.with_waivers)
        with pytest.raises(ValueError, match="reason"):
            Waiver(Fraction(1), "", "giám đốc", DAY)


DAY = dt.date(2024, 12, 31)


class TestPeopleDecide:
    """Trap 16."""

    @pytest.mark.parametrize("id_", SCHEMES)
    def test_every_scheme_calls_its_result_an_internal_score(self, id_):
        assert "chấm điểm nội bộ" == SCHEMES[id_].label.vi

    def test_who_is_not_eligible_is_scored_all_the_same_and_told_why(self):
        """179 days: points, but neither rank nor grade, and no consequence named."""
        served = {"service_days": 179, "worked_percent": Fraction(1), "absent_days": 0}
        made = sheet(employee(served=served))
        (step,) = [one for one in made.steps if one.about == "duoi-180-ngay"]

        assert ("not_eligible", 100) == (made.eligibility, made.total)
        assert made.grade is None
        assert "180 ngày" in dict(step.facts)["reason"]


class TestHeads:
    """Trap 17."""

    def test_no_head_is_scored_before_the_department(self):
        with pytest.raises(FaultError, match="DV-R013"):
            sheet(head())

    def test_no_head_stands_above_the_department(self):
        """C01 and C05 at nothing: 80 of 92 points, 86.96, «tốt»."""
        unit = sheet(ward({"C01": NOTHING, "C05": {"held": 8}}))
        made = sheet(head(), unit=unit)

        assert ("tot", "tot", 100) == (unit.grade, made.grade, made.total)

    def test_a_head_of_a_department_still_open_is_open_too(self):
        unit = sheet(ward({"C12": {"substantiated": OneOf((0, 1), "pending")}}))

        assert ("xuat-sac", "tot") == sheet(head(), unit=unit).grades

    def test_departments_go_before_people_in_a_run(self):
        unit = ward({"C01": NOTHING, "C05": {"held": 8}})
        whole = run("BV", [(pack(WARDS), [unit]), (pack(PEOPLE), [head()])])

        assert "tot" == whole.sheet("N00").grade

    def test_nobody_the_head_leads_moves_the_heads_grade(self):
        """Heads go before staff; what a subordinate did is for people to weigh."""
        nothing = {
            "C01": {"documents": frozenset()},
            "C02": {"present": False},
            "C12": {"substantiated": 2},
            "C32": {"reached": False, "signed": False, "substantiated": 2},
        }
        alone = run("BV", [(pack(WARDS), [ward()]), (pack(PEOPLE), [head()])])
        people = [head(), employee(nothing)]
        both = run("BV", [(pack(WARDS), [ward()]), (pack(PEOPLE), people)])

        assert alone.sheet("N00") == both.sheet("N00")


class TestInForce:
    """Trap 18."""

    @pytest.mark.parametrize("id_", SCHEMES)
    def test_no_scheme_is_used_outside_its_year(self, id_):
        year = SCHEMES[id_].period.start.year
        for other in (year - 1, year + 1):
            with pytest.raises(FaultError, match="DV-R003"):
                CATALOGUE.pack(id_, Period.year(other))

    def test_a_dossier_of_another_year_is_refused(self):
        late = Dossier(Subject("unit", "K01", block="lam-sang"), Period.year(2025))

        with pytest.raises(FaultError, match="DV-R005"):
            score(pack(WARDS), late)

    def test_a_year_is_judged_by_its_own_plan_and_no_other(self):
        """Of both plans' versions a pack holds those of its own province."""
        for id_ in SCHEMES:
            plans = {one.version.instrument for one in pack(id_).leaves}

            assert {id_.partition("/")[0]} == plans

    def test_sheets_of_one_plan_are_not_ranked_by_the_other(self):
        others = pack(f"{LAM_DONG}/khoa-phong")

        with pytest.raises(FaultError, match="DV-R006"):
            rank(others, [sheet(ward())])

    def test_decision_454_is_of_kon_tum_and_older_than_the_plan(self):
        """It is named by the plan (I.2) and gives no number to 2024."""
        instruments = CATALOGUE.shelf.instruments
        old, plan = instruments["qd-454-2018"], instruments[KON_TUM]

        assert (
            old.jurisdiction == plan.jurisdiction != instruments[LAM_DONG].jurisdiction
        )
        assert "not-seen" == old.text_status
        assert dt.date(2018, 5, 4) == old.signed_on
