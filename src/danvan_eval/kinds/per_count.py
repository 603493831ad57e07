"""How many were there, at so much each?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

import attrs

from ..evidence import Values, count
from ..rule import Bounds, Finding, reads, scored, share_of_maximum
from ..terms import Text


@attrs.frozen(kw_only=True)
class PerCount:
    """Gain *per* for each, up to *at_most* ("mỗi … được …, tối đa …")."""

    kind: ClassVar[str] = "per_count"
    rises_with: ClassVar[tuple[str, ...]] = ("count",)
    says: ClassVar[Mapping[str, Text]] = {
        "per_count.counted": Text(
            "{count} × {per:%} = {share:%} điểm tối đa.",
            "{count} × {per:%} = {share:%} of the maximum.",
        ),
        "per_count.capped": Text(
            "{count} × {per:%}, khống chế ở {share:%} điểm tối đa.",
            "{count} × {per:%}, capped at {share:%} of the maximum.",
        ),
    }
    count: str = reads()
    per: Fraction = share_of_maximum()
    at_most: Fraction = share_of_maximum()

    def find(self, values: Values) -> Finding:
        """Return the count times the gain, capped."""
        seen = count(values, self.count)
        raw = self.per * seen
        gained = min(raw, self.at_most)
        return scored(
            gained,
            "per_count.counted" if raw == gained else "per_count.capped",
            ("count", seen),
            ("per", self.per),
            ("share", gained),
        )

    def bounds(self, values: Values) -> Bounds:  # noqa: ARG002
        """Return nothing to the cap."""
        return Bounds(high=self.at_most if self.per else self.per)
