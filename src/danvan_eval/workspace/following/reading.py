"""What do the tables of ``de-xuat/`` hold, beside a year that was classified?"""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from ...consequences.appointment import Candidacy
from ...consequences.duty_facts import DutyFacts
from ...consequences.pay import Pay
from ...consequences.track_facts import Example, ModelFact
from ...decisions.hospital import Year
from ...errors import Fault, in_order
from ...subjects import Subject
from ..fields import Codes
from ..files import Files
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
from .settings import FollowingSettings, read_settings

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


def read_following(workspace: Workspace, year: Year) -> FollowingRead:
    """Read what the hospital's folder says of the consequences of its year.

    Raises:
        FaultError: DV-D002 when there are no settings.
        PackError: with every mistake in them.
    """
    settings = read_settings(workspace.folder)
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
    return attrs.evolve(read, faults=in_order(reading.files.faults))
