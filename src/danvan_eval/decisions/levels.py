"""Which four levels are there, and which of them is still open?"""

from collections.abc import Iterable
from enum import Enum
from typing import Final

from ..terms import Text


class Level(Enum):
    """A quality level ("mức xếp loại chất lượng"), best first."""

    HTXS = "htxs"
    HTT = "htt"
    HTNV = "htnv"
    KHTNV = "khtnv"

    @property
    def label(self) -> Text:
        """The words of the law for it."""
        return LABELS[self]

    def no_better_than(self, other: "Level") -> "Level":
        """Return the lower of two levels.

        >>> Level.HTXS.no_better_than(Level.HTNV)
        <Level.HTNV: 'htnv'>
        """
        return max(self, other, key=ORDER.index)


LABELS: Final = {
    Level.HTXS: Text(
        "Hoàn thành xuất sắc nhiệm vụ", "Excellent completion of duties (HTXS)"
    ),
    Level.HTT: Text("Hoàn thành tốt nhiệm vụ", "Good completion of duties (HTT)"),
    Level.HTNV: Text("Hoàn thành nhiệm vụ", "Completion of duties (HTNV)"),
    Level.KHTNV: Text(
        "Không hoàn thành nhiệm vụ", "Failure to complete duties (KHTNV)"
    ),
}
ORDER: Final = tuple(Level)
"""The levels, best first."""


def best_first(levels: Iterable[Level]) -> tuple[Level, ...]:
    """Return levels in order, each once."""
    return tuple(sorted(set(levels), key=ORDER.index))


def told(levels: Iterable[Level]) -> Text:
    """Return levels in words, with a stroke between them."""
    listed = list(levels)
    return Text.both(lambda tongue: " / ".join(one.label.in_(tongue) for one in listed))
