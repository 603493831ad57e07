"""On which day does a term of months or days end, and how certain is that?

The texts do not say whether the first day counts: the last day that is certain and
the last day that is possible are one day apart, and between them people decide.
"""

import calendar
import datetime as dt
from collections.abc import Collection

import attrs

from ..decisions.answers import Truth
from ..periods import ONE_DAY

Days = Collection[dt.date]


@attrs.frozen
class Term:
    """A term: it runs certainly to *sure*, and is certainly over after *last*."""

    start: dt.date
    sure: dt.date
    last: dt.date

    def holds(self, day: dt.date) -> Truth:
        """Say whether *day* falls inside."""
        if day <= self.sure:
            return Truth.TRUE
        return Truth.FALSE if day > self.last else Truth.UNKNOWN


def months_term(start: dt.date, months: int, free: Days = (), maybe: Days = ()) -> Term:
    """Return a term of calendar months.

    *free* are days that do not count, *maybe* days of which that is not certain.

    >>> months_term(dt.date(2021, 3, 1), 60).last
    datetime.date(2026, 3, 1)
    """
    last = months_after(start, months)
    sure = last - ONE_DAY if last.day == start.day else last
    return _stretched(Term(start, sure, last), free, maybe)


def days_term(start: dt.date, days: int, free: Days = (), maybe: Days = ()) -> Term:
    """Return a term of calendar days."""
    last = start + dt.timedelta(days=days)
    return _stretched(Term(start, last - ONE_DAY, last), free, maybe)


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def elapsed(start: dt.date, end: dt.date) -> tuple[int, int]:
    """Return the calendar months and the odd days between two days.

    >>> elapsed(dt.date(2021, 3, 1), dt.date(2026, 8, 1))
    (65, 0)
    """
    if end < start:
        return 0, 0
    months = (end.year - start.year) * 12 + end.month - start.month
    while months_after(start, months) > end:
        months -= 1
    return months, (end - months_after(start, months)).days


def _stretched(term: Term, free: Days, maybe: Days) -> Term:
    every = {*free, *maybe}
    sure = _later(term.start, term.sure, frozenset(free))
    return Term(term.start, sure, _later(term.start, term.last, frozenset(every)))


def _later(start: dt.date, last: dt.date, free: frozenset[dt.date]) -> dt.date:
    """Return the last day, once for each free day inside a day later."""
    inside = sorted(day for day in free if day > start)
    for day in inside:
        if day > last:
            break
        last += ONE_DAY
    return last
