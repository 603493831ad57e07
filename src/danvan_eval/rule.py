"""What is a rule, and what does it find in the evidence?"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, ClassVar, Protocol, cast

import attrs

from .errors import Fault
from .evidence import Values
from .outcomes import Outcome
from .points import FULL, NOTHING, exact, to_text
from .terms import Text

Fact = int | Fraction | dt.date | str | tuple[str, ...]
Facts = tuple[tuple[str, Fact], ...]
"""What a sentence names, in order: numbers, dates and words, as data."""


@attrs.frozen
class Finding:
    """What one criterion comes to: outcome, share of its maximum, and the reason.

    A share is exact and lies in 0…1; *low* and *high* are equal unless something
    is open. *reason* is the code of a sentence, *facts* what it names.
    *removable* says that a completion may turn the criterion not applicable.
    """

    outcome: Outcome
    low: Fraction
    high: Fraction
    reason: str
    facts: Facts = ()
    level: str = ""
    missing: tuple[str, ...] = ()
    removable: bool = False
    faults: tuple[Fault, ...] = ()
    parts: tuple["PartFinding", ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a share outside 0…1: an impossible score cannot be built."""
        if not _is_within(self.low, self.high):
            raise ValueError(
                f"{self.reason}: share {self.low}…{self.high} is not in 0…1"
            )

    @property
    def share(self) -> Fraction | None:
        """The achieved share; None while anything is open or does not apply."""
        held = self.outcome in (Outcome.SCORED, Outcome.WAIVED)
        return self.low if held else None


def _is_within(low: Fraction, high: Fraction) -> bool:
    """Say whether 0 ≤ low ≤ high ≤ 1, in whole numbers."""
    above, below = low.as_integer_ratio()
    if low is high:
        return 0 <= above <= below
    most, of = high.as_integer_ratio()
    return above >= 0 and above * of <= most * below and most <= of


@attrs.frozen
class PartFinding:
    """What one part of a composite criterion comes to, with its declared weight."""

    id: str
    weight: Fraction
    finding: Finding


def scored(share: Fraction, reason: str, *facts: tuple[str, Fact]) -> Finding:
    """Return a settled finding."""
    return Finding(Outcome.SCORED, share, share, reason, facts)


def at_level(
    level: str, share: Fraction, reason: str, *facts: tuple[str, Fact]
) -> Finding:
    """Return a settled finding that names the *level* reached."""
    return Finding(Outcome.SCORED, share, share, reason, facts, level=level)


def not_applicable(reason: str, *facts: tuple[str, Fact]) -> Finding:
    """Return a finding that removes the criterion from the maximum."""
    return Finding(Outcome.NOT_APPLICABLE, NOTHING, NOTHING, reason, facts)


def unknown(
    reason: str, bounds: "Bounds", missing: Sequence[str], *facts: tuple[str, Fact]
) -> Finding:
    """Return an open finding with all it can still become."""
    return Finding(
        Outcome.UNKNOWN,
        bounds.low,
        bounds.high,
        reason,
        facts,
        missing=tuple(missing),
        removable=bounds.removable,
    )


def refused(code: str, **data: object) -> "Refusal":
    """Return a refusal of the evidence: *code* of the fault and what it names."""
    return Refusal(code, tuple((name, str(value)) for name, value in data.items()))


@attrs.frozen
class Refusal:
    """The evidence contradicts itself: no share can be found in it."""

    code: str
    data: tuple[tuple[str, str], ...]


@attrs.frozen
class Bounds:
    """The least and greatest share that any completion of the evidence can reach."""

    low: Fraction = NOTHING
    high: Fraction = FULL
    removable: bool = False

    @classmethod
    def hull(cls, shares: Sequence[Fraction], *, removable: bool = False) -> "Bounds":
        """Return the bounds of some *shares*; all of 0…1 when there are none."""
        if not shares:
            return cls(removable=removable)
        return cls(min(shares), max(shares), removable)


class Rule(Protocol):
    """A way of scoring ("cách chấm"): parameters as fields, evidence in, finding out.

    Fields made with :func:`reads` name evidence; all others are parameters that
    must rest on something. Both methods are pure.
    """

    kind: ClassVar[str]
    says: ClassVar[Mapping[str, Text]]

    def find(self, values: Values) -> Finding | Refusal:
        """Return the finding; every evidence the rule reads is present."""
        ...

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return what can still be reached; some evidence is missing.

        Where the missing evidence can change nothing, return the finding itself;
        where what is known contradicts itself already, the refusal.
        """
        ...


RuleKind = type[Rule]
"""A frozen attrs class of rules: its fields are the keys of the TOML table."""


def reads(
    default: Any = attrs.NOTHING, *, alternative: bool = False, answers: str = ""
) -> Any:
    """Declare a field that names an evidence field of the criterion.

    An *alternative* is asked only where another evidence has no answer, so it is
    not listed among what is still to be brought. *answers* names the parameter
    that lists the ids this evidence may answer with.
    """
    return attrs.field(
        default=default,
        validator=attrs.validators.optional(attrs.validators.instance_of(str)),
        metadata={"reads": True, "alternative": alternative, "answers": answers},
    )


def share_of_maximum(default: Any = attrs.NOTHING) -> Any:
    """Declare a parameter that is a share of the maximum, 0…1, exact."""
    return attrs.field(
        default=default,
        converter=exact,
        validator=_in_unit,
        metadata={"means": "share of the maximum, 0…1"},
    )


def positive(default: Any = attrs.NOTHING) -> Any:
    """Declare a parameter that is an exact number above zero."""
    return attrs.field(
        default=default,
        converter=exact,
        validator=_above_zero,
        metadata={"means": "exact number above 0"},
    )


def whole_number(at_least: int, default: Any = attrs.NOTHING) -> Any:
    """Declare a parameter that is a whole number from *at_least* on."""
    return attrs.field(
        default=default,
        validator=attrs.validators.and_(_no_bool, attrs.validators.ge(at_least)),
        metadata={"means": f"whole number from {at_least}"},
    )


def name(means: str) -> Any:
    """Declare a parameter that is a name; *means* says of what."""
    return attrs.field(
        validator=attrs.validators.and_(
            attrs.validators.instance_of(str), attrs.validators.min_len(1)
        ),
        metadata={"means": means},
    )


def _no_bool(_: Any, field: "attrs.Attribute[Any]", value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{field.name} must be a whole number, not {value!r}")


def one_of(*options: str, default: Any = attrs.NOTHING) -> Any:
    """Declare a choice; without a default the author must choose."""
    return attrs.field(
        default=default,
        validator=_choice(options),
        metadata={"means": "one of " + ", ".join(f"`{option}`" for option in options)},
    )


def flag(default: Any = attrs.NOTHING) -> Any:
    """Declare a yes/no parameter."""
    return attrs.field(
        default=default,
        validator=attrs.validators.instance_of(bool),
        metadata={"means": "`true` or `false`"},
    )


def _choice(options: Sequence[str]) -> Callable[[Any, Any, object], None]:
    def check(_: object, field: "attrs.Attribute[object]", value: object) -> None:
        if value not in options:
            raise ValueError(f"{field.name} must be one of {', '.join(options)}")

    return check


def _in_unit(_: object, field: "attrs.Attribute[Fraction]", value: Fraction) -> None:
    if not NOTHING <= value <= FULL:
        raise ValueError(f"{field.name} must lie in 0…1, not {to_text(value)}")


def _above_zero(_: object, field: "attrs.Attribute[Fraction]", value: Fraction) -> None:
    if value <= 0:
        raise ValueError(f"{field.name} must be above 0, not {to_text(value)}")


def evidence_read(rule: Rule, *, asked: bool = False) -> tuple[str, ...]:
    """Return the evidence names *rule* reads, in the order of its fields.

    With *asked*, only those that a subject is asked to bring.
    """
    fields = attrs.fields(cast(type[attrs.AttrsInstance], type(rule)))
    names = (
        getattr(rule, one.name)
        for one in fields
        if one.metadata.get("reads") and not (asked and one.metadata["alternative"])
    )
    return tuple(name for name in names if name is not None)
