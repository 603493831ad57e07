"""A nurse whose step is full with nothing against it; a test takes something away."""

import datetime as dt
from functools import cache

import attrs

from danvan_eval.consequences.appointment import Candidacy
from danvan_eval.consequences.pay import Absence, Achievement, Cause, Pay, Penalty
from danvan_eval.decisions.answers import Truth
from danvan_eval.decisions.facts import Record
from danvan_eval.decisions.levels import Level
from danvan_eval.loading.laws import load_laws
from danvan_eval.periods import Period
from danvan_eval.subjects import Subject

HTXS, HTT, HTNV, KHTNV = Level
BEGAN = dt.date(2022, 6, 1)
YEARS = (2022, 2023, 2024)


@cache
def laws():
    """Return every shipped body of law, read once."""
    return load_laws()


def day(written):
    """Return a day written dd/mm/yyyy."""
    date, month, year = written.split("/")
    return dt.date(int(year), int(month), int(date))


def nurse(code="NV1", trait="vien-chuc"):
    """Return somebody made up."""
    return Subject("person", code, unit="K01", traits={trait} if trait else ())


def level(year, what=HTT, decided="", code="NV1"):
    """Return a level that was decided in the December of its year."""
    on = day(decided or f"10/12/{year}")
    return Record(code, year, what, f"{year}/QĐ", on, "director")


def levels(*low, years=YEARS):
    """Return good levels for *years*, but for those that were KHTNV."""
    return tuple(level(year, KHTNV if year in low else HTT) for year in years)


def penalty(form, effective, act="HV-01", side="administrative"):
    """Return a decision that took effect."""
    return Penalty(act, side, form, day(effective))


def away(kind, first, last):
    """Return a stretch of time that may not count."""
    return Absence(kind, Period(day(first), day(last)))


def because(*acts):
    """Return why years were KHTNV: pairs of year and act, "" for another reason."""
    return tuple(Cause(year, act) for year, act in acts)


def merit(kind="CSTĐCS", on="20/12/2024"):
    """Return an achievement recognised in writing."""
    return Achievement(kind, f"{kind}/QĐ", day(on))


def pay(**other):
    """Return a step held since June 2022, full in June 2025, but for *other*."""
    whole = Pay(
        nurse(),
        grade="college",
        began=BEGAN,
        last_step=False,
        absences=(),
        records=levels(),
        penalties=(),
        achievements=(merit(),),
        early_before=False,
    )
    return attrs.evolve(whole, **other)


def candidacy(**other):
    """Return somebody who fulfils the whole checklist, but for *other*."""
    whole = Candidacy(
        nurse(),
        post="trưởng khoa",
        higher=True,
        first=False,
        since=day("01/01/2020"),
        standards=True,
        planned=True,
        declared=True,
        full_term=True,
        healthy=True,
        serving=False,
        handled=False,
        prosecuted=False,
        corrupt=False,
        penalties=(),
    )
    return attrs.evolve(whole, **other)


def standing(proposal):
    """Return how far a proposal goes, as a word."""
    return proposal.standing.value


def failing(proposal):
    """Return the clauses that keep a proposal back."""
    return [one.clause for one in proposal.failing]


def flags(found):
    """Return the ids of flags."""
    return [one.id for one in found.flags]


def unknown(proposal):
    """Return the clauses whose answer is not known."""
    asked = (*proposal.exclusions, *proposal.conditions)
    return [one.clause for one in asked if one.truth is Truth.UNKNOWN]
