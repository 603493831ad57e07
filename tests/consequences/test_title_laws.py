"""Laws of titles: what more of an achievement, a hold, a gap or a rounding can do."""

import datetime as dt
from fractions import Fraction

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_eval.consequences.career import (
    PENDING,
    Career,
    Held,
    Initiative,
    Movement,
    Pending,
)
from danvan_eval.consequences.chains import Chain, running
from danvan_eval.consequences.collective_facts import Collective, Member, Together
from danvan_eval.consequences.collectives import propose_collective
from danvan_eval.consequences.initiatives import ONCE
from danvan_eval.consequences.money import rounded_up
from danvan_eval.consequences.proposal import Standing
from danvan_eval.consequences.titles import propose_titles
from danvan_eval.decisions.answers import Truth
from danvan_eval.decisions.levels import ORDER, Level
from danvan_eval.subjects import Subject
from helpers.titles import BOTH, DAYS, HTT, HTXS, disciplined, laws, work

FEW = settings(max_examples=150, deadline=None)
HEIGHT = {
    Standing.NOT_CONSIDERED: 0,
    Standing.NOT_MET: 0,
    Standing.NOT_ENOUGH_DATA: 1,
    Standing.NEEDS_HUMAN_CONFIRMATION: 2,
    Standing.PROPOSED: 3,
}
ANSWERS = st.sampled_from([True, True, True, False, None])
TRUTHS = st.sampled_from(list(Truth))
LAW_IDS = st.sampled_from(BOTH)
OPEN_LEVELS = st.lists(
    st.sampled_from([HTXS, HTT, Level.HTNV]), min_size=1, max_size=2, unique=True
).map(lambda some: tuple(sorted(some, key=ORDER.index)))
AWARD_IDS = st.sampled_from(["cstdcs", "cstd-bo-tinh", "bang-khen-bo-tinh"])


@st.composite
def initiatives(draw, year):
    """Draw initiatives of the last three years, some of them used."""
    count = draw(st.integers(0, 3))
    return tuple(
        Initiative(
            f"SK{nth}",
            dt.date(year - draw(st.integers(0, 2)), 5, 5),
            draw(st.sampled_from(["unit", "ministry", "nation"])),
            draw(st.sampled_from(["", "", "X"])),
        )
        for nth in range(count)
    )


@st.composite
def awards(draw, year, most=6):
    """Draw awards of the last seven years."""
    pairs = st.tuples(AWARD_IDS, st.integers(year - 6, year))
    drawn = draw(st.lists(pairs, max_size=most, unique=True))
    return tuple(
        Held(id_, at, f"{id_} {at}", dt.date(at, 12, 1), thematic=False)
        for id_, at in sorted(drawn)
    )


@st.composite
def cases(draw):
    """Draw a law and somebody of whom some things are open."""
    law = draw(LAW_IDS)
    year = DAYS[law].year
    back = draw(st.integers(0, 6))
    levels = {at: draw(OPEN_LEVELS) for at in range(year - back, year + 1)}
    discipline = draw(st.sampled_from([(), (), (disciplined("2020-01-01", None),)]))
    return law, Career(
        Subject("person", "N01", traits={"vien-chuc"}),
        year,
        levels,
        draw(st.one_of(st.none(), awards(year), awards(year))),
        draw(st.one_of(st.none(), initiatives(year), initiatives(year))),
        draw(ANSWERS),
        Movement(draw(ANSWERS), draw(ANSWERS), draw(ANSWERS)),
        work(year),
        disciplines=discipline,
        pending=(),
    )


def heights(law, one):
    """Return how far each proposal goes, as a number."""
    found = propose_titles(laws(), one, received_on=DAYS[law])
    return {each.id: HEIGHT[each.standing] for each in found}


def no_lower(law, less, more):
    """Say that no proposal goes less far with *more*."""
    before, after = heights(law, less), heights(law, more)
    return {} == {id_: n for id_, n in before.items() if after[id_] < n}


class TestMoreIsNeverLess:
    @FEW
    @given(cases(), AWARD_IDS, st.integers(0, 6))
    def test_one_award_more(self, case, award, back):
        law, one = case
        at = one.year - back
        more = Held(award, at, "thêm", dt.date(at, 12, 2), thematic=False)
        best = attrs.evolve(one, awards=(*(one.awards or ()), more))
        known = attrs.evolve(one, awards=one.awards or ())

        assert no_lower(law, known, best)

    @FEW
    @given(cases(), st.sampled_from(["unit", "ministry", "nation"]), st.integers(0, 2))
    def test_one_initiative_more(self, case, scope, back):
        law, one = case
        more = Initiative("THEM", dt.date(one.year - back, 6, 6), scope)
        known = attrs.evolve(one, initiatives=one.initiatives or ())
        best = attrs.evolve(known, initiatives=(*known.initiatives, more))

        assert no_lower(law, known, best)

    @FEW
    @given(cases(), st.integers(0, 6))
    def test_a_better_level(self, case, back):
        law, one = case
        at = one.year - back
        if at not in one.levels:
            return
        better = attrs.evolve(one, levels=one.levels | {at: (HTXS,)})

        assert no_lower(law, one, better)

    @FEW
    @given(cases())
    def test_registration(self, case):
        law, one = case

        assert no_lower(
            law,
            attrs.evolve(one, registered=False),
            attrs.evolve(one, registered=True),
        )


class TestHolds:
    @FEW
    @given(cases(), st.sampled_from(sorted(PENDING)))
    def test_a_hold_never_changes_a_standing(self, case, kind):
        law, one = case
        held = attrs.evolve(one, pending=(Pending(kind, "VV-1"),))

        assert heights(law, one) == heights(law, held)
        found = propose_titles(laws(), held, received_on=DAYS[law])
        assert not any(each.ready for each in found)


class TestOneTimeTokens:
    @FEW
    @given(cases())
    def test_no_initiative_is_planned_twice(self, case):
        law, one = case
        found = propose_titles(laws(), one, received_on=DAYS[law])
        used = [
            name
            for each in found
            for flag in each.flags
            if flag.id == "USES_INITIATIVE"
            for name in flag.says.vi.removeprefix("sẽ dùng sáng kiến ").split(", ")
        ]
        unused = {each.id for each in one.initiatives or () if not each.used_for}

        assert len(used) == len(set(used))
        assert set(used) <= unused

    @FEW
    @given(cases())
    def test_who_finds_none_left_is_held_and_nobody_else(self, case):
        law, one = case
        found = propose_titles(laws(), one, received_on=DAYS[law])

        for each in found:
            short = [hold for hold in each.holds if hold.clause == ONCE]
            uses = [flag for flag in each.flags if flag.id == "USES_INITIATIVE"]
            assert not (short and uses)


class TestChains:
    @FEW
    @given(st.lists(TRUTHS, min_size=1, max_size=8), st.integers(0, 7))
    def test_a_gap_never_counts_more(self, truths, at):
        broken = [Truth.FALSE if nth == at else one for nth, one in enumerate(truths)]

        whole, torn = chain(truths), chain(broken)

        assert torn.sure <= whole.sure
        assert torn.maybe <= whole.maybe

    @FEW
    @given(st.lists(TRUTHS, min_size=1, max_size=8))
    def test_what_is_sure_is_part_of_what_may_be(self, truths):
        found = chain(truths)

        assert 0 <= found.sure <= found.maybe <= len(truths)

    @given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 6))
    def test_so_long_or_not_so_long_or_open(self, sure, more, times):
        expected = (
            Truth.TRUE
            if sure >= times
            else Truth.FALSE
            if sure + more < times
            else Truth.UNKNOWN
        )

        assert expected is Chain(sure, sure + more).at_least(times)


def chain(truths):
    """Count the years running of some answers, the last year first."""
    last = 2025
    by_year = {last - nth: one for nth, one in enumerate(truths)}
    return running(last, last - len(truths) + 1, by_year.__getitem__)


class TestRoundingUp:
    @given(st.fractions(0, 10**9), st.integers(1, 10**6).map(Fraction))
    def test_is_the_least_multiple_not_below(self, amount, step):
        found = rounded_up(amount, step)

        assert 0 == found % step
        assert found - step < amount <= found


class TestSevenTenths:
    @settings(max_examples=100, deadline=None)
    @given(st.integers(1, 60), st.data())
    def test_ten_times_the_workers_reach_seven_times_all(self, everybody, data):
        workers = data.draw(st.integers(0, everybody))
        members = tuple(
            Member(
                f"N{nth}",
                Truth.of(nth < workers),
                levels=(HTT,),
                severe=False,
            )
            for nth in range(everybody)
        )
        well = Together(steady=True, solidarity=True, lawful=True)
        one = Collective(
            Subject("unit", "K"), 2025, {2025: (HTT,)}, members, well, pending=()
        )

        found = propose_collective(laws(), one, received_on=DAYS["tdkt-2025"])[0]

        enough = 10 * workers >= 7 * everybody
        expected = Standing.PROPOSED if enough else Standing.NOT_MET
        assert expected is found.standing
