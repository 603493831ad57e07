"""So much for each, up to a cap."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.per_count import PerCount
from danvan_eval.rule import Bounds

RULE = PerCount(count="mo_hinh", per="0.3", at_most="0.8")


@pytest.mark.parametrize(
    ("count", "share", "reason"),
    [
        (0, 0, "per_count.counted"),
        (2, Fraction(3, 5), "per_count.counted"),
        (3, Fraction(4, 5), "per_count.capped"),
        (10**9, Fraction(4, 5), "per_count.capped"),
    ],
)
def test_each_one_counts_until_the_cap(count, share, reason):
    found = RULE.find({"mo_hinh": count})

    assert (share, reason) == (found.share, found.reason)


def test_an_unknown_count_is_worth_nothing_to_the_cap():
    assert Bounds(0, Fraction(4, 5)) == RULE.bounds({"mo_hinh": MISSING})


def test_a_gain_of_nothing_stays_nothing():
    idle = PerCount(count="mo_hinh", per=0, at_most=1)

    assert Bounds(0, 0) == idle.bounds({"mo_hinh": MISSING})


@pytest.mark.parametrize("per", ["1.5", "-0.1"])
def test_a_gain_outside_the_maximum_is_refused(per):
    with pytest.raises(ValueError, match="per"):
        PerCount(count="mo_hinh", per=per, at_most=1)


def test_a_binary_float_is_refused_as_a_parameter():
    with pytest.raises(TypeError, match="exact"):
        PerCount(count="mo_hinh", per=0.3, at_most=1)
