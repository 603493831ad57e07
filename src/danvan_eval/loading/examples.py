"""Is this a worked example, and what does it give and expect?"""

import datetime as dt
from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from ..catalogue import Example
from ..evidence import Value
from ..outcomes import Outcome
from ..subjects import SUBJECT_KINDS
from ..terms import TRAITS
from .tables import Table

EXPECTED: Final = frozenset(
    {"outcome", "share", "low", "high", "level", "missing", "because", "error"}
)
"""What an example may expect."""


def read_example(table: Table, evidence: Collection[str]) -> Example:
    """Return the example a table declares; one with ``todo`` may expect nothing."""
    todo = table.text("todo", "")
    example = Example(
        name=table.text("name"),
        instrument=table.text("instrument"),
        subject=table.choice("subject", SUBJECT_KINDS),
        reading=table.text("reading", ""),
        traits=frozenset(read_traits(table, "traits")),
        as_of=table.typed("as_of", dt.date, dt.date.min, default=None),
        given=_given(table, evidence) if table.has("given") else {},
        expect=_expect(table) if not todo or table.has("expect") else {},
        todo=todo,
        line=table.source.place(table.path).line,
    )
    table.close()
    return example


def read_traits(table: Table, key: str) -> tuple[str, ...]:
    """Return the traits listed at *key*; each must be one there is."""
    traits = table.strings(key, default=[])
    for trait in traits:
        if trait not in TRAITS:
            table.note("DV-L007", key, seen=trait, allowed=", ".join(TRAITS))
    return traits


def _given(table: Table, evidence: Collection[str]) -> dict[str, Value]:
    given = table.table("given")
    values = {}
    for key in given.data:
        value = given.take(key)
        if key not in evidence:
            given.note("DV-L007", key, seen=key, allowed=", ".join(evidence))
        elif isinstance(value, dict) or (
            isinstance(value, list)
            and any(isinstance(one, dict | list) for one in value)
        ):
            given.refuse(key, '1, 0.5, true, "…", 2024-12-31, ["…", "…"]')
        else:
            values[key] = as_value(value)
    return values


def _expect(table: Table) -> dict[str, Any]:
    expect = table.table("expect")
    for key in EXPECTED.intersection(expect.data):
        value = expect.take(key)
        if key == "outcome":
            expect.choice(key, [one.value for one in Outcome])
        elif key == "missing":
            expect.strings(key)
        elif isinstance(value, dict | list):
            expect.refuse(key, '1, 0.5, "1/3", "…"')
    for key in sorted(set(expect.data) - EXPECTED):
        expect.note("DV-L001", key, key=key, near=", ".join(sorted(EXPECTED)))
    return dict(expect.data)


def as_value(value: Any) -> Value:
    """Return a TOML value as evidence: decimals exact, lists as sets."""
    if isinstance(value, Decimal):
        return Fraction(value)
    if isinstance(value, list):
        return frozenset(value)
    return value  # type: ignore[no-any-return]
