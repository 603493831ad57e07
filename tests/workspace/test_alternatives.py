"""A criterion never gets more alternatives than can all be tried."""

from danvan_eval.evidence import MISSING, OneOf
from danvan_eval.judging import MOST_ALTERNATIVES
from danvan_eval.workspace.folding import bearable


def open_between(least, most):
    return OneOf(tuple(range(least, most + 1)), "pending")


def test_few_alternatives_stay_as_they_are():
    seen = {"done": open_between(0, 49), "reached": open_between(0, 49), "people": 60}

    assert bearable(seen) == seen


def test_where_there_are_too_many_the_widest_go_missing():
    seen = {
        "done": open_between(0, 49),
        "reached": open_between(0, 39),
        "signed": open_between(0, 9),
        "people": 60,
    }

    assert 50 * 40 * 10 > MOST_ALTERNATIVES
    assert bearable(seen) == {**seen, "done": MISSING}
    assert bearable(dict(reversed(seen.items()))) == bearable(seen)
