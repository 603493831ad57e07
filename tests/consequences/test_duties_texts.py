"""Are the laws of duties whole, dated and marked, and does the code hold no number?"""

import ast
from pathlib import Path

import pytest

from danvan_eval.consequences import duty_facts
from danvan_eval.consequences.choosing import law_on
from danvan_eval.decisions.clauses import MARKS
from helpers.duties import OF_DUTIES, day, laws

SOURCES = Path(duty_facts.__file__).parent


@pytest.mark.parametrize("id_", OF_DUTIES)
def test_every_clause_has_a_mark_and_its_words_in_two_languages(id_):
    for one in laws()[id_].clauses.values():
        assert one.mark in MARKS
        assert one.says.vi
        assert one.says.en


@pytest.mark.parametrize("id_", ["tcd-2014", "tcd-2026"])
def test_what_is_not_at_hand_is_not_quoted(id_):
    assert [] == [one.id for one in laws()[id_].clauses.values() if one.quote]


@pytest.mark.parametrize(
    ("on", "id_"), [("30/06/2026", "tcd-2014"), ("01/07/2026", "tcd-2026")]
)
def test_the_law_changes_on_the_first_of_july_2026(on, id_):
    assert id_ == law_on(laws(), "tcd", day(on)).id


def test_twelve_groups_and_eleven_matters_have_a_clause_each():
    law = laws()["dc-2023"]

    assert all(law.has(f"dc-d46-k{nth}") for nth in range(1, 13))
    assert all(law.has(f"dc-d53-k{nth}") for nth in range(1, 12))


def test_both_families_ask_the_same_of_a_last_day_off():
    asked = [laws()[id_].readings["last_day_off"] for id_ in OF_DUTIES]

    assert [("stands", "next")] * 3 == [tuple(one.options) for one in asked]
    assert [""] * 3 == [one.default for one in asked]


@pytest.mark.parametrize(
    "name", ["duties_citizens", "duties_posting", "duties_staff", "duties_inspectorate"]
)
def test_no_number_of_a_law_stands_in_the_code(name):
    tree = ast.parse((SOURCES / f"{name}.py").read_text(encoding="utf-8"))
    numbers = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and type(node.value) is int
    }

    # Articles, halves of a year, months and days of the calendar, plain counting.
    assert set() == numbers - {0, 1, 2, 6, 7, 10, 12, 28, 30, 31}
