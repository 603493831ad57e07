"""In which order is a hospital classified: departments, the hospital, its people."""

import datetime as dt

import pytest

from danvan_eval.decisions.choices import Regulation
from helpers.deciding import (
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    SECOND,
    THIRD,
    choices,
    conclusion,
    hospital,
    not_enough_data,
    outcome,
    record,
    suggested,
    tasks,
    unit,
)
from helpers.deciding_2026 import (
    ALL,
    at,
    authority_decides,
    between,
    codes_at,
    hospital_year,
    manager,
    quota,
    refused,
    sheet_of,
    staff,
    staffed,
    ward,
)

TOP = hospital()
DIRECTOR = manager("director", 95, "GD", unit="BV")


def wards(*points):
    return tuple(ward(own, f"K{nth:02d}") for nth, own in enumerate(points, 1))


class TestDepartmentsBeforeTheHospital:
    """«được thực hiện trước khi đánh giá».

    NĐ 233, Điều 9 khoản 1 điểm a.
    """

    @pytest.mark.parametrize(
        ("departments", "expected"),
        [
            ((80, 80), suggested(HTXS)),
            ((80, 50), suggested(HTXS)),
            ((80, 49), authority_decides(*ALL)),
        ],
    )
    def test_their_suggested_levels_enter_that_of_the_hospital(
        self, departments, expected
    ):
        made = hospital_year(top=TOP, units=wards(*departments))

        assert expected == outcome(made.hospital)

    def test_a_decided_level_enters_instead_of_the_suggested_one(self):
        saved = ward(49, "K01", records=(record("K01", 2026, HTNV),))
        lost = ward(80, "K01", records=(record("K01", 2026, KHTNV),))

        assert suggested(HTXS) == outcome(hospital_year(units=(saved,)).hospital)
        assert authority_decides(*ALL) == outcome(hospital_year(units=(lost,)).hospital)

    def test_a_department_that_is_still_open_leaves_the_hospital_open(self):
        open_ = ward(80, conclusions=(conclusion("personnel", "verifying"),))
        made = hospital_year(units=(open_,))

        assert not_enough_data(*ALL) == outcome(made.hospital)
        assert ("constituents",) == made.hospital.missing

    def test_a_hospital_without_any_department_given_waits_for_them(self):
        assert not_enough_data(*ALL) == outcome(hospital_year().hospital)

    def test_a_lower_level_of_the_hospital_does_not_wait(self):
        made = hospital_year(top=hospital(points=at(80)))

        assert suggested(HTT) == outcome(made.hospital)


class TestHeadsAfterTheirUnits:
    """«đứng đầu không cao hơn mức xếp loại chất lượng của đơn vị».

    NĐ 233, Điều 12 khoản 7; in the order of Điều 15 khoản 1.
    """

    def test_a_head_stands_under_the_suggested_level_of_the_department(self):
        made = hospital_year(manager("head"), units=wards(60))

        assert suggested(HTNV) == outcome(made.of("N00"))

    def test_what_the_quota_leaves_of_it_counts(self):
        """Two excellent departments of five, one slot: one head loses the level."""
        heads = [manager("head", 95, f"T{nth}", unit=f"K0{nth}") for nth in range(1, 6)]
        made = hospital_year(*heads, units=wards(99, 98, 80, 80, 80))

        assert {"K01"} == codes_at(HTXS, made.units)
        assert suggested(HTT) == outcome(made.of("T2"))
        assert suggested(HTXS) == outcome(made.of("T1"))

    def test_departments_the_quota_leaves_to_people_leave_their_heads_open(self):
        heads = [manager("head", 95, f"T{nth}", unit=f"K0{nth}") for nth in (1, 2)]
        made = hospital_year(*heads, units=wards(95, 95))

        assert [not_enough_data(HTXS, HTT)] * 2 == [outcome(one) for one in made.people]

    def test_a_decided_level_is_the_ceiling_whatever_is_suggested(self):
        higher = ward(60, records=(record("K01", 2026, HTT),))
        lower = ward(95, records=(record("K01", 2026, HTNV),))

        assert suggested(HTT) == outcome(
            hospital_year(manager("head", 80), units=(higher,)).of("N00")
        )
        assert suggested(HTNV) == outcome(
            hospital_year(manager("head", 80), units=(lower,)).of("N00")
        )

    def test_the_record_that_replaces_another_is_the_ceiling(self):
        first = record("K01", 2026, HTXS, "1/QĐ")
        second = record("K01", 2026, HTNV, "2/QĐ", replaces="1/QĐ")
        made = hospital_year(
            manager("head", 80), units=(ward(95, records=(first, second)),)
        )

        assert suggested(HTNV) == outcome(made.of("N00"))

    def test_the_director_stands_under_the_hospital(self):
        made = hospital_year(DIRECTOR, top=hospital(points=at(60)))

        assert suggested(HTNV) == outcome(made.of("GD"))

    def test_the_director_waits_where_the_authority_has_to_choose(self):
        made = hospital_year(DIRECTOR, top=TOP, units=wards(80, 49))

        assert not_enough_data(*ALL) == outcome(made.of("GD"))

    def test_a_head_whose_unit_is_not_there_stops_the_whole(self):
        lost = manager("head", unit="K99")

        assert "DV-R030" == refused(lambda: hospital_year(lost, units=wards(80)))

    def test_a_deputy_or_an_employee_of_such_a_unit_stops_nothing(self):
        people = manager("deputy", 80, "N01", unit="K99"), staff(80, "N02", unit="K99")

        assert {"N01", "N02"} == codes_at(HTT, hospital_year(*people).people)


class TestTheOrderOfRows:
    """«được thực hiện trước khi đánh giá».

    NĐ 233, Điều 9 and 15 order kinds of subjects; rows of a list have no order.
    """

    def test_it_changes_nothing(self):
        people = [DIRECTOR, manager("head"), *staffed(7, 18)]
        units = wards(95, 94, 80, 60)
        made = [
            hospital_year(*rows, units=listed)
            for rows, listed in ((people, units), (people[::-1], units[::-1]))
        ]

        assert made[0] == made[1]

    def test_the_answer_is_in_the_order_of_codes(self):
        made = hospital_year(*staffed(1, 4)[::-1], units=wards(80, 80)[::-1])

        assert ["K01", "K02"] == [one.subject.code for one in made.units]
        assert sorted(made.people, key=lambda one: one.subject.code) == [*made.people]

    def test_somebody_who_is_not_there_cannot_be_asked_for(self):
        with pytest.raises(KeyError):
            hospital_year().of("N99")


class TestTwoRegimesInOneYear:
    """«chưa ban hành Quy chế đánh giá của đơn vị».

    NĐ 233, Điều 20 khoản 1 is written for people; the scan is damaged beside it.
    """

    def test_without_a_regulation_units_and_people_of_2026_are_under_two(self):
        made = hospital_year(
            staff(80), units=wards(80), chosen=choices(regulation=None)
        )

        assert (THIRD, SECOND) == (made.units_by, made.people_by)
        assert [THIRD, THIRD, SECOND] == [
            one.regime for one in (made.hospital, *made.units, *made.people)
        ]

    def test_people_are_then_judged_by_tasks_and_not_by_points(self):
        good = staff(60, tasks=tasks(exceeded=0))
        made = hospital_year(good, chosen=choices(regulation=None))

        assert suggested(HTT) == outcome(made.of("N01"))

    def test_a_head_still_stands_under_the_department_of_the_new_decree(self):
        made = hospital_year(
            manager("head", managed=("K01",)),
            units=wards(60),
            chosen=choices(regulation=None),
        )

        assert "head" == made.of("N00").steps[-1].stage
        assert HTNV == made.of("N00").verdict.possible[0]

    def test_why_is_told_for_both(self):
        made = hospital_year(chosen=choices(regulation=None))

        assert [
            "có hiệu lực ngày xếp loại 10/12/2026",
            "đến 10/12/2026 chưa có quy chế đánh giá của đơn vị",
        ] == [one.vi for one in made.why]

    def test_a_late_regulation_stops_the_year_until_its_reading_is_chosen(self):
        late = choices(regulation=Regulation("01/QC", dt.date(2026, 12, 5)))

        assert "DV-R032" == refused(lambda: hospital_year(chosen=late))


class TestOneLineOfTheQuota:
    """«của đơn vị cấu thành được thực hiện như đối với đơn vị sự nghiệp».

    NĐ 233, Điều 7 khoản 8: the hospital itself is in no quota of its own.
    """

    def test_the_hospital_is_not_counted_among_its_departments(self):
        made = hospital_year(units=wards(95, 94, 80, 80, 80))

        assert 5 == sheet_of(made, "Khoa, phòng").whole.allocation.base
        assert suggested(HTXS) == outcome(made.hospital)

    def test_the_points_of_the_form_order_departments(self):
        units = wards(92, 97, 80, 80, 80)

        assert {"K02"} == codes_at(HTXS, hospital_year(units=units).units)

    def test_a_held_department_keeps_its_suggestion_and_may_yet_want_the_slot(self):
        held = ward(99, "K01", conclusions=(conclusion("complaint", "verifying"),))
        made = hospital_year(units=(held, *wards(0, 80, 80, 80, 80)[1:]))

        assert suggested(HTXS) == outcome(made.of("K01"))
        assert ("K01",) == sheet_of(made, "Khoa, phòng").unsettled

    def test_points_that_are_open_stand_nowhere(self):
        open_ = unit("K01", points=between(91, 99))
        made = hospital_year(
            units=(open_, *wards(0, 80, 80, 80, 80)[1:]), chosen=quota()
        )

        assert ("K01",) == sheet_of(made, "Khoa, phòng").unsettled
