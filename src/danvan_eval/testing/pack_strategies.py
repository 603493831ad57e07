"""Which packs, dossiers and sheets does a law have to hold for?"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final, cast

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from ..catalogue import Applies, Criterion, EvidenceField, Part
from ..evidence import MISSING, Declined, Dossier, Missing, Observed, OneOf
from ..packs import Pack, PackLeaf
from ..points import Rounding
from ..scheme import (
    Cap,
    Drop,
    Effect,
    EvidenceRef,
    Extra,
    Floor,
    Group,
    Leaf,
    Limits,
    PointStep,
    Quota,
    Scheme,
    TieBreak,
    When,
    Zero,
)
from ..scoring import score
from ..sheet import Sheet
from ..subjects import Subject
from ..terms import Text
from . import building
from .drawing import IDS, MOST, choice, counts, dates, shares
from .evidence_strategies import draw_evidence
from .rule_strategies import fields_for, renamed, rules

TRAIT: Final = "lam-sang"
OTHER_TRAIT: Final = "chuc-nang"
BLOCKS: Final = (("khoi-mot", Text("Khối một")), ("khoi-hai", Text("Khối hai")))
REASON: Final = Text("theo quy chế thử nghiệm")
RUBRICS: Final = (frozenset[str](), frozenset[str](), frozenset({TRAIT}))
MOST_CRITERIA: Final = 4
DAYS: Final = 180
ROUNDINGS: Final = tuple(Rounding(step, "half_up") for step in ("0.25", "0.5", "1"))


@st.composite
def criteria(draw: DrawFn, id_: str = "A") -> Criterion:
    """Draw criteria of one rule or of several parts; some concern one trait only."""
    drawn = [draw(rules()) for _ in range(choice(draw, 1, 1, 2, 3))]
    own = [renamed(rule, f"{nth}-") for nth, rule in enumerate(drawn)]
    may_decline = draw(st.booleans())
    fields = [one for rule in own for one in fields_for(rule, may_decline=may_decline)]
    return building.criterion(
        id_,
        *_parts(draw, own),
        fields=(*fields, building.field("events", "count")),
        applies=choice(draw, Applies(), Applies(), Applies(any=frozenset({TRAIT}))),
    )


def _parts(draw: DrawFn, own: Sequence[Any]) -> list[Part]:
    if len(own) == 1:
        return [Part(own[0])]
    weights = [draw(st.integers(1, 4)) for _ in own]
    return [
        building.part(
            rule, IDS[nth], Fraction(weight, sum(weights)), zeroes=draw(st.booleans())
        )
        for nth, (rule, weight) in enumerate(zip(own, weights, strict=True))
    ]


def schemes(ids: Sequence[str] = ("A",), **fixed: Any) -> SearchStrategy[Scheme]:
    """Draw schemes over the criteria *ids*, with every effect a scheme may have.

    Args:
        ids: the criteria that count.
        **fixed: fields of the scheme that are not drawn.

    Raises:
        InvalidArgument: without a criterion.
    """
    if not ids:
        raise InvalidArgument("a scheme needs a criterion")
    return _schemes(ids, fixed)


@st.composite
def _schemes(draw: DrawFn, ids: Sequence[str], fixed: Mapping[str, Any]) -> Scheme:
    groups = fixed.get("groups") or _groups(draw, ids)
    named = [leaf.criterion for group in groups for leaf in group.leaves]
    aggregate = fixed.get("aggregate") or choice(draw, "sum", "weighted_mean")
    whole = sum((group.max_points for group in groups), Fraction(0))
    top = whole if aggregate == "sum" else Fraction(100)
    edges = {id_: top * at / 100 for id_, at in building.GRADES.items()}
    drawn = {
        "aggregate": aggregate,
        "max_points": top,
        "groups": groups,
        "grades": building.grades(edges),
        "blocks": BLOCKS,
        "excluded": choice(draw, "rescale", "reduce"),
        "compare": choice(draw, "points", "percent"),
        "rank_style": choice(draw, "competition", "dense"),
        "round": choice(draw, None, *ROUNDINGS),
        "floors": choice(draw, (), *_floors(groups)),
        "tie_breaks": choice(
            draw,
            (),
            (TieBreak(group=groups[-1].id), TieBreak(criterion=named[0])),
            (TieBreak(by="bonus"), TieBreak(by="deduction")),
        ),
        **_effects(draw, named, groups),
        **_extras(draw, named, groups),
    }
    if drawn["limits"].bonus_at_most and choice(draw, False, True):
        drawn |= _with_bonus_inside(drawn["limits"], top)
    return building.scheme(**{**drawn, **fixed})


def _with_bonus_inside(limits: Limits, groups_reach: Fraction) -> dict[str, Any]:
    """Return the limits, and the maximum, of a scheme whose bonus is part of it."""
    most = limits.bonus_at_most or 0
    inside = attrs.evolve(limits, bonus_inside=True)
    return {"limits": inside, "max_points": groups_reach + most}


def _groups(draw: DrawFn, ids: Sequence[str]) -> tuple[Group, ...]:
    cuts = {0, len(ids), *(draw(st.integers(1, len(ids))) for _ in range(2))}
    return tuple(
        _group(draw, IDS[nth], ids[start:end])
        for nth, (start, end) in enumerate(pairwise(sorted(cuts)))
    )


def _group(draw: DrawFn, id_: str, ids: Sequence[str]) -> Group:
    leaves = tuple(_leaf(draw, one) for one in ids)
    whole = sum(leaf.max_points for leaf in leaves)
    top = draw(st.integers(1, int(whole))) if choice(draw, False, True) else whole
    return Group(id_, Text(id_), Fraction(top), leaves)


def _leaf(draw: DrawFn, criterion: str) -> Leaf:
    top = Fraction(choice(draw, 1, 2, 5, 10, 30))
    rounding = Rounding("0.3", "half_up")
    steps = (
        PointStep(Fraction(1), top),
        PointStep(Fraction(1, 2), top / 3),
        PointStep(Fraction(0), Fraction(0)),
    )
    plain = Leaf(criterion, top, only=choice(draw, *RUBRICS))
    rounded, stepped = Leaf(criterion, top, rounding), Leaf(criterion, top, None, steps)
    return cast(Leaf, choice(draw, plain, plain, rounded, stepped))


def _floors(groups: Sequence[Group]) -> list[tuple[Floor, ...]]:
    best, next_ = list(building.GRADES)[:2]
    return [
        (Floor("liet", best, Fraction(1, 2)),),
        (Floor("liet-nhom", next_, Fraction(3, 5), groups[0].id),),
    ]


def _when(draw: DrawFn, ids: Sequence[str], groups: Sequence[Group]) -> When:
    looks = choice(draw, "events", "criterion", "group", "days")
    below = choice(draw, Fraction(1, 4), Fraction(1, 2), Fraction(1))
    if looks == "days":
        ref = EvidenceRef("subject", "service_days")
        return When(evidence=ref, below=Fraction(DAYS))
    if looks == "group":
        return When(group=choice(draw, *groups).id, share_below=below)
    if looks == "criterion":
        return When(criterion=choice(draw, *ids), share_below=below)
    return building.events(choice(draw, *ids), draw(st.integers(1, 3)))


def _effects(
    draw: DrawFn, ids: Sequence[str], groups: Sequence[Group]
) -> dict[str, Any]:
    def some(make: Callable[[str, When], Effect], *numbers: int) -> tuple[Any, ...]:
        many = choice(draw, *numbers)
        return tuple(make(str(nth), _when(draw, ids, groups)) for nth in range(many))

    names = list(building.GRADES)
    return {
        "zeros": some(
            lambda id_, when: Zero(id_, when, REASON, choice(draw, *ids)), 0, 0, 1, 2
        ),
        "caps": some(
            lambda id_, when: Cap(id_, when, REASON, choice(draw, *names)), 0, 0, 1
        ),
        "drops": some(
            lambda id_, when: Drop(id_, when, REASON, choice(draw, 1, 2)), 0, 0, 1
        ),
        "lowest": some(lambda id_, when: Effect(id_, when, REASON), 0, 0, 0, 1),
        "not_eligible": some(lambda id_, when: Effect(id_, when, REASON), 0, 0, 1),
    }


def _extra(
    draw: DrawFn, id_: str, ids: Sequence[str], groups: Sequence[Group]
) -> Extra:
    per = choice(draw, Fraction(1), Fraction(1, 2), Fraction(3))
    if choice(draw, False, False, True):
        return Extra(id_, Text(id_), None, per, when=_when(draw, ids, groups))
    ref = EvidenceRef(choice(draw, *ids), "events")
    return Extra(id_, Text(id_), ref, per, Fraction(choice(draw, 1, 2, 5)))


def _extras(
    draw: DrawFn, ids: Sequence[str], groups: Sequence[Group]
) -> dict[str, Any]:
    def some(prefix: str) -> tuple[Extra, ...]:
        many = choice(draw, 0, 0, 1, 2)
        return tuple(_extra(draw, f"{prefix}{nth}", ids, groups) for nth in range(many))

    limit = (None, None, Fraction(1), Fraction(5, 2))
    low, high = choice(draw, (None, None), (Fraction(0), Fraction(10)))
    return {
        "bonuses": some("thuong"),
        "deductions": some("tru"),
        "limits": Limits(low, high, choice(draw, *limit), choice(draw, *limit)),
    }


@st.composite
def quotas(draw: DrawFn) -> Quota:
    """Draw quotas on the best grade; whoever stands beyond gets the next."""
    best, next_, *_ = building.GRADES
    return Quota(
        "han-muc",
        best,
        Fraction(draw(st.integers(0, 100)), 100),
        choice(draw, "block", "all"),
        choice(draw, "down", "half_up", "up"),
        draw(st.integers(0, 2)),
        next_,
        choice(draw, (), (best, next_)),
        draw(st.booleans()),
    )


def packs(*, most: int = MOST_CRITERIA, **fixed: Any) -> SearchStrategy[Pack]:
    """Draw packs of up to *most* criteria; *fixed* are fields of their scheme.

    Raises:
        InvalidArgument: for less than one criterion, or more than there are names.
    """
    if not 1 <= most <= len(CRITERIA):
        raise InvalidArgument(f"a pack is drawn with 1 to {len(CRITERIA)} criteria")
    return _packs(most, fixed)


@st.composite
def _packs(draw: DrawFn, most: int, fixed: Mapping[str, Any]) -> Pack:
    ids = list(CRITERIA)[: draw(st.integers(1, most))]
    made = [draw(CRITERIA[one]) for one in ids]
    limits = (draw(QUOTAS),) if draw(st.booleans()) else ()
    return building.pack(draw(_schemes(ids, {"quotas": limits, **fixed})), *made)


CRITERIA: Final = {id_: criteria(id_) for id_ in "ABCDEFGH"}
QUOTAS: Final = quotas()


@st.composite
def dossiers_for(draw: DrawFn, pack: Pack, code: str = "K01") -> Dossier:
    """Draw complete dossiers for *pack*: nothing is missing or open in them.

    Here and there a criterion is declared not applicable, where it may be.
    """
    block, _ = choice(draw, *pack.scheme.blocks)
    traits: Any = {choice(draw, TRAIT, OTHER_TRAIT)}
    subject = Subject("unit", code, block=block, traits=traits)
    evidence: dict[str, Mapping[str, Observed]] = {
        leaf.leaf.criterion: _complete(draw, leaf) for leaf in pack.leaves
    }
    evidence["subject"] = {"service_days": draw(st.integers(0, 366))}
    return Dossier(subject, pack.period, evidence)


def _complete(draw: DrawFn, leaf: PackLeaf) -> dict[str, Observed]:
    every = [part.rule for part in leaf.version.parts]
    seen: dict[str, Observed] = dict(draw_evidence(draw, every))
    seen["events"] = choice(draw, 0, 0, 0, 1, 2, 3)
    fields = leaf.criterion.evidence.values()
    declinable = [one.name for one in fields if one.may_decline]
    if declinable and choice(draw, *[False] * 5, True):
        seen[choice(draw, *declinable)] = Declined()
    return seen


@st.composite
def gaps_in(draw: DrawFn, pack: Pack, dossier: Dossier) -> Dossier:
    """Draw dossiers of which *dossier* is a completion.

    Figures are missing, unreadable, still verified, or disputed; among the
    alternatives is always the one that stands in *dossier*. What was declined is
    missing only together with all else of its criterion.
    """
    fields = {leaf.leaf.criterion: leaf.criterion.evidence for leaf in pack.leaves}
    kept = choice(draw, 2, 30)
    evidence = {
        criterion: dict.fromkeys(seen, MISSING)
        if choice(draw, *[False] * kept, True)
        else {
            name: _gap(draw, value, fields.get(criterion, {}).get(name), kept)
            for name, value in seen.items()
        }
        for criterion, seen in dossier.evidence.items()
    }
    return attrs.evolve(dossier, evidence=evidence)


def _gap(
    draw: DrawFn, value: Observed, field: EvidenceField | None, kept: int
) -> Observed:
    if isinstance(value, Declined):
        return value
    ways = [*["kept"] * kept, "missing"]
    if field is not None and not isinstance(value, Missing):
        ways += ["unreadable", "pending", "disputed"]
    way = choice(draw, *ways)
    if way == "kept":
        return value
    if way == "missing" or field is None:
        return MISSING
    if way == "unreadable":
        return building.unreadable()
    options: Any = [value, draw(OTHERS[field.type])]
    return OneOf(tuple(choice(draw, options, options[::-1])), way)


OTHERS: Final[Mapping[str, SearchStrategy[Any]]] = {
    "count": counts(MOST * 2),
    "amount": shares(),
    "percent": shares(),
    "flag": st.booleans(),
    "date": dates(),
    "dates": st.frozensets(dates(), max_size=2),
    "level": st.sampled_from(IDS),
    "members": st.frozensets(st.sampled_from(IDS)),
    "text": st.just("ý kiến khác"),
}
"""Another value of a type, whatever stands beside it."""


def sheets_for(
    pack: Pack, code: str = "K01", *, complete: bool = False
) -> SearchStrategy[Sheet]:
    """Draw sheets scored by *pack*; with *complete*, of complete dossiers only."""
    dossiers = dossiers_for(pack, code)
    if not complete:
        dossiers |= dossiers.flatmap(lambda one: gaps_in(pack, one))
    return dossiers.map(lambda one: score(pack, one))


def rosters_for(
    pack: Pack, *, most: int = 6, complete: bool = False
) -> SearchStrategy[list[Sheet]]:
    """Draw lists of up to *most* sheets with codes of their own, in any order."""
    codes = [f"K{nth:02d}" for nth in range(1, most + 1)]
    each = [sheets_for(pack, code, complete=complete) for code in codes]
    whole = st.tuples(*each).map(list).flatmap(st.permutations)
    return st.tuples(whole, st.integers(0, most)).map(
        lambda drawn: drawn[0][: drawn[1]]
    )


def sheets() -> SearchStrategy[Sheet]:
    """Draw sheets of any pack."""
    return packs().flatmap(sheets_for)
