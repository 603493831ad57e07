"""What lies before the clauses when somebody is considered for a title?"""

import datetime as dt
from typing import Final

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.classification import Flag
from ..decisions.clauses import Regime
from ..decisions.levels import Level, told
from ..terms import Text
from .adopted import NO_RULES, AdoptedRules
from .asking import UNSEEN, Asked, ask
from .awards import AwardId
from .career import Career
from .chains import level_in
from .initiatives import HELD
from .proposal import Proposal
from .title_notices import holds_of, proposal

NO_GAP: Final = "nd152-d33-k7"
OF_YEARS: Final = frozenset(
    {"cstd-bo-tinh", "cstd-toan-quoc", "bang-khen-bo-tinh", "bang-khen-ttg"}
)
NOT_CLASSIFIED: Final = Text("không xếp loại", "not classified")


@attrs.frozen
class TitleCase:
    """Somebody before the clauses of the law on the day the file was received."""

    law: Regime
    career: Career
    received_on: dt.date
    adopted: AdoptedRules = NO_RULES

    def ask(self, clause: str) -> Asked:
        """Return what puts the questions of a clause."""
        return ask(self.law, clause)

    def propose(
        self,
        award: AwardId,
        conditions: list[Condition],
        exclusions: list[Condition],
        *flags: Flag,
    ) -> Proposal:
        """Return a proposal for this person."""
        return proposal(
            self.law,
            award,
            self.career.subject,
            self.received_on,
            conditions=conditions,
            exclusions=exclusions,
            holds=holds_of(self.career.pending),
            flags=(
                *flags,
                *without_gap(self.law, award),
                *held_already(self.career, award),
            ),
        )


def level_asked(case: TitleCase, clause: str, least: Level) -> Condition:
    """Ask for the level of the year."""
    truth = level_in(case.career, case.career.year, least)
    possible = case.career.levels.get(case.career.year)
    seen = UNSEEN if possible is None else told(possible)
    if possible == ():
        seen = NOT_CLASSIFIED
    required = Text(
        f"mức năm {case.career.year}: từ {least.label.vi} trở lên",
        f"level of {case.career.year}: {least.label.en} or better",
    )
    return case.ask(clause).condition(known(truth), seen, "levels", required=required)


def without_gap(law: Regime, award: AwardId) -> tuple[Flag, ...]:
    """Say of an award by merit of several years that a gap starts them again."""
    if award not in OF_YEARS or not law.has(NO_GAP):
        return ()
    return (Flag("NO_GAP", NO_GAP, law.clause(NO_GAP).says),)


def held_already(career: Career, award: AwardId) -> tuple[Flag, ...]:
    """Say that the award of the year was decided before."""
    numbers = [
        one.number
        for one in career.awards or ()
        if one.id == award and one.year == career.year
    ]
    if not numbers:
        return ()
    told_ = ", ".join(sorted(numbers))
    says = Text(f"đã được tặng năm này: {told_}", f"held for this year: {told_}")
    return (Flag(HELD, "", says),)


def known(truth: Truth) -> bool | None:
    """Return a truth as an answer; None is not known."""
    return None if truth is Truth.UNKNOWN else truth is Truth.TRUE
