"""Is this file a criterion? If not, list every mistake."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any, Final

import attrs

from ..catalogue import (
    EVIDENCE_TYPES,
    SOURCES,
    Applies,
    Criterion,
    EvidenceField,
    Example,
    Part,
    Version,
)
from ..citations import LONGEST_QUOTE, Basis, Citation
from ..errors import Fault, fault
from ..evidence import Value
from ..outcomes import Outcome
from ..periods import gaps, overlaps
from ..plugins import Registry
from ..points import FULL
from ..rule import Rule
from ..subjects import SUBJECT_KINDS
from ..terms import TRAITS, Text
from .bases import DUTY, bases_of, covers
from .source import Source
from .tables import Table

EXPECTED: Final = frozenset(
    {"outcome", "share", "low", "high", "level", "missing", "because", "error"}
)
NO_ADOPTION: Final[Mapping[str, Basis]] = {}

Adopted = Mapping[str, Mapping[str, Basis]]
"""By target (a scheme, or ``criterion@variant``): path prefixes a regulation adopts."""


def read_criterion(
    source: Source,
    id_: str,
    registry: Registry,
    adopted: Adopted,
    *,
    with_examples: bool,
) -> Criterion | list[Fault]:
    """Return the criterion in *source*, or the list of its faults.

    *id_* is the id that the file's path demands. Without *with_examples* the
    worked examples are counted but not read.
    """
    table = Table(source, source.data, (), [])
    table.choice("schema", (1,))
    if (own := table.text("id")) != id_:
        table.note("DV-L002", "id", seen=own, allowed=id_)
    title, fail = table.label("title"), table.words("fail", needed=False)
    advice = table.words("advice", needed=False)
    cites = tuple(read_citation(one, name) for name, one in table.identified("cite"))
    evidence = _evidence(table.table("evidence"))
    versions = [
        _version(
            one,
            criterion=id_,
            cites=cites,
            registry=registry,
            adopted=adopted,
            evidence=evidence,
        )
        for one in table.tables("version")
    ]
    shown = table.tables("example")
    examples = [_example(one, evidence) for one in shown] if with_examples else []
    table.close()
    _check_versions(table, versions, shown)
    _check_supports(table, cites, versions)
    if table.faults:
        return table.faults
    return Criterion(
        id=id_,
        title=title,
        evidence=evidence,
        versions=tuple(one for one in versions if one is not None),
        cites=cites,
        examples=tuple(examples),
        fail=fail,
        advice=advice,
        file=source.name,
    )


def read_citation(table: Table, id_: str) -> Citation:
    """Return one citation; a quotation may have at most fifteen words."""
    quote = table.text("quote", "")
    if len(quote.split()) > LONGEST_QUOTE:
        table.note("DV-L051", "quote", seen=len(quote.split()), allowed=LONGEST_QUOTE)
    cite = Citation(
        id_,
        table.text("instrument"),
        table.text("locus"),
        quote,
        table.strings("supports", default=[]),
    )
    table.close()
    return cite


def _evidence(table: Table) -> dict[str, EvidenceField]:
    fields = {}
    for name in table.data:
        one = table.table(name)
        fields[name] = EvidenceField(
            name=name,
            type=one.choice("type", EVIDENCE_TYPES),
            label=one.label("label"),
            unit=one.words("unit", needed=False),
            proof=one.words("proof", needed=False),
            options=tuple(
                (id_, _closed_label(option))
                for id_, option in one.identified("options")
            ),
            at_least=one.number("at_least", None),
            at_most=one.number("at_most", None),
            may_exceed=one.typed("may_exceed", bool, stand_in=False, default=False),
            source=one.choice("source", SOURCES, default="sheet"),
            private=one.typed("private", bool, stand_in=False, default=False),
            may_decline=one.typed("may_decline", bool, stand_in=False, default=False),
        )
        one.close()
    return fields


def _closed_label(table: Table) -> Text:
    label = table.label("label")
    table.close()
    return label


def _version(
    table: Table,
    *,
    criterion: str,
    cites: tuple[Citation, ...],
    registry: Registry,
    adopted: Adopted,
    evidence: Mapping[str, EvidenceField],
) -> Version | None:
    before = len(table.faults)
    instrument = table.text("instrument")
    subject = table.choice("subject", SUBJECT_KINDS)
    period = table.period()
    named = table.strings("cites", default=[])
    by_id = {cite.id: cite for cite in cites}
    for name in named:
        if name not in by_id:
            table.note("DV-L013", "cites", seen=name, allowed=", ".join(by_id))
    applies = _applies(table)
    parts = _parts(table, registry, evidence)
    assumed = reasons(table)
    table.close()
    bases = bases_of(
        table,
        _version_numbers(table, registry),
        cites=[by_id[name] for name in named if name in by_id],
        assumed=assumed,
        adopted=adopted.get(f"{criterion}@{instrument}/{subject}", NO_ADOPTION),
    )
    if len(table.faults) > before:
        return None
    return Version(instrument, subject, period, parts, applies, named, bases)


def reasons(table: Table) -> dict[str, str]:
    """Return the assumptions of a table, each with its reason."""
    if not table.has("assumed"):
        return {}
    assumed = table.table("assumed")
    return {path: assumed.text(path) for path in assumed.data}


def _applies(table: Table) -> Applies:
    if not table.has("applies"):
        return Applies()
    applies = table.table("applies")
    sets = {key: applies.strings(key, default=[]) for key in ("any", "none")}
    for key, traits in sets.items():
        for trait in traits:
            if trait not in TRAITS:
                applies.note("DV-L007", key, seen=trait, allowed=", ".join(TRAITS))
    applies.close()
    return Applies(frozenset(sets["any"]), frozenset(sets["none"]))


def _parts(
    table: Table, registry: Registry, evidence: Mapping[str, EvidenceField]
) -> tuple[Part, ...]:
    if table.has("rule"):
        rule = read_rule(table.table("rule"), registry, evidence)
        return (Part(rule),) if rule is not None else ()
    parts = []
    opened = table.identified("part")
    if not opened:
        table.note("DV-L003", "rule", key="rule")
    weights = [one.number("weight") for _, one in opened]
    for (id_, one), weight in zip(opened, weights, strict=True):
        title = one.label("title")
        zeroes = one.typed("zeroes", bool, stand_in=False, default=False)
        rule = read_rule(one.table("rule"), registry, evidence)
        one.close()
        if rule is not None:
            parts.append(Part(rule, id_, title, weight, zeroes))
    if opened and sum(weights) != FULL:
        table.note("DV-L042", "part", seen=sum(weights), allowed=1)
    return tuple(parts)


def read_rule(
    table: Table, registry: Registry, evidence: Mapping[str, EvidenceField]
) -> Rule | None:
    """Return the rule a table declares: its kind, and its keys as parameters."""
    name = table.text("kind")
    kind = registry.kinds.get(name)
    if kind is None:
        if name:
            known = ", ".join(registry.kinds)
            table.note("DV-L008", "kind", seen=name, allowed=known)
        return None
    fields = attrs.fields_dict(kind)  # type: ignore[arg-type]
    given = {}
    before = len(table.faults)
    for key, field in fields.items():
        needed = field.default is attrs.NOTHING
        if needed or table.has(key):
            given[key] = table.take(key)
        else:
            table.take(key, None)
        read = given.get(key) if field.metadata.get("reads") else None
        if read is not None and read not in evidence:
            table.note("DV-L007", key, seen=read, allowed=", ".join(evidence))
    table.close()
    if len(table.faults) > before:
        return None
    return table.build(lambda: kind(**given))


def _version_numbers(table: Table, registry: Registry) -> dict[str, bool]:
    """Return the paths of a version, and for each whether it must have a basis.

    Names of evidence and the kind itself need none; a reason may still be given.
    """
    paths = {key: True for key in ("from", "to", "applies") if table.has(key)}
    paths |= _rule_numbers(table.data.get("rule", {}), "rule", registry)
    for part in table.data.get("part", []):
        path = f"part.{part.get('id')}"
        paths |= {f"{path}.{key}": True for key in ("weight", "zeroes") if key in part}
        paths |= _rule_numbers(part.get("rule", {}), f"{path}.rule", registry)
    return paths


def _rule_numbers(
    rule: Mapping[str, Any], path: str, registry: Registry
) -> dict[str, bool]:
    kind = registry.kinds.get(rule.get("kind", ""))
    if kind is None:
        return {}
    fields = attrs.fields_dict(kind)  # type: ignore[arg-type]
    return {
        f"{path}.{key}": key in fields and not fields[key].metadata.get("reads")
        for key in rule
    }


def _example(table: Table, evidence: Mapping[str, EvidenceField]) -> Example:
    name, todo = table.text("name"), table.text("todo", "")
    instrument, subject = (
        table.text("instrument"),
        table.choice("subject", SUBJECT_KINDS),
    )
    traits = table.strings("traits", default=[])
    for trait in traits:
        if trait not in TRAITS:
            table.note("DV-L007", "traits", seen=trait, allowed=", ".join(TRAITS))
    as_of = table.typed("as_of", dt.date, dt.date.min, default=None)
    given = table.table("given") if table.has("given") else None
    values = {} if given is None else dict(given.data)
    for key in values:
        if key not in evidence and given is not None:
            given.note("DV-L007", key, seen=key, allowed=", ".join(evidence))
    table.take("given", None)
    expect = dict(table.table("expect").data) if not todo or table.has("expect") else {}
    for key in set(expect) - EXPECTED:
        table.note("DV-L001", "expect", key=key, near=", ".join(sorted(EXPECTED)))
    if "outcome" in expect and expect["outcome"] not in [one.value for one in Outcome]:
        allowed = ", ".join(one.value for one in Outcome)
        table.note("DV-L004", "expect", seen=expect["outcome"], allowed=allowed)
    line = table.source.place(table.path).line
    table.close()
    converted = {key: as_value(value) for key, value in values.items()}
    return Example(
        name,
        instrument,
        subject,
        frozenset(traits),
        as_of,
        converted,
        expect,
        todo,
        line,
    )


def as_value(value: Any) -> Value:
    """Return a TOML value as evidence: decimals exact, lists as sets."""
    if isinstance(value, Decimal):
        return Fraction(value)
    if isinstance(value, list):
        return frozenset(value)
    return value  # type: ignore[no-any-return]


def _check_versions(
    table: Table, versions: list[Version | None], examples: list[Table]
) -> None:
    """Refuse versions that overlap or leave a gap, and versions without an example."""
    read = sorted((one for one in versions if one is not None), key=lambda one: one.id)
    for id_, group in groupby(read, key=lambda one: one.id):
        periods = [one.period for one in group]
        for stretch in overlaps(periods):
            table.note("DV-L020", "version", version=id_, seen=stretch)
        for stretch in gaps(periods):
            table.note("DV-L021", "version", version=id_, seen=stretch)
        worked = [one.data for one in examples if "todo" not in one.data]
        if id_ not in [
            f"{one.get('instrument')}/{one.get('subject')}" for one in worked
        ]:
            table.note("DV-L030", "version", version=id_)


def _check_supports(
    table: Table, cites: tuple[Citation, ...], versions: list[Version | None]
) -> None:
    """Refuse a citation that supports a path no version has."""
    if any(version is None for version in versions):
        return
    for nth, cite in enumerate(cites):
        paths = [
            path
            for version in versions
            if version is not None and cite.id in version.cites
            for path in version.bases
        ]
        for support in cite.supports:
            if support != DUTY and not any(covers(support, path) for path in paths):
                place = table.source.place(("cite", nth, "supports"))
                table.faults.append(fault("DV-L011", place, path=support))
