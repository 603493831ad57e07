"""Which level do Điều 12 and 13 of Nghị định 233/2026 suggest for a person?"""

from fractions import Fraction

import pytest

from danvan_eval.decisions.facts import Conduct, Results, Tasks
from helpers.deciding import (
    EXCELLENT,
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    THIRD,
    WARD,
    conclusion,
    conduct,
    not_enough_data,
    outcome,
    person,
    suggested,
    tasks,
    truths,
)
from helpers.deciding_2026 import (
    ALL,
    EDGE,
    authority_decides,
    between,
    judged,
    manager,
    refused,
    staff,
)

MANAGERS = ("head", "deputy", "director", "deputy_director")


def of(one, **more):
    return outcome(judged(one, **more))


class TestBands:
    """«Hoàn thành xuất sắc nhiệm vụ: Đạt từ 90 điểm trở lên».

    NĐ 233, Điều 12 khoản 1 to 4; points are compared as they are.
    """

    @pytest.mark.parametrize(
        ("points", "expected"),
        [
            (100, HTXS),
            (90, HTXS),
            (90 - EDGE, HTT),
            (Fraction("89.999"), HTT),
            (Fraction(269, 3), HTT),
            (70, HTT),
            (70 - EDGE, HTNV),
            (Fraction(209, 3), HTNV),
            (50, HTNV),
            (50 - EDGE, KHTNV),
            (0, KHTNV),
        ],
    )
    def test_points_choose_the_level(self, points, expected):
        assert suggested(expected) == of(staff(points))

    @pytest.mark.parametrize("role", ["deputy", "deputy_director"])
    def test_they_choose_that_of_managers_too(self, role):
        assert suggested(HTT) == of(manager(role, 90 - EDGE))

    def test_bounds_on_one_side_of_every_line_settle_it(self):
        found = of(person(law=THIRD, points=between(90, 100)))

        assert suggested(HTXS) == found

    def test_bounds_on_both_sides_of_a_line_leave_both_levels(self):
        found = judged(person(law=THIRD, points=between(89, 90, "points.2026-11")))

        assert not_enough_data(HTXS, HTT) == outcome(found)
        assert ("points.2026-11",) == found.missing

    def test_an_upper_bound_below_the_line_does_not_reach_it(self):
        found = of(person(law=THIRD, points=between(88, 90 - EDGE)))

        assert suggested(HTT) == found

    def test_without_points_nothing_is_suggested(self):
        found = judged(person(law=THIRD, points=None))

        assert not_enough_data(*ALL) == outcome(found)
        assert ("points",) == found.missing


class TestNoSideConditions:
    """«Hoàn thành tốt nhiệm vụ: Đạt từ 70 điểm đến dưới 90 điểm».

    NĐ 233, Điều 12 khoản 1 to 3: no share of tasks, no common criterion is named.
    """

    @pytest.mark.parametrize("points", [95, 80, 60])
    def test_neither_tasks_nor_conduct_are_asked_for(self, points):
        bare = staff(points, tasks=Tasks(), results=Results(), conduct=Conduct())

        assert of(staff(points)) == of(bare)

    @pytest.mark.parametrize("points", [95, 80, 60])
    def test_bad_ones_change_nothing_beside_the_points(self, points):
        poor = staff(points, tasks=tasks(good=0, exceeded=0), conduct=conduct("fails"))

        assert of(staff(points)) == of(poor)


class TestConcludedConduct:
    """«vi phạm trách nhiệm nêu gương».

    NĐ 233, Điều 12 khoản 4 điểm b.
    """

    @pytest.mark.parametrize("kind", ["degradation", "forbidden", "example"])
    @pytest.mark.parametrize("points", [95, 60])
    def test_a_conclusion_is_the_lowest_level_at_any_points(self, kind, points):
        known = (conclusion(kind),)

        assert suggested(KHTNV) == of(staff(points, conclusions=known))

    @pytest.mark.parametrize("kind", ["degradation", "forbidden", "example"])
    def test_what_is_being_verified_leaves_it_open(self, kind):
        open_ = (conclusion(kind, "verifying"),)

        assert not_enough_data(HTXS, KHTNV) == of(staff(conclusions=open_))

    @pytest.mark.parametrize(
        ("kind", "state"),
        [
            ("degradation", "unfounded"),
            ("shortcoming", "concluded"),
            ("personnel", "concluded"),
            ("complaint", "verifying"),
        ],
    )
    def test_nothing_else_is_a_ground(self, kind, state):
        assert suggested(HTXS) == of(staff(conclusions=(conclusion(kind, state),)))

    def test_without_a_register_it_is_not_known(self):
        found = judged(staff(conclusions=None))

        assert not_enough_data(HTXS, KHTNV) == outcome(found)
        assert ("conclusions",) == found.missing


class TestCorruptionInAManagedUnit:
    """«đã chủ động phát hiện, báo cáo».

    NĐ 233, Điều 12 khoản 4 điểm d.
    """

    @pytest.mark.parametrize("role", MANAGERS)
    def test_it_is_the_lowest_level_of_its_manager(self, role):
        known = (conclusion("corruption", remedied=False),)

        assert suggested(KHTNV) == of(manager(role, conclusions=known, unit=WARD))

    def test_it_does_not_touch_who_manages_nothing(self):
        known = (conclusion("corruption", remedied=False),)

        assert suggested(HTXS) == of(staff(conclusions=known))

    def test_a_manager_who_put_it_right_is_for_the_authority_to_judge(self):
        known = (conclusion("corruption", remedied=True),)

        assert authority_decides(*ALL) == of(manager("deputy", conclusions=known))

    def test_while_nobody_says_whether_it_was_put_right_that_is_asked(self):
        found = judged(manager("deputy", conclusions=(conclusion("corruption"),)))

        assert not_enough_data(*ALL) == outcome(found)
        assert "conclusions.remedied" in found.missing

    @pytest.mark.parametrize("other", [True, None])
    def test_one_case_that_was_not_put_right_is_enough(self, other):
        known = (
            conclusion("corruption", case="KL-01", remedied=other),
            conclusion("corruption", case="KL-02", remedied=False),
        )

        assert suggested(KHTNV) == of(manager("deputy", conclusions=known))

    @pytest.mark.parametrize("remedied", [True, None])
    def test_a_remedy_excuses_no_other_ground(self, remedied):
        case = conclusion("corruption", remedied=remedied)
        with_degradation = (case, conclusion("degradation", case="KL-02"))

        assert suggested(KHTNV) == of(manager("deputy", conclusions=with_degradation))
        assert suggested(KHTNV) == of(manager("deputy", 49, conclusions=(case,)))

    @pytest.mark.parametrize("known", [None, (conclusion("corruption", "verifying"),)])
    def test_while_nothing_is_concluded_any_level_may_come_of_it(self, known):
        """It may be found, and found to have been put right."""
        assert not_enough_data(*ALL) == of(manager("deputy", conclusions=known))


class TestHeads:
    """«đứng đầu không cao hơn mức xếp loại chất lượng của đơn vị».

    NĐ 233, Điều 12 khoản 7.
    """

    @pytest.mark.parametrize("unit", ALL)
    @pytest.mark.parametrize(
        ("points", "own"), [(95, HTXS), (80, HTT), (60, HTNV), (40, KHTNV)]
    )
    def test_a_head_has_the_lower_of_both_levels(self, unit, points, own):
        found = of(manager("head", points), units={WARD: (unit,)})

        assert suggested(own.no_better_than(unit)) == found

    @pytest.mark.parametrize("role", ["staff", "deputy", "deputy_director"])
    def test_nobody_else_is_held_under_the_unit(self, role):
        found = of(manager(role), units={WARD: (KHTNV,), "BV": (KHTNV,)})

        assert suggested(HTXS) == found

    def test_the_director_is_held_under_the_hospital(self):
        found = of(manager("director", unit="BV"), units={"BV": (HTNV,), WARD: (HTXS,)})

        assert suggested(HTNV) == found

    def test_a_unit_whose_level_is_open_leaves_its_head_open_below_it(self):
        found = judged(manager("head"), units={WARD: (HTT, HTNV)})

        assert not_enough_data(HTT, HTNV) == outcome(found)
        assert ("unit",) == found.missing

    def test_a_head_below_all_that_is_open_is_settled(self):
        assert suggested(HTNV) == of(manager("head", 60), units={WARD: (HTXS, HTT)})

    def test_a_unit_that_is_not_classified_holds_nobody(self):
        assert suggested(HTXS) == of(manager("head"), units={WARD: ()})

    def test_a_head_cannot_be_classified_before_the_unit(self):
        assert "DV-R030" == refused(lambda: judged(manager("head"), units={}))

    def test_a_level_the_authority_has_to_choose_is_held_under_the_unit_too(self):
        known = (conclusion("corruption", remedied=True),)
        found = of(manager("head", conclusions=known), units={WARD: (HTNV,)})

        assert authority_decides(HTNV, KHTNV) == found


class TestWhoScoresIsNotWhoClassifies:
    """«Người đứng đầu đơn vị cấu thành theo dõi, đánh giá đối với cấp phó».

    NĐ 233, Điều 13 khoản 2, khoản 3.
    """

    @pytest.mark.parametrize(
        ("role", "scores", "classifies"),
        [
            ("staff", "trưởng khoa/phòng", "giám đốc"),
            ("deputy", "trưởng khoa/phòng", "giám đốc"),
            ("head", "giám đốc", "giám đốc"),
            ("deputy_director", "giám đốc", "giám đốc"),
            (
                "director",
                "người đứng đầu cơ quan quản lý cấp trên",
                "người đứng đầu cơ quan quản lý cấp trên",
            ),
        ],
    )
    def test_each_post_has_its_two_persons(self, role, scores, classifies):
        roles = judged(manager(role)).roles

        assert (scores, classifies) == (roles.scores.vi, roles.classifies.vi)

    def test_somebody_whose_post_is_not_known_has_none_and_no_level(self):
        found = judged(person(role=None, law=THIRD))

        assert not_enough_data(*ALL) == outcome(found)
        assert (None, ("role",)) == (found.roles, found.missing)


class TestEveryAnswerIsShown:
    """«đánh giá của năm dưới 50 điểm».

    NĐ 233, Điều 12 khoản 4: each ground is told beside the others.
    """

    def test_a_manager_has_all_four_grounds_answered(self):
        found = judged(manager("deputy"))
        grounds = [f"nd233-d12-k4-{letter}" for letter in "abd"]

        assert [["false"], ["false"] * 3, ["false"]] == [
            truths(found, one) for one in grounds
        ]
        assert ["false"] == truths(found, "nd233-d14-k3")

    def test_the_case_of_the_year_is_named_by_its_number_alone(self):
        known = (conclusion("example", case="KL-12"),)
        found = judged(staff(conclusions=known), units=EXCELLENT)

        assert "có: KL-12" in {one.seen.vi for one in found.conditions}
