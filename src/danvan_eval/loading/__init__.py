"""Are these folders a catalogue? If not, list every mistake at once."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import attrs

from ..canon import fingerprint
from ..catalogue import Criterion, Shelf
from ..citations import Basis, Instrument
from ..coverage import Coverage
from ..errors import Fault, FaultError, PackError, Place, fault, in_order
from ..packs import Pack, pack_of
from ..periods import Period
from ..plugins import Registry, load_registry
from ..scheme import Scheme
from .checks import SUBJECT, Fit, check_criterion, check_scheme
from .coverage import check_coverage, check_schemes, read_coverage
from .criteria import read_criterion
from .fits import check_fits
from .instruments import read_instrument
from .overlays import (
    Overlay,
    adopted_bases,
    adopted_sources,
    check_adoptions,
    read_overlay,
)
from .schemes import read_scheme
from .source import Source, read_source

__all__ = ["Catalogue", "load_catalogue"]

SUFFIX: Final = ".toml"
DEPTH: Final = 2
"""Files lie in folders of the catalogue, no deeper and no higher."""
INSTRUMENT: Final = "instrument"
COVERAGE: Final = "coverage"
UNDECIDING: Final = frozenset({"example", "notes", "last_checked_on"})
"""What no score and no citation rests on."""


@attrs.frozen(eq=False)
class Catalogue:
    """Everything that was loaded ("danh mục"): criteria, instruments, schemes.

    *data* keeps each file as parsed, for the hash of a pack. *coverage* says, by
    instrument, what becomes of each of its obligations.
    """

    shelf: Shelf
    schemes: Mapping[str, Scheme]
    data: Mapping[str, Mapping[str, Any]]
    overlays: tuple[Overlay, ...]
    plugins: tuple[str, ...]
    coverage: Mapping[str, Coverage] = MappingProxyType({})

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
        adopted = tuple(one.name for one in self.overlays)
        return pack_of(
            chosen,
            self.shelf,
            period,
            sha256=fingerprint(self._content(chosen, period)),
            adopted=adopted,
        )

    def _content(self, scheme: Scheme, period: Period) -> dict[str, Any]:
        """Return all that decides a score of *scheme*, and what it is cited from.

        Criteria that only conditions and extras look at decide with those that
        count; of each, *period* picks the version in force.
        """
        looked_at = {one.criterion for one in scheme.looked_at} - {SUBJECT}
        used = sorted({leaf.criterion for leaf in scheme.leaves} | looked_at)
        asked = scheme.instrument, scheme.subject, period.end
        versions = {
            one: self.criteria[one].version(*asked, *scheme.readings) for one in used
        }
        files = [self.data[one] for one in (scheme.id, *used)]
        cited = {cite["instrument"] for one in files for cite in one.get("cite", [])}
        instruments = sorted({scheme.instrument, *cited})
        return {
            "scheme": self.data[scheme.id],
            "criteria": {one: _deciding(self.data[one]) for one in used},
            "in_force": {id_: str(one and one.period) for id_, one in versions.items()},
            "instruments": {
                one: _deciding(self.data[f"{one}/{INSTRUMENT}"]) for one in instruments
            },
            "adopted": [one.data for one in self.overlays],
            "plugins": list(self.plugins),
        }


def _deciding(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a file without examples, notes, and the day it was last looked at."""
    return {key: value for key, value in data.items() if key not in UNDECIDING}


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
        examples: whether to read the worked examples and the coverage maps;
            scoring needs neither.

    Raises:
        PackError: with every mistake of every file, by file and line.
        PluginError: for a plugin that is broken or collides.
    """
    registry = registry or load_registry()
    faults: list[Fault] = []
    passed_over = () if examples else (COVERAGE,)
    read_from = [*registry.folders, *map(Path, folders)]
    sources, unread = _sources(read_from, faults, passed_over)
    read_overlays = _overlays(map(Path, overlays), faults)
    sources = adopted_sources(sources, read_overlays, faults)
    bases = adopted_bases(read_overlays)
    shelf, schemes, coverage = _read(
        sources, registry, bases, faults, with_examples=examples
    )
    faults += check_adoptions(read_overlays, shelf.criteria, schemes)
    if not any(one.code == "DV-L016" for one in faults):
        faults += _check(sources, shelf, schemes, coverage, unread)
    if faults:
        raise PackError.of(in_order(faults))
    data = {id_: source.data for id_, source in sources.items()}
    return Catalogue(
        shelf,
        MappingProxyType(schemes),
        MappingProxyType(data),
        tuple(read_overlays),
        registry.plugins,
        MappingProxyType(coverage),
    )


def _sources(
    folders: Iterable[Path], faults: list[Fault], passed_over: Collection[str]
) -> tuple[dict[str, Source], set[str]]:
    """Parse every file, by the id its path gives; also return the ids not readable.

    Two files with one id are refused, naming both. Files with a stem that is
    *passed_over* are not opened.
    """
    sources: dict[str, Source] = {}
    unread: set[str] = set()
    paths: dict[str, Path] = {}
    for folder in {one.resolve(): one.absolute() for one in folders}.values():
        if not folder.is_dir():
            faults.append(fault("DV-L016", Place(str(folder))))
        elif not os.access(folder, os.R_OK | os.X_OK):
            faults.append(fault("DV-L023", Place(str(folder))))
        faults += [
            fault("DV-L022", Place(file.relative_to(folder).as_posix()))
            for file in sorted(folder.rglob(f"*{SUFFIX}"))
            if len(file.relative_to(folder).parts) != DEPTH
        ]
        for file in sorted(folder.glob(f"*/*{SUFFIX}")):
            id_ = f"{file.parent.name}/{file.stem}"
            if file.stem in passed_over:
                continue
            read = read_source(file, f"{folder.name}/{id_}{SUFFIX}")
            if isinstance(read, Fault):
                faults.append(read)
                unread.add(id_)
            elif id_ in sources:
                both = f"{id_} ({paths[id_]}, {file})"
                faults.append(fault("DV-L006", read.place(("id",)), seen=both))
            else:
                sources[id_], paths[id_] = read, file
    return dict(sorted(sources.items())), unread


def _overlays(files: Iterable[Path], faults: list[Fault]) -> list[Overlay]:
    overlays = []
    seen: set[Path] = set()
    for file in files:
        if (whole := file.resolve()) in seen:
            faults.append(fault("DV-L006", Place(file.name), seen=file.name))
            continue
        seen.add(whole)
        source = read_source(file, file.name)
        read = [source] if isinstance(source, Fault) else read_overlay(source)
        if isinstance(read, Overlay):
            overlays.append(read)
        else:
            faults += read
    return overlays


def _check(
    sources: Mapping[str, Source],
    shelf: Shelf,
    schemes: Mapping[str, Scheme],
    coverage: Mapping[str, Coverage],
    unread: set[str],
) -> Iterator[Fault]:
    """Yield what does not fit together among the files that were read."""
    ids = unread | (sources.keys() - shelf.criteria.keys() - schemes.keys())
    folders = {id_.partition("/")[0] for id_ in ids if id_.endswith(f"/{INSTRUMENT}")}
    silent = frozenset(ids | (folders - shelf.instruments.keys()))
    for id_, criterion in shelf.criteria.items():
        yield from check_criterion(criterion, Fit(sources[id_], shelf, silent))
    for id_, scheme in schemes.items():
        fit = Fit(sources[id_], shelf, silent)
        yield from check_scheme(scheme, fit)
        yield from check_fits(scheme, fit)
    for folder, covered in coverage.items():
        own = sources[f"{folder}/{COVERAGE}"]
        yield from check_coverage(covered, fit := Fit(own, shelf, silent))
        yield from check_schemes(covered, schemes, fit)


def _read(
    sources: Mapping[str, Source],
    registry: Registry,
    bases: Mapping[str, Mapping[str, Basis]],
    faults: list[Fault],
    *,
    with_examples: bool,
) -> tuple[Shelf, dict[str, Scheme], dict[str, Coverage]]:
    instruments: dict[str, Instrument] = {}
    criteria: dict[str, Criterion] = {}
    schemes: dict[str, Scheme] = {}
    coverage: dict[str, Coverage] = {}
    for id_, source in sources.items():
        folder, _, stem = id_.partition("/")
        read: Instrument | Coverage | Criterion | Scheme | list[Fault]
        if stem == INSTRUMENT:
            read = read_instrument(source, folder)
        elif stem == COVERAGE:
            read = read_coverage(source, folder)
        elif "version" in source.data or "evidence" in source.data:
            read = read_criterion(
                source, id_, registry, bases, with_examples=with_examples
            )
        else:
            read = read_scheme(source, id_, bases)
        if isinstance(read, Instrument):
            instruments[folder] = read
        elif isinstance(read, Coverage):
            coverage[folder] = read
        elif isinstance(read, Criterion):
            criteria[id_] = read
        elif isinstance(read, Scheme):
            schemes[id_] = read
        else:
            faults += read
    shelf = Shelf(MappingProxyType(criteria), MappingProxyType(instruments))
    return shelf, schemes, coverage
