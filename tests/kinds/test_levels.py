"""Exactly one of the named levels; a level nobody named is refused."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.levels import Levels
from danvan_eval.rule import Bounds, Refusal

LEVELS = [
    {"id": "tot", "share": 1},
    {"id": "kha", "share": "0.7"},
    {"id": "chua", "share": "0.2"},
]
RULE = Levels(fact="muc", levels=LEVELS)


def test_a_level_is_worth_its_share_and_is_named():
    found = RULE.find({"muc": "kha"})

    assert (Fraction(7, 10), "kha") == (found.share, found.level)


def test_a_level_nobody_named_is_refused_and_never_replaced_by_another():
    found = RULE.find({"muc": "xuat-sac"})

    assert isinstance(found, Refusal)
    assert ("DV-E205", {"seen": "xuat-sac", "allowed": "tot, kha, chua"}) == (
        found.code,
        dict(found.data),
    )


def test_an_unknown_level_may_be_any_of_those_listed():
    assert Bounds(Fraction(1, 5), 1) == RULE.bounds({"muc": MISSING})


def test_two_levels_of_one_name_are_refused():
    with pytest.raises(ValueError, match="one id"):
        Levels(fact="muc", levels=[LEVELS[0], LEVELS[0]])
