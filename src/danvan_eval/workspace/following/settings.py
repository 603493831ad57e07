"""What does de-xuat.toml say: the days, the rules of conduct, what was adopted?"""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Final

import attrs

from ...consequences.adopted import COUNTS, RULES, SHARES, Adopted, AdoptedRules
from ...consequences.early_step import Adopted as Order
from ...consequences.finding import Conduct
from ...consequences.members import Share
from ...consequences.reach import Scope
from ...consequences.track_facts import TRACKS, Track, TrackRules
from ...errors import Fault, FaultError, PackError, Place, fault
from ...loading.source import read_source
from ...loading.tables import Table
from ...points import FULL, NOTHING
from ..files import is_file

FOLDER: Final = "de-xuat"
FILE: Final = f"{FOLDER}/de-xuat.toml"
SCOPES: Final[tuple[Scope, ...]] = ("whole", "second_half")
READINGS: Final = ("last_day_off", "half_year")
NO_READINGS: Final[Mapping[str, str]] = MappingProxyType({})


@attrs.frozen
class FollowingSettings:
    """The days that choose the laws, and everything the hospital adopted.

    *received_on* is the day files of titles were received, *step_on* and *post_on*
    the days considered for salary and appointment, *as_of* the day of looking at
    duties, *voted_on* that of the council. *payroll* is the number of its list.
    """

    received_on: dt.date
    step_on: dt.date
    post_on: dt.date
    as_of: dt.date
    voted_on: dt.date | None = None
    payroll: int | None = None
    scope: Scope = "whole"
    conduct: Conduct | None = None
    adopted: AdoptedRules = MappingProxyType({})
    order: Order | None = None
    tracks: TrackRules = TrackRules()
    shares: Mapping[str, Share] = MappingProxyType({})
    readings: Mapping[str, str] = NO_READINGS
    rules: Mapping[str, dt.date] = MappingProxyType({})


def read_settings(folder: Path) -> FollowingSettings:
    """Read the settings of what may follow.

    Raises:
        FaultError: DV-D002 when there are none.
        PackError: with every mistake in them.
    """
    if not is_file(folder / FILE):
        raise FaultError(fault("DV-D002", Place(FILE)))
    source = read_source(folder / FILE, FILE)
    if isinstance(source, Fault):
        raise FaultError(source)
    table = Table(source, source.data, (), [])
    table.choice("schema", (1,))
    days = table.table("days")
    received, step = days.day("titles"), days.day("salary")
    post, as_of = days.day("appointment"), days.day("duties")
    voted = days.day("council") if days.has("council") else None
    days.close()
    read = FollowingSettings(
        received,
        step,
        post,
        as_of,
        voted,
        table.typed("payroll", int, 0) if table.has("payroll") else None,
        table.choice("scope", SCOPES, default="whole"),
        _conduct(table),
        MappingProxyType(dict(_adopted(one) for one in table.tables("adopted"))),
        _order(table),
        TrackRules(rewards=dict(_track(one) for one in table.tables("track"))),
        MappingProxyType(dict(_share(one) for one in table.tables("share"))),
        _readings(table),
        MappingProxyType(dict(_rule(one) for one in table.tables("regulation"))),
    )
    table.close()
    if table.faults:
        raise PackError.of(table.faults)
    return read


def _conduct(table: Table) -> Conduct | None:
    if not table.has("conduct"):
        return None
    inside = table.table("conduct")
    read = Conduct(inside.text("number"), inside.day("issued_on"))
    inside.close()
    return read


def _adopted(table: Table) -> tuple[str, Adopted]:
    rule = table.choice("rule", tuple(RULES))
    article = table.text("article") or "?"
    number: Fraction | None = None
    if rule in SHARES:
        number = table.number_in("number", "0 … 1", lambda n: NOTHING < n <= FULL)
    elif rule in COUNTS:
        number = table.positive("number")
    table.close()
    return rule, Adopted(article, number)


def _order(table: Table) -> Order | None:
    if not table.has("early_steps"):
        return None
    inside = table.table("early_steps")
    read = Order(
        inside.text("article") or "?",
        inside.strings("order"),
        inside.typed("counts", bool, stand_in=False, default=False),
    )
    inside.close()
    return read


def _track(table: Table) -> tuple[Track, str]:
    known: tuple[Track, ...] = tuple(TRACKS)
    read = table.choice("track", known), table.text("article") or "?"
    table.close()
    return read


def _share(table: Table) -> tuple[str, Share]:
    award = table.text("award")
    ratio = table.number_in("ratio", "0 … 1", lambda n: NOTHING < n <= FULL)
    read = Share(
        ratio, table.text("article"), table.choice("base", ("members", "returned"))
    )
    table.close()
    return award, read


def _readings(table: Table) -> dict[str, str]:
    if not table.has("readings"):
        return {}
    inside = table.table("readings")
    chosen = {name: inside.text(name) for name in inside.data}
    inside.close()
    return chosen


def _rule(table: Table) -> tuple[str, dt.date]:
    read = table.text("number"), table.day("issued_on")
    table.close()
    return read
