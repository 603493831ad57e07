"""Who stands before whom for the best level, who is outside, who is still open?"""

from fractions import Fraction

from helpers.deciding import (
    HTT,
    HTXS,
    SECOND,
    choices,
    classified_year,
    outcome,
    people_decide,
    person,
    suggested,
)
from helpers.deciding_2026 import (
    between,
    codes_at,
    crowd,
    hospital_year,
    quota,
    sheet_of,
    staff,
    staffed,
)


class TestTheOrderOfCandidates:
    """«trong từng nhóm viên chức có nhiệm vụ».

    NĐ 233, Điều 12 khoản 6: nothing says who comes first; only a declared order does.
    """

    def test_equals_across_the_line_are_both_left_to_people(self):
        people = crowd(5, [95, 95, 80, 80, 80])
        made = hospital_year(*people)

        assert [people_decide(HTXS, HTT)] * 2 == [
            outcome(made.of(code)) for code in ("N01", "N02")
        ]
        assert ("N01", "N02") == sheet_of(made).whole.allocation.contested

    def test_whoever_stands_clear_of_the_tie_is_settled(self):
        people = crowd(10, [97, 95, 95, 93, *[80] * 6])
        made = hospital_year(*people)

        assert suggested(HTXS) == outcome(made.of("N01"))
        assert people_decide(HTXS, HTT) == outcome(made.of("N02"))
        assert suggested(HTT) == outcome(made.of("N04"))

    def test_points_that_differ_by_nothing_a_page_shows_are_not_equal(self):
        people = crowd(5, [95, 95 + Fraction(1, 10**9), 80, 80, 80])

        assert {"N02"} == codes_at(HTXS, hospital_year(*people).people)

    def test_without_any_order_too_many_candidates_are_all_left_to_people(self):
        made = hospital_year(*staffed(3, 7), chosen=quota(order="none"))

        assert [people_decide(HTXS, HTT)] * 3 == [
            outcome(made.of(f"N0{nth}")) for nth in (1, 2, 3)
        ]

    def test_without_any_order_as_many_as_there_are_slots_are_settled(self):
        made = hospital_year(*staffed(2, 8), chosen=quota(order="none"))

        assert {"N01", "N02"} == codes_at(HTXS, made.people)

    def test_the_decree_before_has_no_points_to_order_by(self):
        people = [person(f"N{nth}", points=None) for nth in range(5)]
        made = classified_year(SECOND, *people)

        assert {people_decide(HTXS, HTT)} == {outcome(one) for one in made.people}


class TestExempt:
    """«của đơn vị cấu thành được thực hiện như đối với đơn vị sự nghiệp».

    NĐ 233 exempts nobody; a hospital may have adopted a rule that does.
    """

    def test_who_is_outside_keeps_the_level_and_takes_no_slot(self):
        people = staffed(3, 3)
        exempt = quota(exempt=frozenset({"N02"}), exempt_by="01/QC, Điều 9")
        made = hospital_year(*people, chosen=exempt)

        assert {"N01", "N02"} == codes_at(HTXS, made.people)
        assert (("N02",), 5) == (
            sheet_of(made).exempt,
            sheet_of(made).whole.allocation.base,
        )


class TestUnsettled:
    """«trong từng nhóm viên chức có nhiệm vụ».

    NĐ 233, Điều 12 khoản 6: whose level is open may yet want a slot.
    """

    def test_somebody_whose_points_are_open_is_named_and_not_granted(self):
        open_ = person("N99", law="eval-2026", points=between(85, 95, "dan_van"))
        made = hospital_year(open_, *staffed(1, 8))

        assert ("N99",) == sheet_of(made).unsettled
        assert "not_enough_data" == made.of("N99").status.value

    def test_somebody_who_cannot_reach_it_any_more_is_not(self):
        open_ = person("N99", law="eval-2026", points=between(65, 75, "dan_van"))
        made = hospital_year(open_, *staffed(1, 8))

        assert () == sheet_of(made).unsettled

    def test_who_is_not_classified_is_on_no_sheet(self):
        none = staff(95, "N99", contract=True)
        made = hospital_year(
            none, chosen=choices(contract_workers=False, quota=quota().quota)
        )

        assert () == made.worksheets


class TestEffects:
    """«phạm vi cùng một cơ quan, đơn vị».

    NĐ 233, Điều 12 khoản 6: what each department would have had alone.
    """

    def test_each_department_is_compared_with_the_whole(self):
        people = [
            *staffed(3, 1, unit="K01", prefix="A"),
            *staffed(0, 6, unit="K02", prefix="B"),
        ]
        made = hospital_year(*people)

        assert [("K01", 4, 3, 0, 2, 0), ("K02", 6, 0, 1, 0, 0)] == [
            (one.unit, one.base, one.candidates, one.alone, one.granted, one.open)
            for one in sheet_of(made).effects
        ]

    def test_what_is_left_to_people_is_counted_as_open(self):
        people = crowd(5, [95, 95, 80, 80, 80])
        effect, *_ = sheet_of(hospital_year(*people)).effects

        assert (2, 0, 2) == (effect.candidates, effect.granted, effect.open)
