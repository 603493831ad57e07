"""How many may keep a grade, who does, and where do people have to decide?"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import groupby

import attrs

from .points import Mode, to_multiple
from .scheme import Quota

Standing = tuple[Fraction, ...]
"""Total (or share) and tie-break keys; equal standings cannot be told apart."""


@attrs.frozen
class Candidate:
    """Somebody who has a total: code, grade, standing."""

    code: str
    grade: str | None
    standing: Standing


@attrs.frozen
class Allocation:
    """What a quota comes to, with everything its worksheet shows.

    *exact* is ratio × base before rounding, *slots* after it. *contested* stand
    equal across the line: *left* slots for more codes, which people decide after
    the *chain* of tie-breaks was tried. *waiting* are incomplete, or their grade is
    still open, and may yet reach it.
    """

    quota: str
    block: str
    grade: str
    beyond: str
    base: int
    exact: Fraction
    slots: int
    granted: tuple[str, ...]
    contested: tuple[str, ...]
    left: int
    refused: tuple[str, ...]
    chain: tuple[str, ...]
    waiting: tuple[str, ...] = ()

    def proposed(self, code: str, grade: str | None) -> str | None:
        """Return the grade proposed for *code*; None where people decide."""
        if code in self.contested:
            return None
        return self.beyond if code in self.refused else grade


def slots(
    ratio: Fraction, base: int, mode: Mode, *, excludes_granted: bool = False
) -> int:
    """Return how many *ratio* of *base* is, by integer arithmetic.

    With *excludes_granted* the base counts only those who do **not** get the
    grade: x = ratio × (base − x).

    >>> slots(Fraction("0.2"), 800, "down")
    160
    >>> slots(Fraction("0.2"), 800, "down", excludes_granted=True)
    133
    """
    return to_multiple(
        exact_slots(ratio, base, excludes_granted=excludes_granted), mode
    )


def exact_slots(ratio: Fraction, base: int, *, excludes_granted: bool) -> Fraction:
    """Return the number of slots before it is rounded."""
    return ratio * base / (1 + ratio) if excludes_granted else ratio * base


def allocate(
    quota: Quota,
    candidates: Iterable[Candidate],
    *,
    block: str = "",
    chain: Sequence[str] = (),
    waiting: Sequence[str] = (),
) -> Allocation:
    """Fill the slots from the top; a tie across the line is left to people.

    *candidates* are all who have a total, in any order.
    """
    rated = list(candidates)
    base = sum(not quota.base_grades or one.grade in quota.base_grades for one in rated)
    exact = exact_slots(quota.ratio, base, excludes_granted=quota.base_excludes_granted)
    left = total = max(to_multiple(exact, quota.rounding), quota.minimum)
    granted: list[str] = []
    contested: list[str] = []
    refused: list[str] = []
    wanted = [one for one in rated if one.grade == quota.grade]
    wanted.sort(key=lambda one: one.standing, reverse=True)
    for _, equals in groupby(wanted, key=lambda one: one.standing):
        codes = sorted(one.code for one in equals)
        if contested or not left:
            refused += codes
        elif len(codes) <= left:
            granted += codes
            left -= len(codes)
        else:
            contested = codes
    return Allocation(
        quota.id,
        block,
        quota.grade,
        quota.beyond,
        base,
        exact,
        total,
        tuple(granted),
        tuple(contested),
        left if contested else 0,
        tuple(refused),
        tuple(chain),
        tuple(sorted(waiting)),
    )
