"""When is a salary step full, and what has moved that day?

Months are counted by the calendar and added once, from the day the step began. What
is not known leaves a span between the earliest and the latest day.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Final

import attrs

from ..terms import Text
from .months import months_after


@attrs.frozen
class Line:
    """So many months more, by which clause ("một dòng cộng thêm").

    *low* and *high* differ while something is *missing*, or where the text is silent;
    without *high* nobody can say how much it may become. *day* is when it happened;
    *late* says that the step was full by then.
    """

    clause: str
    says: Text
    low: int
    high: int | None
    day: dt.date | None = None
    missing: tuple[str, ...] = ()
    late: bool = False

    @property
    def months(self) -> int | None:
        """How many months; None while that is open."""
        return self.low if self.low == self.high else None


@attrs.frozen
class Prolongation:
    """By how much a step is prolonged, line by line ("kéo dài thời hạn nâng lương")."""

    lines: tuple[Line, ...] = ()

    @property
    def low(self) -> int:
        """The least it comes to."""
        return sum(one.low for one in self.lines)

    @property
    def high(self) -> int | None:
        """The most it may come to; None where nobody can say."""
        return most(self.lines)

    @property
    def months(self) -> int | None:
        """How many months it comes to; None while that is open."""
        return self.low if self.low == self.high else None


@attrs.frozen
class StepTime:
    """How long a step has to be held: the usual *base*, what does not count, and more.

    *odd* is what odd days short of a month come to by a rule nobody has read, and
    *odd_most* the most they can come to by any.
    """

    began: dt.date
    base: int
    uncounted: tuple[Line, ...] = ()
    prolongation: Prolongation = Prolongation()
    odd: Line | None = None
    odd_most: int = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """Everything that moves the day."""
        return (*self.uncounted, *self.prolongation.lines)

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that would say more."""
        return tuple(dict.fromkeys(name for one in self.lines for name in one.missing))

    @property
    def surely(self) -> tuple[dt.date, dt.date | None]:
        """The earliest and the latest day it may be full, whatever odd days come to."""
        return self._days(0, self.odd_most)

    @property
    def by_rule(self) -> tuple[dt.date, dt.date | None]:
        """The earliest and the latest day, odd days by the remembered rule."""
        odd = self.odd
        return self._days(odd.low, odd.high) if odd else self.surely

    @property
    def due(self) -> dt.date | None:
        """The day it is full, odd days by the remembered rule; None while it is open."""
        low, high = self.by_rule
        return low if low == high else None

    def _days(self, low: int, high: int | None) -> tuple[dt.date, dt.date | None]:
        least = self.base + sum(one.low for one in self.lines) + low
        more = most(self.lines)
        if more is None or high is None:
            return months_after(self.began, least), None
        longest = months_after(self.began, self.base + more + high)
        return months_after(self.began, least), longest


def most(lines: Iterable[Line]) -> int | None:
    """Return what lines come to at the most; None where nobody can say."""
    total = 0
    for one in lines:
        if one.high is None:
            return None
        total += one.high
    return total


AFTER: Final = Text(
    "xảy ra khi đã đủ thời gian giữ bậc", "happened when the step was full"
)


def before_full(
    began: dt.date,
    base: int,
    uncounted: Iterable[Line],
    more: Iterable[Line],
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines in order; what came when the step was full may add nothing.

    Of that the text does not say whether it still prolongs the step.
    """
    kinds = [(one, False) for one in uncounted] + [(one, True) for one in more]
    held, lines = base, dict[bool, list[Line]]({False: [], True: []})
    for one, prolongs in sorted(kinds, key=_order):
        line = one
        if one.day and one.day >= months_after(began, held):
            says = Text(f"{one.says.vi}; {AFTER.vi}", f"{one.says.en}; {AFTER.en}")
            line = attrs.evolve(one, low=0, says=says, late=True)
        held += line.low
        lines[prolongs].append(line)
    return tuple(lines[False]), tuple(lines[True])


def _order(kind: tuple[Line, bool]) -> tuple[dt.date, bool, str]:
    line, prolongs = kind
    return line.day or dt.date.min, prolongs, line.says.vi
