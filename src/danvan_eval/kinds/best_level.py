"""Which is the best of the levels reached?"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, ClassVar, Final

import attrs

from ..evidence import Values, names
from ..points import NOTHING
from ..rule import Bounds, Finding, Refusal, at_level, reads, refused, share_of_maximum
from ..terms import Text

NONE: Final = "none"
"""The level of those who reached none of the named ones."""


@attrs.frozen
class Attainment:
    """One level that can be reached and the share of the maximum it is worth."""

    id: str
    share: Fraction = share_of_maximum()


def _levels(
    tables: Iterable[Mapping[str, Any] | Attainment],
) -> tuple[Attainment, ...]:
    return tuple(
        one if isinstance(one, Attainment) else Attainment(**one) for one in tables
    )


@attrs.frozen(kw_only=True)
class BestLevel:
    """Of all levels reached only the best counts ("chỉ tính mức cao nhất").

    A set that names none of them is an answer: the level is ``none`` and worth
    nothing. Of two that are worth the same, the one written first is named.
    """

    kind: ClassVar[str] = "best_level"
    rises_with: ClassVar[tuple[str, ...]] = ("fact",)
    says: ClassVar[Mapping[str, Text]] = {
        "best_level.only": Text(
            "Đạt mức «{level}»: được {share:%} điểm tối đa.",
            "Level “{level}” reached: {share:%} of the maximum.",
        ),
        "best_level.best": Text(
            "Đạt {count} mức, chỉ tính mức cao nhất «{level}»:"
            " được {share:%} điểm tối đa.",
            "{count} levels reached, only the best “{level}” counts:"
            " {share:%} of the maximum.",
        ),
        "best_level.none": Text("Không đạt mức nào.", "No level reached."),
    }
    fact: str = reads(answers="levels")
    levels: tuple[Attainment, ...] = attrs.field(
        converter=_levels,
        validator=attrs.validators.min_len(1),
        metadata={"means": "tables of `id` and `share`"},
    )

    def __attrs_post_init__(self) -> None:
        """Refuse two levels with one id, and one that is called as if there were none."""
        ids = [level.id for level in self.levels]
        if len(set(ids)) != len(ids):
            raise ValueError("levels: two levels have one id")
        if NONE in ids:
            raise ValueError(f"levels: {NONE} means that no level was reached")

    def find(self, values: Values) -> Finding | Refusal:
        """Return the greatest share among the levels reached."""
        held = names(values, self.fact)
        if strange := held - {level.id for level in self.levels}:
            allowed = ", ".join(level.id for level in self.levels)
            return refused("DV-E205", seen=", ".join(sorted(strange)), allowed=allowed)
        if not held:
            return at_level(NONE, NOTHING, "best_level.none")
        reached = [level for level in self.levels if level.id in held]
        best = max(reached, key=lambda level: level.share)
        told = (("level", best.id), ("share", best.share))
        if len(reached) == 1:
            return at_level(best.id, best.share, "best_level.only", *told)
        several = ("count", len(reached))
        return at_level(best.id, best.share, "best_level.best", several, *told)

    def bounds(self, values: Values) -> Bounds:  # noqa: ARG002
        """Return none of the levels to the best of them."""
        return Bounds(high=max(level.share for level in self.levels))
