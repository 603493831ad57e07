"""The order is the rule: each pair of steps, turned round, would give another result."""

from fractions import Fraction

import attrs

from danvan_eval import score
from danvan_eval.catalogue import EvidenceField
from danvan_eval.evidence import MISSING
from danvan_eval.points import Rounding
from danvan_eval.scheme import (
    Cap,
    Drop,
    EvidenceRef,
    Extra,
    Floor,
    Grade,
    Leaf,
    Limits,
    When,
    Zero,
)
from danvan_eval.terms import Text
from danvan_eval.testing.building import (
    NOT_APPLICABLE,
    dossier,
    events,
    group,
    judged_directly,
    pack,
    scheme,
)
from danvan_eval.trace import Stage

WHY = Text("theo quy chế")
GRADES = tuple(
    Grade(id_, Text(id_), Fraction(least))
    for id_, least in (("xs", 90), ("tot", 80), ("kha", 65), ("tb", 50), ("yeu", 0))
)
HALVES = attrs.evolve(scheme({"g": {"A": 50, "B": 50}}), grades=GRADES)


def sheet_of(made, shares, **told):
    return score(pack(made), dossier(shares, **told))


def bonus(points, criterion="A"):
    return Extra(
        "thuong", Text("Thưởng"), events(criterion, 1).evidence, points, Fraction(9)
    )


def stages(sheet):
    return [step.stage for step in sheet.steps]


def test_a_cap_goes_before_a_drop():
    made = attrs.evolve(
        HALVES,
        caps=(Cap("chan", events("A", 1), WHY, "tot"),),
        drops=(Drop("ha", events("A", 1), WHY, 1),),
    )

    sheet = sheet_of(made, {"A": 1, "B": 1}, events={"A": 1})

    # 100 points: xs, capped to tot, lowered to kha; lowered first it would be tot
    assert ("kha",) == sheet.grades


def test_a_zeroed_criterion_leaves_its_sibling_alone():
    made = attrs.evolve(HALVES, zeros=(Zero("khong", events("A", 1), WHY, "A"),))

    sheet = sheet_of(made, {"A": 1, "B": "0.9"}, events={"A": 1})

    assert [Fraction(0), Fraction(45)] == [line.points for line in sheet.lines]
    assert Fraction(45) == sheet.total


def test_a_zeroing_goes_before_the_floors():
    made = attrs.evolve(
        HALVES,
        zeros=(Zero("khong", events("A", 1), WHY, "A"),),
        floors=(Floor("liet", "tb", Fraction(1, 2)),),
        grades=(*GRADES[:3], Grade("tb", Text("tb"), Fraction(40)), GRADES[4]),
    )

    struck = sheet_of(made, {"A": 1, "B": "0.9"}, events={"A": 1})

    # 45 points are tb; A, taken to 0, lies under the floor of tb
    assert ("yeu",) == struck.grades


def test_what_does_not_apply_lies_under_no_floor():
    made = attrs.evolve(
        HALVES,
        groups=(group("g", {"A": 10, "B": 90}),),
        floors=(Floor("liet", "xs", Fraction(1, 2)),),
    )

    # 4 of 10 and 90 of 90 are 94 points: xs, but A lies under the floor
    assert ("tot",) == sheet_of(made, {"A": "0.4", "B": 1}).grades
    assert ("xs",) == sheet_of(made, {"A": NOT_APPLICABLE, "B": 1}).grades


def test_a_bonus_on_top_goes_past_the_hundred():
    made = attrs.evolve(HALVES, bonuses=(bonus(Fraction(5)),))

    sheet = sheet_of(made, {"A": 1, "B": 1}, events={"A": 1})

    assert (Fraction(105), Fraction(100)) == (sheet.total, sheet.out_of)


def test_a_bonus_inside_the_hundred_is_needed_to_reach_it():
    inside = attrs.evolve(
        HALVES,
        groups=(group("g", {"A": 45, "B": 45}),),
        bonuses=(bonus(Fraction(5)),),
        limits=Limits(bonus_at_most=Fraction(10), bonus_inside=True),
    )

    plain = sheet_of(inside, {"A": 1, "B": 1})
    gifted = sheet_of(inside, {"A": 1, "B": 1}, events={"A": 2})
    halved = sheet_of(inside, {"A": NOT_APPLICABLE, "B": 1})

    assert (Fraction(90), Fraction(100)) == (plain.total, plain.out_of)
    assert (Fraction(99), Fraction(100)) == (gifted.total, gifted.out_of)
    # what is left is brought to 90, never to 100: the bonus stays apart
    assert (Fraction(90), Fraction(100)) == (halved.total, halved.out_of)


def test_re_scaling_goes_before_the_bands():
    sheet = sheet_of(HALVES, {"A": NOT_APPLICABLE, "B": "0.8"})

    # 40 of 50 points are 80 of 100: tot; on the unscaled 40 it would be yeu
    assert (Fraction(80), ("tot",)) == (sheet.total, sheet.grades)


def test_a_bonus_is_added_after_re_scaling():
    made = attrs.evolve(HALVES, bonuses=(bonus(Fraction(5), "B"),))

    sheet = sheet_of(made, {"A": NOT_APPLICABLE, "B": "0.8"}, events={"B": 1})

    # 40/50 is 80, and 5 more; scaled together they would be 90
    assert (Fraction(85), ("tot",)) == (sheet.total, sheet.grades)


def test_the_whole_is_clamped_after_the_deduction():
    made = attrs.evolve(
        HALVES,
        bonuses=(bonus(Fraction(8)),),
        deductions=(attrs.evolve(bonus(Fraction(4), "B"), id="tru"),),
        limits=Limits(at_most=Fraction(100)),
    )

    sheet = sheet_of(made, {"A": 1, "B": 1}, events={"A": 1, "B": 1})

    # 100 + 8 − 4, then held at 100; held first it would be 96
    assert Fraction(100) == sheet.total
    assert stages(sheet).index(Stage.DEDUCTION) < stages(sheet).index(Stage.CLAMP)


def test_a_bonus_by_a_condition_is_given_once():
    given = Extra(
        "nhan", Text("Được công nhận"), None, Fraction(3), when=events("A", 1)
    )
    made = attrs.evolve(HALVES, bonuses=(given,))

    assert Fraction(53) == sheet_of(made, {"A": 0, "B": 1}, events={"A": 7}).total
    assert Fraction(50) == sheet_of(made, {"A": 0, "B": 1}).total


def test_not_done_is_no_point_and_a_deduction_as_well():
    taken = Extra(
        "khong-lam",
        Text("Không làm"),
        None,
        Fraction("0.25"),
        when=When(criterion="A", share_below=Fraction(1, 2)),
    )
    made = attrs.evolve(HALVES, deductions=(taken,))

    assert Fraction("49.75") == sheet_of(made, {"A": 0, "B": 1}).total
    assert Fraction(75) == sheet_of(made, {"A": "0.5", "B": 1}).total


def test_a_condition_that_is_open_leaves_the_extra_open():
    taken = Extra("tru", Text("Trừ"), None, Fraction(2), when=events("A", 1))
    made = attrs.evolve(HALVES, deductions=(taken,))

    sheet = sheet_of(made, {"A": 1, "B": 1}, events={"A": None})

    assert (None, Fraction(98), Fraction(100)) == (sheet.total, sheet.low, sheet.high)
    assert ("A", "events") in sheet.missing


def test_a_criterion_of_another_blocks_rubric_does_not_count():
    leaves = (
        Leaf("A", Fraction(50), only=frozenset({"lam-sang"})),
        Leaf("B", Fraction(50)),
    )
    made = attrs.evolve(HALVES, groups=(attrs.evolve(group("g", {}), leaves=leaves),))
    made = attrs.evolve(
        made, groups=(attrs.evolve(made.groups[0], max_points=Fraction(100)),)
    )
    ward = dossier({"A": 0, "B": 1})
    clinical = attrs.evolve(
        ward, subject=attrs.evolve(ward.subject, traits=("lam-sang",))
    )

    assert Fraction(100) == score(pack(made), ward).total
    assert Fraction(50) == score(pack(made), clinical).total


def test_a_bonus_without_a_limit_ends_where_its_evidence_does():
    asked = judged_directly("A")
    limited = attrs.evolve(asked.evidence["events"], at_most=Fraction(12))
    limited = attrs.evolve(asked, evidence={**asked.evidence, "events": limited})
    free = attrs.evolve(bonus(Fraction(2)), at_most=None)
    made = pack(attrs.evolve(HALVES, bonuses=(free,)), limited)

    many = score(made, dossier({"A": 1, "B": 1}, events={"A": 12}))
    unknown = score(made, dossier({"A": 1, "B": 1}, events={"A": None}))

    assert Fraction(124) == many.total
    assert (Fraction(100), Fraction(124)) == (unknown.low, unknown.high)


def test_a_level_that_was_answered_can_zero_the_whole_criterion():
    asked = judged_directly("A")
    level = EvidenceField("level", "level", Text("Mức"))
    asked = attrs.evolve(asked, evidence={**asked.evidence, "level": level})
    looked = When(evidence=EvidenceRef("A", "level"), is_="khong-lam")
    made = pack(attrs.evolve(HALVES, zeros=(Zero("khong", looked, WHY, "A"),)), asked)

    def total_at(answer):
        told = dossier({"A": 1, "B": 1})
        evidence = {**told.evidence, "A": {**told.evidence["A"], "level": answer}}
        return score(made, attrs.evolve(told, evidence=evidence))

    assert Fraction(50) == total_at("khong-lam").total
    assert Fraction(100) == total_at("co-lam").total
    assert (50, 100) == (total_at(MISSING).low, total_at(MISSING).high)


def test_a_share_that_is_worth_no_points_is_still_open_to_a_zeroing():
    """Conditions look at shares: 0.1 of A rounds to no points, and is no zero."""
    rounded = Leaf("A", Fraction(1), Rounding("1", "half_up"))
    other = Leaf("B", Fraction(99))
    whole = attrs.evolve(
        group("g", {}), leaves=(rounded, other), max_points=Fraction(100)
    )
    made = attrs.evolve(
        HALVES, groups=(whole,), zeros=(Zero("khong", events("A", 1), WHY, "A"),)
    )

    line = sheet_of(made, {"A": "0.1", "B": 1}, events={"A": None}).line("A")

    assert (0, Fraction(1, 10)) == (line.finding.low, line.finding.high)
