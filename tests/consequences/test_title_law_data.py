"""The data of the laws on titles: what is known how, and what the code asks of it."""

import re
from pathlib import Path

import pytest

import danvan_eval.consequences as package
from danvan_eval.consequences.awards import AWARDS, COLLECTIVE
from helpers.titles import AMENDED, NEW, OLD, laws

IDS = (OLD, NEW, AMENDED, "base-2024", "base-2026")
MODULES = (
    *("titles", "title_case", "title_exclusions", "title_notices", "higher_titles"),
    *("commendation", "collectives", "chains", "initiatives", "money", "equal_merit"),
)
NAMED = re.compile(r'"((?:l06|nd152|tdkt|luat06)-[a-z0-9-]+|base-pay)"')


def source(module):
    return (Path(package.__file__).parent / f"{module}.py").read_text("utf-8")


@pytest.mark.parametrize("id_", IDS)
def test_nothing_is_quoted_for_no_text_is_at_hand(id_):
    assert {""} == {one.quote for one in laws()[id_].clauses.values()}


def test_every_clause_the_code_names_is_in_some_law():
    named = {id_ for one in MODULES for id_ in NAMED.findall(source(one))}
    known = {id_ for one in IDS for id_ in laws()[one].clauses}

    assert set() == named - known


def test_every_clause_of_a_law_is_used_by_the_code():
    named = {id_ for one in MODULES for id_ in NAMED.findall(source(one))}

    assert set() == {id_ for one in IDS for id_ in laws()[one].clauses} - named


@pytest.mark.parametrize("law", [OLD, NEW, AMENDED])
def test_who_decides_is_known_from_memory_alone(law):
    assert not laws()[law].clause("tdkt-decides").confirmed


def test_the_amended_law_has_no_standard_of_its_own():
    assert not [id_ for id_ in laws()[AMENDED].clauses if id_.startswith("l06-")]


@pytest.mark.parametrize("law", [NEW, AMENDED])
def test_every_award_has_a_coefficient(law):
    titles = laws()[law].clause("nd152-d50").numbers
    certificates = laws()[law].clause("nd152-d54").numbers
    expected = {id_ for id_ in AWARDS if not id_.endswith(COLLECTIVE)}

    assert expected == {*titles, *certificates} - {"collective"}


@pytest.mark.parametrize("id_", ["base-2024", "base-2026"])
def test_base_pay_is_known_from_a_report_only(id_):
    assert "R" == laws()[id_].clause("base-pay").mark


def test_no_quota_of_fighters_stands_in_any_law():
    numbers = [
        one.numbers
        for id_ in (OLD, NEW, AMENDED)
        for one in laws()[id_].clauses.values()
        if one.id == "l06-d23"
    ]

    assert {("initiatives",)} == {tuple(one) for one in numbers}
