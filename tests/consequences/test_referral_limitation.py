"""Until when limitation runs, class by class, and which days do not count."""

import pytest

from danvan_eval.consequences.finding import answers
from helpers.referring import (
    NEW,
    OLD,
    classes,
    day,
    finding,
    grounds,
    referred,
    situation,
)

BEGAN = "2022-03-10"
SIXTY = "2027-03-10"


def of_new(**more):
    """Return the two classes of the decree of 2026."""
    told = {"act_on": BEGAN, "ended_on": BEGAN, "concluded_on": SIXTY} | more
    return grounds(NEW, **told)


class TestArticle5Clause3:
    """«05 năm (60 tháng) đối với hành vi vi phạm» (NĐ 234 Đ5 k3 a)."""

    @pytest.mark.parametrize(
        ("concluded", "first"),
        [("2027-03-09", "true"), ("2027-03-10", "unknown"), ("2027-03-11", "false")],
    )
    def test_only_of_the_very_last_day_the_text_does_not_say(self, concluded, first):
        found = of_new(concluded_on=concluded)

        assert [(60, first), (120, "true")] == classes(found)

    def test_a_month_without_that_day_ends_on_its_last(self):
        ended = {"act_on": "2024-02-29", "ended_on": "2024-02-29"}

        assert "true" == classes(of_new(**ended, concluded_on="2029-02-28"))[0][1]
        assert "false" == classes(of_new(**ended, concluded_on="2029-03-01"))[0][1]

    def test_where_every_class_is_over_it_is_still_referred_and_said_so(self):
        found = of_new(act_on="2015-01-05", ended_on="2015-01-05")

        assert ["false", "false"] == [answer for _, answer in classes(found)]
        assert "mọi loại thời hiệu" in " ".join(one.says.vi for one in found.remarks)


class TestArticle5Clause2:
    """«điểm có hành vi vi phạm được tính từ thời điểm chấm dứt» (NĐ 234 Đ5 k2 a)."""

    def test_a_lasting_act_counts_from_its_end(self):
        found = of_new(ended_on="2025-06-01")

        assert "true" == classes(found)[0][1]

    def test_one_whose_end_cannot_be_found_counts_from_the_conclusion(self):
        found = of_new(act_on="2010-01-01", ended_on=None, end_known=False)

        assert [(60, "true"), (120, "true")] == classes(found)

    def test_without_an_end_it_runs_for_certain_while_it_runs_from_the_act(self):
        early = of_new(ended_on=None, concluded_on="2027-01-10")

        assert ["true", "true"] == [answer for _, answer in classes(early)]

    def test_without_an_end_nobody_can_say_that_it_is_over(self):
        late = of_new(ended_on=None, concluded_on="2029-01-10")

        assert [(60, "unknown"), (120, "true")] == classes(late)
        assert ("ended_on",) == late.limitations[0].missing

    def test_without_the_day_of_the_act_nothing_is_certain(self):
        late = of_new(act_on=None, ended_on=None)

        assert ["unknown", "unknown"] == [answer for _, answer in classes(late)]
        assert ("act_on", "ended_on") == late.limitations[0].missing


class TestArticle5Clause1:
    """«Thời hiệu xử lý kỷ luật được tính từ thời điểm có hành vi vi» (NĐ 234 Đ5 k1)."""

    def test_a_new_act_inside_the_term_starts_it_again(self):
        found = of_new(later_acts=(day("2026-12-01"),), concluded_on="2030-01-05")

        assert [(60, "true"), (120, "true")] == classes(found)

    def test_a_new_act_after_the_term_does_not(self):
        found = of_new(later_acts=(day("2027-06-01"),), concluded_on="2030-01-05")

        assert (60, "false") == classes(found)[0]

    def test_the_same_new_act_may_still_fall_inside_the_longer_class(self):
        found = of_new(later_acts=(day("2027-06-01"),), concluded_on="2035-01-05")

        assert [(60, "false"), (120, "true")] == classes(found)

    @pytest.mark.parametrize("fact", ["later_acts", "situations"])
    def test_what_nobody_speaks_of_may_have_kept_it_running(self, fact):
        found = of_new(concluded_on="2028-01-10", **{fact: None})

        assert [(60, "unknown"), (120, "true")] == classes(found)
        assert (fact,) == found.limitations[0].missing


class TestArticle5Clause4:
    """«Các hành vi vi phạm không áp dụng thời hiệu xử lý kỷ luật» (NĐ 234 Đ5 k4)."""

    def test_a_kind_without_limitation_stays_open_in_every_class(self):
        found = of_new(
            act_on="1999-01-05",
            ended_on="1999-01-05",
            unlimited=answers("unlimited", "false_papers"),
        )

        assert [(60, "true"), (120, "true")] == classes(found)
        assert all(one.unlimited for one in found.limitations)

    def test_while_nobody_says_so_a_term_that_is_over_may_be_none(self):
        found = of_new(concluded_on="2028-01-10", unlimited={})

        assert [(60, "unknown"), (120, "true")] == classes(found)
        assert ("unlimited",) == found.limitations[0].missing


class TestArticle5Clause6:
    """«Không tính vào thời hiệu, thời hạn xử lý kỷ luật» (NĐ 234 Đ5 k6)."""

    @pytest.mark.parametrize(
        ("kind", "answer"),
        [
            ("illness", "true"),
            ("prosecution", "true"),
            ("litigation", "true"),
            ("leave", "false"),
        ],
    )
    def test_days_of_deferral_are_added_to_the_term(self, kind, answer):
        ill = situation(kind, "2026-01-01", "2026-03-31")

        found = of_new(situations=(ill,), concluded_on="2027-05-20")

        assert (60, answer) == classes(found)[0]

    def test_who_may_have_asked_to_be_examined_leaves_the_end_open(self):
        child = situation("maternity", "2026-01-01", "2026-03-31")

        found = of_new(situations=(child,), concluded_on="2027-05-20")

        assert (60, "unknown") == classes(found)[0]

    def test_the_term_for_handling_is_longer_by_the_same_days(self):
        ill = situation("illness", "2027-02-20", "2027-02-28")
        found = of_new(found_on="2027-02-01", situations=(ill,))

        assert [9, 9] == [one.not_counted for one in found.deadlines]
        assert "2027-05-11" == found.deadlines[0].term.last.isoformat()


class TestArticle5Clause5:
    """«Thời hạn xử lý kỷ luật không quá 90 ngày» (NĐ 234 Đ5 k5)."""

    @pytest.mark.parametrize("law", [OLD, NEW])
    def test_ninety_and_a_hundred_and_fifty_days_from_discovery(self, law):
        found = grounds(law).deadlines

        assert [90, 150] == [one.days for one in found]
        assert [90, 150] == [(one.term.last - one.term.start).days for one in found]

    def test_without_the_day_of_discovery_it_is_asked_for(self):
        assert "found_on" in referred(finding(NEW, found_on=None)).missing


class TestArticle53:
    """«02 năm đối với hành vi vi phạm ít nghiêm trọng» (Luật 58/2010 Đ53 k1 a).

    NĐ 112 Đ5 as amended by NĐ 71 [Q], text not seen.
    """

    def test_the_law_and_the_decree_are_both_told_and_none_is_chosen(self):
        found = grounds(
            OLD, act_on="2022-05-05", ended_on="2022-05-05", concluded_on="2025-06-16"
        )

        assert [(24, "false"), (60, "true"), (60, "true"), (120, "true")] == classes(
            found
        )

    def test_the_end_of_a_lasting_act_is_only_remembered_to_count(self):
        found = grounds(
            OLD, act_on="2022-05-05", ended_on="2024-12-01", concluded_on="2025-06-16"
        )

        assert (24, "unknown") == classes(found)[0]
        assert ("nd112-d5",) == found.remembered

    def test_a_new_act_is_only_remembered_to_start_it_again(self):
        found = grounds(
            OLD,
            act_on="2022-05-05",
            ended_on="2022-05-05",
            concluded_on="2025-06-16",
            later_acts=(day("2024-02-02"),),
        )

        assert (24, "unknown") == classes(found)[0]

    def test_criminal_procedure_is_taken_out_of_the_term_for_handling(self):
        held = situation("prosecution", "2025-06-01", "2025-06-10")
        found = grounds(OLD, found_on="2025-05-27", situations=(held,))

        assert [10, 10] == [one.not_counted for one in found.deadlines]
