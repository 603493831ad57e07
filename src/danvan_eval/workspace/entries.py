"""Which rows are entries, and whom does a row name that cannot be read?

A total, a title or a signature stands in a table as well. An entry says what none of
them says: a number or code of its own, a day, somebody's code, or a word of a list
in the column of that list.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

import attrs

from .. import grammar
from ..cells import Cell, is_number
from ..errors import Fault
from ..evidence import Dossier, Unreadable
from ..periods import Period
from ..subjects import Subject
from ..tables.reading import Row, Table
from .asked import SUBJECT
from .fields import Codes, Fields, Options
from .folding import Broken

T = TypeVar("T")
_OF_ITS_OWN: Final = re.compile(r"(?=.*\d)\S+|[A-Z][A-Z0-9./_-]*")
"""How a number or code looks in its own column: one word with a digit, or capitals."""
_A_CODE: Final = re.compile(r"(?=.*\d)(?=.*[^\W\d_])\S+")
"""How a code looks elsewhere: one word with a letter and a digit; numbers add up."""
ROW: Final = "row"
"""The name under which the row in the list stands."""
PEOPLE: Final = ("person", "people")
"""The columns for people, by their ids."""
NO_LISTS: Final[Mapping[str, Options]] = MappingProxyType({})


def entries(
    key: str, codes: Codes, lists: Mapping[str, Options] = NO_LISTS
) -> Callable[[Row], bool]:
    """Return what tells entries from totals, titles and signatures.

    Args:
        key: the column of an entry's own number or code.
        codes: whom a cell may name.
        lists: the words that only an entry has, by column.
    """
    return lambda row: (
        _OF_ITS_OWN.fullmatch(_words(row[key])) is not None
        or any(_tells(cell, codes) for cell in (*row.cells, *row.others))
        or any(
            isinstance(grammar.choice(row[at], options), str)
            for at, options in lists.items()
        )
    )


def named(row: Row, codes: Codes) -> Codes:
    """Return whom any cell of *row* names, in whatever column it stands."""
    words = {word for cell in (*row.cells, *row.others) for word in _parts(cell)}
    return Codes(codes.units & words, codes.people & words)


def refused(row: Row, why: Fault, codes: Codes) -> Broken:
    """Return an entry of which only the codes in it can be taken.

    It is about nobody where a department is named and the cell for people is empty.
    """
    seen = named(row, codes)
    cells = [row[at] for at in PEOPLE if at in row]
    nobody = bool(seen.units) and not any(_words(cell) for cell in cells)
    return Broken(
        why,
        seen.units,
        seen.people,
        any_unit=not seen.units,
        any_person=not seen.people and not nobody,
    )


def read_rows(
    table: Table,
    codes: Codes,
    read: Callable[[Fields, Codes], T],
    faults: list[Fault],
    entry: Callable[[Row], bool] | None = None,
) -> list[T | Broken]:
    """Read every row of a table; of refused entries, whom they may be about."""
    found: list[T | Broken] = [
        refused(row, row.refusal, codes)
        for row in table.refused
        if row.refusal is not None and (entry is None or entry(row))
    ]
    for row in table.rows:
        fields = Fields(row)
        found.append(read(fields, codes))
        faults.extend(fields.faults)
    return found


@attrs.frozen
class Unlisted:
    """Somebody whose row in a list cannot be read, and why."""

    subject: Subject
    fault: Fault

    def dossier(self, period: Period) -> Dossier:
        """Return the dossier of somebody of whom nothing is known."""
        seen = {SUBJECT: {ROW: Unreadable(self.fault)}}
        return Dossier(self.subject, period, seen, state="unlisted")


def _tells(cell: Cell, codes: Codes) -> bool:
    if isinstance(cell.value, dt.date):
        return True
    if is_number(cell.value):
        return False
    day = isinstance(grammar.day(cell), dt.date)
    return day or any(
        word in codes.units or word in codes.people or _A_CODE.fullmatch(word)
        for word in _parts(cell)
    )


def _words(cell: Cell) -> str:
    """Return the words of a cell; none where it holds something else."""
    seen = grammar.text(cell)
    return seen if isinstance(seen, str) else ""


def _parts(cell: Cell) -> list[str]:
    """Return what stands in a cell, divided by ``;``."""
    return [one.strip() for one in _words(cell).split(";")]
