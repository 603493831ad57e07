"""Which of the decisions that were entered can count, and which contradict others?"""

from collections.abc import Collection, Iterable, Sequence

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

    One by somebody without the power is not used; of several that are all current
    none is, and one that replaces what is not there is pointed out.
    """
    faults: list[Fault] = []
    listed = sorted(entries, key=lambda one: one.id)
    kept = [one for one in listed if _may(one, year, powers, faults)]
    _chains(kept, faults)
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


def _chains(entries: Sequence[About], faults: list[Fault]) -> None:
    """Point out what replaces nothing, and years with several current decisions."""
    numbers = {_record(one).number for one in entries}
    replaced = {_record(one).replaces for one in entries} - {""}
    faults.extend(
        fault("DV-C013", one.place, seen=record.number, old=record.replaces)
        for one in entries
        if (record := _record(one)).replaces and record.replaces not in numbers
    )
    by_year: dict[int, list[About]] = {}
    for one in entries:
        if _record(one).number not in replaced:
            by_year.setdefault(_record(one).year, []).append(one)
    for year, current in sorted(by_year.items()):
        if len(current) > 1:
            told = {"seen": current[0].code, "year": year, "count": len(current)}
            faults.append(fault("DV-C012", current[0].place, **told))
