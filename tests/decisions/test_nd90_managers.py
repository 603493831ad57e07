"""What Điều 12 to 15 of Nghị định 90/2020 ask of managers, on both sides of each number.

The clauses stand alike in both regimes, so every test runs under both.
"""

import pytest

from helpers.deciding import (
    BOTH,
    EXCELLENT,
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    classified,
    conclusion,
    conduct,
    head,
    levels,
    not_enough_data,
    outcome,
    people_decide,
    results,
    suggested,
    tasks,
    truths,
)

GAP = people_decide(HTNV, KHTNV)
ANYTHING = not_enough_data(HTXS, HTT, HTNV, KHTNV)
MERELY = conduct("meets")
"""Common criteria that are met, and not carried out well: never HTXS."""


@pytest.fixture(params=BOTH)
def law(request):
    return request.param


@pytest.fixture
def manager(law):
    """The head of K01, who fulfils everything, but for what is given."""
    return lambda units=EXCELLENT, **less: classified(
        head(law=law, **less), law, units=units
    )


class TestArticle12Clause2PointA:
    """«khoản 3, khoản 4 và điềm a khoản 5 Điều 3 Nghị định này» (Đ12 k2 a)."""

    @pytest.mark.parametrize("part", ["k1", "k2", "k3", "k4", "k5a"])
    def test_a_manager_carries_five_criteria_out_well(self, manager, part):
        found = manager(conduct=conduct(**{part: "meets"}))

        assert suggested(HTT) == outcome(found)

    def test_the_result_of_the_unit_has_to_be_known(self, manager):
        found = manager(conduct=conduct(k5a=None))

        assert ANYTHING == outcome(found)
        assert ("conduct.k5a",) == found.missing


class TestArticle12Clause2PointB:
    """«đều hoàn thành đúng tiến độ, bảo đảm chất lượng, hiệu quả cao» (Đ12 k2 b)."""

    def test_one_criterion_without_high_effect_is_good(self, manager):
        assert suggested(HTT) == outcome(manager(results=results(high=9)))

    def test_one_criterion_lacking_is_neither_excellent_nor_good(self, manager):
        assert suggested(HTNV) == outcome(manager(results=results(lacking=1)))

    def test_the_tasks_of_a_manager_are_their_result_criteria_alone(self, manager):
        assert suggested(HTXS) == outcome(manager(tasks=tasks(exceeded=0, good=0)))

    def test_without_their_high_effect_two_levels_are_left(self, manager):
        found = manager(results=results(high=None))

        assert not_enough_data(HTXS, HTT) == outcome(found)
        assert ("results.high",) == found.missing


class TestArticle12Clause2PointC:
    """«trong đó ít nhất 50% chỉ tiêu, nhiệm vụ hoàn thành vượt mức» (Đ12 k2 c)."""

    @pytest.mark.parametrize(("exceeded", "level"), [(10, HTXS), (9, HTT)])
    def test_half_of_the_targets_exceeded_is_enough(self, manager, exceeded, level):
        assert suggested(level) == outcome(manager(targets=tasks(exceeded=exceeded)))

    def test_one_target_not_completed_is_neither_excellent_nor_good(self, manager):
        assert suggested(HTNV) == outcome(manager(targets=tasks(completed=19)))


class TestArticle12Clause2PointD:
    """«trong đó ít nhất 70% hoàn thành tốt và hoàn thành xuất sắc nhiệm vụ» (Đ12 k2 d)."""

    def test_seven_of_ten_units_are_enough(self, manager):
        assert suggested(HTXS) == outcome(manager(levels(HTNV, HTNV, HTNV)))

    def test_six_of_ten_units_are_not(self, manager):
        assert suggested(HTNV) == outcome(manager(levels(*[HTNV] * 4)))

    def test_a_good_unit_counts_like_an_excellent_one(self, manager):
        assert suggested(HTXS) == outcome(manager(levels(*[HTT] * 10)))

    def test_one_unit_that_failed_is_one_too_many(self, manager):
        assert suggested(HTNV) == outcome(manager(levels(KHTNV)))

    def test_seventy_per_cent_of_three_units_are_all_three(self, manager):
        found = manager(levels(HTNV), managed=("T01", "T02", "T03"))

        assert ["true", "false"] == truths(found, "nd90-d12-k2-d")

    @pytest.mark.parametrize("unknown", [(HTT, HTNV), (), None])
    def test_a_unit_on_which_it_hangs_leaves_the_levels_open(self, manager, unknown):
        found = manager(levels(HTNV, HTNV, HTNV, unknown))

        assert "not_enough_data" == found.status.value
        assert "unknown" == truths(found, "nd90-d12-k2-d")[1]
        assert ("managed.levels",) == found.missing

    def test_an_open_unit_on_which_nothing_hangs_is_left_alone(self, manager):
        assert suggested(HTXS) == outcome(manager(levels((HTXS, HTNV))))

    def test_who_never_said_what_they_are_in_charge_of_is_not_settled(self, manager):
        found = manager(managed=None)

        assert ANYTHING == outcome(found)
        assert ("managed",) == found.missing

    def test_being_in_charge_of_none_is_neither_all_nor_none_of_them(self, manager):
        found = manager(managed=())

        assert ["unknown", "unknown"] == truths(found, "nd90-d12-k2-d")
        assert found.level is None


class TestArticle13Clause2PointA:
    """«khoản 3, khoản 4 và điểm a khoản 5 Điều 3 Nghị định này» (Đ13 k2 a)."""

    def test_five_criteria_that_are_met_are_good(self, manager):
        assert suggested(HTT) == outcome(manager(conduct=MERELY))

    def test_a_unit_whose_result_fails_puts_its_head_into_the_gap(self, manager):
        assert GAP == outcome(manager(conduct=conduct(k5a="fails")))


class TestArticle13Clause2PointB:
    """«đều hoàn thành đúng tiến độ, bảo đảm chất lượng, hiệu quả;» (Đ13 k2 b)."""

    def test_no_high_effect_is_asked(self, manager):
        assert suggested(HTT) == outcome(manager(results=results(high=0)))

    def test_one_criterion_not_completed_is_neither_good_nor_completed(self, manager):
        assert GAP == outcome(manager(results=results(completed=9)))


class TestArticle13Clause2PointC:
    """«trong đó ít nhất 80% hoàn thành đúng tiến độ, bảo đảm chất lượng» (Đ13 k2 c)."""

    @pytest.mark.parametrize(("good", "level"), [(16, HTT), (15, HTNV)])
    def test_four_fifths_of_the_targets_are_enough(self, manager, good, level):
        found = manager(targets=tasks(20, good=good), conduct=MERELY)

        assert suggested(level) == outcome(found)

    def test_without_that_number_two_levels_are_left(self, manager):
        found = manager(targets=tasks(good=None), conduct=MERELY)

        assert not_enough_data(HTT, HTNV) == outcome(found)
        assert ("targets.good",) == found.missing


class TestArticle13Clause2PointD:
    """«trong đó ít nhất 70% hoàn thành tốt hoặc hoàn thành xuất sắc nhiệm vụ» (Đ13 k2 d)."""

    @pytest.mark.parametrize(("merely", "level"), [(3, HTT), (4, HTNV)])
    def test_seven_of_ten_units_are_enough(self, manager, merely, level):
        found = manager(levels(*[HTNV] * merely), conduct=MERELY)

        assert suggested(level) == outcome(found)


class TestArticle14Clause2PointsAAndB:
    """«đều hoàn thành, trong đó có không quá 20% tiêu chí» (Đ14 k2 b; a likewise)."""

    @pytest.mark.parametrize(
        ("lacking", "expected"),
        [(20, suggested(HTNV)), (21, GAP), (50, GAP), (51, suggested(KHTNV))],
    )
    def test_a_manager_has_the_same_numbers_as_staff(self, manager, lacking, expected):
        assert expected == outcome(manager(results=results(100, lacking=lacking)))

    def test_the_result_of_the_unit_has_to_be_met_even_here(self, manager):
        found = manager(results=results(lacking=1), conduct=conduct(k5a="fails"))

        assert GAP == outcome(found)


class TestArticle14Clause2PointC:
    """«hoàn thành trên 70% các chỉ tiêu, nhiệm vụ» (Đ14 k2 c)."""

    @pytest.mark.parametrize(
        ("completed", "expected"),
        [
            (71, suggested(HTNV)),
            (70, GAP),
            (60, GAP),
            (50, GAP),
            (49, suggested(KHTNV)),
        ],
    )
    def test_case_11_exactly_seventy_and_exactly_fifty_are_gaps(
        self, manager, completed, expected
    ):
        assert expected == outcome(manager(targets=tasks(100, completed=completed)))

    def test_a_unit_without_targets_is_not_settled(self, manager):
        found = manager(targets=tasks(0))

        assert ANYTHING == outcome(found)
        assert ("targets.assigned",) == found.missing


class TestArticle14Clause2PointD:
    """«Có ít nhất 70% đơn vị thuộc thẩm quyền phụ trách, quản lý trực tiếp» (Đ14 k2 d)."""

    @pytest.mark.parametrize(("failed", "expected"), [(3, suggested(HTNV)), (4, GAP)])
    def test_seven_of_ten_units_have_to_complete(self, manager, failed, expected):
        assert expected == outcome(manager(levels(*[KHTNV] * failed)))


class TestArticle15Clause2PointD:
    """«liên quan đến tham ô, tham nhũng, lãng phí và bị xử lý» (Đ15 k2 d)."""

    @pytest.mark.parametrize(
        ("state", "expected"),
        [
            ("concluded", suggested(KHTNV)),
            ("verifying", not_enough_data(HTXS, KHTNV)),
            ("unfounded", suggested(HTXS)),
        ],
    )
    def test_a_unit_that_was_dealt_with_pulls_its_manager_down(
        self, manager, state, expected
    ):
        found = manager(conclusions=(conclusion("corruption", state),))

        assert expected == outcome(found)

    def test_having_remedied_it_helps_nobody_under_this_decree(self, manager):
        found = manager(conclusions=(conclusion("corruption", remedied=True),))

        assert suggested(KHTNV) == outcome(found)
