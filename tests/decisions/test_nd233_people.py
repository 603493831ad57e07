"""Which level do Điều 12 to 14 of Nghị định 233/2026 suggest for a person?"""

import datetime as dt
from fractions import Fraction

import attrs
import pytest

from danvan_eval.decisions.facts import Conduct, Results, Tasks
from danvan_eval.decisions.people import CONTRACT
from helpers.deciding import (
    EXCELLENT,
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    SECOND,
    THIRD,
    WARD,
    choices,
    classified,
    conclusion,
    conduct,
    days,
    discipline,
    missing,
    not_enough_data,
    outcome,
    people_decide,
    person,
    reading,
    suggested,
    tasks,
    truths,
    work,
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


def own_discipline(act="V1", **more):
    """A decision that took effect in 2026, about an act of the same year, here."""
    told = {"on": "2026-05-20", "acted_on": dt.date(2026, 3, 1)}
    return discipline(act, **told | {"at_old_organisation": False} | more)


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


class TestDisciplineOfTheYear:
    """«Có hành vi vi phạm liên quan đến thực hiện nhiệm vụ bị kỷ luật».

    NĐ 233, Điều 12 khoản 4 điểm c, Điều 14 khoản 3 điểm a.
    """

    @pytest.mark.parametrize("side", ["party", "administrative"])
    def test_a_duty_related_act_is_the_lowest_level_by_either_side(self, side):
        known = (own_discipline(side=side, duty_related=True, degradation=False),)

        assert suggested(KHTNV) == of(staff(disciplines=known))

    def test_degradation_is_too_without_any_duty(self):
        known = (own_discipline(duty_related=False, degradation=True),)

        assert suggested(KHTNV) == of(staff(disciplines=known))

    @pytest.mark.parametrize("side", ["party", "administrative"])
    def test_an_act_that_is_neither_changes_nothing(self, side):
        known = (own_discipline(side=side, duty_related=False, degradation=False),)

        assert suggested(HTXS) == of(staff(disciplines=known))

    def test_the_regime_before_counted_that_same_act(self):
        """A population-policy act: KHTNV under NĐ 48, nothing by itself now."""
        act = {"duty_related": False, "degradation": False, "counted": 0}
        before = person(disciplines=(discipline(on="2024-05-20", **act),))
        now = staff(disciplines=(discipline(on="2026-05-20", **act),))

        assert suggested(KHTNV) == outcome(classified(before, SECOND))
        assert suggested(HTXS) == of(now)

    @pytest.mark.parametrize(
        ("told", "asked"),
        [
            ({}, {"disciplines.duty_related", "disciplines.degradation"}),
            ({"duty_related": False}, {"disciplines.degradation"}),
            ({"degradation": False}, {"disciplines.duty_related"}),
        ],
    )
    def test_while_its_ground_is_not_known_that_is_asked(self, told, asked):
        found = judged(staff(disciplines=(own_discipline(**told),)))

        assert not_enough_data(HTXS, KHTNV) == outcome(found)
        assert asked == missing(found, "nd233-d14-k3")

    @pytest.mark.parametrize("on", ["2025-12-31", "2027-01-01"])
    def test_a_decision_of_another_year_is_no_ground(self, on):
        known = (discipline(on=on, duty_related=True, counted=0),)

        assert suggested(HTXS) == of(staff(disciplines=known))

    @pytest.mark.parametrize("on", ["2026-01-01", "2026-12-31"])
    def test_the_first_and_the_last_day_belong_to_the_year(self, on):
        known = (own_discipline(on=on, duty_related=True, counted=0),)

        assert suggested(KHTNV) == of(staff(disciplines=known))

    def test_without_a_register_it_is_not_known(self):
        found = judged(staff(disciplines=None))

        assert not_enough_data(HTXS, KHTNV) == outcome(found)
        assert ("disciplines",) == found.missing


class TestOneActCountsOnce:
    """«chỉ tính làm căn cứ để xếp loại chất lượng ở một năm đánh giá».

    NĐ 233, Điều 14 khoản 3 điểm a, second paragraph, and điểm b.
    """

    def test_an_act_that_made_an_earlier_year_fail_is_not_counted_again(self):
        known = (discipline(on="2026-03-01", duty_related=True, counted=2025),)

        assert suggested(HTXS) == of(staff(disciplines=known))

    def test_an_act_counted_in_this_year_is_counted_in_this_year(self):
        known = (own_discipline(duty_related=True, counted=2026),)

        assert suggested(KHTNV) == of(staff(disciplines=known))

    def test_an_old_act_nobody_has_accounted_for_leaves_it_open(self):
        known = (own_discipline(acted_on=dt.date(2025, 11, 1), duty_related=True),)
        found = judged(staff(disciplines=known))

        assert not_enough_data(HTXS, KHTNV) == outcome(found)
        assert {"disciplines.counted"} == missing(found, "nd233-d14-k3")

    def test_the_other_side_decided_the_year_before_and_that_may_have_counted(self):
        known = (
            own_discipline(side="party", on="2025-12-01", duty_related=True),
            own_discipline(side="administrative", on="2026-02-01", duty_related=True),
        )

        found = judged(staff(disciplines=known))

        assert not_enough_data(HTXS, KHTNV) == outcome(found)
        assert {"disciplines.counted"} == missing(found, "nd233-d14-k3")

    def test_once_the_party_decision_was_counted_the_other_is_not(self):
        told = {"duty_related": True, "counted": 2025}
        known = (
            discipline(side="party", on="2025-12-01", **told),
            discipline(side="administrative", on="2026-02-01", **told),
        )

        assert suggested(HTXS) == of(staff(disciplines=known))

    def test_two_decisions_of_one_year_about_one_act_are_one_ground(self):
        known = (
            own_discipline(side="party", duty_related=True),
            own_discipline(side="administrative", duty_related=True),
        )

        assert suggested(KHTNV) == of(staff(disciplines=known))


class TestTheOldOrganisation:
    """«vào kết quả đánh giá, xếp loại của tổ chức cũ».

    NĐ 233, Điều 14 khoản 3 điểm c.
    """

    def test_its_violation_is_not_charged_to_the_new_one(self):
        known = (own_discipline(duty_related=True, at_old_organisation=True),)
        found = judged(staff(disciplines=known))

        assert suggested(HTXS) == outcome(found)
        assert [("OLD_ORGANISATION", "nd233-d14-k3")] == [
            (one.id, one.clause) for one in found.flags
        ]

    def test_while_nobody_says_where_it_happened_that_is_asked(self):
        known = (own_discipline(duty_related=True, at_old_organisation=None),)
        found = judged(staff(disciplines=known))

        assert not_enough_data(HTXS, KHTNV) == outcome(found)
        assert {"disciplines.at_old_organisation"} == missing(found, "nd233-d14-k3")

    def test_a_violation_here_is(self):
        known = (own_discipline(duty_related=True, at_old_organisation=False),)
        found = judged(staff(disciplines=known))

        assert suggested(KHTNV) == outcome(found)
        assert "OLD_ORGANISATION" not in {one.id for one in found.flags}

    def test_another_violation_here_counts_beside_it(self):
        known = (
            own_discipline("V1", duty_related=True, at_old_organisation=True),
            own_discipline("V2", duty_related=True, at_old_organisation=False),
        )

        assert suggested(KHTNV) == of(staff(disciplines=known))


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


class TestUnderSixMonths:
    """«chưa đủ 06 tháng không xếp loại chất lượng».

    NĐ 233, Điều 14 khoản 1.
    """

    @pytest.mark.parametrize("first", ["2026-07-02", "2026-08-01", "2026-12-31"])
    def test_somebody_who_came_too_late_is_not_classified(self, first):
        late = staff(work=work(2026, employed=(days(first, "2026-12-31"),)))

        assert ("not_classified", ()) == of(late)

    def test_six_months_to_the_day_are_enough(self):
        half = staff(work=work(2026, employed=(days("2026-07-01", "2026-12-31"),)))

        assert suggested(HTXS) == of(half)

    def test_two_stretches_add_up(self):
        twice = (days("2026-01-01", "2026-03-31"), days("2026-10-01", "2026-12-31"))

        assert suggested(HTXS) == of(staff(work=work(2026, employed=twice)))

    def test_who_is_not_classified_is_not_even_when_disciplined(self):
        short = work(2026, employed=(days("2026-09-01", "2026-12-31"),))
        known = (own_discipline(duty_related=True),)

        assert ("not_classified", ()) == of(staff(work=short, disciplines=known))

    def test_without_dates_a_level_is_only_possible(self):
        found = judged(staff(work=None))

        assert not_enough_data(HTXS) == outcome(found)
        assert ("work",) == found.missing

    def test_a_head_without_dates_is_not_settled_by_the_unit(self):
        found = judged(manager("head", work=None), units={WARD: (KHTNV,)})

        assert not_enough_data(KHTNV) == outcome(found)

    def test_study_leave_counts_as_the_hospital_reads_it(self):
        away = staff(work=work(2026, ("di-hoc", days("2026-01-01", "2026-07-31"))))

        assert ("not_classified", ()) == of(away, chosen=reading(study_counts="leave"))
        assert suggested(HTXS) == of(away, chosen=reading(study_counts="work"))

    def test_while_nobody_chose_that_reading_it_is_asked_for(self):
        away = staff(work=work(2026, ("di-hoc", days("2026-01-01", "2026-07-31"))))
        found = judged(away, chosen=choices(readings={}))

        assert not_enough_data(HTXS) == outcome(found)
        assert ("reading.study_counts",) == found.missing


class TestTimeActuallyWorked:
    """«nhưng bảo đảm thời gian làm việc từ 06 tháng trở lên».

    NĐ 233, Điều 14 khoản 2: no level is barred any more by leave.
    """

    @pytest.mark.parametrize("kind", ["om-dau", "thai-san"])
    @pytest.mark.parametrize(
        ("points", "level"), [(95, HTXS), (80, HTT), (60, HTNV), (40, KHTNV)]
    )
    def test_sickness_or_maternity_of_eight_months_bars_no_level(
        self, kind, points, level
    ):
        away = work(2026, (kind, days("2026-01-01", "2026-08-31")))

        assert suggested(level) == of(staff(points, work=away))

    @pytest.mark.parametrize("last", ["2026-04-30", "2026-06-30"])
    def test_unpaid_leave_with_six_months_of_work_bars_no_level(self, last):
        away = work(2026, ("khong-luong", days("2026-01-01", last)))

        assert suggested(HTXS) == of(staff(work=away))

    def test_unpaid_leave_that_leaves_fewer_is_no_excuse(self):
        away = work(2026, ("khong-luong", days("2026-01-01", "2026-07-01")))

        assert ("not_classified", ()) == of(staff(work=away))

    def test_the_decree_before_capped_the_same_leave(self):
        """Four months unpaid: never above HTNV under NĐ 90, any level now."""
        then = work(2024, ("khong-luong", days("2024-01-01", "2024-04-30")))
        now = work(2026, ("khong-luong", days("2026-01-01", "2026-04-30")))

        assert suggested(HTNV) == outcome(classified(person(work=then), SECOND))
        assert suggested(HTXS) == of(staff(work=now))

    def test_sickness_beside_unpaid_leave_still_excuses(self):
        away = work(
            2026,
            ("om-dau", days("2026-01-01", "2026-04-30")),
            ("khong-luong", days("2026-05-01", "2026-07-31")),
        )

        assert suggested(HTXS) == of(staff(work=away))

    def test_sickness_makes_no_year_of_a_contract_that_was_too_short(self):
        short = work(
            2026,
            ("om-dau", days("2026-10-01", "2026-10-31")),
            employed=(days("2026-08-01", "2026-12-31"),),
        )

        assert ("not_classified", ()) == of(staff(work=short))


class TestContractWorkers:
    """«làm việc theo chế độ hợp đồng lao động thuộc phạm vi quản lý».

    NĐ 233, Điều 20 khoản 2: the head of the hospital decides.
    """

    @pytest.mark.parametrize(
        ("applied", "expected"),
        [
            (True, suggested(HTXS)),
            (False, ("not_classified", ())),
            (None, people_decide(HTXS)),
        ],
    )
    def test_the_hospital_says_whether_they_are_classified(self, applied, expected):
        worker = staff(contract=True)

        assert expected == of(worker, chosen=choices(contract_workers=applied))

    @pytest.mark.parametrize("applied", [True, False, None])
    def test_its_answer_does_not_touch_public_employees(self, applied):
        assert CONTRACT not in staff().subject.traits
        assert suggested(HTXS) == of(staff(), chosen=choices(contract_workers=applied))

    def test_a_head_under_contract_is_not_settled_by_the_unit_alone(self):
        worker = attrs.evolve(manager("head"), subject=staff(contract=True).subject)
        found = of(
            worker, units={WARD: (KHTNV,)}, chosen=choices(contract_workers=None)
        )

        assert people_decide(KHTNV) == found


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
