"""Which regime applies? Dates and facts choose it, never the day of the run."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal

import attrs

from ..errors import FaultError, Place, fault
from ..terms import Text
from .choices import Choices
from .clauses import Regime
from .logic import RegimeLogic

Who = Literal["person", "unit"]
DEADLINE: Final = "nd233-d18-k3-a"
TRANSITION: Final = "nd233-d20-k1"
NAMED: Final = "regime"
"""The reading by which a hospital names a regime that stands in for another."""


@attrs.frozen(eq=False)
class Loaded:
    """A regime with its data and its functions."""

    law: Regime
    logic: RegimeLogic


@attrs.frozen(eq=False)
class Choice:
    """The regime that applies to one kind of subject, and by which clause and date."""

    loaded: Loaded
    event: dt.date
    why: Text
    clause: str = ""


def choose(
    regimes: Iterable[Loaded], who: Who, year: int, event: dt.date, choices: Choices
) -> Choice:
    """Return the regime for the *year*, classified on the day *event*.

    The transition of NĐ 233 is written for persons: units are under the decree
    from its first day.

    Raises:
        FaultError: DV-R031 where no regime was in force on that day; DV-R032 for a
            regulation issued after its last day, before the classification, while
            nobody has chosen how the transition is read; DV-R036 where the regime
            the hospital names is not there, DV-R037 where the one to fall back to
            is not.
    """
    listed = {one.law.id: one for one in regimes}
    found = _in_force(listed, event, choices)
    if len(found) != 1:
        allowed = ", ".join(sorted(listed))
        place = Place(key="evaluation.decided_on")
        told = {"seen": f"{event:%d/%m/%Y}", "seen_en": event, "allowed": allowed}
        raise FaultError(fault("DV-R031", place, **told))
    chosen = found[0]
    day = f"{event:%d/%m/%Y}"
    why = Text(
        f"có hiệu lực ngày xếp loại {day}", f"in force on {day}, the day classified"
    )
    logic = chosen.logic
    if who == "unit" or logic.year_of_regulation != year:
        return Choice(chosen, event, why)
    return _by_regulation(chosen, listed, event, choices, why)


def _in_force(
    listed: dict[str, Loaded], event: dt.date, choices: Choices
) -> list[Loaded]:
    """Return what is in force on the day *event*, as the hospital has it.

    A regime that stands in for another one counts where the hospital names it, and
    on the days it is in force the other one does not. Nothing else can be named.
    """
    named = choices.reading(NAMED)
    own = sorted(id_ for id_, one in listed.items() if one.logic.replaces)
    if named is not None and named not in own:
        place = Place(key=f"readings.{NAMED}")
        raise FaultError(fault("DV-R036", place, seen=named, allowed=", ".join(own)))
    found = [
        one
        for id_, one in listed.items()
        if any(event in days for days in one.law.in_force)
        and (id_ == named or not one.logic.replaces)
    ]
    replaced = {one.logic.replaces for one in found}
    return [one for one in found if one.law.id not in replaced]


def _by_regulation(
    chosen: Loaded,
    listed: dict[str, Loaded],
    event: dt.date,
    choices: Choices,
    why: Text,
) -> Choice:
    """Return the regime of the year of transition, by the hospital's regulation."""
    last = _last_day(chosen.law)
    regulation = choices.regulation
    issued = regulation.issued_on if regulation else None
    before = _otherwise(chosen, listed)
    if issued is None or issued > event:
        says = Text(
            f"đến {event:%d/%m/%Y} chưa có quy chế đánh giá của đơn vị",
            f"no evaluation regulation of the hospital by {event:%d/%m/%Y}",
        )
        return Choice(before, event, says, TRANSITION)
    if issued <= last:
        return Choice(chosen, event, why)
    reading = choices.reading("late_regulation")
    says = Text(
        f"quy chế ban hành {issued:%d/%m/%Y}, sau hạn {last:%d/%m/%Y}",
        f"the regulation was issued on {issued:%d/%m/%Y}, after {last:%d/%m/%Y}",
    )
    if reading == "applies":
        return Choice(chosen, event, says, TRANSITION)
    if reading == "falls_back":
        return Choice(before, event, says, TRANSITION)
    place = Place(key="readings.late_regulation")
    told = {"seen": f"{issued:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}
    raise FaultError(fault("DV-R032", place, **told))


def _otherwise(chosen: Loaded, listed: dict[str, Loaded]) -> Loaded:
    """Return the regime a year of transition falls back to."""
    name = chosen.logic.otherwise
    if name not in listed:
        place, allowed = Place(key="regimes"), ", ".join(sorted(listed))
        raise FaultError(fault("DV-R037", place, seen=name, allowed=allowed))
    return listed[name]


def _last_day(law: Regime) -> dt.date:
    numbers = law.clause(DEADLINE).numbers
    return dt.date(int(numbers["year"]), int(numbers["month"]), int(numbers["day"]))
