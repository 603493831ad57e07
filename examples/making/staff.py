"""Who works in a made-up hospital, where, from when to when?"""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from danvan_eval.terms import TRAITS

from .plan import EMPLOYEE, WORKER, Hospital, Row, day

EVE: Final = dt.timedelta(days=1)


@attrs.frozen
class Worker:
    """Somebody made up, known by a code only.

    *unit* is the department they begin in, *now* that of the last day, empty for who
    has left.
    """

    code: str
    unit: str
    terms: str
    head: bool = False
    now: str = ""
    now_head: bool = False


@attrs.frozen
class Staff:
    """All people of a hospital, department by department, each head first."""

    plan: Hospital
    people: tuple[Worker, ...]

    @classmethod
    def hired(cls, plan: Hospital, rng: random.Random) -> "Staff":
        """Hire them: sizes and terms come from the seed."""
        found: list[Worker] = []
        for code, unit in plan.units.items():
            size = rng.randint(
                *(unit.size if any(unit.size) else plan.sizes[unit.block])
            )
            for nth in range(size):
                employed = unit.employed == 1 or _drawn(rng, nth) < unit.employed
                terms = EMPLOYEE if employed else WORKER
                found.append(Worker(f"NV{len(found) + 1:04}", code, terms, nth == 0))
        return cls(plan, tuple(found)).after_the_year()

    def after_the_year(self) -> "Staff":
        """Return the same people with where they are on the last day."""
        moved = {self.at(one.old, one.place).code: one for one in self.plan.moves}
        gone = {self.at(*where).code for where in self.plan.left}
        raised = {self.at(unit, 1).code for unit in self.plan.promoted}
        people = []
        for one in self.people:
            move = moved.get(one.code)
            now = "" if one.code in gone else move.new if move else one.unit
            head = one.head or one.code in raised
            people.append(attrs.evolve(one, now=now, now_head=head))
        return attrs.evolve(self, people=tuple(people))

    def at(self, unit: str, place: int) -> Worker:
        """Return who stands at a place of the department's list of the first day."""
        return [one for one in self.people if one.unit == unit][place]

    def of(self, unit: str) -> list[Worker]:
        """Return the department of the last day, the head first."""
        there = [one for one in self.people if one.now == unit]
        return sorted(there, key=lambda one: not one.now_head)

    def rank_and_file(self, unit: str) -> list[Worker]:
        """Return the department of the last day without its head, employees first."""
        others = [one for one in self.of(unit) if not one.now_head]
        return sorted(others, key=lambda one: one.terms != EMPLOYEE)

    def employees(self, unit: str) -> int:
        """Return how many public employees the department has on the last day."""
        return sum(one.terms == EMPLOYEE for one in self.of(unit))

    def rows(self) -> list[Row]:
        """Return the staff list: two rows for who moved or rose, dates for the rest."""
        last = {one.unit: one.code for one in self.people}
        came = {last[unit]: on for unit, on in self.plan.recruits.items()}
        went = {self.at(*where).code: on for where, on in self.plan.left.items()}
        turned = {self.at(one.old, one.place).code: one.on for one in self.plan.moves}
        turned |= {self.at(unit, 1).code: on for unit, on in self.plan.promoted.items()}
        rows: list[Row] = []
        for one in self.people:
            if one.code in turned:
                on = turned[one.code]
                rows.append(_row(one, one.unit, "", day(on - EVE), head=one.head))
                rows.append(_row(one, one.now, day(on), "", head=one.now_head))
            else:
                start, end = came.get(one.code), went.get(one.code)
                days = (day(start) if start else "", day(end) if end else "")
                rows.append(_row(one, one.unit, *days, head=one.head))
            if one.unit in self.plan.twice and one.code == last[one.unit]:
                rows.append(rows[-1])
        return rows

    def leaves(self) -> Iterator[Row]:
        """Yield the long leaves, each of the second in the department's list."""
        for unit, *told in self.plan.leaves:
            yield (self.at(unit, 1).code, *told)

    def students(self) -> frozenset[str]:
        """Return who was away to study."""
        return frozenset(row[0] for row in self.leaves() if row[1] == "đi học")


def _drawn(rng: random.Random, nth: int) -> float:
    """Draw for everybody but the head, who is taken to be a public employee."""
    return rng.random() if nth else 0.0


def _row(one: Worker, unit: str, start: str, end: str, *, head: bool) -> Row:
    ticked = "x" if head else ""
    return (one.code, "", unit, TRAITS[one.terms].vi, ticked, start, end)


def lacking(staff: Staff, unit: str, figure: str) -> Sequence[str]:
    """Return whose answer is no: the first of the rank and file, always the same."""
    count = staff.plan.units[unit].lacking.get(figure, 0)
    return [one.code for one in staff.rank_and_file(unit)[:count]]
