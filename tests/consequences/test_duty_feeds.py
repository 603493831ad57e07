"""Which figures of the shipped criteria follow from checked duties."""

import attrs
import pytest

from danvan_eval.consequences.duties import check_duties
from danvan_eval.consequences.duty_facts import NOT_YET, Posting, Reception
from danvan_eval.consequences.duty_feeds import FED, NOT_FED, feeds
from helpers.duties import NO_DAYS_OFF, day, facts, laws, listed
from helpers.shipped import CATALOGUE

CRITERIA = ("C04", "C05", "C06", "C07", "C08", "C09", "C10", "C21", "C30")
GOOD = Posting("1/QĐ", 6, day("03/03/2025"), day("04/03/2025"), day("01/04/2025"))
HELD = ("danvan/C05", "held")
DUE, PUBLISHED = ("danvan/C21", "items_due"), ("danvan/C21", "items_published")


def fed(as_of="31/12/2025", **known):
    found = check_duties(laws(), facts(**known), days_off=NO_DAYS_OFF, as_of=day(as_of))
    return feeds(found)


def test_every_figure_of_these_criteria_is_fed_or_has_its_reason():
    criteria = CATALOGUE.shelf.criteria
    asked = {
        (f"danvan/{one}", name)
        for one in CRITERIA
        for name in criteria[f"danvan/{one}"].evidence
    }

    assert asked == FED.keys() | NOT_FED.keys()
    assert not FED.keys() & NOT_FED.keys()


def test_days_of_reception_by_the_head_are_counted():
    rows = [Reception(day(one)) for one in ("10/01/2025", "12/02/2025", "13/02/2025")]

    assert 3 == fed(receptions=rows)[HELD]


def test_a_day_that_is_still_to_come_is_not_counted():
    rows = [Reception(day("10/01/2025")), Reception(day("12/02/2025"))]

    assert 1 == fed("31/01/2025", receptions=rows)[HELD]


@pytest.mark.parametrize("known", [{}, {"receptions": listed(unclear={"2025-03"})}])
def test_nothing_is_fed_while_the_register_is_not_clear(known):
    assert HELD not in fed(**known)


def test_documents_that_had_to_be_public_and_were():
    late = attrs.evolve(GOOD, document="2/QĐ", posted=day("20/03/2025"))
    short = attrs.evolve(GOOD, document="3/QĐ", removed=day("10/03/2025"))
    found = fed(postings=[GOOD, late, short])

    assert (3, 1) == (found[DUE], found[PUBLISHED])


def test_a_document_whose_limits_are_not_over_is_not_counted():
    new = Posting("4/QĐ", 6, day("30/12/2025"), NOT_YET, NOT_YET)
    up = Posting("5/QĐ", 6, day("22/12/2025"), day("23/12/2025"), NOT_YET)
    found = fed(postings=[GOOD, new, up])

    assert (1, 1) == (found[DUE], found[PUBLISHED])


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"postings": listed(GOOD, unclear={""})},
        {"postings": [GOOD, attrs.evolve(GOOD, document="6/QĐ", removed=None)]},
    ],
)
def test_neither_figure_is_fed_while_one_document_is_not_certain(known):
    assert not {DUE, PUBLISHED} & fed(**known).keys()


def test_an_empty_list_says_none():
    found = fed(postings=[])

    assert (0, 0) == (found[DUE], found[PUBLISHED])
