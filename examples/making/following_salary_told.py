"""What is told of salary steps, past discipline and candidacies, by code?

Each hospital shows every situation it can once; what a code shows stands beside it.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from .plan import Row
from .year import NO, YES, Told

COLLEGE: Final = "cao đẳng trở lên"
OFFICE, PARTY = "hành chính", "đảng"
LIGHT, MIDDLE, HEAVY = "khiển trách", "cảnh cáo", "cách chức"
OTHER: Final = "khác"
FIGHTER, PROVINCE = "Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cấp tỉnh"
MEDAL: Final = "Huân chương Lao động"
HIGHER: Final = "trưởng khoa"


@attrs.frozen
class Story:
    """What is told of one hospital; the rest of everybody's row is drawn."""

    steps: Mapping[str, Told]
    past: Sequence[Row]
    causes: Sequence[Row] = ()
    away: Sequence[Row] = ()
    merits: Sequence[Row] = ()
    posts: Sequence[tuple[str, Told]] = ()


def _held(began: str, fulfilled: str | None = None, **more: str) -> Told:
    """Return the cells of a step held since a day; the years drawn, or those told."""
    told = {"grade": COLLEGE, "began": began, "last_step": NO, "early_before": NO}
    years = {} if fulfilled is None else {"fulfilled": fulfilled}
    return {**told, **years, **more}


MAU: Final = Story(
    steps={
        # Khiển trách trong năm: kéo dài 3 tháng, đến hạn 01/12/2024.
        "NV0202": _held("01/09/2021", "2021; 2022"),
        # Năm không hoàn thành vì lý do khác, cộng khiển trách: 6 + 3 tháng.
        "NV0604": _held("01/03/2021", "2021; 2022"),
        # Không hoàn thành do chính hành vi bị khiển trách: chỉ 3 tháng.
        "NV0823": _held("01/09/2021", "2021; 2022"),
        # Quyết định thay thế: từ không hoàn thành thành hoàn thành.
        "NV0326": _held("01/11/2021", "2021; 2022"),
        # Kỷ luật đảng, chưa có quyết định hành chính: theo hình thức đảng.
        "NV0564": _held("01/04/2022", "2022"),
        # Chưa biết hình thức: kéo dài từ 3 đến 12 tháng.
        "NV0639": _held("01/05/2021"),
        # Năm 2023 đã tính hành vi nhưng chưa có mức: còn thiếu.
        "NV0437": _held("01/06/2021", "2021; 2022"),
        "NV0120": _held("01/08/2021", "2021; 2022"),
        # Nghỉ không lương 3 tháng không tính: đến hạn 01/11/2024.
        "NV0859": _held("01/08/2021"),
        # Nghỉ không lương vài tuần: cách tính ngày lẻ cần người xác nhận.
        "NV0004": _held("01/12/2021"),
        # Kỷ luật khi đã đủ thời gian giữ bậc: văn bản không nói, nêu cho người quyết định.
        "NV0050": _held("01/06/2020"),
        # Ốm đau cộng dồn 8 tháng: phải chọn cách hiểu.
        "NV0096": _held("01/07/2021"),
        "NV0047": _held("01/02/2021", last_step=YES),
        "NV0051": _held("01/10/2021", grade=""),
        "NV0127": _held("", ""),
        "NV0159": _held("01/11/2019", "2019; 2020; 2021; 2022; 2023")
        | {"grade": "chuyên gia cao cấp"},
        # Có năm không được xếp loại vì mới về.
        "NV0158": _held("01/12/2021", "2022; 2023", unrated="2021"),
        # Trước thời hạn: đủ, thành tích cao, đã nâng sớm lần trước, có kỷ luật.
        "NV0126": _held("01/06/2022", "2022; 2023; 2024"),
        "NV0156": _held("01/08/2022", "2022; 2023; 2024"),
        "NV0157": _held("01/06/2022", "2022; 2023; 2024", early_before=YES),
        "NV0188": _held("01/09/2022", "2022; 2023; 2024"),
        "NV0190": _held("01/01/2024", "2024"),
    },
    past=[
        ("NV0202", "HV-01", OFFICE, LIGHT, "15/05/2024"),
        ("NV0437", "HV-02", OFFICE, MIDDLE, "10/01/2024"),
        ("NV0564", "HV-03", PARTY, LIGHT, "24/06/2024"),
        ("NV0639", "HV-04", OFFICE, "", "12/03/2024"),
        ("NV0120", "HV-05", OFFICE, MIDDLE, "14/11/2023"),
        ("NV0604", "HV-90", OFFICE, LIGHT, "20/09/2023"),
        ("NV0823", "HV-91", OFFICE, LIGHT, "05/10/2023"),
        ("NV0050", "HV-92", OFFICE, LIGHT, "15/07/2023"),
        ("NV0403", "HV-93", OFFICE, HEAVY, "01/09/2023"),
        ("NV0188", "HV-94", OFFICE, LIGHT, "10/02/2023"),
        ("NV0188", "HV-94", PARTY, MIDDLE, "05/01/2023"),
    ],
    causes=[
        ("NV0604", "2023", OTHER),
        ("NV0823", "2023", "HV-91"),
    ],
    away=[
        ("NV0004", "không lương", "05/08/2024", "23/08/2024"),
        ("NV0096", "ốm đau", "01/01/2023", "31/08/2023"),
        ("NV0158", "tập sự", "01/12/2020", "30/11/2021"),
    ],
    merits=[
        ("NV0126", FIGHTER, "71/QĐ", "20/12/2023"),
        ("NV0156", MEDAL, "12/QĐ-CTN", "02/09/2023"),
        ("NV0156", FIGHTER, "72/QĐ", "20/12/2023"),
        ("NV0157", PROVINCE, "31/QĐ-UBND", "15/11/2023"),
        ("NV0188", FIGHTER, "73/QĐ", "20/12/2023"),
        ("NV0190", FIGHTER, "74/QĐ", "20/12/2023"),
    ],
    posts=[
        ("NV0002", {"post": HIGHER}),
        # Cảnh cáo chưa đủ 12 tháng; cảnh cáo đã quá 12 tháng.
        ("NV0437", {"post": HIGHER}),
        ("NV0120", {"post": HIGHER}),
        # Khiển trách, nhưng chức vụ không cao hơn.
        ("NV0202", {"post": "trưởng bộ phận", "higher": NO}),
        # Cách chức chưa đủ 24 tháng.
        ("NV0403", {"higher": NO}),
        # Chưa biết hình thức kỷ luật.
        ("NV0639", {"post": HIGHER}),
        # Đang bị xử lý; chưa ghi quy hoạch; lần đầu; giữ chức vụ chưa đủ 24 tháng.
        ("NV0305", {"handled": YES}),
        ("NV0047", {"planned": ""}),
        ("NV0156", {"first": YES, "since": ""}),
        ("NV0157", {"since": "01/05/2023"}),
        ("NV0314", {"healthy": NO}),
        # Kỷ luật đảng: Luật Viên chức không nói, quy định của Đảng xét riêng.
        ("NV0564", {"post": HIGHER}),
    ],
)

NHI: Final = Story(
    steps={
        # Năm 2024 không hoàn thành (lý do khác) và khiển trách 2025: 6 + 3 tháng.
        "NV0128": _held("01/06/2022", "2022; 2023"),
        # Chỉ một năm không hoàn thành: 6 tháng, đến hạn 01/10/2025.
        "NV0256": _held("01/04/2022", "2022; 2023"),
        # Cả đảng và hành chính: theo quyết định hành chính; năm 2024 còn thiếu mức.
        "NV0021": _held("01/02/2022", "2022; 2023"),
        # Trước thời hạn: ba người, một người thành tích cao hơn.
        "NV0239": _held("01/10/2022", "2022; 2023; 2024; 2025"),
        "NV0240": _held("01/11/2022", "2022; 2023; 2024; 2025"),
        "NV0035": _held("01/12/2022", "2022; 2023; 2024; 2025"),
        "NV0212": _held("01/07/2022", last_step=""),
        # Đến hạn sau 01/7/2026: văn bản lúc ấy cần người xác nhận.
        "NV0213": _held("01/09/2023"),
    },
    past=[
        ("NV0128", "HV-01", OFFICE, LIGHT, "20/08/2025"),
        ("NV0021", "HV-02", OFFICE, MIDDLE, "17/02/2025"),
        ("NV0021", "HV-02", PARTY, LIGHT, "18/12/2024"),
        ("NV0090", "HV-80", OFFICE, HEAVY, "01/02/2024"),
        ("NV0211", "HV-81", OFFICE, LIGHT, "01/10/2024"),
    ],
    causes=[("NV0128", "2024", OTHER), ("NV0256", "2024", OTHER)],
    away=[("NV0035", "nghĩa vụ quân sự", "01/03/2023", "31/08/2023")],
    merits=[
        ("NV0239", PROVINCE, "40/QĐ-UBND", "12/11/2024"),
        ("NV0240", FIGHTER, "81/QĐ", "20/12/2024"),
        ("NV0035", FIGHTER, "82/QĐ", "20/12/2024"),
    ],
    posts=[
        ("NV0239", {"post": HIGHER}),
        ("NV0128", {"post": HIGHER}),
        # Cách chức chưa đủ 24 tháng; khiển trách đã quá 12 tháng.
        ("NV0090", {"higher": NO}),
        ("NV0211", {"post": HIGHER}),
        ("NV0240", {"prosecuted": ""}),
        ("NV0005", {"first": "", "since": "01/03/2025"}),
        ("NV0037", {"corrupt": YES}),
    ],
)

NHI_2026: Final = Story(
    steps={
        # Từ 01/7/2026 mọi đề xuất đều cần người xác nhận văn bản áp dụng.
        "NV0230": _held("01/06/2023", "2023; 2024"),
        "NV0109": _held("01/10/2023"),
        "NV0231": _held("01/06/2024", "2024; 2025; 2026"),
    },
    past=[
        ("NV0090", "HV-01", OFFICE, LIGHT, "18/05/2026"),
        ("NV0109", "HV-02", OFFICE, MIDDLE, "10/08/2026"),
        ("NV0086", "HV-03", OFFICE, LIGHT, "22/09/2026"),
        ("NV0207", "HV-04", PARTY, LIGHT, "15/01/2026"),
    ],
    causes=[("NV0230", "2025", OTHER)],
    merits=[("NV0231", FIGHTER, "91/QĐ", "20/12/2025")],
    posts=[
        ("NV0231", {"post": HIGHER}),
        ("NV0109", {"post": HIGHER}),
        ("NV0274", {"planned": NO}),
    ],
)

STORIES: Final = {
    "benh-vien-mau": MAU,
    "benh-vien-nhi-mau": NHI,
    "benh-vien-nhi-mau-2026": NHI_2026,
}
