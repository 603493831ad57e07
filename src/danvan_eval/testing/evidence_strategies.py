"""Which evidence does a law have to hold for, given its rules?"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..catalogue import Version
from ..evidence import MISSING, Value, Values
from ..kinds.all_or_nothing import AllOrNothing
from ..kinds.average import Average
from ..kinds.bands import Bands
from ..kinds.best_level import BestLevel
from ..kinds.change import Change
from ..kinds.direct import Direct
from ..kinds.imported import Imported
from ..kinds.incident_rate import IncidentRate
from ..kinds.k_of_n import KOfN
from ..kinds.levels import Levels
from ..kinds.per_count import PerCount
from ..kinds.per_incident import PerIncident
from ..kinds.per_product import PerProduct
from ..kinds.per_shortfall import PerShortfall
from ..kinds.proportion import Proportion
from ..kinds.requirement_plus import RequirementPlus
from ..kinds.survey import Survey
from ..kinds.timeliness import Timeliness
from ..kinds.yes_no import YesNo
from ..rule import Rule, evidence_read
from .drawing import MOST, NEAR, choice, counts, shares, some
from .rule_strategies import FAILED, types_read


def evidence_for(rule: Rule | Version) -> SearchStrategy[Values]:
    """Draw complete evidence that a built-in *rule*, or a version of them, can judge.

    The figures never contradict one another. What was never sent has no day of
    sending and a first period no value before it, so that one may be missing there.

    Raises:
        InvalidArgument: for a rule of a kind that is not built in.
    """
    every = [part.rule for part in rule.parts] if isinstance(rule, Version) else [rule]
    for one in every:
        types_read(one)
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


def _bands_evidence(draw: DrawFn, rule: Bands) -> Values:
    seen = _ratio_evidence(draw, rule)
    return seen if rule.urged is None else {**seen, rule.urged: draw(st.booleans())}


def _average_evidence(draw: DrawFn, rule: Average) -> Values:
    events = draw(st.integers(_least_whole(rule), MOST))
    total = draw(shares()) * events * rule.out_of
    return {rule.total: total, rule.events: events}


def _product_evidence(draw: DrawFn, rule: PerProduct) -> Values:
    products = rest = draw(st.integers(_least_whole(rule), MOST))
    seen: dict[str, Value] = {rule.products: products}
    for own in FAILED:
        failed = draw(st.integers(0, rest))
        seen[getattr(rule, own)], rest = failed, rest - failed
    return seen


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


def _change_evidence(draw: DrawFn, rule: Change) -> Values:
    first = rule.first is not None and draw(st.booleans())
    previous = MISSING if first else draw(shares())
    told: dict[str, Value] = {} if rule.first is None else {rule.first: first}
    return {rule.value: draw(shares()), rule.previous: previous, **told}


_EVIDENCE: Final[Mapping[type, Callable[[DrawFn, Any], Values]]] = {
    AllOrNothing: _ratio_evidence,
    Average: _average_evidence,
    Bands: _bands_evidence,
    BestLevel: lambda draw, rule: {
        rule.fact: some(draw, tuple(level.id for level in rule.levels))
    },
    Change: _change_evidence,
    Direct: lambda draw, rule: {
        rule.score: draw(shares()) * rule.out_of,
        rule.reason: "đã kiểm tra hồ sơ",
    },
    Imported: lambda draw, rule: {
        rule.value: draw(shares()) * rule.out_of,
        rule.source: "Thông báo số 12 ngày 05/01/2025",
    },
    IncidentRate: lambda draw, rule: {
        rule.count: draw(counts()),
        rule.visits: draw(st.integers(_least_whole(rule), MOST)),
    },
    KOfN: lambda draw, rule: {rule.fact: some(draw, rule.members)},
    Levels: lambda draw, rule: {rule.fact: choice(draw, *rule.levels).id},
    PerCount: lambda draw, rule: {rule.count: draw(counts())},
    PerIncident: lambda draw, rule: {rule.count: draw(counts())},
    PerProduct: _product_evidence,
    PerShortfall: _shortfall_evidence,
    Proportion: _ratio_evidence,
    RequirementPlus: lambda draw, rule: {
        rule.lapses: draw(counts()),
        rule.quality: draw(shares()),
    },
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
    return draw(drawn), draw(drawn), some(draw, names)
