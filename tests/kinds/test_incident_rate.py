"""Whoever sees many patients is not punished for their number."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.incident_rate import IncidentRate
from danvan_eval.outcomes import Outcome
from danvan_eval.rule import Bounds

STEPS = ({"at_most": "0.1", "share": 1}, {"at_most": "0.5", "share": "0.5"})


def rate(steps=STEPS, on_zero="not_applicable"):
    return IncidentRate(
        count="count", visits="visits", for_every=1000, steps=steps, on_zero=on_zero
    )


def seen(count, visits):
    return {"count": count, "visits": visits}


@pytest.mark.parametrize(
    ("count", "visits", "share", "reason"),
    [
        (0, 500, "1", "incident_rate.within"),
        (1, 10_000, "1", "incident_rate.within"),
        (1, 9_999, "1/2", "incident_rate.within"),
        (5, 10_000, "1/2", "incident_rate.within"),
        (5, 9_999, "0", "incident_rate.above"),
        (1, 1, "0", "incident_rate.above"),
    ],
)
def test_a_threshold_holds_to_the_last_visit(count, visits, share, reason):
    """1 in 10.000 is 0,1 for every 1.000; in 9.999 it is a little more."""
    found = rate().find(seen(count, visits))

    assert (Fraction(share), reason) == (found.share, found.reason)


def test_the_same_incident_weighs_less_where_more_patients_come():
    busy, quiet = seen(1, 40_000), seen(1, 1_000)

    assert (1, 0) == (rate().find(busy).share, rate().find(quiet).share)


@pytest.mark.parametrize(
    ("on_zero", "outcome", "share"),
    [
        ("not_applicable", Outcome.NOT_APPLICABLE, None),
        ("full", Outcome.SCORED, 1),
        ("zero", Outcome.SCORED, 0),
    ],
)
def test_no_visit_is_a_declared_choice(on_zero, outcome, share):
    found = rate(on_zero=on_zero).find(seen(0, 0))

    assert (outcome, share) == (found.outcome, found.share)


def test_incidents_still_unknown_may_be_none_or_many():
    assert Bounds(0, 1) == rate().bounds(seen(MISSING, 10_000))


def test_one_incident_in_unknown_visits_can_still_be_a_small_rate():
    assert Bounds(0, 1, removable=True) == rate().bounds(seen(1, MISSING))
    assert Bounds(0, 1) == rate(on_zero="full").bounds(seen(1, MISSING))


def test_no_incident_in_unknown_visits_can_only_be_full_or_no_visit():
    assert Bounds(1, 1, removable=True) == rate().bounds(seen(0, MISSING))


@pytest.mark.parametrize(
    "steps",
    [
        (),
        ({"at_most": -1, "share": 1},),
        ({"at_most": 1, "share": 1}, {"at_most": 1, "share": 0}),
        ({"at_most": 1, "share": "0.5"}, {"at_most": 2, "share": 1}),
    ],
)
def test_thresholds_rise_and_shares_do_not(steps):
    with pytest.raises(ValueError, match=r"step|length"):
        rate(steps=steps)
