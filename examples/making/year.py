"""What has to be said of a made-up hospital before its year can be classified?

A row is told by the ids of the columns that the reader of ``xep-loai/`` knows; what
is not told is drawn from the seed, or empty. People are named by their codes: the
seed gives everybody always the same one.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

import attrs

from danvan_eval.tables.reading import Column
from danvan_eval.tables.writing import Sheet
from danvan_eval.workspace.yearly import columns as at

from .plan import Row

Told = Mapping[str, str]
Kind = Literal["best", "good", "done"]
"""How somebody's year went: all that the best level asks, the next one, or less."""

FOLDER: Final = at.FOLDER
YES, NO = "có", "không"
GROUPS: Final = {
    "lam-sang": ("bác sĩ", "điều dưỡng", "điều dưỡng"),
    "can-lam-sang": ("kỹ thuật y",),
    "chuc-nang": ("hành chính",),
}
KINDS: Final[Mapping[str, Kind]] = {"xuất sắc": "best", "tốt": "good"}


@attrs.frozen
class YearEnd:
    """What a hospital brings for its classification.

    *levels* are those of departments by the hospital's own rule, the usual one being
    «tốt»; *units* are whole rows instead, where the decree of 2026 is applied.
    *best* is the usual share of a department's rank and file whose year went best,
    *best_of* that of others, *kinds* says of whom it is not left to the seed;
    *groups* are those of similar tasks where they are not as usual in a block.
    *told* is what stands in the row of somebody in particular, *scored* in that of
    a period (None for no row).
    """

    settings: str
    best: float
    posts: Mapping[str, str]
    told: Mapping[str, Told]
    levels: Mapping[str, str] = attrs.field(factory=dict)
    units: Sequence[Told] = ()
    best_of: Mapping[str, float] = attrs.field(factory=dict)
    kinds: Mapping[str, Kind] = attrs.field(factory=dict)
    groups: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    own_criteria: bool = False
    scored: Mapping[tuple[str, str], Told | None] = attrs.field(factory=dict)
    discipline: Sequence[Row] = ()
    conclusions: Sequence[Row] = ()
    records: Sequence[Row] = ()

    @property
    def by_points(self) -> bool:
        """Whether people are scored by period, as the decree of 2026 has it."""
        return bool(self.units)

    def kind_of(self, unit: str) -> Kind:
        """Return how the year of a department's head went: as the department's."""
        return KINDS.get(self.levels.get(unit, "tốt"), "done")

    def registers(self) -> Iterator[tuple[str, Sheet]]:
        """Yield the registers of what was decided and concluded, by file name."""
        for name, columns, rows in (
            (at.DISCIPLINE, at.DISCIPLINE_COLUMNS, self.discipline),
            (at.CONCLUSIONS_FILE, at.CONCLUSION_COLUMNS, self.conclusions),
            (at.RECORDS, at.RECORD_COLUMNS, self.records),
        ):
            headers = [column.headers[0] for column in columns]
            yield f"{name}.csv", Sheet(headers, rows)


def sheet_of(columns: Sequence[Column], told: Sequence[Told]) -> Sheet:
    """Return a table of rows that are told by the ids of their columns."""
    headers = [column.headers[0] for column in columns]
    return Sheet(
        headers, [[row.get(column.id, "") for column in columns] for row in told]
    )


def tasks(assigned: int, good: int, exceeded: int, *, completed: int = -1) -> Told:
    """Return the cells of tasks; all are completed unless it is told otherwise."""
    return {
        "tasks.assigned": str(assigned),
        "tasks.completed": str(assigned if completed < 0 else completed),
        "tasks.good": str(good),
        "tasks.exceeded": str(exceeded),
    }


def scored(common: str, result: str) -> Told:
    """Return the cells of a score."""
    return {"common": common, "result": result}


def moved(*, six_months: str, received: str) -> Told:
    """Return the cells of somebody who came from another organisation."""
    return {"came": YES, "six_months": six_months, "received": received}
