"""What does the personal register of a made-up hospital say of everybody?"""

from collections.abc import Iterator
from typing import Final

from danvan_eval.tables.writing import Sheet
from danvan_eval.workspace import personal
from danvan_eval.workspace.asked import Asked

from .plan import Hospital, Unit
from .staff import Staff, lacking

ON_DUTY: Final = (2, 3)
"""The places in a department of the two who have its hotline shifts."""


def register(plan: Hospital, staff: Staff, asked: tuple[Asked, ...]) -> Sheet:
    """Return the register: one row for everybody on the staff on the last day."""
    columns = personal.columns(asked)
    names = [one.pair[0].rpartition("/")[2] + "." + one.pair[1] for one in asked]
    rows = [
        (code, *(told.get(name, "") for name in names))
        for code, told in _people(plan, staff)
    ]
    more = [
        (*one, *[""] * (len(columns) - len(one)))
        for one in plan.extra.get(personal.FILE, ())
    ]
    return Sheet([column.headers[0] for column in columns], [*rows, *more])


def _people(plan: Hospital, staff: Staff) -> Iterator[tuple[str, dict[str, str]]]:
    students = staff.students()
    for code, unit in plan.units.items():
        poor = {name: lacking(staff, code, name) for name in plan.columns}
        for nth, one in enumerate(staff.of(code)):
            told = {
                name: column.written(nth, one.terms, lacking=one.code in poor[name])
                for name, column in plan.columns.items()
            }
            told |= _shifts(plan, unit, nth)
            if one.now_head:
                told |= _head(plan, unit, len(staff.of(code)))
            if one.code in students:
                told["C35.contributed"] = "không áp dụng"
            yield one.code, told


def _head(plan: Hospital, unit: Unit, size: int) -> dict[str, str]:
    """Return what is asked of a head; a minus sign counts from the others."""
    told = {**plan.heads, **unit.head}
    return {
        name: str(size - 1 + int(value)) if value.startswith("-") else value
        for name, value in told.items()
    }


def _shifts(plan: Hospital, unit: Unit, nth: int) -> dict[str, str]:
    """Return the hotline shifts: half of the department's each, for two people."""
    told = {**plan.usual, **unit.figures}
    if "C09.shifts_assigned" not in told:
        return {}
    assigned, covered = (
        int(told[f"C09.shifts_{word}"] or 0) for word in ("assigned", "covered")
    )
    if nth not in ON_DUTY:
        return {"C09.own_shifts": "0", "C09.own_covered": "0", "C09.own_excused": "0"}
    missed = assigned - covered if nth == ON_DUTY[0] else 0
    return {
        "C09.own_shifts": str(assigned // 2),
        "C09.own_covered": str(assigned // 2 - missed),
        "C09.own_excused": "0",
    }
