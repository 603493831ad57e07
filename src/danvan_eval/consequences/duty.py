"""Was a duty done by the day it was due? What is not over yet is neither met nor missed."""

import datetime as dt
from collections.abc import Sequence
from enum import Enum
from typing import Final, Literal

import attrs

from ..decisions.answers import Condition, Truth, some
from ..decisions.clauses import Regime
from ..periods import is_working_day, working_days_after
from ..terms import Text
from .asking import UNSEEN, Asked, day_text
from .duty_facts import NOT_YET, Done
from .proposal import Standing, standing_of

Days = Literal["working", "calendar"]
DAYS: Final = {
    "working": Text("ngày làm việc", "working days"),
    "calendar": Text("ngày", "days"),
}


class DutyStanding(Enum):
    """Where a duty stands on a day."""

    MET = "met"
    MISSED = "missed"
    RUNNING = "running"
    NOT_ASKED = "not_asked"
    NOT_ENOUGH_DATA = "not_enough_data"
    NEEDS_HUMAN_CONFIRMATION = "needs_human_confirmation"


DUTY_STANDINGS: Final = {
    DutyStanding.MET: Text("đã làm đúng", "met"),
    DutyStanding.MISSED: Text("chưa làm đúng", "missed"),
    DutyStanding.RUNNING: Text("chưa hết hạn", "not over yet"),
    DutyStanding.NOT_ASKED: Text("không đặt ra", "not asked"),
    DutyStanding.NOT_ENOUGH_DATA: Text("chưa đủ dữ liệu", "not enough data"),
    DutyStanding.NEEDS_HUMAN_CONFIRMATION: Text(
        "cần người xác nhận căn cứ", "the ground needs a person's confirmation"
    ),
}
SETTLED: Final = frozenset({DutyStanding.MET, DutyStanding.MISSED})
DECIDES: Final = Text(
    "Người đứng đầu bệnh viện xem xét; đây chỉ là việc đối chiếu ngày",
    "The head of the hospital considers it; this only compares days",
)
_ONE_DAY: Final = dt.timedelta(days=1)


@attrs.frozen
class View:
    """The day of looking, and the hospital's own days off."""

    as_of: dt.date
    days_off: frozenset[dt.date]


@attrs.frozen
class Limit:
    """Until when a thing is in time: surely until *low*, surely late after *high*.

    They are one day unless facts named in *missing* are not known, or the text does
    not say which (*silent*). Without *high* nobody can tell yet when it is late.
    """

    low: dt.date
    high: dt.date | None
    missing: tuple[str, ...] = ()
    silent: bool = False
    days: Days = "calendar"

    @property
    def due(self) -> dt.date:
        """The last day on which it is surely in time."""
        return self.low


@attrs.frozen
class Part:
    """One condition, its days, and whether its limit is not over yet (*running*)."""

    condition: Condition
    running: bool = False
    due: dt.date | None = None
    done: dt.date | None = None
    over: int = 0
    days: Days = "calendar"


@attrs.frozen
class Duty:
    """One duty as it stands: its law and day, its conditions, its days.

    *event* chose the *law*. *over* is by how many days (of *days*) one that is missed
    was late, is late so far, or was too short; *counted* is how many of what it asks were seen.
    """

    id: str
    label: Text
    law: str
    event: dt.date
    standing: DutyStanding
    conditions: tuple[Condition, ...] = ()
    exclusions: tuple[Condition, ...] = ()
    due: dt.date | None = None
    done: dt.date | None = None
    over: int = 0
    days: Days = "calendar"
    counted: int | None = None
    decides: Text = DECIDES

    @property
    def kind(self) -> str:
        """What kind of duty it is: the word before the colon of its id."""
        return self.id.partition(":")[0]

    @property
    def settled(self) -> bool:
        """Whether it is met or missed."""
        return self.standing in SETTLED

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts still to be brought."""
        if self.standing is not DutyStanding.NOT_ENOUGH_DATA:
            return ()
        asked = (*self.exclusions, *self.conditions)
        return tuple(dict.fromkeys(name for one in asked for name in one.missing))


def duty_of(
    law: Regime,
    id_: str,
    label: Text,
    event: dt.date,
    parts: Sequence[Part],
    *,
    exclusions: Sequence[Condition] = (),
    counted: int | None = None,
) -> Duty:
    """Return a duty of its parts; the days are those of the first."""
    first = parts[0]
    standing = duty_standing(law, parts, exclusions)
    return Duty(
        id_,
        label,
        law.id,
        event,
        standing,
        tuple(one.condition for one in parts),
        tuple(exclusions),
        first.due,
        first.done,
        first.over if standing is DutyStanding.MISSED else 0,
        first.days,
        counted,
    )


def duty_standing(
    law: Regime, parts: Sequence[Part], exclusions: Sequence[Condition] = ()
) -> DutyStanding:
    """Return where a duty stands.

    It is missed by a clause that somebody has read, and only where nothing open
    could still mean that it is not asked at all.
    """
    excluded = some(one.truth for one in exclusions)
    if excluded is Truth.TRUE:
        return DutyStanding.NOT_ASKED
    conditions = [one.condition for one in parts]
    base = standing_of(law, conditions)
    if base in _DONE:
        return _DONE[base]
    if base is Standing.NOT_MET:
        failing = [one for one in conditions if one.truth is Truth.FALSE]
        if not any(law.clause(one.clause).confirmed for one in failing):
            return DutyStanding.NEEDS_HUMAN_CONFIRMATION
        return _open(exclusions) if excluded is Truth.UNKNOWN else DutyStanding.MISSED
    if any(one.running for one in parts):
        return DutyStanding.RUNNING
    return _open((*conditions, *exclusions))


_DONE: Final = {
    Standing.PROPOSED: DutyStanding.MET,
    Standing.NEEDS_HUMAN_CONFIRMATION: DutyStanding.NEEDS_HUMAN_CONFIRMATION,
}


def _open(asked: Sequence[Condition]) -> DutyStanding:
    """Say whether more facts would help, or only a person can tell."""
    if all(one.silent for one in asked if one.truth is Truth.UNKNOWN):
        return DutyStanding.NEEDS_HUMAN_CONFIRMATION
    return DutyStanding.NOT_ENOUGH_DATA


def seen_by(done: Done, as_of: dt.date) -> Done:
    """Return what was seen of a thing on a day: what comes later is not done yet."""
    return NOT_YET if isinstance(done, dt.date) and done > as_of else done


def in_time(asked: Asked, limit: Limit, done: Done, fact: str, view: View) -> Part:
    """Ask whether a thing was done within its limit, as seen on a day.

    *fact* is the name of the day it was done.
    """
    as_of = view.as_of
    seen = seen_by(done, as_of)
    on = seen if isinstance(seen, dt.date) else None
    running = on is None and as_of <= limit.low
    known = None if seen is None else _kept(limit, on, as_of)
    missing = (fact,) if seen is None else limit.missing
    late = limit.high if known is False else None
    return Part(
        asked.condition(
            known,
            _told(limit, seen, as_of),
            *(() if running else missing),
            silent=limit.silent and not missing and not running and known is None,
        ),
        running,
        limit.due,
        on,
        0 if late is None else _between(late, on or as_of, limit.days, view.days_off),
        limit.days,
    )


def _kept(limit: Limit, on: dt.date | None, as_of: dt.date) -> bool | None:
    if on is not None and on <= limit.low:
        return True
    late = limit.high is not None and (on or as_of) > limit.high
    return False if late else None


def _told(limit: Limit, seen: Done, as_of: dt.date) -> Text:
    due, until = day_text(limit.due), day_text(as_of)
    if seen is None:
        return Text(f"{UNSEEN.vi}; hạn {due}", f"{UNSEEN.en}; due {due}")
    if isinstance(seen, dt.date):
        return Text(f"{day_text(seen)}; hạn {due}", f"{day_text(seen)}; due {due}")
    return Text(f"chưa làm đến {until}; hạn {due}", f"not done by {until}; due {due}")


def _between(
    due: dt.date, reached: dt.date, days: Days, days_off: frozenset[dt.date]
) -> int:
    """Count the days after *due* up to *reached*."""
    if days == "working":
        return working_days_after(due, reached, days_off)
    return (reached - due).days


def stayed(
    asked: Asked,
    days: int,
    posted: dt.date,
    removed: Done,
    fact: str,
    *,
    as_of: dt.date,
) -> Part:
    """Ask whether something stayed up so many days in a row from *posted* on.

    *removed* is the first day it was no longer up; being late is being up too short.
    """
    until = posted + _ONE_DAY * days
    seen = seen_by(removed, as_of)
    on = seen if isinstance(seen, dt.date) else None
    running = on is None and as_of < until
    if on is not None:
        known: bool | None = on >= until
    else:
        known = None if running or seen is None else True
    up = ((on or as_of) - posted).days
    told = Text(
        f"{up} ngày từ {day_text(posted)}", f"{up} days from {day_text(posted)}"
    )
    condition = asked.condition(
        known, UNSEEN if seen is None else told, *(() if running else (fact,))
    )
    short = (until - on).days if on is not None and known is False else 0
    return Part(condition, running, until, on, short)


def working_limit(start: dt.date, count: int, days_off: frozenset[dt.date]) -> Limit:
    """Return the limit of so many working days after *start*.

    >>> working_limit(dt.date(2025, 12, 19), 5, frozenset()).due
    datetime.date(2025, 12, 26)
    """
    day, left = start, count
    while left:
        day += _ONE_DAY
        left -= is_working_day(day, days_off)
    return Limit(day, day, days="working")


def next_working_day(day: dt.date, days_off: frozenset[dt.date]) -> dt.date:
    """Return *day* itself if it is worked, else the first one after it that is."""
    while not is_working_day(day, days_off):
        day += _ONE_DAY
    return day
