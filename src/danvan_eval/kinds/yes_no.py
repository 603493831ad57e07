"""Done, or not done?"""

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..evidence import Values, yes
from ..points import FULL, NOTHING
from ..rule import Bounds, Finding, reads, scored
from ..terms import Text


@attrs.frozen(kw_only=True)
class YesNo:
    """All of the maximum when *fact* is yes, nothing when it is no ("đạt / không đạt").

    An unanswered fact is unknown, not a no.
    """

    kind: ClassVar[str] = "yes_no"
    rises_with: ClassVar[tuple[str, ...]] = ("fact",)
    says: ClassVar[Mapping[str, Text]] = {
        "yes_no.yes": Text("Có: đạt.", "Yes: met."),
        "yes_no.no": Text("Không: không đạt.", "No: not met."),
    }
    fact: str = reads()

    def find(self, values: Values) -> Finding:
        """Return full or nothing."""
        if yes(values, self.fact):
            return scored(FULL, "yes_no.yes")
        return scored(NOTHING, "yes_no.no")

    def bounds(self, values: Values) -> Bounds:  # noqa: ARG002
        """Return nothing to full."""
        return Bounds()
