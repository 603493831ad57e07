"""What do the registers of a year say of a person, a department, the hospital?"""

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


def discipline(fields: Fields, codes: Codes) -> About | Broken:
    """Read one discipline decision."""
    person = fields.known("person", codes.people)
    act = fields.code("act", needed=True)
    side = fields.choice("side", SIDES)
    effective = fields.day("effective", needed=True)
    acted = fields.day("acted")
    duty, degraded = fields.answer("duty"), fields.answer("degradation")
    counted, old = _counted(fields), fields.answer("old")
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


def _counted(fields: Fields) -> int | None:
    """Return the year an act was counted in, 0 for none, None where nobody says."""
    written = fields.code("counted")
    if not written:
        return None
    if written.casefold() == NOT_YET:
        return 0
    if written.isdigit() and FIRST_YEAR <= int(written) <= LAST_YEAR:
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
        return About(entry, person, fields.place("person"))


def record(fields: Fields, codes: Codes) -> About | Broken:
    """Read one decision that was taken."""
    code = fields.known("code", codes.people | codes.units)
    year = fields.count("year")
    level = fields.choice("level", LEVEL_WORDS)
    number = fields.code("number", needed=True)
    decided = fields.day("decided", needed=True)
    by = fields.choice("by", DECIDERS)
    replaces = fields.code("replaces")
    if year is None:
        fields.note("DV-S201", "year", key=fields.place("year").key)
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


def _broken(fields: Fields, person: str) -> Broken:
    whose = frozenset([person]) - {""}
    return Broken(fields.faults[0], people=whose, any_person=not whose)
