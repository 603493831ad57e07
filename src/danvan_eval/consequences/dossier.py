"""What may follow for one subject and year: the six uses, each with its grounds?

S0 names six uses of its rules for viên chức. Each line here says by which words it
is reached, what is proposed, by which law, what is missing, and who decides. Where
the plan is silent the line says so and stays the hospital's own affair. Discipline
holds referrals of substantiated findings; no score and no level leads there.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

import attrs

from ..decisions.classification import Classification
from ..sheet import Sheet
from ..subjects import Subject
from ..terms import Text
from .proposal import Proposal
from .reach import INTERNAL, USES, Reach, Scope, Six, reach_of
from .referral import NoGround, Referral

PROPOSED_AS: Final[Mapping[Six, frozenset[str]]] = {
    "quality": frozenset(),
    "appointment": frozenset({"appointment"}),
    "salary": frozenset({"salary"}),
    "emulation": frozenset({"title"}),
    "commendation": frozenset({"commendation", "track"}),
    "discipline": frozenset(),
}
"""Which proposals stand in which line."""


@attrs.frozen
class Ground:
    """One criterion of the dân vận sheet that measures what the plan's words name.

    *low* and *high* are shares of its maximum; they differ while something is open.
    """

    criterion: str
    low: Fraction
    high: Fraction


@attrs.frozen
class Line:
    """One of the six uses for one subject.

    *reach* is what the plan says of it, None where it is silent. *given* says
    whether the facts of this use were brought at all.
    """

    use: Six
    reach: Reach | None
    given: bool
    quality: Classification | None = None
    proposals: tuple[Proposal, ...] = ()
    referrals: tuple[Referral | NoGround, ...] = ()
    grounds: tuple[Ground, ...] = ()

    @property
    def label(self) -> Text:
        """What the use is called."""
        return USES[self.use]

    def basis(self) -> Text:
        """Return the words of the plan that reach it, or that none do."""
        return self.reach.says() if self.reach else INTERNAL


@attrs.frozen
class Consequences:
    """The six uses of one subject's year ("hồ sơ đề xuất"), in the plan's order."""

    subject: Subject
    year: int
    plan: str
    scope: Scope
    lines: tuple[Line, ...]

    def line(self, use: Six) -> Line:
        """Return the line of one use."""
        return next(one for one in self.lines if one.use == use)


@attrs.frozen
class Brought:
    """What was worked out for one subject; None where no table speaks of it."""

    quality: Classification | None = None
    sheet: Sheet | None = None
    titles: tuple[Proposal, ...] | None = None
    tracks: tuple[Proposal, ...] | None = None
    salary: tuple[Proposal, ...] | None = None
    appointment: tuple[Proposal, ...] | None = None
    referrals: tuple[Referral | NoGround, ...] | None = None


def consequences_of(
    subject: Subject, *, year: int, plan: str, scope: Scope, brought: Brought
) -> Consequences:
    """Put the six uses together; nothing is worked out anew, nothing left out."""
    asked = subject.kind, subject.traits, scope
    lines = [_line(use, reach_of(plan, use, *asked), brought) for use in USES]
    return Consequences(subject, year, plan, scope, tuple(lines))


def _line(use: Six, reach: Reach | None, brought: Brought) -> Line:
    grounds = tuple(_grounds(reach, brought.sheet))
    if use == "quality":
        return Line(use, reach, given=True, quality=brought.quality, grounds=grounds)
    if use == "discipline":
        found = brought.referrals
        given = found is not None
        return Line(use, reach, given, referrals=found or (), grounds=())
    tables: Mapping[Six, list[tuple[Proposal, ...] | None]] = {
        "appointment": [brought.appointment],
        "salary": [brought.salary],
        "emulation": [brought.titles],
        "commendation": [brought.titles, brought.tracks],
    }
    listed = tables[use]
    proposals = tuple(
        one for table in listed for one in table or () if one.use in PROPOSED_AS[use]
    )
    given = any(table is not None for table in listed)
    return Line(use, reach, given, proposals=proposals, grounds=grounds)


def _grounds(reach: Reach | None, sheet: Sheet | None) -> Iterable[Ground]:
    """Yield the criteria that the plan's words name, as the sheet found them.

    None of them is a ground of discipline: a score refers nobody.
    """
    for line in sheet.lines if reach and sheet else ():
        if reach and line.criterion in reach.criteria and line.max_points:
            _, low, high, _ = line.weighed
            yield Ground(line.criterion, low, high)
