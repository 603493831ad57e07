"""What do the registers of a year say of a person, a department, the hospital?"""

from datetime import date
from typing import Final, cast

import attrs

from ...decisions.facts import (
    Conclusion,
    ConclusionKind,
    Discipline,
    PeriodScore,
    Record,
    State,
)
from ...decisions.levels import Level
from ...errors import Place
from ..fields import Codes, Fields
from ..folding import Broken
from .columns import (
    DECIDERS,
    KIND_WORDS,
    LEVEL_WORDS,
    NOT_YET,
    SIDES,
    STATE_WORDS,
)

PERIODS: Final = {
    "quarter": tuple(f"Q{one}" for one in range(1, 5)),
    "month": tuple(f"T{one}" for one in range(1, 13)),
}
FIRST_YEAR, LAST_YEAR = 1990, 2100


@attrs.frozen
class About:
    """An entry of a register with whom it is about, and where it stands."""

    entry: Discipline | Conclusion | PeriodScore | Record
    code: str
    place: Place = attrs.field(eq=False)
    unit: str = ""
    points: tuple[Place, ...] = attrs.field(default=(), eq=False)

    @property
    def id(self) -> str:
        """What names the entry: the same twice is one, two that differ are none."""
        one = self.entry
        if isinstance(one, PeriodScore):
            return f"{self.code} {one.period}"
        if isinstance(one, Record):
            return f"{self.code} {one.number}"
        if isinstance(one, Conclusion):
            return one.case
        return f"{self.code} {one.act} {one.side} {one.effective_on}"


@attrs.frozen
class DisciplineReader:
    """Reads one discipline decision, beside the classification of a *year*."""

    year: int

    def __call__(self, fields: Fields, codes: Codes) -> About | Broken:
        """Read one row."""
        return _discipline(fields, codes, self.year)


def _discipline(fields: Fields, codes: Codes, year: int) -> About | Broken:
    person = fields.known("person", codes.people)
    act = fields.code("act", needed=True)
    side = fields.choice("side", SIDES)
    effective = fields.day("effective", needed=True)
    acted = fields.day("acted")
    duty, degraded = fields.answer("duty"), fields.answer("degradation")
    counted, old = _counted(fields, year), fields.answer("old")
    _plausible(fields, "effective", effective, FIRST_YEAR, year + 1)
    if acted and effective and effective < acted:
        told = {"seen": f"{effective:%d/%m/%Y}", "allowed": f"{acted:%d/%m/%Y}"}
        fields.note("DV-S208", "effective", **told)
    if fields.faults or effective is None:
        return _broken(fields, person)
    entry = Discipline(
        act,
        "party" if side == "party" else "administrative",
        effective,
        duty,
        degraded,
        counted,
        acted,
        old,
    )
    return About(entry, person, fields.place("person"))


def _plausible(
    fields: Fields, column: str, day: date | None, first: int, last: int
) -> None:
    """Note a day that falls into no year it can fall into."""
    if day is not None and not first <= day.year <= last:
        told = {"seen": f"{day:%d/%m/%Y}", "first": first, "last": last}
        fields.note("DV-C023", column, **told)


def _counted(fields: Fields, year: int) -> int | None:
    """Return the year an act was counted in, 0 for none, None where nobody says."""
    written = fields.code("counted")
    if not written:
        return None
    if written.casefold() == NOT_YET:
        return 0
    if written.isdigit() and FIRST_YEAR <= int(written) <= year + 1:
        return int(written)
    fields.note("DV-C002", "counted", seen=written)
    return None


def conclusion(fields: Fields, codes: Codes) -> About | Broken:
    """Read one conclusion, or one case that is being verified."""
    case = fields.code("case", needed=True)
    named = fields.code("person"), fields.code("unit")
    person = fields.known("person", codes.people, needed=False)
    unit = fields.known("unit", codes.units, needed=False)
    if not any(named):
        fields.note("DV-C003", "case", seen=case)
    kind = fields.choice("kind", KIND_WORDS)
    state = fields.choice("state", STATE_WORDS)
    remedied = fields.answer("remedied")
    if fields.faults:
        return Broken(
            fields.faults[0],
            frozenset([unit]) - {""},
            frozenset([person]) - {""},
            any_unit=not (unit or person),
            any_person=not (unit or person),
        )
    entry = Conclusion(case, cast(ConclusionKind, kind), cast(State, state), remedied)
    return About(entry, person, fields.place("case"), unit)


@attrs.frozen
class ScoreReader:
    """Reads the score of one period; *periods* are those that are awaited."""

    periods: tuple[str, ...]

    def __call__(self, fields: Fields, codes: Codes) -> About | Broken:
        """Read one row."""
        person = fields.known("person", codes.people)
        period = fields.code("period", needed=True).upper()
        if period and period not in self.periods:
            allowed = ", ".join(self.periods)
            fields.note("DV-C004", "period", seen=period, allowed=allowed)
        common, result = fields.amount("common"), fields.amount("result")
        of_old = fields.answer("of_old") or False
        if fields.faults:
            return _broken(fields, person)
        entry = PeriodScore(period, common, result, of_old)
        cells = fields.place("common"), fields.place("result")
        return About(entry, person, fields.place("person"), points=cells)


@attrs.frozen
class RecordReader:
    """Reads one decision that was taken, for the *year* or for one before it."""

    year: int

    def __call__(self, fields: Fields, codes: Codes) -> About | Broken:
        """Read one row."""
        return _decision(fields, codes, self.year)


def _decision(fields: Fields, codes: Codes, last: int) -> About | Broken:
    code = fields.known("code", codes.people | codes.units)
    year = _year(fields, last)
    level = fields.choice("level", LEVEL_WORDS)
    number = fields.code("number", needed=True)
    decided = fields.day("decided", needed=True)
    by = fields.choice("by", DECIDERS)
    replaces = fields.code("replaces")
    _plausible(fields, "decided", decided, year or FIRST_YEAR, LAST_YEAR)
    if fields.faults or year is None or decided is None:
        return Broken(
            fields.faults[0],
            frozenset([code]) & codes.units,
            frozenset([code]) & codes.people,
            any_unit=not code,
            any_person=not code,
        )
    entry = Record(code, year, Level(level), number, decided, by, replaces)
    return About(entry, code, fields.place("code"))


def _year(fields: Fields, last: int) -> int | None:
    """Return the year a level was decided for; a fault where it can be none."""
    before = len(fields.faults)
    year = fields.count("year")
    if len(fields.faults) > before:
        return None
    if year is None:
        fields.note("DV-S201", "year", key=fields.place("year").key)
    elif not FIRST_YEAR <= year <= last:
        fields.note("DV-C022", "year", seen=year, first=FIRST_YEAR, last=last)
        return None
    return year


def _broken(fields: Fields, person: str) -> Broken:
    whose = frozenset([person]) - {""}
    return Broken(fields.faults[0], people=whose, any_person=not whose)
