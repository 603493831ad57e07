"""Every worked example of every shipped criterion comes out as it is written."""

from fractions import Fraction

import attrs
import pytest

from danvan_eval import Dossier, Period, Subject, score
from danvan_eval.catalogue import variant_id
from danvan_eval.loading import load_catalogue
from danvan_eval.packs import pack_of
from danvan_eval.plugins import load_registry
from danvan_eval.testing.cases import cases

CATALOGUE = load_catalogue(registry=load_registry(entry_points=False))
CASES = list(cases(CATALOGUE))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_example_comes_out_as_written(case):
    assert [str(one) for one in case.mismatches()] == []


def test_every_version_of_every_criterion_is_worked_through():
    worked = {
        (case.criterion.id, variant_id(one.instrument, one.subject, one.reading))
        for case in CASES
        if not (one := case.example).todo
    }
    versions = {
        (criterion.id, version.id)
        for criterion in CATALOGUE.criteria.values()
        for version in criterion.versions
    }

    assert versions - worked == set()


def test_no_criterion_has_two_examples_of_one_name():
    names = [(case.criterion.id, case.example.name) for case in CASES]

    assert sorted(name for name in names if names.count(name) > 1) == []


@pytest.mark.parametrize(
    "criterion", CATALOGUE.criteria.values(), ids=lambda one: one.id
)
def test_a_criterion_shows_two_shares_missing_evidence_and_a_day_without_a_rule(
    criterion,
):
    findings = [case.finding() for case in CASES if case.criterion is criterion]
    shares = {one.share for one in findings if one is not None} - {None}
    outcomes = {one.outcome.value for one in findings if one is not None}

    assert len(shares) > 1
    assert {"scored", "unknown"} <= outcomes
    assert None in findings


def test_incidents_are_counted_for_every_thousand_visits_where_a_scheme_says_so():
    """Trap 10: a ward with many patients is not punished for their number."""
    shelf, year = CATALOGUE.shelf, Period.year(2024)
    plain = CATALOGUE.schemes["kt-bvdk-2024/khoa-phong"]
    by_visits = attrs.evolve(plain, readings=("theo-bac", "moi-1000-luot"))
    subject = Subject("unit", "K01", block="lam-sang", traits={"lam-sang"})
    evidence = {"attitude_rate": 1, "attitude_forms": 100, "substantiated": 1}
    busy = Dossier(subject, year, {"danvan/C12": {**evidence, "visits": 40_000}})

    # half for the survey; one incident leaves 3/4 of the other half, or all of it
    shares = [
        score(pack_of(one, shelf, year, sha256=""), busy)
        .line("danvan/C12")
        .finding.share
        for one in (plain, by_visits)
    ]

    assert [Fraction(7, 8), 1] == shares
