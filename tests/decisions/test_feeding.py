"""Where does the dân vận result enter, and what does it change?"""

from fractions import Fraction

import pytest

from danvan_eval.decisions.choices import Feed
from danvan_eval.decisions.facts import DanVan
from danvan_eval.terms import Text
from helpers.deciding import (
    BOTH,
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    SECOND,
    THIRD,
    choices,
    classified,
    classified_unit,
    conduct,
    not_enough_data,
    outcome,
    person,
    regime,
    suggested,
    unit,
)
from helpers.deciding_2026 import (
    ALL,
    at,
    between,
    codes_at,
    hospital_year,
    judged,
    quota,
    staff,
)

ATTITUDE, SATISFACTION = "nd233-pl1-k2-dd", "nd233-d6-k2-b"
ARTICLE = "01/QC, Điều 6"


def share(low, high=None):
    low = Fraction(low)
    return DanVan(low, low if high is None else Fraction(high), Text("dân vận"))


def by_points(points=10, item=ATTITUDE):
    return choices(feeds=(Feed(item, ARTICLE, points=Fraction(points)),))


def by_standing(item, well="9/10", meets="1/2"):
    feed = Feed(item, ARTICLE, well_from=Fraction(well), meets_from=Fraction(meets))
    return choices(feeds=(feed,))


class TestWithoutARule:
    """«thực hiện theo quy chế đánh giá của đơn vị».

    NĐ 233, Điều 12 khoản 5: points are given by the unit's regulation.
    """

    @pytest.mark.parametrize("dan_van", [share(0), share(1), share(0, 1), None])
    @pytest.mark.parametrize("points", [95, 80, 60, 40])
    def test_the_result_changes_nothing_of_a_person(self, dan_van, points):
        found = judged(staff(points, dan_van=dan_van))

        assert judged(staff(points)).verdict == found.verdict
        assert () == found.fed

    @pytest.mark.parametrize("law", BOTH)
    def test_nor_under_the_decrees_before(self, law):
        found = classified(person(law=law, dan_van=share(0)), law)

        assert classified(person(law=law), law).verdict == found.verdict

    def test_nor_of_a_unit(self):
        found = classified_unit(unit(dan_van=share(0)))

        assert classified_unit(unit()).verdict == found.verdict

    def test_it_stands_beside_the_classification_all_the_same(self):
        assert share("4/5") == judged(staff(dan_van=share("4/5"))).dan_van


class TestPointsOfAnItem:
    """«Thái độ phục vụ người sử dụng dịch vụ sự nghiệp công».

    NĐ 233, Phụ lục I mục 2, where the scan prints «đ)» for the fourth point.
    """

    @pytest.mark.parametrize(
        ("result", "expected"),
        [(1, HTXS), ("1/2", HTXS), ("499999/1000000", HTT), (0, HTT)],
    )
    def test_the_weight_times_the_share_is_added(self, result, expected):
        found = judged(staff(85, dan_van=share(result)), chosen=by_points(10))

        assert suggested(expected) == outcome(found)

    def test_the_item_the_sum_and_the_article_are_told(self):
        found = judged(staff(80, dan_van=share("4/5")), chosen=by_points(10))

        assert [(ATTITUDE, "Thái độ phục vụ: 80% × 10", ARTICLE)] == [
            (one.item, one.says.vi, one.article) for one in found.fed
        ]

    @pytest.mark.parametrize(
        ("before", "low", "high", "expected"),
        [
            (85, "1/2", "9/10", suggested(HTXS)),
            (85, "2/5", "9/10", not_enough_data(HTXS, HTT)),
            (85, "1/10", "2/5", suggested(HTT)),
            (62, 0, 1, not_enough_data(HTT, HTNV)),
        ],
    )
    def test_an_incomplete_result_widens_the_points(self, before, low, high, expected):
        found = judged(staff(before, dan_van=share(low, high)), chosen=by_points(10))

        assert expected == outcome(found)

    def test_no_result_at_all_may_bring_anything_up_to_the_weight(self):
        found = judged(staff(85), chosen=by_points(10))

        assert not_enough_data(HTXS, HTT) == outcome(found)
        assert ("dan_van",) == found.missing

    def test_no_result_does_not_matter_where_the_weight_is_too_small(self):
        assert suggested(HTT) == outcome(judged(staff(80), chosen=by_points(9)))

    def test_points_that_are_open_on_both_sides_add_up(self):
        open_ = person(
            law=THIRD, points=between(80, 84, "points.2026-11"), dan_van=share(0, 1)
        )
        found = judged(open_, chosen=by_points(6))

        assert not_enough_data(HTXS, HTT) == outcome(found)
        assert {"points.2026-11", "dan_van"} == {*found.missing}

    def test_without_the_other_points_it_makes_none(self):
        found = judged(
            person(law=THIRD, points=None, dan_van=share(1)), chosen=by_points(30)
        )

        assert not_enough_data(*ALL) == outcome(found)
        assert ("points",) == found.missing

    def test_it_enters_no_other_kind_of_subject(self):
        of_people = by_points(20, ATTITUDE)
        of_units = by_points(20, SATISFACTION)

        assert suggested(HTT) == outcome(
            classified_unit(unit(points=at(75), dan_van=share(1)), chosen=of_people)
        )
        assert suggested(HTT) == outcome(
            judged(staff(75, dan_van=share(1)), chosen=of_units)
        )

    def test_an_item_of_another_form_is_left_alone(self):
        old = by_standing("nd90-d3-k3")
        found = judged(staff(75, dan_van=share(0)), chosen=old)

        assert (suggested(HTT), ()) == (outcome(found), found.fed)

    def test_candidates_are_ordered_by_the_points_they_were_judged_by(self):
        """93 before and 98 after stand behind 91 before and 99 after."""
        feeds = by_points(10).feeds
        people = [
            staff(93, "N01", dan_van=share("1/2")),
            staff(91, "N02", dan_van=share("4/5")),
            *(staff(72, f"T{nth}", dan_van=share(0)) for nth in range(3)),
        ]
        made = hospital_year(*people, chosen=choices(feeds=feeds, quota=quota().quota))

        assert {"N02"} == codes_at(HTXS, made.people)

    def test_a_candidate_whose_result_is_open_stands_nowhere_yet(self):
        feeds = by_points(4).feeds
        people = [
            staff(93, "N01", dan_van=share("1/2", 1)),
            *(staff(72, f"T{nth}", dan_van=share(0)) for nth in range(4)),
        ]
        made = hospital_year(*people, chosen=choices(feeds=feeds, quota=quota().quota))

        assert ("N01",) == made.worksheets[0].unsettled


class TestSatisfactionOfAUnit:
    """«Mức độ hài lòng của cơ quan, tổ chức, cá nhân là đối tượng».

    NĐ 233, Điều 6 khoản 2 điểm b.
    """

    @pytest.mark.parametrize(
        ("result", "expected"), [(1, suggested(HTXS)), ("1/2", suggested(HTT))]
    )
    def test_it_adds_to_the_points_of_the_unit(self, result, expected):
        found = classified_unit(
            unit(points=at(80), dan_van=share(result)),
            chosen=by_points(10, SATISFACTION),
        )

        assert expected == outcome(found)
        assert [SATISFACTION] == [one.item for one in found.fed]

    def test_an_open_result_leaves_the_unit_open(self):
        found = classified_unit(
            unit(points=at(80), dan_van=share(0, 1)),
            chosen=by_points(10, SATISFACTION),
        )

        assert not_enough_data(*ALL) == outcome(found)
        assert "dan_van" in found.missing


class TestStandingOfACommonCriterion:
    """NĐ 90, Điều 3 in the older form; quoted beside the tests of that decree."""

    ITEMS = tuple(
        one for one in regime(SECOND).law.items.values() if one.kind == "standing"
    )

    @pytest.mark.parametrize(
        ("result", "expected"),
        [(1, HTXS), ("9/10", HTXS), ("89/100", HTT), ("1/2", HTT)],
    )
    @pytest.mark.parametrize("item", ITEMS, ids=lambda one: one.id)
    def test_the_result_makes_one_standing(self, item, result, expected):
        found = classified(
            person(dan_van=share(result)), SECOND, chosen=by_standing(item.id)
        )

        assert suggested(expected) == outcome(found)

    @pytest.mark.parametrize("item", ITEMS, ids=lambda one: one.id)
    def test_no_other_criterion_is_touched(self, item):
        """The meeting said «meets» of another one, and that stays what it said."""
        other = next(part for part in ("k1", "k4") if part != item.part)
        met = person(conduct=conduct(**{other: "meets"}), dan_van=share(1))
        found = classified(met, SECOND, chosen=by_standing(item.id))

        assert suggested(HTT) == outcome(found)

    def test_it_never_lifts_what_the_meeting_said(self):
        item = self.ITEMS[0]
        met = person(conduct=conduct(**{item.part: "meets"}), dan_van=share(1))

        assert suggested(HTT) == outcome(
            classified(met, SECOND, chosen=by_standing(item.id))
        )

    def test_where_the_meeting_said_nothing_more_is_asked_for(self):
        item = self.ITEMS[0]
        none = person(conduct=conduct(**{item.part: None}), dan_van=share(1))
        found = classified(none, SECOND, chosen=by_standing(item.id))

        assert "not_enough_data" == found.status.value
        assert f"conduct.{item.part}" in found.missing

    def test_a_result_that_may_make_two_standings_makes_none_yet(self):
        item = self.ITEMS[0]
        open_ = person(dan_van=share("4/5", "19/20"))
        found = classified(open_, SECOND, chosen=by_standing(item.id))

        assert "not_enough_data" == found.status.value
        assert {HTXS, HTT} <= {*found.verdict.possible}

    def test_one_result_is_no_ground_for_the_lowest_level(self):
        """Failing a common criterion reaches no level, and forces none."""
        item = self.ITEMS[0]
        found = classified(
            person(dan_van=share(0)), SECOND, chosen=by_standing(item.id)
        )

        assert ("people_decide", (HTNV, KHTNV)) == outcome(found)
