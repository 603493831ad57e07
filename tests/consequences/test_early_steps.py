"""Who may have a salary step early, and how many have a place."""

import pytest

from danvan_eval.consequences.early_step import Adopted, early_steps
from danvan_eval.errors import FaultError
from helpers.paying import (
    KHTNV,
    away,
    because,
    day,
    failing,
    flags,
    laws,
    level,
    levels,
    merit,
    nurse,
    pay,
    penalty,
    standing,
    unknown,
)

ORDER = Adopted("Điều 7 quy chế nâng lương", ("HCLĐ", "CSTĐ tỉnh", "CSTĐCS"))


def someone(code="NV1", **other):
    """Return somebody whose step is full in June 2025, in the review of 2024."""
    return pay(subject=nurse(code), **other)


def several(*kinds):
    """Return as many candidates, each with one achievement; NV1 is the first."""
    return [
        someone(f"NV{nth}", achievements=(merit(kind),))
        for nth, kind in enumerate(kinds, 1)
    ]


def early(*candidates, payroll=100, year=2024, adopted=None):
    return early_steps(laws(), payroll, candidates, year=year, adopted=adopted)


def one(**other):
    return early(someone(**other)).proposals[0]


class TestTheNumber:
    """TT 08/2013, Điều 3 khoản 1 điểm b [Q]: text not seen."""

    def test_case_44_a_payroll_of_47_has_four_and_reports_seven(self):
        found = early(payroll=47)

        assert (4, 7) == (found.slots, found.remainder)
        (flag,) = found.flags
        assert ("REMAINDER", "tt08-d3-k1-b") == (flag.id, flag.clause)
        assert "dư 7 người, báo cáo cấp trên trong quý IV" == flag.says.vi

    @pytest.mark.parametrize(
        ("payroll", "expected"),
        [(0, (0, 0)), (9, (0, 9)), (10, (1, 0)), (19, (1, 9)), (None, (None, None))],
    )
    def test_every_full_ten_is_one(self, payroll, expected):
        found = early(payroll=payroll)

        assert expected == (found.slots, found.remainder)

    def test_without_a_payroll_nobody_has_a_place(self):
        found = early(someone(), payroll=None)

        assert (("NV1",), ()) == (found.fitting, found.inside)


class TestWhoFits:
    """TT 08/2013, Điều 3 khoản 1 điểm a [Q]: text not seen."""

    def test_who_fulfils_everything_is_proposed(self):
        found = early(someone())

        assert "proposed" == standing(found.proposals[0])
        assert ("NV1",) == found.inside
        assert ("luong-2021", "early_step") == (found.law, found.proposals[0].id)

    @pytest.mark.parametrize(
        ("other", "clause"),
        [
            ({"last_step": True}, "tt08-d2-k1"),
            ({"records": levels(2023), "causes": because((2023, ""))}, "tt08-d2-k2"),
            ({"penalties": (penalty("reprimand", "02/05/2024"),)}, "tt08-d2-k2"),
            ({"achievements": ()}, "tt08-d3-k1-a"),
            ({"early_before": True}, "tt03-hai-lan"),
        ],
    )
    def test_every_standard_is_asked_for(self, other, clause):
        found = one(**other)

        assert "not_met" == standing(found)
        assert clause in failing(found)

    @pytest.mark.parametrize(
        ("began", "fits"),
        [
            ("01/01/2022", False),
            ("02/01/2022", True),
            ("01/01/2023", True),
            ("02/01/2023", False),
        ],
    )
    def test_some_time_is_missing_on_31_12_and_twelve_months_at_most(self, began, fits):
        found = one(began=day(began), records=levels(years=(2022, 2023, 2024)))

        assert ("proposed" if fits else "not_met") == standing(found)

    @pytest.mark.parametrize(
        "other",
        [
            {"last_step": None},
            {"records": levels(years=(2022, 2023))},
            {"penalties": None},
            {"achievements": None},
            {"absences": None},
            {"early_before": None},
            {"grade": None},
            {"began": None},
        ],
    )
    def test_what_nobody_said_is_open(self, other):
        found = early(someone(**other))

        assert "not_enough_data" == standing(found.proposals[0])
        assert (("NV1",), ()) == (found.open, found.inside)

    def test_an_achievement_recognised_after_the_year_is_none_of_it(self):
        found = one(achievements=(merit(on="02/01/2025"),))

        assert "not_met" == standing(found)

    def test_a_contract_worker_is_not_considered(self):
        found = early(pay(subject=nurse(trait="nguoi-lao-dong")))

        assert "not_considered" == standing(found.proposals[0])
        assert ((), (), ()) == (found.inside, found.open, found.fitting)

    def test_khtnv_of_the_step_before_is_no_bar(self):
        before = level(2021, KHTNV)

        assert "proposed" == standing(one(records=(before, *levels())))

    def test_a_first_step_may_be_an_early_one(self):
        """L-13: answers of the ministry, 12/2025 and 02/2026 [Q]."""
        assert "proposed" == standing(one(early_before=False))

    def test_odd_days_that_would_decide_need_a_person(self):
        found = one(
            began=day("20/12/2022"),
            absences=(away("unpaid", "01/02/2023", "20/02/2023"),),
        )

        assert "needs_human_confirmation" == standing(found)

    def test_the_review_of_2026_needs_a_person(self):
        years = levels(years=(2024, 2025, 2026))

        found = early(someone(began=day("01/06/2024"), records=years), year=2026)

        assert "needs_human_confirmation" == standing(found.proposals[0])
        assert "LAW_NOT_CONFIRMED" in flags(found)
        assert ("NV1",) == found.fitting


class TestWhoHasAPlace:
    """Row 5 and L-14 [M]: only the unit's own rule orders; women are not put first."""

    def test_without_a_rule_all_are_tied_when_they_are_too_many(self):
        found = early(*several("HCLĐ", "CSTĐCS"), payroll=10)

        assert ((), ("NV1", "NV2"), 1) == (found.inside, found.tied, found.left)
        assert ["ORDER"] == flags(found)

    def test_the_adopted_order_puts_the_highest_first(self):
        candidates = several("CSTĐCS", "HCLĐ", "CSTĐ tỉnh")

        found = early(*candidates, payroll=20, adopted=ORDER)

        assert (("NV2", "NV3"), ("NV1",)) == (found.inside, found.outside)
        assert "thứ tự theo Điều 7 quy chế nâng lương" == found.flags[0].says.vi

    def test_equals_across_the_line_are_left_to_people(self):
        candidates = several("HCLĐ", "CSTĐCS", "CSTĐCS")

        found = early(*candidates, payroll=20, adopted=ORDER)

        assert (("NV1",), ("NV2", "NV3"), 1) == (found.inside, found.tied, found.left)

    def test_an_achievement_the_rule_does_not_name_comes_last(self):
        candidates = several("giấy khen", "CSTĐCS")

        found = early(*candidates, payroll=10, adopted=ORDER)

        assert (("NV2",), ("NV1",)) == (found.inside, found.outside)

    def test_where_the_rule_counts_more_of_a_kind_come_first(self):
        twice = someone("NV9", achievements=(merit(), merit(on="20/12/2023")))
        by_count = Adopted("Điều 7", ORDER.order, counts=True)

        found = early(twice, *several("CSTĐCS"), payroll=10, adopted=by_count)

        assert (("NV9",), ("NV1",)) == (found.inside, found.outside)

    def test_an_open_case_that_may_come_before_keeps_a_place_open(self):
        waiting = someone("NV0", last_step=None, achievements=(merit("HCLĐ"),))

        found = early(waiting, *several("CSTĐCS"), payroll=10, adopted=ORDER)

        assert ((), ("NV0", "NV1")) == (found.inside, found.open)

    def test_an_open_case_that_can_only_come_after_keeps_nothing_open(self):
        waiting = someone("NV0", last_step=None, achievements=(merit("giấy khen"),))

        found = early(waiting, *several("CSTĐCS"), payroll=10, adopted=ORDER)

        assert (("NV1",), ("NV0",)) == (found.inside, found.open)

    def test_an_order_that_names_a_kind_twice_is_refused(self):
        with pytest.raises(FaultError, match="DV-D306"):
            Adopted("Điều 7", ("HCLĐ", "HCLĐ"))

    def test_an_order_without_an_article_is_none(self):
        with pytest.raises(ValueError, match="article"):
            Adopted("", ("HCLĐ",))

    def test_nobody_is_asked_whether_a_candidate_is_a_woman(self):
        assert "woman" not in unknown(early(someone()).proposals[0])
