"""Which level is suggested for a department, or for the hospital?"""

from collections.abc import Callable
from typing import Final

import attrs

from ..terms import Text
from .case import UnitCase
from .choices import InternalRule
from .classification import Classification, Flag, Hold, Roles
from .feeding import fed_unit
from .levels import ORDER, Level, told
from .nd233_units import HOSPITAL
from .verdicts import NOT_CLASSIFIED, Status, Test, Verdict

BY_LAW: Final = Text("Điều 7", "Article 7")
BY_ANALOGY: Final = Text("tương tự Điều 7", "by analogy with Article 7")
BY_HOSPITAL: Final = Text("quy định nội bộ", "the hospital's own rule")
NO_LAW: Final = Text(
    "luật khi đó không xếp loại khoa, phòng",
    "the law of the time does not classify departments",
)
NO_HOSPITAL_LAW: Final = Text(
    "nghị định khi đó không xếp loại đơn vị sự nghiệp",
    "the decree of the time does not classify public service units",
)


@attrs.frozen
class UnitLogic:
    """The functions of one regime that classify a unit, and whose decision counts."""

    judge: Callable[[UnitCase], tuple[Verdict, tuple[Test, ...]]]
    holds: tuple[Callable[[UnitCase], Hold | None], ...] = ()
    flags: tuple[Callable[[UnitCase, Verdict], Flag | None], ...] = ()
    roles: Callable[[UnitCase], Roles | None] = lambda _: None
    decides: frozenset[str] = frozenset({"director"})
    decides_hospital: frozenset[str] = frozenset({"superior"})


def classify_unit(logic: UnitLogic | None, case: UnitCase) -> Classification:
    """Return the suggestion for a unit, before any quota.

    Without *logic* the law has no level for units, and the hospital's own rule is
    all there is.
    """
    if logic is None:
        return _internal(case)
    fed, grounds = fed_unit(case)
    verdict, tests = logic.judge(fed)
    verdict = fed.confirmed(verdict, tests)
    start = _start(case, _basis(case))
    found = attrs.evolve(
        start,
        tests=tests,
        fed=grounds,
        points=fed.unit.points,
        roles=logic.roles(case),
        holds=tuple(hold for one in logic.holds if (hold := one(case))),
        flags=tuple(flag for one in logic.flags if (flag := one(case, verdict))),
    )
    return found.after("conditions", "", told(verdict.possible), verdict)


def _start(case: UnitCase, basis: Text) -> Classification:
    return Classification(
        case.unit.subject,
        case.year,
        case.law.id,
        case.event,
        basis,
        Verdict(Status.NOT_ENOUGH_DATA, ORDER),
        dan_van=case.unit.dan_van,
    )


def _basis(case: UnitCase) -> Text:
    """Say by which ground Điều 7 is applied: it is written for the whole unit."""
    if case.unit.subject.kind == HOSPITAL:
        return BY_LAW
    regulation = case.choices.regulation
    if regulation is not None and regulation.repeats_article_7:
        article = f"{regulation.repeats_article_7}, {regulation.name}"
        return Text(f"Điều 7, theo {article}", f"Article 7, by {article}")
    return BY_ANALOGY


def _internal(case: UnitCase) -> Classification:
    """Return the level by the hospital's own rule, where it has one."""
    if case.unit.subject.kind == HOSPITAL:
        none = _start(case, NO_HOSPITAL_LAW)
        return none.after("eligibility", "", NO_HOSPITAL_LAW, NOT_CLASSIFIED)
    rule = case.choices.internal
    if rule.source == "none":
        start = _start(case, NO_LAW)
        return start.after("eligibility", "", NO_LAW, NOT_CLASSIFIED)
    basis = Text.both(lambda tongue: f"{BY_HOSPITAL.in_(tongue)}: {rule.article}")
    start = _start(case, basis)
    level = _own_level(case, rule)
    if level is None:
        says = Text("chưa có mức nội bộ", "no internal level yet")
        verdict = Verdict(Status.NOT_ENOUGH_DATA, ORDER)
        return start.after("conditions", "", says, verdict)
    verdict = Verdict(Status.SUGGESTED, [level])
    return start.after("conditions", "", level.label, verdict)


def _own_level(case: UnitCase, rule: InternalRule) -> Level | None:
    if rule.source == "recorded":
        return case.unit.internal
    dan_van = case.unit.dan_van
    grade = rule.levels.get(dan_van.grade) if dan_van else None
    return Level(grade) if grade else None
