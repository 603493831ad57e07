"""Does a scheme look at evidence in a way that evidence can answer?"""

from collections.abc import Iterator
from typing import Final

from ..catalogue import EvidenceField, EvidenceType, Version
from ..errors import Fault
from ..scheme import EvidenceRef, Scheme, When
from .checks import SUBJECT, Fit, conditions_of
from .source import Path_

NUMBERS: Final[frozenset[EvidenceType]] = frozenset({"count", "amount", "percent"})
COMPARED: Final = "count, amount, percent: at_least, below; flag, level: is"


def check_fits(scheme: Scheme, fit: Fit) -> Iterator[Fault]:
    """Yield comparisons and gains that the evidence they name can never answer."""
    for at, when in conditions_of(scheme):
        field = _field(fit, when.evidence)
        if field is not None:
            seen = "number" if field.type in NUMBERS else field.type
            if seen != _wanted(when):
                told = {"seen": f"{when.evidence}: {field.type}"}
                yield fit.fault("DV-L018", at, allowed=COMPARED, **told)
            elif isinstance(when.is_, str) and field.options:
                ids = [id_ for id_, _ in field.options]
                yield from fit.pointing([((*at, "is"), when.is_)], ids)
    known = {one.reading for one in _versions(scheme, fit)} - {""}
    yield from fit.pointing([(("reading",), one) for one in scheme.readings], known)
    yield from _extras(scheme, fit)
    yield from _quotas(scheme, fit)
    for nth, floor in enumerate(scheme.floors):
        if scheme.grades and floor.grade == scheme.grades[-1].id:
            above = ", ".join(scheme.grade_ids[:-1])
            told = {"seen": floor.grade, "allowed": above}
            yield fit.fault("DV-L007", ("floor", nth, "grade"), **told)


def _wanted(when: When) -> str:
    """Return what a condition can be asked of: a number, a yes or no, or a level."""
    if when.is_ is None:
        return "number"
    return "level" if isinstance(when.is_, str) else "flag"


def _versions(scheme: Scheme, fit: Fit) -> Iterator[Version]:
    """Yield the versions made for the scheme, whatever their reading."""
    same = (scheme.instrument, scheme.subject)
    for leaf in scheme.leaves:
        criterion = fit.shelf.criteria.get(leaf.criterion)
        for one in criterion.versions if criterion else ():
            if (one.instrument, one.subject) == same:
                yield one


def _field(fit: Fit, ref: EvidenceRef | None) -> EvidenceField | None:
    """Return the field *ref* names; None for facts of the subject and unknown names."""
    if ref is None or ref.criterion == SUBJECT:
        return None
    criterion = fit.shelf.criteria.get(ref.criterion)
    return criterion.evidence.get(ref.name) if criterion else None


def _extras(scheme: Scheme, fit: Fit) -> Iterator[Fault]:
    """Yield gains by what is no number from 0 up, unlimited, or counted twice."""
    scored = {
        (leaf.criterion, name)
        for leaf in scheme.leaves
        for name in _read(scheme, fit, leaf.criterion)
    }
    for key, extras in (("bonus", scheme.bonuses), ("deduction", scheme.deductions)):
        for nth, extra in enumerate(extras):
            at: Path_ = (key, nth, "evidence")
            ref, field = extra.evidence, _field(fit, extra.evidence)
            if field is None or ref is None:
                continue
            least, most = field.limits
            if field.type not in NUMBERS or least is None or least < 0:
                told = {"seen": f"{ref}: {field.type}"}
                yield fit.fault(
                    "DV-L018", at, allowed="count, percent; amount ≥ 0", **told
                )
            if extra.at_most is None and most is None:
                yield fit.fault("DV-L003", (key, nth), key="at_most")
            twice = (ref.criterion, ref.name) in scored
            if twice != extra.double:
                yield fit.fault(
                    "DV-L019" if twice else "DV-L011", at, path=ref, seen=ref
                )


def _read(scheme: Scheme, fit: Fit, criterion: str) -> set[str]:
    found = fit.shelf.criteria.get(criterion)
    versions = found.versions if found else ()
    same = (scheme.instrument, scheme.subject)
    return {
        name
        for one in versions
        if (one.instrument, one.subject) == same
        for name in one.reads
    }


def _quotas(scheme: Scheme, fit: Fit) -> Iterator[Fault]:
    """Yield quotas whose way out is not a lower grade."""
    ids = scheme.grade_ids
    for nth, quota in enumerate(scheme.quotas):
        if quota.grade not in ids or quota.beyond not in ids:
            continue
        below = ids[ids.index(quota.grade) + 1 :]
        if quota.beyond not in below:
            told = {"seen": quota.beyond, "allowed": ", ".join(below)}
            yield fit.fault("DV-L007", ("quota", nth, "beyond"), **told)
