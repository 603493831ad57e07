"""All from the target on, nothing below it."""

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.all_or_nothing import AllOrNothing
from danvan_eval.rule import Bounds


def all_or_nothing(**more):
    told = {"part": "du", "whole": "tong", "on_zero": "zero", "target": 1}
    return AllOrNothing(**{**told, **more})


@pytest.mark.parametrize(
    ("part", "share", "reason"),
    [(30, 1, "all_or_nothing.reached"), (29, 0, "all_or_nothing.missed")],
)
def test_the_last_one_decides(part, share, reason):
    found = all_or_nothing().find({"du": part, "tong": 30})

    assert (share, reason) == (found.share, found.reason)


def test_two_thirds_reach_a_target_of_two_thirds():
    assert all_or_nothing(target="2/3").find({"du": 2, "tong": 3}).share == 1


def test_a_target_above_one_is_refused_where_the_part_may_not_exceed():
    with pytest.raises(ValueError, match=r"1\.2 is above 1"):
        all_or_nothing(target="120%")


def test_nothing_out_of_an_unknown_whole_can_only_fail():
    assert Bounds(0, 0) == all_or_nothing().bounds({"du": 0, "tong": MISSING})


def test_too_small_a_part_cannot_reach_a_target_above_it():
    rule = all_or_nothing(target=2, may_exceed=True, on_zero="not_applicable")
    known = rule.bounds({"du": 1, "tong": MISSING})

    assert (0, 0) == (known.low, known.high)
