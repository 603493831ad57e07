"""Which forms of discipline were decided earlier, and of which is the form not known?

``de-xuat/ky-luat-da-qua``. Decisions that were taken are input facts; nothing here
proposes any. Without the table, or while a row about somebody cannot be read, nothing
is known of them.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast

import attrs

from ...consequences.pay import FORMS, Form, Penalty, Side
from ...decisions.facts import Discipline
from ...errors import Fault, Place, fault
from ...tables.reading import Column
from ...terms import Text
from ..fields import Codes, Fields
from ..folding import Broken
from ..yearly.columns import PERSON, SIDES
from ..yearly.register import Reading, Register

FOLDER: Final = "de-xuat"
PAST: Final = f"{FOLDER}/ky-luat-da-qua"
FIRST_YEAR: Final = 1990
COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    PAST: (
        PERSON,
        Column("act", ("Mã hành vi",)),
        Column("side", ("Loại",)),
        Column("form", ("Hình thức",)),
        Column("effective", ("Ngày hiệu lực",)),
    )
}
FORM_WORDS: Final[Mapping[str, Text]] = {
    **{str(id_): text for id_, text in FORMS.items()},
    "dismissal": Text("buộc thôi việc", "khai trừ"),
}
NOBODY: Final[Mapping[str, Sequence[Discipline]]] = {}


@attrs.frozen
class PenaltyRow:
    """One decision about one person."""

    person: str
    penalty: Penalty
    place: Place = attrs.field(eq=False)

    @property
    def id(self) -> str:
        """What may stand once: one decision of each side on an act."""
        return f"{self.person} {self.penalty.act} {self.penalty.side}"


@attrs.frozen(eq=False)
class PastDiscipline:
    """The decisions by person, with those of the year whose form nobody named."""

    register: Register
    entered: Mapping[str, tuple[Penalty, ...]]

    def of(self, code: str) -> tuple[Penalty, ...] | None:
        """Return what was decided about somebody; None while that is not known."""
        if not self.register.clear_for_person(code):
            return None
        return self.entered.get(code, ())


def read_past_discipline(
    reading: Reading,
    year: int,
    registered: Mapping[str, Sequence[Discipline]] = NOBODY,
) -> PastDiscipline:
    """Read the table; what is wrong with it gathers in the reading's files.

    Args:
        reading: the folder beside its lists.
        year: the year that is considered.
        registered: decisions of the year's register of discipline, by code, which
            names no forms.
    """
    register = reading.register(PAST, COLUMNS[PAST], PenaltyReader(year), _whose)
    rows = [one for one in register.entries if isinstance(one, PenaltyRow)]
    entered: dict[str, tuple[Penalty, ...]] = {}
    for one in rows:
        entered[one.person] = (*entered.get(one.person, ()), one.penalty)
    for code, decisions in registered.items():
        known = {(one.act, one.side) for one in entered.get(code, ())}
        lacking = [one for one in decisions if (one.act, one.side) not in known]
        added = tuple(
            Penalty(one.act, one.side, None, one.effective_on) for one in lacking
        )
        entered[code] = (*entered.get(code, ()), *added)
        if register.clear_for_person(code):
            reading.files.faults.extend(_without_form(code, lacking))
    return PastDiscipline(register, entered)


def _without_form(code: str, decisions: Sequence[Discipline]) -> Iterator[Fault]:
    for one in decisions:
        yield fault("DV-D301", Place(f"{PAST}.csv"), seen=code, act=one.act)


def _whose(row: PenaltyRow) -> Broken:
    torn = fault("DV-S210", row.place, seen=row.id, places="")
    return Broken(torn, people=frozenset([row.person]))


@attrs.frozen
class PenaltyReader:
    """Reads one decision, beside the *year* that is considered."""

    year: int

    def __call__(self, fields: Fields, codes: Codes) -> PenaltyRow | Broken:
        """Read one row; a form that is not named is not known."""
        person = fields.known("person", codes.people)
        act = fields.code("act", needed=True)
        side = fields.choice("side", SIDES)
        effective = fields.day("effective", needed=True)
        plausible(fields, "effective", effective, self.year + 1)
        if fields.faults or effective is None:
            return broken(fields, person)
        form = cast(Form, fields.maybe("form", FORM_WORDS)) or None
        whose: Side = "party" if side == "party" else "administrative"
        penalty = Penalty(act, whose, form, effective)
        return PenaltyRow(person, penalty, fields.place("person"))


def plausible(fields: Fields, column: str, day: dt.date | None, last: int) -> None:
    """Note a day that falls into no year it can fall into."""
    if day is not None and not FIRST_YEAR <= day.year <= last:
        told = {"seen": f"{day:%d/%m/%Y}", "first": FIRST_YEAR, "last": last}
        fields.note("DV-D302", column, **told)


def broken(fields: Fields, person: str) -> Broken:
    """Return a row that cannot be read, about whom it names."""
    whose = frozenset([person]) - {""}
    return Broken(fields.faults[0], people=whose, any_person=not whose)
