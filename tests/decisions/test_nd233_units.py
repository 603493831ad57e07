"""Which level does Điều 7 of Nghị định 233/2026 suggest for a unit?"""

from fractions import Fraction

import attrs
import pytest

from danvan_eval.decisions.facts import Tasks
from helpers.deciding import (
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    classified_unit,
    conclusion,
    hospital,
    missing,
    not_enough_data,
    outcome,
    suggested,
    tasks,
    truths,
    unit,
)
from helpers.deciding_2026 import (
    ALL,
    EDGE,
    at,
    authority_decides,
    between,
    failing,
    ward,
)


def of(one, **more):
    return outcome(classified_unit(one, **more))


class TestPoints:
    """«Đạt từ 90 điểm trở lên, đồng thời đáp ứng các điều kiện sau».

    NĐ 233, Điều 7 khoản 1 to 4; nothing is rounded before it is compared.
    """

    @pytest.mark.parametrize(
        ("points", "expected"),
        [
            (100, HTXS),
            (90, HTXS),
            (90 - EDGE, HTT),
            (Fraction("89.995"), HTT),
            (70, HTT),
            (70 - EDGE, HTNV),
            (50, HTNV),
            (50 - EDGE, KHTNV),
            (0, KHTNV),
        ],
    )
    def test_points_choose_the_level_where_every_other_condition_holds(
        self, points, expected
    ):
        assert suggested(expected) == of(ward(points))

    def test_points_of_which_only_bounds_on_one_side_are_known_settle_it(self):
        assert suggested(HTT) == of(unit(points=between(72, 88)))

    def test_points_that_may_lie_on_both_sides_settle_nothing(self):
        found = classified_unit(unit(points=between(88, 92, "dan_van")))

        assert not_enough_data(*ALL) == outcome(found)
        assert {"dan_van"} == missing(found, "nd233-d7-k1")

    def test_without_points_nothing_is_suggested(self):
        found = classified_unit(unit(points=None))

        assert not_enough_data(*ALL) == outcome(found)
        assert ("points",) == found.missing


class TestTasksOfTheBestLevel:
    """«trong đó có ít nhất 30% nhiệm vụ hoàn thành vượt mức yêu cầu».

    NĐ 233, Điều 7 khoản 1 điểm a.
    """

    @pytest.mark.parametrize(
        ("exceeded", "of_all"), [(6, 20), (30, 100), (3, 10), (1, 3)]
    )
    def test_thirty_percent_exceeded_are_enough(self, exceeded, of_all):
        assert suggested(HTXS) == of(ward(tasks=tasks(of_all, exceeded=exceeded)))

    @pytest.mark.parametrize(("exceeded", "of_all"), [(5, 20), (299, 1000), (2, 7)])
    def test_less_than_thirty_percent_leave_the_level_to_the_authority(
        self, exceeded, of_all
    ):
        found = of(ward(tasks=tasks(of_all, exceeded=exceeded)))

        assert authority_decides(*ALL) == found

    @pytest.mark.parametrize("fewer", [{"completed": 19}, {"good": 19}])
    def test_every_task_has_to_be_done_in_time_and_well(self, fewer):
        found = classified_unit(ward(tasks=tasks(**fewer)))

        assert authority_decides(*ALL) == outcome(found)
        assert "nd233-d7-k1-a" in failing(found)

    def test_tasks_nobody_counted_leave_everything_open(self):
        found = classified_unit(ward(tasks=tasks(exceeded=None)))

        assert not_enough_data(*ALL) == outcome(found)
        assert ("tasks.exceeded",) == found.missing

    def test_no_tasks_at_all_are_neither_all_nor_none_of_them_done(self):
        assert not_enough_data(*ALL) == of(ward(tasks=tasks(0)))


class TestConstituentUnits:
    """«Không có đơn vị cấu thành bị xếp loại chất lượng ở mức».

    NĐ 233, Điều 7 khoản 1 điểm b.
    """

    @pytest.mark.parametrize(
        ("constituents", "expected"),
        [
            ({"K01": (HTXS,), "K02": (HTNV,)}, suggested(HTXS)),
            ({"K01": (HTXS,), "K02": (KHTNV,)}, authority_decides(*ALL)),
            ({"K01": (HTNV, KHTNV), "K02": (HTT,)}, not_enough_data(*ALL)),
            ({"K01": (HTNV, KHTNV), "K02": (KHTNV,)}, authority_decides(*ALL)),
            ({"K01": (HTXS, HTT), "K02": (HTT,)}, suggested(HTXS)),
        ],
    )
    def test_a_hospital_is_excellent_when_none_of_its_departments_failed(
        self, constituents, expected
    ):
        assert expected == of(hospital(), constituents=constituents)

    def test_the_failed_department_is_named(self):
        found = classified_unit(
            hospital(), constituents={"K01": (HTT,), "K02": (KHTNV,)}
        )

        assert ["K02"] == [
            one.seen.vi for one in found.failing if one.clause == "nd233-d7-k1-b"
        ]

    def test_a_hospital_whose_departments_are_not_classified_waits_for_them(self):
        found = classified_unit(hospital())

        assert not_enough_data(*ALL) == outcome(found)
        assert ("constituents",) == found.missing

    def test_a_department_has_no_constituent_units_to_ask_about(self):
        assert suggested(HTXS) == of(ward(), constituents={"K02": (KHTNV,)})

    def test_no_level_below_the_best_asks_about_departments(self):
        found = of(hospital(points=at(80)), constituents={"K01": (KHTNV,)})

        assert suggested(HTT) == found


class TestShortcomings:
    """«được chỉ ra từ kỳ đánh giá trước hoặc từ kết luận thanh tra».

    NĐ 233, Điều 7 khoản 1 điểm c; the scan is damaged before these words.
    """

    @pytest.mark.parametrize(
        ("remedied", "expected"),
        [
            ((), suggested(HTXS)),
            ((True,), suggested(HTXS)),
            ((False,), authority_decides(*ALL)),
            ((None,), not_enough_data(*ALL)),
            ((True, False), authority_decides(*ALL)),
            ((True, None), not_enough_data(*ALL)),
            ((None, False), authority_decides(*ALL)),
        ],
    )
    def test_every_shortcoming_has_to_be_put_right_if_there_was_any(
        self, remedied, expected
    ):
        known = tuple(
            conclusion("shortcoming", case=f"KL-{nth}", remedied=one)
            for nth, one in enumerate(remedied)
        )

        assert expected == of(ward(conclusions=known))

    def test_what_is_not_known_of_a_shortcoming_is_asked_for(self):
        found = classified_unit(ward(conclusions=(conclusion("shortcoming"),)))

        assert ("conclusions.remedied",) == found.missing

    def test_without_a_register_nobody_can_say_that_there_was_none(self):
        found = classified_unit(ward(conclusions=None))

        assert not_enough_data(*ALL) == outcome(found)
        assert ("conclusions",) == found.missing

    def test_what_turned_out_to_be_unfounded_has_not_to_be_put_right(self):
        none = conclusion("shortcoming", "unfounded", remedied=False)

        assert suggested(HTXS) == of(ward(conclusions=(none,)))

    def test_no_level_below_the_best_asks_for_remedies(self):
        left = conclusion("shortcoming", remedied=False)

        assert suggested(HTT) == of(ward(80, conclusions=(left,)))


class TestTheSecondLevel:
    """«Đạt từ 70 đến dưới 90 điểm, đồng thời hoàn thành».

    NĐ 233, Điều 7 khoản 2.
    """

    def test_nothing_has_to_be_exceeded(self):
        assert suggested(HTT) == of(ward(80, tasks=tasks(exceeded=0)))

    @pytest.mark.parametrize("fewer", [{"completed": 19}, {"good": 19}])
    def test_every_task_has_to_be_done_in_time_and_well(self, fewer):
        found = classified_unit(ward(80, tasks=tasks(**fewer)))

        assert authority_decides(*ALL) == outcome(found)
        assert "nd233-d7-k2" in failing(found)


class TestTheThirdLevel:
    """«Đạt từ 50 đến dưới 70 điểm, đồng thời hoàn thành 100% các nhiệm vụ».

    NĐ 233, Điều 7 khoản 3: at most 20 % late.
    """

    @pytest.mark.parametrize(("good", "of_all"), [(16, 20), (8, 10), (4, 5)])
    def test_a_fifth_of_the_tasks_may_be_late(self, good, of_all):
        assert suggested(HTNV) == of(ward(60, tasks=tasks(of_all, good=good)))

    @pytest.mark.parametrize(("late", "of_all"), [(5, 20), (201, 1000)])
    def test_more_than_a_fifth_leave_the_level_to_the_authority(self, late, of_all):
        done = attrs.evolve(tasks(of_all, good=of_all - late), late=late)

        assert authority_decides(*ALL) == of(ward(60, tasks=done))

    def test_what_is_lacking_in_quality_is_not_late(self):
        done = attrs.evolve(tasks(20, good=10), late=4)

        assert suggested(HTNV) == of(ward(60, tasks=done))

    def test_where_lateness_is_not_counted_apart_too_much_is_lacking_to_know(self):
        found = classified_unit(ward(60, tasks=tasks(20, good=15)))

        assert not_enough_data(*ALL) == outcome(found)
        assert "tasks.late" in found.missing

    def test_a_task_left_undone_leaves_the_level_to_the_authority(self):
        found = of(ward(60, tasks=tasks(completed=19)))

        assert authority_decides(*ALL) == found


class TestTheLowestLevel:
    """«Có tổng điểm đánh giá dưới 50 điểm».

    NĐ 233, Điều 7 khoản 4.
    """

    def test_fewer_than_fifty_points_are_enough_whatever_else_was_done(self):
        assert suggested(KHTNV) == of(ward(50 - EDGE))

    def test_fewer_than_fifty_points_settle_it_while_the_rest_is_not_known(self):
        found = of(ward(49, tasks=Tasks(), conclusions=None))

        assert suggested(KHTNV) == found


class TestPersonnelWork:
    """«kết luận có sai phạm trong công tác cán bộ».

    NĐ 233, Điều 7 khoản 4 điểm a.
    """

    @pytest.mark.parametrize("points", [95, 80, 60, 40])
    def test_a_conclusion_is_enough_at_any_number_of_points(self, points):
        known = (conclusion("personnel"),)

        assert suggested(KHTNV) == of(ward(points, conclusions=known))

    def test_what_is_being_verified_is_not_concluded(self):
        open_ = (conclusion("personnel", "verifying"),)

        assert not_enough_data(HTXS, KHTNV) == of(ward(conclusions=open_))

    @pytest.mark.parametrize(
        ("kind", "state"),
        [
            ("personnel", "unfounded"),
            ("complaint", "concluded"),
            ("degradation", "concluded"),
            ("corruption", "concluded"),
        ],
    )
    def test_nothing_else_is_a_ground(self, kind, state):
        known = (conclusion(kind, state),)

        assert suggested(HTXS) == of(ward(conclusions=known))


class TestTasksLeftUndone:
    """«Trường hợp không hoàn thành nhiệm vụ mà có lý do bất khả kháng».

    NĐ 233, Điều 7 khoản 4 điểm b: under 70 % of the tasks of the year.
    """

    @pytest.mark.parametrize("points", [95, 80, 60])
    def test_fewer_than_seventy_percent_done_is_the_lowest_level(self, points):
        found = of(ward(points, tasks=tasks(100, completed=69, good=69)))

        assert suggested(KHTNV) == found

    @pytest.mark.parametrize("points", [95, 80, 60])
    def test_seventy_percent_done_fail_their_level_and_not_the_year(self, points):
        found = of(ward(points, tasks=tasks(100, completed=70, good=70)))

        assert authority_decides(*ALL) == found

    def test_force_majeure_leaves_the_level_to_the_authority(self):
        short = tasks(completed=13, good=13)

        assert authority_decides(*ALL) == of(ward(tasks=short, force_majeure=True))

    def test_while_nobody_says_whether_it_was_force_majeure_that_is_asked(self):
        short = tasks(completed=13, good=13)
        found = classified_unit(ward(tasks=short, force_majeure=None))

        assert not_enough_data(*ALL) == outcome(found)
        assert "force_majeure" in found.missing

    @pytest.mark.parametrize(
        "other",
        [{"points": at(49)}, {"conclusions": (conclusion("personnel"),)}],
    )
    @pytest.mark.parametrize("claimed", [True, None])
    def test_force_majeure_excuses_nothing_but_what_was_left_undone(
        self, other, claimed
    ):
        short = unit(tasks=tasks(completed=13), force_majeure=claimed, **other)

        assert suggested(KHTNV) == of(short)

    def test_force_majeure_changes_nothing_where_enough_was_done(self):
        assert suggested(HTXS) == of(ward(force_majeure=True))


class TestPointsWithoutTheirConditions:
    """«nhưng không đạt đồng thời các điều kiện khác của mức xếp loại».

    NĐ 233, Điều 7 khoản 5: the authority decides; there is no downgrade.
    """

    def test_ninety_three_points_and_28_percent_exceeded_are_for_the_authority(self):
        found = classified_unit(ward(93, tasks=tasks(100, exceeded=28)))

        assert authority_decides(*ALL) == outcome(found)
        assert found.level is None
        assert ["28/100 (28%)"] == [
            one.seen.vi for one in found.failing if one.clause == "nd233-d7-k1-a"
        ]

    def test_each_demand_is_told_apart(self):
        found = classified_unit(ward(93, tasks=tasks(100, exceeded=28)))

        assert ["true", "true", "false"] == truths(found, "nd233-d7-k1-a")

    def test_while_another_condition_may_still_be_met_data_are_asked_for(self):
        open_ = ward(tasks=tasks(exceeded=None))

        assert not_enough_data(*ALL) == of(open_)

    def test_a_condition_that_fails_is_not_mended_by_one_that_is_open(self):
        found = of(ward(tasks=tasks(good=19), conclusions=()))
        wider = of(ward(tasks=tasks(good=19, exceeded=None)))

        assert found == wider == authority_decides(*ALL)
