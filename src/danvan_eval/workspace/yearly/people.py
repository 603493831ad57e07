"""What does the table of people say of one person, and what of their post?"""

from collections.abc import Mapping

import attrs

from ...decisions.facts import HEADS, Person, Role, Tasks, Unit
from ...errors import Fault, fault
from ...subjects import Subject
from .figures import PersonRow


@attrs.frozen
class HeadOf:
    """The hospital's code, and the facts of every unit that can be headed."""

    hospital: str
    units: Mapping[str, Unit]

    def unit(self, role: Role | None, subject: Subject) -> str:
        """Return the unit somebody heads; empty for who heads none."""
        named = {"head": subject.unit, "director": self.hospital}
        return named.get(role or "", "")

    def managed(self, role: Role | None, subject: Subject) -> tuple[str, ...] | None:
        """Return the units in direct charge where the table leaves them out."""
        if role == "head":
            return (subject.unit,)
        if role == "director":
            return tuple(sorted(set(self.units) - {self.hospital}))
        return None


@attrs.frozen
class PersonFound:
    """A person as the table has them, and what is wrong with their row."""

    person: Person
    faults: tuple[Fault, ...] = ()


def person_of(
    subject: Subject, row: PersonRow | None, heads: HeadOf, *, ticked: bool
) -> PersonFound:
    """Return the facts of one person.

    *ticked* says whether the staff list has them as head; where the two differ,
    the post is not known. A head's targets are those of the unit, unless the row
    has its own.
    """
    if row is None:
        role: Role | None = "head" if ticked else None
        unit = heads.unit(role, subject)
        managed = heads.managed(role, subject)
        return PersonFound(Person(subject, role, unit, managed=managed))
    role, faults = row.role or ("head" if ticked else None), list[Fault]()
    if _differs(role, ticked=ticked):
        faults.append(fault("DV-C011", row.place, seen=row.id))
        role = None
    unit = heads.unit(role, subject)
    managed = row.managed
    if managed is None:
        managed = heads.managed(role, subject)
    person = Person(
        subject,
        role,
        unit,
        tasks=row.tasks,
        results=row.results,
        conduct=row.conduct,
        targets=_targets(row, unit, heads),
        managed=managed,
        group=row.group,
        protected=row.protected,
        move=row.move,
    )
    return PersonFound(person, tuple(faults))


def _differs(role: Role | None, *, ticked: bool) -> bool:
    """Say whether a post is not what the staff list says of who heads a department."""
    if ticked:
        return role not in (None, *HEADS)
    return role == "head"


def _targets(row: PersonRow, unit: str, heads: HeadOf) -> Tasks:
    """Return the row's own targets, or those of the unit that is headed."""
    if row.targets != Tasks() or unit not in heads.units:
        return row.targets
    return heads.units[unit].tasks
