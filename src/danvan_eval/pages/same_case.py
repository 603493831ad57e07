"""What does each regime make of the very same case? Its own functions answer."""

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.case import PersonCase
from ..decisions.choices import Choices, Regulation
from ..decisions.choosing import Choice, Loaded, Who, choose
from ..decisions.clauses import Regime
from ..decisions.facts import Discipline, Person
from ..decisions.time_worked import Cap
from ..decisions.worked import LeaveKind, Work
from ..errors import FaultError
from ..periods import Period
from ..subjects import Subject
from ..terms import Text
from .voice import beside

FORCED: Final = Text("không hoàn thành nhiệm vụ", "KHTNV")
IGNORED: Final = Text("không làm đổi mức", "changes no level")
SILENT: Final = Text(
    "văn bản không nói: người có thẩm quyền xem xét",
    "the text is silent: people decide",
)
UNRATED: Final = Text("không xếp loại", "not classified")
CAPPED: Final = Text("không quá {level}", "never above {level}")
AS_USUAL: Final = Text("xếp loại như mọi người", "classified like anybody else")
OPEN: Final = Text("phải chọn {names}", "{names} must be chosen")
STOPS: Final = Text("phải chọn, lệnh dừng lại ({code})", "must be chosen ({code})")
READING: Final = "reading."
"""How the readings are named among the facts that are missing."""

SOMEBODY: Final = Subject("person", "VC-001")
USUAL: Final[Mapping[str, Any]] = {
    "act": "HV-1",
    "side": "administrative",
    "duty_related": True,
    "degradation": False,
    "counted": 0,
    "at_old_organisation": False,
}
DISCIPLINE: Final[Sequence[tuple[Text, Mapping[str, Any]]]] = (
    (
        Text("kỷ luật hành chính, liên quan nhiệm vụ", "administrative, duty-related"),
        {},
    ),
    (
        Text(
            "kỷ luật hành chính, không liên quan nhiệm vụ, không do suy thoái",
            "administrative, neither for duty nor for degradation",
        ),
        {"duty_related": False},
    ),
    (
        Text("chỉ kỷ luật đảng, liên quan nhiệm vụ", "party only, duty-related"),
        {"side": "party"},
    ),
    (
        Text(
            "chỉ kỷ luật đảng, không liên quan nhiệm vụ, không do suy thoái",
            "party only, neither for duty nor for degradation",
        ),
        {"side": "party", "duty_related": False},
    ),
    (
        Text("hành vi đã tính cho năm trước", "an act already counted in another year"),
        {"counted": 2000},
    ),
    (
        Text(
            "liên quan nhiệm vụ, xảy ra ở tổ chức cũ",
            "duty-related, at the old organisation",
        ),
        {"at_old_organisation": True},
    ),
)
"""Decisions that took effect in the year, by what is told apart from the usual one."""


@attrs.frozen
class Worked:
    """What somebody's year was: one leave, by its months, and the month they began."""

    kind: LeaveKind | None = None
    first: int = 1
    last: int = 12
    began: int = 1

    def in_(self, year: int) -> Work:
        """Return it as the time worked in a year."""
        leave = _months(year, self.first, self.last)
        there = _months(year, self.began, 12)
        leaves = () if self.kind is None else ((self.kind, leave),)
        return Work(Period.year(year), (there,), leaves)


def _months(year: int, first: int, last: int) -> Period:
    """Return the days from one month of a year to another, both whole."""
    days = calendar.monthrange(year, last)[1]
    return Period(dt.date(year, first, 1), dt.date(year, last, days))


TIME: Final = (
    (
        Text("nghỉ không lương bốn tháng", "four months' unpaid leave"),
        Worked("khong-luong", 3, 6),
    ),
    (Text("nghỉ ốm bốn tháng", "four months' sick leave"), Worked("om-dau", 3, 6)),
    (Text("đi học bốn tháng", "four months' study"), Worked("di-hoc", 3, 6)),
    (
        Text("nghỉ không lương đúng nửa năm", "half a year's unpaid leave, exactly"),
        Worked("khong-luong", 1, 6),
    ),
    (
        Text("nghỉ không lương bảy tháng", "seven months' unpaid leave"),
        Worked("khong-luong", 1, 7),
    ),
    (Text("nghỉ ốm bảy tháng", "seven months' sick leave"), Worked("om-dau", 1, 7)),
    (
        Text("nghỉ thai sản bảy tháng", "seven months' maternity leave"),
        Worked("thai-san", 1, 7),
    ),
    (
        Text("về làm từ đầu tháng tám", "employed from the first of August"),
        Worked(began=8),
    ),
)
"""What somebody's year may have been."""


def by_discipline(loaded: Loaded, told: Mapping[str, Any]) -> str:
    """Say what one discipline decision of the year does under a regime."""
    day = dt.date(_year(loaded), 6, 1)
    one = Discipline(effective_on=day, **{**USUAL, **told})
    bare = _lowest(loaded, Person(SOMEBODY, "staff", disciplines=()))
    seen = _lowest(loaded, Person(SOMEBODY, "staff", disciplines=(one,)))
    (found,) = [one for one in seen if one not in bare]
    says = {Truth.TRUE: FORCED, Truth.FALSE: IGNORED, Truth.UNKNOWN: SILENT}
    return _cell(says[found.truth], loaded.law, found.clause)


def by_time(loaded: Loaded, year: Worked) -> str:
    """Say whether somebody with such a year is classified, and how high at most."""
    work = year.in_(_year(loaded))
    case = _case(loaded, Person(SOMEBODY, "staff", work=work))
    enough = loaded.logic.person.enough(case)
    if enough.truth is not Truth.TRUE:
        return _cell(_open(enough, UNRATED), loaded.law, enough.clause)
    for cap in loaded.logic.person.caps:
        limit = cap(case)
        if limit.condition.truth is not Truth.FALSE:
            return _cell(_capped(limit), loaded.law, limit.condition.clause)
    return _cell(AS_USUAL, loaded.law, enough.clause)


def by_date(
    regimes: Sequence[Loaded],
    who: Who,
    event: dt.date,
    issued: dt.date | None,
    reading: str = "",
) -> str:
    """Say which regime applies on a day to a hospital with such a regulation."""
    own = None if issued is None else Regulation("01/QC", issued, fictitious=True)
    readings = {"late_regulation": reading} if reading else {}
    choices = Choices(regulation=own, readings=readings)
    try:
        choice: Choice = choose(regimes, who, event.year, event, choices)
    except FaultError as stop:
        return beside(STOPS, code=stop.fault.code)
    return f"`{choice.loaded.law.id}`"


def cited(law: Regime, *clauses: str) -> str:
    """Write where clauses stand and how they are known, each once."""
    places = (f"{one.locus} [{one.mark}]" for one in map(law.clause, clauses))
    return f"({'; '.join(dict.fromkeys(places))})"


def _cell(says: Text, law: Regime, clause: str) -> str:
    return f"{beside(says)}<br>{cited(law, clause)}"


def _capped(limit: Cap) -> Text:
    if limit.condition.truth is Truth.UNKNOWN:
        return _open(limit.condition)
    level = limit.level.label
    return Text.both(lambda at: CAPPED.in_(at).format(level=level.in_(at)))


def _open(condition: Condition, otherwise: Text = SILENT) -> Text:
    """Say what is still to be chosen; *otherwise* where it is nobody's to choose."""
    names = ", ".join(f"`{name.removeprefix(READING)}`" for name in condition.missing)
    if not names:
        return otherwise
    return Text.both(lambda at: OPEN.in_(at).format(names=names))


def _lowest(loaded: Loaded, person: Person) -> list[Condition]:
    _, tests = loaded.logic.person.judge(_case(loaded, person))
    return [one for test in tests if test.any_ for one in test.conditions]


def _case(loaded: Loaded, person: Person) -> PersonCase:
    year = _year(loaded)
    day = loaded.law.in_force[0].start
    return PersonCase(loaded.law, Choices(), year, day, person=person)


def _year(loaded: Loaded) -> int:
    return loaded.law.in_force[0].start.year
