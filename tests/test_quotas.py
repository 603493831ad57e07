"""How many may keep a grade, who does, and where people have to decide."""

from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.points import MODES, exact
from danvan_eval.quotas import Candidate, allocate, slots
from danvan_eval.scheme import Quota

RATED = Quota("q", "xs", Fraction(1, 5), "all", "down", 0, "tot")


def quota(ratio="20%", **more):
    return attrs.evolve(RATED, ratio=exact(ratio), **more)


def candidate(code, standing, grade="xs"):
    return Candidate(code, grade, tuple(map(Fraction, standing)))


def candidates():
    """Few totals and few tie-break keys, so that ties are common."""
    few = st.integers(0, 3).map(Fraction)
    rows = st.tuples(st.sampled_from(["xs", "xs", "tot", None]), st.tuples(few, few))
    return st.lists(rows, max_size=9).map(
        lambda listed: [
            Candidate(f"K{nth}", grade, standing)
            for nth, (grade, standing) in enumerate(listed)
        ]
    )


def quotas():
    return st.builds(
        quota,
        st.integers(0, 100).map(lambda percent: f"{percent}%"),
        rounding=st.sampled_from(MODES),
        minimum=st.integers(0, 2),
        base_excludes_granted=st.booleans(),
        base_grades=st.sampled_from([(), ("xs",), ("xs", "tot")]),
    )


class TestSlots:
    @pytest.mark.parametrize(
        ("percent", "base", "expected"),
        [
            (58, 50, 29),
            (29, 100, 29),
            (79, 6, 4),
            (20, 800, 160),
            (20, 3, 0),
            (20, 5, 1),
            (20, 0, 0),
            (100, 7, 7),
        ],
    )
    def test_a_ratio_of_a_base_is_integer_arithmetic(self, percent, base, expected):
        """50 × 58 % is 28 in binary floats; six people at 79 % would be 5 rounded."""
        assert expected == slots(Fraction(percent, 100), base, "down")

    def test_a_base_of_those_who_do_not_get_the_grade_gives_fewer(self):
        """x = 20 % × (800 − x) is 133,33…"""
        ratio = Fraction(1, 5)
        counted = slots(ratio, 800, "down", excludes_granted=True)

        assert 133 == counted
        assert counted <= ratio * (800 - counted)
        assert counted + 1 > ratio * (800 - counted - 1)

    @given(percent=st.integers(0, 100), base=st.integers(0, 3000))
    def test_rounding_down_never_breaks_the_ceiling_and_wastes_nothing(
        self, percent, base
    ):
        whole = slots(Fraction(percent, 100), base, "down")

        assert whole * 100 <= percent * base < (whole + 1) * 100


class TestAllocation:
    @given(quota=quotas(), listed=candidates())
    def test_no_more_are_granted_than_there_are_slots(self, quota, listed):
        made = allocate(quota, listed)

        assert len(made.granted) + made.left <= made.slots

    @given(quota=quotas(), listed=candidates())
    def test_granted_contested_and_refused_are_those_who_reach_the_grade(
        self, quota, listed
    ):
        made = allocate(quota, listed)
        wanting = sorted(one.code for one in listed if one.grade == quota.grade)

        assert wanting == sorted((*made.granted, *made.contested, *made.refused))

    @given(quota=quotas(), listed=candidates())
    def test_nobody_is_granted_before_somebody_who_stands_higher(self, quota, listed):
        made = allocate(quota, listed)
        at = {one.code: one.standing for one in listed}
        order = [
            [at[code] for code in codes]
            for codes in (made.granted, made.contested, made.refused)
        ]

        assert all(
            min(upper) > max(lower)
            for nth, upper in enumerate(order)
            for lower in order[nth + 1 :]
            if upper and lower
        )

    @given(quota=quotas(), listed=candidates())
    def test_a_tie_across_the_line_is_contested_and_never_broken(self, quota, listed):
        made = allocate(quota, listed)
        at = {one.code: one.standing for one in listed}

        assert len({at[code] for code in made.contested}) <= 1
        assert (
            (0 < made.left < len(made.contested)) if made.contested else not made.left
        )

    @given(quota=quotas(), listed=candidates(), data=st.data())
    def test_the_order_of_the_candidates_decides_nothing(self, quota, listed, data):
        mixed = data.draw(st.permutations(listed))

        assert allocate(quota, listed) == allocate(quota, mixed)

    def test_who_stands_below_a_contested_place_does_not_take_it(self):
        """Three equal on two places: the fourth is no way out."""
        equals = [candidate(code, (95,)) for code in "ABC"]
        made = allocate(quota("50%"), [*equals, candidate("D", (90,))])

        assert ((), ("A", "B", "C"), 2, ("D",)) == (
            made.granted,
            made.contested,
            made.left,
            made.refused,
        )

    def test_a_tie_below_the_last_slot_is_refused_together(self):
        rows = [candidate("A", (95,)), candidate("B", (90,)), candidate("C", (90,))]
        made = allocate(quota("34%"), rows)

        assert (("A",), (), ("B", "C")) == (made.granted, made.contested, made.refused)

    def test_a_minimum_opens_a_slot_where_the_ratio_gives_none(self):
        rows = [candidate("A", (95,)), candidate("B", (90,)), candidate("C", (80,))]
        without, with_ = (allocate(quota(minimum=n), rows) for n in (0, 1))

        assert (0, Fraction(3, 5), ()) == (
            without.slots,
            without.exact,
            without.granted,
        )
        assert (1, Fraction(3, 5), ("A",)) == (with_.slots, with_.exact, with_.granted)

    def test_a_base_counts_the_grades_it_names(self):
        rows = [candidate("A", (95,)), *(candidate(c, (60,), "dat") for c in "BCDE")]
        all_, good = (
            allocate(quota("50%", base_grades=base), rows)
            for base in ((), ("xs", "tot"))
        )

        assert ((5, 2), (1, 0)) == ((all_.base, all_.slots), (good.base, good.slots))

    def test_beyond_the_line_the_next_grade_is_proposed_and_in_a_tie_none(self):
        rows = [candidate("A", (95,)), candidate("B", (90,)), candidate("C", (90,))]
        made = allocate(quota("50%"), [*rows, candidate("D", (80,))])

        assert ["xs", None, None, "tot"] == [made.proposed(one, "xs") for one in "ABCD"]

    def test_the_chain_and_those_still_waiting_are_told(self):
        made = allocate(quota(), [], chain=["thai-do"], waiting=["K09", "K02"])

        assert (("thai-do",), ("K02", "K09"), 0) == (
            made.chain,
            made.waiting,
            made.base,
        )
