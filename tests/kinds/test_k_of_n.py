"""A set of named members, worth less the more are lacking."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.k_of_n import KOfN
from danvan_eval.rule import Bounds

MEMBERS = ("truong", "pho", "thu_ky", "uy_vien")
STEPS = [
    {"missing": 0, "share": 1},
    {"missing": 1, "share": "0.6"},
    {"missing": 3, "share": "0.1"},
]
RULE = KOfN(fact="co", members=MEMBERS, steps=STEPS)


@pytest.mark.parametrize(
    ("held", "share"), [(4, 1), (3, "3/5"), (2, "3/5"), (1, "1/10"), (0, "1/10")]
)
def test_the_last_step_reached_counts_for_all_that_lack_more(held, share):
    assert Fraction(share) == RULE.find({"co": frozenset(MEMBERS[:held])}).share


def test_the_lacking_are_named_in_the_order_of_the_rule():
    found = RULE.find({"co": frozenset({"pho", "uy_vien"})})

    assert ("truong", "thu_ky") == dict(found.facts)["lacking"]


def test_a_stranger_is_refused_and_never_counts_for_a_member():
    found = RULE.find({"co": frozenset({*MEMBERS[:3], "khach"})})

    assert ("DV-E205", "khach") == (found.code, dict(found.data)["seen"])


def test_an_unknown_set_may_hold_none_to_all():
    assert Bounds(Fraction(1, 10), 1) == RULE.bounds({"co": MISSING})


@pytest.mark.parametrize(
    "steps",
    [STEPS[1:], [STEPS[0], STEPS[2], STEPS[1]], [STEPS[1], STEPS[0]], []],
    ids=["from 1", "backwards", "rising", "none"],
)
def test_steps_that_skip_zero_or_reward_what_is_lacking_are_refused(steps):
    with pytest.raises(ValueError, match="steps"):
        KOfN(fact="co", members=MEMBERS, steps=steps)


def test_a_member_named_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        KOfN(fact="co", members=("truong", "truong"), steps=STEPS)


@pytest.mark.parametrize("members", ["abc", ["truong", 2]])
def test_members_that_are_no_list_of_ids_are_refused(members):
    """A text is not the set of its letters."""
    with pytest.raises(TypeError, match=r"members|str"):
        KOfN(fact="co", members=members, steps=STEPS)
