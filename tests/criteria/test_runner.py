"""The runner of examples says no where it must, and says what came instead."""

import datetime as dt
from fractions import Fraction

import attrs
import pytest

from danvan_eval.catalogue import (
    Applies,
    Criterion,
    EvidenceField,
    Example,
    Part,
    Shelf,
    Version,
)
from danvan_eval.kinds.levels import Levels
from danvan_eval.kinds.proportion import Proportion
from danvan_eval.loading import Catalogue
from danvan_eval.periods import Period
from danvan_eval.terms import Text
from danvan_eval.testing.cases import Case, cases

DAY = dt.date(2024, 6, 30)
RATIO = Proportion(part="held", whole="due", target=1, on_zero="not_applicable")
LEVELS = Levels(
    fact="level", levels=[{"id": "cao", "share": 1}, {"id": "thap", "share": "0.5"}]
)
OPTIONS = (("cao", Text("Cao")), ("thap", Text("Thấp")))


def criterion(rule, applies=None):
    fields = [
        EvidenceField("held", "count", Text("Đã làm")),
        EvidenceField("due", "count", Text("Phải làm")),
        EvidenceField("level", "level", Text("Mức"), options=OPTIONS),
    ]
    version = Version(
        "vb-1",
        "unit",
        Period.year(2024),
        (Part(rule),),
        applies or Applies(),
    )
    return Criterion(
        "chung/C01",
        Text("Thử"),
        {field.name: field for field in fields},
        (version,),
        file="criteria/chung/C01.toml",
    )


def case(expect, given, rule=RATIO, **more):
    example = Example(
        "thử", "vb-1", "unit", frozenset({"lam-sang"}), DAY, given, expect
    )
    return Case(criterion(rule), attrs.evolve(example, line=7, **more))


HALF, LOW = {"held": 1, "due": 2}, {"level": "thap"}
RIGHT = [
    ({"outcome": "scored", "share": "1/2", "because": "proportion.part"}, HALF, RATIO),
    ({"share": "50%", "low": "0.5", "high": 0.5}, HALF, RATIO),
    (
        {"outcome": "unknown", "low": 0, "high": 1, "missing": ["held"]},
        {"due": 2},
        RATIO,
    ),
    ({"missing": ["due", "held"]}, {}, RATIO),
    ({"outcome": "invalid", "error": "DV-E203"}, {"held": 3, "due": 2}, RATIO),
    ({"outcome": "not_applicable"}, {"held": 0, "due": 0}, RATIO),
    ({"level": "thap", "share": "0.5"}, LOW, LEVELS),
    ({"outcome": "scored", "missing": []}, HALF, RATIO),
]
WRONG = [
    ({"outcome": "unknown"}, HALF, RATIO, "outcome: expected unknown, got scored"),
    ({"share": 1}, HALF, RATIO, "share: expected 1, got 0.5"),
    ({"share": "0.51"}, HALF, RATIO, "share: expected 0.51, got 0.5"),
    (
        {"because": "proportion"},
        HALF,
        RATIO,
        "because: expected proportion, got proportion.part",
    ),
    ({"error": "DV-E203"}, HALF, RATIO, "error: expected DV-E203, got –"),
    ({"error": "DV-E110"}, HALF, RATIO, "error: expected DV-E110, got –"),
    ({"level": "thap"}, HALF, RATIO, "level: expected thap, got –"),
    ({"level": "cao"}, LOW, LEVELS, "level: expected cao, got thap"),
    ({"share": 0}, {"due": 2}, RATIO, "share: expected 0, got –"),
    ({"low": "0.5"}, {"due": 2}, RATIO, "low: expected 0.5, got 0"),
    ({"high": "0.5"}, {"due": 2}, RATIO, "high: expected 0.5, got 1"),
    ({"missing": ["due"]}, {"due": 2}, RATIO, "missing: expected due, got held"),
    ({"missing": ["held"]}, {}, RATIO, "missing: expected held, got due, held"),
    ({"missing": ["held"]}, HALF, RATIO, "missing: expected held, got –"),
    ({"missing": []}, {"due": 2}, RATIO, "missing: expected –, got held"),
    (
        {"outcome": "scored"},
        {"held": 3, "due": 2},
        RATIO,
        "outcome: expected scored, got invalid",
    ),
    (
        {"error": "DV-E202"},
        {"held": 3, "due": 2},
        RATIO,
        "error: expected DV-E202, got DV-E203",
    ),
    ({"share": 0}, {"held": 0, "due": 0}, RATIO, "share: expected 0, got –"),
    ({}, HALF, RATIO, "expect: expected something, got nothing asserted"),
]


def told(one):
    return [str(mismatch) for mismatch in one.mismatches()]


@pytest.mark.parametrize(("expect", "given", "rule"), RIGHT)
def test_an_example_that_is_right_passes(expect, given, rule):
    expect = {key: _exact(value) for key, value in expect.items()}

    assert told(case(expect, given, rule)) == []


def _exact(value):
    return Fraction(value) if isinstance(value, float) else value


@pytest.mark.parametrize(("expect", "given", "rule", "says"), WRONG)
def test_an_example_that_is_wrong_fails_and_says_what_came(expect, given, rule, says):
    assert told(case(expect, given, rule)) == [says]


def test_every_wrong_expectation_is_named():
    expect = {"outcome": "unknown", "share": 1, "because": "missing"}

    assert len(told(case(expect, HALF))) == 3


def test_a_right_expectation_beside_a_wrong_one_does_not_hide_it():
    assert len(told(case({"outcome": "scored", "share": 1}, HALF))) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"as_of": dt.date(2023, 12, 31)},
        {"as_of": dt.date(2025, 1, 1)},
        {"instrument": "vb-2"},
        {"subject": "person"},
        {"as_of": None},
    ],
)
def test_an_example_outside_of_every_version_finds_no_rule(more):
    outside = case({"error": "DV-E110"}, HALF, **more)

    assert outside.finding() is None
    assert told(outside) == []
    assert told(case({"share": "0.5"}, HALF, **more)) == ["share: expected 0.5, got –"]


@pytest.mark.parametrize(
    ("any_", "none", "outcome"),
    [
        ({"lam-sang"}, (), "scored"),
        ({"chuc-nang"}, (), "not_applicable"),
        ((), {"lam-sang"}, "not_applicable"),
    ],
)
def test_an_example_knows_whom_the_criterion_is_for(any_, none, outcome):
    one = case({"outcome": outcome}, HALF)
    applies = Applies(frozenset(any_), frozenset(none))
    one = attrs.evolve(one, criterion=criterion(RATIO, applies))

    assert told(one) == []
    assert (one.finding().reason == "applies.not") == (outcome == "not_applicable")


def test_a_question_nobody_answered_is_counted_and_passes():
    open_ = case({}, HALF, todo="Bao nhiêu?")

    assert told(open_) == []


def test_a_case_is_named_by_file_line_and_its_own_words():
    assert str(case({}, HALF)) == "criteria/chung/C01.toml:7 thử"


def test_cases_come_by_criterion_and_in_the_order_they_are_written():
    examples = tuple(
        attrs.evolve(case({}, HALF).example, name=name) for name in ("b", "a")
    )
    one = attrs.evolve(criterion(RATIO), examples=examples)
    shelf = Shelf({"chung/C01": one}, {})

    listed = cases(Catalogue(shelf, {}, {}, (), ()))

    assert [found.example.name for found in listed] == ["b", "a"]
