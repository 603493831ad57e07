"""What do the tables of ``de-xuat/`` say for titles and commendation?

Who registered and took part, what was awarded in earlier years, which initiatives
were recognised. An absent register says nothing, an empty one says «none»; a row that
cannot be read leaves open whom it may be about.
"""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, cast

import attrs

from ...consequences.awards import AWARDS, COLLECTIVE, AwardId
from ...consequences.career import (
    PENDING,
    SCOPES,
    Held,
    Initiative,
    Movement,
    Pending,
    Scope,
    TitleFacts,
)
from ...consequences.collective_facts import CollectiveFacts, Together
from ...errors import Fault, Place, fault
from ...tables.reading import Column
from ...terms import Text
from ..fields import Codes, Fields
from ..folding import Broken
from ..yearly.columns import PERSON, UNIT
from ..yearly.register import Reading, Register

FOLDER: Final = "de-xuat"
EMULATION: Final = f"{FOLDER}/thi-dua"
AWARDED: Final = f"{FOLDER}/danh-hieu"
INITIATIVES: Final = f"{FOLDER}/sang-kien"
FIRST_YEAR: Final = 1990
NOTHING: Final = frozenset({"không", "không có"})
OPEN_ENDED: Final = frozenset({"không thời hạn", "không xác định thời hạn"})


def _asked(name: str, *headers: str) -> Column:
    return Column(name, headers, required=False)


EMULATION_COLUMNS: Final = (
    PERSON,
    UNIT,
    _asked("registered", "Đã đăng ký thi đua"),
    _asked("active", "Tích cực thi đua"),
    _asked("self_reliance", "Tự lực"),
    _asked("solidarity", "Đoàn kết"),
    _asked("lawful", "Chấp hành pháp luật"),
    _asked("exemplary", "Gương mẫu chấp hành"),
    _asked("leads", "Dẫn đầu khối thi đua"),
    _asked("outstanding", "Tiêu biểu nhất trong số dẫn đầu"),
    _asked("woman", "Nữ"),
    _asked("pending", "Đang bị xem xét"),
    _asked("case", "Số vụ", "Số vụ việc"),
    _asked("contract", "Thời hạn hợp đồng (tháng)"),
    _asked("training", "Kết quả đào tạo từ khá"),
    _asked("ends", "Hết hiệu lực kỷ luật"),
    _asked("severe", "Kỷ luật từ cảnh cáo"),
)
AWARDED_COLUMNS: Final = (
    Column("code", ("Mã", "Mã nhân sự", "Mã đơn vị")),
    Column("year", ("Năm",)),
    Column("award", ("Danh hiệu", "Hình thức khen thưởng")),
    Column("number", ("Số quyết định",)),
    Column("decided", ("Ngày",)),
    _asked("thematic", "Đột xuất, chuyên đề"),
)
INITIATIVE_COLUMNS: Final = (
    PERSON,
    Column("initiative", ("Mã sáng kiến",)),
    Column("recognised", ("Ngày công nhận",)),
    Column("scope", ("Phạm vi",)),
    _asked("used", "Đã dùng cho"),
)
COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    EMULATION: EMULATION_COLUMNS,
    AWARDED: AWARDED_COLUMNS,
    INITIATIVES: INITIATIVE_COLUMNS,
}
"""The tables of this part by their file without the ending."""

AWARD_WORDS: Final[Mapping[str, Text]] = {
    id_: one.label for id_, one in AWARDS.items() if not id_.endswith(COLLECTIVE)
}
SCOPE_WORDS: Final[Mapping[str, Text]] = {str(id_): one for id_, one in SCOPES.items()}
PENDING_WORDS: Final[Mapping[str, Text]] = {
    str(id_): one for id_, one in PENDING.items()
}


@attrs.frozen
class EmulationRow:
    """One row about a person or a unit; *id* is the code."""

    id: str
    person: TitleFacts
    unit: CollectiveFacts
    place: Place = attrs.field(eq=False)


@attrs.frozen
class AwardRow:
    """One award that was decided."""

    code: str
    held: Held
    place: Place = attrs.field(eq=False)

    @property
    def id(self) -> str:
        """What may stand once: a title of a year; certificates by their number."""
        one = self.held
        number = one.number if AWARDS[one.id].use == "commendation" else ""
        return f"{self.code} {one.id} {one.year} {number}".strip()


@attrs.frozen
class InitiativeRow:
    """One initiative of one person."""

    person: str
    initiative: Initiative
    place: Place = attrs.field(eq=False)

    @property
    def id(self) -> str:
        """What may stand once: an initiative of somebody."""
        return f"{self.person} {self.initiative.id}"


@attrs.frozen(eq=False)
class TitlesRead:
    """What the tables say by code, of everybody and every unit on the lists."""

    people: Mapping[str, TitleFacts]
    units: Mapping[str, CollectiveFacts]


def read_titles(reading: Reading, year: int) -> TitlesRead:
    """Read the three tables; what is wrong with them gathers in the reading's files.

    Args:
        reading: the folder beside its lists.
        year: the year that is considered.
    """
    codes = reading.codes
    emulation = reading.register(
        EMULATION, EMULATION_COLUMNS, emulation_row, lambda row: _of(row, codes)
    )
    awarded = reading.register(
        AWARDED, AWARDED_COLUMNS, AwardReader(year), lambda row: _of(row, codes)
    )
    initiatives = reading.register(
        INITIATIVES,
        INITIATIVE_COLUMNS,
        InitiativeReader(year),
        lambda row: Broken(_torn(row.place, row.id), people=frozenset([row.person])),
    )
    rows = {
        one.id: one
        for one in emulation.entries
        if isinstance(one, EmulationRow) and not emulation.names(one.id)
    }
    won, made = _awards(awarded), _initiatives(initiatives)
    people = {
        code: attrs.evolve(
            rows[code].person if code in rows else TitleFacts(),
            awards=won.get(code, ()) if awarded.clear_for_person(code) else None,
            initiatives=made.get(code, ())
            if initiatives.clear_for_person(code)
            else None,
        )
        for code in sorted(codes.people)
    }
    units = {
        code: attrs.evolve(
            rows[code].unit if code in rows else CollectiveFacts(),
            awards=won.get(code, ()) if awarded.clear_for_unit(code) else None,
        )
        for code in sorted(codes.units)
    }
    return TitlesRead(MappingProxyType(people), MappingProxyType(units))


def _awards(register: Register) -> dict[str, tuple[Held, ...]]:
    found: dict[str, tuple[Held, ...]] = {}
    for one in register.entries:
        if isinstance(one, AwardRow):
            found[one.code] = (*found.get(one.code, ()), one.held)
    return found


def _initiatives(register: Register) -> dict[str, tuple[Initiative, ...]]:
    found: dict[str, tuple[Initiative, ...]] = {}
    for one in register.entries:
        if isinstance(one, InitiativeRow):
            found[one.person] = (*found.get(one.person, ()), one.initiative)
    return found


def _of(row: EmulationRow | AwardRow, codes: Codes) -> Broken:
    """Return whom a row is about that contradicts another."""
    code = row.code if isinstance(row, AwardRow) else row.id
    whose = frozenset([code])
    return Broken(_torn(row.place, row.id), whose & codes.units, whose & codes.people)


def _torn(place: Place, seen: str) -> Fault:
    return fault("DV-S210", place, seen=seen, places="")


def emulation_row(fields: Fields, codes: Codes) -> EmulationRow | Broken:
    """Read how one person or one unit took part, and what stands in the way."""
    named = fields.code("person"), fields.code("unit")
    person = fields.known("person", codes.people, needed=False)
    unit = fields.known("unit", codes.units, needed=False)
    if all(named) or not any(named):
        fields.note("DV-D114", "person")
    if fields.faults:
        return _broken(fields, person, unit)
    pending = _pending(fields)
    months, open_ended = _contract(fields)
    answers = {name: _answer(fields, name) for name in ANSWERS}
    moved = Movement(answers["active"], answers["self_reliance"], answers["solidarity"])
    of_person = TitleFacts(
        answers["registered"],
        moved,
        answers["woman"],
        pending,
        months,
        open_ended,
        answers["training"],
        _day(fields, "ends"),
        answers["severe"],
    )
    together = Together(
        answers["active"],
        answers["solidarity"],
        answers["lawful"],
        answers["exemplary"],
        answers["leads"],
        answers["outstanding"],
    )
    of_unit = CollectiveFacts(together, pending)
    place = fields.place("person" if person else "unit")
    return EmulationRow(person or unit, of_person, of_unit, place)


ANSWERS: Final = (
    *("registered", "active", "self_reliance", "solidarity", "lawful"),
    *("exemplary", "leads", "outstanding", "woman", "training", "severe"),
)


def _pending(fields: Fields) -> tuple[Pending, ...] | None:
    """Return what is pending; none when the cell says so, None when it is empty."""
    written = _words(fields, "pending")
    if not written:
        return None
    if written.casefold() in NOTHING:
        return ()
    before = len(fields.faults)
    kinds = fields.members("pending", PENDING_WORDS)
    if len(fields.faults) > before:
        return None
    case = _words(fields, "case")
    ordered = [one for one in PENDING if one in kinds]
    return tuple(Pending(one, case) for one in ordered)


def _contract(fields: Fields) -> tuple[Fraction | None, bool]:
    """Return the months of a contract, and whether it runs without an end."""
    if "contract" not in fields.row:
        return None, False
    words = fields.row["contract"].value
    if isinstance(words, str) and words.strip().casefold() in OPEN_ENDED:
        return None, True
    months = fields.amount("contract")
    if months is not None and months < 1:
        fields.note("DV-D115", "contract", seen=months)
        months = None
    return months, False


@attrs.frozen
class AwardReader:
    """Reads one award, beside the *year* that is considered."""

    year: int

    def __call__(self, fields: Fields, codes: Codes) -> AwardRow | Broken:
        """Read one row."""
        code = fields.known("code", codes.people | codes.units)
        year = _year(fields, self.year)
        award = fields.choice("award", AWARD_WORDS)
        number = fields.code("number", needed=True)
        decided = fields.day("decided", needed=True)
        thematic = _answer(fields, "thematic")
        if year is not None and decided is not None and decided.year < year:
            seen = f"{decided:%d/%m/%Y}"
            fields.note("DV-D111", "decided", seen=seen, year=year)
        if code and award:
            award = _fitting(fields, award, of_unit=code in codes.units)
        if fields.faults or year is None or decided is None:
            whose = frozenset([code]) - {""}
            return Broken(
                fields.faults[0],
                whose & codes.units,
                whose & codes.people,
                any_unit=not code,
                any_person=not code,
            )
        held = Held(cast(AwardId, award), year, number, decided, thematic)
        return AwardRow(code, held, fields.place("code"))


def _year(fields: Fields, last: int) -> int | None:
    before = len(fields.faults)
    year = fields.count("year")
    if len(fields.faults) > before:
        return None
    if year is None:
        fields.note("DV-S201", "year", key=fields.place("year").key)
    elif not FIRST_YEAR <= year <= last:
        fields.note("DV-D110", "year", seen=year, first=FIRST_YEAR, last=last)
    return year


def _fitting(fields: Fields, award: str, *, of_unit: bool) -> str:
    """Return the id of an award for a person or a unit; a fault for the other's."""
    about = AWARDS[cast(AwardId, award)]
    if about.use == "commendation":
        return f"{award}{COLLECTIVE}" if of_unit else award
    if about.collective is not of_unit:
        told = {"seen": about.label.vi, "seen_en": about.label.en}
        whose = Text("tập thể", "a unit") if of_unit else Text("cá nhân", "a person")
        fields.note("DV-D112", "award", **told, whose=whose.vi, whose_en=whose.en)
    return award


@attrs.frozen
class InitiativeReader:
    """Reads one initiative, beside the *year* that is considered."""

    year: int

    def __call__(self, fields: Fields, codes: Codes) -> InitiativeRow | Broken:
        """Read one row."""
        person = fields.known("person", codes.people)
        named = fields.code("initiative", needed=True)
        recognised = fields.day("recognised", needed=True)
        scope = fields.choice("scope", SCOPE_WORDS)
        used = _words(fields, "used")
        if recognised and not FIRST_YEAR <= recognised.year <= self.year + 1:
            told = {"first": FIRST_YEAR, "last": self.year + 1}
            seen = f"{recognised:%d/%m/%Y}"
            fields.note("DV-D113", "recognised", seen=seen, **told)
        if fields.faults or recognised is None:
            return _broken(fields, person, "")
        served = "" if used.casefold() in {*NOTHING, "chưa"} else used
        entry = Initiative(named, recognised, cast(Scope, scope), served)
        return InitiativeRow(person, entry, fields.place("person"))


def _broken(fields: Fields, person: str, unit: str) -> Broken:
    nobody = not (person or unit)
    return Broken(
        fields.faults[0],
        frozenset([unit]) - {""},
        frozenset([person]) - {""},
        any_unit=nobody,
        any_person=nobody,
    )


def _answer(fields: Fields, column: str) -> bool | None:
    return fields.answer(column) if column in fields.row else None


def _day(fields: Fields, column: str) -> dt.date | None:
    return fields.day(column) if column in fields.row else None


def _words(fields: Fields, column: str) -> str:
    return fields.code(column) if column in fields.row else ""
