"""What did the named metric of the survey say?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

import attrs

from ..evidence import Values, amount, count, maybe, maybe_count
from ..points import FULL, NOTHING, to_text
from ..rule import (
    Bounds,
    Finding,
    Refusal,
    name,
    not_applicable,
    one_of,
    positive,
    reads,
    refused,
    scored,
    unknown,
    whole_number,
)
from ..terms import Text


@attrs.frozen(kw_only=True)
class Survey:
    """A survey's metric over its top value ("chỉ số hài lòng", by its exact name).

    «Hài lòng %» has several incompatible meanings, so *metric* must say which one
    is meant. Below *min_sample* answers the survey settles nothing: what follows
    is a declared choice.
    """

    kind: ClassVar[str] = "survey"
    rises_with: ClassVar[tuple[str, ...]] = ("value",)
    says: ClassVar[Mapping[str, Text]] = {
        "survey.measured": Text(
            "Chỉ số «{metric}»: {value} trên {out_of} ({sample} phiếu):"
            " được {share:%} điểm tối đa.",
            "Metric “{metric}”: {value} of {out_of} ({sample} answers):"
            " {share:%} of the maximum.",
        ),
        "survey.small_sample": Text(
            "Chỉ có {sample} phiếu, cần ít nhất {min_sample}: chưa kết luận được.",
            "Only {sample} answers, at least {min_sample} are needed: nothing is settled.",
        ),
    }
    metric: str = name("the metric's own name")
    value: str = reads()
    sample: str = reads()
    out_of: Fraction = positive()
    min_sample: int = whole_number(1)
    on_small_sample: str = one_of("unknown", "not_applicable")

    def find(self, values: Values) -> Finding | Refusal:
        """Return the metric over its top; nothing settled by too small a sample."""
        sample, value = count(values, self.sample), amount(values, self.value)
        if not 0 <= value <= self.out_of:
            return self._out_of_range(value)
        if sample < self.min_sample:
            return self._too_small(sample)
        return scored(
            reached := value / self.out_of,
            "survey.measured",
            ("metric", self.metric),
            ("value", value),
            ("out_of", self.out_of),
            ("sample", sample),
            ("share", reached),
        )

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return nothing to full, or the known value; too small a sample may settle it."""
        sample = maybe_count(values, self.sample)
        asked = maybe(values, self.value)
        value = None if asked is None else amount(values, self.value)
        if value is not None and not 0 <= value <= self.out_of:
            return self._out_of_range(value)
        if sample is not None and sample < self.min_sample:
            return self._too_small(sample)
        removable = sample is None and self.on_small_sample == "not_applicable"
        if value is None or (sample is None and not removable):
            return Bounds(NOTHING, FULL, removable)
        return Bounds(value / self.out_of, value / self.out_of, removable)

    def _out_of_range(self, value: Fraction) -> Refusal:
        return refused(
            "DV-E202", seen=to_text(value), allowed=f"0…{to_text(self.out_of)}"
        )

    def _too_small(self, sample: int) -> Finding:
        told = (("sample", sample), ("min_sample", self.min_sample))
        if self.on_small_sample == "not_applicable":
            return not_applicable("survey.small_sample", *told)
        return unknown("survey.small_sample", Bounds(), (self.sample,), *told)
