"""Heads and their units, contract workers, unknown posts, and the share of the best."""

from fractions import Fraction

import pytest

from danvan_eval.decisions.choices import QuotaChoices
from danvan_eval.decisions.facts import Conduct, DanVan, Move
from danvan_eval.errors import FaultError
from danvan_eval.terms import Text
from helpers.deciding import (
    BOTH,
    FIRST,
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    SECOND,
    choices,
    classified,
    classified_year,
    days,
    head,
    levels,
    not_enough_data,
    outcome,
    people_decide,
    person,
    suggested,
    tasks,
    unit,
    work,
)

EVERY = (HTXS, HTT, HTNV, KHTNV)


@pytest.fixture(params=BOTH)
def law(request):
    return request.param


class TestHeadOfAUnit:
    """«Mức xếp loại chất lượng của cá nhân không cao hơn mức xếp loại» (Luật 58, Đ41 k2 b)."""

    @pytest.mark.parametrize("top", EVERY)
    def test_an_excellent_head_comes_down_to_the_unit(self, law, top):
        assert suggested(top) == outcome(
            classified(head(law=law), law, units=levels(K01=top))
        )

    @pytest.mark.parametrize("top", EVERY[:3])
    def test_a_head_below_the_unit_is_not_lifted_to_it(self, law, top):
        one = head(law=law, targets=tasks(100, completed=71))

        found = classified(one, law, units=levels(K01=top))

        assert suggested(HTNV) == outcome(found)

    def test_a_unit_still_open_leaves_its_head_open(self, law):
        found = classified(head(law=law), law, units=levels(K01=(HTXS, HTT)))

        assert not_enough_data(HTXS, HTT) == outcome(found)
        assert ("unit",) == found.missing

    def test_a_head_below_every_level_the_unit_may_have_is_settled(self, law):
        one = head(law=law, targets=tasks(100, completed=71))

        found = classified(one, law, units=levels(K01=(HTXS, HTT)))

        assert suggested(HTNV) == outcome(found)

    def test_a_head_in_a_gap_under_a_failed_unit_needs_nobody_to_decide(self, law):
        one = head(law=law, targets=tasks(100, completed=60))

        assert people_decide(HTNV, KHTNV) == outcome(classified(one, law))
        assert suggested(KHTNV) == outcome(
            classified(one, law, units=levels(K01=KHTNV))
        )

    def test_missing_figures_do_not_matter_under_a_failed_unit(self, law):
        one = head(law=law, conduct=Conduct())

        found = classified(one, law, units=levels(K01=KHTNV))

        assert suggested(KHTNV) == outcome(found)

    def test_a_unit_that_has_no_level_holds_nobody_down(self, law):
        found = classified(head(law=law), law, units=levels(K01=()))

        assert suggested(HTXS) == outcome(found)
        assert "head" == found.steps[-1].stage

    def test_a_unit_that_was_not_classified_before_is_refused(self, law):
        with pytest.raises(FaultError) as refused:
            classified(head(law=law), law, units=levels(K01=None))

        assert "DV-R030" == refused.value.fault.code

    @pytest.mark.parametrize("role", ["staff", "deputy", "deputy_director"])
    def test_only_who_heads_the_unit_is_held_under_it(self, law, role):
        one = person(role=role, law=law, managed=("T01",))

        found = classified(one, law, units=levels(K01=KHTNV))

        assert suggested(HTXS) == outcome(found)

    def test_the_director_is_held_under_the_hospital(self, law):
        one = person(role="director", law=law, unit="BV", managed=("K01",))

        assert suggested(HTT) == outcome(classified(one, law, units=levels(BV=HTT)))


class TestPostThatIsNotGiven:
    """Đ12 to 15 ask different things of managers: without a post nothing is settled."""

    def test_every_level_is_possible_and_the_post_is_asked_for(self, law):
        found = classified(person(role=None, law=law), law)

        assert not_enough_data(*EVERY) == outcome(found)
        assert ("role",) == found.missing

    def test_who_worked_too_short_needs_no_post_either(self, law):
        one = person(role=None, law=law, work=work(2022, employed=()))

        assert ("not_classified", ()) == outcome(classified(one, law))


class TestContractWorkers:
    """Neither Luật 58 nor NĐ 90 names contract workers: the hospital decides."""

    def test_they_are_classified_like_others_where_the_hospital_says_so(self, law):
        found = classified(person(law=law, contract=True), law)

        assert suggested(HTXS) == outcome(found)

    def test_they_are_left_out_where_the_hospital_says_so(self, law):
        chosen = choices(contract_workers=False)

        found = classified(person(law=law, contract=True), law, chosen=chosen)

        assert ("not_classified", ()) == outcome(found)

    @pytest.mark.parametrize("make", [person, head])
    def test_until_somebody_decides_people_have_to(self, law, make):
        chosen = choices(contract_workers=None)

        found = classified(
            make(law=law, contract=True),
            law,
            chosen=chosen,
            units=levels(K01=KHTNV),
        )

        assert "people_decide" == found.status.value
        assert found.level is None

    def test_others_do_not_wait_for_that_decision(self, law):
        chosen = choices(contract_workers=None)

        assert suggested(HTXS) == outcome(
            classified(person(law=law), law, chosen=chosen)
        )


class TestComingFromAnotherUnit:
    """NĐ 90, Điều 20 [Q]; text not seen: the old unit's opinion, from six months there."""

    @pytest.mark.parametrize(
        ("there", "received", "waits"),
        [
            (True, False, True),
            (True, None, True),
            (None, None, True),
            (True, True, False),
            (False, False, False),
        ],
    )
    def test_the_decision_waits_and_the_suggestion_does_not_change(
        self, law, there, received, waits
    ):
        found = classified(person(law=law, move=Move(there, received)), law)

        assert suggested(HTXS) == outcome(found)
        assert waits is bool(found.holds)
        assert waits is not found.ready


class TestOpenEligibility:
    """What is not known to be classified at all is never suggested a level."""

    def test_a_head_under_a_failed_unit_may_still_have_worked_too_short(self, law):
        found = classified(head(law=law, work=None), law, units=levels(K01=KHTNV))

        assert not_enough_data(KHTNV) == outcome(found)
        assert found.level is None
        assert ("work",) == found.missing

    def test_a_long_leave_settles_nothing_while_the_time_worked_is_open(self):
        leave = ("khong-luong", days("2024-01-16", "2024-05-10"))
        worked = work(2024, leave, employed=(days("2024-01-01", "2024-10-25"),))

        found = classified(person(work=worked))

        assert people_decide(HTNV) == outcome(found)
        assert found.level is None


def candidates(count):
    """Return people who are all excellent, with falling results in dân vận."""
    shares = [Fraction(100 - nth, 100) for nth in range(count)]
    return [
        person(f"N{nth:02d}", dan_van=DanVan(share, share, Text(str(share))))
        for nth, share in enumerate(shares, 1)
    ]


def merely_good(count):
    return [
        person(f"T{nth:02d}", tasks=tasks(exceeded=0)) for nth in range(1, count + 1)
    ]


class TestShareOfTheBest:
    """NĐ 90, Đ2 k6, added by NĐ 48 [N], with HD 21-HD/BTCTW [Q]; text not seen."""

    @pytest.mark.parametrize(("way", "most"), [("A", 5), ("B", 4)])
    def test_case_13_of_seven_candidates_among_twenty_five(self, way, most):
        chosen = choices(quota=QuotaChoices(way, "none", order="dan_van"))

        made = classified_year(SECOND, *candidates(7), *merely_good(18), chosen=chosen)

        best = [one.subject.code for one in made.people if one.level is HTXS]
        assert [f"N{nth:02d}" for nth in range(1, most + 1)] == best
        assert {HTT} == {one.level for one in made.people if one.level is not HTXS}

    def test_case_13_without_an_order_nobody_stands_before_anybody(self):
        chosen = choices(quota=QuotaChoices("A", "none", order="none"))

        made = classified_year(SECOND, *candidates(7), *merely_good(18), chosen=chosen)

        assert {people_decide(HTXS, HTT)} == {
            outcome(made.of(f"N{nth:02d}")) for nth in range(1, 8)
        }

    def test_case_13_both_readings_stand_on_the_worksheet(self):
        made = classified_year(SECOND, *candidates(7), *merely_good(18))

        (sheet,) = made.worksheets
        assert (5, 4) == sheet.whole.slots

    def test_before_2023_there_was_no_such_share(self):
        people = [person(f"N{nth:02d}", law=FIRST) for nth in range(1, 8)]

        made = classified_year(FIRST, *people, chosen=choices(quota=None))

        assert {HTXS} == {one.level for one in made.people}
        assert () == made.worksheets

    def test_a_hospital_that_chose_no_reading_is_asked_for_one(self):
        with pytest.raises(FaultError) as refused:
            classified_year(SECOND, person(), chosen=choices(quota=None))

        assert "DV-R034" == refused.value.fault.code


class TestUnitsOfTheTime:
    """Until 30/6/2026 no law gives a hospital department a level."""

    @pytest.mark.parametrize("law", BOTH)
    def test_a_head_is_compared_with_nothing_where_the_hospital_has_no_rule(self, law):
        one = head(law=law, managed=("K01",))
        made = classified_year(law, one, units=[unit()])

        assert ("not_classified", ()) == outcome(made.of("K01"))
        assert ("people_decide", (HTXS, HTT, HTNV, KHTNV)) == outcome(made.of("N00"))
