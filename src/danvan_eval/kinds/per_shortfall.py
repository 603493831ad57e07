"""How many of the expected were missed without excuse?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

import attrs

from ..evidence import Values, count, maybe_count
from ..points import FULL, NOTHING
from ..ratios import ON_ZERO, at_zero, zero_says
from ..rule import (
    Bounds,
    Finding,
    Refusal,
    one_of,
    reads,
    refused,
    scored,
    share_of_maximum,
)
from ..terms import Text


@attrs.frozen(kw_only=True)
class PerShortfall:
    """Start full, lose *per* for each expected one neither done nor excused.

    Done and excused together cannot pass the expected ("bỏ kỳ nào trừ kỳ đó").
    """

    kind: ClassVar[str] = "per_shortfall"
    rises_with: ClassVar[tuple[str, ...]] = ("done", "excused")
    falls_with: ClassVar[tuple[str, ...]] = ("expected",)
    says: ClassVar[Mapping[str, Text]] = {
        "per_shortfall.none": Text(
            "{done} trên {expected} (hoãn có lý do {excused}): không bỏ kỳ nào.",
            "{done} of {expected} ({excused} excused): none missed.",
        ),
        "per_shortfall.lost": Text(
            "{done} trên {expected} (hoãn có lý do {excused}): bỏ {missed} × {per:%},"
            " còn {share:%} điểm tối đa.",
            "{done} of {expected} ({excused} excused): {missed} missed × {per:%},"
            " {share:%} of the maximum is left.",
        ),
        **zero_says("per_shortfall"),
    }
    expected: str = reads()
    done: str = reads()
    excused: str = reads()
    per: Fraction = share_of_maximum()
    on_zero: str = one_of(*ON_ZERO)

    def find(self, values: Values) -> Finding | Refusal:
        """Return what is left after the missed ones."""
        expected, done, excused = (
            count(values, name) for name in (self.expected, self.done, self.excused)
        )
        if done + excused > expected:
            return self._too_many(done, excused, expected)
        if not expected:
            return at_zero(self.kind, self.on_zero)
        missed = expected - done - excused
        left = self._left(missed)
        facts = (("done", done), ("expected", expected), ("excused", excused))
        if not missed:
            return scored(left, "per_shortfall.none", *facts)
        lost = (("missed", missed), ("per", self.per), ("share", left))
        return scored(left, "per_shortfall.lost", *facts, *lost)

    def _too_many(self, done: int, excused: int, expected: int) -> Refusal:
        """Refuse what passes the expected; a sum that nobody wrote names its parts."""
        seen = str(done + excused)
        if done and excused:
            seen += f" (= {self.done} {done} + {self.excused} {excused})"
        return refused("DV-E203", seen=seen, allowed=expected)

    def _left(self, missed: int) -> Fraction:
        return max(FULL - self.per * missed, NOTHING)

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return none missed to all the unknown ones missed."""
        expected = maybe_count(values, self.expected)
        done = maybe_count(values, self.done)
        excused = maybe_count(values, self.excused)
        held = (done or 0) + (excused or 0)
        if expected is None:
            return self._for_any_number(held, closed=None not in (done, excused))
        if held > expected:
            return self._too_many(done or 0, excused or 0, expected)
        if not expected:
            return at_zero(self.kind, self.on_zero)
        return Bounds(self._left(expected - held), FULL)

    def _for_any_number(self, held: int, *, closed: bool) -> Bounds:
        """Return the bounds while nobody knows how many were expected."""
        missed = 1 if closed and not held else 0
        shares = [NOTHING if self.per else FULL, self._left(missed)]
        if not held and self.on_zero in ("full", "zero"):
            shares.append(FULL if self.on_zero == "full" else NOTHING)
        removable = not held and self.on_zero == "not_applicable"
        return Bounds.hull(shares, removable=removable)
