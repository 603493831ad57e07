"""What does the folder of a hospital hold, as dossiers ready to be scored?"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

import attrs

from ..errors import Fault, FaultError, Place, fault, in_order
from ..evidence import Dossier, Observed
from ..loading import Catalogue, load_catalogue
from ..packs import Pack
from ..periods import Period
from ..subjects import Subject, SubjectKind
from . import sheets, staff, units
from .asked import SUBJECT, Wanted
from .fields import Codes
from .files import FORMS, Files
from .folding import Folded, Seen
from .registers import Registers, remarks
from .service import Member, members_of
from .settings import Settings, read_settings

DAYS_OFF: Final = "days_off"
NO_STAFF: Final = staff.Staff({}, frozenset(), {}, ())
Packs = Mapping[SubjectKind, Pack]


@attrs.frozen(eq=False)
class Workspace:
    """A hospital's folder as it was read: dossiers, and all that is wrong with it.

    *hospital* is how the hospital is named, *code* its code, *schemes* the id of
    the scheme by kind of subject. *faults* stand in the order of their places;
    *excluded* are notes on what was read and does not count, nothing being wrong.
    """

    folder: Path
    code: str
    hospital: str
    period: Period
    schemes: Mapping[SubjectKind, str]
    catalogue: Catalogue
    units: tuple[Dossier, ...]
    people: tuple[Dossier, ...]
    faults: tuple[Fault, ...] = ()
    excluded: tuple[Fault, ...] = ()

    def dossiers(self, kind: SubjectKind) -> tuple[Dossier, ...]:
        """Return the dossiers of one kind of subject, by code."""
        return {"unit": self.units, "person": self.people}.get(kind, ())

    def pack(self, kind: SubjectKind) -> Pack:
        """Return the rules for one kind of subject; KeyError when there are none."""
        return self.catalogue.pack(self.schemes[kind], self.period)


def read_workspace(
    folder: Path, *, overlays: Sequence[Path] = (), examples: bool = False
) -> Workspace:
    """Read a hospital's folder ("thư mục làm việc"); faults of its data are values.

    Args:
        folder: where danvan.toml, the lists, the sheets and the registers lie.
        overlays: regulations to apply after those that danvan.toml names.
        examples: whether to read the worked examples of the criteria as well.

    Raises:
        FaultError: when the folder has no settings, or a scheme is not there, not
            in force, or for another kind of subject.
        PackError: with every mistake of the settings, or of the rules.
    """
    folder = Path(folder)
    settings = read_settings(folder, overlays)
    catalogue = load_catalogue(
        *settings.criteria, overlays=settings.overlays, examples=examples
    )
    packs = _packs(settings, catalogue)
    files = Files(folder)
    department = _units(files, packs.get("unit"))
    roster, members, notes = _staff(files, department.known, settings.period)
    found = Registers(
        files=files,
        shelf=catalogue.shelf,
        period=settings.period,
        instruments={kind: one.scheme.instrument for kind, one in packs.items()},
        units=frozenset(department.subjects),
        known_units=department.known,
        staff=roster,
        members=members,
    ).folded()
    wrong, excluded = remarks(found)
    unit_dossiers = _unit_dossiers(files, department, packs, found, settings)
    return Workspace(
        folder,
        settings.code,
        settings.name,
        settings.period,
        MappingProxyType(dict(settings.schemes)),
        catalogue,
        unit_dossiers,
        _person_dossiers(members, packs, found, settings),
        in_order((*files.faults, *wrong)),
        in_order((*notes, *excluded)),
    )


def _packs(settings: Settings, catalogue: Catalogue) -> Packs:
    packs: dict[SubjectKind, Pack] = {}
    for kind, scheme in settings.schemes.items():
        packs[kind] = catalogue.pack(scheme, settings.period)
        seen = packs[kind].scheme.subject
        if seen != kind:
            told = {"scheme": scheme, "seen": kind, "allowed": seen}
            raise FaultError(fault("DV-R002", Place(key=f"schemes.{kind}"), **told))
    return packs


def _units(files: Files, pack: Pack | None) -> units.Units:
    table = files.table(units.FILE, units.COLUMNS, key="unit", needed=True)
    if table is None:
        return units.Units({}, frozenset(), ())
    found = units.read_units(table, dict(pack.scheme.blocks) if pack else {})
    files.faults.extend(found.faults)
    return found


def _staff(
    files: Files, known: frozenset[str], period: Period
) -> tuple[staff.Staff, dict[str, Member], list[Fault]]:
    """Return the staff list, who of it is counted, and notes; all empty without one."""
    table = files.table(staff.FILE, staff.COLUMNS, key="person", needed=True)
    away = files.table(staff.LEAVE_FILE, staff.LEAVE_COLUMNS, key="person")
    if table is None:
        return NO_STAFF, {}, []
    roster = staff.read_staff(table, known)
    files.faults.extend(roster.faults)
    leaves: list[staff.Leave] = []
    if away is not None:
        leaves, wrong = staff.read_leaves(away, Codes(people=roster.known))
        files.faults.extend(wrong)
    members, notes = members_of(roster, leaves, period)
    return roster, members, notes


def _unit_dossiers(
    files: Files,
    department: units.Units,
    packs: Packs,
    found: Sequence[Folded],
    settings: Settings,
) -> tuple[Dossier, ...]:
    if "unit" not in packs:
        return ()
    wanted = Wanted(packs["unit"])
    tables = files.sheets(sheets.COLUMNS, key=sheets.KEY)
    handed, faults = sheets.read_sheets(
        tables, department.subjects, department.known, wanted
    )
    files.faults.extend(faults)
    dossiers = []
    for code, subject in sorted(department.subjects.items()):
        sheet = handed[code]
        if sheet.state == "not_submitted":
            files.faults.append(fault("DV-S108", Place(FORMS, key=code), seen=code))
        evidence = _gathered(
            sheet.evidence,
            *((one.criterion, one.units.get(code, {})) for one in found),
            *_of_hospital(subject, wanted, settings),
        )
        dossiers.append(Dossier(subject, settings.period, evidence, state=sheet.state))
    return tuple(dossiers)


def _person_dossiers(
    members: Mapping[str, Member],
    packs: Packs,
    found: Sequence[Folded],
    settings: Settings,
) -> tuple[Dossier, ...]:
    if "person" not in packs:
        return ()
    wanted = Wanted(packs["person"])
    return tuple(
        Dossier(
            member.subject,
            settings.period,
            _gathered(
                {SUBJECT: {"service_days": member.service_days}},
                *((one.criterion, one.people.get(code, {})) for one in found),
                *_of_hospital(member.subject, wanted, settings),
            ),
        )
        for code, member in sorted(members.items())
    )


def _of_hospital(
    subject: Subject, wanted: Wanted, settings: Settings
) -> list[tuple[str, Seen]]:
    """Return what the hospital says once for all: its own days off."""
    return [
        (one.criterion, {DAYS_OFF: settings.days_off})
        for one in wanted.of(subject.traits, "hospital")
        if one.field.name == DAYS_OFF
    ]


def _gathered(
    first: Mapping[str, Seen], *more: tuple[str, Seen]
) -> dict[str, dict[str, Observed]]:
    """Join evidence by criterion."""
    evidence = {criterion: dict(seen) for criterion, seen in first.items()}
    for criterion, seen in more:
        if seen:
            evidence.setdefault(criterion, {}).update(seen)
    return evidence
