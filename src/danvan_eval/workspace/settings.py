"""What does danvan.toml say?"""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

from ..errors import Fault, FaultError, PackError, Place, fault
from ..loading.source import read_source
from ..loading.tables import Table
from ..periods import Period
from ..subjects import SubjectKind
from .files import is_file
from .horizon import LATER, CutOff

FILE: Final = "danvan.toml"
CLASSIFICATION: Final = "xep-loai/xep-loai.toml"
"""The settings of the classification of the year."""
RATED: Final[tuple[SubjectKind, ...]] = ("unit", "person", "hospital")
"""The kinds of subjects a workspace holds dossiers of."""


@attrs.frozen
class Settings:
    """A hospital, a period, the schemes by kind of subject, and where rules lie."""

    code: str
    name: str
    period: Period
    schemes: Mapping[SubjectKind, str]
    criteria: tuple[Path, ...]
    overlays: tuple[Path, ...]
    days_off: frozenset[dt.date]
    cut_off: CutOff | None = None


def open_settings(folder: Path, file: str, missing: Fault) -> Table:
    """Return the settings *file* of a folder, its form of writing checked.

    Raises:
        FaultError: *missing* when there is no such file, or why it cannot be read.
    """
    if not is_file(folder / file):
        raise FaultError(missing)
    source = read_source(folder / file, file)
    if isinstance(source, Fault):
        raise FaultError(source)
    table = Table(source, source.data, (), [])
    table.choice("schema", (1,))
    return table


def read_settings(
    folder: Path, overlays: Sequence[Path] = (), *, classifies: bool = False
) -> Settings:
    """Read the settings of *folder*; *overlays* come after those named there.

    Who only *classifies* a year needs no scheme, and neither does a hospital that
    has settings for it.

    Raises:
        FaultError: DV-S214 when the folder has no settings.
        PackError: with every mistake in them.
    """
    place = Place(folder.name or str(folder))
    table = open_settings(folder, FILE, fault("DV-S214", place, allowed=FILE))
    hospital = table.table("hospital")
    code, name = hospital.text("code"), hospital.text("name")
    hospital.close()
    period, cut_off = _period(table)
    settings = Settings(
        code,
        name,
        period,
        _schemes(table, classifies=classifies or is_file(folder / CLASSIFICATION)),
        _paths(table, "criteria", folder, ()),
        _paths(table, "overlays", folder, overlays),
        _days(table, "days_off"),
        cut_off,
    )
    table.close()
    if table.faults:
        raise PackError.of(table.faults)
    return settings


def _period(table: Table) -> tuple[Period, CutOff | None]:
    inside = table.table("period")
    if inside.data.get("to") == "open":
        inside.note("DV-S217", "to")
    period = inside.period(may_be_open=False)
    cut_off = None
    if inside.has("cut_off") or inside.has("after_cut_off"):
        cut_off = CutOff(inside.day("cut_off"), inside.choice("after_cut_off", LATER))
        if inside.has("cut_off") and cut_off.day not in period:
            inside.refuse("cut_off", period)
    inside.close()
    return period, cut_off


def _schemes(table: Table, *, classifies: bool) -> dict[SubjectKind, str]:
    """Return the schemes; a hospital that only classifies its year needs none."""
    inside = table.table("schemes")
    named = {kind: inside.text(kind, "").strip() for kind in RATED}
    for kind in RATED:
        if isinstance(inside.data.get(kind), str) and not named[kind]:
            inside.note("DV-S227", kind, key=kind)
    inside.close()
    chosen = {kind: scheme for kind, scheme in named.items() if scheme}
    none = not chosen and not inside.faults
    if none and table.has("schemes") and not classifies:
        table.note("DV-S218", "schemes")
    return chosen


def _paths(
    table: Table, key: str, folder: Path, more: Sequence[Path]
) -> tuple[Path, ...]:
    """Return paths from the folder; a file that is not there is a mistake here."""
    named = [folder / one for one in table.strings(key, [])]
    for path in named if key == "overlays" else ():
        if not is_file(path):
            place = table.source.place((key,))
            table.faults.append(fault("DV-F101", attrs.evolve(place, key=path.name)))
    table.faults += [
        fault("DV-F101", Place(path.as_posix())) for path in more if not is_file(path)
    ]
    return (*named, *more)


def _days(table: Table, key: str) -> frozenset[dt.date]:
    listed = table.typed(key, list, [])
    if all(type(one) is dt.date for one in listed):
        return frozenset(listed)
    table.note("DV-L004", key, seen=repr(listed), allowed="[2024-04-29, …]")
    return frozenset()
