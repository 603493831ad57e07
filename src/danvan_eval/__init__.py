"""Exact, explained, cited scores for công tác dân vận in public hospitals.

Load rules (:func:`load_catalogue`), score a dossier (:func:`score`), rank the
sheets (:func:`rank`), say why (:func:`explain`). Everything here proposes; people
decide. Every name is imported when it is first used, so that a program that embeds
the library starts as quickly as it would without it.
"""

from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from .citations import Basis, Citation, Instrument
    from .errors import DanvanError, Fault, FaultError, PackError, Place, PluginError
    from .evidence import MISSING, Declined, Dossier, Missing, OneOf, Unreadable, Waiver
    from .explaining import explain
    from .hooks import hookimpl
    from .loading import Catalogue, load_catalogue
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

_HOMES = {
    "Allocation": "quotas",
    "Basis": "citations",
    "BlockRanking": "ranking",
    "Bounds": "rule",
    "Catalogue": "loading",
    "Citation": "citations",
    "DanvanError": "errors",
    "Declined": "evidence",
    "Dossier": "evidence",
    "Fault": "errors",
    "FaultError": "errors",
    "Finding": "rule",
    "Instrument": "citations",
    "Line": "sheet",
    "MISSING": "evidence",
    "Missing": "evidence",
    "NotRanked": "ranking",
    "OneOf": "evidence",
    "Outcome": "outcomes",
    "Pack": "packs",
    "PackError": "errors",
    "Period": "periods",
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
    "Unreadable": "evidence",
    "Waiver": "evidence",
    "Workspace": "workspace",
    "dump_run": "records",
    "explain": "explaining",
    "from_data": "records",
    "hookimpl": "hooks",
    "init_workspace": "workspace",
    "load_catalogue": "loading",
    "load_registry": "plugins",
    "load_run": "records",
    "rank": "ranking",
    "read_workspace": "workspace",
    "run": "runs",
    "score": "scoring",
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
    "Citation",
    "DanvanError",
    "Declined",
    "Dossier",
    "Fault",
    "FaultError",
    "Finding",
    "Instrument",
    "Line",
    "Missing",
    "NotRanked",
    "OneOf",
    "Outcome",
    "Pack",
    "PackError",
    "Period",
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
    "Unreadable",
    "Waiver",
    "Workspace",
    "__version__",
    "dump_run",
    "explain",
    "from_data",
    "hookimpl",
    "init_workspace",
    "load_catalogue",
    "load_registry",
    "load_run",
    "rank",
    "read_workspace",
    "run",
    "score",
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
