"""What is installed, as one immutable registry, and who brought what?"""

import inspect
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, Final, cast

import attrs
import pluggy

from . import hooks
from .errors import PluginError
from .hooks import PROJECT, hookimpl
from .kinds import BUILT_IN
from .rule import RuleKind

ENTRY_POINTS: Final = "danvan_eval"
OURSELVES: Final = "danvan-eval"
METHODS: Final = ("find", "bounds")


@attrs.frozen
class Registry:
    """Rule kinds by name and catalogue folders, with the plugin that brought each."""

    kinds: Mapping[str, RuleKind]
    folders: tuple[Path, ...]
    brought_by: Mapping[str, str]

    @property
    def plugins(self) -> tuple[str, ...]:
        """The plugins beside the built-ins, as ``name version``, in order."""
        return tuple(
            sorted({who for who in self.brought_by.values() if who != OURSELVES})
        )


class _BuiltIns:
    """The library's own rule kinds and criteria, through the same door as others'."""

    @hookimpl
    def danvan_rule_kinds(self) -> Iterable[RuleKind]:
        return BUILT_IN

    @hookimpl
    def danvan_catalogues(self) -> Iterable[Path]:
        return [Path(str(files("danvan_eval.criteria")))]


def load_registry(
    *extra: object, entry_points: bool = True, built_ins: bool = True
) -> Registry:
    """Gather what is installed into a registry ("những gì đã cài").

    Args:
        *extra: plugin modules or objects to add, for tests and embedding programs.
        entry_points: whether to look for installed plugins.
        built_ins: whether to include the shipped kinds and criteria.

    Raises:
        PluginError: for a plugin that cannot be loaded, a hook that does not
            exist, a hook-like function without its marker, or a kind that two
            plugins bring. Nothing is skipped and nobody wins.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hooks)
    named = {OURSELVES: _BuiltIns()} if built_ins else {}
    for name, plugin in [*named.items(), *((_name_of(one), one) for one in extra)]:
        _check_markers(manager, name, plugin)
        _register(manager, name, plugin)
    if entry_points:
        _load_installed(manager)
    return _gathered(manager)


def _name_of(plugin: object) -> str:
    module = (
        plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__name__
    )
    return str(getattr(plugin, "plugin_name", module))


def _register(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    try:
        manager.register(plugin, name)
    except ValueError as error:
        raise PluginError("DV-P001", name, str(error)) from error
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise PluginError("DV-P002", name, str(error)) from error


def _check_markers(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    """Refuse a function that is named like a hook and lacks the marker."""
    for about, member in inspect.getmembers(plugin, callable):
        marked = manager.parse_hookimpl_opts(plugin, about)
        if about.startswith("danvan_") and marked is None and member is not hookimpl:
            raise PluginError("DV-P003", name, about)


def _load_installed(manager: pluggy.PluginManager) -> None:
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda one: one.name):
        name = _versioned(point.name, point.dist)
        try:
            plugin = point.load()
        except Exception as error:
            raise PluginError("DV-P001", name, repr(error)) from error
        _check_markers(manager, name, plugin)
        _register(manager, name, plugin)


def _versioned(name: str, dist: Distribution | None) -> str:
    return name if dist is None else f"{dist.name} {dist.version}"


def _gathered(manager: pluggy.PluginManager) -> Registry:
    kinds: dict[str, RuleKind] = {}
    folders: list[Path] = []
    brought_by: dict[str, str] = {}
    for name, plugin in manager.list_name_plugin():
        declared = _declared(manager, name, plugin, "danvan_rule_kinds")
        for kind in cast(Iterable[RuleKind], declared):
            _check_kind(kind, name)
            if kind.kind in kinds:
                other = brought_by[kind.kind]
                raise PluginError("DV-P004", name, kind.kind, other)
            kinds[kind.kind], brought_by[kind.kind] = kind, name
        for folder in _declared(manager, name, plugin, "danvan_catalogues"):
            path = Path(cast(Path, folder))
            folders.append(path)
            brought_by[str(path)] = name
    return Registry(
        MappingProxyType(dict(sorted(kinds.items()))),
        tuple(folders),
        MappingProxyType(brought_by),
    )


def _declared(
    manager: pluggy.PluginManager, name: str, plugin: object, hook: str
) -> list[object]:
    """Call one plugin's hook and list what it declares."""
    caller = getattr(manager.hook, hook)
    others = [one for _, one in manager.list_name_plugin() if one is not plugin]
    try:
        declared: list[Any] = manager.subset_hook_caller(caller.name, others)()
        return [one for listed in declared for one in listed]
    except Exception as error:
        raise PluginError("DV-P001", name, repr(error)) from error


def _check_kind(kind: RuleKind, plugin: str) -> None:
    """Refuse a class that is no rule kind."""
    name = getattr(kind, "kind", "")
    fits = (
        attrs.has(cast(type, kind))
        and bool(name)
        and isinstance(getattr(kind, "says", None), Mapping)
        and all(callable(getattr(kind, method, None)) for method in METHODS)
    )
    if not fits:
        raise PluginError("DV-P005", plugin, str(name or kind))
