"""A plan reaches those it names, by words that stand in it; elsewhere it is silent."""

from pathlib import Path

import pytest

from danvan_eval.citations import quote_stands_in
from danvan_eval.consequences.reach import (
    DEALT_WITH,
    KON_TUM,
    LAM_DONG,
    SIX_USES,
    TYPICAL,
    USES,
    reach_of,
)

TEXTS = Path(__file__).parents[1] / "texts"
EMPLOYEE, WORKER = frozenset({"vien-chuc"}), frozenset({"nguoi-lao-dong"})


def text(plan):
    return (TEXTS / f"{plan}.txt").read_text("utf-8")


@pytest.mark.parametrize("reach", [*SIX_USES.values(), TYPICAL])
def test_the_words_stand_in_the_plan_of_lam_dong(reach):
    assert quote_stands_in(reach.quote, text(LAM_DONG))
    assert len(reach.quote.split()) <= 15


def test_the_words_stand_in_the_plan_of_kon_tum():
    assert quote_stands_in(DEALT_WITH.quote, text(KON_TUM))


@pytest.mark.parametrize("use", USES)
def test_lam_dong_names_all_six_uses_for_employees(use):
    found = reach_of(LAM_DONG, use, "person", EMPLOYEE, "whole")
    assert SIX_USES["whole"] == found


def test_how_the_sentence_is_read_decides_which_rules_are_the_ground():
    whole, half = SIX_USES["whole"].criteria, SIX_USES["second_half"].criteria
    assert set(half) < set(whole)
    assert {"danvan/C05", "danvan/C06", "danvan/C07"} == set(whole) - set(half)


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize(
    ("kind", "traits"), [("person", WORKER), ("unit", frozenset())]
)
def test_for_workers_and_departments_lam_dong_names_commendation_only(
    use, kind, traits
):
    found = reach_of(LAM_DONG, use, kind, traits, "whole")
    assert (TYPICAL if use == "commendation" else None) == found


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("traits", [EMPLOYEE, WORKER])
def test_kon_tum_names_only_what_is_to_be_dealt_with(use, traits):
    found = reach_of(KON_TUM, use, "person", traits, "whole")
    reached = use == "discipline" and traits == EMPLOYEE
    assert (DEALT_WITH if reached else None) == found


def test_another_plan_reaches_nobody():
    assert None is reach_of("x", "quality", "person", EMPLOYEE, "whole")
