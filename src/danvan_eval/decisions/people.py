"""Which level is suggested for a person? The stations, in their order."""

from collections.abc import Callable, Mapping
from typing import Final

import attrs

from ..errors import FaultError, Place, fault
from ..terms import Text
from .answers import Condition, Truth
from .case import PersonCase
from .classification import Classification, Fed, Flag, Hold, Roles
from .facts import HEADS, Role
from .feeding import fed_person
from .levels import ORDER, Level, told
from .time_worked import Cap, worked_at_all
from .verdicts import NOT_CLASSIFIED, Status, Test, Verdict

NO_TIME: Final = Text(
    "không có thời gian làm việc thực tế trong năm",
    "no time actually worked in the year",
)
CONTRACT: Final = "nguoi-lao-dong"
Judged = tuple[Verdict, tuple[Test, ...]]


@attrs.frozen
class PersonLogic:
    """The functions of one regime that classify a person.

    *enough* asks whether there is a year to judge, *caps* what limits the level,
    *head* is the clause by which nobody stands above the unit they head; *decides*
    says by post whose decision counts (``director``, ``delegate``, ``superior``).
    """

    enough: Callable[[PersonCase], Condition]
    judge: Callable[[PersonCase], Judged]
    head: str
    caps: tuple[Callable[[PersonCase], Cap], ...] = ()
    holds: tuple[Callable[[PersonCase], Hold | None], ...] = ()
    flags: tuple[Callable[[PersonCase, Verdict], Flag | None], ...] = ()
    roles: Mapping[Role, Roles] = attrs.field(factory=dict)
    decides: Mapping[Role, frozenset[str]] = attrs.field(factory=dict)


def classify_person(
    logic: PersonLogic, case: PersonCase, basis: Text
) -> Classification:
    """Return the suggestion for one person, before any quota.

    Raises:
        FaultError: DV-R030 for the head of a unit that was not classified before.
    """
    start = Classification(
        case.person.subject,
        case.year,
        case.law.id,
        case.event,
        basis,
        Verdict(Status.NOT_ENOUGH_DATA, ORDER),
        roles=logic.roles.get(case.person.role) if case.person.role else None,
        dan_van=case.person.dan_van,
    )
    started = _eligible(logic, case, start)
    if started.status is Status.NOT_CLASSIFIED:
        return _closed(logic, case, started)
    fed, grounds = fed_person(case)
    found = _judged(logic, fed, started, grounds)
    for cap in logic.caps:
        limit = cap(fed)
        asked = limit.condition
        if asked.truth is not Truth.FALSE:
            verdict = _still(started, limit.on(found.verdict))
            found = found.after(
                "cap", asked.clause, asked.seen, verdict, *asked.missing
            )
    return _closed(logic, case, _under_unit(logic, case, started, found))


def _eligible(
    logic: PersonLogic, case: PersonCase, start: Classification
) -> Classification:
    """Return the classification after the question whether there is one at all."""
    contract = CONTRACT in case.person.subject.traits
    if contract and case.choices.contract_workers is not True:
        says = Text(
            "người lao động: bệnh viện không áp dụng",
            "contract workers: not applied here",
        )
        verdict = NOT_CLASSIFIED
        if case.choices.contract_workers is None:
            says = Text(
                "bệnh viện chưa quyết định có áp dụng cho người lao động",
                "nobody decided whether it applies to contract workers",
            )
            verdict = Verdict(Status.PEOPLE_DECIDE, ORDER)
        clause = "nd233-d20-k2" if case.law.has("nd233-d20-k2") else ""
        return start.after("eligibility", clause, says, verdict)
    enough = logic.enough(case)
    kept = attrs.evolve(start, tests=())
    if enough.truth is Truth.FALSE:
        return kept.after("eligibility", enough.clause, enough.seen, NOT_CLASSIFIED)
    if enough.truth is Truth.UNKNOWN:
        return _waiting(kept, enough)
    if worked_at_all(case) is Truth.FALSE:
        verdict = Verdict(Status.PEOPLE_DECIDE, ORDER)
        return kept.after("eligibility", enough.clause, NO_TIME, verdict)
    return start


def _waiting(start: Classification, enough: Condition) -> Classification:
    """Return what is not known to be classified at all; it keeps what is missing.

    Where the text does not say, people decide.
    """
    test = Test(Level.HTNV, (enough,))
    marked = attrs.evolve(start, tests=(test,))
    status = Status.PEOPLE_DECIDE if enough.silent else Status.NOT_ENOUGH_DATA
    verdict = Verdict(status, ORDER)
    return marked.after("eligibility", enough.clause, enough.seen, verdict)


def _still(started: Classification, verdict: Verdict) -> Verdict:
    """Return the verdict; open as long as nobody knows whether there is one at all."""
    return Verdict(started.status, verdict.possible) if started.steps else verdict


def _judged(
    logic: PersonLogic,
    case: PersonCase,
    start: Classification,
    fed: tuple[Fed, ...],
) -> Classification:
    """Return the classification after the conditions of all levels."""
    if case.person.role is None:
        says = Text("chưa ghi chức vụ", "the post is not given")
        missing = Condition("", Truth.UNKNOWN, says, says, ("role",))
        tests = (*start.tests, Test(Level.HTNV, (missing,)))
        return attrs.evolve(start, tests=tests)
    verdict, tests = logic.judge(case)
    verdict = _still(start, case.confirmed(verdict, tests))
    marked = attrs.evolve(
        start, tests=(*start.tests, *tests), fed=fed, points=case.person.points
    )
    return marked.after("conditions", "", told(verdict.possible), verdict)


def _under_unit(
    logic: PersonLogic,
    case: PersonCase,
    started: Classification,
    found: Classification,
) -> Classification:
    """Hold a head under the level of their unit."""
    person = case.person
    if person.role not in HEADS:
        return found
    code = person.ceiling
    if code not in case.units:
        place = Place(key=person.subject.code)
        raise FaultError(fault("DV-R030", place, seen=person.subject.code, unit=code))
    tops = case.units[code]
    if not tops:
        says = Text(
            f"{code} không được xếp loại: không có mức để so",
            f"{code} is not classified: nothing to compare with",
        )
        return found.after("head", logic.head, says, found.verdict)
    says = Text.both(lambda tongue: f"{code}: {told(tops).in_(tongue)}")
    verdict = _still(started, found.verdict.at_most(tops))
    each = {found.verdict.at_most([top]).possible for top in tops}
    missing = ("unit",) if len(each) > 1 else ()
    return found.after("head", logic.head, says, verdict, *missing)


def _closed(
    logic: PersonLogic, case: PersonCase, found: Classification
) -> Classification:
    """Add what holds the decision, what the deciders have to know, and the record."""
    holds = [hold for one in logic.holds if (hold := one(case))]
    flags = [flag for one in logic.flags if (flag := one(case, found.verdict))]
    return attrs.evolve(found, holds=tuple(holds), flags=tuple(flags))
