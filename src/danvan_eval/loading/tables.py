"""How is a TOML table read so that every mistake in it is found at once?"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, Final, TypeVar

from ..errors import Fault, fault
from ..periods import Period
from ..points import Rounding, exact
from ..terms import Text
from .source import Path_, Source, written

T = TypeVar("T")
NEEDED: Final = object()
SHAPES: Final[Mapping[type, str]] = {
    bool: "true, false",
    int: "0, 1, 2",
    str: '"…"',
    list: "[…]",
    dict: "{…}",
    dt.date: "2024-12-31",
}
"""How each type is written, for those who wrote another one."""

REFUSALS: Final = (TypeError, ValueError, AttributeError, LookupError, ArithmeticError)
"""What a rule kind may raise at parameters it cannot take."""


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

    def note(self, code: str, *at: str | int, **data: object) -> None:
        """Note a mistake at the place *at* of this table."""
        place = self.source.place((*self.path, *at))
        self.faults.append(fault(code, place, **data))

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

    def refuse(self, key: str, allowed: object) -> None:
        """Note that the value of *key* cannot stand there."""
        self.note("DV-L004", key, seen=written(self.data[key]), allowed=allowed)

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
            self.refuse(key, SHAPES[type_])
        return stand_in if default is NEEDED else default  # type: ignore[return-value]

    def text(self, key: str, default: str | object = NEEDED) -> str:
        """Hand out a text; one that must be there must also say something."""
        text = self.typed(key, str, "", default)
        if (
            default is NEEDED
            and isinstance(self.data.get(key), str)
            and not text.strip()
        ):
            self.refuse(key, SHAPES[str])
        return text

    def choice(self, key: str, options: Iterable[T], default: object = NEEDED) -> T:
        """Hand out one of *options*; where there is none, every value is refused."""
        known = list(options)
        stand_in = known[0] if known else None
        value = self.take(key, default)
        if key not in self.data:
            return stand_in if default is NEEDED else default  # type: ignore[return-value]
        if any(type(value) is type(one) and value == one for one in known):
            return value  # type: ignore[no-any-return]
        self.refuse(key, ", ".join(str(one) for one in known))
        return stand_in  # type: ignore[return-value]

    def number(self, key: str, default: object = NEEDED) -> Fraction:
        """Hand out an exact number."""
        value = self.take(key, default)
        if key not in self.data:
            return Fraction(0) if default is NEEDED else default  # type: ignore[return-value]
        try:
            return exact(value)
        except (TypeError, ValueError):
            self.refuse(key, '1, 0.5, "1/3", "85%"')
            return Fraction(0)

    def number_in(
        self, key: str, allowed: str, fits: Callable[[Fraction], bool]
    ) -> Fraction:
        """Hand out an exact number that *fits*; *allowed* says which do."""
        before = len(self.faults)
        number = self.number(key)
        if len(self.faults) == before and not fits(number):
            self.refuse(key, allowed)
        return number

    def positive(self, key: str, default: object = NEEDED) -> Fraction:
        """Hand out an exact number above 0."""
        if default is not NEEDED and key not in self.data:
            return self.number(key, default)
        return self.number_in(key, "> 0", lambda number: number > 0)

    def day(self, key: str) -> dt.date:
        """Hand out a date."""
        return self.typed(key, dt.date, dt.date.min)

    def strings(self, key: str, default: object = NEEDED) -> tuple[str, ...]:
        """Hand out a list of texts."""
        listed = self.typed(key, list, [], default)
        if all(isinstance(one, str) for one in listed):
            return tuple(listed)
        self.refuse(key, '["…", "…"]')
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

    def period(self, *, may_be_open: bool = True) -> Period:
        """Hand out ``from`` and ``to`` as a period; ``to = "open"`` has no end."""
        start = self.day("from")
        end = self.take("to")
        if end == "open":
            end = dt.date.max
        if not isinstance(end, dt.date) or end < start:
            if "to" in self.data:
                last = '"open"' if may_be_open else "2024-12-31"
                self.refuse("to", f"≥ from, {last}")
            end = dt.date.max
        return Period(start, end)

    def rounding(self, key: str) -> Rounding | None:
        """Hand out a declared rounding, or None."""
        if key not in self.data:
            self._taken.add(key)
            return None
        table = self.table(key)
        before = len(table.faults)
        step, mode = table.take("step"), table.take("mode")
        table.close()
        if len(table.faults) > before:
            return None
        return table.build(lambda: Rounding(step, mode))

    def table(self, key: str) -> "Table":
        """Open a table inside this one; where there is none, that is said once."""
        data = self.take(key)
        path = (*self.path, key)
        if isinstance(data, dict):
            return Table(self.source, data, path, self.faults)
        if key in self.data:
            self.refuse(key, SHAPES[dict])
        return Table(self.source, {}, path, [])

    def tables(self, key: str) -> "list[Table]":
        """Open every table of a list; an absent list has none."""
        listed = self.take(key, [])
        if not isinstance(listed, list) or not all(
            isinstance(one, dict) for one in listed
        ):
            self.refuse(key, f"[[{key}]]")
            return []
        return [
            Table(self.source, one, (*self.path, key, nth), self.faults)
            for nth, one in enumerate(listed)
        ]

    def identified(self, key: str) -> "list[tuple[str, Table]]":
        """Open every table of a list by its id.

        Notes an id that stands twice, and one with a dot: dots part the ids of a
        path such as ``group.tiep-dan.max_points``.
        """
        opened = [(table.text("id"), table) for table in self.tables(key)]
        seen: set[str] = set()
        for name, table in opened:
            if "." in name:
                table.refuse("id", name.replace(".", "-"))
            if name and name in seen:
                table.note("DV-L006", "id", seen=name)
            seen.add(name)
        return opened

    def build(self, make: Callable[[], T]) -> T | None:
        """Return what *make* makes; note what it refuses."""
        try:
            return make()
        except REFUSALS as error:
            self.note("DV-L009", seen=error.args[0] if error.args else repr(error))
            return None

    def close(self) -> None:
        """Refuse every key nobody took, naming the nearest one that is known."""
        for key in self.data:
            if key not in self._taken:
                from difflib import get_close_matches

                near = get_close_matches(key, self._taken, n=1, cutoff=0.5)
                known = near[0] if near else ", ".join(sorted(self._taken))
                self.note("DV-L001", key, key=key, near=known)
