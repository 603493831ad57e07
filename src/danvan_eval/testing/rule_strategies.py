"""Which rules, and which evidence, does a law have to hold for?"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from ..catalogue import EvidenceField, Version
from ..evidence import MISSING, Value, Values
from ..kinds import BUILT_IN
from ..kinds.all_or_nothing import AllOrNothing
from ..kinds.bands import Bands
from ..kinds.direct import Direct
from ..kinds.k_of_n import KOfN
from ..kinds.levels import Levels
from ..kinds.per_count import PerCount
from ..kinds.per_incident import PerIncident
from ..kinds.per_shortfall import PerShortfall
from ..kinds.proportion import Proportion
from ..kinds.survey import Survey
from ..kinds.timeliness import Timeliness
from ..kinds.yes_no import YesNo
from ..points import MODES, Rounding, exact
from ..ratios import ON_ZERO
from ..rule import Rule, evidence_read
from .building import field

IDS: Final = ("mot", "hai", "ba", "bon")
MOST: Final = 12
"""Counts drawn go up to this; enough for every edge of the rules drawn here."""
GRID: Final = 20
NEW_YEAR: Final = dt.date(2024, 1, 1)
NEAR: Final = st.integers(-3, 20)
"""Days around a due date."""


@cache
def shares() -> SearchStrategy[Fraction]:
    """Draw shares of a maximum: 0…1, on the grid of 5 % and off it."""
    on_grid = st.integers(0, GRID).map(lambda above: Fraction(above, GRID))
    two = st.tuples(st.integers(0, 97), st.integers(1, 97))
    return on_grid | two.map(lambda pair: Fraction(min(pair), max(pair)))


def points(
    min_value: object = 0, max_value: object = 100, *, step: object = None
) -> SearchStrategy[Fraction]:
    """Draw exact points from *min_value* to *max_value*, multiples of *step* if given.

    Raises:
        InvalidArgument: when nothing lies between the two, or a bound is a float.
    """
    try:
        low, high = exact(min_value), exact(max_value)
        grid = None if step is None else exact(step)
    except (TypeError, ValueError) as error:
        raise InvalidArgument(str(error)) from error
    return _points(low, high, grid)


@cache
def _points(
    low: Fraction, high: Fraction, grid: Fraction | None
) -> SearchStrategy[Fraction]:
    if grid is None:
        if low > high:
            raise InvalidArgument(f"no points lie in {low}…{high}")
        return st.fractions(low, high, max_denominator=1000)
    if grid <= 0 or -(-low // grid) > high // grid:
        raise InvalidArgument(f"no multiple of {grid} lies in {low}…{high}")
    return st.integers(-(-low // grid), high // grid).map(lambda one: one * grid)


def counts(max_value: int = MOST) -> SearchStrategy[int]:
    """Draw whole numbers from 0."""
    return st.integers(0, max_value)


@cache
def roundings() -> SearchStrategy[Rounding]:
    """Draw roundings of every mode, to steps that divide 1 and steps that do not."""
    steps = st.sampled_from(["1", "0.5", "0.25", "0.1", "0.01", "0.3", "2/3"])
    return st.builds(Rounding, steps, st.sampled_from(MODES))


@cache
def dates() -> SearchStrategy[dt.date]:
    """Draw days of 2024, its first days first."""
    return st.integers(0, 365).map(lambda days: NEW_YEAR + dt.timedelta(days))


def choice(draw: DrawFn, *options: Any) -> Any:
    """Draw one of *options*, the first one first."""
    return options[draw(st.integers(0, len(options) - 1))]


def _edges(draw: DrawFn, most: int) -> list[int]:
    """Draw up to three whole numbers from 1, rising."""
    return sorted({draw(st.integers(1, most)) for _ in range(draw(st.integers(0, 3)))})


def _falling(draw: DrawFn, size: int) -> list[Fraction]:
    """Draw *size* shares that never rise."""
    return sorted((draw(shares()) for _ in range(size)), reverse=True)


def _bands(draw: DrawFn) -> Bands:
    edges = [Fraction(one, GRID) for one in reversed(_edges(draw, GRID * 2))]
    rows = zip([*edges, Fraction(0)], _falling(draw, len(edges) + 1), strict=True)
    return Bands(
        part="part",
        whole="whole",
        bands=[{"at_least": at, "share": share} for at, share in rows],
        on_zero=choice(draw, *ON_ZERO),
        may_exceed=draw(st.booleans()),
    )


def _ratio(draw: DrawFn) -> dict[str, Any]:
    return {
        "part": "part",
        "whole": "whole",
        "target": Fraction(draw(st.integers(1, GRID * 2)), GRID),
        "on_zero": choice(draw, *ON_ZERO),
        "may_exceed": draw(st.booleans()),
    }


def _proportion(draw: DrawFn) -> Proportion:
    rounding = draw(roundings()) if draw(st.booleans()) else None
    return Proportion(**_ratio(draw), round=rounding)


def _k_of_n(draw: DrawFn) -> KOfN:
    members: Any = IDS[: draw(st.integers(1, len(IDS)))]
    missing = [0, *_edges(draw, len(IDS))]
    rows = zip(missing, _falling(draw, len(missing)), strict=True)
    steps = [{"missing": lack, "share": share} for lack, share in rows]
    return KOfN(fact="fact", members=members, steps=steps)


def _levels(draw: DrawFn) -> Levels:
    ids = IDS[: draw(st.integers(1, len(IDS)))]
    levels = [{"id": one, "share": draw(shares())} for one in ids]
    return Levels(fact="fact", levels=levels)


def _shortfall(draw: DrawFn) -> PerShortfall:
    return PerShortfall(
        expected="expected",
        done="done",
        excused="excused",
        per=draw(shares()),
        on_zero=choice(draw, *ON_ZERO),
    )


def _survey(draw: DrawFn) -> Survey:
    return Survey(
        metric="hai-long-chung",
        value="value",
        sample="sample",
        out_of=choice(draw, Fraction(1), Fraction(5)),
        min_sample=draw(st.integers(1, MOST)),
        on_small_sample=choice(draw, "unknown", "not_applicable"),
    )


def _timeliness(draw: DrawFn) -> Timeliness:
    within = _edges(draw, 10)
    rows = zip(within, _falling(draw, len(within)), strict=True)
    return Timeliness(
        fact="fact",
        due=draw(dates()),
        inclusive=draw(st.booleans()),
        days=choice(draw, "working", "calendar"),
        days_off="days_off",
        late=[{"within": late, "share": share} for late, share in rows],
        never=choice(draw, None, "never"),
    )


_RULES: Final[Mapping[type, Callable[[DrawFn], Any]]] = {
    AllOrNothing: lambda draw: AllOrNothing(**_ratio(draw)),
    Bands: _bands,
    Direct: lambda draw: Direct(
        score="score", reason="reason", out_of=Fraction(draw(st.integers(1, 10)))
    ),
    KOfN: _k_of_n,
    Levels: _levels,
    PerCount: lambda draw: PerCount(
        count="count", per=draw(shares()), at_most=draw(shares())
    ),
    PerIncident: lambda draw: PerIncident(
        count="count", per=draw(shares()), at_least=draw(shares())
    ),
    PerShortfall: _shortfall,
    Proportion: _proportion,
    Survey: _survey,
    Timeliness: _timeliness,
    YesNo: lambda _: YesNo(fact="fact"),
}


@cache
def rules(kind: str | None = None) -> SearchStrategy[Rule]:
    """Draw rules of a built-in *kind*, or of any of them.

    Every evidence is named after the field of the rule that reads it.

    Raises:
        InvalidArgument: for a kind that is not built in.
    """
    named = {one.kind: _RULES[one] for one in BUILT_IN}
    if kind is not None and kind not in named:
        raise InvalidArgument(f"{kind!r} is not one of {', '.join(named)}")
    makers = [make for name, make in named.items() if kind in (None, name)]

    @st.composite
    def made(draw: DrawFn) -> Rule:
        rule: Rule = choice(draw, *makers)(draw)
        return rule

    return made()


_TYPES: Final[Mapping[type, Mapping[str, str]]] = {
    AllOrNothing: {"part": "count", "whole": "count"},
    Bands: {"part": "count", "whole": "count"},
    Direct: {"score": "amount", "reason": "text"},
    KOfN: {"fact": "members"},
    Levels: {"fact": "level"},
    PerCount: {"count": "count"},
    PerIncident: {"count": "count"},
    PerShortfall: {"expected": "count", "done": "count", "excused": "count"},
    Proportion: {"part": "count", "whole": "count"},
    Survey: {"value": "amount", "sample": "count"},
    Timeliness: {"fact": "date", "days_off": "dates", "never": "flag"},
    YesNo: {"fact": "flag"},
}


def _read(rule: Rule) -> Mapping[str, str]:
    """Return the types of what a built-in *rule* reads, by its own field."""
    if type(rule) not in _TYPES:
        raise InvalidArgument(
            f"{type(rule).__name__} is not built in: bring your own evidence"
        )
    types = _TYPES[type(rule)]
    return {one: type_ for one, type_ in types.items() if getattr(rule, one)}


def fields_for(rule: Rule, *, may_decline: bool = False) -> tuple[EvidenceField, ...]:
    """Return the evidence fields that a built-in *rule* reads.

    Raises:
        InvalidArgument: for a rule of a kind that is not built in.
    """
    return tuple(
        field(getattr(rule, own), type_, may_decline=may_decline and own != "never")
        for own, type_ in _read(rule).items()
    )


def renamed(rule: Rule, prefix: str) -> Rule:
    """Return a built-in *rule* that reads evidence of names of its own.

    Raises:
        InvalidArgument: for a rule of a kind that is not built in.
    """
    names = {own: f"{prefix}{getattr(rule, own)}" for own in _read(rule)}
    return attrs.evolve(rule, **names)  # type: ignore[misc]


def evidence_for(rule: Rule | Version) -> SearchStrategy[Values]:
    """Draw complete evidence that a built-in *rule*, or a version of them, can judge.

    The figures never contradict one another. What was never sent has no day of
    sending, so that one value may be missing there.

    Raises:
        InvalidArgument: for a rule of a kind that is not built in.
    """
    every = [part.rule for part in rule.parts] if isinstance(rule, Version) else [rule]
    for one in every:
        _read(one)
    return _evidence(every)


@st.composite
def _evidence(draw: DrawFn, every: Sequence[Rule]) -> Values:
    return draw_evidence(draw, every)


def draw_evidence(draw: DrawFn, every: Sequence[Rule]) -> Values:
    """Draw what :func:`evidence_for` draws, inside another strategy."""
    return {
        name: value
        for one in every
        for name, value in _EVIDENCE[type(one)](draw, one).items()
    }


def _least_whole(rule: Any) -> int:
    return 1 if rule.on_zero == "error" else 0


def _ratio_evidence(draw: DrawFn, rule: Any) -> Values:
    whole = draw(st.integers(_least_whole(rule), MOST))
    part = draw(st.integers(0, MOST * 3 if rule.may_exceed else whole))
    return {rule.part: part, rule.whole: whole}


def _shortfall_evidence(draw: DrawFn, rule: PerShortfall) -> Values:
    expected = draw(st.integers(_least_whole(rule), MOST))
    done = draw(st.integers(0, expected))
    excused = draw(st.integers(0, expected - done))
    return {rule.expected: expected, rule.done: done, rule.excused: excused}


def _timeliness_evidence(draw: DrawFn, rule: Timeliness) -> Values:
    off = [draw(NEAR) for _ in range(draw(st.integers(0, 4)))]
    days_off = frozenset(rule.due + dt.timedelta(days) for days in off)
    never = rule.never is not None and draw(st.booleans())
    sent = MISSING if never else rule.due + dt.timedelta(draw(NEAR))
    told: dict[str, Value] = {} if rule.never is None else {rule.never: never}
    return {rule.fact: sent, rule.days_off: days_off, **told}


def _some(draw: DrawFn, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(one for one in names if draw(st.booleans()))


_EVIDENCE: Final[Mapping[type, Callable[[DrawFn, Any], Values]]] = {
    AllOrNothing: _ratio_evidence,
    Bands: _ratio_evidence,
    Direct: lambda draw, rule: {
        rule.score: draw(shares()) * rule.out_of,
        rule.reason: "đã kiểm tra hồ sơ",
    },
    KOfN: lambda draw, rule: {rule.fact: _some(draw, rule.members)},
    Levels: lambda draw, rule: {rule.fact: choice(draw, *rule.levels).id},
    PerCount: lambda draw, rule: {rule.count: draw(counts())},
    PerIncident: lambda draw, rule: {rule.count: draw(counts())},
    PerShortfall: _shortfall_evidence,
    Proportion: _ratio_evidence,
    Survey: lambda draw, rule: {
        rule.value: draw(shares()) * rule.out_of,
        rule.sample: draw(counts(MOST * 2)),
    },
    Timeliness: _timeliness_evidence,
    YesNo: lambda draw, rule: {rule.fact: draw(st.booleans())},
}


@st.composite
def hidings(
    draw: DrawFn, rule: Rule, evidence: Callable[[Any], SearchStrategy[Values]]
) -> tuple[Values, Values, frozenset[str]]:
    """Draw two complete evidences of *rule*, and names to be hidden from the first."""
    drawn = evidence(rule)
    names = evidence_read(rule)
    return draw(drawn), draw(drawn), _some(draw, names)
