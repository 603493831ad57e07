import csv
from types import SimpleNamespace

import pytest

from danvan_eval.errors import Place
from danvan_eval.loading import load_catalogue
from danvan_eval.workspace import read_workspace, reading
from helpers.made_up import SCHEMES, load_made_up, write_catalogue

SETTINGS = """\
schema = 1
criteria = []
overlays = []
days_off = [2024-04-29]
[hospital]
code = "BVT"
name = "Bệnh viện Thử"
[period]
from = 2024-01-01
to = 2024-12-31
[schemes]
unit = "kt-bvdk-2024/khoa-phong"
person = "kt-bvdk-2024/ca-nhan"
"""
UNITS = [
    ["Mã đơn vị", "Tên đơn vị", "Khối", "Tính chất"],
    ["K1", "Khoa Nội", "Khối lâm sàng", "khoa lâm sàng"],
    ["K2", "Khoa Ngoại", "lam-sang", "lam-sang"],
    ["P1", "Phòng Tổ chức", "chuc-nang", "chuc-nang; tchc"],
]
PEOPLE = [
    ["Mã nhân sự", "Mã đơn vị", "Diện", "Người đứng đầu", "Từ ngày", "Đến ngày"],
    ["A", "K1", "viên chức", "x", "", ""],
    ["B", "K1", "viên chức", "", "", ""],
    ["C", "K1", "người lao động", "", "", ""],
    ["D", "K2", "viên chức", "", "", "30/06/2024"],
    ["D", "P1", "viên chức", "", "01/07/2024", ""],
    ["E", "K2", "viên chức", "x", "01/09/2024", ""],
]
ATTITUDE = "thái độ phục vụ"
FORM = ["Mã đơn vị", "Mã tiêu chí", "Mã số liệu", "Giá trị"]
SHEETS = {
    "phieu/K1.csv": [
        FORM,
        ["K1", "danvan/C05", "scheduled", "12"],
        ["K1", "danvan/C05", "held", "11"],
        ["K1", "danvan/C05", "excused", "0"],
        ["K1", "danvan/C12", "attitude_rate", "96,5%"],
    ],
    "phieu/K2.csv": [FORM, ["K2", "danvan/C05", "scheduled", ""]],
}
REGISTERS = {
    "so-theo-doi/hoc-tap.csv": [
        ["Mã nhân sự", "Mã văn bản", "Ngày"],
        ["A", "ct-33; qd-324-tu", "05/03/2024"],
        ["B", "ct-33", "05/03/2024"],
        ["B", "qd-324-tu", "06/03/2024"],
        ["D", "Chỉ thị số 33/CT-TTg", "05/03/2024"],
    ],
    "so-theo-doi/don-thu.csv": [
        [
            "Số hồ sơ",
            "Mã đơn vị",
            "Loại",
            "Ngày nhận",
            "Hạn giải quyết",
            "Ngày giải quyết",
        ],
        ["1", "K1", "khiếu nại", "01/03/2024", "01/04/2024", "01/04/2024"],
        ["2", "K1", "khiếu nại", "01/05/2024", "01/06/2024", "02/06/2024"],
        ["3", "K2", "phản ánh", "20/12/2024", "20/01/2025", ""],
    ],
    "so-theo-doi/vu-viec.csv": [
        [
            "Số vụ việc",
            "Mã nhân sự",
            "Mã đơn vị",
            "Ngày xảy ra",
            "Loại",
            "Tình trạng",
            "Ngày kết luận",
        ],
        ["V1", "D", "K2", "01/02/2024", ATTITUDE, "đúng", "01/03/2024"],
        ["V2", "B", "K1", "01/12/2024", ATTITUDE, "đang xác minh", ""],
    ],
    "so-theo-doi/mo-hinh.csv": [
        [
            "Mã mô hình",
            "Mã đơn vị",
            "Mã nhân sự",
            "Mới trong kỳ",
            "Văn bản triển khai",
            "Chạy đủ lâu",
            "Báo cáo hiệu quả",
            "Văn bản công nhận",
            "Ngày công nhận",
            "Giai đoạn",
            "Nơi nhân rộng",
        ],
        [
            "M1",
            "K1; K2",
            "A",
            "ĐK 1",
            "KH 1",
            "BB 1",
            "BC 1",
            "QĐ 1",
            "01/10/2024",
            "nhân rộng",
            "2",
        ],
    ],
}
WHOLE = {
    "danvan.toml": SETTINGS,
    "don-vi.csv": UNITS,
    "nhan-su.csv": PEOPLE,
    **SHEETS,
    **REGISTERS,
}


@pytest.fixture(scope="session")
def shipped():
    """Return the shipped criteria, loaded once."""
    return load_catalogue(examples=False)


@pytest.fixture
def quick(monkeypatch, shipped):
    """Let folders without rules of their own share one loaded catalogue."""

    def load(*folders, overlays=(), examples=False):
        if folders or overlays or examples:
            return load_catalogue(*folders, overlays=overlays, examples=examples)
        return shipped

    monkeypatch.setattr(reading, "load_catalogue", load)


@pytest.fixture
def small():
    """Return the tables of a small hospital that is in order, by file name."""
    return {
        name: content if isinstance(content, str) else [list(row) for row in content]
        for name, content in WHOLE.items()
    }


@pytest.fixture
def write(tmp_path):
    """Write a hospital's folder; return its path."""

    def write(content):
        folder = tmp_path / "benh-vien"
        for name, table in content.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(table, bytes):
                path.write_bytes(table)
            elif isinstance(table, str):
                path.write_text(table, encoding="utf-8")
            else:
                with path.open("w", encoding="utf-8", newline="") as stream:
                    csv.writer(stream, delimiter=";").writerows(table)
        return folder

    return write


@pytest.fixture
def read(write, quick):  # noqa: ARG001
    """Write a hospital's folder and read it."""

    def read(content, **more):
        return read_workspace(write(content), **more)

    return read


@pytest.fixture
def made_up(write, monkeypatch):
    """Write a folder with rules of its own, and read it by these alone."""
    monkeypatch.setattr(reading, "load_catalogue", load_made_up)

    def read(content, kinds=("unit", "person", "hospital"), more="", cut_off="", **how):
        head, _, _ = SETTINGS.partition("[schemes]")
        named = "".join(f'{kind} = "{SCHEMES[kind]}"\n' for kind in kinds)
        settings = head.replace("criteria = []", 'criteria = ["tieu-chi"]') + cut_off
        whole = {**content, "danvan.toml": f"{settings}[schemes]\n{named}"}
        folder = write(whole)
        write_catalogue(folder / "tieu-chi", more)
        return read_workspace(folder, **how)

    return read


@pytest.fixture
def ask():
    """Return questions about a workspace that tests have in common."""

    def dossier(workspace, code):
        every = (
            *workspace.units,
            *workspace.people,
            *workspace.hospital_dossiers,
        )
        return next(one for one in every if one.subject.code == code)

    def seen(workspace, code, criterion, name):
        return dossier(workspace, code).seen(f"danvan/{criterion}").get(name)

    def codes(faults):
        return [one.code for one in faults]

    def said(faults, code):
        return [dict(one.data) for one in faults if one.code == code]

    return SimpleNamespace(dossier=dossier, seen=seen, codes=codes, said=said)


@pytest.fixture
def nowhere():
    """Return a place for entries made by hand."""
    return Place("so.csv", line=2)
