"""What a criterion finds where a figure is one of several: all are tried."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.evidence import OneOf
from danvan_eval.kinds.per_incident import PerIncident
from danvan_eval.outcomes import Outcome
from danvan_eval.testing.building import criterion, part
from helpers.judging import HALF, codes, counts, found, ratio, survey


class TestAlternatives:
    def test_a_dispute_lies_between_the_least_and_the_most_opinion(self):
        finding = found(ratio(), du=OneOf((11, 12), "disputed"), tong=12)

        assert (Outcome.DISPUTED, 0, 1) == (finding.outcome, finding.low, finding.high)
        assert finding.share is None

    def test_a_matter_still_verified_is_unknown(self):
        finding = found(ratio(), du=OneOf((11, 12), "pending"), tong=12)

        assert (Outcome.UNKNOWN, "pending") == (finding.outcome, finding.reason)

    def test_an_opinion_of_none_at_all_may_remove_the_criterion(self):
        finding = found(ratio(), du=0, tong=OneOf((0, 12), "disputed"))

        assert (0, 0, True) == (finding.low, finding.high, finding.removable)

    def test_opinions_that_all_remove_the_criterion_remove_it(self):
        """Three answers or four: too few for a survey that needs thirty."""
        finding = found(survey(), chi_so=HALF, phieu=OneOf((3, 4), "disputed"))

        assert finding.outcome is Outcome.NOT_APPLICABLE

    @given(
        options=st.lists(st.integers(0, 6), min_size=1, max_size=4).map(tuple),
        per=st.sampled_from([Fraction(0), Fraction(1, 4), HALF, Fraction(1)]),
        at_least=st.sampled_from([Fraction(0), HALF]),
        why=st.sampled_from(["pending", "disputed"]),
    )
    def test_what_every_alternative_comes_to_is_settled_and_nothing_else_is(
        self, options, per, at_least, why
    ):
        made = criterion(
            "A",
            part(PerIncident(count="vu", per=per, at_least=at_least), "", 1),
            fields=counts("vu"),
        )
        alone = {found(made, vu=one).share for one in options}
        finding = found(made, vu=OneOf(options, why))

        assert (alone.pop() if len(alone) == 1 else None) == finding.share

    def test_what_is_open_and_changes_nothing_is_named(self):
        made = criterion(
            "A",
            part(PerIncident(count="vu", per=HALF, at_least=0), "", 1),
            fields=counts("vu"),
        )
        finding = found(made, vu=OneOf((5, 6), "pending"))

        assert ("settled.open", (("missing", ("vu",)),), ()) == (
            finding.reason,
            finding.facts,
            finding.missing,
        )

    def test_one_wrong_opinion_spoils_the_dispute(self):
        finding = found(ratio(), du=OneOf((11, -1), "disputed"), tong=12)

        assert (Outcome.INVALID, ["DV-E202"]) == (finding.outcome, codes(finding))

    @given(
        studied=st.lists(st.integers(0, 6), min_size=1, max_size=3).map(tuple),
        whole=st.integers(1, 6),
        why=st.sampled_from(["pending", "disputed"]),
    )
    def test_an_opinion_that_contradicts_the_whole_is_never_dropped(
        self, studied, whole, why
    ):
        """Five of three is wrong, even where another opinion says one of three."""
        finding = found(ratio(), du=OneOf(studied, why), tong=whole)
        wrong = [one for one in dict.fromkeys(studied) if one > whole]

        assert ["DV-E203"] * len(wrong) == codes(finding)
        assert bool(wrong) == (finding.outcome is Outcome.INVALID)
        assert not wrong or (0, 1) == (finding.low, finding.high)

    def test_an_opinion_still_open_is_named_beside_the_contradiction(self):
        finding = found(ratio(), du=OneOf((5, 1), "disputed"), tong=3)

        assert ("du",) == finding.missing

    def test_options_that_look_alike_but_differ_in_type_stay_apart(self):
        """One is no yes: a cache that took them for each other would mix them up."""
        numbers, answers = OneOf((1, 0), "pending"), OneOf((True, False), "pending")

        assert numbers != answers
        assert 2 == len({numbers, answers})
