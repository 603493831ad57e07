"""What are rules and evidence drawn from: numbers, dates and choices?"""

import datetime as dt
from fractions import Fraction
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from ..points import MODES, Rounding, exact

IDS: Final = ("mot", "hai", "ba", "bon")
MOST: Final = 12
"""Counts drawn go up to this; enough for every edge of the rules drawn here."""
GRID: Final = 20
NEW_YEAR: Final = dt.date(2024, 1, 1)
NEAR: Final = st.integers(-3, 20)
"""Days around a due date."""


@cache
def shares() -> SearchStrategy[Fraction]:
    """Draw shares of a maximum: 0…1, on the grid of 5 % and off it."""
    on_grid = st.integers(0, GRID).map(lambda above: Fraction(above, GRID))
    two = st.tuples(st.integers(0, 97), st.integers(1, 97))
    return on_grid | two.map(lambda pair: Fraction(min(pair), max(pair)))


def points(
    min_value: object = 0, max_value: object = 100, *, step: object = None
) -> SearchStrategy[Fraction]:
    """Draw exact points from *min_value* to *max_value*, multiples of *step* if given.

    Raises:
        InvalidArgument: when nothing lies between the two, or a bound is a float.
    """
    try:
        low, high = exact(min_value), exact(max_value)
        grid = None if step is None else exact(step)
    except (TypeError, ValueError) as error:
        raise InvalidArgument(str(error)) from error
    return _points(low, high, grid)


@cache
def _points(
    low: Fraction, high: Fraction, grid: Fraction | None
) -> SearchStrategy[Fraction]:
    if grid is None:
        if low > high:
            raise InvalidArgument(f"no points lie in {low}…{high}")
        return st.fractions(low, high, max_denominator=1000)
    if grid <= 0 or -(-low // grid) > high // grid:
        raise InvalidArgument(f"no multiple of {grid} lies in {low}…{high}")
    return st.integers(-(-low // grid), high // grid).map(lambda one: one * grid)


def counts(max_value: int = MOST) -> SearchStrategy[int]:
    """Draw whole numbers from 0."""
    return st.integers(0, max_value)


@cache
def roundings() -> SearchStrategy[Rounding]:
    """Draw roundings of every mode, to steps that divide 1 and steps that do not."""
    steps = st.sampled_from(["1", "0.5", "0.25", "0.1", "0.01", "0.3", "2/3"])
    return st.builds(Rounding, steps, st.sampled_from(MODES))


@cache
def dates() -> SearchStrategy[dt.date]:
    """Draw days of 2024, its first days first."""
    return st.integers(0, 365).map(lambda days: NEW_YEAR + dt.timedelta(days))


def choice(draw: DrawFn, *options: Any) -> Any:
    """Draw one of *options*, the first one first."""
    return options[draw(st.integers(0, len(options) - 1))]


def edges(draw: DrawFn, most: int) -> list[int]:
    """Draw up to three whole numbers from 1, rising."""
    return sorted({draw(st.integers(1, most)) for _ in range(draw(st.integers(0, 3)))})


def falling(draw: DrawFn, size: int) -> list[Fraction]:
    """Draw *size* shares that never rise."""
    return sorted((draw(shares()) for _ in range(size)), reverse=True)


def some(draw: DrawFn, names: tuple[str, ...]) -> frozenset[str]:
    """Draw a set of *names*, the empty one first."""
    return frozenset(one for one in names if draw(st.booleans()))
