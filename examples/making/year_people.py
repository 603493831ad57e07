"""How did the year of everybody in a made-up hospital go, figure by figure?

The draws come from a generator of their own, so that no other table changes.
"""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from typing import Final

from danvan_eval.tables.writing import Sheet
from danvan_eval.workspace.yearly import columns as at

from .plan import EMPLOYEE, Hospital
from .staff import Staff
from .year import GROUPS, NO, YES, Kind, Told, YearEnd, sheet_of

OF_2020: Final = ("tasks.", "results.", "conduct.", "targets.")
"""The columns that the decree of 2026 asks nothing of, of people."""
SMALL: Final = 10
DONE: Final = 0.1
PROTECTED: Final = 0.06
WELL: Final[dict[Kind, float]] = {"best": 1, "good": 0.8, "done": 0.5}
HALVES: Final[dict[Kind, tuple[tuple[int, int], tuple[int, int]]]] = {
    "best": ((46, 50), (130, 139)),
    "good": ((40, 47), (108, 120)),
    "done": ((32, 38), (72, 90)),
}
"""Between how many half points the two parts of a quarter's score lie."""
QUARTERS: Final = ("Q1", "Q2", "Q3", "Q4")


def tables(plan: Hospital, staff: Staff, year: YearEnd) -> Iterator[tuple[str, Sheet]]:
    """Yield every table of ``xep-loai/``, by file name."""
    rng = random.Random(f"{plan.seed} {at.FOLDER}")  # noqa: S311
    kinds: dict[str, Kind] = {}
    for unit in plan.units:
        kinds |= _kinds(staff, year, unit, rng)
    kinds |= year.kinds
    columns = [
        one
        for one in at.PEOPLE_COLUMNS
        if not (year.by_points and one.id.startswith(OF_2020))
    ]
    people = list(_people(plan, staff, year, kinds, rng))
    yield f"{at.PEOPLE}.csv", sheet_of(columns, people)
    units = year.units or list(_units(plan, year, rng))
    yield f"{at.UNITS}.csv", sheet_of(at.UNIT_COLUMNS, units)
    if year.by_points:
        scores = list(_scores(staff, year, kinds, rng))
        yield f"{at.SCORES}.csv", sheet_of(at.SCORE_COLUMNS, scores)
    yield from year.registers()


def _kinds(
    staff: Staff, year: YearEnd, unit: str, rng: random.Random
) -> Iterator[tuple[str, Kind]]:
    """Yield how the year of everybody in a department went.

    The best are so many of the rank and file, to the nearest; managers have a year
    like the department's.
    """
    posts = _posts(staff, year, unit)
    rest = [one.code for one in staff.of(unit) if one.code not in posts]
    share = year.best_of.get(unit, year.best)
    best = set(rng.sample(rest, round(share * len(rest))))
    for one in staff.of(unit):
        if one.code in posts:
            yield one.code, year.kind_of(unit)
        elif one.code in best:
            yield one.code, "best"
        else:
            yield one.code, "done" if rng.random() < DONE else "good"


def _posts(staff: Staff, year: YearEnd, unit: str) -> dict[str, str]:
    """Return who holds which post: the head, a deputy, those named by the plan."""
    crew = staff.of(unit)
    posts = {one.code: "head" for one in crew if one.now_head}
    if len(crew) >= SMALL:
        posts[staff.rank_and_file(unit)[2].code] = "deputy"
    return posts | {
        one.code: year.posts[one.code] for one in crew if one.code in year.posts
    }


def _people(
    plan: Hospital,
    staff: Staff,
    year: YearEnd,
    kinds: dict[str, Kind],
    rng: random.Random,
) -> Iterator[Told]:
    mothers = {code for code, kind, *_ in staff.leaves() if kind == "thai sản"}
    for unit, about in plan.units.items():
        posts = _posts(staff, year, unit)
        groups = year.groups.get(unit, GROUPS[about.block])
        for nth, one in enumerate(staff.of(unit)):
            kind, post = kinds[one.code], posts.get(one.code, "staff")
            protected = one.code in mothers or rng.random() < PROTECTED
            own = "quản lý" if one.code in posts else groups[nth % len(groups)]
            yield {
                "person": one.code,
                "role": at.ROLE_WORDS[post].vi,
                "managed": unit if one.code in posts else "",
                "group": own
                if one.terms == EMPLOYEE or own == "quản lý"
                else "phục vụ",
                **_year(kind, rng, year, manages=one.code in posts),
                "protected": YES if protected else NO,
                "came": NO,
                **year.told.get(one.code, {}),
            }


def _year(kind: Kind, rng: random.Random, year: YearEnd, *, manages: bool) -> Told:
    """Return tasks, criteria, conduct and, of managers, the targets of their unit."""
    told = {**_tasks(kind, rng), **_conduct(kind, rng)}
    if year.own_criteria:
        told |= _criteria(kind, rng)
    if manages:
        told |= _targets(kind, rng)
    else:
        told.pop("conduct.k5a")
    return told


def _tasks(kind: Kind, rng: random.Random) -> dict[str, str]:
    count = rng.randint(8, 14)
    late = 0 if kind != "done" else 1 + (count >= SMALL)
    high = count if kind == "best" else rng.randint(count // 3, count - late - 1)
    half = (count + 1) // 2
    above = rng.randint(half, half + 2) if kind == "best" else rng.randint(0, half - 1)
    return {
        "tasks.assigned": str(count),
        "tasks.completed": str(count),
        "tasks.good": str(count - late),
        "tasks.high": str(high),
        "tasks.exceeded": str(above),
    }


def _conduct(kind: Kind, rng: random.Random) -> dict[str, str]:
    return {
        f"conduct.{one}": "tốt" if rng.random() < WELL[kind] else "đạt"
        for one in at.CONDUCT
    }


def _criteria(kind: Kind, rng: random.Random) -> dict[str, str]:
    count = rng.randint(5, 9)
    late = int(kind == "done")
    return {
        "results.total": str(count),
        "results.completed": str(count),
        "results.lacking": str(late),
        "results.high": str(count if kind == "best" else rng.randint(1, count - 1)),
    }


def _targets(kind: Kind, rng: random.Random) -> dict[str, str]:
    count = rng.randint(8, 12)
    half = (count + 1) // 2
    undone = int(kind == "done")
    above = rng.randint(half, half + 2) if kind == "best" else rng.randint(0, half - 1)
    return {
        "targets.assigned": str(count),
        "targets.completed": str(count - undone),
        "targets.good": str(count - undone - (kind != "best")),
        "targets.exceeded": str(above),
    }


def _units(plan: Hospital, year: YearEnd, rng: random.Random) -> Iterator[Told]:
    """Yield a row a department, and one for the hospital, which has no level."""
    for code in (*plan.units, plan.code):
        drawn = _tasks("good" if code == plan.code else year.kind_of(code), rng)
        drawn.pop("tasks.high")
        level = "" if code == plan.code else year.levels.get(code, "tốt")
        yield {"unit": code, **drawn, "internal": level}


def _scores(
    staff: Staff, year: YearEnd, kinds: dict[str, Kind], rng: random.Random
) -> Iterator[Told]:
    """Yield the score of every quarter somebody was there for, at least in part."""
    drawn = {
        (code, quarter): _score(kind, rng)
        for code, kind in kinds.items()
        for quarter in QUARTERS
    }
    for code in kinds:
        for quarter in _there(staff, code):
            own = drawn[code, quarter]
            told = year.scored.get((code, quarter), own)
            if told is not None:
                yield {"person": code, "period": quarter, **told}


def _score(kind: Kind, rng: random.Random) -> Told:
    common, result = HALVES[kind]
    return {
        "common": _halves(rng.randint(*common)),
        "result": _halves(rng.randint(*result)),
    }


def _halves(count: int) -> str:
    return f"{count // 2}{',5' if count % 2 else ''}"


def _there(staff: Staff, code: str) -> Sequence[str]:
    """Return the quarters in which somebody was there on a day they were not away."""
    year = staff.plan.year
    last = {one.unit: one.code for one in staff.people}
    came = {last[unit]: on for unit, on in staff.plan.recruits.items()}
    start = came.get(code, dt.date(year, 1, 1))
    away = [
        tuple(dt.datetime.strptime(one, "%d/%m/%Y").date() for one in days)  # noqa: DTZ007
        for who, _, *days in staff.leaves()
        if who == code
    ]
    return [
        name
        for nth, name in enumerate(QUARTERS)
        if (end := _end(year, nth)) >= start
        and not any(
            first <= dt.date(year, 3 * nth + 1, 1) and end <= to for first, to in away
        )
    ]


def _end(year: int, nth: int) -> dt.date:
    following = dt.date(year + nth // 3, (3 * nth + 3) % 12 + 1, 1)
    return following - dt.timedelta(days=1)
