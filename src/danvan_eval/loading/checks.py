"""Do criteria, instruments and schemes fit together?"""

from collections.abc import Collection, Iterable, Iterator

import attrs

from ..catalogue import Criterion, Shelf
from ..errors import Fault, fault
from ..points import NOTHING, to_text
from ..scheme import Effect, Scheme, When
from .source import Path_, Source

SUBJECT = "subject"
SUBJECT_FACTS = frozenset({"service_days", "worked_percent", "absent_days"})
"""Facts of the subject itself that conditions may look at."""

Pointer = tuple[Path_, str]
"""Where a name stands in a file, and the name."""


@attrs.frozen
class Fit:
    """One file and all that its names may point at.

    Names in *unread* belong to files with mistakes of their own; nothing more is
    said about them.
    """

    source: Source
    shelf: Shelf
    unread: frozenset[str]

    def fault(self, code: str, at: Path_, **data: object) -> Fault:
        """Return a fault at a place of the file."""
        return fault(code, self.source.place(at), **data)

    def pointing(
        self, pointers: Iterable[Pointer], known: Collection[str]
    ) -> Iterator[Fault]:
        """Yield a fault for every name that is neither known nor unread."""
        for at, name in pointers:
            if name not in known and name not in self.unread:
                allowed = ", ".join(sorted(known))
                yield self.fault("DV-L007", at, seen=name, allowed=allowed)


def check_criterion(criterion: Criterion, fit: Fit) -> Iterator[Fault]:
    """Yield references to instruments nobody read, and quotations from unseen texts."""
    named = [
        (("version", nth, "instrument"), version.instrument)
        for nth, version in enumerate(criterion.versions)
    ]
    yield from fit.pointing(named, fit.shelf.instruments)
    yield from _check_citations(fit)


def _check_citations(fit: Fit) -> Iterator[Fault]:
    for nth, cite in enumerate(fit.source.data.get("cite", [])):
        at: Path_ = ("cite", nth, "instrument")
        yield from fit.pointing([(at, cite["instrument"])], fit.shelf.instruments)
        instrument = fit.shelf.instruments.get(cite["instrument"])
        if cite.get("quote") and instrument and instrument.text_status == "not-seen":
            yield fit.fault("DV-L050", ("cite", nth, "quote"), seen=instrument.id)


def check_scheme(scheme: Scheme, fit: Fit) -> Iterator[Fault]:
    """Yield every name in *scheme* that points at nothing, and sums that do not fit."""
    instrument = (("instrument",), scheme.instrument)
    yield from fit.pointing([instrument], fit.shelf.instruments)
    yield from _check_citations(fit)
    if scheme.template:
        return
    whole = sum((group.max_points for group in scheme.groups), NOTHING)
    if scheme.aggregate == "sum" and whole != scheme.base_points:
        seen, allowed = to_text(whole), to_text(scheme.base_points)
        yield fit.fault("DV-L041", ("max_points",), seen=seen, allowed=allowed)
    yield from _check_leaves(scheme, fit)
    yield from fit.pointing(_grades_named(scheme), scheme.grade_ids)
    evidence = fit.shelf.evidence_ids | {f"{SUBJECT}.{one}" for one in SUBJECT_FACTS}
    asked = (
        pointer
        for pointer in _evidence_named(scheme)
        if pointer[1].rpartition(".")[0] not in fit.unread
    )
    yield from fit.pointing(asked, evidence)
    groups = {group.id for group in scheme.groups}
    yield from fit.pointing(_named(scheme, "group"), groups)
    counted = {leaf.criterion for leaf in scheme.leaves}
    yield from fit.pointing(_named(scheme, "criterion"), counted)


def _check_leaves(scheme: Scheme, fit: Fit) -> Iterator[Fault]:
    """Yield criteria there are none of, counted twice, or not made for the scheme."""
    variant = f"{scheme.instrument}/{scheme.subject}"
    counted: set[str] = set()
    for nth, group in enumerate(scheme.groups):
        for mth, leaf in enumerate(group.leaves):
            at: Path_ = ("group", nth, "criterion", mth, "id")
            yield from fit.pointing([(at, leaf.criterion)], fit.shelf.criteria)
            if leaf.criterion in counted:
                yield fit.fault("DV-L006", at, seen=leaf.criterion)
            counted.add(leaf.criterion)
            criterion = fit.shelf.criteria.get(leaf.criterion)
            if not criterion or scheme.instrument not in fit.shelf.instruments:
                continue
            known = {one.id for one in criterion.versions}
            read = {f"{variant}/{one}" for one in scheme.readings}
            if not known & {variant, *read}:
                yield fit.fault(
                    "DV-L014", at, criterion=leaf.criterion, variant=variant
                )


def conditions_of(scheme: Scheme) -> Iterator[tuple[Path_, When]]:
    """Yield every condition of *scheme* and where it stands."""
    listed: dict[str, tuple[Effect, ...]] = {
        "zero": scheme.zeros,
        "cap": scheme.caps,
        "drop": scheme.drops,
        "lowest": scheme.lowest,
        "not_eligible": scheme.not_eligible,
    }
    for key, effects in listed.items():
        for nth, effect in enumerate(effects):
            yield (key, nth, "when"), effect.when
    for key, extras in (("bonus", scheme.bonuses), ("deduction", scheme.deductions)):
        for nth, extra in enumerate(extras):
            if extra.when is not None:
                yield (key, nth, "when"), extra.when


def _evidence_named(scheme: Scheme) -> Iterator[Pointer]:
    for key, extras in (("bonus", scheme.bonuses), ("deduction", scheme.deductions)):
        for nth, extra in enumerate(extras):
            if extra.evidence is not None:
                yield (key, nth, "evidence"), str(extra.evidence)
    for at, when in conditions_of(scheme):
        if when.evidence is not None:
            yield (*at, "evidence"), str(when.evidence)


def _grades_named(scheme: Scheme) -> Iterator[Pointer]:
    for nth, floor in enumerate(scheme.floors):
        yield ("floor", nth, "grade"), floor.grade
    for nth, cap in enumerate(scheme.caps):
        yield ("cap", nth, "grade"), cap.grade
    for nth, quota in enumerate(scheme.quotas):
        yield ("quota", nth, "grade"), quota.grade
        yield ("quota", nth, "beyond"), quota.beyond
        for grade in quota.base_grades:
            yield ("quota", nth, "base"), grade


def _named(scheme: Scheme, key: str) -> Iterator[Pointer]:
    """Yield the groups, or the criteria, that conditions and tie-breaks look at."""
    for nth, floor in enumerate(scheme.floors):
        if key == "group" and floor.group:
            yield ("floor", nth, key), floor.group
    for nth, zero in enumerate(scheme.zeros):
        if key == "criterion":
            yield ("zero", nth, key), zero.criterion
    for at, when in conditions_of(scheme):
        if name := getattr(when, key):
            yield (*at, key), name
    for nth, tie_break in enumerate(scheme.tie_breaks):
        if name := getattr(tie_break, key):
            yield ("ranking", "tie_break", nth, key), name
