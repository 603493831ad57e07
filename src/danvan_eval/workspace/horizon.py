"""Up to which day do facts count, and what becomes of those that come later?"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal, TypeVar

import attrs

from ..errors import Fault, fault
from ..periods import Period
from .folding import Broken, Entry, written

Later = Literal["this_period", "next_period"]
LATER: Final[tuple[Later, ...]] = ("this_period", "next_period")
"""Where facts belong that lie after the cut-off day and before the end."""

PROVISIONAL: Final = "DV-S317"
NEXT_PERIOD: Final = "DV-S318"

E = TypeVar("E", bound=Entry)


@attrs.frozen
class CutOff:
    """The day on which a hospital stops counting for its report ("ngày chốt")."""

    day: dt.date
    later: Later


@attrs.frozen
class Horizon:
    """The days whose facts count: those of *period* up to *until*, included.

    *note* is the code of the remark on facts of the period that come later.
    """

    period: Period
    until: dt.date
    note: str = ""

    @property
    def provisional(self) -> bool:
        """Say whether what is known later is not known yet."""
        return self.note == PROVISIONAL

    def kept(
        self, entries: Iterable[E | Broken], day_of: Callable[[E], dt.date | None]
    ) -> tuple[list[E | Broken], list[Fault]]:
        """Return what counts, and a note on every row that comes too late.

        A case is left out when all of its rows are: rows that contradict each other
        stay together. A row that cannot be read stays.
        """
        listed = list(entries)
        in_time = {
            one.id
            for one in listed
            if not isinstance(one, Broken) and not self._late(day_of(one))
        }
        kept = [one for one in listed if isinstance(one, Broken) or one.id in in_time]
        late = [
            one
            for one in listed
            if not isinstance(one, Broken) and one.id not in in_time
        ]
        return kept, self._notes(late, day_of)

    def _late(self, day: dt.date | None) -> bool:
        return day is not None and self.until < day <= self.period.end

    def _notes(
        self, late: Sequence[E], day_of: Callable[[E], dt.date | None]
    ) -> list[Fault]:
        return [
            fault(
                self.note,
                one.place,
                seen=one.id,
                day=written(day),
                cut_off=written(self.until),
            )
            for one in late
            if (day := day_of(one)) is not None
        ]


def horizon(period: Period, cut_off: CutOff | None, *, provisional: bool) -> Horizon:
    """Return up to which day the registers count.

    A provisional run stops at the cut-off day; a final one does so only where the
    settings leave what is later to the next period.
    """
    if cut_off is not None and provisional:
        return Horizon(period, cut_off.day, PROVISIONAL)
    if cut_off is not None and cut_off.later == "next_period":
        return Horizon(period, cut_off.day, NEXT_PERIOD)
    return Horizon(period, period.end)
