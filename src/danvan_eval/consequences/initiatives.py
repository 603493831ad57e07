"""Which initiative may serve which proposal? Each serves once.

The standing of a proposal asks only whether there are enough initiatives that have
not served yet. Which of them it would use is planned for all proposals together,
titles before commendation: who finds none left is held, not refused, for people may
choose otherwise.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

import attrs

from ..decisions.answers import Condition
from ..decisions.classification import Flag, Hold
from ..decisions.clauses import Regime
from ..terms import Text
from .asking import UNSEEN, ask
from .career import SCOPES, Career, Initiative, Scope
from .proposal import Proposal, Standing

ONCE: Final = "tdkt-initiative-once"
DEAD: Final = frozenset({Standing.NOT_MET, Standing.NOT_CONSIDERED})
HELD: Final = "HELD"
NONE: Final = Text("không có", "none")


@attrs.frozen
class Draft:
    """A proposal, and for each initiative it needs those that could serve it."""

    proposal: Proposal
    wants: tuple[tuple[str, ...], ...] = ()


def fitting(
    career: Career, scope: Scope, first_year: int, by: dt.date
) -> tuple[Initiative, ...]:
    """Return the initiatives that could still serve, in the order of their days."""
    wide = tuple(SCOPES).index(scope)
    found = [
        one
        for one in career.initiatives or ()
        if not one.used_for
        and dt.date(first_year, 1, 1) <= one.recognised_on <= by
        and tuple(SCOPES).index(one.scope) >= wide
    ]
    return tuple(sorted(found, key=lambda one: (one.recognised_on, one.id)))


def enough(
    law: Regime,
    clause: str,
    career: Career,
    fits: Sequence[Initiative],
    scope: Scope,
) -> Condition:
    """Ask whether there are as many initiatives as the clause wants."""
    asked, number = ask(law, clause), law.number(clause, "initiatives")
    required = Text(
        f"sáng kiến phạm vi {SCOPES[scope].vi}, chưa dùng: ≥ {number}",
        f"initiatives that serve {SCOPES[scope].en}, not used: ≥ {number}",
    )
    if career.initiatives is None:
        return asked.condition(None, UNSEEN, "initiatives", required=required)
    named = ", ".join(one.id for one in fits)
    seen = Text(named) if named else NONE
    return asked.condition(len(fits) >= number, seen, required=required)


def wanted(fits: Sequence[Initiative], number: Fraction) -> tuple[tuple[str, ...], ...]:
    """Return what a proposal wants: so many times one of those that fit."""
    ids = tuple(one.id for one in fits)
    return (ids,) * int(number) if len(ids) >= number else ()


def planned(law: Regime, drafts: Iterable[Draft]) -> tuple[Proposal, ...]:
    """Return the proposals with the initiatives they would use.

    Drafts stand in the order in which they are served. One that finds too few left
    is held, with those that stand before it named.
    """
    listed = list(drafts)
    alive = [
        nth
        for nth, one in enumerate(listed)
        if one.proposal.standing not in DEAD and not _held(one.proposal)
    ]
    slots = [(nth, want) for nth in alive for want in listed[nth].wants]
    given = _served(slots)
    takers = {
        initiative: listed[nth].proposal.label for (nth, _), initiative in given.items()
    }
    return tuple(
        _with_plan(law, nth, draft, given, takers) if nth in alive else draft.proposal
        for nth, draft in enumerate(listed)
    )


def _held(found: Proposal) -> bool:
    """Say whether the award was decided already: then nothing is used any more."""
    return any(flag.id == HELD for flag in found.flags)


Slot = tuple[int, int]


def _served(slots: Sequence[tuple[int, tuple[str, ...]]]) -> dict[Slot, str]:
    """Return which initiative each slot gets; earlier ones never lose to later."""
    wants: dict[Slot, tuple[str, ...]] = {}
    for nth, want in slots:
        wants[nth, sum(one == nth for one, _ in wants)] = want
    taken: dict[str, Slot] = {}

    def place(slot: Slot, tried: set[str]) -> bool:
        for initiative in wants[slot]:
            if initiative in tried:
                continue
            tried.add(initiative)
            if initiative not in taken or place(taken[initiative], tried):
                taken[initiative] = slot
                return True
        return False

    whole: dict[int, list[Slot]] = {}
    for slot in wants:
        whole.setdefault(slot[0], []).append(slot)
    for own in whole.values():
        before = dict(taken)
        if not all(place(slot, set()) for slot in own):
            taken.clear()
            taken.update(before)
    return {slot: initiative for initiative, slot in taken.items()}


def _with_plan(
    law: Regime,
    nth: int,
    draft: Draft,
    given: dict[Slot, str],
    takers: dict[str, Text],
) -> Proposal:
    if not draft.wants:
        return draft.proposal
    found = draft.proposal
    own = sorted(one for slot, one in given.items() if slot[0] == nth)
    clause = ONCE if law.has(ONCE) else ""
    if own:
        named = ", ".join(own)
        says = Text(f"sẽ dùng sáng kiến {named}", f"would use initiative {named}")
        flag = Flag("USES_INITIATIVE", clause, says)
        return attrs.evolve(found, flags=(*found.flags, flag))
    wished = sorted({one for want in draft.wants for one in want})
    by = [one for one in wished if one in takers]
    vi = "; ".join(f"{one}: {takers[one].vi}" for one in by)
    en = "; ".join(f"{one}: {takers[one].en}" for one in by)
    says = Text(
        f"sáng kiến đã dành cho đề xuất khác ({vi}); chỉ nộp một trong hai",
        f"the initiative goes to another proposal ({en}); only one may be submitted",
    )
    return attrs.evolve(found, holds=(*found.holds, Hold(clause, says)))
