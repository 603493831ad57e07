"""How many quarters in a row went without a substantiated breach?"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import groupby
from typing import ClassVar

import attrs

from danvan_eval import Bounds, Finding, hookimpl
from danvan_eval.evidence import Values, names
from danvan_eval.points import FULL, NOTHING
from danvan_eval.rule import (
    Refusal,
    RuleKind,
    one_of,
    reads,
    refused,
    scored,
    share_of_maximum,
)
from danvan_eval.terms import Text


@attrs.frozen(kw_only=True)
class Streak:
    """*per* for each quarter of one unbroken run ("không vi phạm liên tiếp").

    Three clean quarters in a row are worth more than three scattered ones, which
    no count can say. *run* is a choice the author must make: the ``longest`` run
    of the year, or the ``latest``, the one that still lasts in the last quarter.
    """

    kind: ClassVar[str] = "streak"
    rises_with: ClassVar[tuple[str, ...]] = ("clean",)
    says: ClassVar[Mapping[str, Text]] = {
        "streak.run": Text(
            "{run} quý liên tiếp không vi phạm ({quarters}) × {per:%}:"
            " được {share:%} điểm tối đa.",
            "{run} quarter(s) in a row without a breach ({quarters}) × {per:%}:"
            " {share:%} of the maximum.",
        ),
        "streak.none": Text(
            "Không có quý nào không vi phạm được tính.",
            "No quarter without a breach counts.",
        ),
    }
    clean: str = reads()
    quarters: tuple[str, ...] = attrs.field(
        converter=tuple,
        validator=attrs.validators.min_len(2),
        metadata={"means": "ids of the quarters, in the order of the year"},
    )
    per: Fraction = share_of_maximum()
    run: str = one_of("longest", "latest")

    def __attrs_post_init__(self) -> None:
        """Refuse a quarter that is named twice."""
        if len(set(self.quarters)) < len(self.quarters):
            raise ValueError("quarters: one is named twice")

    def find(self, values: Values) -> Finding | Refusal:
        """Return the run that counts, at so much each."""
        clean = names(values, self.clean)
        if strange := clean - set(self.quarters):
            allowed = ", ".join(self.quarters)
            return refused("DV-E205", seen=", ".join(sorted(strange)), allowed=allowed)
        run = self._run(clean)
        if not run:
            return scored(NOTHING, "streak.none")
        facts = (("run", len(run)), ("quarters", run), ("per", self.per))
        share = self._worth(len(run))
        return scored(share, "streak.run", *facts, ("share", share))

    def _run(self, clean: frozenset[str]) -> tuple[str, ...]:
        """Return the run that counts; of equally long ones, the later."""
        grouped = groupby(self.quarters, key=clean.__contains__)
        runs = [tuple(members) if kept else () for kept, members in grouped]
        return runs[-1] if self.run == "latest" else max(reversed(runs), key=len)

    def _worth(self, quarters: int) -> Fraction:
        return min(self.per * quarters, FULL)

    def bounds(self, values: Values) -> Bounds:  # noqa: ARG002
        """Return no clean quarter to all of them."""
        return Bounds(NOTHING, self._worth(len(self.quarters)))


@hookimpl
def danvan_rule_kinds() -> list[RuleKind]:
    """Bring the one kind there is."""
    return [Streak]
