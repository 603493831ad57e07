"""What holds a decision back, and what do those who decide have to know?"""

import datetime as dt

import pytest

from danvan_eval.decisions.facts import Move
from danvan_eval.decisions.notices import current
from helpers.deciding import (
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    SECOND,
    WARD,
    choices,
    classified_year,
    conclusion,
    not_enough_data,
    outcome,
    person,
    record,
    suggested,
)
from helpers.deciding_2026 import (
    ALL,
    authority_decides,
    hospital_year,
    judged,
    manager,
    staff,
    ward,
)

JANUARY = dt.date(2027, 1, 10)


def flags(found):
    return {one.id: one for one in found.flags}


class TestScoresOfTheOldOrganisation:
    """«làm căn cứ tính điểm trung bình».

    NĐ 233, Điều 15 khoản 1 điểm a: the old organisation sends its scores.
    """

    @pytest.mark.parametrize("six_months", [True, False, None])
    def test_who_came_in_the_year_waits_for_them_however_long_they_were_there(
        self, six_months
    ):
        found = judged(staff(move=Move(six_months, received=False)))

        assert ["nd233-d15-k1-a"] == [one.clause for one in found.holds]
        assert not found.ready

    def test_it_is_not_known_whether_they_have_come(self):
        assert judged(staff(move=Move(six_months_there=True, received=None))).holds

    def test_once_they_have_come_nothing_waits(self):
        found = judged(staff(move=Move(six_months_there=True, received=True)))

        assert () == found.holds
        assert found.ready

    def test_waiting_changes_no_suggestion(self):
        waiting = judged(staff(80, move=Move(six_months_there=True, received=False)))

        assert suggested(HTT) == outcome(waiting)


class TestVerification:
    """«xác minh trước khi quyết định xếp loại».

    NĐ 233, Điều 9 khoản 2 điểm c: of a unit, and its head waits with it.
    """

    def test_the_level_a_held_unit_will_have_is_open_to_its_head(self):
        held = ward(conclusions=(conclusion("complaint", "verifying"),))
        made = hospital_year(manager("head"), units=(held,))

        assert suggested(HTXS) == outcome(made.of("K01"))
        assert not_enough_data(*ALL) == outcome(made.of("N00"))
        assert ("unit",) == made.of("N00").missing

    def test_once_the_level_is_decided_the_head_stands_under_it(self):
        held = ward(
            conclusions=(conclusion("complaint", "verifying"),),
            records=(record(WARD, 2026, HTT),),
        )
        made = hospital_year(manager("head"), units=(held,))

        assert suggested(HTT) == outcome(made.of("N00"))

    def test_people_who_head_nothing_do_not_wait(self):
        held = ward(conclusions=(conclusion("complaint", "verifying"),))
        people = (staff(80), manager("deputy", 80, "N02"))
        made = hospital_year(*people, units=(held,))

        assert {suggested(HTT)} == {outcome(one) for one in made.people}


class TestReopening:
    """«ban hành quyết định xếp loại chất lượng mới».

    NĐ 233, Điều 15 khoản 4: a new decision replaces the old one.
    """

    def test_a_decided_level_the_facts_now_rule_out_is_flagged(self):
        decided = record("N01", 2026, HTT, "12/QĐ")
        known = (conclusion("degradation"),)
        found = judged(staff(80, records=(decided,), conclusions=known))

        assert "nd233-d15-k4" == flags(found)["REOPEN"].clause
        assert (
            "đã quyết định Hoàn thành tốt nhiệm vụ (12/QĐ);"
            " nay đề xuất: Không hoàn thành nhiệm vụ"
        ) == flags(found)["REOPEN"].says.vi

    def test_the_decided_level_itself_is_never_touched(self):
        decided = record("N01", 2026, HTT)
        known = (conclusion("degradation"),)
        found = judged(staff(80, records=(decided,), conclusions=known))

        assert (decided, suggested(KHTNV)) == (found.decided, outcome(found))

    def test_the_new_decision_replaces_the_old_one_and_nothing_is_left_to_reopen(self):
        old = record("N01", 2026, HTT, "12/QĐ")
        new = record("N01", 2026, KHTNV, "15/QĐ", replaces="12/QĐ")
        known = (conclusion("degradation"),)
        found = judged(staff(80, records=(new, old), conclusions=known))

        assert new == found.decided
        assert "REOPEN" not in flags(found)

    def test_a_level_as_suggested_is_not_reopened(self):
        found = judged(staff(80, records=(record("N01", 2026, HTT),)))

        assert {} == flags(found)

    def test_a_level_the_authority_chose_where_it_had_to_is_not_reopened(self):
        known = (conclusion("corruption", remedied=True),)
        chosen = manager(
            "deputy", conclusions=known, records=(record("N00", 2026, HTNV),)
        )
        found = judged(chosen)

        assert authority_decides(*ALL) == outcome(found)
        assert {} == flags(found)

    def test_what_the_quota_refused_and_the_authority_decided_is_not_reopened(self):
        """Four people have no slot: suggested and decided are both HTT."""
        people = [
            staff(95 - nth, f"N{nth}", records=(record(f"N{nth}", 2026, HTT),))
            for nth in range(4)
        ]
        made = hospital_year(*people)

        assert {HTT} == {one.level for one in made.people}
        assert {} == flags(made.of("N0"))

    def test_what_was_decided_beyond_the_quota_is(self):
        lucky = staff(95, records=(record("N01", 2026, HTXS),))

        assert "REOPEN" in flags(hospital_year(lucky).of("N01"))

    def test_one_who_should_not_have_been_classified_is_told_so(self):
        worker = staff(80, contract=True, records=(record("N01", 2026, HTT),))
        applied, not_applied = (
            judged(worker, chosen=choices(contract_workers=answer))
            for answer in (True, False)
        )

        assert {} == flags(applied)
        assert flags(not_applied)["REOPEN"].says.vi.endswith(
            "nay đề xuất: không xếp loại"
        )


class TestRecords:
    """«ban hành quyết định xếp loại chất lượng mới».

    NĐ 233, Điều 15 khoản 4; a record is added and never changed.
    """

    def test_the_one_nobody_replaced_counts_in_any_order(self):
        first = record("N01", 2026, HTXS, "1/QĐ")
        second = record("N01", 2026, HTT, "2/QĐ", replaces="1/QĐ")
        third = record("N01", 2026, HTNV, "3/QĐ", replaces="2/QĐ")
        orders = [(first, second, third), (third, second, first)]

        assert [third, third] == [current(one, 2026) for one in orders]

    def test_two_that_stand_side_by_side_count_as_none(self):
        both = record("N01", 2026, HTXS, "1/QĐ"), record("N01", 2026, HTT, "2/QĐ")

        assert None is current(both, 2026)

    def test_one_of_another_year_does_not_count(self):
        assert None is current((record("N01", 2025, HTT),), 2026)


class TestTwoYearsRunning:
    """Luật 129/2025, Điều 27, which nobody has read in the original: no quotation."""

    @pytest.mark.parametrize(
        ("before", "shown"), [(KHTNV, ["true", "true"]), (None, ["unknown", "true"])]
    )
    def test_a_second_year_is_shown_with_what_has_to_be_looked_at(self, before, shown):
        records = (record("N01", 2025, before),) if before else ()
        found = judged(staff(40, records=records))
        flag = flags(found)["MAY_TERMINATE"]

        assert "ld129-d27" == flag.clause
        assert shown == [one.truth.value for one in flag.conditions]

    @pytest.mark.parametrize("before", [HTXS, HTT, HTNV])
    def test_one_year_alone_is_not_shown(self, before):
        records = (record("N01", 2025, before),)

        assert "MAY_TERMINATE" not in flags(judged(staff(40, records=records)))

    def test_nor_is_a_year_that_may_still_end_otherwise(self):
        open_ = staff(conclusions=None, records=(record("N01", 2025, KHTNV),))

        assert "MAY_TERMINATE" not in flags(judged(open_))

    @pytest.mark.parametrize(
        ("protected", "answer"), [(True, "false"), (False, "true"), (None, "unknown")]
    )
    def test_somebody_in_a_protected_situation_is_shown_as_such(
        self, protected, answer
    ):
        records = (record("N01", 2025, KHTNV),)
        found = judged(staff(40, records=records, protected=protected))
        *_, kept = flags(found)["MAY_TERMINATE"].conditions

        assert answer == kept.truth.value

    def test_it_changes_no_suggestion(self):
        records = (record("N01", 2025, KHTNV),)
        with_flag = judged(staff(40, records=records))

        assert judged(staff(40)).verdict == with_flag.verdict


class TestTheLastDay:
    """«trước ngày 15 tháng 12 hằng năm».

    NĐ 233, Điều 9 khoản 1 điểm a; for people Điều 15 khoản 1 điểm b, where the
    scan prints another day.
    """

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (dt.date(2026, 12, 14), set()),
            (dt.date(2026, 12, 15), {"LATE"}),
            (JANUARY, {"LATE"}),
        ],
    )
    def test_the_fifteenth_is_no_longer_before_it(self, on, expected):
        made = hospital_year(staff(80), units=(ward(80),), on=on)

        assert [expected] * 3 == [
            set(flags(one)) for one in (made.hospital, *made.units, *made.people)
        ]

    def test_people_and_units_have_it_by_their_own_articles(self):
        made = hospital_year(staff(80), units=(ward(80),), on=JANUARY)

        assert ["nd233-d9-k1-a", "nd233-d9-k1-a", "nd233-d15-k1-b"] == [
            flags(one)["LATE"].clause
            for one in (made.hospital, *made.units, *made.people)
        ]

    def test_under_the_decrees_before_people_have_it_by_theirs(self):
        made = classified_year(SECOND, person(), on=dt.date(2024, 12, 15))

        assert "nd90-d20" == flags(made.of("N01"))["LATE"].clause

    def test_it_changes_no_suggestion(self):
        late = hospital_year(staff(80), on=JANUARY).of("N01")

        assert hospital_year(staff(80)).of("N01").verdict == late.verdict
