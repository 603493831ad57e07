"""Whom is an entry of a register about, and for whom is the register not clear?"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import attrs

from ...errors import Fault
from ...tables.reading import Column
from ..entries import entries, read_rows
from ..fields import Codes, Fields
from ..files import Files
from ..folding import Broken, Entry, contradiction, one_each

E = TypeVar("E", bound=Entry)


@attrs.frozen
class Register:
    """The entries of one table; rows that differ under one id settle nothing.

    *there* says whether there is such a table at all: without one nothing is known.
    """

    entries: tuple[Entry, ...]
    broken: tuple[Broken, ...]
    there: bool

    def names(self, code: str) -> bool:
        """Say whether a row that cannot be used names that person or unit."""
        return any(code in one.people or code in one.units for one in self.broken)

    def clear_for_person(self, code: str) -> bool:
        """Say whether all that may be about a person can be read."""
        return self.there and not any(one.may_be_person(code) for one in self.broken)

    def clear_for_unit(self, code: str) -> bool:
        """Say whether all that may be about a unit can be read."""
        return self.there and not any(one.may_be_unit(code) for one in self.broken)


@attrs.frozen
class Reading:
    """Reads the tables of one folder beside its lists; notes gather in *notes*."""

    files: Files
    codes: Codes
    notes: list[Fault] = attrs.field(factory=list)

    def register(
        self,
        name: str,
        columns: Sequence[Column],
        read: Callable[[Fields, Codes], E | Broken],
        whose: Callable[[E], Broken],
    ) -> Register:
        """Read one register.

        Args:
            name: its file without the ending.
            columns: its columns, the first of which makes a row an entry.
            read: reads one row.
            whose: says of a row that contradicts another whom both may be about.
        """
        key = columns[0].id
        entry = entries(key, self.codes)
        table = self.files.table(name, columns, key=key, entry=entry)
        if table is None:
            return Register((), (), there=False)
        faults = self.files.faults
        found = read_rows(table, self.codes, read, faults, entry)
        broken = [one for one in found if isinstance(one, Broken)]
        rows: Iterable[E] = [one for one in found if not isinstance(one, Broken)]
        single, torn, notes = one_each(rows, lambda one: one.id)
        self.notes.extend(notes)
        for members in torn:
            faults.extend(contradiction(members))
            broken += [whose(one) for one in members]
        return Register(tuple(single), tuple(broken), there=True)
