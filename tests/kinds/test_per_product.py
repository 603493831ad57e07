"""Each product pays for its own failures, and none falls below nothing."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.per_product import PerProduct
from danvan_eval.outcomes import Outcome
from danvan_eval.rule import Bounds, Refusal


def per_product(per="0.25", on_zero="not_applicable"):
    named = {one: one for one in ("products", "once", "twice", "thrice", "more")}
    return PerProduct(**named, per=per, on_zero=on_zero)


def seen(products, once, twice, thrice, more):
    named = ("once", "twice", "thrice", "more")
    values = dict(zip(named, (once, twice, thrice, more), strict=True))
    return {"products": products, **values}


@pytest.mark.parametrize(
    ("values", "share", "reason"),
    [
        (seen(8, 0, 0, 0, 0), "1", "per_product.none"),
        (seen(1, 1, 0, 0, 0), "3/4", "per_product.lost"),
        (seen(9, 1, 1, 1, 1), "13/18", "per_product.lost"),
        (seen(4, 0, 0, 0, 4), "0", "per_product.lost"),
    ],
)
def test_the_share_is_the_mean_of_what_is_left_of_each(values, share, reason):
    """Of nine, 5 + 0,75 + 0,5 + 0,25 + 0 are left: 6,5 of 9."""
    found = per_product().find(values)

    assert (Fraction(share), reason) == (found.share, found.reason)


def test_four_failures_at_a_tenth_leave_six_tenths_however_many_there_were():
    assert Fraction(3, 5) == per_product("0.1").find(seen(2, 0, 0, 0, 2)).share


def test_a_product_that_is_lost_does_not_pay_for_another():
    """Three failures at 0,4 take one product and not one and a fifth."""
    assert Fraction(1, 2) == per_product("0.4").find(seen(2, 0, 0, 1, 0)).share


def test_more_failing_products_than_there_are_is_refused():
    refusal = per_product().find(seen(3, 1, 1, 1, 1))

    assert ("DV-E203", {"seen": "4", "allowed": "3"}) == (
        refusal.code,
        dict(refusal.data),
    )


@pytest.mark.parametrize("products", [3, 0])
def test_a_contradiction_is_refused_before_the_rest_is_known(products):
    found = per_product(on_zero="full").bounds(seen(products, 2, 2, MISSING, 0))

    assert isinstance(found, Refusal)
    assert "DV-E203" == found.code


@pytest.mark.parametrize(
    ("on_zero", "outcome", "share"),
    [
        ("not_applicable", Outcome.NOT_APPLICABLE, None),
        ("full", Outcome.SCORED, 1),
        ("zero", Outcome.SCORED, 0),
    ],
)
@pytest.mark.parametrize("rest", [0, MISSING])
def test_no_product_means_what_was_chosen(on_zero, outcome, share, rest):
    rule, values = per_product(on_zero=on_zero), seen(0, 0, 0, 0, rest)
    found = rule.bounds(values) if rest is MISSING else rule.find(values)

    assert (outcome, share) == (found.outcome, found.share)


def test_no_product_may_be_an_error():
    assert "DV-E204" == per_product(on_zero="error").find(seen(0, 0, 0, 0, 0)).code


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (seen(4, 1, MISSING, 0, 0), (Fraction(9, 16), Fraction(15, 16))),
        (seen(4, 1, MISSING, MISSING, 1), (Fraction(5, 16), Fraction(11, 16))),
        (seen(4, 4, MISSING, 0, 0), (Fraction(3, 4), Fraction(3, 4))),
        (seen(5, MISSING, MISSING, MISSING, MISSING), (0, 1)),
    ],
)
def test_the_rest_may_all_fail_as_often_as_is_still_unknown(values, expected):
    """Three of four left, each failing twice: 1 − (0,25 + 3 × 0,5) / 4 = 9/16."""
    assert Bounds(*expected) == per_product().bounds(values)


@pytest.mark.parametrize(
    ("on_zero", "values", "expected"),
    [
        ("zero", seen(MISSING, 1, 1, 0, 0), Bounds(Fraction(5, 8), 1)),
        ("zero", seen(MISSING, 1, 1, MISSING, 0), Bounds(Fraction(1, 4), 1)),
        ("zero", seen(MISSING, MISSING, 1, 0, 0), Bounds(Fraction(1, 2), 1)),
        ("zero", seen(MISSING, 0, 0, 0, 0), Bounds(0, 1)),
        ("full", seen(MISSING, 0, 0, 0, 0), Bounds(1, 1)),
        ("error", seen(MISSING, MISSING, 0, 0, 0), Bounds(Fraction(3, 4), 1)),
        ("not_applicable", seen(MISSING, 0, 0, 0, 0), Bounds(1, 1, removable=True)),
    ],
)
def test_an_unknown_number_of_products_is_at_least_the_failing_ones(
    on_zero, values, expected
):
    assert expected == per_product(on_zero=on_zero).bounds(values)
