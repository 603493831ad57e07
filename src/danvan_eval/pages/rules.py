"""How does a rule score, told in one or two sentences to those it scores?"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

import attrs

from ..catalogue import EvidenceField
from ..points import FULL
from ..rule import Rule
from ..terms import Text
from . import rule_words as words
from .parameters import Parameters
from .voice import Voice


@attrs.frozen
class Telling:
    """Tells one rule: *alone* says that no other part stands beside it."""

    voice: Voice
    evidence: Mapping[str, EvidenceField]
    alone: bool = True

    def rule(self, rule: Rule) -> str:
        """Return how *rule* scores; its parameters one by one when it is a stranger."""
        tell = TELL.get(rule.kind)
        return " ".join(tell(self, rule)) if tell else self._listed(rule)

    def _listed(self, rule: Rule) -> str:
        parameters = Parameters(self.voice, self.evidence)
        told = "; ".join(parameters.told(rule)) or "–"
        return self.voice.say(words.OTHER, kind=rule.kind, told=told)

    def label(self, name: str) -> str:
        """Return what a figure is called."""
        field = self.evidence.get(name)
        return field.label.in_(self.voice.language) if field else name

    def fill(self, rule: Any, says: Text, **data: str) -> str:
        """Fill a sentence; what *data* leaves out are the figures the rule reads."""
        fields = attrs.fields(type(rule))
        read = [one.name for one in fields if one.metadata.get("reads")]
        named = {
            name: self.label(value) for name in read if (value := getattr(rule, name))
        }
        return self.voice.say(says, **{**named, **data})

    def then(self, choice: str) -> str:
        """Say what a declared choice comes to, in a part or in the whole criterion."""
        left_out = choice == "not_applicable" and not self.alone
        return self.voice.say(words.THEN["left_out" if left_out else choice])

    def at_zero(self, what: str, rule: Any) -> str:
        """Say what a whole of zero comes to."""
        then = self.then(rule.on_zero)
        return self.voice.say(words.WHEN, what=self.label(what), then=then)

    def options(self, name: str) -> Mapping[str, str]:
        """Return what the options of a figure are called, by id."""
        field = self.evidence.get(name)
        listed = field.options if field else ()
        return {id_: label.in_(self.voice.language) for id_, label in listed}

    def quantity(self, number: Fraction, name: str) -> str:
        """Write a number as the figure *name* is written."""
        field = self.evidence.get(name)
        if field is not None and field.type == "percent":
            return self.voice.percent(number)
        unit = field.unit.in_(self.voice.language) if field and field.unit else ""
        return f"{self.voice.number(number)} {unit}".strip()

    def unit(self, name: str) -> str:
        """Return what one of the figure *name* is called."""
        field = self.evidence.get(name)
        return self.voice.say((field and field.unit) or words.UNIT)


Sentences = Iterator[str]


def _yes_no(to: Telling, rule: Any) -> Sentences:
    yield to.fill(rule, words.RULES[rule.kind])


def _levels(to: Telling, rule: Any) -> Sentences:
    names = to.options(rule.fact)
    told = [
        to.voice.say(
            words.WORTH,
            what=f"«{names.get(level.id, level.id)}»",
            worth=to.voice.worth(level.share),
        )
        for level in rule.levels
    ]
    yield to.fill(rule, words.RULES[rule.kind], levels="; ".join(told))


def _bands(to: Telling, rule: Any) -> Sentences:
    voice, bands = to.voice, rule.bands
    top = words.FROM
    if bands[0].at_least == FULL and not rule.may_exceed:
        top = words.WHOLE
    if len(bands) == 1:
        top = words.EVERY
    told = [_band(voice, top, bands[0])]
    told += [
        _band(voice, words.BETWEEN if lower.at_least else words.BELOW, lower, upper)
        for upper, lower in pairwise(bands)
    ]
    yield to.fill(rule, words.RULES[rule.kind], bands="; ".join(told))
    if rule.urged is not None:
        yield to.fill(rule, words.URGED)
    if rule.urged_to is not None:
        yield to.voice.say(words.URGED_TO, to=to.voice.percent(rule.urged_to))
    yield from _ratio(to, rule)


def _band(voice: Voice, says: Text, band: Any, upper: Any = None) -> str:
    below = voice.percent(upper.at_least) if upper else ""
    at, worth = voice.percent(band.at_least), voice.worth(band.share)
    return voice.say(says, at=at, below=below, worth=worth)


def _proportion(to: Telling, rule: Any) -> Sentences:
    kind = rule.kind if rule.target == FULL else f"{rule.kind}.target"
    yield to.fill(rule, words.RULES[kind], target=to.voice.percent(rule.target))
    if rule.round:
        mode = to.voice.say(words.MODES[rule.round.mode])
        step = to.voice.percent(rule.round.step)
        yield to.voice.say(words.ROUNDED, mode=mode, step=step)
    yield from _ratio(to, rule)


def _all_or_nothing(to: Telling, rule: Any) -> Sentences:
    target = to.voice.percent(rule.target)
    yield to.fill(rule, words.RULES[rule.kind], target=target)
    yield from _ratio(to, rule)


def _ratio(to: Telling, rule: Any) -> Sentences:
    if rule.may_exceed:
        yield to.fill(rule, words.EXCEEDS)
    yield to.at_zero(rule.whole, rule)


def _shares(counted: str, *names: str) -> Callable[[Telling, Any], Sentences]:
    """Return the teller of a kind whose only numbers are shares of the points."""

    def tell(to: Telling, rule: Any) -> Sentences:
        shares = {name: to.voice.worth(getattr(rule, name)) for name in names}
        unit = to.unit(getattr(rule, counted))
        yield to.fill(rule, words.RULES[rule.kind], unit=unit, **shares)

    return tell


def _per_shortfall(to: Telling, rule: Any) -> Sentences:
    per, unit = to.voice.worth(rule.per), to.unit(rule.expected)
    yield to.fill(rule, words.RULES[rule.kind], per=per, unit=unit)
    yield to.at_zero(rule.expected, rule)


def _per_product(to: Telling, rule: Any) -> Sentences:
    yield to.fill(rule, words.RULES[rule.kind], per=to.voice.worth(rule.per))
    yield to.at_zero(rule.products, rule)


def _average(to: Telling, rule: Any) -> Sentences:
    out_of = to.voice.number(rule.out_of)
    yield to.fill(rule, words.RULES[rule.kind], out_of=out_of)
    yield to.at_zero(rule.events, rule)


def _timeliness(to: Telling, rule: Any) -> Sentences:
    voice, days = to.voice, to.voice.say(words.DAYS[rule.days])
    due = words.DUE_ON if rule.inclusive else words.DUE_BEFORE
    if rule.per_day is not None:
        late = [voice.say(words.PER_DAY, days=days, per_day=voice.worth(rule.per_day))]
    else:
        late = [
            voice.say(
                words.LATE,
                within=str(step.within),
                days=days,
                worth=voice.worth(step.share),
            )
            for step in rule.late
        ]
        late.append(voice.say(words.LATER if late else words.TOO_LATE))
    day = voice.say(due, day=voice.day(rule.due))
    yield to.fill(rule, words.RULES[rule.kind], due=day, late="; ".join(late))
    if rule.days == "working":
        yield to.fill(rule, words.WORKING)
    if rule.never is not None:
        yield to.fill(rule, words.NEVER)


def _k_of_n(to: Telling, rule: Any) -> Sentences:
    names, count = to.options(rule.fact), len(rule.members)
    members = "; ".join(names.get(one, one) for one in rule.members)
    starts = [step for step in rule.steps if step.missing <= count]
    ends = [step.missing - 1 for step in starts[1:]] + [count]
    told = [
        _lacking(to.voice, step, end, count)
        for step, end in zip(starts, ends, strict=True)
    ]
    yield to.fill(rule, words.RULES[rule.kind], members=members, steps="; ".join(told))


def _lacking(voice: Voice, step: Any, most: int, count: int) -> str:
    if not step.missing:
        says = words.MOSTLY if most else words.ALL_THERE
    elif step.missing == count:
        says = words.NONE_THERE
    elif most == count:
        says = words.LACKING_MORE
    else:
        says = words.LACKING if most == step.missing else words.LACKING_TO
    least, worth = str(step.missing), voice.worth(step.share)
    return voice.say(says, least=least, most=str(most), count=str(count), worth=worth)


def _survey(to: Telling, rule: Any) -> Sentences:
    yield to.fill(
        rule,
        words.RULES[rule.kind],
        out_of=to.quantity(rule.out_of, rule.value),
        metric=rule.metric,
        min_sample=to.quantity(Fraction(rule.min_sample), rule.sample),
        small=to.then(rule.on_small_sample),
    )


def _out_of(to: Telling, rule: Any) -> Sentences:
    out_of = to.voice.number(rule.out_of)
    yield to.fill(rule, words.RULES[rule.kind], out_of=out_of)


def _change(to: Telling, rule: Any) -> Sentences:
    steps = "; ".join(_gain(to, rule, step) for step in rule.steps)
    better = to.voice.say(words.BETTER[rule.better])
    yield to.fill(rule, words.RULES[rule.kind], better=better, steps=steps)
    if rule.first is not None:
        yield to.fill(rule, words.FIRST, then=to.then(rule.on_first))
    low, high = (
        "" if end is None else to.quantity(end, rule.value)
        for end in (rule.lowest, rule.highest)
    )
    if low or high:
        one_sided = words.AT_LEAST if low else words.AT_MOST
        says = words.LIMITS if low and high else one_sided
        yield to.voice.say(says, low=low, high=high)


def _gain(to: Telling, rule: Any, step: Any) -> str:
    says = words.GAINED if step.at_least > 0 else words.LOST
    if not step.at_least:
        says = words.KEPT
    by, worth = _difference(to, abs(step.at_least), rule.value), step.share
    return to.voice.say(says, by=by, worth=to.voice.worth(worth))


def _difference(to: Telling, number: Fraction, name: str) -> str:
    field = to.evidence.get(name)
    if field is not None and field.type == "percent":
        return to.voice.say(words.POINTS_OF, number=to.voice.number(number * 100))
    return to.quantity(number, name)


def _incident_rate(to: Telling, rule: Any) -> Sentences:
    steps = "; ".join(
        to.voice.say(
            words.NOT_ABOVE,
            rate=to.voice.number(step.at_most),
            worth=to.voice.worth(step.share),
        )
        for step in rule.steps
    )
    every = to.voice.number(Fraction(rule.for_every))
    yield to.fill(rule, words.RULES[rule.kind], for_every=every, steps=steps)


TELL: Final[Mapping[str, Callable[[Telling, Any], Sentences]]] = {
    "all_or_nothing": _all_or_nothing,
    "average": _average,
    "bands": _bands,
    "best_level": _levels,
    "change": _change,
    "direct": _out_of,
    "imported": _out_of,
    "incident_rate": _incident_rate,
    "k_of_n": _k_of_n,
    "levels": _levels,
    "per_count": _shares("count", "per", "at_most"),
    "per_incident": _shares("count", "per", "at_least"),
    "per_product": _per_product,
    "per_shortfall": _per_shortfall,
    "proportion": _proportion,
    "requirement_plus": _shares("lapses", "per", "plus"),
    "survey": _survey,
    "timeliness": _timeliness,
    "yes_no": _yes_no,
}
"""The kinds that are told in sentences of their own."""
