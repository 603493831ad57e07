"""What was gained since the period before, by steps; a first period is declared."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.change import Change
from danvan_eval.outcomes import Outcome
from danvan_eval.rule import Bounds, Refusal
from danvan_eval.testing.strategies import rules, shares

STEPS = [
    {"at_least": "5%", "share": 1},
    {"at_least": 0, "share": "0.6"},
    {"at_least": "-5%", "share": "0.2"},
]


def change(**more):
    told = {"value": "nay", "previous": "truoc", "better": "higher", "steps": STEPS}
    return Change(**{**told, **more})


def with_first(on_first="not_applicable", **more):
    return change(first="lan_dau", on_first=on_first, **more)


def seen(nay, truoc, *lan_dau):
    values = {"nay": nay, "truoc": truoc}
    return {**values, "lan_dau": lan_dau[0]} if lan_dau else values


@pytest.mark.parametrize(
    ("nay", "share", "reason"),
    [
        ("0.90", 1, "change.better"),
        ("0.85", 1, "change.better"),
        ("0.8499", "3/5", "change.better"),
        ("0.80", "3/5", "change.same"),
        ("0.7999", "1/5", "change.worse"),
        ("0.75", "1/5", "change.worse"),
        ("0.7499", 0, "change.worse"),
    ],
)
def test_a_gain_on_an_edge_belongs_to_the_step_above(nay, share, reason):
    found = change().find(seen(Fraction(nay), Fraction("0.8")))

    assert (Fraction(share), reason) == (found.share, found.reason)


def test_where_lower_is_better_what_falls_gains():
    """Twelve complaints, nine the year before: three worse, and not three better."""
    steps = [{"at_least": 3, "share": 1}, {"at_least": -3, "share": "1/4"}]
    rule = change(better="lower", steps=steps)
    worse, better = rule.find(seen(12, 9)), rule.find(seen(9, 12))

    assert (Fraction(1, 4), "change.worse") == (worse.share, worse.reason)
    assert (1, "change.better", 3) == (
        better.share,
        better.reason,
        dict(better.facts)["by"],
    )


@pytest.mark.parametrize(
    ("on_first", "outcome", "share"),
    [
        ("not_applicable", Outcome.NOT_APPLICABLE, None),
        ("full", Outcome.SCORED, 1),
        ("zero", Outcome.SCORED, 0),
    ],
)
@pytest.mark.parametrize("nay", [Fraction(1, 2), MISSING])
def test_a_first_period_means_what_was_chosen_and_asks_for_nothing_more(
    on_first, outcome, share, nay
):
    found = with_first(on_first).bounds(seen(nay, MISSING, True))

    assert (outcome, share, f"change.first_{on_first}") == (
        found.outcome,
        found.share,
        found.reason,
    )


@pytest.mark.parametrize("nay", [Fraction(1, 2), MISSING])
def test_a_value_before_a_first_period_is_refused(nay):
    values = seen(nay, Fraction("0.8"), True)
    rule = with_first()
    refusal = rule.bounds(values) if nay is MISSING else rule.find(values)

    assert isinstance(refusal, Refusal)
    assert ("DV-E209", {"seen": "0.8"}) == (refusal.code, dict(refusal.data))


def test_a_value_before_says_by_itself_that_there_was_a_period():
    found = with_first().bounds(seen(Fraction("0.8"), Fraction("0.8"), MISSING))

    assert (Fraction(3, 5), "change.same") == (found.share, found.reason)


@pytest.mark.parametrize(
    ("on_first", "expected"),
    [
        ("not_applicable", Bounds(0, Fraction(3, 5), removable=True)),
        ("full", Bounds(0, 1)),
        ("zero", Bounds(0, Fraction(3, 5))),
    ],
)
def test_without_a_value_before_it_may_be_the_first_period(on_first, expected):
    """Nothing known but 0,04 now, of 0…1: it can have gained 0,04 at most."""
    rule = with_first(on_first, lowest=0, highest=1)

    assert expected == rule.bounds(seen(Fraction("0.04"), MISSING, MISSING))


def test_a_period_that_is_not_the_first_has_a_value_to_bring():
    known = with_first("full").bounds(seen(Fraction("0.8"), MISSING, False))

    assert Bounds(0, 1) == known


@pytest.mark.parametrize(
    ("more", "values", "expected"),
    [
        ({}, seen(MISSING, MISSING), Bounds(0, 1)),
        ({}, seen(Fraction("0.97"), MISSING), Bounds(0, 1)),
        ({"lowest": 0, "highest": 1}, seen(Fraction("0.97"), MISSING), ("1/5", 1)),
        ({"lowest": 0, "highest": 1}, seen(1, MISSING), ("3/5", 1)),
        ({"lowest": 0, "highest": 1}, seen(MISSING, Fraction("0.97")), (0, "3/5")),
        ({"highest": 1}, seen(MISSING, 1), (0, "3/5")),
        ({"better": "lower", "lowest": 0}, seen(MISSING, 0), (0, "3/5")),
        ({"better": "lower", "lowest": 0}, seen(0, MISSING), ("3/5", 1)),
    ],
)
def test_the_limits_of_the_values_limit_what_can_be_gained(more, values, expected):
    if isinstance(expected, tuple):
        expected = Bounds(*map(Fraction, expected))

    assert expected == change(**more).bounds(values)


@pytest.mark.parametrize(
    ("limits", "allowed"),
    [
        ({"lowest": 0, "highest": 1}, "0…1"),
        ({"highest": 1}, "…1"),
        ({"lowest": 2}, "2…"),
    ],
)
@pytest.mark.parametrize("other", ["1.5", MISSING])
def test_a_value_outside_its_limits_is_refused_with_or_without_the_other(
    limits, allowed, other
):
    values = seen(Fraction("1.2"), other if other is MISSING else Fraction(other))
    rule = change(**limits)
    refusal = rule.bounds(values) if other is MISSING else rule.find(values)

    assert isinstance(refusal, Refusal)
    assert ("DV-E202", {"seen": "1.2", "allowed": allowed}) == (
        refusal.code,
        dict(refusal.data),
    )


@given(rule=rules("change"), data=st.data())
def test_a_better_value_never_lowers_the_share(rule, data):
    worse, better = sorted(
        [data.draw(shares()), data.draw(shares())], reverse=rule.better == "lower"
    )
    values = {"previous": data.draw(shares()), "first": False}
    found = [rule.find({"value": one, **values}) for one in (worse, better)]

    assert found[0].share <= found[1].share


@pytest.mark.parametrize(
    "steps",
    [
        [STEPS[1], STEPS[0]],
        [STEPS[1], STEPS[1]],
        [{"at_least": 1, "share": "0.2"}, {"at_least": 0, "share": "0.3"}],
        [],
    ],
    ids=["upside down", "twice", "more for less", "none"],
)
def test_steps_out_of_order_are_refused(steps):
    with pytest.raises(ValueError, match="steps"):
        change(steps=steps)


@pytest.mark.parametrize(
    "more",
    [
        {"first": "lan_dau"},
        {"on_first": "full"},
        {"first": "lan_dau", "on_first": "error"},
        {"better": "more"},
        {"lowest": 1, "highest": 1},
    ],
)
def test_a_choice_that_says_too_little_or_too_much_is_refused(more):
    with pytest.raises(ValueError, match=r"first|better|lowest"):
        change(**more)
