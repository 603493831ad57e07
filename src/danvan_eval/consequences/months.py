"""Which day is so many calendar months later, and how many months has a stretch?"""

import calendar
import datetime as dt

from ..decisions.clauses import Regime
from ..periods import ONE_DAY, Period


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the day so many months later, or the first after a shorter month.

    >>> months_after(dt.date(2024, 9, 1), 12), months_after(dt.date(2024, 8, 31), 6)
    (datetime.date(2025, 9, 1), datetime.date(2025, 3, 1))
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    if day.day > last:
        return dt.date(year, month + 1, last) + ONE_DAY
    return dt.date(year, month + 1, day.day)


def whole_months(stretch: Period) -> tuple[int, Period | None]:
    """Return the calendar months of a stretch, and the days left after the last.

    >>> whole_months(Period(dt.date(2024, 3, 1), dt.date(2024, 5, 2)))[0]
    2
    """
    months, at = 0, stretch.start
    following = months_after(stretch.start, 1)
    while following <= stretch.end + ONE_DAY:
        months, at = months + 1, following
        following = months_after(stretch.start, months + 1)
    return months, Period(at, stretch.end) if at <= stretch.end else None


def months_of(law: Regime, clause: str, name: str = "months") -> int:
    """Return a whole number of a clause."""
    return int(law.number(clause, name))


def day_of(law: Regime, clause: str) -> dt.date:
    """Return the day a clause names by year, month and day."""
    year, month, day = (months_of(law, clause, one) for one in ("year", "month", "day"))
    return dt.date(year, month, day)
