"""What is the right answer? A plain loop over the rules, in exact fractions.

Nothing of the library is used here. The loop is at once the oracle every contestant is
compared with, and the contestant «plain Python, Fraction»: it leaves a reason for every
criterion and a step for every sum, as the library does.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import floor

from workload import (
    BONUSES,
    CAPS,
    DEDUCTIONS,
    FLOOR,
    GRADES,
    GROUP_TOP,
    GROUPS,
    MEASURES,
    PER_COUNT,
    PER_INCIDENT,
    QUOTA,
    TIE_BREAK_CRITERION,
    TIE_BREAK_GROUP,
    TIERS,
    Case,
    Measure,
)

HALF = Fraction(1, 2)
UNSEEN = Fraction(5, 1000)


@dataclass(frozen=True)
class Answer:
    """What a contestant must find for one subject: points, total, grade, tie-breaks.

    Points are per criterion, None where it does not apply.
    """

    points: tuple[Fraction | None, ...]
    total: Fraction
    grade: str
    keys: tuple[Fraction, ...]


@dataclass(frozen=True)
class Explained:
    """An answer with its reasons: one for each criterion, one for each sum."""

    answer: Answer
    reasons: tuple[dict[str, object], ...]
    steps: tuple[dict[str, object], ...]


def differs(told: Answer, right: Answer) -> bool:
    """Say whether a contestant's answer is not the right one.

    One that leaves no lines is compared by its grade and by its total, which may lie
    off by less than half a hundredth: a difference that no print would show.
    """
    if told.points:
        return told != right
    return told.grade != right.grade or abs(told.total - right.total) >= UNSEEN


def loosely(total: float, grade: str) -> Answer:
    """Return an answer that is only a total and a grade."""
    return Answer((), Fraction(total), grade, ())


Places = dict[str, tuple[int, str | None]]
"""Rank and proposed grade by code; None where people decide."""


def explained(case: Case) -> Explained:
    """Score one subject with all reasons."""
    reasons = [_line(one, case) for one in MEASURES]
    steps: list[dict[str, object]] = []
    kept = [
        (one, reason["points"]) for one, reason in zip(MEASURES, reasons, strict=True)
    ]
    kept = [(one, points) for one, points in kept if points is not None]
    base = maximum = Fraction(0)
    for group in GROUPS:
        members = [(one, points) for one, points in kept if one.group == group]
        whole = sum((Fraction(one.points, 100) for one, _ in members), Fraction(0))
        top = min(whole, Fraction(GROUP_TOP[group], 100))
        gained = min(sum((points for _, points in members), Fraction(0)), top)
        steps.append({"group": group, "maximum": top, "points": gained})
        base, maximum = base + gained, maximum + top
    total = base / maximum * 100
    steps.append({"base": base, "maximum": maximum, "rescaled": total})
    for word, sign, extras in (("bonus", 1, BONUSES), ("deduction", -1, DEDUCTIONS)):
        for ref, per, most in extras:
            part = min(Fraction(per, 100) * case.figures[ref], Fraction(most, 100))
            steps.append({word: ref, "points": part})
            total += sign * part
    total = max(Fraction(0), min(total, Fraction(100)))
    steps.append({"total": total})
    grade = _grade(total, kept, case, steps)
    keys = _keys(kept)
    points = tuple(reason["points"] for reason in reasons)
    return Explained(Answer(points, total, grade, keys), tuple(reasons), tuple(steps))


def _line(one: Measure, case: Case) -> dict[str, object]:
    top = Fraction(one.points, 100)
    seen = {ref: case.figures[ref] for ref in one.reads}
    if one.only and case.block not in one.only:
        return {"criterion": one.id, "reason": "applies.not", "points": None}
    told = {"criterion": one.id, "kind": one.kind, "seen": seen, "maximum": top}
    if one.kind in ("proportion", "bands"):
        part, whole = (seen[ref] for ref in one.reads)
        if not whole:
            return {**told, "reason": "zero", "points": None}
        ratio = Fraction(part, whole)
        if one.kind == "bands":
            share = next((share for edge, share in TIERS if ratio >= edge), Fraction(0))
            return {**told, "ratio": ratio, "share": share, "points": share * top}
        points = Fraction(floor(ratio * top * 100 + HALF), 100)
        return {**told, "ratio": ratio, "points": points}
    (seen_one,) = seen.values()
    share = {
        "yes_no": Fraction(seen_one),
        "per_count": min(PER_COUNT * seen_one, Fraction(1)),
        "per_incident": max(1 - PER_INCIDENT * seen_one, Fraction(0)),
    }[one.kind]
    return {**told, "share": share, "points": share * top}


def _grade(
    total: Fraction,
    kept: Sequence[tuple[Measure, Fraction]],
    case: Case,
    steps: list[dict[str, object]],
) -> str:
    ids = [grade for grade, _ in GRADES]
    at = next(nth for nth, (_, edge) in enumerate(GRADES) if total >= edge)
    steps.append({"band": ids[at]})
    failed = [one.id for one, points in kept if points * 100 / one.points < FLOOR]
    if at == 0 and failed:
        at = 1
        steps.append({"floor": failed, "grade": ids[at]})
    for ref, least, grade in CAPS:
        if case.figures[ref] >= least:
            at = max(at, ids.index(grade))
            steps.append({"cap": ref, "grade": ids[at]})
    return ids[at]


def _keys(kept: Sequence[tuple[Measure, Fraction]]) -> tuple[Fraction, ...]:
    keys = []
    for name in (TIE_BREAK_CRITERION, TIE_BREAK_GROUP):
        chosen = [(one, points) for one, points in kept if name in (one.id, one.group)]
        whole = sum(Fraction(one.points, 100) for one, _ in chosen)
        keys.append(sum(points for _, points in chosen) / whole)
    return tuple(keys)


def ranked(cases: Sequence[Case], answers: Sequence[Answer]) -> Places:
    """Rank within blocks (1-2-2-4), then give the best grade to a fifth of each."""
    blocks = defaultdict(list)
    for case, answer in zip(cases, answers, strict=True):
        blocks[case.block].append((case.code, answer))
    places: Places = {}
    for members in blocks.values():
        standing = {code: (one.total, *one.keys) for code, one in members}
        grades = {code: one.grade for code, one in members}
        ordered = sorted(standing, key=standing.__getitem__, reverse=True)
        place = 1
        for _, equals in groupby(ordered, key=standing.__getitem__):
            codes = list(equals)
            places |= {code: (place, grades[code]) for code in codes}
            place += len(codes)
        places |= _after_quota(ordered, standing, grades, places)
    return places


def _after_quota(
    ordered: Sequence[str],
    standing: dict[str, tuple[Fraction, ...]],
    grades: dict[str, str],
    places: Places,
) -> Places:
    grade, ratio, beyond = QUOTA
    left = floor(ratio * len(ordered))
    wanted = [code for code in ordered if grades[code] == grade]
    changed: Places = {}
    for _, equals in groupby(wanted, key=standing.__getitem__):
        codes = list(equals)
        if len(codes) <= left:
            left -= len(codes)
            continue
        proposed = None if left else beyond
        left = 0
        changed |= {code: (places[code][0], proposed) for code in codes}
    return changed
