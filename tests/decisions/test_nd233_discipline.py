"""Which discipline forces the lowest level under Nghị định 233/2026, Điều 14?"""

import datetime as dt

import pytest

from helpers.deciding import (
    HTXS,
    KHTNV,
    SECOND,
    classified,
    discipline,
    missing,
    not_enough_data,
    outcome,
    person,
    suggested,
)
from helpers.deciding_2026 import (
    judged,
    staff,
)


def of(one, **more):
    return outcome(judged(one, **more))


def own_discipline(act="V1", **more):
    """A decision that took effect in 2026, about an act of the same year, here."""
    told = {"on": "2026-05-20", "acted_on": dt.date(2026, 3, 1)}
    return discipline(act, **told | {"at_old_organisation": False} | more)


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
