"""Has it become better than in the period before, and by how much?"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, ClassVar

import attrs

from ..evidence import Values, amount, maybe, yes
from ..points import FULL, NOTHING, exact, to_text
from ..rule import (
    Bounds,
    Finding,
    Refusal,
    not_applicable,
    one_of,
    reads,
    refused,
    scored,
    share_of_maximum,
)
from ..terms import Text


@attrs.frozen
class Gain:
    """From this improvement (included) on, this share of the maximum."""

    at_least: Fraction = attrs.field(converter=exact)
    share: Fraction = share_of_maximum()


def _gains(tables: Iterable[Mapping[str, Any] | Gain]) -> tuple[Gain, ...]:
    return tuple(one if isinstance(one, Gain) else Gain(**one) for one in tables)


def _limit(means: str) -> Any:
    return attrs.field(
        default=None,
        converter=attrs.converters.optional(exact),
        metadata={"means": means},
    )


ON_FIRST = ("not_applicable", "full", "zero")
"""What a first period means, before which there is nothing to compare with."""


@attrs.frozen(kw_only=True)
class Change:
    """What was gained since the period before, by steps ("tăng/giảm so với kỳ trước").

    The gain is *value* less *previous* where *better* is ``higher``, and the other
    way round where it is ``lower``. Steps are written from the top down; a gain may
    be 0 or below, and below the last step nothing is gained. *first*, where named,
    is a yes/no evidence that there is no period before: then *on_first* says what
    follows, and a previous value beside it is a contradiction. Values outside
    *lowest* and *highest*, where declared, are refused.
    """

    kind: ClassVar[str] = "change"
    says: ClassVar[Mapping[str, Text]] = {
        "change.better": Text(
            "Kỳ này {value}, kỳ trước {previous}: tốt lên {by}, được {share:%} điểm tối đa.",
            "{value} now, {previous} before: better by {by}, {share:%} of the maximum.",
        ),
        "change.same": Text(
            "Kỳ này {value}, bằng kỳ trước: được {share:%} điểm tối đa.",
            "{value} now, as before: {share:%} of the maximum.",
        ),
        "change.worse": Text(
            "Kỳ này {value}, kỳ trước {previous}: kém đi {by}, được {share:%} điểm tối đa.",
            "{value} now, {previous} before: worse by {by}, {share:%} of the maximum.",
        ),
        "change.first_not_applicable": Text(
            "Chưa có kỳ trước để so sánh: tiêu chí không áp dụng.",
            "There is no period before to compare with: the criterion does not apply.",
        ),
        "change.first_full": Text(
            "Chưa có kỳ trước để so sánh: hưởng điểm tối đa theo lựa chọn đã nêu.",
            "There is no period before to compare with: full points by the declared choice.",
        ),
        "change.first_zero": Text(
            "Chưa có kỳ trước để so sánh: 0 điểm theo lựa chọn đã nêu.",
            "There is no period before to compare with: 0 points by the declared choice.",
        ),
    }
    value: str = reads()
    previous: str = reads()
    better: str = one_of("higher", "lower")
    steps: tuple[Gain, ...] = attrs.field(
        converter=_gains,
        validator=attrs.validators.min_len(1),
        metadata={"means": "tables of `at_least` and `share`, from the top down"},
    )
    first: str | None = reads(default=None, alternative=True)
    on_first: str | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(attrs.validators.in_(ON_FIRST)),
        metadata={"means": "one of " + ", ".join(f"`{one}`" for one in ON_FIRST)},
    )
    lowest: Fraction | None = _limit("exact number, the least value there can be")
    highest: Fraction | None = _limit("exact number, the greatest value there can be")

    def __attrs_post_init__(self) -> None:
        """Refuse steps out of order, a first period without its meaning, no values."""
        for upper, lower in pairwise(self.steps):
            if upper.at_least <= lower.at_least or upper.share < lower.share:
                raise ValueError("steps: each must ask for less and be worth no more")
        if (self.first is None) is not (self.on_first is None):
            raise ValueError("first and on_first stand together or not at all")
        low, high = self.lowest, self.highest
        if low is not None and high is not None and low >= high:
            raise ValueError("lowest must be below highest")

    def find(self, values: Values) -> Finding | Refusal:
        """Return the share of the step that holds the gain."""
        if self.first is not None and yes(values, self.first):
            return self._contradicted(amount(values, self.previous))
        value, previous = amount(values, self.value), amount(values, self.previous)
        return self._outside(value, previous) or self._compared(value, previous)

    def _compared(self, value: Fraction, previous: Fraction) -> Finding:
        gain = value - previous if self.better == "higher" else previous - value
        share = self._worth(gain)
        if not gain:
            return scored(share, "change.same", ("value", value), ("share", share))
        return scored(
            share,
            "change.better" if gain > 0 else "change.worse",
            ("value", value),
            ("previous", previous),
            ("by", abs(gain)),
            ("share", share),
        )

    def _worth(self, gain: Fraction) -> Fraction:
        reached = (step.share for step in self.steps if gain >= step.at_least)
        return next(reached, NOTHING)

    def _outside(self, *seen: Fraction | None) -> Refusal | None:
        """Refuse the first of *seen* that lies outside the declared limits."""
        low, high = self.lowest, self.highest
        for one in seen:
            if one is None:
                continue
            if (low is not None and one < low) or (high is not None and one > high):
                ends = ["" if end is None else to_text(end) for end in (low, high)]
                return refused("DV-E202", seen=to_text(one), allowed="…".join(ends))
        return None

    def _contradicted(self, previous: Fraction) -> Refusal:
        return refused("DV-E209", seen=to_text(previous))

    def _at_first(self) -> Finding:
        if self.on_first == "not_applicable":
            return not_applicable("change.first_not_applicable")
        share = FULL if self.on_first == "full" else NOTHING
        return scored(share, f"change.first_{self.on_first}")

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return the gains that can still be reached, and the first period.

        A value of the period before says by itself that there was one.
        """
        value, previous = self._known(values, self.value, self.previous)
        if refusal := self._outside(value, previous):
            return refusal
        first = self.first is not None and maybe(values, self.first)
        if first:
            return (
                self._at_first() if previous is None else self._contradicted(previous)
            )
        if value is not None and previous is not None:
            return self._compared(value, previous)
        shares = self._ends(value, previous)
        may_be_first = first is None and previous is None
        if may_be_first and self.on_first != "not_applicable":
            shares.append(self._at_first().low)
        removable = may_be_first and self.on_first == "not_applicable"
        return Bounds.hull(shares, removable=removable)

    def _known(self, values: Values, *names: str) -> list[Fraction | None]:
        return [
            None if maybe(values, name) is None else amount(values, name)
            for name in names
        ]

    def _ends(
        self, value: Fraction | None, previous: Fraction | None
    ) -> list[Fraction]:
        """Return the shares of the least and the greatest gain."""
        now, before = (
            (self.lowest, self.highest) if one is None else (one, one)
            for one in (value, previous)
        )
        up, down = (now, before) if self.better == "higher" else (before, now)
        least = None if up[0] is None or down[1] is None else up[0] - down[1]
        most = None if up[1] is None or down[0] is None else up[1] - down[0]
        return [
            NOTHING if least is None else self._worth(least),
            self.steps[0].share if most is None else self._worth(most),
        ]
