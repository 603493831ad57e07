"""Which decree applies to a case on both sides of 01/7/2026, and what is compared.

«trừ trường hợp quy định pháp luật ở thời điểm xảy ra hành» (NĐ 234 Đ24 k1).
"""

import pytest

from danvan_eval.consequences.referral import Referral
from helpers.referring import NEW, OLD, classes, finding, referred, situation

BEFORE, AFTER = "2026-05-04", "2026-07-20"


def case(act_on=BEFORE, concluded_on="2026-06-10", opened=None, **more):
    """Return what is referred of an act near the change of the decree."""
    return referred(
        finding(OLD, act_on=act_on, concluded_on=concluded_on, **more), opened
    )


@pytest.mark.parametrize(
    ("opened", "law"),
    [
        ("2026-06-30", OLD),
        ("2026-07-01", NEW),
        ("2023-09-20", OLD),
        ("2026-06-12", OLD),
    ],
)
def test_the_day_it_was_opened_chooses(opened, law):
    found = case(act_on="2023-09-20", opened=opened)

    assert law == found.law
    assert opened == found.event.isoformat()


def test_under_way_before_the_change_it_stays_under_the_older_decree():
    found = case(concluded_on="2026-08-10", opened="2026-06-20")

    assert (OLD, ()) == (found.law, found.compared)
    assert "nd234-d24-k1" in {one.clause for one in found.notes}


def test_an_act_before_and_a_case_after_is_the_new_decree_beside_the_older():
    found = case(opened="2026-07-15")

    assert NEW == found.law
    assert [OLD] == [one.law for one in found.compared]
    assert BEFORE == found.compared[0].event.isoformat()


def test_where_the_two_answer_otherwise_it_is_said_and_not_weighed():
    leave = situation("leave", "2026-07-10", "2026-07-20", lifted=False)
    found = case(opened="2026-07-15", situations=(leave,))

    assert {"thời hiệu", "chưa xem xét"} <= {one.vi for one in found.differs}


def test_an_act_after_the_change_compares_nothing():
    found = case(act_on=AFTER, concluded_on="2026-09-01", opened="2026-09-05")

    assert (NEW, (), ()) == (found.law, found.compared, found.differs)


def test_an_act_older_than_any_law_at_hand_is_compared_with_the_nearest():
    found = case(act_on="2021-03-01", ended_on="2021-03-01", opened="2026-08-01")

    assert [OLD] == [one.law for one in found.compared]
    assert (24, "false") == classes(found.compared[0])[0]
    assert "không có trong thư viện" in " ".join(one.says.vi for one in found.notes)


class TestWithoutTheDayItWasOpened:
    """The day of the conclusion stands in, and the day is asked for."""

    def test_a_conclusion_before_the_change_leaves_both_decrees_possible(self):
        found = case()

        assert (OLD, [NEW]) == (found.law, [one.law for one in found.compared])
        assert "opened_on" == found.missing[0]

    def test_an_act_after_the_change_settles_it(self):
        found = case(act_on=AFTER, concluded_on="2026-09-01")

        assert NEW == found.law
        assert "opened_on" not in found.missing

    def test_an_act_before_and_a_conclusion_after_show_both(self):
        found = case(concluded_on="2026-09-01")

        assert isinstance(found, Referral)
        assert (NEW, [OLD]) == (found.law, [one.law for one in found.compared])
