"""How does a hospital begin? With a folder that explains itself."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ..errors import FaultError, Place, fault
from ..loading import load_catalogue
from ..subjects import Subject, SubjectKind
from ..tables.reading import Column
from ..tables.writing import Sheet, make_folder, write_bytes, write_table
from . import attendance, incidents, models, personal, petitions, staff, units
from .asked import wanted_of
from .files import FORMS, TEMPLATES, closed
from .forms import blank_form
from .guide import (
    GUIDE,
    GUIDE_FILE,
    HOSPITAL,
    HOSPITAL_LINE,
    PERIOD,
    PERSON_SCHEME,
    SETTINGS,
    UNIT_SCHEME,
)
from .hospital import SHEET
from .settings import FILE

SAMPLE: Final = {
    "VD01": ("Khoa Ví dụ 1 (thay bằng khoa của bệnh viện)", "lam-sang"),
    "VD02": ("Khoa Ví dụ 2 (thay)", "can-lam-sang"),
    "VD03": ("Phòng Ví dụ 3 (thay)", "chuc-nang"),
}
"""Departments made up to show the forms: name, and block, which is also the trait."""


def init_workspace(
    folder: Path,
    *,
    xlsx: bool = False,
    hospital: str = "",
    overlays: Sequence[Path] = (),
) -> tuple[Path, ...]:
    """Make a new folder: settings, lists, a blank form for each sample, a guide.

    Args:
        folder: a folder that is not there yet, or is empty.
        xlsx: whether the tables are workbooks instead of CSV.
        hospital: the scheme by which the hospital rates itself; none when empty.
        overlays: the hospital's regulations, which the settings are to name.

    Returns:
        The files written, in reading order.

    Raises:
        FaultError: DV-S215 when the folder holds anything, and nothing is
            overwritten; DV-R010 for a scheme there is none of; DV-F204 when the
            folder cannot be made.
        PackError: with every mistake of the regulations.
    """
    folder = Path(folder)
    _refuse_what_is_there(folder)
    kind = ".xlsx" if xlsx else ".csv"
    tables = list(_tables(hospital, overlays))
    make_folder(folder)
    named = json.dumps([_from(folder, one) for one in overlays], ensure_ascii=False)
    texts = {FILE: _settings(hospital, named), GUIDE_FILE: GUIDE.format(kind=kind)}
    written = []
    for name, text in texts.items():
        write_bytes(folder / name, text.encode())
        written.append(folder / name)
    for name, sheet in tables:
        path = folder / f"{name}{kind}"
        make_folder(path.parent)
        write_table(path, sheet)
        written.append(path)
    return tuple(written)


def _refuse_what_is_there(folder: Path) -> None:
    place = Place(folder.name)
    try:
        if folder.exists() and not folder.is_dir():
            raise FaultError(fault("DV-S215", place, seen=folder.name))
        there = sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []
    except PermissionError as error:
        raise closed(folder) from error
    except OSError as error:
        raise FaultError(fault("DV-F204", Place(folder.as_posix()))) from error
    if there:
        raise FaultError(fault("DV-S215", place, seen=there[0]))


def _from(folder: Path, file: Path) -> str:
    """Write the way from *folder* to *file*; the whole path on another drive."""
    try:
        way = Path(os.path.relpath(file.resolve(), folder.resolve()))
    except ValueError:
        way = file.resolve()
    return way.as_posix()


def _settings(hospital: str, overlays: str) -> str:
    code, name = HOSPITAL
    named = {"unit": UNIT_SCHEME, "person": PERSON_SCHEME, "code": code, "name": name}
    more = HOSPITAL_LINE.format(hospital=hospital) if hospital else ""
    return SETTINGS.format(**named, overlays=overlays) + more


def _tables(hospital: str, overlays: Sequence[Path]) -> Iterator[tuple[str, Sheet]]:
    catalogue = load_catalogue(overlays=overlays, examples=False)
    schemes: dict[SubjectKind, str] = {"unit": UNIT_SCHEME, "person": PERSON_SCHEME}
    if hospital:
        schemes["hospital"] = hospital
    wanted = wanted_of(
        {kind: catalogue.pack(one, PERIOD) for kind, one in schemes.items()}
    )
    blocks = {id_: label.vi for id_, label in wanted["unit"].pack.scheme.blocks}
    listed = [
        (code, name, blocks[block], units.UNIT_TRAITS[block].vi)
        for code, (name, block) in SAMPLE.items()
    ]
    people = [
        (f"NS000{nth}", "", code, staff.TERMS["vien-chuc"].vi, "x", "", "")
        for nth, code in enumerate(SAMPLE, 1)
    ]
    yield units.FILE, _sheet(units.COLUMNS, "Đơn vị", listed)
    yield staff.FILE, _sheet(staff.COLUMNS, "Nhân sự", people)
    yield staff.LEAVE_FILE, _sheet(staff.LEAVE_COLUMNS, "Nghỉ dài ngày")
    for code, (name, block) in SAMPLE.items():
        traits = frozenset([block])
        subject = Subject("unit", code, name, block, traits)
        yield f"{FORMS}/{code}", blank_form(wanted["unit"], subject)
    if hospital:
        own = Subject("hospital", *HOSPITAL)
        yield f"{FORMS}/{SHEET}", blank_form(wanted["hospital"], own)
    for register, title in (
        (attendance, "Học tập"),
        (petitions, "Đơn thư"),
        (incidents, "Vụ việc"),
        (models, "Mô hình"),
    ):
        yield f"{TEMPLATES}/{register.FILE}", _sheet(register.COLUMNS, title)
    if asked := personal.figures(wanted, catalogue.shelf):
        yield f"{TEMPLATES}/{personal.FILE}", _sheet(personal.columns(asked), "Cá nhân")


def _sheet(
    columns: Sequence[Column], name: str, rows: Sequence[Sequence[str]] = ()
) -> Sheet:
    return Sheet([column.headers[0] for column in columns], rows, name=name)
