"""Which rules does a law have to hold for?"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from ..catalogue import EvidenceField
from ..kinds import BUILT_IN
from ..kinds.all_or_nothing import AllOrNothing
from ..kinds.average import Average
from ..kinds.bands import Bands
from ..kinds.best_level import BestLevel
from ..kinds.change import ON_FIRST, Change
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
from ..ratios import ON_ZERO
from ..rule import Rule
from .building import field
from .drawing import GRID, IDS, MOST, choice, dates, edges, falling, roundings, shares

GAINS: Final = st.integers(-GRID, GRID).map(lambda above: Fraction(above, GRID))
"""Gains from one period to the next, and losses."""

FAILED: Final = ("once", "twice", "thrice", "more")
"""What counts the products that failed."""

ALTERNATIVES: Final = ("never", "first")
"""What stands instead of another evidence; it cannot be declined."""


def _bands(draw: DrawFn) -> Bands:
    at = [Fraction(one, GRID) for one in reversed(edges(draw, GRID * 2))]
    at.append(Fraction(0))
    rows = zip(at, falling(draw, len(at)), strict=True)
    urged = choice(draw, None, "urged")
    return Bands(
        part="part",
        whole="whole",
        bands=[{"at_least": one, "share": share} for one, share in rows],
        on_zero=choice(draw, *ON_ZERO),
        may_exceed=at[0] > 1 or draw(st.booleans()),
        urged=urged,
        urged_to=choice(draw, None, *at[:-1]) if urged else None,
    )


def _ratio(draw: DrawFn) -> dict[str, Any]:
    target = Fraction(draw(st.integers(1, GRID * 2)), GRID)
    return {
        "part": "part",
        "whole": "whole",
        "target": target,
        "on_zero": choice(draw, *ON_ZERO),
        "may_exceed": target > 1 or draw(st.booleans()),
    }


def _proportion(draw: DrawFn) -> Proportion:
    rounding = draw(roundings()) if draw(st.booleans()) else None
    return Proportion(**_ratio(draw), round=rounding)


def _average(draw: DrawFn) -> Average:
    out_of = Fraction(draw(st.integers(1, 10)))
    on_zero = choice(draw, *ON_ZERO)
    return Average(total="total", events="events", out_of=out_of, on_zero=on_zero)


def _change(draw: DrawFn) -> Change:
    at = sorted({draw(GAINS) for _ in range(draw(st.integers(1, 3)))}, reverse=True)
    rows = zip(at, falling(draw, len(at)), strict=True)
    first = choice(draw, None, "first")
    return Change(
        value="value",
        previous="previous",
        better=choice(draw, "higher", "lower"),
        steps=[{"at_least": gain, "share": share} for gain, share in rows],
        first=first,
        on_first=first and choice(draw, *ON_FIRST),
        lowest=choice(draw, None, Fraction(0)),
        highest=choice(draw, None, Fraction(1)),
    )


def _imported(draw: DrawFn) -> Imported:
    out_of = Fraction(draw(st.integers(1, 10)))
    return Imported(value="value", source="source", out_of=out_of)


def _k_of_n(draw: DrawFn) -> KOfN:
    members: Any = IDS[: draw(st.integers(1, len(IDS)))]
    missing = [0, *edges(draw, len(IDS))]
    rows = zip(missing, falling(draw, len(missing)), strict=True)
    steps = [{"missing": lack, "share": share} for lack, share in rows]
    return KOfN(fact="fact", members=members, steps=steps)


def _levels(draw: DrawFn) -> dict[str, Any]:
    ids = IDS[: draw(st.integers(1, len(IDS)))]
    levels = [{"id": one, "share": draw(shares())} for one in ids]
    return {"fact": "fact", "levels": levels}


def _product(draw: DrawFn) -> PerProduct:
    return PerProduct(
        products="products",
        once="once",
        twice="twice",
        thrice="thrice",
        more="more",
        per=draw(shares()),
        on_zero=choice(draw, *ON_ZERO),
    )


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
    within = edges(draw, 10)
    rows = zip(within, falling(draw, len(within)), strict=True)
    steps = [{"within": late, "share": share} for late, share in rows]
    per_day = choice(draw, None, draw(shares()))
    return Timeliness(
        fact="fact",
        due=draw(dates()),
        inclusive=draw(st.booleans()),
        days=choice(draw, "working", "calendar"),
        days_off="days_off",
        late=steps if per_day is None else choice(draw, None, ()),
        per_day=per_day,
        never=choice(draw, None, "never"),
    )


def _rate(draw: DrawFn) -> IncidentRate:
    at = sorted({draw(st.integers(0, MOST)) for _ in range(draw(st.integers(1, 3)))})
    rows = zip(at, falling(draw, len(at)), strict=True)
    return IncidentRate(
        count="count",
        visits="visits",
        for_every=choice(draw, 1, 10),
        steps=[{"at_most": one, "share": share} for one, share in rows],
        on_zero=choice(draw, *ON_ZERO),
    )


_RULES: Final[Mapping[type, Callable[[DrawFn], Any]]] = {
    AllOrNothing: lambda draw: AllOrNothing(**_ratio(draw)),
    Average: _average,
    Bands: _bands,
    BestLevel: lambda draw: BestLevel(**_levels(draw)),
    Change: _change,
    Direct: lambda draw: Direct(
        score="score", reason="reason", out_of=Fraction(draw(st.integers(1, 10)))
    ),
    Imported: _imported,
    IncidentRate: _rate,
    KOfN: _k_of_n,
    Levels: lambda draw: Levels(**_levels(draw)),
    PerCount: lambda draw: PerCount(
        count="count", per=draw(shares()), at_most=draw(shares())
    ),
    PerIncident: lambda draw: PerIncident(
        count="count", per=draw(shares()), at_least=draw(shares())
    ),
    PerProduct: _product,
    PerShortfall: _shortfall,
    Proportion: _proportion,
    RequirementPlus: lambda draw: RequirementPlus(
        lapses="lapses", quality="quality", per=draw(shares()), plus=draw(shares())
    ),
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
    Average: {"total": "amount", "events": "count"},
    Bands: {"part": "count", "whole": "count", "urged": "flag"},
    BestLevel: {"fact": "members"},
    Change: {"value": "amount", "previous": "amount", "first": "flag"},
    Direct: {"score": "amount", "reason": "text"},
    Imported: {"value": "amount", "source": "text"},
    IncidentRate: {"count": "count", "visits": "count"},
    KOfN: {"fact": "members"},
    Levels: {"fact": "level"},
    PerCount: {"count": "count"},
    PerIncident: {"count": "count"},
    PerProduct: dict.fromkeys(("products", *FAILED), "count"),
    PerShortfall: {"expected": "count", "done": "count", "excused": "count"},
    Proportion: {"part": "count", "whole": "count"},
    RequirementPlus: {"lapses": "count", "quality": "percent"},
    Survey: {"value": "amount", "sample": "count"},
    Timeliness: {"fact": "date", "days_off": "dates", "never": "flag"},
    YesNo: {"fact": "flag"},
}


def types_read(rule: Rule) -> Mapping[str, str]:
    """Return the types of what a built-in *rule* reads, by its own field.

    Raises:
        InvalidArgument: for a rule of a kind that is not built in.
    """
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
        field(
            getattr(rule, own),
            type_,
            may_decline=may_decline and own not in ALTERNATIVES,
        )
        for own, type_ in types_read(rule).items()
    )


def renamed(rule: Rule, prefix: str) -> Rule:
    """Return a built-in *rule* that reads evidence of names of its own.

    Raises:
        InvalidArgument: for a rule of a kind that is not built in.
    """
    names = {own: f"{prefix}{getattr(rule, own)}" for own in types_read(rule)}
    return attrs.evolve(rule, **names)  # type: ignore[misc]
