"""What does xep-loai.toml say: the day, the regulation, the readings, the quota?"""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

import attrs

from ...decisions.choices import (
    NOT_RATED,
    Choices,
    InternalRule,
    Order,
    QuotaChoices,
    Raised,
    Regulation,
)
from ...decisions.choosing import Loaded
from ...decisions.levels import Level
from ...errors import PackError, Place, fault
from ...loading.tables import Table
from ...points import FULL, NOTHING
from ..settings import CLASSIFICATION, open_settings
from .feeds import read_feeds

FILE: Final = CLASSIFICATION
Scores = Literal["quarter", "month"]
Source = Literal["recorded", "dan-van", "none"]
SOURCES: Final[tuple[Source, ...]] = ("recorded", "dan-van", "none")
ORDERS: Final[tuple[Order, ...]] = ("points", "dan_van", "none")
SCORES: Final[tuple[Scores, ...]] = ("quarter", "month")
REGIME: Final = "regime"
QUOTA_BASE: Final = "quota_base"
"""The reading that is chosen in ``[quota] reading``."""


@attrs.frozen
class YearSettings:
    """The day of classification, how scores come, and all the hospital chose."""

    event: dt.date
    scores: Scores
    choices: Choices


def read_settings(folder: Path, regimes: Sequence[Loaded]) -> YearSettings:
    """Read the settings of the classification.

    Raises:
        FaultError: DV-C001 when there are none.
        PackError: with every mistake in them.
    """
    table = open_settings(folder, FILE, fault("DV-C001", Place(FILE)))
    inside = table.table("evaluation")
    event = inside.day("decided_on")
    scores = inside.choice("scores", SCORES, default="quarter")
    inside.close()
    choices = Choices(
        regulation=_regulation(table),
        readings=_readings(table, regimes),
        feeds=read_feeds(table, regimes),
        quota=_quota(table),
        internal=_internal(table),
        contract_workers=_contract(table),
    )
    table.close()
    if table.faults:
        raise PackError.of(table.faults)
    return YearSettings(event, scores, choices)


def _regulation(table: Table) -> Regulation | None:
    if not table.has("regulation"):
        return None
    inside = table.table("regulation")
    read = Regulation(
        inside.text("number"),
        inside.day("issued_on"),
        inside.text("title", ""),
        inside.text("repeats_article_7", ""),
        inside.typed("fictitious", bool, stand_in=False, default=False),
    )
    inside.close()
    return read


def _readings(table: Table, regimes: Sequence[Loaded]) -> dict[str, str]:
    """Return the chosen readings; each must be one that a regime leaves open."""
    if not table.has("readings"):
        return {}
    inside = table.table("readings")
    known: dict[str, set[str]] = {REGIME: {one.law.id for one in regimes}}
    for one in regimes:
        for id_, reading in one.law.readings.items():
            if id_ != QUOTA_BASE:
                known.setdefault(id_, set()).update(reading.options)
    chosen = {
        id_: inside.choice(id_, sorted(options))
        for id_, options in known.items()
        if inside.has(id_)
    }
    for id_ in known:
        inside.take(id_, None)
    inside.close()
    return chosen


def _quota(table: Table) -> QuotaChoices | None:
    if not table.has("quota"):
        return None
    inside = table.table("quota")
    exempt = inside.strings("exempt", default=[])
    order = inside.choice("order", ORDERS) if inside.has("order") else None
    read = QuotaChoices(
        reading=inside.choice("reading", ("A", "B")),
        groups=inside.choice("groups", ("unit", "block", "group", "none")),
        pools=_pools(inside),
        exempt=frozenset(exempt),
        exempt_by=inside.text("exempt_by") if exempt else inside.text("exempt_by", ""),
        order=order,
        order_by=inside.text("order_by")
        if order == "dan_van"
        else inside.text("order_by", ""),
        raised_people=_raised(inside, "raised_people"),
        raised_units=_raised(inside, "raised_units"),
    )
    inside.close()
    return read


def _pools(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the pooled groups; a group in two pools is in neither."""
    listed = table.typed("pools", list, [], default=[])
    fits = all(
        isinstance(pool, list) and all(isinstance(one, str) for one in pool)
        for pool in listed
    )
    names = [one for pool in listed for one in pool] if fits else []
    if fits and len(set(names)) == len(names):
        return tuple(tuple(pool) for pool in listed)
    table.refuse("pools", '[["…", "…"], …]')
    return ()


def _raised(table: Table, key: str) -> Raised | None:
    if not table.has(key):
        table.take(key, None)
        return None
    inside = table.table(key)
    read = Raised(
        inside.number_in("ratio", "0 < … ≤ 1", lambda n: NOTHING < n <= FULL),
        inside.text("decision"),
    )
    inside.close()
    return read


def _internal(table: Table) -> InternalRule:
    if not table.has("departments"):
        return NOT_RATED
    inside = table.table("departments")
    source = inside.choice("source", SOURCES)
    article = inside.text("article", "") if source == "none" else inside.text("article")
    levels: dict[str, str] = {}
    if inside.has("levels"):
        named = inside.table("levels")
        known = [one.value for one in Level]
        levels = {grade: named.choice(grade, known) for grade in named.data}
    inside.close()
    return InternalRule(source, article, levels)


def _contract(table: Table) -> bool | None:
    """Return whether the regime is applied to contract workers; None if undecided."""
    if not table.has("contract_workers"):
        return None
    inside = table.table("contract_workers")
    applied = inside.typed("applied", bool, stand_in=False)
    inside.text("article", "")
    inside.close()
    return applied
