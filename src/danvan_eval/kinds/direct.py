"""Which score did the appraiser give, and why?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

import attrs

from ..evidence import Values, amount, maybe, word
from ..points import to_text
from ..rule import Bounds, Finding, Refusal, positive, reads, refused, scored
from ..terms import Text


@attrs.frozen(kw_only=True)
class Direct:
    """Any score up to *out_of*, given by an appraiser who says why ("chấm thẳng").

    A score without its reason settles nothing.
    """

    kind: ClassVar[str] = "direct"
    rises_with: ClassVar[tuple[str, ...]] = ("score",)
    says: ClassVar[Mapping[str, Text]] = {
        "direct.given": Text(
            "Người thẩm định cho {score} trên {out_of}: {why}",
            "The appraiser gave {score} of {out_of}: {why}",
        ),
    }
    score: str = reads()
    reason: str = reads()
    out_of: Fraction = positive()

    def find(self, values: Values) -> Finding | Refusal:
        """Return the given score over its top."""
        score, why = amount(values, self.score), word(values, self.reason).strip()
        if not 0 <= score <= self.out_of:
            return self._out_of_range(score)
        if not why:
            return refused("DV-E206", seen=to_text(score))
        told = (("score", score), ("out_of", self.out_of), ("why", why))
        return scored(score / self.out_of, "direct.given", *told)

    def bounds(self, values: Values) -> Bounds | Refusal:
        """Return nothing to full: a score counts only together with its reason."""
        if maybe(values, self.score) is not None:
            score = amount(values, self.score)
            if not 0 <= score <= self.out_of:
                return self._out_of_range(score)
        return Bounds()

    def _out_of_range(self, score: Fraction) -> Refusal:
        return refused(
            "DV-E202", seen=to_text(score), allowed=f"0…{to_text(self.out_of)}"
        )
