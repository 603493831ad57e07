"""Which findings does a hospital bring to be referred, with what days and facts?"""

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, cast

import attrs

from ... import grammar
from ...cells import NoValue
from ...collation import folded
from ...consequences.finding import (
    ACTS,
    CIRCUMSTANCES,
    CONCLUDERS,
    SITUATIONS,
    STATES,
    Act,
    Answers,
    Concluder,
    Earlier,
    Finding,
    Group,
    Happened,
    Situation,
    SituationKind,
    State,
    answers,
)
from ...errors import Fault, Place, fault
from ...tables.reading import Column
from ...terms import Text
from ..fields import Codes, Fields
from ..folding import Broken
from ..yearly.register import Reading, Register

FILE: Final = "de-xuat/chuyen-xem-xet"
NOT_YET: Final = "chưa"
NO_END: Final = "không xác định"
GROUPS: Final[Mapping[Group, str]] = {
    "exclusion": "Loại trừ",
    "exemption": "Miễn",
    "unlimited": "Không áp dụng thời hiệu",
    "aggravating": "Tăng nặng",
    "mitigating": "Giảm nhẹ",
}


def _more(id_: str, *headers: str) -> Column:
    return Column(id_, headers, required=False)


REFERRAL_COLUMNS: Final = (
    Column("case", ("Số vụ", "Số vụ việc")),
    Column("person", ("Mã nhân sự", "Mã nhân viên", "Mã viên chức")),
    Column("act", ("Hành vi",)),
    Column("state", ("Tình trạng",)),
    Column("concluded", ("Ngày kết luận",)),
    _more("by", "Căn cứ kết luận"),
    _more("acted", "Ngày xảy ra"),
    _more("ended", "Ngày chấm dứt"),
    _more("found", "Ngày phát hiện"),
    _more("opened", "Ngày mở hồ sơ"),
    _more("post", "Giữ chức vụ quản lý"),
    _more("reminded", "Nhắc nhở bằng văn bản"),
    _more("first", "Lần đầu"),
    _more("earlier", "Số quyết định trước"),
    _more("effective", "Hiệu lực quyết định trước"),
    _more("same", "Cùng hành vi"),
    _more("due", "Hạn giải quyết"),
    _more("settled", "Ngày giải quyết"),
    _more("later", "Hành vi mới"),
    _more("situation", "Trường hợp chưa xem xét"),
    _more("since", "Từ ngày"),
    _more("until", "Đến ngày"),
    _more("lifted", "Vẫn xem xét"),
    *(_more(group, header) for group, header in GROUPS.items()),
)
COLUMNS: Final[Mapping[str, Sequence[Column]]] = {FILE: REFERRAL_COLUMNS}
"""Every table with its columns, the first of which makes a row an entry."""


def _options(named: Mapping[str, Text] | Mapping[Act, Text]) -> Mapping[str, Text]:
    return MappingProxyType({str(id_): label for id_, label in named.items()})


ACT_WORDS: Final = _options(ACTS)
STATE_WORDS: Final = {str(id_): label for id_, label in STATES.items()}
CONCLUDER_WORDS: Final = {str(id_): label for id_, label in CONCLUDERS.items()}
SITUATION_WORDS: Final = {str(id_): label for id_, label in SITUATIONS.items()}


@attrs.frozen
class Brought:
    """A finding as it was brought, with the day the examination was opened."""

    finding: Finding
    opened_on: dt.date | None
    place: Place = attrs.field(eq=False)

    @property
    def id(self) -> str:
        """What names it: one act of one person in one case."""
        one = self.finding
        return f"{one.case} {one.person} {one.act}"


@attrs.frozen
class Findings:
    """All findings that were brought, by person, in the order of their cases."""

    by_person: Mapping[str, tuple[Brought, ...]]
    register: Register

    @property
    def there(self) -> bool:
        """Whether there is such a table at all: without one nothing is known."""
        return self.register.there

    def clear(self, code: str) -> bool:
        """Say whether all that may be about a person can be read."""
        return self.register.clear_for_person(code)


def read_referrals(reading: Reading, officials: Mapping[str, bool]) -> Findings:
    """Read ``de-xuat/chuyen-xem-xet``; faults gather in ``reading.files.faults``.

    *officials* says of each person whether they are a public employee.
    """
    read = FindingReader(officials)
    register = reading.register(FILE, REFERRAL_COLUMNS, read, _torn)
    found: dict[str, list[Brought]] = {}
    for one in register.entries:
        brought = cast(Brought, one)
        found.setdefault(brought.finding.person, []).append(brought)
    return Findings(
        MappingProxyType({code: tuple(rows) for code, rows in found.items()}), register
    )


def _torn(one: Brought) -> Broken:
    why = fault("DV-S210", one.place, seen=one.finding.case, places="")
    return Broken(why, people=frozenset([one.finding.person]))


@attrs.frozen
class FindingReader:
    """Reads one finding; *officials* says who is a public employee."""

    officials: Mapping[str, bool]

    def __call__(self, fields: Fields, codes: Codes) -> Brought | Broken:
        """Read one row: a cell that cannot be read is a fact that is not known."""
        case = fields.code("case", needed=True)
        person = fields.known("person", codes.people)
        act = fields.choice("act", ACT_WORDS)
        if fields.faults:
            whose = frozenset([person]) - {""}
            return Broken(fields.faults[0], people=whose, any_person=not whose)
        row = Row(fields, case)
        days = row.days()
        finding = Finding(
            case,
            person,
            cast(Act, act),
            official=self.officials.get(person),
            **row.conclusion(days["act_on"]),
            **days,
            **row.history(),
            **row.circumstances(),
        )
        return Brought(finding, row.opened(finding.act_on), fields.place("case"))


@attrs.frozen
class Row:
    """Hands out the facts of one row, each None where it is not known."""

    fields: Fields
    case: str

    def conclusion(self, acted: dt.date | None) -> dict[str, Any]:
        """Return the state, the day and the kind of the conclusion."""
        before = len(self.fields.faults)
        state = self.fields.choice("state", STATE_WORDS) or None
        on = self._not_before("concluded", acted)
        if len(self.fields.faults) == before:
            if state == "concluded" and on is None:
                self.fields.note("DV-D200", "concluded", seen=self.case)
            if state == "verifying" and on is not None:
                self.fields.note("DV-D201", "concluded", seen=self.case)
                state = None
        return {
            "state": cast(State | None, state),
            "concluded_on": on,
            "concluded_by": cast(Concluder | None, self._maybe("by", CONCLUDER_WORDS)),
        }

    def days(self) -> dict[str, Any]:
        """Return the days of the act, of its discovery, of a complaint's settlement."""
        acted = self._day("acted")
        no_end = self._says("ended", NO_END)
        ended = None if no_end else self._not_before("ended", acted)
        return {
            "act_on": acted,
            "ended_on": ended,
            "end_known": False if no_end else True if ended else None,
            "found_on": self._not_before("found", acted),
            "due_on": self._day("due"),
            "settled": self._happened("settled"),
        }

    def history(self) -> dict[str, Any]:
        """Return the post, the reminder, and what was decided before."""
        first, same = self._answer("first"), self._answer("same")
        number, effective = self._words("earlier"), self._day("effective")
        if number and effective is None:
            self.fields.note("DV-D204", "effective", seen=self.case)
        if first and effective and same:
            self.fields.note("DV-D202", "first", seen=self.case)
            first = None
        return {
            "manages": self._answer("post"),
            "reminded": self._happened("reminded"),
            "first": first,
            "earlier": Earlier(effective, same, number) if effective else None,
        }

    def circumstances(self) -> dict[str, Any]:
        """Return later acts, the situation of deferral, and the facts named."""
        return {
            "later_acts": self._days("later"),
            "situations": self._situations(),
            **{group: self._answers(group) for group in GROUPS},
        }

    def opened(self, acted: dt.date | None) -> dt.date | None:
        """Return the day the examination was opened."""
        return self._not_before("opened", acted)

    def _situations(self) -> tuple[Situation, ...] | None:
        if self._says("situation", str(grammar.NONE_OF_THEM)):
            return ()
        before = len(self.fields.faults)
        kind = self._maybe("situation", SITUATION_WORDS)
        since = self._day("since")
        until = self._not_before("until", since)
        lifted = self._answer("lifted")
        if kind is None or len(self.fields.faults) > before:
            return None
        if since is None:
            self.fields.note("DV-D203", "situation", seen=self.case)
            return None
        return (Situation(cast(SituationKind, kind), since, until, lifted),)

    def _answers(self, group: Group) -> Answers:
        labels = CIRCUMSTANCES[group]
        if group not in self.fields.row:
            return answers(group, known=False)
        found = grammar.members(self.fields.row[group], labels)
        if isinstance(found, Fault):
            self.fields.faults.append(found)
        if isinstance(found, Fault | NoValue):
            return answers(group, known=False)
        return answers(group, *found)

    def _days(self, column: str) -> tuple[dt.date, ...] | None:
        if column not in self.fields.row:
            return None
        found = grammar.days(self.fields.row[column])
        if isinstance(found, Fault):
            self.fields.faults.append(found)
        return None if isinstance(found, Fault | NoValue) else tuple(sorted(found))

    def _happened(self, column: str) -> Happened:
        if self._says(column, NOT_YET):
            return Happened(known=False)
        on = self._day(column)
        return Happened.day(on) if on else Happened()

    def _not_before(self, column: str, first: dt.date | None) -> dt.date | None:
        """Return a day; one before what it follows is noted and is not known."""
        on = self._day(column)
        if on is None or first is None or on >= first:
            return on
        told = {"seen": f"{on:%d/%m/%Y}", "allowed": f"{first:%d/%m/%Y}"}
        self.fields.note("DV-S208", column, **told)
        return None

    def _says(self, column: str, word: str) -> bool:
        if column not in self.fields.row:
            return False
        seen = grammar.text(self.fields.row[column])
        return isinstance(seen, str) and folded(seen) == folded(word)

    def _day(self, column: str) -> dt.date | None:
        return self.fields.day(column) if column in self.fields.row else None

    def _answer(self, column: str) -> bool | None:
        return self.fields.answer(column) if column in self.fields.row else None

    def _words(self, column: str) -> str:
        return self.fields.code(column) if column in self.fields.row else ""

    def _maybe(self, column: str, options: Mapping[str, Text]) -> str | None:
        if column not in self.fields.row:
            return None
        return self.fields.maybe(column, options) or None
