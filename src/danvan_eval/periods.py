"""Which days, and which of them are working days?"""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

import attrs

ONE_DAY = dt.timedelta(days=1)


@attrs.frozen(order=True)
class Period:
    """The days from *start* to *end*, both included ("kỳ đánh giá")."""

    start: dt.date
    end: dt.date

    def __attrs_post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.end < self.start:
            raise ValueError(f"{self.end} is before {self.start}")

    @classmethod
    def year(cls, year: int) -> "Period":
        """Return the calendar year.

        >>> Period.year(2024).days
        366
        """
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31))

    @property
    def days(self) -> int:
        """How many days the period has."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: dt.date) -> bool:
        """Say whether *day* lies in the period."""
        return self.start <= day <= self.end

    def meet(self, other: "Period") -> "Period | None":
        """Return the days both periods share; None when there are none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start <= end else None

    def __str__(self) -> str:
        """Write the period in ISO form, ``2024-01-01/2024-12-31``."""
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


def overlaps(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the stretches that two neighbours of *periods* both claim."""
    pairs = pairwise(sorted(periods))
    return tuple(both for one, two in pairs if (both := one.meet(two)))


def gaps(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the stretches between *periods* that nobody claims."""
    found: list[Period] = []
    ordered = sorted(periods)
    reached = ordered[0].end if ordered else None
    for period in ordered[1:]:
        if reached is not None and period.start > reached + ONE_DAY:
            found.append(Period(reached + ONE_DAY, period.start - ONE_DAY))
        reached = max(reached or period.end, period.end)
    return tuple(found)


@lru_cache(maxsize=256)
def public_holidays(year: int) -> frozenset[dt.date]:
    """Return Vietnam's public holidays of *year*, lunar Tết included.

    The dates are those of the `holidays` library; compare a coming year with
    the official notice, and name the hospital's own days off beside them.
    """
    import holidays

    return frozenset(holidays.country_holidays("VN", years=year))


def is_working_day(day: dt.date, days_off: frozenset[dt.date]) -> bool:
    """Say whether *day* is worked: no weekend, no public holiday, no own day off."""
    saturday = 5
    return (
        day.weekday() < saturday
        and day not in days_off
        and day not in public_holidays(day.year)
    )


def working_days_after(
    due: dt.date, done: dt.date, days_off: frozenset[dt.date]
) -> int:
    """Count the working days after *due* up to and including *done*.

    >>> working_days_after(dt.date(2024, 11, 8), dt.date(2024, 11, 11), frozenset())
    1
    """
    span = (done - due).days
    days = (due + ONE_DAY * step for step in range(1, span + 1))
    return sum(is_working_day(day, days_off) for day in days)
