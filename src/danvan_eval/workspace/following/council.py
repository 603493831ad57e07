"""What does the folder say of the council, of its ballots, and of other opinions?

``de-xuat/hoi-dong``, ``phieu-bau`` and ``y-kien-khac``. A cell that is empty, or
cannot be read, is not known; a member nobody can read leaves the whole council open.
"""

from collections.abc import Iterable, Mapping
from typing import Final, Generic, TypeVar, cast

import attrs

from ...consequences.awards import AWARDS
from ...consequences.ballots import COUNTS, Ballots
from ...consequences.members import (
    COUNCIL_ROLES,
    WHYS,
    Council,
    CouncilRole,
    Member,
    Recusal,
    Why,
)
from ...consequences.overrides import Opinion
from ...consequences.track_facts import TRACKS
from ...errors import Fault, Place, fault
from ...suggestions import clipped
from ...tables.reading import Column
from ...terms import Text
from ..entries import entries, read_rows
from ..fields import NOBODY, Codes, Fields, nearest
from ..folding import Broken, contradiction, one_each
from ..yearly.columns import NONE
from ..yearly.register import Reading, Register

T = TypeVar("T")

FOLDER: Final = "de-xuat"
MEMBERS: Final = f"{FOLDER}/hoi-dong"
BALLOTS: Final = f"{FOLDER}/phieu-bau"
OPINIONS: Final = f"{FOLDER}/y-kien-khac"

COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    MEMBERS: (
        Column("member", ("Mã thành viên", "Mã nhân sự", "Mã nhân viên")),
        Column("role", ("Vai trò",)),
        Column("present", ("Có mặt",)),
        Column("recused", ("Không biểu quyết vì",)),
    ),
    BALLOTS: (
        Column("code", ("Mã", "Mã nhân sự", "Mã đơn vị")),
        Column("award", ("Danh hiệu",)),
        *(Column(name, (label.vi,)) for name, label in COUNTS.items()),
    ),
    OPINIONS: (
        Column("code", ("Mã", "Mã nhân sự", "Mã đơn vị")),
        Column("about", ("Nội dung",)),
        Column("before", ("Kết quả trước",)),
        Column("after", ("Kết quả sau",)),
        Column("reason", ("Lý do",)),
        Column("by", ("Vai",)),
        Column("on", ("Ngày",)),
    ),
}
"""The tables of a council with their columns, the first of which makes a row one."""
_TORN: Final = "DV-S210"
_WHYS: Final[dict[str, Text]] = {str(id_): text for id_, text in WHYS.items()}
_ROLES: Final[dict[str, Text]] = {str(id_): text for id_, text in COUNCIL_ROLES.items()}
AWARD_WORDS: Final[dict[str, Text]] = {
    **{str(id_): award.label for id_, award in AWARDS.items()},
    **{str(id_): label for id_, label in TRACKS.items()},
}
"""How an award may be written on the list of ballots: titles, and tracks of a plan."""


@attrs.frozen
class Filed(Generic[T]):
    """What one row says, under the id that may stand once only."""

    id: str
    entry: T
    place: Place = attrs.field(eq=False)


@attrs.frozen
class CouncilRead:
    """What the folder says of a council.

    *council* is None without a list, or while nobody can say who is on it.
    """

    council: Council | None
    ballots: tuple[Ballots, ...] = ()
    opinions: tuple[Opinion, ...] = ()


def read_council(
    reading: Reading, awards: Mapping[str, Text] = AWARD_WORDS
) -> CouncilRead:
    """Read the council's three tables; what is wrong gathers in the reading's faults.

    Args:
        reading: the folder beside its lists of departments and of staff.
        awards: what can be voted on, by id.
    """
    members = _members(reading)
    ballots = reading.register(
        BALLOTS,
        COLUMNS[BALLOTS],
        lambda fields, codes: _ballots(fields, codes, awards),
        _named,
    )
    opinions = reading.register(OPINIONS, COLUMNS[OPINIONS], _opinion, _named)
    return CouncilRead(
        _council(members),
        tuple(_entries(ballots, Ballots)),
        tuple(_entries(opinions, Opinion)),
    )


def _members(reading: Reading) -> Register:
    """Read the list of members: a row that names a role is one, even without a code."""
    columns, faults = COLUMNS[MEMBERS], reading.files.faults
    entry = entries("member", reading.codes, {"role": _ROLES})
    table = reading.files.table(MEMBERS, columns, key="member", entry=entry)
    if table is None:
        return Register((), (), there=False)
    found = read_rows(table, reading.codes, _member, faults, entry)
    broken = [one for one in found if isinstance(one, Broken)]
    rows = [one for one in found if isinstance(one, Filed)]
    single, torn, notes = one_each(rows, lambda one: one.id)
    reading.notes.extend(notes)
    for members in torn:
        faults.extend(contradiction(members))
        broken += [_named(one) for one in members]
    return Register(tuple(single), tuple(broken), there=True)


def _entries(register: Register, kind: type[T]) -> Iterable[T]:
    for one in register.entries:
        entry = one.entry if isinstance(one, Filed) else None
        if isinstance(entry, kind):
            yield entry


def _council(register: Register) -> Council | None:
    """Return the members; None without a list, or while one of them is not known.

    Of a member whose rows contradict each other only that they are one is known.
    """
    found = list(_entries(register, Member))
    for one in register.broken:
        if one.fault.code != _TORN:
            return None
        found += [Member(code) for code in one.people]
    if not register.there:
        return None
    places = [one.place for one in register.entries]
    once = {one.code: one for one in found}
    return Council(
        tuple(once[code] for code in sorted(once)),
        Place(places[0].file if places else f"{MEMBERS}.csv"),
    )


def _named(row: "Filed[Member] | Filed[Ballots] | Filed[Opinion]") -> Broken:
    """Return whom rows are about that contradict each other."""
    entry = row.entry
    whose = entry.code if isinstance(entry, Member) else row.id
    wrong = fault(_TORN, row.place, seen=row.id, places="")
    return Broken(wrong, people=frozenset([whose]))


def _member(fields: Fields, codes: Codes) -> "Filed[Member] | Broken":
    code = fields.code("member", needed=True)
    if not code:
        return Broken(fields.faults[0], any_person=True)
    if code not in codes.people:
        near = nearest(code, codes.people)
        if near != NOBODY:
            fields.note("DV-D420", "member", seen=clipped(code), near=near)
    role = fields.maybe("role", _ROLES) or "member"
    member = Member(
        code,
        cast(CouncilRole, role),
        fields.answer("present"),
        _recusals(fields, codes),
    )
    return Filed(code, member, fields.place("member"))


def _recusals(fields: Fields, codes: Codes) -> tuple[Recusal, ...] | None:
    """Return on whom a member does not vote; None where nothing is declared.

    «không» declares that there is nobody; «người thân: NV0001; NV0002» whom, and why.
    Who may not vote stays so where one of several codes cannot be read.
    """
    written = fields.code("recused")
    if not written:
        return None
    if written.casefold() == NONE:
        return ()
    head, sign, tail = written.rpartition(":")
    word = head.strip().casefold()
    why = next((id_ for id_, text in _WHYS.items() if text.vi == word), "")
    named = [one.strip() for one in tail.split(";") if one.strip()]
    if (sign and not why) or not named:
        allowed = ", ".join(text.vi for text in _WHYS.values())
        fields.note("DV-D421", "recused", seen=clipped(written), allowed=allowed)
        return None
    known = codes.people | codes.units
    before = len(fields.faults)
    for one in named:
        if one not in known:
            near = nearest(one, known)
            fields.note("DV-S103", "recused", seen=clipped(one), near=near)
    if len(fields.faults) > before and not known & set(named):
        return None
    reason = cast(Why, why or "other")
    return tuple(Recusal(one, reason) for one in named if one in known)


def _ballots(
    fields: Fields, codes: Codes, awards: Mapping[str, Text]
) -> "Filed[Ballots] | Broken":
    """Read the counts on one candidate; an unreadable one is not known."""
    code = fields.known("code", codes.people | codes.units)
    award = fields.choice("award", awards)
    if not code or not award:
        return _about(fields.faults[0], code, codes)
    place = fields.place("code")
    counts = {name: fields.count(name) for name in COUNTS}
    return Filed(f"{code} {award}", Ballots(code, award, **counts, place=place), place)


def _opinion(fields: Fields, codes: Codes) -> "Filed[Opinion] | Broken":
    """Read another opinion; what it lacks is for who takes it down to say."""
    known = codes.people | codes.units
    named = fields.several("code", known, needed=True)
    before = len(fields.faults)
    about = fields.code("about", needed=True)
    on = fields.day("on")
    was, now = fields.written("before"), fields.written("after")
    reason, by = fields.code("reason"), fields.code("by")
    if before or len(fields.faults) > before:
        return _about(fields.faults[0], named[0] if named else "", codes)
    place = fields.place("code")
    opinion = Opinion(named, about, was, now, reason, by, on, place)
    return Filed(f"{'; '.join(named)} {about} {on}", opinion, place)


def _about(wrong: Fault, code: str, codes: Codes) -> Broken:
    whose = frozenset([code]) - {""}
    return Broken(
        wrong,
        whose & codes.units,
        whose & codes.people,
        any_unit=not code,
        any_person=not code,
    )
