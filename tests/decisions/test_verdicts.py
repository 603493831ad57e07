"""What the answers to all demands come to together."""

from itertools import product

import pytest

from danvan_eval.decisions import verdicts
from danvan_eval.decisions.answers import Condition, Truth, every, some
from danvan_eval.decisions.time_worked import Cap
from danvan_eval.decisions.verdicts import (
    NOT_CLASSIFIED,
    Status,
    Verdict,
    banded,
    nested,
)
from danvan_eval.terms import Text
from helpers.deciding import HTNV, HTT, HTXS, KHTNV

YES, NO, OPEN = Truth
SILENT = "silent"
WORDS = Text("điều kiện", "condition")
OF_TRUTHS = {"+": YES, "-": NO, "?": OPEN, "s": OPEN}
BETTER = (HTXS, HTT, HTNV)


def condition(sign):
    missing = ("tasks.good",) if sign == "?" else ()
    return Condition("x", OF_TRUTHS[sign], WORDS, WORDS, missing, silent=sign == "s")


def level(which, *signs, any_=False):
    return verdicts.Test(which, tuple(map(condition, signs)), any_)


def read(fold, signs):
    """Fold the answers of four levels, best first, the lowest being forced or not."""
    *better, lowest = signs
    tests = [level(one, sign) for one, sign in zip(BETTER, better, strict=True)]
    return fold(tests, level(KHTNV, lowest, any_=True))


def verdict(status, *possible):
    return Verdict(Status(status), possible)


class TestThreeValues:
    @pytest.mark.parametrize(
        ("truths", "all_hold", "any_holds"),
        [
            ([], YES, NO),
            ([YES, YES], YES, YES),
            ([YES, OPEN], OPEN, YES),
            ([NO, OPEN], NO, OPEN),
            ([YES, OPEN, NO], NO, YES),
            ([OPEN], OPEN, OPEN),
        ],
    )
    def test_one_answer_may_settle_what_another_leaves_open(
        self, truths, all_hold, any_holds
    ):
        assert (all_hold, any_holds) == (every(truths), some(truths))

    def test_the_opposite_of_the_unknown_is_unknown(self):
        assert [NO, YES, OPEN] == [~one for one in (YES, NO, OPEN)]


class TestNested:
    """Each level asks less than the one above it; below the last there is a gap."""

    @pytest.mark.parametrize(
        ("signs", "expected"),
        [
            ("++++", verdict("suggested", KHTNV)),
            ("+++-", verdict("suggested", HTXS)),
            ("-++-", verdict("suggested", HTT)),
            ("--+-", verdict("suggested", HTNV)),
            ("---+", verdict("suggested", KHTNV)),
            ("----", verdict("people_decide", HTNV, KHTNV)),
            ("?++-", verdict("not_enough_data", HTXS, HTT)),
            ("??+-", verdict("not_enough_data", HTXS, HTT, HTNV)),
            ("---?", verdict("not_enough_data", HTNV, KHTNV)),
            ("--?-", verdict("not_enough_data", HTNV, KHTNV)),
            ("+++?", verdict("not_enough_data", HTXS, KHTNV)),
            ("+++s", verdict("people_decide", HTXS, KHTNV)),
            ("?++s", verdict("not_enough_data", HTXS, HTT, KHTNV)),
            ("---s", verdict("people_decide", HTNV, KHTNV)),
            ("????", verdict("not_enough_data", HTXS, HTT, HTNV, KHTNV)),
            ("???+", verdict("suggested", KHTNV)),
        ],
    )
    def test_the_answers_come_to(self, signs, expected):
        assert expected == read(nested, signs)

    @pytest.mark.parametrize("fold", [nested, banded])
    def test_bringing_a_fact_never_brings_a_new_level(self, fold):
        for before in product("+-?s", repeat=4):
            wide = set(read(fold, before).possible)
            for after in completions(before):
                assert wide >= set(read(fold, after).possible)


def completions(signs):
    return product(*["+-" if one in "?s" else one for one in signs])


class TestBanded:
    """Points lie in one band or in two that meet: no gap is left between bands."""

    @pytest.mark.parametrize(
        ("signs", "expected"),
        [
            ("+---", verdict("suggested", HTXS)),
            ("--+-", verdict("suggested", HTNV)),
            ("---+", verdict("suggested", KHTNV)),
            ("+--+", verdict("suggested", KHTNV)),
            ("??--", verdict("not_enough_data", HTXS, HTT)),
            ("+--?", verdict("not_enough_data", HTXS, KHTNV)),
            ("+--s", verdict("people_decide", HTXS, KHTNV)),
        ],
    )
    def test_the_answers_come_to(self, signs, expected):
        assert expected == read(banded, signs)


class TestSilence:
    @pytest.mark.parametrize(
        ("signs", "silent"), [("s", True), ("ss", True), ("s?", False), ("+", False)]
    )
    def test_a_level_is_silent_only_if_no_fact_could_settle_it(self, signs, silent):
        assert silent is level(HTXS, *signs).silent

    def test_what_is_settled_anyway_does_not_make_it_loud(self):
        assert level(HTXS, "s", "+").silent


class TestNoHigherThan:
    @pytest.mark.parametrize(
        ("own", "tops", "expected"),
        [
            (("suggested", HTXS), [HTT], verdict("suggested", HTT)),
            (("suggested", HTNV), [HTT], verdict("suggested", HTNV)),
            (("suggested", HTXS), [HTXS, HTT], verdict("not_enough_data", HTXS, HTT)),
            (
                ("people_decide", HTNV, KHTNV),
                [HTXS],
                verdict("people_decide", HTNV, KHTNV),
            ),
            (("people_decide", HTNV, KHTNV), [KHTNV], verdict("suggested", KHTNV)),
            (
                ("not_enough_data", HTXS, HTT, HTNV),
                [HTNV],
                verdict("suggested", HTNV),
            ),
            (
                ("not_enough_data", HTXS, KHTNV),
                [HTT],
                verdict("not_enough_data", HTT, KHTNV),
            ),
        ],
    )
    def test_a_level_comes_down_to_the_top(self, own, tops, expected):
        assert expected == verdict(*own).at_most(tops)

    def test_a_confirmation_that_is_needed_stays_needed(self):
        found = verdict("needs_human_confirmation", HTXS).at_most([HTT])

        assert verdict("needs_human_confirmation", HTT) == found


class TestCap:
    @pytest.mark.parametrize(
        ("sign", "expected"),
        [
            ("+", verdict("suggested", HTNV)),
            ("-", verdict("suggested", HTXS)),
            ("?", verdict("not_enough_data", HTXS, HTNV)),
            ("s", verdict("people_decide", HTXS, HTNV)),
        ],
    )
    def test_an_open_cap_leaves_both_levels(self, sign, expected):
        cap = Cap(condition(sign), HTNV)

        assert expected == cap.on(verdict("suggested", HTXS))

    @pytest.mark.parametrize("sign", "+-?s")
    @pytest.mark.parametrize("below", [HTNV, KHTNV])
    def test_who_stands_no_higher_is_not_touched(self, sign, below):
        own = verdict("suggested", below)

        assert own == Cap(condition(sign), HTNV).on(own)

    @pytest.mark.parametrize("sign", "+-?s")
    def test_who_is_not_classified_stays_so(self, sign):
        assert NOT_CLASSIFIED == Cap(condition(sign), HTNV).on(NOT_CLASSIFIED)
