"""What do Điều 12 to 15 of Nghị định 90/2020 demand? One function per clause."""

from fractions import Fraction
from operator import attrgetter
from typing import Final

import attrs

from ..terms import Text
from .answers import Condition
from .asking import UNSEEN, Ask
from .case import PersonCase
from .facts import CONCLUSIONS, Conclusion, ConclusionKind, Results
from .levels import Level
from .verdicts import Test, Verdict, nested

GENERAL: Final = ("conduct.k1", "conduct.k2", "conduct.k3", "conduct.k4")
MANAGERS: Final = (*GENERAL, "conduct.k5a")
AS_TASKS: Final = {
    "results.total": ("tasks.assigned",),
    "results.completed": ("tasks.completed",),
    "results.lacking": ("tasks.assigned", "tasks.good"),
    "results.high": ("tasks.high",),
}
"""What has to be brought for each figure where the tasks are the result criteria."""
UNKNOWN: Final = tuple(Level)
NOT_RATED: Final = Text(
    "đơn vị phụ trách không được xếp loại", "the units in charge are not classified"
)
NO_EVENT: Final = Text("không có", "none")
CHOICE: Final = Text(
    "chưa chọn cách hiểu «tiêu chí kết quả»", "nobody chose what “result criteria” are"
)


def d12_k1_a(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 1 điểm a: the common criteria are carried out well."""
    return case.ask("nd90-d12-k1-a").standing(case.person, GENERAL, "well")


def d12_k1_b(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 1 điểm b: all tasks good and of high effect, half exceeded."""
    ask, person = case.ask("nd90-d12-k1-b"), case.person
    return [
        ask.all_of(person, "tasks.completed", "tasks.assigned"),
        ask.all_of(person, "tasks.good", "tasks.assigned"),
        ask.all_of(person, "tasks.high", "tasks.assigned"),
        ask.share(
            person,
            "tasks.exceeded",
            "tasks.assigned",
            "at_least",
            ask.clause.numbers["exceeded"],
        ),
    ]


def d12_k2_a(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 2 điểm a: the same for managers, with khoản 5 điểm a."""
    return case.ask("nd90-d12-k2-a").standing(case.person, MANAGERS, "well")


def d12_k2_b(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 2 điểm b: every result criterion in time, good, of high effect."""
    return _results(case, case.ask("nd90-d12-k2-b"), "completed", "lacking", "high")


def d12_k2_c(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 2 điểm c: the unit completes all targets, half exceeded."""
    ask, person = case.ask("nd90-d12-k2-c"), case.person
    exceeded = ask.clause.numbers["exceeded"]
    return [
        ask.all_of(person, "targets.completed", "targets.assigned"),
        ask.share(person, "targets.exceeded", "targets.assigned", "at_least", exceeded),
    ]


def d12_k2_d(case: PersonCase) -> list[Condition]:
    """Điều 12 khoản 2 điểm d: units in charge all HTNV or better, 70 % HTT."""
    return _units(case, case.ask("nd90-d12-k2-d"))


def d13_k1_a(case: PersonCase) -> list[Condition]:
    """Điều 13 khoản 1 điểm a: the common criteria are met."""
    return case.ask("nd90-d13-k1-a").standing(case.person, GENERAL, "meets")


def d13_k1_b(case: PersonCase) -> list[Condition]:
    """Điều 13 khoản 1 điểm b: all tasks in time, with quality and effect."""
    ask, person = case.ask("nd90-d13-k1-b"), case.person
    return [
        ask.all_of(person, "tasks.completed", "tasks.assigned"),
        ask.all_of(person, "tasks.good", "tasks.assigned"),
    ]


def d13_k2_a(case: PersonCase) -> list[Condition]:
    """Điều 13 khoản 2 điểm a: the common criteria of managers are met."""
    return case.ask("nd90-d13-k2-a").standing(case.person, MANAGERS, "meets")


def d13_k2_b(case: PersonCase) -> list[Condition]:
    """Điều 13 khoản 2 điểm b: every result criterion in time, with quality, effect."""
    return _results(case, case.ask("nd90-d13-k2-b"), "completed", "lacking")


def d13_k2_c(case: PersonCase) -> list[Condition]:
    """Điều 13 khoản 2 điểm c: the unit completes all targets, 80 % in time and good."""
    ask, person = case.ask("nd90-d13-k2-c"), case.person
    good = ask.clause.numbers["good"]
    return [
        ask.all_of(person, "targets.completed", "targets.assigned"),
        ask.share(person, "targets.good", "targets.assigned", "at_least", good),
    ]


def d13_k2_d(case: PersonCase) -> list[Condition]:
    """Điều 13 khoản 2 điểm d: units in charge all HTNV or better, 70 % HTT."""
    return _units(case, case.ask("nd90-d13-k2-d"))


def d14_k1_a(case: PersonCase) -> list[Condition]:
    """Điều 14 khoản 1 điểm a: the common criteria are met."""
    return case.ask("nd90-d14-k1-a").standing(case.person, GENERAL, "meets")


def d14_k1_b(case: PersonCase) -> list[Condition]:
    """Điều 14 khoản 1 điểm b: all completed, at most 20 % lacking."""
    return _mostly_good(case, case.ask("nd90-d14-k1-b"))


def d14_k2_a(case: PersonCase) -> list[Condition]:
    """Điều 14 khoản 2 điểm a: the common criteria of managers are met."""
    return case.ask("nd90-d14-k2-a").standing(case.person, MANAGERS, "meets")


def d14_k2_b(case: PersonCase) -> list[Condition]:
    """Điều 14 khoản 2 điểm b: all completed, at most 20 % lacking."""
    return _mostly_good(case, case.ask("nd90-d14-k2-b"))


def d14_k2_c(case: PersonCase) -> list[Condition]:
    """Điều 14 khoản 2 điểm c: the unit completes more than 70 % of its targets."""
    ask = case.ask("nd90-d14-k2-c")
    number = ask.clause.numbers["completed"]
    names = "targets.completed", "targets.assigned"
    return [ask.share(case.person, *names, "more_than", number)]


def d14_k2_d(case: PersonCase) -> list[Condition]:
    """Điều 14 khoản 2 điểm d: 70 % of the units in charge are HTNV or better."""
    ask = case.ask("nd90-d14-k2-d")
    return [_share_of_units(case, ask, Level.HTNV, ask.clause.numbers["completed"])]


def d15_k1_a(case: PersonCase) -> list[Condition]:
    """Điều 15 khoản 1 điểm a: the authority finds degradation."""
    return [concluded(case, case.ask("nd90-d15-k1-a"), "degradation")]


def d15_k1_b(case: PersonCase) -> list[Condition]:
    """Điều 15 khoản 1 điểm b: more than half of the result criteria lacking."""
    return _mostly_bad(case, case.ask("nd90-d15-k1-b"))


def d15_k2_a(case: PersonCase) -> list[Condition]:
    """Điều 15 khoản 2 điểm a: the authority finds degradation in a manager."""
    return [concluded(case, case.ask("nd90-d15-k2-a"), "degradation")]


def d15_k2_b(case: PersonCase) -> list[Condition]:
    """Điều 15 khoản 2 điểm b: more than half of the result criteria lacking."""
    return _mostly_bad(case, case.ask("nd90-d15-k2-b"))


def d15_k2_c(case: PersonCase) -> list[Condition]:
    """Điều 15 khoản 2 điểm c: the unit completes under half of its targets."""
    ask = case.ask("nd90-d15-k2-c")
    number = ask.clause.numbers["completed"]
    names = "targets.completed", "targets.assigned"
    return [ask.share(case.person, *names, "below", number)]


def d15_k2_d(case: PersonCase) -> list[Condition]:
    """Điều 15 khoản 2 điểm d: a unit in charge is dealt with for corruption, waste."""
    return [concluded(case, case.ask("nd90-d15-k2-d"), "corruption")]


STAFF: Final = {
    Level.HTXS: (d12_k1_a, d12_k1_b),
    Level.HTT: (d13_k1_a, d13_k1_b),
    Level.HTNV: (d14_k1_a, d14_k1_b),
}
MANAGER: Final = {
    Level.HTXS: (d12_k2_a, d12_k2_b, d12_k2_c, d12_k2_d),
    Level.HTT: (d13_k2_a, d13_k2_b, d13_k2_c, d13_k2_d),
    Level.HTNV: (d14_k2_a, d14_k2_b, d14_k2_c, d14_k2_d),
}
STAFF_LOWEST: Final = (d15_k1_a, d15_k1_b)
MANAGER_LOWEST: Final = (d15_k2_a, d15_k2_b, d15_k2_c, d15_k2_d)


def judge(
    case: PersonCase, discipline: list[Condition]
) -> tuple[Verdict, tuple[Test, ...]]:
    """Return the verdict on a person whose post is known.

    *discipline* is what the regime says of discipline in the year; it forces the
    lowest level.
    """
    manages = case.person.manages
    levels, lowest = (MANAGER, MANAGER_LOWEST) if manages else (STAFF, STAFF_LOWEST)
    tests = [
        Test(level, tuple(one for clause in clauses for one in clause(case)))
        for level, clauses in levels.items()
    ]
    forced = [one for clause in lowest for one in clause(case)]
    bottom = Test(Level.KHTNV, (*forced, *discipline), any_=True)
    return nested(tests, bottom), (*tests, bottom)


def concluded(case: PersonCase, ask: Ask, kind: ConclusionKind) -> Condition:
    """Ask whether the authority has concluded *kind*; open while it is verifying."""
    return asked(ask, case.person.conclusions, kind)


def asked(
    ask: Ask, conclusions: tuple[Conclusion, ...] | None, kind: ConclusionKind
) -> Condition:
    """Ask a register whether *kind* is concluded; without one it is not known."""
    what = CONCLUSIONS[kind]
    required = Text(f"có kết luận: {what.vi}", f"concluded: {what.en}")
    if conclusions is None:
        return ask.answer(None, required, UNSEEN, "conclusions")
    own = sorted(
        (one for one in conclusions if one.kind == kind), key=lambda one: one.case
    )
    cases = ", ".join(one.case for one in own if one.state == "concluded")
    if cases:
        return ask.answer(True, required, Text(f"có: {cases}", f"yes: {cases}"))
    open_ = ", ".join(one.case for one in own if one.state == "verifying")
    if open_:
        seen = Text(f"đang xác minh: {open_}", f"verifying: {open_}")
        return ask.answer(None, required, seen, "conclusions")
    return ask.answer(False, required, NO_EVENT)


def _results(case: PersonCase, ask: Ask, *names: str) -> list[Condition]:
    """Ask that all are completed, none lacks anything, and, if named, all are high."""
    results = case.results
    if results is None:
        return [_unchosen(ask)]
    facts = _Named(results)
    asked = {
        "completed": lambda: ask.all_of(facts, "results.completed", "results.total"),
        "lacking": lambda: ask.none_of(facts, "results.lacking", "results.total"),
        "high": lambda: ask.all_of(facts, "results.high", "results.total"),
    }
    return [_asked_for(case, asked[name]()) for name in names]


def _mostly_good(case: PersonCase, ask: Ask) -> list[Condition]:
    """Ask that all are completed, and no more lack anything than the clause allows."""
    results = case.results
    if results is None:
        return [_unchosen(ask)]
    facts, number = _Named(results), ask.clause.numbers["lacking"]
    demands = [
        ask.all_of(facts, "results.completed", "results.total"),
        ask.share(facts, "results.lacking", "results.total", "at_most", number),
    ]
    return [_asked_for(case, one) for one in demands]


def _mostly_bad(case: PersonCase, ask: Ask) -> list[Condition]:
    results = case.results
    if results is None:
        return [_unchosen(ask)]
    number = ask.clause.numbers["lacking"]
    names = "results.lacking", "results.total"
    return [_asked_for(case, ask.share(_Named(results), *names, "more_than", number))]


def _asked_for(case: PersonCase, condition: Condition) -> Condition:
    """Return the condition; it asks for tasks where they are the result criteria."""
    if case.reading("result_criteria") != "tasks":
        return condition
    names: list[str] = []
    for name in condition.missing:
        tasks = AS_TASKS[name]
        unknown = [one for one in tasks if attrgetter(one)(case.person) is None]
        names += unknown or tasks
    return attrs.evolve(condition, missing=tuple(dict.fromkeys(names)))


def _unchosen(ask: Ask) -> Condition:
    return ask.answer(None, ask.clause.says, CHOICE, "reading.result_criteria")


class _Named:
    """Result criteria under the name by which facts are asked for."""

    def __init__(self, results: Results) -> None:
        """Name *results*."""
        self.results = results


def _units(case: PersonCase, ask: Ask) -> list[Condition]:
    """Ask that all units in charge are HTNV or better, and enough of them HTT."""
    return [
        _share_of_units(case, ask, Level.HTNV, Fraction(1)),
        _share_of_units(case, ask, Level.HTT, ask.clause.numbers["good"]),
    ]


def _share_of_units(
    case: PersonCase, ask: Ask, least: Level, number: Fraction
) -> Condition:
    """Ask whether so large a share of the units in charge stand at *least* so high.

    Of who is in charge of none, or only of units that nobody classifies, the text
    does not say.
    """
    share = f"{number * 100}%".replace("/1", "")
    required = Text(
        f"đơn vị phụ trách từ {least.label.vi} trở lên ≥ {share}",
        f"units in charge at {least.label.en} or better ≥ {share}",
    )
    managed = case.person.managed
    if managed is None:
        return ask.answer(None, required, UNSEEN, "managed")
    if not managed:
        none = Text(
            "khai không phụ trách đơn vị nào", "declared to be in charge of none"
        )
        return ask.answer(None, required, none, silent=True)
    if all(case.units.get(code, UNKNOWN) == () for code in managed):
        return ask.answer(None, required, NOT_RATED, silent=True)
    possible = [case.units.get(code, ()) for code in managed]
    order = tuple(Level)
    good = [[order.index(one) <= order.index(least) for one in row] for row in possible]
    sure = sum(bool(row) and all(row) for row in good)
    maybe = sum(not row or any(row) for row in good)
    reached = [n >= number * len(managed) for n in (sure, maybe)]
    known = reached[0] if reached[0] == reached[1] else None
    seen = (
        f"{sure}/{len(managed)}" if sure == maybe else f"{sure}–{maybe}/{len(managed)}"
    )
    return ask.answer(known, required, Text(seen), "managed.levels")
