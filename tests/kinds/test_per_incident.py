"""Full without an incident, less for each, never below the floor."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.per_incident import PerIncident
from danvan_eval.rule import Bounds

RULE = PerIncident(count="vu", per="0.4", at_least="0.1")


@pytest.mark.parametrize(
    ("count", "share", "reason"),
    [
        (0, 1, "per_incident.none"),
        (1, Fraction(3, 5), "per_incident.lost"),
        (3, Fraction(1, 10), "per_incident.lost"),
        (10**9, Fraction(1, 10), "per_incident.lost"),
    ],
)
def test_each_incident_costs_until_the_floor(count, share, reason):
    found = RULE.find({"vu": count})

    assert (share, reason) == (found.share, found.reason)


def test_an_unknown_count_leaves_the_floor_to_full():
    assert Bounds(Fraction(1, 10), 1) == RULE.bounds({"vu": MISSING})


def test_a_rule_that_takes_nothing_leaves_all():
    idle = PerIncident(count="vu", per=0, at_least=0)

    assert Bounds(1, 1) == idle.bounds({"vu": MISSING})
