"""Whose place in a quota is certain, whatever comes of those who are still open?

Whoever is granted a slot keeps it only if every open case that may yet stand before
them leaves one; whoever is refused stays so only if no open case can bring one.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

from ..quotas import Undecided
from .levels import Level

BEST, NEXT = Level.HTXS.value, Level.HTT.value
BASE = frozenset({BEST, NEXT})


@attrs.frozen
class Place:
    """One contender: code, level if it is settled, what is possible, and standing.

    *standing* is None while it is not exactly known: then it may be any.
    """

    code: str
    level: str | None
    possible: frozenset[str]
    standing: Fraction | None

    @property
    def open(self) -> bool:
        """Whether they may yet have the best level."""
        return self.level is None and BEST in self.possible

    def base(self) -> tuple[int, int]:
        """Return how much they add to the base: for certain, and at the most."""
        inside = {self.level} if self.level else self.possible
        return int(bool(inside) and inside <= BASE), int(bool(inside & BASE))


@attrs.frozen
class Certain:
    """What is certain of one line: who is in, who is out, how many are open.

    There is *enough* when everybody who may yet want a slot has one.
    """

    inside: frozenset[str]
    outside: frozenset[str]
    open: int
    enough: bool = False


def base_of(places: Iterable[Place]) -> tuple[int, int]:
    """Return the base at the least and at the most."""
    both = [one.base() for one in places]
    return sum(least for least, _ in both), sum(most for _, most in both)


def certain(
    places: Sequence[Place], slots: tuple[int, int], undecided: Sequence[Undecided]
) -> Certain:
    """Return who is in and who is out whatever comes.

    Args:
        places: everybody the line is about.
        slots: how many there are at the least and at the most.
        undecided: equals about whom people decide at an earlier line.
    """
    waiting = {code for one in undecided for code in one.codes}
    best = [one for one in places if one.level == BEST and one.standing is not None]
    open_ = [one for one in places if one.open and one.code not in waiting]
    wanted = [one for one in undecided if one.grade == BEST]
    inside, outside = set(), set()
    wanting = len(best) + len(open_) + sum(one.most for one in wanted)
    for one in best:
        at = one.standing or Fraction(0)
        ahead = sum(two.standing >= at for two in best if two.standing is not None)
        ahead += sum(two.standing is None or two.standing >= at for two in open_)
        ahead += sum(two.most for two in wanted if two.standing >= (at,))
        if ahead <= slots[0]:
            inside.add(one.code)
        before = sum(two.standing > at for two in best if two.standing is not None)
        before += sum(two.least for two in wanted if two.standing > (at,))
        if before >= slots[1]:
            outside.add(one.code)
    return Certain(
        frozenset(inside), frozenset(outside), len(open_), wanting <= slots[0]
    )
