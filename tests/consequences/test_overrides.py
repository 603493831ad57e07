"""Equals across a line become items; a choice fills the slots left, or is refused."""

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.consequences.members import Recusal
from danvan_eval.consequences.minutes import FACTS, Meeting, minutes_of
from danvan_eval.consequences.overrides import (
    Item,
    Opinion,
    Override,
    agenda_of,
    override,
    recorded,
    settle,
)
from danvan_eval.terms import Text
from helpers.councils import CANDIDATE, ON, ballots, codes, council, vote
from helpers.deciding_2026 import crowd, hospital_year, quota, staff

TEN = [97, 95, 95, 95, *[80] * 16]
"""Twenty people, four slots: the first is settled, three stand equal for three."""
WHY = "đã xét hồ sơ thành tích"
BY = "Hội đồng TĐKT"


def items(*points, groups="none", group=None):
    """Return the agenda of a hospital whose people have these points."""
    people = [
        staff(own, f"N{nth:02d}", group=group(nth) if group else "")
        for nth, own in enumerate(points, 1)
    ]
    return agenda_of(hospital_year(*people, chosen=quota("A", groups)).worksheets)


def three_for_two():
    """Return an item: three equals for the two slots that are left."""
    (found,) = items(97, 96, 95, 95, 95, *[80] * 15)
    return found


class TestTheAgenda:
    def test_a_contested_line_comes_with_its_codes_slots_and_clause(self):
        found = three_for_two()

        assert ("N03", "N04", "N05") == found.codes
        assert 2 == found.left
        assert "nd233-d12-k6" == found.clause[:12]
        assert "Viên chức" == found.about.vi
        assert "thứ tự đã khai" in found.tried.vi

    def test_where_nothing_is_contested_there_is_nothing_to_settle(self):
        assert () == items(99, 98, 97, *[80] * 12)

    def test_what_was_tried_is_the_chain_where_there_is_one(self):
        made = hospital_year(*crowd(5, [95, 95, 80, 80, 80])).worksheets
        (sheet,) = [one for one in made if one.whole.allocation.contested]
        line = attrs.evolve(sheet.whole.allocation, chain=("tổng", "C05"))
        again = attrs.evolve(sheet, whole=attrs.evolve(sheet.whole, allocation=line))

        (found,) = agenda_of([again])

        assert "tổng, C05" == found.tried.vi

    def test_a_line_of_a_group_is_told_by_the_group(self):
        points = [95 if nth < 2 else 91 if nth < 5 else 75 for nth in range(20)]

        (found,) = items(*points, groups="group", group=lambda nth: f"g{nth % 2}")

        assert ("g1", 1) == (found.scope, found.left)
        assert "g1" in found.says.vi


class TestSettling:
    def test_a_choice_of_exactly_the_slots_left_is_a_record(self):
        item = three_for_two()

        found = settle(item, ["N05", "N03"], WHY, BY, ON)

        assert isinstance(found, Override)
        assert ("N03", "N05") == found.codes
        assert (WHY, BY, ON) == (found.reason, found.by, found.on)
        assert item.says == found.before

    @pytest.mark.parametrize(
        ("chosen", "expected"),
        [
            ([], ["DV-D417"]),
            (["N03"], ["DV-D417"]),
            (["N03", "N04", "N05"], ["DV-D417"]),
            (["N03", "N03"], ["DV-D417"]),
            (["N03", "N04", "N04"], ["DV-D417"]),
            (["N03", "N99"], ["DV-D416", "DV-D417"]),
            (["N03", "N04", "N01"], ["DV-D416"]),
        ],
    )
    def test_any_other_choice_is_refused(self, chosen, expected):
        found = settle(three_for_two(), chosen, WHY, BY, ON)

        assert expected == codes(found)

    def test_reason_role_and_day_are_asked_for_at_once(self):
        found = settle(three_for_two(), ["N03", "N04"], "  ", "", None)

        assert ["DV-D413", "DV-D414", "DV-D414"] == codes(found)

    def test_while_another_decision_comes_first_nothing_is_taken(self):
        waiting = attrs.evolve(three_for_two(), waits=True)

        assert ["DV-D415"] == codes(settle(waiting, ["N03", "N04"], WHY, BY, ON))

    @given(st.lists(st.sampled_from(["A", "B", "C", "D", "X"]), max_size=5))
    def test_what_is_taken_fills_the_slots_and_nothing_else_is(self, chosen):
        item = Item(Text("thử"), "", "c", ("A", "B", "C", "D"), 2, Text("tổng"))
        fits = len(chosen) == 2 == len(set(chosen)) and "X" not in chosen

        found = settle(item, chosen, WHY, BY, ON)

        assert fits == isinstance(found, Override)
        if isinstance(found, Override):
            assert set(chosen) == set(found.codes)


def opinion(after="hạng 3", before="hạng 2", **more):
    """Return another opinion on the rank of K01."""
    made = Opinion(("K01",), "xếp hạng", before, after, WHY, BY, ON)
    return attrs.evolve(made, **more)


class TestOverrides:
    def test_another_opinion_keeps_both_results_with_its_reason(self):
        found = override(opinion())

        assert isinstance(found, Override)
        assert ("hạng 2", "hạng 3") == (found.before.vi, found.after.vi)

    @pytest.mark.parametrize("reason", ["", "   "])
    def test_without_a_reason_it_is_refused(self, reason):
        assert ["DV-D413"] == codes(override(opinion(reason=reason)))

    @pytest.mark.parametrize("after", ["", "hạng 2", " hạng 2 "])
    def test_an_opinion_that_changes_nothing_is_refused(self, after):
        assert ["DV-D418"] == codes(override(opinion(after)))

    def test_an_opinion_where_there_was_no_result_is_taken(self):
        assert isinstance(override(opinion(before="")), Override)


class TestRecorded:
    def test_a_row_that_names_an_item_is_its_choice_and_others_are_opinions(self):
        item = three_for_two()
        chosen = opinion(about=item.id, codes=("N04", "N05"))

        taken, faults = recorded([chosen, opinion()], [item])

        assert () == faults
        assert [("N04", "N05"), ("K01",)] == [one.codes for one in taken]

    def test_two_choices_about_one_item_are_none(self):
        item = three_for_two()
        rows = [
            opinion(about=item.id, codes=codes_)
            for codes_ in (("N03", "N04"), ("N04", "N05"))
        ]

        taken, faults = recorded(rows, [item])

        assert () == taken
        assert {"DV-D419"} == set(codes(faults))

    def test_one_bad_row_takes_nothing_from_the_others(self):
        taken, faults = recorded([opinion(reason=""), opinion(by="Giám đốc")])

        assert ["Giám đốc"] == [one.by for one in taken]
        assert ["DV-D413"] == codes(faults)


class TestMinutes:
    """NĐ 152/2025 Điều 36, mark T, text not seen: the file holds the minutes."""

    MEETING = Meeting(ON, "secret", "Phòng họp 1")

    def test_they_hold_who_came_who_presided_and_what_was_voted(self):
        present = council(9, HD9={"present": False})
        held = vote(ballots(8, 8), council=present)

        found = minutes_of(held, self.MEETING)

        assert ("HD1", "HD2") == (found.chair, found.secretary)
        assert ("HD9",) == found.absent
        assert 8 == len(found.present)
        assert held is found.vote
        assert () == found.missing

    def test_they_name_what_nobody_gave(self):
        silent = council(9, HD1={"present": None}, HD2={"present": False})
        held = vote(ballots(7, 7), council=silent)

        found = minutes_of(held, Meeting(ON))

        assert {
            *("meeting.method", "meeting.place", "council.chair"),
            *("council.secretary", "council.present"),
        } == set(found.missing)
        assert ("HD1",) == found.unsaid
        assert set(found.missing) <= set(FACTS)

    def test_they_name_who_did_not_vote_on_whom(self):
        related = council(9, HD3={"recusals": (Recusal(CANDIDATE),)})

        found = minutes_of(vote(ballots(8, 8), council=related), self.MEETING)

        assert ((CANDIDATE, ("HD3",)),) == found.recused

    def test_choices_stand_in_them_beside_the_vote_which_they_do_not_change(self):
        chosen = settle(three_for_two(), ["N03", "N04"], WHY, BY, ON)
        held = vote(ballots(9))

        found = minutes_of(held, self.MEETING, [chosen])

        assert (chosen,) == found.overrides
        assert held == found.vote

    def test_number_and_signatures_are_left_to_people(self):
        found = minutes_of(vote(ballots(9)), self.MEETING)

        assert "" == found.meeting.number
        assert dt.date(2025, 12, 15) == found.meeting.on
