"""Who is on the council, whom do they not vote on, and which share carries?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal

import attrs

from ..decisions.clauses import Regime
from ..errors import Place
from ..subjects import Subject
from ..terms import Text
from .ballots import Voters

CouncilRole = Literal["chair", "deputy", "standing", "secretary", "member"]
COUNCIL_ROLES: Final[Mapping[CouncilRole, Text]] = {
    "chair": Text("chủ tịch", "chair"),
    "deputy": Text("phó chủ tịch", "deputy chair"),
    "standing": Text("ủy viên thường trực", "standing member"),
    "secretary": Text("thư ký", "secretary"),
    "member": Text("ủy viên", "member"),
}
Why = Literal["self", "relative", "other"]
WHYS: Final[Mapping[Why, Text]] = {
    "self": Text("bản thân", "themselves"),
    "relative": Text("người thân", "a relative"),
    "other": Text("lý do khác", "another reason"),
}
Base = Literal["members", "returned"]
BASES: Final[Mapping[Base, Text]] = {
    "members": Text("tất cả thành viên Hội đồng", "all members of the council"),
    "returned": Text("số phiếu thu về", "the ballots returned"),
}
OWN_SHARE: Final = "hd-own-share"
"""The clause that leaves the share of an award to the hospital, or its superior."""
BY_LAW: Final[Mapping[str, str]] = {
    "cstd-toan-quoc": "hd-share-cstdtq",
    "co-thi-dua-chinh-phu": "hd-share-co-chinh-phu",
}
"""The clause that has a share of its own for an award."""


@attrs.frozen
class Recusal:
    """On whom a member does not vote, and why."""

    candidate: str
    why: Why = "relative"


@attrs.frozen
class Member:
    """A member of the council; *present* is None when nobody said.

    *recusals* is empty when it was declared that there is none, and None when
    nothing was declared. Nobody votes on themselves, declared or not.
    """

    code: str
    role: CouncilRole = "member"
    present: bool | None = None
    recusals: tuple[Recusal, ...] | None = None

    def recusal(self, candidate: str) -> Recusal | None:
        """Return why they do not vote on a candidate; None for who does."""
        if candidate == self.code:
            return Recusal(candidate, "self")
        declared = self.recusals or ()
        return next((one for one in declared if one.candidate == candidate), None)


@attrs.frozen
class Council:
    """The emulation and commendation council, member by member ("Hội đồng TĐKT")."""

    members: tuple[Member, ...]
    place: Place = attrs.field(default=Place(), eq=False)

    def recused(self, candidate: str) -> tuple[str, ...]:
        """Return who does not vote on a candidate."""
        return tuple(one.code for one in self.members if one.recusal(candidate))

    def voters(self, candidate: str) -> Voters:
        """Return how many could be given a ballot on a candidate."""
        may = [one.present for one in self.members if not one.recusal(candidate)]
        return Voters(may.count(True), len(may) - may.count(False))


@attrs.frozen
class Share:
    """The share in favour that carries a proposal, and of what, by an adopted article.

    The comparison is in whole numbers; nothing is rounded.
    """

    ratio: Fraction
    article: str
    base: Base

    def met(self, yes: int, base: int) -> bool:
        """Say whether so many of so many are enough.

        >>> by_law = Share(Fraction("0.9"), "Điều 33", "members")
        >>> by_law.met(8, 9), by_law.met(9, 10)
        (False, True)
        """
        return yes * self.ratio.denominator >= self.ratio.numerator * base


@attrs.frozen
class Quorum:
    """How many of the members have to be present, by an adopted article."""

    ratio: Fraction
    article: str


@attrs.frozen
class Motion:
    """What is voted on: a candidate, and the award proposed for them."""

    candidate: Subject
    award: str
    label: Text

    @property
    def key(self) -> tuple[str, str]:
        """By what a line of ballots finds it."""
        return self.candidate.code, self.award


def share_by_law(law: Regime, award: str) -> Share | None:
    """Return the share a clause has for an award, of all members; None without one.

    NĐ 152/2025 Điều 33 khoản 5 (T, text not seen).
    """
    id_ = BY_LAW.get(award, "")
    if not law.has(id_) or "ratio" not in law.clause(id_).numbers:
        return None
    return Share(law.number(id_, "ratio"), law.clause(id_).locus, "members")
