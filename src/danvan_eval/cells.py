"""What stands in one cell of a table, before anyone asks what it means?"""

import enum
import math
import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

import attrs

from .collation import folded
from .errors import Fault, Place, fault
from .suggestions import clipped
from .terms import nfc


class NoValue(enum.Enum):
    """Why a cell gives no value although nothing is wrong with it."""

    ABSENT = "absent"
    DECLINED = "declined"


ABSENT: Final = NoValue.ABSENT
DECLINED: Final = NoValue.DECLINED


@attrs.frozen
class Cell:
    """One cell as it was read: the value, how it is shown, and where it stands.

    *value* is text, a number, a date, a bool or None, as the file gives it; a
    formula comes with its stored result, None when none is stored. *since_1904*
    says that days of the workbook are counted from 1904.
    """

    value: object = None
    number_format: str = "General"
    formula: bool = False
    hidden: bool = False
    place: Place = attrs.field(factory=Place)
    since_1904: bool = False


Content = str | int | float | date | time | timedelta | bool

NO_VALUE_WORDS: Final[Mapping[str, NoValue]] = {
    "": ABSENT,
    "chưa chấm": ABSENT,
    "chưa có số liệu": ABSENT,
    "không áp dụng": DECLINED,
    "kad": DECLINED,
}
"""The only words that stand for no value, folded."""

_EXCEL_ERRORS: Final = frozenset(
    {
        "#CALC!",
        "#DIV/0!",
        "#GETTING_DATA",
        "#N/A",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#REF!",
        "#SPILL!",
        "#VALUE!",
    }
)
_AROUND: Final = re.compile(r"\A[\s\u200b\ufeff]+|[\s\u200b\ufeff]+\Z")
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.')


def content(
    cell: Cell, *, words: bool = True, lines: bool = False
) -> Content | NoValue | Fault:
    """Return what the cell holds, trimmed; no value, or a fault of the sheet itself.

    Unless *words*, only an empty cell is no value; with *lines*, line breaks stay.
    """
    value = cell.value
    if value is None:
        return fault("DV-E106", cell.place) if cell.formula else ABSENT
    if not isinstance(value, str):
        if isinstance(value, int | float | date | time | timedelta):
            return value
        return fault("DV-E101", cell.place, seen=type(value).__name__)
    if value.strip().upper() in _EXCEL_ERRORS:
        return fault("DV-E107", cell.place, seen=value.strip())
    bare = trimmed(value, lines=lines)
    return NO_VALUE_WORDS.get(folded(bare), bare) if words else bare or ABSENT


def trimmed(written: str, *, lines: bool = False) -> str:
    r"""Return *written* in NFC without white space around, nor Excel's apostrophe.

    >>> trimmed("\t9,5\u00a0"), trimmed("'007")
    ('9,5', '007')
    """
    bare = _AROUND.sub("", nfc(written)).removeprefix("'")
    bare = _AROUND.sub("", bare)
    return bare if lines else " ".join(bare.split())


def is_number(value: object) -> bool:
    """Say whether the sheet holds a number here (TRUE and FALSE are none)."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def shows_percent(number_format: str) -> bool:
    """Say whether a number format multiplies by 100 and writes a % sign.

    >>> shows_percent("0.0%"), shows_percent('0"%"')
    (True, False)
    """
    return "%" in _LITERAL.sub("", number_format)


def words_of(value: object) -> str:
    """Write a content as the sheet shows it: decimal comma, dd/mm/yyyy."""
    if isinstance(value, str | bool):
        return value if isinstance(value, str) else str(value).upper()
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%H:%M} {words_of(value.date())}"
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    return digits_of(value) if isinstance(value, int | float) else str(value)


def digits_of(value: float) -> str:
    """Write a number of the sheet in its shortest plain digits, with a comma.

    >>> digits_of(9.5), digits_of(1e-07)
    ('9,5', '0,0000001')
    """
    if not math.isfinite(value):
        return str(value)
    digits = format(Decimal(repr(value)), "f")
    whole, _, part = digits.partition(".")
    part = part.rstrip("0")
    return f"{whole},{part}" if part else whole


def seen_in(cell: Cell) -> str:
    """Write the value of *cell* for a message."""
    return clipped(words_of(cell.value))
