"""What is known of somebody's work, titles and initiatives? None is not known."""

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final, Literal

import attrs

from ..decisions.facts import Conclusion, Discipline, Person, Record
from ..decisions.levels import Level
from ..decisions.notices import current
from ..decisions.worked import Work
from ..subjects import Subject
from ..terms import Text
from .awards import AwardId

Scope = Literal["unit", "ministry", "nation"]
SCOPES: Final[Mapping[Scope, Text]] = {
    "unit": Text("cơ sở", "the unit"),
    "ministry": Text("bộ, tỉnh", "ministry or province"),
    "nation": Text("toàn quốc", "the nation"),
}
"""How far an initiative was recognised to serve, narrowest first."""

PendingKind = Literal["discipline", "investigation", "inspection", "complaint"]
PENDING: Final[Mapping[PendingKind, Text]] = {
    "discipline": Text("xem xét kỷ luật", "discipline under consideration"),
    "investigation": Text("điều tra", "investigation"),
    "inspection": Text("thanh tra, kiểm tra", "inspection with signs of violation"),
    "complaint": Text("đơn thư, báo nêu", "complaint or press report being verified"),
}
Levels = Mapping[int, tuple[Level, ...]]
"""By year: one level is settled, several are open, none says «not classified»."""


@attrs.frozen
class Held:
    """An award that was decided: a record, never an output.

    *thematic* says of a certificate that it was sudden or for one theme.
    """

    id: AwardId
    year: int
    number: str
    decided_on: dt.date
    thematic: bool | None = None


@attrs.frozen
class Initiative:
    """An initiative that was recognised; it serves once.

    *used_for* says what it has served for; empty while it has not.
    """

    id: str
    recognised_on: dt.date
    scope: Scope
    used_for: str = ""


@attrs.frozen
class Movement:
    """How somebody took part in emulation."""

    active: bool | None = None
    self_reliance: bool | None = None
    solidarity: bool | None = None


@attrs.frozen
class Disciplined:
    """A discipline decision that was taken, and the last day of its effect."""

    decision: Discipline
    ends_on: dt.date | None = None
    severe: bool | None = None
    """Whether it was a warning (cảnh cáo) or more."""


@attrs.frozen
class Pending:
    """Something still being looked into: what it is, and the number of the case."""

    kind: PendingKind
    case: str = ""


@attrs.frozen
class Career:
    """Somebody before the clauses on titles, with this year and earlier ones.

    *awards*, *initiatives*, *disciplines* and *pending* are None without a register.
    *contract_months* is how long a contract worker's contract runs, unless it is
    *contract_open* and has no end, *training_good* whether training of a year or more ended with the result that is asked.
    """

    subject: Subject
    year: int
    levels: Levels = attrs.field(factory=dict)
    awards: tuple[Held, ...] | None = None
    initiatives: tuple[Initiative, ...] | None = None
    registered: bool | None = None
    movement: Movement = Movement()
    work: Work | None = None
    contract_months: Fraction | None = None
    contract_open: bool = False
    training_good: bool | None = None
    disciplines: tuple[Disciplined, ...] | None = None
    pending: tuple[Pending, ...] | None = None
    woman: bool | None = None


@attrs.frozen
class TitleFacts:
    """What the tables of ``de-xuat/`` say of one person, beside their year.

    *discipline_ends* and *severe* are about the disciplines of the register.
    """

    registered: bool | None = None
    movement: Movement = Movement()
    woman: bool | None = None
    pending: tuple[Pending, ...] | None = None
    contract_months: Fraction | None = None
    contract_open: bool = False
    training_good: bool | None = None
    discipline_ends: dt.date | None = None
    severe: bool | None = None
    awards: tuple[Held, ...] | None = None
    initiatives: tuple[Initiative, ...] | None = None


def career_of(
    person: Person, year: int, levels: tuple[Level, ...], told: TitleFacts
) -> Career:
    """Return somebody's career out of their year and what the tables say.

    Args:
        person: the facts of the year, with the levels decided in earlier ones.
        year: the year that is considered.
        levels: those the year's classification leaves possible, the decided one
            before all; none where it was not classified.
        told: what the tables of titles say.
    """
    disciplines = None
    if person.disciplines is not None:
        ends, severe = told.discipline_ends, told.severe
        disciplines = tuple(
            Disciplined(one, ends, severe) for one in person.disciplines
        )
    return Career(
        person.subject,
        year,
        earlier(person.records, year) | {year: levels},
        told.awards,
        told.initiatives,
        told.registered,
        told.movement,
        person.work,
        told.contract_months,
        told.contract_open,
        told.training_good,
        disciplines,
        with_verifying(told.pending, person.conclusions),
        told.woman,
    )


def earlier(records: tuple[Record, ...], before: int) -> dict[int, tuple[Level, ...]]:
    """Return the levels that were decided for years *before* that one."""
    years = sorted({one.year for one in records if one.year < before})
    found = {year: current(records, year) for year in years}
    return {year: (one.level,) for year, one in found.items() if one is not None}


def with_verifying(
    pending: tuple[Pending, ...] | None, conclusions: Iterable[Conclusion] | None
) -> tuple[Pending, ...] | None:
    """Return what is pending, with what the register of conclusions is verifying.

    While nobody has answered, only what is known to be pending stands; with nothing
    known at all it stays unknown.
    """
    known = tuple(
        Pending("complaint", one.case)
        for one in conclusions or ()
        if one.state == "verifying"
    )
    if pending is None:
        return known or None
    return tuple(dict.fromkeys((*pending, *known)))


FACTS: Final[Mapping[str, Text]] = {
    "levels": Text("Mức xếp loại của năm", "Level of the year"),
    "awards": Text("Danh hiệu đã có", "Awards held"),
    "awards.thematic": Text(
        "Khen thưởng đột xuất, chuyên đề", "Whether the award was sudden or thematic"
    ),
    "initiatives": Text("Sổ sáng kiến", "Register of initiatives"),
    "registered": Text("Đã đăng ký thi đua", "Registered for emulation"),
    "movement.active": Text("Tích cực thi đua", "Active in emulation"),
    "movement.self_reliance": Text("Tự lực", "Self-reliant"),
    "movement.solidarity": Text("Đoàn kết", "In solidarity"),
    "work": Text("Thời gian làm việc", "Time worked"),
    "contract_months": Text("Thời hạn hợp đồng (tháng)", "Length of contract (months)"),
    "training_good": Text(
        "Kết quả đào tạo từ khá", "Training with a result of khá or better"
    ),
    "disciplines": Text("Sổ kỷ luật", "Register of discipline"),
    "disciplines.ends_on": Text("Hết hiệu lực kỷ luật", "Last day of the discipline"),
    "pending": Text("Đang bị xem xét", "Whether anything is pending"),
    "woman": Text("Nữ", "Woman"),
    "standard": Text("Văn bản sửa đổi", "The amending text"),
    "movement.steady": Text("Phong trào thi đua", "Emulation in the collective"),
    "movement.lawful": Text("Chấp hành pháp luật", "Law observed"),
    "movement.exemplary": Text("Gương mẫu chấp hành", "Exemplary"),
    "members": Text("Thành viên của tập thể", "Members of the collective"),
    "members.ldtt": Text("Lao động tiên tiến của thành viên", "Members' own titles"),
    "members.levels": Text("Mức của thành viên", "Levels of the members"),
    "members.severe": Text("Kỷ luật từ cảnh cáo", "Disciplined with a warning or more"),
    "leads": Text("Dẫn đầu khối thi đua", "Leads its emulation block"),
    "outstanding": Text(
        "Tiêu biểu nhất trong số dẫn đầu", "Most outstanding of those that lead"
    ),
}
"""What each fact is called where it is asked for; a missing one is named by it."""
