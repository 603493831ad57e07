"""What stands in a TOML file, and on which line?"""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import attrs

from ..errors import Fault, Place, fault

Path_ = tuple[str | int, ...]
"""A way into a file: keys, and numbers inside lists of tables."""

LONGEST_NUMBER: Final = 30
"""Digits a number may have; more are no points, shares or counts."""

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(
    r"^\s*((?:[A-Za-z0-9_-]+|\"[^\"]*\")(?:\s*\.\s*(?:[A-Za-z0-9_-]+|\"[^\"]*\"))*)\s*="
)
_PIECE = re.compile(r"\"([^\"]*)\"|([A-Za-z0-9_-]+)")


@attrs.frozen(eq=False)
class Source:
    """A file that was parsed: its name for readers, its data, its text."""

    name: str
    data: Mapping[str, Any]
    text: str

    @cached_property
    def lines(self) -> Mapping[Path_, int]:
        """The line of every table and key; worked out when first asked for."""
        return _lines(self.text)

    def place(self, path: Path_) -> Place:
        """Return file, line and dotted key of *path*; the nearest line known."""
        at = path
        while at and at not in self.lines and (*at, 0) not in self.lines:
            at = at[:-1]
        line = self.lines.get(at) or self.lines.get((*at, 0), 1)
        return Place(self.name, line=line, key=dotted(path))


def read_source(file: Path, name: str) -> Source | Fault:
    """Parse one TOML file exactly (decimals stay decimals), or say why it cannot be."""
    import tomli

    try:
        text = file.read_text(encoding="utf-8-sig")
        data = tomli.loads(text, parse_float=_decimal)
    except FileNotFoundError:
        return fault("DV-F101", Place(name))
    except OSError:
        return fault("DV-L023", Place(name))
    except UnicodeDecodeError as error:
        told = {"seen": "có chữ không phải UTF-8", "seen_en": f"UTF-8: {error.reason}"}
        return fault("DV-L005", Place(name), **told)
    except (ValueError, RecursionError) as error:
        return _no_toml(error, name, text)
    return Source(name, _plain(data), text)


def _no_toml(error: Exception, name: str, text: str) -> Fault:
    """Say on which line the file stops being TOML, and what stands there."""
    found = re.search(r"at line (\d+)", str(error))
    line = int(found[1]) if found else 0
    there = text.split("\n")[line - 1].strip() if line else ""
    seen = f"sai cú pháp ở dòng {line}: {_cut(there)}" if line else "sai cú pháp"
    if isinstance(error, RecursionError):
        seen = "lồng quá nhiều tầng"
    return fault("DV-L005", Place(name, line=line), seen=seen, seen_en=error)


def _decimal(text: str) -> Decimal | str:
    number = Decimal(text)
    near = number.is_finite() and abs(number.adjusted()) <= LONGEST_NUMBER
    return number if near and len(text) <= LONGEST_NUMBER else text


def _plain(value: Any) -> Any:
    """Leave what the format has no use for as text, so that its reader refuses it.

    That is times of day, "not a number", and numbers nobody can print.
    """
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dt.datetime | dt.time):
        return value.isoformat()
    if isinstance(value, int) and abs(value) >= 10**LONGEST_NUMBER:
        return hex(value)
    return value


def written(value: object) -> str:
    """Write *value* as the file has it, cut after some words.

    >>> written(["a", Decimal("0.5"), True, dt.date(2024, 12, 31)])
    '["a", 0.5, true, 2024-12-31]'
    """
    return _cut(_written(value))


def _written(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        pairs = (f"{key} = {_written(one)}" for key, one in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_written, value))}]"
    return str(value)


def _cut(text: str, most: int = 80) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def dotted(path: Path_) -> str:
    """Write a path with dots, counting tables from 1.

    >>> dotted(("version", 0, "rule", "due"))
    'version[1].rule.due'
    """
    text = ""
    for piece in path:
        text += f"[{piece + 1}]" if isinstance(piece, int) else f".{piece}"
    return text.removeprefix(".")


def _lines(text: str) -> dict[Path_, int]:
    """Map every table and key to the line it is written on."""
    lines: dict[Path_, int] = {}
    counts: dict[Path_, int] = {}
    here: Path_ = ()
    inside_text = False
    for number, line in enumerate(text.split("\n"), 1):
        was_inside = inside_text
        if (line.count('"""') + line.count("'''")) % 2:
            inside_text = not inside_text
        if was_inside:
            continue
        if header := _HEADER.match(line):
            here = _entered(_pieces(header[2]), header[1] == "[[", counts)
            lines[here] = number
        elif key := _KEY.match(line):
            at = here
            for piece in _pieces(key[1]):
                at = (*at, piece)
                lines.setdefault(at, number)
    return lines


def _pieces(text: str) -> list[str]:
    return [quoted or bare for quoted, bare in _PIECE.findall(text)]


def _entered(pieces: list[str], listed: bool, counts: dict[Path_, int]) -> Path_:
    path: Path_ = ()
    for nth, piece in enumerate(pieces):
        path = (*path, piece)
        if listed and nth == len(pieces) - 1:
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path = (*path, counts[path] - 1)
    return path
