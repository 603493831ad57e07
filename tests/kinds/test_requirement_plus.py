"""Lapses cost, quality wins back, and the sum stays within the maximum."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.requirement_plus import RequirementPlus
from danvan_eval.rule import Bounds, Refusal

RULE = RequirementPlus(lapses="loi", quality="chat_luong", per="0.2", plus="0.3")


def seen(loi, chat_luong):
    return {"loi": loi, "chat_luong": chat_luong}


@pytest.mark.parametrize(
    ("loi", "chat_luong", "share", "reason"),
    [
        (0, "0", "1", "summed"),
        (0, "1", "1", "full"),
        (1, "1", "1", "full"),
        (1, "2/3", "1", "summed"),
        (1, "1/2", "19/20", "summed"),
        (3, "0.5", "0.55", "summed"),
        (5, "0", "0", "summed"),
        (6, "1", "0.1", "summed"),
        (6, "0", "0", "nothing"),
        (10**9, "1", "0", "nothing"),
    ],
)
def test_the_sum_is_exact_and_held_within_the_maximum(loi, chat_luong, share, reason):
    found = RULE.find(seen(loi, Fraction(chat_luong)))

    assert (Fraction(share), f"requirement_plus.{reason}") == (
        found.share,
        found.reason,
    )


@pytest.mark.parametrize("chat_luong", [Fraction("1.01"), Fraction(-1, 2)])
@pytest.mark.parametrize("loi", [0, MISSING])
def test_a_quality_that_is_no_part_is_refused_with_or_without_the_lapses(
    loi, chat_luong
):
    values = seen(loi, chat_luong)
    found = RULE.bounds(values) if loi is MISSING else RULE.find(values)

    assert isinstance(found, Refusal)
    assert "DV-E202" == found.code


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (seen(MISSING, MISSING), Bounds(0, 1)),
        (seen(MISSING, 1), Bounds(0, 1)),
        (seen(0, MISSING), Bounds(1, 1)),
        (seen(1, MISSING), Bounds(Fraction(4, 5), 1)),
        (seen(4, MISSING), Bounds(Fraction(1, 5), Fraction(1, 2))),
        (seen(6, MISSING), Bounds(0, Fraction(1, 10))),
        (seen(7, MISSING), Bounds(0, 0)),
    ],
)
def test_what_is_open_is_what_the_quality_and_the_lapses_can_still_do(values, expected):
    assert expected == RULE.bounds(values)


def test_lapses_that_cost_nothing_leave_all():
    idle = RequirementPlus(lapses="loi", quality="chat_luong", per=0, plus="0.3")

    assert Bounds(1, 1) == idle.bounds(seen(MISSING, 0))


@pytest.mark.parametrize("shares", [("1.2", "0.1"), ("0.1", "-0.1")])
def test_a_price_outside_the_maximum_is_refused(shares):
    per, plus = shares
    with pytest.raises(ValueError, match="0…1"):
        RequirementPlus(lapses="loi", quality="chat_luong", per=per, plus=plus)
