"""What do the registers of the hospital hold, as evidence for those it rates?"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

import attrs

from ..catalogue import Shelf
from ..errors import Fault, Place, fault
from ..periods import Period
from ..subjects import SubjectKind
from ..tables.reading import Column, Row
from . import attendance, incidents, models, petitions
from . import personal as people
from .asked import Wanted
from .entries import entries, read_rows
from .fields import Codes, Fields
from .files import KINDS, REGISTERS, Files
from .folding import Broken, Entry, Folded
from .horizon import Horizon
from .service import Member
from .staff import Staff

T = TypeVar("T")
E = TypeVar("E", bound=Entry)

NAMES: Final = {
    attendance.FILE: (attendance.COLUMNS, "person"),
    petitions.FILE: (petitions.COLUMNS, "case"),
    incidents.FILE: (incidents.COLUMNS, "case"),
    models.FILE: (models.COLUMNS, "model"),
}
"""The registers with columns of their own: by file name, and what makes a row."""


@attrs.frozen
class Registers:
    """Reads the registers beside one list of units and one staff list.

    *staff* and *members* are empty where there is no staff list: then nobody can
    say who is in scope. *wanted* says what each kind of subject is asked for. What
    comes after the horizon is left out and noted in *late*.
    """

    files: Files
    shelf: Shelf
    horizon: Horizon
    wanted: Mapping[SubjectKind, Wanted]
    units: frozenset[str]
    known_units: frozenset[str]
    staff: Staff
    members: Mapping[str, Member]
    late: list[Fault] = attrs.field(factory=list)

    @property
    def period(self) -> Period:
        """The whole period."""
        return self.horizon.period

    def folded(self) -> list[Folded]:
        """Return every register of events as evidence; an absent one brings nothing."""
        self.files.strangers([*NAMES, people.FILE])
        self.files.templates({**NAMES, people.FILE: (self._own_columns(), people.KEY)})
        kinds = incidents.filled(self.shelf)
        cases = self._entries(petitions.FILE, petitions.read, [petitions.CRITERION])
        events = self._entries(incidents.FILE, incidents.read, kinds.values())
        built = self._entries(models.FILE, models.read, [models.CRITERION])
        found = self._attendance()
        everybody = self.members.keys()
        if cases is not None:
            due = self._kept(cases, lambda one: one.due)
            found.append(petitions.fold(due, self.units, self.period))
        if events is not None:
            known = self._kept(events, lambda one: one.day)
            if self.horizon.provisional:
                known = [incidents.as_of(one, self.horizon.until) for one in known]
            found += incidents.fold(known, self.units, everybody, self.period, kinds)
        if built is not None:
            new = self._kept(built, lambda one: one.recognised_on)
            found.append(models.fold(new, self.units, everybody, self.period))
        return found

    def _kept(
        self, entries: Iterable[E | Broken], day_of: Callable[[E], dt.date | None]
    ) -> list[E | Broken]:
        kept, notes = self.horizon.kept(entries, day_of)
        self.late.extend(notes)
        return kept

    def personal(self) -> people.Personal | None:
        """Return what is kept person by person; None when nothing is, or is asked."""
        asked = people.figures(self.wanted, self.shelf)
        if not asked:
            return None
        records = self._rows(
            people.FILE,
            people.columns(asked),
            people.KEY,
            lambda fields, codes: people.read(fields, codes, asked, self.period),
            list(dict.fromkeys(one.criterion for one in asked)),
        )
        if records is None:
            return None
        listed = [one for one in records if isinstance(one, people.Record)]
        broken = [one for one in records if isinstance(one, Broken)]
        return people.Personal.of(listed, self.staff, broken)

    def _own_columns(self) -> tuple[Column, ...]:
        """Return the columns of the personal register; none when nothing is asked."""
        asked = people.figures(self.wanted, self.shelf)
        return people.columns(asked) if asked else ()

    def _attendance(self) -> list[Folded]:
        criterion = self.shelf.criteria.get(attendance.CRITERION)
        if criterion is None:
            return []
        documents = dict(criterion.evidence["documents"].options)
        demands = {
            kind: asked
            for kind, instrument in self._instruments().items()
            if (asked := attendance.demand(criterion, instrument, self.period.end))
        }
        read = self._entries(
            attendance.FILE,
            lambda fields, codes: attendance.read(fields, codes, documents),
            [attendance.CRITERION],
        )
        listed = self._kept(read or [], lambda one: one.day)
        register = (
            None
            if read is None
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

    def _instruments(self) -> dict[SubjectKind, str]:
        """Return by whose plan each kind is rated; the hospital's serves its units."""
        named = {kind: one.pack.scheme.instrument for kind, one in self.wanted.items()}
        if "hospital" in named:
            named.setdefault("unit", named["hospital"])
        return named

    def _entries(
        self, name: str, read: Callable[[Fields, Codes], T], criteria: Iterable[str]
    ) -> list[T | Broken] | None:
        columns, key = NAMES[name]
        entry = entries(key, self._codes)
        return self._rows(name, columns, key, read, criteria, entry=entry)

    @property
    def _codes(self) -> Codes:
        return Codes(self.known_units, self.staff.known)

    def _rows(
        self,
        name: str,
        columns: Sequence[Column],
        key: str,
        read: Callable[[Fields, Codes], T],
        criteria: Iterable[str],
        *,
        entry: Callable[[Row], bool] | None = None,
    ) -> list[T | Broken] | None:
        """Read the rows of one register; None when there is no such register."""
        before = len(self.files.faults)
        table = self.files.table(f"{REGISTERS}/{name}", columns, key=key, entry=entry)
        if table is None:
            if len(self.files.faults) == before:
                self._absent(name, criteria)
            return None
        return read_rows(table, self._codes, read, self.files.faults, entry)

    def _absent(self, name: str, criteria: Iterable[str]) -> None:
        asked = {
            leaf.leaf.criterion
            for one in self.wanted.values()
            for leaf in one.pack.leaves
        }
        known = [one for one in criteria if one in asked]
        titles = {one: self.shelf.criteria[one].title for one in known}
        if known:
            place = Place(f"{REGISTERS}/{name}{KINDS[0]}")
            seen = ", ".join(f"{one} ({title.vi})" for one, title in titles.items())
            en = ", ".join(
                f"{one} ({title.in_('en')})" for one, title in titles.items()
            )
            self.files.faults.append(fault("DV-S216", place, seen=seen, seen_en=en))


def remarks(
    found: Iterable[Folded], own: people.Personal | None
) -> tuple[list[Fault], list[Fault]]:
    """Return the faults and the notes of all registers."""
    read: list[Folded | people.Personal] = [*found, *([own] if own else [])]
    faults = [fault for one in read for fault in one.faults]
    excluded = [note for one in read for note in one.excluded]
    return faults, excluded
