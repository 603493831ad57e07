"""What is referred of the example hospitals, each situation by the number of its case."""

import importlib
import random
from pathlib import Path

import pytest

from danvan_eval.consequences.finding import Conduct
from danvan_eval.consequences.referral import NoGround, refer_all
from danvan_eval.loading.laws import load_laws
from danvan_eval.tables.writing import make_folder, write_table
from danvan_eval.workspace.fields import Codes
from danvan_eval.workspace.files import Files
from danvan_eval.workspace.following.referrals import read_referrals
from danvan_eval.workspace.yearly.register import Reading
from helpers.referring import NEW, OLD, classes, day

EXAMPLES = Path(__file__).parents[2] / "examples"
MADE = {2024: "mau", 2025: "nhi", 2026: "nhi_2026"}
RULES = Conduct("15/QĐ-BV", day("2023-12-01"))


@pytest.fixture
def referred(tmp_path, monkeypatch):
    """Write the findings of a year, read them, and return what is referred by case."""
    monkeypatch.syspath_prepend(str(EXAMPLES))

    def reads(year):
        plan = importlib.import_module(f"making.{MADE[year]}").HOSPITAL
        staff_module = importlib.import_module("making.staff")
        staff = staff_module.Staff.hired(plan, random.Random(plan.seed))  # noqa: S311
        making = importlib.import_module("making.following_referral")
        make_folder(tmp_path / "de-xuat")
        for name, sheet in making.tables(plan, staff):
            write_table(tmp_path / name, sheet)
        officials = {one.code: one.terms == "vien-chuc" for one in staff.people}
        reading = Reading(Files(tmp_path), Codes(people=frozenset(officials)))
        found = read_referrals(reading, officials)
        assert [] == reading.files.faults
        brought = [
            (one.finding, one.opened_on)
            for rows in found.by_person.values()
            for one in rows
        ]
        told = refer_all(load_laws(), brought, conduct=RULES)
        return {
            (one.case if isinstance(one, NoGround) else one.finding.case): one
            for one in told
        }

    return reads


def standing(found):
    """Return of each case the law it is referred under, or why it is not."""
    return {
        case: one.why if isinstance(one, NoGround) else one.law
        for case, one in sorted(found.items())
    }


def test_in_2024_each_way_not_to_be_referred_is_there(referred):
    expected = dict.fromkeys((f"CX-{nth:02}" for nth in range(1, 12)), OLD) | {
        "CX-03": "no_article",
        "CX-04": "verifying",
        "CX-05": "unfounded",
        "CX-07": "not_official",
    }

    assert expected == standing(referred(2024))


def test_in_2024_an_old_act_is_over_in_one_class_of_the_law_alone(referred):
    found = referred(2024)["CX-08"].grounds

    assert ["false", "true", "true", "true"] == [answer for _, answer in classes(found)]


def test_in_2024_a_repeat_needs_a_person_to_confirm_its_term(referred):
    assert "nd112-d2-k8" in referred(2024)["CX-09"].to_confirm


def test_in_2025_facts_are_listed_and_leave_defers(referred):
    found = referred(2025)
    listed = {
        one.name
        for one in found["CX-01"].grounds.aggravating
        if one.truth.value == "true"
    }
    deferred = [
        case
        for case, one in sorted(found.items())
        if any(each.truth.value == "true" for each in one.grounds.deferrals)
    ]

    assert {"retaliated", "false_reports"} == listed
    assert ["CX-02", "CX-03"] == deferred


def test_in_2025_what_is_missing_is_named(referred):
    found = referred(2025)

    assert {"opened_on", "found_on"} <= set(found["CX-07"].missing)
    assert "unknown" in {answer for _, answer in classes(found["CX-05"].grounds)}


def test_in_2026_the_day_it_was_opened_chooses_the_decree(referred):
    found = standing(referred(2026))

    assert {"CX-01", "CX-04"} == {case for case, law in found.items() if law == OLD}
    assert {NEW, OLD} == set(found.values())


def test_in_2026_cases_on_both_sides_are_compared(referred):
    found = referred(2026)
    compared = {case for case, one in found.items() if one.compared}

    assert {"CX-02", "CX-04", "CX-05", "CX-09"} == compared


def test_in_2026_each_new_rule_shows(referred):
    found = referred(2026)

    assert ["false", "true"] == [one for _, one in classes(found["CX-05"].grounds)]
    assert "true" == found["CX-06"].grounds.repeat.truth.value
    assert ["false"] == [one.truth.value for one in found["CX-07"].grounds.deferrals]
    assert ["true"] == [one.truth.value for one in found["CX-08"].grounds.deferrals]
    assert all(one.unlimited for one in found["CX-09"].grounds.limitations)
