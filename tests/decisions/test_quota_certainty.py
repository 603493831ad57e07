"""A slot is suggested only when it stays, whatever comes of those who are open."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.decisions.settling import Place, base_of, certain
from helpers.deciding import HTT, HTXS, outcome, suggested
from helpers.deciding_2026 import between, crowd, hospital_year, quota, staff

OPEN = ("not_enough_data", (HTXS, HTT))
BEST, NEXT, LOW = "htxs", "htt", "htnv"
LEVELS = st.sampled_from([BEST, NEXT, LOW])


def open_staff(low, high, code):
    return attrs.evolve(staff(95, code), points=between(low, high))


def made(*people):
    return hospital_year(*people, chosen=quota("A"))


def test_an_open_case_that_may_pass_leaves_the_slot_open():
    best, open_ = staff(95, "N01"), open_staff(85, 99, "N02")
    year = made(best, open_, *crowd(3, 80, prefix="C"))
    assert OPEN == outcome(year.of("N01"))
    assert ("quota",) == year.of("N01").missing


def test_an_open_case_that_stays_below_changes_nothing():
    best, open_ = staff(95, "N01"), open_staff(60, 89, "N02")
    year = made(best, open_, *crowd(4, 80, prefix="C"))
    assert suggested(HTXS) == outcome(year.of("N01"))


def test_an_open_base_leaves_open_who_was_refused():
    people = [staff(96, "N01"), staff(95, "N02"), open_staff(60, 80, "N03")]
    year = made(*people, *crowd(7, 80, prefix="C"))
    assert suggested(HTXS) == outcome(year.of("N01"))
    assert OPEN == outcome(year.of("N02"))


def test_who_is_refused_by_settled_cases_alone_stays_refused():
    people = [staff(96, "N01"), staff(95, "N02"), open_staff(91, 99, "N03")]
    year = made(*people, *crowd(2, 80, prefix="C"))
    assert suggested(HTT) == outcome(year.of("N02"))


def completions(places):
    """Return every way the open ones can come out."""
    if not places:
        return [()]
    first, *rest = places
    own = [first.level] if first.level else sorted(first.possible)
    standings = [first.standing] if first.standing is not None else [0, 1, 2, 3]
    return [
        (Place(first.code, level, frozenset({level}), standing), *others)
        for level in own
        for standing in standings
        for others in completions(rest)
    ]


def granted(places):
    """Return who has a slot of a fifth for certain, when all is settled: by force."""
    slots = base_of(places)[0] // 2
    best = [one for one in places if one.level == BEST]
    return {
        one.code
        for one in best
        if sum(two.standing >= one.standing for two in best) <= slots
    }, {
        one.code
        for one in best
        if sum(two.standing > one.standing for two in best) >= slots
    }


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), LEVELS),
            st.sets(LEVELS, min_size=1),
            st.one_of(st.none(), st.integers(0, 3)),
        ),
        max_size=5,
    )
)
def test_what_is_certain_holds_in_every_completion(drawn):
    places = [
        Place(
            f"N{nth}",
            level,
            frozenset({level}) if level else frozenset(possible),
            standing if level != BEST or standing is not None else 0,
        )
        for nth, (level, possible, standing) in enumerate(drawn)
    ]
    low, high = base_of(places)
    sure = certain(places, (low // 2, high // 2), ())
    for whole in completions(places):
        inside, outside = granted(whole)
        assert sure.inside <= inside
        assert sure.outside <= outside
