"""Is this file the data of a regime of classification? If not, list every mistake."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

from ..canon import fingerprint
from ..citations import LONGEST_QUOTE, TEXT_STATUSES, Instrument
from ..decisions.choosing import Loaded
from ..decisions.clauses import Clause, Item, Mark, Reading, Regime
from ..decisions.logic import RegimeLogic
from ..errors import Fault, PackError
from ..periods import overlaps
from ..plugins import Registry, load_registry
from ..terms import Text
from .instruments import KINDS
from .source import Source, read_source
from .tables import Table

MARKS: Final[tuple[Mark, ...]] = get_args(Mark)
Data = Mapping[str, Any]
KINDS_OF_ITEMS: Final[tuple[Literal["points", "standing"], ...]] = (
    "points",
    "standing",
)
PARTS: Final = ("common", "result", "k1", "k2", "k3", "k4")


def load_regimes(registry: Registry | None = None) -> tuple[Loaded, ...]:
    """Return every regime that is installed, by the day it came into force.

    Raises:
        PackError: with every mistake of their data.
    """
    brought: Iterable[RegimeLogic] = (registry or load_registry()).regimes.values()
    by_id = {one.id: one for one in brought}
    read = read_regimes({id_: one.file for id_, one in by_id.items()})
    loaded = [Loaded(read[id_], logic) for id_, logic in by_id.items()]
    return tuple(sorted(loaded, key=lambda one: one.law.in_force[0]))


def read_regimes(files: Mapping[str, Path]) -> dict[str, Regime]:
    """Return the data of every file, by the id its file has to carry.

    Raises:
        PackError: with every mistake of all of them.
    """
    faults: list[Fault] = []
    sources: dict[str, Source] = {}
    for id_, file in files.items():
        source = read_source(file, file.name)
        if isinstance(source, Fault):
            faults.append(source)
        else:
            sources[id_] = source
    if faults:
        raise PackError.of(faults)
    read: dict[str, Regime] = {}
    for id_ in sources:
        _read(id_, sources, read, faults)
    if faults:
        raise PackError.of(faults)
    return read


def _read(
    id_: str,
    sources: Mapping[str, Source],
    read: dict[str, Regime],
    faults: list[Fault],
    above: tuple[str, ...] = (),
) -> None:
    """Read one regime, what it builds on first; never one of those *above* it."""
    if id_ in read:
        return
    source = sources[id_]
    table = Table(source, source.data, (), faults)
    table.choice("schema", (1,))
    if (own := table.text("id")) != id_:
        table.note("DV-L002", "id", seen=own, allowed=id_)
    base = None
    if below := table.text("builds_on", ""):
        others = set(sources) - {id_, *above}
        if below in others:
            _read(below, sources, read, faults, (*above, id_))
            base = read.get(below)
        else:
            table.refuse("builds_on", ", ".join(sorted(others)))
    read[id_] = _regime(table, base)


def _regime(table: Table, base: Regime | None) -> Regime:
    instruments = dict(base.instruments) if base else {}
    instruments |= {
        one: _instrument(one, t) for one, t in table.identified("instrument")
    }
    clauses = dict(base.clauses) if base else {}
    clauses |= {
        one: _clause(one, t, instruments) for one, t in table.identified("clause")
    }
    items = dict(base.items) if base else {}
    items |= {one: _item(one, t, clauses) for one, t in table.identified("item")}
    readings = dict(base.readings) if base else {}
    readings |= {
        one: _reading(one, t, clauses) for one, t in table.identified("reading")
    }
    notes = tuple(_note(one) for one in table.tables("note"))
    periods = tuple(one.period() for one in table.tables("in_force"))
    if not periods or overlaps(periods):
        table.note(
            "DV-L004", "in_force", seen=len(periods), allowed="≥ 1, không chồng nhau"
        )
    regime = Regime(
        id=str(table.data.get("id", "")),
        title=table.label("title"),
        jurisdiction=table.text("jurisdiction"),
        in_force=tuple(sorted(periods)),
        last_checked_on=table.day("last_checked_on"),
        instruments=MappingProxyType(instruments),
        clauses=MappingProxyType(clauses),
        items=MappingProxyType(items),
        readings=MappingProxyType(readings),
        sha256=fingerprint([table.data, base.sha256 if base else ""]),
        notes=notes,
    )
    table.close()
    return regime


def _instrument(id_: str, table: Table) -> Instrument:
    read = Instrument(
        id=id_,
        number=table.text("number"),
        title=table.label("title"),
        issuer=table.text("issuer"),
        kind=table.choice("kind", KINDS),
        jurisdiction="VN",
        signed_on=table.day("signed_on") if table.has("signed_on") else None,
        text_status=table.choice("text_status", TEXT_STATUSES),
        last_checked_on=table.day("last_checked_on"),
        missing_parts=table.strings("missing_parts", default=[]),
    )
    table.close()
    return read


def _clause(id_: str, table: Table, instruments: Mapping[str, Instrument]) -> Clause:
    quote = table.text("quote", "")
    if len(quote.split()) > LONGEST_QUOTE:
        table.refuse("quote", f"≤ {LONGEST_QUOTE} từ")
    read = Clause(
        id=id_,
        instrument=table.choice("instrument", instruments),
        locus=table.text("locus"),
        mark=table.choice("mark", MARKS),
        says=table.label("says"),
        quote=quote,
        numbers=_numbers(table),
        doubt=table.words("doubt", needed=False),
    )
    if read.mark != "T" and quote:
        table.refuse("quote", "mark = T")
    table.close()
    return read


def _numbers(table: Table) -> Mapping[str, Fraction]:
    if not table.has("numbers"):
        return MappingProxyType({})
    inside = table.table("numbers")
    numbers = {name: inside.number(name) for name in inside.data}
    return MappingProxyType(numbers)


def _item(id_: str, table: Table, clauses: Mapping[str, Clause]) -> Item:
    kind: Literal["points", "standing"] = table.choice("kind", KINDS_OF_ITEMS)
    read = Item(
        id=id_,
        clause=table.choice("clause", clauses),
        who=table.choice("who", ("person", "unit")),
        kind=kind,
        label=table.label("label"),
        part=table.choice("part", PARTS),
        most=table.positive("most") if kind == "points" else Fraction(0),
    )
    table.close()
    return read


def _reading(id_: str, table: Table, clauses: Mapping[str, Clause]) -> Reading:
    options = table.table("options")
    told = {name: options.label(name) for name in options.data}
    read = Reading(
        id=id_,
        clause=table.choice("clause", clauses),
        asks=table.label("asks"),
        options=MappingProxyType(told),
        default=table.choice("default", told) if table.has("default") else "",
    )
    table.close()
    return read


def _note(table: Table) -> Text:
    read = Text(table.text("vi"), table.text("en", ""))
    table.close()
    return read
