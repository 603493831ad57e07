"""Which rule does a table declare, and which of its keys are numbers?"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs

from ..catalogue import EvidenceField, Part
from ..evidence import MISSING, Value
from ..periods import Period
from ..plugins import Registry
from ..points import FULL, NOTHING, to_text
from ..rule import Rule, RuleKind, evidence_read
from .source import written
from .tables import Table

Evidence = Mapping[str, EvidenceField]


def parameters(kind: RuleKind) -> "dict[str, attrs.Attribute[Any]]":
    """Return the parameters a kind takes, by the key they have in a file."""
    fields = attrs.fields(kind)  # type: ignore[arg-type]
    return {one.alias: one for one in fields if one.init}


def read_parts(
    table: Table, registry: Registry, evidence: Evidence, period: Period
) -> tuple[Part, ...]:
    """Return the one rule of a version in force for *period*, or its weighted parts."""
    if table.has("rule"):
        rule = read_rule(table.table("rule"), registry, evidence, period)
        return (Part(rule),) if rule is not None else ()
    if not table.has("part"):
        table.note("DV-L003", "rule", key="rule")
    before = len(table.faults)
    opened = table.identified("part")
    weights = [one.positive("weight") for _, one in opened]
    if len(table.faults) == before and opened and sum(weights) != FULL:
        seen = to_text(sum(weights, 0 * FULL))
        table.note("DV-L042", "part", seen=seen, allowed=1)
    parts = []
    for (id_, one), weight in zip(opened, weights, strict=True):
        title = one.label("title")
        zeroes = one.typed("zeroes", bool, stand_in=False, default=False)
        rule = read_rule(one.table("rule"), registry, evidence, period)
        one.close()
        if rule is not None:
            parts.append(Part(rule, id_, title, weight, zeroes))
    return tuple(parts)


def read_rule(
    table: Table, registry: Registry, evidence: Evidence, period: Period
) -> Rule | None:
    """Return the rule a table declares: its kind, and its keys as parameters."""
    name = table.text("kind")
    kind = registry.kinds.get(name)
    if kind is None:
        if name:
            known = ", ".join(registry.kinds)
            table.note("DV-L008", "kind", seen=name, allowed=known)
        return None
    given = {}
    before = len(table.faults)
    for key, field in parameters(kind).items():
        if field.default is attrs.NOTHING or table.has(key):
            given[key] = table.take(key)
        else:
            table.take(key, None)
        if field.metadata.get("reads") and table.has(key):
            _check_read(table, key, evidence)
    _check_apart(table, kind)
    table.close()
    if len(table.faults) > before:
        return None
    rule = table.build(lambda: kind(**given))
    if rule is not None and not table.faults:
        _try_out(table, rule, evidence, period)
        _check_answers(table, rule, evidence)
    return rule


def _check_answers(table: Table, rule: Rule, evidence: Evidence) -> None:
    """Note ids that the evidence cannot answer with, and answers without an id.

    A set may have members that only another version asks for.
    """
    for key, parameter in parameters(type(rule)).items():
        listed = parameter.metadata.get("answers")
        if not listed:
            continue
        field = evidence[getattr(rule, parameter.name)]
        options = {id_ for id_, _ in field.options}
        ids = {getattr(one, "id", one) for one in getattr(rule, listed)}
        strange = ids - options if field.type == "members" else ids ^ options
        if options and strange:
            seen = ", ".join(sorted(map(str, strange)))
            table.note("DV-L017", key, seen=seen, allowed=", ".join(sorted(options)))


def _check_apart(table: Table, kind: RuleKind) -> None:
    """Refuse one evidence in two places of a rule: a part is no whole of itself."""
    named: dict[object, str] = {}
    for key, field in parameters(kind).items():
        name = table.data.get(key)
        if not field.metadata.get("reads") or not isinstance(name, str):
            continue
        if name in named:
            table.note("DV-L006", key, seen=name)
        named[name] = key


def _try_out(table: Table, rule: Rule, evidence: Evidence, period: Period) -> None:
    """Note a rule that cannot read evidence of the types declared.

    Dates are tried at the start of *period*.
    """
    given = {name: _some(evidence[name], period.start) for name in evidence_read(rule)}
    missing = dict.fromkeys(given, MISSING)
    table.build(lambda: (rule.find(given), rule.bounds(missing)))


def _some(field: EvidenceField, day: dt.date) -> Value:
    """Return some value that the field could hold; a date is *day*."""
    options = [id_ for id_, _ in field.options]
    values: dict[str, Value] = {
        "count": int(max(field.at_least or NOTHING, NOTHING)),
        "amount": field.at_least or NOTHING,
        "percent": field.at_least or NOTHING,
        "flag": False,
        "date": day,
        "dates": frozenset[dt.date](),
        "level": options[0] if options else "…",
        "members": frozenset(options[:1]),
        "text": "…",
    }
    return values[field.type]


def _check_read(table: Table, key: str, evidence: Evidence) -> None:
    """Refuse the name of an evidence that the criterion does not ask for."""
    read = table.data[key]
    if not isinstance(read, str):
        table.refuse(key, ", ".join(written(one) for one in evidence))
    elif read not in evidence:
        table.note("DV-L007", key, seen=read, allowed=", ".join(evidence))


def version_numbers(table: Table, registry: Registry) -> dict[str, bool]:
    """Return the paths of a version, and for each whether it must have a basis.

    Names of evidence and the kind itself need none; a reason may still be given.
    """
    paths = {key: True for key in ("from", "to", "applies") if table.has(key)}
    paths |= _rule_numbers(table.data.get("rule"), "rule", registry)
    parts = table.data.get("part")
    for part in parts if isinstance(parts, list) else []:
        if isinstance(part, Mapping):
            path = f"part.{part.get('id')}"
            own = {f"{path}.{key}": True for key in ("weight", "zeroes") if key in part}
            paths |= own
            paths |= _rule_numbers(part.get("rule"), f"{path}.rule", registry)
    return paths


def _rule_numbers(rule: Any, path: str, registry: Registry) -> dict[str, bool]:
    if not isinstance(rule, Mapping):
        return {}
    name = rule.get("kind")
    kind = registry.kinds.get(name) if isinstance(name, str) else None
    if kind is None:
        return {f"{path}.{key}": False for key in rule}
    fields = parameters(kind)
    return {
        f"{path}.{key}": key in fields and not fields[key].metadata.get("reads")
        for key in rule
    }
