"""What does the folder of a hospital hold, as dossiers ready to be scored?"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

import attrs

from ..collation import folded
from ..errors import Fault, FaultError, Place, fault, in_order
from ..evidence import Dossier
from ..loading import Catalogue, load_catalogue
from ..packs import Pack
from ..periods import Period
from ..subjects import SubjectKind
from . import sheets, staff, units
from .asked import Wanted, wanted_of
from .dossiers import Gathering
from .entries import entries
from .fields import Codes
from .files import Files
from .horizon import Horizon, horizon
from .registers import Registers, remarks
from .service import Member, members_of
from .settings import FILE, Settings, read_settings
from .staff import Leave, Staff
from .units import Units

NO_UNITS: Final = units.Units({}, frozenset(), ())
NO_STAFF: Final = staff.Staff({}, frozenset(), {}, ())
Packs = Mapping[SubjectKind, Pack]


@attrs.frozen(eq=False)
class Lists:
    """Who is on the lists of the folder: departments, staff, members, long leaves."""

    units: Units = NO_UNITS
    staff: Staff = NO_STAFF
    members: Mapping[str, Member] = MappingProxyType({})
    leaves: tuple[Leave, ...] = ()


NO_LISTS: Final = Lists()


@attrs.frozen(eq=False)
class Workspace:
    """A hospital's folder as it was read: dossiers, and all that is wrong with it.

    *hospital* is how the hospital is named, *code* its code, *schemes* the id of
    the scheme by kind of subject. *faults* stand in the order of their places;
    *provisional* is the day at which a provisional reading stops, *excluded* are notes on what was read and does not count, nothing being wrong.
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
    hospital_dossiers: tuple[Dossier, ...] = ()
    provisional: dt.date | None = None
    lists: Lists = NO_LISTS
    days_off: frozenset[dt.date] = frozenset()

    def dossiers(self, kind: SubjectKind) -> tuple[Dossier, ...]:
        """Return the dossiers of one kind of subject, by code; one of the hospital."""
        of_kind: Mapping[SubjectKind, tuple[Dossier, ...]] = {
            "unit": self.units,
            "person": self.people,
            "hospital": self.hospital_dossiers,
        }
        return of_kind[kind]

    def pack(self, kind: SubjectKind) -> Pack:
        """Return the rules for one kind of subject; KeyError when there are none."""
        return self.catalogue.pack(self.schemes[kind], self.period)


def read_workspace(
    folder: Path,
    *,
    overlays: Sequence[Path] = (),
    examples: bool = False,
    provisional: bool = False,
    classifies: bool = False,
) -> Workspace:
    """Read a hospital's folder ("thư mục làm việc"); faults of its data are values.

    Args:
        folder: where danvan.toml, the lists, the sheets and the registers lie.
        overlays: regulations to apply after those that danvan.toml names.
        examples: whether to read the worked examples of the criteria as well.
        provisional: whether registers count up to the cut-off day only.
        classifies: whether only the year is to be classified, for which no scheme
            has to be chosen.

    Raises:
        FaultError: when the folder has no settings, or a scheme is not there, not
            in force, or for another kind of subject; DV-R020 when a provisional
            reading is asked for and no cut-off day is set.
        PackError: with every mistake of the settings, or of the rules.
    """
    folder = Path(folder)
    settings = read_settings(folder, overlays, classifies=classifies)
    if provisional and settings.cut_off is None:
        raise FaultError(fault("DV-R020", Place(FILE, key="period.cut_off")))
    catalogue = load_catalogue(
        *settings.criteria, overlays=settings.overlays, examples=examples
    )
    files = Files(folder)
    until = horizon(settings.period, settings.cut_off, provisional=provisional)
    gathering, leaves = _gathered(files, settings, catalogue, until)
    unit_dossiers = gathering.of_units()
    hospital = gathering.of_hospital(unit_dossiers)
    people = gathering.of_people()
    wrong, excluded = remarks(gathering.folded, gathering.personal)
    return Workspace(
        folder,
        settings.code,
        settings.name,
        settings.period,
        MappingProxyType(dict(settings.schemes)),
        catalogue,
        unit_dossiers,
        people,
        _without_a_list((*files.faults, *wrong, *gathering.faults), gathering),
        _without_a_list((*gathering.notes, *excluded), gathering),
        hospital,
        settings.cut_off.day if settings.cut_off and provisional else None,
        Lists(gathering.units, gathering.staff, gathering.members, leaves),
        settings.days_off,
    )


def _without_a_list(faults: Iterable[Fault], gathering: Gathering) -> tuple[Fault, ...]:
    """Return *faults* without what only follows from a list that cannot be read.

    Why it cannot be read is said once; that no code stands in it goes without saying.
    """
    lost = [units.COLUMNS[0]] * (gathering.units is NO_UNITS)
    lost += [staff.COLUMNS[0]] * (gathering.staff is NO_STAFF)
    headers = {name for column in lost for name in column.names}
    return in_order(
        one
        for one in faults
        if not (one.code == "DV-S103" and folded(one.place.key) in headers)
        and not (one.code == "DV-S314" and lost)
    )


def _gathered(
    files: Files, settings: Settings, catalogue: Catalogue, until: Horizon
) -> tuple[Gathering, tuple[staff.Leave, ...]]:
    """Read the lists, the registers and the sheets; the leaves come beside them."""
    wanted = wanted_of(_packs(settings, catalogue))
    department = _units(files, wanted.get("unit"))
    roster, members, leaves, notes = _staff(files, department.known, settings.period)
    registers = Registers(
        files=files,
        shelf=catalogue.shelf,
        horizon=until,
        wanted=wanted,
        units=frozenset(department.subjects),
        known_units=department.known,
        staff=roster,
        members=members,
    )
    on_paper = "unit" in wanted or "hospital" in wanted
    gathering = Gathering(
        settings=settings,
        wanted=wanted,
        units=department,
        staff=roster,
        members=members,
        folded=registers.folded(),
        personal=registers.personal(),
        tables=files.sheets(sheets.COLUMNS, key=sheets.KEY) if on_paper else [],
        notes=[*notes, *registers.late],
    )
    return gathering, leaves


def _packs(settings: Settings, catalogue: Catalogue) -> Packs:
    packs: dict[SubjectKind, Pack] = {}
    for kind, scheme in settings.schemes.items():
        packs[kind] = catalogue.pack(scheme, settings.period)
        seen = packs[kind].scheme.subject
        if seen != kind:
            packs[kind].refuse_template()
            told = {"scheme": scheme, "seen": kind, "allowed": seen}
            raise FaultError(fault("DV-R002", Place(key=f"schemes.{kind}"), **told))
    return packs


def _units(files: Files, wanted: Wanted | None) -> units.Units:
    blocks = dict(wanted.pack.scheme.blocks) if wanted else {}
    entry = units.entry(blocks)
    table = files.table(units.FILE, units.COLUMNS, key="unit", needed=True, entry=entry)
    if table is None:
        return NO_UNITS
    found = units.read_units(table, blocks)
    files.faults.extend(found.faults)
    return found


def _staff(
    files: Files, known: frozenset[str], period: Period
) -> tuple[staff.Staff, dict[str, Member], tuple[staff.Leave, ...], list[Fault]]:
    """Return the staff list, who of it is counted, leaves, notes; empty without one."""
    table = files.table(
        staff.FILE, staff.COLUMNS, key="person", needed=True, entry=staff.entry(known)
    )
    if table is None:
        files.table(staff.LEAVE_FILE, staff.LEAVE_COLUMNS, key="person")
        return NO_STAFF, {}, (), []
    roster = staff.read_staff(table, known)
    files.faults.extend(roster.faults)
    leaves: list[staff.Leave] = []
    codes = Codes(people=roster.known)
    away = files.table(
        staff.LEAVE_FILE,
        staff.LEAVE_COLUMNS,
        key="person",
        entry=entries("person", codes),
    )
    if away is not None:
        leaves, wrong = staff.read_leaves(away, codes)
        files.faults.extend(wrong)
    members, notes = members_of(roster, leaves, period)
    return roster, members, tuple(leaves), notes
