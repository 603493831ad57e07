"""What do the registers of the hospital hold, as evidence for units and people?"""

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

import attrs

from ..catalogue import Shelf
from ..errors import Fault, Place, fault
from ..periods import Period
from ..subjects import SubjectKind
from . import attendance, incidents, models, petitions
from .fields import Codes, Fields
from .files import KINDS, REGISTERS, Files
from .folding import Folded
from .service import Member
from .staff import Staff

T = TypeVar("T")

NAMES: Final = {
    attendance.FILE: (attendance.CRITERION, attendance.COLUMNS, "person"),
    petitions.FILE: (petitions.CRITERION, petitions.COLUMNS, "case"),
    incidents.FILE: (incidents.CRITERION, incidents.COLUMNS, "case"),
    models.FILE: (models.CRITERION, models.COLUMNS, "model"),
}
"""The registers by file name: their criterion, their columns, what makes a row."""


@attrs.frozen
class Registers:
    """Reads the registers beside one list of units and one staff list.

    *staff* and *members* are empty where there is no staff list: then nobody can
    say who is in scope. *instruments* says by whose plan each kind of subject is
    rated.
    """

    files: Files
    shelf: Shelf
    period: Period
    instruments: Mapping[SubjectKind, str]
    units: frozenset[str]
    known_units: frozenset[str]
    staff: Staff
    members: Mapping[str, Member]

    def folded(self) -> list[Folded]:
        """Return every register as evidence; one that is not there brings nothing."""
        self.files.strangers(NAMES)
        cases = self._entries(petitions.FILE, petitions.read)
        events = self._entries(incidents.FILE, incidents.read)
        built = self._entries(models.FILE, models.read)
        found = self._attendance()
        if cases is not None:
            found.append(petitions.fold(cases, self.units, self.period))
        if events is not None:
            found.append(
                incidents.fold(events, self.units, self.members.keys(), self.period)
            )
        if built is not None:
            found.append(
                models.fold(built, self.units, self.members.keys(), self.period)
            )
        return found

    def _attendance(self) -> list[Folded]:
        criterion = self.shelf.criteria[attendance.CRITERION]
        documents = dict(criterion.evidence["documents"].options)
        demands = {
            kind: asked
            for kind, instrument in self.instruments.items()
            if (asked := attendance.demand(criterion, instrument, self.period.end))
        }
        entries = self._entries(
            attendance.FILE,
            lambda fields, codes: attendance.read(fields, codes, documents),
        )
        listed = [one for one in entries or [] if one is not None]
        register = (
            None
            if entries is None
            else attendance.Attendance.of(listed, self.staff, self.period)
        )
        found: list[Folded] = []
        if demands and register is not None:
            every = frozenset().union(*(one.documents for one in demands.values()))
            notes = (*register.excluded, *attendance.beyond(listed, every))
            found.append(Folded(attendance.CRITERION, {}, {}, excluded=notes))
        if "person" in demands and register is not None:
            found.append(
                attendance.fold_people(register, demands["person"], self.members)
            )
        if "unit" in demands and self.members:
            asked = demands["unit"]
            found.append(
                attendance.fold_units(
                    register, asked, self.staff, self.members, self.units
                )
            )
        return found

    def _entries(self, name: str, read: Callable[[Fields, Codes], T]) -> list[T] | None:
        """Read the rows of one register; None when there is no such register."""
        criterion, columns, key = NAMES[name]
        before = len(self.files.faults)
        table = self.files.table(f"{REGISTERS}/{name}", columns, key=key)
        if table is None:
            if len(self.files.faults) == before:
                self._absent(name, criterion)
            return None
        codes = Codes(self.known_units, self.staff.known)
        entries = []
        for row in table.rows:
            fields = Fields(row)
            entries.append(read(fields, codes))
            self.files.faults.extend(fields.faults)
        return entries

    def _absent(self, name: str, criterion: str) -> None:
        title = self.shelf.criteria[criterion].title.vi
        place = Place(f"{REGISTERS}/{name}{KINDS[0]}")
        seen = f"{criterion} ({title})"
        self.files.faults.append(fault("DV-S216", place, seen=seen))


def remarks(found: list[Folded]) -> tuple[list[Fault], list[Fault]]:
    """Return the faults and the notes of all registers."""
    faults = [fault for one in found for fault in one.faults]
    excluded = [note for one in found for note in one.excluded]
    return faults, excluded
