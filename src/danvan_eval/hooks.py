"""What may others add?

Hooks declare; they are called once, when a registry is made, and never per
person. Built-ins come through the same door. Every name starts with ``danvan_``.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pluggy

from .rule import RuleKind

if TYPE_CHECKING:
    from .decisions.logic import RegimeLogic

PROJECT: Final = "danvan_eval"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def danvan_rule_kinds() -> Iterable[RuleKind]:  # type: ignore[empty-body]
    """Return rule kinds: frozen attrs classes that satisfy the rule protocol.

    Example::

        @hookimpl
        def danvan_rule_kinds():
            return [Streak]
    """


@hookspec
def danvan_catalogues() -> Iterable[Path]:  # type: ignore[empty-body]
    """Return folders of criteria, instruments and schemes, laid out as ``criteria/``."""


@hookspec
def danvan_regimes() -> "Iterable[RegimeLogic]":  # type: ignore[empty-body]
    """Return regimes of classification: an id, a file of data, and functions.

    A regime that two plugins bring under one id is refused. One that ``replaces``
    another is used where the hospital names it, and nowhere else.
    """
