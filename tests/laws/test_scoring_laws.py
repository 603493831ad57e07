"""What holds for every pack and every dossier."""

import datetime as dt
from fractions import Fraction

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from danvan_eval.evidence import Waiver
from danvan_eval.explaining import explain
from danvan_eval.outcomes import Outcome
from danvan_eval.packs import pack_of
from danvan_eval.records import from_data, to_data
from danvan_eval.scoring import score
from danvan_eval.sheet import Sheet
from danvan_eval.testing.building import NOT_APPLICABLE, YEAR, dossier, pack, scheme
from danvan_eval.testing.strategies import (
    dossiers_for,
    gaps_in,
    packs,
    schemes,
    shares,
    sheets,
    sheets_for,
)
from danvan_eval.trace import Stage

NEXT_YEAR = dt.date(2025, 12, 31)
IDS = "ABCD"


@st.composite
def scored(draw, **fixed):
    """Draw a pack, a complete dossier, and perhaps some gaps in it."""
    made = draw(packs(**fixed))
    told = draw(dossiers_for(made))
    return made, draw(gaps_in(made, told)) if draw(st.booleans()) else told


@st.composite
def judged_directly(draw, **fixed):
    """Draw a pack whose criteria are judged directly, and a share for each.

    Every criterion counts for everybody, so that there always is a total.
    """
    drawn = draw(schemes(IDS, **fixed))
    groups = [
        attrs.evolve(
            group,
            leaves=tuple(attrs.evolve(one, only=frozenset()) for one in group.leaves),
        )
        for group in drawn.groups
    ]
    made = pack(attrs.evolve(drawn, groups=tuple(groups)))
    return made, {one: draw(shares()) for one in IDS}


def mixed(draw, listed):
    return tuple(draw(st.permutations(listed)))


class TestBounds:
    @given(sheet=sheets())
    def test_every_share_and_every_point_lies_within_its_bounds(self, sheet):
        for line in sheet.lines:
            assert 0 <= line.finding.low <= line.finding.high <= 1
            assert 0 <= line.low <= line.high <= line.max_points

    @given(sheet=sheets())
    def test_an_interval_has_two_ends_in_order(self, sheet):
        assert sheet.low <= sheet.high
        assert sheet.total is None or sheet.low == sheet.high == sheet.total

    @given(given_=judged_directly(bonuses=(), deductions=(), round=None))
    def test_without_extras_a_total_lies_on_the_scale(self, given_):
        made, shares_ = given_
        sheet = score(made, dossier(shares_))

        assert 0 <= sheet.total <= sheet.out_of

    @given(sheet=sheets())
    def test_every_step_ends_where_the_next_begins(self, sheet):
        points = [step for step in sheet.steps if step.low is not None]

        assert all(step.low <= step.high for step in points)
        assert (sheet.low, sheet.high) == (points[-1].low, points[-1].high)


class TestPurity:
    @given(given_=scored())
    def test_the_same_dossier_gives_the_same_sheet(self, given_):
        """Also by a pack made anew: what was judged before leaves no trace."""
        made, told = given_
        anew = pack_of(made.scheme, made.shelf, YEAR, sha256=made.sha256)

        assert score(made, told) == score(made, told) == score(anew, told)

    @given(given_=scored(), data=st.data())
    def test_the_order_of_the_evidence_decides_nothing(self, given_, data):
        made, told = given_
        backwards = {
            one: dict(mixed(data.draw, list(told.evidence[one].items())))
            for one in mixed(data.draw, list(told.evidence))
        }

        assert score(made, told) == score(made, attrs.evolve(told, evidence=backwards))

    @given(given_=scored(), data=st.data())
    def test_the_order_of_groups_and_criteria_decides_nothing(self, given_, data):
        made, told = given_
        groups = [
            attrs.evolve(one, leaves=mixed(data.draw, one.leaves))
            for one in mixed(data.draw, made.scheme.groups)
        ]
        other = attrs.evolve(made.scheme, groups=tuple(groups))
        turned = pack_of(other, made.shelf, YEAR, sha256=made.sha256)
        one, two = score(made, told), score(turned, told)

        assert decided(one) == decided(two)
        assert set(one.missing) == set(two.missing)

    @given(sheet=sheets())
    def test_a_sheet_comes_back_from_data_as_it_was(self, sheet):
        assert sheet == from_data(to_data(sheet), Sheet)

    @given(given_=scored(), language=st.sampled_from(["vi", "en"]))
    def test_every_sheet_can_be_explained(self, given_, language):
        made, told = given_

        assert "{" not in explain(made, score(made, told), language=language)


def decided(sheet):
    return (
        *(sheet.outcome, sheet.eligibility, sheet.low, sheet.high, sheet.out_of),
        *(sheet.grades, sheet.keys, sheet.assumed, sheet.with_waivers),
    )


class TestNotApplicable:
    @given(data=st.data())
    def test_re_scaling_is_exact(self, data):
        """The total is the scale times what was gained over what could be gained."""
        tops = {one: data.draw(st.integers(1, 40)) for one in IDS}
        gained = {one: data.draw(shares()) for one in IDS}
        left = data.draw(st.sets(st.sampled_from(IDS), max_size=3))
        told = {one: NOT_APPLICABLE if one in left else gained[one] for one in IDS}
        groups = {
            "mot": dict(list(tops.items())[:2]),
            "hai": dict(list(tops.items())[2:]),
        }
        sheet = score(pack(scheme(groups)), dossier(told))

        points = sum((gained[one] * tops[one] for one in IDS if one not in left), 0)
        maxima = sum(tops[one] for one in IDS if one not in left)
        assert sheet.total * maxima == sum(tops.values()) * points

    @given(given_=scored())
    def test_a_criterion_that_does_not_apply_has_neither_points_nor_maximum(
        self, given_
    ):
        made, told = given_
        absent = [
            line
            for line in score(made, told).lines
            if line.finding.outcome is Outcome.NOT_APPLICABLE
        ]

        assert all((0, 0, 0) == (one.max_points, one.low, one.high) for one in absent)


class TestMonotony:
    @given(given_=judged_directly(bonuses=()), data=st.data())
    def test_raising_one_share_never_lowers_the_total_nor_the_grade(self, given_, data):
        """A bonus for a low share, perverse as it is, could be lost by raising it."""
        made, gained = given_
        one, raised = data.draw(st.sampled_from(IDS)), data.draw(shares())
        assume(raised > gained[one])
        before = score(made, dossier(gained))
        after = score(made, dossier({**gained, one: raised}))
        ids = made.scheme.grade_ids

        assert after.total >= before.total
        assert ids.index(after.grades[0]) <= ids.index(before.grades[0])

    @given(given_=judged_directly(deductions=(), zeros=()), data=st.data())
    def test_one_more_event_that_earns_a_bonus_never_lowers_the_total(
        self, given_, data
    ):
        made, gained = given_
        seen = {one: data.draw(st.integers(0, 3)) for one in IDS}
        one = data.draw(st.sampled_from(IDS))
        more = {**seen, one: seen[one] + 1}
        totals = [
            score(made, dossier(gained, events=each)).total for each in (seen, more)
        ]

        assert totals[0] <= totals[1]


class TestWaivers:
    @given(given_=scored(), data=st.data())
    def test_a_waiver_changes_no_total_grade_or_standing(self, given_, data):
        made, told = given_
        ids = [leaf.criterion for leaf in made.scheme.leaves]
        waivers = {
            one: Waiver(data.draw(shares()), "bão", "Hội đồng", NEXT_YEAR)
            for one in data.draw(st.sets(st.sampled_from(ids)))
        }
        before = score(made, told)
        after = score(made, attrs.evolve(told, waivers=waivers))
        one, two = (attrs.evolve(each, with_waivers=None) for each in (before, after))

        assert before.total == after.total
        assert decided(one)[1:] == decided(two)[1:]
        assert after.with_waivers is None or after.with_waivers >= after.low


class TestTrace:
    """The total is recomputed from the lines and steps alone."""

    @given(given_=scored())
    def test_the_stages_are_passed_in_their_order(self, given_):
        passed = [list(Stage).index(step.stage) for step in score(*given_).steps]

        assert sorted(passed) == passed

    @given(data=st.data())
    def test_what_is_written_on_a_sheet_adds_up_to_its_total(self, data):
        made = data.draw(packs())
        sheet = data.draw(sheets_for(made, complete=True))
        assume(sheet.complete)

        assert sheet.total == audited(sheet)

    @given(given_=judged_directly())
    def test_a_line_is_its_share_of_its_maximum_where_nothing_is_rounded(self, given_):
        made, gained = given_
        plain = {
            leaf.criterion: leaf.max_points
            for leaf in made.scheme.leaves
            if leaf.round is None and not leaf.steps
        }
        lines = [
            line
            for line in score(made, dossier(gained)).lines
            if line.criterion in plain and line.finding.reason == "direct.given"
        ]

        assert all(
            line.low == gained[line.criterion] * plain[line.criterion] for line in lines
        )

    @given(sheet=sheets())
    def test_what_is_open_names_what_it_waits_for_or_what_is_wrong(self, sheet):
        open_ = sheet.low != sheet.high or not sheet.outcome.settled

        assert not open_ or sheet.missing or sheet.faults


def audited(sheet):
    """Walk the steps with pencil and paper; every one must start from the last."""
    at = Fraction(0)
    for step in sheet.steps:
        facts = dict(step.facts)
        if step.stage is Stage.GROUP:
            own = [line.low for line in sheet.lines if line.group == step.about]
            assert step.low == min(sum(own), facts["max_points"])
            at += step.low
        elif step.stage is Stage.RESCALING:
            at = at * facts["to"] / facts["maximum"]
        elif step.stage in (Stage.BONUS, Stage.DEDUCTION) and not step.about:
            each = [
                dict(one.facts)["most"]
                for one in sheet.steps
                if one.stage is step.stage and one.about
            ]
            assert facts["most"] <= sum(each)
            at += facts["most"] if step.stage is Stage.BONUS else -facts["most"]
        elif step.stage in (Stage.CLAMP, Stage.ROUNDING):
            assert facts["before"] == at
            at = step.low
        if step.low is not None and step.stage is not Stage.GROUP:
            assert step.low == step.high == at
    return at
