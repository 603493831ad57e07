"""What does a proposal say: its law and day, its conditions, and how far it goes?"""

import datetime as dt
from collections.abc import Iterable
from enum import Enum
from typing import Final, Literal

import attrs

from ..decisions.answers import Condition, Truth, every, some
from ..decisions.classification import Flag, Hold
from ..decisions.clauses import Regime
from ..subjects import Subject
from ..terms import Text

Use = Literal["quality", "title", "commendation", "track", "salary", "appointment"]
"""What a proposal is for; discipline is none: there is only a referral."""


class Standing(Enum):
    """How far a proposal goes."""

    PROPOSED = "proposed"
    NOT_MET = "not_met"
    NOT_CONSIDERED = "not_considered"
    NOT_ENOUGH_DATA = "not_enough_data"
    NEEDS_HUMAN_CONFIRMATION = "needs_human_confirmation"


STANDINGS: Final = {
    Standing.PROPOSED: Text("đủ điều kiện đề xuất", "can be proposed"),
    Standing.NOT_MET: Text("chưa đủ điều kiện", "conditions not met"),
    Standing.NOT_CONSIDERED: Text("không xét", "not considered"),
    Standing.NOT_ENOUGH_DATA: Text("chưa đủ dữ liệu", "not enough data"),
    Standing.NEEDS_HUMAN_CONFIRMATION: Text(
        "cần người xác nhận căn cứ", "the ground needs a person's confirmation"
    ),
}


@attrs.frozen
class Proposal:
    """One thing that may be proposed for one subject ("đề xuất").

    *law* is the id of the body of law that *event* chose. All of *conditions* have
    to be met; any of *exclusions* keeps the subject out altogether. A hold stops
    the submission and changes nothing else.
    """

    use: Use
    id: str
    label: Text
    subject: Subject
    law: str
    event: dt.date
    standing: Standing
    decides: Text
    conditions: tuple[Condition, ...] = ()
    exclusions: tuple[Condition, ...] = ()
    holds: tuple[Hold, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether it can be put before who decides: proposed, and nothing holds it."""
        return self.standing is Standing.PROPOSED and not self.holds

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts still to be brought, where any could change the proposal."""
        if self.standing is not Standing.NOT_ENOUGH_DATA:
            return ()
        asked = (*self.exclusions, *self.conditions)
        return tuple(dict.fromkeys(name for one in asked for name in one.missing))

    @property
    def failing(self) -> tuple[Condition, ...]:
        """What keeps it back: exclusions that apply, conditions that are not met."""
        out = [one for one in self.exclusions if one.truth is Truth.TRUE]
        return (*out, *(one for one in self.conditions if one.truth is Truth.FALSE))


def standing_of(
    law: Regime, conditions: Iterable[Condition], exclusions: Iterable[Condition] = ()
) -> Standing:
    """Return how far a proposal goes.

    What is excluded is not considered, whatever else is open. A clause known from
    memory alone settles nothing.
    """
    asked, out = tuple(conditions), tuple(exclusions)
    excluded = some(one.truth for one in out)
    met = every(one.truth for one in asked)
    clauses = {one.clause for one in (*asked, *out)}
    unseen = any(law.has(id_) and not law.clause(id_).confirmed for id_ in clauses)
    if excluded is Truth.TRUE:
        return Standing.NOT_CONSIDERED
    if met is Truth.FALSE:
        return Standing.NOT_MET
    if Truth.UNKNOWN in (excluded, met):
        return Standing.NOT_ENOUGH_DATA
    return Standing.NEEDS_HUMAN_CONFIRMATION if unseen else Standing.PROPOSED
