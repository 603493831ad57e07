"""A hospital's folder of three departments, written and read by the shipped rules."""

import csv

from danvan_eval.workspace import read_workspace
from helpers.shipped import CATALOGUE

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
{cut_off}
[schemes]
unit = "{plan}/khoa-phong"
person = "{plan}/ca-nhan"
hospital = "{plan}/benh-vien"
"""
KON_TUM = SETTINGS.format(plan="kt-bvdk-2024", year=2024, cut_off="")
LAM_DONG = SETTINGS.format(plan="bvn-ld-2025", year=2025, cut_off="")
UNITS = [
    ["Mã đơn vị", "Tên đơn vị", "Khối", "Tính chất"],
    ["K1", "Khoa Nội", "lam-sang", "lam-sang"],
    ["K2", "Khoa Ngoại", "lam-sang", "lam-sang"],
    ["P1", "Phòng Tổ chức", "chuc-nang", "chuc-nang; tchc"],
]
STAFF = ["Mã nhân sự", "Mã đơn vị", "Diện", "Người đứng đầu", "Từ ngày", "Đến ngày"]
PEOPLE = [STAFF, ["A", "K1", "viên chức", "x", "", ""]]
FORM = ["Mã đơn vị", "Mã tiêu chí", "Mã số liệu", "Giá trị"]
STUDY = ["Mã nhân sự", "Mã văn bản", "Ngày"]
CASES = [
    *("Số hồ sơ", "Mã đơn vị", "Loại"),
    *("Ngày nhận", "Hạn giải quyết", "Ngày giải quyết"),
]
EVENTS = [
    *("Số vụ việc", "Mã nhân sự", "Mã đơn vị", "Ngày xảy ra"),
    *("Loại", "Tình trạng", "Ngày kết luận"),
]
ATTITUDE = "thái độ phục vụ"
HOSPITAL = {"danvan.toml": KON_TUM, "don-vi.csv": UNITS, "nhan-su.csv": PEOPLE}


def form(*rows, unit="K1"):
    """Return the sheet of *unit*: criterion, figure and value in each row."""
    return [FORM, *([unit, f"danvan/{one[0]}", *one[1:]] for one in rows)]


def write(folder, tables):
    """Write a hospital's folder; a table is rows of cells, or a text as it is."""
    for name, table in tables.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(table, str):
            path.write_text(table, encoding="utf-8")
            continue
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, delimiter=";").writerows(table)
    return folder


def read(folder, more=None, **how):
    """Write the hospital with *more* tables into *folder*, and read it."""
    return read_workspace(write(folder, HOSPITAL | (more or {})), **how)


def shared(*_folders, **_how):
    """Return the shipped catalogue, loaded once for all folders without own rules."""
    return CATALOGUE


def dossier(workspace, code):
    """Return the dossier of a department, a person or the hospital."""
    every = (*workspace.units, *workspace.people, *workspace.hospital_dossiers)
    return next(one for one in every if one.subject.code == code)


def seen(workspace, code, criterion, name):
    """Return what was read of one figure."""
    return dossier(workspace, code).seen(f"danvan/{criterion}").get(name)


def codes(faults):
    """Return the codes of *faults*."""
    return [one.code for one in faults]
