"""Which result did somebody else find, and in which document?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

import attrs

from ..evidence import Values, amount, maybe, word
from ..points import to_text
from ..rule import Bounds, Finding, Refusal, positive, reads, refused, scored
from ..terms import Text


@attrs.frozen(kw_only=True)
class Imported:
    """The result of another index or rating, over its top ("lấy kết quả từ nơi khác").

    *source* names the number, the date and the version of that result; without it
    the result settles nothing.
    """

    kind: ClassVar[str] = "imported"
    rises_with: ClassVar[tuple[str, ...]] = ("value",)
    says: ClassVar[Mapping[str, Text]] = {
        "imported.taken": Text(
            "Kết quả {value} trên {out_of}, theo {source}: được {share:%} điểm tối đa.",
            "Result {value} of {out_of}, taken from {source}: {share:%} of the maximum.",
        ),
    }
    value: str = reads()
    source: str = reads()
    out_of: Fraction = positive()

    def find(self, values: Values) -> Finding | Refusal:
        """Return the result over its top; refuse one that nobody can look up."""
        value, source = amount(values, self.value), word(values, self.source).strip()
        if not 0 <= value <= self.out_of:
            return self._out_of_range(value)
        if not source:
            return refused("DV-E208", seen=to_text(value))
        return scored(
            share := value / self.out_of,
            "imported.taken",
            ("value", value),
            ("out_of", self.out_of),
            ("source", source),
            ("share", share),
        )

    def bounds(self, values: Values) -> Bounds | Refusal:
        """Return nothing to full: a result counts only together with its source."""
        if maybe(values, self.value) is not None:
            value = amount(values, self.value)
            if not 0 <= value <= self.out_of:
                return self._out_of_range(value)
        return Bounds()

    def _out_of_range(self, value: Fraction) -> Refusal:
        return refused(
            "DV-E202", seen=to_text(value), allowed=f"0…{to_text(self.out_of)}"
        )
