"""How does the classification of a year begin? With tables that know their people."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ...errors import FaultError, Place, fault
from ...tables.reading import Column
from ...tables.writing import Sheet, make_folder, write_bytes, write_table
from ..reading import Workspace
from ..staff import HEAD
from . import columns as at
from .columns import FOLDER, ROLE_WORDS
from .settings import FILE

TEMPLATES: Final = f"{FOLDER}/mau"
SETTINGS: Final = """\
# Xếp loại chất lượng: ngày xếp loại và những điều bệnh viện tự chọn.
# Chưa chọn thì để nguyên dấu # ở đầu dòng; cần đến mà chưa chọn thì lệnh classify sẽ nói.

schema = 1

[evaluation]
decided_on = {year}-12-01      # ngày xếp loại: chọn bộ quy định theo ngày này
scores = "quarter"             # điểm theo dõi theo quý ("quarter") hay tháng ("month")

# [regulation]                 # quy chế đánh giá của bệnh viện
# number = "…/QĐ-BV"
# issued_on = {year}-11-20
# repeats_article_7 = "Điều …" # điều của quy chế nhắc lại Điều 7 cho khoa, phòng

[readings]
# result_criteria = "tasks"    # "tasks": mỗi nhiệm vụ là một tiêu chí; "own": đếm riêng
# study_counts = "work"        # thời gian đi học: "work" là làm việc, "leave" là nghỉ

# [quota]
# reading = "A"                # "A": xuất sắc nằm trong mẫu số; "B": không
# groups = "unit"              # nhóm nhiệm vụ tương đồng: "unit", "block", "group", "none"

# [departments]                # trước 01/7/2026: mức của khoa, phòng theo quy định nội bộ
# source = "recorded"          # "recorded": ghi ở cột Mức nội bộ; "none": không xếp loại
# article = "Điều …"

# [contract_workers]           # áp dụng cho người lao động hay không
# applied = true
"""


def init_year(workspace: Workspace) -> tuple[Path, ...]:
    """Make ``xep-loai/``: settings, tables with every code, templates of registers.

    Raises:
        FaultError: DV-S215 when there are settings already: nothing is overwritten.
    """
    folder = workspace.folder
    if (folder / FOLDER).exists():
        raise FaultError(fault("DV-S215", Place(FOLDER), seen=FOLDER))
    make_folder(folder / TEMPLATES)
    settings = SETTINGS.format(year=workspace.period.end.year)
    write_bytes(folder / FILE, settings.encode())
    written = [folder / FILE]
    for name, sheet in _tables(workspace):
        path = folder / f"{name}.csv"
        write_table(path, sheet)
        written.append(path)
    return tuple(written)


def _tables(workspace: Workspace) -> Sequence[tuple[str, Sheet]]:
    heads = at.PEOPLE_COLUMNS
    members = workspace.lists.members.values()
    people = [
        (member.code, ROLE_WORDS["head"].vi if HEAD in member.subject.traits else "")
        for member in members
    ]
    units = [(code,) for code in (*workspace.lists.units.subjects, workspace.code)]
    found = [
        (at.PEOPLE, _sheet(heads, "Cá nhân", people)),
        (at.UNITS, _sheet(at.UNIT_COLUMNS, "Đơn vị", units)),
    ]
    for name, columns, title in (
        (at.SCORES, at.SCORE_COLUMNS, "Điểm kỳ"),
        (at.DISCIPLINE, at.DISCIPLINE_COLUMNS, "Kỷ luật"),
        (at.CONCLUSIONS_FILE, at.CONCLUSION_COLUMNS, "Kết luận"),
        (at.RECORDS, at.RECORD_COLUMNS, "Quyết định"),
    ):
        path = name.replace(FOLDER, TEMPLATES, 1)
        found.append((path, _sheet(columns, title)))
    return found


def _sheet(
    columns: Sequence[Column], name: str, rows: Sequence[Sequence[str]] = ()
) -> Sheet:
    """Return a table whose rows have their first cells filled in."""
    heads = [column.headers[0] for column in columns]
    whole = [(*row, *[""] * (len(heads) - len(row))) for row in rows]
    return Sheet(heads, whole, name=name)
