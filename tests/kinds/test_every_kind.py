"""What every built-in kind keeps, whatever its parameters."""

import datetime as dt
from fractions import Fraction
from itertools import chain, combinations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from danvan_eval.evidence import MISSING, Missing
from danvan_eval.kinds import BUILT_IN
from danvan_eval.rule import evidence_read
from danvan_eval.testing.laws import (
    Case,
    check_bounds_are_reached,
    check_rule_kind,
)
from danvan_eval.testing.strategies import evidence_for, fields_for, hidings, rules

KINDS = [kind.kind for kind in BUILT_IN]
COUNTS = (*range(14), 24, 10**3, 10**7)
WAITING = {"direct", "imported"}
DAYS = [*range(-2, 40), 400]
NAMES = ("mot", "hai", "ba", "bon")
FAR_OFF = {
    "count": COUNTS,
    "amount": [Fraction(-1000), *(Fraction(n, 4) for n in range(41)), Fraction(1000)],
    "percent": [Fraction(n, 4) for n in range(5)],
    "flag": (False, True),
    "level": NAMES,
    "members": [frozenset(NAMES[:held]) for held in range(len(NAMES) + 1)],
    "text": ("đã kiểm tra",),
}


def far_off(rule, field):
    """Values of a field that go far enough to near every limit of *rule*."""
    if rule.kind == "change" and field.name == "previous":
        never = [] if rule.first is None else [MISSING]
        return [*FAR_OFF["amount"], *never]
    if rule.kind == "average" and field.type == "amount":
        return [rule.out_of * n for n in COUNTS]
    if rule.kind == "per_product":
        return [*range(14), 10**7 - 20, 10**7]
    if field.type == "date":
        never = [] if rule.never is None else [MISSING]
        return [rule.due + dt.timedelta(days) for days in DAYS] + never
    if field.type == "dates":
        every = frozenset(rule.due + dt.timedelta(days) for days in range(-3, 40))
        return [frozenset(), every]
    return FAR_OFF[field.type]


def completions(case):
    """Every value of what is missing, without those that contradict one another."""
    fields = {field.name: field for field in fields_for(case.rule)}
    hidden = [name for name, value in case.known.items() if isinstance(value, Missing)]
    each = [far_off(case.rule, fields[name]) for name in hidden]
    listed = [dict(zip(hidden, values, strict=True)) for values in spread(each)]
    return [one for one in listed if fits(case.rule, {**case.known, **one})]


def spread(each):
    """Every combination; of more than three, those with all but two at their first."""
    if len(each) <= 3:
        return product(*each)
    alone = [options[:1] for options in each]
    pairs = combinations(range(len(each)), 2)
    return chain.from_iterable(
        product(*(each[n] if n in pair else alone[n] for n in range(len(each))))
        for pair in pairs
    )


def fits(rule, values):
    """Say whether what was never sent has no day of sending, and the rest has one.

    Likewise for a first period and the value before it.
    """
    pairs = {"timeliness": ("never", "fact"), "change": ("first", "previous")}
    names = [getattr(rule, name) for name in pairs.get(rule.kind, ())]
    if not names or names[0] is None:
        return True
    return values[names[0]] is isinstance(values[names[1]], Missing)


def cases(kind):
    return rules(kind).flatmap(
        lambda rule: hidings(rule, evidence_for).map(lambda drawn: Case(rule, *drawn))
    )


@pytest.mark.parametrize("kind", BUILT_IN, ids=KINDS)
def test_a_built_in_kind_keeps_the_laws(kind):
    check_rule_kind(kind, rules=rules(kind.kind), evidence=evidence_for)


def tends_to_a_limit_of_its_own(rule):
    """A rounding upwards jumps at 0; a score waits for its reason, a result for its source."""
    rounding = getattr(rule, "round", None)
    return rule.kind in WAITING or (rounding is not None and rounding.mode == "up")


@pytest.mark.parametrize("kind", sorted(set(KINDS) - WAITING))
@given(data=st.data())
def test_both_ends_of_what_is_open_are_reached(kind, data):
    case = data.draw(cases(kind))
    assume(case.hidden)
    assume(not tends_to_a_limit_of_its_own(case.rule))

    check_bounds_are_reached(case, completions(case))


@pytest.mark.parametrize("kind", BUILT_IN, ids=KINDS)
@given(data=st.data())
def test_a_kind_reads_only_what_it_says_it_reads(kind, data):
    rule = data.draw(rules(kind.kind))
    values = data.draw(evidence_for(rule))

    assert set(evidence_read(rule)) == set(values)
