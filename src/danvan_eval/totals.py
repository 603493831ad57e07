"""What do the lines of a sheet add up to, step by step?"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache

import attrs

from .conditions import Facts
from .extras import Span, with_extras
from .judging import Weighed, mean_bounds
from .points import FULL, NOTHING, exact_sum
from .rule import Facts as Told
from .scheme import Scheme
from .sheet import Line
from .trace import Stage, Step


def total(
    scheme: Scheme, lines: Sequence[Line], facts: Facts, steps: list[Step]
) -> tuple[Span, Fraction]:
    """Add up groups, re-scale, add and take the extras, clamp, round.

    *lines* are those that apply.
    """
    tops, maximum = _tops(scheme, tuple([line.criterion for line in lines]))
    spans = []
    for top, members in zip(tops, _grouped(scheme, lines), strict=True):
        span = _in_group(members, top)
        steps.append(Step(Stage.GROUP, top.group, "group.sum", top.told, *span))
        spans.append(span)
    span = _sum(spans)
    steps.append(Step(Stage.BASE, "", "base.sum", (("maximum", maximum),), *span))
    span, out_of = _rescaled(scheme, lines, span, maximum, steps)
    span = with_extras(scheme, facts, span, steps)
    inside = scheme.max_points - scheme.base_points
    return _limited(scheme, span, steps), out_of + inside if out_of else out_of


@attrs.frozen
class _Top:
    """The maximum of a group over what applies; *held* when more could be reached."""

    group: str
    points: Fraction
    held: bool
    told: Told


@lru_cache(maxsize=1024)
def _tops(
    scheme: Scheme, applying: tuple[str, ...]
) -> tuple[tuple[_Top, ...], Fraction]:
    """Return the maximum of each group, and of all, over the criteria that apply."""
    tops, kept = [], set(applying)
    for group in scheme.groups:
        leaves = [leaf for leaf in group.leaves if leaf.criterion in kept]
        whole = exact_sum(leaf.max_points for leaf in leaves)
        top = min(whole, group.max_points)
        told = (("max_points", top), ("label", group.label.vi))
        tops.append(_Top(group.id, top, whole > top, told))
    return tuple(tops), exact_sum(top.points for top in tops)


def _grouped(scheme: Scheme, lines: Sequence[Line]) -> Iterable[list[Line]]:
    """Return the lines of each group, in the order of the groups."""
    groups: dict[str, list[Line]] = {group.id: [] for group in scheme.groups}
    for line in lines:
        groups[line.group].append(line)
    return groups.values()


def _in_group(members: Sequence[Line], top: _Top) -> Span:
    """Return the least and most points of a group, held at its maximum."""
    span = _sum([(line.low, line.high) for line in members])
    return _both(span, lambda points: min(points, top.points)) if top.held else span


def _sum(spans: Sequence[Span]) -> Span:
    """Add up both ends; only once where nothing is open."""
    low = exact_sum([least for least, _ in spans])
    if all(least is most for least, most in spans):
        return low, low
    return low, exact_sum([most for _, most in spans])


def _both(span: Span, change: Callable[[Fraction], Fraction]) -> Span:
    """Do the same to both ends; only once where nothing is open."""
    low = change(span[0])
    return low, low if span[0] is span[1] else change(span[1])


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
    if any(line.finding.removable for line in kept):
        return _that_may_leave(scheme, kept, span, maximum, steps)
    if not mean and scheme.excluded == "reduce":
        return span, maximum
    whole = scheme.base_points
    if maximum != whole:
        factor = whole / maximum
        span = _both(span, lambda points: points * factor)
    if maximum != whole or mean:
        says = "rescaling.mean" if mean else "rescaling"
        told = (("maximum", maximum), ("to", whole))
        steps.append(Step(Stage.RESCALING, "", says, told, *span))
    return span, whole


def _that_may_leave(
    scheme: Scheme,
    kept: Sequence[Line],
    span: Span,
    maximum: Fraction,
    steps: list[Step],
) -> tuple[Span, Fraction]:
    """Do as :func:`_rescaled` where something may yet turn out not to apply."""
    if scheme.aggregate == "sum" and scheme.excluded == "reduce":
        span, out_of = (_least_that_stays(scheme, kept), span[1]), maximum
    else:
        share, out_of = _shares_that_may_leave(scheme, kept), scheme.base_points
        span = _both(share, lambda part: part * out_of)
    told = (("maximum", maximum), ("to", out_of))
    steps.append(Step(Stage.RESCALING, "", "rescaling.open", told, *span))
    return span, out_of


def _least_that_stays(scheme: Scheme, kept: Sequence[Line]) -> Fraction:
    """Return the least points of what cannot leave any more."""
    stay = [line for line in kept if not line.finding.removable]
    tops, _ = _tops(scheme, tuple([line.criterion for line in stay]))
    groups = zip(_grouped(scheme, stay), tops, strict=True)
    return exact_sum(_in_group(members, top)[0] for members, top in groups)


def _shares_that_may_leave(scheme: Scheme, kept: Sequence[Line]) -> Span:
    """Return the exact extremes of a base whose open criteria may yet not apply.

    A clamped group counts as one. If something inside it may leave, the whole of
    0…1 is given instead, which holds every completion.
    """
    weighed: list[Weighed] = []
    tops, _ = _tops(scheme, tuple([line.criterion for line in kept]))
    for group, members, top in zip(
        scheme.groups, _grouped(scheme, kept), tops, strict=True
    ):
        if not group.clamped:
            weighed += [line.weighed for line in members]
        elif any(line.finding.removable for line in members):
            return NOTHING, FULL
        elif members:
            low, high = _in_group(members, top)
            whole = top.points
            weighed.append((whole, low / whole, high / whole, False))
    bounds = mean_bounds(weighed)
    return bounds.low, bounds.high


def _limited(scheme: Scheme, span: Span, steps: list[Step]) -> Span:
    least, most = scheme.limits.at_least, scheme.limits.at_most
    clamped = span
    if least is not None:
        clamped = _both(clamped, lambda points: max(points, least))
    if most is not None:
        clamped = _both(clamped, lambda points: min(points, most))
    if clamped != span:
        told: Told = (("before", span[1]),)
        steps.append(Step(Stage.CLAMP, "", "clamp", told, *clamped))
    if scheme.round:
        told = (("before", clamped[1]), ("step", scheme.round.step))
        clamped = _both(clamped, scheme.round.apply)
        steps.append(Step(Stage.ROUNDING, "", "rounding", told, *clamped))
    return clamped
