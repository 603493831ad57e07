"""What is known of what the hospital owes its citizens and its staff?

Case numbers and days only. A day is there, «not yet», or not known (None); a list
that is not there says nothing, an empty one says «none».
"""

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, Generic, Literal, TypeVar

import attrs

from ..periods import Period
from ..terms import Text

T = TypeVar("T")


class NotYet(Enum):
    """That a thing has not been done ("chưa")."""

    NOT_YET = "not_yet"


NOT_YET: Final = NotYet.NOT_YET
Done = dt.date | NotYet | None
"""The day a thing was done, that it was not, or that nobody knows."""

CaseKind = Literal["complaint", "denunciation", "proposal", "feedback"]
Complexity = Literal["plain", "complex", "especially"]
COMPLEXITIES: Final[Mapping[str, Text]] = {
    "plain": Text("thường", "plain"),
    "complex": Text("phức tạp", "complex"),
    "especially": Text("đặc biệt phức tạp", "especially complex"),
}
Form = Literal["site", "board", "letter", "other"]
FORMS: Final[Mapping[str, Text]] = {
    "site": Text("trang nội bộ", "internal site"),
    "board": Text("niêm yết", "notice board"),
    "letter": Text("văn bản đến toàn thể", "letter to everybody"),
    "other": Text("hình thức khác", "another form"),
}


@attrs.frozen
class Listed(Generic[T]):
    """The entries of one list; *there* says whether there is such a list at all.

    *unclear* are the keys that entries which cannot be read may be about; the empty
    key may be any.
    """

    rows: tuple[T, ...] = ()
    there: bool = False
    unclear: frozenset[str] = frozenset()

    def clear(self, key: str) -> bool:
        """Say whether all that may be about *key* is known."""
        return self.there and not self.unclear & {"", key}

    @property
    def whole(self) -> bool:
        """Whether every entry is known."""
        return self.there and not self.unclear


@attrs.frozen
class Case:
    """A complaint, denunciation, proposal or feedback by its number and its days.

    *noticed* is the day of the written notice on its handling, *refused* whether it
    was not accepted, *round* the first settlement or the second, *extensions* how
    often the limit was extended by a decision. The last four days are of a
    denunciation's conclusion.
    """

    id: str
    kind: CaseKind
    received: dt.date
    settled: Done = None
    passed_on: Done = NOT_YET
    noticed: Done = None
    accepted: Done = None
    refused: bool | None = None
    round: Literal[1, 2] | None = None
    complexity: Complexity | None = None
    remote: bool | None = None
    extensions: int | None = None
    concluded: Done = None
    sent: Done = None
    published: Done = None
    removed: Done = None


@attrs.frozen
class Reception:
    """A day on which the head received citizens in person."""

    day: dt.date


@attrs.frozen
class Posting:
    """A document that had to be public: decided, posted, taken down.

    *group* is 1 to 12 of Điều 46, None where nobody says; *removed* is the first day
    it was no longer up. *other_law* names a text with a limit of its own. One with
    *nothing* says that in its group nothing arose.
    """

    document: str
    group: int | None = None
    decided: Done = None
    posted: Done = None
    removed: Done = None
    form: Form | None = None
    other_law: str = ""
    nothing: bool = False


@attrs.frozen
class Conference:
    """A conference of the staff about the work year *year*.

    *regular* is the yearly one; *delegates* says whether delegates were summoned
    instead of everybody.
    """

    year: int
    regular: bool
    day: Done = None
    delegates: bool | None = None
    summoned: int | None = None
    present: int | None = None
    agreed: int | None = None


@attrs.frozen
class HalfYear:
    """The check of half a year (1 or 2), and when the staff were told its result."""

    year: int
    half: Literal[1, 2]
    checked: Done = None
    told: Done = None


@attrs.frozen
class Consultation:
    """A document the staff were asked about; *clause* is 1 to 11 of Điều 53."""

    document: str
    asked: Done = None
    issued: Done = None
    clause: int | None = None


@attrs.frozen
class Inspectorate:
    """A people's inspectorate as it was elected: numbers and days, no names.

    *barred* says whether the head, a deputy of the head or the chief accountant is a
    member; *proposed* whether the union proposed the members.
    """

    elected: dt.date
    members: int | None = None
    deputies: int | None = None
    barred: bool | None = None
    proposed: bool | None = None
    dispersed: bool | None = None
    recognised: Done = None


@attrs.frozen
class DutyFacts:
    """All that is known of a period. *headcount* is how many people work there.

    *rules* are internal rules that were issued, by number, of which proof of a
    consultation is asked: the scoring regulation first of all. *readings* answers
    what the texts leave open.
    """

    period: Period
    cases: Listed[Case] = Listed()
    receptions: Listed[Reception] = Listed()
    postings: Listed[Posting] = Listed()
    conferences: Listed[Conference] = Listed()
    checks: Listed[HalfYear] = Listed()
    consultations: Listed[Consultation] = Listed()
    inspectorates: Listed[Inspectorate] = Listed()
    headcount: int | None = None
    rules: Mapping[str, dt.date] = MappingProxyType({})
    readings: Mapping[str, str] = MappingProxyType({})


FACTS: Final[Mapping[str, Text]] = {
    "case.noticed": Text("Ngày thông báo xử lý", "Day of the notice on handling"),
    "case.passed_on": Text("Ngày chuyển đi", "Day it was passed on"),
    "case.accepted": Text("Ngày thụ lý", "Day of acceptance"),
    "case.refused": Text("Không thụ lý", "Not accepted"),
    "case.settled": Text("Ngày giải quyết", "Day of settlement"),
    "case.round": Text("Lần giải quyết", "First or second settlement"),
    "case.complexity": Text("Mức phức tạp", "Complexity"),
    "case.remote": Text("Vùng sâu, vùng xa", "Remote area"),
    "case.extensions": Text("Số lần gia hạn", "Number of extensions"),
    "case.concluded": Text("Ngày kết luận", "Day of the conclusion"),
    "case.sent": Text("Ngày gửi kết luận", "Day the conclusion was sent"),
    "case.published": Text("Ngày công khai kết luận", "Day it was made public"),
    "case.removed": Text("Ngày gỡ kết luận", "Day it was taken down"),
    "receptions": Text("Sổ tiếp công dân của người đứng đầu", "Receptions by the head"),
    "postings": Text("Nội dung công khai", "What was made public"),
    "posting.decided": Text("Ngày quyết định", "Day of the decision"),
    "posting.posted": Text("Ngày đăng", "Day of posting"),
    "posting.removed": Text("Ngày gỡ", "Day of taking down"),
    "conferences": Text("Hội nghị", "Conferences"),
    "conference.day": Text("Ngày hội nghị", "Day of the conference"),
    "conference.summoned": Text("Số triệu tập", "Number summoned"),
    "conference.present": Text("Số có mặt", "Number present"),
    "conference.agreed": Text("Số đồng ý", "Number in favour"),
    "conference.dispersed": Text(
        "Làm việc phân tán, không thể bỏ vị trí", "Dispersed, or posts cannot be left"
    ),
    "headcount": Text("Tổng số người", "Number of people"),
    "checks": Text("Kiểm tra nghị quyết 6 tháng", "Six-monthly checks"),
    "check.checked": Text("Ngày kiểm tra", "Day of the check"),
    "check.told": Text("Ngày thông báo kết quả", "Day the result was told"),
    "consultations": Text("Lấy ý kiến", "Consultations"),
    "consultation.asked": Text("Ngày lấy ý kiến", "Day of the consultation"),
    "consultation.issued": Text("Ngày ban hành", "Day of issue"),
    "inspectorates": Text("Ban Thanh tra nhân dân", "People's inspectorate"),
    "inspectorate.members": Text("Số thành viên", "Number of members"),
    "inspectorate.deputies": Text("Số phó trưởng ban", "Number of deputies"),
    "inspectorate.barred": Text(
        "Có lãnh đạo hoặc kế toán trưởng", "Head, deputy or chief accountant in it"
    ),
    "inspectorate.proposed": Text("Công đoàn đề nghị", "Proposed by the union"),
    "inspectorate.dispersed": Text(
        "Đặc thù hoặc phân tán", "Special or dispersed unit"
    ),
    "inspectorate.recognised": Text("Ngày công nhận", "Day of recognition"),
}
"""What each fact is called where it is asked for."""
