"""How does a clause put its question to the facts, and say what it saw?

Shares are compared as whole numbers are multiplied: nothing is divided or rounded
before the comparison. A share of nothing is not known.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from operator import attrgetter, ge, gt, le, lt
from typing import Any, Final, Literal

import attrs

from ..points import as_percent, shown
from ..terms import Language, Text
from .answers import Condition, Truth
from .clauses import Clause
from .facts import STANDINGS, Span, Standing, fact_label

Comparison = Literal["at_least", "more_than", "at_most", "below"]
COMPARED: Final[Mapping[Comparison, tuple[str, Callable[[Any, Any], bool]]]] = {
    "at_least": ("≥", ge),
    "more_than": (">", gt),
    "at_most": ("≤", le),
    "below": ("<", lt),
}
NONE: Final = Text("không có", "none")
POINTS: Final = Text("điểm", "points")
UNSEEN: Final = Text("chưa có số liệu", "no data")


@attrs.frozen
class Ask:
    """Puts the questions of one clause."""

    clause: Clause

    def answer(
        self,
        known: bool | None,
        required: Text,
        seen: Text,
        *missing: str,
        silent: bool = False,
    ) -> Condition:
        """Return a condition; *missing* names the facts when the answer is not known."""
        truth = Truth.of(known)
        lacking = missing if truth is Truth.UNKNOWN else ()
        return Condition(self.clause.id, truth, required, seen, lacking, silent)

    def share(
        self, facts: object, part: str, whole: str, how: Comparison, number: Fraction
    ) -> Condition:
        """Ask whether *part* of *whole* is so large a share; both are names of facts."""
        sign, compare = COMPARED[how]
        what = fact_label(part)
        required = Text.both(
            lambda tongue: f"{what.in_(tongue)} {sign} {_percent(number, tongue)}"
        )
        above, below = attrgetter(part)(facts), attrgetter(whole)(facts)
        lacking = [n for n, v in ((part, above), (whole, below)) if v is None]
        if lacking:
            return self.answer(None, required, UNSEEN, *lacking)
        if not below:
            nothing = Text(
                f"{above}/{below}: không có gì để chia",
                f"{above}/{below}: nothing to divide by",
            )
            return self.answer(None, required, nothing, whole)
        seen = Text.both(
            lambda tongue: (
                f"{above}/{below} ({_percent(Fraction(above, below), tongue)})"
            )
        )
        return self.answer(compare(Fraction(above, below), number), required, seen)

    def all_of(self, facts: object, part: str, whole: str) -> Condition:
        """Ask whether *part* is the whole of it."""
        return self.share(facts, part, whole, "at_least", Fraction(1))

    def none_of(self, facts: object, part: str, whole: str) -> Condition:
        """Ask whether there is none of *part*."""
        what = fact_label(part)
        required = Text.both(lambda at: f"{what.in_(at)}: {NONE.in_(at)}")
        asked = self.share(facts, part, whole, "at_most", Fraction(0))
        return attrs.evolve(asked, required=required)

    def points(
        self, span: Span | None, low: Fraction | None, below: Fraction | None
    ) -> Condition:
        """Ask whether points reach *low* and stay below *below*."""
        bounds = [] if low is None else [f"≥ {shown(low)}"]
        bounds += [] if below is None else [f"< {shown(below)}"]
        required = Text.both(lambda tongue: f"{POINTS.in_(tongue)} {', '.join(bounds)}")
        if span is None:
            return self.answer(None, required, UNSEEN, "points")
        inside = [
            (low is None or at >= low) and (below is None or at < below)
            for at in (span.low, span.high)
        ]
        certain = span.known or (
            inside[0] == inside[1] and (inside[0] or _same_side(span, low, below))
        )
        seen = Text.both(lambda tongue: points_shown(span, tongue))
        known = inside[0] if certain else None
        return self.answer(known, required, seen, *(span.missing or ("points",)))

    def standing(
        self, facts: object, names: Sequence[str], least: Standing
    ) -> list[Condition]:
        """Ask of each common criterion whether it stands so high."""
        return [self._stands(facts, name, least) for name in names]

    def _stands(self, facts: object, name: str, least: Standing) -> Condition:
        order = tuple(STANDINGS)
        seen: Standing | None = attrgetter(name)(facts)
        known = None if seen is None else order.index(seen) <= order.index(least)
        what, asked = fact_label(name), STANDINGS[least]
        required = Text.both(lambda at: f"{what.in_(at)}: {asked.in_(at)}")
        return self.answer(
            known, required, UNSEEN if seen is None else STANDINGS[seen], name
        )


def _same_side(span: Span, low: Fraction | None, below: Fraction | None) -> bool:
    """Say whether all of *span* lies on one side of the band."""
    under = low is not None and span.high < low
    over = below is not None and span.low >= below
    return under or over


def points_shown(span: Span, language: Language) -> str:
    """Write points for readers, cut and never rounded."""
    comma = language == "vi"
    low = shown(span.low, comma=comma)
    return low if span.known else f"{low} … {shown(span.high, comma=comma)}"


def _percent(number: Fraction, language: Language) -> str:
    return as_percent(number, comma=language == "vi")
