"""Did the staff meet, check, give their opinion, and elect their inspectorate?"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final, Literal

import attrs

from ..decisions.answers import Condition
from ..decisions.clauses import Regime
from ..periods import Period
from ..terms import Text
from .asking import UNSEEN, ask, day_text
from .duty import Duty, Limit, Part, duty_of, seen_by
from .duty_case import ONE_DAY, At, after_months, in_order, silent, without_law
from .duty_facts import NOT_YET, Conference, Consultation, Done, HalfYear

HELD: Final = Text("Hội nghị đúng kỳ", "The conference in time")
QUORUM: Final = Text("Hội nghị đủ người", "The quorum of a conference")
MAJORITY: Final = Text("Nghị quyết đủ số tán thành", "The majority for a resolution")
CHECKED: Final = Text("Kiểm tra nghị quyết 6 tháng", "The six-monthly check")
ASKED: Final = Text("Lấy ý kiến trước khi quyết định", "Opinions before a decision")
HALF_YEAR: Final = "half_year"
RULES: Final = 10
"""The clause of Điều 53 on drafts of internal rules."""


def conferences(at: At) -> Iterator[Duty]:
    """Yield the conference about the year before the period, and about its own."""
    years = range(at.facts.period.start.year - 1, at.facts.period.end.year + 1)
    for year in years:
        event = dt.date(year, 12, 31)
        law = at.law("dc", event)
        if law is None:
            yield without_law(f"conference:{year}", HELD, event)
            continue
        yield yearly(at, law, year)
        for one in in_order(at.facts.conferences.rows):
            if one.year == year:
                yield from meeting(at, law, one)


def yearly(at: At, law: Regime, year: int) -> Duty:
    """Điều 51 khoản 1: once a year, after the work year, within three months.

    Of one that was held before the year was over the text does not say; one without
    its quorum is none. With seven people or fewer there may be none.
    """
    clause, event = "dc-d51-k1", dt.date(year, 12, 31)
    months = int(law.number(clause, "months"))
    due = after_months(event, months + 1) - ONE_DAY
    limit = at.ending(law, due, due)
    rows = [one for one in at.facts.conferences.rows if one.year == year]
    regular = [one for one in rows if one.regular and _enough(law, one) is not False]
    clear = at.facts.conferences.clear(str(year))
    done = _first((one.day for one in regular), clear=clear)
    fact = "conferences" if not regular else "conference.day"
    parts = [at.kept(law, clause, limit, done, fact)]
    seen = seen_by(done, at.as_of)
    if isinstance(seen, dt.date) and seen <= event:
        told = f"{day_text(seen)}, trước khi hết năm {year}"
        english = f"{day_text(seen)}, before {year} was over"
        parts.append(silent(law, clause, Text(told, english)))
    out = [_few(at, law, "dc-d51-k2-dd")]
    return duty_of(law, f"conference:{year}", HELD, event, parts, exclusions=out)


def _first(days: Iterable[Done], *, clear: bool) -> Done:
    """Return the first day a thing was done, however often it was."""
    listed = list(days)
    found = [one for one in listed if isinstance(one, dt.date)]
    if found:
        return min(found)
    return NOT_YET if clear and None not in listed else None


def _few(at: At, law: Regime, clause: str) -> Condition:
    """Ask whether so few people work there that nothing has to be held."""
    most, count = law.number(clause, "at_most"), at.facts.headcount
    known = None if count is None else count <= most
    seen = UNSEEN if count is None else Text(f"{count} người", f"{count} people")
    return ask(law, clause).condition(known, seen, "headcount")


def meeting(at: At, law: Regime, one: Conference) -> Iterator[Duty]:
    """Yield the quorum and the majority of a conference that was held."""
    day = seen_by(one.day, at.as_of)
    if day is NOT_YET:
        return
    on = day or dt.date(one.year, 12, 31)
    name = f"{one.year}-{on:%Y%m%d}" if day else f"{one.year}"
    parts = [_quorum(law, one)]
    if one.delegates:
        parts.append(_delegates(law, at.facts.headcount))
    yield duty_of(law, f"quorum:{name}", QUORUM, on, parts, counted=one.present)
    majority = [_majority(law, one)]
    yield duty_of(law, f"majority:{name}", MAJORITY, on, majority, counted=one.agreed)


def _enough(law: Regime, one: Conference) -> bool | None:
    """Điều 51 khoản 2 điểm c: at least two thirds, as whole numbers are multiplied."""
    if one.present is None or not one.summoned:
        return None
    least = law.number("dc-d51-k2-c-quorum", "quorum")
    return one.present * least.denominator >= one.summoned * least.numerator


def _quorum(law: Regime, one: Conference) -> Part:
    lacking = [n for n in ("summoned", "present") if not getattr(one, n)]
    known = _enough(law, one)
    names = [f"conference.{name}" for name in lacking] or ["conference.present"]
    seen = UNSEEN if known is None else Text(f"{one.present}/{one.summoned}")
    return Part(ask(law, "dc-d51-k2-c-quorum").condition(known, seen, *names))


def _delegates(law: Regime, headcount: int | None) -> Part:
    """Điều 51 khoản 2 điểm a, b: delegates from 100 people on, or if work demands it."""
    clause = "dc-d51-k2-b"
    asked = ask(law, clause)
    if headcount is None:
        return Part(asked.condition(None, UNSEEN, "headcount"))
    seen = Text(f"{headcount} người", f"{headcount} people")
    known = True if headcount >= law.number(clause, "people") else None
    return Part(asked.condition(known, seen, "conference.dispersed"))


def _majority(law: Regime, one: Conference) -> Part:
    """Điều 51 khoản 2 điểm c: more than half of those present."""
    clause = "dc-d51-k2-c-majority"
    more: Fraction = law.number(clause, "majority")
    asked = ask(law, clause)
    if one.agreed is None or not one.present:
        known, seen = None, UNSEEN
    else:
        known = one.agreed * more.denominator > one.present * more.numerator
        seen = Text(f"{one.agreed}/{one.present}")
    lacking = [n for n in ("present", "agreed") if getattr(one, n) is None]
    names = [f"conference.{name}" for name in lacking] or ["conference.present"]
    return Part(asked.condition(known, seen, *names))


def half_years(at: At) -> Iterator[Duty]:
    """Yield the two checks of every year of the period."""
    period = at.facts.period
    for year in range(period.start.year, period.end.year + 1):
        halves: tuple[tuple[Literal[1, 2], Period], ...] = (
            (1, Period(dt.date(year, 1, 1), dt.date(year, 6, 30))),
            (2, Period(dt.date(year, 7, 1), dt.date(year, 12, 31))),
        )
        for half, days in halves:
            if days.meet(period) is None:
                continue
            law = at.law("dc", days.end)
            id_ = f"check:{year}-{half}"
            if law is None:
                yield without_law(id_, CHECKED, days.end)
            else:
                yield half_year(at, law, id_, half, days)


def half_year(at: At, law: Regime, id_: str, half: int, days: Period) -> Duty:
    """Điều 52 khoản 3: head and union check the resolution every six months.

    Whether the check of half a year belongs into it or after it is a reading.
    """
    clause = "dc-d52-k3"
    rows = [
        one
        for one in at.facts.checks.rows
        if (one.year, one.half) == (days.end.year, half)
    ]
    clear = at.facts.checks.clear(f"{days.end.year}-{half}")
    done = _first((one.checked for one in rows), clear=clear)
    part = at.kept(
        law,
        clause,
        _half_limit(at, law, days),
        done,
        "check.checked" if rows else "checks",
    )
    parts = [part]
    if isinstance(seen_by(done, at.as_of), dt.date):
        parts.append(_told(at, law, rows))
    out = [_few(at, law, "dc-d51-k2-dd")]
    return duty_of(law, id_, CHECKED, days.end, parts, exclusions=out)


def _half_limit(at: At, law: Regime, days: Period) -> Limit:
    months = int(law.number("dc-d52-k3", "months"))
    later = after_months(days.end, months + 1) - ONE_DAY
    reading = at.reading(law, HALF_YEAR)
    if reading == "within":
        return Limit(days.end, days.end)
    if reading == "after":
        return Limit(later, later)
    return Limit(days.end, later, silent=True)


def _told(at: At, law: Regime, rows: Sequence[HalfYear]) -> Part:
    """Điều 52 khoản 3: everybody is told; by when the text does not say."""
    clause = "dc-d52-k3-told"
    told = _first((one.told for one in rows), clear=True)
    seen = seen_by(told, at.as_of)
    if isinstance(seen, dt.date):
        return Part(ask(law, clause).condition(True, Text(day_text(seen))))
    if seen is NOT_YET:
        return silent(law, clause, Text("chưa thông báo", "not told yet"))
    return Part(ask(law, clause).condition(None, UNSEEN, "check.told"))


def consultations(at: At) -> Iterator[Duty]:
    """Yield the consultation on every document, and on rules that need its proof."""
    rules, listed = dict(at.facts.rules), at.facts.consultations
    rows: list[Consultation] = []
    for one in in_order(listed.rows):
        issued = rules.pop(one.document, None)
        known = issued if one.issued is None else one.issued
        rows.append(attrs.evolve(one, issued=known))
    for number, issued in sorted(rules.items()):
        asked = NOT_YET if listed.clear(number) else None
        rows.append(Consultation(number, asked, issued, RULES))
    for one in rows:
        days = [day for day in (one.issued, one.asked) if isinstance(day, dt.date)]
        event = days[0] if days else at.facts.period.end
        law = at.law("dc", event)
        if law is None:
            yield without_law(f"consult:{one.document}", ASKED, event)
        else:
            yield consultation(at, law, one, event)


def consultation(at: At, law: Regime, one: Consultation, event: dt.date) -> Duty:
    """Điều 53: the staff give their opinion before the head decides.

    On the very day of the decision it cannot be told which came first. Before there
    is a decision nothing is missed.
    """
    clause = "dc-d53" if one.clause is None else f"dc-d53-k{one.clause}"
    asked = seen_by(one.asked, at.as_of)
    issued = seen_by(one.issued, at.as_of)
    due = issued - ONE_DAY if isinstance(issued, dt.date) else None
    on = asked if isinstance(asked, dt.date) else None
    told = Text(
        f"lấy ý kiến {_shown(asked).vi}; ban hành {_shown(issued).vi}",
        f"asked {_shown(asked).en}; issued {_shown(issued).en}",
    )
    known, running, missing, quiet = _before(asked, issued)
    condition = ask(law, clause).condition(known, told, *missing, silent=quiet)
    over = (on - due).days if on and due and known is False else 0
    part = Part(condition, running, due, on, over)
    return duty_of(law, f"consult:{one.document}", ASKED, event, [part])


def _before(
    asked: Done, issued: Done
) -> tuple[bool | None, bool, tuple[str, ...], bool]:
    """Say whether it came first: known, not over yet, what is missing, silent."""
    if isinstance(asked, dt.date):
        if issued is NOT_YET:
            return True, False, (), False
        if issued is None:
            return None, False, ("consultation.issued",), False
        same = asked == issued
        return (None if same else asked < issued), False, (), same
    if issued is NOT_YET:
        return None, True, (), False
    if asked is NOT_YET and isinstance(issued, dt.date):
        return False, False, (), False
    names = ("asked", asked), ("issued", issued)
    missing = tuple(f"consultation.{name}" for name, day in names if day is None)
    return None, False, missing, False


def _shown(day: Done) -> Text:
    if day is None:
        return UNSEEN
    if isinstance(day, dt.date):
        return Text(day_text(day))
    return Text("chưa", "not yet")
