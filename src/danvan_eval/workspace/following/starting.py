"""How does a hospital begin to bring the facts of consequences?"""

import os
from pathlib import Path
from typing import Final

from ...errors import FaultError, Place, fault
from ...tables.writing import Sheet, make_folder, write_bytes, write_table
from ..reading import Workspace
from .reading import COLUMNS
from .settings import FILE, FOLDER

TEMPLATES: Final = f"{FOLDER}/mau"
SETTINGS: Final = """\
# Hệ quả của năm: ngày chọn bộ quy định, và những gì bệnh viện đã ban hành.

schema = 1
# payroll = 900                # số người trong danh sách trả lương (nâng bậc trước hạn)
scope = "whole"                # cách đọc «để làm cơ sở» của kế hoạch: "whole", "second_half"

[days]
titles = {year}-12-20          # ngày nhận hồ sơ khen thưởng
salary = {year}-12-31          # ngày xét nâng bậc lương
appointment = {year}-12-31     # ngày xét bổ nhiệm
duties = {year}-12-31          # ngày nhìn lại các việc phải làm đúng hạn
# council = {year}-12-18       # ngày hội đồng bỏ phiếu
# decision = {year}-12-25      # ngày quyết định khen thưởng, để tính tiền thưởng

# [conduct]                    # quy tắc ứng xử của bệnh viện
# number = "…/QĐ-BV"
# issued_on = {year}-03-01

# [[adopted]]                  # quy định riêng, có điều khoản
# rule = "giay_khen"
# article = "Điều …, …/QĐ-BV"
# number = 1
"""


def init_following(workspace: Workspace) -> tuple[Path, ...]:
    """Make ``de-xuat/``: settings, and a template of every table not there yet.

    Raises:
        FaultError: DV-S215 when there are settings: nothing is overwritten.
    """
    folder = workspace.folder
    if os.path.lexists(folder / FILE):
        raise FaultError(fault("DV-S215", Place(FOLDER), seen=FILE))
    make_folder(folder / TEMPLATES)
    text = SETTINGS.format(year=workspace.period.end.year)
    write_bytes(folder / FILE, text.encode())
    written = [folder / FILE]
    for name, columns in COLUMNS.items():
        path = folder / f"{name.replace(FOLDER, TEMPLATES, 1)}.csv"
        if os.path.lexists(path):
            continue
        heads = [column.headers[0] for column in columns]
        write_table(path, Sheet(heads, [], name=path.stem))
        written.append(path)
    return tuple(written)
