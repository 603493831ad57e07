"""The mean of the events' points over the most that one can earn."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.average import Average
from danvan_eval.outcomes import Outcome
from danvan_eval.rule import Bounds, Refusal


def average(on_zero="not_applicable"):
    return Average(total="tong", events="cuoc", out_of=10, on_zero=on_zero)


def seen(tong, cuoc):
    return {"tong": tong, "cuoc": cuoc}


@pytest.mark.parametrize(
    ("tong", "cuoc", "share"),
    [("25.5", 3, "17/20"), ("0", 4, "0"), ("40", 4, "1"), ("10", 3, "1/3")],
)
def test_the_share_is_the_exact_mean_over_its_top(tong, cuoc, share):
    found = average().find(seen(Fraction(tong), cuoc))

    assert (Fraction(share), "average.of") == (found.share, found.reason)


@pytest.mark.parametrize("tong", ["40.01", "-1"])
def test_a_sum_that_the_events_cannot_have_is_refused(tong):
    refusal = average().find(seen(Fraction(tong), 4))

    assert ("DV-E202", "0…40") == (refusal.code, dict(refusal.data)["allowed"])


def test_points_without_an_event_are_refused_whatever_no_event_means():
    assert "DV-E202" == average("full").find(seen(Fraction(3), 0)).code


@pytest.mark.parametrize(
    ("on_zero", "outcome", "share"),
    [
        ("not_applicable", Outcome.NOT_APPLICABLE, None),
        ("full", Outcome.SCORED, 1),
        ("zero", Outcome.SCORED, 0),
    ],
)
@pytest.mark.parametrize("tong", [0, MISSING])
def test_no_event_means_what_was_chosen(on_zero, outcome, share, tong):
    rule, values = average(on_zero), seen(tong, 0)
    found = rule.bounds(values) if tong is MISSING else rule.find(values)

    assert (outcome, share) == (found.outcome, found.share)


def test_no_event_may_be_an_error():
    assert "DV-E204" == average("error").find(seen(0, 0)).code


@pytest.mark.parametrize(
    ("on_zero", "values", "expected"),
    [
        ("zero", seen(MISSING, 4), Bounds(0, 1)),
        ("full", seen(Fraction(25), MISSING), Bounds(0, Fraction(5, 6))),
        ("full", seen(Fraction(20), MISSING), Bounds(0, 1)),
        ("full", seen(0, MISSING), Bounds(0, 1)),
        ("error", seen(0, MISSING), Bounds(0, 0)),
        ("not_applicable", seen(0, MISSING), Bounds(0, 0, removable=True)),
        ("not_applicable", seen(Fraction(25), MISSING), Bounds(0, Fraction(5, 6))),
        ("not_applicable", seen(MISSING, MISSING), Bounds(0, 1, removable=True)),
    ],
)
def test_a_known_sum_has_taken_at_least_so_many_events(on_zero, values, expected):
    """Twenty-five points of ten each need three events: 25 of 30 at most."""
    assert expected == average(on_zero).bounds(values)


def test_a_sum_below_zero_is_refused_before_the_events_are_known():
    found = average().bounds(seen(Fraction(-1), MISSING))

    assert isinstance(found, Refusal)
    assert "DV-E202" == found.code
