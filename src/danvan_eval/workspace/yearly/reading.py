"""How do the tables of a year become the facts that the clauses ask for?"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import attrs

from ...decisions.choices import Choices
from ...decisions.choosing import Loaded, Who, choose
from ...decisions.feeding import feeds_of
from ...decisions.hospital import Year
from ...errors import Fault, Place, fault, in_order
from ..fields import Codes
from ..files import Files
from ..folding import Broken
from ..reading import Workspace
from . import columns as at
from . import registers
from .figures import PersonRow, UnitRow, person_row, unit_row
from .known import Known, Results, Tables, by_code
from .register import Reading
from .registers import PERIODS, About
from .scores import COMMON, RESULT, Most, Scores
from .settings import YearSettings, read_settings

MOST_NAMED: Final = 30


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
        FaultError: DV-C001 when there are no settings.
        PackError: with every mistake in them.
    """
    settings = read_settings(workspace.folder, regimes)
    lists = workspace.lists
    codes = Codes(lists.units.known | {workspace.code}, lists.staff.known)
    files = Files(workspace.folder)
    reading = Reading(files, codes)
    tables = _tables(reading, settings)
    number = workspace.period.end.year
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
    faults = [*files.faults, *scores.faults(), *own.faults, *_lacking(own, tables)]
    return YearRead(year, in_order(faults), in_order(reading.notes))


def _tables(reading: Reading, settings: YearSettings) -> Tables:
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
            at.DISCIPLINE, at.DISCIPLINE_COLUMNS, registers.discipline, person
        ),
        reading.register(
            at.CONCLUSIONS_FILE, at.CONCLUSION_COLUMNS, registers.conclusion, case
        ),
        reading.register(at.RECORDS, at.RECORD_COLUMNS, registers.record, decided),
    )


def _torn(place: Place, code: str) -> Fault:
    return fault("DV-S210", place, seen=code, places="")


def _chosen(
    who: Who, regimes: Sequence[Loaded], year: int, event: date, choices: Choices
) -> Loaded:
    return choose(regimes, who, year, event, choices).loaded


def _most(settings: YearSettings, chosen: Loaded, who: Who) -> Most:
    """Return what a form holds beside what the dân vận result brings into it."""
    taken = {"common": COMMON * 0, "result": RESULT * 0}
    for item, feed in feeds_of(chosen.law, settings.choices.feeds, who):
        if item.part in taken and feed.points is not None:
            taken[item.part] += feed.points
    return Most(COMMON - taken["common"], RESULT - taken["result"])


def _lacking(own: Known, tables: Tables) -> Iterable[Fault]:
    """Yield what tables lack: a register that is not there, people without a row."""
    named = {
        at.PEOPLE: tables.people,
        at.UNITS: tables.units,
        at.DISCIPLINE: tables.discipline,
        at.CONCLUSIONS_FILE: tables.conclusions,
    }
    for name, register in named.items():
        if not register.there:
            yield fault("DV-C007", Place(f"{name}.csv"))
    if tables.people.there:
        without = sorted(set(own.workspace.lists.members) - set(own.rows))
        if without:
            more = ", …" if len(without) > MOST_NAMED else ""
            codes = ", ".join(without[:MOST_NAMED]) + more
            place = Place(f"{at.PEOPLE}.csv")
            yield fault("DV-C008", place, count=len(without), codes=codes)
