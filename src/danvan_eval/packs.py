"""Which rules are in force for this scheme and this period, as one frozen pack?"""

import datetime as dt
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cached_property, lru_cache, partial
from operator import itemgetter
from typing import Final

import attrs

from .catalogue import Criterion, Shelf, Version
from .citations import BasisKind
from .errors import FaultError, Place, fault
from .evidence import Observed
from .judging import judge
from .outcomes import Outcome
from .periods import Period
from .points import NOTHING, exact_sum
from .rule import Finding, not_applicable
from .scheme import Leaf, Scheme
from .sheet import Line

REMEMBERED: Final = 4096
"""Findings kept per criterion: departments and people repeat the same figures."""

WEAKEST_FIRST: Final[tuple[BasisKind, ...]] = ("assumed", "adopted", "cited")


@attrs.frozen(eq=False)
class PackLeaf:
    """A criterion of the scheme bound to its version, ready to be scored.

    *line* makes the sheet's line from the observed values in the order of
    *reads*; equal values give the very same line.
    """

    leaf: Leaf
    group: str
    criterion: Criterion
    version: Version
    basis: BasisKind
    reads: tuple[str, ...]
    absent: Line
    line: Callable[..., Line]

    def covers(self, traits: frozenset[str]) -> bool:
        """Say whether a subject with *traits* is scored by it."""
        return self.version.applies.covers(traits) and self.leaf.counts_for(traits)


Taken = Callable[[Mapping[str, Observed]], tuple[Observed, ...]]
"""What takes the evidence asked for; KeyError when some of it is missing."""

Asked = tuple[str, tuple[str, ...], Taken, Callable[..., Line]]
"""A criterion, the evidence asked for, what takes it, what makes the line of it."""


@attrs.frozen(eq=False)
class Pack:
    """A scheme with the versions of its criteria in force at the end of *period*.

    *sha256* is the fingerprint of everything that decides a score: scheme,
    criteria, instruments, the hospital's own regulations and plugins.
    """

    scheme: Scheme
    period: Period
    leaves: tuple[PackLeaf, ...]
    sha256: str
    shelf: Shelf
    adopted: tuple[str, ...] = ()

    def refuse_template(self) -> None:
        """Refuse a scheme that is still to be filled in.

        Raises:
            FaultError: DV-R001, which says how to fill it in.
        """
        scheme, how = self.scheme, self.scheme.how
        if scheme.template:
            told = {"how": how.vi, "how_en": how.in_("en")} if how else {"how": ""}
            place = Place(scheme.file)
            raise FaultError(fault("DV-R001", place, scheme=scheme.id, **told))

    @cached_property
    def asked(self) -> Callable[[frozenset[str]], tuple[Asked, ...]]:
        """For traits: what to ask of those who carry them, and what makes the line."""
        return lru_cache(maxsize=REMEMBERED)(partial(_asked, self.leaves))

    @cached_property
    def assumed_share(self) -> Callable[[tuple[str, ...]], Fraction]:
        """For criteria that apply: the share of their maxima on assumed numbers."""
        return lru_cache(maxsize=REMEMBERED)(partial(_assumed_share, self.leaves))


def pack_of(
    scheme: Scheme,
    shelf: Shelf,
    period: Period,
    *,
    sha256: str,
    adopted: tuple[str, ...] = (),
) -> Pack:
    """Bind *scheme* to the versions in force on the last day of *period*.

    Raises:
        FaultError: DV-R003 when the scheme is not in force on that day, DV-R004
            when a criterion has no version for it.
    """
    if period.end not in scheme.period:
        raise FaultError(
            fault(
                "DV-R003",
                Place(scheme.file),
                scheme=scheme.id,
                seen=f"{period.end:%d/%m/%Y}",
                seen_en=period.end.isoformat(),
                allowed=_spoken(scheme.period),
                allowed_en=scheme.period,
            )
        )
    leaves = [
        _bound(scheme, group.id, leaf, shelf.criteria[leaf.criterion], period)
        for group in scheme.groups
        for leaf in group.leaves
    ]
    return Pack(scheme, period, tuple(leaves), sha256, shelf, adopted)


def _spoken(period: Period) -> str:
    """Write a period for Vietnamese readers."""
    start = f"{period.start:%d/%m/%Y}"
    open_ = period.end == dt.date.max
    return f"từ {start}" if open_ else f"{start} – {period.end:%d/%m/%Y}"


def _bound(
    scheme: Scheme, group: str, leaf: Leaf, criterion: Criterion, period: Period
) -> PackLeaf:
    version = criterion.version(
        scheme.instrument, scheme.subject, period.end, *scheme.readings
    )
    if version is None:
        raise FaultError(
            fault(
                "DV-R004",
                Place(criterion.file),
                criterion=criterion.id,
                variant=f"{scheme.instrument}/{scheme.subject}",
                seen=f"{period.end:%d/%m/%Y}",
                seen_en=period.end.isoformat(),
            )
        )
    basis = _weakest(scheme, group, leaf, version)
    judged = partial(judge, criterion, version)

    def line(*observed: object) -> Line:
        return _line(leaf, group, basis, judged(*observed))  # type: ignore[arg-type]

    return PackLeaf(
        leaf,
        group,
        criterion,
        version,
        basis,
        version.reads,
        _line(leaf, group, basis, not_applicable("applies.not")),
        lru_cache(maxsize=REMEMBERED, typed=True)(line),
    )


def _line(leaf: Leaf, group: str, basis: BasisKind, finding: Finding) -> Line:
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return Line(leaf.criterion, group, NOTHING, finding, NOTHING, NOTHING, basis)
    low = leaf.points(finding.low)
    open_ = finding.high is not finding.low and finding.high != finding.low
    high = leaf.points(finding.high) if open_ else low
    return Line(leaf.criterion, group, leaf.max_points, finding, low, high, basis)


def _weakest(scheme: Scheme, group: str, leaf: Leaf, version: Version) -> BasisKind:
    path = f"group.{group}.criterion.{leaf.criterion}."
    kinds = {basis.kind for basis in version.bases.values()}
    kinds |= {basis.kind for key, basis in scheme.bases.items() if key.startswith(path)}
    return next((kind for kind in WEAKEST_FIRST if kind in kinds), "cited")


def _asked(leaves: tuple[PackLeaf, ...], traits: frozenset[str]) -> tuple[Asked, ...]:
    return tuple(
        (leaf.leaf.criterion, leaf.reads, _taker(leaf.reads), leaf.line)
        if leaf.covers(traits)
        else (leaf.leaf.criterion, (), _taker(()), partial(_same, leaf.absent))
        for leaf in leaves
    )


def _taker(reads: tuple[str, ...]) -> Taken:
    """Return the quickest way to take what is named; most sheets have it all."""
    if len(reads) > 1:
        return itemgetter(*reads)
    return lambda seen: tuple([seen[name] for name in reads])


def _same(line: Line) -> Line:
    return line


def _assumed_share(leaves: tuple[PackLeaf, ...], applying: tuple[str, ...]) -> Fraction:
    named = set(applying)
    kept = [leaf for leaf in leaves if leaf.leaf.criterion in named]
    if not kept:
        return NOTHING
    assumed = [leaf for leaf in kept if leaf.basis == "assumed"]
    whole = exact_sum(leaf.leaf.max_points for leaf in kept)
    return exact_sum(leaf.leaf.max_points for leaf in assumed) / whole
