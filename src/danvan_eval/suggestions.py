"""What did the writer of a cell that is no number probably mean?

Answers fault codes with a suggestion for the reader. Nothing here is used as a
value: a suggestion is typed in by a person or not at all.
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Final

from .terms import nfc

_LONGEST: Final = 60
PLAIN: Final = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
"""How a number is written: digits, and a comma or a point before decimals."""

AMBIGUOUS: Final = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""What may be decimals or a thousand: three digits behind, no zero in front."""

_GROUPED: Final = re.compile(
    r"(-?[0-9]{1,3}(?P<by>[ ._,'’])[0-9]{3}(?:(?P=by)[0-9]{3})*)"
    r"(?:(?!(?P=by))[.,]([0-9]+))?"
)
_EXPONENT: Final = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]{1,2}")
_LOOSE: Final = re.compile(r"([+-]?)([0-9_]*)(?:[.,]([0-9_]*))?")
_NUMBER: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_SIGNS: Final = str.maketrans(
    {
        "\N{MINUS SIGN}": "-",
        "\N{ARABIC DECIMAL SEPARATOR}": ",",
        "\N{ARABIC THOUSANDS SEPARATOR}": ".",
    }
)

Advice = tuple[str, dict[str, str]]


@lru_cache(maxsize=8192)
def clipped(written: str) -> str:
    """Return *written* fit for a message: one line, no control signs, not too long."""
    seen = "".join(one if one.isprintable() else " " for one in nfc(written))
    seen = " ".join(seen.split())
    return seen if len(seen) <= _LONGEST else seen[: _LONGEST - 1] + "…"


def both_readings(written: str) -> tuple[str, str]:
    """Write "1.200" as the thousand and as the decimal it may be, past all doubt.

    >>> both_readings("1.200"), both_readings("12,345")
    (('1200', '1,2'), ('12345', '12,3450'))
    """
    comma = written.replace(".", ",")
    return comma.replace(",", ""), settled(comma.rstrip("0").rstrip(","))


def settled(written: str) -> str:
    """Write decimals so that they cannot be taken for a thousand."""
    return f"{written}0" if AMBIGUOUS.fullmatch(written) else written


def advice(written: str, *, unit: str = "") -> Advice:
    """Say which fault *written* is, as it is no plain number, and what to write.

    *unit* is the sign the field asks for behind the number (``%``).

    >>> advice("9,5 điểm"), advice("8-9")[0]
    (('DV-E102', {'seen': '9,5 điểm', 'near': '9,5'}), 'DV-E113')
    """
    seen = clipped(written)
    bare = _western(written)
    if unit:
        bare = bare.replace(unit, "").strip()
    if near := _rewritten(bare):
        return "DV-E104", {"seen": seen, "near": _both(near, unit)}
    if "%" in bare:
        return "DV-E108", {"seen": seen}
    found = _NUMBER.findall(bare)
    if len(found) > 1:
        return "DV-E113", {"seen": seen}
    if found and PLAIN.fullmatch(found[0]):
        return "DV-E102", {"seen": seen, "near": _both(found[0], unit)}
    return "DV-E101", {"seen": seen}


def _western(written: str) -> str:
    """Write digits and signs of other scripts with those of ASCII."""
    same = unicodedata.normalize("NFKC", written).translate(_SIGNS)
    digits = (unicodedata.decimal(one, None) for one in same)
    pairs = zip(same, digits, strict=True)
    return "".join(one if digit is None else str(digit) for one, digit in pairs)


def _rewritten(bare: str) -> str:
    """Write a whole cell that is a number in a foreign manner in our own."""
    if PLAIN.fullmatch(bare):
        return bare
    if found := _GROUPED.fullmatch(bare):
        return found[1].replace(found["by"], "") + (f",{found[3]}" if found[3] else "")
    if _EXPONENT.fullmatch(bare):
        return format(Decimal(bare.replace(",", ".")), "f")
    found = _LOOSE.fullmatch(bare)
    if not found or not (found[2] or found[3]):
        return ""
    whole, part = found[2].replace("_", "") or "0", (found[3] or "").replace("_", "")
    return f"{found[1].strip('+')}{whole}" + (f",{part}" if part else "")


def _both(near: str, unit: str) -> str:
    """Write a suggestion with a comma; both readings when there are two."""
    if not AMBIGUOUS.fullmatch(near):
        return near.replace(".", ",") + unit
    whole, part = both_readings(near)
    return f"{whole}{unit}» / «{part}{unit}"
