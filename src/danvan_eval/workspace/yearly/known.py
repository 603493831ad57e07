"""What is known of each subject, out of every table that says something of it?"""

from collections.abc import Mapping
from functools import cached_property
from typing import cast

import attrs

from ...decisions.facts import Conclusion, DanVan, Discipline, Person, Record, Unit
from ...decisions.people import PersonLogic
from ...decisions.units import UnitLogic
from ...decisions.worked import LeaveKind, Work
from ...errors import Fault
from ...periods import ONE_DAY, Period
from ...subjects import Subject
from ..reading import Workspace
from ..staff import HEAD, Leave
from .decided import Powers, checked
from .figures import PersonRow, UnitRow
from .people import HeadOf, person_of
from .register import Register
from .registers import About
from .scores import Most, Scores
from .settings import YearSettings
from .units import unit_of

Results = Mapping[str, DanVan]


@attrs.frozen(eq=False)
class Tables:
    """Every table of ``xep-loai/``, read once; entries by the code they are about."""

    people: Register
    units: Register
    scores: Register
    discipline: Register
    conclusions: Register
    records: Register


def by_code(register: Register) -> dict[str, list[About]]:
    """Return the entries by the person or unit they are about."""
    found: dict[str, list[About]] = {}
    for one in register.entries:
        if isinstance(one, About):
            for code in {one.code, one.unit} - {""}:
                found.setdefault(code, []).append(one)
    return found


@attrs.frozen(eq=False)
class Known:
    """Puts together what is known of each subject; *faults* gather on the way."""

    workspace: Workspace
    settings: YearSettings
    tables: Tables
    scores: Scores
    dan_van: Results
    person_logic: PersonLogic
    unit_logic: UnitLogic | None
    faults: list[Fault] = attrs.field(factory=list)

    @cached_property
    def rows(self) -> dict[str, PersonRow]:
        """The rows of the table of people, by code."""
        listed = self.tables.people.entries
        return {one.id: one for one in listed if isinstance(one, PersonRow)}

    @cached_property
    def _unit_rows(self) -> dict[str, list[UnitRow]]:
        found: dict[str, list[UnitRow]] = {}
        for one in self.tables.units.entries:
            if isinstance(one, UnitRow):
                found.setdefault(one.code, []).append(one)
        return found

    @property
    def units_told(self) -> set[str]:
        """The units that have a row."""
        return set(self._unit_rows)

    @cached_property
    def _away(self) -> dict[str, list[Leave]]:
        found: dict[str, list[Leave]] = {}
        for leave in self.workspace.lists.leaves:
            found.setdefault(leave.person, []).append(leave)
        return found

    @cached_property
    def _discipline(self) -> dict[str, list[About]]:
        return by_code(self.tables.discipline)

    @cached_property
    def _concluded(self) -> dict[str, list[About]]:
        return by_code(self.tables.conclusions)

    @cached_property
    def _decided(self) -> dict[str, list[About]]:
        return by_code(self.tables.records)

    def units(self, most: Most) -> tuple[Unit, ...]:
        """Return every department of the list."""
        lists = self.workspace.lists.units
        subjects = [*lists.subjects.values(), *(one.subject for one in lists.unlisted)]
        return tuple(self._unit(one, most) for one in subjects)

    def hospital(self, most: Most) -> Unit:
        """Return the hospital itself."""
        named = self.workspace.code, self.workspace.hospital
        return self._unit(Subject("hospital", *named), most)

    def _unit(self, subject: Subject, most: Most) -> Unit:
        code, tables = subject.code, self.tables
        found = unit_of(
            subject,
            self._rows_of(code),
            most,
            self.workspace.period,
            self.settings.choices.reading("reorganised_points"),
        )
        self.faults.extend(found.faults)
        conclusions = None
        if tables.conclusions.clear_for_unit(code):
            conclusions = self._conclusions(code)
        return attrs.evolve(
            found.unit,
            conclusions=conclusions,
            dan_van=self.dan_van.get(code),
            records=self._records(code, self._powers(subject)),
        )

    def _rows_of(self, code: str) -> list[UnitRow]:
        """Return the rows of a unit; none while a part of it may be another row.

        One row for the whole year is the unit's own, whatever else cannot be read.
        """
        rows, register = self._unit_rows.get(code, []), self.tables.units
        whole = len(rows) == 1 and rows[0].days is None
        clear = not register.names(code) if whole else register.clear_for_unit(code)
        return rows if clear else []

    def _powers(self, subject: Subject) -> Powers:
        """Return whose decision about a unit counts."""
        if self.unit_logic is None:
            return None
        hospital = subject.kind == "hospital"
        return self.unit_logic.decides_hospital if hospital else self.unit_logic.decides

    def people(self, units: Mapping[str, Unit]) -> tuple[Person, ...]:
        """Return everybody on the staff on the last day, and who cannot be read."""
        lists = self.workspace.lists
        heads = HeadOf(self.workspace.code, units)
        found = []
        for member in lists.members.values():
            row = self.rows.get(member.code)
            if self.tables.people.names(member.code):
                row = None
            person = person_of(
                member.subject, row, heads, ticked=HEAD in member.subject.traits
            )
            self.faults.extend(person.faults)
            found.append(self._with_registers(person.person))
        found += [Person(one.subject, None) for one in lists.staff.unlisted]
        return tuple(found)

    def _with_registers(self, person: Person) -> Person:
        code, tables = person.subject.code, self.tables
        row = self.rows.get(code)
        doubtful = row is not None and row.doubtful
        work = self._work(code, came=person.move is not None, doubtful=doubtful)
        disciplines = None
        if tables.discipline.clear_for_person(code):
            disciplines = tuple(
                one.entry
                for one in self._discipline.get(code, ())
                if isinstance(one.entry, Discipline)
            )
        return attrs.evolve(
            person,
            work=work,
            points=self.scores.of(code, work.stretches()),
            disciplines=disciplines,
            conclusions=self._about(person),
            dan_van=self.dan_van.get(code),
            records=self._records(
                code,
                self.person_logic.decides.get(person.role) if person.role else None,
            ),
        )

    def _about(self, person: Person) -> tuple[Conclusion, ...] | None:
        """Return what is concluded of a person, and of corruption in their units."""
        register, code = self.tables.conclusions, person.subject.code
        managed = person.managed or ()
        clear = register.clear_for_person(code) and all(
            register.clear_for_unit(one) for one in managed
        )
        if not clear:
            return None
        below = (one for unit in managed for one in self._conclusions(unit))
        corrupt = [one for one in below if one.kind == "corruption"]
        own = [one for one in self._conclusions(code) if one.kind != "corruption"]
        return tuple(dict.fromkeys((*own, *corrupt)))

    def _conclusions(self, code: str) -> tuple[Conclusion, ...]:
        return tuple(
            one.entry
            for one in self._concluded.get(code, ())
            if isinstance(one.entry, Conclusion)
        )

    def _records(self, code: str, powers: Powers) -> tuple[Record, ...]:
        """Return the decisions about a subject; none while one cannot be read.

        A row under a code nobody has takes no decision from anybody else.
        """
        if self.tables.records.names(code):
            return ()
        listed = self._decided.get(code, ())
        records, faults = checked(listed, self.workspace.period.end.year, powers)
        self.faults.extend(faults)
        return records

    def _work(self, code: str, *, came: bool, doubtful: bool) -> Work:
        """Return when somebody worked; a leave nobody can read spoils it.

        Who *came* from another organisation worked there until they began here; it
        is *doubtful* where nobody can read whether they did.
        """
        person = self.workspace.lists.staff.people[code]
        leaves = [*self._away.get(code, ()), *self._away.get("", ())]
        known = tuple(
            (cast(LeaveKind, one.kind), one.period)
            for one in leaves
            if one.spoilt is None and one.period is not None
        )
        begun = min(one.period.start for one in person.stints)
        start = self.workspace.period.start
        before = (Period(start, begun - ONE_DAY),) if came and start < begun else ()
        return Work(
            self.workspace.period,
            (*(one.period for one in person.stints), *before),
            known,
            any(one.spoilt is not None for one in leaves)
            or (doubtful and bool(before)),
        )
