"""The ratio itself; full at the target and beyond it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.proportion import Proportion
from danvan_eval.points import MODES
from danvan_eval.testing.strategies import roundings


def proportion(**more):
    return Proportion(
        **{"part": "du", "whole": "tong", "on_zero": "not_applicable", **more}
    )


@given(whole=st.integers(1, 10**6), data=st.data())
def test_without_a_rounding_the_share_is_the_exact_fraction(whole, data):
    part = data.draw(st.integers(0, whole))

    found = proportion().find({"du": part, "tong": whole})

    assert found.share * whole == part
    assert found.reason == "proportion.part"


def test_the_share_is_measured_against_the_target():
    found = proportion(target="80%").find({"du": 3, "tong": 10})

    assert Fraction(3, 8) == found.share


@pytest.mark.parametrize("mode", MODES)
def test_the_target_is_full_whatever_the_rounding(mode):
    """A grid of 0,3 does not hold 1, and the target is full all the same."""
    rule = proportion(round={"step": "0.3", "mode": mode}, may_exceed=True)
    full = [rule.find({"du": part, "tong": 10}).share for part in (10, 11, 20)]

    assert [1, 1, 1] == full


@given(rounding=roundings(), part=st.integers(0, 19))
def test_a_rounded_share_below_the_target_lies_on_its_grid_or_is_full(rounding, part):
    share = proportion(round=rounding).find({"du": part, "tong": 20}).share

    assert share == 1 or (share / rounding.step).denominator == 1


def test_the_rounding_is_told_by_its_own_sentence():
    rule = proportion(round={"step": "0.25", "mode": "half_up"})
    found = rule.find({"du": 1, "tong": 3})

    assert (Fraction(1, 4), "proportion.rounded") == (found.share, found.reason)


def test_a_known_part_of_an_unknown_whole_reaches_its_best_with_a_whole_of_itself():
    rule = proportion(target=2, may_exceed=True)
    known = rule.bounds({"du": 1, "tong": MISSING})

    assert (0, Fraction(1, 2)) == (known.low, known.high)


def test_a_target_of_zero_is_refused():
    with pytest.raises(ValueError, match="target"):
        proportion(target=0)
