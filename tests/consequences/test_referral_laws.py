"""What holds of every referral, whatever the facts."""

import datetime as dt

import attrs
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.consequences.finding import (
    ACTS,
    CIRCUMSTANCES,
    CONCLUDERS,
    SITUATIONS,
    STATES,
    Conduct,
    Earlier,
    Finding,
    Happened,
    Situation,
    answers,
)
from danvan_eval.consequences.limitation import limitations
from danvan_eval.consequences.reckoning import days_term, elapsed, months_term
from danvan_eval.consequences.referral import NoGround, Referral, refer
from danvan_eval.consequences.referral_text import tell_no_ground, tell_referral
from danvan_eval.decisions.answers import Truth
from danvan_eval.loading.laws import load_laws

LAWS = load_laws()
DAYS = st.dates(dt.date(2012, 1, 1), dt.date(2032, 12, 31))
MAYBE = st.none() | DAYS
YES_NO = st.none() | st.booleans()
ORDER = {Truth.TRUE: 0, Truth.UNKNOWN: 1, Truth.FALSE: 2}
"""How near to its end a limitation is."""


def named(group):
    """Return strategies of answers to a group: some yes, some no, some not known."""
    names = list(CIRCUMSTANCES[group])
    return st.fixed_dictionaries({}, optional=dict.fromkeys(names, YES_NO))


HAPPENED = st.builds(Happened, YES_NO, MAYBE)
SITUATION = st.builds(
    Situation, st.sampled_from(list(SITUATIONS)), DAYS, st.none(), YES_NO
)
FINDINGS = st.builds(
    Finding,
    case=st.just("KL-07"),
    person=st.just("N01"),
    act=st.sampled_from(list(ACTS)),
    state=st.sampled_from([None, *STATES]) | st.just("concluded"),
    concluded_on=MAYBE,
    concluded_by=st.sampled_from([None, *CONCLUDERS]),
    act_on=MAYBE,
    ended_on=MAYBE,
    end_known=YES_NO,
    found_on=MAYBE,
    official=YES_NO,
    manages=YES_NO,
    reminded=HAPPENED,
    first=YES_NO,
    earlier=st.none() | st.builds(Earlier, DAYS, YES_NO),
    due_on=MAYBE,
    settled=HAPPENED,
    later_acts=st.none() | st.lists(DAYS, max_size=2).map(tuple),
    situations=st.none() | st.lists(SITUATION, max_size=2).map(tuple),
    **{group: named(group) for group in CIRCUMSTANCES},
)
LATE = st.dates(dt.date(2023, 9, 20), dt.date(2032, 12, 31))
"""Days on which a law that is at hand was in force."""
CONCLUDED = st.builds(
    lambda one, on, official: attrs.evolve(
        one, state="concluded", concluded_on=on, official=official
    ),
    FINDINGS,
    LATE,
    st.sampled_from([None, True]),
)
"""Findings most of which are referred."""
OPENED = st.none() | LATE
CONDUCTS = st.none() | st.builds(Conduct, st.just("15/QĐ"), DAYS)


def referred(finding, opened_on, conduct):
    return refer(LAWS, finding, opened_on=opened_on, conduct=conduct)


@given(FINDINGS | CONCLUDED, MAYBE, CONDUCTS)
def test_whatever_the_facts_something_is_said_in_both_languages(one, opened, conduct):
    found = referred(one, opened, conduct)

    if isinstance(found, Referral):
        told = [tell_referral(found, LAWS[found.law], at) for at in ("vi", "en")]
    else:
        told = [tell_no_ground(found, at) for at in ("vi", "en")]

    assert all(one.case in each for each in told)


@given(CONCLUDED, OPENED, CONDUCTS)
def test_without_a_conclusion_the_referral_is_gone(one, opened, conduct):
    found = [
        referred(attrs.evolve(one, state=state), opened, conduct)
        for state in (None, "verifying", "unfounded")
    ]

    assert all(isinstance(each, NoGround) for each in found)


@given(FINDINGS | CONCLUDED, MAYBE, CONDUCTS)
def test_only_a_conclusion_with_a_day_about_an_employee_is_referred(
    one, opened, conduct
):
    if isinstance(referred(one, opened, conduct), Referral):
        assert "concluded" == one.state
        assert one.concluded_on is not None
        assert one.official is not False


@given(CONCLUDED, OPENED, CONDUCTS, st.data())
def test_a_mitigating_fact_changes_the_list_of_them_and_nothing_else(
    one, opened, conduct, data
):
    other = attrs.evolve(one, mitigating=data.draw(named("mitigating")))
    before, after = (referred(each, opened, conduct) for each in (one, other))

    assert without_lists(before, "mitigating") == without_lists(after, "mitigating")


@given(CONCLUDED, OPENED, CONDUCTS, st.data())
def test_an_aggravating_fact_changes_the_list_of_them_and_nothing_else(
    one, opened, conduct, data
):
    other = attrs.evolve(one, aggravating=data.draw(named("aggravating")))
    before, after = (referred(each, opened, conduct) for each in (one, other))

    assert without_lists(before, "aggravating") == without_lists(after, "aggravating")


def without_lists(found, group):
    """Return a referral with a group of facts taken out of it."""
    if isinstance(found, NoGround):
        return found
    bare = {group: ()}
    return attrs.evolve(
        found,
        finding=attrs.evolve(found.finding, **{group: {}}),
        grounds=attrs.evolve(found.grounds, **bare),
        compared=tuple(attrs.evolve(one, **bare) for one in found.compared),
    )


@given(FINDINGS, DAYS, DAYS, st.sampled_from(["kl-2023", "kl-2026"]))
def test_limitation_never_runs_again_on_a_later_day(one, some_day, other, law):
    first, second = sorted((some_day, other))
    fixed = attrs.evolve(one, end_known=True)
    if fixed.ended_on is None:
        fixed = attrs.evolve(fixed, ended_on=fixed.act_on)
    early = limitations(LAWS[law], fixed, first)
    late = limitations(LAWS[law], fixed, second)

    for before, after in zip(early, late, strict=True):
        assert ORDER[before.open] <= ORDER[after.open]


@given(DAYS, DAYS, DAYS, st.sampled_from(["kl-2023", "kl-2026"]))
def test_of_two_acts_the_later_is_never_nearer_to_its_end(some_day, other, on, law):
    acts = sorted((some_day, other))
    early, late = (limitations(LAWS[law], _on_one_day(act), on) for act in acts)

    for before, after in zip(early, late, strict=True):
        assert ORDER[before.open] >= ORDER[after.open]


@given(DAYS, DAYS, st.sampled_from(["kl-2023", "kl-2026"]))
def test_a_class_of_more_months_never_ends_before_one_of_fewer(act, on, law):
    found = sorted(
        limitations(LAWS[law], _on_one_day(act), on), key=lambda one: one.months
    )

    assert sorted(found, key=lambda one: -ORDER[one.open]) == found


def _on_one_day(act):
    return Finding(
        "KL-07",
        "N01",
        "insult",
        "concluded",
        act_on=act,
        ended_on=act,
        unlimited=answers("unlimited"),
        later_acts=(),
        situations=(),
    )


@given(CONCLUDED, OPENED, CONDUCTS)
def test_the_law_that_applies_was_in_force_on_the_day_that_chose_it(
    one, opened, conduct
):
    found = referred(one, opened, conduct)

    if isinstance(found, Referral):
        law = LAWS[found.law]
        assert any(found.event in period for period in law.in_force)
        assert opened is None or opened == found.event
        assert {one.clause for one in found.grounds.candidates} <= set(law.clauses)


@given(DAYS, st.integers(1, 120), st.sets(DAYS, max_size=40))
def test_days_that_do_not_count_make_a_term_longer_by_no_more_than_they_are(
    start, months, free
):
    bare, longer = months_term(start, months), months_term(start, months, free)

    assert 0 <= (longer.last - bare.last).days <= len(free)
    assert longer.sure <= longer.last


@given(DAYS, st.integers(1, 200))
def test_a_term_of_days_ends_so_many_days_after_the_first(start, days):
    found = days_term(start, days)

    assert days == (found.last - start).days == (found.sure - start).days + 1


@given(DAYS, DAYS)
def test_what_has_gone_by_is_told_in_whole_months_and_fewer_days_than_one(one, other):
    first, second = sorted((one, other))
    months, days = elapsed(first, second)

    assert 0 <= days <= 30
    assert months_term(first, months).last + dt.timedelta(days=days) == second
