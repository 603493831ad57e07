"""On time to the day, late by steps, too late; never sent is nothing."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.timeliness import Timeliness
from danvan_eval.rule import Bounds, Refusal
from danvan_eval.testing.strategies import rules

DUE = dt.date(2024, 11, 10)  # a Sunday
NO_DAYS: frozenset[dt.date] = frozenset()


def timeliness(**more):
    told = {
        "fact": "gui",
        "due": DUE,
        "inclusive": False,
        "days": "calendar",
        "days_off": "nghi",
        "late": [{"within": 3, "share": "0.5"}, {"within": 5, "share": "0.2"}],
    }
    return Timeliness(**{**told, **more})


def found(rule, sent, days_off=NO_DAYS, **more):
    return rule.find({"gui": sent, "nghi": days_off, **more})


def november(day):
    return dt.date(2024, 11, day)


def test_before_the_day_excludes_the_day_itself():
    before, by = timeliness(), timeliness(inclusive=True)
    reasons = [found(rule, DUE).reason for rule in (before, by)]

    assert ["timeliness.late", "timeliness.on_time"] == reasons


@pytest.mark.parametrize(
    ("day", "share"),
    [(9, 1), (10, "1/2"), (12, "1/2"), (13, "1/5"), (14, "1/5"), (15, 0)],
)
def test_lateness_counts_the_days_after_the_last_good_day(day, share):
    assert Fraction(share) == found(timeliness(), november(day)).share


@pytest.mark.parametrize(("day", "share"), [(11, "1/2"), (13, "1/2"), (14, "1/5")])
def test_working_days_leave_the_weekend_out(day, share):
    """The last good day is Saturday the ninth; Sunday is not counted."""
    assert Fraction(share) == found(timeliness(days="working"), november(day)).share


def test_the_hospitals_own_days_off_are_not_worked():
    off = frozenset({november(11), november(12)})
    late = found(timeliness(days="working"), november(14), off)

    assert (("late", 2), Fraction(1, 2)) == (late.facts[2], late.share)


def test_never_sent_gains_nothing():
    rule = timeliness(never="khong_gui")
    values = {"gui": MISSING, "nghi": MISSING, "khong_gui": True}

    assert rule.bounds(values).reason == "timeliness.never"


@pytest.mark.parametrize("days_off", [NO_DAYS, MISSING])
def test_a_day_of_sending_beside_never_sent_is_refused(days_off):
    """Even where the days off are still unknown and the day would be in time."""
    rule = timeliness(never="khong_gui")
    values = {"gui": november(1), "nghi": days_off, "khong_gui": True}
    refusal = rule.bounds(values) if days_off is MISSING else rule.find(values)

    assert isinstance(refusal, Refusal)
    assert refusal.code == "DV-E207"


def test_a_day_of_sending_says_by_itself_that_it_was_sent():
    rule = timeliness(never="khong_gui")
    values = {"gui": november(1), "nghi": NO_DAYS, "khong_gui": MISSING}

    assert rule.bounds(values).share == 1


def test_unknown_days_off_matter_only_to_those_who_are_late():
    rule = timeliness(days="working")
    in_time = rule.bounds({"gui": november(8), "nghi": MISSING})
    late = rule.bounds({"gui": november(15), "nghi": MISSING})

    assert in_time.share == 1
    assert Bounds(Fraction(1, 5), Fraction(1, 2)) == late


@given(rule=rules("timeliness"), data=st.data())
def test_sending_earlier_never_lowers_the_share(rule, data):
    days = st.integers(-5, 25).map(lambda days: rule.due + dt.timedelta(days))
    off = data.draw(st.frozensets(days, max_size=5))
    earlier, later = sorted([data.draw(days), data.draw(days)])
    values = [
        {rule.fact: day, rule.days_off: off, "never": False} for day in (earlier, later)
    ]

    assert rule.find(values[0]).share >= rule.find(values[1]).share


def test_late_steps_that_pay_more_for_less_are_refused():
    with pytest.raises(ValueError, match="late"):
        timeliness(late=[{"within": 3, "share": "0.2"}, {"within": 5, "share": "0.5"}])


def per_day(share="0.25", **more):
    return timeliness(late=[], per_day=share, **more)


@pytest.mark.parametrize(
    ("day", "share", "reason"),
    [
        (9, 1, "timeliness.on_time"),
        (10, "3/4", "timeliness.per_day"),
        (12, "1/4", "timeliness.per_day"),
        (13, 0, "timeliness.too_late"),
        (30, 0, "timeliness.too_late"),
    ],
)
def test_each_late_day_costs_its_share_and_never_more_than_all(day, share, reason):
    one = found(per_day(), november(day))

    assert (Fraction(share), reason) == (one.share, one.reason)


def test_only_late_working_days_cost():
    """Sunday the tenth costs nothing, Monday and Tuesday a quarter each."""
    rule = per_day(days="working")
    shares = [found(rule, november(day)).share for day in (10, 12)]

    assert [1, Fraction(1, 2)] == shares


def test_unknown_days_off_may_have_cost_nothing():
    late = per_day(days="working").bounds({"gui": november(12), "nghi": MISSING})

    assert Bounds(Fraction(1, 2), 1) == late


@pytest.mark.parametrize(
    ("share", "more", "low"),
    [("0.25", {}, 0), (0, {}, 1), (0, {"never": "khong_gui"}, 0)],
)
def test_an_unknown_day_may_cost_all_where_a_day_costs_anything(share, more, low):
    values = {"gui": MISSING, "nghi": NO_DAYS, "khong_gui": MISSING}

    assert Bounds(low, 1) == per_day(share, **more).bounds(values)


def test_a_price_per_day_needs_no_steps():
    assert 1 == found(timeliness(late=None, per_day="0.1"), november(9)).share


@pytest.mark.parametrize(
    "more", [{"per_day": "0.1"}, {"late": None}, {"late": [], "per_day": "1.1"}]
)
def test_two_prices_or_none_or_one_above_all_are_refused(more):
    with pytest.raises(ValueError, match=r"late|per_day"):
        timeliness(**more)


@pytest.mark.parametrize(
    ("price", "share"),
    [({}, "1/2"), ({"late": []}, 0), ({"late": None, "per_day": "0.1"}, 1)],
)
def test_late_by_no_working_day_is_said_to_be_late_all_the_same(price, share):
    """The last good day is Saturday the ninth, the report came on Sunday."""
    one = found(timeliness(days="working", **price), DUE)

    assert "timeliness.no_working_day" == one.reason
    assert Fraction(share) == one.share
