"""How many years running did something hold, counted back from the last?

A year that fails ends the chain; one that is not known leaves it open. After a
discipline achievements count only from the day its effect ended.
"""

import datetime as dt
from collections.abc import Callable
from fractions import Fraction

import attrs

from ..decisions.answers import Truth, every
from ..decisions.clauses import Regime
from ..decisions.levels import ORDER, Level
from ..terms import Text
from .awards import AwardId
from .career import Career, Disciplined

END: str = "tdkt-discipline-end"


@attrs.frozen
class Chain:
    """So many years running: *sure* at least, *maybe* if all that is open turns out."""

    sure: int
    maybe: int

    def at_least(self, times: Fraction | int) -> Truth:
        """Say whether it is so long."""
        if self.sure >= times:
            return Truth.TRUE
        return Truth.FALSE if self.maybe < times else Truth.UNKNOWN

    @property
    def seen(self) -> Text:
        """The length in words."""
        many = str(self.sure)
        if self.sure != self.maybe:
            many = f"{self.sure}–{self.maybe}"
        return Text(f"{many} năm liên tục", f"{many} years running")


def running(year: int, first: int, link: Callable[[int], Truth]) -> Chain:
    """Count the years running that end with *year* and begin no sooner than *first*.

    >>> link = {2023: Truth.TRUE, 2024: Truth.UNKNOWN, 2025: Truth.TRUE}.get
    >>> running(2025, 2023, link)
    Chain(sure=1, maybe=3)
    """
    truths = [link(one) for one in range(year, first - 1, -1)]
    sure = next((n for n, one in enumerate(truths) if one is not Truth.TRUE), None)
    maybe = next((n for n, one in enumerate(truths) if one is Truth.FALSE), None)
    whole = len(truths)
    return Chain(whole if sure is None else sure, whole if maybe is None else maybe)


def level_in(career: Career, year: int, least: Level) -> Truth:
    """Say whether the level of a year is *least* or better."""
    possible = career.levels.get(year)
    if possible is None:
        return Truth.UNKNOWN
    good = [ORDER.index(one) <= ORDER.index(least) for one in possible]
    if not any(good):
        return Truth.FALSE
    return Truth.TRUE if all(good) else Truth.UNKNOWN


def held_in(career: Career, award: AwardId, year: int, by: dt.date) -> Truth:
    """Say whether an award of a year was decided, at the latest on the day *by*."""
    if career.awards is None:
        return Truth.UNKNOWN
    return Truth.of(
        any(
            one.id == award and one.year == year and one.decided_on <= by
            for one in career.awards
        )
    )


def counts(law: Regime, career: Career, year: int) -> Truth:
    """Say whether the achievements of a year count after a discipline.

    Of the year in which its effect ends the text does not say.
    """
    if not law.has(END) or not law.clause(END).confirmed:
        return Truth.TRUE
    if career.disciplines is None:
        return Truth.UNKNOWN
    return every(after(one, year) for one in career.disciplines)


def after(one: Disciplined, year: int) -> Truth:
    """Say whether a year lies wholly after the effect of a discipline."""
    if one.ends_on is None:
        early = year < one.decision.effective_on.year
        return Truth.FALSE if early else Truth.UNKNOWN
    if one.ends_on < dt.date(year, 1, 1):
        return Truth.TRUE
    ends_within = one.ends_on < dt.date(year, 12, 31)
    return Truth.UNKNOWN if ends_within else Truth.FALSE
