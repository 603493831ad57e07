"""Ballots add up, or the list is refused with every disagreement at once."""

from itertools import product

import attrs
import pytest

from danvan_eval.consequences.ballots import Ballots, Voters, disagreements
from danvan_eval.consequences.council import Vote
from danvan_eval.consequences.members import Council, Recusal
from helpers.councils import (
    CANDIDATE,
    NATIONAL,
    OWN,
    ballots,
    codes,
    council,
    motion,
    only,
    vote,
)

FIVE = Voters(5, 5)


def line(*counts):
    return Ballots(CANDIDATE, OWN, *counts)


class TestOneLine:
    @pytest.mark.parametrize(
        ("counts", "expected"),
        [
            ((5, 5, 5, 0, 3, 1, 1), []),
            ((5, 4, 3, 1, 3, 0, 0), []),
            ((0, 0, 0, 0, 0, 0, 0), []),
            ((6, 5, 5, 0, 3, 1, 1), ["DV-D402"]),
            ((4, 5, 5, 0, 3, 1, 1), ["DV-D404"]),
            ((5, 5, 4, 0, 3, 1, 0), ["DV-D405"]),
            ((5, 5, 5, 0, 3, 1, 0), ["DV-D405"]),
            ((6, 7, 5, 1, 3, 1, 0), ["DV-D402", "DV-D404", "DV-D405", "DV-D405"]),
        ],
    )
    def test_every_disagreement_is_told_and_nothing_else(self, counts, expected):
        assert expected == codes(disagreements(line(*counts), FIVE))

    def test_a_negative_count_is_no_count_even_where_it_adds_up(self):
        found = disagreements(line(5, 5, 5, 0, 6, -1, 0), FIVE)

        assert ["DV-D401"] == codes(found)
        assert "Không đồng ý" in found[0].text()
        assert "Against" in found[0].text("en")

    def test_the_words_name_the_counts_and_the_sum(self):
        (found,) = disagreements(line(5, 5, 4, 0, 3, 1, 0), FIVE)

        assert "Hợp lệ + Không hợp lệ (4 + 0) không bằng Phiếu thu (5)" in found.text()

    @pytest.mark.parametrize("issued", [3, 4])
    def test_while_nobody_said_who_came_the_ballots_issued_cannot_be_checked(
        self, issued
    ):
        counts = (issued, 3, 3, 0, 3, 0, 0)

        expected = ["DV-D403"] if issued > 3 else []
        assert expected == codes(disagreements(line(*counts), Voters(3, 5)))

    @pytest.mark.parametrize("at", range(7))
    def test_a_count_nobody_gave_disagrees_with_nothing(self, at):
        counts = [5, 5, 5, 0, 3, 1, 1]
        counts[at] = None

        assert () == disagreements(line(*counts), FIVE)

    def test_exactly_the_consistent_counts_are_taken(self):
        small = range(3)
        for counts in product(small, repeat=7):
            issued, returned, valid, invalid, yes, no, blank = counts
            consistent = (
                issued <= 2
                and returned <= issued
                and valid + invalid == returned
                and yes + no + blank == valid
            )
            found = disagreements(line(*counts), Voters(2, 2))
            assert consistent == (not found), counts


class TestTheList:
    def test_one_bad_line_refuses_the_list_and_every_line_is_told(self):
        lines = [
            ballots(9, candidate="NV0101"),
            attrs.evolve(ballots(9, candidate="NV0102"), yes=8),
            attrs.evolve(ballots(9, candidate="NV0103"), returned=10, issued=10),
        ]

        found = vote(*lines)

        assert {"DV-D402", "DV-D405"} == set(codes(found))
        told = " ".join(one.text() for one in found)
        assert "NV0102" in told
        assert "NV0103" in told
        assert "NV0101" not in told

    def test_faults_of_council_agenda_share_and_ballots_come_together(self):
        nobody = Council(())

        found = vote(ballots(1, 1), council=nobody, adopted={})

        assert {"DV-D402", "DV-D406", "DV-D410"} == set(codes(found))

    def test_a_line_on_nothing_that_is_on_the_agenda_is_refused(self):
        found = vote(ballots(9), ballots(9, candidate="NV0999"), agenda=[motion()])

        assert ["DV-D409"] == codes(found)

    def test_two_lines_on_one_motion_are_refused(self):
        found = vote(ballots(9), ballots(8), agenda=[motion()])

        assert ["DV-D408"] == sorted(set(codes(found)))

    def test_one_motion_twice_is_refused(self):
        found = vote(ballots(9), agenda=[motion(), motion()])

        assert ["DV-D408"] == codes(found)

    def test_one_candidate_may_stand_for_two_awards(self):
        found = vote(ballots(9), ballots(9, award=NATIONAL))

        assert isinstance(found, Vote)
        assert [OWN, NATIONAL] == [one.motion.award for one in found.outcomes]

    def test_a_member_who_stands_twice_is_refused(self):
        twice = Council((*council(9).members, council(1).members[0]))

        assert ["DV-D407"] == codes(vote(ballots(9), council=twice))


class TestRecusal:
    def test_a_member_who_is_the_candidate_has_no_ballot(self):
        found = vote(ballots(9, 9, candidate="HD4"))

        assert ["DV-D402"] == codes(found)
        assert "8 thành viên" in found[0].text()

    def test_with_one_ballot_fewer_the_list_is_taken_and_says_who_did_not_vote(self):
        found = only(vote(ballots(8, 8, candidate="HD4")))

        assert ("HD4",) == found.recused
        assert "RECUSED" in [one.id for one in found.flags]
        assert "8/9 (88,88%)" == found.conditions[0].seen.vi

    def test_a_declared_relative_is_not_voted_on_either(self):
        declared = council(9, HD3={"recusals": (Recusal(CANDIDATE),)})

        assert ["DV-D402"] == codes(vote(ballots(9), council=declared))
        assert ("HD3",) == only(vote(ballots(8, 8), council=declared)).recused

    def test_who_is_recused_and_absent_is_subtracted_once(self):
        away = council(9, HD3={"recusals": (Recusal(CANDIDATE),), "present": False})

        assert ("HD3",) == only(vote(ballots(8, 8), council=away)).recused
        assert ["DV-D402"] == codes(vote(ballots(9), council=away))

    def test_a_recusal_about_one_candidate_leaves_the_others(self):
        declared = council(9, HD3={"recusals": (Recusal("NV0777"),)})

        assert () == only(vote(ballots(9), council=declared)).recused

    def test_where_a_member_declared_nothing_the_minutes_are_told(self):
        silent = council(9, HD3={"recusals": None})

        found = only(vote(ballots(9), council=silent))

        assert found.carried
        assert ["NOT_DECLARED"] == [one.id for one in found.flags]

    def test_where_the_share_cannot_be_reached_at_all_that_is_said(self):
        few = council(9, HD8={"present": False}, HD9={"present": False})

        found = only(vote(ballots(7, 7, NATIONAL), council=few))

        assert ["UNREACHABLE"] == [one.id for one in found.flags]
