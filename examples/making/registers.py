"""What do the registers of events of a made-up hospital hold?"""

import datetime as dt
import random
from collections.abc import Iterator, Sequence

from danvan_eval.tables.reading import Column
from danvan_eval.tables.writing import Sheet
from danvan_eval.terms import TRAITS
from danvan_eval.workspace import attendance, incidents, models, petitions
from danvan_eval.workspace import staff as people
from danvan_eval.workspace import units as departments

from .plan import BLOCKS, EMPLOYEE, Hospital, Row, day
from .staff import Staff, lacking


def tables(
    plan: Hospital, staff: Staff, rng: random.Random
) -> Iterator[tuple[str, Sheet]]:
    """Yield every list and register of events, by file name."""
    yield "don-vi.csv", _table(departments.COLUMNS, _units(plan))
    yield "nhan-su.csv", _table(people.COLUMNS, staff.rows())
    yield "nghi-dai-ngay.csv", _table(people.LEAVE_COLUMNS, list(staff.leaves()))
    for register, rows in (
        (attendance, list(_studied(plan, staff, rng))),
        (petitions, list(_petitions(plan, rng))),
        (incidents, list(_incidents(plan, staff))),
        (models, list(_models(plan, staff))),
    ):
        more = plan.extra.get(register.FILE, ())
        sheet = _table(register.COLUMNS, [*rows, *more])
        yield f"so-theo-doi/{register.FILE}.csv", sheet


def _table(columns: Sequence[Column], rows: Sequence[Row]) -> Sheet:
    return Sheet([column.headers[0] for column in columns], rows)


def _units(plan: Hospital) -> list[Row]:
    return [
        (
            code,
            unit.name,
            BLOCKS[unit.block],
            "; ".join(TRAITS[one].vi for one in sorted(unit.traits or (unit.block,))),
        )
        for code, unit in plan.units.items()
    ]


def _studied(plan: Hospital, staff: Staff, rng: random.Random) -> Iterator[Row]:
    """Yield who studied: one session a department, public employees only.

    Of those lacking the first came to no session, the others studied one document.
    """
    if not plan.documents:
        return
    last = {one.unit: one.code for one in staff.people}
    late = {last[unit] for unit in plan.unschooled}
    for unit in plan.units:
        held = day(plan.session + dt.timedelta(days=rng.randrange(80)))
        absent = lacking(staff, unit, "documents")
        for one in staff.of(unit):
            if one.terms != EMPLOYEE or one.code in late:
                continue
            if one.code not in absent:
                yield (one.code, plan.documents, held)
            elif one.code != absent[0]:
                yield (one.code, "ct-33", held)


def _petitions(plan: Hospital, rng: random.Random) -> Iterator[Row]:
    """Yield the cases that fell due, numbered through."""
    nth = 0
    first = dt.date(plan.year, 1, 8)
    for code, unit in plan.units.items():
        for kind, (due, on_time) in unit.petitions.items():
            for one in range(due):
                nth += 1
                came = first + dt.timedelta(days=rng.randrange(270))
                limit = came + dt.timedelta(days=30)
                late = dt.timedelta(days=6 if one >= on_time else -rng.randrange(15))
                days = (day(came), day(limit), day(limit + late))
                yield (f"DT-{nth:03}", code, petitions.KINDS[kind].vi, *days, "")


def _incidents(plan: Hospital, staff: Staff) -> Iterator[Row]:
    for nth, one in enumerate(plan.incidents, 1):
        unit = one.of or one.unit
        person = "" if one.who is None else staff.at(unit, one.who).code
        kind, state = incidents.KINDS[one.kind].vi, incidents.STATES[one.state].vi
        yield (f"VV-{nth:02}", person, one.unit, one.on, kind, state, one.concluded)


def _models(plan: Hospital, staff: Staff) -> Iterator[Row]:
    papers = ("ĐK {0}/{1}", "{0}/KH", "từ 01/{1} (BB {0})", "BC {0}/{1}", "{0}/QĐ")
    for nth, one in enumerate(plan.models, 1):
        first = one.units.partition(";")[0]
        whose = "; ".join(staff.at(first, place).code for place in one.who)
        on = day(dt.date(plan.year, 9, 2) + dt.timedelta(days=nth))
        stage = models.STAGES["nhan-rong" if one.places else "cong-nhan"].vi
        told = (paper.format(nth, plan.year) for paper in papers)
        about = (f"MH-{nth:02}", one.title, one.units, whose, "xã hội")
        yield (*about, *told, on, stage, one.places)
