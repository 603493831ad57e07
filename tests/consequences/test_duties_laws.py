"""What holds of every duty, whatever the days are."""

import datetime as dt
from fractions import Fraction

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from danvan_eval.consequences.asking import ask
from danvan_eval.consequences.duty import Limit, View, in_time, working_limit
from danvan_eval.consequences.duty_facts import (
    NOT_YET,
    Case,
    Conference,
    Consultation,
    Posting,
    Reception,
)
from danvan_eval.periods import is_working_day
from helpers.duties import MET, MISSED, NO_DAYS_OFF, RUNNING, day, duties, laws

ONE_DAY = dt.timedelta(days=1)
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31))
DAYS_OFF = st.frozensets(DAYS, max_size=5)
LONG_AFTER = dt.date(2028, 1, 1)
STANDS = {"last_day_off": "stands", "half_year": "within"}


def settled(days_off=NO_DAYS_OFF, **known):
    found = duties(LONG_AFTER, readings=STANDS, days_off=days_off, **known)
    return {id_: one.standing for id_, one in found.items()}


@given(DAYS, st.integers(0, 15), DAYS_OFF)
def test_working_days_agree_with_a_count_day_by_day(start, count, days_off):
    due = working_limit(start, count, days_off).due

    days = [start + ONE_DAY * nth for nth in range(1, (due - start).days + 1)]
    assert count == sum(is_working_day(one, days_off) for one in days)
    assert not count or is_working_day(due, days_off)


@given(DAYS, st.integers(1, 60), DAYS_OFF)
def test_posting_a_day_earlier_never_turns_met_into_missed(decided, after, days_off):
    late = Posting("A", 6, decided, decided + ONE_DAY * after, NOT_YET)
    early = attrs.evolve(late, posted=late.posted - ONE_DAY)

    seen = [settled(days_off, postings=[one])["post:A"] for one in (late, early)]
    assert (MET, MISSED) != tuple(seen)


@given(DAYS, st.integers(1, 60))
def test_taking_down_a_day_later_never_turns_met_into_missed(posted, after):
    early = Posting("A", 6, posted, posted, posted + ONE_DAY * after)
    late = attrs.evolve(early, removed=early.removed + ONE_DAY)

    seen = [settled(postings=[one])["keep:A"] for one in (early, late)]
    assert (MET, MISSED) != tuple(seen)


@given(
    st.sampled_from(["noticed", "accepted", "settled", "concluded", "sent"]),
    st.dates(dt.date(2024, 1, 2), dt.date(2026, 6, 1)),
    st.lists(st.integers(1, 150), min_size=5, max_size=5),
    st.sampled_from(["complaint", "denunciation"]),
)
def test_doing_a_step_of_a_case_a_day_earlier_never_turns_met_into_missed(
    step, received, after, kind
):
    names = ["noticed", "accepted", "settled", "concluded", "sent"]
    days = {name: received + ONE_DAY * n for name, n in zip(names, after, strict=True)}
    told = {"complexity": "plain", "remote": False, "round": 1, "extensions": 0}
    one = Case("A", kind, received, refused=False, **told, **days)
    earlier = attrs.evolve(one, **{step: days[step] - ONE_DAY})

    # Accepting or concluding earlier starts the next limit earlier: its own duty only.
    own = {
        "noticed": {"reply:A"},
        "accepted": {"accept:A"},
        "settled": {"reply:A", "settle:A"},
        "concluded": set(),
        "sent": {"conclusion-sent:A"},
    }[step]
    late, early = settled(cases=[one]), settled(cases=[earlier])
    for id_ in own & late.keys():
        assert (MET, MISSED) != (late[id_], early[id_])


@given(DAYS, st.integers(1, 40), DAYS, DAYS_OFF)
def test_it_is_settled_when_it_is_done_or_its_day_has_passed_and_only_then(
    start, after, as_of, days_off
):
    done = start + ONE_DAY * after
    one = Posting("A", 6, start, done, NOT_YET)
    assume(as_of >= start)
    found = duties(as_of, postings=[one], days_off=days_off)["post:A"]

    over = as_of > found.due or done <= as_of
    assert over is found.settled
    assert over is (found.standing is not RUNNING)


@given(DAYS, st.integers(0, 30), DAYS)
def test_a_miss_has_days_over_and_nothing_else_has(start, after, as_of):
    limit = Limit(start, start)
    asked = ask(laws()["dc-2023"], "dc-d47-k2")
    done = start + ONE_DAY * after
    part = in_time(asked, limit, done, "x", View(as_of, frozenset()))

    assert (part.over > 0) is (part.condition.truth.value == "false")


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_quorum_is_two_thirds_in_whole_numbers(present, summoned):
    assume(present <= summoned)
    one = Conference(2025, True, day("20/01/2026"), False, summoned, present, None)
    found = duties("31/12/2026", conferences=[one])["quorum:2025-20260120"]

    assert (3 * present >= 2 * summoned) is (found.standing is MET)
    assert (Fraction(present, summoned) >= Fraction(2, 3)) is (found.standing is MET)


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_majority_is_more_than_half_in_whole_numbers(agreed, present):
    assume(agreed <= present)
    one = Conference(2025, True, day("20/01/2026"), False, present, present, agreed)
    found = duties("31/12/2026", conferences=[one])["majority:2025-20260120"]

    assert (2 * agreed > present) is (found.standing is MET)


@given(DAYS, st.integers(-40, 40))
def test_asking_the_staff_a_day_earlier_never_turns_met_into_missed(issued, before):
    assume(issued >= dt.date(2024, 3, 1))
    late = Consultation("A", issued - ONE_DAY * before, issued, 10)
    early = attrs.evolve(late, asked=late.asked - ONE_DAY)

    seen = [settled(consultations=[one])["consult:A"] for one in (late, early)]
    assert (MET, MISSED) != tuple(seen)


@given(st.lists(DAYS, max_size=12))
def test_one_more_day_of_reception_never_turns_met_into_missed(days):
    fewer = settled(receptions=[Reception(one) for one in days[1:]])
    more = settled(receptions=[Reception(one) for one in days])

    assert not any(
        (MET, MISSED) == (fewer[id_], more[id_])
        for id_ in fewer
        if id_.startswith("reception:")
    )


@given(st.permutations(range(5)), DAYS)
def test_the_order_of_rows_changes_nothing(order, as_of):
    decided = dt.date(2025, 1, 1)
    rows = [
        Posting(f"{nth % 3}", 6, decided + ONE_DAY * nth, NOT_YET, NOT_YET)
        for nth in range(5)
    ]
    seen = [
        list(duties(as_of, postings=one).values())
        for one in (rows, [rows[nth] for nth in order])
    ]

    assert seen[0] == seen[1]
