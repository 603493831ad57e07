"""Which departments are there, in which block, with which traits?"""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Final

import attrs

from ..errors import Fault, Place, fault, in_order
from ..subjects import Subject
from ..tables.reading import Column, Row, Table
from ..terms import TRAITS
from .entries import Unlisted, entries
from .fields import Codes, Fields, Options, alike, spot, spots

FILE: Final = "don-vi"
UNIT_TRAITS: Final = {
    code: TRAITS[code]
    for code in ("lam-sang", "can-lam-sang", "chuc-nang", "tchc", "ctxh")
}
COLUMNS: Final = (
    Column("unit", ("Mã đơn vị", "Mã khoa/phòng", "Mã khoa, phòng")),
    Column("name", ("Tên đơn vị", "Tên khoa/phòng", "Tên khoa, phòng")),
    Column("block", ("Khối",), label=True),
    Column("traits", ("Tính chất",), label=True),
)


@attrs.frozen
class Units:
    """The departments that could be read, and every code that stands in the list.

    Whose row is faulty is *known* all the same: its people have a department. It is
    *unlisted*, in its block where all rows of its code name one that can be read.
    """

    subjects: Mapping[str, Subject]
    known: frozenset[str]
    faults: tuple[Fault, ...]
    unlisted: tuple[Unlisted, ...] = ()


@attrs.frozen
class _Row:
    """What one row says; its place stands for a code that is lacking."""

    code: str
    name: str
    block: str
    traits: frozenset[str]
    place: Place
    faults: tuple[Fault, ...]

    @property
    def coded(self) -> bool:
        """Say whether a code stands there."""
        return self.code != spot(self.place)


def entry(blocks: Options) -> Callable[[Row], bool]:
    """Return what tells the departments of the list from totals and signatures."""
    return entries("unit", Codes(), {"block": blocks, "traits": UNIT_TRAITS})


def read_units(table: Table, blocks: Options) -> Units:
    """Read the list of departments; *blocks* are those of the scheme, if there is one."""
    refused = [row for row in table.refused if entry(blocks)(row)]
    read = [_row(row, blocks) for row in (*table.rows, *refused)]
    faults = [fault for row in read for fault in row.faults]
    subjects: dict[str, Subject] = {}
    unlisted: list[Unlisted] = []
    for code, group in groupby(sorted(read, key=_code), _code):
        rows = list(group)
        twice = _twice(rows) if len(rows) > 1 else []
        faults += twice
        wrong = in_order([*twice, *(fault for row in rows for fault in row.faults)])
        subject = _subject(rows)
        if wrong:
            unlisted.append(Unlisted(subject, wrong[0]))
        else:
            subjects[code] = subject
    faults += alike({row.code: row.place for row in read if row.coded})
    known = frozenset(row.code for row in read if row.coded)
    return Units(subjects, known, tuple(faults), tuple(unlisted))


def _code(row: _Row) -> str:
    return row.code


def _row(row: Row, blocks: Options) -> _Row:
    fields = Fields(row)
    place = fields.place("unit")
    code = fields.code("unit", needed=True) or spot(place)
    name = fields.name("name")
    block = fields.choice("block", blocks) if blocks else fields.code("block")
    traits = fields.members("traits", UNIT_TRAITS)
    faults = tuple(fields.faults) if row.refusal is None else (row.refusal,)
    return _Row(code, name, block, traits, place, faults)


def _twice(rows: Sequence[_Row]) -> list[Fault]:
    places = spots([row.place for row in rows])
    return [fault("DV-S101", row.place, seen=row.code, places=places) for row in rows]


def _subject(rows: Sequence[_Row]) -> Subject:
    """Return the department of *rows*, with what all of them say alike."""
    first = rows[0]
    name = first.name if len({row.name for row in rows}) == 1 else ""
    block = first.block if len({row.block for row in rows}) == 1 else ""
    traits = first.traits if len(rows) == 1 else frozenset[str]()
    return Subject("unit", first.code, name, block, traits)
