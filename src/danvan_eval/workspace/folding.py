"""What do all registers share when their entries become evidence?

An entry that cannot be read spoils the figure it would have gone into, and only
that one: nobody's count is settled while a row about it is unclear.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from math import prod
from typing import Protocol, TypeVar

import attrs

from ..cells import words_of
from ..errors import Fault, Place, fault, in_order
from ..evidence import MISSING, Observed, OneOf, Unreadable
from ..judging import MOST_ALTERNATIVES
from .fields import spots

Seen = Mapping[str, Observed]
"""What was observed of one subject for one criterion, by evidence name."""


@attrs.frozen
class Broken:
    """A row that cannot be read, and the subjects it names all the same.

    *about* is the part of the register it belongs to, where that could be read. Where
    it cannot be told whom the row is about, it may be *any_unit*, or *any_person*.
    """

    fault: Fault
    units: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    about: str = ""
    any_unit: bool = False
    any_person: bool = False

    @property
    def of_a_unit(self) -> bool:
        """Say whether it may belong to the count of a department, or the hospital."""
        return self.any_unit or bool(self.units)

    def may_be_unit(self, code: str) -> bool:
        """Say whether it may be about that department."""
        return self.any_unit or code in self.units

    def may_be_person(self, code: str) -> bool:
        """Say whether it may be about that person."""
        return self.any_person or code in self.people


@attrs.frozen
class Folded:
    """What a register comes to for one criterion: by unit, by person, and remarks.

    *hospital* is what it says of the hospital where that is no sum of the units.
    """

    criterion: str
    units: Mapping[str, Seen]
    people: Mapping[str, Seen]
    faults: tuple[Fault, ...] = ()
    excluded: tuple[Fault, ...] = ()
    hospital: Seen = attrs.field(factory=dict)


class Entry(Protocol):
    """An entry of a register under its number; equal whatever its place."""

    @property
    def id(self) -> str:
        """The number of the case."""
        ...

    @property
    def place(self) -> Place:
        """Where the entry stands."""
        ...


E = TypeVar("E", bound=Entry)


def one_each(
    entries: Iterable[E], key: Callable[[E], str]
) -> tuple[list[E], list[list[E]], list[Fault]]:
    """Return entries by *key*: each once, those that contradict, notes on repeats."""
    single: list[E] = []
    torn: list[list[E]] = []
    notes: list[Fault] = []
    for _, group in groupby(sorted(entries, key=_by(key)), key=key):
        members = list(group)
        first = members[0]
        if any(one != first for one in members):
            torn.append(members)
            continue
        single.append(first)
        if len(members) > 1:
            places = spots([one.place for one in members])
            notes.append(fault("DV-S309", first.place, seen=first.id, places=places))
    return single, torn, notes


def contradiction(members: Sequence[E]) -> list[Fault]:
    """Return a fault for every row of a case whose rows say different things."""
    places = spots([one.place for one in members])
    return [fault("DV-S210", one.place, seen=one.id, places=places) for one in members]


def spoilt(faults: Iterable[Fault]) -> Unreadable | None:
    """Return the first of *faults* as evidence that cannot be taken; None for none."""
    ordered = in_order(faults)
    return Unreadable(ordered[0]) if ordered else None


def bearable(seen: Seen) -> Seen:
    """Return *seen* with no more alternatives than can all be tried.

    Where there are too many, the figures that are open widest go missing.
    """
    open_ = {
        name: len(one.options) for name, one in seen.items() if isinstance(one, OneOf)
    }
    kept: dict[str, Observed] = dict(seen)
    while prod(open_.values()) > MOST_ALTERNATIVES:
        widest = max(open_, key=lambda name: (open_[name], name))
        del open_[widest]
        kept[widest] = MISSING
    return kept


def written(day: dt.date) -> str:
    """Write a day for readers."""
    return words_of(day)


def _by(key: Callable[[E], str]) -> Callable[[E], tuple[str, str, int, str]]:
    return lambda one: (key(one), one.place.file, one.place.line, one.place.cell)
