"""What is known about who is classified? None stands for what is not known."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal

import attrs

from ..subjects import Subject
from ..terms import Text
from .levels import Level
from .worked import Work

Role = Literal["staff", "head", "deputy", "director", "deputy_director"]
ROLES: Final[Mapping[Role, Text]] = {
    "staff": Text("không giữ chức vụ", "no management post"),
    "head": Text("trưởng khoa/phòng", "head of department"),
    "deputy": Text("phó khoa/phòng", "deputy head of department"),
    "director": Text("giám đốc", "head of the hospital"),
    "deputy_director": Text("phó giám đốc", "deputy head of the hospital"),
}
MANAGERS: Final = frozenset(ROLES) - {"staff"}
HEADS: Final = frozenset({"head", "director"})

Standing = Literal["well", "meets", "fails"]
STANDINGS: Final[Mapping[Standing, Text]] = {
    "well": Text("tốt", "well"),
    "meets": Text("đạt", "meets"),
    "fails": Text("chưa đạt", "fails"),
}


@attrs.frozen
class Tasks:
    """How many tasks there were, and how they were done ("nhiệm vụ, chỉ tiêu").

    *good* are those in time with quality and effect, *high* those with high
    effect, *exceeded* those beyond what was asked, *late* those not in time.
    """

    assigned: int | None = None
    completed: int | None = None
    good: int | None = None
    high: int | None = None
    exceeded: int | None = None
    late: int | None = None


@attrs.frozen
class Results:
    """How many result criteria there were; *lacking* in quality, progress or effect."""

    total: int | None = None
    completed: int | None = None
    lacking: int | None = None
    high: int | None = None


@attrs.frozen
class Conduct:
    """The common criteria of NĐ 90, Điều 3: khoản 1 to 4, and 5.a for managers."""

    k1: Standing | None = None
    k2: Standing | None = None
    k3: Standing | None = None
    k4: Standing | None = None
    k5a: Standing | None = None


@attrs.frozen
class Span:
    """A number of points, as far as it is known: *low* and *high* meet when it is."""

    low: Fraction
    high: Fraction
    missing: tuple[str, ...] = ()

    @classmethod
    def of(cls, points: Fraction) -> "Span":
        """Return points that are known."""
        return cls(points, points)

    @property
    def known(self) -> bool:
        """Whether only one number is left."""
        return self.low == self.high

    def plus(self, other: "Span") -> "Span":
        """Return the sum."""
        missing = tuple(dict.fromkeys((*self.missing, *other.missing)))
        return Span(self.low + other.low, self.high + other.high, missing)


@attrs.frozen
class PeriodScore:
    """The score of one month or quarter; *of_old* when the old unit gave it."""

    period: str
    common: Fraction | None
    result: Fraction | None
    of_old: bool = False


@attrs.frozen
class Discipline:
    """A discipline decision that was taken: an input, never an output.

    *counted* is the year whose classification has already used the act: 0 for
    none, None when that is not known. *act* is the id both decisions share when
    party and administration dealt with one act.
    """

    act: str
    side: Literal["party", "administrative"]
    effective_on: dt.date
    duty_related: bool | None = None
    degradation: bool | None = None
    counted: int | None = None
    acted_on: dt.date | None = None
    at_old_organisation: bool | None = None


ConclusionKind = Literal[
    "degradation",
    "forbidden",
    "example",
    "corruption",
    "personnel",
    "shortcoming",
    "complaint",
]
CONCLUSIONS: Final[Mapping[ConclusionKind, Text]] = {
    "degradation": Text("suy thoái", "degradation"),
    "forbidden": Text("điều không được làm", "forbidden acts"),
    "example": Text("trách nhiệm nêu gương", "setting an example"),
    "corruption": Text("tham nhũng, lãng phí", "corruption, waste"),
    "personnel": Text("công tác cán bộ, mất đoàn kết", "personnel work, disunity"),
    "shortcoming": Text("hạn chế, khuyết điểm phải khắc phục", "shortcoming to remedy"),
    "complaint": Text("đơn thư, phản ánh tiêu cực", "complaint, negative report"),
}
State = Literal["concluded", "verifying", "unfounded"]
STATES: Final[Mapping[State, Text]] = {
    "concluded": Text("đã kết luận", "concluded"),
    "verifying": Text("đang xác minh", "being verified"),
    "unfounded": Text("không có", "unfounded"),
}


@attrs.frozen
class Conclusion:
    """What the authority concluded, or is still verifying; case number and day only.

    *remedied* answers, for a shortcoming, whether it is put right; for corruption
    in a unit, whether its manager found, reported and remedied it.
    """

    case: str
    kind: ConclusionKind
    state: State
    remedied: bool | None = None


@attrs.frozen
class Move:
    """Somebody who came from another organisation in the year.

    *months_there* says whether they were there for six months or more, *received*
    whether the old unit's opinion, or its scores, have come.
    """

    six_months_there: bool | None
    received: bool | None


@attrs.frozen
class Record:
    """A level that a person with the authority decided: an input, never an output."""

    code: str
    year: int
    level: Level
    number: str
    decided_on: dt.date
    by: str
    replaces: str = ""


@attrs.frozen
class DanVan:
    """The dân vận result beside a classification: a share of its maximum, or a span."""

    low: Fraction
    high: Fraction
    says: Text
    grade: str = ""


@attrs.frozen
class Person:
    """Somebody to be classified, with all that the regimes ask about them.

    *heads* is the unit whose level is the ceiling of a head's own; empty for who
    heads none, and for the head of a department the unit they work in.
    *managed* are the codes of the units in their direct charge: empty when it was
    declared that there is none, None when nobody said. *targets* are those of
    their unit or field. *disciplines* and *conclusions* are None without a register.
    """

    subject: Subject
    role: Role | None
    heads: str = ""
    work: Work | None = None
    tasks: Tasks = Tasks()
    results: Results = Results()
    conduct: Conduct = Conduct()
    targets: Tasks = Tasks()
    managed: tuple[str, ...] | None = None
    points: Span | None = None
    disciplines: tuple[Discipline, ...] | None = None
    conclusions: tuple[Conclusion, ...] | None = None
    move: Move | None = None
    group: str = ""
    protected: bool | None = None
    dan_van: DanVan | None = None
    records: tuple[Record, ...] = ()

    @property
    def ceiling(self) -> str:
        """The unit whose level nobody heading it may pass; empty for who heads none."""
        return (self.heads or self.subject.unit) if self.role in HEADS else ""

    @property
    def manages(self) -> bool | None:
        """Whether they hold a management post; None when nobody said."""
        return None if self.role is None else self.role in MANAGERS


@attrs.frozen
class Unit:
    """A department, or the hospital, to be classified.

    *parts* says of a unit that was reorganised in which stretches its figures
    came; *internal* is the level by the hospital's own rule, where the law has
    none. *force_majeure* says that it is claimed for what was not done.
    """

    subject: Subject
    tasks: Tasks = Tasks()
    points: Span | None = None
    conclusions: tuple[Conclusion, ...] | None = None
    force_majeure: bool | None = None
    new: bool = False
    parts: tuple[Text, ...] = ()
    internal: Level | None = None
    dan_van: DanVan | None = None
    records: tuple[Record, ...] = ()


FACTS: Final[Mapping[str, Text]] = {
    "role": Text("Chức vụ", "Post"),
    "work": Text("Thời gian làm việc trong năm", "Time worked in the year"),
    "tasks.assigned": Text("Số nhiệm vụ được giao", "Tasks assigned"),
    "tasks.completed": Text("Số nhiệm vụ hoàn thành", "Tasks completed"),
    "tasks.good": Text(
        "Số nhiệm vụ đúng tiến độ, bảo đảm chất lượng, hiệu quả",
        "Tasks in time, with quality and effect",
    ),
    "tasks.high": Text("Số nhiệm vụ hiệu quả cao", "Tasks of high effect"),
    "tasks.late": Text("Số nhiệm vụ chưa bảo đảm tiến độ", "Tasks not in time"),
    "tasks.exceeded": Text("Số nhiệm vụ vượt mức", "Tasks exceeded"),
    "results.total": Text("Số tiêu chí kết quả", "Result criteria"),
    "results.completed": Text("Số tiêu chí hoàn thành", "Result criteria completed"),
    "results.lacking": Text(
        "Số tiêu chí chưa bảo đảm", "Result criteria lacking in some respect"
    ),
    "results.high": Text("Số tiêu chí hiệu quả cao", "Result criteria of high effect"),
    "conduct.k1": Text("Chính trị tư tưởng", "Politics and ideology"),
    "conduct.k2": Text("Đạo đức, lối sống", "Ethics and way of life"),
    "conduct.k3": Text("Tác phong, lề lối làm việc", "Manner of work"),
    "conduct.k4": Text("Ý thức tổ chức kỷ luật", "Sense of discipline"),
    "conduct.k5a": Text(
        "Kết quả của đơn vị (quản lý)", "Result of the unit (managers)"
    ),
    "targets.assigned": Text(
        "Số chỉ tiêu của đơn vị, lĩnh vực", "Targets of unit or field"
    ),
    "targets.completed": Text("Số chỉ tiêu hoàn thành", "Targets completed"),
    "targets.good": Text(
        "Số chỉ tiêu đúng tiến độ, chất lượng", "Targets in time, with quality"
    ),
    "targets.exceeded": Text("Số chỉ tiêu vượt mức", "Targets exceeded"),
    "managed": Text("Đơn vị phụ trách", "Units in charge"),
    "managed.levels": Text("Mức của các đơn vị phụ trách", "Levels of units in charge"),
    "points": Text("Điểm theo dõi, đánh giá", "Score of the year"),
    "disciplines": Text("Sổ kỷ luật", "Register of discipline"),
    "disciplines.duty_related": Text("Liên quan nhiệm vụ", "Duty-related"),
    "disciplines.degradation": Text("Do suy thoái", "Because of degradation"),
    "disciplines.counted": Text("Năm đã tính", "Year already counted in"),
    "disciplines.at_old_organisation": Text(
        "Xảy ra ở tổ chức cũ", "At the old organisation"
    ),
    "conclusions": Text("Sổ kết luận", "Register of conclusions"),
    "conclusions.remedied": Text("Đã khắc phục", "Remedied"),
    "constituents": Text("Mức của các khoa, phòng", "Levels of the departments"),
    "force_majeure": Text("Bất khả kháng", "Force majeure"),
    "internal": Text("Mức nội bộ", "Internal level"),
    "quota": Text("Các trường hợp còn mở trong hạn mức", "Open cases of the quota"),
    "unit": Text("Mức của đơn vị", "Level of the unit"),
    "protected": Text("Thuộc diện được bảo vệ", "In a protected situation"),
    "previous": Text("Mức năm trước", "Level of the year before"),
    "dan_van": Text("Điểm dân vận", "Dân vận score"),
    "move": Text("Ý kiến của đơn vị cũ", "Opinion of the old unit"),
}
"""What each fact is called where it is asked for; a missing one is named by it."""


SCORE_OF: Final = "points."
READING: Final = "reading."


def fact_label(name: str) -> Text:
    """Return what a fact is called, the score of a period, or a choice to be made."""
    if name.startswith(SCORE_OF):
        period = name.removeprefix(SCORE_OF)
        return Text(f"Điểm kỳ {period}", f"Score of {period}")
    if name.startswith(READING):
        choice = name.removeprefix(READING)
        return Text(f"Cách hiểu «{choice}»", f"Reading “{choice}”")
    return FACTS[name]
