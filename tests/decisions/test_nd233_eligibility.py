"""Who is classified at all under Nghị định 233/2026, Điều 14 and 20?"""

import attrs
import pytest

from danvan_eval.decisions.people import CONTRACT
from helpers.deciding import (
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    SECOND,
    WARD,
    choices,
    classified,
    days,
    discipline,
    not_enough_data,
    outcome,
    people_decide,
    person,
    reading,
    suggested,
    work,
)
from helpers.deciding_2026 import (
    judged,
    manager,
    staff,
)


def of(one, **more):
    return outcome(judged(one, **more))


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
        known = (discipline(on="2026-10-01", duty_related=True, counted=0),)

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
