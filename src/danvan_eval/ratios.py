"""What do all rules about a part of a whole share: 0/0, too much, and the unknown?"""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from .evidence import Values, count, maybe_count
from .points import FULL, NOTHING, to_text
from .rule import Bounds, Finding, Refusal, not_applicable, refused, scored
from .terms import Text

ON_ZERO: Final = ("not_applicable", "full", "zero", "error")
"""What a whole of zero means; every such rule must choose, none has a default."""

ZERO_SAYS: Final = {
    "zero_not_applicable": Text(
        "Không phát sinh ({whole}): tiêu chí không áp dụng.",
        "No event ({whole}): the criterion does not apply.",
    ),
    "zero_full": Text(
        "Không phát sinh ({whole}): hưởng điểm tối đa theo lựa chọn đã nêu.",
        "No event ({whole}): full points by the declared choice.",
    ),
    "zero_zero": Text(
        "Không phát sinh ({whole}): 0 điểm theo lựa chọn đã nêu.",
        "No event ({whole}): 0 points by the declared choice.",
    ),
}


def zero_says(kind: str) -> dict[str, Text]:
    """Return the three sentences about a whole of zero, under *kind*'s own codes."""
    return {f"{kind}.{code}": text for code, text in ZERO_SAYS.items()}


def at_zero(kind: str, on_zero: str) -> Finding | Refusal:
    """Return what a whole of zero comes to by the declared choice."""
    reason, facts = f"{kind}.zero_{on_zero}", ("whole", 0)
    if on_zero == "not_applicable":
        return not_applicable(reason, facts)
    if on_zero == "error":
        return refused("DV-E204", whole=0)
    return scored(FULL if on_zero == "full" else NOTHING, reason, facts)


def check(part: int, whole: int, *, may_exceed: bool) -> Refusal | None:
    """Refuse a part above its whole unless the rule declares that it may be."""
    if part > whole and not may_exceed:
        return refused("DV-E203", seen=part, allowed=whole)
    return None


def check_reachable(top: Fraction, *, may_exceed: bool) -> None:
    """Refuse a target above the whole that no ratio can reach."""
    if top > FULL and not may_exceed:
        raise ValueError(f"{to_text(top)} is above 1; then may_exceed must be true")


def ratio_bounds(
    values: Values,
    part: str,
    whole: str,
    *,
    kind: str,
    at: Callable[[Fraction], Fraction],
    top: Fraction,
    on_zero: str,
    may_exceed: bool,
) -> Bounds | Finding | Refusal:
    """Return the bounds of a ratio rule whose share at a ratio is *at*(ratio).

    *at* never falls as the ratio rises; *top* is the highest ratio that matters:
    1, or the highest edge where the part may exceed its whole. A whole of zero
    needs no part; a whole still unknown may be anything that fits its part, and
    is zero only where that can be.
    """
    known_part, known_whole = maybe_count(values, part), maybe_count(values, whole)
    if known_whole == 0:
        return at_zero(kind, on_zero)
    if known_whole:
        return Bounds(at(NOTHING), at(top))
    best = top if known_part is None else min(top, Fraction(known_part))
    shares = [at(NOTHING), at(best)]
    may_be_zero = may_exceed or not known_part
    if may_be_zero and on_zero in ("full", "zero"):
        shares.append(FULL if on_zero == "full" else NOTHING)
    return Bounds.hull(shares, removable=may_be_zero and on_zero == "not_applicable")


def ratio_of(values: Values, part: str, whole: str) -> tuple[int, int]:
    """Return the two counts of a ratio."""
    return count(values, part), count(values, whole)
