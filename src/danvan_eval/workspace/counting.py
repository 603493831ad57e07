"""How many people of a department, or of the hospital, does a figure count?

Whose yes or no is not known leaves the number open: between those who certainly
count and those who may yet.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

import attrs

from ..catalogue import Counted
from ..errors import Fault, Place, fault
from ..evidence import MISSING, Missing, Observed, OneOf, Unreadable
from .asked import Asked, Pair
from .files import REGISTERS
from .folding import Seen, spoilt
from .personal import FILE, Personal, code_of
from .service import Member

MOST_OPEN: Final = 50
"""A number with more possible values than this is missing."""
_MOST_NAMED: Final = 10


@attrs.frozen
class Crowd:
    """The people of one subject on the last day, and what makes them doubtful."""

    code: str
    members: Sequence[Member]
    doubts: Collection[Fault]


def counted(
    asked: Iterable[Asked], crowd: Crowd, personal: Personal | None
) -> tuple[dict[str, Seen], list[Fault]]:
    """Return how many of *crowd* each figure counts, by criterion, and who is open.

    Without a personal register nobody can say who did what: only headcounts are
    known.
    """
    seen: dict[str, dict[str, Observed]] = {}
    remarks: list[Fault] = []
    for one in asked:
        if one.field.counts is None:
            continue
        number, open_ = _number(one.criterion, one.field.counts, crowd, personal)
        seen.setdefault(one.criterion, {})[one.field.name] = number
        if open_:
            remarks.append(_remark(one.pair, crowd.code, open_))
    return dict(seen), remarks


def _number(
    criterion: str, counts: Counted, crowd: Crowd, personal: Personal | None
) -> tuple[Observed, list[str]]:
    """Return the number, and whose answer is lacking where some have answered."""
    unclear = spoilt(crowd.doubts)
    if unclear is not None:
        return unclear, []
    concerned = [one.code for one in crowd.members if counts.of & one.subject.traits]
    if not counts.figure:
        return len(concerned), []
    if personal is None:
        return MISSING, []
    answers = {
        code: personal.of_person(code, (criterion, counts.figure)) for code in concerned
    }
    done = sum(one is True for one in answers.values())
    open_ = [
        code
        for code, one in answers.items()
        if isinstance(one, Missing | OneOf | Unreadable)
    ]
    told = open_ if len(open_) < len(concerned) else []
    return _between(done, done + len(open_)), told


def _between(least: int, most: int) -> Observed:
    if least == most:
        return least
    if most - least >= MOST_OPEN:
        return MISSING
    return OneOf(tuple(range(least, most + 1)), "pending")


def _remark(pair: Pair, code: str, open_: Sequence[str]) -> Fault:
    place = Place(f"{REGISTERS}/{FILE}", key=code)
    more = ", …" if len(open_) > _MOST_NAMED else ""
    people = ", ".join(sorted(open_)[:_MOST_NAMED]) + more
    told = {"seen": code_of(pair), "count": len(open_), "people": people}
    return fault("DV-S219", place, **told)
