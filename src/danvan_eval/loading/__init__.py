"""Are these folders a catalogue? If not, list every mistake at once."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs

from ..canon import fingerprint
from ..catalogue import Criterion, Shelf
from ..citations import Basis, Instrument
from ..errors import Fault, FaultError, PackError, Place, fault, in_order
from ..packs import Pack, pack_of
from ..periods import Period
from ..plugins import Registry, load_registry
from ..scheme import Scheme
from .checks import check_criterion, check_scheme
from .criteria import read_criterion
from .instruments import read_instrument
from .overlays import Overlay, read_overlay, with_numbers
from .schemes import read_scheme
from .source import Source, read_source

__all__ = ["Catalogue", "load_catalogue"]

SUFFIX = ".toml"


@attrs.frozen(eq=False)
class Catalogue:
    """Everything that was loaded ("danh mục"): criteria, instruments, schemes.

    *data* keeps each file as parsed, for the hash of a pack.
    """

    shelf: Shelf
    schemes: Mapping[str, Scheme]
    data: Mapping[str, Mapping[str, Any]]
    overlays: tuple[Overlay, ...]
    plugins: tuple[str, ...]

    @property
    def criteria(self) -> Mapping[str, Criterion]:
        """The criteria by id."""
        return self.shelf.criteria

    @property
    def instruments(self) -> Mapping[str, Instrument]:
        """The instruments by id."""
        return self.shelf.instruments

    def pack(self, scheme: str, period: Period) -> Pack:
        """Return the pack of *scheme* in force at the end of *period*.

        Raises:
            FaultError: DV-R010 for a scheme there is none of, DV-R003 and DV-R004
                for a date no rule is in force on.
        """
        if scheme not in self.schemes:
            allowed = ", ".join(self.schemes)
            raise FaultError(
                fault("DV-R010", Place(key=scheme), seen=scheme, allowed=allowed)
            )
        chosen = self.schemes[scheme]
        used = [leaf.criterion for leaf in chosen.leaves]
        content = {
            "scheme": self.data[scheme],
            "criteria": {one: _deciding(self.data[one]) for one in used},
            "adopted": [one.name for one in self.overlays],
            "plugins": list(self.plugins),
        }
        return pack_of(
            chosen,
            self.shelf,
            period,
            sha256=fingerprint(content),
            adopted=tuple(one.name for one in self.overlays),
        )


def _deciding(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of a criterion decides a score: all but its examples."""
    return {key: value for key, value in data.items() if key != "example"}


def load_catalogue(
    *folders: Path | str,
    overlays: Iterable[Path | str] = (),
    registry: Registry | None = None,
    examples: bool = True,
) -> Catalogue:
    """Load the shipped criteria, those of plugins, and those in *folders*.

    Args:
        *folders: more folders laid out as ``criteria/``.
        overlays: the hospital's own regulations, applied in this order.
        registry: what is installed; looked up when not given.
        examples: whether to read the worked examples; scoring needs none.

    Raises:
        PackError: with every mistake of every file, by file and line.
        PluginError: for a plugin that is broken or collides.
    """
    registry = registry or load_registry()
    faults: list[Fault] = []
    sources = _sources([*registry.folders, *map(Path, folders)], faults)
    read_overlays = _overlays(map(Path, overlays), faults)
    sources = _adopted_sources(sources, read_overlays, faults)
    bases: dict[str, dict[str, Basis]] = {}
    for overlay in read_overlays:
        for target, paths in overlay.adopted().items():
            bases.setdefault(target, {}).update(paths)
    instruments, criteria, schemes = _read(
        sources, registry, bases, faults, with_examples=examples
    )
    shelf = Shelf(MappingProxyType(criteria), MappingProxyType(instruments))
    if not faults:
        for criterion in criteria.values():
            faults += check_criterion(criterion, shelf)
        for scheme in schemes.values():
            faults += check_scheme(scheme, shelf)
    if faults:
        raise PackError.of(in_order(faults))
    data = {id_: source.data for id_, source in sources.items()}
    return Catalogue(
        shelf,
        MappingProxyType(schemes),
        MappingProxyType(data),
        tuple(read_overlays),
        registry.plugins,
    )


def _sources(folders: Iterable[Path], faults: list[Fault]) -> dict[str, Source]:
    """Parse every file, by the id its path gives; two files with one id are refused."""
    sources: dict[str, Source] = {}
    for folder in folders:
        if not folder.is_dir():
            faults.append(fault("DV-L016", Place(str(folder))))
        for file in sorted(folder.glob(f"*/*{SUFFIX}")):
            id_ = f"{file.parent.name}/{file.stem}"
            read = read_source(file, f"{folder.name}/{id_}{SUFFIX}")
            if isinstance(read, Fault):
                faults.append(read)
            elif id_ in sources:
                faults.append(fault("DV-L006", read.place(()), seen=id_))
            else:
                sources[id_] = read
    return dict(sorted(sources.items()))


def _overlays(files: Iterable[Path], faults: list[Fault]) -> list[Overlay]:
    overlays = []
    for file in files:
        source = read_source(file, file.name)
        read = [source] if isinstance(source, Fault) else read_overlay(source)
        if isinstance(read, Overlay):
            overlays.append(read)
        else:
            faults += read
    return overlays


def _adopted_sources(
    sources: dict[str, Source], overlays: Iterable[Overlay], faults: list[Fault]
) -> dict[str, Source]:
    """Put adopted numbers into the files they are for; the files stay as they are."""
    for overlay in overlays:
        for adoption in overlay.adoptions:
            id_, _, variant = adoption.target.partition("@")
            before = len(adoption.table.faults)
            if id_ in sources:
                data = with_numbers(sources[id_].data, adoption, variant)
                sources = {**sources, id_: attrs.evolve(sources[id_], data=data)}
            else:
                adoption.table.note(
                    "DV-L007", "target", seen=id_, allowed=", ".join(sources)
                )
            faults += adoption.table.faults[before:]
    return sources


def _read(
    sources: Mapping[str, Source],
    registry: Registry,
    bases: Mapping[str, Mapping[str, Basis]],
    faults: list[Fault],
    *,
    with_examples: bool,
) -> tuple[dict[str, Instrument], dict[str, Criterion], dict[str, Scheme]]:
    instruments: dict[str, Instrument] = {}
    criteria: dict[str, Criterion] = {}
    schemes: dict[str, Scheme] = {}
    for id_, source in sources.items():
        folder, _, stem = id_.partition("/")
        read: Instrument | Criterion | Scheme | list[Fault]
        if stem == "instrument":
            read = read_instrument(source, folder)
        elif "version" in source.data or "evidence" in source.data:
            read = read_criterion(
                source, id_, registry, bases, with_examples=with_examples
            )
        else:
            read = read_scheme(source, id_, bases)
        if isinstance(read, Instrument):
            instruments[folder] = read
        elif isinstance(read, Criterion):
            criteria[id_] = read
        elif isinstance(read, Scheme):
            schemes[id_] = read
        else:
            faults += read
    return instruments, criteria, schemes
