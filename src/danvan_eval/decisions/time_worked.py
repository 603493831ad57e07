"""Did somebody work long enough in the year to be classified, and does leave cap them?"""

from collections.abc import Callable
from typing import Final

import attrs

from ..points import shown
from ..terms import Text
from .answers import Condition, Truth, some
from .asking import UNSEEN, Ask
from .case import PersonCase
from .levels import Level
from .verdicts import Status, Verdict
from .worked import LeaveKind, Months, Work

SICK_OR_MATERNITY: Final[tuple[LeaveKind, ...]] = ("om-dau", "thai-san")


@attrs.frozen
class Cap:
    """A level nobody may pass, when the condition holds."""

    condition: Condition
    level: Level

    def on(self, verdict: Verdict) -> Verdict:
        """Return the verdict under this cap; open where it is open whether it holds."""
        if self.condition.truth is Truth.FALSE:
            return verdict
        capped = verdict.at_most([self.level])
        if self.condition.truth is Truth.TRUE:
            return capped
        both = {*verdict.possible, *capped.possible}
        if len(both) == 1 or verdict.status is Status.NOT_CLASSIFIED:
            return verdict
        status = verdict.status
        if status is Status.SUGGESTED:
            silent = self.condition.silent
            status = Status.PEOPLE_DECIDE if silent else Status.NOT_ENOUGH_DATA
        return Verdict(status, both)


def nd90_six_months(case: PersonCase) -> Condition:
    """NĐ 90 Điều 2 khoản 3: under six months of work nobody is classified.

    Maternity leave is no reason not to be classified.
    """
    return _six_months(case, case.ask("nd90-d2-k3-short"), "thai-san")


def nd90_leave(case: PersonCase) -> Cap:
    """NĐ 90 Điều 2 khoản 3: three to under six months of leave, never above HTNV."""
    ask = case.ask("nd90-d2-k3-leave")
    least, most = ask.clause.numbers["from_months"], ask.clause.numbers["below_months"]

    def away(work: Work, study: tuple[LeaveKind, ...]) -> Truth:
        kinds: list[LeaveKind] = ["om-dau", "khong-luong"]
        kinds += [] if study else ["di-hoc"]
        months = work.away(*kinds)
        if months.at_least(most) is not Truth.FALSE:
            return Truth.UNKNOWN
        return months.at_least(least)

    truth, missing = _by_study(case, away)
    silent = truth is Truth.UNKNOWN and not missing
    seen = UNSEEN
    if case.person.work is not None:
        counted: list[LeaveKind] = ["om-dau", "khong-luong"]
        counted += [] if case.reading("study_counts") == "work" else ["di-hoc"]
        seen = _told(case.person.work.away(*counted))
    known = None if truth is Truth.UNKNOWN else truth is Truth.TRUE
    condition = ask.answer(known, ask.clause.says, seen, *missing, silent=silent)
    return Cap(condition, Level.HTNV)


def nd233_six_months(case: PersonCase) -> Condition:
    """NĐ 233 Điều 14 khoản 1, 2: six months of work, sickness and maternity excepted.

    Who is short of six months only because of them is classified on the time
    actually worked; unpaid leave excuses nobody who worked less.
    """
    return _six_months(case, case.ask("nd233-d14-k1"), *SICK_OR_MATERNITY)


def _six_months(case: PersonCase, ask: Ask, *counted: LeaveKind) -> Condition:
    least = ask.clause.numbers["months"]

    def enough(work: Work, study: tuple[LeaveKind, ...]) -> Truth:
        return work.at_work(*counted, *study).at_least(least)

    truth, missing = _by_study(case, enough)
    work = case.person.work
    seen = UNSEEN if work is None else _told(work.at_work())
    known = None if truth is Truth.UNKNOWN else truth is Truth.TRUE
    silent = known is None and not missing
    return ask.answer(known, ask.clause.says, seen, *missing, silent=silent)


def _by_study(
    case: PersonCase, ask: Callable[[Work, tuple[LeaveKind, ...]], Truth]
) -> tuple[Truth, tuple[str, ...]]:
    """Return the answer, and what is missing for it.

    Whether study counts as work is for the hospital to say; where both answers
    come to the same, nobody has to.
    """
    work = case.person.work
    if work is None:
        return Truth.UNKNOWN, ("work",)
    chosen = case.reading("study_counts")
    ways: list[tuple[LeaveKind, ...]] = {
        "work": [("di-hoc",)],
        "leave": [()],
    }.get(chosen, [("di-hoc",), ()])  # type: ignore[assignment]
    answers = {ask(work, way) for way in ways}
    if len(answers) == 1:
        truth = answers.pop()
        missing = ("work",) if truth is Truth.UNKNOWN and work.spoilt else ()
        return truth, missing
    return Truth.UNKNOWN, ("reading.study_counts",)


def _told(months: Months) -> Text:
    low, high = months.low, months.high
    vi = shown(low) if low == high else f"{shown(low)}–{shown(high)}"
    en = vi.replace(",", ".")
    return Text(f"{vi} tháng", f"{en} months")


def worked_at_all(case: PersonCase) -> Truth:
    """Say whether there is any time actually worked to be judged by."""
    work = case.person.work
    if work is None:
        return Truth.UNKNOWN
    return some([Truth.of(work.at_work().high > 0)])
