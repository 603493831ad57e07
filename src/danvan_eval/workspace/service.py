"""Who is counted on the last day of the period, where, and after how much service?"""

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from ..errors import Fault, fault
from ..evidence import Observed, Unreadable
from ..periods import Period
from ..subjects import Subject
from .staff import LEAVES, NOT_SERVICE, Leave, Person, Staff, Stint

HEAD: Final = "nguoi-dung-dau"
SERVICE: Final = frozenset(LEAVES) - NOT_SERVICE
"""Leave that counts as service."""


@attrs.frozen
class Member:
    """Somebody on the staff on the last day: counted once, in that day's department."""

    subject: Subject
    service_days: Observed

    @property
    def code(self) -> str:
        """The person's code."""
        return self.subject.code

    @property
    def unit(self) -> str:
        """The department of the last day."""
        return self.subject.unit


def members_of(
    staff: Staff, leaves: Iterable[Leave], period: Period
) -> tuple[dict[str, Member], list[Fault]]:
    """Return the members by code, and notes on who moved and who is not there."""
    absent: dict[str, list[Leave]] = {}
    for leave in leaves:
        absent.setdefault(leave.person, []).append(leave)
    members: dict[str, Member] = {}
    notes: list[Fault] = []
    for code, person in staff.people.items():
        last = next((one for one in person.stints if period.end in one.period), None)
        if last is None:
            place = person.stints[-1].place
            notes.append(fault("DV-S313", place, seen=code))
            continue
        notes += _moved(person, last, period)
        days = service_days(person.stints, absent.get(code, []), period)
        members[code] = Member(_subject(person, last), days)
    return members, notes


def service_days(
    stints: Sequence[Stint], leaves: Sequence[Leave], period: Period
) -> Observed:
    """Return the days of service in *period*: at work, or on leave that counts.

    Study and unpaid leave are no service, whether days overlap or not. A leave
    whose row cannot be read leaves the number open.
    """
    spoilt = [
        one.spoilt
        for one in leaves
        if one.spoilt is not None and one.kind not in SERVICE
    ]
    if spoilt:
        return Unreadable(spoilt[0])
    served = [part for one in stints if (part := one.period.meet(period))]
    lost = [
        part
        for one in leaves
        if one.kind in NOT_SERVICE and one.period is not None
        for stretch in served
        if (part := one.period.meet(stretch))
    ]
    return sum(one.days for one in served) - len(_days(lost))


def _subject(person: Person, last: Stint) -> Subject:
    traits = {last.terms, HEAD} if last.head else {last.terms}
    block = HEAD if last.head else last.terms
    return Subject("person", person.code, person.name, block, traits, last.unit)


def _moved(person: Person, last: Stint, period: Period) -> list[Fault]:
    worked = [one.unit for one in person.stints if one.period.meet(period)]
    units = list(dict.fromkeys(worked))
    if len(units) == 1:
        return []
    told = {"seen": person.code, "units": ", ".join(units), "unit": last.unit}
    return [fault("DV-S312", last.place, **told)]


def _days(parts: Iterable[Period]) -> set[int]:
    return {
        day
        for part in parts
        for day in range(part.start.toordinal(), part.end.toordinal() + 1)
    }
