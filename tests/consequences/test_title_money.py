"""Money of awards, and the votes they need.

Nghị định 152/2025/NĐ-CP, Điều 33, 49, 50, 54 [T], text not at hand; base pay [R].
"""

import datetime as dt
from fractions import Fraction

import pytest

from danvan_eval.consequences.adopted import Adopted
from danvan_eval.consequences.awards import AWARDS
from danvan_eval.consequences.higher_titles import votes
from danvan_eval.consequences.money import bonus, rounded_up
from danvan_eval.errors import FaultError
from helpers.titles import RECEIVED, laws

DECIDED = dt.date(2025, 12, 20)


def paid(*awards, on=DECIDED):
    """Return the total of awards decided on one day."""
    return bonus(laws(), [(one, on) for one in awards]).total


class TestOneAward:
    @pytest.mark.parametrize(
        ("on", "exact", "expected"),
        [
            (dt.date(2025, 12, 20), "702.000", 710_000),
            (dt.date(2026, 12, 20), "759.000", 760_000),
        ],
    )
    def test_case_29_advanced_worker_by_the_base_pay_of_the_day(
        self, on, exact, expected
    ):
        found = bonus(laws(), [("ldtt", on)])

        assert expected == found.total
        assert exact in found.shares[0].says.vi

    def test_case_29_under_the_amended_law_it_is_said_to_be_in_doubt(self):
        late = bonus(laws(), [("ldtt", dt.date(2026, 12, 20))]).shares[0]

        assert "nếu Nghị định 152/2025/NĐ-CP còn áp dụng" in late.doubt.vi

    @pytest.mark.parametrize(
        ("award", "expected"),
        [
            ("cstd-toan-quoc", 10_530_000),
            ("cstd-bo-tinh", 7_020_000),
            ("cstdcs", 2_340_000),
            ("ttldxs", 3_510_000),
            ("ttldtt", 1_880_000),
            ("co-thi-dua-chinh-phu", 28_080_000),
            ("co-thi-dua-bo-tinh", 18_720_000),
            ("bang-khen-ttg", 8_190_000),
            ("bang-khen-bo-tinh", 3_510_000),
            ("giay-khen", 710_000),
            ("bang-khen-ttg-tap-the", 16_380_000),
            ("bang-khen-bo-tinh-tap-the", 7_020_000),
            ("giay-khen-tap-the", 1_410_000),
        ],
    )
    def test_every_award_by_its_coefficient(self, award, expected):
        assert expected == paid(award)

    def test_every_award_there_is_has_a_coefficient(self):
        assert all(paid(award) for award in AWARDS)

    @pytest.mark.parametrize(
        ("on", "expected"),
        [(dt.date(2026, 6, 30), 710_000), (dt.date(2026, 7, 1), 760_000)],
    )
    def test_base_pay_turns_on_the_first_of_july(self, on, expected):
        assert expected == paid("ldtt", on=on)


class TestSeveralAwards:
    def test_of_titles_of_one_period_the_highest_counts(self):
        found = bonus(laws(), [("ldtt", DECIDED), ("cstdcs", DECIDED)])

        assert 2_340_000 == found.total
        assert {"cstdcs": True, "ldtt": False} == {
            one.award: one.counted for one in found.shares
        }

    def test_a_title_and_a_certificate_are_both_paid(self):
        assert 2_340_000 + 3_510_000 == paid("cstdcs", "bang-khen-bo-tinh", "ldtt")

    def test_the_order_of_awards_changes_nothing(self):
        listed = [("ldtt", DECIDED), ("cstdcs", DECIDED), ("giay-khen", DECIDED)]

        assert bonus(laws(), listed) == bonus(laws(), reversed(listed))

    def test_nothing_awarded_is_nothing_paid(self):
        assert 0 == bonus(laws(), []).total


class TestWhatWasNotSeen:
    @pytest.mark.parametrize(
        ("award", "on", "code"),
        [
            ("ldtt", dt.date(2024, 6, 30), "DV-D001"),
            ("ldtt", dt.date(2025, 6, 30), "DV-D105"),
            ("ldtt", dt.date(2027, 3, 1), "DV-D105"),
            ("huan-chuong", DECIDED, "DV-D104"),
        ],
    )
    def test_there_is_no_number_and_the_reason_is_said(self, award, on, code):
        found = bonus(laws(), [(award, on), ("giay-khen", DECIDED)])

        assert None is found.total
        assert [code] == [one.code for one in found.faults]

    def test_an_unknown_title_leaves_the_highest_open(self):
        found = bonus(laws(), [("ldtt", DECIDED), ("cstdcs", dt.date(2025, 6, 30))])

        assert None is found.total

    def test_a_decision_soon_after_the_decree_is_in_doubt(self):
        found = bonus(laws(), [("ldtt", dt.date(2025, 7, 20))]).shares[0]

        assert "Nghị định 98/2023/NĐ-CP" in found.doubt.vi


class TestRoundingUp:
    @pytest.mark.parametrize(
        ("amount", "expected"),
        [
            ("0", 0),
            ("1", 10_000),
            ("700000", 700_000),
            ("700000.01", 710_000),
            ("702000", 710_000),
        ],
    )
    def test_to_the_next_ten_thousand(self, amount, expected):
        assert expected == rounded_up(Fraction(amount), Fraction(10_000))


class TestVotes:
    @pytest.mark.parametrize(
        ("yes", "members", "expected"),
        [(8, 9, "false"), (9, 10, "true"), (9, 9, "true"), (17, 19, "false")],
    )
    def test_case_31_nine_tenths_of_all_members_for_the_national_title(
        self, yes, members, expected
    ):
        found = votes(
            laws(), "cstd-toan-quoc", yes=yes, members=members, received_on=RECEIVED
        )

        assert expected == found.truth.value

    @pytest.mark.parametrize(("yes", "expected"), [(8, "true"), (7, "false")])
    def test_four_fifths_for_the_flag_of_the_government(self, yes, expected):
        found = votes(
            laws(), "co-thi-dua-chinh-phu", yes=yes, members=10, received_on=RECEIVED
        )

        assert expected == found.truth.value

    def test_for_a_title_of_the_hospital_somebody_has_to_say_the_share(self):
        with pytest.raises(FaultError) as caught:
            votes(laws(), "cstdcs", yes=9, members=9, received_on=RECEIVED)

        assert "DV-D102" == caught.value.fault.code

    @pytest.mark.parametrize(("yes", "expected"), [(7, "true"), (6, "false")])
    def test_an_adopted_share_stands_with_its_article(self, yes, expected):
        rule = {"votes": Adopted("Điều 9, 31/QĐ-BVM", "70%")}

        found = votes(
            laws(), "cstdcs", yes=yes, members=10, received_on=RECEIVED, adopted=rule
        )

        assert expected == found.truth.value
        assert "Điều 9, 31/QĐ-BVM" in found.required.vi

    @pytest.mark.parametrize(("yes", "members"), [(10, 9), (-1, 9), (0, 0)])
    def test_more_votes_than_members_cannot_be(self, yes, members):
        with pytest.raises(FaultError) as caught:
            votes(
                laws(), "cstd-toan-quoc", yes=yes, members=members, received_on=RECEIVED
            )

        assert "DV-D106" == caught.value.fault.code
