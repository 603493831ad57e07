"""The regime is found from outside, used where it is named, and asks for more."""

import datetime as dt
from fractions import Fraction
from pathlib import Path

import attrs
import pytest
from danvan_eval_quy_che_mau import EVAL_2026_MAU

from danvan_eval import Subject, load_registry
from danvan_eval.citations import quote_stands_in
from danvan_eval.decisions.answers import Truth
from danvan_eval.decisions.choices import Choices, Regulation
from danvan_eval.decisions.choosing import choose
from danvan_eval.decisions.facts import Person, Span, Tasks, Unit
from danvan_eval.decisions.hospital import Year, person_of
from danvan_eval.decisions.levels import Level
from danvan_eval.decisions.verdicts import Status
from danvan_eval.decisions.worked import Work
from danvan_eval.loading.regimes import load_regimes
from danvan_eval.periods import Period

OURS, DECREE, BEFORE = "eval-2026-mau", "eval-2026", "eval-2023"
README = Path(__file__).parents[1] / "README.md"
REGIMES = load_regimes()
LAW = next(one.law for one in REGIMES if one.law.id == OURS)
DAY = dt.date(2026, 12, 10)
REGULATION = Regulation("01/QC-BVM", dt.date(2026, 10, 1), fictitious=True)
UNNAMED = Choices(regulation=REGULATION)
NAMED = attrs.evolve(UNNAMED, readings={"regime": OURS})
TASKS = Tasks(assigned=10, completed=10, good=10, high=10, exceeded=3)


def chosen(choices, who="person", day=DAY):
    return choose(REGIMES, who, day.year, day, choices).loaded.law.id


def classified(points=95, tasks=TASKS, choices=NAMED):
    year = Period.year(2026)
    person = Person(
        Subject("person", "VC-001", traits={"vien-chuc"}),
        "staff",
        work=Work(year, (year,)),
        tasks=tasks,
        points=Span.of(Fraction(points)),
        disciplines=(),
        conclusions=(),
    )
    hospital = Unit(Subject("hospital", "BV"))
    of_2026 = Year(2026, DAY, choices, hospital, people=(person,))
    choice = choose(REGIMES, "person", 2026, DAY, choices)
    return person_of(choice, of_2026, person, {})


def test_it_comes_in_by_its_entry_point():
    assert load_registry().regimes[OURS] is EVAL_2026_MAU
    assert OURS not in load_registry(entry_points=False).regimes


def test_its_data_are_those_of_the_decree_and_three_clauses_more():
    decree = next(one.law for one in REGIMES if one.law.id == DECREE)
    added = ["mau-d4-k1-a", "mau-d4-k1-b", "mau-d4-k2"]

    assert [*decree.clauses, *added] == list(LAW.clauses)
    assert all("HƯ CẤU" in LAW.clause(id_).locus for id_ in added)
    assert "HƯ CẤU" in LAW.instruments["quy-che-mau"].name


def test_what_it_quotes_stands_in_the_made_up_regulation():
    text = README.read_text("utf-8").replace("\n> ", "\n")
    own = [one for id_, one in LAW.clauses.items() if id_.startswith("mau-")]

    assert [] == [one.id for one in own if not quote_stands_in(one.quote, text)]


@pytest.mark.parametrize("who", ["person", "unit"])
def test_it_is_used_where_the_hospital_names_it_and_nowhere_else(who):
    assert OURS == chosen(NAMED, who)
    assert DECREE == chosen(UNNAMED, who)


def test_the_days_before_the_regulation_are_those_of_the_decree():
    assert DECREE == chosen(NAMED, "unit", dt.date(2026, 10, 14))
    assert OURS == chosen(NAMED, "unit", dt.date(2026, 10, 15))


def test_the_year_of_transition_is_kept():
    without = attrs.evolve(NAMED, regulation=None)

    assert BEFORE == chosen(without)
    assert OURS == chosen(without, "unit")


def test_points_with_both_conditions_are_the_best_level():
    found = classified()

    assert (OURS, Level.HTXS) == (found.regime, found.level)
    assert "HƯ CẤU" in found.basis.vi


@pytest.mark.parametrize(
    "fewer", [{"completed": 9, "good": 9}, {"good": 9}, {"exceeded": 2}]
)
def test_points_without_the_conditions_are_for_the_director_to_decide(fewer):
    found = classified(tasks=attrs.evolve(TASKS, **fewer))

    assert found.verdict.status is Status.AUTHORITY_DECIDES
    assert (Level.HTXS, Level.HTT) == found.verdict.possible
    assert {"mau-d4-k1-a", "mau-d4-k1-b"} >= {one.clause for one in failing(found)}


def failing(found):
    best = next(test for test in found.tests if test.level is Level.HTXS)
    return [one for one in best.conditions if one.truth is Truth.FALSE]


def test_tasks_nobody_counted_leave_the_best_level_open():
    found = classified(tasks=Tasks())

    assert found.verdict.status is Status.NOT_ENOUGH_DATA
    assert (Level.HTXS, Level.HTT) == found.verdict.possible
    assert "tasks.exceeded" in found.missing


def test_points_of_the_next_level_need_no_tasks():
    assert Level.HTT is classified(points=80, tasks=Tasks()).level


def test_the_decree_alone_asks_for_points_only():
    assert Level.HTXS is classified(tasks=Tasks(), choices=UNNAMED).level


def test_the_numbers_are_those_of_its_data():
    best = classified().tests[0]

    asked = [one.required.vi.rpartition(" ")[2] for one in best.conditions[1:]]

    assert ["100%", "100%", "30%"] == asked
