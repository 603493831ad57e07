"""Which cells does a CSV file hold, cut by each separator it may be written with?"""

import csv
import io
import re
from typing import Final

from ..cells import Cell
from ..errors import FaultError, Place, fault
from .grid import Grid

SEPARATORS: Final = (";", ",", "\t")
_DECLARED: Final = re.compile(r'"?sep=(.)"?\r?\n')
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def csv_grids(data: bytes, file: str) -> tuple[Grid, ...]:
    """Cut the text by every separator; a first line ``sep=;`` declares it.

    Raises:
        FaultError: for bytes that are no UTF-8.
    """
    text = _decoded(data, file)
    declared = _DECLARED.match(text)
    separators = (declared[1],) if declared else SEPARATORS
    return tuple(_cut(text, one, file, skip=bool(declared)) for one in separators)


def _decoded(data: bytes, file: str) -> str:
    if data.startswith(_UTF16):
        raise FaultError(fault("DV-F108", Place(file, line=1), line=1))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = Place(file, line=line)
        raise FaultError(fault("DV-F108", place, line=line)) from error


def _cut(text: str, separator: str, file: str, *, skip: bool) -> Grid:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[Cell, ...]] = []
    lines: list[int] = []
    broken = None
    line = 1
    try:
        for record in reader:
            place = Place(file, line=line)
            rows.append(tuple(Cell(one, place=place) for one in record))
            lines.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        place, most = Place(file, line=line), csv.field_size_limit()
        long = str(most) in str(error)
        broken = (
            fault("DV-F124", place, allowed=most)
            if long
            else fault("DV-F120", place, seen=error)
        )
    if skip:
        del rows[0], lines[0]
    return Grid(tuple(rows), tuple(lines), separator=separator, broken=broken)
