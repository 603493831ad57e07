"""Laws of salary steps and appointments, whatever the facts."""

import datetime as dt

import attrs
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.consequences.appointment import propose_appointment
from danvan_eval.consequences.early_step import Adopted, early_steps
from danvan_eval.consequences.months import months_after, whole_months
from danvan_eval.consequences.pay import Penalty
from danvan_eval.consequences.proposal import Standing
from danvan_eval.consequences.salary import propose_step
from danvan_eval.periods import ONE_DAY, Period
from helpers.paying import (
    BEGAN,
    KHTNV,
    because,
    candidacy,
    laws,
    levels,
    merit,
    nurse,
    pay,
    penalty,
    standing,
)

FORMS = st.sampled_from(["reprimand", "warning", "removal"])
IN_STEP = st.dates(BEGAN, dt.date(2025, 5, 31))
LATER = dt.date(2026, 6, 30)
KINDS = ("HCLĐ", "CSTĐ tỉnh", "CSTĐCS")
MERITS = st.lists(st.sampled_from([*KINDS, "giấy khen"]), max_size=3)
ORDERS = st.sampled_from(
    [None, Adopted("Điều 7", KINDS), Adopted("Điều 7", KINDS, True)]
)
NEVER = dt.date.max


@st.composite
def disciplines(draw):
    """Draw decisions on acts of their own, each within the step."""
    drawn = draw(st.lists(st.tuples(FORMS, IN_STEP), max_size=4))
    return tuple(
        Penalty(f"HV-{nth}", "administrative", form, day)
        for nth, (form, day) in enumerate(drawn)
    )


def time_of(on=LATER, **other):
    return propose_step(laws(), pay(**other), on=on).time


def days(time):
    """Return the earliest and the latest day a step may be full."""
    low, high = time.by_rule
    return low, high or NEVER


class TestProlongation:
    @given(disciplines(), FORMS, IN_STEP, st.sets(st.sampled_from([2022, 2023, 2024])))
    def test_one_discipline_more_never_shortens(self, own, form, day, low):
        years, why = levels(*low), because(*((year, "") for year in low))
        more = (*own, Penalty("HV-99", "administrative", form, day))

        before = days(time_of(records=years, causes=why, penalties=own))
        after = days(time_of(records=years, causes=why, penalties=more))

        assert before[0] <= after[0]
        assert before[1] <= after[1]

    @given(disciplines(), st.sets(st.sampled_from([2022, 2023, 2024]), min_size=1))
    def test_one_year_of_khtnv_more_never_shortens(self, own, low):
        why = because(*((year, "") for year in low))
        fewer = sorted(low)[1:]

        before = days(time_of(records=levels(*fewer), causes=why, penalties=own))
        after = days(time_of(records=levels(*low), causes=why, penalties=own))

        assert before[0] <= after[0]
        assert before[1] <= after[1]

    @given(FORMS, st.dates(dt.date(2020, 2, 1), dt.date(2022, 12, 1)))
    def test_the_same_act_never_costs_more_than_two_different_reasons(self, form, day):
        began = dt.date(2020, 1, 1)
        told = {
            "began": began,
            "records": levels(day.year, years=range(2020, 2026)),
            "penalties": (Penalty("HV-1", "administrative", form, day),),
            "unrated": frozenset(),
        }
        same = time_of(causes=because((day.year, "HV-1")), **told)
        apart = time_of(causes=because((day.year, "")), **told)

        assert same.prolongation.months <= apart.prolongation.months

    @given(disciplines())
    def test_the_order_of_rows_changes_nothing(self, own):
        assert time_of(penalties=own) == time_of(penalties=own[::-1])

    @given(disciplines())
    def test_the_lines_add_up_to_the_months(self, own):
        found = time_of(penalties=own).prolongation

        assert found.low == sum(one.low for one in found.lines)
        assert found.months is None or found.months == found.high == found.low

    @given(disciplines())
    def test_what_is_known_lies_within_what_was_open(self, own):
        named = days(time_of(penalties=own))
        forgotten = tuple(attrs.evolve(one, form=None) for one in own)
        unnamed = days(time_of(penalties=forgotten))

        assert unnamed[0] <= named[0]
        assert named[1] <= unnamed[1]

    @given(disciplines())
    def test_without_a_register_nothing_is_settled_that_it_would_change(self, own):
        open_ = days(time_of(penalties=None))
        known = days(time_of(penalties=own))

        assert open_[0] <= known[0]
        assert known[1] <= open_[1]

    @given(disciplines(), st.dates(dt.date(2025, 6, 1), dt.date(2026, 6, 29)))
    def test_a_step_once_due_stays_due(self, own, day):
        told = pay(records=levels(years=(2022, 2023, 2024, 2025)), penalties=own)

        one, next_ = (
            propose_step(laws(), told, on=on).standing for on in (day, day + ONE_DAY)
        )

        assert one is not Standing.PROPOSED or next_ is Standing.PROPOSED


class TestTheNumberOfEarlySteps:
    @given(st.integers(0, 5000))
    def test_tens_and_the_rest_make_the_payroll(self, payroll):
        found = early_steps(laws(), payroll, (), year=2024)

        assert payroll == found.slots * 10 + found.remainder
        assert 0 <= found.remainder < 10

    @given(st.lists(MERITS, max_size=6), st.integers(0, 60), ORDERS)
    def test_nobody_has_two_places_and_no_more_have_one_than_there_are(
        self, merits, payroll, adopted
    ):
        found = places(merits, payroll, adopted)

        groups = (*found.inside, *found.tied, *found.outside, *found.open)
        assert len(groups) == len(set(groups))
        assert len(found.inside) <= found.slots
        assert set(groups) >= set(found.fitting)

    @given(
        st.lists(MERITS, min_size=1, max_size=6),
        st.integers(0, 60),
        ORDERS,
        st.sampled_from(KINDS),
    )
    def test_more_achievements_never_lower_a_proposal(
        self, merits, payroll, adopted, more
    ):
        order = ("outside", "open", "tied", "inside")
        before = places(merits, payroll, adopted)
        after = places([[*merits[0], more], *merits[1:]], payroll, adopted)

        def place(found):
            return next(
                (n for n, at in enumerate(order) if "NV0" in getattr(found, at)), -1
            )

        assert place(before) <= place(after)
        ranks = [Standing.NOT_MET, Standing.PROPOSED]
        was, now = (found.proposals[0].standing for found in (before, after))
        assert ranks.index(was) <= ranks.index(now)

    @given(st.lists(MERITS, max_size=5), st.integers(0, 60), ORDERS)
    def test_the_order_of_candidates_changes_nothing(self, merits, payroll, adopted):
        listed = candidates(merits)

        one, two = (
            early_steps(laws(), payroll, some, year=2024, adopted=adopted)
            for some in (listed, listed[::-1])
        )

        assert one == two


def candidates(merits):
    return [
        pay(
            subject=nurse(f"NV{nth}"),
            achievements=tuple(merit(kind) for kind in kinds),
        )
        for nth, kinds in enumerate(merits)
    ]


def places(merits, payroll, adopted):
    return early_steps(laws(), payroll, candidates(merits), year=2024, adopted=adopted)


class TestBars:
    @given(
        st.sampled_from([("reprimand", 12), ("warning", 12), ("removal", 24)]),
        st.dates(dt.date(2022, 1, 1), dt.date(2023, 12, 31)),
        st.integers(-40, 40),
    )
    def test_a_bar_ends_exactly_after_its_months(self, how, effective, shift):
        form, months = how
        until = months_after(effective, months)
        on = max(until + ONE_DAY * shift, dt.date(2023, 12, 7), effective)
        told = candidacy(penalties=(penalty(form, f"{effective:%d/%m/%Y}"),))

        found = standing(propose_appointment(laws(), told, on=on))

        expected = "not_enough_data" if on == until else "proposed"
        assert found == ("not_considered" if on < until else expected)

    @given(disciplines(), FORMS, IN_STEP)
    def test_one_discipline_more_never_makes_a_candidate(self, own, form, day):
        more = (*own, Penalty("HV-99", "administrative", form, day))

        before, after = (
            standing(
                propose_appointment(
                    laws(), candidacy(penalties=some), on=dt.date(2025, 6, 1)
                )
            )
            for some in (own, more)
        )

        assert after != "proposed" or before == "proposed"


class TestMonths:
    @given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 120))
    def test_so_many_months_hold_so_many_whole_months(self, day, months):
        end = months_after(day, months)

        assert day < end or months == 0
        if months:
            assert (months, None) == whole_months(Period(day, end - ONE_DAY))

    @given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 120))
    def test_a_month_more_is_later(self, day, months):
        assert months_after(day, months) < months_after(day, months + 1)


def test_a_level_of_khtnv_is_what_these_laws_draw():
    assert [KHTNV] == [one.level for one in levels(2023) if one.level is KHTNV]
