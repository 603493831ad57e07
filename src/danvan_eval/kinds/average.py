"""How many points did the events earn on average?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

import attrs

from ..evidence import Values, amount, count, maybe, maybe_count
from ..points import FULL, NOTHING, to_text
from ..ratios import ON_ZERO, at_zero, zero_says
from ..rule import Bounds, Finding, Refusal, one_of, positive, reads, refused, scored
from ..terms import Text


@attrs.frozen(kw_only=True)
class Average:
    """The mean of the events' points over *out_of*, the most that one can earn.

    *total* is the sum of the points of all events ("bình quân các cuộc"); it can
    neither be below 0 nor pass *out_of* for each event.
    """

    kind: ClassVar[str] = "average"
    rises_with: ClassVar[tuple[str, ...]] = ("total",)
    falls_with: ClassVar[tuple[str, ...]] = ("events",)
    says: ClassVar[Mapping[str, Text]] = {
        "average.of": Text(
            "{total} điểm của {events} cuộc, mỗi cuộc tối đa {out_of}:"
            " bình quân được {share:%} điểm tối đa.",
            "{total} points in {events} event(s) of at most {out_of} each:"
            " {share:%} of the maximum on average.",
        ),
        **zero_says("average"),
    }
    total: str = reads()
    events: str = reads()
    out_of: Fraction = positive()
    on_zero: str = one_of(*ON_ZERO)

    def find(self, values: Values) -> Finding | Refusal:
        """Return the mean over its top."""
        total, events = amount(values, self.total), count(values, self.events)
        most = self.out_of * events
        if not 0 <= total <= most:
            return refused("DV-E202", seen=to_text(total), allowed=f"0…{to_text(most)}")
        if not events:
            return at_zero(self.kind, self.on_zero)
        return scored(
            share := total / most,
            "average.of",
            ("total", total),
            ("events", events),
            ("out_of", self.out_of),
            ("share", share),
        )

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return the means that can still be reached.

        A known total needs so many events that it fits them; more of them bring
        the mean down towards 0.
        """
        if maybe_count(values, self.events) == 0:
            return at_zero(self.kind, self.on_zero)
        if maybe(values, self.total) is None:
            return self._for_any_total(values)
        total = amount(values, self.total)
        if total < 0:
            return refused("DV-E202", seen=to_text(total), allowed="≥ 0")
        fewest = max(-(-total // self.out_of), 1)
        return self._with_none([NOTHING, total / (self.out_of * fewest)], not total)

    def _for_any_total(self, values: Values) -> Bounds:
        unknown = maybe_count(values, self.events) is None
        return self._with_none([NOTHING, FULL], unknown)

    def _with_none(self, shares: list[Fraction], may_be_none: bool) -> Bounds:
        """Return the bounds of *shares*, and of no event at all where that can be."""
        if may_be_none and self.on_zero in ("full", "zero"):
            shares.append(FULL if self.on_zero == "full" else NOTHING)
        removable = may_be_none and self.on_zero == "not_applicable"
        return Bounds.hull(shares, removable=removable)
