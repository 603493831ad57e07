"""What is known of an act that somebody with the authority has concluded on?

Facts only, each with its day: None stands for what is not known. No field holds who
complained, how grave the act was, or what should follow.
"""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

import attrs

from ..terms import Text

Act = Literal[
    "overbearing",
    "harassment",
    "rights",
    "profit",
    "insult",
    "false_confirmation",
    "conduct",
    "procedure",
    "internal_rules",
    "duty",
    "disunity",
    "corruption",
    "secrets",
    "late_complaint",
    "retaliation",
    "public_assets",
    "family",
    "other",
    "let_staff",
    "management",
]
ACTS: Final[Mapping[Act, Text]] = {
    "overbearing": Text("hách dịch, cửa quyền", "overbearing"),
    "harassment": Text("gây khó khăn, phiền hà", "making trouble for people"),
    "rights": Text("xâm phạm quyền và lợi ích", "violating rights and interests"),
    "profit": Text("lợi dụng vị trí vụ lợi", "profiteering from a position"),
    "insult": Text("xúc phạm danh dự, nhân phẩm", "insulting others"),
    "false_confirmation": Text("xác nhận giấy tờ sai", "confirming papers wrongly"),
    "conduct": Text("quy tắc ứng xử, thái độ phục vụ", "rules of conduct, attitude"),
    "procedure": Text("quy trình, đạo đức nghề nghiệp", "procedure, ethics"),
    "internal_rules": Text("nội quy, kỷ luật lao động", "internal and labour rules"),
    "duty": Text("né tránh, không làm đúng nhiệm vụ", "shirking, failing duties"),
    "disunity": Text("gây mất đoàn kết", "disunity"),
    "corruption": Text("tham nhũng, lãng phí", "corruption, waste"),
    "secrets": Text("bí mật nhà nước", "state secrets"),
    "late_complaint": Text("giải quyết đơn thư trễ hạn", "complaint settled late"),
    "retaliation": Text("trù dập người khiếu nại, tố cáo", "retaliation"),
    "public_assets": Text("tài chính, tài sản công", "finance, public assets"),
    "family": Text("gia đình, bình đẳng giới", "family, gender"),
    "other": Text("quy định khác", "other rules"),
    "let_staff": Text("để người thuộc quyền vi phạm", "let their staff violate"),
    "management": Text("không hoàn thành quản lý", "failed at managing"),
}
"""The kinds of acts, closed: each leads to a clause of the decrees."""

State = Literal["concluded", "verifying", "unfounded"]
STATES: Final[Mapping[State, Text]] = {
    "concluded": Text("đã kết luận có", "substantiated"),
    "verifying": Text("đang xác minh", "being verified"),
    "unfounded": Text("không có", "unfounded"),
}
Concluder = Literal["complaint", "denunciation", "inspection", "unit", "party", "court"]
CONCLUDERS: Final[Mapping[Concluder, Text]] = {
    "complaint": Text("giải quyết khiếu nại", "settlement of a complaint"),
    "denunciation": Text("kết luận tố cáo", "conclusion of a denunciation"),
    "inspection": Text("thanh tra, kiểm tra", "inspection"),
    "unit": Text("người đứng đầu đơn vị", "head of the unit"),
    "party": Text("tổ chức đảng", "Party organisation"),
    "court": Text("tòa án", "court"),
}
SituationKind = Literal[
    "illness", "maternity", "prosecution", "leave", "land", "other", "litigation"
]
SITUATIONS: Final[Mapping[SituationKind, Text]] = {
    "illness": Text("bệnh hiểm nghèo, nội trú", "grave illness, inpatient"),
    "maternity": Text("thai sản, con dưới 12 tháng", "maternity, child under one"),
    "prosecution": Text("khởi tố, tạm giữ, tạm giam", "prosecution, custody"),
    "leave": Text("nghỉ phép, nghỉ theo chế độ", "annual or other lawful leave"),
    "land": Text("nghị quyết về đất đai", "resolution on land"),
    "other": Text("trường hợp khác theo pháp luật", "other case by law"),
    "litigation": Text("khiếu nại, khởi kiện quyết định", "complaint or suit"),
}

Group = Literal["exclusion", "exemption", "unlimited", "aggravating", "mitigating"]
CIRCUMSTANCES: Final[Mapping[Group, Mapping[str, Text]]] = {
    "exclusion": {
        "no_capacity": Text("mất năng lực hành vi dân sự", "no civil capacity"),
        "necessity": Text("tình thế cấp thiết, bất khả kháng", "necessity"),
        "excluded_by_law": Text("loại trừ khác theo pháp luật", "excluded by law"),
    },
    "exemption": {
        "innovation": Text("đổi mới đã được cho phép", "permitted innovation"),
        "objective_cause": Text("nguyên nhân khách quan", "objective cause"),
        "deceased": Text("đã qua đời", "deceased"),
        "land_exemption": Text(
            "miễn theo nghị quyết đất đai", "by the land resolution"
        ),
        "exempt_by_law": Text("miễn khác theo pháp luật", "exempt by law"),
    },
    "unlimited": {
        "party_expulsion": Text("đã bị khai trừ đảng", "expelled from the Party"),
        "internal_politics": Text("bảo vệ chính trị nội bộ", "internal politics"),
        "national_interest": Text("lợi ích quốc gia", "national interest"),
        "false_papers": Text("văn bằng, chứng chỉ giả", "false diplomas"),
    },
    "aggravating": {
        "not_corrected": Text("đã yêu cầu mà không sửa", "told to, did not correct"),
        "not_admitted": Text("không tự giác nhận", "did not admit"),
        "not_repaid": Text("không bồi hoàn, khắc phục", "did not repay or remedy"),
        "obstructed": Text("đối phó, cản trở", "obstructed"),
        "covered_up": Text("bao che", "covered up"),
        "retaliated": Text("đe dọa, trù dập, trả thù", "threatened, retaliated"),
        "organised": Text("có tổ chức, chủ mưu", "organised, led"),
        "false_reports": Text("báo cáo sai sự thật", "false reports"),
        "evidence_destroyed": Text("che giấu, tiêu hủy chứng cứ", "destroyed evidence"),
        "profited": Text("lợi dụng thiên tai, dịch bệnh", "profited from disaster"),
        "incited": Text("ép buộc, vận động người khác", "incited others"),
    },
    "mitigating": {
        "self_reported": Text("chủ động báo cáo, nhận trách nhiệm", "self-reported"),
        "cooperated": Text("chủ động cung cấp thông tin", "cooperated"),
        "stopped": Text("chủ động chấm dứt, ngăn chặn", "stopped by themselves"),
        "remedied": Text("bồi thường, khắc phục hậu quả", "paid, remedied"),
        "mitigated_by_law": Text("giảm nhẹ khác theo pháp luật", "other, by law"),
    },
}
"""What may be said of an act and who did it, closed, each answered yes or no."""
Answers = Mapping[str, bool | None]
NOTHING_SAID: Final[Answers] = MappingProxyType({})


def answers(group: Group, *present: str, known: bool = True) -> Answers:
    """Return the answers of a group: yes for those *present*, and no for the others.

    Where the others are not *known*, nothing is said of them.
    """
    rest = False if known else None
    named = {one: True if one in present else rest for one in CIRCUMSTANCES[group]}
    return MappingProxyType(named)


@attrs.frozen
class Happened:
    """Something that did or did not happen, and on which day; None: nobody said."""

    known: bool | None = None
    on: dt.date | None = None

    @classmethod
    def day(cls, on: dt.date) -> "Happened":
        """Return something that happened on a day."""
        return cls(known=True, on=on)


@attrs.frozen
class Earlier:
    """A decision that was taken before and took effect: an input, never an output."""

    effective_on: dt.date
    same_act: bool | None = None
    number: str = ""


@attrs.frozen
class Situation:
    """When somebody was in a situation in which nothing is examined yet.

    *until* is None while it lasts. *lifted* says that the person asked in writing,
    or that the authority decided, that it be examined all the same.
    """

    kind: SituationKind
    since: dt.date
    until: dt.date | None = None
    lifted: bool | None = None


@attrs.frozen
class Conduct:
    """The hospital's own rules of conduct, as they were issued."""

    number: str
    issued_on: dt.date


@attrs.frozen
class Finding:
    """What is known of one act: case number, code, days; never who complained.

    *ended_on* is the act's own day for an act of one day; *end_known* is False
    where its end cannot be found. *later_acts* are the days of further acts that
    were concluded on. *due_on* and *settled* are those of a complaint that was to
    be settled. The groups of CIRCUMSTANCES are answered name by name.
    """

    case: str
    person: str
    act: Act
    state: State | None
    concluded_on: dt.date | None = None
    concluded_by: Concluder | None = None
    act_on: dt.date | None = None
    ended_on: dt.date | None = None
    end_known: bool | None = None
    found_on: dt.date | None = None
    official: bool | None = None
    manages: bool | None = None
    reminded: Happened = Happened()
    first: bool | None = None
    earlier: Earlier | None = None
    due_on: dt.date | None = None
    settled: Happened = Happened()
    later_acts: tuple[dt.date, ...] | None = None
    situations: tuple[Situation, ...] | None = None
    exclusion: Answers = NOTHING_SAID
    exemption: Answers = NOTHING_SAID
    unlimited: Answers = NOTHING_SAID
    aggravating: Answers = NOTHING_SAID
    mitigating: Answers = NOTHING_SAID

    @property
    def last_on(self) -> dt.date | None:
        """The last day of the act that is known."""
        return self.ended_on or self.act_on


FACTS: Final[Mapping[str, Text]] = {
    "state": Text("Tình trạng kết luận", "State of the conclusion"),
    "concluded_on": Text("Ngày kết luận", "Day of the conclusion"),
    "concluded_by": Text("Căn cứ kết luận", "Kind of the conclusion"),
    "opened_on": Text("Ngày mở hồ sơ xem xét", "Day the examination was opened"),
    "act_on": Text("Ngày xảy ra", "Day of the act"),
    "ended_on": Text("Ngày chấm dứt", "Day the act ended"),
    "found_on": Text("Ngày phát hiện", "Day of discovery"),
    "official": Text("Là viên chức hay người lao động", "Public employee or worker"),
    "manages": Text("Có giữ chức vụ quản lý không", "Whether they hold a post"),
    "reminded": Text("Văn bản nhắc nhở", "Written reminder"),
    "first": Text("Lần đầu hay tái phạm", "First time or again"),
    "earlier": Text("Quyết định trước", "Earlier decision"),
    "earlier.same_act": Text("Cùng hành vi với lần trước", "Same act as before"),
    "due_on": Text("Hạn giải quyết", "Day the complaint was due"),
    "settled": Text("Ngày giải quyết", "Day the complaint was settled"),
    "later_acts": Text("Hành vi mới sau đó", "Acts after it"),
    "situations": Text("Trường hợp chưa xem xét", "Situations of deferral"),
    "situations.lifted": Text(
        "Đề nghị, quyết định vẫn xem xét", "Asked for all the same"
    ),
    "exclusion": Text("Các trường hợp loại trừ", "Cases of exclusion"),
    "exemption": Text("Các trường hợp miễn", "Cases of exemption"),
    "unlimited": Text("Loại không áp dụng thời hiệu", "Kinds without limitation"),
    "gravity": Text(
        "Kết luận của người có thẩm quyền về tính chất, mức độ, hậu quả",
        "The authority’s own finding on nature and consequence",
    ),
}
"""What each fact is called where it is asked for."""
