"""How long does it take to classify people, condition by condition?

``python benchmarks/classification.py``: a thousand people of one hospital under NĐ 90
with NĐ 48, beside a function that only answers the level, written for those rules in
whole numbers. Both must agree on everybody before their time counts.
"""

import datetime as dt
import random
import statistics
import time

from danvan_eval import Choices, Level, Period, Person, Subject, Unit, Year
from danvan_eval.classifying import classify_hospital, installed
from danvan_eval.decisions.choices import QuotaChoices
from danvan_eval.decisions.facts import Conduct, Tasks
from danvan_eval.decisions.worked import Work

PEOPLE, ROUNDS = 1_000, 9
YEAR = Period.year(2025)
WELL, MEETS = Conduct(*["well"] * 4), Conduct(*["meets"] * 4)


def people() -> list[Person]:
    """Return made-up people, all facts known, no post, no discipline."""
    rng = random.Random(2025)  # noqa: S311
    found = []
    for nth in range(PEOPLE):
        assigned = rng.randint(5, 30)
        good = max(0, assigned - rng.choice((0, 0, 0, 0, 1, 2, 5)))
        exceeded = rng.randint(0, good)
        tasks = Tasks(
            assigned, assigned, good, rng.choice((good, assigned // 2)), exceeded
        )
        subject = Subject("person", f"N{nth:04}", unit="K1", traits={"vien-chuc"})
        conduct = rng.choice((WELL, WELL, MEETS))
        work = Work(YEAR, (YEAR,))
        found.append(
            Person(
                subject,
                "staff",
                work=work,
                tasks=tasks,
                conduct=conduct,
                disciplines=(),
                conclusions=(),
            )
        )
    return found


def plain(one: Person) -> str:
    """Return the level before quotas, or that people decide; no reason."""
    tasks, bad = one.tasks, one.tasks.assigned - one.tasks.good
    if 2 * bad > tasks.assigned:
        return "khtnv"
    if not bad:
        best = tasks.high == tasks.assigned and 2 * tasks.exceeded >= tasks.assigned
        return "htxs" if best and one.conduct == WELL else "htt"
    return "htnv" if 5 * bad <= tasks.assigned else "people"


def main() -> None:
    """Print the medians."""
    listed = people()
    quota = QuotaChoices("A", "none")
    choices = Choices(readings={"result_criteria": "tasks"}, quota=quota)
    hospital = Unit(Subject("hospital", "BV"))
    year = Year(2025, dt.date(2025, 12, 5), choices, hospital, (), tuple(listed))
    installed()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        made = classify_hospital(year)
        ours.append(time.perf_counter() - start)
        start = time.perf_counter()
        levels = {one.subject.code: plain(one) for one in listed}
        theirs.append(time.perf_counter() - start)
    for one in made.people:
        step = next(step for step in one.steps if step.stage == "conditions")
        told = step.possible[0].value if len(step.possible) == 1 else "people"
        if told != levels[one.subject.code]:
            raise SystemExit(f"{one.subject.code}: {told}, {levels[one.subject.code]}")
    best = sum(level == Level.HTXS.value for level in levels.values())
    print(f"{PEOPLE} people, {best} qualify for HTXS; both agree on everybody")
    for name, times in (
        ("explained, with quotas", ours),
        ("plain, level only", theirs),
    ):
        low, high = min(times) * 1000, max(times) * 1000
        print(
            f"{name}: {statistics.median(times) * 1000:.1f} ms ({low:.1f}–{high:.1f})"
        )


if __name__ == "__main__":
    main()
