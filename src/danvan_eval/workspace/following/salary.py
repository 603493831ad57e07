"""What do the tables of ``de-xuat/`` say of everybody's salary step?

``luong`` and three registers beside it: time that may not count, achievements in
writing, and why a year was KHTNV. A cell that is empty, or cannot be read, is not
known; without a register nothing is known of what it would hold.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar, cast

import attrs

from ...consequences.pay import (
    ABSENCES,
    GRADES,
    Absence,
    AbsenceKind,
    Achievement,
    Cause,
    Grade,
    Pay,
)
from ...decisions.facts import Record
from ...decisions.levels import Level
from ...decisions.notices import current
from ...errors import Fault, Place, fault
from ...periods import Period
from ...subjects import Subject
from ...suggestions import clipped
from ...tables.reading import Column
from ...terms import Text
from ..fields import Codes, Fields
from ..folding import Broken
from ..yearly.columns import PERSON
from ..yearly.register import Reading, Register
from .past_discipline import FIRST_YEAR, PastDiscipline, broken, plausible

FOLDER: Final = "de-xuat"
STEPS: Final = f"{FOLDER}/luong"
AWAY: Final = f"{FOLDER}/luong-thoi-gian"
MERITS: Final = f"{FOLDER}/luong-thanh-tich"
CAUSES: Final = f"{FOLDER}/nam-khong-hoan-thanh"
OTHER_REASON: Final = "khác"
COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    STEPS: (
        PERSON,
        Column("grade", ("Nhóm ngạch",)),
        Column("began", ("Ngày hưởng bậc",)),
        Column("last_step", ("Bậc cuối",)),
        Column("early_before", ("Nâng trước hạn lần trước",)),
        Column("fulfilled", ("Năm từ hoàn thành nhiệm vụ",), required=False),
        Column("unrated", ("Năm không xếp loại",), required=False),
    ),
    AWAY: (
        PERSON,
        Column("kind", ("Loại",)),
        Column("from", ("Từ ngày",)),
        Column("to", ("Đến ngày",)),
    ),
    MERITS: (
        PERSON,
        Column("merit", ("Thành tích",)),
        Column("number", ("Số quyết định",)),
        Column("on", ("Ngày",)),
    ),
    CAUSES: (
        PERSON,
        Column("year", ("Năm",)),
        Column("act", ("Mã hành vi",)),
    ),
}
"""The tables of salaries by their file without the ending."""
BESIDE: Final = {
    AWAY: Text("thời gian không tính", "time that does not count"),
    MERITS: Text("thành tích bằng văn bản", "achievements in writing"),
}
"""The registers that settle nothing while they are not there."""
GRADE_WORDS: Final[dict[str, Text]] = {str(id_): one for id_, one in GRADES.items()}
ABSENCE_WORDS: Final[dict[str, Text]] = {str(k): one for k, one in ABSENCES.items()}
NO_RECORDS: Final[Mapping[str, Sequence[Record]]] = {}
T = TypeVar("T", Absence, Achievement, Cause)


@attrs.frozen
class StepRow:
    """One row of the table of salary steps; *id* is the code."""

    id: str
    grade: Grade | None
    pay: Pay = attrs.field()
    place: Place = attrs.field(eq=False)


@attrs.frozen
class Beside:
    """An entry of a register beside the table, about one person."""

    person: str
    entry: Absence | Achievement | Cause
    place: Place = attrs.field(eq=False)

    @property
    def id(self) -> str:
        """What may stand once: a stretch, a decision, the cause of a year."""
        one = self.entry
        if isinstance(one, Absence):
            return f"{self.person} {one.days}"
        if isinstance(one, Achievement):
            return f"{self.person} {one.kind} {one.number}"
        return f"{self.person} {one.year}"


def read_pay(
    reading: Reading,
    people: Iterable[Subject],
    year: int,
    past: PastDiscipline,
    records: Mapping[str, Sequence[Record]] = NO_RECORDS,
) -> dict[str, Pay]:
    """Read the salary step of everybody, by code; faults gather in the files.

    Args:
        reading: the folder beside its lists.
        people: whose steps are asked for.
        year: the year that is considered.
        past: the forms of earlier decisions.
        records: levels that were decided, by code; none of who is not in it.
    """
    steps = reading.register(STEPS, COLUMNS[STEPS], StepReader(year), _of_step)
    found = {
        name: reading.register(name, COLUMNS[name], read, _of_beside)
        for name, read in (
            (AWAY, absence),
            (MERITS, MeritReader(year)),
            (CAUSES, CauseReader(year)),
        )
    }
    faults = reading.files.faults
    faults.extend(_lacking(steps, found, faults))
    rows = {one.id: one for one in steps.entries if isinstance(one, StepRow)}
    pays: dict[str, Pay] = {}
    for subject in people:
        code = subject.code
        row = None if steps.names(code) else rows.get(code)
        pays[code] = attrs.evolve(
            row.pay if row else Pay(subject),
            subject=subject,
            records=tuple(records.get(code, ())),
            absences=_own(found[AWAY], code, Absence),
            achievements=_own(found[MERITS], code, Achievement),
            causes=_own(found[CAUSES], code, Cause) or (),
            penalties=past.of(code),
        )
        faults.extend(_unmatched(found[CAUSES], code, past))
        if row:
            faults.extend(_contradicted(row, pays[code].records))
    return pays


def _own(register: Register, code: str, kind: type[T]) -> tuple[T, ...] | None:
    """Return what a register says of somebody; None while that is not known."""
    if not register.clear_for_person(code):
        return None
    return tuple(
        one.entry
        for one in register.entries
        if isinstance(one, Beside)
        and one.person == code
        and isinstance(one.entry, kind)
    )


def _lacking(
    steps: Register, beside: Mapping[str, Register], told: Sequence[Fault]
) -> list[Fault]:
    """Return the registers that are not there beside the table of steps."""
    files = {one.place.file.rpartition(".")[0] for one in told}
    return [
        fault("DV-D305", Place(f"{name}.csv"), what=what.vi, what_en=what.en)
        for name, what in BESIDE.items()
        if steps.there and not beside[name].there and name not in files
    ]


def _unmatched(register: Register, code: str, past: PastDiscipline) -> Iterator[Fault]:
    """Yield the acts a year was KHTNV for that no decision in the register deals with."""
    known = past.of(code)
    if known is None:
        return
    acts = {one.act for one in known}
    for one in register.entries:
        if not isinstance(one, Beside) or one.person != code:
            continue
        cause = one.entry
        if isinstance(cause, Cause) and cause.act and cause.act not in acts:
            yield fault("DV-D300", one.place, seen=cause.act, year=cause.year)


def _contradicted(row: StepRow, records: Sequence[Record]) -> Iterator[Fault]:
    """Yield the years the row says were HTNV and a decision says were not."""
    for year in sorted(row.pay.fulfilled):
        record = current(tuple(records), year)
        if record is not None and record.level is Level.KHTNV:
            yield fault("DV-D307", row.place, seen=year, number=record.number)


def _of_step(row: StepRow) -> Broken:
    return Broken(_torn(row.place, row.id), people=frozenset([row.id]))


def _of_beside(row: Beside) -> Broken:
    return Broken(_torn(row.place, row.id), people=frozenset([row.person]))


def _torn(place: Place, seen: str) -> Fault:
    return fault("DV-S210", place, seen=seen, places="")


@attrs.frozen
class StepReader:
    """Reads one salary step, beside the *year* that is considered."""

    year: int

    def __call__(self, fields: Fields, codes: Codes) -> StepRow | Broken:
        """Read one row; a cell that cannot be read is a fact that is not known."""
        person = fields.known("person", codes.people)
        if not person:
            return Broken(fields.faults[0], any_person=True)
        grade = cast(Grade, fields.maybe("grade", GRADE_WORDS)) or None
        began = fields.day("began")
        before = len(fields.faults)
        plausible(fields, "began", began, self.year + 1)
        if len(fields.faults) > before:
            began = None
        pay = Pay(
            Subject("person", person),
            grade,
            began,
            fields.answer("last_step"),
            fulfilled=self._years(fields, "fulfilled"),
            unrated=self._years(fields, "unrated"),
            early_before=fields.answer("early_before"),
        )
        return StepRow(person, grade, pay, fields.place("person"))

    def _years(self, fields: Fields, column: str) -> frozenset[int]:
        """Return the years of a cell; none where one of them cannot be read."""
        written = fields.written(column) if column in fields.row else ""
        parts = [one.strip() for one in written.split(";") if one.strip()]
        if not all(one.isdecimal() for one in parts):
            fields.note("DV-D303", column, seen=clipped(written))
            return frozenset()
        years = frozenset(int(one) for one in parts)
        if not all(FIRST_YEAR <= one <= self.year for one in years):
            told = {"first": FIRST_YEAR, "last": self.year}
            fields.note("DV-D304", column, seen=clipped(written), **told)
            return frozenset()
        return years


def absence(fields: Fields, codes: Codes) -> Beside | Broken:
    """Read one stretch of time that may not count."""
    person = fields.known("person", codes.people)
    kind = fields.choice("kind", ABSENCE_WORDS)
    start, end = fields.day("from", needed=True), fields.day("to", needed=True)
    if start and end and end < start:
        told = {"seen": f"{end:%d/%m/%Y}", "allowed": f"{start:%d/%m/%Y}"}
        fields.note("DV-S208", "to", **told)
    if fields.faults or start is None or end is None:
        return broken(fields, person)
    entry = Absence(cast(AbsenceKind, kind), Period(start, end))
    return Beside(person, entry, fields.place("person"))


@attrs.frozen
class MeritReader:
    """Reads one achievement recognised in writing."""

    year: int

    def __call__(self, fields: Fields, codes: Codes) -> Beside | Broken:
        """Read one row; without the number and day of a decision it is none in writing."""
        person = fields.known("person", codes.people)
        kind = fields.code("merit", needed=True)
        number = fields.code("number", needed=True)
        on = fields.day("on", needed=True)
        plausible(fields, "on", on, self.year + 1)
        if fields.faults or on is None:
            return broken(fields, person)
        return Beside(person, Achievement(kind, number, on), fields.place("person"))


@attrs.frozen
class CauseReader:
    """Reads for which act a year was KHTNV, or that it was for another reason."""

    year: int

    def __call__(self, fields: Fields, codes: Codes) -> Beside | Broken:
        """Read one row."""
        person = fields.known("person", codes.people)
        number = fields.count("year")
        act = fields.code("act", needed=True)
        if number is None and not fields.faults:
            fields.note("DV-S201", "year", key=fields.place("year").key)
        if number is not None and not FIRST_YEAR <= number <= self.year:
            told = {"first": FIRST_YEAR, "last": self.year}
            fields.note("DV-D304", "year", seen=number, **told)
        if fields.faults or number is None:
            return broken(fields, person)
        cause = Cause(number, "" if act.casefold() == OTHER_REASON else act)
        return Beside(person, cause, fields.place("act"))
