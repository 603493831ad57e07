"""Which departments are there, in which block, with which traits?"""

from collections.abc import Mapping
from itertools import groupby
from typing import Final

import attrs

from ..errors import Fault, fault
from ..subjects import Subject
from ..tables.reading import Column, Table
from ..terms import TRAITS
from .fields import Fields, Options, alike, spots

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

    Whose row is faulty is *known* all the same: its people have a department.
    """

    subjects: Mapping[str, Subject]
    known: frozenset[str]
    faults: tuple[Fault, ...]


def read_units(table: Table, blocks: Options) -> Units:
    """Read the list of departments; *blocks* are those of the scheme, if there is one."""
    faults: list[Fault] = []
    read: list[tuple[str, Fields, Subject | None]] = []
    for row in table.rows:
        fields = Fields(row)
        code = fields.code("unit", needed=True)
        read.append((code, fields, _subject(fields, code, blocks)))
        faults += fields.faults
    subjects: dict[str, Subject] = {}
    for code, group in groupby(
        sorted(read, key=lambda one: one[0]), lambda one: one[0]
    ):
        rows = list(group)
        if code and len(rows) > 1:
            places = spots([fields.place("unit") for _, fields, _ in rows])
            faults += [
                fault("DV-S101", fields.place("unit"), seen=code, places=places)
                for _, fields, _ in rows
            ]
        elif rows[0][2] is not None:
            subjects[code] = rows[0][2]
    faults += alike({code: one.place("unit") for code, one, _ in read if code})
    known = frozenset(code for code, _, _ in read if code)
    return Units(subjects, known, tuple(faults))


def _subject(fields: Fields, code: str, blocks: Options) -> Subject | None:
    name = fields.name("name")
    block = fields.choice("block", blocks) if blocks else fields.code("block")
    traits = fields.members("traits", UNIT_TRAITS)
    if fields.faults:
        return None
    return Subject("unit", code, name, block, traits)
