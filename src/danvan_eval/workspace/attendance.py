"""Who has studied which documents, and in which departments has everyone?

Which documents, and whose study counts, is what the criterion's version for a
person says; nothing of it stands here.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Final

import attrs

from ..catalogue import Applies, Criterion
from ..errors import Fault, Place, fault, in_order
from ..evidence import Observed, Unreadable
from ..kinds.k_of_n import KOfN
from ..periods import Period
from ..tables.reading import Column
from .fields import Codes, Fields, Options
from .folding import Broken, Folded, Seen, spoilt, written
from .service import Member
from .staff import Staff

FILE: Final = "hoc-tap"
CRITERION: Final = "danvan/C01"
COLUMNS: Final = (
    Column("person", ("Mã nhân sự", "Mã nhân viên", "Mã viên chức")),
    Column("documents", ("Mã văn bản",), label=True),
    Column("day", ("Ngày", "Ngày học"), label=True),
)


@attrs.frozen
class Studied:
    """One person's attendance on one day, for one or several documents."""

    person: str
    documents: frozenset[str]
    day: dt.date
    place: Place = attrs.field(eq=False)

    @property
    def id(self) -> str:
        """Who, and on which day."""
        return f"{self.person}, {written(self.day)}"


@attrs.frozen
class Demand:
    """The documents to be studied, and to whose count they belong."""

    documents: frozenset[str]
    applies: Applies


def demand(criterion: Criterion, instrument: str, on: dt.date) -> Demand | None:
    """Return what the criterion asks of a person under *instrument*; None for nothing."""
    version = criterion.version(instrument, "person", on)
    rules = [part.rule for part in version.parts] if version else []
    listed = [rule for rule in rules if isinstance(rule, KOfN)]
    if version is None or not listed:
        return None
    return Demand(frozenset(listed[0].members), version.applies)


def read(fields: Fields, codes: Codes, documents: Options) -> Studied | Broken:
    """Read one row; one that names nobody may be about anybody."""
    person = fields.known("person", codes.people)
    studied = fields.members("documents", documents)
    day = fields.day("day", needed=True)
    if fields.faults or day is None:
        people = frozenset([person]) - {""}
        return Broken(fields.faults[0], people=people, any_person=not person)
    return Studied(person, studied, day, fields.place("person"))


@attrs.frozen
class Attendance:
    """The register as sets: who studied what in the period, and which rows are unclear."""

    studied: Mapping[str, frozenset[str]]
    broken: tuple[Broken, ...]
    excluded: tuple[Fault, ...]

    @classmethod
    def of(
        cls, entries: Iterable[Studied | Broken], staff: Staff, period: Period
    ) -> "Attendance":
        """Gather the entries by person; a document counts once however often studied."""
        studied: dict[str, frozenset[str]] = {}
        broken: list[Broken] = []
        notes: list[Fault] = []
        for one in entries:
            if isinstance(one, Broken):
                broken.append(one)
            elif one.person in staff.left_out:
                notes.append(fault("DV-S314", one.place, seen=one.person))
            elif one.day not in period:
                told = {"seen": one.person, "day": written(one.day)}
                notes.append(fault("DV-S304", one.place, **told))
            else:
                before = studied.get(one.person, frozenset())
                studied[one.person] = before | one.documents
        return cls(studied, tuple(broken), in_order(notes))

    def of_person(self, code: str, documents: frozenset[str]) -> Observed:
        """Return which of *documents* the person has studied."""
        held = self.studied.get(code, frozenset()) & documents
        if held == documents:
            return held
        return (
            spoilt(one.fault for one in self.broken if one.may_be_person(code)) or held
        )


def fold_people(
    attendance: Attendance, asked: Demand, members: Mapping[str, Member]
) -> Folded:
    """Return for each person the demanded documents studied, and remarks."""
    people = {
        code: {"documents": attendance.of_person(code, asked.documents)}
        for code in members
    }
    return Folded(CRITERION, {}, people, excluded=attendance.excluded)


def fold_units(
    attendance: Attendance | None,
    asked: Demand,
    staff: Staff,
    members: Mapping[str, Member],
    units: Collection[str],
) -> Folded:
    """Return for each department who has to study and, of those, who studied all.

    Without a register nobody can say who studied: that number stays missing.
    """
    scope: dict[str, list[str]] = {unit: [] for unit in units}
    for code, member in members.items():
        if member.unit in scope and asked.applies.covers(member.subject.traits):
            scope[member.unit].append(code)
    counted = {
        unit: _unit(attendance, asked, codes, staff.doubts_of(unit))
        for unit, codes in scope.items()
    }
    return Folded(CRITERION, counted, {})


def _unit(
    attendance: Attendance | None,
    asked: Demand,
    codes: Collection[str],
    doubts: Collection[Fault],
) -> Seen:
    """Count one department; *doubts* are the faulty rows of the staff list about it."""
    unclear = spoilt(doubts)
    if unclear is not None:
        return {"in_scope": unclear, "studied_all": unclear}
    if attendance is None:
        return {"in_scope": len(codes)}
    held = [attendance.of_person(code, asked.documents) for code in codes]
    faults = [one.fault for one in held if isinstance(one, Unreadable)]
    done = sum(seen == asked.documents for seen in held)
    return {"in_scope": len(codes), "studied_all": spoilt(faults) or done}


def beyond(
    entries: Iterable[Studied | Broken], demanded: frozenset[str]
) -> list[Fault]:
    """Return notes on documents studied that no plan in use asks for."""
    return [
        fault(
            "DV-S305",
            one.place,
            seen=one.person,
            documents=", ".join(sorted(one.documents - demanded)),
        )
        for one in entries
        if isinstance(one, Studied) and one.documents - demanded
    ]
