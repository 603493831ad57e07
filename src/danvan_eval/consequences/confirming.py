"""What may a rule settle that nobody has read? Nothing: a person confirms it."""

from collections.abc import Iterable

from ..decisions.answers import Condition
from ..decisions.clauses import Regime
from .proposal import Standing, standing_of


def settled(
    law: Regime,
    conditions: Iterable[Condition],
    exclusions: Iterable[Condition] = (),
    *,
    confirmed: bool = True,
) -> Standing:
    """Return how far a proposal goes when a remembered rule rules nobody out either.

    Where the law as a whole is not *confirmed*, everything needs a person.
    """
    if not confirmed:
        return Standing.NEEDS_HUMAN_CONFIRMATION
    asked, out = tuple(conditions), tuple(exclusions)
    known = _read(law, asked), _read(law, out)
    found = standing_of(law, *known)
    if known == (asked, out) or found is not Standing.PROPOSED:
        return found
    return Standing.NEEDS_HUMAN_CONFIRMATION


def _read(law: Regime, asked: Iterable[Condition]) -> tuple[Condition, ...]:
    return tuple(one for one in asked if law.clause(one.clause).confirmed)
