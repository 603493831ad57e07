"""What the lines of a sheet add up to, step by step."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.evidence import MISSING, OneOf
from danvan_eval.outcomes import Outcome
from danvan_eval.points import Rounding
from danvan_eval.scheme import (
    Leaf,
    Limits,
    PointStep,
)
from danvan_eval.scoring import score
from danvan_eval.testing.building import (
    NOT_APPLICABLE,
    criterion,
    dossier,
    field,
    group,
    judged_directly,
    pack,
    scheme,
)
from helpers.scoring import ALL, TWO, codes, extra, sheet_of


class TestTotals:
    def test_a_total_is_the_sum_of_shares_times_maxima(self):
        sheet = sheet_of({"A": "1/2", "B": "1/3", "C": "85%"})

        assert Fraction(30) + Fraction(20, 3) + 17 == sheet.total

    def test_the_worked_mean_of_the_anchors_is_exact(self):
        """(0,9 + 0,8 + 0,85) / 3 × 70 is 59,5 and not 59,50000000000001."""
        made = scheme(
            {"nhom": {"A": 1, "B": 1, "C": 1}}, aggregate="weighted_mean", max_points=70
        )

        assert (
            Fraction("59.5")
            == sheet_of({"A": "0.9", "B": "0.8", "C": "0.85"}, made).total
        )

    def test_a_group_stops_at_its_maximum(self):
        made = scheme((group("mot", {"A": 10, "B": 10}, at_most=15),))

        assert sheet_of({"A": 1, "B": "0.9"}, made).total == 15
        assert sheet_of({"A": 1, "B": "0.1"}, made).total == 11

    def test_a_leaf_is_rounded_where_its_scheme_says(self):
        rounded = Leaf("A", Fraction(10), Rounding("0.5", "half_up"))

        assert Fraction("3.5") == rounded.points(Fraction(1, 3))

    def test_a_rounding_never_lifts_points_above_the_maximum(self):
        rounded = Leaf("A", Fraction(10), Rounding(4, "half_up"))

        assert [8, 10] == [rounded.points(Fraction(one)) for one in ("0.9", 1)]

    def test_printed_steps_are_taken_as_they_stand(self):
        steps = (("1", "3"), ("0.9", "1.5"), ("0", "0"))
        rows = tuple(PointStep(Fraction(at), Fraction(points)) for at, points in steps)
        leaf = Leaf("A", Fraction(3), None, rows)
        shares = ("1", "0.99", "0.9", "0.89", "0")

        assert [3, Fraction("1.5"), Fraction("1.5"), 0, 0] == [
            leaf.points(Fraction(one)) for one in shares
        ]


class TestNotApplicable:
    def test_what_does_not_apply_is_left_out_and_the_rest_re_scaled(self):
        sheet = sheet_of({"A": NOT_APPLICABLE, "B": "1/2", "C": 1})

        assert (75, 100) == (sheet.total, sheet.out_of)

    def test_what_does_not_apply_reduces_the_total_where_the_scheme_says_so(self):
        made = scheme(TWO, excluded="reduce")
        sheet = sheet_of({"A": NOT_APPLICABLE, "B": "1/2", "C": 1}, made)

        assert (30, 40) == (sheet.total, sheet.out_of)

    def test_nothing_applies_and_nothing_is_divided_by_nothing(self):
        sheet = sheet_of(dict.fromkeys("ABC", NOT_APPLICABLE))

        assert (Outcome.NOT_APPLICABLE, None, ()) == (
            sheet.outcome,
            sheet.total,
            sheet.grades,
        )

    def test_an_open_bonus_makes_nothing_applicable(self):
        made = scheme(TWO, bonuses=(extra("thuong", 1, 2),))
        shares = dict.fromkeys("ABC", NOT_APPLICABLE)
        sheet = sheet_of(shares, made, events={"A": MISSING})

        assert Outcome.NOT_APPLICABLE is sheet.outcome


def amount_of_events():
    """A criterion whose ``events`` are an amount, which may lie below nothing."""
    (version,) = judged_directly("A").versions
    fields = (
        field("score", "amount"),
        field("reason", "text"),
        field("events", "amount"),
    )
    return criterion("A", *version.parts, fields=fields)


def told(value):
    full = {"score": Fraction(1), "reason": "đã kiểm tra"}
    return {"A": {**full, "events": value}, "B": full, "C": full}


class TestExtras:
    def test_a_bonus_stands_on_top_and_the_total_is_held(self):
        made = scheme(
            TWO, bonuses=(extra("thuong", 2, 5),), limits=Limits(at_most=Fraction(100))
        )
        full = sheet_of(ALL, made, events={"A": 2})
        less = sheet_of({**ALL, "C": 0}, made, events={"A": 2})

        assert (100, 84) == (full.total, less.total)

    def test_without_a_limit_a_bonus_may_pass_the_scale(self):
        made = scheme(TWO, bonuses=(extra("thuong", 2, 5),))

        assert 105 == sheet_of(ALL, made, events={"A": 9}).total

    def test_a_bonus_inside_the_scale_is_a_criterion_of_a_clamped_group(self):
        made = scheme((group("mot", {"A": 10, "B": 2}, at_most=10),))
        inside = [sheet_of({"A": a, "B": 1}, made).total for a in (1, "0.5")]

        assert [10, 7] == inside

    def test_each_extra_and_their_sum_have_a_cap_of_their_own(self):
        made = scheme(
            TWO,
            bonuses=(extra("mot", 2, 5), extra("hai", 1, 5, "B")),
            deductions=(extra("tru", 3, 6, "C"),),
            limits=Limits(bonus_at_most=Fraction(4), deduction_at_most=Fraction(5)),
        )
        sheet = sheet_of(
            dict.fromkeys("ABC", "1/2"), made, events={"A": 9, "B": 9, "C": 9}
        )

        assert 50 + 4 - 5 == sheet.total

    def test_deductions_stop_at_the_declared_floor(self):
        made = scheme(
            TWO,
            deductions=(extra("tru", 3, 9),),
            limits=Limits(at_least=Fraction(0)),
        )

        assert 0 == sheet_of(dict.fromkeys("ABC", 0), made, events={"A": 3}).total

    def test_a_negative_count_earns_nothing(self):
        """Minus three violations are no bonus: the figure is refused."""
        made = scheme(TWO, deductions=(extra("tru", 2, 6),))
        sheet = sheet_of(dict.fromkeys("ABC", "1/2"), made, events={"A": -3})

        assert (None, ["DV-E202"]) == (sheet.total, codes(sheet))
        assert (44, 50) == (sheet.low, sheet.high)

    @given(
        amounts=st.lists(
            st.fractions(-9, 9, max_denominator=4), min_size=1, max_size=3
        ).map(tuple),
        stage=st.sampled_from(["bonuses", "deductions"]),
    )
    def test_an_amount_below_nothing_earns_and_takes_nothing(self, amounts, stage):
        """Five million less than nothing raised is no deduction, nor the reverse."""
        made = pack(scheme(TWO, **{stage: (extra("them", 1, 4),)}), amount_of_events())

        def seen(value):
            return score(made, dossier(dict.fromkeys("BC", 1), evidence=told(value)))

        alone = [seen(value) for value in amounts]
        worth = [max(Fraction(0), min(value, Fraction(4))) for value in amounts]
        sign = 1 if stage == "bonuses" else -1
        open_ = seen(OneOf(amounts, "pending"))

        assert [100 + sign * one for one in worth] == [one.total for one in alone]
        assert min(one.total for one in alone) == open_.low
        assert max(one.total for one in alone) == open_.high

    def test_a_declined_count_of_a_criterion_that_must_tell_stays_open(self):
        made = scheme(TWO, bonuses=(extra("thuong", 2, 6),))
        sheet = sheet_of(ALL, made, events={"A": NOT_APPLICABLE})

        assert (None, ["DV-E201"]) == (sheet.total, codes(sheet))

    def test_the_total_is_rounded_last_and_only_where_declared(self):
        made = scheme(TWO, round=Rounding("0.5", "half_up"))
        shares = dict.fromkeys("ABC", "1/3")

        assert Fraction(100, 3) == sheet_of(shares).total
        assert Fraction("33.5") == sheet_of(shares, made).total
