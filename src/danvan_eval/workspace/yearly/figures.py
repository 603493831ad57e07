"""What do the tables of people and departments say, row by row?"""

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, cast

import attrs

from ...decisions.facts import Conduct, Move, Results, Role, Standing, Tasks
from ...decisions.levels import Level
from ...errors import Place
from ...periods import Period
from ..fields import Codes, Fields
from ..folding import Broken
from .columns import (
    CONDUCT,
    LEVEL_WORDS,
    NONE,
    RESULTS,
    ROLE_WORDS,
    STANDING_WORDS,
    TARGETS,
    TASKS,
    UNIT_TASKS,
)

PARTS: Final = {
    "tasks": {
        "completed": "assigned",
        "good": "assigned",
        "high": "good",
        "exceeded": "completed",
        "late": "assigned",
    },
    "targets": {"completed": "assigned", "good": "assigned", "exceeded": "completed"},
    "results": {"completed": "total", "lacking": "total", "high": "total"},
}
"""Which count can be no larger than which other."""


@attrs.frozen
class PersonRow:
    """One row of the table of people; *id* is the code.

    *doubtful* says that nobody can read whether they came from elsewhere.
    """

    id: str
    role: Role | None
    managed: tuple[str, ...] | None
    group: str
    tasks: Tasks
    results: Results
    conduct: Conduct
    targets: Tasks
    protected: bool | None
    move: Move | None
    place: Place = attrs.field(eq=False)
    doubtful: bool = False


@attrs.frozen
class UnitRow:
    """One row of the table of departments: the whole year, or the part of *days*."""

    code: str
    days: Period | None
    tasks: Tasks
    common: Fraction | None
    result: Fraction | None
    force_majeure: bool | None
    new: bool
    internal: Level | None
    place: Place = attrs.field(eq=False)
    points: tuple[Place, Place] = attrs.field(eq=False)

    @property
    def id(self) -> str:
        """What may stand once only: a department, or a part of its year."""
        return f"{self.code} {self.days or ''}"


def person_row(fields: Fields, codes: Codes) -> PersonRow | Broken:
    """Read one person; a cell that cannot be read is a fact that is not known."""
    person = fields.known("person", codes.people)
    if not person:
        return Broken(fields.faults[0], any_person=True)
    before = len(fields.faults)
    came = _answer(fields, "came")
    doubtful = len(fields.faults) > before
    return PersonRow(
        person,
        cast(Role, fields.maybe("role", ROLE_WORDS)) or None,
        _managed(fields, codes),
        _words(fields, "group"),
        Tasks(**_counts(fields, "tasks", TASKS)),
        Results(**_counts(fields, "results", RESULTS)),
        Conduct(**_standings(fields)),
        Tasks(**_counts(fields, "targets", TARGETS)),
        _answer(fields, "protected"),
        _move(fields) if came or doubtful else None,
        fields.place("person"),
        doubtful,
    )


def unit_row(fields: Fields, codes: Codes) -> UnitRow | Broken:
    """Read one department, or one part of its year."""
    code = fields.known("unit", codes.units)
    if not code:
        return Broken(fields.faults[0], any_unit=True)
    before = len(fields.faults)
    start = fields.day("from") if "from" in fields.row else None
    end = fields.day("to") if "to" in fields.row else None
    if start and end and end < start:
        told = {"seen": f"{end:%d/%m/%Y}", "allowed": f"{start:%d/%m/%Y}"}
        fields.note("DV-S208", "to", **told)
    if len(fields.faults) > before:
        return Broken(fields.faults[before], frozenset([code]))
    days = Period(start or dt.date.min, end or dt.date.max) if start or end else None
    internal = fields.maybe("internal", LEVEL_WORDS) if "internal" in fields.row else ""
    return UnitRow(
        code,
        days,
        Tasks(**_counts(fields, "tasks", UNIT_TASKS)),
        _points(fields, "common"),
        _points(fields, "result"),
        _answer(fields, "force_majeure"),
        _answer(fields, "new") or False,
        Level(internal) if internal else None,
        fields.place("unit"),
        (fields.place("common"), fields.place("result")),
    )


def _counts(fields: Fields, of: str, names: Sequence[str]) -> dict[str, int | None]:
    """Return counts; one larger than what it is a part of is not known."""
    found: dict[str, int | None] = {
        name: fields.count(f"{of}.{name}") if f"{of}.{name}" in fields.row else None
        for name in names
    }
    for part, whole in PARTS[of].items():
        above, below = found.get(part), found.get(whole)
        if above is not None and below is not None and above > below:
            told: Mapping[str, Any] = {"seen": above, "allowed": below}
            key = fields.place(f"{of}.{whole}").key
            fields.note("DV-C005", f"{of}.{part}", whole=key, **told)
            found[part] = None
    return found


def _standings(fields: Fields) -> dict[str, Standing | None]:
    return {
        name: cast(Standing, fields.maybe(f"conduct.{name}", STANDING_WORDS)) or None
        for name in CONDUCT
        if f"conduct.{name}" in fields.row
    }


def _managed(fields: Fields, codes: Codes) -> tuple[str, ...] | None:
    """Return the units in charge; none when the cell says so, None when it is empty."""
    written = _words(fields, "managed")
    if not written:
        return None
    if written.casefold() == NONE:
        return ()
    before = len(fields.faults)
    found = fields.several("managed", codes.units, needed=False)
    return found if len(fields.faults) == before else None


def _move(fields: Fields) -> Move:
    """Return what is known of who came, or may have come, from elsewhere."""
    return Move(_answer(fields, "six_months"), _answer(fields, "received"))


def _points(fields: Fields, column: str) -> Fraction | None:
    return fields.amount(column) if column in fields.row else None


def _answer(fields: Fields, column: str) -> bool | None:
    return fields.answer(column) if column in fields.row else None


def _words(fields: Fields, column: str) -> str:
    return fields.code(column) if column in fields.row else ""
