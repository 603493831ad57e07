"""What may yet turn out not to apply: it is known and may leave all the same.

The criterion here is a survey whose metric is known and whose number of answers
is not: with too few of them it does not apply.
"""

from fractions import Fraction

import pytest

from danvan_eval.catalogue import Applies
from danvan_eval.evidence import MISSING
from danvan_eval.kinds.per_count import PerCount
from danvan_eval.kinds.survey import Survey
from danvan_eval.outcomes import Outcome
from danvan_eval.ranking import rank
from danvan_eval.scheme import Cap, EvidenceRef, Extra, When, Zero
from danvan_eval.scoring import score
from danvan_eval.terms import Text
from danvan_eval.testing.building import (
    GRADES,
    NOT_APPLICABLE,
    criterion,
    dossier,
    events,
    field,
    pack,
    part,
    scheme,
)

WHY = Text("theo quy chế")
BEST, GOOD, *_ = GRADES
TWO = {"nhom": {"A": 10, "B": 10}}
REDUCED = {"excluded": "reduce", "compare": "percent"}


def surveyed(made):
    rule = Survey(
        metric="hai-long",
        value="chi_so",
        sample="phieu",
        out_of=1,
        min_sample=30,
        on_small_sample="not_applicable",
    )
    fields = (
        field("chi_so", "percent"),
        field("phieu", "count"),
        field("events", "count"),
    )
    return pack(made, criterion("A", part(rule, "", 1), fields=fields))


def told(metric, sample, b, code="K1", seen=0):
    figures = {"chi_so": Fraction(metric), "phieu": sample, "events": seen}
    base = dossier({"B": b}, code=code)
    return dossier({}, code=code, evidence={**base.evidence, "A": figures})


def interval(sheet):
    return sheet.low, sheet.high


def test_a_re_scaled_total_reaches_from_with_it_to_without_it():
    made = surveyed(scheme(TWO))
    open_, stays, leaves = (
        score(made, told(1, sample, "0.5")) for sample in (MISSING, 30, 3)
    )

    assert (15, 10) == (stays.total, leaves.total)
    assert (10, 15) == interval(open_)


def test_a_reduced_total_reaches_from_with_it_to_without_it():
    made = surveyed(scheme(TWO, **REDUCED))
    open_, stays, leaves = (
        score(made, told(1, sample, "0.5")) for sample in (MISSING, 30, 3)
    )

    assert (15, 5) == (stays.total, leaves.total)
    assert (5, 15) == interval(open_)


@pytest.mark.parametrize("how", [{}, REDUCED], ids=["rescale", "reduce"])
def test_the_trace_ends_where_the_interval_does(how):
    sheet = score(surveyed(scheme(TWO, **how)), told(1, MISSING, 0))
    points = [(step.low, step.high) for step in sheet.steps if step.low is not None]

    assert interval(sheet) == points[-1] != points[0]


def test_what_is_struck_and_may_leave_gives_no_total_yet():
    """With it nothing of ten is gained; without it there are no ten to gain."""
    zeros = (Zero("khong", events("A", 1), WHY, "A"),)
    made = surveyed(scheme(TWO, zeros=zeros, **REDUCED))
    sheet = score(made, told(1, MISSING, 1, seen=1))

    assert (None, Outcome.UNKNOWN, (("A", "phieu"),)) == (
        sheet.total,
        sheet.outcome,
        sheet.missing,
    )


def test_a_possible_rank_looks_at_the_share_of_what_is_left():
    """7 of 20 is behind 40 %, and 5 of 10 is before it."""
    made = surveyed(scheme(TWO, **REDUCED))
    sheets = [
        score(made, told("0.2", MISSING, "0.5", code="K1")),
        score(made, told("0.4", 30, "0.4", code="K2")),
    ]
    (block,) = rank(made, sheets).blocks

    assert [(1, 2)] == [row.possible for row in block.not_ranked]
    assert [(1, 2)] == [row.possible for row in block.ranked]


def test_a_count_that_changes_nothing_may_still_be_declined():
    idle = PerCount(count="so", per=0, at_most=1)
    fields = (field("so", "count", may_decline=True), field("events", "count"))
    made = pack(scheme(TWO), criterion("A", part(idle, "", 1), fields=fields))
    sheet = score(made, dossier({"B": 1}))

    assert (None, (10, 20), (("A", "so"),)) == (
        sheet.total,
        interval(sheet),
        sheet.missing,
    )


class TestWhatDoesNotConcernASubject:
    def score(self, **how):
        """Score a department of no trait; A concerns clinical departments only."""
        rule = PerCount(count="so", per=1, at_most=1)
        fields = (field("so", "count"), field("events", "count"))
        made = criterion(
            "A",
            part(rule, "", 1),
            fields=fields,
            applies=Applies(any=frozenset({"lam-sang"})),
        )
        maxima = {"nhom": {"A": 50, "B": 50}}
        return score(pack(scheme(maxima, **how), made), dossier({"B": 1}))

    def test_a_figure_nobody_asks_for_holds_nothing_open(self):
        caps = (Cap("tran", events("A", 1), WHY, GOOD),)
        sheet = self.score(caps=caps)

        assert (100, BEST, ()) == (sheet.total, sheet.grade, sheet.missing)

    def test_a_bonus_nobody_asks_for_is_no_open_bonus(self):
        extra = Extra(
            "thuong", WHY, EvidenceRef("A", "events"), Fraction(1), Fraction(5)
        )

        assert 100 == self.score(bonuses=(extra,)).total


def test_a_declined_figure_holds_no_cap_against_anybody():
    when = When(evidence=EvidenceRef("A", "score"), at_least=Fraction(1))
    made = scheme({"nhom": {"A": 50, "B": 50}}, caps=(Cap("tran", when, WHY, GOOD),))
    sheets = [score(pack(made), dossier({"A": a, "B": 1})) for a in (1, NOT_APPLICABLE)]

    assert [GOOD, BEST] == [sheet.grade for sheet in sheets]


def test_a_declined_figure_earns_no_bonus_and_leaves_none_open():
    extra = Extra("thuong", WHY, EvidenceRef("A", "score"), Fraction(1), Fraction(5))
    made = pack(scheme(TWO, bonuses=(extra,)))
    sheet = score(made, dossier({"A": NOT_APPLICABLE, "B": 1}))

    assert (20, ()) == (sheet.total, sheet.missing)
