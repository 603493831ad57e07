"""What is still open holds everything that can come of it."""

from fractions import Fraction
from itertools import product

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from danvan_eval.evidence import OneOf
from danvan_eval.judging import mean_bounds
from danvan_eval.outcomes import Outcome
from danvan_eval.scoring import score
from danvan_eval.testing.building import (
    NOT_APPLICABLE,
    dossier,
    group,
    pack,
    scheme,
)
from danvan_eval.testing.strategies import (
    counts,
    dossiers_for,
    gaps_in,
    packs,
    shares,
)

IDS = "ABC"


@st.composite
def completions(draw, **fixed):
    """Draw the sheet of a complete dossier, and that of the same with gaps."""
    made = draw(packs(**fixed))
    told = draw(dossiers_for(made))
    return score(made, told), score(made, draw(gaps_in(made, told)))


class TestCompletions:
    @given(sheets=completions())
    def test_a_completed_total_lies_in_the_interval(self, sheets):
        complete, open_ = sheets
        assume(complete.outcome is not Outcome.NOT_APPLICABLE)

        assert open_.low <= complete.low <= complete.high <= open_.high

    @given(sheets=completions())
    def test_a_completed_grade_is_one_of_those_still_possible(self, sheets):
        complete, open_ = sheets

        assert set(complete.grades) <= set(open_.grades)

    @given(sheets=completions())
    def test_a_completed_share_lies_within_its_bounds(self, sheets):
        for complete, open_ in zip(*[sheet.lines for sheet in sheets], strict=True):
            if complete.finding.outcome is Outcome.NOT_APPLICABLE:
                assert open_.finding.removable or open_.finding == complete.finding
            else:
                assert open_.finding.low <= complete.finding.low
                assert complete.finding.high <= open_.finding.high
                assert open_.low <= complete.low <= complete.high <= open_.high

    @given(sheets=completions())
    def test_a_total_that_exists_beside_gaps_is_the_completed_one(self, sheets):
        complete, open_ = sheets

        assert open_.total in (None, complete.total)

    @given(sheets=completions())
    def test_a_grade_that_exists_beside_gaps_is_the_completed_one(self, sheets):
        complete, open_ = sheets

        assert open_.grade in (None, complete.grade)

    @given(sheets=completions())
    def test_eligibility_once_known_stays(self, sheets):
        complete, open_ = sheets

        assert open_.eligibility in (complete.eligibility, "unknown")

    @given(data=st.data())
    def test_nothing_at_all_is_known_of_nobody(self, data):
        made = data.draw(packs())
        told = data.draw(dossiers_for(made))
        complete = score(made, told)
        empty = score(made, attrs.evolve(told, evidence={}))
        assume(complete.outcome is not Outcome.NOT_APPLICABLE)

        assert empty.low <= complete.low <= complete.high <= empty.high
        assert set(complete.grades) <= set(empty.grades)


class TestAlternatives:
    @given(data=st.data())
    def test_a_dispute_reaches_from_the_least_to_the_most_opinion_exactly(self, data):
        """Every combination of opinions is scored alone: brute force."""
        pairs = {one: data.draw(st.tuples(shares(), shares())) for one in IDS}
        made = pack(scheme({"mot": {"A": 40, "B": 40}, "hai": {"C": 20}}))
        alone = [
            score(made, dossier(dict(zip(IDS, choice, strict=True))))
            for choice in product(*pairs.values())
        ]
        disputed = {one: OneOf(pair, "disputed") for one, pair in pairs.items()}
        sheet = score(made, dossier(disputed))

        assert min(one.total for one in alone) == sheet.low
        assert max(one.total for one in alone) == sheet.high
        assert {one.grade for one in alone} <= set(sheet.grades)

    @given(data=st.data())
    def test_an_open_event_count_holds_each_of_its_options(self, data):
        options = tuple(data.draw(st.lists(counts(3), min_size=1, max_size=3)))
        made = data.draw(packs(most=2))
        told = data.draw(dossiers_for(made))
        one = made.scheme.leaves[0].criterion

        def seen(value):
            evidence = {**told.evidence, one: {**told.evidence[one], "events": value}}
            return score(made, attrs.evolve(told, evidence=evidence))

        open_ = seen(OneOf(options, "pending"))
        alone = [seen(option) for option in options]

        assert all(open_.low <= each.low <= each.high <= open_.high for each in alone)
        assert all(set(each.grades) <= set(open_.grades) for each in alone)


class TestExactEnds:
    """Where nothing is clamped the ends are not only safe but reached."""

    @given(data=st.data())
    def test_the_ends_of_a_re_scaled_total_are_those_of_brute_force(self, data):
        known = {one: data.draw(st.none() | shares()) for one in IDS}
        tops = {one: data.draw(st.integers(1, 30)) for one in IDS}
        excluded = data.draw(st.sampled_from(["rescale", "reduce"]))
        made = pack(scheme({"nhom": tops}, excluded=excluded))
        sheet = score(made, dossier(known))
        ways = [
            (0, 1, NOT_APPLICABLE) if one is None else (one,) for one in known.values()
        ]
        alone = [
            score(made, dossier(dict(zip(IDS, choice, strict=True))))
            for choice in product(*ways)
        ]
        totals = [one.total for one in alone if one.total is not None]

        assert (min(totals), max(totals)) == (sheet.low, sheet.high)

    @given(data=st.data())
    def test_the_bounds_of_a_mean_are_those_of_every_way_to_leave_it(self, data):
        members = data.draw(
            st.lists(
                st.tuples(
                    st.integers(1, 9).map(Fraction), shares(), shares(), st.booleans()
                ),
                min_size=1,
                max_size=5,
            )
        )
        members = [(w, min(a, b), max(a, b), leaves) for w, a, b, leaves in members]
        lows, highs = [], []
        for kept in product((True, False), repeat=len(members)):
            pairs = list(zip(members, kept, strict=True))
            stay = [one for one, keep in pairs if keep]
            if not stay or any(not keep and not one[3] for one, keep in pairs):
                continue
            weight = sum(one[0] for one in stay)
            lows.append(sum(one[0] * one[1] for one in stay) / weight)
            highs.append(sum(one[0] * one[2] for one in stay) / weight)
        bounds = mean_bounds(members)

        assert (min(lows), max(highs)) == (bounds.low, bounds.high)
        assert bounds.removable == all(leaves for *_, leaves in members)

    @given(gained=shares(), held=st.integers(1, 20))
    def test_a_clamped_group_of_known_criteria_is_exact(self, gained, held):
        groups = (
            group("mot", {"A": 10, "B": 10}, at_most=held),
            group("hai", {"C": 10}),
        )
        made = pack(scheme(groups))
        sheet = score(made, dossier({"A": gained, "B": 1}))
        shares_ = [{"A": gained, "B": 1, "C": c} for c in (0, 1, NOT_APPLICABLE)]
        totals = [score(made, dossier(one)).total for one in shares_]

        assert (min(totals), max(totals)) == (sheet.low, sheet.high)
