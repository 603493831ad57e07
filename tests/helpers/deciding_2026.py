"""Short ways to say what Nghị định 233 is asked: points, quotas, a whole hospital."""

from fractions import Fraction

from danvan_eval.decisions.choices import QuotaChoices
from danvan_eval.decisions.facts import Span
from danvan_eval.decisions.levels import Level
from danvan_eval.errors import FaultError
from helpers.deciding import (
    THIRD,
    choices,
    classified,
    classified_year,
    person,
    unit,
)

ALL = tuple(Level)
EDGE = Fraction(1, 10**9)
"""Less than any rounding would keep."""


def at(points):
    """Return points that are exactly known."""
    return Span.of(Fraction(points))


def between(low, high, *missing):
    """Return points of which only the bounds are known."""
    return Span(Fraction(low), Fraction(high), missing)


def staff(points=95, code="N01", **more):
    """Return somebody without a post, under Nghị định 233, with *points*."""
    return person(code, law=THIRD, points=at(points), **more)


def manager(role, points=95, code="N00", **more):
    """Return somebody with a post, under Nghị định 233, with *points*."""
    return person(code, role, THIRD, points=at(points), **more)


def ward(points=95, code="K01", **more):
    """Return a department with *points* that did all its tasks."""
    return unit(code, points=at(points), **more)


def judged(one, **more):
    """Return the suggestion for one person under Nghị định 233, before quotas."""
    return classified(one, THIRD, **more)


def hospital_year(*people, **more):
    """Return the suggestions for a whole hospital in 2026, quotas included."""
    return classified_year(THIRD, *people, **more)


def crowd(number, points, prefix="N", **more):
    """Return so many people with the same *points*, or with those of a list."""
    each = points if isinstance(points, list) else [points] * number
    return [
        staff(own, f"{prefix}{nth:02d}", **more)
        for nth, own in enumerate(each[:number], 1)
    ]


def staffed(best, rest, *, unit="K01", prefix="N", group=""):
    """Return candidates, each with their own points, and as many HTT beside them."""
    points = [99 - Fraction(nth, 8) for nth in range(best)] + [80] * rest
    return crowd(best + rest, points, prefix, unit=unit, group=group)


def sheet_of(made, title="Viên chức"):
    """Return the worksheet of one kind of subject."""
    return next(one for one in made.worksheets if title == one.title.vi)


def quota(reading="A", groups="none", **more):
    """Return the usual choices with another way to count the best level."""
    return choices(quota=QuotaChoices(reading, groups, **more))


def authority_decides(*possible):
    """Return the outcome of a text that leaves the level to the authority."""
    return "authority_decides", possible


def failing(found):
    """Return the clauses of which some demand is not met."""
    return {one.clause for one in found.failing}


def codes_at(level, listed):
    """Return who of *listed* is suggested for a level."""
    return {one.subject.code for one in listed if one.level is level}


def refused(asked):
    """Return the fault code a call stops with, or an empty text."""
    try:
        asked()
    except FaultError as error:
        return error.fault.code
    return ""
