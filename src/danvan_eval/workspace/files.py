"""Which file of the folder holds what, and what could be read of it?"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

from ..errors import Fault, FaultError, Place, fault
from ..tables.reading import Column, Row, Table, read_table

KINDS: Final = (".csv", ".xlsx")
FORMS: Final = "phieu"
REGISTERS: Final = "so-theo-doi"
MODELS: Final = "mau"
TEMPLATES: Final = f"{REGISTERS}/{MODELS}"
"""Registers begin here: an empty one in its own place would say «no event»."""
_OF_THE_SYSTEM: Final = frozenset({"thumbs.db", "desktop.ini"})
_MOST_NAMED: Final = 10


@attrs.frozen
class Files:
    """The tables of one folder; what is wrong with them gathers in *faults*."""

    folder: Path
    faults: list[Fault] = attrs.field(factory=list)

    def table(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        key: str,
        needed: bool = False,
        entry: Callable[[Row], bool] | None = None,
    ) -> Table | None:
        """Read ``name.csv`` or ``name.xlsx``; None when there is no table to be had.

        *entry* says which rows are entries, instead of the *key* alone.
        """
        there = [kind for kind in KINDS if is_file(self.folder / f"{name}{kind}")]
        self._misplaced(f"{name}{kind}" for kind in KINDS if kind not in there)
        if len(there) == 1:
            return self._read(f"{name}{there[0]}", columns, key, entry)
        if there:
            seen = ", ".join(f"{name}{kind}" for kind in there)
            self.faults.append(fault("DV-S202", Place(name), seen=seen))
        elif needed:
            self.faults.append(fault("DV-F101", Place(f"{name}{KINDS[0]}")))
        return None

    def sheets(self, columns: Sequence[Column], *, key: str) -> list[Table]:
        """Read every file of the folder of forms; unreadable ones stay, stopped."""
        tables = []
        for path in self._listed(FORMS):
            name = f"{FORMS}/{path.name}"
            table = read_table(path, columns=columns, key=key, name=name)
            self.faults.extend(table.faults)
            tables.append(table)
        return tables

    def strangers(
        self,
        registers: Iterable[str],
        *,
        folder: str = REGISTERS,
        others: Collection[str] = (),
    ) -> None:
        """Point out files beside the registers that are named like none of them.

        *others* are files of the *folder* that somebody else reads.
        """
        known = sorted(registers)
        for path in self._listed(folder, passed_over=f"{folder}/{MODELS}"):
            if path.name in others:
                continue
            if path.stem not in known or path.suffix.lower() not in KINDS:
                place = Place(f"{folder}/{path.name}")
                self.faults.append(fault("DV-S213", place, allowed=", ".join(known)))

    def templates(
        self,
        registers: Mapping[str, tuple[Sequence[Column], str]],
        *,
        folder: str = REGISTERS,
    ) -> None:
        """Point out rows that were written into a template: they are not read."""
        for path in self._listed(f"{folder}/{MODELS}"):
            columns, key = registers.get(path.stem, ((), ""))
            if not columns or path.suffix.lower() not in KINDS:
                continue
            name = f"{folder}/{MODELS}/{path.name}"
            table = read_table(path, columns=columns, key=key, name=name)
            if table.rows:
                told = {"count": len(table.rows), "allowed": f"{folder}/"}
                self.faults.append(fault("DV-S225", Place(name), **told))

    def _listed(self, name: str, *, passed_over: str = "") -> list[Path]:
        """Return the files right in a folder; point out what else lies there."""
        folder = self.folder / name
        if is_file(folder):
            self.faults.append(fault("DV-S224", Place(name)))
        shown = [one for one in _entries(folder) if not _of_the_system(one)]
        files = [one for one in shown if is_file(one)]
        rest = (f"{name}/{one.name}" for one in shown if one not in files)
        self._misplaced(one for one in rest if one != passed_over)
        return files

    def _misplaced(self, names: Iterable[str]) -> None:
        """Point out what is there under a name and is no file."""
        for name in names:
            path = self.folder / name
            if os.path.lexists(path):
                inside = [one.name for one in _entries(path) if not _of_the_system(one)]
                more = ", …" if len(inside) > _MOST_NAMED else ""
                holds = f": {', '.join(inside[:_MOST_NAMED])}{more}" if inside else ""
                above = f"{name.rpartition('/')[0]}/".removeprefix("/") or "."
                told = {"holds": holds, "allowed": above}
                self.faults.append(fault("DV-S223", Place(name), **told))

    def _read(
        self,
        name: str,
        columns: Sequence[Column],
        key: str,
        entry: Callable[[Row], bool] | None,
    ) -> Table | None:
        path = self.folder / name
        table = read_table(path, columns=columns, key=key, name=name, entry=entry)
        self.faults.extend(table.faults)
        return None if table.stopped else table


def is_file(path: Path) -> bool:
    """Say whether a file is there.

    Raises:
        FaultError: DV-S226 when nobody may look into the folder.
    """
    try:
        return path.is_file()
    except PermissionError as error:
        raise closed(path.parent) from error
    except OSError:
        return False


def closed(folder: Path) -> FaultError:
    """Return the refusal of a folder that may not be opened."""
    return FaultError(fault("DV-S226", Place(folder.as_posix())))


def _entries(folder: Path) -> list[Path]:
    """Return what lies in a folder, by name; nothing where there is no folder."""
    try:
        return sorted(folder.iterdir())
    except PermissionError as error:
        raise closed(folder) from error
    except OSError:
        return []


def _of_the_system(path: Path) -> bool:
    return path.name.startswith(".") or path.name.casefold() in _OF_THE_SYSTEM
