"""By which share, and of whom, does a vote carry a proposal?"""

from fractions import Fraction

import attrs
import pytest

from danvan_eval.consequences.members import Quorum, Share
from danvan_eval.consequences.proposal import Standing
from helpers.councils import (
    FLAG,
    NATIONAL,
    OWN,
    SEVENTY,
    ballots,
    codes,
    council,
    law,
    motion,
    only,
    vote,
)

PROPOSED, NOT_MET = Standing.PROPOSED, Standing.NOT_MET


def standing(*lines, **how):
    return only(vote(*lines, **how)).standing


class TestDecree152Article33Clause5:
    """NĐ 152/2025 Điều 33 khoản 5, mark T, text not seen: 90 % and 80 % of all members."""

    @pytest.mark.parametrize(
        ("size", "yes", "expected"), [(9, 8, NOT_MET), (10, 9, PROPOSED)]
    )
    def test_case_31_eight_of_nine_fail_and_nine_of_ten_pass(self, size, yes, expected):
        found = vote(ballots(yes, size, NATIONAL), size=size)

        assert expected is only(found).standing

    def test_case_31_the_share_is_cut_and_never_rounded_up_to_the_line(self):
        found = vote(ballots(8, 9, NATIONAL))

        assert "8/9 (88,88%)" == only(found).conditions[0].seen.vi

    def test_who_is_absent_is_still_a_member(self):
        few = council(10, HD9={"present": False}, HD10={"present": False})

        found = vote(ballots(8, 8, NATIONAL), council=few)

        assert NOT_MET is only(found).standing
        assert "8/10 (80%)" == only(found).conditions[0].seen.vi

    @pytest.mark.parametrize(("yes", "expected"), [(7, NOT_MET), (8, PROPOSED)])
    def test_the_flag_of_the_government_asks_for_eight_of_ten(self, yes, expected):
        assert expected is standing(ballots(yes, 10, FLAG), size=10)

    def test_where_the_hospital_adopted_a_stricter_share_both_count(self):
        strict = Share(Fraction(1), "Điều 9 (hư cấu)", "members")

        found = only(
            vote(ballots(9, 10, NATIONAL), size=10, adopted={NATIONAL: strict})
        )

        assert NOT_MET is found.standing
        assert ["true", "false"] == [one.truth.value for one in found.conditions]

    def test_a_laxer_adopted_share_does_not_replace_that_of_the_law(self):
        assert NOT_MET is standing(ballots(8, 9, NATIONAL), adopted={NATIONAL: SEVENTY})


class TestDecree152Article6Clause2:
    """NĐ 152/2025 Điều 6 khoản 2, mark T, text not seen: no national share here."""

    def test_question_21_without_an_adopted_share_the_vote_is_refused(self):
        found = vote(ballots(9), adopted={})

        assert ["DV-D410"] == codes(found)
        assert "Điều 6 khoản 2" in found[0].text()

    @pytest.mark.parametrize(("yes", "expected"), [(6, NOT_MET), (7, PROPOSED)])
    def test_seventy_percent_is_a_rule_only_when_it_was_adopted(self, yes, expected):
        assert expected is standing(ballots(yes, 9), size=9, adopted={OWN: SEVENTY})

    def test_the_adopted_article_stands_in_the_condition(self):
        (asked,) = only(vote(ballots(9))).conditions

        assert "hd-own-share" == asked.clause
        assert SEVENTY.article in asked.required.vi

    @pytest.mark.parametrize(
        ("base", "expected"), [("members", NOT_MET), ("returned", PROPOSED)]
    )
    def test_the_adopted_rule_says_of_what_the_share_is(self, base, expected):
        rule = Share(Fraction(7, 10), "Điều 8 (hư cấu)", base)

        found = standing(ballots(6, 9, returned=8, valid=8, no=2), adopted={OWN: rule})

        assert expected is found

    def test_a_share_of_no_ballots_at_all_is_not_known(self):
        rule = Share(Fraction(7, 10), "Điều 8 (hư cấu)", "returned")

        found = only(vote(ballots(0, 0), adopted={OWN: rule}))

        assert Standing.NOT_ENOUGH_DATA is found.standing
        assert ("ballots.returned",) == found.missing

    @pytest.mark.parametrize("ratio", [Fraction(0), Fraction(-1, 2), Fraction(11, 10)])
    def test_a_share_that_can_be_none_is_refused(self, ratio):
        found = vote(ballots(9), adopted={OWN: Share(ratio, "Điều 8", "members")})

        assert ["DV-D411"] == codes(found)

    def test_a_share_without_an_article_is_refused(self):
        found = vote(ballots(9), adopted={OWN: Share(Fraction(1, 2), " ", "members")})

        assert ["DV-D412"] == codes(found)


class TestOtherYears:
    """Before 01/7/2025 no share was read; after 30/9/2026 nobody has confirmed it."""

    def test_in_2024_even_the_national_title_needs_an_adopted_share(self):
        found = vote(ballots(9, award=NATIONAL), law=law("hd-2024"), adopted={})

        assert ["DV-D410"] == codes(found)

    def test_in_2024_an_adopted_share_of_it_needs_confirmation(self):
        found = standing(
            ballots(9, award=NATIONAL), law=law("hd-2024"), adopted={NATIONAL: SEVENTY}
        )

        assert Standing.NEEDS_HUMAN_CONFIRMATION is found

    def test_in_2024_a_title_of_the_unit_goes_by_its_own_rule(self):
        assert PROPOSED is standing(ballots(7), law=law("hd-2024"))

    def test_under_the_amending_law_the_share_needs_confirmation(self):
        found = standing(ballots(9, award=NATIONAL), law=law("hd-2026"), adopted={})

        assert Standing.NEEDS_HUMAN_CONFIRMATION is found

    def test_under_the_amending_law_too_few_are_too_few(self):
        found = standing(ballots(8, award=NATIONAL), law=law("hd-2026"), adopted={})

        assert NOT_MET is found


class TestQuorum:
    """No quorum is assumed; an adopted one is asked for by its article."""

    RULE = Quorum(Fraction(2, 3), "Điều 4 (hư cấu)")

    @pytest.mark.parametrize(("absent", "expected"), [(3, PROPOSED), (4, NOT_MET)])
    def test_an_adopted_quorum_counts_members_present(self, absent, expected):
        away = {f"HD{nth}": {"present": False} for nth in range(9, 9 - absent, -1)}
        rule = Share(Fraction(1, 2), "Điều 8 (hư cấu)", "returned")

        found = vote(
            ballots(9 - absent, 9 - absent),
            council=council(9, **away),
            adopted={OWN: rule},
            quorum=self.RULE,
        )

        assert expected is only(found).standing

    def test_nobody_said_who_came_so_it_is_not_known(self):
        unsaid = {f"HD{nth}": {"present": None} for nth in (7, 8, 9)}
        rule = Share(Fraction(1, 2), "Điều 8 (hư cấu)", "returned")
        few = council(9, **unsaid, HD6={"present": False})

        found = only(
            vote(ballots(5, 5), council=few, adopted={OWN: rule}, quorum=self.RULE)
        )

        assert Standing.NOT_ENOUGH_DATA is found.standing
        assert ("council.present",) == found.missing

    def test_without_one_nothing_is_asked(self):
        few = council(9, HD8={"present": False}, HD9={"present": False})

        found = only(vote(ballots(7, 7), council=few))

        assert 1 == len(found.conditions)


def test_a_motion_without_ballots_is_not_known():
    found = only(vote(agenda=[motion()]))

    assert Standing.NOT_ENOUGH_DATA is found.standing
    assert ("ballots",) == found.missing


@pytest.mark.parametrize("name", ["issued", "returned", "invalid", "yes", "blank"])
def test_a_count_nobody_gave_leaves_the_result_open(name):
    found = only(vote(attrs.evolve(ballots(9), **{name: None})))

    assert Standing.NOT_ENOUGH_DATA is found.standing
    assert (f"ballots.{name}",) == found.missing
