"""Nothing the two plans oblige anybody to is lost, invented or scored twice."""

from pathlib import Path

import pytest

from danvan_eval.citations import LONGEST_QUOTE, quote_stands_in
from danvan_eval.coverage import LEVELS
from danvan_eval.loading import load_catalogue
from danvan_eval.plugins import load_registry

CATALOGUE = load_catalogue(registry=load_registry(entry_points=False))
TEXTS = Path(__file__).parents[1] / "texts"
LAM_DONG, KON_TUM, QD_454 = (
    CATALOGUE.coverage[one] for one in ("bvn-ld-2025", "kt-bvdk-2024", "qd-454-2018")
)
PLANS = pytest.mark.parametrize("plan", [LAM_DONG, KON_TUM], ids=lambda p: p.instrument)
AIMS = {
    *("S0-03", "S0-06", "S0-08", "S0-48", "S0-55", "S0-56"),
    *("S1-02", "S1-06", "S1-41"),
}
FOR_THE_HOSPITAL = ("danvan/C04", "danvan/C11", "danvan/C33", "danvan/C37")
BLOCKS = ("lam-sang", "can-lam-sang", "chuc-nang")


def obligations(status=None):
    return {
        one.id: one
        for covered in CATALOGUE.coverage.values()
        for one in covered.obligations
        if status in (None, one.status)
    }


@pytest.mark.parametrize(
    ("plan", "head", "last"), [(LAM_DONG, "S0", 76), (KON_TUM, "S1", 67)]
)
def test_every_obligation_of_a_plan_is_named_once_and_in_order(plan, head, last):
    ids = [one.id for one in plan.obligations]

    assert ids == [f"{head}-{nth:02d}" for nth in range(1, last + 1)]


@PLANS
def test_every_quotation_stands_in_the_plan_and_is_short(plan):
    text = (TEXTS / f"{plan.instrument}.txt").read_text("utf-8")

    for one in plan.obligations:
        assert quote_stands_in(one.quote, text), one.id
        assert len(one.quote.split()) <= LONGEST_QUOTE


@PLANS
def test_the_quotations_come_in_the_order_of_the_places_they_are_taken_from(plan):
    loci = list(dict.fromkeys(one.locus for one in plan.obligations))

    assert loci == [
        one.locus
        for last, one in zip([None, *plan.obligations], plan.obligations, strict=False)
        if last is None or last.locus != one.locus
    ]


def test_what_a_plan_says_twice_is_scored_once():
    again = {id_: one.same_as for id_, one in obligations("duplicate").items()}

    assert again == {
        "S1-47": "S1-19",
        "S1-50": "S1-25",
        "S1-52": "S1-30",
        "S1-66": "S1-62",
    }
    assert set(again.values()) <= set(obligations("scored"))


def test_administrative_reform_named_twice_in_one_paragraph_has_one_obligation():
    reform = [
        one.id
        for one in LAM_DONG.obligations
        if one.locus == "IV ¶2" and "danvan/C17" in one.criteria
    ]

    assert reform == ["S0-69"]
    assert "hai lần" in obligations()["S0-69"].why.vi


def test_aims_and_principles_are_reported_and_never_scored():
    assert set(obligations("reported")) == AIMS


def test_what_is_no_task_of_the_hospital_and_what_was_not_seen_stays_visible():
    assert set(obligations("not_applicable")) == {"S1-15", "S1-42"}
    assert set(obligations("not_seen")) == {"S1-58"}


def test_every_reason_and_every_unknown_is_given_in_both_languages():
    reasons = [one.why for one in obligations().values() if one.why]
    unknowns = [one for each in CATALOGUE.coverage.values() for one in each.unknowns]

    assert all(one.why for one in obligations().values() if one.status != "scored")
    assert all(text.vi and text.en for text in reasons)
    assert all(one.what.vi and one.what.en and one.locus for one in unknowns)


def test_four_parts_nobody_has_seen_are_named():
    unknown = {
        id_: [one.id for one in covered.unknowns]
        for id_, covered in CATALOGUE.coverage.items()
    }

    assert unknown == {
        "bvn-ld-2025": ["phan-iii", "so-va-ngay"],
        "kt-bvdk-2024": ["phu-luc"],
        "qd-454-2018": ["bang-diem"],
    }
    assert QD_454.obligations == ()


def test_every_instrument_has_a_map():
    assert CATALOGUE.coverage.keys() == CATALOGUE.instruments.keys()


def test_every_criterion_is_asked_for_by_some_obligation():
    asked = {id_ for one in obligations().values() for id_ in one.criteria}

    assert asked == {f"danvan/C{nth:02d}" for nth in range(1, 38)}
    assert asked == CATALOGUE.criteria.keys()


@PLANS
def test_every_criterion_named_rates_somebody_whom_the_obligation_binds(plan):
    for one in plan.obligations:
        for id_ in one.criteria:
            versions = CATALOGUE.criteria[id_].versions
            assert any(
                LEVELS[level].served_by(version)
                for version in versions
                if version.instrument == plan.instrument
                for level in one.levels
            ), (one.id, id_)


def rated_wards(criterion, instrument):
    """Say which blocks of departments a criterion rates, apart from the office."""
    return [
        block
        for version in CATALOGUE.criteria[criterion].versions
        if (version.instrument, version.subject) == (instrument, "unit")
        for block in BLOCKS
        if version.applies.covers(frozenset({block}))
    ]


@pytest.mark.parametrize("criterion", FOR_THE_HOSPITAL)
@PLANS
def test_what_only_the_hospital_can_do_rates_no_department(plan, criterion):
    assert rated_wards(criterion, plan.instrument) == []


@PLANS
def test_what_binds_no_department_is_measured_by_no_figure_of_its_own_there(plan):
    asked = {
        figure
        for one in plan.obligations
        if {"unit", "ctxh"} & set(one.levels)
        for figure in one.figures
    }
    only_above = {figure for one in plan.obligations for figure in one.figures} - asked

    read = {
        f"{criterion.id}.{name}"
        for criterion in CATALOGUE.criteria.values()
        for version in criterion.versions
        if (version.instrument, version.subject) == (plan.instrument, "unit")
        if any(version.applies.covers(frozenset({block})) for block in BLOCKS)
        for name in version.reads
    }

    assert only_above & read == set()


@PLANS
def test_every_scored_obligation_has_its_criterion_in_a_scheme_of_its_plan(plan):
    for one in plan.obligations:
        kinds = {LEVELS[level].kind for level in one.levels}
        counted = {
            leaf.criterion
            for scheme in CATALOGUE.schemes.values()
            if scheme.instrument == plan.instrument and scheme.subject in kinds
            for leaf in scheme.leaves
        }
        assert set(one.criteria) <= counted, one.id
