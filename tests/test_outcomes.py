"""How outcomes combine: the table in the docstring, written out once more here."""

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.outcomes import Outcome, combined
from danvan_eval.terms import OUTCOMES

S, W, N, D, U, I = (  # noqa: E741
    Outcome.SCORED,
    Outcome.WAIVED,
    Outcome.NOT_APPLICABLE,
    Outcome.DISPUTED,
    Outcome.UNKNOWN,
    Outcome.INVALID,
)


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([], N),
        ([N, N], N),
        ([S, N], S),
        ([W, N], W),
        ([S, W], W),
        ([S, D], D),
        ([W, D, N], D),
        ([D, U], U),
        ([U, S, N], U),
        ([U, I], I),
        ([I, N], I),
    ],
)
def test_the_outcome_furthest_down_the_table_names_the_whole(parts, whole):
    assert whole is combined(parts)


def test_every_set_of_outcomes_follows_the_table():
    """Down the table N/A steps aside for whatever else there is."""
    rows = [S, W, D, U, I]
    subsets = chain.from_iterable(combinations(Outcome, n) for n in range(1, 7))
    wrong = [
        subset
        for subset in subsets
        if combined(subset)
        is not max((one for one in subset if one is not N), key=rows.index, default=N)
    ]

    assert [] == wrong


@given(parts=st.lists(st.sampled_from(Outcome)), data=st.data())
def test_order_and_repetition_do_not_matter(parts, data):
    mixed = data.draw(st.permutations(parts + parts))

    assert combined(parts) is combined(mixed)


@given(parts=st.lists(st.lists(st.sampled_from(Outcome))))
def test_combining_in_groups_is_combining_at_once(parts):
    at_once = combined(one for group in parts for one in group)

    assert at_once is combined(combined(group) for group in parts)


def test_a_total_may_exist_beside_three_outcomes_only():
    assert {S, W, N} == {one for one in Outcome if one.settled}


def test_every_outcome_has_its_words():
    assert {one.value for one in Outcome} == set(OUTCOMES)
