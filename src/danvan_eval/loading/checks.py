"""Do criteria, instruments and schemes fit together?"""

from collections.abc import Iterable, Iterator

from ..catalogue import Criterion, Shelf
from ..citations import Citation
from ..errors import Fault, Place, fault
from ..scheme import Effect, Scheme

SUBJECT = "subject"
SUBJECT_FACTS = frozenset({"service_days"})
"""Facts of the subject itself that conditions may look at."""


def check_criterion(criterion: Criterion, shelf: Shelf) -> Iterator[Fault]:
    """Yield references to instruments nobody read, and quotations from unseen texts."""
    known = ", ".join(sorted(shelf.instruments))
    for version in criterion.versions:
        if version.instrument not in shelf.instruments:
            place = Place(criterion.file, key=f"version {version.id}")
            yield fault("DV-L007", place, seen=version.instrument, allowed=known)
    for cite in criterion.cites:
        place = Place(criterion.file, key=f"cite {cite.id}")
        yield from _check_citation(cite, place, shelf)


def _check_citation(cite: Citation, place: Place, shelf: Shelf) -> Iterator[Fault]:
    instrument = shelf.instruments.get(cite.instrument)
    if instrument is None:
        known = ", ".join(sorted(shelf.instruments))
        yield fault("DV-L007", place, seen=cite.instrument, allowed=known)
    elif cite.quote and instrument.text_status == "not-seen":
        yield fault("DV-L050", place, seen=cite.instrument)


def check_scheme(scheme: Scheme, shelf: Shelf) -> Iterator[Fault]:
    """Yield every name in *scheme* that points at nothing, and sums that do not fit."""
    place = Place(scheme.file)
    if scheme.instrument not in shelf.instruments:
        known = ", ".join(sorted(shelf.instruments))
        yield fault("DV-L007", place, seen=scheme.instrument, allowed=known)
    if scheme.template:
        return
    whole = sum(group.max_points for group in scheme.groups)
    if scheme.aggregate == "sum" and whole != scheme.max_points:
        yield fault("DV-L041", place, seen=whole, allowed=scheme.max_points)
    yield from _unknown(scheme, place, shelf)
    yield from _repeated(scheme, place)
    for leaf in scheme.leaves:
        criterion = shelf.criteria.get(leaf.criterion)
        variant = f"{scheme.instrument}/{scheme.subject}"
        if criterion and variant not in {one.id for one in criterion.versions}:
            yield fault("DV-L014", place, criterion=leaf.criterion, variant=variant)


def _repeated(scheme: Scheme, place: Place) -> Iterator[Fault]:
    counted: set[str] = set()
    for leaf in scheme.leaves:
        if leaf.criterion in counted:
            yield fault("DV-L006", place, seen=leaf.criterion)
        counted.add(leaf.criterion)


def _unknown(scheme: Scheme, place: Place, shelf: Shelf) -> Iterator[Fault]:
    groups = {group.id for group in scheme.groups}
    counted = {leaf.criterion for leaf in scheme.leaves}
    evidence = set(shelf.evidence_ids) | {f"{SUBJECT}.{one}" for one in SUBJECT_FACTS}
    effects: tuple[Effect, ...] = (
        *scheme.zeros,
        *scheme.caps,
        *scheme.drops,
        *scheme.lowest,
        *scheme.not_eligible,
    )
    yield from _missing(place, counted, shelf.criteria)
    yield from _missing(place, _grades_named(scheme), scheme.grade_ids)
    extras = (*scheme.bonuses, *scheme.deductions)
    refs = [extra.evidence for extra in extras]
    refs += [ref for effect in effects if (ref := effect.when.evidence) is not None]
    yield from _missing(place, map(str, refs), evidence)
    whens = [effect.when for effect in effects]
    named = [floor.group for floor in scheme.floors] + [when.group for when in whens]
    named += [one.group for one in scheme.tie_breaks]
    yield from _missing(place, filter(None, named), groups)
    criteria = [when.criterion for when in whens]
    criteria += [one.criterion for one in scheme.tie_breaks]
    criteria += [one.criterion for one in scheme.zeros]
    yield from _missing(place, filter(None, criteria), counted)


def _grades_named(scheme: Scheme) -> list[str]:
    named = [floor.grade for floor in scheme.floors]
    named += [cap.grade for cap in scheme.caps]
    named += [name for quota in scheme.quotas for name in (quota.grade, quota.beyond)]
    return named + [grade for quota in scheme.quotas for grade in quota.base_grades]


def _missing(
    place: Place, names: Iterable[str], known: Iterable[str]
) -> Iterator[Fault]:
    listed = set(known)
    for name in sorted(set(names) - listed):
        yield fault("DV-L007", place, seen=name, allowed=", ".join(sorted(listed)))
