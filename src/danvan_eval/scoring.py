"""One subject in, one score sheet with its whole trace out."""

from collections.abc import Sequence
from fractions import Fraction

import attrs

from .conditions import Facts, holds
from .errors import Fault, FaultError, Place, fault
from .evidence import MISSING, NO_EVIDENCE, Dossier, Missing, OneOf, Unreadable
from .extras import extra_points
from .grading import grades_of
from .heads import ceiling_of
from .outcomes import Outcome, combined
from .packs import Pack
from .points import FULL, NOTHING, exact_sum
from .rule import Finding
from .scheme import EvidenceRef, Scheme, Zero
from .sheet import Eligibility, Line, Sheet
from .totals import total
from .trace import Stage, Step

_HAVE_A_TOTAL = (Outcome.SCORED, Outcome.WAIVED)


def score(pack: Pack, dossier: Dossier, unit: Sheet | None = None) -> Sheet:
    """Score one dossier by *pack* ("chấm điểm"); a pure function of its arguments.

    *unit* is the sheet of the department a head is responsible for; schemes that
    hold the head under the department demand it.

    Raises:
        FaultError: DV-R001 for a template that is still to be filled in, DV-R002
            for a subject of another kind than the scheme's, DV-R005 for another
            period than the pack's, DV-R013 for a head before the department,
            DV-R014 for a department by other grades.
    """
    _refuse_what_cannot_be_scored(pack, dossier)
    scheme = pack.scheme
    ceiling = ceiling_of(scheme, dossier, unit)
    found = _located(_lines(pack, dossier), dossier)
    lines = _waived(pack, _zeroed(pack, found, dossier), dossier)
    facts = Facts.of(dossier, lines, pack.shelf.criteria)
    steps: list[Step] = []
    eligibility = _eligibility(scheme, facts, steps)
    _zero_steps(scheme, lines, steps)
    kept = [one for one in lines if one.finding.outcome is not Outcome.NOT_APPLICABLE]
    span, out_of = total(scheme, kept, facts, steps)
    outcome = _outcome(lines)
    grades: tuple[str, ...] = ()
    if scheme.grades and outcome is not Outcome.NOT_APPLICABLE:
        grades, grade_steps = grades_of(scheme, *span, facts, ceiling)
        steps.extend(grade_steps)
    if outcome in _HAVE_A_TOTAL and span[0] != span[1]:
        outcome = Outcome.UNKNOWN
    made = Sheet(
        subject=dossier.subject,
        period=dossier.period,
        scheme=scheme.id,
        pack=pack.sha256,
        state=dossier.state,
        outcome=outcome,
        eligibility=eligibility,
        lines=lines,
        steps=tuple(steps),
        low=span[0],
        high=span[1],
        out_of=out_of,
        grades=grades,
        assumed=pack.assumed_share(tuple([line.criterion for line in kept])),
        missing=_missing(scheme, found, facts),
        condition_faults=_condition_faults(scheme, facts),
        with_waivers=_with_waivers(scheme, kept, facts),
        keys=_keys(scheme, kept, facts) if outcome in _HAVE_A_TOTAL else (),
    )
    return _nothing_known(scheme, made) if dossier.state == "unlisted" else made


def _refuse_what_cannot_be_scored(pack: Pack, dossier: Dossier) -> None:
    scheme, subject = pack.scheme, dossier.subject
    pack.refuse_template()
    if subject.kind != scheme.subject:
        raise FaultError(
            fault(
                "DV-R002",
                Place(key=subject.code),
                scheme=scheme.id,
                seen=subject.kind,
                allowed=scheme.subject,
            )
        )
    if dossier.period != pack.period:
        raise FaultError(
            fault(
                "DV-R005",
                Place(key=subject.code),
                seen=dossier.period,
                allowed=pack.period,
            )
        )


def _lines(pack: Pack, dossier: Dossier) -> tuple[Line, ...]:
    if dossier.state == "unlisted":
        return _unlisted(pack, dossier)
    lines, evidence = [], dossier.evidence
    for criterion, reads, taken, line in pack.asked(dossier.subject.traits):
        seen = evidence.get(criterion, NO_EVIDENCE)
        try:
            values = taken(seen)
        except KeyError:
            values = tuple([seen.get(name, MISSING) for name in reads])
        lines.append(line(*values))
    return tuple(lines)


def _unlisted(pack: Pack, dossier: Dossier) -> tuple[Line, ...]:
    """Return lines of which nothing is known, not even whether they apply."""
    seen = dossier.seen("subject").values()
    faults = tuple(one.fault for one in seen if isinstance(one, Unreadable))
    finding = Finding(
        Outcome.INVALID, NOTHING, FULL, "unlisted", removable=True, faults=faults
    )
    return tuple(
        Line(
            leaf.leaf.criterion,
            leaf.group,
            leaf.leaf.max_points,
            finding,
            NOTHING,
            leaf.leaf.max_points,
            leaf.basis,
        )
        for leaf in pack.leaves
    )


def _nothing_known(scheme: Scheme, sheet: Sheet) -> Sheet:
    """Return *sheet* with every grade possible, since no condition can be told."""
    most = scheme.limits.at_most
    if most is None:
        most = scheme.base_points + (scheme.limits.bonus_at_most or 0)
    return attrs.evolve(
        sheet,
        eligibility="unknown",
        high=max(sheet.high, most),
        grades=scheme.grade_ids,
        missing=(),
    )


def _located(lines: tuple[Line, ...], dossier: Dossier) -> tuple[Line, ...]:
    """Let faults of figures that contradict each other point to where they were read."""
    return tuple(
        _at(line, dossier.places[line.criterion])
        if line.finding.faults and line.criterion in dossier.places
        else line
        for line in lines
    )


def _at(line: Line, place: Place) -> Line:
    faults = tuple(
        one if one.place.file else attrs.evolve(one, place=place)
        for one in line.finding.faults
    )
    return attrs.evolve(line, finding=attrs.evolve(line.finding, faults=faults))


def _outcome(lines: Sequence[Line]) -> Outcome:
    """Return the outcome of the whole; most lines share one."""
    seen: list[Outcome] = []
    for line in lines:
        if line.finding.outcome not in seen:
            seen.append(line.finding.outcome)
    return combined(seen)


def _zeroed(pack: Pack, lines: tuple[Line, ...], dossier: Dossier) -> tuple[Line, ...]:
    """Take the points of criteria whose zeroing condition holds."""
    for zero in pack.scheme.zeros:
        answer = holds(zero.when, Facts.of(dossier, lines, pack.shelf.criteria))
        if answer is False:
            continue
        lines = tuple(
            _struck(line, zero, certain=answer is True)
            if line.criterion == zero.criterion
            and _can_be_struck(line, certain=answer is True)
            else line
            for line in lines
        )
    return lines


def _can_be_struck(line: Line, *, certain: bool) -> bool:
    """Say whether there is something to take; no share waits for nothing."""
    if not line.max_points or line.finding.reason == "zeroed":
        return False
    return certain or bool(line.finding.high) or line.finding.removable


def _struck(line: Line, zero: Zero, *, certain: bool) -> Line:
    """Return *line* without points; what may yet not apply stays open."""
    was = line.finding
    settled = certain and not was.removable
    open_ = Outcome.UNKNOWN if was.outcome.settled else was.outcome
    finding = Finding(
        Outcome.SCORED if settled else open_,
        NOTHING,
        NOTHING if certain else was.high,
        "zeroed" if certain else "zeroed.open",
        (("reason", zero.reason.vi), ("zero", zero.id), ("before", was.high)),
        missing=() if settled else was.missing,
        removable=was.removable,
        faults=was.faults,
        parts=was.parts,
    )
    return attrs.evolve(
        line, finding=finding, low=NOTHING, high=NOTHING if certain else line.high
    )


def _zero_steps(scheme: Scheme, lines: Sequence[Line], steps: list[Step]) -> None:
    if not scheme.zeros:
        return
    steps.extend(
        Step(Stage.ZEROING, one.criterion, one.finding.reason, one.finding.facts)
        for one in lines
        if one.finding.reason.startswith("zeroed")
    )


def _waived(pack: Pack, lines: tuple[Line, ...], dossier: Dossier) -> tuple[Line, ...]:
    """Put the waivers that still hold beside the points; the points stay."""
    if not dossier.waivers:
        return lines
    told = []
    for line, leaf in zip(lines, pack.leaves, strict=True):
        waiver = dossier.waivers.get(line.criterion)
        if waiver is None or waiver.until < dossier.period.end or not line.max_points:
            told.append(line)
            continue
        finding = line.finding
        if finding.outcome is Outcome.SCORED:
            finding = attrs.evolve(finding, outcome=Outcome.WAIVED)
        points = max(leaf.leaf.points(waiver.share), line.low)
        told.append(attrs.evolve(line, finding=finding, waived=points))
    return tuple(told)


def _eligibility(scheme: Scheme, facts: Facts, steps: list[Step]) -> Eligibility:
    result: Eligibility = "eligible"
    for rule in scheme.not_eligible:
        answer = holds(rule.when, facts)
        if answer is False:
            continue
        says = "eligibility.not" if answer else "eligibility.open"
        told = (("reason", rule.reason.vi),)
        steps.append(Step(Stage.ELIGIBILITY, rule.id, says, told))
        if answer or result == "eligible":
            result = "not_eligible" if answer else "unknown"
    return result


def _condition_faults(scheme: Scheme, facts: Facts) -> tuple[Fault, ...]:
    """Return what is wrong with the evidence of conditions and extras."""
    seen = [facts.observed(ref) for ref in scheme.looked_at if facts.concerns(ref)]
    return tuple(
        dict.fromkeys(one.fault for one in seen if isinstance(one, Unreadable))
    )


def _missing(
    scheme: Scheme, found: Sequence[Line], facts: Facts
) -> tuple[tuple[str, str], ...]:
    """Return what is still to be brought, for lines, extras and conditions.

    While a zeroing is open it may wait for a criterion that another one struck.
    """
    lines = tuple(facts.lines.values())
    if any(line.finding.reason == "zeroed.open" for line in lines):
        lines = tuple(found)
    named = [(line.criterion, name) for line in lines for name in line.finding.missing]
    refs: list[EvidenceRef] = [
        extra.evidence
        for extra in scheme.extras
        if extra.evidence is not None
        and isinstance(facts.observed(extra.evidence), Missing | OneOf | Unreadable)
    ]
    refs += [
        when.evidence
        for when in scheme.conditions
        if when.evidence is not None and holds(when, facts) is None
    ]
    named += [(ref.criterion, ref.name) for ref in refs if facts.concerns(ref)]
    return tuple(dict.fromkeys(named))


def _with_waivers(
    scheme: Scheme, lines: Sequence[Line], facts: Facts
) -> Fraction | None:
    """Return the second number, where waivers make one and nothing else is open."""
    if not facts.dossier.waivers or all(line.waived is None for line in lines):
        return None
    second = [
        line
        if line.waived is None
        else attrs.evolve(line, low=line.waived, high=line.waived)
        for line in lines
    ]
    low, high = total(scheme, second, facts, [])[0]
    return low if low == high else None


def _keys(scheme: Scheme, kept: Sequence[Line], facts: Facts) -> tuple[Fraction, ...]:
    """Return the shares of the tie-break chain, and points outside the groups.

    What does not apply counts as the subject's own overall share, which is what
    re-scaling makes of it.
    """
    keys = []
    for tie_break in scheme.tie_breaks:
        if tie_break.by:
            points = extra_points(scheme, facts, tie_break.by)
            keys.append(points if tie_break.by == "bonus" else -points)
            continue
        criterion, group = tie_break.criterion, tie_break.group
        lines = [
            one for one in kept if criterion == one.criterion or group == one.group
        ]
        keys.append(_share(lines or kept))
    return tuple(keys)


def _share(lines: Sequence[Line]) -> Fraction:
    """Return the share that settled *lines* reach of their maxima."""
    whole = exact_sum([one.max_points for one in lines])
    return exact_sum([one.low for one in lines]) / whole
