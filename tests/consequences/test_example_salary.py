"""What the example hospitals show of salary steps and posts, each by its code."""

import datetime as dt
import importlib
import random
from pathlib import Path

import pytest

from danvan_eval.consequences.appointment import propose_appointment
from danvan_eval.consequences.early_step import Adopted, early_steps
from danvan_eval.consequences.salary import propose_step
from danvan_eval.decisions.facts import Record
from danvan_eval.decisions.levels import Level
from danvan_eval.subjects import Subject
from danvan_eval.tables.writing import make_folder, write_table
from danvan_eval.workspace.fields import Codes
from danvan_eval.workspace.files import Files
from danvan_eval.workspace.following.appointment import read_candidacies
from danvan_eval.workspace.following.past_discipline import read_past_discipline
from danvan_eval.workspace.following.salary import read_pay
from danvan_eval.workspace.yearly.columns import LEVEL_WORDS
from danvan_eval.workspace.yearly.register import Reading
from helpers.paying import day, failing, flags, laws, standing

EXAMPLES = Path(__file__).parents[2] / "examples"
MADE = {2024: "mau", 2025: "nhi", 2026: "nhi_2026"}
ON = {
    2024: dt.date(2024, 12, 6),
    2025: dt.date(2025, 12, 5),
    2026: dt.date(2026, 12, 10),
}
WORDS = {word: Level(id_) for id_, text in LEVEL_WORDS.items() for word in (text.vi,)}
ORDER = Adopted(
    "Điều 7 (hư cấu)",
    ("Huân chương Lao động", "Chiến sĩ thi đua cấp tỉnh", "Chiến sĩ thi đua cơ sở"),
)


def decided(year):
    """Return the levels that the year's register has, by code."""
    found = {}
    records = importlib.import_module(f"making.{MADE[year]}_year").YEAR.records
    for code, of, level, number, on, _, replaces in records:
        one = Record(code, int(of), WORDS[level], number, day(on), "director", replaces)
        found[code] = (*found.get(code, ()), one)
    return found


@pytest.fixture
def hospital(tmp_path, monkeypatch):
    """Write the tables of a year and read them: everybody's pay, and candidacies."""
    monkeypatch.syspath_prepend(str(EXAMPLES))

    def reads(year):
        plan = importlib.import_module(f"making.{MADE[year]}").HOSPITAL
        hired = importlib.import_module("making.staff").Staff.hired
        staff = hired(plan, random.Random(plan.seed))  # noqa: S311
        module = importlib.import_module("making.following_salary")
        make_folder(tmp_path / "de-xuat")
        for name, sheet in module.tables(plan, staff):
            write_table(tmp_path / name, sheet)
        people = [
            Subject("person", one.code, unit=one.now, traits={one.terms})
            for one in staff.people
            if one.now
        ]
        named = frozenset(one.code for one in people)
        reading = Reading(Files(tmp_path), Codes(frozenset(plan.units), named))
        past = read_past_discipline(reading, year)
        pays = read_pay(reading, people, year, past, decided(year))
        posts = read_candidacies(reading, people, year, past)
        assert [] == reading.files.faults
        assert [] == reading.notes
        return pays, posts

    return reads


def steps(pays, year):
    """Return everybody's regular step, by code."""
    return {code: propose_step(laws(), one, on=ON[year]) for code, one in pays.items()}


def appointments(posts, year):
    """Return every appointment, by code."""
    return {
        one.subject.code: propose_appointment(laws(), one, on=ON[year]) for one in posts
    }


def test_benh_vien_mau_shows_every_kind_of_prolongation(hospital):
    found = steps(hospital(2024)[0], 2024)

    expected = {
        "NV0202": ("proposed", 3),
        "NV0604": ("proposed", 9),
        "NV0823": ("proposed", 3),
        "NV0326": ("proposed", 0),
        "NV0564": ("not_met", 3),
        "NV0639": ("not_enough_data", None),
        "NV0437": ("not_enough_data", None),
        "NV0050": ("proposed", None),
        "NV0096": ("not_enough_data", 0),
        "NV0859": ("proposed", 0),
        "NV0004": ("needs_human_confirmation", 0),
        "NV0047": ("not_met", 0),
        "NV0159": ("proposed", 0),
        "NV0158": ("proposed", 0),
    }
    seen = {
        code: (standing(found[code]), found[code].prolongation.months)
        for code in expected
    }
    assert expected == seen


def test_benh_vien_mau_asks_for_what_is_missing(hospital):
    found = steps(hospital(2024)[0], 2024)

    expected = {
        "NV0639": ("penalties.form",),
        "NV0437": ("records",),
        "NV0096": ("reading.sick_over",),
        "NV0051": ("grade",),
        "NV0127": ("began",),
        "NV0050": (),
    }
    assert expected == {code: found[code].missing for code in expected}
    assert "AFTER_FULL" in flags(found["NV0050"])
    assert "tt03-d1-k5-e" in [one.clause for one in found["NV0564"].prolongation.lines]


def test_most_steps_of_benh_vien_mau_are_known(hospital):
    found = steps(hospital(2024)[0], 2024).values()

    count = sum(one.standing.value == "not_enough_data" for one in found)

    assert 0 < count < 10
    assert {"proposed", "not_met", "not_considered"} < {standing(one) for one in found}


def test_the_early_steps_of_benh_vien_mau_show_every_outcome(hospital):
    pays = hospital(2024)[0]
    named = [one for one in pays.values() if one.achievements]

    found = early_steps(laws(), 912, named, year=2024, adopted=ORDER)
    few = early_steps(laws(), 25, named, year=2024, adopted=ORDER)

    assert (91, 2) == (found.slots, found.remainder)
    own = {one.subject.code: one for one in found.proposals}
    assert ("proposed", "proposed") == (
        standing(own["NV0126"]),
        standing(own["NV0156"]),
    )
    assert ["tt03-hai-lan"] == failing(own["NV0157"])
    assert ["tt08-d2-k2"] == failing(own["NV0188"])
    assert "tt08-d3-k1-a" in failing(own["NV0190"])
    assert "NV0156" in few.inside


def test_the_posts_of_benh_vien_mau_show_every_bar(hospital):
    found = appointments(hospital(2024)[1], 2024)

    expected = {
        "NV0002": ("proposed", []),
        "NV0437": ("not_considered", ["bar-12"]),
        "NV0120": ("proposed", []),
        "NV0202": ("proposed", []),
        "NV0403": ("not_considered", ["bar-24"]),
        "NV0639": ("not_enough_data", []),
        "NV0305": ("not_considered", ["handled"]),
        "NV0047": ("not_enough_data", []),
        "NV0156": ("proposed", []),
        "NV0157": ("not_met", ["in-post"]),
        "NV0314": ("not_met", ["healthy"]),
        "NV0564": ("proposed", []),
    }
    assert expected == {
        code: (standing(one), failing(one)) for code, one in found.items()
    }
    assert ["PARTY_DISCIPLINE"] == flags(found["NV0564"])


def test_benh_vien_nhi_mau_2025(hospital):
    pays, posts = hospital(2025)
    found = steps(pays, 2025)

    expected = {
        "NV0128": ("not_met", 9),
        "NV0256": ("proposed", 6),
        "NV0021": ("not_enough_data", None),
        "NV0213": ("not_met", 0),
        "NV0212": ("not_enough_data", 0),
    }
    seen = {
        code: (standing(found[code]), found[code].prolongation.months)
        for code in expected
    }
    assert expected == seen
    assert "LAW_NOT_CONFIRMED" in flags(found["NV0213"])
    told = {
        "NV0239": "proposed",
        "NV0128": "not_considered",
        "NV0090": "not_considered",
        "NV0211": "proposed",
        "NV0240": "not_enough_data",
        "NV0005": "not_enough_data",
        "NV0037": "not_considered",
    }
    proposed = appointments(posts, 2025)
    assert told == {code: standing(one) for code, one in proposed.items()}


def test_in_2026_nothing_is_proposed_without_a_person(hospital):
    pays, posts = hospital(2026)
    named = [one for one in pays.values() if one.achievements]

    found = [
        *steps(pays, 2026).values(),
        *appointments(posts, 2026).values(),
        *early_steps(laws(), 308, named, year=2026).proposals,
    ]

    assert {"needs_human_confirmation"} == {standing(one) for one in found}
