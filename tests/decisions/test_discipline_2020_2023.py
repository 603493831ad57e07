"""What discipline in the year does to the level under Nghị định 90, and with 48."""

import datetime as dt
from itertools import permutations

import pytest

from helpers.deciding import (
    BOTH,
    FIRST,
    HTXS,
    KHTNV,
    SECOND,
    YEARS,
    classified,
    discipline,
    head,
    missing,
    not_enough_data,
    outcome,
    people_decide,
    person,
    suggested,
    truths,
)

BOTH_ENDS = (HTXS, KHTNV)


def disciplined(law, *decisions, make=person):
    return classified(make(law=law, disciplines=decisions), law)


def decision(law, on="05-20", **more):
    """Return a decision of the year, on an act that no other year has used."""
    year = YEARS[law]
    given = {"counted": 0, "acted_on": dt.date(year, 2, 1)} | more
    return discipline(on=f"{year}-{on}", **given)


class TestArticle15PointC:
    """«bị xử lý kỷ luật trong năm đánh giá» (NĐ 90, Đ15 k1 c; k2 đ for managers)."""

    @pytest.mark.parametrize("law", BOTH)
    @pytest.mark.parametrize("make", [person, head])
    def test_a_duty_related_act_disciplined_in_the_year_forces_the_lowest(
        self, law, make
    ):
        found = disciplined(law, decision(law, duty_related=True), make=make)

        assert suggested(KHTNV) == outcome(found)

    @pytest.mark.parametrize("law", BOTH)
    @pytest.mark.parametrize(
        ("make", "clause"), [(person, "nd90-d15-k1-c"), (head, "nd90-d15-k2-dd")]
    )
    def test_staff_and_managers_are_told_their_own_clause(self, law, make, clause):
        found = disciplined(law, decision(law, duty_related=True), make=make)

        assert ["true"] == truths(found, clause)

    @pytest.mark.parametrize("law", BOTH)
    def test_an_empty_register_forces_nobody(self, law):
        assert suggested(HTXS) == outcome(disciplined(law))

    @pytest.mark.parametrize("law", BOTH)
    def test_without_a_register_it_cannot_be_told(self, law):
        found = classified(person(law=law, disciplines=None), law)

        assert not_enough_data(*BOTH_ENDS) == outcome(found)
        assert ("disciplines",) == found.missing

    @pytest.mark.parametrize("law", BOTH)
    @pytest.mark.parametrize(
        ("shift", "day", "expected"),
        [
            (-1, "12-31", suggested(HTXS)),
            (0, "01-01", suggested(KHTNV)),
            (0, "12-31", suggested(KHTNV)),
            (1, "01-01", suggested(HTXS)),
        ],
    )
    def test_the_day_it_took_effect_says_which_year_it_belongs_to(
        self, law, shift, day, expected
    ):
        on = f"{YEARS[law] + shift}-{day}"
        one = discipline(on=on, duty_related=True, counted=0)

        assert expected == outcome(disciplined(law, one))


class TestUntil2023:
    """NĐ 90, Đ15 k1 c as first issued: a duty-related act [T, in part]; text not seen.

    The words that NĐ 48 took away are not in the text at hand. What party
    discipline and acts already counted come to, that decree does not say.
    """

    @pytest.mark.parametrize("side", ["administrative", "party"])
    @pytest.mark.parametrize("counted", [0, 2021, None])
    def test_an_act_off_duty_does_not_count_by_itself(self, side, counted):
        one = decision(FIRST, side=side, duty_related=False, counted=counted)

        assert suggested(HTXS) == outcome(disciplined(FIRST, one))

    def test_party_discipline_alone_is_for_people(self):
        one = decision(FIRST, side="party", duty_related=True)

        assert people_decide(*BOTH_ENDS) == outcome(disciplined(FIRST, one))

    def test_an_act_already_counted_is_for_people(self):
        one = decision(FIRST, duty_related=True, counted=2021)

        assert people_decide(*BOTH_ENDS) == outcome(disciplined(FIRST, one))

    @pytest.mark.parametrize("side", ["administrative", "party"])
    def test_whether_it_was_duty_related_is_asked_first(self, side):
        found = disciplined(FIRST, decision(FIRST, side=side))

        assert not_enough_data(*BOTH_ENDS) == outcome(found)
        assert ("disciplines.duty_related",) == found.missing

    def test_whether_it_was_counted_is_asked_before_people_have_to_decide(self):
        one = discipline(on="2022-05-20", duty_related=True)

        found = disciplined(FIRST, one)

        assert not_enough_data(*BOTH_ENDS) == outcome(found)
        assert ("disciplines.counted",) == found.missing

    def test_another_decision_that_counts_leaves_nothing_open(self):
        party = decision(FIRST, side="party", duty_related=True)
        found = disciplined(FIRST, party, decision(FIRST, act="V2", duty_related=True))

        assert suggested(KHTNV) == outcome(found)


class TestSince2023:
    """NĐ 90, Đ2 k5, added by NĐ 48/2023 [N]; text not seen.

    Party or administrative discipline in the year, whatever for; no act counts
    twice, nor in two years.
    """

    @pytest.mark.parametrize("side", ["administrative", "party"])
    @pytest.mark.parametrize("duty", [True, False, None])
    def test_any_discipline_in_the_year_forces_the_lowest(self, side, duty):
        found = disciplined(SECOND, decision(SECOND, side=side, duty_related=duty))

        assert suggested(KHTNV) == outcome(found)

    def test_case_1_excellent_work_and_an_act_of_population_policy(self):
        one = decision(SECOND, side="party", duty_related=False)

        found = disciplined(SECOND, one)

        assert suggested(KHTNV) == outcome(found)
        assert ["true"] == truths(found, "nd48-d2-k5")

    def test_case_3_an_act_used_for_the_year_before_is_not_counted_again(self):
        one = discipline(on="2024-03-05", counted=2023, duty_related=True)

        found = disciplined(SECOND, one)

        assert suggested(HTXS) == outcome(found)
        assert ["false"] == truths(found, "nd48-d2-k5")

    def test_an_act_used_for_this_very_year_still_counts_in_it(self):
        one = discipline(on="2024-03-05", counted=2024)

        assert suggested(KHTNV) == outcome(disciplined(SECOND, one))

    def test_an_old_act_may_have_been_counted_so_it_is_asked(self):
        one = discipline(on="2024-03-05", acted_on=dt.date(2023, 11, 1))

        found = disciplined(SECOND, one)

        assert not_enough_data(*BOTH_ENDS) == outcome(found)
        assert {"disciplines.counted"} == missing(found, "nd48-d2-k5")

    def test_an_act_of_this_year_cannot_have_been_counted_before(self):
        one = discipline(on="2024-03-05", acted_on=dt.date(2024, 1, 1))

        assert suggested(KHTNV) == outcome(disciplined(SECOND, one))

    def test_the_same_act_decided_in_two_years_is_asked_about_in_the_second(self):
        party = discipline(side="party", on="2023-12-20", counted=None)
        office = discipline(on="2024-02-10", acted_on=None)

        found = disciplined(SECOND, party, office)

        assert not_enough_data(*BOTH_ENDS) == outcome(found)

    def test_the_same_act_counts_in_the_second_year_if_not_in_the_first(self):
        party = discipline(side="party", on="2023-12-20", counted=0)
        office = discipline(on="2024-02-10", counted=0)

        assert suggested(KHTNV) == outcome(disciplined(SECOND, party, office))

    def test_two_decisions_on_one_act_in_one_year_need_no_further_answer(self):
        party = discipline(side="party", on="2024-04-01", acted_on=dt.date(2024, 3, 1))
        office = discipline(on="2024-06-01", acted_on=dt.date(2024, 3, 1))

        assert suggested(KHTNV) == outcome(disciplined(SECOND, party, office))

    def test_one_act_that_counts_is_enough_beside_one_that_does_not(self):
        old = discipline(on="2024-03-05", counted=2023)

        found = disciplined(SECOND, old, decision(SECOND, act="V2"))

        assert suggested(KHTNV) == outcome(found)

    def test_what_happened_at_the_old_organisation_counts_and_is_pointed_out(self):
        found = disciplined(SECOND, decision(SECOND, at_old_organisation=True))

        assert suggested(KHTNV) == outcome(found)
        assert "OLD_ORGANISATION" in [one.id for one in found.flags]


class TestOrder:
    @pytest.mark.parametrize("law", BOTH)
    def test_the_order_of_the_register_decides_nothing(self, law):
        listed = (
            decision(law, duty_related=False),
            decision(law, act="V2", side="party", on="08-01"),
            decision(law, act="V3", counted=YEARS[law] - 1, on="09-01"),
        )
        found = {
            classified(person(law=law, disciplines=turned), law).conditions
            for turned in permutations(listed)
        }

        assert 1 == len(found)
