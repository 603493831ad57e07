"""What holds of every folder, whatever its rows."""

import datetime as dt
import random
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.cells import Cell
from danvan_eval.errors import Place, fault
from danvan_eval.evidence import Missing, OneOf, Unreadable
from danvan_eval.periods import Period
from danvan_eval.runs import inputs_fingerprint
from danvan_eval.tables.reading import Row
from danvan_eval.workspace import incidents, models, petitions
from danvan_eval.workspace.fields import Fields
from danvan_eval.workspace.folding import Broken
from danvan_eval.workspace.service import service_days
from danvan_eval.workspace.staff import LEAVES, NOT_SERVICE, Leave, Stint

YEAR = Period.year(2024)
UNITS = ("K1", "K2")
PEOPLE = ("A", "B")
PLACE = Place("so.csv", line=2)
BROKEN = fault("DV-E101", PLACE, seen="?")

days = st.dates(dt.date(2023, 11, 1), dt.date(2025, 2, 28))


@st.composite
def incident_registers(draw):
    """Rows of a few cases; the rows of a case agree on where and when it happened."""
    rows = []
    for case in range(draw(st.integers(0, 4))):
        unit = draw(st.sampled_from(["K1", *UNITS]))
        day = draw(st.just(dt.date(2024, 5, 2)) | days)
        kind = draw(st.sampled_from(["thai-do", *sorted(incidents.KINDS)]))
        about = st.lists(st.sampled_from(["", *PEOPLE]), min_size=1, max_size=3)
        for person in draw(about):
            state = draw(st.sampled_from(STATES))
            one = incidents.Incident(
                str(case), unit, person, day, kind, state, None, PLACE
            )
            rows.append(one)
    return list({(one.id, one.person): one for one in rows}.values())


@st.composite
def petition_registers(draw):
    """Rows of several cases, some of them entered twice."""
    cases = draw(st.lists(st.integers(1, 9), max_size=8, unique=True))
    rows = []
    for case in cases:
        due = draw(days)
        settled = draw(st.none() | st.just(due) | days)
        unit, kind = draw(st.sampled_from(UNITS)), draw(st.sampled_from(KINDS))
        passed = draw(st.none() | st.just(due))
        came = due - dt.timedelta(days=30)
        one = petitions.Petition(
            str(case), unit, kind, came, due, settled, passed, PLACE
        )
        rows += [one] * draw(st.integers(1, 2))
    return rows


KINDS = sorted(petitions.KINDS)
STATES = [*sorted(incidents.PENDING) * 3, *sorted(incidents.STATES)]
"""How a case may stand; open ones more often."""


def two_orders(rows):
    """Some rows as they stand, and in another order."""
    return st.tuples(st.just(rows), st.permutations(rows))


def reached(value):
    return set(value.options) if isinstance(value, OneOf) else {value}


def fold_incidents(rows):
    """Return what the incidents come to, by criterion and code; remarks apart."""
    remarks, *found = incidents.fold(rows, UNITS, PEOPLE, YEAR, incidents.CRITERIA)
    told = {
        (one.criterion, code): seen["substantiated"]
        for one in found
        for code, seen in {**one.units, **one.people, "BV": one.hospital}.items()
    }
    return told, remarks


@given(rows=incident_registers())
def test_a_pending_count_is_exactly_the_ways_it_may_end(rows):
    open_ = [at for at, one in enumerate(rows) if one.state in incidents.PENDING]
    said, _ = fold_incidents(rows)
    reachable = {one: set() for one in said}
    for ends in product(("dung", "sai"), repeat=len(open_)):
        settled = list(rows)
        for at, state in zip(open_, ends, strict=True):
            settled[at] = attrs.evolve(rows[at], state=state)
        ended, _ = fold_incidents(settled)
        for one, number in ended.items():
            reachable[one].add(number)

    assert reachable == {one: reached(number) for one, number in said.items()}


@given(orders=incident_registers().flatmap(two_orders))
def test_the_order_of_incidents_decides_nothing(orders):
    rows, shuffled = orders

    assert fold_incidents(shuffled) == fold_incidents(rows)


@given(rows=incident_registers())
def test_an_incident_entered_twice_counts_once(rows):
    assert fold_incidents([*rows, *rows])[0] == fold_incidents(rows)[0]


@given(rows=incident_registers())
def test_an_incident_counts_for_one_criterion_and_once_for_the_hospital(rows):
    ended = [attrs.evolve(one, state="dung") for one in rows]
    said, _ = fold_incidents(ended)
    whole = {one: number for one, number in said.items() if one[1] == "BV"}
    units = [number for one, number in said.items() if one[1] in UNITS]
    cases = {one.id for one in ended if one.day in YEAR}

    assert sum(whole.values()) == sum(units) == len(cases)


@given(orders=petition_registers().flatmap(two_orders))
def test_the_order_of_petitions_decides_nothing(orders):
    rows, shuffled = orders

    assert petitions.fold(shuffled, UNITS, YEAR) == petitions.fold(rows, UNITS, YEAR)


@given(rows=petition_registers())
def test_no_case_is_on_time_that_was_not_due_and_each_counts_once(rows):
    seen = petitions.fold(rows, UNITS, YEAR).units.values()
    due = sum(one[f"{kind}_due"] for one in seen for kind in KINDS)
    noted = len(petitions.fold(rows, UNITS, YEAR).excluded)
    repeated = len(rows) - len({one.id for one in rows})

    assert all(
        one[f"{kind}_on_time"] <= one[f"{kind}_due"] for one in seen for kind in KINDS
    )
    assert due + noted - repeated == len({one.id for one in rows})


@given(rows=petition_registers(), kind=st.sampled_from(["", *KINDS]))
def test_a_row_that_cannot_be_read_spoils_its_own_count_and_no_other(rows, kind):
    broken = Broken(BROKEN, units=frozenset(["K1"]), about=kind)
    before = petitions.fold(rows, UNITS, YEAR).units
    after = petitions.fold([*rows, broken], UNITS, YEAR).units
    spoilt = {
        f"{one}_{what}"
        for one in KINDS
        for what in ("due", "on_time")
        if kind in (one, "")
    }

    assert after["K2"] == before["K2"]
    assert {
        name: value for name, value in after["K1"].items() if name not in spoilt
    } == {name: value for name, value in before["K1"].items() if name not in spoilt}
    assert all(after["K1"][name] == Unreadable(BROKEN) for name in spoilt)


@given(
    spans=st.lists(st.tuples(days, days, st.sampled_from(sorted(LEAVES))), max_size=4),
    start=days,
)
def test_service_lies_in_the_period_and_only_some_leave_takes_from_it(spans, start):
    stint = Stint("K1", "vien-chuc", False, Period(start, dt.date.max), PLACE)
    leaves = [
        Leave("A", kind, Period(min(one, two), max(one, two)))
        for one, two, kind in spans
    ]
    lost = [one for one in leaves if one.kind in NOT_SERVICE]
    served = service_days([stint], leaves, YEAR)
    absent = {
        day
        for one in lost
        for day in range(one.period.start.toordinal(), one.period.end.toordinal() + 1)
    }
    at_work = range(
        max(start, YEAR.start).toordinal(), max(YEAR.end.toordinal() + 1, 0)
    )

    assert served == len([day for day in at_work if day not in absent])
    assert service_days([stint], lost, YEAR) == served


@given(text=st.text(max_size=12))
def test_no_text_of_a_cell_ever_ticks_or_counts_by_accident(text):
    row = Row(2, ("x",), (Cell(text, place=PLACE),))
    fields = Fields(row)
    ticked, counted = fields.ticked("x"), Fields(row).count("x")

    assert ticked in (True, False)
    assert counted is None or any(sign.isdigit() for sign in text)


@given(places=st.none() | st.integers(0, 3), stage=st.sampled_from(list(models.STAGES)))
def test_a_model_of_several_counts_once_for_each(places, stage):
    one = models.Model(
        "M1", frozenset(UNITS), frozenset("A"), (), YEAR.start, stage, places, PLACE
    )
    seen = models.fold([one, one], (*UNITS, "K3"), PEOPLE, YEAR)
    spread = int(stage == "nhan-rong" and bool(places))

    assert seen.units["K1"] == seen.units["K2"] == seen.people["A"]
    assert seen.units["K1"] == {"recognised": 1, "replicated": spread}
    assert seen.units["K3"] == seen.people["B"] == {"recognised": 0, "replicated": 0}


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_rows_of_any_file_decides_nothing(read, small, seed):
    rng = random.Random(seed)  # noqa: S311
    before = read(small)
    shuffled = {
        name: table
        if isinstance(table, str)
        else [table[0], *rng.sample(table[1:], len(table) - 1)]
        for name, table in small.items()
    }
    after = read(shuffled)

    assert after.units == before.units
    assert after.people == before.people
    assert inputs_fingerprint(after.units) == inputs_fingerprint(before.units)
    assert [(one.code, one.data) for one in after.excluded] != []
    assert {(one.code, one.data) for one in after.excluded} == {
        (one.code, one.data) for one in before.excluded
    }


REGISTERS = {
    "hoc-tap": ("C01", ("studied_all", "documents")),
    "don-thu": ("C07", ("complaint_due", "feedback_on_time")),
    "vu-viec": ("C12", ("substantiated",)),
    "mo-hinh": ("C14", ("recognised", "replicated")),
}


def absent(workspace):
    return [str(one.place) for one in workspace.faults if one.code == "DV-S216"]


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_that_is_not_there_is_never_zero(read, small, name):
    del small[f"so-theo-doi/{name}.csv"]
    workspace = read(small)
    criterion, names = REGISTERS[name]

    for one in (*workspace.units, *workspace.people):
        seen = one.seen(f"danvan/{criterion}")

        assert all(isinstance(seen.get(each, Missing()), Missing) for each in names)
    assert absent(workspace).count(f"so-theo-doi/{name}.csv") == 1


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_without_rows_says_that_nothing_happened(read, small, ask, name):
    small[f"so-theo-doi/{name}.csv"] = small[f"so-theo-doi/{name}.csv"][:1]
    workspace = read(small)
    criterion, names = REGISTERS[name]
    seen = ask.dossier(workspace, "P1").seen(f"danvan/{criterion}")

    assert all(seen[each] == 0 for each in names if each != "documents")
    assert f"so-theo-doi/{name}.csv" not in absent(workspace)


def test_everybody_in_scope_is_counted_in_one_department(read, small):
    workspace = read(small)
    scope = [one.seen("danvan/C01")["in_scope"] for one in workspace.units]

    assert scope == [2, 1, 1]
    assert sum(scope) == sum(
        "vien-chuc" in one.subject.traits for one in workspace.people
    )
