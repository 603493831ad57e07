"""What is known of somebody's salary step? None stands for what is not known."""

import datetime as dt
from collections.abc import Mapping
from typing import Final, Literal

import attrs

from ..decisions.facts import Record
from ..periods import Period
from ..subjects import Subject
from ..terms import Text

Grade = Literal["college", "intermediate", "expert"]
GRADES: Final[Mapping[Grade, Text]] = {
    "college": Text("cao đẳng trở lên", "college or above"),
    "intermediate": Text("trung cấp trở xuống", "intermediate or below"),
    "expert": Text("chuyên gia cao cấp", "senior expert"),
}

Form = Literal["reprimand", "warning", "removal", "dismissal"]
FORMS: Final[Mapping[Form, Text]] = {
    "reprimand": Text("khiển trách", "reprimand"),
    "warning": Text("cảnh cáo", "warning"),
    "removal": Text("cách chức", "removal from post"),
    "dismissal": Text("buộc thôi việc hoặc khai trừ", "dismissal or expulsion"),
}
"""Forms of decisions that were taken: input facts, never anything proposed."""

Side = Literal["party", "administrative"]
AbsenceKind = Literal[
    "paid",
    "maternity",
    "study",
    "military",
    "sick",
    "unpaid",
    "overdue",
    "suspended",
    "probation",
    "desertion",
    "sentence",
    "pension",
    "other",
]
ABSENCES: Final[Mapping[AbsenceKind, Text]] = {
    "paid": Text("nghỉ hưởng nguyên lương", "paid leave"),
    "maternity": Text("thai sản", "maternity"),
    "study": Text("đi học được cử", "assigned study"),
    "military": Text("nghĩa vụ quân sự", "military service"),
    "sick": Text("ốm đau", "sickness"),
    "unpaid": Text("không lương", "unpaid leave"),
    "overdue": Text("đi học, công tác quá hạn", "study or mission beyond its term"),
    "suspended": Text("đình chỉ, tạm giữ, tạm giam", "suspension or custody"),
    "probation": Text("tập sự", "probation"),
    "desertion": Text("đào ngũ", "desertion"),
    "sentence": Text("thử thách án treo", "suspended sentence"),
    "pension": Text("nghỉ chờ đủ tuổi hưu", "leave until pension age"),
    "other": Text("không làm việc khác", "other time not worked"),
}
COUNTED: Final[frozenset[AbsenceKind]] = frozenset(
    {"paid", "maternity", "study", "military"}
)
SICK: Final[AbsenceKind] = "sick"
EMPLOYEE, WORKER = "vien-chuc", "nguoi-lao-dong"


@attrs.frozen
class Penalty:
    """A discipline decision that took effect, with its form: an input, never an output.

    *act* is the id that party and administrative decisions on one act share.
    """

    act: str
    side: Side
    form: Form | None
    effective_on: dt.date


@attrs.frozen
class Absence:
    """A stretch of a step that may not count."""

    kind: AbsenceKind
    days: Period


@attrs.frozen
class Cause:
    """Why a year was KHTNV: the *act* that was disciplined; empty for another reason."""

    year: int
    act: str = ""


@attrs.frozen
class Achievement:
    """An excellent achievement the authority recognised in writing."""

    kind: str
    number: str
    recognised_on: dt.date


@attrs.frozen
class Pay:
    """Somebody's salary step, and what has happened since it began ("bậc lương").

    *records* are levels that were decided, *fulfilled* further years decided at HTNV or
    above, *unrated* those in which nobody was to rate them. *absences*, *penalties* and *achievements* are None without a register.
    *early_before* says whether the last step was an early one.
    """

    subject: Subject
    grade: Grade | None = None
    began: dt.date | None = None
    last_step: bool | None = None
    absences: tuple[Absence, ...] | None = None
    records: tuple[Record, ...] = ()
    fulfilled: frozenset[int] = frozenset()
    unrated: frozenset[int] = frozenset()
    causes: tuple[Cause, ...] = ()
    penalties: tuple[Penalty, ...] | None = None
    achievements: tuple[Achievement, ...] | None = None
    early_before: bool | None = None

    @property
    def employee(self) -> bool | None:
        """Whether they are a viên chức; None when nobody said."""
        if EMPLOYEE in self.subject.traits:
            return True
        return False if WORKER in self.subject.traits else None

    @property
    def settled_years(self) -> frozenset[int]:
        """The years that cannot be KHTNV, unless a record says so."""
        return self.fulfilled | self.unrated

    def cause(self, year: int) -> str | None:
        """Return the act a year was KHTNV for, "" for another reason, None unknown."""
        found = {one.act for one in self.causes if one.year == year}
        return found.pop() if len(found) == 1 else None


FACTS: Final[Mapping[str, Text]] = {
    "employee": Text("Diện (viên chức hay người lao động)", "Kind of contract"),
    "grade": Text("Nhóm ngạch", "Kind of grade"),
    "began": Text("Ngày hưởng bậc", "Step held since"),
    "last_step": Text("Bậc cuối", "Last step"),
    "absences": Text("Sổ thời gian không tính", "Register of time not counted"),
    "records": Text("Mức xếp loại của các năm giữ bậc", "Levels of the years held"),
    "causes": Text("Hành vi làm năm không hoàn thành", "Act a year was KHTNV for"),
    "penalties": Text("Sổ kỷ luật đã qua", "Register of past discipline"),
    "penalties.form": Text("Hình thức kỷ luật", "Form of discipline"),
    "achievements": Text("Sổ thành tích bằng văn bản", "Register of achievements"),
    "early_before": Text("Nâng trước hạn lần trước", "Early step last time"),
    "reading.sick_over": Text(
        "Cách hiểu «sick_over» (ốm đau trên 6 tháng)",
        "Reading “sick_over” (sickness of more than 6 months)",
    ),
}
"""What each fact is called where it is asked for; a missing one is named by it."""
