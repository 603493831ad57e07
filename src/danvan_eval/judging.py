"""What does one criterion find in the evidence of one subject?"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product

import attrs

from .catalogue import Criterion, Part, Version
from .errors import Fault, Place, fault
from .evidence import (
    MISSING,
    Declined,
    Missing,
    Observed,
    OneOf,
    Unreadable,
    Value,
    Values,
)
from .outcomes import Outcome, combined
from .points import NOTHING, exact_sum
from .rule import (
    Bounds,
    Facts,
    Finding,
    PartFinding,
    Refusal,
    not_applicable,
    refused,
    scored,
    unknown,
)

MOST_ALTERNATIVES = 4096


def judge(criterion: Criterion, version: Version, *observed: Observed) -> Finding:
    """Return the finding of *version* on what was observed, in the order it reads.

    Values that cannot be taken count as missing and make the finding invalid;
    alternatives (pending, disputed) are all tried; an interval holds exactly what
    completions can reach.
    """
    seen = dict(zip(version.reads, observed, strict=True))
    faults: dict[str, Fault] = {}
    for name, value in seen.items():
        wrong = fault_in(criterion, name, value)
        if wrong is not None:
            faults[name], seen[name] = wrong, MISSING
    declined = tuple(
        name for name, value in seen.items() if isinstance(value, Declined)
    )
    if declined:
        return not_applicable("declined", ("names", declined))
    findings = [_judge_part(criterion.id, part, seen, faults) for part in version.parts]
    finding = findings[0] if len(findings) == 1 else _joined(version.parts, findings)
    return _declinable(
        finding, _may_be_declined(criterion, version.parts, findings, seen, faults)
    )


def _may_be_declined(
    criterion: Criterion,
    parts: Sequence[Part],
    findings: Sequence[Finding],
    seen: Mapping[str, Observed],
    faults: Mapping[str, Fault],
) -> tuple[str, ...]:
    """Return the evidence a completion, or a correction, may still decline.

    It is missing, or at odds with other figures: to mend those is also to say that
    the item does not apply. What a rule settles without it is not asked any more.
    """
    asked: list[str] = []
    for part, one in zip(parts, findings, strict=True):
        if any(wrong not in faults.values() for wrong in one.faults):
            asked += part.reads
        elif one.reason == "settled" or not one.outcome.settled:
            names = dict.fromkeys((*part.asks, *(n for n in part.reads if n in faults)))
            asked += [name for name in names if isinstance(seen[name], Missing)]
    return tuple(
        name for name in dict.fromkeys(asked) if criterion.evidence[name].may_decline
    )


def _declinable(finding: Finding, names: tuple[str, ...]) -> Finding:
    """Keep *finding* open while evidence of those *names* may be declined."""
    if not names or finding.outcome is Outcome.NOT_APPLICABLE:
        return finding
    if not finding.outcome.settled:
        return attrs.evolve(finding, removable=True)
    bounds = Bounds(finding.low, finding.high, removable=True)
    open_ = unknown("missing", bounds, names, ("missing", names))
    return _spoilt(open_, finding.faults) if finding.faults else open_


def fault_in(criterion: Criterion, name: str, value: Observed) -> Fault | None:
    """Return what is wrong with *value* as the evidence *name* of *criterion*."""
    field = criterion.evidence[name]
    if isinstance(value, Unreadable):
        return value.fault
    if isinstance(value, Declined) and not field.may_decline:
        must_tell = refused("DV-E201", seen="không áp dụng", allowed=field.type)
        return _fault(must_tell, criterion.id, name)
    if isinstance(value, Missing | Declined):
        return None
    options = value.options if isinstance(value, OneOf) else (value,)
    for refusal in map(field.check, options):
        if refusal is not None:
            return _fault(refusal, criterion.id, name)
    return None


def _fault(refusal: Refusal, criterion: str, name: str) -> Fault:
    key = f"{criterion}.{name}" if name else criterion
    return fault(refusal.code, Place(key=key), **dict(refusal.data))


def _judge_part(
    criterion: str,
    part: Part,
    seen: Mapping[str, Observed],
    faults: Mapping[str, Fault],
) -> Finding:
    values = {name: seen[name] for name in part.reads}
    missing = tuple([name for name in values if isinstance(values[name], Missing)])
    open_names = [name for name in values if isinstance(values[name], OneOf)]
    if not missing and not open_names:
        found = part.rule.find(_plain(values))
        if isinstance(found, Finding):
            return found
        return _invalid(part, [found], criterion)
    finding = _reach(part, values, missing, open_names, criterion)
    wrong = tuple(faults[name] for name in values if name in faults)
    return _spoilt(finding, wrong) if wrong else finding


def _plain(values: Mapping[str, Observed]) -> Values:
    return {
        name: value
        for name, value in values.items()
        if not isinstance(value, OneOf | Declined | Unreadable)
    }


def _invalid(
    part: Part,
    refusals: Sequence[Refusal],
    criterion: str,
    missing: Sequence[str] = (),
) -> Finding:
    """Return what is left when the figures contradict each other: anything."""
    wrong = tuple(_fault(one, criterion, "") for one in dict.fromkeys(refusals))
    free = part.rule.bounds(dict.fromkeys(part.reads, MISSING))
    bounds = free if isinstance(free, Bounds) else Bounds(removable=True)
    return _spoilt(unknown("invalid", bounds, missing), wrong)


def _spoilt(finding: Finding, wrong: tuple[Fault, ...]) -> Finding:
    return Finding(
        Outcome.INVALID,
        finding.low,
        finding.high,
        "invalid",
        missing=finding.missing,
        removable=finding.removable or finding.outcome is Outcome.NOT_APPLICABLE,
        faults=(*wrong, *finding.faults),
    )


def _reach(
    part: Part,
    values: Mapping[str, Observed],
    missing: tuple[str, ...],
    open_names: Sequence[str],
    criterion: str,
) -> Finding:
    """Try every alternative; join what each can reach.

    One that contradicts the other figures is not dropped: it makes all invalid.
    """
    found: list[Finding] = []
    refusals: list[Refusal] = []
    for choice in _alternatives(values, open_names):
        certain = _plain({**values, **choice})
        result = (
            _bounded(part, certain, missing) if missing else part.rule.find(certain)
        )
        if isinstance(result, Refusal):
            refusals.append(result)
        else:
            found.append(result)
    if refusals:
        names = [*(name for one in found for name in one.missing), *open_names]
        return _invalid(part, refusals, criterion, tuple(dict.fromkeys(names)))
    if len(set(found)) == 1:
        return found[0]
    return _either(found, values, open_names)


def _alternatives(
    values: Mapping[str, Observed], open_names: Sequence[str]
) -> list[dict[str, Value]]:
    options: list[tuple[Value, ...]] = [
        value.options
        for value in (values[name] for name in open_names)
        if isinstance(value, OneOf)
    ]
    choices = [
        dict(zip(open_names, choice, strict=True)) for choice in product(*options)
    ]
    if len(choices) > MOST_ALTERNATIVES:
        raise OverflowError(f"{len(choices)} alternatives in one criterion")
    return choices


def _bounded(
    part: Part, certain: Values, missing: tuple[str, ...]
) -> Finding | Refusal:
    bounds = part.rule.bounds({**certain, **dict.fromkeys(missing, MISSING)})
    missing = tuple(name for name in missing if name in part.asks)
    if not isinstance(bounds, Bounds):
        return bounds
    if bounds.low == bounds.high and not bounds.removable:
        return scored(bounds.low, "settled", ("missing", missing))
    return unknown("missing", bounds, missing, ("missing", missing))


def _either(
    found: Sequence[Finding],
    values: Mapping[str, Observed],
    open_names: Sequence[str],
) -> Finding:
    """Join findings that differ by alternative, into a settled one where they agree."""
    applicable = [one for one in found if one.outcome is not Outcome.NOT_APPLICABLE]
    if not applicable:
        return found[0]
    if len({one.share for one in found}) == 1 and found[0].share is not None:
        return _agreed(found, open_names)
    missing = tuple(dict.fromkeys(name for one in found for name in one.missing))
    pending = any(
        isinstance(value := values[name], OneOf) and value.why == "pending"
        for name in open_names
    )
    names = tuple(dict.fromkeys((*missing, *open_names)))
    reason = "missing" if missing else ("pending" if pending else "disputed")
    return Finding(
        Outcome.DISPUTED if reason == "disputed" else Outcome.UNKNOWN,
        min(one.low for one in applicable),
        max(one.high for one in applicable),
        reason,
        (("missing", names),),
        missing=names,
        removable=len(applicable) < len(found) or any(one.removable for one in found),
    )


def _agreed(found: Sequence[Finding], open_names: Sequence[str]) -> Finding:
    """Return the share that every alternative comes to, whatever else it says."""
    levels = {one.level for one in found}
    settled = (dict(one.facts)["missing"] for one in found if one.reason == "settled")
    absent = [name for told in settled if isinstance(told, tuple) for name in told]
    names = tuple(dict.fromkeys((*absent, *open_names)))
    reason = "settled" if absent else "settled.open"
    agreed = scored(found[0].low, reason, ("missing", names))
    return attrs.evolve(agreed, level=levels.pop()) if len(levels) == 1 else agreed


def _joined(parts: Sequence[Part], findings: Sequence[Finding]) -> Finding:
    """Combine the parts of a composite by the table of outcomes."""
    told = tuple(
        PartFinding(part.id, part.weight, finding)
        for part, finding in zip(parts, findings, strict=True)
    )
    faults = tuple(wrong for one in findings for wrong in one.faults)
    zeroing = [one for part, one in zip(parts, findings, strict=True) if part.zeroes]
    zeroed = next((one for one in zeroing if one.share == 0), None)
    if zeroed is not None:
        by = next(one.id for one in told if one.finding is zeroed)
        zero = scored(NOTHING, "parts.zeroed", ("part", by))
        return attrs.evolve(zero, faults=faults, parts=told)
    outcome = combined(one.outcome for one in findings)
    if outcome is Outcome.NOT_APPLICABLE:
        return Finding(outcome, NOTHING, NOTHING, "parts.none", parts=told)
    bounds = mean_bounds(
        [
            (one.weight, one.finding.low, one.finding.high, one.finding.removable)
            for one in told
            if one.finding.outcome is not Outcome.NOT_APPLICABLE
        ]
    )
    may_zero = any(not one.outcome.settled and one.low == 0 for one in zeroing)
    low = NOTHING if may_zero else bounds.low
    reason, facts = _told_parts(told, bounds.low, settled=outcome.settled)
    return Finding(
        outcome,
        low,
        bounds.high,
        reason,
        facts,
        missing=tuple(dict.fromkeys(name for one in findings for name in one.missing)),
        removable=bounds.removable,
        faults=faults,
        parts=told,
    )


def _told_parts(
    told: Sequence[PartFinding], share: Fraction, *, settled: bool
) -> tuple[str, Facts]:
    """Return the sentence of a composite: added, re-scaled, or still open."""
    if not settled:
        open_ = [one.id for one in told if not one.finding.outcome.settled]
        return "parts.open", (("parts", tuple(open_)),)
    left = [one.id for one in told if one.finding.outcome is Outcome.NOT_APPLICABLE]
    if left:
        return "parts.rescaled", (("share", share), ("left", tuple(left)))
    return "parts.sum", (("share", share),)


Weighed = tuple[Fraction, Fraction, Fraction, bool]
"""Weight, least and greatest share, and whether it may yet leave the mean."""


def mean_bounds(items: Sequence[Weighed]) -> Bounds:
    """Return the exact bounds of a weighted mean whose members may leave it.

    A member that may leave is kept where keeping it goes further: shares in
    order, each one is taken while it still moves the mean.

    >>> half = Fraction(1, 2)
    >>> mean_bounds([(half, NOTHING, NOTHING, False), (half, half, half, True)])
    Bounds(low=Fraction(0, 1), high=Fraction(1, 4), removable=False)
    """
    low = _extreme([(weight, least, stays) for weight, least, _, stays in items], 1)
    high = _extreme([(weight, most, stays) for weight, _, most, stays in items], -1)
    return Bounds(low, high, all(removable for *_, removable in items))


def _extreme(items: Sequence[tuple[Fraction, Fraction, bool]], sign: int) -> Fraction:
    """Return the least mean (*sign* 1) or the greatest (*sign* −1)."""
    fixed = [(weight, share) for weight, share, may_leave in items if not may_leave]
    free = sorted(
        ((weight, share) for weight, share, may_leave in items if may_leave),
        key=lambda item: sign * item[1],
    )
    if not fixed:
        return free[0][1]
    weights = exact_sum(weight for weight, _ in fixed)
    points = exact_sum(weight * share for weight, share in fixed)
    for weight, share in free:
        if sign * (share * weights - points) >= 0:
            break
        weights, points = weights + weight, points + weight * share
    return points / weights
