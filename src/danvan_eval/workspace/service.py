"""Who is counted on the last day of the period, where, and after how much service?

Three facts of a person: ``service_days``; ``worked_percent``, their share of the
days of the period; ``absent_days``, the calendar days of leave. Maternity is service
and never an absence; sickness is service and an absence; study and unpaid leave are
an absence and no service.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

import attrs

from ..errors import Fault, fault, in_order
from ..evidence import Observed, Unreadable
from ..periods import Period
from ..subjects import Subject
from .staff import (
    HEAD,
    LEAVES,
    NOT_SERVICE,
    Leave,
    Person,
    Staff,
    Stint,
    block_of,
)

MATERNITY: Final = "thai-san"
SERVICE: Final = frozenset(LEAVES) - NOT_SERVICE
"""Leave that counts as service."""


@attrs.frozen
class Member:
    """Somebody on the staff on the last day: counted once, in that day's department."""

    subject: Subject
    service_days: Observed
    absent_days: Observed
    period: Period

    @property
    def code(self) -> str:
        """The person's code."""
        return self.subject.code

    @property
    def unit(self) -> str:
        """The department of the last day."""
        return self.subject.unit

    @property
    def facts(self) -> dict[str, Observed]:
        """What conditions may look at, by name."""
        days = self.service_days
        share = Fraction(days, self.period.days) if isinstance(days, int) else days
        return {
            "service_days": days,
            "worked_percent": share,
            "absent_days": self.absent_days,
        }


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
        away = [*absent.get(code, []), *absent.get("", [])]
        members[code] = Member(
            _subject(person, last),
            service_days(person.stints, away, period),
            absent_days(person.stints, away, period),
            period,
        )
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
    lost = [one for one in leaves if one.kind in NOT_SERVICE]
    return sum(one.days for one in served) - len(_days_away(lost, served))


def absent_days(
    stints: Sequence[Stint], leaves: Sequence[Leave], period: Period
) -> Observed:
    """Return the calendar days of leave in *period*, maternity not among them.

    Weekends and holidays inside a leave count. A day of two leaves counts once, and
    not at all when one of them is maternity. A leave whose row cannot be read leaves
    the number open where it may add a day, or take one as maternity.
    """
    served = [part for one in stints if (part := one.period.meet(period))]
    maternity = [one for one in leaves if one.kind == MATERNITY]
    others = [one for one in leaves if one.kind != MATERNITY]
    away = _days_away(others, served) - _days_away(maternity, served)
    doubtful = [*others, *(maternity if away else [])]
    unclear = in_order(one.spoilt for one in doubtful if one.spoilt is not None)
    return Unreadable(unclear[0]) if unclear else len(away)


def _subject(person: Person, last: Stint) -> Subject:
    traits = {last.terms, HEAD} if last.head else {last.terms}
    block = block_of(last.terms, head=last.head)
    return Subject("person", person.code, person.name, block, traits, last.unit)


def _moved(person: Person, last: Stint, period: Period) -> list[Fault]:
    worked = [one.unit for one in person.stints if one.period.meet(period)]
    units = list(dict.fromkeys(worked))
    if len(units) == 1:
        return []
    told = {"seen": person.code, "units": ", ".join(units), "unit": last.unit}
    return [fault("DV-S312", last.place, **told)]


def _days_away(leaves: Iterable[Leave], served: Sequence[Period]) -> set[int]:
    """Return the days of *leaves* that fall into what is *served*, each once."""
    parts = [
        part
        for one in leaves
        if one.period is not None and one.spoilt is None
        for stretch in served
        if (part := one.period.meet(stretch))
    ]
    return {
        day
        for part in parts
        for day in range(part.start.toordinal(), part.end.toordinal() + 1)
    }
