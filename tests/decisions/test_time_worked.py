"""How long somebody worked, who is not classified, and whom leave caps (NĐ 90, Đ2 k3)."""

from fractions import Fraction

import pytest

from danvan_eval.decisions.answers import Truth
from danvan_eval.decisions.worked import Months, length
from helpers.deciding import (
    BOTH,
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    classified,
    conduct,
    days,
    discipline,
    not_enough_data,
    outcome,
    people_decide,
    person,
    reading,
    results,
    suggested,
    tasks,
    work,
)

NOT_CLASSIFIED = ("not_classified", ())
UNPAID, SICK, STUDY, MATERNITY = "khong-luong", "om-dau", "di-hoc", "thai-san"


def exactly(months, more=0):
    both = months + Fraction(more, 31)
    return Months(both, both)


def away(*leaves, year=2024, **more):
    """Classify somebody excellent with leaves in 2024, written as kind, first, last."""
    made = [(kind, days(first, last)) for kind, first, last in leaves]
    return lambda **less: classified(
        person(work=work(year, *made, **more), **less), chosen=reading(**CHOSEN)
    )


CHOSEN = {"study_counts": "leave"}


class TestLength:
    @pytest.mark.parametrize(
        ("first", "last", "expected"),
        [
            ("2024-01-01", "2024-06-30", exactly(6)),
            ("2024-07-01", "2024-12-31", exactly(6)),
            ("2024-01-15", "2024-07-14", exactly(6)),
            ("2024-01-31", "2024-02-29", exactly(1)),
            ("2024-01-15", "2024-07-13", exactly(5, 29)),
            ("2024-01-01", "2024-12-31", exactly(12)),
            ("2024-02-29", "2024-02-29", exactly(0, 1)),
        ],
    )
    def test_a_stretch_is_counted_in_calendar_months(self, first, last, expected):
        assert expected == length([days(first, last)])

    def test_odd_days_of_two_stretches_add_up_only_to_the_nearest(self):
        both = [days("2024-01-01", "2024-03-15"), days("2024-06-01", "2024-08-15")]

        found = length(both)

        assert Months(4 + Fraction(30, 31), 4 + Fraction(30, 28)) == found
        assert Truth.UNKNOWN is found.at_least(Fraction(5))

    def test_nothing_is_no_time(self):
        assert exactly(0) == length([])


class TestSixMonths:
    """Under six months of work nobody is classified (NĐ 90, Đ2 k3) [Q]; text not seen."""

    @pytest.mark.parametrize("law", BOTH)
    @pytest.mark.parametrize(
        ("first", "expected"), [("07-01", suggested(HTXS)), ("07-02", NOT_CLASSIFIED)]
    )
    def test_six_months_to_the_day_are_enough(self, law, first, expected):
        year = 2022 if law == BOTH[0] else 2024
        worked = work(year, employed=(days(f"{year}-{first}", f"{year}-12-31"),))

        assert expected == outcome(classified(person(law=law, work=worked), law))

    def test_not_even_whoever_fails_is_classified(self):
        worked = work(2024, employed=(days("2024-09-01", "2024-12-31"),))
        one = person(
            work=worked,
            results=results(lacking=9),
            disciplines=(discipline(counted=0),),
        )

        assert NOT_CLASSIFIED == outcome(classified(one))

    def test_work_of_other_years_does_not_count(self):
        worked = work(2024, employed=(days("2020-01-01", "2024-05-31"),))

        assert NOT_CLASSIFIED == outcome(classified(person(work=worked)))

    @pytest.mark.parametrize("kind", [UNPAID, SICK, STUDY])
    def test_long_leave_leaves_no_year_to_judge(self, kind):
        assert NOT_CLASSIFIED == outcome(away((kind, "2024-01-01", "2024-07-01"))())

    def test_maternity_is_no_reason_not_to_be_classified(self):
        found = away((MATERNITY, "2024-01-01", "2024-09-30"))()

        assert suggested(HTXS) == outcome(found)

    def test_without_their_time_everything_stays_open(self):
        found = classified(person(work=None))

        assert not_enough_data(HTXS, HTNV) == outcome(found)
        assert ("work",) == found.missing

    def test_a_row_that_cannot_be_read_asks_for_the_time_worked(self):
        found = classified(person(work=work(2024, spoilt=True)))

        assert not_enough_data(HTXS, HTNV) == outcome(found)
        assert ("work",) == found.missing

    def test_odd_days_on_which_it_hangs_are_for_people(self):
        stretches = (days("2024-01-01", "2024-03-15"), days("2024-06-01", "2024-09-15"))

        found = classified(person(work=work(2024, employed=stretches)))

        assert people_decide(HTXS) == outcome(found)
        assert found.level is None


class TestLeaveOfThreeMonths:
    """Three to under six months of leave: never above HTNV (NĐ 90, Đ2 k3) [Q]; text not seen."""

    def test_case_6_four_months_without_pay_and_sixty_per_cent_exceeded(self):
        one = away((UNPAID, "2024-03-01", "2024-06-30"))

        assert suggested(HTNV) == outcome(one(tasks=tasks(20, exceeded=12)))

    @pytest.mark.parametrize(
        ("last", "level"),
        [("05-30", HTXS), ("05-31", HTNV), ("06-01", HTNV), ("08-30", HTNV)],
    )
    @pytest.mark.parametrize("kind", [UNPAID, SICK, STUDY])
    def test_three_months_to_the_day_are_enough_for_the_cap(self, kind, last, level):
        found = away((kind, "2024-03-01", f"2024-{last}"))()

        assert suggested(level) == outcome(found)

    def test_exactly_half_a_year_is_covered_by_neither_rule(self):
        found = away((UNPAID, "2024-03-01", "2024-08-31"))()

        assert people_decide(HTXS, HTNV) == outcome(found)

    def test_whoever_is_good_hangs_between_good_and_completed(self):
        one = away((UNPAID, "2024-03-01", "2024-08-31"))

        assert people_decide(HTT, HTNV) == outcome(one(conduct=conduct("meets")))

    def test_leaves_of_several_kinds_add_up(self):
        found = away(
            (SICK, "2024-03-01", "2024-04-30"), (UNPAID, "2024-09-01", "2024-09-30")
        )()

        assert suggested(HTNV) == outcome(found)

    def test_a_day_on_two_leaves_is_one_day(self):
        found = away(
            (SICK, "2024-03-01", "2024-04-30"), (UNPAID, "2024-04-01", "2024-05-15")
        )()

        assert suggested(HTXS) == outcome(found)

    def test_leave_before_the_year_does_not_count(self):
        found = away((UNPAID, "2023-06-01", "2024-02-29"))()

        assert suggested(HTXS) == outcome(found)

    def test_a_day_on_which_nobody_was_employed_is_no_leave(self):
        started = (days("2024-03-01", "2024-12-31"),)

        found = away((UNPAID, "2024-01-01", "2024-05-15"), employed=started)()

        assert suggested(HTXS) == outcome(found)

    def test_odd_days_on_which_the_cap_hangs_are_for_people(self):
        found = away(
            (SICK, "2024-03-01", "2024-04-15"), (UNPAID, "2024-09-01", "2024-10-15")
        )()

        assert people_decide(HTXS, HTNV) == outcome(found)

    @pytest.mark.parametrize(
        ("lacking", "expected"),
        [(2, suggested(HTNV)), (3, people_decide(HTNV, KHTNV)), (6, suggested(KHTNV))],
    )
    def test_whoever_stands_lower_stays_there(self, lacking, expected):
        one = away((UNPAID, "2024-03-01", "2024-06-30"))
        found = one(tasks=tasks(good=19), results=results(lacking=lacking))

        assert expected == outcome(found)

    def test_a_figure_that_only_tells_higher_levels_apart_is_not_needed(self):
        one = away((UNPAID, "2024-03-01", "2024-06-30"))

        assert suggested(HTNV) == outcome(one(tasks=tasks(exceeded=None)))


class TestMaternity:
    """The time actually worked makes the year's level (NĐ 90, Đ2 k3) [Q]; text not seen."""

    @pytest.mark.parametrize("last", ["2024-06-30", "2024-08-31", "2024-12-31"])
    def test_it_caps_nobody_however_long_it_is(self, last):
        found = away((MATERNITY, "2024-03-01", last))()

        assert suggested(HTXS) == outcome(found)

    def test_a_day_of_maternity_is_no_absence_inside_another_leave(self):
        found = away(
            (UNPAID, "2024-03-01", "2024-06-30"),
            (MATERNITY, "2024-04-01", "2024-09-30"),
        )()

        assert suggested(HTXS) == outcome(found)

    def test_other_leave_beside_it_is_counted_as_usual(self):
        found = away(
            (MATERNITY, "2024-01-01", "2024-06-30"),
            (UNPAID, "2024-07-01", "2024-09-30"),
        )()

        assert suggested(HTNV) == outcome(found)


class TestStudy:
    """Whether study counts as work the text does not say (NĐ 90, Đ2 k3) [Q]; text not seen."""

    @pytest.mark.parametrize(
        ("counts", "expected"),
        [
            ("work", suggested(HTXS)),
            ("leave", suggested(HTNV)),
            ("", not_enough_data(HTXS, HTNV)),
        ],
    )
    def test_four_months_of_study_cap_only_where_they_are_leave(self, counts, expected):
        worked = work(2024, (STUDY, days("2024-03-01", "2024-06-30")))

        found = classified(person(work=worked), chosen=reading(study_counts=counts))

        assert expected == outcome(found)

    def test_the_choice_is_asked_for_where_it_matters(self):
        worked = work(2024, (STUDY, days("2024-03-01", "2024-06-30")))

        found = classified(person(work=worked), chosen=reading(study_counts=""))

        assert ("reading.study_counts",) == found.missing

    @pytest.mark.parametrize(
        ("counts", "expected"),
        [("work", suggested(HTXS)), ("leave", NOT_CLASSIFIED)],
    )
    def test_eight_months_of_study_leave_no_year_only_where_they_are_leave(
        self, counts, expected
    ):
        worked = work(2024, (STUDY, days("2024-01-01", "2024-08-31")))

        found = classified(person(work=worked), chosen=reading(study_counts=counts))

        assert expected == outcome(found)

    def test_two_months_of_study_need_no_choice(self):
        worked = work(2024, (STUDY, days("2024-03-01", "2024-04-30")))

        found = classified(person(work=worked), chosen=reading(study_counts=""))

        assert suggested(HTXS) == outcome(found)
