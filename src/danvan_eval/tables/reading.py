"""Which rows does a CSV file or a sheet hold, and what was wrong with the file?

Columns are found by the text of their headers, never by their place. What a cell
means is not decided here: rows hold cells, and `danvan_eval.grammar` reads them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

from ..cells import Cell, seen_in
from ..collation import folded
from ..errors import Fault, FaultError, Place, fault, in_order
from ..grammar import is_quoted_number, number_remarks
from ..suggestions import clipped
from .grid import Grid, is_blank
from .headers import (
    FIRST_ROWS,
    Column,
    Header,
    check_columns,
    column_letter,
    find_header,
    numbers_columns,
)
from .opening import open_grids

__all__ = ["Column", "Row", "Table", "read_table"]

LONG_TEXT: Final = 40
"""A hidden cell with more letters than this is pointed out."""
_MOST_LISTED: Final = 30


@attrs.frozen
class Row(Mapping[str, Cell]):
    """One row: a cell for each column asked for, blank where there is no column.

    *refusal* says why nothing can be taken from it; its cells may stand in the wrong
    columns then, and *others* are those in no column that was asked for.
    """

    line: int
    ids: tuple[str, ...]
    cells: tuple[Cell, ...]
    refusal: Fault | None = None
    others: tuple[Cell, ...] = ()

    def __getitem__(self, column: str) -> Cell:
        """Return the cell in the column of that id."""
        if column not in self.ids:
            raise KeyError(column)
        return self.cells[self.ids.index(column)]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of the columns."""
        return iter(self.ids)

    def __len__(self) -> int:
        """Count the columns asked for."""
        return len(self.ids)


@attrs.frozen
class Table:
    """What was read from one file: rows, and every fault of the file at once.

    *columns* are the ids that the file has; *above* are the filled cells over the
    header row (title, form, period). *refused* are the rows that were cut wrongly.
    """

    file: str
    sheet: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()
    above: tuple[Cell, ...] = ()
    refused: tuple[Row, ...] = ()

    @property
    def stopped(self) -> bool:
        """Say whether a fault kept the whole file from being read."""
        return any(one.severity == "stop" for one in self.faults)


def read_table(
    path: Path | str,
    *,
    columns: Sequence[Column],
    key: str = "",
    sheet: str = "",
    name: str = "",
    entry: Callable[[Row], bool] | None = None,
) -> Table:
    """Read one CSV file, or one sheet of a workbook, into rows; never raises on data.

    Args:
        path: a ``.csv``, ``.tsv``, ``.txt``, ``.xlsx`` or ``.xlsm`` file.
        columns: what is asked for; other columns are ignored and listed.
        key: id of the column that makes a row a row. Rows without it (totals,
            signatures, notes) are skipped and listed.
        sheet: name of the sheet; empty for the only one with these headers.
        name: how faults call the file; the file name when empty.
        entry: says which rows are entries, instead of the key alone.
    """
    check_columns(columns, key)
    path = Path(path)
    file = name or path.name
    try:
        header = _chosen(open_grids(path, file), columns, file, sheet)
    except FaultError as stop:
        return Table(file, sheet, faults=(stop.fault,))
    stops = tuple(header.faults(file))
    if stops:
        return Table(file, header.grid.sheet, faults=in_order(stops))
    return _Reader(file, header, tuple(columns), key, header.columns(), entry).table()


def _chosen(
    grids: Sequence[Grid], columns: Sequence[Column], file: str, sheet: str
) -> Header:
    """Return the header of the sheet, or of the separator, that is meant."""
    if sheet and not any(one.separator for one in grids):
        named = [one for one in grids if folded(one.sheet) == folded(sheet)]
        if not named:
            allowed = "; ".join(one.sheet for one in grids)
            raise FaultError(fault("DV-F110", Place(file), seen=sheet, allowed=allowed))
        grids = named
    headers = [one for grid in grids if (one := find_header(grid, columns))]
    complete = [one for one in headers if one.complete]
    if not complete and (large := [one for one in grids if one.size]):
        place = Place(file, large[0].sheet)
        data = {"seen": large[0].size, "allowed": "1 000 000"}
        raise FaultError(fault("DV-F121", place, **data))
    if not headers:
        raise FaultError(_no_header(grids, columns, file))
    most = max(one.found for one in headers)
    best = complete or [one for one in headers if one.found == most]
    if len(best) > 1 and not _same(best):
        raise FaultError(_undecided(best, file))
    if best[0].grid.broken:
        raise FaultError(best[0].grid.broken)
    return best[0]


def _no_header(grids: Sequence[Grid], columns: Sequence[Column], file: str) -> Fault:
    if broken := next((one.broken for one in grids if one.broken), None):
        return broken
    allowed = "; ".join(one.headers[0] for one in columns if one.required)
    place = Place(file, grids[0].sheet if len(grids) == 1 else "")
    return fault("DV-F111", place, lines=FIRST_ROWS, allowed=allowed)


def _same(headers: Sequence[Header]) -> bool:
    """Say whether all separators cut the text alike, or all sheets lack the same."""
    first, *others = headers
    if first.grid.separator:
        return all(one.grid.rows == first.grid.rows for one in others)
    return not first.complete


def _undecided(headers: Sequence[Header], file: str) -> Fault:
    if headers[0].grid.separator:
        return fault("DV-F109", Place(file), allowed="«;», «,», Tab")
    seen = "; ".join(one.grid.sheet for one in headers)
    return fault("DV-F122", Place(file), seen=seen)


@attrs.frozen
class _Reader:
    """Takes the rows below one header, and notes what deserves a look."""

    file: str
    header: Header
    columns: tuple[Column, ...]
    key: str
    at: Mapping[str, int]
    entry: Callable[[Row], bool] | None = None

    @property
    def grid(self) -> Grid:
        return self.header.grid

    @property
    def below(self) -> range:
        return range(self.header.row + 1, len(self.grid.rows))

    def table(self) -> Table:
        """Return the rows and the faults."""
        grid = self.grid
        wide: list[int] = []
        kept: list[int] = []
        skipped: list[int] = []
        for row in self.below:
            if self._too_wide(row):
                wide.append(row)
            else:
                (kept if self._is_row(row) else skipped).append(row)
        rows = tuple(self._row(row) for row in kept)
        refused = tuple(self._refused(row) for row in wide)
        faults = [
            *(row.refusal for row in refused if row.refusal is not None),
            *self._skipped(skipped),
            *self._extra(),
            *self._hidden(),
            *self._merged(kept),
            *self._remarks(rows),
        ]
        above = (grid.filled(row) for row in range(self.header.row))
        return Table(
            self.file,
            grid.sheet,
            tuple(one for one, _ in self.header.places),
            rows,
            in_order(faults),
            tuple(cell for row in above for _, cell in row),
            refused,
        )

    def _is_row(self, row: int) -> bool:
        if row == self.header.row + 1 and self._is_numbering(row):
            return False
        if not self.key:
            return any(not is_blank(self._cell(row, one)) for one in self.columns)
        column = next(one for one in self.columns if one.id == self.key)
        if column.id not in self.at:
            return any(True for _ in self.grid.filled(row))
        span = self.grid.span(row, self.at[column.id])
        if span is not None and span.across:
            return False
        if self.entry is None:
            return not is_blank(self._cell(row, column))
        return self.entry(self._row(row))

    def _is_numbering(self, row: int) -> bool:
        """Say whether the row only numbers the columns: (1) (2) (3), or A B 1 2 3."""
        texts = [seen_in(cell) for _, cell in self.grid.filled(row)]
        return len(texts) == len(self.header.filled()) and numbers_columns(texts)

    def _row(self, row: int) -> Row:
        cells = tuple(self._cell(row, one) for one in self.columns)
        ids = tuple(one.id for one in self.columns)
        return Row(self.grid.lines[row], ids, cells)

    def _cell(self, row: int, column: Column) -> Cell:
        grid, at = self.grid, self.at.get(column.id)
        if at is None:
            key = column.headers[0]
            return Cell(
                place=Place(self.file, grid.sheet, line=grid.lines[row], key=key)
            )
        own = grid.at(row, at)
        cell = (grid.label(row, at) if column.label else own) or Cell()
        where = own.place if own else self._place(row)
        key = self.header.texts[at]
        place = Place(where.file, where.sheet, where.cell, where.line, key)
        return Cell(
            cell.value,
            cell.number_format,
            cell.formula,
            cell.hidden,
            place,
            cell.since_1904,
        )

    def _place(self, row: int) -> Place:
        return Place(self.file, self.grid.sheet, line=self.grid.lines[row])

    def _too_wide(self, row: int) -> bool:
        """Say whether a CSV row was cut into more cells than the header has."""
        last = max((at for at, _ in self.grid.filled(row)), default=0)
        return bool(self.grid.separator) and last >= len(self.header.texts)

    def _refused(self, row: int) -> Row:
        """Return a row of which nothing can be taken, with every cell of it."""
        seen, allowed = len(self.grid.rows[row]), len(self.header.texts)
        refusal = fault("DV-F119", self._place(row), seen=seen, allowed=allowed)
        asked = set(self.at.values())
        others = [cell for at, cell in self.grid.filled(row) if at not in asked]
        return attrs.evolve(self._row(row), refusal=refusal, others=tuple(others))

    def _skipped(self, rows: Sequence[int]) -> Iterator[Fault]:
        firsts = ((row, next(self.grid.filled(row), None)) for row in rows)
        listed = [
            f"{self.grid.lines[row]} «{clipped(seen_in(first[1]))}»"
            for row, first in firsts
            if first
        ]
        if listed:
            key = next((one for one in self.columns if one.id == self.key), None)
            word = (
                key.headers[0] if key else ", ".join(c.headers[0] for c in self.columns)
            )
            yield fault("DV-F116", self._whole(), key=word, rows=_list(listed))

    def _extra(self) -> Iterator[Fault]:
        if extra := self.header.extra():
            yield fault("DV-F114", self._whole(), seen=_list(extra))

    def _hidden(self) -> Iterator[Fault]:
        grid = self.grid
        filled = [(row, at, one) for row in self.below for at, one in grid.filled(row)]
        rows = sorted(
            {grid.lines[row] for row, _, _ in filled if row in grid.hidden_rows}
        )
        columns = sorted({at for _, at, _ in filled if at in grid.hidden_columns})
        if rows or columns or (grid.hidden and filled):
            yield fault(
                "DV-F115",
                self._whole(),
                rows=_list(map(str, rows)),
                columns=_list(map(column_letter, columns)),
                sheets=grid.sheet if grid.hidden else "–",
            )
        cells = (one for row in range(len(grid.rows)) for _, one in grid.filled(row))
        long = [
            one.place.cell
            for one in cells
            if one.hidden and isinstance(one.value, str) and len(one.value) > LONG_TEXT
        ]
        if long:
            yield fault("DV-F118", self._whole(), seen=_list(long))

    def _merged(self, rows: Sequence[int]) -> Iterator[Fault]:
        values = [
            self.at[one.id]
            for one in self.columns
            if not one.label and one.id in self.at
        ]
        refs = [
            span.ref
            for span in self.grid.spans
            if any(span.holds(row, column) for row in rows for column in values)
        ]
        if refs:
            yield fault("DV-F117", self._whole(), seen=_list(refs))

    def _remarks(self, rows: Sequence[Row]) -> Iterator[Fault]:
        labels = {one.id for one in self.columns if one.label} | {self.key}
        cells = [one[at] for one in rows for at in one if at not in labels]
        quoted = [one.place for one in cells if is_quoted_number(one.value)]
        if quoted:
            refs = _list(one.cell or f"{one.line}" for one in quoted)
            yield fault("DV-F123", self._whole(), count=len(quoted), seen=refs)
        for one in cells:
            if not is_quoted_number(one.value):
                yield from number_remarks(one)

    def _whole(self) -> Place:
        return Place(self.file, self.grid.sheet)


def _list(words: "Iterator[str] | Sequence[str]") -> str:
    """Join words for a message; a dash for none, dots after the first thirty."""
    listed = list(words)
    more = ", …" if len(listed) > _MOST_LISTED else ""
    return ", ".join(listed[:_MOST_LISTED]) + more if listed else "–"
