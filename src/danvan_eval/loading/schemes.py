"""Is this file a scheme? If not, list every mistake."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal

import attrs

from ..citations import Basis
from ..errors import Fault
from ..points import FULL, NOTHING, Mode, to_text
from ..scheme import (
    AGGREGATES,
    COMPARE,
    EXCLUDED,
    RANK_STYLES,
    SIDES,
    Extra,
    Grade,
    Group,
    Leaf,
    Limits,
    PointStep,
    Quota,
    RankStyle,
    Scheme,
    TieBreak,
)
from ..subjects import SUBJECT_KINDS
from ..terms import Text
from .bases import bases_of, check_supports, number_paths
from .criteria import NO_ADOPTION, Adopted, closed_label, read_citation, reasons
from .effects import read_effects, read_head, read_reference, read_when
from .examples import read_traits
from .source import Source
from .tables import Table

WORDS: Final = frozenset(
    {
        "schema",
        "id",
        "title",
        "label",
        "instrument",
        "template",
        "how",
        "cite",
        "assumed",
        "reason",
        "block",
        "clamped",
    }
)
"""Keys of a scheme that carry no number: names, labels, references."""

SCOPES: Final[tuple[Literal["block", "all"], ...]] = ("block", "all")
ROUNDINGS: Final[dict[str, Mode]] = {
    "floor": "down",
    "half_up": "half_up",
    "ceiling": "up",
}


def read_scheme(source: Source, id_: str, adopted: Adopted) -> Scheme | list[Fault]:
    """Return the scheme in *source*, or the list of its faults.

    *id_* is the id that the file's path demands.
    """
    table = Table(source, source.data, (), [])
    table.choice("schema", (1,))
    if (own := table.text("id")) and own != id_:
        table.note("DV-L002", "id", seen=own, allowed=id_)
    if table.data.get("template") is True:
        return _template(table, id_, adopted)
    scheme = _scheme(table, id_)
    bases = _bases(table, adopted.get(id_, NO_ADOPTION))
    return table.faults or attrs.evolve(scheme, bases=bases)


def _template(table: Table, id_: str, adopted: Adopted) -> Scheme | list[Fault]:
    """Read a scheme that is still to be filled in: a title, and how to fill it."""
    table.take("template")
    scheme = Scheme(
        id=id_,
        title=table.label("title"),
        instrument=table.text("instrument"),
        subject=table.choice("subject", SUBJECT_KINDS),
        label=table.label("label"),
        period=table.period(),
        template=True,
        how=table.label("how"),
        file=table.source.name,
    )
    bases = _bases(table, adopted.get(id_, NO_ADOPTION))
    return table.faults or attrs.evolve(scheme, bases=bases)


def _scheme(table: Table, id_: str) -> Scheme:
    effects = read_effects(table)
    style, tie_breaks = _ranking(table)
    return Scheme(
        id=id_,
        title=table.label("title"),
        instrument=table.text("instrument"),
        subject=table.choice("subject", SUBJECT_KINDS),
        label=table.label("label"),
        period=table.period(),
        aggregate=table.choice("aggregate", AGGREGATES),
        max_points=table.positive("max_points"),
        excluded=table.choice("excluded", EXCLUDED),
        compare=table.choice("compare", COMPARE),
        readings=_readings(table),
        round=table.rounding("round"),
        blocks=_blocks(table),
        groups=tuple(_group(name, one) for name, one in table.identified("group")),
        bonuses=tuple(_extra(name, one) for name, one in table.identified("bonus")),
        deductions=tuple(
            _extra(name, one) for name, one in table.identified("deduction")
        ),
        limits=_limits(table),
        grades=_grades(table),
        quotas=tuple(_quota(name, one) for name, one in table.identified("quota")),
        file=table.source.name,
        floors=effects.floors,
        zeros=effects.zeros,
        caps=effects.caps,
        drops=effects.drops,
        lowest=effects.lowest,
        not_eligible=effects.not_eligible,
        head=read_head(table),
        rank_style=style,
        tie_breaks=tie_breaks,
    )


def _readings(table: Table) -> tuple[str, ...]:
    """Return how open wordings are read: one word, or several."""
    if isinstance(table.data.get("reading"), list):
        return table.strings("reading")
    word = table.text("reading", "")
    return (word,) if word else ()


def _bases(table: Table, adopted: Mapping[str, Basis]) -> dict[str, Basis]:
    """Close *table* and give its numbers their bases."""
    cites = [read_citation(one, name) for name, one in table.identified("cite")]
    assumed = reasons(table)
    table.close()
    numbers = dict.fromkeys(number_paths(table.data, WORDS), True)
    numbers["block"] = table.has("block")
    check_supports(table, cites, {cite.id: numbers for cite in cites})
    return bases_of(table, numbers, cites=cites, assumed=assumed, adopted=adopted)


def _blocks(table: Table) -> tuple[tuple[str, Text], ...]:
    blocks = tuple((id_, closed_label(one)) for id_, one in table.identified("block"))
    if not table.has("block"):
        table.note("DV-L003", "block", key="block")
    return blocks


def _group(id_: str, table: Table) -> Group:
    before = len(table.faults)
    label, top = table.label("label"), table.positive("max_points")
    clamped = table.typed("clamped", bool, stand_in=False, default=False)
    leaves = tuple(_leaf(name, one) for name, one in table.identified("criterion"))
    table.close()
    whole = sum((leaf.max_points for leaf in leaves), NOTHING)
    fits = whole == top or (clamped and whole > top)
    if not fits and len(table.faults) == before:
        table.note("DV-L041", "max_points", seen=to_text(whole), allowed=to_text(top))
    return Group(id_, label, top, leaves)


def _leaf(criterion: str, table: Table) -> Leaf:
    before = len(table.faults)
    top = table.positive("max_points")
    rounding = table.rounding("round")
    steps = tuple(_step(one) for one in table.tables("steps"))
    only = frozenset(read_traits(table, "only"))
    table.close()
    if steps and rounding:
        table.refuse("round", "steps")
    if steps and len(table.faults) == before and not _is_ladder(steps, top):
        seen = ", ".join(to_text(step.at_least) for step in steps)
        table.note("DV-L040", "steps", seen=f"[{seen}]")
    return Leaf(criterion, top, rounding, steps, only)


def _is_ladder(steps: Sequence[PointStep], top: Fraction) -> bool:
    """Say whether points fall with the share, from the maximum at most 1 down to 0."""
    falls = all(
        upper.at_least > lower.at_least and upper.points >= lower.points
        for upper, lower in pairwise(steps)
    )
    first, last = steps[0], steps[-1]
    inside = first.at_least <= FULL and last.points >= 0
    return falls and inside and last.at_least == 0 and first.points == top


def _step(table: Table) -> PointStep:
    step = PointStep(table.number("at_least"), table.number("points"))
    table.close()
    return step


def _extra(id_: str, table: Table) -> Extra:
    label = table.label("label")
    if table.has("when"):
        extra = Extra(
            id_,
            label,
            None,
            table.positive("points"),
            when=read_when(table.table("when")),
        )
    else:
        extra = Extra(
            id_,
            label,
            read_reference(table, "evidence"),
            table.positive("per"),
            table.positive("at_most", None),
            double=table.typed("double", bool, stand_in=False, default=False),
        )
    table.close()
    return extra


def _limits(table: Table) -> Limits:
    if not table.has("clamp"):
        return Limits()
    clamp = table.table("clamp")
    limits = Limits(
        clamp.number("at_least", None),
        clamp.number("at_most", None),
        clamp.positive("bonus_at_most", None),
        clamp.positive("deduction_at_most", None),
        clamp.typed("bonus_inside", bool, stand_in=False, default=False),
    )
    clamp.close()
    if limits.bonus_inside and limits.bonus_at_most is None:
        clamp.note("DV-L003", key="bonus_at_most")
    least, most = limits.at_least, limits.at_most
    if least is not None and most is not None and least >= most:
        clamp.refuse("at_most", f"> {to_text(least)}")
    return limits


def _grade(id_: str, table: Table) -> Grade:
    grade = Grade(id_, table.label("label"), table.number("from"))
    table.close()
    return grade


def _grades(table: Table) -> tuple[Grade, ...]:
    """Return the grades, best first, covering every total without gap or overlap."""
    before = len(table.faults)
    grades = tuple(_grade(id_, one) for id_, one in table.identified("grade"))
    falls = all(upper.from_ > lower.from_ for upper, lower in pairwise(grades))
    if not table.has("grade"):
        table.note("DV-L003", "grade", key="grade")
    elif len(table.faults) == before and (
        not grades or not falls or grades[-1].from_ != 0
    ):
        seen = ", ".join(to_text(one.from_) for one in grades)
        table.note("DV-L040", "grade", seen=f"[{seen}]")
    return grades


def _quota(id_: str, table: Table) -> Quota:
    base = table.take("base")
    grades: tuple[str, ...] = ()
    if isinstance(base, dict):
        inside = table.table("base")
        grades = inside.strings("grades")
        inside.close()
        if not grades and inside.has("grades"):
            inside.refuse("grades", '["…"]')
    elif table.has("base") and base not in ("rated", "ranked"):
        table.refuse("base", '"rated", {grades = […]}')
    quota = Quota(
        id=id_,
        grade=table.text("grade"),
        ratio=table.number_in("ratio", "0…1", lambda one: NOTHING <= one <= FULL),
        scope=table.choice("scope", SCOPES),
        rounding=ROUNDINGS[table.choice("rounding", tuple(ROUNDINGS))],
        minimum=table.typed("minimum", int, 0),
        beyond=table.text("beyond"),
        base_grades=grades,
        base_excludes_granted=table.typed(
            "base_excludes_granted", bool, stand_in=False, default=False
        ),
    )
    table.close()
    if quota.minimum < 0:
        table.refuse("minimum", "≥ 0")
    return quota


def _ranking(table: Table) -> tuple[RankStyle, tuple[TieBreak, ...]]:
    ranking = table.table("ranking")
    style = ranking.choice("style", RANK_STYLES)
    chain = []
    for one in ranking.tables("tie_break"):
        tie_break = TieBreak(
            one.text("group", ""),
            one.text("criterion", ""),
            one.choice("by", SIDES, None),
        )
        chain.append(tie_break)
        one.close()
        named = (tie_break.group, tie_break.criterion, tie_break.by)
        if sum(map(bool, named)) != 1:
            one.note("DV-L003", key="group | criterion | by")
    ranking.close()
    return style, tuple(chain)
