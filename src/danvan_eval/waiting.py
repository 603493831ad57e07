"""What can those reach whose results are open, and how many may pass a total?"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction

import attrs

from .points import exact_sum
from .scheme import Scheme
from .sheet import Sheet


@attrs.frozen
class Waiting:
    """What the incomplete subjects of a block may still reach, in order.

    *lows* are of those who will be ranked for certain: whoever may yet turn out
    not eligible, or to whom nothing may apply, is not among them.
    """

    lows: tuple[Fraction, ...]
    highs: tuple[Fraction, ...]

    @classmethod
    def of(cls, scheme: Scheme, sheets: Sequence[Sheet]) -> "Waiting":
        """Gather what *sheets* may reach."""
        spans = [(_stays(sheet), *span_of(scheme, sheet)) for sheet in sheets]
        lows = sorted(low for stays, low, _ in spans if stays)
        return cls(tuple(lows), tuple(sorted(high for *_, high in spans)))

    def ahead(self, of: Fraction) -> int:
        """Return how many will stand before *of*, whatever comes."""
        return above(self.lows, of)

    def maybe_ahead(self, of: Fraction) -> int:
        """Return how many may stand before *of*: equal totals may, by tie-breaks."""
        return not_below(self.highs, of)


def above(ordered: Sequence[Fraction], at: Fraction) -> int:
    """Return how many of *ordered* are greater than *at*."""
    return len(ordered) - bisect_right(ordered, at)


def not_below(ordered: Sequence[Fraction], at: Fraction) -> int:
    """Return how many of *ordered* are *at* or greater."""
    return len(ordered) - bisect_left(ordered, at)


def _stays(sheet: Sheet) -> bool:
    """Say whether an incomplete subject is certain to be ranked in the end."""
    return sheet.eligibility == "eligible" and any(
        line.max_points and not line.finding.removable for line in sheet.lines
    )


def span_of(scheme: Scheme, sheet: Sheet) -> tuple[Fraction, Fraction]:
    """Return the least and the most of what is compared: points, or their share."""
    if scheme.compare != "percent":
        return sheet.low, sheet.high
    maxima = (sheet.out_of, _least_maximum(scheme, sheet))
    lows = [sheet.low / maximum for maximum in maxima]
    return min(lows), max(sheet.high / maximum for maximum in maxima)


def _least_maximum(scheme: Scheme, sheet: Sheet) -> Fraction:
    """Return the maximum that is left when all that may leave has left.

    Something has to stay, or there is nothing to compare.
    """
    if scheme.excluded == "rescale" or scheme.aggregate == "weighted_mean":
        return sheet.out_of
    kept = [line for line in sheet.lines if line.max_points]
    certain = [line for line in kept if not line.finding.removable]
    tops = {group.id: group.max_points for group in scheme.groups}
    if not certain:
        return min(min(line.max_points, tops[line.group]) for line in kept)
    wholes = {
        group: exact_sum(line.max_points for line in certain if line.group == group)
        for group in tops
    }
    return exact_sum(min(whole, tops[group]) for group, whole in wholes.items())
