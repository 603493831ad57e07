"""What was expected and neither done nor excused costs its part."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.per_shortfall import PerShortfall
from danvan_eval.outcomes import Outcome
from danvan_eval.rule import Bounds, Refusal


def shortfall(on_zero="not_applicable", per="0.25"):
    return PerShortfall(
        expected="lich", done="da_tiep", excused="hoan", per=per, on_zero=on_zero
    )


def seen(lich, da_tiep, hoan):
    return {"lich": lich, "da_tiep": da_tiep, "hoan": hoan}


@pytest.mark.parametrize(
    ("values", "share", "reason"),
    [
        (seen(12, 12, 0), 1, "per_shortfall.none"),
        (seen(12, 10, 2), 1, "per_shortfall.none"),
        (seen(12, 10, 1), Fraction(3, 4), "per_shortfall.lost"),
        (seen(12, 0, 0), 0, "per_shortfall.lost"),
    ],
)
def test_only_what_was_missed_without_excuse_costs(values, share, reason):
    found = shortfall().find(values)

    assert (share, reason) == (found.share, found.reason)


@pytest.mark.parametrize("values", [seen(12, 13, 0), seen(12, 10, 3), seen(0, 1, 0)])
def test_more_done_and_excused_than_expected_is_refused(values):
    assert shortfall().find(values).code == "DV-E203"


@pytest.mark.parametrize("values", [seen(5, 7, MISSING), seen(0, MISSING, 1)])
def test_a_contradiction_is_refused_before_the_rest_is_known(values):
    """Seven of five held is no full score, however many were excused."""
    found = shortfall(on_zero="full").bounds(values)

    assert isinstance(found, Refusal)
    assert found.code == "DV-E203"


def test_nothing_expected_settles_the_criterion_without_the_rest():
    found = shortfall().bounds(seen(0, MISSING, MISSING))

    assert found.outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("on_zero", "expected"),
    [
        ("full", Bounds(0, 1)),
        ("zero", Bounds(0, Fraction(3, 4))),
        ("not_applicable", Bounds(0, Fraction(3, 4), removable=True)),
        ("error", Bounds(0, Fraction(3, 4))),
    ],
)
def test_none_held_of_an_unknown_number_misses_at_least_one_unless_none_was(
    on_zero, expected
):
    assert expected == shortfall(on_zero).bounds(seen(MISSING, 0, 0))


def test_all_that_is_left_to_learn_may_be_done():
    known = shortfall(per="0.1").bounds(seen(10, 4, MISSING))

    assert Bounds(Fraction(2, 5), 1) == known
