"""How many may have the best level, who has it, and what is left to people?"""

from fractions import Fraction

import pytest

from danvan_eval.decisions.choices import Raised
from danvan_eval.decisions.worksheet import Rule
from helpers.deciding import (
    HTT,
    HTXS,
    SECOND,
    choices,
    classified_year,
    hospital,
    outcome,
    people_decide,
    person,
    record,
    suggested,
    tasks,
)
from helpers.deciding_2026 import (
    at,
    codes_at,
    crowd,
    hospital_year,
    quota,
    refused,
    sheet_of,
    staff,
    staffed,
    ward,
)

FIFTH, QUARTER = Fraction(1, 5), Fraction(1, 4)
RAISED = Raised(QUARTER, "20/QĐ")


def confirmed_hospital(level=HTXS):
    return hospital(records=(record("BV", 2026, level),))


class TestTheShare:
    """«quá 20% tổng số viên chức được xếp loại».

    NĐ 233, Điều 12 khoản 6 điểm a, which leaves open whether HTXS are inside.
    """

    @pytest.mark.parametrize(
        ("base", "inside", "outside"),
        [(25, 5, 4), (30, 6, 5), (24, 4, 4), (10, 2, 1), (5, 1, 0), (4, 0, 0)],
    )
    def test_both_readings_are_whole_numbers_rounded_down(self, base, inside, outside):
        rule = Rule("nd233-d12-k6-a", FIFTH, "A")

        assert (inside, outside) == (rule.slots(base, "A"), rule.slots(base, "B"))

    @pytest.mark.parametrize(("reading", "slots"), [("A", 5), ("B", 4)])
    def test_25_people_with_seven_candidates(self, reading, slots):
        made = hospital_year(*staffed(7, 18), chosen=quota(reading))
        best = {f"N{nth:02d}" for nth in range(1, slots + 1)}

        assert best == codes_at(HTXS, made.people)
        assert 25 - slots == len(codes_at(HTT, made.people))

    @pytest.mark.parametrize("reading", ["A", "B"])
    def test_the_sheet_shows_both_readings_whichever_was_chosen(self, reading):
        made = hospital_year(*staffed(7, 18), chosen=quota(reading))
        line = sheet_of(made).whole

        assert (25, (5, 4)) == (line.allocation.base, line.slots)

    def test_who_is_below_the_second_level_is_outside_the_base(self):
        below = crowd(40, 60, "T")
        made = hospital_year(*staffed(2, 3), *below, chosen=quota("A"))

        assert 5 == sheet_of(made).whole.allocation.base
        assert {"N01"} == codes_at(HTXS, made.people)

    def test_nobody_is_lifted_to_fill_a_slot(self):
        made = hospital_year(*staffed(1, 24))

        assert 1 == len(codes_at(HTXS, made.people))

    def test_public_employees_and_contract_workers_are_counted_apart(self):
        workers = crowd(5, [95, 80, 80, 80, 80], "L", contract=True)
        made = hospital_year(*staffed(1, 4), *workers)

        assert ["Viên chức", "Người lao động"] == [
            one.title.vi for one in made.worksheets
        ]
        assert {"N01", "L01"} == codes_at(HTXS, made.people)

    def test_who_is_refused_is_told_why(self):
        made = hospital_year(*staffed(2, 3))
        *_, last = made.of("N02").steps

        assert ("unit_quota", "nd233-d12-k6-a") == (last.stage, last.clause)
        assert last.says.vi.endswith(": hết suất (1)")

    def test_a_hospital_that_chose_no_reading_is_stopped(self):
        asked = choices(quota=None)

        assert "DV-R034" == refused(lambda: hospital_year(staff(), chosen=asked))
        assert "DV-R034" == refused(
            lambda: hospital_year(units=(ward(),), chosen=asked)
        )


class TestEveryGroup:
    """«trong từng nhóm viên chức có nhiệm vụ».

    NĐ 233, Điều 12 khoản 6 điểm a: in the unit and in each group of similar tasks.
    """

    def test_the_group_comes_before_the_whole(self):
        """Ten doctors have two slots, fifteen nurses three, five of all 25."""
        people = [
            *staffed(4, 6, prefix="B", group="bac-si"),
            *staffed(1, 14, prefix="D", group="dieu-duong"),
        ]
        made = hospital_year(*people, chosen=quota("A", "group"))
        sheet = sheet_of(made)

        assert [("bac-si", 2), ("dieu-duong", 3), ("", 5)] == [
            (row.scope, row.allocation.slots) for row in sheet.rows
        ]
        assert {"B01", "B02", "D01"} == codes_at(HTXS, made.people)
        assert "group_quota" == made.of("B03").steps[-1].stage

    def test_without_groups_the_whole_decides(self):
        people = [
            *staffed(4, 6, prefix="B", group="bac-si"),
            *staffed(1, 14, prefix="D", group="dieu-duong"),
        ]
        made = hospital_year(*people, chosen=quota("A", "none"))

        assert 5 == len(codes_at(HTXS, made.people))
        assert () == sheet_of(made).groups

    def test_what_small_groups_cannot_use_is_slack(self):
        """Five groups of four: none alone has a slot, all together have four."""
        people = [
            one for group in "abcde" for one in staffed(1, 3, prefix=group, group=group)
        ]
        made = hospital_year(*people, chosen=quota("A", "group"))
        sheet = sheet_of(made)

        assert (4, [0] * 5) == (
            sheet.slack,
            [row.allocation.slots for row in sheet.groups],
        )
        assert set() == codes_at(HTXS, made.people)
        assert [True] * 5 == [row.zero for row in sheet.groups]

    def test_a_small_group_without_candidates_is_not_complained_about(self):
        people = staffed(0, 3, prefix="a", group="a")
        made = hospital_year(*people, chosen=quota("A", "group"))

        assert [False] == [row.zero for row in sheet_of(made).groups]

    def test_pooled_groups_are_counted_as_one(self):
        people = [
            one for group in "abc" for one in staffed(1, 3, prefix=group, group=group)
        ]
        pooled = quota("A", "group", pools=(("a", "b"),))
        made = hospital_year(*people, chosen=pooled)

        assert [("a + b", 1), ("c", 0)] == [
            (row.scope, row.allocation.slots) for row in sheet_of(made).groups
        ]

    def test_a_pool_of_equals_is_for_people_to_settle(self):
        people = [
            one for group in "ab" for one in staffed(1, 3, prefix=group, group=group)
        ]
        pooled = quota("A", "group", pools=(("a", "b"),))
        made = hospital_year(*people, chosen=pooled)

        assert [people_decide(HTXS, HTT)] * 2 == [
            outcome(made.of(code)) for code in ("a01", "b01")
        ]

    @pytest.mark.parametrize(
        ("groups", "scopes"),
        [("unit", ["K01", "K02"]), ("block", ["lam-sang"]), ("group", ["x", "y"])],
    )
    def test_groups_are_what_the_hospital_declares(self, groups, scopes):
        told = {"block": "lam-sang"}
        people = (
            staff(80, "N1", unit="K01", group="x", **told),
            staff(80, "N2", unit="K02", group="y", **told),
        )
        made = hospital_year(*people, chosen=quota("A", groups))

        assert scopes == [row.scope for row in sheet_of(made).groups]


class TestRaisedForPeople:
    """«không vượt quá 25% tổng số viên chức được xếp loại».

    NĐ 233, Điều 12 khoản 6 điểm b: where the hospital itself was recognised HTXS.
    """

    def test_a_recognised_hospital_may_go_to_a_quarter(self):
        raised = quota(raised_people=RAISED)
        made = hospital_year(*staffed(7, 13), top=confirmed_hospital(), chosen=raised)

        assert 5 == len(codes_at(HTXS, made.people))
        assert "nd233-d12-k6-b" == sheet_of(made).rule.clause

    @pytest.mark.parametrize(
        "top", [hospital(), confirmed_hospital(HTT), hospital(points=at(99))]
    )
    def test_a_suggestion_for_the_hospital_is_no_recognition(self, top):
        raised = quota(raised_people=RAISED)

        assert "DV-R033" == refused(
            lambda: hospital_year(staff(), top=top, chosen=raised)
        )

    def test_no_more_than_a_quarter_may_be_decided(self):
        above = quota(raised_people=Raised(Fraction(26, 100), "20/QĐ"))

        assert "DV-R035" == refused(
            lambda: hospital_year(staff(), top=confirmed_hospital(), chosen=above)
        )

    def test_the_higher_share_of_the_decree_before_is_only_remembered(self):
        """Nobody has read it: whoever needs it waits for a person's confirmation."""
        people = [
            person(f"N{nth:02d}", points=at(99 - nth), tasks=tasks(exceeded=20))
            for nth in range(7)
        ] + [person(f"T{nth:02d}", tasks=tasks(exceeded=0)) for nth in range(13)]
        made = classified_year(SECOND, *people, chosen=quota(raised_people=RAISED))

        assert {"N00", "N01", "N02", "N03"} == codes_at(HTXS, made.people)
        assert ("needs_human_confirmation", (HTXS, HTT)) == outcome(made.of("N04"))
        assert suggested(HTT) == outcome(made.of("N05"))


class TestUnits:
    """«của đơn vị cấu thành được thực hiện như đối với đơn vị sự nghiệp».

    NĐ 233, Điều 7 khoản 7, khoản 8.
    """

    def wards(self, best, rest):
        points = [99 - nth for nth in range(best)] + [80] * rest
        return tuple(ward(own, f"K{nth:02d}") for nth, own in enumerate(points, 1))

    @pytest.mark.parametrize(("reading", "slots"), [("A", 2), ("B", 1)])
    def test_departments_have_the_same_share(self, reading, slots):
        made = hospital_year(units=self.wards(4, 6), chosen=quota(reading))

        assert slots == len(codes_at(HTXS, made.units))

    @pytest.mark.parametrize("reading", ["A", "B"])
    @pytest.mark.parametrize(("best", "rest"), [(1, 0), (2, 0), (4, 0), (2, 2)])
    def test_of_fewer_than_five_one_may_have_it_all_the_same(self, reading, best, rest):
        made = hospital_year(units=self.wards(best, rest), chosen=quota(reading))

        assert {"K01"} == codes_at(HTXS, made.units)

    @pytest.mark.parametrize(("reading", "expected"), [("A", {"K01"}), ("B", set())])
    def test_five_are_not_fewer_than_five(self, reading, expected):
        made = hospital_year(units=self.wards(2, 3), chosen=quota(reading))

        assert expected == codes_at(HTXS, made.units)

    def test_a_raised_share_of_units_needs_no_recognition_of_the_hospital(self):
        """Điều 7 khoản 7 điểm b leaves it to the authority."""
        raised = quota(raised_units=RAISED)
        made = hospital_year(units=self.wards(5, 3), chosen=raised)

        assert {"K01", "K02"} == codes_at(HTXS, made.units)

    def test_it_is_no_more_than_a_quarter_either(self):
        above = quota(raised_units=Raised(Fraction(3, 10), "20/QĐ"))

        assert "DV-R035" == refused(
            lambda: hospital_year(units=self.wards(5, 3), chosen=above)
        )

    def test_the_decree_before_has_no_share_of_units(self):
        made = classified_year(SECOND, units=self.wards(5, 0))

        assert () == made.worksheets
