"""What holds of every quota of Nghị định 233, and of every choice of a regime."""

import datetime as dt
from fractions import Fraction
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.decisions.choices import Choices, Regulation
from danvan_eval.decisions.choosing import choose
from danvan_eval.decisions.levels import ORDER
from danvan_eval.decisions.worksheet import READINGS, Rule
from danvan_eval.errors import FaultError
from helpers.deciding import (
    HTXS,
    THIRD,
    choices,
    regimes,
)
from helpers.deciding_2026 import hospital_year, quota, staff


def rank(level):
    return ORDER.index(level)


class TestTheShare:
    @given(base=st.integers(0, 2000), reading=st.sampled_from(READINGS))
    def test_one_more_colleague_never_costs_a_slot(self, base, reading):
        rule = Rule("nd233-d12-k6-a", Fraction(1, 5), reading)
        fewer, more = (rule.slots(number, reading) for number in (base, base + 1))

        assert 0 <= more - fewer <= 1

    @given(base=st.integers(0, 2000))
    def test_neither_reading_breaks_its_ceiling_or_wastes_a_slot(self, base):
        rule = Rule("nd233-d12-k6-a", Fraction(1, 5), "A")
        inside, outside = (rule.slots(base, reading) for reading in READINGS)

        assert 5 * inside <= base < 5 * (inside + 1)
        assert 5 * outside <= base - outside
        assert 5 * (outside + 1) > base - (outside + 1)

    @given(
        points=st.lists(st.sampled_from([60, 75, 80, 91, 92, 95]), max_size=16),
        reading=st.sampled_from(READINGS),
        grouped=st.booleans(),
    )
    def test_no_more_are_granted_than_there_are_slots_in_any_line(
        self, points, reading, grouped
    ):
        listed = [
            staff(own, f"N{nth:02d}", group=f"g{nth % 3}")
            for nth, own in enumerate(points)
        ]
        chosen = quota(reading, "group" if grouped else "none")
        made = hospital_year(*listed, chosen=chosen)
        groups = {one.subject.code: one.group for one in listed}
        best = [one.subject.code for one in made.people if one.level is HTXS]

        for sheet in made.worksheets:
            for row in sheet.rows:
                own = [c for c in best if row.scope in ("", groups[c])]
                line = row.allocation
                assert len(own) <= row.slots[READINGS.index(reading)] == line.slots

    @given(
        points=st.lists(st.sampled_from([75, 80, 91, 92, 95]), min_size=1, max_size=12),
        reading=st.sampled_from(READINGS),
    )
    def test_one_more_colleague_at_the_second_level_takes_the_best_from_nobody(
        self, points, reading
    ):
        listed = [staff(own, f"N{nth:02d}") for nth, own in enumerate(points)]
        before, after = (
            hospital_year(*rows, chosen=quota(reading))
            for rows in (listed, [*listed, staff(75, "N99")])
        )
        best = {one.subject.code for one in before.people if one.level is HTXS}

        assert best <= {one.subject.code for one in after.people if one.level is HTXS}

    @given(points=st.lists(st.sampled_from([80, 91, 92, 95]), max_size=12))
    def test_nobody_is_granted_who_stands_behind_somebody_refused(self, points):
        listed = [staff(own, f"N{nth:02d}") for nth, own in enumerate(points)]
        made = hospital_year(*listed)
        at = dict(zip((one.subject.code for one in listed), points, strict=True))
        ranked = sorted(made.people, key=lambda one: -at[one.subject.code])
        suggested = [one.verdict.possible for one in ranked]

        assert all(
            min(map(rank, higher)) <= min(map(rank, lower))
            for higher, lower in pairwise(suggested)
        )


class TestTheChoiceOfTheRegime:
    @given(
        who=st.sampled_from(["person", "unit"]),
        year=st.integers(2020, 2030),
        later=st.integers(0, 400),
        issued=st.one_of(st.none(), st.dates(dt.date(2026, 6, 1), dt.date(2027, 2, 1))),
        reading=st.sampled_from([None, "applies", "falls_back"]),
    )
    def test_it_is_a_function_of_year_day_and_regulation(
        self, who, year, later, issued, reading
    ):
        """Neither other choices nor the order of regimes make a difference."""
        event = dt.date(year, 9, 1) + dt.timedelta(later)
        own = Regulation("01/QC", issued) if issued else None
        readings = {"late_regulation": reading} if reading else {}
        other = attrs.evolve(
            choices(regulation=own, contract_workers=None),
            readings={"study_counts": "work"} | readings,
        )
        found = [
            chosen(who, year, event, Choices(regulation=own, readings=readings), rows)
            for rows in (regimes(), regimes()[::-1])
        ]

        assert found[0] == found[1] == chosen(who, year, event, other, regimes())

    @pytest.mark.parametrize("who", ["person", "unit"])
    @given(
        event=st.dates(dt.date(2020, 8, 20), dt.date(2030, 1, 1)),
        later=st.integers(1, 200),
    )
    def test_a_later_classification_is_never_under_an_older_regime(
        self, who, event, later
    ):
        """Of one year and one regulation; a year of transition only looks back once."""
        own = Choices(regulation=Regulation("01/QC", dt.date(2026, 7, 1)))
        order = ["eval-2020", "eval-2023", THIRD]
        days_ = (event, event + dt.timedelta(later))
        first, second = (
            order.index(chosen(who, event.year, day, own, regimes())) for day in days_
        )

        assert first <= second


def chosen(who, year, event, made, rows):
    """Return the regime that was chosen, or the fault it stops with."""
    try:
        return choose(rows, who, year, event, made).loaded.law.id
    except FaultError as error:
        return error.fault.code
