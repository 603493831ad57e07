"""What has to be said of a made-up hospital before its tables can be written?

A figure is named «C05.held» and written as a clerk would write it. One that begins
with a minus sign counts from everybody: «-2» is so many public employees of the
department less two.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final, Literal

import attrs

from danvan_eval import Period
from danvan_eval.subjects import SubjectKind

Figures = Mapping[str, str]
Row = tuple[str, ...]

EMPLOYEE: Final = "vien-chuc"
WORKER: Final = "nguoi-lao-dong"
BLOCKS: Final = {
    "lam-sang": "Khối lâm sàng",
    "can-lam-sang": "Khối cận lâm sàng",
    "chuc-nang": "Khối phòng chức năng",
}


def day(written: dt.date) -> str:
    """Write a day as a clerk does."""
    return f"{written:%d/%m/%Y}"


@attrs.frozen
class Unit:
    """One department and its year; what is not said is as usual in its hospital.

    *figures* stand on its sheet, *head* in the personal register at its head's code;
    *lacking* says of how many, by figure, the register says no (``documents``: who
    did not study them all); *petitions* due and settled on time, by kind.
    """

    name: str
    block: str
    traits: tuple[str, ...] = ()
    size: tuple[int, int] = (0, 0)
    figures: Figures = attrs.field(factory=dict)
    head: Figures = attrs.field(factory=dict)
    lacking: Mapping[str, int] = attrs.field(factory=dict)
    petitions: Mapping[str, tuple[int, int]] = attrs.field(factory=dict)
    employed: float = 0.8


@attrs.frozen
class Own:
    """What the personal register says in one column, of all or of every so many.

    Whose place in the department, counted by sixes, is one of *turns* has *good*;
    the others have *rest*, and who is lacking has *poor*.
    """

    good: str = "có"
    poor: str = "không"
    rest: str = "không"
    turns: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
    of: str = ""

    def written(self, nth: int, terms: str, *, lacking: bool) -> str:
        """Return the cell of the *nth* person of a department."""
        if self.of and self.of != terms:
            return ""
        if lacking:
            return self.poor
        return self.good if nth % 6 in self.turns else self.rest


@attrs.frozen
class Move:
    """Who goes from one department to another, counted from the end of the first.

    *place* 0 is the head, who is head again unless *new* is empty.
    """

    old: str
    new: str
    on: dt.date
    place: int = -2


@attrs.frozen
class Incident:
    """A case; *who* is a place in the department *of*, None when nobody is named."""

    unit: str
    on: str
    kind: str
    state: str
    concluded: str = ""
    who: int | None = None
    of: str = ""


@attrs.frozen
class Model:
    """A model that was recognised; *who* are places in its first department."""

    units: str
    title: str
    who: tuple[int, ...]
    places: str = ""


@attrs.frozen
class Hospital:
    """A made-up hospital, its people and its year.

    *usual* are the figures of every department, *office* those of the offices
    besides, *own* those of the hospital; *columns* are the personal register by
    figure, *heads* what it says of every head; *extra* are rows of a register that
    stand there as they are. *local* is the folder of a catalogue of its own, written
    by hand, *rated* the kinds of subjects it has schemes for.
    """

    folder: str
    code: str
    name: str
    year: int
    instrument: str
    seed: int
    units: Mapping[str, Unit]
    documents: str
    session: dt.date
    usual: Figures
    own: Figures
    columns: Mapping[str, Own]
    heads: Figures
    days_off: str = ""
    sizes: Mapping[str, tuple[int, int]] = attrs.field(factory=dict)
    moves: Sequence[Move] = ()
    promoted: Mapping[str, dt.date] = attrs.field(factory=dict)
    recruits: Mapping[str, dt.date] = attrs.field(factory=dict)
    unschooled: frozenset[str] = frozenset()
    left: Mapping[tuple[str, int], dt.date] = attrs.field(factory=dict)
    twice: frozenset[str] = frozenset()
    leaves: Sequence[tuple[str, str, str, str]] = ()
    incidents: Sequence[Incident] = ()
    models: Sequence[Model] = ()
    extra: Mapping[str, Sequence[Row]] = attrs.field(factory=dict)
    workbooks: frozenset[str] = frozenset()
    not_sent: frozenset[str] = frozenset()
    sent_empty: frozenset[str] = frozenset()
    spoilt: Mapping[str, Mapping[str, Literal["date", "formula"]]] = attrs.field(
        factory=dict
    )
    local: str = ""
    rated: Sequence[SubjectKind] = ("unit", "person", "hospital")

    @property
    def period(self) -> Period:
        """The year that is rated."""
        return Period.year(self.year)

    @property
    def schemes(self) -> dict[SubjectKind, str]:
        """The schemes, by kind of subject."""
        named = {"unit": "khoa-phong", "person": "ca-nhan", "hospital": "benh-vien"}
        return {kind: f"{self.instrument}/{named[kind]}" for kind in self.rated}
