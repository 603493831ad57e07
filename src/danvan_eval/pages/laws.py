"""Which bodies of law do the consequences rest on, and which day chooses each?

The tables come from the data: what a text was seen of, which clauses are only
remembered, and between which days there is a body of law at all.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from ..consequences.title_notices import refuses
from ..decisions.clauses import MARKS, Regime
from ..terms import Text
from . import SEEN
from .numbers import OF_LAWS
from .regimes import counted, days, law_page
from .voice import beside, bullets, table

INDEX: Final = "README.md"
TITLE: Final = Text("Đề xuất: các bộ quy định", "Consequences: the bodies of law")
ABOUT: Final = Text(
    "Mỗi đề xuất, mỗi bản chuyển xem xét và mỗi việc phải làm đúng hạn dựa vào một bộ quy"
    " định: điều khoản, con số, chỗ phải chọn cách hiểu. Mỗi bộ một trang.",
    "Every proposal, referral and dated duty rests on a body of law: clauses, numbers,"
    " readings to be chosen. Each has a page.",
)
CHOICE: Final = Text(
    "Một ngày trong hồ sơ chọn bộ quy định, không bao giờ là ngày chạy chương trình. Ngày"
    " không có bộ nào thì lệnh từ chối (DV-D001, DV-D003); việc phải làm đúng hạn thì chờ người xác"
    " nhận, vụ việc thì không lập bản chuyển.",
    "A day in the facts chooses the body of law, never the day of the run. Where there is"
    " none for a day the call refuses (DV-D001, DV-D003); a dated duty waits for a person, and a"
    " case is not referred.",
)
SETTINGS: Final = Text(
    "`[days]` là bảng của `de-xuat/de-xuat.toml`.",
    "`[days]` is a table of `de-xuat/de-xuat.toml`.",
)
USED: Final = Text("Dùng cho", "Used for")
CHOSEN: Final = Text("Ngày chọn bộ này", "Chosen by")
READINGS: Final = Text(
    "Chọn trong `de-xuat/de-xuat.toml`, đúng dòng ghi dưới đây; chưa chọn thì kết quả để"
    " ngỏ.",
    "Chosen in `de-xuat/de-xuat.toml` by the line given; what nobody chose leaves the"
    " result open.",
)
PLANS: Final = Text("kế hoạch dân vận", "dân vận plan")
PLAN: Final = (
    Text("mặt khen thưởng dân vận", "dân vận award tracks"),
    Text(
        "kế hoạch mà khoa, phòng được chấm theo; câu của nó có tác dụng khi ngày cuối kỳ"
        " nằm trong hiệu lực",
        "the plan departments are scored by; its words reach a period that ends while it"
        " is in force",
    ),
)
FAMILIES: Final[Mapping[str, tuple[Text, Text]]] = {
    "tdkt": (
        Text(
            "danh hiệu thi đua, hình thức khen thưởng, tiền thưởng",
            "titles, commendation and their money",
        ),
        Text(
            "ngày nhận hồ sơ (`[days] titles`); tiền thưởng: ngày quyết định",
            "receipt of the file (`[days] titles`); money: the day of the decision",
        ),
    ),
    "base": (
        Text("lương cơ sở để tính tiền thưởng", "base pay, for the money"),
        Text("ngày quyết định khen thưởng", "the day of the decision on the award"),
    ),
    "hd": (
        Text("bỏ phiếu ở hội đồng", "votes of the council"),
        Text("ngày bỏ phiếu (`[days] council`)", "the day of the vote"),
    ),
    "kl": (
        Text("chuyển xem xét kỷ luật", "referral"),
        Text(
            "ngày mở hồ sơ; chưa rõ thì ngày xảy ra nếu từ ngày bộ mới nhất có hiệu lực,"
            " không thì ngày kết luận",
            "the day the examination was opened; where nobody said, the day of the act if"
            " the newest body was in force by then, else the day of the conclusion",
        ),
    ),
    "luong": (
        Text("nâng bậc lương", "salary steps"),
        Text(
            "ngày xét nâng bậc (`[days] salary`); nâng trước thời hạn: ngày cuối năm",
            "the day of the step (`[days] salary`); early steps: the last day of the year",
        ),
    ),
    "bn": (
        Text("bổ nhiệm", "appointment"),
        Text("ngày xét (`[days] appointment`)", "the day considered"),
    ),
    "tcd": (
        Text(
            "tiếp công dân, khiếu nại, tố cáo", "reception, complaints, denunciations"
        ),
        Text(
            "ngày nhận vụ việc; tiếp công dân: ngày đầu tháng",
            "receipt of the case; reception: the first day of the month",
        ),
    ),
    "dc": (
        Text("dân chủ ở cơ sở", "democracy at the workplace"),
        Text(
            "công khai và lấy ý kiến: ngày của văn bản; hội nghị, kiểm tra: ngày cuối"
            " năm, cuối kỳ; thanh tra nhân dân: ngày bầu",
            "posting and consultation: the day of the document; conferences and checks: the"
            " last day of the year or half-year; inspectorate: the election",
        ),
    ),
}
"""What each family of laws is for, and by which day it is chosen."""
FAMILY: Final = (
    Text("họ", "family"),
    Text("dùng cho", "used for"),
    Text("ngày chọn", "chosen by"),
    Text("các bộ", "bodies"),
)
LIST: Final = (
    Text("bộ", "body"),
    Text("văn bản", "instruments"),
    Text("có hiệu lực", "in force"),
    Text("kiểm tra lần cuối", "last checked"),
)
HEADS: Final = {
    "choice": Text("Bộ nào, ngày nào chọn", "Which one, chosen by which day"),
    "list": Text("Các bộ", "The bodies"),
    "refused": Text("Từ chối vì chưa thấy văn bản", "Refused: no text was seen"),
    "unseen": Text("Chưa thấy, theo từng bộ", "Not seen, body by body"),
}
UNSEEN: Final = (
    Text("bộ", "body"),
    Text("văn bản chưa đọc", "instruments not seen"),
    Text("văn bản đọc một phần", "seen in part"),
    Text("điều khoản chỉ theo trí nhớ", "clauses from memory alone"),
)
AS_A_WHOLE: Final = Text(
    "`{law}`: tiêu chuẩn danh hiệu chưa được xem; mọi danh hiệu và hình thức khen thưởng"
    " chỉ ghi tên, kèm việc chờ người xác nhận.",
    "`{law}`: the standards were not seen; titles and commendation are named only and wait"
    " for a person's confirmation.",
)
ALL_REMEMBERED: Final = Text(
    "`{law}`: mọi điều khoản đều theo trí nhớ; không đề xuất nào đi xa hơn mức cần người"
    " xác nhận.",
    "`{law}`: every clause is from memory; no proposal goes further than the need of a"
    " confirmation.",
)
NO_MONEY: Final = Text(
    "`{law}`: hệ số tiền thưởng chưa được xem; tiền không tính, không phải bằng không"
    " (DV-D105).",
    "`{law}`: the coefficients were not seen; the money is not reckoned, which is not zero"
    " (DV-D105).",
)
NO_SHARE: Final = Text(
    "`{law}`: không có tỷ lệ phiếu nào; đề xuất chỉ bỏ phiếu được theo tỷ lệ đã ban hành"
    " (DV-D410).",
    "`{law}`: no share of votes; a proposal can be voted on by an adopted share only"
    " (DV-D410).",
)
MONEY: Final = "nd152-d49"


def law_pages(laws: Mapping[str, Regime]) -> dict[str, str]:
    """Return the page of every body of law and their index, by the name of the file."""
    pages = {f"{id_}.md": _page(law) for id_, law in laws.items()}
    return {INDEX: "\n\n".join(_index(laws)) + "\n", **pages}


def family_of(law: Regime) -> str:
    """Return the family of a body of law; empty for a plan."""
    family = law.id.partition("-")[0]
    return family if family in FAMILIES else ""


def _page(law: Regime) -> str:
    used, chosen = FAMILIES.get(family_of(law), PLAN)
    return law_page(law, {USED: used, CHOSEN: chosen}, READINGS, OF_LAWS)


def _index(laws: Mapping[str, Regime]) -> Iterator[str]:
    yield f"# {beside(TITLE)}"
    yield beside(ABOUT)
    yield f"## {beside(HEADS['choice'])}"
    yield f"{beside(CHOICE)} {beside(SETTINGS)}"
    yield table(map(beside, FAMILY), _families(laws))
    yield f"## {beside(HEADS['list'])}"
    heads = [*map(beside, LIST), *(f"[{mark}]" for mark in MARKS)]
    yield table(heads, map(_listed, laws.values()))
    yield "; ".join(f"[{mark}] {beside(says)}" for mark, says in MARKS.items()) + "."
    yield f"## {beside(HEADS['refused'])}"
    yield bullets(line for law in laws.values() for line in _refused(law))
    yield f"## {beside(HEADS['unseen'])}"
    yield table(map(beside, UNSEEN), map(_unseen, laws.values()))


def _families(laws: Mapping[str, Regime]) -> Iterator[list[str]]:
    for family in (*FAMILIES, ""):
        own = [_link(law) for law in laws.values() if family_of(law) == family]
        name = f"`{family}`" if family else beside(PLANS)
        used, chosen = FAMILIES.get(family, PLAN)
        yield [name, beside(used), beside(chosen), "<br>".join(own)]


def _link(law: Regime) -> str:
    return f"[`{law.id}`]({law.id}.md)"


def _listed(law: Regime) -> list[str]:
    counts = counted(law)
    return [
        _link(law),
        beside(law.title),
        "<br>".join(map(days, law.in_force)),
        f"{law.last_checked_on:%d/%m/%Y}",
        *(str(counts[mark]) for mark in MARKS),
    ]


def _refused(law: Regime) -> Iterator[str]:
    """Yield what cannot be done by a body of law, as its data show it."""
    family = family_of(law)
    if refuses(law):
        yield beside(AS_A_WHOLE, law=law.id)
    elif family == "tdkt" and not law.has(MONEY):
        yield beside(NO_MONEY, law=law.id)
    if not any(one.confirmed for one in law.clauses.values()):
        yield beside(ALL_REMEMBERED, law=law.id)
    if family == "hd" and not any(one.numbers for one in law.clauses.values()):
        yield beside(NO_SHARE, law=law.id)


def _unseen(law: Regime) -> list[str]:
    texts = law.instruments.values()
    part = [
        f"{one.number} ({'; '.join(one.missing_parts) or beside(SEEN[one.text_status])})"
        for one in texts
        if one.text_status == "seen-in-part"
    ]
    none = [one.number for one in texts if one.text_status == "not-seen"]
    recalled = [f"`{one.id}`" for one in law.clauses.values() if not one.confirmed]
    cells = (none, part, recalled)
    return [_link(law), *("<br>".join(one) or "–" for one in cells)]
