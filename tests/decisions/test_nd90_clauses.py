"""What Điều 12 to 15 of Nghị định 90/2020 ask of staff, on both sides of each number.

The clauses stand alike in both regimes, so every test runs under both.
"""

import attrs
import pytest

from helpers.deciding import (
    BOTH,
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    classified,
    conclusion,
    conduct,
    head,
    missing,
    not_enough_data,
    outcome,
    people_decide,
    person,
    reading,
    results,
    suggested,
    tasks,
    truths,
)

GAP = people_decide(HTNV, KHTNV)
ANYTHING = not_enough_data(HTXS, HTT, HTNV, KHTNV)
BELOW_GOOD = tasks(good=19)
"""Tasks of somebody who is no longer HTT; the result criteria decide the rest."""
MERELY = conduct("meets")
"""Common criteria that are met, and not carried out well: never HTXS."""


@pytest.fixture(params=BOTH)
def law(request):
    return request.param


@pytest.fixture
def staff(law):
    """Somebody without a post who fulfils everything, but for what is given."""
    return lambda **less: classified(person(law=law, **less), law)


class TestArticle12Clause1PointA:
    """«Thực hiện tốt các quy định tại khoản 1, khoản 2, khoản 3» (Đ12 k1 a)."""

    @pytest.mark.parametrize("part", ["k1", "k2", "k3", "k4"])
    def test_one_criterion_that_is_merely_met_is_not_enough(self, staff, part):
        found = staff(conduct=conduct(**{part: "meets"}))

        assert suggested(HTT) == outcome(found)

    def test_the_result_of_the_unit_is_not_asked_of_staff(self, staff):
        assert suggested(HTXS) == outcome(staff(conduct=conduct(k5a="fails")))

    def test_a_criterion_nobody_judged_leaves_everything_open(self, staff):
        found = staff(conduct=conduct(k2=None))

        assert ANYTHING == outcome(found)
        assert {"conduct.k2"} == missing(found, "nd90-d12-k1-a")


class TestArticle12Clause1PointB:
    """«trong đó ít nhất 50% nhiệm vụ hoàn thành vượt mức» (Đ12 k1 b)."""

    def test_case_9_half_of_the_tasks_exceeded_is_enough(self, staff):
        assert suggested(HTXS) == outcome(staff(tasks=tasks(20, exceeded=10)))

    def test_case_9_one_task_fewer_is_good(self, staff):
        assert suggested(HTT) == outcome(staff(tasks=tasks(20, exceeded=9)))

    @pytest.mark.parametrize(("exceeded", "level"), [(4, HTXS), (3, HTT)])
    def test_half_of_an_odd_number_is_not_rounded(self, staff, exceeded, level):
        assert suggested(level) == outcome(staff(tasks=tasks(7, exceeded=exceeded)))

    def test_one_task_without_high_effect_is_good(self, staff):
        assert suggested(HTT) == outcome(staff(tasks=tasks(high=19)))

    def test_exceeding_most_tasks_does_not_make_up_for_one_not_done(self, staff):
        found = staff(tasks=tasks(completed=19, good=19, high=19, exceeded=19))

        assert suggested(HTNV) == outcome(found)

    def test_without_a_number_of_exceeded_tasks_two_levels_are_left(self, staff):
        found = staff(tasks=tasks(exceeded=None))

        assert not_enough_data(HTXS, HTT) == outcome(found)
        assert ("tasks.exceeded",) == found.missing

    def test_who_had_no_task_has_done_neither_all_nor_none_of_them(self, staff):
        found = staff(tasks=tasks(0))

        assert not_enough_data(HTXS, HTT, HTNV) == outcome(found)
        assert ["unknown"] * 4 == truths(found, "nd90-d12-k1-b")
        assert {"tasks.assigned"} == missing(found, "nd90-d12-k1-b")


class TestArticle13Clause1PointA:
    """«Đáp ứng các tiêu chí quy định tại khoản 1, khoản 2, khoản 3» (Đ13 k1 a)."""

    def test_criteria_that_are_met_are_good(self, staff):
        assert suggested(HTT) == outcome(staff(conduct=MERELY))

    def test_a_criterion_that_is_not_met_falls_into_the_gap(self, staff):
        assert GAP == outcome(staff(conduct=conduct(k3="fails")))


class TestArticle13Clause1PointB:
    """«được giao, bảo đảm đúng tiến độ, chất lượng, hiệu quả» (Đ13 k1 b)."""

    @pytest.mark.parametrize("less", [{"good": 19}, {"completed": 19}])
    def test_one_task_late_or_not_done_is_no_longer_good(self, staff, less):
        assert suggested(HTNV) == outcome(staff(tasks=tasks(**less)))

    def test_neither_high_effect_nor_excess_is_asked(self, staff):
        assert suggested(HTT) == outcome(staff(tasks=tasks(high=0, exceeded=0)))


class TestArticle14Clause1PointA:
    """«Đáp ứng các tiêu chí quy định tại khoản 1, khoản 2, khoản 3» (Đ14 k1 a)."""

    def test_who_does_not_meet_a_criterion_is_not_downgraded_silently(self, staff):
        found = staff(tasks=BELOW_GOOD, conduct=conduct(k4="fails"))

        assert GAP == outcome(found)


class TestArticle14Clause1PointB:
    """«trong đó có không quá 20% tiêu chí chưa bảo đảm chất lượng, tiến độ» (Đ14 k1 b)."""

    @pytest.mark.parametrize(
        ("lacking", "expected"),
        [(20, suggested(HTNV)), (21, GAP), (50, GAP), (51, suggested(KHTNV))],
    )
    def test_a_fifth_may_lack_and_a_half_leaves_a_gap(self, staff, lacking, expected):
        found = staff(tasks=BELOW_GOOD, results=results(100, lacking=lacking))

        assert expected == outcome(found)

    def test_all_of_them_have_to_be_completed(self, staff):
        assert GAP == outcome(staff(tasks=BELOW_GOOD, results=results(completed=9)))

    @pytest.mark.parametrize("name", ["total", "completed", "lacking"])
    def test_a_figure_nobody_gave_is_asked_for(self, staff, name):
        found = staff(tasks=BELOW_GOOD, results=attrs.evolve(results(), **{name: None}))

        assert not_enough_data(HTNV, KHTNV) == outcome(found)
        assert (f"results.{name}",) == found.missing

    def test_no_criteria_at_all_are_neither_good_nor_bad(self, staff):
        found = staff(tasks=BELOW_GOOD, results=results(0))

        assert not_enough_data(HTNV, KHTNV) == outcome(found)
        assert ("results.total",) == found.missing


class TestTasksAsResultCriteria:
    """«tiêu chí về kết quả thực hiện nhiệm vụ» (Đ14 k1 b): who counts them, and how?"""

    @pytest.mark.parametrize(
        ("good", "expected"),
        [(16, suggested(HTNV)), (15, GAP), (10, GAP), (9, suggested(KHTNV))],
    )
    def test_tasks_that_are_not_good_are_the_criteria_that_lack(
        self, law, good, expected
    ):
        one = person(law=law, tasks=tasks(20, good=good), results=results(None))

        found = classified(one, law, chosen=reading(result_criteria="tasks"))

        assert expected == outcome(found)

    @pytest.mark.parametrize("name", ["assigned", "completed", "good"])
    def test_a_missing_number_is_asked_for_under_its_own_name(self, law, name):
        one = person(law=law, tasks=attrs.evolve(tasks(), **{name: None}))

        found = classified(one, law, chosen=reading(result_criteria="tasks"))

        assert (f"tasks.{name}",) == found.missing

    @pytest.mark.parametrize("make", [person, head])
    def test_while_nobody_chose_the_choice_is_what_is_missing(self, law, make):
        one = attrs.evolve(make(law=law), tasks=BELOW_GOOD)

        found = classified(one, law, chosen=reading(result_criteria=""))

        assert found.level is None
        assert ("reading.result_criteria",) == found.missing


class TestArticle15PointA:
    """«tự diễn biến, tự chuyển hóa theo đánh giá của cấp có thẩm quyền» (Đ15 k1 a, k2 a)."""

    @pytest.mark.parametrize("make", [person, head])
    @pytest.mark.parametrize(
        ("state", "expected"),
        [
            ("concluded", suggested(KHTNV)),
            ("verifying", not_enough_data(HTXS, KHTNV)),
            ("unfounded", suggested(HTXS)),
        ],
    )
    def test_only_the_conclusion_of_the_authority_counts(
        self, law, make, state, expected
    ):
        found = classified(
            make(law=law, conclusions=(conclusion("degradation", state),)), law
        )

        assert expected == outcome(found)

    def test_without_a_register_it_cannot_be_told(self, staff):
        found = staff(conclusions=None)

        assert not_enough_data(HTXS, KHTNV) == outcome(found)
        assert ("conclusions",) == found.missing


class TestArticle15PointB:
    """«Có trên 50% các tiêu chí về kết quả thực hiện nhiệm vụ» (Đ15 k1 b, k2 b)."""

    def test_more_than_half_lacking_forces_whoever_did_all_tasks(self, staff):
        assert suggested(KHTNV) == outcome(staff(results=results(11, lacking=6)))

    def test_exactly_half_lacking_forces_nobody(self, staff):
        assert suggested(HTXS) == outcome(staff(results=results(10, lacking=5)))

    def test_a_number_that_is_not_known_keeps_the_lowest_level_possible(self, staff):
        found = staff(results=results(lacking=None))

        assert not_enough_data(HTXS, KHTNV) == outcome(found)
        assert {"results.lacking"} == missing(found, "nd90-d15-k1-b")


class TestArticle15Clause1:
    """«Viên chức không giữ chức vụ quản lý có một trong các tiêu chí» (Đ15 k1)."""

    def test_staff_do_not_answer_for_a_unit(self, staff):
        assert suggested(HTXS) == outcome(
            staff(conclusions=(conclusion("corruption"),))
        )
