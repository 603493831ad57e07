"""What does one row of a table of duties say?

A cell that cannot be read is a fact that is not known; a row whose own key cannot be
read may be about any.
"""

import datetime as dt
import re
from typing import Final, Generic, Literal, TypeVar, cast

import attrs

from ... import grammar
from ...collation import folded
from ...consequences.duty_facts import (
    NOT_YET,
    CaseKind,
    Complexity,
    Conference,
    Consultation,
    Done,
    Form,
    HalfYear,
    Inspectorate,
    Posting,
    Reception,
)
from ...errors import Place
from ..fields import Codes, Fields
from ..folding import Broken
from . import duty_columns as at

T = TypeVar("T")
MONTHS: Final = 12
_MONTH: Final = re.compile(r"(?:(?:0?1)/)?([0-9]{1,2})/([0-9]{4})")
_ISO_MONTH: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-01)?")


@attrs.frozen
class Told(Generic[T]):
    """An entry under its id; *about* is the key that is not clear if it is torn.

    Without an *entry* the row says that there is none, or, if *open_*, nobody knows.
    """

    id: str
    entry: T | None
    about: str
    place: Place = attrs.field(eq=False)
    open_: bool = False


@attrs.frozen
class CaseMore:
    """The further days of a case that stands in the register of petitions."""

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


KINDS: Final[dict[str, CaseKind]] = {
    "complaint": "complaint",
    "denunciation": "denunciation",
    "proposal": "proposal",
    "feedback": "feedback",
}


def done(fields: Fields, column: str) -> Done:
    """Return a day, «not yet», or None where nothing is told."""
    value = fields.row[column].value
    if isinstance(value, str) and folded(value) in at.NOT_YET_WORDS:
        return NOT_YET
    return fields.day(column)


def posting(fields: Fields, _: Codes) -> Told[Posting] | Broken:
    """Read one document that had to be public, or that in a group nothing arose."""
    group, content = _group(fields)
    about = "" if group is None else str(group)
    number = fields.code("document")
    decided, posted = done(fields, "decided"), done(fields, "posted")
    removed = done(fields, "removed")
    _ordered(fields, ("decided", decided), ("posted", posted))
    _ordered(fields, ("posted", posted), ("removed", removed))
    form = fields.maybe("form", at.FORM_WORDS)
    if fields.faults and _unordered(fields):
        return Broken(fields.faults[0], about=about)
    entry = Posting(
        number or ("" if group else content),
        group,
        decided,
        posted,
        removed,
        cast(Form, form) if form else None,
        fields.code("other_law"),
        fields.ticked("nothing"),
    )
    id_ = f"{content} {number} {decided}"
    return Told(id_, entry, about, fields.place("content"))


def _group(fields: Fields) -> tuple[int | None, str]:
    """Return the group a row is about, and what stands there; a document has none."""
    content = fields.code("content", needed=True)
    found = grammar.choice(fields.row["content"], at.GROUP_WORDS)
    if f"k{content}" in at.GROUP_WORDS:
        found = f"k{content}"
    if isinstance(found, str):
        return int(found.removeprefix("k")), content
    if content:
        allowed = "; ".join(one.vi for one in at.GROUP_WORDS.values())
        fields.note("DV-D501", "content", seen=content, allowed=allowed)
    return None, content


def conference(fields: Fields, _: Codes) -> Told[Conference] | Broken:
    """Read one conference of the staff; numbers that contradict are not known."""
    year = _year(fields)
    kind = fields.choice("kind", at.REGULAR)
    if year is None or not kind:
        return Broken(fields.faults[0], about="" if year is None else str(year))
    names = "summoned", "present", "agreed"
    counts = [fields.count(name) for name in names]
    for (outer, whole), (inner, part) in zip(
        zip(names, counts, strict=True),
        zip(names[1:], counts[1:], strict=True),
        strict=False,
    ):
        if whole is not None and part is not None and part > whole:
            told = {"seen": part, "allowed": whole}
            fields.note("DV-D502", inner, **told)
            counts[names.index(inner)] = counts[names.index(outer)] = None
    entry = Conference(
        year,
        kind == "regular",
        done(fields, "day"),
        fields.answer("delegates"),
        *counts,
    )
    id_ = f"{year} {kind} {entry.day}"
    return Told(id_, entry, str(year), fields.place("year"))


def consultation(fields: Fields, _: Codes) -> Told[Consultation] | Broken:
    """Read one document the staff were asked about."""
    document = fields.code("document", needed=True)
    if not document:
        return Broken(fields.faults[0])
    clause = fields.maybe("clause", at.CLAUSE_WORDS)
    entry = Consultation(
        document,
        done(fields, "asked"),
        done(fields, "issued"),
        int(clause.removeprefix("k")) if clause else None,
    )
    return Told(document, entry, document, fields.place("document"))


def reception(fields: Fields, _: Codes) -> Told[Reception] | Broken:
    """Read one day on which the head received citizens, or that there was none."""
    place = fields.place("month")
    month = _month(fields)
    key = "" if month is None else f"{month:%Y-%m}"
    value = fields.row["day"].value
    if month and isinstance(value, str) and folded(value) in at.NONE_WORDS:
        return Told(f"{key} none", None, key, place)
    day = fields.day("day")
    if month and day and (day.year, day.month) != (month.year, month.month):
        told = {"seen": f"{day:%d/%m/%Y}", "allowed": f"{month:%m/%Y}"}
        fields.note("DV-D503", "day", **told)
        return Broken(fields.faults[-1])
    if month is None:
        return Broken(fields.faults[0])
    entry = None if day is None else Reception(day)
    return Told(f"{key} {day}", entry, key, place, open_=day is None)


def half_year(fields: Fields, _: Codes) -> Told[HalfYear] | Broken:
    """Read the check of half a year."""
    year, half = _year(fields), fields.choice("half", at.HALVES)
    if year is None or not half:
        return Broken(fields.faults[0])
    days = done(fields, "checked"), done(fields, "told")
    _ordered(fields, ("checked", days[0]), ("told", days[1]))
    key = f"{year}-{half}"
    if _unordered(fields):
        return Broken(fields.faults[0], about=key)
    entry = HalfYear(year, 1 if half == "1" else 2, *days)
    return Told(f"{key} {days[0]}", entry, key, fields.place("year"))


def inspectorate(fields: Fields, _: Codes) -> Told[Inspectorate] | Broken:
    """Read one people's inspectorate as it was elected."""
    elected = fields.day("elected", needed=True)
    if elected is None:
        return Broken(fields.faults[0])
    recognised = done(fields, "recognised")
    _ordered(fields, ("elected", elected), ("recognised", recognised))
    if _unordered(fields):
        return Broken(fields.faults[0])
    entry = Inspectorate(
        elected,
        fields.count("members"),
        fields.count("deputies"),
        fields.answer("barred"),
        fields.answer("proposed"),
        fields.answer("dispersed"),
        recognised,
    )
    return Told(f"{elected}", entry, "", fields.place("elected"))


@attrs.frozen
class CaseReader:
    """Reads the further days of the *cases* that stand in the register."""

    cases: frozenset[str]
    register: str

    def __call__(self, fields: Fields, _: Codes) -> Told[CaseMore] | Broken:
        """Read one row."""
        case = fields.code("case", needed=True)
        if case and case not in self.cases:
            fields.note("DV-D505", "case", seen=case, allowed=self.register)
        if fields.faults:
            return Broken(fields.faults[0], about=case)
        return _case(fields, case)


def _case(fields: Fields, case: str) -> Told[CaseMore] | Broken:
    days = {
        name: done(fields, name)
        for name in (
            *("noticed", "accepted", "concluded"),
            *("sent", "published", "removed"),
        )
    }
    for first, second in (
        ("concluded", "sent"),
        ("concluded", "published"),
        ("published", "removed"),
    ):
        _ordered(fields, (first, days[first]), (second, days[second]))
    round_ = fields.maybe("round", at.ROUNDS)
    complexity = fields.maybe("complexity", at.COMPLEXITY_WORDS)
    if _unordered(fields):
        return Broken(fields.faults[0], about=case)
    entry = CaseMore(
        **days,
        refused=fields.answer("refused"),
        round={"1": 1, "2": 2}.get(round_),  # type: ignore[arg-type]
        complexity=cast(Complexity, complexity) if complexity else None,
        remote=fields.answer("remote"),
        extensions=fields.count("extensions"),
    )
    return Told(case, entry, case, fields.place("case"))


def _ordered(fields: Fields, first: tuple[str, Done], second: tuple[str, Done]) -> None:
    """Note a day that lies before the one it follows."""
    before, (column, after) = first[1], second
    if isinstance(before, dt.date) and isinstance(after, dt.date) and after < before:
        told = {"seen": f"{after:%d/%m/%Y}", "allowed": f"{before:%d/%m/%Y}"}
        fields.note("DV-S208", column, **told)


def _unordered(fields: Fields) -> bool:
    return any(one.code == "DV-S208" for one in fields.faults)


def _year(fields: Fields) -> int | None:
    """Return a year; a fault where it can be none."""
    before = len(fields.faults)
    year = fields.count("year")
    if len(fields.faults) > before:
        return None
    first, last = at.FIRST_YEAR, at.LAST_YEAR
    if year is None:
        fields.note("DV-S201", "year", key=fields.place("year").key)
    elif not first <= year <= last:
        fields.note("DV-D506", "year", seen=year, first=first, last=last)
        return None
    return year


def _month(fields: Fields) -> dt.date | None:
    """Return the first day of a month; a sheet may have made a day of it."""
    written = fields.written("month").strip()
    if not written:
        if not fields.faults:
            fields.note("DV-S201", "month", key=fields.place("month").key)
        return None
    found = _MONTH.fullmatch(written)
    numbers = found.groups()[::-1] if found else None
    if found is None and (iso := _ISO_MONTH.fullmatch(written)):
        numbers = iso.groups()
    if numbers:
        year, month = (int(one) for one in numbers)
        first, last = at.FIRST_YEAR, at.LAST_YEAR
        if first <= year <= last and 1 <= month <= MONTHS:
            return dt.date(year, month, 1)
    fields.note("DV-D504", "month", seen=written)
    return None
