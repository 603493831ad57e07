"""How many incidents were concluded as well founded, and how many may still be?

An incident counts once on the person and once on the department where it happened,
whatever department the person works in now. What is still verified is no fault:
it leaves the number open.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import Final

import attrs

from ..errors import Fault, Place, fault, in_order
from ..evidence import OneOf
from ..periods import Period
from ..tables.reading import Column
from ..terms import Text
from .fields import Codes, Fields
from .folding import Broken, Folded, Seen, contradiction, one_each, spoilt, written

FILE: Final = "vu-viec"
CRITERION: Final = "danvan/C12"
STATES: Final = {
    "tiep-nhan": Text("tiếp nhận", "received"),
    "xac-minh": Text("đang xác minh", "being verified"),
    "dung": Text("đúng", "well founded"),
    "dung-mot-phan": Text("đúng một phần", "well founded in part"),
    "sai": Text("sai", "unfounded"),
    "rut": Text("rút", "withdrawn"),
}
PENDING: Final = frozenset({"tiep-nhan", "xac-minh"})
SUBSTANTIATED: Final = frozenset({"dung", "dung-mot-phan"})
NEEDS_CONCLUSION: Final = frozenset({"dung", "dung-mot-phan", "sai"})

COLUMNS: Final = (
    Column("case", ("Số vụ việc",)),
    Column("person", ("Mã nhân sự", "Mã nhân viên", "Mã viên chức")),
    Column("unit", ("Mã đơn vị", "Mã khoa/phòng", "Mã khoa, phòng")),
    Column("day", ("Ngày xảy ra",)),
    Column("state", ("Tình trạng",)),
    Column("concluded", ("Ngày kết luận",)),
)


@attrs.frozen
class Incident:
    """What one row says of a case: where and when, about whom, and how it stands."""

    id: str
    unit: str
    person: str
    day: dt.date
    state: str
    concluded: dt.date | None
    place: Place = attrs.field(eq=False)

    @property
    def where(self) -> tuple[str, dt.date]:
        """Department and day, which all rows of a case share."""
        return self.unit, self.day


def read(fields: Fields, codes: Codes) -> Incident | Broken:
    """Read one row; a person's code that is not known leaves the department's count."""
    case = fields.code("case", needed=True)
    unit = fields.known("unit", codes.units)
    state = fields.choice("state", STATES)
    day, concluded = fields.day("day", needed=True), fields.day("concluded")
    if not fields.faults and (wrong := _wrong_days(case, state, day, concluded)):
        fields.note(*wrong[0], **wrong[1])
    spoils = bool(fields.faults)
    person = fields.known("person", codes.people, needed=False)
    if spoils or day is None:
        return Broken(
            fields.faults[0],
            units=frozenset([unit]) - {""},
            people=frozenset([person]) - {""},
        )
    return Incident(case, unit, person, day, state, concluded, fields.place("case"))


def _wrong_days(
    case: str, state: str, day: dt.date | None, concluded: dt.date | None
) -> tuple[tuple[str, str], dict[str, str]] | None:
    """Return the fault of a conclusion that is lacking, too early, or too soon."""
    told = "" if concluded is None else written(concluded)
    if concluded is not None and day is not None and concluded < day:
        return ("DV-S208", "concluded"), {"seen": told, "allowed": written(day)}
    lacking = concluded is None and state in NEEDS_CONCLUSION
    if lacking or (concluded is not None and state in PENDING):
        words = {"seen": case, "state": STATES[state].vi, "day": told}
        return ("DV-S209", "concluded"), words
    return None


def fold(
    entries: Iterable[Incident | Broken],
    units: Collection[str],
    people: Collection[str],
    period: Period,
) -> Folded:
    """Count the incidents of *period* by department and by person."""
    listed = list(entries)
    rows = [one for one in listed if isinstance(one, Incident)]
    sound, torn, notes = _sorted_out(rows)
    broken = [one for one in listed if isinstance(one, Broken)]
    broken += [_spoils(members) for members in torn]
    notes += [note for one in sound if (note := _note(one, period)) is not None]
    counting = [one for one in sound if one.day in period]
    by_unit = {
        unit: _seen(
            [one for one in counting if one.unit == unit],
            [one.fault for one in broken if unit in one.units],
        )
        for unit in units
    }
    by_person = {
        person: _seen(
            [one for one in counting if one.person == person],
            [one.fault for one in broken if person in one.people],
        )
        for person in people
    }
    faults = in_order(one for members in torn for one in contradiction(members))
    return Folded(CRITERION, by_unit, by_person, faults, in_order(notes))


def _sorted_out(
    rows: Sequence[Incident],
) -> tuple[list[Incident], list[list[Incident]], list[Fault]]:
    """Return rows, each once; cases whose rows contradict; notes on repeats.

    The rows of a case may differ by person and in how it ended for that person,
    but not in where and when it happened.
    """
    single, torn, notes = one_each(rows, lambda one: f"{one.id}\n{one.person}")
    cases: dict[str, list[Incident]] = {}
    for one in single:
        cases.setdefault(one.id, []).append(one)
    torn += [case for case in cases.values() if len({one.where for one in case}) > 1]
    contradicted = {one.id for members in torn for one in members}
    sound = [one for one in single if one.id not in contradicted]
    return sound, torn, notes


def _spoils(members: Sequence[Incident]) -> Broken:
    return Broken(
        contradiction(members)[0],
        units=frozenset(one.unit for one in members),
        people=frozenset(one.person for one in members) - {""},
    )


def _note(one: Incident, period: Period) -> Fault | None:
    """Return why a row does not count, or not yet; None when it counts."""
    if one.day not in period:
        return fault("DV-S306", one.place, seen=one.id, day=written(one.day))
    if one.state in SUBSTANTIATED:
        return None
    code = "DV-S308" if one.state in PENDING else "DV-S307"
    return fault(code, one.place, seen=one.id, state=STATES[one.state].vi)


def _seen(rows: Sequence[Incident], faults: Sequence[Fault]) -> Seen:
    """Count the cases among *rows*, each once; open ones may yet be added."""
    unclear = spoilt(faults)
    if unclear is not None:
        return {"substantiated": unclear}
    certain = {one.id for one in rows if one.state in SUBSTANTIATED}
    open_ = {one.id for one in rows if one.state in PENDING} - certain
    least, most = len(certain), len(certain) + len(open_)
    if not open_:
        return {"substantiated": least}
    return {"substantiated": OneOf(tuple(range(least, most + 1)), "pending")}
