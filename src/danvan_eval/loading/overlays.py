"""Which numbers has the hospital adopted by a regulation of its own?"""

import copy
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..catalogue import Criterion, variant_id
from ..citations import Basis
from ..errors import Fault
from ..scheme import Scheme
from ..terms import Text
from .bases import covers
from .criteria import VARIANT
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

    *fictitious* marks an example that no hospital has adopted; *data* is the file
    as parsed, for the hash of a pack.
    """

    number: str
    title: Text
    fictitious: bool
    adoptions: tuple[Adoption, ...]
    file: str
    data: Mapping[str, Any] = attrs.field(factory=dict, eq=False, repr=False)

    @property
    def name(self) -> str:
        """How the regulation is named; a fictitious one says so."""
        mark = " (HƯ CẤU, chỉ để minh họa)" if self.fictitious else ""
        return f"{self.number} – {self.title.vi}{mark}"


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
    read = Overlay(number, title, fictitious, adoptions, source.name, source.data)
    return table.faults or read


def _adoption(table: Table) -> Adoption:
    numbers = table.table("numbers").data if table.has("numbers") else {}
    table.take("numbers", None)
    read = Adoption(
        table.text("target"),
        table.text("article"),
        dict(_flat(numbers)),
        table.strings("confirms", default=[]),
        table,
    )
    table.close()
    return read


def _flat(numbers: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield dotted paths, whether or not the author put them in quotation marks.

    Behind a path in quotation marks stands its whole value, be it a table.
    """
    for key, value in numbers.items():
        if isinstance(value, Mapping) and "." not in key:
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def adopted_bases(overlays: Iterable[Overlay]) -> dict[str, dict[str, Basis]]:
    """Return the adopted paths by target, each with its article.

    What was decided later stands later; within one regulation, the more exact path.
    """
    bases: dict[str, dict[str, Basis]] = {}
    for overlay in overlays:
        found = [
            (one.target, path, Basis("adopted", f"{one.article}, {overlay.name}"))
            for one in overlay.adoptions
            for path in (*one.confirms, *one.numbers)
        ]
        for target, path, basis in sorted(found, key=lambda one: len(one[1])):
            paths = bases.setdefault(target, {})
            paths.pop(path, None)
            paths[path] = basis
    return bases


def adopted_sources(
    sources: Mapping[str, Source], overlays: Iterable[Overlay], faults: list[Fault]
) -> dict[str, Source]:
    """Put adopted numbers into the files they are for; the files stay as they are."""
    changed = dict(sources)
    known = _targets(sources)
    for overlay in overlays:
        for one in overlay.adoptions:
            before = len(one.table.faults)
            id_, _, variant = one.target.partition("@")
            if one.target in known:
                changed[id_] = _with_numbers(changed[id_], overlay, one, variant)
            else:
                from difflib import get_close_matches

                near = get_close_matches(one.target, known, n=4, cutoff=0.3) or known
                one.table.note(
                    "DV-L007", "target", seen=one.target, allowed=", ".join(near)
                )
            faults += one.table.faults[before:]
    return changed


def _targets(sources: Mapping[str, Source]) -> list[str]:
    """Return what a regulation may speak of: schemes, and variants of criteria."""
    targets = []
    for id_, source in sources.items():
        variants = {
            f"@{variant_id(*map(one.get, VARIANT))}": None
            for one in _versions(source.data)
        }
        targets += [f"{id_}{variant}" for variant in variants or ("",)]
    return [one for one in targets if not one.endswith("/instrument")]


def _versions(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    versions = data.get("version")
    listed = versions if isinstance(versions, list) else []
    return [one for one in listed if isinstance(one, dict)]


def _with_numbers(
    source: Source, overlay: Overlay, adoption: Adoption, variant: str
) -> Source:
    """Return *source* with the adopted numbers in the place of its own.

    *variant* picks the versions of a criterion. A path that leads nowhere is
    noted on the overlay: a regulation cannot set what the rules do not have.
    """
    data = copy.deepcopy(dict(source.data))
    tables = [data]
    if variant:
        tables = [
            one
            for one in _versions(data)
            if variant_id(*map(one.get, VARIANT)) == variant
        ]
    for path, number in adoption.numbers.items():
        placed = [_put(one, path.split("."), number) for one in tables]
        if not any(placed):
            adoption.table.note("DV-L070", "numbers", path=path, target=adoption.target)
    mark = f" ({overlay.file})" if adoption.numbers else ""
    name = source.name if source.name.endswith(mark) else f"{source.name}{mark}"
    return attrs.evolve(source, data=data, name=name)


def _put(table: dict[str, Any], keys: Sequence[str], number: object) -> bool:
    """Put *number* at the end of *keys*; lists go by the ids of their tables."""
    here: Any = table
    for key in keys[:-1]:
        if isinstance(here, list):
            found = (one for one in here if isinstance(one, dict))
            here = next((one for one in found if one.get("id") == key), None)
        else:
            here = here.get(key) if isinstance(here, dict) else None
    if not isinstance(here, dict) or keys[-1] not in here:
        return False
    here[keys[-1]] = number
    return True


def check_adoptions(
    overlays: Iterable[Overlay],
    criteria: Mapping[str, Criterion],
    schemes: Mapping[str, Scheme],
) -> Iterator[Fault]:
    """Yield every adopted path that is no number of its target."""
    for overlay in overlays:
        for one in overlay.adoptions:
            paths = _number_paths(one.target, criteria, schemes)
            if paths is None:
                continue
            before = len(one.table.faults)
            for key, listed in (("confirms", one.confirms), ("numbers", one.numbers)):
                for path in listed:
                    if not any(covers(path, known) for known in paths):
                        one.table.note("DV-L070", key, path=path, target=one.target)
            yield from one.table.faults[before:]


def _number_paths(
    target: str, criteria: Mapping[str, Criterion], schemes: Mapping[str, Scheme]
) -> Collection[str] | None:
    """Return the paths of *target* that rest on something; None when it was not read."""
    id_, _, variant = target.partition("@")
    if target in schemes:
        return schemes[target].bases
    if id_ not in criteria:
        return None
    versions = [one for one in criteria[id_].versions if one.id == variant]
    return [path for version in versions for path in version.bases]
