"""How does a table look as plain text, on any console?"""

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ..points import shown
from ..terms import nfc

Value = str | int | Fraction | Decimal | date | bool | None
"""What a table may hold on its way out; binary floats are not among them."""

_PLAINER: Final = str.maketrans(
    {
        "đ": "d",
        "Đ": "D",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "≥": ">=",
        "≤": "<=",
        "×": "x",
        "÷": "/",
        "→": "->",
        "·": ".",
        "•": "*",
        "✓": "+",
        "✔": "+",
        "✗": "-",
        "\u00a0": " ",
    }
)
_CANNOT: Final = "?"


def words(value: Value, *, places: int = 2, comma: bool = True) -> str:
    """Write one value for Vietnamese readers; numbers are cut, never rounded.

    Unless *comma*, decimals stand after a point.

    >>> words(Fraction(19, 2)), words(Fraction(2, 3)), words(date(2025, 11, 10))
    ('9,5', '0,66', '10/11/2025')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Fraction | Decimal):
        return shown(Fraction(value), places=places, comma=comma)
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    if isinstance(value, str):
        return nfc(value)
    raise TypeError(f"{value!r} is no value of a table")


def as_text(
    headers: Sequence[str],
    rows: Iterable[Sequence[Value]],
    *,
    right: Collection[str] = (),
    places: int = 2,
    comma: bool = True,
) -> str:
    """Set a table in plain text, aligned by the width each letter takes on screen.

    Args:
        headers: one text for each column.
        rows: the values, in the order they are to be printed.
        right: headers of the columns to be set flush right (numbers).
        places: decimals after which numbers are cut.
        comma: whether decimals stand after a comma, or after a point.
    """
    from tabulate import tabulate

    body = [
        [_printing(words(one, places=places, comma=comma)) for one in row]
        for row in rows
    ]
    heads = [_printing(nfc(one)) for one in headers]
    flush = {nfc(one) for one in right}
    sides = ["right" if nfc(one) in flush else "left" for one in headers]
    return tabulate(
        body,
        headers=heads,
        tablefmt="simple",
        disable_numparse=True,
        colalign=sides if body else None,
    )


def printable(text: str, encoding: str | None) -> str:
    """Return *text* as a console of that encoding can show it; never fails.

    A letter the console lacks is written with a separate tone mark where it can be
    (Windows-1258), else without its marks, else as a question mark.

    >>> printable("Điểm ≥ 9", "ascii"), printable("Điểm", "utf-8")
    ('Diem >= 9', 'Điểm')
    """
    composed = nfc(text)
    target = encoding or "ascii"
    try:
        composed.encode(target)
    except LookupError:
        target = "ascii"
    except UnicodeEncodeError:
        pass
    else:
        return composed
    return "".join(_nearest(one, target) for one in composed)


def _nearest(letter: str, encoding: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    bare = "".join(one for one in parts if not unicodedata.combining(one))
    for attempt in (letter, *_split(parts), bare, bare.translate(_PLAINER)):
        if _fits(attempt, encoding):
            return attempt
    return _CANNOT


def _split(parts: str) -> list[str]:
    """Keep the shape of a vowel (ê, ơ) and put its tone behind it."""
    shapes = "\u0302\u0306\u031b"
    shaped = "".join(one for one in parts if one in shapes)
    tones = "".join(one for one in parts[1:] if one not in shapes)
    vowel = nfc(parts[0] + shaped)
    return [vowel + tones, vowel]


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _printing(text: str) -> str:
    """Keep line breaks; put a blank in place of every other control sign."""
    return "".join(one if one == "\n" or one.isprintable() else " " for one in text)
