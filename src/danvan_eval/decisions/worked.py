"""How long did somebody work in the year, and who can say so to the day?

The texts count in months and do not say how odd days add up. A stretch of work is
counted in calendar months and days left over; days left over of several stretches
make between 1/31 and 1/28 of a month each. Where the answer hangs on that, or on
leave nobody can read, it is not known.
"""

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final, Literal

import attrs

from ..periods import ONE_DAY, Period
from .answers import Truth

LeaveKind = Literal["thai-san", "om-dau", "di-hoc", "khong-luong"]
SHORTEST: Final = 28
LONGEST: Final = 31
"""How many days a month may have."""


@attrs.frozen
class Months:
    """A length of time in months, to the nearest that is certain.

    *low* and *high* differ only where odd days of several stretches add up, or
    where a row that cannot be read leaves something open.
    """

    low: Fraction
    high: Fraction

    def at_least(self, months: Fraction) -> Truth:
        """Say whether it reaches *months*."""
        if self.low >= months:
            return Truth.TRUE
        return Truth.FALSE if self.high < months else Truth.UNKNOWN


@attrs.frozen
class Work:
    """When somebody worked in the year: stretches of employment and leaves.

    *spoilt* says that a row about it cannot be read: then no length is certain.
    """

    year: Period
    employed: tuple[Period, ...]
    leaves: tuple[tuple[LeaveKind, Period], ...] = ()
    spoilt: bool = False

    def away(self, *kinds: LeaveKind) -> Months:
        """Return how long leaves of *kinds* lasted inside the year's employment.

        A day that falls into leave of another kind too is no absence.
        """
        days = self._days(one for kind, one in self.leaves if kind in kinds)
        other = self._days(one for kind, one in self.leaves if kind not in kinds)
        return self._months((days - other) & self._days(self.employed))

    def at_work(self, *counted: LeaveKind) -> Months:
        """Return how long they worked; leaves of the *counted* kinds count as work."""
        days = self._days(self.employed)
        lost = [one for kind, one in self.leaves if kind not in counted]
        kept = [one for kind, one in self.leaves if kind in counted]
        return self._months(days - (self._days(lost) - self._days(kept)))

    def stretches(self) -> tuple[Period, ...]:
        """Return when they were at work, on no leave at all."""
        lost = self._days(one for _, one in self.leaves)
        return stretches(self._days(self.employed) - lost)

    def _days(self, periods: Iterable[Period]) -> frozenset[int]:
        inside = [part for one in periods if (part := one.meet(self.year))]
        return frozenset(
            day
            for part in inside
            for day in range(part.start.toordinal(), part.end.toordinal() + 1)
        )

    def _months(self, days: frozenset[int]) -> Months:
        if self.spoilt:
            return Months(Fraction(0), Fraction(12))
        return length(stretches(days))


def stretches(days: Iterable[int]) -> tuple[Period, ...]:
    """Return the unbroken stretches of days, given as ordinals."""
    found: list[list[int]] = []
    for day in sorted(days):
        if found and day == found[-1][1] + 1:
            found[-1][1] = day
        else:
            found.append([day, day])
    return tuple(
        Period(dt.date.fromordinal(first), dt.date.fromordinal(last))
        for first, last in found
    )


def length(periods: Sequence[Period]) -> Months:
    """Return how many months some stretches have together.

    >>> half = Period(dt.date(2024, 7, 1), dt.date(2024, 12, 31))
    >>> length([half]) == Months(Fraction(6), Fraction(6))
    True
    """
    whole, odd = 0, []
    for one in periods:
        months, days = _months_and_days(one)
        whole += months
        odd += [days] if days else []
    if len(odd) == 1:
        part = Fraction(odd[0], LONGEST)
        return Months(whole + part, whole + part)
    low = whole + Fraction(sum(odd), LONGEST)
    return Months(low, whole + Fraction(sum(odd), SHORTEST) if odd else low)


def _months_and_days(period: Period) -> tuple[int, int]:
    """Return the calendar months of a stretch, and the days after the last of them."""
    months, at = 0, period.start
    while (following := _a_month_after(period.start, months + 1)) <= (
        period.end + ONE_DAY
    ):
        months, at = months + 1, following
    return months, (period.end + ONE_DAY - at).days


def _a_month_after(day: dt.date, months: int) -> dt.date:
    """Return the day so many months later, or the first after a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    if day.day > last:
        return dt.date(day.year + year, month + 1, last) + ONE_DAY
    return dt.date(day.year + year, month + 1, day.day)
