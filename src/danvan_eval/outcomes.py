"""Which outcomes does a criterion have, and how do they combine?

========== ============ ============ ===================== ===================
outcome    numerator    maximum      interval              total
========== ============ ============ ===================== ===================
scored     its points   its maximum  [p, p]                exists
waived     its points   its maximum  [p, p]                exists; the waiver's
           (raw)                                           points in a second
                                                           number beside it
n/a        –            removed      –                     exists, re-scaled or
                                                           reduced as declared
disputed   –            its maximum  [least, most opinion] does not exist
unknown    –            its maximum  [lowest, highest      does not exist
                                     reachable]
invalid    –            its maximum  as unknown            does not exist; the
                                                           fault is to be mended
========== ============ ============ ===================== ===================

Of several outcomes the one furthest down the table names the whole; when every
one is not applicable, so is the whole.
"""

from collections.abc import Iterable
from enum import Enum


class Outcome(Enum):
    """How a criterion came out; the order is that of the table."""

    SCORED = "scored"
    WAIVED = "waived"
    NOT_APPLICABLE = "not_applicable"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"
    INVALID = "invalid"

    @property
    def settled(self) -> bool:
        """Whether a total may exist beside this outcome."""
        return self in SETTLED


SETTLED = frozenset({Outcome.SCORED, Outcome.WAIVED, Outcome.NOT_APPLICABLE})
_WORST_FIRST = (Outcome.INVALID, Outcome.UNKNOWN, Outcome.DISPUTED)


def combined(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the outcome of a whole from those of its parts, by the table.

    >>> combined([Outcome.SCORED, Outcome.NOT_APPLICABLE, Outcome.DISPUTED])
    <Outcome.DISPUTED: 'disputed'>
    """
    seen = set(outcomes)
    for outcome in _WORST_FIRST:
        if outcome in seen:
            return outcome
    if seen <= {Outcome.NOT_APPLICABLE}:
        return Outcome.NOT_APPLICABLE
    return Outcome.WAIVED if Outcome.WAIVED in seen else Outcome.SCORED
