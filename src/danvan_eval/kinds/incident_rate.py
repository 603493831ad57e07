"""How many incidents were there for so many visits?"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, ClassVar

import attrs

from ..evidence import Values, count, maybe_count
from ..points import FULL, NOTHING, exact
from ..ratios import ON_ZERO, at_zero, zero_says
from ..rule import (
    Bounds,
    Finding,
    Refusal,
    one_of,
    reads,
    scored,
    share_of_maximum,
    whole_number,
)
from ..terms import Text


@attrs.frozen
class RateStep:
    """Up to this rate (included), so large a share of the maximum."""

    at_most: Fraction = attrs.field(converter=exact)
    share: Fraction = share_of_maximum()


def _steps(tables: Iterable[Mapping[str, Any] | RateStep]) -> tuple[RateStep, ...]:
    return tuple(
        one if isinstance(one, RateStep) else RateStep(**one) for one in tables
    )


@attrs.frozen(kw_only=True)
class IncidentRate:
    """Incidents for every *for_every* visits, against declared thresholds.

    Whoever sees many patients is not punished for their number. Thresholds are
    written from the lowest up; above the last one nothing is left.
    """

    kind: ClassVar[str] = "incident_rate"
    falls_with: ClassVar[tuple[str, ...]] = ("count",)
    rises_with: ClassVar[tuple[str, ...]] = ("visits",)
    says: ClassVar[Mapping[str, Text]] = {
        "incident_rate.within": Text(
            "{count} vụ việc trên {visits} lượt, tức {rate} vụ mỗi {for_every} lượt:"
            " không quá {at_most}, được {share:%} điểm tối đa.",
            "{count} incident(s) in {visits} visits, {rate} for every {for_every}:"
            " not above {at_most}, {share:%} of the maximum.",
        ),
        "incident_rate.above": Text(
            "{count} vụ việc trên {visits} lượt, tức {rate} vụ mỗi {for_every} lượt:"
            " quá {at_most}, không được điểm.",
            "{count} incident(s) in {visits} visits, {rate} for every {for_every}:"
            " above {at_most}, no points.",
        ),
        **zero_says("incident_rate"),
    }
    count: str = reads()
    visits: str = reads()
    for_every: int = whole_number(1)
    steps: tuple[RateStep, ...] = attrs.field(
        converter=_steps,
        validator=attrs.validators.min_len(1),
        metadata={"means": "tables of `at_most` and `share`, from the lowest up"},
    )
    on_zero: str = one_of(*ON_ZERO)

    def __attrs_post_init__(self) -> None:
        """Refuse thresholds out of order, below 0, and shares that rise."""
        if self.steps[0].at_most < 0:
            raise ValueError("steps: a rate is never below 0")
        for lower, upper in pairwise(self.steps):
            if lower.at_most >= upper.at_most:
                raise ValueError("steps must be listed from the lowest rate up")
            if lower.share < upper.share:
                raise ValueError("steps: a higher rate must not be worth more")

    def find(self, values: Values) -> Finding | Refusal:
        """Return the share of the first threshold that the rate does not pass."""
        seen, visits = count(values, self.count), count(values, self.visits)
        if not visits:
            return at_zero(self.kind, self.on_zero)
        rate = Fraction(seen * self.for_every, visits)
        step = self._step(rate)
        last = step or self.steps[-1]
        return scored(
            last.share if step else NOTHING,
            "incident_rate.within" if step else "incident_rate.above",
            ("count", seen),
            ("visits", visits),
            ("rate", rate),
            ("for_every", self.for_every),
            ("at_most", last.at_most),
            ("share", last.share),
        )

    def _step(self, rate: Fraction) -> RateStep | None:
        return next((one for one in self.steps if rate <= one.at_most), None)

    def _share(self, rate: Fraction) -> Fraction:
        step = self._step(rate)
        return step.share if step else NOTHING

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return no incident to more of them than any threshold allows."""
        seen, visits = maybe_count(values, self.count), maybe_count(values, self.visits)
        if visits == 0:
            return at_zero(self.kind, self.on_zero)
        best = self._share(NOTHING)
        if visits is not None:
            return Bounds(NOTHING, best)
        # the fewest visits there can be are one, the most are without end
        worst = (
            NOTHING if seen is None else self._share(Fraction(seen * self.for_every))
        )
        highest = best if not seen else self._share_of_many()
        shares = [worst, highest]
        if self.on_zero in ("full", "zero"):
            shares.append(FULL if self.on_zero == "full" else NOTHING)
        return Bounds.hull(shares, removable=self.on_zero == "not_applicable")

    def _share_of_many(self) -> Fraction:
        """Return the share of a rate as near to 0 as visits can make it, not 0."""
        return next((one.share for one in self.steps if one.at_most > 0), NOTHING)
