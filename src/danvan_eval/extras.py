"""What do bonuses and deductions add and take, outside the groups?"""

from collections.abc import Sequence
from fractions import Fraction

from .conditions import Facts, holds
from .evidence import Declined, OneOf, Value
from .points import NOTHING, exact_sum
from .scheme import EvidenceRef, Extra, Scheme, Side
from .trace import Stage, Step

Span = tuple[Fraction, Fraction]
"""The least and the greatest points still possible; equal when nothing is open."""


def with_extras(scheme: Scheme, facts: Facts, span: Span, steps: list[Step]) -> Span:
    """Add the bonuses, then take the deductions, each sum under its own cap."""
    limits = scheme.limits
    least, most = _added(
        Stage.BONUS, scheme.bonuses, limits.bonus_at_most, facts, steps
    )
    if most:
        span = span[0] + least, span[1] + most
        steps.append(_sum_step(Stage.BONUS, (least, most), span))
    least, most = _added(
        Stage.DEDUCTION, scheme.deductions, limits.deduction_at_most, facts, steps
    )
    if most:
        span = span[0] - most, span[1] - least
        steps.append(_sum_step(Stage.DEDUCTION, (least, most), span))
    return span


def extra_points(scheme: Scheme, facts: Facts, of: Side) -> Fraction:
    """Return the settled points of all bonuses, or of all deductions, under the cap."""
    limits = scheme.limits
    if of == "bonus":
        sides = Stage.BONUS, scheme.bonuses, limits.bonus_at_most
    else:
        sides = Stage.DEDUCTION, scheme.deductions, limits.deduction_at_most
    return _added(*sides, facts, [])[0]


def _sum_step(stage: Stage, added: Span, after: Span) -> Step:
    told = (("least", added[0]), ("most", added[1]))
    says = f"{stage.value}.sum" + ("" if added[0] == added[1] else ".open")
    return Step(stage, "", says, told, *after)


def _added(
    stage: Stage,
    extras: Sequence[Extra],
    cap: Fraction | None,
    facts: Facts,
    steps: list[Step],
) -> Span:
    """Return the sum of *extras* under its cap; leave a step for each."""
    spans = []
    for extra in extras:
        least, most = _worth(extra, facts)
        if not most:
            continue
        spans.append((least, most))
        says = stage.value + ("" if least == most else ".open")
        told = (
            ("label", extra.label.vi),
            ("least", least),
            ("most", most),
            ("at_most", _limit(extra, facts)),
        )
        steps.append(Step(stage, extra.id, says, told))
    if not spans:
        return NOTHING, NOTHING
    least, most = (exact_sum([one[end] for one in spans]) for end in (0, 1))
    return (least, most) if cap is None else (min(least, cap), min(most, cap))


def _worth(extra: Extra, facts: Facts) -> Span:
    """Return the points of one bonus or deduction, none to all while it is open."""
    if extra.when is not None:
        answer = holds(extra.when, facts)
        return (
            extra.per if answer else NOTHING,
            NOTHING if answer is False else extra.per,
        )
    if extra.evidence is None or not facts.concerns(extra.evidence):
        return NOTHING, NOTHING
    return _by_count(extra, extra.evidence, facts)


def _by_count(extra: Extra, ref: EvidenceRef, facts: Facts) -> Span:
    seen, limit = facts.observed(ref), _limit(extra, facts)
    if isinstance(seen, Declined):
        return NOTHING, NOTHING
    options: tuple[Value, ...] = seen.options if isinstance(seen, OneOf) else ()
    values = (seen,) if isinstance(seen, int | Fraction) else options
    points = [
        max(NOTHING, min(extra.per * value, limit))
        for value in values
        if isinstance(value, int | Fraction)
    ]
    return (min(points), max(points)) if points else (NOTHING, limit)


def _limit(extra: Extra, facts: Facts) -> Fraction:
    """Return the most one extra can come to; where uncapped, the evidence's own end."""
    if extra.at_most is not None:
        return extra.at_most
    most = facts.most(extra.evidence) if extra.evidence is not None else 1
    return extra.per * most
