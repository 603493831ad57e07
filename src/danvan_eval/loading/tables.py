"""How is a TOML table read so that every mistake in it is found at once?"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, Final, TypeVar

from ..errors import Fault, fault
from ..periods import Period
from ..points import Rounding, exact
from ..terms import Text
from .source import Path_, Source

T = TypeVar("T")
NEEDED: Final = object()


class Table:
    """A table that hands out each key once, notes mistakes, and refuses leftovers.

    Reading goes on after a mistake with a stand-in value; whoever reads throws
    the result away when *faults* is not empty.
    """

    def __init__(
        self, source: Source, data: Mapping[str, Any], path: Path_, faults: list[Fault]
    ) -> None:
        """Open the table at *path* of *source*."""
        self.source, self.path, self.faults = source, path, faults
        self.data = data
        self._taken: set[str] = set()

    def note(self, code: str, at: str = "", **data: object) -> None:
        """Note a mistake at the key *at* of this table."""
        path = (*self.path, at) if at else self.path
        self.faults.append(fault(code, self.source.place(path), **data))

    def has(self, key: str) -> bool:
        """Say whether *key* is there; asking does not take it."""
        return key in self.data

    def take(self, key: str, default: object = NEEDED) -> Any:
        """Hand out the value of *key*, whatever it is."""
        self._taken.add(key)
        if key in self.data:
            return self.data[key]
        if default is NEEDED:
            self.note("DV-L003", key, key=key)
            return None
        return default

    def typed(
        self, key: str, type_: type[T], stand_in: T, default: object = NEEDED
    ) -> T:
        """Hand out a value of *type_*; bool is no int here."""
        value = self.take(key, default)
        wrong = not isinstance(value, type_) or (
            type_ is int and isinstance(value, bool)
        )
        if not wrong:
            return value  # type: ignore[no-any-return]
        if key in self.data:
            self.note("DV-L004", key, seen=repr(value), allowed=type_.__name__)
        return stand_in if default is NEEDED else default  # type: ignore[return-value]

    def text(self, key: str, default: str | object = NEEDED) -> str:
        """Hand out a text."""
        return self.typed(key, str, "", default)

    def choice(self, key: str, options: Iterable[T], default: object = NEEDED) -> T:
        """Hand out one of *options*."""
        known = list(options)
        value = self.take(key, default)
        if value in known or (key not in self.data and default is not NEEDED):
            return value  # type: ignore[no-any-return]
        if key in self.data:
            allowed = ", ".join(str(one) for one in known)
            self.note("DV-L004", key, seen=repr(value), allowed=allowed)
        return known[0]

    def number(self, key: str, default: object = NEEDED) -> Fraction:
        """Hand out an exact number."""
        value = self.take(key, default)
        if key not in self.data:
            return Fraction(0) if default is NEEDED else default  # type: ignore[return-value]
        try:
            return exact(value)
        except (TypeError, ValueError):
            self.note("DV-L004", key, seen=repr(value), allowed='1, 0.5, "1/3", "85%"')
            return Fraction(0)

    def day(self, key: str) -> dt.date:
        """Hand out a date."""
        return self.typed(key, dt.date, dt.date.min)

    def strings(self, key: str, default: object = NEEDED) -> tuple[str, ...]:
        """Hand out a list of texts."""
        listed = self.typed(key, list, [], default)
        if all(isinstance(one, str) for one in listed):
            return tuple(listed)
        self.note("DV-L004", key, seen=repr(listed), allowed='["…", "…"]')
        return ()

    def words(self, key: str, *, needed: bool = True) -> Text | None:
        """Hand out a text in Vietnamese and, where given, in English."""
        if not needed and key not in self.data:
            self._taken.add(key)
            return None
        table = self.table(key)
        text = Text(table.text("vi"), table.text("en", ""))
        table.close()
        return text

    def label(self, key: str) -> Text:
        """Hand out a text that must be there."""
        return self.words(key) or Text("")

    def period(self) -> Period:
        """Hand out ``from`` and ``to`` as a period; ``to = "open"`` has no end."""
        start = self.day("from")
        end = self.take("to")
        if end == "open":
            end = dt.date.max
        if not isinstance(end, dt.date) or end < start:
            if "to" in self.data:
                self.note("DV-L004", "to", seen=end, allowed='≥ from, "open"')
            end = dt.date.max
        return Period(start, end)

    def rounding(self, key: str) -> Rounding | None:
        """Hand out a declared rounding, or None."""
        if key not in self.data:
            return None
        table = self.table(key)
        step, mode = table.take("step"), table.take("mode")
        table.close()
        return table.build(lambda: Rounding(step, mode))

    def table(self, key: str) -> "Table":
        """Open a table inside this one."""
        data = self.typed(key, dict, {})
        return Table(self.source, data, (*self.path, key), self.faults)

    def tables(self, key: str) -> "list[Table]":
        """Open every table of a list; an absent list has none."""
        listed = self.typed(key, list, [], default=[])
        if not all(isinstance(one, dict) for one in listed):
            self.note("DV-L004", key, seen=repr(listed), allowed=f"[[{key}]]")
            return []
        return [
            Table(self.source, one, (*self.path, key, nth), self.faults)
            for nth, one in enumerate(listed)
        ]

    def identified(self, key: str) -> "list[tuple[str, Table]]":
        """Open every table of a list by its id; note an id that stands twice."""
        opened = [(table.text("id"), table) for table in self.tables(key)]
        seen: set[str] = set()
        for name, table in opened:
            if name in seen:
                table.note("DV-L006", "id", seen=name)
            seen.add(name)
        return opened

    def build(self, make: Callable[[], T]) -> T | None:
        """Return what *make* makes; note what it refuses."""
        try:
            return make()
        except (TypeError, ValueError) as error:
            self.note("DV-L009", seen=error)
            return None

    def close(self) -> None:
        """Refuse every key nobody took, naming the nearest one that is known."""
        for key in self.data:
            if key not in self._taken:
                near = get_close_matches(key, self._taken, n=1, cutoff=0.5)
                known = near[0] if near else ", ".join(sorted(self._taken))
                self.note("DV-L001", key, key=key, near=known)
