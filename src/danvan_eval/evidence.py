"""What was observed? A value, or an honest word for why there is none."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, TypeVar

import attrs

from .errors import Fault, Place
from .periods import Period
from .points import FULL, NOTHING, exact
from .subjects import Subject

T = TypeVar("T")

Value = int | Fraction | dt.date | bool | str | frozenset[str] | frozenset[dt.date]
"""A plain observed value; binary floats are not among them."""


@attrs.frozen
class Missing:
    """Nothing is known yet ("chưa có số liệu"). It is not zero."""


@attrs.frozen
class Declined:
    """The subject says the item does not concern it ("không áp dụng")."""


def _typed_options(options: tuple[Value, ...]) -> tuple[tuple[type, Value], ...]:
    return tuple((type(option), option) for option in options)


@attrs.frozen
class OneOf:
    """The value is one of *options*: a matter still verified, or opinions that differ.

    Options of another type are other options: 1 is no yes, 3 is no 3/1.
    """

    options: tuple[Value, ...] = attrs.field(
        validator=attrs.validators.min_len(1), eq=_typed_options
    )
    why: Literal["pending", "disputed"]


@attrs.frozen
class Unreadable:
    """Something was written but cannot be taken; *fault* says what and where."""

    fault: Fault


Observed = Value | Missing | Declined | OneOf | Unreadable
Values = Mapping[str, Value | Missing]
"""What a rule sees: plain values by evidence name, or :class:`Missing`."""

MISSING = Missing()
NO_EVIDENCE: Mapping[str, Observed] = MappingProxyType({})


@attrs.frozen
class Waiver:
    """A signed exception: a second number beside the first, never instead of it.

    *share* is the share of the maximum granted in that second number, *by* the
    role that signed, *until* the last day it holds.
    """

    share: Fraction = attrs.field(
        converter=exact,
        validator=[attrs.validators.ge(NOTHING), attrs.validators.le(FULL)],
    )
    reason: str = attrs.field(validator=attrs.validators.min_len(1))
    by: str = attrs.field(validator=attrs.validators.min_len(1))
    until: dt.date


State = Literal["submitted", "empty", "not_submitted", "unlisted"]
"""``empty`` handed in a sheet without a single value; ``not_submitted`` nothing.

Of who is ``unlisted`` nobody knows what applies: the row in the list of subjects
cannot be read. Block "" says that it may be any.
"""


def _frozen_evidence(
    evidence: Mapping[str, Mapping[str, Observed]],
) -> Mapping[str, Mapping[str, Observed]]:
    return MappingProxyType(
        {key: MappingProxyType(dict(seen)) for key, seen in evidence.items()}
    )


def _frozen_waivers(waivers: Mapping[str, Waiver]) -> Mapping[str, Waiver]:
    return MappingProxyType(dict(waivers))


@attrs.frozen
class Dossier:
    """One subject, one period, and all that was observed ("hồ sơ").

    *evidence* maps criterion ids (and ``"subject"`` for facts of the subject
    itself) to observed values by evidence name. *places* says, by criterion, where
    the first figure was read, so that faults can point there.
    """

    subject: Subject
    period: Period
    evidence: Mapping[str, Mapping[str, Observed]] = attrs.field(
        factory=dict, converter=_frozen_evidence
    )
    waivers: Mapping[str, Waiver] = attrs.field(factory=dict, converter=_frozen_waivers)
    state: State = "submitted"
    places: Mapping[str, Place] = attrs.field(factory=dict, eq=False, repr=False)

    def seen(self, criterion: str) -> Mapping[str, Observed]:
        """Return what was observed for *criterion*; empty when nothing was."""
        return self.evidence.get(criterion, NO_EVIDENCE)


def maybe(values: Values, name: str) -> Value | None:
    """Return the value called *name*; None while it is missing."""
    value = values.get(name, MISSING)
    return None if isinstance(value, Missing) else value


def maybe_count(values: Values, name: str) -> int | None:
    """Return the count called *name*; None while it is missing."""
    value = maybe(values, name)
    return None if value is None else _typed(value, int, name)


def count(values: Values, name: str) -> int:
    """Return the count called *name*."""
    return _typed(maybe(values, name), int, name)


def amount(values: Values, name: str) -> Fraction:
    """Return the exact number called *name*."""
    value = maybe(values, name)
    return Fraction(value) if isinstance(value, int) else _typed(value, Fraction, name)


def day(values: Values, name: str) -> dt.date:
    """Return the date called *name*."""
    return _typed(maybe(values, name), dt.date, name)


def days(values: Values, name: str) -> frozenset[dt.date]:
    """Return the dates called *name*."""
    listed = _typed(maybe(values, name), frozenset, name)
    return frozenset(one for one in listed if isinstance(one, dt.date))


def yes(values: Values, name: str) -> bool:
    """Return the yes or no called *name*."""
    return _typed(maybe(values, name), bool, name)


def word(values: Values, name: str) -> str:
    """Return the word (level, text) called *name*."""
    return _typed(maybe(values, name), str, name)


def names(values: Values, name: str) -> frozenset[str]:
    """Return the set of names called *name*."""
    listed = _typed(maybe(values, name), frozenset, name)
    return frozenset(one for one in listed if isinstance(one, str))


def _typed(value: object, type_: type[T], name: str) -> T:
    if not isinstance(value, type_) or isinstance(value, bool) is not (type_ is bool):
        raise TypeError(f"{name}: {value!r} is no {type_.__name__}")
    return value
