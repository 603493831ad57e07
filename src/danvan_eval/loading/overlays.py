"""Which numbers has the hospital adopted by a regulation of its own?"""

import copy
from collections.abc import Mapping
from typing import Any

import attrs

from ..citations import Basis
from ..errors import Fault
from ..terms import Text
from .source import Source
from .tables import Table


@attrs.frozen
class Adoption:
    """What one regulation does to one target: numbers it sets, paths it confirms."""

    target: str
    article: str
    numbers: Mapping[str, Any]
    confirms: tuple[str, ...]
    table: Table = attrs.field(eq=False, repr=False)


@attrs.frozen
class Overlay:
    """A hospital's own regulation ("quy chế của bệnh viện"), kept in its workspace.

    *fictitious* marks an example that no hospital has adopted.
    """

    number: str
    title: Text
    fictitious: bool
    adoptions: tuple[Adoption, ...]
    file: str

    @property
    def name(self) -> str:
        """How the regulation is named; a fictitious one says so."""
        mark = " (HƯ CẤU, chỉ để minh họa)" if self.fictitious else ""
        return f"{self.number} – {self.title.vi}{mark}"

    def adopted(self) -> dict[str, dict[str, Basis]]:
        """Return the adopted paths by target, each with its article."""
        bases: dict[str, dict[str, Basis]] = {}
        for one in self.adoptions:
            basis = Basis("adopted", f"{one.article}, {self.name}")
            paths = dict.fromkeys((*one.confirms, *one.numbers), basis)
            bases.setdefault(one.target, {}).update(paths)
        return bases


def read_overlay(source: Source) -> Overlay | list[Fault]:
    """Return the overlay in *source*, or the list of its faults."""
    table = Table(source, source.data, (), [])
    table.choice("schema", (1,))
    regulation = table.table("regulation")
    number, title = regulation.text("number"), regulation.label("title")
    regulation.text("issuer")
    regulation.day("signed_on")
    fictitious = regulation.typed("fictitious", bool, stand_in=False, default=False)
    regulation.close()
    adoptions = tuple(_adoption(one) for one in table.tables("adopt"))
    table.close()
    read = Overlay(number, title, fictitious, adoptions, source.name)
    return table.faults or read


def _adoption(table: Table) -> Adoption:
    read = Adoption(
        table.text("target"),
        table.text("article"),
        table.typed("numbers", dict, {}, default={}),
        table.strings("confirms", default=[]),
        table,
    )
    table.close()
    return read


def with_numbers(
    data: Mapping[str, Any], adoption: Adoption, variant: str = ""
) -> dict[str, Any]:
    """Return *data* with the adopted numbers in the place of its own.

    *variant* picks the versions of a criterion. A path that leads nowhere is
    noted on the overlay: a regulation cannot set what the rules do not have.
    """
    changed = copy.deepcopy(dict(data))
    tables = [changed]
    if variant:
        tables = [
            one
            for one in changed.get("version", [])
            if f"{one.get('instrument')}/{one.get('subject')}" == variant
        ]
    for path, number in adoption.numbers.items():
        placed = [_put(one, path.split("."), number) for one in tables]
        if not any(placed):
            adoption.table.note("DV-L070", "numbers", path=path, target=adoption.target)
    return changed


def _put(table: dict[str, Any], keys: list[str], number: object) -> bool:
    """Put *number* at the end of *keys*; lists go by the ids of their tables."""
    here: Any = table
    for key in keys[:-1]:
        if isinstance(here, list):
            here = next((one for one in here if one.get("id") == key), None)
        else:
            here = here.get(key) if isinstance(here, dict) else None
    if not isinstance(here, dict) or keys[-1] not in here:
        return False
    here[keys[-1]] = number
    return True
