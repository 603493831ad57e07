"""What does a classification say, and what has moved it on its way?"""

import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal

import attrs

from ..subjects import Subject
from ..terms import Text
from .answers import Condition, Truth
from .facts import DanVan, Record, Span
from .levels import ORDER, Level
from .verdicts import Status, Test, Verdict

Stage = Literal[
    "eligibility", "conditions", "cap", "head", "group_quota", "unit_quota", "decided"
]
"""The stations of a classification, in the order they are passed."""


QUOTAS: Final = frozenset({"group_quota", "unit_quota"})


@attrs.frozen
class Step:
    """One station: by which clause, what it says, which levels are left after it.

    *missing* are the names of the facts the station itself still needs.
    """

    stage: Stage
    clause: str
    says: Text
    status: Status
    possible: tuple[Level, ...]
    missing: tuple[str, ...] = ()


@attrs.frozen
class Hold:
    """Why the level may not be decided yet; it changes no score and no suggestion."""

    clause: str
    says: Text


@attrs.frozen
class Flag:
    """Something the people who decide have to know; it changes nothing.

    *conditions* are what has to be looked at before anybody acts on it.
    """

    id: str
    clause: str
    says: Text
    conditions: tuple[Condition, ...] = ()


@attrs.frozen
class Roles:
    """Who follows and scores, and who classifies: different persons for most."""

    scores: Text
    classifies: Text
    clause: str


@attrs.frozen
class Fed:
    """What the dân vận result brings into an item of the form, by which article."""

    item: str
    says: Text
    article: str


@attrs.frozen
class Classification:
    """A suggested quality level with everything it rests on ("đề xuất xếp loại").

    *basis* says by which law, by analogy, or by the hospital's own rule. *tests*
    are the levels with their conditions, *steps* what was done in order, *points*
    those it was judged by, with what the dân vận result brought. The level that
    counts is *decided* by a person; the suggestion stays beside it.
    """

    subject: Subject
    year: int
    regime: str
    event: dt.date
    basis: Text
    verdict: Verdict
    tests: tuple[Test, ...] = ()
    steps: tuple[Step, ...] = ()
    holds: tuple[Hold, ...] = ()
    flags: tuple[Flag, ...] = ()
    roles: Roles | None = None
    dan_van: DanVan | None = None
    fed: tuple[Fed, ...] = ()
    points: Span | None = None
    decided: Record | None = None

    @property
    def status(self) -> Status:
        """How far the suggestion goes."""
        return self.verdict.status

    @property
    def level(self) -> Level | None:
        """The suggested level, or None."""
        return self.verdict.level

    @property
    def stands(self) -> tuple[Level, ...]:
        """The levels others have to reckon with: the decided one, or those possible.

        While something is verified first, any level may come of it.
        """
        if self.decided:
            return (self.decided.level,)
        return ORDER if self.holds and self.verdict.possible else self.verdict.possible

    @property
    def ready(self) -> bool:
        """Whether it can be put before the authority: a level, and nothing holds it."""
        return self.level is not None and not self.holds

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition, level by level."""
        return tuple(one for test in self.tests for one in test.conditions)

    @property
    def failing(self) -> tuple[Condition, ...]:
        """The conditions that are not met, of levels that demand all of theirs."""
        return tuple(
            one
            for test in self.tests
            if not test.any_
            for one in test.conditions
            if one.truth is Truth.FALSE
        )

    @property
    def deciding(self) -> tuple[Condition, ...]:
        """The conditions a reader asks for first, where a text decides.

        Of the lowest level what forces it. Where the authority decides, what is not
        met of the level whose first demand is, or else what would force the lowest.
        Where people decide, what is not met of the last level before the lowest.
        """
        forced = self._of(Truth.TRUE, [one for one in self.tests if one.any_])
        if self.verdict.possible == (Level.KHTNV,):
            return forced
        if any(step.stage in QUOTAS for step in self.steps):
            return ()
        levels = [one for one in self.tests if not one.any_]
        if self.status is Status.AUTHORITY_DECIDES:
            inside = [one for one in levels if one.conditions[0].truth is Truth.TRUE]
            return self._of(Truth.FALSE, inside) or forced
        if self.status is Status.PEOPLE_DECIDE:
            return self._of(Truth.FALSE, levels[-1:])
        return ()

    def _of(self, truth: Truth, tests: Iterable[Test]) -> tuple[Condition, ...]:
        return tuple(
            one for test in tests for one in test.conditions if one.truth is truth
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts still to be brought, each once, where any could settle it."""
        if self.status is not Status.NOT_ENOUGH_DATA:
            return ()
        asked = [one.missing for one in self.conditions]
        asked += [one.missing for one in self.steps]
        return tuple(dict.fromkeys(name for names in asked for name in names))

    def after(
        self, stage: Stage, clause: str, says: Text, verdict: Verdict, *missing: str
    ) -> "Classification":
        """Return the classification after one more station."""
        step = Step(stage, clause, says, verdict.status, verdict.possible, missing)
        return attrs.evolve(self, verdict=verdict, steps=(*self.steps, step))
