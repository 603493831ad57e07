"""Which cells does a workbook hold, and which of them are formulas, hidden, merged?

The workbook is opened twice, for the stored results and for the formulas: a
formula whose result was never stored must not look like an empty cell.
"""

import io
import warnings
from typing import TYPE_CHECKING, Final

from ..cells import Cell
from ..errors import FaultError, Place, fault
from .grid import Grid, Span

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_CELLS: Final = 1_000_000


def xlsx_grids(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read every sheet of a workbook.

    Raises:
        FaultError: for a damaged workbook, or when openpyxl is not installed.
    """
    try:
        import openpyxl  # noqa: F401
    except ImportError as error:
        raise FaultError(fault("DV-F107", Place(file), seen="openpyxl")) from error
    try:
        results, formulas = (
            _opened(data, data_only=True),
            _opened(data, data_only=False),
        )
        pairs = zip(results.worksheets, formulas.worksheets, strict=True)
        return tuple(_grid(sheet, typed, file) for sheet, typed in pairs)
    except Exception as error:  # a damaged file breaks openpyxl anywhere
        seen = type(error).__name__
        raise FaultError(fault("DV-F106", Place(file), seen=seen)) from error


def _opened(data: bytes, *, data_only: bool) -> "Workbook":
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # openpyxl tells of features it would lose on saving; nothing is saved here.
        warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
        return load_workbook(io.BytesIO(data), data_only=data_only, keep_links=False)


def _grid(sheet: "Worksheet", typed: "Worksheet", file: str) -> Grid:
    height, width = sheet.max_row, sheet.max_column
    if height * width > MOST_CELLS:
        return Grid((), (), sheet=sheet.title, size=f"{height} × {width}")
    hidden_rows = _hidden_rows(sheet)
    hidden_columns = _hidden_columns(sheet, width)
    hidden = sheet.sheet_state != "visible"
    rows = tuple(
        tuple(
            _cell(
                sheet,
                typed,
                (row, column),
                file,
                hidden=hidden or row - 1 in hidden_rows or column - 1 in hidden_columns,
            )
            for column in range(1, width + 1)
        )
        for row in range(1, height + 1)
    )
    return Grid(
        rows,
        tuple(range(1, height + 1)),
        sheet=sheet.title,
        hidden=hidden,
        hidden_columns=hidden_columns,
        hidden_rows=hidden_rows,
        spans=_spans(sheet),
    )


def _cell(
    sheet: "Worksheet",
    typed: "Worksheet",
    at: tuple[int, int],
    file: str,
    *,
    hidden: bool,
) -> Cell:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    shown = sheet.cell(*at)
    formula = typed.cell(*at).data_type == "f"
    value: object = shown.value
    if value is None and formula and shown.data_type == "str":
        value = ""  # the stored result is an empty text
    if isinstance(value, str) and getattr(shown, "quotePrefix", False):
        value = f"'{value}"
    return Cell(
        value,
        str(shown.number_format),
        formula=formula,
        hidden=hidden,
        place=Place(file, sheet.title, shown.coordinate),
        since_1904=sheet.parent is not None and sheet.parent.epoch == CALENDAR_MAC_1904,
    )


def _hidden_rows(sheet: "Worksheet") -> frozenset[int]:
    dimensions = sheet.row_dimensions.items()
    return frozenset(row - 1 for row, one in dimensions if one.hidden or one.ht == 0)


def _hidden_columns(sheet: "Worksheet", width: int) -> frozenset[int]:
    hidden: set[int] = set()
    for one in sheet.column_dimensions.values():
        if one.hidden or one.width == 0:
            hidden |= set(range((one.min or 1) - 1, min(one.max or 0, width)))
    return frozenset(hidden)


def _spans(sheet: "Worksheet") -> tuple[Span, ...]:
    spans = [
        Span(
            top=one.min_row - 1,
            left=one.min_col - 1,
            bottom=one.max_row - 1,
            right=one.max_col - 1,
            ref=one.coord,
        )
        for one in sheet.merged_cells.ranges
    ]
    return tuple(sorted(spans, key=lambda one: (one.top, one.left)))
