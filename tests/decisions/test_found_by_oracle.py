"""Answers that differed from those of a second reading of the texts."""

import pytest

from helpers.deciding import (
    BOTH,
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    SECOND,
    THIRD,
    YEARS,
    classified,
    classified_unit,
    classified_year,
    conclusion,
    days,
    discipline,
    not_enough_data,
    outcome,
    people_decide,
    person,
    reading,
    suggested,
    tasks,
    unit,
    work,
)
from helpers.deciding_2026 import (
    ALL,
    at,
    authority_decides,
    between,
    crowd,
    hospital_year,
    judged,
    manager,
    sheet_of,
    staff,
    ward,
)


def act(law, side, years_before=0, **more):
    """A decision about the one act V1, duty-related, at this organisation."""
    known = {"duty_related": True, "degradation": False, "at_old_organisation": False}
    day = f"{YEARS[law] - years_before}-05-20"
    return discipline("V1", side, day, **known | more)


def disciplined(law, *disciplines):
    return person(law=law, disciplines=disciplines)


class TestOneActCountsInOneYear:
    """«chỉ tính làm căn cứ để xếp loại chất lượng ở một năm đánh giá».

    NĐ 233, Điều 14 khoản 3 điểm a; NĐ 90, Điều 2 khoản 5 with NĐ 48.
    """

    @pytest.mark.parametrize("law", [SECOND, THIRD])
    def test_what_the_other_decision_was_used_for_counts_for_this_one(self, law):
        before = act(law, "party", 1, counted=YEARS[law] - 1)
        now = act(law, "administrative")

        assert suggested(HTXS) == outcome(
            classified(disciplined(law, before, now), law)
        )

    @pytest.mark.parametrize("law", [SECOND, THIRD])
    @pytest.mark.parametrize("own", [0, "this year"])
    def test_two_answers_about_one_act_that_do_not_agree_are_none(self, law, own):
        before = act(law, "party", 1, counted=YEARS[law] - 1)
        now = act(law, "administrative", counted=YEARS[law] if own else own)
        found = classified(disciplined(law, before, now), law)

        assert not_enough_data(HTXS, KHTNV) == outcome(found)
        assert ("disciplines.counted",) == found.missing

    @pytest.mark.parametrize("law", [SECOND, THIRD])
    def test_the_answer_about_another_act_says_nothing_of_this_one(self, law):
        other = discipline("V2", "party", f"{YEARS[law] - 1}-05-20", counted=1)
        now = act(law, "administrative", counted=0)

        assert suggested(KHTNV) == outcome(
            classified(disciplined(law, other, now), law)
        )

    def test_before_the_amendment_an_act_used_already_is_for_people(self):
        law = "eval-2020"
        before = act(law, "party", 1, counted=YEARS[law] - 1)
        now = act(law, "administrative")

        assert people_decide(HTXS, KHTNV) == outcome(
            classified(disciplined(law, before, now), law)
        )


class TestTheAuthorityWeighsOnlyWhatIsLeftToIt:
    """«đã chủ động phát hiện, báo cáo».

    NĐ 233, Điều 12 khoản 4 điểm d: what else forces the lowest is not weighed.
    """

    put_right = conclusion("corruption", remedied=True)

    def test_a_manager_who_put_everything_right_is_for_the_authority(self):
        found = judged(manager("deputy", conclusions=(self.put_right,)))

        assert authority_decides(*ALL) == outcome(found)

    @pytest.mark.parametrize(
        "unknown", [{"disciplines": None}, {"points": between(40, 95)}]
    )
    def test_not_while_something_else_may_force_the_lowest(self, unknown):
        known = {"points": at(95), "conclusions": (self.put_right,)}
        found = judged(person("N00", "deputy", THIRD, **known | unknown))

        assert not_enough_data(*ALL) == outcome(found)

    def test_nor_while_another_case_of_the_kind_is_verified(self):
        verified = conclusion("corruption", "verifying", "KL-02")
        found = judged(manager("deputy", conclusions=(self.put_right, verified)))

        assert not_enough_data(*ALL) == outcome(found)

    def test_one_that_came_to_nothing_changes_nothing(self):
        none = conclusion("corruption", "unfounded", "KL-02")
        found = judged(manager("deputy", conclusions=(self.put_right, none)))

        assert authority_decides(*ALL) == outcome(found)


class TestTheLeaveThatIsTold:
    """NĐ 90, Điều 2 khoản 3: the months told are those that limit the level."""

    @pytest.mark.parametrize("law", BOTH)
    @pytest.mark.parametrize(("counts", "told"), [("work", 3), ("leave", 5)])
    def test_study_that_counts_as_work_is_not_among_them(self, law, counts, told):
        year = YEARS[law]
        sick = "om-dau", days(f"{year}-01-01", f"{year}-03-31")
        study = "di-hoc", days(f"{year}-05-01", f"{year}-06-30")
        one = person(law=law, work=work(year, sick, study))
        found = classified(one, law, chosen=reading(study_counts=counts))

        assert suggested(HTNV) == outcome(found)
        assert f"{told} tháng" == found.steps[-1].says.vi


class TestAUnitIsWeighedLikewise:
    """«Trường hợp không hoàn thành nhiệm vụ mà có lý do bất khả kháng».

    NĐ 233, Điều 7 khoản 4 điểm b: force majeure excuses what was not done, no more.
    """

    half = tasks(completed=10, good=10, exceeded=0)

    def test_force_majeure_alone_is_for_the_authority(self):
        found = classified_unit(ward(80, tasks=self.half, force_majeure=True))

        assert authority_decides(*ALL) == outcome(found)

    @pytest.mark.parametrize(
        "unknown",
        [
            {"conclusions": (conclusion("personnel", "verifying"),)},
            {"conclusions": None},
            {"points": between(45, 80)},
        ],
    )
    def test_not_while_something_else_may_force_the_lowest(self, unknown):
        one = unit(tasks=self.half, force_majeure=True, **unknown)

        assert not_enough_data(*ALL) == outcome(classified_unit(one))


class TestTheLineOfTheQuota:
    """«không vượt quá 20% tổng số viên chức được xếp loại».

    NĐ 233, Điều 12 khoản 6 điểm a.
    """

    open_between_both = not_enough_data(HTXS, HTT)

    def test_who_may_not_be_classified_at_all_is_not_in_the_base_for_certain(self):
        unsure = staff(80, "N99", work=None)
        made = hospital_year(staff(95, "N01"), *crowd(3, 80, "T"), unsure)

        assert 4 == sheet_of(made).whole.allocation.base
        assert self.open_between_both == outcome(made.of("N01"))

    def test_best_levels_that_stand_nowhere_exactly_are_no_more_than_the_slots(self):
        spans = [
            person(f"N0{nth}", law=THIRD, points=between(91, 99)) for nth in (1, 2, 3)
        ]
        made = hospital_year(*spans, *crowd(2, 80, "T"))

        assert {self.open_between_both} == {
            outcome(made.of(f"N0{nth}")) for nth in (1, 2, 3)
        }

    def test_such_a_one_with_a_slot_for_everybody_is_settled(self):
        span = person("N01", law=THIRD, points=between(91, 99))
        made = hospital_year(span, *crowd(4, 80, "T"))

        assert suggested(HTXS) == outcome(made.of("N01"))

    def test_where_the_decree_has_no_points_some_people_having_any_orders_nobody(self):
        scored, other = person("N01", points=at(80)), person("N02", points=None)
        rest = [person(f"T0{n}", points=None, tasks=tasks(exceeded=0)) for n in "123"]
        made = classified_year(SECOND, scored, other, *rest)

        assert {people_decide(HTXS, HTT)} == {
            outcome(made.of("N01")),
            outcome(made.of("N02")),
        }
