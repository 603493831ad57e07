"""Did the council's vote carry a proposal, by which share, of whom?

A vote stands beside the points and never enters them: nothing here knows a score.
What the law gives no share for is voted on by an adopted one, or not at all.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, Literal

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.classification import Flag
from ..decisions.clauses import Regime
from ..errors import Fault, Place, fault, in_order
from ..points import FULL, NOTHING, as_percent
from ..subjects import Subject
from ..terms import Text
from .asking import UNSEEN, ask
from .ballots import Ballots, Voters, disagreements
from .proposal import Standing, standing_of

CouncilRole = Literal["chair", "deputy", "standing", "secretary", "member"]
COUNCIL_ROLES: Final[Mapping[CouncilRole, Text]] = {
    "chair": Text("chủ tịch", "chair"),
    "deputy": Text("phó chủ tịch", "deputy chair"),
    "standing": Text("ủy viên thường trực", "standing member"),
    "secretary": Text("thư ký", "secretary"),
    "member": Text("ủy viên", "member"),
}
Base = Literal["members", "returned"]
BASES: Final[Mapping[Base, Text]] = {
    "members": Text("tất cả thành viên Hội đồng", "all members of the council"),
    "returned": Text("số phiếu thu về", "the ballots returned"),
}
OWN_SHARE: Final = "hd-own-share"
"""The clause that leaves the share of an award to the hospital, or its superior."""
BY_LAW: Final[Mapping[str, str]] = {
    "cstdtq": "hd-share-cstdtq",
    "co-chinh-phu": "hd-share-co-chinh-phu",
}
"""The clause that has a share of its own for an award."""


@attrs.frozen
class Member:
    """A member of the council; *present* is None when nobody said.

    *recused* are the codes of those they do not vote on, empty when it was declared
    that there is none, and None when nothing was declared. Nobody votes on
    themselves, declared or not.
    """

    code: str
    role: CouncilRole = "member"
    present: bool | None = None
    recused: tuple[str, ...] | None = None

    def votes_on(self, candidate: str) -> bool:
        """Say whether they may vote on a candidate."""
        return candidate != self.code and candidate not in (self.recused or ())


@attrs.frozen
class Council:
    """The emulation and commendation council, member by member ("Hội đồng TĐKT")."""

    members: tuple[Member, ...]
    place: Place = attrs.field(default=Place(), eq=False)

    def recused(self, candidate: str) -> tuple[str, ...]:
        """Return who does not vote on a candidate."""
        return tuple(one.code for one in self.members if not one.votes_on(candidate))

    def voters(self, candidate: str) -> Voters:
        """Return how many could be given a ballot on a candidate."""
        may = [one.present for one in self.members if one.votes_on(candidate)]
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


@attrs.frozen
class Outcome:
    """What the vote on one motion comes to, with what it rests on."""

    motion: Motion
    ballots: Ballots | None
    standing: Standing
    conditions: tuple[Condition, ...]
    recused: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def carried(self) -> bool:
        """Whether it was carried by a share that is certain."""
        return self.standing is Standing.PROPOSED

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts still to be brought."""
        names = (name for one in self.conditions for name in one.missing)
        return tuple(dict.fromkeys(names))


@attrs.frozen
class Vote:
    """One session's votes, by the law of its day ("kết quả bỏ phiếu")."""

    on: dt.date
    law: str
    council: Council
    outcomes: tuple[Outcome, ...]


def hold_vote(
    agenda: Iterable[Motion],
    ballots: Iterable[Ballots],
    *,
    council: Council,
    law: Regime,
    on: dt.date,
    adopted: Mapping[str, Share],
    quorum: Quorum | None = None,
) -> Vote | tuple[Fault, ...]:
    """Return the vote, or every reason why the list of ballots cannot be taken.

    Args:
        agenda: what was voted on.
        ballots: the counted ballots; a motion without any is not known.
        council: all members, whether they came, whom they do not vote on.
        law: the body of law on councils of the day of the vote.
        on: the day of the vote.
        adopted: the hospital's share by award; where the law has one too, both count.
        quorum: the adopted share of members present; none is assumed.
    """
    motions = list(agenda)
    lines = list(ballots)
    faults = [
        *_of_council(council, quorum),
        *_of_agenda(motions, lines),
        *_of_shares(motions, law, adopted, council.place),
        *_of_ballots(lines, council),
    ]
    if faults:
        return in_order(faults)
    by_key = {(one.candidate, one.award): one for one in lines}
    session = _Session(council, law, adopted, _quorate(law, council, quorum))
    outcomes = tuple(session.outcome(one, by_key.get(one.key)) for one in motions)
    return Vote(on, law.id, council, outcomes)


def _of_council(council: Council, quorum: Quorum | None) -> Iterator[Fault]:
    """Yield what is wrong with the council itself: nobody in it, somebody twice."""
    if not council.members:
        yield fault("DV-D406", council.place)
    for code, count in Counter(one.code for one in council.members).items():
        if count > 1:
            yield fault("DV-D407", council.place, seen=code, count=count)
    if quorum:
        yield from _of_rule(quorum.ratio, quorum.article, council.place)


def _of_agenda(motions: Sequence[Motion], lines: Sequence[Ballots]) -> Iterator[Fault]:
    """Yield motions and lines that stand twice, and lines on what no motion is."""
    known = Counter(one.key for one in motions)
    for (code, award), count in known.items():
        if count > 1:
            yield fault("DV-D408", Place(), whose=code, award=award, count=count)
    counted = Counter((one.candidate, one.award) for one in lines)
    for one in lines:
        key = one.candidate, one.award
        told = {"whose": one.candidate, "award": one.award}
        if key not in known:
            yield fault("DV-D409", one.place, **told)
        if counted[key] > 1:
            yield fault("DV-D408", one.place, count=counted[key], **told)


def _of_shares(
    motions: Sequence[Motion],
    law: Regime,
    adopted: Mapping[str, Share],
    place: Place,
) -> Iterator[Fault]:
    """Yield awards without any share, and adopted shares that can be none."""
    labels = {one.award: one.label for one in motions}
    for award, label in labels.items():
        share = adopted.get(award)
        if share is None and share_by_law(law, award) is None:
            told = {"award": label.vi, "award_en": label.in_("en")}
            clause = law.clause(BY_LAW.get(award, OWN_SHARE))
            yield fault("DV-D410", place, ground=clause.locus, **told)
        elif share is not None:
            yield from _of_rule(share.ratio, share.article, place)


def _of_rule(ratio: Fraction, article: str, place: Place) -> Iterator[Fault]:
    if not NOTHING < ratio <= FULL:
        yield fault("DV-D411", place, seen=as_percent(ratio), article=article or "–")
    if not article.strip():
        yield fault("DV-D412", place, seen=as_percent(ratio))


def _of_ballots(lines: Sequence[Ballots], council: Council) -> Iterator[Fault]:
    for one in lines:
        yield from disagreements(one, council.voters(one.candidate))


def share_by_law(law: Regime, award: str) -> Share | None:
    """Return the share a clause has for an award, of all members; None without one.

    NĐ 152/2025 Điều 33 khoản 5 (T, text not seen).
    """
    id_ = BY_LAW.get(award, "")
    if not law.has(id_) or "ratio" not in law.clause(id_).numbers:
        return None
    return Share(law.number(id_, "ratio"), law.clause(id_).locus, "members")


@attrs.frozen
class _Session:
    """What every motion of one session is judged by."""

    council: Council
    law: Regime
    adopted: Mapping[str, Share]
    present: tuple[Condition, ...]

    def outcome(self, motion: Motion, ballots: Ballots | None) -> Outcome:
        """Return what the vote on one motion comes to."""
        clause = BY_LAW.get(motion.award, OWN_SHARE)
        by_law, own = (
            share_by_law(self.law, motion.award),
            self.adopted.get(motion.award),
        )
        shares = [one for one in (by_law, own) if one is not None]
        carried = [
            _carried(self.law, clause, one, ballots, self.council) for one in shares
        ]
        conditions = (*carried, *self.present)
        return Outcome(
            motion,
            ballots,
            standing_of(self.law, conditions),
            conditions,
            self.council.recused(motion.candidate.code),
            tuple(_flags(motion, shares, self.council, clause)),
        )


def _carried(
    law: Regime, clause: str, share: Share, ballots: Ballots | None, council: Council
) -> Condition:
    """Ask whether those in favour are the share; counts that are not known leave it."""
    of = BASES[share.base]
    required = Text.both(
        lambda at: (
            f"{as_percent(share.ratio, comma=at == 'vi')} {of.in_(at)} ({share.article})"
        )
    )
    asked = ask(law, clause)
    if ballots is None:
        return asked.condition(None, UNSEEN, "ballots", required=required)
    yes, returned = ballots.yes, ballots.returned
    base = len(council.members) if share.base == "members" else returned
    if yes is None or base is None or ballots.missing:
        names = [f"ballots.{one}" for one in ballots.missing]
        return asked.condition(None, UNSEEN, *names, required=required)
    if not base:
        nothing = Text(
            f"{yes}/{base}: không có phiếu nào thu về", f"{yes}/{base}: none returned"
        )
        return asked.condition(None, nothing, "ballots.returned", required=required)
    seen = Text.both(
        lambda at: f"{yes}/{base} ({as_percent(Fraction(yes, base), comma=at == 'vi')})"
    )
    return asked.condition(share.met(yes, base), seen, required=required)


def _quorate(
    law: Regime, council: Council, quorum: Quorum | None
) -> tuple[Condition, ...]:
    """Ask whether enough members were present, where an adopted article asks."""
    if quorum is None:
        return ()
    came = [one.present for one in council.members]
    all_, least = len(came), came.count(True)
    most = all_ - came.count(False)
    enough = [n * quorum.ratio.denominator for n in (least, most)]
    needed = quorum.ratio.numerator * all_
    known = True if enough[0] >= needed else None if enough[1] >= needed else False
    required = Text(
        f"có mặt {as_percent(quorum.ratio)} thành viên ({quorum.article})",
        f"{as_percent(quorum.ratio, comma=False)} of members present ({quorum.article})",
    )
    seen = Text(f"{least}/{all_}" if least == most else f"{least} … {most}/{all_}")
    asked = ask(law, OWN_SHARE)
    return (asked.condition(known, seen, "council.present", required=required),)


def _flags(
    motion: Motion, shares: Sequence[Share], council: Council, clause: str
) -> Iterator[Flag]:
    """Yield what those who sign the minutes have to know; it changes nothing."""
    candidate = motion.candidate.code
    silent = [one.code for one in council.members if one.recused is None]
    if silent:
        listed = ", ".join(silent)
        says = Text(
            f"chưa khai việc không biểu quyết: {listed}",
            f"nothing declared on recusal: {listed}",
        )
        yield Flag("NOT_DECLARED", "", says)
    if out := council.recused(candidate):
        listed = ", ".join(out)
        yield Flag(
            "RECUSED",
            "",
            Text(
                f"không biểu quyết về {candidate}: {listed}; vẫn tính trong tổng số thành viên",
                f"not voting on {candidate}: {listed}; still among all members",
            ),
        )
    most, all_ = council.voters(candidate).most, len(council.members)
    if any(one.base == "members" and not one.met(most, all_) for one in shares):
        yield Flag(
            "UNREACHABLE",
            clause,
            Text(
                f"chỉ {most}/{all_} thành viên có thể bỏ phiếu: tỷ lệ không thể đạt",
                f"only {most}/{all_} members can vote: the share cannot be reached",
            ),
        )


def carried_by(vote: Vote) -> tuple[str, ...]:
    """Return the codes of those whose motion was carried, in the order of the agenda."""
    met = (one for one in vote.outcomes if one.carried)
    return tuple(dict.fromkeys(one.motion.candidate.code for one in met))


def truth_of(outcome: Outcome) -> Truth:
    """Return whether a motion was carried, or that nobody can say yet."""
    known = {Standing.PROPOSED: True, Standing.NOT_MET: False}
    return Truth.of(known.get(outcome.standing))
