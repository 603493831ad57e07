"""How does a regime of classification read on one page, for those it classifies?

Nothing on a page is invented: every word and number comes from the file of the
regime, clause by clause, with how each clause is known.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from ..citations import Instrument
from ..decisions.choosing import Loaded
from ..decisions.clauses import MARKS, Clause, Item, Reading, Regime
from ..periods import Period
from ..terms import Text
from . import SEEN
from .numbers import NAMES, VOICE, written
from .voice import beside, bullets, quoted, table

HEADINGS: Final = {
    "instruments": Text("Văn bản", "Instruments"),
    "known": Text("Biết từng điều khoản do đâu", "How each clause is known"),
    "clauses": Text("Điều khoản", "Clauses"),
    "readings": Text("Chỗ bệnh viện phải chọn cách hiểu", "Readings to be chosen"),
    "items": Text("Chỗ điểm dân vận có thể vào", "Where a dân vận score may enter"),
    "notes": Text("Khoảng hở và cách đọc", "Gaps and how they are read"),
}
INSTRUMENTS: Final = (
    Text("số", "number"),
    Text("tên", "title"),
    Text("cơ quan ban hành", "issuer"),
    Text("ngày ký", "signed on"),
    Text("đã xem chừng nào", "how far it was seen"),
    Text("còn thiếu", "still lacking"),
    Text("kiểm tra lần cuối", "last checked"),
)
CLAUSES: Final = (
    Text("mã", "id"),
    Text("chỗ", "place"),
    Text("nội dung, bằng lời của dự án", "in this project's own words"),
    Text("câu trích", "quotation"),
    Text("biết do đâu", "how it is known"),
    Text("con số", "numbers"),
    Text("chỗ còn ngờ", "doubt"),
)
ITEMS: Final = (
    Text("mã", "id"),
    Text("của ai", "whose"),
    Text("mục", "item"),
    Text("nhận gì", "what it takes"),
    Text("chỗ", "place"),
)
FORCE: Final = Text("Có hiệu lực", "In force")
CHECKED: Final = Text("Kiểm tra lần cuối", "Last checked")
WHOM: Final = Text("Xếp loại", "Classifies")
PEOPLE: Final = Text("cá nhân", "people")
UNITS: Final = Text(
    "cá nhân; khoa, phòng; bệnh viện", "people, departments, the hospital"
)
FROM_TO: Final = Text("từ {start} đến {end}", "{start} to {end}")
FROM: Final = Text("từ {start}, chưa có ngày kết thúc", "from {start} on")
UNKNOWN: Final = Text("chưa rõ", "unknown")
UNSEEN: Final = Text("không trích nguyên văn", "text not seen")
UNQUOTED: Final = Text("không trích nguyên văn", "not quoted")
MARK: Final = (Text("dấu", "mark"), Text("nghĩa", "meaning"), Text("số", "count"))
UNCONFIRMED: Final = Text(
    "Điều khoản [M] không quyết định được gì: kết quả dựa vào nó chờ người xác nhận.",
    "A clause marked [M] settles nothing: what rests on it waits for a person.",
)
OWN_WORDS: Final = Text(
    "Cột «nội dung» là lời tóm tắt của dự án, không phải lời của văn bản. Chỉ điều khoản"
    " đã đọc nguyên văn mới có câu trích, nhiều nhất mười lăm từ.",
    "The summaries are this project's own, not the words of the texts. Only a clause"
    " whose text was read is quoted, in fifteen words at most.",
)
CHOOSING: Final = Text(
    "Chọn trong `xep-loai/xep-loai.toml`, đúng dòng ghi dưới đây. Chỗ ghi «phải chọn» mà"
    " chưa chọn thì chưa có mức, hoặc lệnh dừng lại và nói vì sao.",
    "Chosen in `xep-loai/xep-loai.toml` by the line given. Where it says “must be chosen”"
    " and nobody has, there is no level yet, or the call stops and says why.",
)
DEFAULT: Final = Text("mặc định", "default")
MUST: Final = Text("phải chọn, không có mặc định", "must be chosen, no default")
FEEDING: Final = Text(
    "Chỉ khi quy chế của bệnh viện nói thẳng, mục nào và bao nhiêu; không có thì điểm dân"
    " vận đứng bên cạnh và không đổi gì.",
    "Only where the hospital's regulation says so, by item and weight; without it the"
    " dân vận result stands beside and changes nothing.",
)
WHO: Final = {"person": Text("cá nhân", "person"), "unit": Text("đơn vị", "unit")}
POINTS: Final = Text("điểm, nhiều nhất {most}", "points, at most {most}")
STANDING: Final = Text("mức tốt, đạt, chưa đạt", "well, meets, fails")
SWITCHES: Final = {"quota_base": ("quota", "reading")}
"""The readings that have a key of their own, by table and name; others have theirs."""


def days(period: Period) -> str:
    """Say from when to when a regime is in force."""
    start, end = (f"{one:%d/%m/%Y}" for one in (period.start, period.end))
    return beside(FROM if period.end == dt.date.max else FROM_TO, start=start, end=end)


def counted(law: Regime) -> dict[str, int]:
    """Count the clauses by how each is known."""
    marks = [clause.mark for clause in law.clauses.values()]
    return {mark: marks.count(mark) for mark in MARKS}


def switch(reading: str, option: str) -> str:
    """Return the line of the settings that chooses an answer.

    >>> switch("study_counts", "work"), switch("quota_base", "A")
    ('[readings] study_counts = "work"', '[quota] reading = "A"')
    """
    where, name = SWITCHES.get(reading, ("readings", reading))
    return f'[{where}] {name} = "{option}"'


def quotation(clause: Clause) -> str:
    """Return the quotation, or that there is none, with its mark."""
    if clause.quote:
        return quoted(clause.quote)
    none = UNQUOTED if clause.mark == "T" else UNSEEN
    return f"{beside(none)} [{clause.mark}]"


def regime_page(loaded: Loaded) -> str:
    """Tell one regime as Markdown: instruments, clauses, choices, items, gaps."""
    whom = PEOPLE if loaded.logic.unit is None else UNITS
    return law_page(loaded.law, {WHOM: whom}, CHOOSING)


def law_page(
    law: Regime,
    about: Mapping[Text, Text],
    choosing: Text,
    names: Mapping[str, Text] = NAMES,
) -> str:
    """Tell one body of law as Markdown; a part it does not have is left out.

    Args:
        law: its data.
        about: more to be said of it beside its days, by what each is about.
        choosing: how its readings are chosen.
        names: what the numbers of its clauses are called.
    """
    return "\n\n".join(_Page(law, about, choosing, names).blocks()) + "\n"


@attrs.frozen(eq=False)
class _Page:
    law: Regime
    about: Mapping[Text, Text]
    choosing: Text
    names: Mapping[str, Text]

    def blocks(self) -> Iterator[str]:
        yield f"# `{self.law.id}` · {self.law.title.vi}"
        yield f"*{self.law.title.en}*"
        yield bullets(self._about())
        yield from self._part("instruments", self._instruments())
        yield from self._part("known", self._known())
        yield from self._part("clauses", self._clauses())
        if self.law.readings:
            yield from self._part("readings", self._readings())
        if self.law.items:
            yield from self._part("items", self._items())
        if self.law.notes:
            yield from self._part("notes", [bullets(map(beside, self.law.notes))])

    def _part(self, heading: str, blocks: Iterable[str]) -> Iterator[str]:
        yield f"## {beside(HEADINGS[heading])}"
        yield from blocks

    def _about(self) -> Iterator[str]:
        for period in self.law.in_force:
            yield f"**{beside(FORCE)}:** {days(period)}"
        yield f"**{beside(CHECKED)}:** {self.law.last_checked_on:%d/%m/%Y}"
        for what, says in self.about.items():
            yield f"**{beside(what)}:** {beside(says)}"

    def _instruments(self) -> Iterator[str]:
        rows = [_instrument(one) for one in self.law.instruments.values()]
        yield table(map(beside, INSTRUMENTS), rows)

    def _known(self) -> Iterator[str]:
        counts = counted(self.law)
        yield table(
            map(beside, MARK),
            ([f"[{mark}]", beside(MARKS[mark]), str(counts[mark])] for mark in MARKS),
        )
        yield beside(UNCONFIRMED)

    def _clauses(self) -> Iterator[str]:
        yield beside(OWN_WORDS)
        for id_, instrument in self.law.instruments.items():
            own = [one for one in self.law.clauses.values() if one.instrument == id_]
            if own:
                yield f"### {instrument.number} · {instrument.title.vi}"
                rows = (_clause(one, self.names) for one in own)
                yield table(map(beside, CLAUSES), rows)

    def _readings(self) -> Iterator[str]:
        yield beside(self.choosing)
        for reading in self.law.readings.values():
            yield f"### `{reading.id}`"
            yield f"{beside(reading.asks)} ({self.law.clause(reading.clause).locus})"
            yield bullets(_options(reading))

    def _items(self) -> Iterator[str]:
        yield beside(FEEDING)
        rows = [self._item(one) for one in self.law.items.values()]
        yield table(map(beside, ITEMS), rows)

    def _item(self, item: Item) -> tuple[str, ...]:
        points = beside(POINTS, most=VOICE.number(item.most))
        return (
            f"`{item.id}`",
            beside(WHO[item.who]),
            beside(item.label),
            points if item.kind == "points" else beside(STANDING),
            self.law.clause(item.clause).locus,
        )


def _instrument(one: Instrument) -> tuple[str, ...]:
    return (
        one.number,
        beside(one.title),
        one.issuer,
        f"{one.signed_on:%d/%m/%Y}" if one.signed_on else beside(UNKNOWN),
        beside(SEEN[one.text_status]),
        "; ".join(one.missing_parts) or "–",
        f"{one.last_checked_on:%d/%m/%Y}",
    )


def _clause(one: Clause, names: Mapping[str, Text]) -> tuple[str, ...]:
    numbers = [
        f"{beside(names.get(name) or Text(name))}: {written(name, number)}"
        for name, number in one.numbers.items()
    ]
    return (
        f"`{one.id}`",
        one.locus,
        beside(one.says),
        quotation(one),
        f"[{one.mark}] {beside(MARKS[one.mark])}",
        "<br>".join(numbers) or "–",
        beside(one.doubt) if one.doubt else "–",
    )


def _options(reading: Reading) -> Iterator[str]:
    for option, says in reading.options.items():
        kept = f" (**{beside(DEFAULT)}**)" if option == reading.default else ""
        yield f"`{switch(reading.id, option)}`: {beside(says)}{kept}"
    if not reading.default:
        yield f"**{beside(MUST)}**"
