"""What lies before the council, what was chosen there, and how was it voted?"""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from .consequences.choosing import Laws, law_on
from .consequences.council import Vote, hold_vote
from .consequences.members import Motion
from .consequences.overrides import Item, Override, agenda_of, recorded
from .consequences.proposal import Proposal
from .decisions.worksheet import Worksheet
from .errors import Fault, Place
from .subjects import Subject
from .workspace.following.council import BALLOTS, CouncilRead
from .workspace.following.settings import FILE, FollowingSettings


@attrs.frozen(eq=False)
class Session:
    """The council's part: contested quota lines, choices with their reasons, the vote.

    *vote* is None without a council, or where its list of ballots cannot be taken;
    *faults* say why. Nothing of it changes a score, a level or a quota.
    """

    agenda: tuple[Item, ...]
    overrides: tuple[Override, ...] = ()
    vote: Vote | None = None
    faults: tuple[Fault, ...] = ()


def session_of(
    laws: Laws,
    worksheets: Iterable[Worksheet],
    read: CouncilRead,
    *,
    settings: FollowingSettings,
    subjects: Mapping[str, Subject],
    proposals: Iterable[Sequence[Proposal]],
) -> Session:
    """Return what came before the council, and what came of it."""
    agenda = agenda_of(worksheets)
    overrides, refused = recorded(read.opinions, agenda)
    session = Session(agenda, overrides, None, refused)
    if read.council is None or settings.voted_on is None:
        return session
    labels = {
        (one.subject.code, one.id): one.label for each in proposals for one in each
    }
    motions = [
        Motion(subjects[one.candidate], one.award, labels[key])
        for one in read.ballots
        if (key := (one.candidate, one.award)) in labels
    ]
    vote = hold_vote(
        motions,
        read.ballots,
        council=read.council,
        law=law_on(laws, "hd", settings.voted_on),
        on=settings.voted_on,
        adopted=settings.shares,
    )
    if isinstance(vote, tuple):
        faults = (*refused, *(_placed(one) for one in vote))
        return attrs.evolve(session, faults=faults)
    return attrs.evolve(session, vote=vote)


def _placed(wrong: Fault) -> Fault:
    """Return what is wrong with a vote where it is put right.

    An award without a share has it in the settings, whatever has no place in the
    list of ballots.
    """
    place = wrong.place
    if place.file:
        return wrong
    share = wrong.code == "DV-D410"
    place = Place(FILE if share else f"{BALLOTS}.csv", key=place.key)
    return attrs.evolve(wrong, place=place)
