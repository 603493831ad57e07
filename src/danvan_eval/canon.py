"""What is the one way to write something down, so that a fingerprint means it?"""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from .points import to_text
from .terms import nfc


def plain(value: object) -> Any:
    """Return *value* as JSON has it: numbers that are not whole become text.

    >>> plain({"b": Fraction(19, 2), "a": dt.date(2024, 11, 9)})
    {'a': '2024-11-09', 'b': '9.5'}
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return _table(value)
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(one) for one in value)
    return _word(value)


def _table(value: Mapping[Any, object]) -> dict[str, Any]:
    told = {nfc(str(key)): plain(value[key]) for key in sorted(value)}
    if len(told) != len(value):
        raise ValueError("two keys are one and the same in NFC")
    return told


def _word(value: object) -> str:
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, Fraction | Decimal):
        return to_text(Fraction(value))
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no canonical form")


def canonical(value: object) -> str:
    """Write *value* as canonical JSON: keys sorted, no white space, NFC, no floats."""
    return json.dumps(
        plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def fingerprint(value: object) -> str:
    """Return the SHA-256 of the canonical form of *value* ("dấu vân tay")."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()
