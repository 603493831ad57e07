"""What do Điều 12 and 14 of Nghị định 233/2026 demand of a person?"""

from fractions import Fraction
from typing import Final

import attrs

from .answers import Condition, Truth, every
from .case import PersonCase
from .discipline import nd233_d14_k3
from .facts import ConclusionKind
from .levels import ORDER, Level
from .nd90 import concluded
from .verdicts import Status, Test, Verdict, banded

CORRUPTION: Final = "nd233-d12-k4-d"
FORBIDDEN: Final[tuple[ConclusionKind, ...]] = ("degradation", "forbidden", "example")


def d12_k1(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 1: from 90 points."""
    return _band(case, "nd233-d12-k1")


def d12_k2(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 2: from 70 to under 90 points."""
    return _band(case, "nd233-d12-k2")


def d12_k3(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 3: from 50 to under 70 points."""
    return _band(case, "nd233-d12-k3")


def d12_k4_a(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 4 điểm a: under 50 points."""
    return _band(case, "nd233-d12-k4-a")


def d12_k4_b(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 4 điểm b: degradation, forbidden acts, a bad example, concluded."""
    ask = case.ask("nd233-d12-k4-b")
    return [concluded(case, ask, kind) for kind in FORBIDDEN]


def d12_k4_c(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 4 điểm c, with Điều 14 khoản 3: discipline that counts."""
    return nd233_d14_k3(case)


def d12_k4_d(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 4 điểm d: corruption, waste in a unit a manager is in charge of.

    Where it is so, whether the manager put it right is asked as well.
    """
    if not case.person.manages:
        return []
    seen = concluded(case, case.ask(CORRUPTION), "corruption")
    if seen.truth is Truth.TRUE and _put_right(case) is Truth.UNKNOWN:
        seen = attrs.evolve(seen, missing=("conclusions.remedied",))
    return [seen]


BANDS: Final = {Level.HTXS: d12_k1, Level.HTT: d12_k2, Level.HTNV: d12_k3}
LOWEST: Final = (d12_k4_a, d12_k4_b, d12_k4_c, d12_k4_d)


def judge(case: PersonCase) -> tuple[Verdict, tuple[Test, ...]]:
    """Return the verdict on a person by points and by Điều 12 khoản 4."""
    tests = [Test(level, tuple(band(case))) for level, band in BANDS.items()]
    lowest = Test(
        Level.KHTNV, tuple(one for clause in LOWEST for one in clause(case)), any_=True
    )
    verdict = _weighed(case, lowest) or banded(tests, lowest)
    return verdict, (*tests, lowest)


def _weighed(case: PersonCase, lowest: Test) -> Verdict | None:
    """Return the verdict where the unit of a manager is all that speaks for the lowest.

    Whoever found, reported and remedied it is for the authority to judge. While
    that is not known, nothing is concluded yet, or something else may still force
    the lowest, the level may be any.
    """
    open_rest = any(
        one.truth is Truth.UNKNOWN and one.clause != CORRUPTION
        for one in lowest.conditions
    )
    forcing = {one.clause for one in lowest.conditions if one.truth is Truth.TRUE}
    if forcing == {CORRUPTION}:
        put_right = _put_right(case)
        if put_right is Truth.TRUE and not open_rest:
            return Verdict(Status.AUTHORITY_DECIDES, ORDER)
        open_ = put_right is not Truth.FALSE
    else:
        clauses = (one for one in lowest.conditions if one.clause == CORRUPTION)
        open_ = not forcing and any(one.truth is Truth.UNKNOWN for one in clauses)
    return Verdict(Status.NOT_ENOUGH_DATA, ORDER) if open_ else None


def _put_right(case: PersonCase) -> Truth:
    """Say whether the manager put right all that was concluded about their unit.

    What is still being verified may be concluded, and not put right.
    """
    return every(
        Truth.of(one.remedied if one.state == "concluded" else None)
        for one in case.person.conclusions or ()
        if one.kind == "corruption" and one.state != "unfounded"
    )


def _band(case: PersonCase, clause: str) -> list[Condition]:
    ask = case.ask(clause)
    numbers = ask.clause.numbers
    low: Fraction | None = numbers.get("from")
    return [ask.points(case.person.points, low, numbers.get("below"))]
