"""Somebody who fulfils all that titles ask, and departments of such people."""

import datetime as dt
from fractions import Fraction

import attrs

from danvan_eval.consequences.career import (
    Career,
    Disciplined,
    Held,
    Initiative,
    Movement,
)
from danvan_eval.consequences.titles import propose_titles
from danvan_eval.decisions.facts import Discipline
from danvan_eval.decisions.levels import Level
from danvan_eval.decisions.worked import Work
from danvan_eval.loading.laws import load_laws
from danvan_eval.periods import Period
from danvan_eval.subjects import Subject

HTXS, HTT, HTNV, KHTNV = Level
YEAR = 2025
OLD, NEW, AMENDED = "tdkt-2024", "tdkt-2025", "tdkt-2026"
RECEIVED = dt.date(2025, 12, 15)
DAYS = {
    OLD: dt.date(2024, 12, 15),
    NEW: RECEIVED,
    AMENDED: dt.date(2026, 12, 15),
}
"""A day on which a file is received under each law."""
BOTH = (OLD, NEW)
ALL_WELL = Movement(active=True, self_reliance=True, solidarity=True)


def laws():
    """Return every shipped body of law."""
    return load_laws()


def work(year, start="", end="", leaves=()):
    """Return work from a day of the year to its end, the whole year by default."""
    first = dt.date.fromisoformat(start) if start else dt.date(year, 1, 1)
    last = dt.date.fromisoformat(end) if end else dt.date(year, 12, 31)
    return Work(Period.year(year), (Period(first, last),), tuple(leaves))


def career(law=NEW, level=HTT, **more):
    """Return somebody who fulfils all that Lao động tiên tiến asks, but for *more*.

    *levels* says of other years, by year, *contract* makes a contract worker.
    """
    year = DAYS[law].year
    levels = {year: (level,) if isinstance(level, Level) else tuple(level)}
    traits = {"nguoi-lao-dong" if more.pop("contract", False) else "vien-chuc"}
    best = Career(
        Subject("person", more.pop("code", "N01"), traits=traits, unit="K01"),
        year,
        levels | {at: (one,) for at, one in more.pop("levels", {}).items()},
        awards=(),
        initiatives=(),
        registered=True,
        movement=ALL_WELL,
        work=work(year),
        disciplines=(),
        pending=(),
        woman=False,
    )
    return attrs.evolve(best, **more)


def held(id_, *years, number="QD", thematic=False):
    """Return an award of each year, decided at the year's end."""
    return tuple(
        Held(id_, year, f"{number}-{year}", dt.date(year, 12, 10), thematic)
        for year in years
    )


def initiative(id_="SK1", scope="unit", on="2025-06-01", used_for=""):
    """Return an initiative that was recognised in the year."""
    return Initiative(id_, dt.date.fromisoformat(on), scope, used_for)


def disciplined(on="2025-03-01", ends=None, *, severe=False):
    """Return a discipline decision with the last day of its effect."""
    decision = Discipline("V1", "administrative", dt.date.fromisoformat(on))
    return Disciplined(decision, ends and dt.date.fromisoformat(ends), severe)


def proposed(one, law=NEW, **more):
    """Return every proposal for one person, by award."""
    found = propose_titles(laws(), one, received_on=DAYS[law], **more)
    return {each.id: each for each in found}


def standing(one, award, law=NEW, **more):
    """Return how far one proposal goes, in a word."""
    return proposed(one, law, **more)[award].standing.value


def months(number):
    """Return a number of months."""
    return Fraction(number)
