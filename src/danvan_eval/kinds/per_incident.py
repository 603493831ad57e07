"""How much is lost for each incident?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

import attrs

from ..evidence import Values, count
from ..points import FULL
from ..rule import Bounds, Finding, reads, scored, share_of_maximum
from ..terms import Text


@attrs.frozen(kw_only=True)
class PerIncident:
    """Start full, lose *per* for each incident, never below *at_least* ("trừ … mỗi vụ")."""

    kind: ClassVar[str] = "per_incident"
    falls_with: ClassVar[tuple[str, ...]] = ("count",)
    says: ClassVar[Mapping[str, Text]] = {
        "per_incident.none": Text("Không có vụ việc nào.", "No incident."),
        "per_incident.lost": Text(
            "{count} vụ việc × {per:%} bị trừ: còn {share:%} điểm tối đa.",
            "{count} incident(s) × {per:%} lost: {share:%} of the maximum is left.",
        ),
    }
    count: str = reads()
    per: Fraction = share_of_maximum()
    at_least: Fraction = share_of_maximum()

    def find(self, values: Values) -> Finding:
        """Return what is left."""
        seen = count(values, self.count)
        if not seen:
            return scored(FULL, "per_incident.none")
        left = max(FULL - self.per * seen, self.at_least)
        return scored(
            left,
            "per_incident.lost",
            ("count", seen),
            ("per", self.per),
            ("share", left),
        )

    def bounds(self, values: Values) -> Bounds:  # noqa: ARG002
        """Return the floor to full; a rule that takes nothing leaves all."""
        return Bounds(low=self.at_least if self.per else FULL)
