"""When is somebody's next regular salary step due, and what has prolonged it?

A regular step is due when the present one was held long enough; what does not count
and what prolongs it are lines with their clauses.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from ..decisions.answers import Condition
from ..decisions.classification import Flag
from ..decisions.clauses import Regime
from ..periods import ONE_DAY
from ..terms import Text
from .asking import UNSEEN, ask, day_text
from .choosing import Laws, law_on
from .confirming import settled
from .months import day_of, months_of
from .not_counted import not_counted
from .pay import GRADES, WORKER, Pay
from .prolonging import Lengthening
from .proposal import Proposal
from .step_time import Prolongation, StepTime, before_full

FAMILY: Final = "luong"
UNCONFIRMED: Final = "sau-2026-07"
NO_READINGS: Final[Mapping[str, str]] = MappingProxyType({})
NO_DAYS: Final[frozenset[dt.date]] = frozenset()
REGULAR: Final = Text("nâng bậc lương thường xuyên", "regular salary step")
DECIDES: Final = Text(
    "người có thẩm quyền quản lý viên chức", "who has the power over public employees"
)


@attrs.frozen
class Step(Proposal):
    """A proposed salary step with what moves its day ("đề xuất nâng bậc lương").

    *due* is the day of the regular step, None while it is open. *prolongation* is
    None where nobody knows the step.
    """

    due: dt.date | None = None
    prolongation: Prolongation | None = None
    time: StepTime | None = None


@attrs.frozen
class StepCase:
    """A person's step before the law of a day, and what the hospital chose."""

    law: Regime
    pay: Pay
    on: dt.date
    readings: Mapping[str, str] = NO_READINGS
    days_off: frozenset[dt.date] = NO_DAYS

    @property
    def confirmed(self) -> bool:
        """Whether anybody has seen that the law still applies on the day."""
        return self.on < day_of(self.law, UNCONFIRMED)

    def time(self) -> StepTime | None:
        """Return how long the step has to be held; None where nobody knows the step."""
        pay = self.pay
        if pay.began is None or pay.grade is None:
            return None
        base = months_of(self.law, "tt08-d2-k1-a", pay.grade)
        lost = not_counted(
            self.law, pay.absences, pay.began, self.readings, self.days_off
        )
        longer = Lengthening(self.law, pay, pay.began, self.on).lines()
        uncounted, more = before_full(pay.began, base, lost.lines, longer)
        return StepTime(
            pay.began, base, uncounted, Prolongation(more), lost.odd, lost.odd_most
        )


def propose_step(
    laws: Laws,
    pay: Pay,
    *,
    on: dt.date,
    readings: Mapping[str, str] = NO_READINGS,
    days_off: frozenset[dt.date] = NO_DAYS,
) -> Step:
    """Say whether a regular salary step is due on the day *on*.

    Args:
        laws: bodies of law by id; *on* chooses the one of salaries.
        pay: what is known of the step.
        on: the day considered.
        readings: answers to what the text leaves open, by id.
        days_off: the hospital's own days off, for odd days.

    Raises:
        FaultError: DV-D001 where no law of salaries was in force on that day.
    """
    case = StepCase(law_on(laws, FAMILY, on), pay, on, readings, days_off)
    time = case.time()
    conditions = (not_last(case), held(case, time))
    exclusions = (no_employee(case),)
    return Step(
        use="salary",
        id="regular_step",
        label=REGULAR,
        subject=pay.subject,
        law=case.law.id,
        event=on,
        standing=settled(case.law, conditions, exclusions, confirmed=case.confirmed),
        decides=DECIDES,
        conditions=conditions,
        exclusions=exclusions,
        flags=tuple(flags(case, time)),
        due=time.due if time else None,
        prolongation=time.prolongation if time else None,
        time=time,
    )


def no_employee(case: StepCase) -> Condition:
    """TT 08/2013, Điều 2 khoản 1: steps are those of viên chức; others by contract."""
    employee = case.pay.employee
    known = None if employee is None else not employee
    seen = UNSEEN if employee is None else KINDS[employee]
    required = Text("không phải viên chức", f"no public employee ({WORKER})")
    return ask(case.law, "tt08-d2-k1").condition(
        known, seen, "employee", required=required
    )


KINDS: Final = {
    True: Text("viên chức", "public employee"),
    False: Text("người lao động", "contract worker"),
}


def not_last(case: StepCase) -> Condition:
    """TT 08/2013, Điều 2 khoản 1: whoever stands on the last step has no next one."""
    last = case.pay.last_step
    required = Text("chưa ở bậc cuối", "not on the last step")
    return ask(case.law, "tt08-d2-k1").yes(
        None if last is None else not last, "last_step", required=required
    )


def held(case: StepCase, time: StepTime | None) -> Condition:
    """TT 08/2013, Điều 2 khoản 1 điểm a: the step was held long enough by that day.

    Where only odd days decide, it rests on the rule for them, which nobody has read.
    """
    clause, day = "tt08-d2-k1-a", case.on
    if time is None:
        lacking = [one for one in ("grade", "began") if getattr(case.pay, one) is None]
        return ask(case.law, clause).condition(None, UNSEEN, *lacking)
    sure = full(*time.surely, day)
    rounded = full(*time.by_rule, day)
    if sure is None and rounded is not None and time.odd is not None:
        return ask(case.law, time.odd.clause).condition(rounded, seen_of(time))
    return ask(case.law, clause).condition(
        sure,
        seen_of(time),
        *time.missing,
        required=_required(case, time),
        silent=sure is None and not time.missing,
    )


def _required(case: StepCase, time: StepTime) -> Text:
    grade = GRADES[case.pay.grade] if case.pay.grade else Text("")
    on = day_text(case.on)
    return Text(
        f"đủ {time.base} tháng giữ bậc ({grade.vi}) và thời gian kéo dài, đến ngày {on}",
        f"{time.base} months in the step ({grade.en}) and any prolongation, by {on}",
    )


def full(earliest: dt.date, latest: dt.date | None, day: dt.date) -> bool | None:
    """Say whether a step is full on a day; None while it may be."""
    if latest is not None and latest <= day:
        return True
    return False if earliest > day else None


def seen_of(time: StepTime) -> Text:
    """Return when a step is full, with how that day came about."""
    since = day_text(time.began)
    low, high = time.by_rule
    until = "…" if high is None else day_text(high)
    days = day_text(low) if low == high else f"{day_text(low)} – {until}"
    more = [time.odd] if time.odd else []
    lines = [one for one in (*time.lines, *more) if one.low or one.high != 0]
    added = Text.both(
        lambda at: "".join(
            f"; {one.says.in_(at)}: +{_months(one.low, one.high)}" for one in lines
        )
    )
    return Text(
        f"hưởng bậc từ {since}, đủ ngày {days}{added.vi}",
        f"held since {since}, full on {days}{added.en}",
    )


def _months(low: int, high: int | None) -> str:
    return str(low) if low == high else f"{low}–{'…' if high is None else high}"


def flags(case: StepCase, time: StepTime | None) -> Iterator[Flag]:
    """Yield what the deciders have to know beside the conditions."""
    unseen = case.law.clause(UNCONFIRMED)
    limit = day_of(case.law, UNCONFIRMED)
    due = time.due if time else None
    if not case.confirmed or (due is not None and due >= limit):
        yield Flag("LAW_NOT_CONFIRMED", unseen.id, unseen.says)
    if time is None:
        return
    if time.prolongation.lines:
        yield Flag("PROLONGED", "tt08-d2-k2", _told(time.prolongation))
    for one in (one for one in time.lines if one.late):
        yield Flag("AFTER_FULL", one.clause, one.says)
    if due is not None and due <= case.on - ONE_DAY:
        says = Text(
            f"đã đủ từ {day_text(due)}, trước ngày xét", f"full since {day_text(due)}"
        )
        yield Flag("OVERDUE", "tt08-d2-k1-a", says)


def _told(prolongation: Prolongation) -> Text:
    months = _months(prolongation.low, prolongation.high)
    return Text(f"kéo dài {months} tháng", f"prolonged by {months} months")
