"""What is installed, as one immutable registry, and who brought what?"""

import inspect
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import pluggy

from . import hooks
from .errors import PluginError
from .hooks import PROJECT, hookimpl
from .kinds import BUILT_IN
from .rule import RuleKind

if TYPE_CHECKING:
    from importlib.metadata import Distribution

    from .decisions.logic import RegimeLogic

ENTRY_POINTS: Final = "danvan_eval"
OURSELVES: Final = "danvan-eval"
METHODS: Final = ("find", "bounds")
HOOKS: Final = tuple(name for name in vars(hooks) if name.startswith("danvan_"))


@attrs.frozen
class Registry:
    """Rule kinds by name and catalogue folders, with the plugin that brought each."""

    kinds: Mapping[str, RuleKind]
    folders: tuple[Path, ...]
    brought_by: Mapping[str, str]
    _manager: pluggy.PluginManager = attrs.field(eq=False, repr=False)

    @cached_property
    def regimes(self) -> "Mapping[str, RegimeLogic]":
        """The regimes of classification by id; gathered when first asked for.

        Raises:
            PluginError: for what is no regime, or one that two plugins bring.
        """
        return MappingProxyType(_regimes(self._manager))

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
        from importlib.resources import files

        return [Path(str(files("danvan_eval.criteria")))]

    @hookimpl
    def danvan_regimes(self) -> "Iterable[RegimeLogic]":
        from .decisions.logic import BUILT_IN as REGIMES

        return REGIMES


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
    if built_ins:
        _register(manager, OURSELVES, _BuiltIns())
    for plugin in extra:
        _register(manager, _name_of(plugin), plugin)
    if entry_points:
        _load_installed(manager)
    return _gathered(manager)


def _name_of(plugin: object) -> str:
    module = (
        plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__name__
    )
    return str(getattr(plugin, "plugin_name", module))


def _register(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    """Take a plugin in; refuse it for a hook that is misspelt, unmarked or unfit."""
    if manager.has_plugin(name) or manager.is_registered(plugin):
        raise PluginError("DV-P001", name, f"{name} × 2")
    try:
        _check_markers(manager, name, plugin)
        manager.register(plugin, name)
    except PluginError:
        raise
    except Exception as error:
        raise PluginError("DV-P001", name, _said(error)) from error
    for caller in manager.get_hookcallers(plugin) or ():
        if not caller.has_spec():
            raise PluginError("DV-P002", name, caller.name)


def _said(error: Exception) -> str:
    """Return what an error says on one line, without addresses of objects."""
    text = re.sub(r" at 0x[0-9a-fA-F]+", "", str(error))
    return f"{type(error).__name__}: {' '.join(text.split())}"


def _check_markers(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    """Refuse what is named like a hook and lacks the marker."""
    for about, member in inspect.getmembers(plugin):
        named = about in HOOKS or (about.startswith("danvan_") and callable(member))
        if named and manager.parse_hookimpl_opts(plugin, about) is None:
            raise PluginError("DV-P003", name, about)


def _load_installed(manager: pluggy.PluginManager) -> None:
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda one: one.name):
        name = _versioned(point.name, point.dist)
        if manager.has_plugin(name):
            name = f"{name} ({point.name})"
        try:
            plugin = point.load()
        except Exception as error:
            raise PluginError("DV-P001", name, _said(error)) from error
        _register(manager, name, plugin)


def _versioned(name: str, dist: "Distribution | None") -> str:
    return name if dist is None else f"{dist.name} {dist.version}"


def _gathered(manager: pluggy.PluginManager) -> Registry:
    kinds: dict[str, RuleKind] = {}
    folders: list[Path] = []
    brought_by: dict[str, str] = {}
    for name, plugin in manager.list_name_plugin():
        declared = _declared(manager, name, plugin, "danvan_rule_kinds")
        for kind in cast(list[RuleKind], declared):
            _check_kind(kind, name)
            if kind.kind in kinds:
                other = brought_by[kind.kind]
                raise PluginError("DV-P004", name, kind.kind, other)
            kinds[kind.kind], brought_by[kind.kind] = kind, name
        for folder in _declared(manager, name, plugin, "danvan_catalogues"):
            if not isinstance(folder, str | Path):
                raise PluginError("DV-P001", name, f"danvan_catalogues: {folder!r}")
            path = Path(folder)
            folders.append(path)
            brought_by[str(path)] = name
    return Registry(
        MappingProxyType(dict(sorted(kinds.items()))),
        tuple(folders),
        MappingProxyType(brought_by),
        manager,
    )


def _regimes(manager: pluggy.PluginManager) -> "dict[str, RegimeLogic]":
    """Gather the regimes of every plugin, each id once."""
    from .decisions.logic import RegimeLogic

    regimes: dict[str, RegimeLogic] = {}
    brought_by: dict[str, str] = {}
    for name, plugin in manager.list_name_plugin():
        for regime in _declared(manager, name, plugin, "danvan_regimes"):
            if not isinstance(regime, RegimeLogic):
                raise PluginError("DV-P001", name, f"danvan_regimes: {regime!r}")
            if regime.id in regimes:
                raise PluginError("DV-P006", name, regime.id, brought_by[regime.id])
            regimes[regime.id], brought_by[regime.id] = regime, name
    return regimes


def _declared(
    manager: pluggy.PluginManager, name: str, plugin: object, hook: str
) -> list[object]:
    """Call one plugin's hook and list what it declares."""
    caller = getattr(manager.hook, hook)
    if not any(one.plugin is plugin for one in caller.get_hookimpls()):
        return []
    others = [one for _, one in manager.list_name_plugin() if one is not plugin]
    try:
        answers: list[Any] = manager.subset_hook_caller(hook, others)()
        listed = [one for answer in answers for one in answer]
    except Exception as error:
        raise PluginError("DV-P001", name, f"{hook}: {_said(error)}") from error
    if not answers or any(isinstance(answer, str | bytes) for answer in answers):
        seen = answers[0] if answers else None
        raise PluginError("DV-P001", name, f"{hook}: {seen!r}")
    return listed


def _check_kind(kind: object, plugin: str) -> None:
    """Refuse what is no rule kind."""
    name = getattr(kind, "kind", "")
    fits = (
        isinstance(kind, type)
        and attrs.has(kind)
        and isinstance(name, str)
        and bool(name)
        and isinstance(getattr(kind, "says", None), Mapping)
        and all(callable(getattr(kind, method, None)) for method in METHODS)
    )
    if not fits:
        own = getattr(kind, "__name__", type(kind).__name__)
        raise PluginError("DV-P005", plugin, str(name or own))
