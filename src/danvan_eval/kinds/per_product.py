"""How much is left of the products, each paying for its own failures?"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import ClassVar

import attrs

from ..evidence import Values, count, maybe_count
from ..points import FULL, NOTHING, exact_sum
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

Counts = Sequence[int | None]
"""Products with one failure, with two, with three, and with more; None is unknown."""


@attrs.frozen(kw_only=True)
class PerProduct:
    """Each product starts full and loses *per* for each failure without excuse.

    The share is the mean over all products ("trừ trên từng sản phẩm"). *once*,
    *twice* and *thrice* count the products with so many failures, *more* those
    with four or more: these lose four times *per*, however many there were. No
    product falls below 0, and one product never pays for another.
    """

    kind: ClassVar[str] = "per_product"
    rises_with: ClassVar[tuple[str, ...]] = ("products",)
    falls_with: ClassVar[tuple[str, ...]] = ("once", "twice", "thrice", "more")
    says: ClassVar[Mapping[str, Text]] = {
        "per_product.none": Text(
            "{products} sản phẩm, không sản phẩm nào bị lỗi.",
            "{products} product(s), none with a failure.",
        ),
        "per_product.lost": Text(
            "{products} sản phẩm; số sản phẩm có 1, 2, 3 lần lỗi: {once}, {twice},"
            " {thrice}; từ 4 lần (tính là 4): {more}. Mỗi lần trừ {per:%} của sản phẩm"
            " đó: bình quân còn {share:%} điểm tối đa.",
            "{products} product(s); with 1, 2, 3 failures: {once}, {twice}, {thrice};"
            " with 4 or more (taken as 4): {more}. Each failure takes {per:%} of its own"
            " product: {share:%} of the maximum is left on average.",
        ),
        **zero_says("per_product"),
    }
    products: str = reads()
    once: str = reads()
    twice: str = reads()
    thrice: str = reads()
    more: str = reads()
    per: Fraction = share_of_maximum()
    on_zero: str = one_of(*ON_ZERO)

    @property
    def _named(self) -> tuple[str, ...]:
        return (self.once, self.twice, self.thrice, self.more)

    @property
    def _losses(self) -> list[Fraction]:
        """What one product loses by one failure, by two, by three, by more."""
        return [min(self.per * times, FULL) for times in (1, 2, 3, 4)]

    def find(self, values: Values) -> Finding | Refusal:
        """Return the mean of what is left of each product."""
        products = count(values, self.products)
        failed = [count(values, name) for name in self._named]
        if sum(failed) > products:
            return refused("DV-E203", seen=sum(failed), allowed=products)
        if not products:
            return at_zero(self.kind, self.on_zero)
        if not any(failed):
            return scored(FULL, "per_product.none", ("products", products))
        share = FULL - self._lost(failed) / products
        told = zip(("once", "twice", "thrice", "more"), failed, strict=True)
        worth = (("per", self.per), ("share", share))
        return scored(share, "per_product.lost", ("products", products), *told, *worth)

    def _lost(self, failed: Counts) -> Fraction:
        """Return how many whole products the known failures take together."""
        pairs = zip(failed, self._losses, strict=True)
        return exact_sum([NOTHING, *((seen or 0) * loss for seen, loss in pairs)])

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return none of the rest failing to all of it failing as often as can be."""
        products = maybe_count(values, self.products)
        failed = [maybe_count(values, name) for name in self._named]
        held = sum(seen or 0 for seen in failed)
        if products is None:
            return self._for_any_number(failed, held)
        if held > products:
            return refused("DV-E203", seen=held, allowed=products)
        if not products:
            return at_zero(self.kind, self.on_zero)
        lost = self._lost(failed)
        worst = lost + (products - held) * self._worst(failed)
        return Bounds(FULL - worst / products, FULL - lost / products)

    def _worst(self, failed: Counts) -> Fraction:
        """Return the most that a product can lose in a number still unknown."""
        pairs = zip(failed, self._losses, strict=True)
        return max((loss for seen, loss in pairs if seen is None), default=NOTHING)

    def _for_any_number(self, failed: Counts, held: int) -> Bounds:
        """Return the bounds while nobody knows how many products there were.

        The more of them, the nearer to full, or to what the worst of the unknown
        failures leave.
        """
        shares = [FULL, FULL - self._worst(failed)]
        if held:
            shares.append(FULL - self._lost(failed) / held)
        if not held and self.on_zero in ("full", "zero"):
            shares.append(FULL if self.on_zero == "full" else NOTHING)
        removable = not held and self.on_zero == "not_applicable"
        return Bounds.hull(shares, removable=removable)
