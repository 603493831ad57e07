"""Which conditions move a grade, and are they written as they must be?"""

from fractions import Fraction
from typing import TypeVar

import attrs

from ..points import FULL, NOTHING
from ..scheme import Cap, Drop, Effect, EvidenceRef, Floor, Head, When, Zero
from ..terms import TRAITS
from .tables import Table

E = TypeVar("E", bound=Effect)


@attrs.frozen
class Effects:
    """All that a scheme does besides adding points."""

    floors: tuple[Floor, ...]
    zeros: tuple[Zero, ...]
    caps: tuple[Cap, ...]
    drops: tuple[Drop, ...]
    lowest: tuple[Effect, ...]
    not_eligible: tuple[Effect, ...]


def read_effects(table: Table) -> Effects:
    """Read floors, zeroings, caps, drops, the forced lowest and who is not rated."""
    return Effects(
        floors=tuple(_floor(id_, one) for id_, one in table.identified("floor")),
        zeros=tuple(_zero(id_, one) for id_, one in table.identified("zero")),
        caps=tuple(_cap(id_, one) for id_, one in table.identified("cap")),
        drops=tuple(_drop(id_, one) for id_, one in table.identified("drop")),
        lowest=tuple(_effect(id_, one) for id_, one in table.identified("lowest")),
        not_eligible=tuple(
            _effect(id_, one) for id_, one in table.identified("not_eligible")
        ),
    )


def read_reference(table: Table, key: str) -> EvidenceRef:
    """Read ``criterion.name`` as a reference to evidence."""
    text = table.text(key)
    criterion, dot, name = text.rpartition(".")
    if text.strip() and not (criterion and dot and name):
        table.refuse(key, '"danvan/C12.substantiated"')
    return EvidenceRef(criterion, name)


def read_head(table: Table) -> Head | None:
    """Read whom the department's grade holds down, if anybody."""
    if not table.has("head"):
        return None
    inside = table.table("head")
    head = Head(inside.choice("trait", TRAITS), inside.label("reason"))
    inside.close()
    return head


def _floor(id_: str, table: Table) -> Floor:
    group = table.text("group") if table.has("group") else ""
    key = "share" if group else "every"
    share = table.number_in(key, "0…1", lambda share: NOTHING < share <= FULL)
    floor = Floor(id_, table.text("grade"), share, group)
    table.close()
    return floor


def _effect(id_: str, table: Table) -> Effect:
    effect = Effect(id_, read_when(table.table("when")), table.label("reason"))
    table.close()
    return effect


def _zero(id_: str, table: Table) -> Zero:
    criterion = table.text("criterion")
    effect = _effect(id_, table)
    return Zero(id_, effect.when, effect.reason, criterion)


def _cap(id_: str, table: Table) -> Cap:
    grade = table.text("grade")
    effect = _effect(id_, table)
    return Cap(id_, effect.when, effect.reason, grade)


def _drop(id_: str, table: Table) -> Drop:
    grades = table.typed("grades", int, 1)
    effect = _effect(id_, table)
    if grades < 1:
        table.refuse("grades", "≥ 1")
    return Drop(id_, effect.when, effect.reason, grades)


def _answer(table: Table) -> bool | str:
    """Read the answer asked for: yes or no, or the id of a level."""
    if isinstance(table.data.get("is"), str):
        return table.text("is")
    return table.typed("is", bool, stand_in=False)


def _share_below(table: Table) -> Fraction:
    return table.number_in("share_below", "0…1", lambda one: NOTHING < one <= FULL)


def read_when(table: Table) -> When:
    """Read a condition: one thing looked at, one comparison."""
    looked = [key for key in ("evidence", "criterion", "group") if table.has(key)]
    compared = [
        key for key in ("at_least", "below", "is", "share_below") if table.has(key)
    ]
    when = When(
        evidence=read_reference(table, "evidence") if "evidence" in looked else None,
        criterion=table.text("criterion") if "criterion" in looked else "",
        group=table.text("group") if "group" in looked else "",
        at_least=table.number("at_least", None),
        below=table.number("below", None),
        is_=_answer(table) if "is" in compared else None,
        share_below=_share_below(table) if "share_below" in compared else None,
    )
    table.close()
    fits = (looked == ["evidence"]) != (compared == ["share_below"])
    if len(looked) != 1 or len(compared) != 1 or not fits:
        seen = ", ".join((*looked, *compared))
        table.note("DV-L015", seen=seen)
    return when
