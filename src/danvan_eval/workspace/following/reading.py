"""What do the tables of ``de-xuat/`` hold, beside a year that was classified?"""

import os
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from ...consequences.appointment import Candidacy
from ...consequences.choosing import Laws
from ...consequences.duty_facts import DutyFacts
from ...consequences.pay import Pay
from ...consequences.track_facts import Example, ModelFact
from ...decisions.hospital import Year
from ...errors import Fault, Place, fault, in_order
from ...subjects import Subject
from ..fields import Codes
from ..files import KINDS, Files
from ..reading import Workspace
from ..yearly.register import Reading
from . import (
    appointment,
    council,
    duties,
    past_discipline,
    referrals,
    salary,
    titles,
    tracks,
)
from .settings import FILE, FOLDER, FollowingSettings, read_settings

COLUMNS = MappingProxyType(
    {
        name: columns
        for one in (
            titles,
            salary,
            appointment,
            past_discipline,
            referrals,
            council,
            tracks,
            duties,
        )
        for name, columns in one.COLUMNS.items()
    }
)
"""Every table of the folder, by its file without the ending."""
EMPLOYEE = "vien-chuc"


@attrs.frozen(eq=False)
class FollowingRead:
    """The facts of what may follow, and all that is wrong with them."""

    settings: FollowingSettings
    titles: titles.TitlesRead
    pay: Mapping[str, Pay]
    candidacies: tuple[Candidacy, ...]
    findings: referrals.Findings
    council: council.CouncilRead
    examples: tuple[Example, ...] | None
    models: tuple[ModelFact, ...] | None
    unclear: frozenset[str]
    duties: DutyFacts
    faults: tuple[Fault, ...] = ()


def read_following(workspace: Workspace, year: Year, laws: Laws) -> FollowingRead:
    """Read what the hospital's folder says of the consequences of its year.

    Args:
        workspace: the folder as it was read: lists of departments and of staff.
        year: the facts of the year that was classified.
        laws: the bodies of law that the settings choose from.

    Raises:
        FaultError: DV-D002 when there are no settings.
        PackError: with every mistake in them.
    """
    settings = read_settings(workspace.folder, laws, year.year)
    lists = workspace.lists
    codes = Codes(lists.units.known | {workspace.code}, lists.staff.known)
    reading = Reading(Files(workspace.folder), codes)
    people: list[Subject] = [one.subject for one in year.people]
    registered = {one.subject.code: one.disciplines or () for one in year.people}
    past = past_discipline.read_past_discipline(reading, year.year, registered)
    records = {one.subject.code: one.records for one in year.people}
    officials = {one.code: EMPLOYEE in one.traits for one in people}
    models, unclear = tracks.read_models(reading)
    known = duties.Known(len(people) or None, settings.rules, settings.readings)
    read = FollowingRead(
        settings,
        titles.read_titles(reading, year.year),
        salary.read_pay(reading, people, year.year, past, records),
        appointment.read_candidacies(reading, people, year.year, past),
        referrals.read_referrals(reading, officials),
        council.read_council(reading),
        tracks.read_tracks(reading),
        models,
        frozenset(unclear),
        duties.read_duties(
            reading, workspace.period, duties.petitions_of(reading), known
        ),
    )
    _others(reading.files)
    return attrs.evolve(read, faults=in_order(reading.files.faults))


def _others(files: Files) -> None:
    """Point out which tables are not there, and what is there and is not read."""
    columns = {
        name.rpartition("/")[2]: (listed, listed[0].id)
        for name, listed in COLUMNS.items()
    }
    lacking = [
        name
        for name in columns
        if not any(
            os.path.lexists(files.folder / FOLDER / f"{name}{kind}") for kind in KINDS
        )
    ]
    if lacking:
        told = {"count": len(lacking), "names": ", ".join(lacking)}
        files.faults.append(fault("DV-D005", Place(FOLDER), **told))
    files.strangers(columns, folder=FOLDER, others=[FILE.rpartition("/")[2]])
    files.templates(columns, folder=FOLDER)
