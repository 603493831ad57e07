"""Does limitation still run, class by class as the law names them, and until when?"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from ..decisions.answers import Truth, some
from ..decisions.clauses import Regime
from ..periods import ONE_DAY
from ..terms import Text
from .articles import is_new
from .finding import Finding, Situation, SituationKind
from .reckoning import Term, days_term, elapsed, months_term

NEW: Final = ("nd234-d5-k3-a", "nd234-d5-k3-b")
OLD: Final = ("ld58-d53-k1-a", "ld58-d53-k1-b", "nd71-d5-a", "nd71-d5-b")
DEFERRING: Final[frozenset[SituationKind]] = frozenset(
    ("illness", "maternity", "prosecution", "land", "other")
)
LIFTABLE: Final = ("maternity", "prosecution")
NEVER_COUNTED: Final = ("prosecution", "litigation")


@attrs.frozen
class Limitation:
    """What the law says of one of its classes: whether its term still ran that day.

    Every class is told and none is chosen. *term* says from when to when; two ends
    differ where a text is silent or a fact is missing.
    """

    clause: str
    statutory_class: Text
    cited: Text
    months: int
    on: dt.date
    open: Truth
    term: Term | None = None
    elapsed: tuple[int, int] = (0, 0)
    unlimited: bool = False
    missing: tuple[str, ...] = ()


@attrs.frozen
class Deadline:
    """Until when a decision is due, in days from discovery that count."""

    clause: str
    days: int
    term: Term | None
    not_counted: int = 0
    missing: tuple[str, ...] = ()


def limitations(law: Regime, finding: Finding, on: dt.date) -> tuple[Limitation, ...]:
    """Return what each class of *law* says on the day of the conclusion."""
    return tuple(_of_class(law, finding, on, clause) for clause in _classes(law))


def deadlines(law: Regime, finding: Finding, on: dt.date) -> tuple[Deadline, ...]:
    """Return the days by which a decision is due, usual and for complex cases."""
    usual = "nd234-d5-k5" if is_new(law) else "ld58-d53-k3"
    free, maybe = _free(law, finding, on, limitation=False)
    found = []
    for clause in (usual, f"{usual}-long"):
        days = int(law.number(clause, "days"))
        start = finding.found_on
        term = None if start is None else days_term(start, days, free, maybe)
        gone = sum(term.start < day <= term.last for day in free) if term else 0
        lacking = () if term else ("found_on",)
        found.append(Deadline(clause, days, term, gone, lacking))
    return tuple(found)


def from_memory(law: Regime, finding: Finding) -> tuple[str, ...]:
    """Return the clause on counting that is only remembered, where it may matter."""
    if is_new(law):
        return ()
    lasting = finding.ended_on != finding.act_on or finding.end_known is False
    matters = lasting or finding.later_acts or finding.situations
    return ("nd112-d5",) if matters else ()


def _classes(law: Regime) -> tuple[str, ...]:
    return NEW if is_new(law) else OLD


def _of_class(law: Regime, finding: Finding, on: dt.date, clause: str) -> Limitation:
    says, months = law.clause(clause), int(law.number(clause, "months"))
    cited = Text.both(says.cited)
    unlimited = some([Truth.of(one) for one in finding.unlimited.values()])
    if not finding.unlimited:
        unlimited = Truth.UNKNOWN
    term, lacking = _term(law, finding, on, months)
    runs = term.holds(on) if term else Truth.UNKNOWN
    unsaid = _unsaid(finding)
    if runs is Truth.FALSE and unsaid:
        runs = Truth.UNKNOWN
    missing = [*lacking, *unsaid] if runs is Truth.UNKNOWN else []
    if unlimited is Truth.UNKNOWN and runs is not Truth.TRUE:
        missing.append("unlimited")
    is_open = some([runs, unlimited])
    return Limitation(
        clause,
        says.says,
        cited,
        months,
        on,
        is_open,
        term,
        elapsed(term.start, on) if term else (0, 0),
        unlimited is Truth.TRUE,
        tuple(missing) if is_open is Truth.UNKNOWN else (),
    )


def _unsaid(finding: Finding) -> tuple[str, ...]:
    """Return what may have made a term longer and nobody has spoken of."""
    told = {"later_acts": finding.later_acts, "situations": finding.situations}
    return tuple(name for name, known in told.items() if known is None)


def _term(
    law: Regime, finding: Finding, on: dt.date, months: int
) -> tuple[Term | None, tuple[str, ...]]:
    """Return from when to when the term runs, as far as that is certain."""
    first, latest, lacking = _starts(law, finding, on)
    if first is None or latest is None:
        return None, lacking
    free, maybe = _free(law, finding, on, limitation=True)
    sure = months_term(first, months, free)
    wide = months_term(latest, months, free, maybe)
    known = sorted(finding.later_acts or ())
    for day in known:
        if is_new(law) and day > sure.start and sure.holds(day) is Truth.TRUE:
            sure = months_term(day, months, free)
        if day > wide.start and wide.holds(day) is not Truth.FALSE:
            wide = months_term(day, months, free, maybe)
    return Term(sure.start, sure.sure, max(sure.last, wide.last)), lacking


def _starts(
    law: Regime, finding: Finding, on: dt.date
) -> tuple[dt.date | None, dt.date | None, tuple[str, ...]]:
    """Return the first and the last day from which it may run.

    The decree of 2026 counts from the end, or from the conclusion where none can
    be found; of the law before it only the act itself is certain.
    """
    act, ended = finding.act_on, finding.ended_on
    if is_new(law) and finding.end_known is False:
        return on, on, ()
    if is_new(law) and ended is not None:
        return ended, ended, ()
    lacking = () if ended or finding.end_known is False else ("ended_on",)
    if act is None:
        return None, None, ("act_on", *lacking)
    return act, ended or on, lacking


def _free(
    law: Regime, finding: Finding, on: dt.date, *, limitation: bool
) -> tuple[frozenset[dt.date], frozenset[dt.date]]:
    """Return the days that do not count, and those of which that is not certain.

    The law of 2010 takes criminal procedure out of the term for handling; what it
    takes out of limitation was not seen.
    """
    free: set[dt.date] = set()
    maybe: set[dt.date] = set()
    for one in finding.situations or ():
        days = set(_days(one, on))
        if is_new(law):
            certain = uncounted(one)
        else:
            certain = None if limitation or one.kind != "prosecution" else True
        if certain is not False:
            (free if certain else maybe).update(days)
    return frozenset(free), frozenset(maybe - free)


def uncounted(one: Situation) -> bool | None:
    """NĐ 234 Điều 5 khoản 6: deferral, criminal procedure, and suits do not count.

    Of who asked that it be examined all the same, the day of asking is not known.
    """
    if one.kind in NEVER_COUNTED:
        return True
    if one.kind not in DEFERRING:
        return False
    if one.kind in LIFTABLE:
        return True if one.lifted is False else None
    return True


def _days(one: Situation, on: dt.date) -> Iterator[dt.date]:
    """Yield the days of a situation, up to the day of the conclusion while it lasts."""
    day, end = one.since, one.until or on
    while day <= end:
        yield day
        day += ONE_DAY
