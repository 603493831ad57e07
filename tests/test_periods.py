"""Which days, and which of them are working days?"""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.periods import (
    ONE_DAY,
    Period,
    gaps,
    is_working_day,
    overlaps,
    public_holidays,
    working_days_after,
)
from danvan_eval.testing.strategies import dates

START = dt.date(2024, 1, 1)
NO_DAYS: frozenset[dt.date] = frozenset()


@st.composite
def periods(draw):
    start = draw(st.integers(0, 40))
    last = start + draw(st.integers(0, 15))
    return Period(START + start * ONE_DAY, START + last * ONE_DAY)


def days_of(period):
    return {period.start + n * ONE_DAY for n in range(period.days)}


class TestPeriods:
    def test_both_ends_belong_to_the_period(self):
        year = Period.year(2024)
        ends = [day in year for day in (dt.date(2024, 1, 1), dt.date(2024, 12, 31))]
        outside = [day in year for day in (dt.date(2023, 12, 31), dt.date(2025, 1, 1))]

        assert [True, True, False, False] == ends + outside

    def test_a_period_that_ends_before_it_starts_is_refused(self):
        with pytest.raises(ValueError, match="before"):
            Period(dt.date(2024, 2, 1), dt.date(2024, 1, 31))

    @given(one=periods(), other=periods())
    def test_two_periods_meet_in_the_days_they_share(self, one, other):
        both = one.meet(other)

        assert days_of(one) & days_of(other) == (days_of(both) if both else set())

    @given(listed=st.lists(periods(), max_size=5), data=st.data())
    def test_an_overlap_is_found_whenever_two_claim_one_day(self, listed, data):
        mixed = data.draw(st.permutations(listed))
        claimed = [day for one in listed for day in days_of(one)]

        assert bool(overlaps(mixed)) == (len(claimed) > len(set(claimed)))

    @given(listed=st.lists(periods(), max_size=5))
    def test_the_gaps_are_the_days_between_that_nobody_claims(self, listed):
        claimed = {day for one in listed for day in days_of(one)}
        span = days_of(Period(min(claimed), max(claimed))) if claimed else set()
        found = [day for gap in gaps(listed) for day in days_of(gap)]

        assert span - claimed == set(found)
        assert len(found) == len(set(found))


class TestWorkingDays:
    @pytest.mark.parametrize(
        "day",
        [(2024, 1, 1), (2024, 4, 30), (2024, 5, 1), (2024, 9, 2), (2025, 1, 29)],
    )
    def test_public_holidays_are_not_worked_nor_is_tet(self, day):
        assert not is_working_day(dt.date(*day), NO_DAYS)

    def test_a_weekend_or_an_own_day_off_is_not_worked(self):
        friday, saturday = dt.date(2024, 11, 8), dt.date(2024, 11, 9)

        assert is_working_day(friday, NO_DAYS)
        assert not is_working_day(friday, frozenset({friday}))
        assert not is_working_day(saturday, NO_DAYS)

    def test_public_holidays_lie_in_their_year(self):
        assert {2025} == {day.year for day in public_holidays(2025)}

    @given(due=dates(), later=st.integers(-5, 40), data=st.data())
    def test_the_working_days_after_are_counted_one_by_one(self, due, later, data):
        off = data.draw(st.frozensets(dates(), max_size=5))
        done = due + later * ONE_DAY
        counted, day = 0, due
        while day < done:
            day += ONE_DAY
            counted += is_working_day(day, off)

        assert counted == working_days_after(due, done, off)
