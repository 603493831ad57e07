"""What is a point, exactly? A fraction; it is rounded only where a rule says so."""

import math
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal

import attrs

Mode = Literal["half_up", "half_even", "down", "up"]
MODES: Final[tuple[Mode, ...]] = ("half_up", "half_even", "down", "up")

NOTHING: Final = Fraction(0)
FULL: Final = Fraction(1)


def exact(value: object) -> Fraction:
    """Return *value* as an exact number.

    Takes whole numbers, `Decimal`, `Fraction`, and text such as ``"0.25"``,
    ``"1/3"`` or ``"85%"``.

    Raises:
        TypeError: for a binary float (0.1 is not one tenth there) or a bool.
        ValueError: for text that is no plain number.

    >>> exact("1/3") + exact("85%")
    Fraction(71, 60)
    """
    if isinstance(value, bool | float) or not isinstance(
        value, int | Decimal | Fraction | str
    ):
        raise TypeError(f"{value!r} is no exact number")
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"{value!r} is no exact number")
    if isinstance(value, str):
        return _from_text(value)
    return Fraction(value)


def _from_text(text: str) -> Fraction:
    digits = text.removesuffix("%").removeprefix("-")
    parts = digits.split("/") if "/" in digits else digits.split(".")
    plain = all(part.isascii() and part.isdigit() for part in parts)
    if not plain or len(parts) > 2 or ("/" in digits and int(parts[1]) == 0):  # noqa: PLR2004
        raise ValueError(f"{text!r} is no exact number")
    number = Fraction(text.removesuffix("%"))
    return number / 100 if text.endswith("%") else number


@lru_cache(maxsize=65536)
def share(part: int, whole: int) -> Fraction:
    """Return *part* of *whole*, remembered: departments repeat small counts."""
    return Fraction(part, whole)


def exact_sum(numbers: Iterable[Fraction]) -> Fraction:
    """Add many fractions over one common denominator.

    >>> exact_sum([Fraction(1, 3), Fraction(1, 6)])
    Fraction(1, 2)
    """
    sums: dict[int, int] = {}
    for number in numbers:
        above, below = number.as_integer_ratio()
        sums[below] = sums.get(below, 0) + above
    if len(sums) == 1:
        ((whole, total),) = sums.items()
        return Fraction(total, whole)
    whole, total = math.lcm(*sums), 0
    for below, above in sums.items():
        total += above * (whole // below)
    return Fraction(total, whole)


def reaches(part: Fraction, share: Fraction, whole: Fraction) -> bool:
    """Say whether *part* is at least *share* of *whole*, in whole numbers.

    >>> reaches(Fraction(5), Fraction("0.5"), Fraction(10))
    True
    """
    above, below = part.as_integer_ratio()
    least, of = share.as_integer_ratio()
    most, over = whole.as_integer_ratio()
    return above * of * over >= least * most * below


@attrs.frozen
class Rounding:
    """A rounding that an instrument orders: to a multiple of *step*, by *mode*.

    Halves go up with ``half_up`` and to the even multiple with ``half_even``;
    ``down`` is towards minus infinity and ``up`` towards plus infinity.
    """

    step: Fraction = attrs.field(converter=exact)
    mode: Mode = attrs.field(validator=attrs.validators.in_(MODES))

    def __attrs_post_init__(self) -> None:
        """Refuse a step that is not above zero."""
        if self.step <= 0:
            raise ValueError(f"step must be above 0, not {to_text(self.step)}")

    def apply(self, number: Fraction) -> Fraction:
        """Return *number* on the grid of this rounding.

        >>> Rounding("0.25", "half_up").apply(Fraction("1.125"))
        Fraction(5, 4)
        """
        above, below = number.as_integer_ratio()
        up, down = self.step.as_integer_ratio()
        return Fraction(_whole(above * down, below * up, self.mode) * up, down)


def to_multiple(number: Fraction, mode: Mode) -> int:
    """Return the whole number next to *number* by *mode*."""
    above, below = number.as_integer_ratio()
    return _whole(above, below, mode)


def _whole(above: int, below: int, mode: Mode) -> int:
    if mode == "down":
        return above // below
    if mode == "up":
        return -(-above // below)
    half_up, rest = divmod(2 * above + below, 2 * below)
    to_odd = mode == "half_even" and not rest and half_up % 2
    return half_up - 1 if to_odd else half_up


def to_text(number: Fraction) -> str:
    """Write *number* for machines: ``"9.5"``, or ``"2/3"`` when no decimal ends.

    >>> to_text(Fraction(19, 2)), to_text(Fraction(2, 3)), to_text(Fraction(10))
    ('9.5', '2/3', '10')
    """
    above, below = number.as_integer_ratio()
    places = _places(below)
    if places is None:
        return f"{above}/{below}"
    if not places:
        return str(above)
    digits = f"{abs(above) * 10**places // below:0{places + 1}d}"
    sign = "-" if above < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def _places(below: int) -> int | None:
    """How many decimals write a fraction over *below*; None when they never end."""
    twos = fives = 0
    while below % 2 == 0:
        below, twos = below // 2, twos + 1
    while below % 5 == 0:
        below, fives = below // 5, fives + 1
    return max(twos, fives) if below == 1 else None


def shown(number: Fraction, *, places: int = 2, comma: bool = True) -> str:
    """Write *number* for readers, cut (never rounded) after *places* decimals.

    Cutting is what keeps the print from contradicting the grade: 89.996 is
    below 90 and prints 89,99. Trailing zeros are left out.

    >>> shown(Fraction("89.996")), shown(Fraction("9.50")), shown(Fraction(-1, 3))
    ('89,99', '9,5', '-0,33')
    """
    above, below = number.as_integer_ratio()
    digits = f"{abs(above) * 10**places // below:0{places + 1}d}"
    whole, part = digits[: len(digits) - places], digits[len(digits) - places :]
    part = part.rstrip("0")
    text = whole + (f"{',' if comma else '.'}{part}" if part else "")
    return f"-{text}" if above < 0 and text.strip("0,.") else text


def is_cut(number: Fraction, *, places: int = 2) -> bool:
    """Say whether :func:`shown` leaves decimals of *number* out."""
    return bool((number * 10**places).denominator != 1)


def as_percent(number: Fraction, *, places: int = 2, comma: bool = True) -> str:
    """Write a share as a percentage for readers, cut after *places* decimals.

    >>> as_percent(Fraction(17, 18))
    '94,44%'
    """
    return shown(number * 100, places=places, comma=comma) + "%"
