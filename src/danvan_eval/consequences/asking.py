"""How does a clause put a plain question to a fact, and say what it saw?"""

import datetime as dt
from typing import Final

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.clauses import Clause, Regime
from ..terms import Text

UNSEEN: Final = Text("chưa có số liệu", "no data")
YES: Final = Text("có", "yes")
NO: Final = Text("không", "no")


@attrs.frozen
class Asked:
    """Puts the questions of one clause.

    *missing* is the name of the fact that would answer, as readers know it.
    """

    clause: Clause

    def condition(
        self,
        known: bool | None,
        seen: Text,
        *missing: str,
        required: Text | None = None,
        silent: bool = False,
    ) -> Condition:
        """Return a condition; without *required* it asks what the clause says."""
        truth = Truth.of(known)
        return Condition(
            self.clause.id,
            truth,
            required or self.clause.says,
            seen,
            missing if truth is Truth.UNKNOWN else (),
            silent,
        )

    def yes(
        self,
        answer: bool | None,
        missing: str,
        *,
        required: Text | None = None,
    ) -> Condition:
        """Ask for a yes."""
        seen = UNSEEN if answer is None else YES if answer else NO
        return self.condition(answer, seen, missing, required=required)


def ask(law: Regime, clause: str) -> Asked:
    """Return what puts the questions of a clause of *law*."""
    return Asked(law.clause(clause))


def day_text(day: dt.date) -> str:
    """Write a day for readers."""
    return f"{day:%d/%m/%Y}"
