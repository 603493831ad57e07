"""What does a made-up hospital ask of a person beyond the points of the decree?"""

from pathlib import Path
from typing import Final

import attrs

from danvan_eval import hookimpl
from danvan_eval.decisions import nd233_people
from danvan_eval.decisions.answers import Condition, Truth, every
from danvan_eval.decisions.case import PersonCase
from danvan_eval.decisions.levels import Level
from danvan_eval.decisions.logic import EVAL_2026, RegimeLogic
from danvan_eval.decisions.people import Judged
from danvan_eval.decisions.verdicts import Status, Verdict

ASSIGNED: Final = "tasks.assigned"


def d4_k1_a(case: PersonCase) -> list[Condition]:
    """Điều 4 khoản 1 điểm a (HƯ CẤU): every task is done, in time and good."""
    ask = case.ask("mau-d4-k1-a")
    number = ask.clause.numbers["completed"]
    return [
        ask.share(case.person, part, ASSIGNED, "at_least", number)
        for part in ("tasks.completed", "tasks.good")
    ]


def d4_k1_b(case: PersonCase) -> list[Condition]:
    """Điều 4 khoản 1 điểm b (HƯ CẤU): enough tasks are exceeded."""
    ask = case.ask("mau-d4-k1-b")
    number = ask.clause.numbers["exceeded"]
    return [ask.share(case.person, "tasks.exceeded", ASSIGNED, "at_least", number)]


def d4_k2(verdict: Verdict, met: Truth) -> Verdict:
    """Điều 4 khoản 2 (HƯ CẤU): points without the conditions, the director decides.

    Whoever cannot have the best level anyway is left alone.
    """
    if met is Truth.TRUE or Level.HTXS not in verdict.possible:
        return verdict
    status = verdict.status
    if status is Status.SUGGESTED:
        failed = met is Truth.FALSE
        status = Status.AUTHORITY_DECIDES if failed else Status.NOT_ENOUGH_DATA
    return Verdict(status, {*verdict.possible, Level.HTT})


def judge(case: PersonCase) -> Judged:
    """Return the verdict of Nghị định 233, with the conditions of the regulation."""
    verdict, tests = nd233_people.judge(case)
    own = (*d4_k1_a(case), *d4_k1_b(case))
    extended = tuple(
        attrs.evolve(one, conditions=(*one.conditions, *own))
        if one.level is Level.HTXS
        else one
        for one in tests
    )
    return d4_k2(verdict, every(one.truth for one in own)), extended


EVAL_2026_MAU: Final = attrs.evolve(
    EVAL_2026,
    id="eval-2026-mau",
    file=Path(__file__).parent / "eval-2026-mau.toml",
    person=attrs.evolve(EVAL_2026.person, judge=judge),
    replaces=EVAL_2026.id,
)


@hookimpl
def danvan_regimes() -> list[RegimeLogic]:
    """Bring the one regime there is."""
    return [EVAL_2026_MAU]
