"""Does a coverage map name every obligation once, and what measures it?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ..catalogue import Criterion, Version
from ..citations import LONGEST_QUOTE
from ..coverage import LEVELS, STATUSES, Coverage, Level, Obligation, Unknown
from ..errors import Fault
from ..scheme import Scheme
from .checks import Fit
from .source import Path_, Source
from .tables import Table

AT_LEAST_ONE: Final = '["…"]'
RESERVED: Final = ("instrument", "coverage")
"""Names of files that are no rules."""
NUMBERED: Final = re.compile(r"(.*\D)?(\d+)")


def read_coverage(source: Source, instrument: str) -> Coverage | list[Fault]:
    """Return the map of *instrument* in *source*, or the list of its faults."""
    table = Table(source, source.data, (), [])
    table.choice("schema", (1,))
    if (own := table.text("instrument")) != instrument:
        table.note("DV-L002", "instrument", seen=own, allowed=instrument)
    named = table.identified("obligation")
    obligations = tuple(_obligation(inside, id_) for id_, inside in named)
    _check_numbers(named)
    scored = {one.id for one in obligations if one.status == "scored"}
    for one, (_, inside) in zip(obligations, named, strict=True):
        if one.same_as and one.same_as not in scored:
            inside.note("DV-L080", "same_as", seen=one.same_as)
    unknowns = tuple(
        _unknown(inside, id_) for id_, inside in table.identified("unknown")
    )
    table.close()
    return table.faults or Coverage(instrument, obligations, unknowns, source.name)


def _obligation(table: Table, id_: str) -> Obligation:
    """Read one obligation; its status says which keys it has."""
    quote = table.text("quote")
    if (length := len(quote.split())) > LONGEST_QUOTE:
        table.note("DV-L051", "quote", seen=length, allowed=LONGEST_QUOTE)
    locus, levels, before = table.text("locus"), _levels(table), len(table.faults)
    status = table.choice("status", STATUSES)
    if len(table.faults) > before:
        return Obligation(id_, locus, quote, levels, status)
    scored, again = status == "scored", status == "duplicate"
    one = Obligation(
        id=id_,
        locus=locus,
        quote=quote,
        levels=levels,
        status=status,
        criteria=_some(table, "criteria") if scored else (),
        figures=_some(table, "figures") if scored else (),
        same_as=table.text("same_as") if again else "",
        why=table.words("why", needed=not scored),
    )
    table.close()
    return one


def _some(table: Table, key: str) -> tuple[str, ...]:
    """Hand out a list of texts with at least one in it."""
    before = len(table.faults)
    listed = table.strings(key)
    if not listed and len(table.faults) == before:
        table.refuse(key, AT_LEAST_ONE)
    return listed


def _levels(table: Table) -> tuple[Level, ...]:
    """Hand out whom an obligation binds; nobody at all is written as ``[]``."""
    named = table.strings("level")
    known = tuple(one for one in LEVELS if one in named)
    if set(named) - set(known):
        table.refuse("level", ", ".join(LEVELS))
    return known


def _unknown(table: Table, id_: str) -> Unknown:
    one = Unknown(id_, table.text("locus"), table.label("what"))
    table.close()
    return one


def _check_numbers(named: Sequence[tuple[str, Table]]) -> None:
    """Note ids that do not go on by one; the first ends in 1, all begin alike."""
    head, number, seen = None, 0, set()
    for id_, table in named:
        parts = NUMBERED.fullmatch(id_)
        if id_ in seen or not id_:
            continue
        seen.add(id_)
        head = parts[1] if parts and head is None else head
        wanted = f"{head or ''}{number + 1:0{len(parts[2]) if parts else 2}d}"
        if id_ != wanted:
            table.note("DV-L081", "id", seen=id_, allowed=wanted)
        number = int(parts[2]) if parts else number + 1


def check_coverage(coverage: Coverage, fit: Fit) -> Iterator[Fault]:
    """Yield what *coverage* points at and is not there, or does not measure it."""
    here = [(("instrument",), coverage.instrument)]
    yield from fit.pointing(here, fit.shelf.instruments)
    instrument = fit.shelf.instruments.get(coverage.instrument)
    for nth, one in enumerate(coverage.obligations):
        at: Path_ = ("obligation", nth)
        if instrument and instrument.text_status == "not-seen":
            yield fit.fault("DV-L050", (*at, "quote"), seen=one.quote)
        named = [((*at, "criteria"), id_) for id_ in one.criteria]
        yield from fit.pointing(named, fit.shelf.criteria)
        if all(id_ in fit.shelf.criteria for id_ in one.criteria):
            yield from _check_figures(one, coverage.instrument, fit, at)


def _check_figures(
    one: Obligation, instrument: str, fit: Fit, at: Path_
) -> Iterator[Fault]:
    """Yield figures that are not there, or that nobody bound is rated by."""
    criteria = [fit.shelf.criteria[id_] for id_ in one.criteria]
    known = {f"{each.id}.{name}" for each in criteria for name in each.evidence}
    yield from fit.pointing(
        [((*at, "figures"), figure) for figure in one.figures], known
    )
    for criterion in criteria:
        versions = [
            each for each in criterion.versions if each.instrument == instrument
        ]
        if not versions:
            yield fit.fault(
                "DV-L082", (*at, "criteria"), seen=criterion.id, instrument=instrument
            )
            continue
        serving = [each for each in versions if _serves(each, one)]
        asked = set(_figures(criterion, serving))
        own = known & {f"{criterion.id}.{name}" for name in criterion.evidence}
        named = [figure for figure in one.figures if figure in own]
        for figure in named:
            if figure not in asked:
                yield fit.fault(
                    "DV-L083",
                    (*at, "figures"),
                    seen=figure,
                    level=", ".join(one.levels),
                )
        if not named:
            yield fit.fault("DV-L084", (*at, "figures"), seen=criterion.id)


def _serves(version: Version, one: Obligation) -> bool:
    return any(LEVELS[level].served_by(version) for level in one.levels)


def _figures(criterion: Criterion, versions: Iterable[Version]) -> Iterator[str]:
    for version in versions:
        for name in version.reads:
            yield f"{criterion.id}.{name}"


def check_schemes(
    coverage: Coverage, schemes: Mapping[str, Scheme], fit: Fit
) -> Iterator[Fault]:
    """Yield criteria of *coverage* that no scheme of theirs counts.

    A scheme is theirs when it is of the same instrument and rates somebody whom
    the obligation binds. Nothing is said while a file of rules has mistakes, nor
    of a criterion that rates nobody bound: that was said already.
    """
    if any(id_.rpartition("/")[2] not in RESERVED for id_ in fit.unread if "/" in id_):
        return
    counted = {
        (leaf.criterion, scheme.subject)
        for scheme in schemes.values()
        if scheme.instrument == coverage.instrument
        for leaf in scheme.leaves
    }
    for nth, one in enumerate(coverage.obligations):
        kinds = {LEVELS[level].kind for level in one.levels}
        for id_ in one.criteria:
            criterion = fit.shelf.criteria.get(id_)
            rated = criterion and any(
                version.instrument == coverage.instrument and _serves(version, one)
                for version in criterion.versions
            )
            if rated and not counted & {(id_, kind) for kind in kinds}:
                yield fit.fault(
                    "DV-L085",
                    ("obligation", nth, "criteria"),
                    seen=id_,
                    instrument=coverage.instrument,
                )
