"""Which regimes are there, which one applies, and what changed between them?

The tables come from the data and the functions of the regimes: a number stands here
because a clause has it, an outcome because the functions give it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from ..decisions.choosing import DEADLINE, Loaded
from ..decisions.clauses import MARKS
from ..periods import ONE_DAY
from ..terms import Text
from .aspects import ASPECTS
from .regimes import PEOPLE, UNITS, counted, days, regime_page, switch
from .same_case import DISCIPLINE, TIME, by_date, by_discipline, by_time
from .voice import beside, bullets, table

INDEX: Final = "README.md"

TITLE: Final = Text("Xếp loại chất lượng: các bộ quy định", "Regimes of classification")
ABOUT: Final = Text(
    "Một bộ quy định là luật và nghị định về xếp loại chất lượng viên chức (và đơn vị) có"
    " hiệu lực trong một thời gian: điều khoản, con số, chỗ phải chọn cách hiểu. Mỗi bộ một"
    " trang. Thư viện chỉ đề xuất mức, kèm từng điều kiện; mức có hiệu lực do người có thẩm"
    " quyền quyết định.",
    "A regime is the body of law on classification in force for some time: clauses,"
    " numbers, readings to be chosen. Each has a page. The library suggests a level with"
    " its conditions one by one; the level that counts is decided by the authority.",
)
LIST: Final = (
    Text("bộ", "regime"),
    Text("văn bản", "instrument"),
    Text("có hiệu lực", "in force"),
    Text("xếp loại ai", "classifies whom"),
    Text("kiểm tra lần cuối", "last checked"),
)
CHOOSING: Final = Text("Chọn bộ nào", "Which one applies")
HOW: Final = (
    Text(
        "Ngày xếp loại và sự kiện chọn bộ quy định, không bao giờ là ngày chạy chương trình.",
        "The day of classification and facts choose the regime, never the day of the run.",
    ),
    Text(
        "Năm {year}, cá nhân theo quy chế đánh giá của bệnh viện: có đúng hạn, có sau hạn,"
        " hay không có. Đơn vị không có chuyển tiếp.",
        "In {year} people depend on the hospital's evaluation regulation: in time, late or"
        " none. Units have no transition.",
    ),
    Text(
        "Phần mở rộng có thể mang bộ riêng của bệnh viện thay cho một bộ ở đây; bộ ấy chỉ"
        " được dùng khi `xep-loai/xep-loai.toml` ghi tên nó: `{line}`.",
        "A plugin may bring a hospital's own regime that stands in for one of these; it is"
        " used only where `xep-loai/xep-loai.toml` names it: `{line}`.",
    ),
)
TRANSIT: Final = (
    Text("quy chế của bệnh viện", "the hospital's regulation"),
    Text("xếp loại ngày", "classified on"),
    Text("cá nhân theo", "people under"),
    Text("đơn vị theo", "units under"),
)
NONE: Final = Text("chưa có", "none yet")
ISSUED: Final = Text("ban hành {day}", "issued on {day}")
SIDE: Final = Text("Khác nhau thế nào", "What changed, side by side")
HEADS: Final = {
    "discipline": Text("Kỷ luật có hiệu lực trong năm", "Discipline in the year"),
    "time": Text("Thời gian làm việc và nghỉ", "Time worked and leave"),
    "rules": Text("Quy tắc", "Rules"),
}
CASES: Final = Text(
    "Hai bảng đầu: cùng một trường hợp, hàm của từng bộ trả lời.",
    "The first two tables: the same case, answered by each regime's own functions.",
)
ROW: Final = Text("trường hợp, quy tắc", "case, rule")


def regime_pages(regimes: Sequence[Loaded]) -> dict[str, str]:
    """Return the page of every regime and their index, by the name of the file."""
    pages = {f"{one.law.id}.md": regime_page(one) for one in regimes}
    return {INDEX: "\n\n".join(_index(regimes)) + "\n", **pages}


def _index(regimes: Sequence[Loaded]) -> Iterator[str]:
    yield f"# {beside(TITLE)}"
    yield beside(ABOUT)
    heads = [*map(beside, LIST), *(f"[{mark}]" for mark in MARKS)]
    yield table(heads, map(_listed, regimes))
    yield "; ".join(f"[{mark}] {beside(says)}" for mark, says in MARKS.items()) + "."
    yield from _chosen(regimes)
    yield f"## {beside(SIDE)}"
    yield beside(CASES)
    yield from _compared(
        regimes,
        "discipline",
        ((says, partial(by_discipline, told=told)) for says, told in DISCIPLINE),
    )
    yield from _compared(
        regimes,
        "time",
        ((says, partial(by_time, year=year)) for says, year in TIME),
    )
    rules = ((one.title, one.cell) for one in ASPECTS)
    yield from _compared(regimes, "rules", rules)


def _compared(
    regimes: Sequence[Loaded],
    heading: str,
    rows: Iterable[tuple[Text, Callable[[Loaded], str]]],
) -> Iterator[str]:
    """Yield a table of what each regime answers."""
    yield f"### {beside(HEADS[heading])}"
    heads = [beside(ROW), *(f"`{one.law.id}`" for one in regimes)]
    yield table(heads, ([beside(says), *map(ask, regimes)] for says, ask in rows))


def _listed(one: Loaded) -> list[str]:
    law, counts = one.law, counted(one.law)
    return [
        f"[`{law.id}`]({law.id}.md)",
        beside(law.title),
        "<br>".join(map(days, law.in_force)),
        beside(PEOPLE if one.logic.unit is None else UNITS),
        f"{law.last_checked_on:%d/%m/%Y}",
        *(str(counts[mark]) for mark in MARKS),
    ]


def _chosen(regimes: Sequence[Loaded]) -> Iterator[str]:
    """Yield how a regime is chosen; the transition is asked of the very function."""
    year = next((one for one in regimes if one.logic.year_of_regulation), None)
    yield f"## {beside(CHOOSING)}"
    if year is None:
        return
    said = {
        "year": str(year.logic.year_of_regulation),
        "line": switch("regime", "…"),
    }
    yield bullets(beside(one, **said) for one in HOW)
    numbers = year.law.clause(DEADLINE).numbers
    last = dt.date(*(int(numbers[name]) for name in ("year", "month", "day")))
    event = last + 10 * ONE_DAY
    late = last + ONE_DAY
    ways = [(last, ""), (late, ""), (late, "applies"), (late, "falls_back"), (None, "")]
    rows = [_transit(regimes, event, issued, way) for issued, way in ways]
    yield table(map(beside, TRANSIT), rows)


def _transit(
    regimes: Sequence[Loaded], event: dt.date, issued: dt.date | None, way: str
) -> list[str]:
    day = "" if issued is None else f"{issued:%d/%m/%Y}"
    told = beside(NONE if issued is None else ISSUED, day=day)
    chosen = f"<br>`{switch('late_regulation', way)}`" if way else ""
    return [
        f"{told}{chosen}",
        f"{event:%d/%m/%Y}",
        *(by_date(regimes, who, event, issued, way) for who in ("person", "unit")),
    ]
