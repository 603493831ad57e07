"""Was the target reached, to the last one?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

import attrs

from ..evidence import Values
from ..points import FULL, NOTHING, share
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


@attrs.frozen(kw_only=True)
class AllOrNothing:
    """All of the maximum from *target* on, nothing below it ("đạt 100% mới có điểm")."""

    kind: ClassVar[str] = "all_or_nothing"
    rises_with: ClassVar[tuple[str, ...]] = ("part",)
    falls_with: ClassVar[tuple[str, ...]] = ("whole",)
    says: ClassVar[Mapping[str, Text]] = {
        "all_or_nothing.reached": Text(
            "{part} trên {whole}: đạt mục tiêu {target:%}.",
            "{part} of {whole}: the target of {target:%} is reached.",
        ),
        "all_or_nothing.missed": Text(
            "{part} trên {whole}: chưa đạt mục tiêu {target:%}.",
            "{part} of {whole}: the target of {target:%} is missed.",
        ),
        **zero_says("all_or_nothing"),
    }
    part: str = reads()
    whole: str = reads()
    target: Fraction = positive()
    on_zero: str = one_of(*ON_ZERO)
    may_exceed: bool = flag(default=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a target that no ratio can reach."""
        check_reachable(self.target, may_exceed=self.may_exceed)

    def find(self, values: Values) -> Finding | Refusal:
        """Return full at the target, nothing below."""
        part, whole = ratio_of(values, self.part, self.whole)
        if refusal := check(part, whole, may_exceed=self.may_exceed):
            return refusal
        if not whole:
            return at_zero(self.kind, self.on_zero)
        reached = self._at(share(part, whole))
        return scored(
            reached,
            "all_or_nothing.reached" if reached else "all_or_nothing.missed",
            ("part", part),
            ("whole", whole),
            ("target", self.target),
        )

    def _at(self, ratio: Fraction) -> Fraction:
        return FULL if ratio >= self.target else NOTHING

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return whether the target can still be reached, or missed."""
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
