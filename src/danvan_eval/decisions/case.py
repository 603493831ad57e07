"""What lies before the clauses when one person or unit is classified?"""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from .asking import Ask
from .choices import Choices
from .clauses import Regime
from .facts import Person, Results, Unit
from .levels import Level
from .verdicts import Status, Test, Verdict

Levels = Mapping[str, tuple[Level, ...]]
"""By code of a unit, the levels it may still have; one when it is settled."""
NO_LEVELS: Final[Levels] = MappingProxyType({})


@attrs.frozen
class _Case:
    """The law, what the hospital chose, the year, and the units classified before."""

    law: Regime
    choices: Choices
    year: int
    event: dt.date
    units: Levels = NO_LEVELS

    def ask(self, clause: str) -> Ask:
        """Return what puts the questions of a clause."""
        return Ask(self.law.clause(clause))

    def reading(self, id_: str) -> str:
        """Return how the hospital reads an open question; empty where it has to say."""
        known = self.law.readings.get(id_)
        return self.choices.reading(id_) or (known.default if known else "")

    def confirmed(self, verdict: Verdict, tests: Iterable[Test]) -> Verdict:
        """Return the verdict; a suggestion resting on memory alone is not one.

        A clause nobody has seen in a text or a report needs a person to confirm it.
        """
        clauses = {one.clause for test in tests for one in test.conditions}
        unseen = [
            one
            for one in clauses
            if self.law.has(one) and not self.law.clause(one).confirmed
        ]
        if not unseen or verdict.status is Status.NOT_CLASSIFIED:
            return verdict
        return attrs.evolve(verdict, status=Status.NEEDS_HUMAN_CONFIRMATION)


@attrs.frozen
class PersonCase(_Case):
    """One person before the clauses."""

    person: Person = attrs.field(kw_only=True)

    @property
    def results(self) -> Results | None:
        """The result criteria; None while nobody has said what they are.

        A hospital may hold that its tasks are the criteria, or count them apart.
        """
        counted = self.reading("result_criteria")
        tasks = self.person.tasks
        if counted == "own":
            return self.person.results
        if counted != "tasks":
            return None
        bad = None
        if tasks.assigned is not None and tasks.good is not None:
            bad = tasks.assigned - tasks.good
        return Results(tasks.assigned, tasks.completed, bad, tasks.high)


@attrs.frozen
class UnitCase(_Case):
    """One unit before the clauses."""

    unit: Unit = attrs.field(kw_only=True)
