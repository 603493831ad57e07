"""When a regular salary step is due, clause by clause."""

import attrs
import pytest

from danvan_eval.consequences.salary import propose_step
from danvan_eval.errors import FaultError
from helpers.paying import (
    KHTNV,
    away,
    because,
    day,
    failing,
    flags,
    laws,
    level,
    levels,
    nurse,
    pay,
    penalty,
    standing,
)

DUE = day("01/06/2025")


def step(on="01/06/2025", readings=None, **other):
    return propose_step(laws(), pay(**other), on=day(on), readings=readings or {})


def lines(found):
    return [(one.clause, one.months) for one in found.prolongation.lines]


class TestWhoAndWhen:
    """TT 08/2013, Điều 2 khoản 1 [Q]: text not seen."""

    @pytest.mark.parametrize(
        ("grade", "due"),
        [
            ("college", "01/06/2025"),
            ("intermediate", "01/06/2024"),
            ("expert", "01/06/2027"),
        ],
    )
    def test_the_kind_of_grade_says_how_long_a_step_is_held(self, grade, due):
        assert day(due) == step(grade=grade).due

    @pytest.mark.parametrize(
        ("on", "expected"), [("31/05/2025", "not_met"), ("01/06/2025", "proposed")]
    )
    def test_a_step_is_due_on_the_day_it_is_full_and_not_the_day_before(
        self, on, expected
    ):
        assert expected == standing(step(on))

    def test_a_step_that_began_on_a_last_day_is_full_by_the_calendar(self):
        found = step("01/03/2025", grade="intermediate", began=day("29/02/2024"))

        assert day("01/03/2026") == found.due

    def test_whoever_stands_on_the_last_step_has_no_next_one(self):
        found = step(last_step=True)

        assert ("not_met", ["tt08-d2-k1"]) == (standing(found), failing(found))

    def test_a_contract_worker_is_not_considered(self):
        found = step(subject=nurse(trait="nguoi-lao-dong"))

        assert "not_considered" == standing(found)

    @pytest.mark.parametrize(
        ("name", "empty"),
        [
            ("grade", None),
            ("began", None),
            ("last_step", None),
            ("absences", None),
            ("penalties", None),
            ("records", ()),
        ],
    )
    def test_a_fact_nobody_gave_is_asked_for_by_its_name(self, name, empty):
        found = step(**{name: empty})

        assert ("not_enough_data", (name,)) == (standing(found), found.missing)

    def test_who_is_neither_employee_nor_worker_is_asked_about(self):
        assert ("employee",) == step(subject=nurse(trait="")).missing

    def test_a_proposal_names_its_law_its_day_and_who_decides(self):
        found = step()

        assert ("luong-2021", DUE, "salary") == (found.law, found.event, found.use)
        assert "người có thẩm quyền quản lý viên chức" == found.decides.vi

    def test_before_the_circular_of_2021_there_is_no_law_to_go_by(self):
        with pytest.raises(FaultError, match="DV-D001"):
            step("14/08/2021")

    @pytest.mark.parametrize("other", [{}, {"last_step": True}, {"began": None}])
    def test_from_july_2026_everything_needs_a_person(self, other):
        found = step("01/07/2026", **other)

        assert "needs_human_confirmation" == standing(found)
        assert "LAW_NOT_CONFIRMED" in flags(found)

    def test_a_step_due_after_july_2026_is_flagged_before(self):
        found = step(began=day("01/08/2023"))

        assert ("not_met", ["LAW_NOT_CONFIRMED"]) == (standing(found), flags(found))


class TestProlongationByForm:
    """«bị khiển trách thì thời hạn nâng lương bị kéo dài 03 tháng» (Đ56 k1)."""

    @pytest.mark.parametrize(
        ("form", "months", "due"),
        [
            ("reprimand", 3, "01/09/2025"),
            ("warning", 6, "01/12/2025"),
            ("removal", 12, "01/06/2026"),
        ],
    )
    def test_every_form_prolongs_by_its_months(self, form, months, due):
        found = step(penalties=(penalty(form, "02/05/2024"),))

        assert (day(due), months) == (found.due, found.prolongation.months)
        assert [("ld58-d56-k1", months)] == lines(found)
        assert ["PROLONGED"] == flags(found)

    def test_after_the_prolongation_the_step_is_due_all_the_same(self):
        found = step("01/09/2025", penalties=(penalty("reprimand", "02/05/2024"),))

        assert "proposed" == standing(found)

    def test_two_disciplines_for_two_acts_add_up(self):
        two = (
            penalty("reprimand", "02/05/2024"),
            penalty("warning", "02/09/2024", "HV-02"),
        )

        assert 9 == step(penalties=two).prolongation.months

    def test_a_discipline_before_the_step_began_is_not_counted_again(self):
        found = step(penalties=(penalty("warning", "31/05/2022"),))

        assert DUE == found.due

    def test_a_form_nobody_named_leaves_three_to_twelve_months_open(self):
        found = step(
            "01/12/2025", records=levels(), penalties=(penalty(None, "02/05/2024"),)
        )

        prolonged = found.prolongation
        assert (3, 12, None) == (prolonged.low, prolonged.high, prolonged.months)
        assert ("not_enough_data", ("penalties.form",)) == (
            standing(found),
            found.missing,
        )

    def test_a_form_nobody_named_matters_not_once_the_longest_is_over(self):
        years = levels(years=(2022, 2023, 2024, 2025))
        found = step(
            "01/06/2026", records=years, penalties=(penalty(None, "02/05/2024"),)
        )

        assert "proposed" == standing(found)

    def test_of_a_dismissal_nobody_can_say_how_long_it_prolongs(self):
        found = step(penalties=(penalty("dismissal", "02/05/2024"),))

        assert (None, "not_enough_data") == (found.due, standing(found))


class TestYearsNotCompleted:
    """TT 03/2021, Điều 1 khoản 5 [Q]: text not seen."""

    def test_a_year_of_khtnv_prolongs_by_six_months(self):
        found = step(records=levels(2023), causes=because((2023, "")))

        assert [("tt03-d1-k5-b", 6)] == lines(found)
        assert day("01/12/2025") == found.due

    def test_two_years_that_do_not_follow_each_other_count_each(self):
        found = step(records=levels(2022, 2024), causes=because((2022, ""), (2024, "")))

        assert 12 == found.prolongation.months

    def test_khtnv_and_a_discipline_for_different_reasons_add_up(self):
        found = step(
            records=levels(2024),
            causes=because((2024, "")),
            penalties=(penalty("reprimand", "02/05/2024"),),
        )

        assert [("ld58-d56-k1", 3), ("tt03-d1-k5-d", 6)] == lines(found)
        assert day("01/03/2026") == found.due

    def test_case_40_a_reprimand_and_khtnv_for_the_same_act_cost_three_months(self):
        found = step(
            records=levels(2024),
            causes=because((2024, "HV-01")),
            penalties=(penalty("reprimand", "02/05/2024"),),
        )

        assert [("ld58-d56-k1", 3), ("tt03-d1-k5-dd", 0)] == lines(found)
        assert (3, day("01/09/2025")) == (found.prolongation.months, found.due)

    @pytest.mark.parametrize(
        ("effective", "form", "months"),
        [
            ("14/08/2021", "reprimand", 6),
            ("14/08/2021", "removal", 12),
            ("15/08/2021", "reprimand", 3),
        ],
    )
    def test_row_23_before_15_8_2021_it_was_the_longer_of_the_two(
        self, effective, form, months
    ):
        found = step(
            "01/01/2025",
            began=day("01/01/2021"),
            records=levels(2021, years=(2021, 2022, 2023, 2024)),
            causes=because((2021, "HV-01")),
            penalties=(penalty(form, effective),),
        )

        assert months == found.prolongation.months

    def test_why_a_year_was_khtnv_has_to_be_said_where_there_is_a_discipline(self):
        found = step(
            "01/10/2025",
            records=levels(2024),
            penalties=(penalty("reprimand", "02/05/2024"),),
        )

        assert ("not_enough_data", ("causes",)) == (standing(found), found.missing)
        assert (3, 9) == (found.prolongation.low, found.prolongation.high)

    def test_why_matters_not_where_there_was_no_discipline(self):
        assert 6 == step(records=levels(2024)).prolongation.months

    def test_an_act_without_a_discipline_in_the_register_is_asked_for(self):
        found = step(
            "01/10/2025", records=levels(2024), causes=because((2024, "HV-07"))
        )

        assert ("penalties",) == found.missing

    def test_a_level_decided_before_the_step_began_belongs_to_the_last_step(self):
        found = step(began=day("15/12/2022"), records=levels(2022))

        assert 0 == found.prolongation.months

    def test_a_level_decided_after_the_step_began_counts_whatever_its_year(self):
        late = level(2021, KHTNV, decided="20/06/2022")

        found = step(records=(late, *levels()))

        assert 6 == found.prolongation.months

    def test_a_year_nobody_was_to_rate_is_not_asked_for(self):
        found = step(records=levels(years=(2023, 2024)), unrated=frozenset({2022}))

        assert "proposed" == standing(found)

    def test_a_year_said_to_be_htnv_or_above_is_not_asked_for(self):
        found = step(records=levels(years=(2023,)), fulfilled=frozenset({2022, 2024}))

        assert "proposed" == standing(found)

    def test_a_decision_goes_before_what_is_said_of_a_year(self):
        found = step(records=levels(2023), fulfilled=frozenset({2023}))

        assert 6 == found.prolongation.months

    def test_two_levels_that_are_both_current_settle_nothing(self):
        both = (*levels(), attrs.evolve(level(2024), number="12/QĐ"))

        assert ("records",) == step(records=both).missing

    def test_a_level_not_yet_decided_on_the_day_is_not_known_yet(self):
        found = step("05/12/2024", grade="intermediate")

        assert "proposed" == standing(found)

    @pytest.mark.parametrize("day", ["01/06/2025", "02/07/2025"])
    def test_what_happens_when_the_step_was_full_is_left_to_people(self, day):
        found = step("01/10/2025", penalties=(penalty("warning", day),))

        assert ("not_enough_data", ()) == (standing(found), found.missing)
        assert "AFTER_FULL" in flags(found)
        assert (0, 6) == (found.prolongation.low, found.prolongation.high)


class TestPartyDiscipline:
    """TT 03/2021, Điều 1 khoản 5 điểm e [Q]: text not seen."""

    PARTY = penalty("warning", "02/04/2024", side="party")

    def test_the_administrative_decision_goes_before_the_party_s(self):
        found = step(penalties=(self.PARTY, penalty("reprimand", "02/05/2024")))

        assert [("ld58-d56-k1", 3)] == lines(found)

    def test_without_one_the_corresponding_form_of_the_party_counts(self):
        found = step(penalties=(self.PARTY,))

        assert [("tt03-d1-k5-e", 6)] == lines(found)


class TestTimeThatDoesNotCount:
    """TT 08/2013, Điều 2 khoản 1 điểm b, c [Q]: text not seen."""

    @pytest.mark.parametrize("kind", ["paid", "maternity", "study", "military"])
    def test_leave_that_counts_moves_nothing(self, kind):
        assert DUE == step(absences=(away(kind, "01/01/2023", "30/06/2023"),)).due

    @pytest.mark.parametrize(
        "kind",
        [
            *("unpaid", "overdue", "suspended", "probation"),
            *("desertion", "sentence", "pension", "other"),
        ],
    )
    def test_time_that_does_not_count_moves_the_day(self, kind):
        found = step(absences=(away(kind, "01/01/2023", "28/02/2023"),))

        assert day("01/08/2025") == found.due
        assert ["tt08-d2-k1-c"] == [one.clause for one in found.time.uncounted]

    def test_time_before_the_step_began_is_not_its_own(self):
        assert (
            DUE == step(absences=(away("probation", "01/01/2022", "31/05/2022"),)).due
        )

    def test_stretches_that_overlap_are_counted_once(self):
        two = (
            away("unpaid", "01/01/2023", "28/02/2023"),
            away("other", "01/02/2023", "31/03/2023"),
        )

        assert day("01/09/2025") == step(absences=two).due

    def test_sickness_of_six_months_in_all_counts(self):
        two = (
            away("sick", "01/01/2023", "31/03/2023"),
            away("sick", "01/01/2024", "31/03/2024"),
        )

        assert DUE == step(absences=two).due

    @pytest.mark.parametrize(
        ("chosen", "due"), [("excess", "01/08/2025"), ("whole", "01/02/2026")]
    )
    def test_beyond_six_months_of_sickness_a_reading_is_chosen(self, chosen, due):
        ill = (away("sick", "01/01/2023", "31/08/2023"),)

        found = step(absences=ill, readings={"sick_over": chosen})

        assert day(due) == found.due

    def test_while_no_reading_is_chosen_it_is_what_is_missing(self):
        found = step("01/09/2025", absences=(away("sick", "01/01/2023", "31/08/2023"),))

        assert ("reading.sick_over",) == found.missing

    def test_odd_days_rest_on_a_rule_nobody_has_read(self):
        found = step(
            "15/06/2025", absences=(away("unpaid", "02/01/2023", "16/01/2023"),)
        )

        assert "needs_human_confirmation" == standing(found)
        assert DUE == found.due

    def test_odd_days_settle_nothing_against_anybody(self):
        found = step(
            "01/06/2025", absences=(away("unpaid", "02/01/2023", "20/01/2023"),)
        )

        assert "needs_human_confirmation" == standing(found)

    def test_odd_days_do_not_matter_once_a_month_more_is_over(self):
        found = step(
            "01/07/2025", absences=(away("unpaid", "02/01/2023", "20/01/2023"),)
        )

        assert "proposed" == standing(found)

    def test_a_few_odd_days_make_no_month_by_that_rule(self):
        found = step(
            "01/06/2025", absences=(away("unpaid", "02/01/2023", "06/01/2023"),)
        )

        assert (DUE, "needs_human_confirmation") == (found.due, standing(found))
