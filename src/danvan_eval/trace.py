"""Why is this number what it is? One step after another, as data."""

from enum import Enum
from fractions import Fraction

import attrs

from .rule import Facts


class Stage(Enum):
    """The stations of an evaluation, in the order they are passed."""

    ELIGIBILITY = "eligibility"
    ZEROING = "zeroing"
    GROUP = "group"
    BASE = "base"
    RESCALING = "rescaling"
    BONUS = "bonus"
    DEDUCTION = "deduction"
    CLAMP = "clamp"
    ROUNDING = "rounding"
    BAND = "band"
    FLOOR = "floor"
    CAP = "cap"
    DROP = "drop"
    LOWEST = "lowest"
    HEAD = "head"


@attrs.frozen
class Step:
    """One operation: what it concerns, the sentence it says, what comes out.

    *low* and *high* are the points after the step; they differ while something
    is open. Steps about grades carry *grades*, the ones still possible after it.
    """

    stage: Stage
    about: str
    says: str
    facts: Facts = ()
    low: Fraction | None = None
    high: Fraction | None = None
    grades: tuple[str, ...] = ()
