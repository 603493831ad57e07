"""Did the council's vote carry a proposal, by which share, of whom?

A vote stands beside the points and never enters them: nothing here knows a score.
What the law gives no share for is voted on by an adopted one, or not at all.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from ..decisions.answers import Condition
from ..decisions.classification import Flag
from ..decisions.clauses import Regime
from ..errors import Fault, in_order
from ..points import as_percent
from ..terms import Text
from . import admitting
from .asking import UNSEEN, ask
from .ballots import Ballots
from .members import (
    BASES,
    BY_LAW,
    OWN_SHARE,
    WHYS,
    Council,
    Motion,
    Quorum,
    Share,
    share_by_law,
)
from .proposal import Standing, standing_of


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
        *admitting.of_council(council, quorum),
        *admitting.of_agenda(motions, lines),
        *admitting.of_shares(motions, law, adopted),
        *admitting.of_ballots(lines, council),
    ]
    if faults:
        return in_order(faults)
    by_key = {(one.candidate, one.award): one for one in lines}
    session = _Session(council, law, adopted, _quorate(law, council, quorum))
    outcomes = tuple(session.outcome(one, by_key.get(one.key)) for one in motions)
    return Vote(on, law.id, council, outcomes)


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
    silent = [one.code for one in council.members if one.recusals is None]
    if silent:
        listed = ", ".join(silent)
        says = Text(
            f"chưa khai việc không biểu quyết: {listed}",
            f"nothing declared on recusal: {listed}",
        )
        yield Flag("NOT_DECLARED", "", says)
    out = [(one.code, one.recusal(candidate)) for one in council.members]
    told = [(code, WHYS[one.why]) for code, one in out if one is not None]
    if told:
        who = Text.both(
            lambda at: ", ".join(f"{code} ({why.in_(at)})" for code, why in told)
        )
        says = Text(
            f"không biểu quyết về {candidate}: {who.vi}; vẫn tính trong tổng số thành viên",
            f"not voting on {candidate}: {who.en}; still among all members",
        )
        yield Flag("RECUSED", "", says)
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
