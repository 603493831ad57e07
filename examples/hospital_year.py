"""What did each department of the made-up hospital do in its made-up year?"""

from collections.abc import Mapping
from typing import Final

import attrs

SETTINGS: Final = """\
# Bệnh viện hư cấu, chỉ để minh họa. Xem README.md.

schema = 1
criteria = []
overlays = []
days_off = [2024-04-29]

[hospital]
code = "BVM"
name = "Bệnh viện Mẫu (hư cấu)"

[period]
from = 2024-01-01
to = 2024-12-31

[schemes]
unit = "kt-bvdk-2024/khoa-phong"
person = "kt-bvdk-2024/ca-nhan"
"""
BLOCKS: Final = {
    "lam-sang": (
        "Khoa Khám bệnh",
        "Khoa Cấp cứu",
        "Khoa Hồi sức tích cực – Chống độc",
        "Khoa Nội tổng hợp",
        "Khoa Nội tim mạch – Lão học",
        "Khoa Nội thận – Lọc máu",
        "Khoa Ngoại tổng hợp",
        "Khoa Ngoại chấn thương – Chỉnh hình",
        "Khoa Phẫu thuật – Gây mê hồi sức",
        "Khoa Phụ sản",
        "Khoa Nhi",
        "Khoa Bệnh nhiệt đới",
        "Khoa Mắt",
        "Khoa Tai – Mũi – Họng",
        "Khoa Răng – Hàm – Mặt",
        "Khoa Y học cổ truyền – Phục hồi chức năng",
        "Khoa Ung bướu",
    ),
    "can-lam-sang": (
        "Khoa Xét nghiệm",
        "Khoa Chẩn đoán hình ảnh",
        "Khoa Thăm dò chức năng",
        "Khoa Giải phẫu bệnh",
        "Khoa Dược",
        "Khoa Kiểm soát nhiễm khuẩn",
    ),
    "chuc-nang": (
        "Phòng Tổ chức – Hành chính",
        "Phòng Kế hoạch tổng hợp",
        "Phòng Điều dưỡng",
        "Phòng Tài chính – Kế toán",
        "Phòng Vật tư – Trang thiết bị y tế",
        "Phòng Quản lý chất lượng",
        "Tổ Công tác xã hội",
    ),
}
MORE_TRAITS: Final = {"P01": ("chuc-nang", "tchc"), "P07": ("ctxh",)}
SIZES: Final = {
    "lam-sang": (30, 48),
    "can-lam-sang": (20, 36),
    "chuc-nang": (8, 22),
}
NOT_SENT, SENT_EMPTY = "P04", "P05"
WORKBOOKS: Final = frozenset({"K04", "K10", "K18", "K19", "K22", "P02"})
NEVER: Final = "không gửi"


@attrs.frozen
class Year:
    """What one department did; figures as a clerk would write them.

    *sessions* are reception sessions scheduled, held, excused; *box* openings
    scheduled, held, letters received, answered (empty: no box); *petitions* due
    and settled on time by kind; *lacking* public employees who did not study all.
    """

    rate: str = "95%"
    forms: str = "120"
    sessions: tuple[str, str, str] = ("12", "12", "0")
    box: tuple[str, ...] = ("12", "12", "6", "6")
    petitions: Mapping[str, tuple[int, int]] = attrs.field(factory=dict)
    lacking: int = 0
    sent: str = "08/11/2024"
    reminders: str = "0"
    papers: tuple[str, str] = ("20", "20")


FEEDBACK: Final = {"feedback": (4, 4)}
HALF: Final = {"feedback": (10, 9)}
MIXED: Final = {"feedback": (3, 3), "complaint": (1, 0)}
LATE: Final = {"feedback": (3, 1), "proposal": (1, 0)}
EVERY_KIND: Final = {
    "feedback": (12, 12),
    "complaint": (2, 2),
    "proposal": (3, 3),
    "denunciation": (1, 1),
}
YEARS: Final = {
    "K01": Year("97,5%", "410", petitions=EVERY_KIND),
    "K02": Year("94%", "160", petitions=FEEDBACK),
    "K03": Year("96%", "64", petitions=FEEDBACK),
    "K04": Year("96%", "150", petitions=FEEDBACK),
    "K05": Year("95%", "98", ("12", "11", "0"), ("12", "12", "8", "7"), FEEDBACK),
    "K06": Year("93,5%", "18", ("12", "10", "2"), ("12", "11", "0", "0"), lacking=1),
    "K07": Year("96%", "133", petitions=FEEDBACK, sent="14/11/2024"),
    "K08": Year("92%", "101", ("12", "10", "0"), petitions=FEEDBACK),
    "K09": Year("103%", "40", ("12", "9 (đã trừ 1)", "1"), petitions=FEEDBACK),
    "K10": Year("90%", "180", box=("12", "12", "8", "6"), petitions=MIXED | FEEDBACK),
    "K11": Year("90%", "240", ("12", "11", "0"), ("12", "12", "8", "8"), FEEDBACK),
    "K12": Year(
        "85%", "77", ("12", "10", "0"), ("12", "6", "5", "2"), HALF, 3, "15/11/2024"
    ),
    "K13": Year("88%", "60", ("12", "10", "1"), ("12", "9", "8", "6"), MIXED),
    "K14": Year("92%", "88", petitions=FEEDBACK, sent="13/11/2024"),
    "K15": Year(
        "88%",
        "52",
        ("12", "11", "0"),
        ("12", "9", "4", "3"),
        HALF,
        sent="15/11/2024",
    ),
    "K16": Year("80%", "45", ("12", "9", "0"), (), LATE, 2, NEVER, "3"),
    "K17": Year("", "", ("12", "12", ""), ("12", "12", "5", ""), FEEDBACK),
    "K18": Year("98%", "210", petitions=FEEDBACK),
    "K19": Year("95%", "190", petitions=FEEDBACK),
    "K20": Year("91%", "75", ("6", "6", "0"), ("12", "12", "4", "3"), FEEDBACK),
    "K21": Year("90%", "12", ("4", "3", "0"), ("6", "4", "0", "0"), sent="14/11/2024"),
    "K22": Year("94%", "205", box=("12", "12", "10", "9"), petitions=FEEDBACK),
    "K23": Year(
        "86%", "31", ("6", "4", "0"), ("12", "7", "3", "1"), MIXED, 1, "21/11/2024", "1"
    ),
    "P01": Year(
        "95%", "90", ("24", "24", "0"), petitions=EVERY_KIND, papers=("52", "51")
    ),
    "P02": Year("92%", "55", ("12", "11", "1"), petitions=HALF, papers=("40", "34")),
    "P03": Year(
        "89%", "48", ("6", "5", "0"), petitions=MIXED, lacking=1, papers=("16", "12")
    ),
    "P04": Year(papers=("30", "30")),
    "P05": Year(),
    "P06": Year("93%", "37", ("6", "6", "0"), papers=("18", "18")),
    "P07": Year("96%", "34"),
}
