"""Which row holds the headers, and in which column does each thing asked for stand?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from ..cells import seen_in
from ..collation import folded
from ..errors import Fault, Place, fault
from .grid import Grid

FIRST_ROWS: Final = 15
"""The header row stands within so many rows."""

_FEWEST_NUMBERED: Final = 4
_IN_BRACKETS: Final = re.compile(r"\([0-9A-Za-z]{1,2}\)")


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts)


@attrs.frozen
class Column:
    """A column asked for: its id and the header texts it is known by.

    Headers are compared without case, line breaks and padding. A *label* (name,
    unit, group) is filled from merged cells; a value never is.
    """

    id: str
    headers: tuple[str, ...] = attrs.field(
        converter=_texts, validator=attrs.validators.min_len(1)
    )
    required: bool = True
    label: bool = False

    @cached_property
    def names(self) -> frozenset[str]:
        """The headers as they are compared."""
        return frozenset(folded(one) for one in self.headers)


@attrs.frozen
class Header:
    """A header row that was found in a grid."""

    grid: Grid
    row: int
    texts: tuple[str, ...]
    places: tuple[tuple[str, tuple[int, ...]], ...]
    missing: tuple[Column, ...]

    @property
    def found(self) -> int:
        """How many of the columns asked for were found."""
        return len(self.places)

    @property
    def complete(self) -> bool:
        """Say whether every required column was found."""
        return not self.missing

    def columns(self) -> dict[str, int]:
        """Return the column number of each id that was found."""
        return {one: places[0] for one, places in self.places}

    def faults(self, file: str) -> Iterator[Fault]:
        """Yield required columns that are missing and columns found twice."""
        place = Place(file, self.grid.sheet)
        for column in self.missing:
            allowed = "; ".join(column.headers)
            seen = column.headers[0]
            yield fault("DV-F112", place, seen=seen, allowed=allowed)
        for _, places in self.places:
            if len(places) > 1:
                refs = ", ".join(column_letter(one) for one in places)
                seen = self.texts[places[0]]
                yield fault("DV-F113", place, seen=seen, places=refs)

    def filled(self) -> list[str]:
        """Return the header texts, without the blanks."""
        return [text for text in self.texts if text]

    def extra(self) -> list[str]:
        """Return the header texts that nobody asked for."""
        used = {place for _, places in self.places for place in places}
        return [text for at, text in enumerate(self.texts) if text and at not in used]


def find_header(grid: Grid, columns: Sequence[Column]) -> Header | None:
    """Return the row that holds most of *columns*; None when none holds any.

    A row with every required column goes first, then the upper one.
    """
    headers = [
        _header(grid, row, columns) for row in range(len(grid.rows))[:FIRST_ROWS]
    ]
    best = max(headers, key=lambda one: (one.complete, one.found), default=None)
    return best if best and best.found else None


def check_columns(columns: Sequence[Column], key: str) -> None:
    """Refuse columns that cannot be told apart.

    Raises:
        ValueError: for a repeated id or header, or a key that is no column.
    """
    names = [name for column in columns for name in column.names]
    ids = [column.id for column in columns]
    if len(set(ids)) < len(ids) or len(set(names)) < len(names):
        raise ValueError("two columns share an id or a header")
    if key and key not in ids:
        raise ValueError(f"key {key!r} is none of the columns {ids}")


def numbers_columns(texts: Sequence[str]) -> bool:
    """Say whether *texts* number the columns of a form, as the row under a header may.

    >>> numbers_columns(["(1)", "(2)"]), numbers_columns(["A", "B", "1", "2"])
    (True, True)
    >>> numbers_columns(["1", "K-NOI", "2"])
    False
    """
    if len(texts) > 1 and all(_IN_BRACKETS.fullmatch(one) for one in texts):
        return True
    letters = [one for one in texts if one.isalpha()]
    numbers = [one for one in texts if not one.isalpha()]
    counted = [str(one + 1) for one in range(len(numbers))]
    lettered = [column_letter(one) for one in range(len(letters))]
    long = len(texts) >= _FEWEST_NUMBERED and len(letters) != 1
    return long and [*letters, *numbers] == list(texts) == [*lettered, *counted]


def column_letter(column: int) -> str:
    """Write a column number, counted from 0, in the letters of a spreadsheet.

    >>> column_letter(0), column_letter(27)
    ('A', 'AB')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _header(grid: Grid, row: int, columns: Sequence[Column]) -> Header:
    cells = [grid.label(row, column) for column in range(len(grid.rows[row]))]
    texts = tuple(
        "" if one is None or one.value is None else seen_in(one) for one in cells
    )
    folds = [
        folded(cell.value if cell and isinstance(cell.value, str) else text)
        for cell, text in zip(cells, texts, strict=True)
    ]
    places = tuple(
        (column.id, at)
        for column in columns
        if (at := tuple(at for at, one in enumerate(folds) if one in column.names))
    )
    found = {one for one, _ in places}
    missing = tuple(one for one in columns if one.required and one.id not in found)
    return Header(grid, row, texts, places, missing)
