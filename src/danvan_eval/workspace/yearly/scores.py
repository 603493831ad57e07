"""What is somebody's score of the year, from those of its months or quarters?"""

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, Protocol

import attrs

from ...decisions.facts import SCORE_OF, PeriodScore, Span
from ...errors import Fault, Place, fault
from ...periods import Period
from ...points import NOTHING, exact_sum, shown
from .register import Register
from .registers import PERIODS, About

COMMON: Final = Fraction(30)
RESULT: Final = Fraction(70)
DIGITS: Final = 15
"""Decimals that points are told with: cut shorter they might seem to be inside."""


@attrs.frozen
class Most:
    """The most points a form holds, less what the dân vận result brings into it."""

    common: Fraction = COMMON
    result: Fraction = RESULT

    @property
    def whole(self) -> Fraction:
        """Both parts."""
        return self.common + self.result


def span_of(
    common: Fraction | None, result: Fraction | None, most: Most, name: str
) -> Span | None:
    """Return the points of a form; a part that is missing may be anything it can be.

    None where neither part is known.
    """
    if common is None and result is None:
        return None
    missing = () if common is not None and result is not None else (name,)
    low = (common or NOTHING) + (result or NOTHING)
    high = (most.common if common is None else common) + (
        most.result if result is None else result
    )
    return Span(low, high, missing)


def checked(score: Fraction | None, most: Fraction) -> Fraction | None:
    """Return points that the form can hold; None for others."""
    return score if score is not None and NOTHING <= score <= most else None


class Parts(Protocol):
    """What has points in both parts of a form."""

    @property
    def common(self) -> Fraction | None:
        """Points of the common part."""
        ...

    @property
    def result(self) -> Fraction | None:
        """Points of the result."""
        ...


def unheld(row: Parts, most: Most, places: Sequence[Place]) -> Iterator[Fault]:
    """Yield a fault for each part above what the form holds, at its cell."""
    limits = (row.common, most.common), (row.result, most.result)
    for place, (seen, limit) in zip(places, limits, strict=True):
        if seen is not None and checked(seen, limit) is None:
            told = {"seen": seen, "allowed": limit}
            vi = {key: shown(one, places=DIGITS) for key, one in told.items()}
            en = {
                f"{key}_en": shown(one, places=DIGITS, comma=False)
                for key, one in told.items()
            }
            yield fault("DV-C006", place, **vi, **en)


@attrs.frozen
class Scores:
    """The scores of a year by period; *by* is ``quarter`` or ``month``."""

    register: Register
    year: int
    by: str
    most: Most
    own: Mapping[str, Sequence[About]]

    def of(self, code: str, worked: Sequence[Period]) -> Span | None:
        """Return the mean over the periods somebody worked in, and those scored.

        A period without a score may be anything the form holds: it is not zero.
        None where there is no table of scores.
        """
        if not self.register.there:
            return None
        own = self._scored(code)
        awaited = [one for one in PERIODS[self.by] if self._in(one, worked)]
        named = [one for one in PERIODS[self.by] if one in awaited or one in own]
        if not named:
            return None
        spans = [self._span(one, own.get(one)) for one in named]
        missing = tuple(name for one in spans for name in one.missing)
        count = len(named)
        return Span(
            exact_sum(one.low for one in spans) / count,
            exact_sum(one.high for one in spans) / count,
            missing,
        )

    def faults(self) -> list[Fault]:
        """Return a fault for each score above what the form holds."""
        return [
            wrong
            for listed in self.own.values()
            for one in listed
            if isinstance(one.entry, PeriodScore)
            for wrong in unheld(one.entry, self.most, one.points)
        ]

    def _scored(self, code: str) -> Mapping[str, PeriodScore]:
        if not self.register.clear_for_person(code):
            return {}
        return {
            one.entry.period: one.entry
            for one in self.own.get(code, ())
            if isinstance(one.entry, PeriodScore)
        }

    def _span(self, name: str, score: PeriodScore | None) -> Span:
        label = f"{SCORE_OF}{name}"
        nothing = Span(NOTHING, self.most.whole, (label,))
        if score is None:
            return nothing
        common = checked(score.common, self.most.common)
        result = checked(score.result, self.most.result)
        return span_of(common, result, self.most, label) or nothing

    def _in(self, name: str, worked: Sequence[Period]) -> bool:
        days = days_of(name, self.year)
        return any(one.meet(days) for one in worked)


def days_of(name: str, year: int) -> Period:
    """Return the days of a month or a quarter.

    >>> str(days_of("Q4", 2026)), str(days_of("T2", 2028))
    ('2026-10-01/2026-12-31', '2028-02-01/2028-02-29')
    """
    nth = int(name[1:])
    first, last = (nth, nth) if name[0] == "T" else (3 * nth - 2, 3 * nth)
    end = calendar.monthrange(year, last)[1]
    return Period(dt.date(year, first, 1), dt.date(year, last, end))
