"""Where a duty stands when clauses are only remembered, or it may not be asked at all."""

import attrs
import pytest

from danvan_eval.consequences.asking import ask
from danvan_eval.consequences.duty import Part, duty_standing
from danvan_eval.terms import Text
from helpers.duties import MET, MISSED, NO_DATA, NOT_ASKED, PERSON, RUNNING, laws

READ, REMEMBERED = "dc-d47-k2", "dc-d48"
SEEN = Text("thấy", "seen")


def law():
    """Return the law with one clause that nobody has read."""
    whole = laws()["dc-2023"]
    known = dict(whole.clauses)
    known[REMEMBERED] = attrs.evolve(known[REMEMBERED], mark="M", quote="")
    return attrs.evolve(whole, clauses=known)


def part(known, clause=READ, *, running=False, silent=False):
    missing = () if silent or running else ("x",)
    condition = ask(law(), clause).condition(known, SEEN, *missing, silent=silent)
    return Part(condition, running)


def standing(*parts, out=None, quiet=False):
    out = [] if out == "no" else [part(out, silent=quiet).condition]
    return duty_standing(law(), parts, out)


@pytest.mark.parametrize("known", [True, False])
def test_a_clause_known_from_memory_alone_settles_nothing(known):
    assert PERSON is standing(part(known, REMEMBERED), out="no")


def test_a_miss_by_a_clause_that_was_read_is_a_miss_beside_one_that_was_not():
    assert MISSED is standing(part(False), part(True, REMEMBERED), out="no")


def test_what_is_not_asked_is_neither_met_nor_missed():
    assert NOT_ASKED is standing(part(False), out=True)
    assert NOT_ASKED is standing(part(True), out=True)


def test_what_may_not_be_asked_can_be_met_but_not_missed():
    assert MET is standing(part(True))
    assert NO_DATA is standing(part(False))
    assert PERSON is standing(part(False), quiet=True)


def test_what_is_not_over_yet_is_told_before_what_is_not_known():
    assert RUNNING is standing(part(None, running=True), part(None), out="no")


def test_a_question_the_text_leaves_open_is_for_a_person():
    assert PERSON is standing(part(True), part(None, silent=True), out="no")
    assert NO_DATA is standing(part(None), part(None, silent=True), out="no")
