"""What does a sheet hold, before its header row is known?"""

from collections.abc import Iterator

import attrs

from ..cells import Cell, seen_in
from ..errors import Fault


@attrs.frozen
class Span:
    """Merged cells, by first and last row and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int
    ref: str

    def holds(self, row: int, column: int) -> bool:
        """Say whether a cell belongs to the merged ones."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    @property
    def across(self) -> bool:
        """Say whether several columns are merged."""
        return self.left != self.right


@attrs.frozen
class Grid:
    """The cells of one sheet, or of one CSV text cut by one separator.

    *lines* gives the row number, counted from 1, of each row; *broken* says why
    the text could not be cut to its end; *size* is filled in when the sheet is
    too large to be read.
    """

    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int, ...]
    sheet: str = ""
    separator: str = ""
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    spans: tuple[Span, ...] = ()
    broken: Fault | None = None
    size: str = ""

    def span(self, row: int, column: int) -> Span | None:
        """Return the merged cells that the cell belongs to."""
        return next((one for one in self.spans if one.holds(row, column)), None)

    def at(self, row: int, column: int) -> Cell | None:
        """Return a cell; None outside the sheet."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else None

    def label(self, row: int, column: int) -> Cell | None:
        """Return a cell, filled from above when it is merged within its column."""
        span = self.span(row, column)
        own = self.at(row, column)
        return own if span is None or span.across else self.at(span.top, column)

    def filled(self, row: int) -> Iterator[tuple[int, Cell]]:
        """Yield the cells of a row that hold something, with their columns."""
        for column, cell in enumerate(self.rows[row]):
            if not is_blank(cell):
                yield column, cell


def is_blank(cell: Cell | None) -> bool:
    """Say whether nothing stands in *cell*; a formula is never nothing."""
    if cell is None or (cell.value is None and not cell.formula):
        return True
    return isinstance(cell.value, str) and not seen_in(cell)
