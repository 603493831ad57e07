"""With what is every duty checked: laws, facts, days off, and the day of looking?"""

import datetime as dt
from collections.abc import Collection, Iterable
from itertools import pairwise
from typing import Final, TypeVar

import attrs

from ..decisions.clauses import Regime
from ..errors import FaultError, Place, fault
from ..periods import Period, is_working_day
from ..terms import Text
from .asking import UNSEEN, ask
from .choosing import Laws, law_on
from .duty import (
    Duty,
    DutyStanding,
    Limit,
    Part,
    View,
    in_time,
    next_working_day,
    stayed,
    working_limit,
)
from .duty_facts import Done, DutyFacts

T = TypeVar("T")
LAST_DAY_OFF: Final = "last_day_off"
ONE_DAY: Final = dt.timedelta(days=1)


@attrs.frozen
class At:
    """The facts as they are looked at on the day *as_of*, beside the laws."""

    laws: Laws
    facts: DutyFacts
    days_off: frozenset[dt.date]
    as_of: dt.date

    def law(self, family: str, event: dt.date) -> Regime | None:
        """Return the law of a family on a day; None where there is none at hand."""
        try:
            return law_on(self.laws, family, event)
        except FaultError:
            return None

    def reading(self, law: Regime, id_: str) -> str | None:
        """Return what was chosen for an open question of *law*.

        Raises:
            FaultError: DV-D500 where the choice is none of its options.
        """
        reading = law.readings[id_]
        chosen = self.facts.readings.get(id_, reading.default)
        if chosen and chosen not in reading.options:
            allowed = ", ".join(reading.options)
            raise FaultError(
                fault("DV-D500", Place(key=id_), seen=chosen, allowed=allowed)
            )
        return chosen or None

    def kept(
        self,
        law: Regime,
        clause: str,
        limit: Limit,
        done: Done,
        fact: str,
    ) -> Part:
        """Ask whether a thing was done within its limit."""
        view = View(self.as_of, self.days_off)
        return in_time(ask(law, clause), limit, done, fact, view)

    def working(self, law: Regime, clause: str, start: dt.date) -> Limit:
        """Return the limit of a clause in working days after *start*."""
        count = int(law.number(clause, "working_days"))
        return working_limit(start, count, self.days_off)

    def calendar(
        self,
        law: Regime,
        start: dt.date,
        counts: Collection[int],
        missing: tuple[str, ...] = (),
    ) -> Limit:
        """Return the limit of so many days after *start*.

        Where more than one number of days may apply, *missing* names what would say
        which.
        """
        first = start + ONE_DAY * min(counts)
        last = start + ONE_DAY * max(counts)
        lacking = missing if first != last else ()
        return self.ending(law, first, last, lacking)

    def ending(
        self,
        law: Regime,
        first: dt.date,
        last: dt.date,
        missing: tuple[str, ...] = (),
    ) -> Limit:
        """Return a limit that ends on *first*, or at the latest on *last*.

        Whether one that ends on a day off runs on is a reading the hospital chooses.
        """
        reading = self.reading(law, LAST_DAY_OFF)
        if reading == "stands" or _worked(first, last, self.days_off):
            return Limit(first, last, missing)
        later = next_working_day(last, self.days_off)
        if reading is None:
            return Limit(first, later, missing, silent=True)
        return Limit(next_working_day(first, self.days_off), later, missing)

    def stayed(
        self, law: Regime, clause: str, posted: dt.date, removed: Done, fact: str
    ) -> Part:
        """Ask whether something stayed up as long as a clause wants."""
        days = int(law.number(clause, "days"))
        asked = ask(law, clause)
        return stayed(asked, days, posted, removed, fact, as_of=self.as_of)


def _worked(first: dt.date, last: dt.date, days_off: frozenset[dt.date]) -> bool:
    return is_working_day(first, days_off) and is_working_day(last, days_off)


def simply(law: Regime, clause: str, known: bool | None, seen: Text, fact: str) -> Part:
    """Ask something that has no limit of time."""
    told = UNSEEN if known is None else seen
    return Part(ask(law, clause).condition(known, told, fact))


def silent(law: Regime, clause: str, seen: Text) -> Part:
    """Say that the text does not answer this."""
    return Part(ask(law, clause).condition(None, seen, silent=True))


def in_order(rows: Iterable[T]) -> list[T]:
    """Return entries in an order of their own, whatever order they came in."""
    return sorted(rows, key=repr)


def without_law(id_: str, label: Text, event: dt.date) -> Duty:
    """Return a duty for whose day there is no law at hand: a person has to say."""
    return Duty(id_, label, "", event, DutyStanding.NEEDS_HUMAN_CONFIRMATION)


def months(period: Period) -> tuple[Period, ...]:
    """Return the months that begin in a period, whole."""
    starts: list[dt.date] = []
    day = period.start.replace(day=1)
    while day <= period.end:
        starts.append(day)
        day = after_months(day, 1)
    starts.append(day)
    return tuple(Period(one, two - ONE_DAY) for one, two in pairwise(starts))


def after_months(day: dt.date, count: int) -> dt.date:
    """Return the first day of the month *count* months after that of *day*."""
    years, month = divmod(day.month - 1 + count, 12)
    return dt.date(day.year + years, month + 1, 1)
