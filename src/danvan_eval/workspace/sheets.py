"""What did each department write on its sheet, and did it hand one in at all?

The hospital hands in a sheet of the same form.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from .. import grammar
from ..catalogue import EvidenceField, Shelf
from ..cells import Cell, NoValue
from ..errors import Fault, Place, fault, in_order
from ..evidence import MISSING, Declined, Missing, Observed, State, Unreadable, Value
from ..periods import Period
from ..subjects import Subject
from ..suggestions import clipped
from ..tables.grid import is_blank
from ..tables.reading import Column, Table
from .asked import Asked, Pair, Wanted
from .fields import Fields, nearest, spots
from .folding import Seen, spoilt, written

COLUMNS: Final = (
    Column("unit", ("Mã đơn vị", "Mã khoa/phòng", "Mã khoa, phòng"), label=True),
    Column("criterion", ("Mã tiêu chí",), label=True),
    Column("name", ("Mã số liệu",)),
    Column("label", ("Nội dung",), required=False),
    Column("measure", ("Đơn vị tính",), required=False),
    Column("value", ("Giá trị",)),
    Column("proof", ("Minh chứng",), required=False),
    Column("remark", ("Ghi chú",), required=False),
)
KEY: Final = "name"
MOST_NAMED: Final = 100
"""For so many unknown codes of one sheet the nearest known ones are looked up."""
MOST_LISTED: Final = 12
NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})


@attrs.frozen
class Handed:
    """What one department handed in."""

    state: State
    evidence: Mapping[str, Seen]
    places: Mapping[str, Place] = attrs.field(factory=dict)


@attrs.frozen
class _Entry:
    unit: str
    pair: Pair
    cell: Cell
    place: Place
    unproven: bool = False


def read_sheets(
    tables: Sequence[Table],
    units: Mapping[str, Subject],
    known: frozenset[str],
    wanted: Wanted,
    names: Mapping[str, str] = NO_NAMES,
) -> tuple[dict[str, Handed], list[Fault]]:
    """Return what each department, or the hospital, handed in, and every fault.

    Args:
        tables: the filled sheets, unreadable ones among them.
        units: those who could be read and are asked.
        known: every code that may stand on a sheet.
        wanted: what the scheme asks for.
        names: whose sheet a file is, by a name that is not the code.
    """
    faults: list[Fault] = []
    entries: dict[str, list[_Entry]] = {unit: [] for unit in units}
    for table in tables:
        for row in table.rows:
            fields = Fields(row)
            unit = fields.known("unit", known)
            pair = fields.code("criterion", needed=True), fields.code("name")
            if unit in entries:
                place = fields.place("name")
                bare = "proof" in table.columns and is_blank(row["proof"])
                entries[unit].append(_Entry(unit, pair, row["value"], place, bare))
            faults += fields.faults
    closed = _closed(tables, {**{code: code for code in units}, **names})
    handed = {}
    for code, subject in units.items():
        if not entries[code] and code in closed:
            handed[code] = _unread(subject, wanted, closed[code])
        else:
            handed[code] = _handed(subject, entries[code], wanted, faults)
    return handed, faults


def _closed(tables: Iterable[Table], names: Mapping[str, str]) -> dict[str, Fault]:
    """Return why a file that is named after a subject could not be read, by code."""
    by_name = {name.casefold(): code for name, code in names.items()}
    found = {}
    for table in tables:
        stem = table.file.rpartition("/")[2].rpartition(".")[0]
        if table.stopped and stem.casefold() in by_name:
            stops = [one for one in table.faults if one.severity == "stop"]
            found[by_name[stem.casefold()]] = in_order(stops)[0]
    return found


def _unread(subject: Subject, wanted: Wanted, why: Fault) -> Handed:
    """Return a sheet that was handed in and of which nothing can be taken."""
    evidence: dict[str, dict[str, Observed]] = {}
    for one in wanted.of(subject.traits, "sheet"):
        evidence.setdefault(one.criterion, {})[one.field.name] = Unreadable(why)
    return Handed("submitted", evidence)


def _handed(
    subject: Subject, entries: Sequence[_Entry], wanted: Wanted, faults: list[Fault]
) -> Handed:
    if not entries:
        return Handed("not_submitted", {})
    asked = {one.pair: one for one in wanted.of(subject.traits, "sheet")}
    evidence: dict[str, dict[str, Observed]] = {}
    unproven: list[_Entry] = []
    named = 0
    for pair, group in _by_pair(entries).items():
        if pair in asked:
            seen = _settled(group, asked[pair])
            faults += seen[1]
            faults += outside(
                group[0].cell, asked[pair].field, seen[0], wanted.pack.period
            )
            evidence.setdefault(pair[0], {})[pair[1]] = seen[0]
            if asked[pair].field.proof and not isinstance(seen[0], Missing):
                unproven += [one for one in group[:1] if one.unproven]
        else:
            unknown = _not_asked(group, wanted, asked if named < MOST_NAMED else ())
            named += len(unknown)
            faults += unknown
    if unproven:
        faults.append(_without_proof(unproven))
    blank = all(
        isinstance(value, Missing)
        for values in evidence.values()
        for value in values.values()
    )
    places = {
        one.pair[0]: attrs.evolve(one.place, key=one.pair[0])
        for one in reversed(entries)
    }
    return Handed("empty" if blank else "submitted", evidence, places)


def _without_proof(entries: Sequence[_Entry]) -> Fault:
    """Return one warning for all figures of a sheet that name no proof."""
    codes = [".".join(one.pair).rpartition("/")[2] for one in entries]
    seen = ", ".join(codes[:MOST_LISTED]) + (" …" if codes[MOST_LISTED:] else "")
    first = entries[0]
    told = {"unit": first.unit, "count": len(codes), "seen": seen}
    return fault("DV-S228", first.place, **told)


def _by_pair(entries: Iterable[_Entry]) -> dict[Pair, list[_Entry]]:
    grouped: dict[Pair, list[_Entry]] = {}
    for one in entries:
        grouped.setdefault(one.pair, []).append(one)
    return grouped


def _settled(entries: Sequence[_Entry], asked: Asked) -> tuple[Observed, list[Fault]]:
    """Return the one value that the rows give; rows that differ give none."""
    read = [(one, observed(one.cell, asked.field)) for one in entries]
    filled = [(one, seen) for one, seen in read if not isinstance(seen, Missing)]
    faults = [seen.fault for _, seen in filled if isinstance(seen, Unreadable)]
    if faults:
        return spoilt(faults) or MISSING, faults
    if any(seen != filled[0][1] for _, seen in filled):
        told = {
            "unit": entries[0].unit,
            "seen": ".".join(asked.pair),
            "places": spots([one.cell.place for one, _ in filled]),
        }
        faults = [fault("DV-S206", one.cell.place, **told) for one, _ in filled]
        return spoilt(faults) or MISSING, faults
    return (filled[0][1] if filled else MISSING), []


def _not_asked(
    entries: Sequence[_Entry], wanted: Wanted, asked: Collection[Pair]
) -> list[Fault]:
    """Return a remark on each value nobody asked this department for."""
    faults = []
    for one in entries:
        code = ".".join(one.pair)
        if not _exists(wanted.pack.shelf, one.pair):
            near = nearest(code, [".".join(pair) for pair in asked])
            told = {"seen": clipped(code), "near": near}
            faults.append(fault("DV-S205", one.place, **told))
        elif isinstance(grammar.text(one.cell), NoValue) or _declines(one.cell):
            continue
        elif one.pair in wanted.all and _on_a_sheet(wanted, one.pair):
            faults.append(fault("DV-S203", one.cell.place, seen=code, unit=one.unit))
        else:
            faults.append(fault("DV-S204", one.cell.place, seen=code))
    return faults


def _on_a_sheet(wanted: Wanted, pair: Pair) -> bool:
    return wanted.brought_by(wanted.all[pair]) == "sheet"


def _exists(shelf: Shelf, pair: Pair) -> bool:
    criterion = shelf.criteria.get(pair[0])
    return criterion is not None and pair[1] in criterion.evidence


def _declines(cell: Cell) -> bool:
    return grammar.number(cell) is grammar.DECLINED


def observed(cell: Cell, field: EvidenceField) -> Observed:
    """Return what a cell says for *field*: a value, nothing, or a fault; never a guess."""
    found = _readers(field)(cell)
    if isinstance(found, Fault):
        return Unreadable(found)
    if isinstance(found, NoValue):
        if found is grammar.ABSENT:
            return MISSING
        if field.may_decline:
            return Declined()
        return Unreadable(fault("DV-S207", cell.place, seen=field.label.vi))
    refusal = field.check(found)
    if refusal is not None:
        return Unreadable(fault(refusal.code, cell.place, **dict(refusal.data)))
    return found


def outside(
    cell: Cell, field: EvidenceField, seen: Observed, period: Period
) -> list[Fault]:
    """Return a warning for each day in *cell* that lies outside the period."""
    days = seen if isinstance(seen, frozenset) else [seen]
    told = {
        "seen": field.label.vi,
        "seen_en": field.label.in_("en"),
        "period": f"{written(period.start)} – {written(period.end)}",
    }
    return [
        fault("DV-S222", cell.place, day=written(day), **told)
        for day in days
        if isinstance(day, dt.date) and day not in period
    ]


def _readers(field: EvidenceField) -> Callable[[Cell], Value | NoValue | Fault]:
    options = dict(field.options)
    if field.type == "percent":
        return lambda cell: grammar.percent(cell, may_exceed=field.may_exceed)
    if field.type == "level":
        return lambda cell: grammar.choice(cell, options)
    if field.type == "members":
        return lambda cell: grammar.members(cell, options)
    return _PLAIN[field.type]


_PLAIN: Final[Mapping[str, Callable[[Cell], Value | NoValue | Fault]]] = {
    "count": grammar.count,
    "amount": grammar.number,
    "flag": grammar.flag,
    "date": grammar.day,
    "dates": grammar.days,
    "text": grammar.text,
}
