"""How does a table leave: as CSV that Excel opens rightly, or as a workbook to print?

CSV is UTF-8 with a byte order mark, cells divided by ``;`` because numbers carry a
decimal comma. Numbers are cut after *places* decimals, never rounded; two decimals
by default, so that no written number can be taken for a thousand when it is read
back. Text that a spreadsheet could take for a formula goes out as text: with an
apostrophe before it in CSV, with Excel's own text mark in a workbook.
"""

import contextlib
import csv
import datetime as dt
import io
import math
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from ..errors import FaultError, Place, fault
from ..points import shown
from ..terms import nfc
from .text import Value, words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = [
    "Sheet",
    "csv_bytes",
    "is_risky",
    "make_folder",
    "table_bytes",
    "write_bytes",
    "write_table",
    "write_together",
    "xlsx_bytes",
]

SEPARATOR: Final = ";"
_FORMULA_SIGNS: Final = "=+-@＝＋－＠"
_MOST_DIGITS: Final = 10**15
_WIDEST: Final = 60
_NARROWEST: Final = 6
_LINE: Final = 16
_NAME_LENGTH: Final = 31
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
_FIRST_YEAR: Final = 1900
_A4: Final = 9
# The same rows give the same bytes: a workbook does not say when it was written.
_WRITTEN: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts)


def _frozen_rows(rows: Iterable[Sequence[Value]]) -> tuple[tuple[Value, ...], ...]:
    return tuple(tuple(row) for row in rows)


@attrs.frozen
class Sheet:
    """A table to be written: headers, rows, and lines above and below for print.

    Numbers are cut after *places* decimals. CSV holds headers and rows only. No
    column of a workbook is wider than *widest* letters; longer text is wrapped.
    """

    headers: tuple[str, ...] = attrs.field(converter=_texts)
    rows: tuple[tuple[Value, ...], ...] = attrs.field(converter=_frozen_rows)
    name: str = "Bảng"
    above: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    below: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    places: int = 2
    widest: int = _WIDEST


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where there is none.

    Raises:
        FaultError: DV-F204 when it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FaultError(fault("DV-F204", Place(folder.as_posix()))) from error


def write_table(path: Path | str, *sheets: Sheet) -> None:
    """Write one sheet to ``.csv``, or one or more to ``.xlsx``; whole or not at all.

    Raises:
        FaultError: when the file is open in Excel, or cannot be written.
    """
    path = Path(path)
    write_bytes(path, table_bytes(path, *sheets))


def table_bytes(path: Path, *sheets: Sheet) -> bytes:
    """Return what :func:`write_table` writes.

    Raises:
        FaultError: DV-F203 for a kind of file there are no tables of.
    """
    kind = path.suffix.lower()
    if kind == ".xlsx":
        return xlsx_bytes(sheets)
    if kind == ".csv" and len(sheets) == 1:
        return csv_bytes(sheets[0])
    raise FaultError(
        fault("DV-F203", Place(path.name), seen=kind, allowed=".xlsx, .csv")
    )


def write_bytes(path: Path | str, data: bytes) -> None:
    """Write a file, whole or not at all: what stood there stays until it is done.

    Raises:
        FaultError: when the file is open in Excel, or cannot be written.
    """
    write_together({Path(path): data})


def write_together(files: Mapping[Path, bytes], gone: Iterable[Path] = ()) -> None:
    """Write *files* and remove those that are to be *gone*: all of it, or nothing.

    Every new file is written beside its place first. Then they take their places
    one by one; when one cannot, those before it give way to what stood there.

    Raises:
        FaultError: when a file is open in Excel, or cannot be written.
    """
    done: list[Path] = []
    listed = (*files, *gone)
    try:
        for path, data in files.items():
            with _told(path):
                _beside(path, "tmp").write_bytes(data)
        for path in listed:
            with _told(path):
                if path.exists() and len(listed) > 1:
                    _keep(path)
                if path in files:
                    _beside(path, "tmp").replace(path)
                else:
                    path.unlink(missing_ok=True)
                done.append(path)
    except FaultError:
        for path in done:
            _put_back(path)
        raise
    finally:
        for path in listed:
            for kind in ("tmp", "bak"):
                with contextlib.suppress(OSError):
                    _beside(path, kind).unlink(missing_ok=True)


def _beside(path: Path, kind: str) -> Path:
    return path.with_name(f"~{path.name}.{kind}")


def _keep(path: Path) -> None:
    """Keep what stands at *path* beside it, linked where that can be, else copied."""
    before = _beside(path, "bak")
    before.unlink(missing_ok=True)
    try:
        before.hardlink_to(path)
    except OSError:
        shutil.copyfile(path, before)


def _put_back(path: Path) -> None:
    """Put what stood at *path* back in its place; take away what is new there."""
    before = _beside(path, "bak")
    with contextlib.suppress(OSError):
        if before.exists():
            before.replace(path)
        else:
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say by a fault why *path* cannot be written."""
    place = Place(path.name)
    try:
        if path.is_dir():
            raise FaultError(fault("DV-F205", place))
        yield
    except PermissionError as error:
        raise FaultError(fault("DV-F201", place)) from error
    except OSError as error:
        seen = error.strerror or type(error).__name__
        raise FaultError(fault("DV-F202", place, seen=seen)) from error


def csv_bytes(sheet: Sheet) -> bytes:
    """Return the sheet as CSV: UTF-8 with a byte order mark, ``;`` between cells."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow([_guarded(one) for one in sheet.headers])
    for row in sheet.rows:
        writer.writerow(
            _guarded(one) if isinstance(one, str) else words(one, places=sheet.places)
            for one in row
        )
    return stream.getvalue().encode("utf-8-sig")


def xlsx_bytes(sheets: Sequence[Sheet]) -> bytes:
    """Return the sheets as one workbook, set up for print on A4 across.

    Raises:
        FaultError: when XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise FaultError(fault("DV-F107", Place(), seen="XlsxWriter")) from error
    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    workbook.set_properties({"created": _WRITTEN})
    styles = {name: workbook.add_format(style) for name, style in _STYLES.items()}
    for sheet, name in zip(sheets, _names(sheets), strict=True):
        _fill(workbook.add_worksheet(name), sheet, styles)
    workbook.close()
    return stream.getvalue()


def is_risky(text: str) -> bool:
    """Say whether a spreadsheet could take *text* for a formula, or swallow its head.

    >>> is_risky("=HYPERLINK(…)"), is_risky("- đã ban hành"), is_risky("-")
    (True, True, False)
    """
    bare = text.lstrip()
    return bare.startswith("'") or (len(bare) > 1 and bare[0] in _FORMULA_SIGNS)


_CELL: Final = {"border": 1, "valign": "top"}
_STYLES: Final[dict[str, dict[str, Any]]] = {
    "head": {**_CELL, "bold": True, "text_wrap": True, "align": "center"},
    "title": {"bold": True},
    "line": {},
    "text": {**_CELL, "text_wrap": True},
    "risky": {**_CELL, "text_wrap": True, "quote_prefix": True},
    "number": _CELL,
    "day": {**_CELL, "num_format": "dd/mm/yyyy"},
}


def _fill(page: "Worksheet", sheet: Sheet, styles: dict[str, Any]) -> None:
    for row, line in enumerate(sheet.above):
        page.write_string(row, 0, nfc(line), styles["title"])
    head = len(sheet.above)
    widths = [_width(sheet, column) for column in range(len(sheet.headers))]
    for column, text in enumerate(sheet.headers):
        style = styles["risky" if is_risky(text) else "head"]
        page.write_string(head, column, nfc(text), style)
        page.set_column(column, column, widths[column])
    page.set_row(head, _height(sheet, sheet.headers, widths))
    for row, values in enumerate(sheet.rows, head + 1):
        page.set_row(row, _height(sheet, values, widths))
        for column, value in enumerate(values):
            _put(page, (row, column), value, sheet.places, styles)
    for row, line in enumerate(sheet.below, head + len(sheet.rows) + 2):
        page.write_string(row, 0, nfc(line), styles["line"])
    page.freeze_panes(head + 1, 0)
    page.repeat_rows(head)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_footer("&C&P/&N")


def _height(sheet: Sheet, values: Sequence[Value], widths: Sequence[int]) -> int:
    """Return the height of a row whose texts wrap; not every program sees to that."""
    texts = (words(value, places=sheet.places) for value in values)
    lines = (
        math.ceil(len(text) / width) for text, width in zip(texts, widths, strict=False)
    )
    return _LINE * max(lines, default=1) or _LINE


def _put(
    page: "Worksheet",
    at: tuple[int, int],
    value: Value,
    places: int,
    styles: dict[str, Any],
) -> None:
    number = _number(value, places)
    if number is not None:
        # XlsxWriter writes a Decimal digit by digit; no binary float comes between.
        page.write_number(*at, number, styles["number"])
    elif isinstance(value, dt.date) and value.year >= _FIRST_YEAR:
        page.write_datetime(*at, value, styles["day"])
    elif value is None:
        page.write_blank(*at, None, styles["text"])
    else:
        text = words(value, places=places)
        page.write_string(*at, text, styles["risky" if is_risky(text) else "text"])


def _number(value: Value, places: int) -> Decimal | None:
    """Return what is written as a number; None for text, and for too many digits."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Decimal):
        return None
    text = shown(Fraction(value), places=places, comma=False)
    digits = text.replace(".", "").lstrip("-")
    return Decimal(text) if int(digits) < _MOST_DIGITS else None


def _width(sheet: Sheet, column: int) -> int:
    from wcwidth import wcswidth

    texts = [words(row[column], places=sheet.places) for row in sheet.rows]
    lines = [line for text in texts for line in text.splitlines()]
    # a header wraps between words, so its longest word is wide enough
    lines += nfc(sheet.headers[column]).split()
    widest = max((wcswidth(line) for line in lines), default=0)
    return min(max(widest + 2, _NARROWEST), sheet.widest)


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """Return names Excel accepts: short, without its signs, all different."""
    names: list[str] = []
    for sheet in sheets:
        base = nfc(sheet.name).translate(_NOT_IN_NAMES).strip() or "Bảng"
        name, turn = base[:_NAME_LENGTH], 1
        while name.casefold() in {one.casefold() for one in names}:
            turn += 1
            tail = f" ({turn})"
            name = base[: _NAME_LENGTH - len(tail)] + tail
        names.append(name)
    return names


def _guarded(text: str) -> str:
    return f"'{nfc(text)}" if is_risky(text) else nfc(text)
