"""The worked numbers a year-end table is checked against, and the defects of others.

Each test is named after the wrong answer it keeps out. Text and file faults have
their own tests beside the readers.
"""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.levels import Levels
from danvan_eval.kinds.proportion import Proportion
from danvan_eval.outcomes import Outcome
from danvan_eval.points import as_percent, exact, exact_sum, shown
from danvan_eval.quotas import Candidate, allocate, slots
from danvan_eval.ranking import rank
from danvan_eval.scheme import Quota
from danvan_eval.scoring import score
from danvan_eval.testing.building import (
    GRADES,
    NOT_APPLICABLE,
    criterion,
    dossier,
    field,
    pack,
    part,
    scheme,
    unreadable,
)

BEST, GOOD, *_ = GRADES
THREE = {"nhom": {"A": 1, "B": 1, "C": 1}}
MEAN = {"aggregate": "weighted_mean", "max_points": 5}


def sheet_of(shares, groups=None, **told):
    return score(pack(scheme(groups or THREE, **told)), dossier(shares))


class TestNumbers:
    def test_six_people_at_seventy_nine_percent_are_four(self):
        """Five of six would be 83,33 % and break the ceiling."""
        assert 4 == slots(Fraction("0.79"), 6, "down")
        assert Fraction(5, 6) > Fraction("0.79")

    def test_fifty_at_fifty_eight_and_a_hundred_at_twenty_nine_percent_are_29(self):
        assert [29, 29] == [
            slots(exact(ratio), base, "down")
            for ratio, base in (("58%", 50), ("29%", 100))
        ]

    @pytest.mark.parametrize("percent", [15, 20, 25])
    def test_no_headcount_up_to_two_thousand_is_off_by_one(self, percent):
        wrong = [
            n
            for n in range(2001)
            if slots(Fraction(percent, 100), n, "down") != percent * n // 100
        ]

        assert [] == wrong

    def test_a_fifth_of_eight_hundred_is_160_or_133_by_its_base(self):
        fifth = exact("20%")

        assert (160, 133) == (
            slots(fifth, 800, "down"),
            slots(fifth, 800, "down", excludes_granted=True),
        )

    def test_a_fifth_of_nine_hundred_taken_apart_is_less_than_taken_whole(self):
        """Forty units of 22 or 23: rounding each one down loses places."""
        units = [22] * 20 + [23] * 20
        fifth = exact("20%")

        assert (160, 180) == (
            sum(slots(fifth, unit, "down") for unit in units),
            slots(fifth, sum(units), "down"),
        )

    @pytest.mark.parametrize(
        ("total", "threshold", "text"),
        [("49.995", 50, "49,99"), ("89.996", 90, "89,99")],
    )
    def test_a_hair_below_the_threshold_is_below_and_prints_below(
        self, total, threshold, text
    ):
        assert exact(total) < threshold
        assert text == shown(exact(total))

    def test_weights_of_seven_two_and_one_tenth_are_one(self):
        assert 1 == exact_sum(map(exact, ("0.7", "0.2", "0.1")))

    def test_a_mean_times_seventy_is_fifty_nine_and_a_half(self):
        shares = {"A": "0.9", "B": "0.8", "C": "0.85"}

        assert (
            Fraction("59.5")
            == sheet_of(shares, aggregate="weighted_mean", max_points=70).total
        )

    def test_a_kpi_above_its_plan_is_full_and_never_169_percent(self):
        """22 of 13 is 169,23 %: refused, or full where the rule lets it exceed."""
        told = {"part": "du", "whole": "tong", "on_zero": "error"}
        values = {"du": 22, "tong": 13}

        assert "DV-E203" == Proportion(**told).find(values).code
        assert 1 == Proportion(**told, may_exceed=True).find(values).share
        assert "87,1794%" == as_percent(Fraction(34, 39), places=4)


class TestMissingParts:
    def test_d1_two_parts_of_three_are_no_average_of_three(self):
        """5 and 5 with one part absent is not 3,33: it waits, or it re-scales."""
        waiting = sheet_of({"A": 1, "B": 1}, **MEAN)
        re_scaled = sheet_of({"A": 1, "B": 1, "C": NOT_APPLICABLE}, **MEAN)

        assert (None, Fraction(10, 3), 5) == (waiting.total, waiting.low, waiting.high)
        assert 5 == re_scaled.total

    def test_d2_a_missing_self_score_does_not_turn_90_into_60(self):
        """(2 × 90 + nothing) / 3: between 60 and 93,33, and no total."""
        groups = {"nhom": {"A": 2, "B": 1}}
        sheet = sheet_of(
            {"A": "0.9"}, groups, aggregate="weighted_mean", max_points=100
        )

        assert (None, 60, Fraction(280, 3)) == (sheet.total, sheet.low, sheet.high)

    def test_d3_nothing_entered_is_not_excellent(self):
        sheet = sheet_of({})

        assert (None, None, Outcome.UNKNOWN) == (
            sheet.total,
            sheet.grade,
            sheet.outcome,
        )

    def test_d4_who_did_not_submit_is_not_ranked_last(self):
        made = pack(scheme(THREE))
        sheets = [
            score(made, dossier({}, code="K1", state="not_submitted")),
            score(made, dossier({"A": 0, "B": 0, "C": 0}, code="K2")),
        ]
        (block,) = rank(made, sheets).blocks

        assert [("K2", 1)] == [
            (row.sheet.subject.code, row.rank) for row in block.ranked
        ]
        assert ["not_submitted"] == [row.why for row in block.not_ranked]

    def test_d11_a_text_where_a_number_belongs_is_neither_zero_nor_full(self):
        sheet = sheet_of({"A": unreadable(), "B": 1, "C": 1})

        assert (Outcome.INVALID, 2, 3) == (sheet.outcome, sheet.low, sheet.high)

    def test_d12_what_does_not_apply_is_not_what_nobody_filled_in(self):
        left_out = sheet_of({"A": 1, "B": 1, "C": NOT_APPLICABLE})
        empty = sheet_of({"A": 1, "B": 1})

        assert (3, None) == (left_out.total, empty.total)

    def test_d13_a_true_zero_is_a_score(self):
        assert 0 == sheet_of(dict.fromkeys("ABC", 0)).total


class TestOthersDefects:
    def test_d6_a_remainder_is_told_and_never_lost(self):
        quota = Quota("q", BEST, exact("79%"), "all", "down", 0, GOOD)
        six = [Candidate(f"K{n}", BEST, (Fraction(n),)) for n in range(6)]
        made = allocate(quota, six)

        assert Fraction("4.74") == made.exact
        assert (4, 2) == (len(made.granted), len(made.refused))

    def test_d9_a_list_of_one_and_an_unknown_are_no_crash_and_no_rank_zero(self):
        made = pack(scheme(THREE))
        lonely = rank(made, [score(made, dossier({"A": 1, "B": 1, "C": 1}))])
        unknown = rank(made, [score(made, dossier({"A": 1}))])

        assert [1] == [row.rank for row in lonely.blocks[0].ranked]
        assert [] == [row.rank for row in unknown.blocks[0].ranked]
        assert (1, 1) == unknown.blocks[0].not_ranked[0].possible

    def test_d10_a_level_not_recognised_gets_no_default(self):
        rule = Levels(fact="muc", levels=[{"id": "tot", "share": 1}])
        made = criterion("A", part(rule, "", 1), fields=(field("muc", "level"),))
        built = pack(scheme({"nhom": {"A": 10}}), made)
        sheet = score(built, dossier({}, evidence={"A": {"muc": "gioi"}}))

        assert (None, ["DV-E205"]) == (sheet.total, [one.code for one in sheet.faults])

    @pytest.mark.parametrize("value", ["1.09", "-0.01"])
    def test_d14_a_score_off_its_scale_is_not_cut_to_fit(self, value):
        sheet = sheet_of({"A": value, "B": 1, "C": 1})

        assert (None, ["DV-E202"]) == (sheet.total, [one.code for one in sheet.faults])

    def test_d17_rounding_and_base_of_a_quota_are_the_schemes_choice(self):
        rows = [
            Candidate(f"K{n}", BEST if n < 3 else GOOD, (Fraction(n),))
            for n in range(7)
        ]
        worth = [
            allocate(
                Quota("q", BEST, exact("25%"), "all", mode, 0, GOOD, base), rows
            ).slots
            for mode in ("down", "half_up", "up")
            for base in ((), (BEST,))
        ]

        assert [1, 0, 2, 1, 2, 1] == worth

    def test_d18_an_untouched_form_reports_nothing(self):
        sheet = sheet_of(dict.fromkeys("ABC", MISSING))

        assert (0, 3, 3) == (sheet.low, sheet.high, len(sheet.missing))
