"""Which hospital do the examples show? One that does not exist, made from a seed.

Run it to write the folder again; the same seed gives the same tables::

    python examples/make_hospital.py [folder]
"""

import datetime as dt
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs
from hospital_year import (
    BLOCKS,
    MORE_TRAITS,
    NEVER,
    NOT_SENT,
    SENT_EMPTY,
    SETTINGS,
    SIZES,
    WORKBOOKS,
    YEARS,
    Year,
)

from danvan_eval import Pack, Period, Subject, load_catalogue
from danvan_eval.tables.reading import Column
from danvan_eval.tables.writing import Sheet, write_table
from danvan_eval.terms import TRAITS
from danvan_eval.workspace import attendance, incidents, models, petitions
from danvan_eval.workspace import staff as people
from danvan_eval.workspace import units as departments
from danvan_eval.workspace.asked import Wanted
from danvan_eval.workspace.forms import blank_form

HERE: Final = Path(__file__).parent / "benh-vien-mau"
SEED: Final = 2024
SPOILT: Final = "phieu/K19.xlsx"
VALUE: Final = 5
YEAR: Final = Period.year(2024)
SCHEME: Final = "kt-bvdk-2024/khoa-phong"
EMPLOYED: Final = 0.8
MOVES: Final = (("K04", "K11"), ("K16", "K07"), ("K18", "K22"), ("P02", "P03"))
MOVED_ON: Final = dt.date(2024, 7, 1)
RECRUITS: Final = 9
RECRUITED_ON: Final = dt.date(2024, 8, 15)
LEFT_ON: Final = dt.date(2024, 9, 30)


def subjects() -> dict[str, Subject]:
    """Return the departments: K01–K23 for khoa, P01–P07 for phòng and tổ."""
    found = {}
    wards = 0
    for block, names in BLOCKS.items():
        for nth, name in enumerate(names, 1):
            wards += block != "chuc-nang"
            code = f"P{nth:02}" if block == "chuc-nang" else f"K{wards:02}"
            traits = frozenset(MORE_TRAITS.get(code, (block,)))
            found[code] = Subject("unit", code, name, block, traits)
    return found


def figures(code: str, year: Year) -> dict[str, str]:
    """Return the figures on a department's sheet, by ``criterion.name``."""
    boxed = (*year.box, "", "", "", "")[:4]
    never = year.sent == NEVER
    values = {
        "C05": dict(zip(("scheduled", "held", "excused"), year.sessions, strict=True)),
        "C10": {
            "box_present": "x" if year.box else "không",
            "openings_scheduled": boxed[0],
            "openings_held": boxed[1],
            "letters_received": boxed[2],
            "letters_answered": boxed[3],
        },
        "C12": {"attitude_rate": year.rate, "attitude_forms": year.forms},
        "C20": dict(
            zip(("papers_assigned", "papers_on_time"), year.papers, strict=True)
        ),
        "C29": {
            "report_sent_on": "" if never else year.sent,
            "report_never_sent": "có" if never else "",
            "reminders": year.reminders,
        },
    }
    if code == SENT_EMPTY:
        return {}
    return {
        f"danvan/{criterion}.{name}": value
        for criterion, named in values.items()
        for name, value in named.items()
    }


def sheets(pack: Pack) -> Iterator[tuple[str, Sheet]]:
    """Yield the sheet of every department that sent one, by file name."""
    for code, subject in subjects().items():
        if code == NOT_SENT:
            continue
        form, told = blank_form(Wanted(pack), subject), figures(code, YEARS[code])
        rows = [
            (*row[:5], told.get(f"{row[1]}.{row[2]}", ""), *row[6:])
            for row in form.rows
        ]
        if code in WORKBOOKS:
            rows = [(*row[:5], _of_sheet(row[5]), *row[6:]) for row in rows]
        kind = ".xlsx" if code in WORKBOOKS else ".csv"
        yield f"phieu/{code}{kind}", attrs.evolve(form, rows=rows)


def _of_sheet(written: str) -> str | int | dt.date:
    """Return a figure as a workbook holds it: numbers and days, not their letters."""
    if written.isdigit():
        return int(written)
    day, _, rest = written.partition("/")
    month, _, year = rest.partition("/")
    return dt.date(int(year), int(month), int(day)) if year else written


@attrs.frozen
class Worker:
    """Somebody made up, known by a code only."""

    code: str
    unit: str
    terms: str
    head: bool = False


def workers(rng: random.Random) -> list[Worker]:
    """Return some 900 people, department by department, the head first."""
    found: list[Worker] = []
    for unit, subject in subjects().items():
        size = 6 if unit == "P07" else rng.randint(*SIZES[subject.block])
        for nth in range(size):
            employed = nth == 0 or rng.random() < EMPLOYED
            terms = "vien-chuc" if employed else "nguoi-lao-dong"
            code = f"NV{len(found) + 1:04}"
            found.append(Worker(code, unit, terms, head=nth == 0))
    return found


def staff_rows(staff: Sequence[Worker]) -> list[tuple[str, ...]]:
    """Return the staff list: two rows for who moved, dates for who came or left.

    The last but one of each department it names moved, the last of the first nine
    khoa came late, the last of K13 left, and one row of P06 stands twice.
    """
    last = {one.unit: one for one in staff}
    moved = {_colleague(staff, old).code: new for old, new in MOVES}
    recruits = {last[f"K{nth:02}"].code for nth in range(1, RECRUITS + 1)}
    rows = []
    for one in staff:
        start = _day(RECRUITED_ON) if one.code in recruits else ""
        end = _day(LEFT_ON) if one == last["K13"] else ""
        if one.code in moved:
            eve = MOVED_ON - dt.timedelta(days=1)
            rows.append(_staff_row(one, one.unit, "", _day(eve)))
            rows.append(_staff_row(one, moved[one.code], _day(MOVED_ON), ""))
        else:
            rows.append(_staff_row(one, one.unit, start, end))
        if one == last["P06"]:
            rows.append(rows[-1])
    return rows


def _colleague(staff: Sequence[Worker], unit: str) -> Worker:
    """Return the last but one of a department."""
    return [one for one in staff if one.unit == unit][-2]


def _staff_row(one: Worker, unit: str, start: str, end: str) -> tuple[str, ...]:
    head = "x" if one.head else ""
    return (one.code, "", unit, TRAITS[one.terms].vi, head, start, end)


def _day(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"


def leave_rows(staff: Sequence[Worker]) -> list[tuple[str, ...]]:
    """Return long leaves: maternity and sickness count as service, the rest does not."""
    leaves = (
        ("K10", "thai sản", "15/01/2024", "14/07/2024"),
        ("K11", "thai sản", "01/03/2024", "31/08/2024"),
        ("K04", "thai sản", "01/09/2024", "28/02/2025"),
        ("K18", "thai sản", "10/11/2023", "09/05/2024"),
        ("K07", "ốm đau", "05/02/2024", "20/04/2024"),
        ("K03", "đi học", "02/01/2024", "30/09/2024"),
        ("K22", "đi học", "01/10/2024", "30/09/2025"),
        ("P03", "không lương", "01/06/2024", "31/08/2024"),
    )
    second = {unit: [w for w in staff if w.unit == unit][1] for unit, *_ in leaves}
    return [(second[unit].code, *told) for unit, *told in leaves]


def attendance_rows(
    staff: Sequence[Worker], rng: random.Random
) -> list[tuple[str, ...]]:
    """Return who studied: one session a department, public employees only.

    As many as the department is *lacking* came to no session, or only to half.
    """
    rows = []
    for unit, year in YEARS.items():
        day = _day(dt.date(2024, 3, 4) + dt.timedelta(days=rng.randrange(80)))
        scope = [w for w in staff if w.unit == unit and w.terms == "vien-chuc"]
        absent = scope[1 : 1 + year.lacking]
        for one in scope:
            if one not in absent:
                rows.append((one.code, "ct-33; qd-324-tu", day))
            elif one != absent[0]:
                rows.append((one.code, "ct-33", day))
    rows.append((staff[0].code, "kh-8999", "12/06/2024"))
    rows.append((staff[3].code, "ct-33", "20/12/2023"))
    rows.append(("NV9999", "ct-33; qd-324-tu", "12/06/2024"))
    return rows


def petition_rows(rng: random.Random) -> list[tuple[str, ...]]:
    """Return the cases: what the years say fell due, and three that do not count."""
    rows = []
    for unit, year in YEARS.items():
        for kind, (due, on_time) in year.petitions.items():
            for nth in range(due):
                came = dt.date(2024, 1, 8) + dt.timedelta(days=rng.randrange(270))
                limit = came + dt.timedelta(days=30)
                late = dt.timedelta(days=6 if nth >= on_time else -rng.randrange(15))
                days = (came, limit, limit + late)
                rows.append((unit, kind, *map(_day, days), ""))
    rows += [
        ("K04", "complaint", "12/12/2024", "11/01/2025", "", ""),
        ("K10", "proposal", "20/11/2023", "20/12/2023", "18/12/2023", ""),
        ("P01", "denunciation", "06/05/2024", "05/06/2024", "", "09/05/2024"),
    ]
    return [
        (f"DT-{nth:03}", unit, petitions.KINDS[kind].vi, *days)
        for nth, (unit, kind, *days) in enumerate(rows, 1)
    ]


def incident_rows(staff: Sequence[Worker]) -> list[tuple[str, ...]]:
    """Return the incidents: the person of VV-03 has moved from K16 to K07 since."""
    code = {unit: _colleague(staff, unit).code for unit in ("K03", "K16", "K08", "K02")}
    rows = [
        ("VV-01", code["K03"], "K03", "18/04/2024", "đúng", "20/05/2024"),
        ("VV-02", code["K02"], "K02", "05/12/2024", "đang xác minh", ""),
        ("VV-03", code["K16"], "K16", "09/05/2024", "đúng một phần", "14/06/2024"),
        ("VV-04", code["K08"], "K08", "22/02/2024", "sai", "15/03/2024"),
        ("VV-05", "", "K11", "30/06/2024", "rút", "08/07/2024"),
        ("VV-06", "", "K05", "11/11/2023", "đúng", "02/01/2024"),
    ]
    attitude = incidents.KINDS["thai-do"].vi
    return [(*row[:4], attitude, *row[4:]) for row in rows]


def model_rows(staff: Sequence[Worker]) -> list[tuple[str, ...]]:
    """Return the models: recognised, spread, shared, and three that do not count."""
    recognised = (
        ("K01", "Hướng dẫn người bệnh cao tuổi", "nhân rộng", "3"),
        ("K01; K18", "Lấy mẫu xét nghiệm một lần chờ", "công nhận", ""),
        ("K03", "Góc tiếp thân nhân", "công nhận", ""),
        ("K03; K22", "Giải thích thuốc tại giường", "nhân rộng", "1"),
        ("K04", "Sổ tay người bệnh ra viện", "công nhận", ""),
        ("K07", "Nhắc lịch tái khám", "công nhận", ""),
        ("K07", "Phòng chờ thân nhân", "công nhận", ""),
        ("K10", "Lớp học làm cha mẹ", "công nhận", ""),
        ("K12", "Góc truyền thông phòng bệnh", "công nhận", ""),
        ("K15", "Nha học đường", "công nhận", ""),
        ("K18", "Trả kết quả theo giờ hẹn", "công nhận", ""),
        ("P01", "Một cửa thủ tục viên chức", "công nhận", ""),
        ("P01", "Hộp thư điện tử nội bộ", "công nhận", ""),
        ("P07", "Bữa cơm nghĩa tình", "công nhận", ""),
        ("K05", "Công nhận từ năm trước", "công nhận", ""),
    )
    rows = []
    for nth, (units, title, *reached) in enumerate(recognised, 1):
        ward = [one.code for one in staff if one.unit == units[:3]]
        person = ward[0] if nth % 3 else "; ".join(ward[3:5])
        papers = ("ĐK {}/2024", "{}/KH", "từ 01/2024 (BB {})", "BC {}/2024", "{}/QĐ")
        day = dt.date(2024, 9, 2) + dt.timedelta(days=nth)
        about = (f"MH-{nth:02}", title, units, person, "xã hội")
        rows.append((*about, *(p.format(nth) for p in papers), _day(day), *reached))
    older, papers = rows[-1], ("ĐK 17/2024", "17/KH", "từ 02/2024", "x", "17/QĐ")
    rows[-1] = (*older[:10], "15/12/2023", *older[11:])
    idea = ("MH-16", "Ý tưởng còn ở bước đăng ký", "K06", "", "xã hội", "ĐK 16/2024")
    claim = ("MH-17", "Chưa có báo cáo hiệu quả", "K11", "", "văn hóa", *papers)
    rows.append((*idea, "", "", "", "", "", "đăng ký", ""))
    rows.append((*claim, "20/10/2024", "công nhận", ""))
    return rows


def tables() -> Iterator[tuple[str, Sheet]]:
    """Yield every list and register, by file name."""
    rng = random.Random(SEED)  # noqa: S311
    staff = workers(rng)
    blocks = {"lam-sang": "Khối lâm sàng", "can-lam-sang": "Khối cận lâm sàng"}
    listed = [
        (
            one.code,
            one.name,
            blocks.get(one.block, "Khối phòng chức năng"),
            "; ".join(TRAITS[trait].vi for trait in sorted(one.traits)),
        )
        for one in subjects().values()
    ]
    yield "don-vi.csv", _table(departments.COLUMNS, listed)
    yield "nhan-su.csv", _table(people.COLUMNS, staff_rows(staff))
    yield "nghi-dai-ngay.csv", _table(people.LEAVE_COLUMNS, leave_rows(staff))
    for register, rows in (
        (attendance, attendance_rows(staff, rng)),
        (petitions, petition_rows(rng)),
        (incidents, incident_rows(staff)),
        (models, model_rows(staff)),
    ):
        yield f"so-theo-doi/{register.FILE}.csv", _table(register.COLUMNS, rows)


def _table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Sheet:
    return Sheet([column.headers[0] for column in columns], rows)


def spoil(path: Path, sheet: Sheet) -> None:
    """Write a sheet as a spreadsheet may leave it: a date and a lost formula."""
    from xlsxwriter import Workbook

    book = Workbook(str(path))
    book.set_properties({"created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})
    day = book.add_format({"num_format": "d-mmm"})
    page = book.add_worksheet(sheet.name)
    for at, row in enumerate((sheet.headers, *sheet.rows)):
        for column, value in enumerate(row):
            where = at, column
            if column == VALUE and row[2] == "letters_answered":
                page.write_datetime(*where, dt.date(2024, 5, 9), day)
            elif column == VALUE and row[2] == "openings_held":
                page.write_formula(*where, "=SUM(J2:J13)", None, "")
            elif isinstance(value, int):
                page.write_number(*where, value)
            elif isinstance(value, dt.date):
                page.write_string(*where, _day(value))
            else:
                page.write_string(*where, str(value or ""))
    book.close()


def write_hospital(folder: Path) -> list[Path]:
    """Write the folder; README.md and quy-che/ are written by hand and stay."""
    pack = load_catalogue(examples=False).pack(SCHEME, YEAR)
    for part in (folder / "phieu", folder / "so-theo-doi"):
        part.mkdir(parents=True, exist_ok=True)
    settings = folder / "danvan.toml"
    settings.write_text(SETTINGS, encoding="utf-8", newline="\n")
    written = [settings]
    for name, sheet in (*tables(), *sheets(pack)):
        path = folder / name
        if name == SPOILT:
            spoil(path, sheet)
        else:
            write_table(path, sheet)
        written.append(path)
    return written


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    print(f"{len(write_hospital(target))} tệp trong {target}")
