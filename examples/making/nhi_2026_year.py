"""How does Bệnh viện Nhi Mẫu classify its year 2026, under NĐ 233?"""

from typing import Final

from .year import NO, YES, Told, YearEnd, moved, scored, tasks

SETTINGS: Final = """\
# Xếp loại chất lượng năm 2026. Hư cấu, chỉ để minh họa. Xem README.md.

schema = 1

[evaluation]
decided_on = 2026-12-10
scores = "quarter"

[regulation]
number = "118/QĐ-BVNM"
issued_on = 2026-11-20
title = "Quy chế đánh giá, xếp loại chất lượng của Bệnh viện Nhi Mẫu"
repeats_article_7 = "Điều 12"
fictitious = true

[readings]
# Nơi tổ chức lại: điểm tính theo số ngày của mỗi phần.
result_criteria = "tasks"
study_counts = "work"
late_regulation = "applies"
reorganised_points = "months"

[quota]
# Người xuất sắc không nằm trong mẫu số. Hai nhóm nhỏ tính chung.
reading = "B"
groups = "group"
pools = [["dược", "kỹ thuật y"]]
exempt = []
order = "points"
order_by = "Điều 15"

# Bệnh viện đã được công nhận xuất sắc (quyet-dinh.csv) nên cá nhân được tỷ lệ cao hơn.
[quota.raised_people]
ratio = "25%"
decision = "34/QĐ-SYT"

[departments]
source = "none"

[contract_workers]
applied = true
article = "Điều 2"

# Điểm dân vận vào biểu chấm: 5 điểm của cá nhân, 10 điểm của khoa, phòng.
[[dan_van]]
item = "nd233-pl1-k2-dd"
points = 5
article = "Điều 9"

[[dan_van]]
item = "nd233-d6-k2-b"
points = 10
article = "Điều 13"
"""


def _unit(code: str, points: tuple[str, str], done: Told, **more: str) -> Told:
    """Return the row of a department; nothing is claimed, nothing is new as a rule."""
    return {
        "unit": code,
        "common": points[0],
        "result": points[1],
        **done,
        "force_majeure": NO,
        "new": NO,
        **more,
    }


UNITS: Final = (
    _unit("K01", ("29", "57"), tasks(24, 24, 10)),
    _unit("K02", ("28", "50"), tasks(22, 22, 5)),
    _unit("K03", ("28,5", "56"), tasks(20, 20, 8)),
    _unit("K04", ("26", "48,5"), tasks(21, 21, 4)),
    _unit("K05", ("28", "55,5"), tasks(18, 18, 6)),
    _unit("K06", ("28,5", "56,5"), tasks(25, 25, 7)),
    _unit("K07", ("28", "56"), tasks(20, 20, 7)),
    _unit("K08", ("25", "47"), tasks(10, 10, 2), to="30/06/2026"),
    _unit("K08", ("27", "51"), tasks(12, 12, 3), **{"from": "01/07/2026"}),
    _unit("K09", ("24", "40"), tasks(20, 13, 2, completed=13), force_majeure=YES),
    _unit("K10", ("27", "49"), tasks(16, 16, 4)),
    _unit("K11", ("21", "33"), tasks(10, 8, 0)),
    _unit("P01", ("27", "50"), tasks(26, 26, 6)),
    _unit("P02", ("26", "46"), tasks(18, 18, 3)),
    _unit("P03", ("27", "50"), tasks(17, 17, 4)) | {"tasks.good": ""},
    _unit("P04", ("25", "47"), tasks(8, 8, 1), new=YES, **{"from": "01/03/2026"}),
    _unit("BVNM", ("29", "57"), tasks(40, 40, 14)),
)

YEAR: Final = YearEnd(
    settings=SETTINGS,
    best=0.3,
    units=UNITS,
    posts={"NV0274": "director", "NV0276": "deputy_director"},
    levels={
        **dict.fromkeys(("K01", "K03", "K05"), "xuất sắc"),
        **dict.fromkeys(("K09", "K11"), "hoàn thành"),
    },
    groups={"K10": ("dược",), "K11": ("dinh dưỡng",)},
    kinds={"NV0087": "best", "NV0144": "best", "NV0002": "good", "NV0202": "good"},
    told={
        "NV0274": {"managed": "P01; P02; P03; P04"},
        "NV0276": {"managed": "K01; K02; K03; K04; K05; K06; K07; K08"},
        "NV0086": moved(six_months=YES, received=YES),
        "NV0142": moved(six_months=YES, received=NO),
        "NV0230": {"protected": NO},
    },
    scored={
        ("NV0142", "Q1"): None,
        ("NV0142", "Q2"): None,
        ("NV0086", "Q1"): {**scored("23", "64"), "of_old": "x"},
        ("NV0086", "Q2"): {**scored("22,5", "65,5"), "of_old": "x"},
        ("NV0175", "Q2"): None,
        ("NV0176", "Q3"): scored("21,5", ""),
        **{("NV0230", f"Q{nth}"): scored("12", "29,5") for nth in range(1, 5)},
    },
    discipline=[
        (
            "NV0090",
            "HV-01",
            "hành chính",
            "18/05/2026",
            "20/02/2026",
            NO,
            NO,
            "chưa",
            NO,
        ),
        (
            "NV0109",
            "HV-02",
            "hành chính",
            "10/08/2026",
            "05/05/2026",
            YES,
            NO,
            "chưa",
            NO,
        ),
        (
            "NV0086",
            "HV-03",
            "hành chính",
            "22/09/2026",
            "12/03/2026",
            YES,
            NO,
            "chưa",
            YES,
        ),
        ("NV0207", "HV-04", "đảng", "15/01/2026", "03/11/2025", YES, NO, "2025", NO),
    ],
    conclusions=[
        ("KL-01", "", "K02", "đơn thư, phản ánh tiêu cực", "đang xác minh", ""),
        ("KL-02", "", "K07", "hạn chế, khuyết điểm phải khắc phục", "đã kết luận", NO),
        ("KL-03", "", "K01", "hạn chế, khuyết điểm phải khắc phục", "đã kết luận", YES),
        ("KL-04", "NV0290", "", "trách nhiệm nêu gương", "đã kết luận", ""),
    ],
    records=[
        ("BVNM", "2026", "xuất sắc", "33/QĐ-SYT", "08/12/2026", "cấp trên", ""),
        (
            "NV0230",
            "2025",
            "không hoàn thành",
            "190/QĐ-BVNM",
            "11/12/2025",
            "giám đốc",
            "",
        ),
        ("NV0109", "2025", "tốt", "191/QĐ-BVNM", "11/12/2025", "giám đốc", ""),
        (
            "NV0095",
            "2025",
            "không hoàn thành",
            "192/QĐ-BVNM",
            "11/12/2025",
            "giám đốc",
            "",
        ),
        (
            "NV0095",
            "2025",
            "hoàn thành",
            "9/QĐ-BVNM",
            "15/01/2026",
            "giám đốc",
            "192/QĐ-BVNM",
        ),
        ("NV0290", "2025", "tốt", "193/QĐ-BVNM", "11/12/2025", "giám đốc", ""),
    ],
)
