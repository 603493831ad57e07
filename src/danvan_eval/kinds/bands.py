"""Into which percentage band does the ratio fall?"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, ClassVar

import attrs

from ..evidence import Values, maybe, yes
from ..points import FULL, exact, share
from ..ratios import (
    ON_ZERO,
    at_zero,
    check,
    check_reachable,
    ratio_bounds,
    ratio_of,
    zero_says,
)
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
    *urged*, where named, is a yes/no evidence that those concerned were urged in
    writing ("đã có văn bản đôn đốc"): then a ratio below the top band is lifted by
    one band. With *urged_to* nothing is lifted above the band that starts there.
    """

    kind: ClassVar[str] = "bands"
    rises_with: ClassVar[tuple[str, ...]] = ("part", "urged")
    falls_with: ClassVar[tuple[str, ...]] = ("whole",)
    says: ClassVar[Mapping[str, Text]] = {
        "bands.in": Text(
            "{part} trên {whole} ({ratio:%}): từ {at_least:%} được {share:%} điểm tối đa.",
            "{part} of {whole} ({ratio:%}): from {at_least:%} on, {share:%} of the maximum.",
        ),
        "bands.urged": Text(
            "{part} trên {whole} ({ratio:%}): từ {at_least:%}; đã đôn đốc nên nâng một"
            " mức, được {share:%} điểm tối đa.",
            "{part} of {whole} ({ratio:%}): from {at_least:%} on; urged, so lifted by one"
            " band to {share:%} of the maximum.",
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
    urged: str | None = reads(default=None)
    urged_to: Fraction | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(exact),
        metadata={"means": "the ratio at which the highest band to lift to starts"},
    )

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
        if self.urged_to is not None and (
            self.urged is None
            or self.urged_to not in [band.at_least for band in self.bands[:-1]]
        ):
            raise ValueError("urged_to must be where a band above the last one starts")
        check_reachable(self.bands[0].at_least, may_exceed=self.may_exceed)

    def find(self, values: Values) -> Finding | Refusal:
        """Return the share of the band that holds the exact ratio, lifted if urged."""
        urged = self.urged is not None and yes(values, self.urged)
        return self._found(values, urged=urged)

    def _found(self, values: Values, *, urged: bool) -> Finding | Refusal:
        part, whole = ratio_of(values, self.part, self.whole)
        if refusal := check(part, whole, may_exceed=self.may_exceed):
            return refusal
        if not whole:
            return at_zero(self.kind, self.on_zero)
        ratio = share(part, whole)
        nth = self._band(ratio)
        lifted = urged and self._lifted(nth) < nth
        gained = self._worth(nth, urged=urged)
        return scored(
            gained,
            "bands.urged" if lifted else "bands.in",
            ("part", part),
            ("whole", whole),
            ("ratio", ratio),
            ("at_least", self.bands[nth].at_least),
            ("share", gained),
        )

    def _band(self, ratio: Fraction) -> int:
        """Return which band holds *ratio*, the top one being 0."""
        return next(
            nth for nth, band in enumerate(self.bands) if ratio >= band.at_least
        )

    def _worth(self, nth: int, *, urged: bool) -> Fraction:
        return self.bands[self._lifted(nth) if urged else nth].share

    def _lifted(self, nth: int) -> int:
        """Return the band to which urging lifts the band *nth*, the top one being 0."""
        above = self.bands[max(nth - 1, 0)].at_least
        held = self.urged_to is not None and above > self.urged_to
        return nth if held else max(nth - 1, 0)

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return the bands that can still be reached, urged or not while unknown."""
        asked = self.urged is not None and maybe(values, self.urged)
        either = (False, True) if asked is None else (bool(asked),)
        found = [self._reached(values, urged=urged) for urged in either]
        spans = [one for one in found if not isinstance(one, Refusal)]
        if found[0] == found[-1] or not spans:
            return found[0]
        return Bounds(
            min(one.low for one in spans),
            max(one.high for one in spans),
            any(one.removable for one in spans),
        )

    def _reached(self, values: Values, *, urged: bool) -> Bounds | Finding | Refusal:
        if None not in (maybe(values, self.part), maybe(values, self.whole)):
            return self._found(values, urged=urged)
        return ratio_bounds(
            values,
            self.part,
            self.whole,
            kind=self.kind,
            at=lambda ratio: self._worth(self._band(ratio), urged=urged),
            top=max(FULL, self.bands[0].at_least) if self.may_exceed else FULL,
            on_zero=self.on_zero,
            may_exceed=self.may_exceed,
        )
