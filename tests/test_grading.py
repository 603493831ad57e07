"""Which grade follows from a total, and which conditions move it, in which order."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.evidence import MISSING, OneOf
from danvan_eval.kinds.proportion import Proportion
from danvan_eval.scheme import Cap, Drop, Effect, Floor, When
from danvan_eval.scoring import score
from danvan_eval.terms import Text
from danvan_eval.testing.building import (
    GRADES,
    NOT_APPLICABLE,
    criterion,
    dossier,
    events,
    field,
    grades,
    group,
    pack,
    part,
    scheme,
)
from danvan_eval.testing.strategies import points
from danvan_eval.trace import Stage

WHY = Text("theo quy chế")
BEST, GOOD, FAIR, LAST = GRADES
HIT = events("A", 1)
ALSO = events("B", 1)
MAXIMA = {"nhom": {"A": 50, "B": 50}}


def graded(a, b, *, seen=None, **told):
    made = scheme(MAXIMA, **told)
    return score(pack(made), dossier({"A": a, "B": b}, events=seen or {}))


def under_half(criterion="", group_=""):
    return When(criterion=criterion, group=group_, share_below=Fraction(1, 2))


class TestBands:
    @pytest.mark.parametrize(
        ("total", "grade"),
        [
            ("100", BEST),
            ("90", BEST),
            ("89.996", GOOD),
            ("89.99999999999999999999", GOOD),
            ("70", GOOD),
            ("49.995", LAST),
            ("0", LAST),
        ],
    )
    def test_a_grade_starts_at_its_threshold_and_not_a_hair_below(self, total, grade):
        share = Fraction(total) / 100

        assert grade == graded(share, share).grade

    @given(total=points())
    def test_every_total_has_exactly_one_grade(self, total):
        share = total / 100
        reached = [id_ for id_, at in GRADES.items() if total >= at]

        assert reached[0] == graded(share, share).grade

    def test_a_total_below_every_threshold_has_the_last_grade(self):
        made = scheme(MAXIMA, grades=grades({BEST: 90, LAST: 10}))
        sheet = score(pack(made), dossier({"A": 0, "B": 0}))

        assert LAST == sheet.grade


class TestFloors:
    floor = Floor("liet", BEST, Fraction(4, 5))

    def test_one_criterion_under_the_floor_costs_the_grade(self):
        sheet = graded(
            1, "0.79", floors=(self.floor,), grades=grades({BEST: 80, LAST: 0})
        )

        assert LAST == sheet.grade

    def test_a_share_on_the_floor_stands(self):
        sheet = graded(1, "4/5", floors=(self.floor,))

        assert BEST == sheet.grade

    def test_a_floor_skips_what_does_not_apply(self):
        assert BEST == graded(1, NOT_APPLICABLE, floors=(self.floor,)).grade

    def test_a_floor_of_another_grade_lets_this_one_pass(self):
        floors = (Floor("liet", GOOD, Fraction(1)),)

        assert BEST == graded(1, "0.9", floors=floors).grade

    def test_who_falls_through_one_floor_meets_the_next(self):
        floors = (self.floor, Floor("liet-hai", GOOD, Fraction(4, 5)))
        sheet = graded(
            1, "0.79", floors=floors, grades=grades({BEST: 80, GOOD: 70, LAST: 0})
        )

        assert LAST == sheet.grade
        assert [Stage.BAND, Stage.FLOOR, Stage.FLOOR] == [
            step.stage for step in sheet.steps if step.grades
        ]

    def test_a_floor_of_a_group_looks_at_the_group(self):
        made = scheme(
            (group("mot", {"A": 80, "B": 10}), group("hai", {"C": 10})),
            floors=(Floor("liet", BEST, Fraction(1, 2), "hai"),),
        )
        shares = {"A": 1, "B": 0}
        sheets = [score(pack(made), dossier({**shares, "C": c})) for c in (1, 0)]

        assert [BEST, GOOD] == [sheet.grade for sheet in sheets]

    def test_a_criterion_that_may_yet_not_apply_fails_no_floor_for_certain(self):
        """None done of twelve or of none at all: nothing, or nothing to be done."""
        made = scheme({"nhom": {"A": 95, "B": 5}}, floors=(self.floor,))
        ratio = Proportion(part="du", whole="tong", on_zero="not_applicable")
        fields = (field("du", "count"), field("tong", "count"))
        built = pack(made, criterion("B", part(ratio, "", 1), fields=fields))
        sheets = [
            score(built, with_b(du=0, tong=whole))
            for whole in (OneOf((0, 12), "disputed"), 12, 0)
        ]

        assert [(BEST, GOOD), (GOOD,), (BEST,)] == [sheet.grades for sheet in sheets]


def with_b(**figures):
    told = dossier({"A": 1})
    return dossier({}, evidence={**told.evidence, "B": figures})


class TestOrder:
    cap = Cap("tran", HIT, WHY, GOOD)
    drop = Drop("ha", HIT, WHY)

    def test_a_cap_before_a_drop_is_not_a_drop_before_a_cap(self):
        """Excellent, held at good, lowered by one: fair. The other way round it would
        be good: lowered to good, and held where it already is.
        """
        sheet = graded(1, 1, seen={"A": 1}, caps=(self.cap,), drops=(self.drop,))

        assert FAIR == sheet.grade
        assert GOOD != sheet.grade

    def test_a_cap_holds_and_never_lifts(self):
        assert GOOD == graded(1, 1, seen={"A": 1}, caps=(self.cap,)).grade
        assert LAST == graded(0, 0, seen={"A": 1}, caps=(self.cap,)).grade

    def test_a_drop_stops_at_the_last_grade(self):
        drops = (Drop("ha", HIT, WHY, 9),)

        assert LAST == graded(1, 1, seen={"A": 1}, drops=drops).grade

    def test_drops_add_up(self):
        drops = (self.drop, Drop("ha-nua", ALSO, WHY))

        assert FAIR == graded(1, 1, seen={"A": 1, "B": 1}, drops=drops).grade

    def test_the_forced_lowest_ends_it(self):
        lowest = (Effect("cuoi", HIT, WHY),)

        assert LAST == graded(1, 1, seen={"A": 1}, lowest=lowest).grade

    def test_a_condition_that_does_not_hold_leaves_no_trace(self):
        sheet = graded(1, 1, caps=(self.cap,), drops=(self.drop,))

        assert [Stage.BAND] == [step.stage for step in sheet.steps if step.grades]


class TestOpenConditions:
    def test_an_open_cap_keeps_both_worlds(self):
        sheet = graded(1, 1, seen={"A": MISSING}, caps=(TestOrder.cap,))

        assert (None, (BEST, GOOD), 100) == (sheet.grade, sheet.grades, sheet.total)

    def test_a_dispute_on_one_side_of_the_line_is_settled(self):
        over = OneOf((1, 2), "disputed")
        across = OneOf((0, 2), "disputed")
        caps = (TestOrder.cap,)

        assert (GOOD,) == graded(1, 1, seen={"A": over}, caps=caps).grades
        assert (BEST, GOOD) == graded(1, 1, seen={"A": across}, caps=caps).grades

    @pytest.mark.parametrize("value", ["3", -1, True, Fraction(1, 2), 2.0])
    def test_a_figure_that_cannot_be_taken_escapes_no_cap(self, value):
        """Words where a count belongs are not «no violation»."""
        sheet = graded(1, 1, seen={"A": value}, caps=(TestOrder.cap,))

        assert ((BEST, GOOD), 1) == (sheet.grades, len(sheet.faults))

    def test_a_share_below_its_line_counts_only_where_it_applies(self):
        drops = (Drop("ha", under_half("B"), WHY),)
        shares = ["0.49", "0.5", NOT_APPLICABLE]
        dropped = [graded(1, b, drops=drops).grade for b in shares]

        assert [FAIR, GOOD, BEST] == dropped

    @given(data=st.data())
    def test_a_group_is_under_its_line_by_its_points(self, data):
        a, b = (data.draw(points(0, 1, step="0.05")) for _ in range(2))
        lowest = (Effect("cuoi", under_half(group_="nhom"), WHY),)
        forced = graded(a, b, lowest=lowest, grades=grades({BEST: 1, LAST: 0})).grade

        assert (forced == LAST) == (a + b < 1)
