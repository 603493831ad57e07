"""Who works where, from when to when, and who was on leave?"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

import attrs

from ..collation import folded, name_key
from ..errors import Fault, Place, fault, in_order
from ..grammar import name_remarks
from ..periods import Period, overlaps
from ..subjects import Subject
from ..suggestions import clipped
from ..tables.reading import Column, Row, Table
from ..terms import TRAITS, Text
from .entries import Unlisted, entries, named
from .fields import Codes, Fields, alike, spot, spots

FILE: Final = "nhan-su"
LEAVE_FILE: Final = "nghi-dai-ngay"
TERMS: Final = {code: TRAITS[code] for code in ("vien-chuc", "nguoi-lao-dong")}
LEAVES: Final = {
    "thai-san": Text("thai sản", "maternity"),
    "om-dau": Text("ốm đau", "sickness"),
    "di-hoc": Text("đi học", "study"),
    "khong-luong": Text("không lương", "unpaid"),
}
HEAD: Final = "nguoi-dung-dau"
NOT_SERVICE: Final = frozenset({"di-hoc", "khong-luong"})
"""Leave during which nobody serves; maternity and sickness count as service."""

COLUMNS: Final = (
    Column("person", ("Mã nhân sự", "Mã nhân viên", "Mã viên chức")),
    Column("name", ("Họ tên", "Họ và tên"), required=False),
    Column("unit", ("Mã đơn vị", "Mã khoa/phòng", "Mã khoa, phòng"), label=True),
    Column("terms", ("Diện",), label=True),
    Column("head", ("Người đứng đầu",)),
    Column("from", ("Từ ngày",)),
    Column("to", ("Đến ngày",)),
)
LEAVE_COLUMNS: Final = (
    Column("person", ("Mã nhân sự", "Mã nhân viên", "Mã viên chức")),
    Column("kind", ("Loại nghỉ",)),
    Column("from", ("Từ ngày",)),
    Column("to", ("Đến ngày",)),
)


@attrs.frozen
class Stint:
    """A stretch of work in one department; a person who moved has several."""

    unit: str
    terms: str
    head: bool
    period: Period
    place: Place = attrs.field(eq=False)


@attrs.frozen
class Person:
    """Somebody of the staff list, with all stretches in order."""

    code: str
    name: str
    stints: tuple[Stint, ...]


@attrs.frozen
class Leave:
    """A long leave; *spoilt* says that its row cannot be read.

    Without a *person* it may be anybody's.
    """

    person: str
    kind: str
    period: Period | None
    spoilt: Fault | None = None


@attrs.frozen
class Staff:
    """The staff list: who could be read, who is left out, whose count that touches.

    *doubts* gives each department that a faulty row names the faults of those rows;
    *unplaced* are the faults of rows that may belong to any department. Who is left
    out is *unlisted*, in the block that all rows of the code name, if they do.
    """

    people: Mapping[str, Person]
    left_out: frozenset[str]
    doubts: Mapping[str, tuple[Fault, ...]]
    faults: tuple[Fault, ...]
    unplaced: tuple[Fault, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()

    def doubts_of(self, unit: str) -> tuple[Fault, ...]:
        """Return the faults of all rows that may belong to a department."""
        return (*self.doubts.get(unit, ()), *self.unplaced)

    @property
    def known(self) -> frozenset[str]:
        """Every code that stands in the list."""
        return frozenset(self.people) | self.left_out


@attrs.frozen
class _Line:
    """One row; *units* are those it names, none where it may be any.

    Its *block* is empty where it cannot be told.
    """

    code: str
    name: str
    units: frozenset[str]
    block: str
    stint: Stint | None
    place: Place
    faults: tuple[Fault, ...]


def read_staff(table: Table, units: Collection[str]) -> Staff:
    """Read the staff list; a code with a faulty row is left out as a whole."""
    lines = [_line(Fields(row), units) for row in table.rows]
    lines += [
        _refused(row, row.refusal, units)
        for row in table.refused
        if row.refusal is not None and entry(units)(row)
    ]
    people: dict[str, Person] = {}
    left_out: set[str] = set()
    wrong: list[tuple[_Line, Fault]] = []
    unlisted: list[Unlisted] = []
    for code, group in groupby(sorted(lines, key=_code), _code):
        members = list(group)
        faulty = _faulty(code, members)
        wrong += faulty
        if faulty:
            left_out.add(code)
            unlisted += _unlisted(code, faulty)
        else:
            people[code] = _person(code, members)
    doubts: dict[str, list[Fault]] = {}
    for line, one in wrong:
        for unit in line.units:
            doubts.setdefault(unit, []).append(one)
    unplaced = in_order(one for line, one in wrong if not line.units)
    remarks = [one for row in table.rows for one in name_remarks(row["name"])]
    remarks += alike({line.code: line.place for line in lines if line.code})
    faults = (*(one for _, one in wrong), *remarks, *_namesakes(people.values()))
    known = frozenset(left_out - {""})
    by_unit = {unit: tuple(listed) for unit, listed in doubts.items()}
    everything = in_order(faults)
    return Staff(people, known, by_unit, everything, unplaced, tuple(unlisted))


def entry(units: Collection[str]) -> Callable[[Row], bool]:
    """Return what tells the people of the list from totals and signatures."""
    return entries("person", Codes(frozenset(units)), {"terms": TERMS})


def read_leaves(table: Table, codes: Codes) -> tuple[list[Leave], list[Fault]]:
    """Read the list of long leaves, and its faults."""
    leaves: list[Leave] = []
    faults: list[Fault] = []
    for row in table.refused:
        if row.refusal is not None and entries("person", codes)(row):
            whose = sorted(named(row, codes).people) or [""]
            leaves += [Leave(person, "", None, row.refusal) for person in whose]
    for row in table.rows:
        fields = Fields(row)
        person = fields.known("person", codes.people)
        kind = fields.choice("kind", LEAVES)
        period = _period(fields, needed=True)
        faults += fields.faults
        spoilt = fields.faults[0] if fields.faults else None
        leaves.append(Leave(person, kind, period, spoilt))
    return leaves, faults


def _code(line: _Line) -> str:
    return line.code


def _line(fields: Fields, units: Collection[str]) -> _Line:
    code = fields.code("person", needed=True)
    name = fields.name("name")
    unit = fields.known("unit", units, needed=False)
    if not unit and not fields.faults:
        fields.note("DV-S102", "unit", seen=clipped(code))
    terms = fields.choice("terms", TERMS)
    before = len(fields.faults)
    head = fields.ticked("head")
    block = "" if len(fields.faults) > before else block_of(terms, head=head)
    period = _period(fields, needed=False)
    place = fields.place("person")
    faults = tuple(fields.faults)
    stint = None
    if not faults and period is not None:
        stint = Stint(unit, terms, head, period, place)
    return _Line(code, name, frozenset([unit]) - {""}, block, stint, place, faults)


def _refused(row: Row, why: Fault, units: Collection[str]) -> _Line:
    """Return a row of which only codes can be taken."""
    where = named(row, Codes(frozenset(units))).units
    line = _line(Fields(row), units)
    return attrs.evolve(line, units=where, stint=None, faults=(why,))


def block_of(terms: str, *, head: bool) -> str:
    """Return the block somebody is ranked in; heads stand among themselves."""
    return HEAD if head and terms else terms


def _unlisted(code: str, faulty: Sequence[tuple[_Line, Fault]]) -> list[Unlisted]:
    """Return who cannot be rated; of rows without a code each is somebody."""
    rows: dict[str, list[tuple[_Line, Fault]]] = {}
    for line, one in faulty:
        rows.setdefault(code or spot(line.place), []).append((line, one))
    return [_somebody(whose, own) for whose, own in rows.items()]


def _somebody(code: str, faulty: Sequence[tuple[_Line, Fault]]) -> Unlisted:
    """Return somebody in the block that all rows name."""
    names = sorted({line.name for line, _ in faulty if line.name})
    blocks = {line.block for line, _ in faulty}
    block = blocks.pop() if len(blocks) == 1 else ""
    subject = Subject("person", code, names[0] if names else "", block)
    return Unlisted(subject, in_order(one for _, one in faulty)[0])


def _period(fields: Fields, *, needed: bool) -> Period | None:
    """Return the days from–to; an empty end is open, so is a start not *needed*."""
    start = fields.day("from", needed=needed) or dt.date.min
    end = fields.day("to") or dt.date.max
    if start <= end:
        return Period(start, end)
    fields.note("DV-S208", "to", seen=f"{end:%d/%m/%Y}", allowed=f"{start:%d/%m/%Y}")
    return None


def _faulty(code: str, lines: list[_Line]) -> list[tuple[_Line, Fault]]:
    """Return each line of a person with what is wrong; rows of one time are."""
    faulty = [(line, one) for line in lines for one in line.faults]
    stints = [line.stint for line in lines if line.stint is not None]
    if code and overlaps([one.period for one in stints]):
        places = spots([line.place for line in lines])
        twice = fault("DV-S211", lines[0].place, seen=code, places=places)
        faulty += [(line, twice) for line in lines]
    elif faulty:
        faulty += [(line, faulty[0][1]) for line in lines if not line.faults]
    return faulty


def _person(code: str, lines: list[_Line]) -> Person:
    stints = [line.stint for line in lines if line.stint is not None]
    stints.sort(key=lambda one: one.period)
    names = sorted({line.name for line in lines if line.name})
    return Person(code, names[0] if names else "", tuple(stints))


def _namesakes(people: Iterable[Person]) -> list[Fault]:
    """Warn of one name under several codes, and of names written almost alike."""
    named = sorted((one for one in people if one.name), key=lambda one: one.code)
    alike: dict[object, list[Person]] = {}
    for one in named:
        alike.setdefault(name_key(one.name), []).append(one)
    warnings = []
    for group in alike.values():
        first, *others = group
        place = first.stints[0].place
        same = [one for one in others if folded(one.name) == folded(first.name)]
        if same:
            codes = ", ".join(one.code for one in (first, *same))
            warnings.append(fault("DV-S104", place, seen=first.name, codes=codes))
        warnings += [
            fault("DV-S105", place, seen=first.name, near=one.name)
            for one in others
            if one not in same
        ]
    return warnings
