"""Who comes first among equals, and how many may be proposed?

No national share cuts a list of titles: only an adopted rule does, and who drops
out is for people to say. Among equals the woman comes first on lists of commendation,
and nowhere else.
"""

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

import attrs

from ..decisions.clauses import Regime
from ..errors import FaultError, Place, fault
from ..points import reaches
from ..subjects import Subject
from .adopted import NO_RULES, AdoptedRules, check
from .proposal import Proposal, Standing, Use

CLAUSE: Final = "nd152-d4-k6"


@attrs.frozen
class Equal:
    """One of several with the same achievement and conditions.

    *woman* is for a person; *women* of *members* for a collective. None: not known.
    """

    subject: Subject
    woman: bool | None = None
    women: int | None = None
    members: int | None = None


@attrs.frozen
class Placed:
    """Equals in order: the *first* before the *others*; *open* may be either."""

    clause: str
    first: tuple[Subject, ...]
    others: tuple[Subject, ...]
    open: tuple[Subject, ...] = ()


def among_equals(law: Regime, use: Use, equals: Iterable[Equal]) -> Placed:
    """Return equals with the women, and collectives of mostly women, first.

    Under a law that does not say so nobody stands before anybody.

    Raises:
        FaultError: DV-D103 for any other list than one of commendation.
    """
    if use != "commendation":
        raise FaultError(fault("DV-D103", Place(key=use), seen=use))
    ordered = sorted(equals, key=lambda one: one.subject.code)
    if not law.has(CLAUSE):
        return Placed("", (), tuple(one.subject for one in ordered))
    share = law.number(CLAUSE, "women")
    told = [(one.subject, _before(one, share)) for one in ordered]
    return Placed(
        CLAUSE,
        tuple(one for one, first in told if first),
        tuple(one for one, first in told if first is False),
        tuple(one for one, first in told if first is None),
    )


def _before(one: Equal, share: Fraction) -> bool | None:
    if one.subject.kind == "person":
        return one.woman
    if one.women is None or not one.members:
        return None
    return reaches(Fraction(one.women), share, Fraction(one.members))


@attrs.frozen
class TitleQuota:
    """How many Fighters of the unit an adopted rule leaves, if there is one.

    *base* counts who is proposed for Advanced Worker, *open* whose case is not
    settled, *most* is None without a rule. People choose who drops out.
    """

    base: int
    candidates: tuple[Subject, ...]
    most: int | None = None
    article: str = ""
    open: int = 0

    @property
    def over(self) -> int:
        """How many candidates are above the quota."""
        return 0 if self.most is None else max(len(self.candidates) - self.most, 0)


def fighters_quota(
    proposals: Sequence[Proposal], adopted: AdoptedRules = NO_RULES
) -> TitleQuota:
    """Return how many of the proposed Fighters of the unit an adopted rule leaves.

    The share is taken of those proposed for Advanced Worker, and never rounded up.

    Raises:
        FaultError: DV-D100, DV-D101 for rules that cannot stand there.
    """
    check(adopted)
    workers = [one for one in proposals if one.id == "ldtt"]
    base = sum(one.standing is Standing.PROPOSED for one in workers)
    open_ = sum(
        one.standing in (Standing.NOT_ENOUGH_DATA, Standing.NEEDS_HUMAN_CONFIRMATION)
        for one in workers
    )
    candidates = tuple(
        sorted(
            (
                one.subject
                for one in proposals
                if one.id == "cstdcs" and one.standing is Standing.PROPOSED
            ),
            key=lambda one: one.code,
        )
    )
    rule = adopted.get("cstdcs_quota")
    if rule is None or rule.number is None:
        return TitleQuota(base, candidates, open=open_)
    most = math.floor(rule.number * base)
    return TitleQuota(base, candidates, most, rule.article, open_)
