"""What does one cell say, exactly? A value, no value, or a fault; never a guess.

Every function takes a :class:`Cell` and returns the value, :data:`ABSENT` (no
figure yet), :data:`DECLINED` (the reporter says: không áp dụng) or one `Fault`.
No text outside the grammar ever becomes a number, and nothing ever becomes 0
but a written 0. Numbers are written ``9,5`` or ``9.5``; "1.200" and "1,200" are
refused, because they may mean 1,2 or 1200 (a leading zero, as in 0.125, settles
it). A number of the spreadsheet enters by its shortest decimal writing.
"""

import math
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .cells import (
    ABSENT,
    DECLINED,
    Cell,
    Content,
    NoValue,
    content,
    digits_of,
    is_number,
    seen_in,
    shows_percent,
    trimmed,
    words_of,
)
from .collation import bare_name, folded
from .errors import Fault, Place, fault
from .legacy import legacy_writing
from .points import as_percent, shown
from .suggestions import AMBIGUOUS, PLAIN, advice, both_readings, clipped, settled
from .terms import Text

__all__ = [
    "ABSENT",
    "DECLINED",
    "FLAG_WORDS",
    "Cell",
    "NoValue",
    "choice",
    "count",
    "day",
    "days",
    "flag",
    "members",
    "name",
    "name_remarks",
    "number",
    "number_remarks",
    "percent",
    "text",
]

FLAG_WORDS: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("có", "x", "v", "✓", "✔", "☑", "1", "đúng", "yes", "true"), True),
    **dict.fromkeys(("không", "0", "sai", "no", "false"), False),
}
"""The only words a flag is written with, folded."""

NONE_OF_THEM: Final = "không có"
"""The words that say an empty list on purpose, folded."""

MOST_DIGITS: Final = 15
"""Digits before, and digits after, the decimal comma."""

_PERCENT: Final = re.compile(r"(-?[0-9]+(?:[.,][0-9]+)?) ?%")
_DAY: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PART_OF_DAY: Final = re.compile(
    r"[0-9]{1,2}/[0-9]{1,4}|[0-9]{4}|[0-9]{4}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}"
    r"|(?:năm|tháng|quý|ngày)\b.*"
)
_YEARS: Final = range(1900, 2101)
_SERIAL_YEARS: Final = range(1950, 2101)  # the serial 2025 is a year mistyped, not 1905
_SINCE_1900: Final = date(1899, 12, 30)
_SINCE_1904: Final = date(1904, 1, 1)


def number(cell: Cell) -> Fraction | NoValue | Fault:
    """Read an exact number.

    >>> number(Cell("9,5")), number(Cell(9.5)), number(Cell("chưa chấm"))
    (Fraction(19, 2), Fraction(19, 2), <NoValue.ABSENT: 'absent'>)
    >>> number(Cell("1.200")).code
    'DV-E103'
    """
    found = content(cell)
    if isinstance(found, NoValue | Fault):
        return found
    if isinstance(found, str):
        return _number_of_text(found, cell.place)
    if is_number(found) and shows_percent(cell.number_format):
        return fault("DV-E108", cell.place, seen=f"{seen_in(cell)}; %")
    return _number_of_sheet(found, cell.place)


def count(cell: Cell) -> int | NoValue | Fault:
    """Read a whole number of things, 0 or more."""
    found = number(cell)
    if not isinstance(found, Fraction):
        return found
    if found.denominator != 1 or found < 0:
        return fault("DV-E112", cell.place, seen=seen_in(cell))
    return int(found)


def percent(cell: Cell, *, may_exceed: bool = False) -> Fraction | NoValue | Fault:
    """Read a share of the whole (1 is 100 %); the % sign must be there.

    Text carries the sign, a number of the spreadsheet carries it in its format.

    >>> percent(Cell("95 %")), percent(Cell(0.95, "0%"))
    (Fraction(19, 20), Fraction(19, 20))
    """
    found = content(cell)
    if isinstance(found, NoValue | Fault):
        return found
    share = _share(found, cell)
    if isinstance(share, Fault):
        return share
    if share < 0:
        return fault("DV-E202", cell.place, seen=as_percent(share), allowed="0%…100%")
    if share > 1 and not may_exceed:
        return fault("DV-E122", cell.place, seen=as_percent(share))
    return share


def day(cell: Cell) -> date | NoValue | Fault:
    """Read a day: 10/11/2025, 2025-11-10, a date cell, or a serial of the sheet.

    >>> day(Cell("10/11/2025")), day(Cell(45971))
    (datetime.date(2025, 11, 10), datetime.date(2025, 11, 10))
    """
    found = content(cell)
    if isinstance(found, NoValue | Fault):
        return found
    if isinstance(found, date):
        whole = found.date() if isinstance(found, datetime) else found
        return _in_years(whole, cell)
    if isinstance(found, str):
        return _day_of_text(found, cell)
    if isinstance(found, int | float) and is_number(found):
        return _day_of_serial(found, cell)
    return fault("DV-E131", cell.place, seen=seen_in(cell))


def flag(cell: Cell) -> bool | NoValue | Fault:
    """Read yes or no, in a word of :data:`FLAG_WORDS` or as TRUE/FALSE or 1/0."""
    found = content(cell)
    if isinstance(found, NoValue | Fault | bool):
        return found
    word = folded(words_of(found))
    if word in FLAG_WORDS:
        return FLAG_WORDS[word]
    allowed = ", ".join(FLAG_WORDS)
    return fault("DV-E141", cell.place, seen=seen_in(cell), allowed=allowed)


def choice(cell: Cell, options: Mapping[str, Text]) -> str | NoValue | Fault:
    """Read one of *options* (id → label), by id or by label; returns the id."""
    found = content(cell)
    if isinstance(found, NoValue | Fault):
        return found
    word = words_of(found)
    hit = _option(word, options)
    return hit or _no_option([word], options, cell.place)


def members(
    cell: Cell, options: Mapping[str, Text]
) -> frozenset[str] | NoValue | Fault:
    """Read options divided by ``;`` or line breaks; returns their ids.

    «không có» says none on purpose; an empty cell says that there is no figure.
    """
    words = _listed(cell)
    if isinstance(words, NoValue | Fault):
        return words
    hits = {word: _option(word, options) for word in words}
    strange = [word for word, hit in hits.items() if not hit]
    if strange:
        return _no_option(strange, options, cell.place)
    return frozenset(hits.values())


def days(cell: Cell) -> frozenset[date] | NoValue | Fault:
    """Read days divided by ``;`` or line breaks; «không có» says none on purpose."""
    if not isinstance(cell.value, str):
        found = day(cell)
        return found if isinstance(found, NoValue | Fault) else frozenset([found])
    words = _listed(cell)
    if isinstance(words, NoValue | Fault):
        return words
    read = [_day_of_text(word, cell) for word in words]
    wrong = next((one for one in read if isinstance(one, Fault)), None)
    return wrong or frozenset(one for one in read if isinstance(one, date))


def text(cell: Cell) -> str | NoValue | Fault:
    """Read words (a code, a note); a whole number stands for its digits."""
    found = content(cell, words=False)
    if isinstance(found, NoValue | Fault | str):
        return found
    if not is_number(found):
        return fault("DV-E161", cell.place, seen=seen_in(cell))
    width = len(cell.number_format) if set(cell.number_format) == {"0"} else 0
    return words_of(found).zfill(width)


def name(cell: Cell) -> str | NoValue | Fault:
    """Read the name of a person or unit; text of an old font is refused."""
    found = text(cell)
    if isinstance(found, str) and (looks := legacy_writing(found)):
        return fault("DV-E162", cell.place, seen=clipped(found), near=looks)
    return found


def number_remarks(cell: Cell) -> tuple[Fault, ...]:
    """Warn of a number that is read but stands there in a doubtful way."""
    value = cell.value
    if is_quoted_number(value):
        return (fault("DV-E171", cell.place, seen=clipped(str(value))),)
    if isinstance(value, float) and math.isfinite(value):
        digits = Decimal(repr(value)).normalize().as_tuple().digits
        if len(digits) > MOST_DIGITS:
            return (fault("DV-E172", cell.place, seen=digits_of(value)),)
    return ()


def name_remarks(cell: Cell) -> tuple[Fault, ...]:
    """Warn of titles, notes and the foreign letter Ð in a name that is read."""
    found = name(cell)
    if not isinstance(found, str):
        return ()
    remarks = []
    if (bare := bare_name(found)) != found:
        remarks.append(fault("DV-E163", cell.place, seen=clipped(found), near=bare))
    if set(found) & set("ÐðƉɖ"):
        remarks.append(fault("DV-E164", cell.place, seen=clipped(found)))
    return tuple(remarks)


def is_quoted_number(value: object) -> bool:
    """Say whether *value* is a number kept as text by a leading apostrophe."""
    quoted = isinstance(value, str) and value.lstrip().startswith("'")
    return quoted and PLAIN.fullmatch(trimmed(str(value))) is not None


def _number_of_text(written: str, place: Place) -> Fraction | Fault:
    if not PLAIN.fullmatch(written):
        code, data = advice(written)
        return fault(code, place, **data)
    if AMBIGUOUS.fullmatch(written):
        big, small = both_readings(written)
        return fault("DV-E103", place, seen=written, small=small, big=big)
    parts = re.split("[.,]", written.removeprefix("-"))
    if max(map(len, parts)) > MOST_DIGITS:
        return fault("DV-E109", place, seen=clipped(written), allowed=MOST_DIGITS)
    return Fraction(written.replace(",", "."))


def _number_of_sheet(value: Content, place: Place) -> Fraction | Fault:
    if isinstance(value, bool):
        return fault("DV-E111", place, seen=words_of(value))
    if not isinstance(value, int | float):
        near = f"{value.day},{value.month}" if isinstance(value, date) else "9,5"
        return fault("DV-E105", place, seen=words_of(value), near=near)
    if not math.isfinite(value):
        return fault("DV-E101", place, seen=value)
    exact = Fraction(Decimal(repr(value)))
    size = 10**MOST_DIGITS
    if abs(exact) >= size or 0 < abs(exact) < Fraction(1, size):
        return fault("DV-E109", place, seen=repr(value), allowed=MOST_DIGITS)
    return exact


def _share(value: Content, cell: Cell) -> Fraction | Fault:
    if not isinstance(value, str):
        found = _number_of_sheet(value, cell.place)
        bare = not shows_percent(cell.number_format)
    elif signed := _PERCENT.fullmatch(value):
        found, bare = _number_of_text(signed[1], cell.place), False
        found = found if isinstance(found, Fault) else found / 100
    elif PLAIN.fullmatch(value):
        found, bare = _number_of_text(value, cell.place), True
    else:
        code, data = advice(value, unit="%")
        return fault(code, cell.place, **data)
    if isinstance(found, Fault) or not bare:
        return found
    likely, other = (found * 100, found) if abs(found) < 1 else (found, found * 100)
    big, small = (settled(shown(one, places=MOST_DIGITS)) for one in (likely, other))
    data = {"seen": seen_in(cell), "small": f"{small}%", "big": f"{big}%"}
    return fault("DV-E121", cell.place, **data)


def _day_of_text(written: str, cell: Cell) -> date | Fault:
    if found := _DAY.fullmatch(written):
        in_order = int(found[3]), int(found[2]), int(found[1])
    elif found := _ISO_DAY.fullmatch(written):
        in_order = int(found[1]), int(found[2]), int(found[3])
    else:
        part = _PART_OF_DAY.fullmatch(folded(written))
        code = "DV-E133" if part else "DV-E131"
        return fault(code, cell.place, seen=clipped(written))
    try:
        whole = date(*in_order)
    except ValueError:
        return fault("DV-E132", cell.place, seen=written)
    return _in_years(whole, cell)


def _day_of_serial(value: float, cell: Cell) -> date | Fault:
    start = _SINCE_1904 if cell.since_1904 else _SINCE_1900
    first = (date(_SERIAL_YEARS.start, 1, 1) - start).days
    after = (date(_SERIAL_YEARS.stop, 1, 1) - start).days
    if first <= value < after and value == int(value):
        return start + timedelta(days=int(value))
    return fault("DV-E135", cell.place, seen=seen_in(cell))


def _in_years(found: date, cell: Cell) -> date | Fault:
    if found.year in _YEARS:
        return found
    allowed = f"{_YEARS.start}–{_YEARS.stop - 1}"
    return fault("DV-E134", cell.place, seen=words_of(found), allowed=allowed)


def _listed(cell: Cell) -> list[str] | NoValue | Fault:
    found = content(cell, lines=True)
    if isinstance(found, NoValue | Fault):
        return found
    whole = words_of(found)
    if folded(whole) == NONE_OF_THEM:
        return []
    words = [trimmed(word) for word in re.split(r"[;\n]", whole)]
    return [word for word in words if word] or [whole]


def _option(word: str, options: Mapping[str, Text]) -> str:
    """Return the id of the one option that *word* names; empty for none or several."""
    wanted = folded(word)
    named = {
        one: {folded(one), folded(label.vi), folded(label.in_("en"))}
        for one, label in options.items()
    }
    hits = [one for one, names in named.items() if wanted in names]
    return hits[0] if len(hits) == 1 else ""


def _no_option(words: list[str], options: Mapping[str, Text], place: Place) -> Fault:
    seen = "; ".join(clipped(word) for word in words)
    allowed = "; ".join(label.vi for label in options.values())
    return fault("DV-E205", place, seen=seen, allowed=allowed)
