"""How many incidents were concluded as well founded, and how many may still be?

An incident is of one kind and counts for the one criterion of that kind: once on
the person, once on the department where it happened, whatever department the
person works in now, and once on the hospital. What is still verified is no fault:
it leaves the number open.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import attrs

from ..catalogue import Shelf
from ..errors import Fault, Place, fault, in_order
from ..evidence import OneOf
from ..periods import Period
from ..tables.reading import Column
from ..terms import Text
from .fields import Codes, Fields
from .folding import Broken, Folded, Seen, contradiction, one_each, spoilt, written

FILE: Final = "vu-viec"
FIGURE: Final = "substantiated"
KINDS: Final = {
    "thai-do": Text("thái độ phục vụ", "attitude of service"),
    "ky-cuong": Text("kỷ cương, lề lối", "discipline"),
    "tham-nhung": Text("tham nhũng, lãng phí", "corruption, waste"),
    "doan-ket": Text("mất đoàn kết", "disunity"),
    "neu-guong": Text("nêu gương của người đứng đầu", "example set by the head"),
    "dao-duc": Text("đạo đức, văn hóa công sở", "ethics, office culture"),
    "thanh-tich": Text("bệnh thành tích", "inflated achievements"),
}
CRITERIA: Final = {
    "thai-do": "danvan/C12",
    "ky-cuong": "danvan/C19",
    "tham-nhung": "danvan/C22",
    "doan-ket": "danvan/C23",
    "neu-guong": "danvan/C31",
    "dao-duc": "danvan/C32",
    "thanh-tich": "danvan/C34",
}
"""The one criterion for which an incident of a kind counts."""
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
    Column("kind", ("Loại", "Loại vụ việc")),
    Column("state", ("Tình trạng",)),
    Column("concluded", ("Ngày kết luận",)),
)


@attrs.frozen
class Incident:
    """What one row says of a case: where and when, about whom, and how it stands.

    *stranger* says that it is about a person whose code is not known.
    """

    id: str
    unit: str
    person: str
    day: dt.date
    kind: str
    state: str
    concluded: dt.date | None
    place: Place = attrs.field(eq=False)
    stranger: Fault | None = attrs.field(default=None, eq=False)

    @property
    def who(self) -> str:
        """What tells the rows of a case apart: the person, or the unknown code."""
        return f"{self.id}\n{self.person}\n{self.stranger or ''}"

    @property
    def what(self) -> tuple[str, dt.date, str]:
        """Department, day and kind, which all rows of a case share."""
        return self.unit, self.day, self.kind


def read(fields: Fields, codes: Codes) -> Incident | Broken:
    """Read one row; a person's code that is not known leaves the department's count.

    It leaves open, though, whose count it belongs to among the people.
    """
    case = fields.code("case", needed=True)
    unit = fields.known("unit", codes.units)
    kind = fields.choice("kind", KINDS)
    state = fields.choice("state", STATES)
    day, concluded = fields.day("day", needed=True), fields.day("concluded")
    if not fields.faults and (days := _wrong_days(case, state, day, concluded)):
        fields.note(*days[0], **days[1])
    wrong = len(fields.faults)
    person = fields.known("person", codes.people, needed=False)
    stranger = fields.faults[-1] if len(fields.faults) > wrong else None
    if wrong or day is None:
        return Broken(
            fields.faults[0],
            units=frozenset([unit]) - {""},
            people=frozenset([person]) - {""},
            about=kind,
            any_unit=not unit,
            any_person=stranger is not None,
        )
    place = fields.place("case")
    return Incident(case, unit, person, day, kind, state, concluded, place, stranger)


def as_of(one: Incident | Broken, day: dt.date) -> Incident | Broken:
    """Return an incident as it stood on *day*: what is concluded later is verified."""
    if isinstance(one, Broken) or one.concluded is None or one.concluded <= day:
        return one
    return attrs.evolve(one, state="xac-minh", concluded=None)


def filled(shelf: Shelf) -> dict[str, str]:
    """Return the criteria that take their number from this register, by kind."""
    found = {}
    for kind, id_ in CRITERIA.items():
        criterion = shelf.criteria.get(id_)
        field = criterion.evidence.get(FIGURE) if criterion else None
        if field is not None and field.source == "register":
            found[kind] = id_
    return found


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
    criteria: Mapping[str, str],
) -> list[Folded]:
    """Count the incidents of *period* by department, by person and for the hospital.

    *criteria* gives the criterion of each kind that has one; the remarks on the
    register come first, under no criterion.
    """
    listed = list(entries)
    rows = [one for one in listed if isinstance(one, Incident)]
    sound, torn, notes = _sorted_out(rows)
    broken = [one for one in listed if isinstance(one, Broken)]
    broken += [one for members in torn for one in _spoils(members)]
    notes += [note for one in sound if (note := _note(one, period)) is not None]
    counted = [one for one in sound if one.day in period]
    broken += [
        Broken(one.stranger, about=one.kind, any_person=True)
        for one in counted
        if one.stranger is not None and one.state in PENDING | SUBSTANTIATED
    ]
    counting = _Counting(counted, broken)
    notes += [_unused(one) for one in counting.rows if one.kind not in criteria]
    faults = in_order(one for members in torn for one in contradiction(members))
    return [
        Folded("", {}, {}, faults, in_order(notes)),
        *(
            counting.of_kind(kind, criterion, units, people)
            for kind, criterion in criteria.items()
        ),
    ]


@attrs.frozen
class _Counting:
    """What is left to be counted, and the rows that spoil a number."""

    rows: Sequence[Incident]
    broken: Sequence[Broken]

    def of_kind(
        self, kind: str, criterion: str, units: Iterable[str], people: Iterable[str]
    ) -> Folded:
        rows = [one for one in self.rows if one.kind == kind]
        broken = [one for one in self.broken if one.about in (kind, "")]

        by_unit = {
            unit: _seen(
                [one for one in rows if one.unit == unit],
                [one.fault for one in broken if one.may_be_unit(unit)],
            )
            for unit in units
        }
        by_person = {
            person: _seen(
                [one for one in rows if one.person == person],
                [one.fault for one in broken if one.may_be_person(person)],
            )
            for person in people
        }
        whole = _seen(rows, [one.fault for one in broken if one.of_a_unit])
        return Folded(criterion, by_unit, by_person, hospital=whole)


def _sorted_out(
    rows: Sequence[Incident],
) -> tuple[list[Incident], list[list[Incident]], list[Fault]]:
    """Return rows, each once; cases whose rows contradict; notes on repeats.

    The rows of a case may differ by person and in how it ended for that person,
    but not in where and when it happened, nor in its kind.
    """
    single, torn, notes = one_each(rows, lambda one: one.who)
    cases: dict[str, list[Incident]] = {}
    for one in single:
        cases.setdefault(one.id, []).append(one)
    torn += [case for case in cases.values() if len({one.what for one in case}) > 1]
    contradicted = {one.id for members in torn for one in members}
    sound = [one for one in single if one.id not in contradicted]
    return sound, torn, notes


def _spoils(members: Sequence[Incident]) -> list[Broken]:
    """Return what contradicting rows spoil: every kind that one of them names."""
    wrong = contradiction(members)[0]
    units = frozenset(one.unit for one in members)
    people = frozenset(one.person for one in members) - {""}
    anybody = any(one.stranger is not None for one in members)
    kinds = sorted({one.kind for one in members})
    return [Broken(wrong, units, people, kind, any_person=anybody) for kind in kinds]


def _unused(one: Incident) -> Fault:
    """Say that no criterion in use counts an incident of its kind."""
    return fault("DV-S316", one.place, seen=one.id, kind=KINDS[one.kind].vi)


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
        return {FIGURE: unclear}
    certain = {one.id for one in rows if one.state in SUBSTANTIATED}
    open_ = {one.id for one in rows if one.state in PENDING} - certain
    least, most = len(certain), len(certain) + len(open_)
    if not open_:
        return {FIGURE: least}
    return {FIGURE: OneOf(tuple(range(least, most + 1)), "pending")}
