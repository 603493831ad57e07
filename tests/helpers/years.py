"""A hospital of three departments and six people, with the facts of its year."""

from danvan_eval.classifying import installed
from danvan_eval.workspace import read_workspace
from danvan_eval.workspace.yearly.reading import read_year
from helpers.folders import STAFF, UNITS, write

SETTINGS = """\
schema = 1
criteria = []
overlays = []
days_off = []
[hospital]
code = "BVT"
name = "Bệnh viện Thử"
[period]
from = {year}-01-01
to = {year}-12-31
[schemes]
"""
CHOICES = """\
schema = 1
[evaluation]
decided_on = {year}-12-01
scores = "quarter"
[readings]
result_criteria = "tasks"
[quota]
reading = "A"
groups = "none"
[contract_workers]
applied = true
"""
REGULATION = """\
[regulation]
number = "12/QĐ-BVT"
issued_on = 2026-11-20
repeats_article_7 = "Điều 5"
fictitious = true
"""
PEOPLE = [
    STAFF,
    ["A", "K1", "viên chức", "x", "", ""],
    ["B", "K1", "viên chức", "", "", ""],
    ["C", "K2", "viên chức", "", "", ""],
    ["D", "K2", "người lao động", "", "", ""],
    ["G", "P1", "viên chức", "", "", ""],
]
ROWS = [
    ["Mã nhân sự", "Chức vụ", "Đơn vị phụ trách"],
    ["A", "trưởng", ""],
    ["B", "không", ""],
    ["C", "không", ""],
    ["D", "không", ""],
    ["G", "giám đốc", ""],
]
DEPARTMENTS = [
    [
        *("Mã đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ hoàn thành"),
        "Số nhiệm vụ đúng tiến độ, bảo đảm chất lượng, hiệu quả",
        *("Số nhiệm vụ vượt mức", "Điểm chung", "Điểm kết quả"),
    ],
    ["K1", "20", "20", "20", "8", "28", "65"],
    ["K2", "20", "20", "20", "2", "25", "55"],
    ["P1", "20", "20", "20", "2", "25", "50"],
    ["BVT", "50", "50", "50", "20", "28", "66"],
]
SCORES = ["Mã nhân sự", "Kỳ", "Điểm chung", "Điểm kết quả"]
DISCIPLINE = [
    *("Mã nhân sự", "Mã hành vi", "Loại", "Ngày hiệu lực", "Ngày xảy ra"),
    *("Liên quan nhiệm vụ", "Do suy thoái", "Năm đã tính", "Ở tổ chức cũ"),
]
CONCLUSIONS = [
    *("Số vụ", "Mã nhân sự", "Mã đơn vị", "Loại", "Tình trạng", "Đã khắc phục"),
]
RECORDS = [
    *("Mã", "Năm", "Mức", "Số quyết định", "Ngày", "Người quyết định", "Thay cho"),
]


def scores(**points):
    """Return the table of quarters: for each person four times the same two parts."""
    return [
        SCORES,
        *(
            [code, f"Q{nth}", str(common), str(result)]
            for code, (common, result) in points.items()
            for nth in range(1, 5)
        ),
    ]


ALL = scores(A=(28, 65), B=(28, 65), C=(25, 50), D=(25, 50), G=(28, 64))


def folder(path, more=None, *, year=2026, settings=REGULATION):
    """Write the hospital with *more* tables; a table of None is left out."""
    tables = {
        "danvan.toml": SETTINGS.format(year=year),
        "don-vi.csv": UNITS,
        "nhan-su.csv": PEOPLE,
        "xep-loai/xep-loai.toml": CHOICES.format(year=year) + settings,
        "xep-loai/ca-nhan.csv": ROWS,
        "xep-loai/don-vi.csv": DEPARTMENTS,
        "xep-loai/diem-ky.csv": ALL,
        "xep-loai/ky-luat.csv": [DISCIPLINE],
        "xep-loai/ket-luan.csv": [CONCLUSIONS],
        "xep-loai/quyet-dinh.csv": [RECORDS],
    } | {
        name
        if name.startswith(("danvan", "nhan-su", "nghi"))
        else f"xep-loai/{name}": one
        for name, one in (more or {}).items()
    }
    return write(path, {name: one for name, one in tables.items() if one is not None})


def read(path, more=None, **how):
    """Write the hospital and read the facts of its year."""
    workspace = read_workspace(folder(path, more, **how))
    return read_year(workspace, installed(), {})


def person(found, code):
    """Return the facts of one person."""
    return next(one for one in found.year.people if one.subject.code == code)


def unit(found, code):
    """Return the facts of one department."""
    every = (*found.year.units, found.year.hospital)
    return next(one for one in every if one.subject.code == code)
