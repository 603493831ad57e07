"""How is a made-up hospital written down, sheets and all?"""

import datetime as dt
import random
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Literal

import attrs

from danvan_eval import Subject, load_catalogue
from danvan_eval.tables.writing import Sheet, write_table
from danvan_eval.workspace import personal
from danvan_eval.workspace.asked import Wanted, wanted_of
from danvan_eval.workspace.forms import blank_form
from danvan_eval.workspace.hospital import SHEET

from . import following, year_people
from .personal import register
from .plan import Hospital, day
from .registers import tables
from .staff import Staff
from .year import FOLDER, YearEnd

EXAMPLES: Final = Path(__file__).parents[1]

VALUE: Final = 5
NAME: Final = 2
SETTINGS: Final = """\
# Bệnh viện hư cấu, chỉ để minh họa. Xem README.md.

schema = 1
criteria = [{local}]
overlays = []
days_off = [{plan.days_off}]

[hospital]
code = "{plan.code}"
name = "{plan.name}"

[period]
from = {plan.year}-01-01
to = {plan.year}-12-31
# Số báo cáo ngày 10/11 là số tạm tính; việc sau ngày ấy vẫn tính vào kỳ này.
cut_off = {plan.year}-11-10
after_cut_off = "this_period"

[schemes]
{schemes}
"""


def write_hospital(plan: Hospital, year: YearEnd, folder: Path) -> list[Path]:
    """Write the folder; README.md, quy-che/ and tieu-chi/ are written by hand."""
    catalogue = load_catalogue(*_local(plan, folder), examples=False)
    wanted = wanted_of(
        {
            kind: catalogue.pack(scheme, plan.period)
            for kind, scheme in plan.schemes.items()
        }
    )
    rng = random.Random(plan.seed)  # noqa: S311
    staff = Staff.hired(plan, rng)
    for part in ("phieu", "so-theo-doi", FOLDER, following.FOLDER):
        (folder / part).mkdir(parents=True, exist_ok=True)
    settings = list(_settings(plan, year, folder))
    told = folder / following.FOLDER / "de-xuat.toml"
    told.write_text(following.settings(plan, staff), encoding="utf-8", newline="\n")
    settings.append(told)
    asked = personal.figures(wanted, catalogue.shelf)
    own = (f"so-theo-doi/{personal.FILE}.csv", register(plan, staff, asked))
    written = settings
    for name, sheet in (
        *tables(plan, staff, rng),
        own,
        *_sheets(plan, staff, wanted["unit"]),
        *([_own_sheet(plan, wanted["hospital"])] if "hospital" in wanted else ()),
        *year_people.tables(plan, staff, year),
        *following.tables(plan, staff),
    ):
        path = folder / name
        if path.stem in plan.spoilt:
            spoil(path, sheet, plan.spoilt[path.stem])
        else:
            write_table(path, sheet)
        written.append(path)
    return written


def _local(plan: Hospital, folder: Path) -> list[Path]:
    """Return the hospital's own catalogue, brought along where it is not there."""
    if not plan.local:
        return []
    there = EXAMPLES / plan.folder / plan.local
    if there.resolve() != (folder / plan.local).resolve():
        shutil.copytree(there, folder / plan.local, dirs_exist_ok=True)
    return [there]


def _settings(plan: Hospital, year: YearEnd, folder: Path) -> Iterator[Path]:
    """Write the settings of the hospital, and those of its classification."""
    schemes = "\n".join(f'{kind} = "{one}"' for kind, one in plan.schemes.items())
    local = f'"{plan.local}"' if plan.local else ""
    for name, text in (
        ("danvan.toml", SETTINGS.format(plan=plan, local=local, schemes=schemes)),
        (f"{FOLDER}/xep-loai.toml", year.settings),
    ):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        yield folder / name


def _sheets(
    plan: Hospital, staff: Staff, wanted: Wanted
) -> Iterator[tuple[str, Sheet]]:
    """Yield the sheet of every department that sent one, by file name."""
    for code, unit in plan.units.items():
        if code in plan.not_sent:
            continue
        traits = frozenset(unit.traits or (unit.block,))
        form = blank_form(wanted, Subject("unit", code, unit.name, unit.block, traits))
        told = {**plan.usual, **unit.figures} if code not in plan.sent_empty else {}
        told = {
            name: str(staff.employees(code) + int(value))
            if value.startswith("-")
            else value
            for name, value in told.items()
        }
        kind = ".xlsx" if code in plan.workbooks else ".csv"
        yield f"phieu/{code}{kind}", _filled(form, told, numbers=kind == ".xlsx")


def _own_sheet(plan: Hospital, wanted: Wanted) -> tuple[str, Sheet]:
    form = blank_form(wanted, Subject("hospital", plan.code, plan.name))
    return f"phieu/{SHEET}.csv", _filled(form, plan.own)


def _filled(form: Sheet, told: Mapping[str, str], *, numbers: bool = False) -> Sheet:
    rows = []
    for row in form.rows:
        name = f"{row[1]}.{row[NAME]}".rpartition("/")[2]
        value: str | int | dt.date = told.get(name, "")
        rows.append((*row[:5], _of_sheet(str(value)) if numbers else value, *row[6:]))
    return attrs.evolve(form, rows=rows)


def _of_sheet(written: str) -> str | int | dt.date:
    """Return a figure as a workbook holds it: numbers and days, not their letters."""
    if written.isdigit():
        return int(written)
    first, _, rest = written.partition("/")
    month, _, year = rest.partition("/")
    return dt.date(int(year), int(month), int(first)) if year else written


def spoil(
    path: Path, sheet: Sheet, how: Mapping[str, Literal["date", "formula"]]
) -> None:
    """Write a sheet as a spreadsheet may leave it: a date, or a lost formula."""
    from xlsxwriter import Workbook

    book = Workbook(str(path))
    book.set_properties({"created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})
    short = book.add_format({"num_format": "d-mmm"})
    page = book.add_worksheet(sheet.name)
    for at, row in enumerate((sheet.headers, *sheet.rows)):
        for column, value in enumerate(row):
            where = at, column
            wrong = how.get(f"{row[1]}.{row[NAME]}".rpartition("/")[2])
            if column == VALUE and wrong == "date":
                page.write_datetime(*where, dt.date(2024, 5, 9), short)
            elif column == VALUE and wrong == "formula":
                page.write_formula(*where, "=SUM(J2:J13)", None, "")
            elif isinstance(value, int):
                page.write_number(*where, value)
            elif isinstance(value, dt.date):
                page.write_string(*where, day(value))
            else:
                page.write_string(*where, str(value or ""))
    book.close()
