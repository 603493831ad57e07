"""Is this file a criterion? If not, list every mistake."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any, Final

from ..catalogue import (
    EVIDENCE_TYPES,
    SOURCES,
    Applies,
    Counted,
    Criterion,
    EvidenceField,
    Version,
    variant_id,
)
from ..citations import LONGEST_QUOTE, Basis, Citation
from ..errors import Fault
from ..periods import gaps, overlaps
from ..plugins import Registry
from ..subjects import SUBJECT_KINDS
from ..terms import Text
from .bases import bases_of, check_supports
from .examples import read_example, read_traits
from .rules import read_parts, version_numbers
from .source import Source
from .tables import Table

NO_ADOPTION: Final[Mapping[str, Basis]] = {}

VARIANT: Final = ("instrument", "subject", "reading")
"""The keys that name a variant."""

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
    if (own := table.text("id")) and own != id_:
        table.note("DV-L002", "id", seen=own, allowed=id_)
    title, fail = table.label("title"), table.words("fail", needed=False)
    advice = table.words("advice", needed=False)
    cites = tuple(read_citation(one, name) for name, one in table.identified("cite"))
    evidence = _evidence(table.table("evidence"))
    version = partial(
        _version,
        criterion=id_,
        cites=cites,
        registry=registry,
        adopted=adopted,
        evidence=evidence,
    )
    versions = [(one, version(one)) for one in table.tables("version")]
    shown = table.tables("example")
    examples = [read_example(one, evidence) for one in shown] if with_examples else []
    table.close()
    _check_versions(table, versions, shown)
    _check_supports(table, cites, versions)
    read = tuple(one for _, one in versions if one is not None)
    return table.faults or Criterion(
        id_, title, evidence, read, cites, tuple(examples), fail, advice, source.name
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
                (id_, closed_label(option)) for id_, option in one.identified("options")
            ),
            at_least=one.number("at_least", None),
            at_most=one.number("at_most", None),
            may_exceed=one.typed("may_exceed", bool, stand_in=False, default=False),
            source=one.choice("source", SOURCES, default="sheet"),
            private=one.typed("private", bool, stand_in=False, default=False),
            may_decline=one.typed("may_decline", bool, stand_in=False, default=False),
            counts=_counted(one, table.data) if one.has("counts") else None,
            sums=one.typed("sums", bool, stand_in=False, default=False),
        )
        one.close()
    return fields


def _counted(field: Table, evidence: Mapping[str, Any]) -> Counted:
    """Return whom a figure counts; it must count by a yes/no figure that there is."""
    if field.data.get("type") != "count":
        field.note("DV-L007", "counts", seen="counts", allowed='type = "count"')
    table = field.table("counts")
    of = read_traits(table, "of")
    if not of:
        table.note("DV-L003", "of", key="of")
    figure = table.text("figure", "")
    flags = [name for name, one in evidence.items() if _is_flag(one)]
    if figure and figure not in flags:
        table.note("DV-L007", "figure", seen=figure, allowed=", ".join(flags))
    table.close()
    return Counted(frozenset(of), figure)


def _is_flag(field: object) -> bool:
    return isinstance(field, Mapping) and field.get("type") == "flag"


def closed_label(table: Table) -> Text:
    """Return the label of a table that has nothing else."""
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
    reading = table.text("reading", "")
    period = table.period()
    named = table.strings("cites", default=[])
    by_id = {cite.id: cite for cite in cites}
    for name in named:
        if name not in by_id:
            table.note("DV-L013", "cites", seen=name, allowed=", ".join(by_id))
    applies = _applies(table)
    parts = read_parts(table, registry, evidence, period)
    assumed = reasons(table)
    table.close()
    variant = variant_id(instrument, subject, reading)
    bases = bases_of(
        table,
        version_numbers(table, registry),
        cites=[by_id[name] for name in named if name in by_id],
        assumed=assumed,
        adopted=adopted.get(f"{criterion}@{variant}", NO_ADOPTION),
    )
    if len(table.faults) > before:
        return None
    return Version(instrument, subject, period, parts, applies, named, bases, reading)


def reasons(table: Table) -> dict[str, str]:
    """Return the assumptions of a table, each with its reason."""
    if not table.has("assumed"):
        return {}
    assumed = table.table("assumed")
    return {path: assumed.text(path) or "…" for path in assumed.data}


def _applies(table: Table) -> Applies:
    if not table.has("applies"):
        return Applies()
    applies = table.table("applies")
    any_, none = read_traits(applies, "any"), read_traits(applies, "none")
    applies.close()
    return Applies(frozenset(any_), frozenset(none))


def _check_versions(
    table: Table,
    versions: Sequence[tuple[Table, Version | None]],
    examples: Sequence[Table],
) -> None:
    """Refuse versions that overlap or leave a gap, and versions without an example."""
    if not table.has("version"):
        table.note("DV-L003", "version", key="version")
    worked = {
        variant_id(*map(one.data.get, VARIANT))
        for one in examples
        if "todo" not in one.data
    }
    read = [(opened, one) for opened, one in versions if one is not None]
    read.sort(key=lambda pair: (pair[1].id, pair[1].period))
    for id_, group in groupby(read, key=lambda pair: pair[1].id):
        pairs = list(group)
        periods = [one.period for _, one in pairs]
        opened, _ = pairs[-1]
        both = overlaps(periods)
        for stretch in both:
            opened.note("DV-L020", "from", version=id_, seen=stretch)
        for stretch in () if both else gaps(periods):
            opened.note("DV-L021", "from", version=id_, seen=stretch)
        if id_ not in worked:
            pairs[0][0].note("DV-L030", version=id_)


def _check_supports(
    table: Table,
    cites: Sequence[Citation],
    versions: Sequence[tuple[Table, Version | None]],
) -> None:
    """Refuse a citation that supports a path no version standing on it has."""
    read = [one for _, one in versions if one is not None]
    if len(read) < len(versions):
        return
    paths = {
        cite.id: [path for one in read if cite.id in one.cites for path in one.bases]
        for cite in cites
    }
    check_supports(table, cites, paths)
