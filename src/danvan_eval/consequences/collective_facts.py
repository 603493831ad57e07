"""What is known of a collective, and what does each of its members bring?"""

from collections.abc import Sequence
from datetime import date

import attrs

from ..decisions.answers import Truth
from ..decisions.facts import Unit
from ..decisions.levels import Level
from ..subjects import Subject
from .awards import AwardId
from .career import (
    Career,
    Disciplined,
    Held,
    Levels,
    Pending,
    earlier,
    with_verifying,
)
from .chains import held_in
from .proposal import Proposal, Standing


@attrs.frozen
class Member:
    """One of a collective: titles of the year, possible levels, discipline.

    *considered* says whether they can be considered for Advanced Worker at all,
    *levels* is None where nobody knows, *severe* whether they were disciplined with
    a warning (cảnh cáo) or more in the year.
    """

    code: str
    ldtt: Truth = Truth.UNKNOWN
    cstdcs: Truth = Truth.UNKNOWN
    considered: Truth = Truth.UNKNOWN
    levels: tuple[Level, ...] | None = None
    severe: bool | None = None
    woman: bool | None = None


@attrs.frozen
class Together:
    """How a collective took part in emulation, and how it stands to the law.

    *leads* is whether it leads its block of the ministry or province, *outstanding*
    whether it is the best of those that lead.
    """

    steady: bool | None = None
    solidarity: bool | None = None
    lawful: bool | None = None
    exemplary: bool | None = None
    leads: bool | None = None
    outstanding: bool | None = None


@attrs.frozen
class Collective:
    """A department, or the hospital, before the clauses on titles.

    *members* is None where nobody knows who belongs to it.
    """

    subject: Subject
    year: int
    levels: Levels = attrs.field(factory=dict)
    members: tuple[Member, ...] | None = None
    together: Together = Together()
    pending: tuple[Pending, ...] | None = None

    @property
    def women(self) -> int | None:
        """How many members are women; None while that is not known of each."""
        told_ = [one.woman for one in self.members or ()]
        if self.members is None or None in told_:
            return None
        return sum(one is True for one in told_)


@attrs.frozen
class CollectiveFacts:
    """What the tables of ``de-xuat/`` say of one unit."""

    together: Together = Together()
    pending: tuple[Pending, ...] | None = None
    awards: tuple[Held, ...] | None = None


def collective_of(
    unit: Unit,
    year: int,
    levels: tuple[Level, ...],
    members: tuple[Member, ...] | None,
    told: CollectiveFacts,
) -> Collective:
    """Return a collective out of its unit's year and what the tables say.

    Args:
        unit: the facts of the year, with the levels decided in earlier ones.
        year: the year that is considered.
        levels: those the year's classification leaves possible; none where the
            unit was not classified.
        members: those of its members; None where nobody knows them.
        told: what the tables of titles say.
    """
    return Collective(
        unit.subject,
        year,
        earlier(unit.records, year) | {year: levels},
        members,
        told.together,
        with_verifying(told.pending, unit.conclusions),
    )


def member_of(
    career: Career, proposals: Sequence[Proposal], received_on: date
) -> Member:
    """Return what somebody brings to their collective: titles decided or proposed."""
    by_award = {one.id: one for one in proposals}

    def has(award: AwardId) -> Truth:
        held = held_in(career, award, career.year, received_on)
        own = by_award.get(award)
        return held if held is Truth.TRUE or own is None else _alive(own.standing)

    ldtt = by_award.get("ldtt")
    out = ldtt is not None and ldtt.standing is Standing.NOT_CONSIDERED
    return Member(
        career.subject.code,
        has("ldtt"),
        has("cstdcs"),
        Truth.FALSE if out else _considered(ldtt),
        career.levels.get(career.year),
        _severe(career.disciplines, career.year),
        career.woman,
    )


def _alive(standing: Standing) -> Truth:
    if standing is Standing.PROPOSED:
        return Truth.TRUE
    dead = standing in (Standing.NOT_MET, Standing.NOT_CONSIDERED)
    return Truth.FALSE if dead else Truth.UNKNOWN


def _considered(ldtt: Proposal | None) -> Truth:
    if ldtt is None or any(one.truth is Truth.UNKNOWN for one in ldtt.exclusions):
        return Truth.UNKNOWN
    return Truth.TRUE


def _severe(disciplines: tuple[Disciplined, ...] | None, year: int) -> bool | None:
    if disciplines is None:
        return None
    own = [one.severe for one in disciplines if one.decision.effective_on.year == year]
    if True in own:
        return True
    return None if None in own else False
