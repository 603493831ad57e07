"""Money is reckoned for what can be put before the authority now, and nothing else."""

import datetime as dt

import attrs
import pytest

from danvan_eval import Subject
from danvan_eval.consequences.proposal import Proposal, Standing
from danvan_eval.consequences.rewards import reward_of
from danvan_eval.decisions.classification import Hold
from danvan_eval.loading.laws import load_laws
from danvan_eval.terms import Text

LAWS = load_laws()
WINTER, SUMMER = dt.date(2025, 12, 20), dt.date(2026, 12, 20)


def proposal(award="ldtt", use="title", standing=Standing.PROPOSED, **more):
    subject = Subject("person", "N01")
    day = dt.date(2025, 12, 20)
    label = Text(award)
    return Proposal(
        use, award, label, subject, "tdkt-2025", day, standing, label, **more
    )


@pytest.mark.parametrize(("day", "total"), [(WINTER, 710_000), (SUMMER, 760_000)])
def test_case_29_the_base_pay_of_the_day_of_decision_rounded_up(day, total):
    """NĐ 152/2025, Điều 49, 50 (T, text not seen)."""
    assert total == reward_of(LAWS, [proposal()], day).total


def test_of_two_titles_the_highest_counts_and_commendation_beside_it():
    found = reward_of(
        LAWS,
        [proposal(), proposal("cstdcs"), proposal("giay-khen", "commendation")],
        WINTER,
    )
    counted = {one.award for one in found.shares if one.counted}
    assert {"cstdcs", "giay-khen"} == counted


@pytest.mark.parametrize(
    "one",
    [
        proposal(standing=Standing.NOT_ENOUGH_DATA),
        proposal(standing=Standing.NOT_MET),
        proposal(holds=(Hold("", Text("chờ")),)),
        proposal(use="salary"),
    ],
)
def test_what_is_open_held_or_no_award_brings_nothing(one):
    assert None is reward_of(LAWS, [one], WINTER)


def test_a_hold_never_changes_what_the_others_bring():
    held = attrs.evolve(proposal("cstdcs"), holds=(Hold("", Text("chờ")),))
    alone = reward_of(LAWS, [proposal()], WINTER)
    assert alone == reward_of(LAWS, [proposal(), held], WINTER)
