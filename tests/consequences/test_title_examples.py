"""What the example hospitals show of titles, each situation by its code.

Levels are given here; in the hospitals they come from their classification.
"""

import datetime as dt
import importlib
import random
from functools import cache
from pathlib import Path

import pytest

from danvan_eval.consequences.career import career_of
from danvan_eval.consequences.titles import propose_titles
from danvan_eval.decisions.facts import Discipline, Person
from danvan_eval.subjects import Subject
from danvan_eval.tables.writing import make_folder, write_table
from danvan_eval.workspace.fields import Codes
from danvan_eval.workspace.files import Files
from danvan_eval.workspace.following.titles import COLUMNS, read_titles
from danvan_eval.workspace.yearly.register import Reading
from helpers.titles import HTT, HTXS, laws, work

EXAMPLES = Path(__file__).parents[2] / "examples"
MADE = {2024: "mau", 2025: "nhi", 2026: "nhi_2026"}
CONTRACT = {"NV0023", "NV0027"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Write the tables of a year's hospital once, and read them without a fault."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(EXAMPLES))
        yield cache(lambda year: reads(year, tmp_path_factory.mktemp(str(year))))


def reads(year, folder):
    """Write the tables of a year's hospital and read them."""
    plan = importlib.import_module(f"making.{MADE[year]}").HOSPITAL
    staff_module = importlib.import_module("making.staff")
    staff = staff_module.Staff.hired(plan, random.Random(plan.seed))  # noqa: S311
    titles = importlib.import_module("making.following_titles")
    make_folder(folder / "de-xuat")
    for name, sheet in titles.tables(plan, staff):
        write_table(folder / name, sheet)
    people = frozenset(one.code for one in staff.people)
    known = Codes(frozenset({*plan.units, plan.code}), people)
    reading = Reading(Files(folder), known)
    found = read_titles(reading, year)
    assert [] == reading.files.faults
    assert [] == reading.notes
    return found


def proposals(read, year, code, level, disciplined=""):
    """Return what somebody of an example may be proposed for, by award."""
    traits = {"nguoi-lao-dong" if code in CONTRACT else "vien-chuc"}
    decisions = ()
    if disciplined:
        on = dt.date.fromisoformat(disciplined)
        decisions = (Discipline("HV", "administrative", on),)
    person = Person(
        Subject("person", code, traits=traits),
        "staff",
        work=work(year),
        disciplines=decisions,
    )
    career = career_of(person, year, (level,), read.people[code])
    found = propose_titles(laws(), career, received_on=dt.date(year, 12, 16))
    return {one.id: one for one in found}


@pytest.mark.parametrize("year", MADE)
def test_the_tables_read_without_a_fault_and_hold_everybody(made, year):
    read = made(year)

    asked = [one for one in read.people.values() if one.registered is not None]

    assert len(asked) > 0.9 * len(read.people)
    assert all(one.awards is not None for one in read.people.values())


@pytest.mark.parametrize(
    "case",
    [
        (2024, "NV0001", HTXS, "cstd-bo-tinh", "proposed", True),
        (2024, "NV0001", HTXS, "bang-khen-bo-tinh", "proposed", True),
        (2024, "NV0002", HTT, "cstd-bo-tinh", "not_enough_data", False),
        (2024, "NV0003", HTT, "cstd-bo-tinh", "not_met", False),
        (2024, "NV0003", HTT, "cstdcs", "not_met", False),
        (2024, "NV0004", HTXS, "cstd-toan-quoc", "proposed", True),
        (2024, "NV0007", HTT, "bang-khen-ttg", "not_enough_data", False),
        (2024, "NV0008", HTT, "cstdcs", "proposed", True),
        (2024, "NV0012", HTT, "ldtt", "proposed", True),
        (2024, "NV0013", HTT, "ldtt", "not_met", False),
        (2024, "NV0014", HTT, "ldtt", "not_enough_data", False),
        (2024, "NV0015", HTT, "ldtt", "proposed", False),
        (2024, "NV0016", HTT, "ldtt", "proposed", False),
        (2024, "NV0017", HTT, "ldtt", "not_enough_data", False),
        (2024, "NV0023", HTT, "ldtt", "not_considered", False),
        (2024, "NV0027", HTT, "ldtt", "not_enough_data", False),
        (2025, "NV0001", HTT, "cstdcs", "proposed", True),
        (2025, "NV0005", HTT, "cstd-bo-tinh", "proposed", True),
        (2025, "NV0008", HTT, "cstdcs", "not_met", False),
        (2025, "NV0024", HTT, "bang-khen-ttg", "not_met", False),
        (2025, "NV0044", HTXS, "bang-khen-bo-tinh", "proposed", True),
        (2025, "NV0048", HTXS, "cstd-toan-quoc", "proposed", True),
        (2026, "NV0008", HTXS, "cstdcs", "needs_human_confirmation", False),
        (2026, "NV0010", HTT, "ldtt", "needs_human_confirmation", False),
    ],
)
def test_what_somebody_shows(made, case):
    year, code, level, award, expected, ready = case

    found = proposals(made(year), year, code, level)[award]

    assert (expected, ready) == (found.standing.value, found.ready)


def test_one_initiative_cannot_serve_two_proposals(made):
    found = proposals(made(2024), 2024, "NV0002", HTT)["cstd-bo-tinh"]

    assert "Chiến sĩ thi đua cơ sở" in found.holds[0].says.vi


def test_a_discipline_in_effect_keeps_its_year_from_counting(made):
    found = proposals(made(2025), 2025, "NV0021", HTXS, "2025-02-17")

    assert "not_considered" == found["ldtt"].standing.value


def test_templates_name_every_column_once():
    for columns in COLUMNS.values():
        headers = [name for one in columns for name in one.headers]
        assert len(headers) == len(set(headers))
