"""Which file of the folder holds what, and what could be read of it?"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import attrs

from ..errors import Fault, Place, fault
from ..tables.reading import Column, Table, read_table

KINDS: Final = (".csv", ".xlsx")
FORMS: Final = "phieu"
REGISTERS: Final = "so-theo-doi"
_OF_THE_SYSTEM: Final = frozenset({"thumbs.db", "desktop.ini"})


@attrs.frozen
class Files:
    """The tables of one folder; what is wrong with them gathers in *faults*."""

    folder: Path
    faults: list[Fault] = attrs.field(factory=list)

    def table(
        self, name: str, columns: Sequence[Column], *, key: str, needed: bool = False
    ) -> Table | None:
        """Read ``name.csv`` or ``name.xlsx``; None when there is no table to be had."""
        there = [kind for kind in KINDS if (self.folder / f"{name}{kind}").is_file()]
        if len(there) == 1:
            return self._read(f"{name}{there[0]}", columns, key)
        if there:
            seen = ", ".join(f"{name}{kind}" for kind in there)
            self.faults.append(fault("DV-S202", Place(name), seen=seen))
        elif needed:
            self.faults.append(fault("DV-F101", Place(f"{name}{KINDS[0]}")))
        return None

    def sheets(self, columns: Sequence[Column], *, key: str) -> list[Table]:
        """Read every file of the folder of forms; unreadable ones stay, stopped."""
        tables = []
        for path in _listed(self.folder / FORMS):
            name = f"{FORMS}/{path.name}"
            table = read_table(path, columns=columns, key=key, name=name)
            self.faults.extend(table.faults)
            tables.append(table)
        return tables

    def strangers(self, registers: Iterable[str]) -> None:
        """Point out files beside the registers that are named like none of them."""
        known = sorted(registers)
        for path in _listed(self.folder / REGISTERS):
            if path.stem not in known or path.suffix.lower() not in KINDS:
                place = Place(f"{REGISTERS}/{path.name}")
                self.faults.append(fault("DV-S213", place, allowed=", ".join(known)))

    def _read(self, name: str, columns: Sequence[Column], key: str) -> Table | None:
        table = read_table(self.folder / name, columns=columns, key=key, name=name)
        self.faults.extend(table.faults)
        return None if table.stopped else table


def _listed(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.is_file()
        and not path.name.startswith(".")
        and path.name.casefold() not in _OF_THE_SYSTEM
    )
