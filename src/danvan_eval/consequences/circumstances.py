"""What has to be looked at beside the act: repeat, deferral, waiver, facts to list?

Nothing is weighed: a fact that is there is listed, and what it does is for people.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Final

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.clauses import Regime
from ..terms import Text
from .articles import is_new
from .asking import NO, UNSEEN, YES, Asked, ask, day_text
from .finding import (
    CIRCUMSTANCES,
    SITUATIONS,
    Earlier,
    Finding,
    Group,
    Situation,
    SituationKind,
)
from .reckoning import elapsed, months_term

DEFERRALS: Final[dict[SituationKind, str]] = {
    "illness": "nd234-d3-k1",
    "maternity": "nd234-d3-k2",
    "prosecution": "nd234-d3-k3",
    "land": "nd234-d3-k4",
    "other": "nd234-d3-k5",
}
LIFTED_BY: Final = ("maternity", "prosecution")
NEW_CLAUSES: Final[dict[Group, str]] = {
    "exclusion": "nd234-d4-k1",
    "exemption": "nd234-d4-k2",
    "aggravating": "nd234-d4-k3",
    "mitigating": "nd234-d4-k4",
    "unlimited": "nd234-d5-k4",
}
OLD_CLAUSES: Final[dict[Group, str]] = {
    "exclusion": "nd112-d4",
    "exemption": "nd112-d4",
    "aggravating": "nd112-d33-k3-a",
    "mitigating": "nd112-d33-k3-a",
    "unlimited": "ld58-d53-k2",
}
AGAIN: Final = Text("cùng hành vi, trong thời hạn", "the same act, within the term")
FIRST_TIME: Final = Text("lần đầu", "the first time")
OTHER_ACT: Final = Text("hành vi khác với lần trước", "another act than before")
DEFERRED: Final = Text(
    "có trường hợp chưa xem xét trong ngày ấy", "something defers the examination"
)
NONE: Final = Text("không có", "none")
NO_LONGER: Final = Text("không thuộc trường hợp chưa xem xét", "no reason to wait")


@attrs.frozen
class Listed:
    """A fact that was asked for by name: yes, no, or nobody said."""

    name: str
    label: Text
    clause: str
    truth: Truth


def repeat(law: Regime, finding: Finding) -> Condition:
    """Điều 2 khoản 8: the same act within the term from the earlier effect.

    A term that is only remembered settles nothing once there is an earlier decision
    about the same act.
    """
    asked = ask(law, "nd234-d2-k8" if is_new(law) else "nd112-d2-k8")
    if finding.first:
        return asked.condition(False, FIRST_TIME, required=AGAIN)
    earlier = finding.earlier
    if earlier is None:
        lacking = "first" if finding.first is None else "earlier"
        return asked.condition(None, UNSEEN, lacking, required=AGAIN)
    if earlier.same_act is False:
        return asked.condition(False, OTHER_ACT, required=AGAIN)
    return _within(asked, finding, earlier)


def _within(asked: Asked, finding: Finding, earlier: Earlier) -> Condition:
    months = int(asked.clause.numbers["months"])
    if finding.act_on is None:
        return asked.condition(None, UNSEEN, "act_on", required=AGAIN)
    term = months_term(earlier.effective_on, months)
    gone, days = elapsed(earlier.effective_on, finding.act_on)
    on, act = day_text(earlier.effective_on), day_text(finding.act_on)
    seen = Text(
        f"hiệu lực {on}, hành vi {act}: sau {gone} tháng {days} ngày;"
        f" thời hạn {months} tháng",
        f"in effect {on}, the act {act}: {gone} months and {days} days after;"
        f" the term is {months} months",
    )
    inside = term.holds(finding.act_on)
    if finding.act_on < earlier.effective_on:
        inside = Truth.FALSE
    if not asked.clause.confirmed:
        return asked.condition(None, seen, required=AGAIN, silent=True)
    if inside is Truth.FALSE:
        return asked.condition(False, seen, required=AGAIN)
    if earlier.same_act is None:
        return asked.condition(None, seen, "earlier.same_act", required=AGAIN)
    known = True if inside is Truth.TRUE else None
    return asked.condition(known, seen, required=AGAIN, silent=known is None)


def served(law: Regime, finding: Finding) -> bool:
    """NĐ 234 Điều 2 khoản 3, khoản 9: the act fell while a decision was in effect."""
    earlier, act = finding.earlier, finding.act_on
    if not is_new(law) or earlier is None or act is None:
        return False
    term = months_term(earlier.effective_on, int(law.number("nd234-d2-k9", "months")))
    return act >= earlier.effective_on and term.holds(act) is not Truth.FALSE


def deferrals(law: Regime, finding: Finding, on: dt.date) -> tuple[Condition, ...]:
    """Điều 3: is there, on that day, something for which nothing is examined yet?"""
    general = ask(law, "nd234-d3" if is_new(law) else "nd112-d3")
    if finding.situations is None:
        return (general.condition(None, UNSEEN, "situations", required=DEFERRED),)
    told = [one for one in finding.situations if one.kind != "litigation"]
    if not told:
        return (general.condition(False, NONE, required=DEFERRED),)
    return tuple(_deferral(law, one, on) for one in sorted(told, key=_in_order))


def _in_order(one: Situation) -> tuple[dt.date, str]:
    return one.since, one.kind


def _deferral(law: Regime, one: Situation, on: dt.date) -> Condition:
    label, new = SITUATIONS[one.kind], is_new(law)
    clause = DEFERRALS.get(one.kind, "nd234-d3") if new else "nd112-d3"
    asked = ask(law, clause)
    until = Text("chưa hết", "still lasting")
    if one.until:
        until = Text(day_text(one.until))
    seen = Text(
        f"{label.vi}: từ {day_text(one.since)}, đến: {until.vi}",
        f"{label.en}: from {day_text(one.since)}, to: {until.en}",
    )
    if new and one.kind not in DEFERRALS:
        seen = Text(f"{seen.vi}: {NO_LONGER.vi}", f"{seen.en}: {NO_LONGER.en}")
        return asked.condition(False, seen, required=DEFERRED)
    if on < one.since or (one.until is not None and on > one.until):
        return asked.condition(False, seen, required=DEFERRED)
    if one.kind not in LIFTED_BY or one.lifted is False:
        return asked.condition(True, seen, required=DEFERRED)
    if one.lifted is None and new:
        return asked.condition(None, seen, "situations.lifted", required=DEFERRED)
    if one.lifted is None:
        return asked.condition(True, seen, required=DEFERRED)
    known = False if new else None
    return asked.condition(known, seen, required=DEFERRED, silent=not new)


def waivers(law: Regime, finding: Finding, group: Group) -> tuple[Condition, ...]:
    """Điều 4: is one of the cases there in which nobody is responsible?

    What an article says that is only remembered settles nothing: people do.
    """
    asked = ask(law, clause_of(law, group))
    told = {"exclusion": finding.exclusion, "exemption": finding.exemption}[group]
    found = []
    for name, label in CIRCUMSTANCES[group].items():
        said = told.get(name)
        seen = UNSEEN if said is None else YES if said else NO
        if said is None:
            found.append(asked.condition(None, seen, group, required=label))
        elif said and not asked.clause.confirmed:
            found.append(asked.condition(None, seen, required=label, silent=True))
        else:
            found.append(asked.condition(said, seen, required=label))
    return tuple(found)


def listed(law: Regime, finding: Finding, group: Group) -> tuple[Listed, ...]:
    """Return the facts of a group by name, each with its answer and unweighed."""
    told = {
        "aggravating": finding.aggravating,
        "mitigating": finding.mitigating,
        "unlimited": finding.unlimited,
    }[group]
    clause = clause_of(law, group)
    return tuple(
        Listed(name, label, clause, Truth.of(told.get(name)))
        for name, label in CIRCUMSTANCES[group].items()
    )


def clause_of(law: Regime, group: Group) -> str:
    """Return the clause that names a group of circumstances."""
    return (NEW_CLAUSES if is_new(law) else OLD_CLAUSES)[group]


def remembered(law: Regime, conditions: Iterable[Condition]) -> tuple[str, ...]:
    """Return the clauses, known from memory alone, on which something still hangs."""
    open_ = [one.clause for one in conditions if one.truth is not Truth.FALSE]
    return tuple(dict.fromkeys(id_ for id_ in open_ if not law.clause(id_).confirmed))
