"""Exact, explained, cited scores for công tác dân vận in public hospitals.

Load rules (:func:`load_catalogue`), score a dossier (:func:`score`), rank the
sheets (:func:`rank`), say why (:func:`explain`). Everything here proposes; people
decide. Names that need spreadsheets or JSON are imported when first used.
"""

from typing import TYPE_CHECKING, Any

from .citations import Basis, Citation, Instrument
from .errors import DanvanError, Fault, FaultError, PackError, Place, PluginError
from .evidence import MISSING, Declined, Dossier, Missing, OneOf, Unreadable, Waiver
from .explain import explain
from .hooks import hookimpl
from .loading import Catalogue, load_catalogue
from .outcomes import Outcome
from .packs import Pack
from .periods import Period
from .plugins import Registry, load_registry
from .quotas import Allocation
from .ranking import BlockRanking, NotRanked, Ranked, Ranking, rank
from .rule import Bounds, Finding, Rule
from .scoring import score
from .sheet import Line, Sheet
from .subjects import Subject
from .trace import Stage, Step
from .version import __version__

if TYPE_CHECKING:
    from .records import dump_run, from_data, load_run, to_data
    from .results import write_results
    from .runs import Run, run
    from .workspace import Workspace, init_workspace, read_workspace

_LATER = {
    "Run": "runs",
    "Workspace": "workspace",
    "dump_run": "records",
    "from_data": "records",
    "init_workspace": "workspace",
    "load_run": "records",
    "read_workspace": "workspace",
    "run": "runs",
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
    """Import a name that needs spreadsheets or JSON when it is first used."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_LATER[name]}", __name__), name)


def __dir__() -> list[str]:
    return __all__
