"""What did the hospital do for citizens and staff, by its registers?"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

import attrs

from ...consequences.duty_facts import NOT_YET, Case, Done, DutyFacts, Listed
from ...periods import Period
from .. import petitions as register
from ..entries import entries, read_rows
from ..fields import Codes, Fields, Options
from ..files import REGISTERS, Files
from ..folding import Broken, contradiction, one_each
from ..petitions import Petition
from ..yearly.register import Reading
from . import duty_columns as at
from . import duty_rows as rows
from .duty_columns import COLUMNS
from .duty_rows import CaseMore, Told

__all__ = ["COLUMNS", "Known", "petitions_of", "read_duties"]

T = TypeVar("T")
NO_RULES: Final[Mapping[str, dt.date]] = MappingProxyType({})
NO_READINGS: Final[Mapping[str, str]] = MappingProxyType({})
NO_LISTS: Final[Mapping[str, Options]] = MappingProxyType({})
_REGISTER: Final = f"{REGISTERS}/{register.FILE}"
_LISTS: Final[Mapping[str, Mapping[str, Options]]] = {
    at.POSTINGS: {"content": at.GROUP_WORDS},
    at.CHECKS: {"half": at.HALVES},
    at.CONFERENCES: {"kind": at.REGULAR},
    at.CONSULTATIONS: {"clause": at.CLAUSE_WORDS},
}
"""The words that only an entry has, by table and column."""


@attrs.frozen
class Known:
    """What is known of the hospital from elsewhere.

    *rules* are internal rules, by number, of which proof of a consultation is asked.
    """

    headcount: int | None = None
    rules: Mapping[str, dt.date] = NO_RULES
    readings: Mapping[str, str] = NO_READINGS


def read_duties(
    reading: Reading,
    period: Period,
    petitions: Iterable[Petition | Broken] | None,
    known: Known | None = None,
) -> DutyFacts:
    """Return the facts of a period; faults gather in ``reading.files.faults``.

    Args:
        reading: reads the tables of the folder.
        period: the year.
        petitions: the register of petitions as it was read; None without one.
        known: what is known from elsewhere.
    """
    own = known or Known()
    return DutyFacts(
        period,
        _cases(reading, petitions),
        _listed(reading, at.RECEPTIONS, rows.reception),
        _listed(reading, at.POSTINGS, rows.posting),
        _listed(reading, at.CONFERENCES, rows.conference),
        _listed(reading, at.CHECKS, rows.half_year),
        _listed(reading, at.CONSULTATIONS, rows.consultation),
        _listed(reading, at.INSPECTORATES, rows.inspectorate),
        own.headcount,
        own.rules,
        own.readings,
    )


def petitions_of(reading: Reading) -> list[Petition | Broken] | None:
    """Return the register of petitions; None where there is none to be had.

    What is wrong with it is told where the register is counted, and not again.
    """
    files = Files(reading.files.folder)
    entry = entries("case", reading.codes)
    table = files.table(_REGISTER, register.COLUMNS, key="case", entry=entry)
    if table is None:
        return None
    found = read_rows(table, reading.codes, register.read, files.faults, entry)
    single, torn, _ = one_each(
        [one for one in found if isinstance(one, Petition)], lambda one: one.id
    )
    broken = [one for one in found if isinstance(one, Broken)]
    for members in torn:
        broken += [Broken(one, about=members[0].id) for one in contradiction(members)]
    return [*single, *broken]


def _listed(
    reading: Reading,
    name: str,
    read: Callable[[Fields, Codes], Told[T] | Broken],
) -> Listed[T]:
    """Return the entries of one table, each once, and what is not clear in it."""
    told, unclear, there = _told(reading, name, read)
    open_ = {one.about for one in told if one.open_}
    found = tuple(one.entry for one in told if one.entry is not None)
    return Listed(found, there, frozenset(unclear | open_))


def _told(
    reading: Reading,
    name: str,
    read: Callable[[Fields, Codes], Told[T] | Broken],
) -> tuple[list[Told[T]], set[str], bool]:
    columns = COLUMNS[name]
    key = columns[0].id
    entry = entries(key, reading.codes, _LISTS.get(name, NO_LISTS))
    table = reading.files.table(name, columns, key=key, entry=entry)
    if table is None:
        return [], set(), False
    faults = reading.files.faults
    found = read_rows(table, reading.codes, read, faults, entry)
    unclear = {one.about for one in found if isinstance(one, Broken)}
    good = [one for one in found if not isinstance(one, Broken)]
    single, torn, notes = one_each(good, lambda one: one.id)
    reading.notes.extend(notes)
    for members in torn:
        faults.extend(contradiction(members))
        unclear |= {one.about for one in members}
    return sorted(single, key=lambda one: one.id), unclear, True


def _cases(
    reading: Reading, petitions: Iterable[Petition | Broken] | None
) -> Listed[Case]:
    """Return the cases of the register with the further days told of them."""
    listed = list(petitions or ())
    cases = [one for one in listed if isinstance(one, Petition)]
    reader = rows.CaseReader(frozenset(one.id for one in cases), _REGISTER)
    told, unclear, _ = _told(reading, at.CASES, reader)
    more = {one.id: one.entry for one in told if one.entry is not None}
    found = tuple(
        _case(one, more.get(one.id) or CaseMore())
        for one in sorted(cases, key=lambda one: one.id)
    )
    broken = {one.about for one in listed if isinstance(one, Broken)}
    return Listed(found, petitions is not None, frozenset(unclear | broken))


def _case(one: Petition, more: CaseMore) -> Case:
    """Return a case; the register says «not yet» by an empty cell."""
    days: tuple[Done, Done] = (one.settled or NOT_YET, one.passed_on or NOT_YET)
    told = {field.name: getattr(more, field.name) for field in attrs.fields(CaseMore)}
    return Case(one.id, rows.KINDS[one.kind], one.received, *days, **told)
