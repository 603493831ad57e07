"""A ratio falls into exactly one band, and its edges are exact."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.bands import Bands
from danvan_eval.outcomes import Outcome
from danvan_eval.rule import Bounds, Refusal

HALF = Fraction(1, 2)


def bands(**more):
    rows = [
        {"at_least": 1, "share": 1},
        {"at_least": "90%", "share": "1/2"},
        {"at_least": 0, "share": 0},
    ]
    told = {"part": "du", "whole": "tong", "on_zero": "not_applicable"}
    return Bands(**{**told, "bands": rows, **more})


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [(72, 72, 1), (71, 72, HALF), (9, 10, HALF), (899, 1000, 0), (0, 1, 0)],
)
def test_a_ratio_on_an_edge_belongs_to_the_band_above(part, whole, share):
    assert share == bands().find({"du": part, "tong": whole}).share


@given(whole=st.integers(1, 10**9))
def test_one_hundred_percent_means_part_and_whole_are_equal(whole):
    all_but_one = bands().find({"du": whole - 1, "tong": whole})

    assert bands().find({"du": whole, "tong": whole}).share == 1
    assert all_but_one.share < 1


@pytest.mark.parametrize(
    ("on_zero", "outcome", "share"),
    [
        ("not_applicable", Outcome.NOT_APPLICABLE, None),
        ("full", Outcome.SCORED, 1),
        ("zero", Outcome.SCORED, 0),
    ],
)
def test_a_whole_of_zero_means_what_was_chosen(on_zero, outcome, share):
    found = bands(on_zero=on_zero).find({"du": 0, "tong": 0})

    assert (outcome, share, f"bands.zero_{on_zero}") == (
        found.outcome,
        found.share,
        found.reason,
    )


def test_a_whole_of_zero_may_be_an_error():
    assert bands(on_zero="error").find({"du": 0, "tong": 0}).code == "DV-E204"


def test_a_part_above_its_whole_is_refused():
    assert bands().find({"du": 13, "tong": 12}).code == "DV-E203"


def test_a_part_above_its_whole_counts_where_it_may_exceed():
    assert bands(may_exceed=True).find({"du": 13, "tong": 12}).share == 1


@pytest.mark.parametrize("part", [MISSING, 0])
def test_a_whole_of_zero_settles_the_criterion_without_its_part(part):
    found = bands().bounds({"du": part, "tong": 0})

    assert found.outcome is Outcome.NOT_APPLICABLE


def test_a_part_that_may_exceed_leaves_a_whole_of_zero_possible():
    """Three held where perhaps none was planned: the choice for zero may yet apply."""
    low_top = [{"at_least": 1, "share": "4/5"}, {"at_least": 0, "share": 0}]
    full = bands(bands=low_top, may_exceed=True, on_zero="full")
    removed = bands(bands=low_top, may_exceed=True)

    assert Bounds(0, 1) == full.bounds({"du": 3, "tong": MISSING})
    assert removed.bounds({"du": 3, "tong": MISSING}).removable


@pytest.mark.parametrize(
    "rows",
    [
        [{"at_least": "90%", "share": 1}],
        [{"at_least": 0, "share": 1}, {"at_least": 1, "share": 1}],
        [{"at_least": 1, "share": "0.2"}, {"at_least": 0, "share": "0.3"}],
        [],
    ],
    ids=["gap below", "upside down", "less for more", "none"],
)
def test_bands_that_leave_a_gap_or_reward_less_are_refused(rows):
    with pytest.raises(ValueError, match="bands"):
        bands(bands=rows)


def urged(**more):
    return bands(urged="don_doc", **more)


@pytest.mark.parametrize(
    ("part", "yes", "share", "reason"),
    [
        (100, True, 1, "bands.in"),
        (99, True, 1, "bands.urged"),
        (90, True, 1, "bands.urged"),
        (89, True, HALF, "bands.urged"),
        (0, True, HALF, "bands.urged"),
        (89, False, 0, "bands.in"),
    ],
)
def test_urging_lifts_a_ratio_below_the_top_by_one_band(part, yes, share, reason):
    found = urged().find({"du": part, "tong": 100, "don_doc": yes})

    assert (share, reason) == (found.share, found.reason)


def test_the_sentence_of_urging_names_the_band_and_the_share_it_was_lifted_to():
    found = urged().find({"du": 50, "tong": 100, "don_doc": True})

    assert (0, HALF) == tuple(dict(found.facts)[one] for one in ("at_least", "share"))


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (95, 100, Bounds(HALF, 1)),
        (50, 100, Bounds(0, HALF)),
        (MISSING, 100, Bounds(0, 1)),
        (0, MISSING, Bounds(0, HALF, removable=True)),
    ],
)
def test_urging_nobody_told_of_keeps_both_bands_open(part, whole, expected):
    values = {"du": part, "tong": whole, "don_doc": MISSING}

    assert expected == urged().bounds(values)


def test_the_top_band_and_a_whole_of_zero_need_no_urging():
    top = urged().bounds({"du": 7, "tong": 7, "don_doc": MISSING})
    none = urged().bounds({"du": 0, "tong": 0, "don_doc": MISSING})

    assert (1, "bands.in") == (top.share, top.reason)
    assert none.outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("yes", [True, False])
def test_known_urging_moves_what_is_open(yes):
    known = urged().bounds({"du": MISSING, "tong": 10, "don_doc": yes})

    assert Bounds(HALF if yes else 0, 1) == known


STEPS = [
    {"at_least": 1, "share": 1},
    {"at_least": "90%", "share": HALF},
    {"at_least": "80%", "share": "1/4"},
    {"at_least": 0, "share": 0},
]


@pytest.mark.parametrize(
    ("part", "share", "reason"),
    [
        (0, Fraction(1, 4), "bands.urged"),
        (79, Fraction(1, 4), "bands.urged"),
        (80, HALF, "bands.urged"),
        (90, HALF, "bands.in"),
        (100, 1, "bands.in"),
    ],
)
def test_urging_lifts_no_higher_than_it_says(part, share, reason):
    found = urged(bands=STEPS, urged_to="90%").find(
        {"du": part, "tong": 100, "don_doc": True}
    )

    assert (share, reason) == (found.share, found.reason)


@pytest.mark.parametrize("more", [{"urged_to": "90%"}, {"urged_to": 0, "urged": "x"}])
def test_a_limit_of_urging_is_where_a_band_starts(more):
    with pytest.raises(ValueError, match="urged_to"):
        bands(**{"urged": None, **more})


def test_a_part_above_its_whole_is_refused_before_the_urging_is_known():
    found = urged().bounds({"du": 13, "tong": 12, "don_doc": MISSING})

    assert isinstance(found, Refusal)
    assert found.code == "DV-E203"
