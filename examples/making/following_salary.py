"""Whose salary step is due in a made-up hospital, and who is considered for a post?

What is not told of somebody comes from a generator of its own, so that no other table
changes. People are named by their codes: the seed gives everybody always the same one.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from danvan_eval.tables.writing import Sheet
from danvan_eval.workspace.following import appointment, past_discipline, salary

from .following_salary_told import STORIES, Story
from .plan import EMPLOYEE, Hospital, Row
from .staff import Staff
from .year import NO, YES, Told, sheet_of

COLUMNS: Final = {
    **salary.COLUMNS,
    **past_discipline.COLUMNS,
    **appointment.COLUMNS,
}
GRADES: Final = {"cao đẳng trở lên": 36, "trung cấp trở xuống": 24}
COLLEGE: Final = 0.75
LAST: Final = 0.05
EARLY: Final = 0.06
MERITED: Final = 0.08
LEAVES: Final = {"đi học": "đi học được cử"}
TITLE: Final = "Chiến sĩ thi đua cơ sở"


def tables(plan: Hospital, staff: Staff) -> Iterator[tuple[str, Sheet]]:
    """Yield the tables of salary steps and appointments, by file name."""
    rng = random.Random(f"{plan.seed} luong")  # noqa: S311
    story = STORIES[plan.folder]
    there = [one.code for one in staff.people if one.now and one.terms == EMPLOYEE]
    steps = [_step(code, plan.year, story, rng) for code in sorted(there)]
    yield f"{salary.STEPS}.csv", sheet_of(COLUMNS[salary.STEPS], steps)
    for name, rows in (
        (salary.AWAY, [*_leaves(staff), *story.away]),
        (salary.MERITS, [*story.merits, *_merits(plan.year, there, story, rng)]),
        (salary.CAUSES, story.causes),
        (past_discipline.PAST, story.past),
    ):
        yield f"{name}.csv", Sheet(_heads(name), rows)
    posts = [_post(code, told) for code, told in story.posts]
    columns = COLUMNS[appointment.POSTS]
    yield f"{appointment.POSTS}.csv", sheet_of(columns, posts)


def _heads(name: str) -> list[str]:
    return [column.headers[0] for column in COLUMNS[name]]


def _step(code: str, year: int, story: Story, rng: random.Random) -> Told:
    """Return somebody's row; the step began at most as long ago as it lasts."""
    grade = list(GRADES)[rng.random() >= COLLEGE]
    months = 12 * year + 11 - rng.randrange(GRADES[grade])
    drawn = {
        "person": code,
        "grade": grade,
        "began": f"01/{months % 12 + 1:02}/{months // 12}",
        "last_step": YES if rng.random() < LAST else NO,
        "early_before": YES if rng.random() < EARLY else NO,
    }
    told = {**drawn, **story.steps.get(code, {})}
    began = told["began"]
    first = int(began[-4:]) if began else year
    years = "; ".join(str(one) for one in range(first, year))
    return {"fulfilled": years, **told}


def _leaves(staff: Staff) -> Iterator[Row]:
    """Yield the long leaves of the year: a salary step asks for all it has seen."""
    for code, kind, first, last in staff.leaves():
        yield (code, LEAVES.get(kind, kind), first, last)


def _merits(
    year: int, there: Sequence[str], story: Story, rng: random.Random
) -> Iterator[Row]:
    told = {row[0] for row in story.merits}
    for nth, code in enumerate(there, 1):
        if rng.random() < MERITED and code not in told:
            number = f"{300 + nth}/QĐ"
            yield (code, TITLE, number, f"{20 + nth % 9}/12/{year - 1}")


def _post(code: str, told: Told) -> Told:
    """Return a candidacy that fulfils everything, but for what is told."""
    fulfilled: Mapping[str, str] = {
        "higher": YES,
        "first": NO,
        "since": "01/07/2020",
        **dict.fromkeys(("standards", "planned", "declared"), YES),
        **dict.fromkeys(("full_term", "healthy"), YES),
        **dict.fromkeys(("serving", "handled", "prosecuted", "corrupt"), NO),
    }
    return {"person": code, "post": "phó trưởng khoa", **fulfilled, **told}
