"""Which pages does a catalogue have, and how does one find them?"""

from collections.abc import Mapping
from typing import Final

from ..catalogue import Criterion, Shelf
from ..citations import Instrument
from ..subjects import SUBJECT_KINDS
from ..terms import SUBJECT_KINDS as KIND_WORDS
from ..terms import Language, Text
from . import criterion_page
from .voice import Voice, table

TITLE: Final = Text(
    "Tiêu chí dân vận, mỗi tiêu chí một trang", "The criteria, a page each"
)
ABOUT: Final = Text(
    "Mỗi trang đọc và in riêng được: đếm cái gì, ai cung cấp, chấm thế nào, ví dụ, dựa vào"
    " câu nào của kế hoạch, con số nào là giả định và vì sao. In một trang ra màn hình:"
    " `danvan-eval catalogue page C05`.",
    "Each page can be read and printed by itself: what is counted, who brings it, how it is"
    " scored, examples, the sentences of the plans it rests on, which numbers are assumed"
    " and why. On the screen: `danvan-eval catalogue page C05 --lang en`.",
)
HEADINGS: Final = (
    Text("Mã", "Code"),
    Text("Tiêu chí", "Criterion"),
    Text("Chấm ai", "Scores whom"),
    Text("Theo", "By"),
)
INDEX: Final = "README.md"


def short(id_: str) -> str:
    """Return the name of a criterion inside its folder."""
    return id_.rpartition("/")[2]


def criteria_pages(shelf: Shelf, language: Language = "vi") -> dict[str, str]:
    """Return the page of every criterion and their index, by the name of the file."""
    pages = {
        f"{short(id_)}.md": criterion_page(one, shelf.instruments, language)
        for id_, one in shelf.criteria.items()
    }
    return {INDEX: _index(shelf, Voice(language)), **pages}


def _index(shelf: Shelf, voice: Voice) -> str:
    rows = [_row(one, shelf.instruments, voice) for one in shelf.criteria.values()]
    listed = table(map(voice.say, HEADINGS), rows)
    return f"# {voice.say(TITLE)}\n\n{voice.say(ABOUT)}\n\n{listed}\n"


def _row(
    criterion: Criterion, instruments: Mapping[str, Instrument], voice: Voice
) -> tuple[str, ...]:
    name = short(criterion.id)
    seen = {version.subject for version in criterion.versions}
    whom = [voice.say(KIND_WORDS[kind]) for kind in SUBJECT_KINDS if kind in seen]
    plans = dict.fromkeys(version.instrument for version in criterion.versions)
    titles = [instruments[plan].title.in_(voice.language) for plan in sorted(plans)]
    title = criterion.title.in_(voice.language)
    return f"[{name}]({name}.md)", title, "; ".join(whom), "; ".join(titles)
