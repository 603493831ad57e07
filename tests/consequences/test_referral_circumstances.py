"""Repeat, deferral, waiver, facts that are listed, who decides, and the council."""

import pytest

from danvan_eval.consequences.finding import answers
from danvan_eval.consequences.referral import refer_all
from danvan_eval.loading.laws import load_laws
from helpers.referring import (
    NEW,
    OLD,
    RULES,
    earlier,
    finding,
    grounds,
    referred,
    situation,
)

AGAIN = {"first": False, "concluded_on": "2027-12-01"}


def repeat(law=NEW, **more):
    """Return whether it is a repeat, and the facts still asked for."""
    found = grounds(law, **more).repeat
    return found.truth.value, found.missing


def true_of(conditions):
    """Return the clauses whose condition holds."""
    return [one.clause for one in conditions if one.truth.value == "true"]


class TestRepeat:
    """«hạn 12 tháng kể từ ngày quyết định xử lý kỷ luật có hiệu lực» (NĐ 234 Đ2 k8).

    NĐ 112 Đ2 k8 [M], text not seen.
    """

    @pytest.mark.parametrize(
        ("act_on", "answer"),
        [("2027-07-31", "true"), ("2027-08-01", "unknown"), ("2027-08-02", "false")],
    )
    def test_only_of_the_last_day_the_text_does_not_say(self, act_on, answer):
        found, missing = repeat(act_on=act_on, earlier=earlier("2026-08-01"), **AGAIN)

        assert (answer, ()) == (found, missing)

    def test_an_act_before_the_earlier_decision_repeats_nothing(self):
        told = {"act_on": "2026-07-20", "earlier": earlier("2026-08-01")}

        assert "false" == repeat(**told, **AGAIN)[0]

    def test_another_act_is_no_repeat(self):
        told = {"act_on": "2027-01-05", "earlier": earlier("2026-08-01", same=False)}

        assert "false" == repeat(**told, **AGAIN)[0]

    def test_whether_it_is_the_same_act_is_asked_for(self):
        told = {"act_on": "2027-01-05", "earlier": earlier("2026-08-01", same=None)}

        assert ("unknown", ("earlier.same_act",)) == repeat(**told, **AGAIN)

    def test_who_is_called_a_repeater_needs_the_earlier_decision(self):
        assert ("unknown", ("earlier",)) == repeat(first=False)
        assert ("unknown", ("first",)) == repeat(first=None)

    def test_a_term_that_is_only_remembered_settles_nothing(self):
        told = {"first": False, "earlier": earlier("2024-12-01")}
        found = referred(finding(OLD, **told))

        assert "unknown" == found.grounds.repeat.truth.value
        assert ("nd112-d2-k8",) == found.to_confirm

    def test_an_act_while_a_decision_is_in_effect_is_pointed_out(self):
        told = {"act_on": "2027-01-05", "earlier": earlier("2026-08-01", same=False)}
        found = grounds(NEW, **told, **AGAIN)

        assert "nd234-d2-k3" in {one.clause for one in found.remarks}


class TestDeferral:
    """«Các trường hợp chưa xem xét xử lý kỷ luật» (NĐ 234 Đ3).

    NĐ 112 Đ3 [Q], text not seen.
    """

    @pytest.mark.parametrize(
        ("kind", "old", "new"),
        [
            ("illness", ["nd112-d3"], ["nd234-d3-k1"]),
            ("prosecution", ["nd112-d3"], ["nd234-d3-k3"]),
            ("leave", ["nd112-d3"], []),
        ],
    )
    def test_annual_leave_defers_under_the_older_decree_alone(self, kind, old, new):
        def deferring(law, year):
            one = situation(kind, f"{year}-01-01", lifted=False)
            return true_of(grounds(law, situations=(one,)).deferrals)

        assert (old, new) == (deferring(OLD, 2025), deferring(NEW, 2027))

    @pytest.mark.parametrize(
        ("lifted", "answer"), [(False, "true"), (True, "false"), (None, "unknown")]
    )
    def test_a_mother_may_ask_in_writing_to_be_examined(self, lifted, answer):
        one = situation("maternity", "2027-01-01", lifted=lifted)
        found = grounds(NEW, situations=(one,)).deferrals

        assert [answer] == [each.truth.value for each in found]

    def test_what_is_over_defers_no_more(self):
        one = situation("illness", "2026-12-01", "2027-01-31")

        assert [] == true_of(grounds(NEW, situations=(one,)).deferrals)

    def test_without_a_word_about_it_situations_are_missing(self):
        assert "situations" in referred(finding(situations=None)).missing

    def test_the_day_it_was_opened_is_the_day_that_is_asked(self):
        one = situation("illness", "2025-07-01", lifted=False)
        found = finding(OLD, concluded_on="2025-06-16", situations=(one,))

        assert [] == true_of(referred(found).grounds.deferrals)
        assert ["nd112-d3"] == true_of(referred(found, "2025-07-15").grounds.deferrals)


class TestWaiver:
    """«thì được loại trừ trách nhiệm kỷ luật» (NĐ 234 Đ4 k1).

    NĐ 112 Đ4 [M], text not seen.
    """

    def test_a_case_that_is_named_is_told_and_still_referred(self):
        found = grounds(NEW, exclusion=answers("exclusion", "necessity"))

        assert ["nd234-d4-k1"] == true_of(found.exclusions)
        assert "nd234-d4-k1" in {one.clause for one in found.remarks}

    def test_what_is_only_remembered_is_left_to_people(self):
        told = {"exemption": answers("exemption", "deceased")}
        found = referred(finding(OLD, **told))

        assert [] == true_of(found.grounds.exemptions)
        assert ("nd112-d4",) == found.to_confirm

    def test_nobody_having_said_anything_it_is_missing(self):
        assert "exclusion" in referred(finding(exclusion={})).missing


class TestFactsThatAreListed:
    """«một hoặc một số tình tiết sau thì được giảm nhẹ» (NĐ 234 Đ4 k4)."""

    @pytest.mark.parametrize("group", ["aggravating", "mitigating"])
    def test_each_is_named_with_its_answer_and_its_clause(self, group):
        name = {"aggravating": "retaliated", "mitigating": "remedied"}[group]
        found = getattr(grounds(NEW, **{group: answers(group, name)}), group)

        assert [name] == [one.name for one in found if one.truth.value == "true"]
        assert {"nd234-d4-k3", "nd234-d4-k4"} >= {one.clause for one in found}

    def test_of_the_older_decree_no_list_was_at_hand(self):
        found = grounds(OLD).mitigating

        assert {"nd112-d33-k3-a"} == {one.clause for one in found}


class TestWhoDecides:
    """«người đứng đầu đơn vị sự nghiệp công lập quản lý viên chức» (NĐ 112 Đ31 k2)."""

    @pytest.mark.parametrize(
        ("law", "manages", "first"),
        [
            (OLD, True, "nd112-d31-k1"),
            (OLD, False, "nd112-d31-k2"),
            (NEW, True, "nd234-d12-k1"),
            (NEW, False, "nd234-d12-k2"),
        ],
    )
    def test_managers_by_who_appoints_others_by_the_head(self, law, manages, first):
        assert first == grounds(law, manages=manages).decides[0].clause

    def test_both_are_named_while_the_post_is_not_known(self):
        found = referred(finding(NEW, manages=None))

        assert 3 == len(found.grounds.decides)
        assert "manages" in found.missing

    @pytest.mark.parametrize(
        ("law", "manages", "members"),
        [
            (OLD, True, [5]),
            (OLD, False, [3, 5]),
            (NEW, True, [3]),
            (NEW, False, [3]),
        ],
    )
    def test_the_council_has_its_number_by_post_and_decree(self, law, manages, members):
        own = load_laws()[law]
        told = [
            own.clause(one.clause) for one in grounds(law, manages=manages).procedure
        ]

        assert members == [
            one.numbers["members"] for one in told if "members" in one.numbers
        ]

    def test_relatives_are_kept_off_the_council(self):
        """«có quyền, nghĩa vụ liên quan đến hành vi vi phạm bị xem xét» (Đ2 k11)."""
        assert "nd234-d2-k11" in {one.clause for one in grounds(NEW).procedure}

    def test_a_decision_of_the_party_starts_thirty_days(self):
        """«trong thời hạn 30 ngày» (NĐ 234 Đ2 k6)."""
        found = grounds(NEW, concluded_by="party")

        assert "nd234-d2-k6" == found.procedure[0].clause


def test_several_findings_about_one_person_may_be_examined_together():
    """«không tách riêng từng hành vi vi phạm» (NĐ 234 Đ2 k2)."""
    two = [finding(NEW), finding(NEW, "insult", case="KL-08")]
    other = finding(NEW, case="KL-09", person="N02")
    brought = [(one, one.concluded_on) for one in (*two, other)]
    found = refer_all(load_laws(), brought, conduct=RULES)

    assert [True, True, False] == [
        "nd234-d2-k2" in {note.clause for note in one.notes} for one in found
    ]
