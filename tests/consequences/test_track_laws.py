"""Laws of the award tracks, whatever models there are."""

import datetime as dt
import typing
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.consequences.proposal import Proposal, Standing
from danvan_eval.consequences.track_facts import (
    MODEL_STAGES,
    AtLeast,
    ModelFact,
    SheetFact,
    Slots,
    TrackRules,
)
from danvan_eval.terms import Text
from helpers.tracks import ONE, OWN, PEOPLE, TEAM, UNITS, of, plan, proposed

STAGES = list(MODEL_STAGES)
DAYS = st.one_of(st.none(), st.dates(dt.date(2024, 6, 1), dt.date(2025, 12, 31)))
ORDER = [Standing.NOT_MET, Standing.NOT_ENOUGH_DATA, Standing.PROPOSED]
COUNTS = st.one_of(st.none(), st.builds(AtLeast, st.integers(1, 3), st.just(OWN)))
RULES = st.builds(
    TrackRules,
    recognised=COUNTS,
    replicated=COUNTS,
    slots=st.sampled_from([{}, {TEAM: Slots(Fraction(1, 5), 3, "down", OWN)}]),
)
SUBJECTS = [(TEAM, code) for code in UNITS] + [(ONE, code) for code in PEOPLE]


@st.composite
def models(draw, id_=None):
    """Draw a model of some departments and people."""
    return ModelFact(
        id_ or f"MH-{draw(st.integers(0, 999)):03}",
        draw(st.frozensets(st.sampled_from(UNITS), min_size=1)),
        draw(st.frozensets(st.sampled_from(PEOPLE))),
        draw(st.sampled_from(STAGES)),
        draw(DAYS),
        draw(st.one_of(st.none(), st.integers(0, 3))),
    )


LISTS = st.lists(models(), max_size=6, unique_by=lambda one: one.id)
UNCLEAR = st.frozensets(st.sampled_from([*UNITS, *PEOPLE]))


def standing(found, track, code):
    one = of(found, track, code)
    return -1 if one is None else ORDER.index(one.standing)


def never_lower(before, after):
    return all(
        standing(before, *whose) <= standing(after, *whose) for whose in SUBJECTS
    )


@given(LISTS, models("MH-NEW"), RULES, UNCLEAR)
def test_one_more_model_never_lowers_anybody(listed, one, rules, unclear):
    before, after = (
        proposed(*some, adopted=rules, unclear=unclear)
        for some in (listed, [*listed, one])
    )

    assert never_lower(before, after)


@given(LISTS, models("MH-ONE"), RULES)
def test_a_recognition_never_lowers_anybody(listed, one, rules):
    registered = attrs.evolve(one, stage="trien-khai", recognised_on=None)
    recognised = attrs.evolve(
        one, stage="cong-nhan", recognised_on=dt.date(2025, 10, 1)
    )
    before, after = (
        proposed(*listed, some, adopted=rules) for some in (registered, recognised)
    )

    assert never_lower(before, after)


@given(LISTS, models("MH-ONE"), RULES)
def test_being_taken_up_elsewhere_never_lowers_anybody(listed, one, rules):
    recognised = attrs.evolve(
        one, stage="cong-nhan", recognised_on=dt.date(2025, 10, 1)
    )
    spread = attrs.evolve(recognised, stage="nhan-rong", places=1)
    before, after = (
        proposed(*listed, some, adopted=rules) for some in (recognised, spread)
    )

    assert never_lower(before, after)


@given(LISTS, RULES, st.randoms())
def test_the_order_of_the_register_changes_nothing(listed, rules, rng):
    shuffled = list(listed)
    rng.shuffle(shuffled)

    before, after = (
        [(one.id, one.subject.code, one.standing, one.flags) for one in found]
        for found in (
            proposed(*listed, adopted=rules),
            proposed(*shuffled, adopted=rules),
        )
    )

    assert before == after


@given(LISTS, UNCLEAR)
def test_what_cannot_be_read_only_opens(listed, unclear):
    clear, open_ = proposed(*listed), proposed(*listed, unclear=unclear)

    for whose in SUBJECTS:
        known, now = of(clear, *whose), of(open_, *whose)
        if known is not None and known.standing is Standing.PROPOSED:
            assert Standing.PROPOSED is now.standing
        if whose[1] not in unclear:
            assert (known is None) == (now is None)
            assert known is None or known.standing is now.standing


@given(LISTS, st.sampled_from(["Tốt", "Khá", ""]))
def test_no_track_changes_another(listed, grade):
    sheets = tuple(SheetFact(code, grade, Text("–"), 1, 3) for code in UNITS)

    without, beside = proposed(*listed), proposed(*listed, sheets=sheets)

    kept = [one for one in beside if one.id != "dan-van"]
    assert [(one.id, one.subject.code, one.standing) for one in without] == [
        (one.id, one.subject.code, one.standing) for one in kept
    ]


@given(LISTS, RULES)
def test_every_condition_names_a_clause_or_an_article(listed, rules):
    named = {*plan().clauses, OWN}

    for one in proposed(*listed, adopted=rules):
        assert {condition.clause for condition in one.conditions} <= named


def test_no_fact_of_a_track_is_a_score():
    for kind in (SheetFact, ModelFact, Proposal):
        attrs.resolve_types(kind)
        held = {
            part
            for field in attrs.fields(kind)
            for part in (field.type, *typing.get_args(field.type))
        }
        assert Fraction not in held


def test_of_nobody_who_did_anything_nothing_is_proposed():
    assert () == proposed()
