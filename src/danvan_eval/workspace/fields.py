"""What does one row of an input say, cell by cell?"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

import attrs

from .. import grammar
from ..cells import Cell, NoValue, words_of
from ..errors import Fault, Place, fault
from ..suggestions import clipped
from ..tables.reading import Row
from ..terms import Text

T = TypeVar("T")

Options = Mapping[str, Text]
NOBODY = "–"
FEW = 100
"""Of so many codes each is compared; of more, those a slip of one letter apart."""
LONGEST = 60
MOST_SPOTS = 30


@attrs.frozen
class Codes:
    """The codes that other tables may name; nothing is joined by a name."""

    units: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


@attrs.frozen
class Fields:
    """Hands out the cells of one row and notes each one that cannot be taken.

    A cell that gives no value comes out empty: ``""``, None or an empty set. Where
    a value is *needed* its lack is noted as well.
    """

    row: Row
    faults: list[Fault] = attrs.field(factory=list)

    def place(self, column: str) -> Place:
        """Return where the cell of *column* stands."""
        return self.row[column].place

    def note(self, code: str, column: str, **data: object) -> None:
        """Note a fault at the cell of *column*."""
        self.faults.append(fault(code, self.place(column), **data))

    def code(self, column: str, *, needed: bool = False) -> str:
        """Return a code or other words."""
        return self._read(column, grammar.text, needed=needed) or ""

    def known(self, column: str, codes: Collection[str], *, needed: bool = True) -> str:
        """Return a code that must be one of *codes*."""
        seen = self.code(column, needed=needed)
        return self._checked(column, seen, codes) if seen else ""

    def several(
        self, column: str, codes: Collection[str], *, needed: bool
    ) -> tuple[str, ...]:
        """Return codes divided by ``;``, each of which must be one of *codes*."""
        words = self.code(column, needed=needed).split(";")
        found = [word.strip() for word in words if word.strip()]
        checked = (self._checked(column, word, codes) for word in found)
        return tuple(dict.fromkeys(word for word in checked if word))

    def name(self, column: str) -> str:
        """Return a name; doubtful ones are remarked upon by the reader of the list."""
        return self._read(column, grammar.name) or ""

    def day(self, column: str, *, needed: bool = False) -> dt.date | None:
        """Return a day."""
        return self._read(column, grammar.day, needed=needed)

    def count(self, column: str) -> int | None:
        """Return a whole number."""
        return self._read(column, grammar.count)

    def ticked(self, column: str) -> bool:
        """Say whether the column is ticked; an empty cell is not."""
        return self._read(column, grammar.flag) or False

    def answer(self, column: str) -> bool | None:
        """Return yes or no; None where nothing is answered."""
        return self._read(column, grammar.flag)

    def amount(self, column: str) -> Fraction | None:
        """Return an exact number."""
        return self._read(column, grammar.number)

    def maybe(self, column: str, options: Options) -> str:
        """Return the id of one of *options*; empty where none is named."""
        return self._read(column, lambda c: grammar.choice(c, options)) or ""

    def choice(self, column: str, options: Options) -> str:
        """Return the id of one of *options*; one must be named."""
        return (
            self._read(column, lambda c: grammar.choice(c, options), needed=True) or ""
        )

    def members(self, column: str, options: Options) -> frozenset[str]:
        """Return the ids of several of *options*; at least «không có» must stand there."""
        found = self._read(column, lambda c: grammar.members(c, options), needed=True)
        return found or frozenset()

    def written(self, column: str) -> str:
        """Return what stands in a cell that may hold words or a day."""
        cell = self.row[column]
        if isinstance(cell.value, dt.date):
            return words_of(cell.value)
        return self.code(column)

    def _read(
        self,
        column: str,
        reader: Callable[[Cell], T | NoValue | Fault],
        *,
        needed: bool = False,
    ) -> T | None:
        found = reader(self.row[column])
        if isinstance(found, Fault):
            self.faults.append(found)
        elif not isinstance(found, NoValue):
            return found
        elif needed:
            self.note("DV-S201", column, key=self.place(column).key)
        return None

    def _checked(self, column: str, seen: str, codes: Collection[str]) -> str:
        if seen in codes:
            return seen
        self.note("DV-S103", column, seen=clipped(seen), near=nearest(seen, codes))
        return ""


def nearest(seen: str, known: Collection[str]) -> str:
    """Return the codes most like *seen*, for a message; a dash when none is.

    >>> nearest("K1", ["K01", "K02", "P07"]), nearest("???", ["K01"])
    ('K01', '–')
    """
    return _nearest(seen, frozenset(known))


@lru_cache(maxsize=4096)
def _nearest(seen: str, known: frozenset[str]) -> str:
    if len(known) <= FEW:
        found = get_close_matches(seen, sorted(known), n=3, cutoff=0.6)
    else:
        by_form = _by_form(known)
        near = Counter(one for form in _forms(seen) for one in by_form.get(form, ()))
        found = sorted(near, key=lambda one: (-near[one], one))
    return ", ".join(sorted(found[:3])) or NOBODY


@lru_cache(maxsize=8)
def _by_form(known: frozenset[str]) -> dict[str, list[str]]:
    """Return codes by how they are written with one letter left out, or none."""
    by_form: dict[str, list[str]] = {}
    for code in sorted(known):
        for form in _forms(code):
            by_form.setdefault(form, []).append(code)
    return by_form


def _forms(code: str) -> set[str]:
    """Return *code* without regard to capitals, whole and without each one letter."""
    bare = code.casefold()[:LONGEST]
    return {bare, *(bare[:at] + bare[at + 1 :] for at in range(len(bare)))}


def alike(codes: Mapping[str, Place]) -> list[Fault]:
    """Return a warning for each code that differs from one before in capitals only."""
    first: dict[str, str] = {}
    found = []
    for code, place in codes.items():
        near = first.setdefault(code.casefold(), code)
        if near != code:
            found.append(fault("DV-S109", place, seen=code, near=near))
    return found


def spot(place: Place) -> str:
    """Write a place inside a file short: the cell, else the row."""
    where = place.cell or str(place.line)
    return f"{place.file}:{where}" if place.file else where


def spots(places: Collection[Place]) -> str:
    """Write several places, in order; dots after the first thirty."""
    ordered = sorted(places, key=lambda one: (one.file, one.line, one.cell))
    more = ", …" if len(ordered) > MOST_SPOTS else ""
    return ", ".join(spot(one) for one in ordered[:MOST_SPOTS]) + more
