"""Under which clause an act may fall, and what has to be there beforehand."""

import pytest

from danvan_eval.consequences.finding import ACTS, Conduct, Happened
from danvan_eval.consequences.referral import NoGround, Referral
from helpers.referring import (
    NEW,
    OLD,
    RULES,
    clauses,
    day,
    finding,
    grounds,
    referred,
    reminder,
)

BOTH = (OLD, NEW)
BEFORE = {OLD: "2025-01-10", NEW: "2027-01-10"}
"""A day before the act, under each law."""


def of_act(law, act, **more):
    """Return the clauses an act may fall under, with their answers."""
    return clauses(grounds(law, act, **more))


class TestArticle16And8:
    """«Vi phạm quy định của pháp luật về khiếu nại, tố cáo» (NĐ 112 Đ16 k7)."""

    @pytest.mark.parametrize("act", ["overbearing", "harassment", "insult", "profit"])
    def test_acts_towards_people_are_clause_3_in_both_decrees(self, act):
        assert [("nd112-d16-k3", "true")] == of_act(OLD, act)
        assert [("nd234-d8-k3", "true")] == of_act(NEW, act)

    def test_no_clause_names_the_violating_of_rights_so_people_look(self):
        wide = [("nd112-d16-k3", "unknown"), ("nd112-d16-k9", "true")]

        assert wide == of_act(OLD, "rights")
        assert [("nd234-d8-k3", "unknown"), ("nd234-d8-k10", "true")] == of_act(
            NEW, "rights"
        )

    def test_other_rules_have_a_clause_of_their_own_since_2026(self):
        assert [("nd112-d16-k9", "true")] == of_act(OLD, "other")
        assert [("nd234-d8-k10", "true")] == of_act(NEW, "other")

    @pytest.mark.parametrize("law", BOTH)
    @pytest.mark.parametrize("act", ACTS)
    def test_every_act_has_a_clause_that_the_law_knows(self, law, act):
        told = {"reminded": reminder(BEFORE[law]), "manages": True}
        late = {"due_on": day(BEFORE[law]), "settled": Happened(known=False)}
        found = referred(finding(law, act, **told, **late))

        assert isinstance(found, Referral)

    @pytest.mark.parametrize("law", BOTH)
    def test_other_laws_on_the_act_stand_beside_it(self, law):
        assert ("tcd-d6", "kcb-d7") == grounds(law, "harassment").related
        assert ("tc-d8", "dc-d9", "dc-d59") == grounds(law, "retaliation").related


class TestTheWrittenReminder:
    """«đã được cấp có thẩm quyền nhắc nhở bằng văn bản» (NĐ 112 Đ16 k1, k2)."""

    @pytest.mark.parametrize("law", BOTH)
    @pytest.mark.parametrize("act", ["conduct", "procedure", "internal_rules"])
    def test_without_one_there_is_nothing_to_refer(self, law, act):
        found = referred(finding(law, act, reminded=Happened(known=False)))

        assert isinstance(found, NoGround)
        assert "no_article" == found.why
        assert "false" in {one.truth.value for one in found.conditions}

    @pytest.mark.parametrize("law", BOTH)
    def test_one_before_the_act_is_what_the_clause_asks(self, law):
        found = of_act(law, "internal_rules", reminded=reminder(BEFORE[law]))

        assert ["true"] == [answer for _, answer in found]

    def test_one_nobody_speaks_of_is_missing(self):
        found = referred(finding(OLD, "procedure", reminded=Happened()))

        assert [("nd112-d16-k1", "unknown")] == clauses(found.grounds)
        assert "reminded" in found.missing

    @pytest.mark.parametrize("on", ["2025-05-07", "2025-06-01"])
    def test_of_one_that_day_or_later_the_text_does_not_say(self, on):
        found = grounds(OLD, "procedure", act_on="2025-05-07", reminded=reminder(on))
        asked = found.candidates[0].conditions[1]

        assert ("unknown", True) == (asked.truth.value, asked.silent)

    def test_one_between_the_first_day_of_a_lasting_act_and_its_last_counts(self):
        days = {"act_on": "2025-03-01", "ended_on": "2025-05-01"}
        found = of_act(OLD, "procedure", **days, reminded=reminder("2025-04-01"))

        assert [("nd112-d16-k1", "true")] == found

    def test_what_is_overbearing_needs_none(self):
        assert [("nd112-d16-k3", "true")] == of_act(OLD, "overbearing")


class TestRulesOfConduct:
    """«đạo đức nghề nghiệp và quy tắc ứng xử» (NĐ 112 Đ16 k1)."""

    def test_the_hospitals_own_rules_are_the_internal_ground(self):
        found = of_act(OLD, "conduct", reminded=reminder("2025-01-10"))

        assert [("nd112-d16-k1", "true"), ("nd112-d16-k1", "unknown")] == found

    @pytest.mark.parametrize("rules", [None, Conduct("9/QĐ", day("2025-06-01"))])
    def test_without_rules_at_the_time_there_is_no_internal_ground(self, rules):
        one = finding(OLD, "conduct", reminded=reminder("2025-01-10"))
        found = referred(one, conduct=rules).grounds.candidates

        assert ["false", "unknown"] == [each.truth.value for each in found]
        assert "chưa có căn cứ nội bộ" in found[0].conditions[-1].seen.vi

    def test_the_rules_of_the_health_service_are_left_to_people(self):
        one = finding(OLD, "conduct", reminded=reminder("2025-01-10"))
        service = referred(one, conduct=None).grounds.candidates[1]

        assert "tt07-d3" == service.beside
        assert service.conditions[-1].silent

    def test_rules_issued_while_the_act_lasted_leave_it_open(self):
        days = {"act_on": "2023-11-01", "ended_on": "2024-02-01"}
        one = finding(OLD, "conduct", **days, reminded=reminder("2023-12-05"))

        assert (
            "unknown" == referred(one, conduct=RULES).grounds.candidates[0].truth.value
        )


class TestComplaints:
    """«Vi phạm quy định của pháp luật về khiếu nại, tố cáo» (NĐ 234 Đ8 k7)."""

    @pytest.mark.parametrize(
        ("settled", "answer"),
        [("2027-02-11", "true"), ("2027-02-10", None), ("2027-02-01", None)],
    )
    def test_late_is_after_the_day_it_was_due(self, settled, answer):
        told = {"due_on": "2027-02-10", "settled": Happened.day(day(settled))}
        found = referred(finding(NEW, "late_complaint", **told))

        if answer is None:
            assert isinstance(found, NoGround)
        else:
            assert [("nd234-d8-k7", answer)] == clauses(found.grounds)

    def test_not_settled_at_all_is_late_from_the_day_of_the_conclusion(self):
        told = {"due_on": "2027-02-10", "settled": Happened(known=False)}

        assert [("nd234-d8-k7", "true")] == of_act(NEW, "late_complaint", **told)

    def test_without_its_days_they_are_asked_for(self):
        found = referred(finding(NEW, "late_complaint"))

        assert {"due_on", "settled"} <= set(found.missing)

    def test_retaliation_needs_no_day_of_settlement(self):
        assert [("nd234-d8-k7", "true")] == of_act(NEW, "retaliation")


class TestManagers:
    """«Viên chức quản lý không thực hiện đúng trách nhiệm» (NĐ 112 Đ17 k3 a)."""

    def test_letting_staff_violate_waits_for_a_persons_finding_on_consequence(self):
        found = referred(finding(OLD, "let_staff", manages=True))

        assert [("nd112-d17-k3-a", "unknown")] == clauses(found.grounds)
        assert "gravity" in found.missing

    def test_failing_at_managing_is_asked_of_managers(self):
        assert [("nd234-d9-k3-b", "true")] == of_act(NEW, "management", manages=True)

    @pytest.mark.parametrize("act", ["let_staff", "management"])
    def test_who_holds_no_post_cannot_have(self, act):
        assert "no_article" == referred(finding(NEW, act, manages=False)).why
