"""Does a condition hold: yes, no, or not enough data to say?"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

import attrs

from .catalogue import Criterion
from .evidence import (
    MISSING,
    Declined,
    Dossier,
    Missing,
    Observed,
    OneOf,
    Unreadable,
)
from .judging import fault_in, mean_bounds
from .rule import Bounds
from .scheme import EvidenceRef, When
from .sheet import Line

Answer = bool | None
"""Yes, no, or None: the evidence does not settle it."""


@attrs.frozen
class Facts:
    """What conditions may look at: the dossier and the lines scored from it."""

    dossier: Dossier
    lines: Mapping[str, Line]
    criteria: Mapping[str, Criterion]

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        lines: Sequence[Line],
        criteria: Mapping[str, Criterion],
    ) -> "Facts":
        """Index *lines* by criterion."""
        return cls(dossier, {line.criterion: line for line in lines}, criteria)

    def observed(self, ref: EvidenceRef) -> Observed:
        """Return the evidence *ref* names; missing when there is none.

        What its field would refuse is unreadable here too.
        """
        value = self.dossier.seen(ref.criterion).get(ref.name, MISSING)
        criterion = self.criteria.get(ref.criterion)
        if criterion is None or ref.name not in criterion.evidence:
            return value
        wrong = _fault_in(criterion, ref.name, value)
        return value if wrong is None else Unreadable(wrong)

    def most(self, ref: EvidenceRef) -> Fraction:
        """Return the greatest number the evidence can be, where its field says."""
        limit = self.criteria[ref.criterion].evidence[ref.name].limits[1]
        if limit is None:
            raise ValueError(f"{ref} has no upper limit")
        return limit

    def concerns(self, ref: EvidenceRef) -> bool:
        """Say whether the evidence is asked of this subject at all."""
        line = self.lines.get(ref.criterion)
        return line is None or line.finding.reason != "applies.not"

    def share_bounds(self, when: When) -> Bounds | None:
        """Return the share of the condition's criterion or group; None when removed."""
        if when.criterion:
            lines = [self.lines[when.criterion]]
        else:
            lines = [line for line in self.lines.values() if line.group == when.group]
        kept = [one for one in lines if one.max_points]
        if not kept:
            return None
        return mean_bounds([line.weighed for line in kept])


_fault_in = lru_cache(maxsize=4096, typed=True)(fault_in)
"""The same few figures are looked at by every condition of every subject."""


def holds(when: When, facts: Facts) -> Answer:
    """Return whether *when* holds for the subject of *facts*.

    What does not concern the subject does not hold against it.
    """
    if when.evidence is None:
        return _below(when, facts)
    if not facts.concerns(when.evidence):
        return False
    observed = facts.observed(when.evidence)
    if isinstance(observed, Missing | Unreadable):
        return None
    if isinstance(observed, Declined):
        return False
    if isinstance(observed, OneOf):
        answers = {_compared(when, option) for option in observed.options}
        return answers.pop() if len(answers) == 1 else None
    return _compared(when, observed)


def _compared(when: When, value: object) -> Answer:
    if when.is_ is not None:
        return value == when.is_ if type(value) is type(when.is_) else None
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        return None
    if when.at_least is not None:
        return value >= when.at_least
    return when.below is not None and value < when.below


def _below(when: When, facts: Facts) -> Answer:
    bounds = facts.share_bounds(when)
    if bounds is None or when.share_below is None:
        return False
    if bounds.low >= when.share_below:
        return False
    return True if bounds.high < when.share_below and not bounds.removable else None
