"""Into which percentage band does the ratio fall?"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, ClassVar

import attrs

from ..evidence import Values
from ..points import FULL, exact, share
from ..ratios import ON_ZERO, at_zero, check, ratio_bounds, ratio_of, zero_says
from ..rule import (
    Bounds,
    Finding,
    Refusal,
    flag,
    one_of,
    reads,
    scored,
    share_of_maximum,
)
from ..terms import Text


@attrs.frozen
class Band:
    """From this ratio (included) up to the next band, this share of the maximum."""

    at_least: Fraction = attrs.field(converter=exact)
    share: Fraction = share_of_maximum()


def _bands(tables: Iterable[Mapping[str, Any] | Band]) -> tuple[Band, ...]:
    return tuple(one if isinstance(one, Band) else Band(**one) for one in tables)


@attrs.frozen(kw_only=True)
class Bands:
    """A ratio against half-open bands ("100%: đủ điểm; 90–<100%: một nửa; <90%: 0").

    Bands are written from the top down and the last starts at 0, so that they
    leave no gap. Edges are exact: 100 % means that part and whole are equal.
    """

    kind: ClassVar[str] = "bands"
    rises_with: ClassVar[tuple[str, ...]] = ("part",)
    falls_with: ClassVar[tuple[str, ...]] = ("whole",)
    says: ClassVar[Mapping[str, Text]] = {
        "bands.in": Text(
            "{part} trên {whole} ({ratio:%}): từ {at_least:%} được {share:%} điểm tối đa.",
            "{part} of {whole} ({ratio:%}): from {at_least:%} on, {share:%} of the maximum.",
        ),
        **zero_says("bands"),
    }
    part: str = reads()
    whole: str = reads()
    bands: tuple[Band, ...] = attrs.field(
        converter=_bands,
        validator=attrs.validators.min_len(1),
        metadata={"means": "tables of `at_least` and `share`, from the top down"},
    )
    on_zero: str = one_of(*ON_ZERO)
    may_exceed: bool = flag(default=False)

    def __attrs_post_init__(self) -> None:
        """Refuse bands out of order, falling shares, and a gap at the bottom."""
        for upper, lower in pairwise(self.bands):
            if upper.at_least <= lower.at_least:
                raise ValueError(
                    "bands must be listed from the top down, without repeats"
                )
            if upper.share < lower.share:
                raise ValueError("bands: a higher ratio must not be worth less")
        if self.bands[-1].at_least != 0:
            raise ValueError("bands: the last band must start at 0")

    def find(self, values: Values) -> Finding | Refusal:
        """Return the share of the band that holds the exact ratio."""
        part, whole = ratio_of(values, self.part, self.whole)
        if refusal := check(part, whole, may_exceed=self.may_exceed):
            return refusal
        if not whole:
            return at_zero(self.kind, self.on_zero)
        ratio = share(part, whole)
        band = self._band(ratio)
        return scored(
            band.share,
            "bands.in",
            ("part", part),
            ("whole", whole),
            ("ratio", ratio),
            ("at_least", band.at_least),
            ("share", band.share),
        )

    def _band(self, ratio: Fraction) -> Band:
        return next(band for band in self.bands if ratio >= band.at_least)

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return the bands that can still be reached."""
        return ratio_bounds(
            values,
            self.part,
            self.whole,
            kind=self.kind,
            at=lambda ratio: self._band(ratio).share,
            top=max(FULL, self.bands[0].at_least) if self.may_exceed else FULL,
            on_zero=self.on_zero,
            may_exceed=self.may_exceed,
        )
