"""How does a criterion read on one printable page, for those it scores?

Nothing on a page is invented: every word comes from the file of the criterion, from
the instruments it cites, or from the sentences that tell a rule.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

import attrs

from ..catalogue import Applies, Criterion, Part, Version
from ..citations import Instrument
from ..subjects import SUBJECT_KINDS
from ..terms import SUBJECT_KINDS as KIND_WORDS
from ..terms import Language, Text
from .cases import Cases
from .figures import Figures, traits_told
from .grounds import Grounds
from .rules import Telling
from .voice import OR, Line, Voice, bullets, capital, explained

__all__ = ["criterion_page"]

HEADINGS: Final = {
    "count": Text("Đếm cái gì", "What is counted"),
    "by": Text("Theo {title}", "By {title}"),
    "who": Text("Áp dụng cho", "Concerns"),
    "force": Text("Hiệu lực", "In force"),
    "how": Text("Cách chấm", "How it is scored"),
    "examples": Text("Ví dụ", "Examples"),
    "open": Text("Còn để ngỏ", "Still open"),
    "grounds": Text("Căn cứ", "Sources"),
    "assumed": Text("Con số giả định", "Assumed numbers"),
    "assumed_all": Text(
        "Con số giả định chung cho mọi đối tượng", "Numbers assumed for all alike"
    ),
    "adopted": Text("Con số theo quy chế của bệnh viện", "Adopted by the hospital"),
    "advice": Text("Nên làm", "Advice"),
    "fail": Text("Chưa đạt thì ghi là", "Where it fails it is called"),
}
FROM_TO: Final = Text("từ ngày {start} đến ngày {end}", "from {start} to {end}")
FROM: Final = Text("từ ngày {start}, chưa có ngày kết thúc", "from {start} on")
EVERYBODY: Final = {
    "unit": Text("mọi khoa, phòng, tổ", "every department"),
    "person": Text("mọi người", "everybody"),
    "hospital": Text("cả bệnh viện", "the hospital as a whole"),
}
BUT: Final = Text("{who}, trừ {but}", "{who}, except {but}")
PARTS: Final = Text(
    "Cộng {count} phần; được bao nhiêu điểm của phần nào thì nhân với tỷ trọng của phần ấy.",
    "The sum of {count} parts; the points of each are multiplied by its weight.",
)
PART: Final = Text("{title} (tỷ trọng {weight}).", "{title} (weight {weight}).")
ZEROES: Final = Text(
    "Phần này 0 điểm thì cả tiêu chí 0 điểm.",
    "No points here means no points for the whole criterion.",
)
READING: Final = Text("{kind}, cách đọc «{reading}»", "{kind}, read as “{reading}”")
READINGS: Final = {
    "tron-ven": Text("trọn vẹn", "to the last one"),
    "theo-bac": Text("theo bậc", "by bands"),
    "moi-1000-luot": Text("trên mỗi 1000 lượt", "for every 1,000 visits"),
}
"""What the readings of open wordings are called."""
SIGNED: Final = Text("ký ngày {day}", "signed on {day}")
SEEN: Final = {
    "seen-whole": Text("đã đọc trọn văn bản", "read as a whole"),
    "seen-in-part": Text("văn bản mới đọc được một phần", "read in part"),
    "not-seen": Text("chưa đọc được văn bản", "not read"),
}
LACKING: Final = Text("còn thiếu: {parts}", "still lacking: {parts}")
HOW_TO_READ: Final = Text(
    "Trọn điểm là điểm tối đa mà thang điểm dành cho tiêu chí này; «50% điểm» là một nửa"
    " điểm ấy. Chưa có số liệu không phải là 0 điểm: khi ấy chưa có điểm. Con số giả định"
    " là điều văn bản không nêu; bệnh viện thay được bằng quy chế của mình.",
    "Full points are the maximum that a scheme gives this criterion; “50% of the points”"
    " is half of it. Missing figures are not zero: there are no points yet. An assumed"
    " number stands in no text; a hospital may replace it by its own regulation.",
)


@attrs.frozen
class _Page:
    voice: Voice
    criterion: Criterion
    instruments: Mapping[str, Instrument]

    def blocks(self) -> Iterator[str]:
        criterion, language = self.criterion, self.voice.language
        short = criterion.id.rpartition("/")[2]
        yield f"# {short} · {criterion.title.in_(language)}"
        yield f"`{criterion.id}`"
        told = (("advice", criterion.advice), ("fail", criterion.fail))
        notes = [
            f"**{self._head(key)}:** {text.in_(language)}" for key, text in told if text
        ]
        yield from ["  \n".join(notes)] if notes else []
        yield self.voice.say(HOW_TO_READ)
        yield f"## {self._head('count')}"
        yield from Figures(self.voice, criterion).told()
        ordered = sorted(criterion.versions, key=_order)
        for instrument, versions in groupby(ordered, key=lambda one: one.instrument):
            yield from self._instrument(instrument, list(versions))

    def _head(self, key: str, **data: str) -> str:
        return self.voice.say(HEADINGS[key], **data)

    def _instrument(self, id_: str, versions: list[Version]) -> Iterator[str]:
        instrument = self.instruments.get(id_)
        title = instrument.title.in_(self.voice.language) if instrument else id_
        yield f"## {self._head('by', title=title)}"
        if instrument:
            yield self._seen(instrument)
        grounds = Grounds(self.voice, self.criterion, self.instruments)
        own = [grounds.reasons(version, "assumed") for version in versions]
        shared = [one for one in own[0] if all(one in each for each in own)]
        common = shared if len(versions) > 1 else []
        for version, lines in zip(versions, own, strict=True):
            left = [line for line in lines if line not in common]
            yield from self._version(version, grounds, left)
        if common:
            yield f"### {self._head('assumed_all')}"
            yield explained(common)

    def _seen(self, instrument: Instrument) -> str:
        told = [one for one in (instrument.number, instrument.issuer) if one]
        if instrument.signed_on:
            day = self.voice.day(instrument.signed_on)
            told.append(self.voice.say(SIGNED, day=day))
        status = capital(self.voice.say(SEEN[instrument.text_status]))
        if instrument.missing_parts:
            parts = "; ".join(instrument.missing_parts)
            status += f"; {self.voice.say(LACKING, parts=parts)}"
        return f"{', '.join(told)}. {status}."

    def _version(
        self, version: Version, grounds: Grounds, assumed: list[Line]
    ) -> Iterator[str]:
        cases = Cases(self.voice, self.criterion, version)
        yield f"### {capital(self._titled(version))}"
        yield (
            f"**{self._head('who')}:** {self._concerned(version)}.  \n"
            f"**{self._head('force')}:** {self._in_force(version)}."
        )
        yield from self._scored(version)
        if examples := cases.told():
            yield f"**{self._head('examples')}**"
            yield examples
        yield from self._list("open", cases.questions())
        if sentences := grounds.sentences(version):
            yield f"**{self._head('grounds')}**"
            yield bullets(sentences)
        yield from self._list("adopted", grounds.reasons(version, "adopted"))
        yield from self._list("assumed", assumed)

    def _list(self, heading: str, lines: list[Line]) -> list[str]:
        return [f"**{self._head(heading)}**", explained(lines)] if lines else []

    def _titled(self, version: Version) -> str:
        kind = self.voice.say(KIND_WORDS[version.subject])
        if not version.reading:
            return kind
        text = READINGS.get(version.reading, Text(version.reading))
        reading = text.in_(self.voice.language)
        return self.voice.say(READING, kind=kind, reading=reading)

    def _concerned(self, version: Version) -> str:
        applies: Applies = version.applies
        who = self.voice.say(EVERYBODY[version.subject])
        if applies.any:
            who = self.voice.listed(traits_told(self.voice, applies.any), OR)
        if not applies.none:
            return who
        but = self.voice.listed(traits_told(self.voice, applies.none))
        return self.voice.say(BUT, who=who, but=but)

    def _in_force(self, version: Version) -> str:
        start, end = self.voice.day(version.period.start), version.period.end
        if end == dt.date.max:
            return self.voice.say(FROM, start=start)
        return self.voice.say(FROM_TO, start=start, end=self.voice.day(end))

    def _scored(self, version: Version) -> Iterator[str]:
        alone = len(version.parts) == 1
        telling = Telling(self.voice, self.criterion.evidence, alone)
        how = f"**{self._head('how')}.**"
        if alone and not version.parts[0].id:
            yield f"{how} {telling.rule(version.parts[0].rule)}"
            return
        yield f"{how} {self.voice.say(PARTS, count=str(len(version.parts)))}"
        yield "\n".join(
            f"{nth}. {self._part(part)} {telling.rule(part.rule)}{self._zeroes(part)}"
            for nth, part in enumerate(version.parts, 1)
        )

    def _part(self, part: Part) -> str:
        title = part.title.in_(self.voice.language)
        weight = self.voice.percent(part.weight)
        return f"**{self.voice.say(PART, title=title, weight=weight)}**"

    def _zeroes(self, part: Part) -> str:
        return f" {self.voice.say(ZEROES)}" if part.zeroes else ""


def _order(version: Version) -> tuple[str, int, str, dt.date]:
    kind = SUBJECT_KINDS.index(version.subject)
    return version.instrument, kind, version.reading, version.period.start


def criterion_page(
    criterion: Criterion,
    instruments: Mapping[str, Instrument],
    language: Language = "vi",
) -> str:
    """Tell one criterion to those it scores, as Markdown.

    Args:
        criterion: the criterion, read with its worked examples.
        instruments: the instruments of its catalogue, by id.
        language: ``vi`` or ``en``; what a file says in one language stays in it.

    Returns:
        What is counted and by whom; then by instrument and kind of subject to whom
        it applies, how it is scored, examples, sources and assumptions.
    """
    page = _Page(Voice(language), criterion, instruments)
    return "\n\n".join(page.blocks()) + "\n"
