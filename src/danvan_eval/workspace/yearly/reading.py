"""How do the tables of a year become the facts that the clauses ask for?"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

import attrs

from ...decisions.choices import Choices
from ...decisions.choosing import Loaded, Who, choose
from ...decisions.feeding import feeds_of
from ...decisions.hospital import Year
from ...errors import Fault, FaultError, Place, fault, in_order
from ..fields import Codes
from ..files import Files
from ..folding import Broken
from ..reading import Workspace
from . import columns as at
from . import registers
from .doubts import doubts, named_in
from .figures import PersonRow, UnitRow, person_row, unit_row
from .known import Known, Results, Tables, by_code
from .register import Reading, Register
from .registers import PERIODS, About
from .scores import COMMON, RESULT, Most, Scores
from .settings import FILE, YearSettings, read_settings

BY_POINTS: Final = "nd233-d12-k1"
"""The clause that asks for the score of the year, where a regime has it."""


@attrs.frozen(eq=False)
class YearRead:
    """The facts of a year as they were read, and all that is wrong with them."""

    year: Year
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...] = ()


def read_year(
    workspace: Workspace, regimes: Sequence[Loaded], dan_van: Results
) -> YearRead:
    """Read what the hospital's folder says for the classification of its year.

    Args:
        workspace: the folder as it was read: lists of departments and of staff.
        regimes: the regimes whose open questions the settings answer.
        dan_van: the dân vận result by code, for those who have one.

    Raises:
        FaultError: DV-C001 when there are no settings, DV-C017 for a day of
            classification in no year it can be in.
        PackError: with every mistake in them.
    """
    settings = read_settings(workspace.folder, regimes)
    lists = workspace.lists
    codes = Codes(lists.units.known | {workspace.code}, lists.staff.known)
    files = Files(workspace.folder)
    reading = Reading(files, codes)
    number = workspace.period.end.year
    tables = _tables(reading, settings, number)
    asked = regimes, number, settings.event, settings.choices
    of_people, of_units = _chosen("person", *asked), _chosen("unit", *asked)
    most = _most(settings, of_people, "person")
    scores = Scores(
        tables.scores,
        number,
        settings.scores,
        most,
        by_code(tables.scores),
    )
    logics = of_people.logic.person, of_units.logic.unit
    _within(settings.event, number)
    own = Known(workspace, settings, tables, scores, dan_van, *logics)
    unit_most = _most(settings, of_units, "unit")
    units = own.units(unit_most)
    hospital = own.hospital(Most())
    year = Year(
        number,
        settings.event,
        settings.choices,
        hospital,
        units,
        own.people({one.subject.code: one for one in (*units, hospital)}),
    )
    _others(files)
    faults = [
        *files.faults,
        *scores.faults(),
        *own.faults,
        *_lacking(own, of_people, files),
        *doubts(year, of_people, of_units),
    ]
    return YearRead(year, in_order(faults), in_order(reading.notes))


def _tables(reading: Reading, settings: YearSettings, year: int) -> Tables:
    def person(row: About | PersonRow) -> Broken:
        code = row.id if isinstance(row, PersonRow) else row.code
        return Broken(_torn(row.place, code), people=frozenset([code]))

    def case(row: About) -> Broken:
        units, people = frozenset([row.unit]) - {""}, frozenset([row.code]) - {""}
        return Broken(_torn(row.place, row.id), units, people)

    def decided(row: About) -> Broken:
        whose = frozenset([row.code])
        codes = reading.codes
        return Broken(
            _torn(row.place, row.id), whose & codes.units, whose & codes.people
        )

    def unit(row: UnitRow) -> Broken:
        return Broken(_torn(row.place, row.code), frozenset([row.code]))

    read = registers.ScoreReader(PERIODS[settings.scores])
    return Tables(
        reading.register(at.PEOPLE, at.PEOPLE_COLUMNS, person_row, person),
        reading.register(at.UNITS, at.UNIT_COLUMNS, unit_row, unit),
        reading.register(at.SCORES, at.SCORE_COLUMNS, read, person),
        reading.register(
            at.DISCIPLINE,
            at.DISCIPLINE_COLUMNS,
            registers.DisciplineReader(year),
            person,
        ),
        reading.register(
            at.CONCLUSIONS_FILE, at.CONCLUSION_COLUMNS, registers.conclusion, case
        ),
        reading.register(
            at.RECORDS, at.RECORD_COLUMNS, registers.RecordReader(year), decided
        ),
    )


def _torn(place: Place, code: str) -> Fault:
    return fault("DV-S210", place, seen=code, places="")


def _chosen(
    who: Who, regimes: Sequence[Loaded], year: int, event: date, choices: Choices
) -> Loaded:
    return choose(regimes, who, year, event, choices).loaded


def _within(event: date, year: int) -> None:
    """Refuse a day of classification that is in no year it can be in."""
    if event.year not in (year, year + 1):
        place = Place(FILE, key="evaluation.decided_on")
        raise FaultError(fault("DV-C017", place, seen=f"{event:%d/%m/%Y}", year=year))


def _others(files: Files) -> None:
    """Point out what lies in the folder and is not read."""
    columns = {
        name.rpartition("/")[2]: (listed, listed[0].id)
        for name, listed in at.TABLES.items()
    }
    files.strangers(columns, folder=at.FOLDER, others=[FILE.rpartition("/")[2]])
    files.templates(columns, folder=at.FOLDER)


def _most(settings: YearSettings, chosen: Loaded, who: Who) -> Most:
    """Return what a form holds beside what the dân vận result brings into it."""
    taken = {"common": COMMON * 0, "result": RESULT * 0}
    for item, feed in feeds_of(chosen.law, settings.choices.feeds, who):
        if item.part in taken and feed.points is not None:
            taken[item.part] += feed.points
    return Most(COMMON - taken["common"], RESULT - taken["result"])


def _lacking(own: Known, of_people: Loaded, files: Files) -> Iterator[Fault]:
    """Yield what tables lack: one that is not there, people and units without a row."""
    tables = own.tables
    named = {
        at.PEOPLE: tables.people,
        at.UNITS: tables.units,
        at.DISCIPLINE: tables.discipline,
        at.CONCLUSIONS_FILE: tables.conclusions,
    }
    if of_people.law.has(BY_POINTS):
        named[at.SCORES] = tables.scores
    told = {one.place.file.rpartition(".")[0] or one.place.file for one in files.faults}
    for name, register in named.items():
        if not register.there and name not in told:
            yield fault("DV-C007", Place(f"{name}.csv"))
    lists = own.workspace.lists
    if tables.people.there:
        rest = set(lists.members) - set(own.rows)
        yield from _without("DV-C008", at.PEOPLE, tables.people, rest)
    if tables.units.there:
        every = {*lists.units.subjects, own.workspace.code}
        rest = every - own.units_told
        yield from _without("DV-C014", at.UNITS, tables.units, rest)


def _without(
    code: str, table: str, register: Register, codes: Iterable[str]
) -> Iterator[Fault]:
    """Yield a fault that names who has no row in a table, not even a broken one."""
    listed = sorted(one for one in codes if not register.names(one))
    if listed:
        place = Place(f"{table}.csv")
        yield fault(code, place, count=len(listed), codes=named_in(listed))
