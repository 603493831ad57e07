"""Were the requirements kept, and how good was the work beyond them?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

import attrs

from ..evidence import Values, amount, count, maybe, maybe_count
from ..points import FULL, NOTHING, as_percent
from ..rule import Bounds, Finding, Refusal, reads, refused, scored, share_of_maximum
from ..terms import Text


@attrs.frozen(kw_only=True)
class RequirementPlus:
    """Start full, lose *per* for each lapse, win back up to *plus* by quality.

    The quality is a percentage of *plus* ("đạt yêu cầu, cộng phần chất lượng"). The
    sum never rises above the maximum and never falls below 0.
    """

    kind: ClassVar[str] = "requirement_plus"
    rises_with: ClassVar[tuple[str, ...]] = ("quality",)
    falls_with: ClassVar[tuple[str, ...]] = ("lapses",)
    says: ClassVar[Mapping[str, Text]] = {
        "requirement_plus.summed": Text(
            "{lapses} lần không đạt × {per:%} bị trừ, chất lượng {quality:%} × {plus:%}"
            " được cộng: {share:%} điểm tối đa.",
            "{lapses} lapse(s) × {per:%} lost, quality {quality:%} × {plus:%} added:"
            " {share:%} of the maximum.",
        ),
        "requirement_plus.full": Text(
            "{lapses} lần không đạt × {per:%} bị trừ, chất lượng {quality:%} × {plus:%}"
            " được cộng: khống chế ở điểm tối đa.",
            "{lapses} lapse(s) × {per:%} lost, quality {quality:%} × {plus:%} added:"
            " capped at the maximum.",
        ),
        "requirement_plus.nothing": Text(
            "{lapses} lần không đạt × {per:%} bị trừ, chất lượng {quality:%} × {plus:%}"
            " được cộng: không còn điểm.",
            "{lapses} lapse(s) × {per:%} lost, quality {quality:%} × {plus:%} added:"
            " no points are left.",
        ),
    }
    lapses: str = reads()
    quality: str = reads()
    per: Fraction = share_of_maximum()
    plus: Fraction = share_of_maximum()

    def find(self, values: Values) -> Finding | Refusal:
        """Return full less the lapses plus the quality, within the maximum."""
        lapses, quality = count(values, self.lapses), amount(values, self.quality)
        if not 0 <= quality <= FULL:
            return self._out_of_range(quality)
        raw, share = self._raw(lapses, quality), self._worth(lapses, quality)
        reason = "summed" if raw == share else ("full" if share else "nothing")
        return scored(
            share,
            f"requirement_plus.{reason}",
            ("lapses", lapses),
            ("per", self.per),
            ("quality", quality),
            ("plus", self.plus),
            ("share", share),
        )

    def _raw(self, lapses: int, quality: Fraction) -> Fraction:
        return FULL - self.per * lapses + self.plus * quality

    def _worth(self, lapses: int, quality: Fraction) -> Fraction:
        return min(max(self._raw(lapses, quality), NOTHING), FULL)

    def bounds(self, values: Values) -> Bounds | Refusal:
        """Return the least quality to the greatest, and no lapse to any number."""
        lapses = maybe_count(values, self.lapses)
        known = maybe(values, self.quality) is not None
        quality = amount(values, self.quality) if known else None
        if quality is not None and not 0 <= quality <= FULL:
            return self._out_of_range(quality)
        if lapses is None:
            return Bounds(low=NOTHING if self.per else FULL)
        least, most = (NOTHING, FULL) if quality is None else (quality, quality)
        return Bounds(self._worth(lapses, least), self._worth(lapses, most))

    def _out_of_range(self, quality: Fraction) -> Refusal:
        return refused("DV-E202", seen=as_percent(quality), allowed="0%…100%")
