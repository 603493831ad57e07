"""How large a part of the whole was done?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, ClassVar

import attrs

from ..evidence import Values
from ..points import FULL, Rounding, share
from ..ratios import (
    ON_ZERO,
    at_zero,
    check,
    check_reachable,
    ratio_bounds,
    ratio_of,
    zero_says,
)
from ..rule import Bounds, Finding, Refusal, flag, one_of, positive, reads, scored
from ..terms import Text


def _rounding(table: Mapping[str, Any] | Rounding | None) -> Rounding | None:
    if table is None or isinstance(table, Rounding):
        return table
    return Rounding(**table)


@attrs.frozen(kw_only=True)
class Proportion:
    """The ratio itself, measured against *target* ("tính theo tỷ lệ").

    At the target and beyond the share is full. A declared *round* puts the share
    on its grid; without one it stays the exact fraction.
    """

    kind: ClassVar[str] = "proportion"
    rises_with: ClassVar[tuple[str, ...]] = ("part",)
    falls_with: ClassVar[tuple[str, ...]] = ("whole",)
    says: ClassVar[Mapping[str, Text]] = {
        "proportion.part": Text(
            "{part} trên {whole} ({ratio:%}): được {share:%} điểm tối đa.",
            "{part} of {whole} ({ratio:%}): {share:%} of the maximum.",
        ),
        "proportion.rounded": Text(
            "{part} trên {whole} ({ratio:%}): làm tròn thành {share:%} điểm tối đa.",
            "{part} of {whole} ({ratio:%}): rounded to {share:%} of the maximum.",
        ),
        **zero_says("proportion"),
    }
    part: str = reads()
    whole: str = reads()
    on_zero: str = one_of(*ON_ZERO)
    target: Fraction = positive(default=FULL)
    round: Rounding | None = attrs.field(
        default=None,
        converter=_rounding,
        metadata={"means": "table of `step` and `mode`"},
    )
    may_exceed: bool = flag(default=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a target that no ratio can reach."""
        check_reachable(self.target, may_exceed=self.may_exceed)

    def find(self, values: Values) -> Finding | Refusal:
        """Return the ratio over the target, at most full."""
        part, whole = ratio_of(values, self.part, self.whole)
        if refusal := check(part, whole, may_exceed=self.may_exceed):
            return refusal
        if not whole:
            return at_zero(self.kind, self.on_zero)
        ratio = share(part, whole)
        return scored(
            gained := self._at(ratio),
            "proportion.rounded" if self.round else "proportion.part",
            ("part", part),
            ("whole", whole),
            ("ratio", ratio),
            ("share", gained),
        )

    def _at(self, ratio: Fraction) -> Fraction:
        reached = ratio if self.target == FULL else ratio / self.target
        if self.round and reached < FULL:
            reached = self.round.apply(reached)
        return min(reached, FULL)

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return the ratios that can still be reached."""
        return ratio_bounds(
            values,
            self.part,
            self.whole,
            kind=self.kind,
            at=self._at,
            top=max(FULL, self.target) if self.may_exceed else FULL,
            on_zero=self.on_zero,
            may_exceed=self.may_exceed,
        )
