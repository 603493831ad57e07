"""Which one of the named levels was reached?"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, ClassVar

import attrs

from ..evidence import Values, word
from ..rule import (
    Bounds,
    Finding,
    Refusal,
    at_level,
    name,
    reads,
    refused,
    share_of_maximum,
)
from ..terms import Text


@attrs.frozen
class Level:
    """One level and the share of the maximum it is worth."""

    id: str = name("id of the level")
    share: Fraction = share_of_maximum()


def _levels(tables: Iterable[Mapping[str, Any] | Level]) -> tuple[Level, ...]:
    return tuple(one if isinstance(one, Level) else Level(**one) for one in tables)


@attrs.frozen(kw_only=True)
class Levels:
    """Exactly one of several named levels ("chọn một mức"); two may be worth the same."""

    kind: ClassVar[str] = "levels"
    says: ClassVar[Mapping[str, Text]] = {
        "levels.reached": Text("Đạt mức «{level}».", "Level “{level}” reached."),
    }
    fact: str = reads(answers="levels")
    levels: tuple[Level, ...] = attrs.field(
        converter=_levels,
        validator=attrs.validators.min_len(1),
        metadata={"means": "tables of `id` and `share`"},
    )

    def __attrs_post_init__(self) -> None:
        """Refuse two levels with one id."""
        ids = [level.id for level in self.levels]
        if len(set(ids)) != len(ids):
            raise ValueError("levels: two levels have one id")

    def find(self, values: Values) -> Finding | Refusal:
        """Return the share of the level named; refuse a level not listed."""
        seen = word(values, self.fact)
        for level in self.levels:
            if level.id == seen:
                return at_level(seen, level.share, "levels.reached", ("level", seen))
        allowed = ", ".join(level.id for level in self.levels)
        return refused("DV-E205", seen=seen, allowed=allowed)

    def bounds(self, values: Values) -> Bounds:  # noqa: ARG002
        """Return the least to the greatest level."""
        return Bounds.hull([level.share for level in self.levels])
