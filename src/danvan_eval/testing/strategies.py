"""Which values does a law have to hold for?

Strategies are plural nouns; they shrink to the dullest case and refuse arguments
that cannot be met::

    @given(packs().flatmap(sheets_for))
    def test_a_total_stays_within_its_scale(sheet): ...

Only the strategies, and what stands on them, import hypothesis.
"""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis.strategies import SearchStrategy

from .drawing import counts, dates, points, roundings, shares
from .evidence_strategies import evidence_for, hidings
from .pack_strategies import (
    criteria,
    dossiers_for,
    gaps_in,
    packs,
    quotas,
    rosters_for,
    schemes,
    sheets,
    sheets_for,
)
from .rule_strategies import fields_for, renamed, rules

__all__ = [
    "check_all",
    "counts",
    "criteria",
    "dates",
    "dossiers_for",
    "evidence_for",
    "fields_for",
    "gaps_in",
    "hidings",
    "packs",
    "points",
    "quotas",
    "renamed",
    "rosters_for",
    "roundings",
    "rules",
    "schemes",
    "shares",
    "sheets",
    "sheets_for",
]


def check_all(law: Callable[..., None], *strategies: SearchStrategy[Any]) -> None:
    """Check *law* on examples of *strategies*, as many as the profile asks for."""
    given(*strategies)(law)()
