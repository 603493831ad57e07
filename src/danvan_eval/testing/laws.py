"""Which laws does every rule kind keep?

A plugin proves its kind in one line::

    def test_a_streak_keeps_the_laws():
        check_rule_kind(Streak, rules=streaks(), evidence=evidence_of)

where ``streaks()`` draws rules and ``evidence_of(rule)`` draws complete evidence
that the rule can judge. What breaks a law raises :class:`BrokenLawError`.
"""

import string
from collections.abc import Callable, Collection, Iterable, Mapping
from fractions import Fraction
from typing import Any, Final, NoReturn

import attrs
from hypothesis.strategies import SearchStrategy

from ..evidence import MISSING, Missing, Value, Values
from ..outcomes import Outcome
from ..points import FULL, NOTHING
from ..rule import Bounds, Finding, Refusal, Rule, RuleKind, evidence_read
from .strategies import check_all, hidings

NEAR: Final = Fraction(1, 1000)
"""How near a limit counts as reached."""


class BrokenLawError(AssertionError):
    """A rule breaks a law that every rule keeps."""


@attrs.frozen
class Case:
    """A rule, evidence it can judge, other such evidence, and what is hidden."""

    rule: Rule
    values: Values
    others: Values
    hidden: frozenset[str]

    @property
    def known(self) -> Values:
        """The evidence without what is hidden."""
        return _without(self.values, self.hidden)

    def break_(self, law: str) -> NoReturn:
        """Say that *law* does not hold here."""
        raise BrokenLawError(f"{law}: {self}")


def check_rule_kind(
    kind: RuleKind,
    *,
    rules: SearchStrategy[Any],
    evidence: Callable[[Any], SearchStrategy[Values]],
) -> None:
    """Check every law of this module on rules of *kind*.

    Args:
        kind: the rule kind.
        rules: draws rules of the kind.
        evidence: draws complete evidence, which the given rule can judge.

    Raises:
        BrokenLawError: for the first law that does not hold, with its case.
    """
    check_kind(kind)

    def laws(case: Case) -> None:
        for law in LAWS:
            law(case)

    def cases(rule: Rule) -> SearchStrategy[Case]:
        return hidings(rule, evidence).map(lambda drawn: Case(rule, *drawn))

    check_all(laws, rules.flatmap(cases))


def check_kind(kind: RuleKind) -> None:
    """Check that codes begin with the kind's name and directions name evidence."""
    strange = [code for code in kind.says if not code.startswith(f"{kind.kind}.")]
    if strange:
        raise BrokenLawError(f"reasons of {kind.kind} are called {strange}")
    fields = attrs.fields_dict(kind)  # type: ignore[arg-type]
    reads = {name for name, one in fields.items() if one.metadata.get("reads")}
    lost = {*_directed(kind, "rises_with"), *_directed(kind, "falls_with")} - reads
    if lost:
        raise BrokenLawError(f"{kind.kind} rises or falls with {lost}, unread")


def check_share(case: Case) -> None:
    """A settled share lies within 0…1, and a rule can judge complete evidence."""
    found = result(case.rule, case.values)
    if isinstance(found, Bounds):
        case.break_("complete evidence leaves nothing open")
    if isinstance(found, Finding) and not NOTHING <= found.low <= found.high <= FULL:
        case.break_("a share lies within 0…1")


def check_deterministic(case: Case) -> None:
    """The same evidence gives the same finding, in whatever order it is written."""
    backwards = dict(reversed(list(case.values.items())))
    if result(case.rule, case.values) != result(case.rule, backwards):
        case.break_("the same evidence gives the same finding")


def check_bounds(case: Case) -> None:
    """What is still open holds every completion, and settles nothing too soon."""
    found, known = result(case.rule, case.values), result(case.rule, case.known)
    if isinstance(found, Refusal | Bounds):
        return
    if isinstance(known, Refusal):
        case.break_("what can be completed is not refused")
    if isinstance(known, Finding) and known.outcome.settled:
        if (known.outcome, known.low) != (found.outcome, found.low):
            case.break_("what is settled stays as it is")
    elif found.outcome is Outcome.NOT_APPLICABLE:
        if not known.removable:
            case.break_("what may yet not apply is said to be removable")
    elif not known.low <= found.low <= found.high <= known.high:
        case.break_("the bounds hold every completion")


def check_monotone(case: Case) -> None:
    """More of what a kind rises with never lowers the share; nor the other way."""
    for sign, direction in ((1, "rises_with"), (-1, "falls_with")):
        for attribute in _directed(type(case.rule), direction):
            name = getattr(case.rule, attribute)
            if name is None:
                continue
            changed = {**case.values, name: case.others[name]}
            before, after = _share(case.rule, case.values), _share(case.rule, changed)
            step = _step(case.values[name], changed[name])
            if step is None or before is None or after is None:
                continue
            if step * sign * (after - before) < 0:
                case.break_(f"the share {direction} {name}")


def check_sentences(case: Case) -> None:
    """Every reason has its sentence, in both languages, and the facts it names."""
    for values in (case.values, case.known):
        found = result(case.rule, values)
        if not isinstance(found, Finding):
            continue
        if found.reason not in case.rule.says:
            case.break_(f"the reason {found.reason} has a sentence")
        text, facts = case.rule.says[found.reason], dict(found.facts)
        for sentence in (text.vi, text.en):
            if not sentence or not _fits(sentence, facts):
                case.break_(f"{found.reason}: {facts} fill the sentence {sentence!r}")


LAWS: Final[tuple[Callable[[Case], None], ...]] = (
    check_share,
    check_deterministic,
    check_bounds,
    check_monotone,
    check_sentences,
)


def check_bounds_are_reached(case: Case, completions: Iterable[Values]) -> None:
    """Both ends of what is open are reached by completions, at least in the limit.

    Args:
        case: the rule and the evidence with something hidden.
        completions: values for what is hidden, far enough out to near a limit.
    """
    known = result(case.rule, case.known)
    if not isinstance(known, Bounds):
        return
    every = [result(case.rule, {**case.known, **one}) for one in completions]
    found = [one for one in every if isinstance(one, Finding)]
    spans = [one for one in found if one.outcome is not Outcome.NOT_APPLICABLE]
    if known.removable != (len(spans) < len(found)):
        case.break_("what is said to be removable can be removed")
    if not spans:
        return
    ends = min(one.low for one in spans), max(one.high for one in spans)
    if abs(known.low - ends[0]) > NEAR or abs(known.high - ends[1]) > NEAR:
        case.break_(f"completions reach {ends[0]}…{ends[1]}, not only {known}")


def result(rule: Rule, values: Values) -> Finding | Refusal | Bounds:
    """Return what *rule* says about *values*, complete or not."""
    if any(isinstance(values[name], Missing) for name in evidence_read(rule)):
        return rule.bounds(values)
    return rule.find(values)


def _without(values: Values, hidden: Collection[str]) -> Values:
    return {
        name: MISSING if name in hidden else value for name, value in values.items()
    }


def _directed(kind: object, direction: str) -> tuple[str, ...]:
    named: tuple[str, ...] = getattr(kind, direction, ())
    return named


def _share(rule: Rule, values: Values) -> Fraction | None:
    """Return the settled share; None beside it, and where a whole is zero.

    What a whole of zero means is chosen, so it follows no direction.
    """
    found = result(rule, values)
    if not isinstance(found, Finding) or ".zero_" in found.reason:
        return None
    return found.share


def _step(before: Value | Missing, after: Value | Missing) -> int | None:
    """Return 1 for more, -1 for less, 0 for as much; None for neither."""
    if isinstance(before, Missing) or isinstance(after, Missing):
        return None
    if before == after:
        return 0
    if before <= after:  # type: ignore[operator]
        return 1
    return -1 if after <= before else None  # type: ignore[operator]


def _fits(sentence: str, facts: Mapping[str, object]) -> bool:
    for _, name, spec, _ in string.Formatter().parse(sentence):
        if name is None:
            continue
        percent = spec == "%"
        if name not in facts or (spec and not percent):
            return False
        if percent and not isinstance(facts[name], int | Fraction):
            return False
    return True
