"""The laws catch a rule kind that breaks them, each its own."""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

import attrs
import pytest
from hypothesis import strategies as st

from danvan_eval.evidence import MISSING, count, maybe_count
from danvan_eval.rule import (
    Bounds,
    Refusal,
    not_applicable,
    reads,
    refused,
    scored,
)
from danvan_eval.terms import Text
from danvan_eval.testing.laws import BrokenLawError, Case, check_bounds, check_rule_kind
from danvan_eval.testing.strategies import counts

TEN = 10


@attrs.frozen(kw_only=True)
class Streak:
    """Months in a row without a complaint, out of ten: a plugin's kind."""

    kind: ClassVar[str] = "streak"
    rises_with: ClassVar[tuple[str, ...]] = ("months",)
    says: ClassVar[Mapping[str, Text]] = {
        "streak.of": Text("{months} tháng: {share:%}.", "{months} months: {share:%}.")
    }
    months: str = reads()

    def find(self, values):
        return self.told(count(values, self.months))

    def told(self, months):
        share = Fraction(min(months, TEN), TEN)
        return scored(share, "streak.of", ("months", months), ("share", share))

    def bounds(self, _):
        return Bounds()


class TooMuch(Streak):
    def told(self, months):
        share = Fraction(months, TEN)
        return scored(share, "streak.of", ("months", months), ("share", share))


class Falling(Streak):
    def told(self, months):
        share = 1 - Fraction(min(months, TEN), TEN)
        return scored(share, "streak.of", ("months", months), ("share", share))


class Narrow(Streak):
    def bounds(self, _):
        return Bounds(Fraction(1, 2), Fraction(1, 2))


class Hasty(Streak):
    def bounds(self, _):
        return self.told(TEN)


class Forgetful(Streak):
    calls: ClassVar[list[int]] = []

    def told(self, months):
        self.calls.append(months)
        return super().told(len(self.calls) % TEN)


class Silent(Streak):
    says: ClassVar[Mapping[str, Text]] = {}


class Vague(Streak):
    says: ClassVar[Mapping[str, Text]] = {
        "streak.of": Text("{thang} tháng.", "{months} months.")
    }


class Monolingual(Streak):
    says: ClassVar[Mapping[str, Text]] = {
        "streak.of": Text("{months} tháng.", "{month} month.")
    }


class Foreign(Streak):
    says: ClassVar[Mapping[str, Text]] = {**Streak.says, "other.of": Text("?", "?")}


class Lost(Streak):
    rises_with: ClassVar[tuple[str, ...]] = ("weeks",)


class Open(Streak):
    def find(self, _):
        return Bounds()


class Stubborn(Streak):
    def bounds(self, _):
        return refused("DV-E204", whole=0)


def evidence_of(rule):
    return counts().map(lambda months: {rule.months: months})


def check(kind):
    check_rule_kind(kind, rules=st.just(kind(months="thang")), evidence=evidence_of)


def test_a_sound_kind_passes_in_one_line():
    check(Streak)


@pytest.mark.parametrize(
    ("kind", "law"),
    [
        (Falling, "rises_with"),
        (Narrow, "the bounds hold every completion"),
        (Hasty, "what is settled stays"),
        (Forgetful, "the same finding"),
        (Silent, "has a sentence"),
        (Vague, "fill the sentence"),
        (Monolingual, "fill the sentence"),
        (Foreign, "reasons of streak"),
        (Lost, "unread"),
        (Open, "leaves nothing open"),
        (Stubborn, "is not refused"),
    ],
)
def test_a_kind_that_breaks_a_law_is_caught_by_that_law(kind, law):
    with pytest.raises(BrokenLawError, match=law):
        check(kind)


def test_a_share_above_the_maximum_cannot_even_be_built():
    with pytest.raises(ValueError, match=r"not in 0…1"):
        check(TooMuch)


def test_what_may_leave_must_say_so():
    """A completion that does not apply is held only by what is removable."""

    class Leaving(Streak):
        def find(self, _):
            return not_applicable("streak.of", ("months", 0), ("share", 0))

    values = {"thang": 1}
    case = Case(Leaving(months="thang"), values, values, frozenset(values))
    with pytest.raises(BrokenLawError, match="removable"):
        check_bounds(case)


def test_a_refused_completion_binds_nobody():
    class Refusing(Narrow):
        def find(self, values) -> Refusal:
            return refused("DV-E204", whole=maybe_count(values, self.months))

    case = Case(
        Refusing(months="thang"), {"thang": 1}, {"thang": MISSING}, frozenset({"thang"})
    )

    assert check_bounds(case) is None
