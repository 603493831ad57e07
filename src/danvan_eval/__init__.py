"""Exact, explained, cited scores for công tác dân vận in public hospitals.

Load rules (:func:`load_catalogue`), score a dossier (:func:`score`), rank the
sheets (:func:`rank`), say why (:func:`explain`); suggest quality levels by the
decrees (:func:`classify_hospital`, :func:`classify_person`, :func:`classify_unit`). Everything here proposes; people
decide. Every name is imported when it is first used, so that a program that embeds
the library starts as quickly as it would without it.
"""

from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from .citations import Basis, Citation, Instrument
    from .classifying import (
        classify_hospital,
        classify_person,
        classify_unit,
        dan_van_results,
    )
    from .decisions.choices import Choices
    from .decisions.classification import Classification
    from .decisions.facts import Person, Unit
    from .decisions.hospital import Classified, Year
    from .decisions.levels import Level
    from .decisions.telling import tell
    from .errors import DanvanError, Fault, FaultError, PackError, Place, PluginError
    from .evidence import MISSING, Declined, Dossier, Missing, OneOf, Unreadable, Waiver
    from .explaining import explain
    from .hooks import hookimpl
    from .loading import Catalogue, load_catalogue
    from .loading.regimes import load_regimes
    from .outcomes import Outcome
    from .packs import Pack
    from .periods import Period
    from .plugins import Registry, load_registry
    from .quotas import Allocation
    from .ranking import BlockRanking, NotRanked, Ranked, Ranking, rank
    from .records import dump_run, from_data, load_run, to_data
    from .results import write_results
    from .rule import Bounds, Finding, Rule
    from .runs import Run, run
    from .scoring import score
    from .sheet import Line, Sheet
    from .subjects import Subject
    from .trace import Stage, Step
    from .workspace import Workspace, init_workspace, read_workspace
    from .workspace.yearly.reading import read_year
    from .year_run import YearRun, dump_year


_HOMES = {
    "Allocation": "quotas",
    "Basis": "citations",
    "BlockRanking": "ranking",
    "Bounds": "rule",
    "Catalogue": "loading",
    "Choices": "decisions.choices",
    "Citation": "citations",
    "Classification": "decisions.classification",
    "Classified": "decisions.hospital",
    "DanvanError": "errors",
    "Declined": "evidence",
    "Dossier": "evidence",
    "Fault": "errors",
    "FaultError": "errors",
    "Finding": "rule",
    "Instrument": "citations",
    "Level": "decisions.levels",
    "Line": "sheet",
    "MISSING": "evidence",
    "Missing": "evidence",
    "NotRanked": "ranking",
    "OneOf": "evidence",
    "Outcome": "outcomes",
    "Pack": "packs",
    "PackError": "errors",
    "Period": "periods",
    "Person": "decisions.facts",
    "Place": "errors",
    "PluginError": "errors",
    "Ranked": "ranking",
    "Ranking": "ranking",
    "Registry": "plugins",
    "Rule": "rule",
    "Run": "runs",
    "Sheet": "sheet",
    "Stage": "trace",
    "Step": "trace",
    "Subject": "subjects",
    "Unit": "decisions.facts",
    "Unreadable": "evidence",
    "Waiver": "evidence",
    "Workspace": "workspace",
    "Year": "decisions.hospital",
    "YearRun": "year_run",
    "classify_hospital": "classifying",
    "classify_person": "classifying",
    "classify_unit": "classifying",
    "dan_van_results": "classifying",
    "dump_run": "records",
    "dump_year": "year_run",
    "explain": "explaining",
    "from_data": "records",
    "hookimpl": "hooks",
    "init_workspace": "workspace",
    "load_catalogue": "loading",
    "load_regimes": "loading.regimes",
    "load_registry": "plugins",
    "load_run": "records",
    "rank": "ranking",
    "read_workspace": "workspace",
    "read_year": "workspace.yearly.reading",
    "run": "runs",
    "score": "scoring",
    "tell": "decisions.telling",
    "to_data": "records",
    "write_results": "results",
}

__all__ = [
    "MISSING",
    "Allocation",
    "Basis",
    "BlockRanking",
    "Bounds",
    "Catalogue",
    "Choices",
    "Citation",
    "Classification",
    "Classified",
    "DanvanError",
    "Declined",
    "Dossier",
    "Fault",
    "FaultError",
    "Finding",
    "Instrument",
    "Level",
    "Line",
    "Missing",
    "NotRanked",
    "OneOf",
    "Outcome",
    "Pack",
    "PackError",
    "Period",
    "Person",
    "Place",
    "PluginError",
    "Ranked",
    "Ranking",
    "Registry",
    "Rule",
    "Run",
    "Sheet",
    "Stage",
    "Step",
    "Subject",
    "Unit",
    "Unreadable",
    "Waiver",
    "Workspace",
    "Year",
    "YearRun",
    "__version__",
    "classify_hospital",
    "classify_person",
    "classify_unit",
    "dan_van_results",
    "dump_run",
    "dump_year",
    "explain",
    "from_data",
    "hookimpl",
    "init_workspace",
    "load_catalogue",
    "load_regimes",
    "load_registry",
    "load_run",
    "rank",
    "read_workspace",
    "read_year",
    "run",
    "score",
    "tell",
    "to_data",
    "write_results",
]


def __getattr__(name: str) -> Any:
    """Import a name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
