"""Of all levels reached only the best counts; none of them is an answer too."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.best_level import BestLevel
from danvan_eval.rule import Bounds, Refusal

LEVELS = [
    {"id": "co_so", "share": "0.3"},
    {"id": "tinh", "share": "0.7"},
    {"id": "nganh", "share": "0.7"},
    {"id": "trung_uong", "share": 1},
]
RULE = BestLevel(fact="muc", levels=LEVELS)


def found(*reached):
    return RULE.find({"muc": frozenset(reached)})


@pytest.mark.parametrize(
    ("reached", "share", "level", "reason"),
    [
        (("co_so",), "0.3", "co_so", "best_level.only"),
        (("co_so", "trung_uong"), "1", "trung_uong", "best_level.best"),
        (("nganh", "tinh"), "0.7", "tinh", "best_level.best"),
        (("co_so", "tinh", "nganh"), "0.7", "tinh", "best_level.best"),
        ((), "0", "none", "best_level.none"),
    ],
)
def test_only_the_best_counts_and_is_named(reached, share, level, reason):
    one = found(*reached)

    assert (Fraction(share), level, reason) == (one.share, one.level, one.reason)


def test_shares_of_several_levels_are_never_added():
    assert Fraction(7, 10) == found("co_so", "tinh").share


def test_a_level_nobody_named_is_refused_even_beside_one_that_is():
    refusal = found("tinh", "quoc_te")

    assert isinstance(refusal, Refusal)
    assert ("DV-E205", "quoc_te") == (refusal.code, dict(refusal.data)["seen"])


def test_an_unknown_set_may_hold_none_to_the_best():
    below = BestLevel(fact="muc", levels=LEVELS[:3])

    assert Bounds(0, 1) == RULE.bounds({"muc": MISSING})
    assert Bounds(0, Fraction(7, 10)) == below.bounds({"muc": MISSING})


@pytest.mark.parametrize(
    "levels",
    [[LEVELS[0], LEVELS[0]], [], [{"id": "none", "share": 0}]],
    ids=["twice", "without any", "called none"],
)
def test_levels_that_do_not_tell_one_from_another_are_refused(levels):
    with pytest.raises(ValueError, match="levels"):
        BestLevel(fact="muc", levels=levels)
