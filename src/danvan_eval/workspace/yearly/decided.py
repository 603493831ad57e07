"""Which of the decisions that were entered can count, and which contradict others?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ...decisions.facts import Record
from ...errors import Fault, fault
from .columns import DECIDERS
from .registers import About

Powers = Collection[str] | None
"""Whose decision counts; None where no text says."""


def checked(
    entries: Iterable[About], year: int, powers: Powers
) -> tuple[tuple[Record, ...], list[Fault]]:
    """Return the decisions about one subject, and what is wrong with them.

    One by somebody without the power is not used; of several that are all current,
    or that replace each other in a circle, none is. One that replaces what is not
    there is pointed out.
    """
    faults: list[Fault] = []
    listed = sorted(entries, key=lambda one: one.id)
    kept = [one for one in listed if _may(one, year, powers, faults)]
    for number in sorted({_record(one).year for one in listed}):
        known = {_record(one).number for one in listed if _record(one).year == number}
        own = [one for one in kept if _record(one).year == number]
        faults.extend(_chained(own, known, number))
    return tuple(_record(one) for one in kept), faults


def _record(one: About) -> Record:
    if not isinstance(one.entry, Record):
        raise TypeError(one.entry)
    return one.entry


def _may(one: About, year: int, powers: Powers, faults: list[Fault]) -> bool:
    """Say whether who decided had the power; of earlier years nobody asks."""
    record = _record(one)
    if record.year != year or powers is None or record.by in powers:
        return True
    who = ", ".join(DECIDERS[role].vi for role in DECIDERS if role in powers)
    faults.append(fault("DV-C009", one.place, seen=DECIDERS[record.by].vi, allowed=who))
    return False


def _chained(
    entries: Sequence[About], known: Collection[str], year: int
) -> Iterator[Fault]:
    """Yield what is wrong with the decisions of one year, of which some are *known*.

    Some replace nothing, or each other; several are current at once.
    """
    old = {_record(one).number: _record(one).replaces for one in entries}
    for one in entries:
        record = _record(one)
        if record.replaces and record.replaces not in known:
            old_one = record.replaces
            yield fault("DV-C013", one.place, seen=record.number, old=old_one)
    circling = [one for one in entries if _comes_back(_record(one).number, old)]
    for one in circling:
        seen = ", ".join(_record(other).number for other in circling)
        yield fault("DV-C021", one.place, seen=seen, whose=one.code, year=year)
    current = [one for one in entries if _record(one).number not in old.values()]
    if len(current) > 1:
        seen, place = current[0].code, current[0].place
        yield fault("DV-C012", place, seen=seen, year=year, count=len(current))


def _comes_back(number: str, old: Mapping[str, str]) -> bool:
    """Say whether what a decision replaces leads back to the decision itself."""
    at, passed = old[number], set[str]()
    while at in old and at not in passed:
        if at == number:
            return True
        passed.add(at)
        at = old[at]
    return False
