"""What do the minutes of a council hold? Facts of the session, and nothing it means."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final, Literal

import attrs

from ..terms import Text
from .ballots import COUNTS
from .council import Vote
from .members import CouncilRole
from .overrides import Override

Method = Literal["secret", "open"]
METHODS: Final = {
    "secret": Text("bỏ phiếu kín", "secret ballot"),
    "open": Text("biểu quyết", "open vote"),
}

FACTS: Final[Mapping[str, Text]] = {
    "ballots": Text("Phiếu bầu", "Ballots"),
    **{f"ballots.{name}": label for name, label in COUNTS.items()},
    "council.present": Text("Có mặt của từng thành viên", "Presence of every member"),
    "council.chair": Text("Chủ tịch Hội đồng có mặt", "Chair who was present"),
    "council.secretary": Text("Thư ký Hội đồng có mặt", "Secretary who was present"),
    "meeting.method": Text("Cách biểu quyết", "How the vote was taken"),
    "meeting.place": Text("Nơi họp", "Place of the meeting"),
}
"""What each fact of a vote or its minutes is called where it is missing."""


@attrs.frozen
class Meeting:
    """What was written down of the session itself; None and empty are not known.

    The number, the place and the signatures are for people to fill in.
    """

    on: dt.date
    method: Method | None = None
    place: str = ""
    number: str = ""


@attrs.frozen
class Minutes:
    """The facts for the minutes of one session ("biên bản họp Hội đồng").

    Members stand by code. *missing* are the facts that nobody gave.
    """

    meeting: Meeting
    law: str
    chair: str
    secretary: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    unsaid: tuple[str, ...]
    recused: tuple[tuple[str, tuple[str, ...]], ...]
    vote: Vote
    overrides: tuple[Override, ...] = ()
    missing: tuple[str, ...] = ()


def minutes_of(
    vote: Vote, meeting: Meeting, overrides: Iterable[Override] = ()
) -> Minutes:
    """Return the minutes of a session: who came, what was voted, what was decided.

    The chair and the secretary are those of the list who were present.
    """
    members = vote.council.members
    chair, secretary = (_only(vote, role) for role in ("chair", "secretary"))
    unsaid = tuple(one.code for one in members if one.present is None)
    asked = {
        "meeting.method": meeting.method,
        "meeting.place": meeting.place,
        "council.chair": chair,
        "council.secretary": secretary,
        "council.present": not unsaid,
    }
    return Minutes(
        meeting,
        vote.law,
        chair,
        secretary,
        tuple(one.code for one in members if one.present),
        tuple(one.code for one in members if one.present is False),
        unsaid,
        tuple(
            (one.motion.candidate.code, one.recused)
            for one in vote.outcomes
            if one.recused
        ),
        vote,
        tuple(overrides),
        tuple(name for name, there in asked.items() if not there),
    )


def _only(vote: Vote, role: CouncilRole) -> str:
    """Return the one present member of a role; empty where there is not exactly one."""
    held = [
        one.code for one in vote.council.members if one.present and one.role == role
    ]
    return held[0] if len(held) == 1 else ""
