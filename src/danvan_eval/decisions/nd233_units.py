"""What does Điều 7 of Nghị định 233/2026 demand of a unit? One function per clause."""

from typing import Final

import attrs

from ..terms import Text
from .answers import Condition, Truth, every
from .asking import UNSEEN, Ask
from .case import UnitCase
from .facts import Conclusion, Unit
from .levels import ORDER, Level
from .nd90 import NO_EVENT, asked
from .verdicts import Status, Test, Verdict

HOSPITAL: Final = "hospital"


def d7_k1(case: UnitCase) -> list[Condition]:
    """Điều 7 khoản 1: from 90 points."""
    return _points(case, "nd233-d7-k1")


def d7_k1_a(case: UnitCase) -> list[Condition]:
    """Điều 7 khoản 1 điểm a: all tasks in time and good, 30 % exceeded."""
    ask, unit = case.ask("nd233-d7-k1-a"), case.unit
    number = ask.clause.numbers["exceeded"]
    return [
        ask.all_of(unit, "tasks.completed", "tasks.assigned"),
        ask.all_of(unit, "tasks.good", "tasks.assigned"),
        ask.share(unit, "tasks.exceeded", "tasks.assigned", "at_least", number),
    ]


def d7_k1_b(case: UnitCase) -> list[Condition]:
    """Điều 7 khoản 1 điểm b: no constituent unit is KHTNV."""
    ask = case.ask("nd233-d7-k1-b")
    required = ask.clause.says
    if case.unit.subject.kind != HOSPITAL:
        none = Text("không có đơn vị cấu thành", "no constituent unit")
        return [ask.answer(True, required, none)]
    if not case.units:
        return [ask.answer(None, required, UNSEEN, "constituents")]
    worst = [code for code, row in case.units.items() if row == (Level.KHTNV,)]
    open_ = [code for code, row in case.units.items() if not row or Level.KHTNV in row]
    if worst:
        codes = ", ".join(worst)
        return [ask.answer(False, required, Text(codes))]
    if open_:
        codes = ", ".join(open_)
        seen = Text(f"chưa rõ: {codes}", f"open: {codes}")
        return [ask.answer(None, required, seen, "constituents")]
    return [ask.answer(True, required, NO_EVENT)]


def d7_k1_c(case: UnitCase) -> list[Condition]:
    """Điều 7 khoản 1 điểm c: everything pointed out earlier is put right, if any."""
    ask, conclusions = case.ask("nd233-d7-k1-c"), case.unit.conclusions
    if conclusions is None:
        return [ask.answer(None, ask.clause.says, UNSEEN, "conclusions")]
    own = [
        one
        for one in conclusions
        if one.kind == "shortcoming" and one.state == "concluded"
    ]
    truth = every(Truth.of(one.remedied) for one in own)
    known = None if truth is Truth.UNKNOWN else truth is Truth.TRUE
    return [ask.answer(known, ask.clause.says, _left(own), "conclusions.remedied")]


def _left(shortcomings: list[Conclusion]) -> Text:
    """Say which shortcomings are left, or open; the worse of both."""
    if not shortcomings:
        return NO_EVENT
    left = ", ".join(one.case for one in shortcomings if one.remedied is False)
    if left:
        return Text(f"chưa khắc phục: {left}", f"not remedied: {left}")
    open_ = ", ".join(one.case for one in shortcomings if one.remedied is None)
    if open_:
        return Text(f"chưa rõ: {open_}", f"open: {open_}")
    return Text("đã khắc phục hết", "all remedied")


def d7_k2(case: UnitCase) -> list[Condition]:
    """Điều 7 khoản 2: from 70 to under 90 points, and all tasks in time and good."""
    ask, unit = case.ask("nd233-d7-k2"), case.unit
    return [
        *_points(case, "nd233-d7-k2"),
        ask.all_of(unit, "tasks.completed", "tasks.assigned"),
        ask.all_of(unit, "tasks.good", "tasks.assigned"),
    ]


def d7_k3(case: UnitCase) -> list[Condition]:
    """Điều 7 khoản 3: from 50 to under 70, all tasks done, at most 20 % late."""
    ask, unit = case.ask("nd233-d7-k3"), case.unit
    return [
        *_points(case, "nd233-d7-k3"),
        ask.all_of(unit, "tasks.completed", "tasks.assigned"),
        _late(ask, unit),
    ]


def _late(ask: Ask, unit: Unit) -> Condition:
    """Ask whether few enough tasks are late.

    Where they are not counted apart, no more are late than are lacking in anything;
    beyond that nobody can say.
    """
    number, tasks = ask.clause.numbers["late"], unit.tasks
    if tasks.late is not None:
        return ask.share(unit, "tasks.late", "tasks.assigned", "at_most", number)
    least = ask.share(unit, "tasks.good", "tasks.assigned", "at_least", 1 - number)
    if least.truth is not Truth.FALSE:
        return least
    return attrs.evolve(least, truth=Truth.UNKNOWN, missing=("tasks.late",))


def d7_k4(case: UnitCase) -> list[Condition]:
    """Điều 7 khoản 4: under 50 points."""
    return _points(case, "nd233-d7-k4")


def d7_k4_a(case: UnitCase) -> list[Condition]:
    """Điều 7 khoản 4 điểm a: wrongs in personnel work, disunity, concluded."""
    return [asked(case.ask("nd233-d7-k4-a"), case.unit.conclusions, "personnel")]


def d7_k4_b(case: UnitCase) -> list[Condition]:
    """Điều 7 khoản 4 điểm b: under 70 % of the tasks of the year done.

    Where it is so, whether that was force majeure is asked as well.
    """
    ask = case.ask("nd233-d7-k4-b")
    number = ask.clause.numbers["completed"]
    names = "tasks.completed", "tasks.assigned"
    undone = ask.share(case.unit, *names, "below", number)
    if undone.truth is Truth.TRUE and case.unit.force_majeure is None:
        undone = attrs.evolve(undone, missing=("force_majeure",))
    return [undone]


LEVELS: Final = {
    Level.HTXS: (d7_k1, d7_k1_a, d7_k1_b, d7_k1_c),
    Level.HTT: (d7_k2,),
    Level.HTNV: (d7_k3,),
}
LOWEST: Final = (d7_k4, d7_k4_a, d7_k4_b)
UNDONE: Final = "nd233-d7-k4-b"


def judge(case: UnitCase) -> tuple[Verdict, tuple[Test, ...]]:
    """Return the verdict on a unit.

    Điều 7 khoản 5: points inside a band whose other conditions fail leave the
    level to the authority, and so does force majeure for what was not done.
    """
    tests = [
        Test(level, tuple(one for clause in clauses for one in clause(case)))
        for level, clauses in LEVELS.items()
    ]
    lowest = Test(
        Level.KHTNV, tuple(one for clause in LOWEST for one in clause(case)), any_=True
    )
    return _verdict(case, tests, lowest), (*tests, lowest)


def _verdict(case: UnitCase, tests: list[Test], lowest: Test) -> Verdict:
    forcing = {one.clause for one in lowest.conditions if one.truth is Truth.TRUE}
    if forcing == {UNDONE} and case.unit.force_majeure is not False:
        weighed = [one.truth for one in lowest.conditions if one.clause != UNDONE]
        said = case.unit.force_majeure is not None and Truth.UNKNOWN not in weighed
        status = Status.AUTHORITY_DECIDES if said else Status.NOT_ENOUGH_DATA
        return Verdict(status, ORDER)
    if forcing:
        return Verdict(Status.SUGGESTED, [Level.KHTNV])
    settled = [one for one in tests if one.conditions[0].truth is Truth.TRUE]
    if settled and lowest.truth is Truth.FALSE:
        return _in_band(settled[0])
    open_ = {one.truth for one in tests if one.conditions[0].truth is not Truth.FALSE}
    if open_ <= {Truth.TRUE}:
        return Verdict(
            Status.NOT_ENOUGH_DATA, [*(s.level for s in settled), Level.KHTNV]
        )
    return Verdict(Status.NOT_ENOUGH_DATA, ORDER)


def _in_band(test: Test) -> Verdict:
    """Return the verdict on points inside a band: a failing condition is khoản 5."""
    if test.truth is Truth.TRUE:
        return Verdict(Status.SUGGESTED, [test.level])
    if test.truth is Truth.FALSE:
        return Verdict(Status.AUTHORITY_DECIDES, ORDER)
    return Verdict(Status.NOT_ENOUGH_DATA, ORDER)


def _points(case: UnitCase, clause: str) -> list[Condition]:
    ask = case.ask(clause)
    numbers = ask.clause.numbers
    return [ask.points(case.unit.points, numbers.get("from"), numbers.get("below"))]
