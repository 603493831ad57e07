"""What does discipline in the year do to the level? Three regimes, three answers."""

from collections.abc import Callable, Iterable
from typing import Final

from ..terms import Text
from .answers import Condition, Truth, every, some
from .asking import UNSEEN, Ask
from .case import PersonCase
from .facts import Discipline
from .nd90 import NO_EVENT

SIDES: Final = {
    "party": Text("kỷ luật đảng", "party discipline"),
    "administrative": Text("kỷ luật hành chính", "administrative discipline"),
}


def nd90_d15_c(case: PersonCase) -> list[Condition]:
    """NĐ 90 before NĐ 48: a duty-related act disciplined in the year.

    What party discipline alone does, and an act counted before, the decree of
    that time does not say: people decide.
    """
    ask = case.ask("nd90-d15-k2-dd" if case.person.manages else "nd90-d15-k1-c")
    return _each(case, ask, _under_2020)


def nd90_d2_k5(case: PersonCase) -> list[Condition]:
    """NĐ 90 with NĐ 48: party or administrative discipline in the year, whatever for.

    Not when the act already made an earlier year KHTNV, and in one year only when
    party and administration decided in different ones.
    """
    clause = "nd90-d15-k2-dd" if case.person.manages else "nd90-d15-k1-c"
    return _each(case, case.ask(clause), _under_2023)


def nd233_d14_k3(case: PersonCase) -> list[Condition]:
    """NĐ 233: discipline in the year for degradation or a duty-related act.

    Not for an act already counted; what happened at the old organisation is
    charged to the result there.
    """
    return _each(case, case.ask("nd233-d14-k3"), _under_2026)


Judge = Callable[[PersonCase, Ask, Discipline], Condition]


def _each(case: PersonCase, ask: Ask, judge: Judge) -> list[Condition]:
    """Ask about every decision that took effect in the year; one answer for none."""
    required = ask.clause.says
    known = case.person.disciplines
    if known is None:
        return [ask.answer(None, required, UNSEEN, "disciplines")]
    own = [one for one in known if one.effective_on.year == case.year]
    if not own:
        return [ask.answer(False, required, NO_EVENT)]
    return [judge(case, ask, one) for one in sorted(own, key=_by_day)]


def _by_day(one: Discipline) -> tuple[str, str, str]:
    return one.effective_on.isoformat(), one.act, one.side


def _under_2020(case: PersonCase, ask: Ask, one: Discipline) -> Condition:
    """Nothing tells party discipline, or a repeated duty-related act, from others."""
    duty, counted = Truth.of(one.duty_related), _counted(case, one)
    if duty is Truth.FALSE:
        return _answer(ask, one, Truth.FALSE)
    missing = ["disciplines.duty_related"] if duty is Truth.UNKNOWN else []
    if one.side == "administrative" and counted is Truth.UNKNOWN:
        missing.append("disciplines.counted")
    if missing:
        return _answer(ask, one, Truth.UNKNOWN, *missing)
    if one.side == "party" or counted is Truth.TRUE:
        return _answer(ask, one, Truth.UNKNOWN, silent=True)
    return _answer(ask, one, Truth.TRUE)


def _under_2023(case: PersonCase, ask: Ask, one: Discipline) -> Condition:
    """Điều 15 counts every discipline; party discipline and repeats are khoản 5."""
    counts = ~_counted(case, one)
    if one.side == "party" or counts is not Truth.TRUE:
        ask = case.ask("nd48-d2-k5")
    return _answer(ask, one, counts, "disciplines.counted")


def _under_2026(case: PersonCase, ask: Ask, one: Discipline) -> Condition:
    grounds = {"duty_related": one.duty_related, "degradation": one.degradation}
    told = {name: Truth.of(known) for name, known in grounds.items()}
    counted, here = _counted(case, one), ~Truth.of(one.at_old_organisation)
    counts = every([some(told.values()), ~counted, here])
    asked = {"counted": counted, "at_old_organisation": here}
    if some(told.values()) is Truth.UNKNOWN:
        asked = told | asked
    open_ = [name for name, truth in asked.items() if truth is Truth.UNKNOWN]
    missing = [f"disciplines.{name}" for name in open_]
    return _answer(ask, one, counts, *missing)


def _counted(case: PersonCase, one: Discipline) -> Truth:
    """Say whether the act has already been used for another year's classification.

    Who answered says so, be it at the other decision about the act; two answers
    that do not agree are none. Otherwise an act of this very year cannot have been,
    if it has no other decision of an earlier year.
    """
    others = [other for other in _others(case, one) if other.act == one.act]
    elsewhere = {other.counted for other in others} - {None, 0, case.year}
    if one.counted in (0, case.year):
        return Truth.UNKNOWN if elsewhere else Truth.FALSE
    if one.counted is not None or elsewhere:
        return Truth.TRUE
    earlier = any(other.effective_on.year < case.year for other in others)
    own_year = one.acted_on is not None and one.acted_on.year == case.year
    return Truth.FALSE if own_year and not earlier else Truth.UNKNOWN


def _others(case: PersonCase, one: Discipline) -> Iterable[Discipline]:
    return (other for other in case.person.disciplines or () if other is not one)


def _answer(
    ask: Ask, one: Discipline, truth: Truth, *missing: str, silent: bool = False
) -> Condition:
    side, day = SIDES[one.side], f"{one.effective_on:%d/%m/%Y}"
    words = {
        Truth.TRUE: Text("được tính", "counts"),
        Truth.FALSE: Text("không tính", "does not count"),
        Truth.UNKNOWN: Text("chưa rõ", "not clear"),
    }[truth]
    seen = Text(
        f"{side.vi}, hiệu lực {day}, hành vi {one.act}: {words.vi}",
        f"{side.en}, in effect {day}, act {one.act}: {words.en}",
    )
    known = None if truth is Truth.UNKNOWN else truth is Truth.TRUE
    return ask.answer(known, ask.clause.says, seen, *missing, silent=silent)
