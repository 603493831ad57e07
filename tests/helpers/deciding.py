"""People and units that fulfil everything, and what the shipped regimes make of them.

Whoever is made here did all that any regime asks; a test takes something away.
"""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType

import attrs

from danvan_eval.decisions.case import PersonCase, UnitCase
from danvan_eval.decisions.choices import Choices, QuotaChoices, Regulation
from danvan_eval.decisions.choosing import Choice
from danvan_eval.decisions.facts import (
    Conclusion,
    Conduct,
    Discipline,
    Person,
    Record,
    Results,
    Span,
    Tasks,
    Unit,
)
from danvan_eval.decisions.hospital import Year, classify, person_of, unit_of
from danvan_eval.decisions.levels import Level
from danvan_eval.decisions.worked import Work
from danvan_eval.loading.regimes import load_regimes
from danvan_eval.periods import Period
from danvan_eval.plugins import load_registry
from danvan_eval.subjects import Subject
from danvan_eval.terms import Text

HTXS, HTT, HTNV, KHTNV = Level
FIRST, SECOND, THIRD = "eval-2020", "eval-2023", "eval-2026"
BOTH = (FIRST, SECOND)
YEARS: Mapping[str, int] = MappingProxyType({FIRST: 2022, SECOND: 2024, THIRD: 2026})
"""A year wholly under each regime."""

HOSPITAL = "BV"
WARD = "K01"
TEAMS = tuple(f"T{nth:02d}" for nth in range(1, 11))
EXCELLENT: Mapping[str, tuple[Level, ...]] = MappingProxyType(
    dict.fromkeys((HOSPITAL, WARD, *TEAMS), (HTXS,))
)
"""Every unit settled at the best level."""
STAFF, HEAD = "staff", "head"


@cache
def regimes():
    """Return every shipped regime, read once."""
    return load_regimes(load_registry(entry_points=False))


def regime(id_):
    """Return a shipped regime with its data and its functions."""
    return next(one for one in regimes() if one.law.id == id_)


def event(law):
    """Return a day of classification in time, in the year of the regime."""
    return dt.date(YEARS[law], 12, 10)


def tasks(assigned=20, **fewer):
    """Return tasks that were all done as well as can be, but for *fewer*."""
    kinds = ("completed", "good", "high", "exceeded")
    return attrs.evolve(Tasks(assigned, *[assigned for _ in kinds]), **fewer)


def results(total=10, **other):
    """Return result criteria that were all met as well as can be, but for *other*."""
    return attrs.evolve(Results(total, total, 0, total), **other)


def conduct(standing="well", **other):
    """Return the common criteria all at one *standing*, but for *other*."""
    return attrs.evolve(Conduct(*[standing for _ in range(5)]), **other)


def days(first, last):
    """Return the days between two, both written in ISO form and included."""
    return Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def work(year, *leaves, employed=None, spoilt=False):
    """Return a whole year of work with *leaves*: pairs of a kind and a period."""
    whole = Period.year(year)
    return Work(whole, (whole,) if employed is None else employed, leaves, spoilt)


def person(code="N01", role=STAFF, law=SECOND, *, contract=False, **more):
    """Return somebody who fulfils everything, but for *more*; a head heads K01.

    Managers are in charge of ten teams; *unit* and *block* say where they work.
    """
    where = {"unit": more.pop("unit", WARD), "block": more.pop("block", "")}
    traits = {"nguoi-lao-dong" if contract else "vien-chuc"}
    best = Person(
        Subject("person", code, traits=traits, **where),
        role,
        work=work(YEARS[law]),
        tasks=tasks(),
        results=results(),
        conduct=conduct(),
        targets=tasks(),
        managed=() if role == STAFF else TEAMS,
        points=Span.of(Fraction(95)),
        disciplines=(),
        conclusions=(),
        protected=False,
    )
    return attrs.evolve(best, **more)


def head(code="N00", law=SECOND, **more):
    """Return the head of K01, who fulfils everything but for *more*."""
    return person(code, HEAD, law, **more)


def unit(code=WARD, kind="unit", **more):
    """Return a department, or the hospital, that fulfils everything but for *more*."""
    best = Unit(
        Subject(kind, code, block=more.pop("block", "")),
        tasks=tasks(),
        points=Span.of(Fraction(95)),
        conclusions=(),
        force_majeure=False,
    )
    return attrs.evolve(best, **more)


def hospital(**more):
    """Return the hospital, which fulfils everything but for *more*."""
    return unit(HOSPITAL, "hospital", **more)


def choices(**more):
    """Return the choices of a hospital that has answered every open question."""
    made = Choices(
        regulation=Regulation("01/QC", dt.date(2026, 10, 1), fictitious=True),
        readings={"result_criteria": "own", "study_counts": "leave"},
        quota=QuotaChoices("A", "none"),
        contract_workers=True,
    )
    return attrs.evolve(made, **more)


def reading(**readings):
    """Return the same choices, with other answers to open questions."""
    return choices(readings=dict(choices().readings) | readings)


def discipline(act="V1", side="administrative", on="2024-05-20", **more):
    """Return a decision of discipline; *on* is the day it took effect."""
    return Discipline(act, side, dt.date.fromisoformat(on), **more)


def conclusion(kind, state="concluded", case="KL-01", **more):
    """Return what the authority has concluded, or is verifying."""
    return Conclusion(case, kind, state, **more)


def record(code, year, level, number="100/QD", **more):
    """Return a level that somebody with the authority decided."""
    return Record(code, year, level, number, dt.date(year, 12, 20), "GĐ", **more)


def levels(*other, **named):
    """Return the settled levels of the ten teams in charge, but for *other*.

    *other* are levels of the teams in their order, from the first; None takes one
    out of what is known, several levels leave it open. *named* are other units.
    """
    known = dict(EXCELLENT)
    for code, level in [*zip(TEAMS, other, strict=False), *named.items()]:
        if level is None:
            known.pop(code)
        else:
            known[code] = (level,) if isinstance(level, Level) else tuple(level)
    return known


def applied(law):
    """Return the regime as one that was chosen for the year."""
    return Choice(regime(law), event(law), Text("trong bài kiểm tra"))


def year_of(law, *people, chosen=None, units=(), top=None, on=None):
    """Return the facts of a whole hospital for the year of a regime."""
    return Year(
        YEARS[law],
        on or event(law),
        chosen or choices(),
        top or hospital(),
        tuple(units),
        tuple(people),
    )


def classified(one, law=SECOND, *, units=EXCELLENT, chosen=None):
    """Return the suggestion for one person before quotas."""
    return person_of(applied(law), year_of(law, one, chosen=chosen), one, units)


def classified_unit(one, law=THIRD, *, constituents=None, chosen=None):
    """Return the suggestion for one unit before quotas."""
    return unit_of(applied(law), year_of(law, chosen=chosen), one, constituents)


def classified_year(law, *people, **more):
    """Return the suggestions for a whole hospital, quotas included."""
    return classify(regimes(), year_of(law, *people, **more))


def person_case(one, law=SECOND, *, units=EXCELLENT, chosen=None):
    """Return somebody before the clauses of a regime."""
    made = chosen or choices()
    return PersonCase(regime(law).law, made, YEARS[law], event(law), units, person=one)


def unit_case(one, law=THIRD, *, constituents=EXCELLENT, chosen=None):
    """Return a unit before the clauses of a regime."""
    made = chosen or choices()
    return UnitCase(
        regime(law).law, made, YEARS[law], event(law), constituents, unit=one
    )


def truths(found, clause):
    """Return the answers to the demands of one clause, in their order."""
    return [one.truth.value for one in found.conditions if one.clause == clause]


def missing(found, clause):
    """Return the facts that one clause still asks for."""
    return {
        name for one in found.conditions if one.clause == clause for name in one.missing
    }


def outcome(found):
    """Return how far a suggestion goes, and the levels it leaves possible."""
    return found.status.value, found.verdict.possible


def suggested(level):
    """Return the outcome that names one level."""
    return "suggested", (level,)


def people_decide(*possible):
    """Return the outcome of a silent text."""
    return "people_decide", possible


def not_enough_data(*possible):
    """Return the outcome of facts that are missing."""
    return "not_enough_data", possible
