"""The worked cases of referral, each to the day, and what leads to none at all."""

import pytest

from danvan_eval.consequences.referral import NoGround, Referral
from helpers.referring import (
    NEW,
    OLD,
    classes,
    clauses,
    earlier,
    finding,
    grounds,
    referred,
)


class TestWorkedCases:
    """«hách dịch, cửa quyền hoặc gây khó khăn, phiền hà đối với nhân dân» (Đ16 k3)."""

    def test_case_32_a_substantiated_complaint_is_referred_under_article_16(self):
        found = referred(finding(OLD, concluded_on="2025-06-16"))

        assert isinstance(found, Referral)
        assert OLD == found.law
        assert [("nd112-d16-k3", "true")] == clauses(found.grounds)
        assert "false" == found.grounds.repeat.truth.value

    def test_case_34_one_class_is_over_and_the_other_runs_and_both_are_told(self):
        found = grounds(
            NEW,
            act_on="2021-03-01",
            ended_on="2021-03-01",
            concluded_on="2026-08-01",
        )

        assert [(60, "false"), (120, "true")] == classes(found)
        assert [(65, 0), (65, 0)] == [one.elapsed for one in found.limitations]

    @pytest.mark.parametrize(
        ("act_on", "again"), [("2027-07-01", "true"), ("2027-09-01", "false")]
    )
    def test_case_38_the_same_act_within_twelve_months_is_a_repeat(self, act_on, again):
        found = grounds(
            NEW,
            act_on=act_on,
            ended_on=act_on,
            concluded_on="2027-10-01",
            first=False,
            earlier=earlier("2026-08-01"),
        )

        assert again == found.repeat.truth.value


class TestWhatLeadsToNone:
    """Only what somebody with the authority has concluded on is referred."""

    @pytest.mark.parametrize(
        ("state", "held"), [("verifying", True), ("unfounded", False), (None, True)]
    )
    def test_without_a_conclusion_there_is_no_referral(self, state, held):
        found = referred(finding(state=state))

        assert isinstance(found, NoGround)
        assert held is found.held

    def test_while_it_is_verified_it_waits_for_the_conclusion_alone(self):
        found = referred(finding(state="verifying", concluded_on=None), None)

        assert ("verifying", ()) == (found.why, found.missing)

    def test_a_conclusion_without_a_day_waits_for_its_day(self):
        found = referred(finding(concluded_on=None), None)

        assert ("no_date", ("concluded_on",)) == (found.why, found.missing)

    def test_a_contract_worker_is_not_under_the_decree(self):
        assert "not_official" == referred(finding(official=False)).why

    def test_whether_somebody_is_a_public_employee_is_asked_for(self):
        assert "official" in referred(finding(official=None)).missing

    def test_a_case_opened_before_any_law_at_hand_has_none(self):
        found = referred(finding(concluded_on="2023-06-01", act_on="2023-05-02"))

        assert ("no_law", False) == (found.why, found.held)
