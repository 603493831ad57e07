"""Who may have a salary step early, and how many of them in a year?

One for each full ten persons of the payroll; those left over are reported to the
superior. Inside that number only the unit's own adopted rule puts anybody before
anybody: without one, and among equals across the line, people choose.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from ..decisions.answers import Condition, Truth, every, some
from ..decisions.classification import Flag
from ..decisions.clauses import Regime
from ..decisions.levels import Level
from ..decisions.notices import current
from ..errors import FaultError, Place, fault
from ..periods import ONE_DAY, Period
from ..terms import Text
from .asking import NO, UNSEEN, ask, day_text
from .choosing import Laws, law_on
from .confirming import settled
from .months import day_of, months_after, months_of
from .pay import Achievement, Pay
from .prolonging import counting, told
from .salary import (
    DECIDES,
    FAMILY,
    NO_DAYS,
    NO_READINGS,
    UNCONFIRMED,
    Step,
    StepCase,
    full,
    no_employee,
    not_last,
    seen_of,
)
from .step_time import StepTime

EARLY: Final = Text("nâng bậc lương trước thời hạn", "early salary step")
RULE: Final = "tt08-d3-k1-a"
NUMBER: Final = "tt08-d3-k1-b"
ORDER: Final = "tt08-d3-thu-tu"


def _listed(order: Iterable[str]) -> tuple[str, ...]:
    return tuple(order)


def _once(_: object, __: object, order: tuple[str, ...]) -> None:
    for kind in order:
        if order.count(kind) > 1:
            raise FaultError(fault("DV-D306", Place(key="order"), seen=kind))


@attrs.frozen
class Adopted:
    """The unit's own order of achievements, highest first, by an article of its rule.

    A candidate stands by their highest one; where *counts*, equals stand by how many
    they have of each kind.
    """

    article: str = attrs.field(validator=attrs.validators.min_len(1))
    order: tuple[str, ...] = attrs.field(converter=_listed, validator=_once)
    counts: bool = False

    def place(self, achievements: Iterable[Achievement]) -> tuple[int, ...]:
        """Return where somebody stands; the greater comes first."""
        kinds = [one.kind for one in achievements]
        each = tuple(kinds.count(kind) for kind in self.order)
        if self.counts:
            return each
        best = next((at for at, count in enumerate(each) if count), len(self.order))
        return (len(self.order) - best,)


@attrs.frozen
class EarlySteps:
    """The early steps of a year: how many, for whom, and what is left to people.

    *remainder* are the persons of the payroll beyond the last full ten, reported to
    the superior. *inside* have a place whatever becomes of open cases, *outside* have
    none; of *tied* people choose *left*, and *open* are not settled yet.
    """

    law: str
    year: int
    event: dt.date
    payroll: int | None
    slots: int | None
    remainder: int | None
    proposals: tuple[Step, ...]
    inside: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    left: int | None = None
    outside: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def fitting(self) -> tuple[str, ...]:
        """Who fulfils every condition, by code."""
        return tuple(
            one.subject.code for one in self.proposals if fits(one) is Truth.TRUE
        )


def early_steps(
    laws: Laws,
    payroll: int | None,
    candidates: Sequence[Pay],
    *,
    year: int,
    adopted: Adopted | None = None,
    readings: Mapping[str, str] = NO_READINGS,
    days_off: frozenset[dt.date] = NO_DAYS,
) -> EarlySteps:
    """Say how many early steps a year has, who fits, and who has a place.

    Args:
        laws: bodies of law by id; the last day of the review year chooses.
        payroll: how many persons are on the payroll list; None when nobody said.
        candidates: what is known of those who were named.
        year: the year of the review.
        adopted: the unit's own order of achievements, None where it adopted none.
        readings: answers to what the text leaves open, by id.
        days_off: the hospital's own days off.

    Raises:
        FaultError: DV-D001 where no law of salaries was in force.
    """
    law = law_on(laws, FAMILY, Period.year(year).end)
    review = dt.date(year, months_of(law, RULE, "month"), months_of(law, RULE, "day"))
    listed = sorted(candidates, key=lambda one: one.subject.code)
    steps = tuple(
        _early(StepCase(law, one, review, readings, days_off)) for one in listed
    )
    tens = months_of(law, NUMBER, "persons")
    slots, rest = (None, None) if payroll is None else divmod(payroll, tens)
    found = EarlySteps(law.id, year, review, payroll, slots, rest, steps)
    places = _placed(found, listed, adopted)
    return attrs.evolve(places, flags=tuple(_flags(law, places, adopted)))


def _early(case: StepCase) -> Step:
    """Return the proposal of an early step for one person."""
    time = case.time()
    conditions = (
        not_last(case),
        rated(case),
        undisciplined(case),
        achieved(case),
        missing(case, time),
        not_twice(case),
    )
    exclusions = (no_employee(case),)
    unseen = case.law.clause(UNCONFIRMED)
    flags = (
        () if case.confirmed else (Flag("LAW_NOT_CONFIRMED", unseen.id, unseen.says),)
    )
    return Step(
        use="salary",
        id="early_step",
        label=EARLY,
        subject=case.pay.subject,
        law=case.law.id,
        event=case.on,
        standing=settled(case.law, conditions, exclusions, confirmed=case.confirmed),
        decides=DECIDES,
        conditions=conditions,
        exclusions=exclusions,
        flags=flags,
        due=time.due if time else None,
        prolongation=time.prolongation if time else None,
        time=time,
    )


def fits(step: Step) -> Truth:
    """Say whether somebody fulfils every condition, confirmed or not."""
    out = some(one.truth for one in step.exclusions)
    return every([~out, *(one.truth for one in step.conditions)])


def rated(case: StepCase) -> Condition:
    """TT 08/2013, Điều 2 khoản 2: HTNV or above in every year of the step."""
    asked, began = ask(case.law, "tt08-d2-k2"), case.pay.began
    required = Text("từ hoàn thành nhiệm vụ trở lên", "HTNV or above")
    if began is None:
        return asked.condition(None, UNSEEN, "began", required=required)
    lowest, open_ = list[int](), list[int]()
    for year in range(began.year - 1, case.on.year + 1):
        record = current(case.pay.records, year)
        in_step = record is not None and began <= record.decided_on
        if record is not None and in_step and record.level is Level.KHTNV:
            lowest.append(year)
        elif (
            record is None and year >= began.year and year not in case.pay.settled_years
        ):
            open_.append(year)
    years = ", ".join(map(str, lowest or open_))
    if lowest:
        seen = Text(f"không hoàn thành nhiệm vụ: {years}", f"KHTNV: {years}")
        return asked.condition(False, seen, required=required)
    if open_:
        seen = Text(f"chưa có mức đã quyết định: {years}", f"no level of {years}")
        return asked.condition(None, seen, "records", required=required)
    seen = Text("mọi năm giữ bậc", "every year of the step")
    return asked.condition(True, seen, required=required)


def undisciplined(case: StepCase) -> Condition:
    """TT 08/2013, Điều 2 khoản 2: no reprimand, warning or removal during the step."""
    asked, pay = ask(case.law, "tt08-d2-k2"), case.pay
    required = Text("không bị kỷ luật trong thời gian giữ bậc", "no discipline")
    lacking = [one for one in ("began", "penalties") if getattr(pay, one) is None]
    if pay.began is None or pay.penalties is None:
        return asked.condition(None, UNSEEN, *lacking, required=required)
    began = pay.began
    found = [
        one for one in counting(pay.penalties, case.on) if one.effective_on >= began
    ]
    if not found:
        return asked.condition(True, NO, required=required)
    seen = Text.both(lambda at: "; ".join(told(one).in_(at) for one in found))
    return asked.condition(False, seen, required=required)


def achieved(case: StepCase) -> Condition:
    """TT 08/2013, Điều 3 khoản 1 điểm a: an excellent achievement, in writing."""
    asked = ask(case.law, RULE)
    required = Text(
        "thành tích xuất sắc được công nhận bằng văn bản",
        "excellent achievement recognised in writing",
    )
    own = case.pay.achievements
    if own is None:
        return asked.condition(None, UNSEEN, "achievements", required=required)
    known = [one for one in own if one.recognised_on <= case.on]
    papers = "; ".join(f"{one.kind} ({one.number})" for one in known)
    seen = Text(papers) if papers else Text("chưa có", "none")
    return asked.condition(bool(known), seen, required=required)


def missing(case: StepCase, time: StepTime | None) -> Condition:
    """TT 08/2013, Điều 3 khoản 1 điểm a: at most twelve months missing on 31/12.

    The last day of December is held to its end; a step full by then is a regular one.
    """
    asked, months = ask(case.law, RULE), months_of(case.law, RULE)
    review = day_text(case.on)
    required = Text(
        f"đến {review} còn thiếu, từ {months} tháng trở xuống",
        f"some time is missing on {review}, {months} months at most",
    )
    if time is None:
        lacking = [one for one in ("grade", "began") if getattr(case.pay, one) is None]
        return asked.condition(None, UNSEEN, *lacking, required=required)
    following = case.on + ONE_DAY
    last = months_after(following, months)
    sure = _between(*time.surely, following, last)
    rounded = _between(*time.by_rule, following, last)
    seen = seen_of(time)
    if sure is None and rounded is not None and time.odd is not None:
        odd = ask(case.law, time.odd.clause)
        return odd.condition(rounded, seen, required=required)
    return asked.condition(
        sure,
        seen,
        *time.missing,
        required=required,
        silent=sure is None and not time.missing,
    )


def _between(
    earliest: dt.date, latest: dt.date | None, following: dt.date, last: dt.date
) -> bool | None:
    """Say whether a step is full after *following* and no later than *last*."""
    done, soon = (full(earliest, latest, day) for day in (following, last))
    if done or soon is False:
        return False
    return True if done is False and soon else None


def not_twice(case: StepCase) -> Condition:
    """TT 03/2021: no early step twice in a row."""
    before = case.pay.early_before
    required = Text("lần trước không nâng trước hạn", "the last step was no early one")
    return ask(case.law, "tt03-hai-lan").yes(
        None if before is None else not before, "early_before", required=required
    )


def _placed(
    found: EarlySteps, listed: Sequence[Pay], adopted: Adopted | None
) -> EarlySteps:
    """Return who has a place: sure of it, sure of none, or left to people."""
    truths = {one.subject.code: fits(one) for one in found.proposals}
    fitting = [one for one in listed if truths[one.subject.code] is Truth.TRUE]
    maybe = [one for one in listed if truths[one.subject.code] is Truth.UNKNOWN]
    waiting = tuple(one.subject.code for one in maybe)
    if found.slots is None:
        return attrs.evolve(found, open=waiting)
    slots, groups = found.slots, dict[str, list[str]]({})
    ranks = {one.subject.code: _place(one, adopted, found.event) for one in listed}
    best = {
        one.subject.code: None if one.achievements is None else ranks[one.subject.code]
        for one in maybe
    }
    for one in fitting:
        code = one.subject.code
        own = ranks[code]
        ahead = sum(ranks[other.subject.code] > own for other in fitting)
        equal = sum(ranks[other.subject.code] == own for other in fitting)
        rivals = sum(place is None or place >= own for place in best.values())
        groups.setdefault(_group(ahead, equal, rivals, slots), []).append(code)
    inside = tuple(groups.get("inside", ()))
    outside = tuple(groups.get("outside", ()))
    tied = tuple(groups.get("tied", ()))
    left = slots - len(inside) if tied else None
    pending = tuple(sorted((*waiting, *groups.get("open", ()))))
    return attrs.evolve(
        found, inside=inside, tied=tied, left=left, outside=outside, open=pending
    )


def _place(pay: Pay, adopted: Adopted | None, on: dt.date) -> tuple[int, ...]:
    own = [one for one in pay.achievements or () if one.recognised_on <= on]
    return adopted.place(own) if adopted else ()


def _group(ahead: int, equal: int, rivals: int, slots: int) -> str:
    """Return whether somebody has a place; *rivals* are open cases that may be before."""
    if ahead >= slots:
        return "outside"
    if ahead + equal + rivals <= slots:
        return "inside"
    return "open" if ahead + equal <= slots else "tied"


def _flags(law: Regime, found: EarlySteps, adopted: Adopted | None) -> Iterator[Flag]:
    """Yield what is to be reported, and on what the order rests."""
    if found.remainder:
        says = Text(
            f"dư {found.remainder} người, báo cáo cấp trên trong quý IV",
            f"{found.remainder} persons left over, reported to the superior in Q4",
        )
        yield Flag("REMAINDER", NUMBER, says)
    count = len(found.fitting) + len(found.open)
    if found.slots is not None and count > found.slots:
        by = adopted.article if adopted else None
        says = (
            Text(f"thứ tự theo {by}", f"ordered by {by}")
            if by
            else Text(
                "chưa có quy chế xếp thứ tự: người có thẩm quyền chọn",
                "no adopted order: people choose",
            )
        )
        yield Flag("ORDER", ORDER, says)
    if found.event >= day_of(law, UNCONFIRMED):
        unseen = law.clause(UNCONFIRMED)
        yield Flag("LAW_NOT_CONFIRMED", unseen.id, unseen.says)
