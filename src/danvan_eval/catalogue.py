"""What is a criterion: what it measures, how, for whom, and by which sentence?"""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any, Final, Literal

import attrs

from .citations import NO_BASES, Basis, Citation, Instrument
from .evidence import Value
from .periods import Period
from .points import to_text
from .rule import Refusal, Rule, evidence_read, refused
from .subjects import SubjectKind
from .terms import Text

EvidenceType = Literal[
    "count", "amount", "percent", "flag", "date", "dates", "level", "members", "text"
]
EVIDENCE_TYPES: Final[tuple[EvidenceType, ...]] = (
    "count",
    "amount",
    "percent",
    "flag",
    "date",
    "dates",
    "level",
    "members",
    "text",
)
Source = Literal["sheet", "register", "hospital"]
SOURCES: Final[tuple[Source, ...]] = ("sheet", "register", "hospital")


@attrs.frozen
class Counted:
    """Whom a figure of a department counts: its people with a trait *of*.

    With *figure*, only those of them for whom that yes/no figure is yes; without
    one, all of them on the last day of the period.
    """

    of: frozenset[str]
    figure: str = ""


@attrs.frozen
class EvidenceField:
    """One figure that is asked for: its type, its unit, its limits, its proof.

    *source* says who brings it: the department's ``sheet``, a ``register`` folded
    by the library, or the ``hospital`` once for all. *may_decline* lets a subject
    answer «không áp dụng». *counts* makes it a number of people, of a department
    or of the hospital; with *sums* the hospital's figure is the sum of its
    departments'.
    """

    name: str
    type: EvidenceType
    label: Text
    unit: Text | None = None
    proof: Text | None = None
    options: tuple[tuple[str, Text], ...] = ()
    at_least: Fraction | None = None
    at_most: Fraction | None = None
    may_exceed: bool = False
    source: Source = "sheet"
    private: bool = False
    may_decline: bool = False
    counts: Counted | None = None
    sums: bool = False

    def check(self, value: Value) -> Refusal | None:
        """Refuse a value of another type or outside the declared limits."""
        if not _fits(self.type, value):
            return refused("DV-E201", seen=value, allowed=self.type)
        if isinstance(value, int | Fraction) and not isinstance(value, bool):
            return self._check_limits(value)
        words = {value} if self.type == "level" else value
        if self.type in ("level", "members") and isinstance(words, set | frozenset):
            known = {option for option, _ in self.options}
            if known and not words <= known:
                seen = ", ".join(sorted(str(one) for one in words - known))
                return refused("DV-E205", seen=seen, allowed=", ".join(sorted(known)))
        return None

    @cached_property
    def limits(self) -> tuple[Fraction | None, Fraction | None]:
        """The least and the greatest number allowed; None where there is no limit."""
        least, most = self.at_least, self.at_most
        if self.type in ("count", "percent") and least is None:
            least = Fraction(0)
        if self.type == "percent" and most is None and not self.may_exceed:
            most = Fraction(1)
        return least, most

    def _check_limits(self, number: int | Fraction) -> Refusal | None:
        least, most = self.limits
        too_low = least is not None and number < least
        if too_low or (most is not None and number > most):
            allowed = _range_text(least, most)
            return refused("DV-E202", seen=to_text(Fraction(number)), allowed=allowed)
        return None


def _range_text(least: Fraction | None, most: Fraction | None) -> str:
    if least is None or most is None:
        ends = (("≥", least), ("≤", most))
        return "".join(
            f"{sign} {to_text(end)}" for sign, end in ends if end is not None
        )
    return f"{to_text(least)}…{to_text(most)}"


_FITTING: Final[Mapping[EvidenceType, tuple[type, ...]]] = {
    "count": (int,),
    "amount": (int, Fraction),
    "percent": (int, Fraction),
    "flag": (bool,),
    "date": (dt.date,),
    "level": (str,),
    "text": (str,),
}
_MEMBERS: Final[Mapping[EvidenceType, EvidenceType]] = {
    "dates": "date",
    "members": "text",
}


def _fits(type_: EvidenceType, value: Value) -> bool:
    if isinstance(value, frozenset):
        member: EvidenceType | None = _MEMBERS.get(type_)
        return member is not None and all(_fits(member, one) for one in value)
    kinds = _FITTING.get(type_, ())
    if isinstance(value, bool | dt.datetime):
        return type(value) in kinds
    return isinstance(value, kinds)


@attrs.frozen
class Applies:
    """To whom: carriers of *any* of the traits (of all when empty), of none of *none*."""

    any: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()

    def covers(self, traits: frozenset[str]) -> bool:
        """Say whether a subject with *traits* is concerned."""
        return (not self.any or bool(self.any & traits)) and not self.none & traits


@attrs.frozen
class Part:
    """One rule of a version and its weight; a part that *zeroes* takes all with it."""

    rule: Rule
    id: str = ""
    title: Text = attrs.field(factory=lambda: Text(""))
    weight: Fraction = Fraction(1)
    zeroes: bool = False

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The evidence names its rule reads, in order."""
        return evidence_read(self.rule)

    @cached_property
    def asks(self) -> tuple[str, ...]:
        """Those that a subject is asked to bring."""
        return evidence_read(self.rule, asked=True)


def variant_id(instrument: object, subject: object, reading: object = "") -> str:
    """Name a variant of a criterion.

    >>> variant_id("kt-bvdk-2024", "unit"), variant_id("kt-bvdk-2024", "unit", "bac")
    ('kt-bvdk-2024/unit', 'kt-bvdk-2024/unit/bac')
    """
    return f"{instrument}/{subject}" + (f"/{reading}" if reading else "")


@attrs.frozen
class Version:
    """How a criterion is measured under one instrument, for one kind of subject.

    A plain version has one part of weight 1; a composite has several that sum to
    1. *reading* names the reading of an open wording that it takes; a scheme says
    which reading is meant. *bases* says for every number what it rests on.
    """

    instrument: str
    subject: SubjectKind
    period: Period
    parts: tuple[Part, ...]
    applies: Applies = attrs.field(factory=Applies)
    cites: tuple[str, ...] = ()
    bases: Mapping[str, Basis] = NO_BASES
    reading: str = ""

    @property
    def id(self) -> str:
        """The variant's name inside its criterion, ``instrument/subject[/reading]``."""
        return variant_id(self.instrument, self.subject, self.reading)

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The evidence names read, each once, in order."""
        return tuple(dict.fromkeys(name for part in self.parts for name in part.reads))

    @property
    def assumed(self) -> bool:
        """Whether any of its numbers rests on an assumption."""
        return any(basis.kind == "assumed" for basis in self.bases.values())


@attrs.frozen
class Example:
    """A worked case of a criterion: what is given, and what is expected."""

    name: str
    instrument: str
    subject: SubjectKind
    traits: frozenset[str]
    as_of: dt.date | None
    given: Mapping[str, Value]
    expect: Mapping[str, Any]
    todo: str = ""
    line: int = 0
    reading: str = ""


@attrs.frozen(eq=False)
class Criterion:
    """What is measured ("tiêu chí"): evidence, versions, citations, worked examples."""

    id: str
    title: Text
    evidence: Mapping[str, EvidenceField]
    versions: tuple[Version, ...]
    cites: tuple[Citation, ...] = ()
    examples: tuple[Example, ...] = ()
    fail: Text | None = None
    advice: Text | None = None
    file: str = ""

    def version(
        self, instrument: str, subject: SubjectKind, on: dt.date, *readings: str
    ) -> Version | None:
        """Return the version of *instrument* for *subject* in force *on* that day.

        Where the wording is open the version of the first of *readings* it knows is
        taken; a version without a reading serves all of them.
        """
        in_force = {one.id: one for one in self.versions if on in one.period}
        named = (variant_id(instrument, subject, one) for one in (*readings, ""))
        return next((in_force[id_] for id_ in named if id_ in in_force), None)

    def cited_by(self, version: Version) -> tuple[Citation, ...]:
        """Return the citations that *version* stands on."""
        return tuple(cite for cite in self.cites if cite.id in version.cites)


@attrs.frozen(eq=False, slots=False)
class Shelf:
    """The criteria and instruments that were read, by id ("danh mục")."""

    criteria: Mapping[str, Criterion]
    instruments: Mapping[str, Instrument]

    @cached_property
    def evidence_ids(self) -> frozenset[str]:
        """Every evidence field there is, as ``criterion.name``."""
        return frozenset(
            f"{criterion.id}.{name}"
            for criterion in self.criteria.values()
            for name in criterion.evidence
        )
