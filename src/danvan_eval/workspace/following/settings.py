"""What does de-xuat.toml say: the days, the rules of conduct, what was adopted?"""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

import attrs

from ...consequences.adopted import (
    COUNTS,
    MONTHS,
    RULES,
    SHARES,
    Adopted,
    AdoptedRules,
)
from ...consequences.awards import AWARDS
from ...consequences.choosing import Laws, law_on
from ...consequences.early_step import Adopted as Order
from ...consequences.finding import Conduct
from ...consequences.members import Share
from ...consequences.reach import Scope
from ...consequences.track_facts import TRACKS, Track, TrackRules
from ...errors import FaultError, PackError, Place, fault
from ...loading.tables import Table
from ...points import FULL, NOTHING
from ...terms import Text
from ..settings import open_settings

FOLDER: Final = "de-xuat"
FILE: Final = f"{FOLDER}/de-xuat.toml"
SCOPES: Final[tuple[Scope, ...]] = ("whole", "second_half")
AWARDED: Final = (*AWARDS, *TRACKS)
"""What a share of votes may be adopted for: titles, and tracks of a plan."""
FAMILIES: Final[Mapping[str, tuple[str, Text]]] = {
    "titles": ("tdkt", Text("thi đua, khen thưởng", "emulation and commendation")),
    "salary": ("luong", Text("nâng bậc lương", "salary steps")),
    "appointment": ("bn", Text("bổ nhiệm", "appointment")),
    "council": ("hd", Text("hội đồng thi đua, khen thưởng", "councils")),
}
"""The family of laws that each day chooses; duties choose by days of their own."""
NO_READINGS: Final[Mapping[str, str]] = MappingProxyType({})
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@attrs.frozen
class FollowingSettings:
    """The days that choose the laws, and everything the hospital adopted.

    *received_on* is the day files of titles were received, *step_on* and *post_on*
    the days considered for salary and appointment, *as_of* the day of looking at
    duties, *voted_on* that of the council, *awarded_on* the
    one on which awards would be decided. *payroll* is the number of its list.
    """

    received_on: dt.date
    step_on: dt.date
    post_on: dt.date
    as_of: dt.date
    voted_on: dt.date | None = None
    awarded_on: dt.date | None = None
    payroll: int | None = None
    scope: Scope = "whole"
    conduct: Conduct | None = None
    adopted: AdoptedRules = MappingProxyType({})
    order: Order | None = None
    tracks: TrackRules = TrackRules()
    shares: Mapping[str, Share] = MappingProxyType({})
    readings: Mapping[str, str] = NO_READINGS
    rules: Mapping[str, dt.date] = MappingProxyType({})


def read_settings(folder: Path, laws: Laws, year: int) -> FollowingSettings:
    """Read the settings of what may follow.

    Args:
        folder: the hospital's folder.
        laws: the bodies of law that the days choose from, and whose readings are open.
        year: the year that is considered; a day may be in it or in the next.

    Raises:
        FaultError: DV-D002 when there are none.
        PackError: with every mistake in them.
    """
    table = open_settings(folder, FILE, fault("DV-D002", Place(FILE)))
    days = _Days(table.table("days"), laws, year)
    received, step = days.day("titles"), days.day("salary")
    post, as_of = days.day("appointment"), days.day("duties")
    voted = None if _absent(days.table, "council") else days.day("council")
    awarded = None if _absent(days.table, "decision") else days.day("decision")
    days.table.close()
    read = FollowingSettings(
        received,
        step,
        post,
        as_of,
        voted,
        awarded,
        _payroll(table),
        table.choice("scope", SCOPES, default="whole"),
        _conduct(table),
        _each(table, "adopted", "rule", _adopted),
        _order(table),
        TrackRules(rewards=_each(table, "track", "track", _track)),
        _each(table, "share", "award", _share),
        _readings(table, laws),
        _each(table, "regulation", "number", _rule),
    )
    table.close()
    if table.faults:
        raise PackError.of(table.faults)
    return read


@attrs.frozen
class _Days:
    """Reads the days, each beside the laws it chooses from, and beside the year."""

    table: Table
    laws: Laws
    year: int

    def day(self, name: str) -> dt.date:
        """Return a day; note one in a year it cannot be in, or without a law."""
        before = len(self.table.faults)
        day = _date(self.table, name)
        if len(self.table.faults) > before or not self.table.has(name):
            return day
        if day.year not in (self.year, self.year + 1):
            told = {"year": self.year, "next": self.year + 1}
            self.table.note("DV-D004", name, seen=f"{day:%d/%m/%Y}", **told)
        elif name in FAMILIES:
            self._law(name, day)
        return day

    def _law(self, name: str, day: dt.date) -> None:
        family, about = FAMILIES[name]
        try:
            law_on(self.laws, family, day)
        except FaultError as error:
            allowed = dict(error.fault.data)["allowed"]
            told = {"about": about.vi, "about_en": about.in_("en"), "allowed": allowed}
            self.table.note("DV-D003", name, seen=f"{day:%d/%m/%Y}", **told)


def _each(
    table: Table, name: str, key: str, read: Callable[[Table], tuple[K, V]]
) -> Mapping[K, V]:
    """Read every table of a list; one that stands twice under its *key* is noted.

    One whose key cannot stand there is noted by who reads it, and is none.
    """
    found: dict[K, V] = {}
    for one in table.tables(name):
        known, value = read(one)
        if one.data.get(key) != known:
            continue
        if known in found:
            one.note("DV-L006", key, seen=known)
        found[known] = value
    return MappingProxyType(found)


def _payroll(table: Table) -> int | None:
    if _absent(table, "payroll"):
        return None
    count = table.typed("payroll", int, 1)
    if count < 1:
        table.refuse("payroll", "≥ 1")
    return count


def _conduct(table: Table) -> Conduct | None:
    if _absent(table, "conduct"):
        return None
    inside = table.table("conduct")
    read = Conduct(inside.text("number"), _date(inside, "issued_on"))
    inside.close()
    return read


def _adopted(table: Table) -> tuple[str, Adopted]:
    rule = table.choice("rule", tuple(RULES))
    article = table.text("article") or "?"
    number: Fraction | None = None
    if rule in SHARES:
        number = table.number_in("number", "0 < … ≤ 1", lambda n: NOTHING < n <= FULL)
    elif rule in COUNTS:
        fits = f"1 … {MONTHS}"
        number = table.number_in("number", fits, lambda n: FULL <= n <= MONTHS)
    table.close()
    return rule, Adopted(article, number)


def _order(table: Table) -> Order | None:
    if _absent(table, "early_steps"):
        return None
    inside = table.table("early_steps")
    kinds = inside.strings("order")
    for one in _twice(kinds):
        inside.note("DV-D306", "order", seen=one)
    read = Order(
        inside.text("article") or "?",
        dict.fromkeys(kinds),
        inside.typed("counts", bool, stand_in=False, default=False),
    )
    inside.close()
    return read


def _twice(names: Iterable[str]) -> list[str]:
    listed = list(names)
    return [one for one in dict.fromkeys(listed) if listed.count(one) > 1]


def _track(table: Table) -> tuple[Track, str]:
    known: tuple[Track, ...] = tuple(TRACKS)
    read = table.choice("track", known), table.text("article") or "?"
    table.close()
    return read


def _share(table: Table) -> tuple[str, Share]:
    award = str(table.choice("award", AWARDED))
    ratio = table.number_in("ratio", "0 < … ≤ 1", lambda n: NOTHING < n <= FULL)
    read = Share(
        ratio, table.text("article"), table.choice("base", ("members", "returned"))
    )
    table.close()
    return award, read


def _readings(table: Table, laws: Laws) -> dict[str, str]:
    """Return the chosen readings; each must be one that a body of law leaves open."""
    if _absent(table, "readings"):
        return {}
    inside = table.table("readings")
    known: dict[str, set[str]] = {}
    for law in laws.values():
        for id_, reading in law.readings.items():
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


def _rule(table: Table) -> tuple[str, dt.date]:
    read = table.text("number"), _date(table, "issued_on")
    table.close()
    return read


def _absent(table: Table, key: str) -> bool:
    """Say whether a key that may be left out is; a slip is compared with it then."""
    if table.has(key):
        return False
    table.take(key, None)
    return True


def _date(table: Table, key: str) -> dt.date:
    """Return a day; one with a time of day is refused."""
    day = table.day(key)
    if isinstance(day, dt.datetime):
        table.refuse(key, f"{day:%Y-%m-%d}")
    return day
