"""How would one write it by hand, for this rule set and no other?

Two functions: one in the floats everybody reaches for, one in whole hundredths that is
exact. Neither says why, checks its input, or knows that a figure may be missing.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby
from math import lcm

from oracle import Answer, Places
from workload import (
    BONUSES,
    CAPS,
    DEDUCTIONS,
    GRADES,
    GROUP_TOP,
    GROUPS,
    MEASURES,
    QUOTA,
    TIE_BREAK_CRITERION,
    TIE_BREAK_GROUP,
    Case,
)

GRADE_IDS = [grade for grade, _ in GRADES]
TOPS = [GROUP_TOP[group] for group in GROUPS]
PLAN = [
    (nth, one.reads[0], one.reads[-1], one.points, GROUPS.index(one.group), one.kind)
    for nth, one in enumerate(MEASURES)
]
PROPORTIONS, BANDS, FLAGS, COUNTS, INCIDENTS = (
    [row[:5] for row in PLAN if row[5] == kind]
    for kind in ("proportion", "bands", "yes_no", "per_count", "per_incident")
)
ASKED_OF = {nth: one.only for nth, one in enumerate(MEASURES) if one.only}
TIE_AT = [one.id for one in MEASURES].index(TIE_BREAK_CRITERION)
TIE_GROUP = GROUPS.index(TIE_BREAK_GROUP)
CAPPED = [(ref, least, GRADE_IDS.index(grade)) for ref, least, grade in CAPS]
Scored = tuple[list[int | None], int, int, int, int, int]
"""Points of each line, total over maximum, grade, two tie-breaks; hundredths."""


def exact(case: Case) -> Scored:
    """Score in whole hundredths; the total is a numerator over a maximum."""
    figures = case.figures
    lines, wholes = _lines(figures), TOPS.copy()
    for nth, *_ in PROPORTIONS[:2]:
        if lines[nth] is None:
            wholes[PLAN[nth][4]] -= PLAN[nth][3]
    for nth, only in ASKED_OF.items():
        if case.block not in only:
            lines[nth] = None
            wholes[PLAN[nth][4]] -= PLAN[nth][3]
    sums = [0] * len(TOPS)
    failed = False
    for nth, _, _, top, group, _ in PLAN:
        points = lines[nth]
        if points is not None:
            sums[group] += points
            if 5 * points < top:
                failed = True
    maximum = sum(wholes)
    base = sum(map(min, sums, wholes))
    total = base * 10000 + _extra(figures) * maximum
    total = max(0, min(total, 10000 * maximum))
    at = _grade(total, maximum, figures, failed=failed)
    return lines, total, maximum, at, lines[TIE_AT] or 0, sums[TIE_GROUP]


def _lines(figures: dict[str, int]) -> list[int | None]:
    lines: list[int | None] = [None] * len(PLAN)
    for nth, first, last, top, _ in PROPORTIONS:
        whole = figures[last]
        if whole:
            lines[nth] = (2 * figures[first] * top + whole) // (2 * whole)
    for nth, first, last, top, _ in BANDS:
        part, whole = figures[first], figures[last]
        half = top // 2 if 10 * part >= 9 * whole else 0
        lines[nth] = top if part == whole else half
    for nth, first, _, top, _ in FLAGS:
        lines[nth] = top if figures[first] else 0
    for nth, first, _, top, _ in COUNTS:
        lines[nth] = min(figures[first] * top // 5, top)
    for nth, first, _, top, _ in INCIDENTS:
        lines[nth] = max(top - figures[first] * top // 5, 0)
    return lines


def _extra(figures: dict[str, int]) -> int:
    extra = sum([min(figures[ref] * per, most) for ref, per, most in BONUSES])
    return extra - sum([min(figures[ref] * per, most) for ref, per, most in DEDUCTIONS])


def _grade(total: int, maximum: int, figures: dict[str, int], *, failed: bool) -> int:
    at = len(GRADES) - 1
    for nth, (_, edge) in enumerate(GRADES):
        if total >= edge * 100 * maximum:
            at = nth
            break
    if at == 0 and failed:
        at = 1
    for ref, least, grade in CAPPED:
        if figures[ref] >= least and at < grade:
            at = grade
    return at


def answer(scored: Scored) -> Answer:
    """Return what was scored in hundredths, as the oracle says it."""
    lines, total, maximum, at, key, group_sum = scored
    return Answer(
        tuple(None if one is None else Fraction(one, 100) for one in lines),
        Fraction(total, maximum * 100),
        GRADE_IDS[at],
        (Fraction(key, MEASURES[TIE_AT].points), Fraction(group_sum, TOPS[TIE_GROUP])),
    )


def floats(case: Case) -> tuple[float, str]:
    """Score in floats, with the built-in `round`; total and grade only."""
    figures = case.figures
    sums, wholes = [0.0] * len(TOPS), [0.0] * len(TOPS)
    failed = False
    for nth, (_, first, last, hundredths, group, kind) in enumerate(PLAN):
        if nth in ASKED_OF and case.block not in ASKED_OF[nth]:
            continue
        if kind == "proportion" and not figures[last]:
            continue
        top = hundredths / 100
        points = _in_floats(kind, figures[first], figures[last], top)
        sums[group] += points
        wholes[group] += top
        failed = failed or points / top < 0.2  # noqa: PLR2004
    tops = [min(whole, top / 100) for whole, top in zip(wholes, TOPS, strict=True)]
    total = sum(map(min, sums, tops)) / sum(tops) * 100
    total += sum(min(figures[ref] * per, most) / 100 for ref, per, most in BONUSES)
    total -= sum(min(figures[ref] * per, most) / 100 for ref, per, most in DEDUCTIONS)
    total = max(0.0, min(total, 100.0))
    at = next(nth for nth, (_, edge) in enumerate(GRADES) if total >= edge)
    at = 1 if at == 0 and failed else at
    for ref, least, grade in CAPPED:
        if figures[ref] >= least:
            at = max(at, grade)
    return total, GRADE_IDS[at]


def _in_floats(kind: str, first: int, last: int, top: float) -> float:
    if kind == "proportion":
        return round(first / last * top, 2)
    if kind == "bands":
        ratio = first / last
        return top if ratio >= 1 else top * 0.5 if ratio >= 0.9 else 0.0  # noqa: PLR2004
    if kind == "yes_no":
        return top if first else 0.0
    if kind == "per_count":
        return min(first * 0.2, 1.0) * top
    return max(1.0 - first * 0.2, 0.0) * top


def ranked(cases: Sequence[Case], scored: Sequence[Scored]) -> Places:
    """Rank within blocks by whole numbers over one common denominator."""
    common = lcm(*{one[2] for one in scored})
    blocks: dict[str, list[tuple[tuple[int, int, int], str, int]]] = {}
    for case, (_, total, maximum, at, key, group_sum) in zip(
        cases, scored, strict=True
    ):
        standing = (total * (common // maximum), key, group_sum)
        blocks.setdefault(case.block, []).append((standing, case.code, at))
    places: Places = {}
    for members in blocks.values():
        members.sort(reverse=True)
        left = len(members) * QUOTA[1].numerator // QUOTA[1].denominator
        place = 1
        for _, equals in groupby(members, key=lambda one: one[0]):
            rows = list(equals)
            wanted = sum(at == 0 for _, _, at in rows)
            proposed: str | None = QUOTA[0]
            if wanted > left:
                proposed, left = (None if left else QUOTA[2]), 0
            else:
                left -= wanted
            for _, code, at in rows:
                places[code] = (place, GRADE_IDS[at] if at else proposed)
            place += len(rows)
    return places
