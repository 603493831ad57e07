"""What do the rows of one department come to, also when it was reorganised?"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal

import attrs

from ...decisions.facts import Span, Tasks, Unit
from ...errors import Fault, fault
from ...periods import Period, overlaps
from ...points import exact_sum
from ...subjects import Subject
from ...terms import Text
from .figures import UnitRow
from .scores import Most, checked, span_of, unheld

Part = Literal["assigned", "completed", "good", "exceeded", "late"]
PARTS: tuple[Part, ...] = ("assigned", "completed", "good", "exceeded", "late")


@attrs.frozen
class UnitFound:
    """A department as its rows have it, and what is wrong with them."""

    unit: Unit
    faults: tuple[Fault, ...] = ()


def unit_of(
    subject: Subject,
    rows: Sequence[UnitRow],
    most: Most,
    year: Period,
    reading: str | None,
) -> UnitFound:
    """Return the facts of a department.

    Of one that was reorganised, tasks before and after add up; how its points do
    is for the hospital to say (*reading*). Parts that overlap, or leave days of
    the year out, settle nothing.
    """
    if not rows:
        return UnitFound(Unit(subject))
    faults = [one for row in rows for one in unheld(row, most, row.points)]
    if torn := _unfit(rows, year):
        return UnitFound(Unit(subject), (*faults, *torn))
    ordered = sorted(rows, key=lambda row: row.days or year)
    parts = tuple(_told(row, year) for row in ordered) if len(rows) > 1 else ()
    last = ordered[-1]
    unit = Unit(
        subject,
        _added(row.tasks for row in rows),
        _points(ordered, most, year, reading),
        force_majeure=_any(row.force_majeure for row in rows),
        new=any(row.new for row in rows),
        parts=parts,
        internal=last.internal,
    )
    return UnitFound(unit, tuple(faults))


def _unfit(rows: Sequence[UnitRow], year: Period) -> list[Fault]:
    """Return faults when rows are no parts of one year, or do not fill it.

    A unit that is new has its year from the first day it was there.
    """
    days = [row.days for row in rows if row.days is not None]
    if len(rows) > 1 and (len(days) < len(rows) or overlaps(days)):
        return [fault("DV-C010", row.place, seen=row.code) for row in rows]
    inside = [part for one in days if (part := one.meet(year))]
    first = min((one.start for one in inside), default=year.start)
    whole = Period(first, year.end) if any(row.new for row in rows) else year
    told = sum(one.days for one in inside)
    if not days or (len(inside) == len(days) and told == whole.days):
        return []
    data = {"seen": rows[0].code, "days": told, "allowed": whole.days}
    return [fault("DV-C024", row.place, **data) for row in rows]


def _told(row: UnitRow, year: Period) -> Text:
    days = row.days.meet(year) if row.days else year
    when = f"{days.start:%d/%m/%Y}–{days.end:%d/%m/%Y}" if days else "–"
    done = f"{row.tasks.completed}/{row.tasks.assigned}"
    return Text(f"{when}: {done} nhiệm vụ", f"{when}: {done} tasks")


def _added(tasks: Iterable[Tasks]) -> Tasks:
    """Return tasks before and after together; one that is not known spoils the sum."""
    listed = list(tasks)
    sums: dict[str, int | None] = {}
    for name in PARTS:
        counts = [getattr(one, name) for one in listed]
        sums[name] = None if None in counts else sum(counts)
    return Tasks(**sums)


def _points(
    rows: Sequence[UnitRow], most: Most, year: Period, reading: str | None
) -> Span | None:
    """Return the points; of parts, by their days where the hospital reads it so."""
    spans = [
        span_of(
            checked(row.common, most.common),
            checked(row.result, most.result),
            most,
            "points",
        )
        for row in rows
    ]
    if len(rows) == 1:
        return spans[0]
    known = [one for one in spans if one is not None]
    if reading != "months" or len(known) < len(spans):
        return None
    days = [Fraction(_days(row, year)) for row in rows]
    whole = sum(days)
    if not whole:
        return None
    weighed = list(zip(known, days, strict=True))
    return Span(
        exact_sum(one.low * part for one, part in weighed) / whole,
        exact_sum(one.high * part for one, part in weighed) / whole,
        tuple(name for one in known for name in one.missing),
    )


def _days(row: UnitRow, year: Period) -> int:
    inside = row.days.meet(year) if row.days else year
    return inside.days if inside else 0


def _any(answers: Iterable[bool | None]) -> bool | None:
    """Return yes when any is, no when all are, None while one is not known."""
    listed = list(answers)
    if True in listed:
        return True
    return None if None in listed else False
