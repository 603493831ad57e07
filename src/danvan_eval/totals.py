"""What do the lines of a sheet add up to, step by step?"""

from collections.abc import Sequence
from fractions import Fraction

from .conditions import Facts
from .evidence import Declined, OneOf, Value
from .judging import Weighed, mean_bounds
from .points import FULL, NOTHING, exact_sum
from .rule import Facts as Told
from .scheme import Extra, Group, Scheme
from .sheet import Line
from .trace import Stage, Step

Span = tuple[Fraction, Fraction]
"""The least and the greatest points still possible; equal when nothing is open."""


def total(
    scheme: Scheme, lines: Sequence[Line], facts: Facts, steps: list[Step]
) -> tuple[Span, Fraction]:
    """Add up groups, re-scale, add and take the extras, clamp, round."""
    kept = [line for line in lines if line.max_points]
    maximum = NOTHING
    low = high = NOTHING
    for group in scheme.groups:
        top, least, most = _in_group(group, kept)
        told = (("max_points", top), ("label", group.label.vi))
        steps.append(Step(Stage.GROUP, group.id, "group.sum", told, least, most))
        maximum, low, high = maximum + top, low + least, high + most
    steps.append(Step(Stage.BASE, "", "base.sum", (("maximum", maximum),), low, high))
    (low, high), out_of = _rescaled(scheme, kept, (low, high), maximum, steps)
    low, high = _extras(scheme, facts, (low, high), steps)
    return _limited(scheme, (low, high), steps), out_of


def _in_group(
    group: Group, kept: Sequence[Line]
) -> tuple[Fraction, Fraction, Fraction]:
    """Return the maximum of *group* for what is kept, and its least and most points."""
    members = [line for line in kept if line.group == group.id]
    top = min(exact_sum(line.max_points for line in members), group.max_points)
    low = exact_sum(line.low for line in members)
    return top, min(low, top), min(exact_sum(line.high for line in members), top)


def _rescaled(
    scheme: Scheme,
    kept: Sequence[Line],
    span: Span,
    maximum: Fraction,
    steps: list[Step],
) -> tuple[Span, Fraction]:
    """Bring the base to the scheme's scale over what applies, exactly."""
    if not maximum:
        return (NOTHING, NOTHING), NOTHING
    mean = scheme.aggregate == "weighted_mean"
    if not mean and scheme.excluded == "reduce":
        stay = [line for line in kept if not line.finding.removable]
        least = exact_sum(_in_group(group, stay)[1] for group in scheme.groups)
        return (least, span[1]), maximum
    if not any(line.finding.removable for line in kept):
        low, high = span[0] / maximum, span[1] / maximum
    else:
        low, high = _shares_that_may_leave(scheme, kept)
    scaled = (low * scheme.max_points, high * scheme.max_points)
    if maximum != scheme.max_points or mean:
        told = (("maximum", maximum), ("to", scheme.max_points))
        steps.append(
            Step(
                Stage.RESCALING,
                "",
                "rescaling.mean" if mean else "rescaling",
                told,
                *scaled,
            )
        )
    return scaled, scheme.max_points


def _shares_that_may_leave(scheme: Scheme, kept: Sequence[Line]) -> Span:
    """Return the exact extremes of a base whose open criteria may yet not apply.

    A clamped group counts as one. If something inside it may leave, the whole of
    0…1 is given instead, which holds every completion.
    """
    weighed: list[Weighed] = []
    for group in scheme.groups:
        members = [line for line in kept if line.group == group.id]
        if not group.clamped:
            weighed += [line.weighed for line in members]
        elif any(line.finding.removable for line in members):
            return NOTHING, FULL
        elif members:
            top, low, high = _in_group(group, members)
            weighed.append((top, low / top, high / top, False))
    bounds = mean_bounds(weighed)
    return bounds.low, bounds.high


def _extras(scheme: Scheme, facts: Facts, span: Span, steps: list[Step]) -> Span:
    """Add the bonuses, then take the deductions, each sum under its own cap."""
    limits = scheme.limits
    most = limits.bonus_at_most
    low, high = _added(Stage.BONUS, scheme.bonuses, most, facts, steps)
    span = (span[0] + low, span[1] + high)
    if high:
        steps.append(_extra_sum(Stage.BONUS, (low, high), span))
    most = limits.deduction_at_most
    low, high = _added(Stage.DEDUCTION, scheme.deductions, most, facts, steps)
    span = (span[0] - high, span[1] - low)
    if high:
        steps.append(_extra_sum(Stage.DEDUCTION, (low, high), span))
    return span


def _extra_sum(stage: Stage, added: Span, after: Span) -> Step:
    told = (("least", added[0]), ("most", added[1]))
    says = f"{stage.value}.sum" + ("" if added[0] == added[1] else ".open")
    return Step(stage, "", says, told, *after)


def _added(
    stage: Stage,
    extras: Sequence[Extra],
    most: Fraction | None,
    facts: Facts,
    steps: list[Step],
) -> Span:
    """Return the sum of *extras* under its cap; leave a step for each."""
    spans = [_extra(extra, facts) for extra in extras]
    for extra, (least, greatest) in zip(extras, spans, strict=True):
        if greatest:
            says = stage.value + ("" if least == greatest else ".open")
            told = (
                ("label", extra.label.vi),
                ("least", least),
                ("most", greatest),
                ("at_most", extra.at_most),
            )
            steps.append(Step(stage, extra.id, says, told))
    low = exact_sum(least for least, _ in spans)
    high = exact_sum(greatest for _, greatest in spans)
    return (low, high) if most is None else (min(low, most), min(high, most))


def _extra(extra: Extra, facts: Facts) -> Span:
    """Return the points of one bonus or deduction, none to all while it is open."""
    if not facts.concerns(extra.evidence):
        return NOTHING, NOTHING
    seen = facts.observed(extra.evidence)
    if isinstance(seen, Declined):
        return NOTHING, NOTHING
    options: tuple[Value, ...] = seen.options if isinstance(seen, OneOf) else ()
    if isinstance(seen, int | Fraction):
        options = (seen,)
    points = [
        min(extra.per * option, extra.at_most)
        for option in options
        if isinstance(option, int | Fraction)
    ]
    return (min(points), max(points)) if points else (NOTHING, extra.at_most)


def _limited(scheme: Scheme, span: Span, steps: list[Step]) -> Span:
    least, most = scheme.limits.at_least, scheme.limits.at_most
    low, high = span
    if least is not None:
        low, high = max(low, least), max(high, least)
    if most is not None:
        low, high = min(low, most), min(high, most)
    if (low, high) != span:
        told: Told = (("before", span[1]),)
        steps.append(Step(Stage.CLAMP, "", "clamp", told, low, high))
    if scheme.round:
        before = high
        low, high = scheme.round.apply(low), scheme.round.apply(high)
        told = (("before", before), ("step", scheme.round.step))
        steps.append(Step(Stage.ROUNDING, "", "rounding", told, low, high))
    return low, high
