"""How does Bệnh viện Mẫu classify its people for 2024, under NĐ 90 with NĐ 48?"""

from typing import Final

from .year import NO, YES, YearEnd, moved

SETTINGS: Final = """\
# Xếp loại chất lượng năm 2024. Hư cấu, chỉ để minh họa. Xem README.md.

schema = 1

[evaluation]
decided_on = 2024-12-06

[regulation]
number = "77/QĐ-BVM"
issued_on = 2024-03-15
title = "Quy chế đánh giá, xếp loại chất lượng của Bệnh viện Mẫu"
fictitious = true

[readings]
# Tiêu chí kết quả đếm riêng, không lấy số nhiệm vụ; đi học dài ngày là nghỉ.
result_criteria = "own"
study_counts = "leave"

[quota]
# Người xuất sắc nằm trong mẫu số. Ba nơi nhỏ tính chung một nhóm. Đứng trước nhau theo điểm dân vận.
reading = "A"
groups = "unit"
pools = [["P05", "P06", "P07"]]
exempt = []
order = "dan_van"
order_by = "Điều 9"

[departments]
source = "recorded"
article = "Điều 6"

[contract_workers]
applied = true
article = "Điều 2"

# Điểm dân vận vào tiêu chí chung «tác phong, lề lối làm việc».
[[dan_van]]
item = "nd90-d3-k3"
well_from = "70%"
meets_from = "30%"
article = "Điều 8"
"""

NOTHING: Final = {
    f"{of}.{name}": ""
    for of, names in {
        "tasks": ("assigned", "completed", "good", "high", "exceeded"),
        "results": ("total", "completed", "lacking", "high"),
        "conduct": ("k1", "k2", "k3", "k4"),
    }.items()
    for name in names
}

YEAR: Final = YearEnd(
    settings=SETTINGS,
    best=0.3,
    own_criteria=True,
    levels={
        **dict.fromkeys(("K01", "K03", "K04", "K18", "K22", "P01"), "xuất sắc"),
        **dict.fromkeys(("K12", "K13", "K21", "K23", "P03"), "hoàn thành"),
        "K16": "không hoàn thành",
        "P04": "",
    },
    groups={"K22": ("dược",)},
    posts={
        "NV0833": "director",
        "NV0832": "deputy_director",
        "NV0835": "deputy_director",
    },
    kinds={
        "NV0229": "best",
        "NV0403": "best",
        "NV0062": "best",
        "NV0107": "best",
        "NV0242": "best",
        "NV0859": "good",
        "NV0202": "good",
        "NV0437": "best",
        "NV0564": "good",
        "NV0639": "best",
        "NV0305": "good",
    },
    told={
        "NV0833": {"managed": "P01; P06"},
        "NV0832": {"managed": "K01; K02; K03; K04; K05; K06; K07; K08"},
        "NV0835": {"managed": "K09; K10; K12; K16"},
        "NV0359": {"managed": NO},
        "NV0514": {"managed": ""},
        "NV0747": {
            "targets.assigned": "10",
            "targets.completed": "7",
            "targets.good": "6",
            "targets.exceeded": "1",
        },
        "NV0503": {
            "tasks.assigned": "12",
            "tasks.completed": "12",
            "tasks.good": "9",
            "tasks.high": "5",
            "tasks.exceeded": "2",
            "results.total": "10",
            "results.completed": "10",
            "results.lacking": "3",
            "results.high": "2",
        },
        "NV0604": {
            "results.total": "8",
            "results.completed": "7",
            "results.lacking": "5",
            "results.high": "0",
            "protected": NO,
        },
        "NV0062": {"tasks.exceeded": ""},
        "NV0697": {"role": "", "group": "", "protected": "", "came": "", **NOTHING},
        "NV0107": moved(six_months=YES, received=YES),
        "NV0242": moved(six_months=YES, received=NO),
    },
    discipline=[
        (
            "NV0202",
            "HV-01",
            "hành chính",
            "15/05/2024",
            "02/02/2024",
            NO,
            NO,
            "chưa",
            "",
        ),
        (
            "NV0437",
            "HV-02",
            "hành chính",
            "10/01/2024",
            "18/10/2023",
            YES,
            NO,
            "2023",
            "",
        ),
        ("NV0564", "HV-03", "đảng", "24/06/2024", "11/03/2024", YES, NO, "chưa", ""),
        ("NV0639", "HV-04", "hành chính", "12/03/2024", "20/11/2023", YES, NO, "", ""),
        (
            "NV0120",
            "HV-05",
            "hành chính",
            "14/11/2023",
            "06/09/2023",
            YES,
            NO,
            "2023",
            "",
        ),
    ],
    conclusions=[
        ("KL-01", "NV0305", "", "suy thoái", "đang xác minh", ""),
        ("KL-02", "", "P02", "tham nhũng, lãng phí", "đã kết luận", YES),
        ("KL-03", "", "K02", "đơn thư, phản ánh tiêu cực", "đang xác minh", ""),
        ("KL-04", "NV0540", "", "suy thoái", "không có", ""),
    ],
    records=[
        (
            "NV0604",
            "2023",
            "không hoàn thành",
            "240/QĐ-BVM",
            "13/12/2023",
            "giám đốc",
            "",
        ),
        ("NV0202", "2023", "tốt", "243/QĐ-BVM", "13/12/2023", "giám đốc", ""),
        ("NV0564", "2023", "tốt", "244/QĐ-BVM", "13/12/2023", "giám đốc", ""),
        ("NV0581", "2023", "hoàn thành", "245/QĐ-BVM", "13/12/2023", "giám đốc", ""),
        ("NV0837", "2023", "tốt", "246/QĐ-BVM", "13/12/2023", "giám đốc", ""),
        (
            "NV0823",
            "2023",
            "không hoàn thành",
            "241/QĐ-BVM",
            "13/12/2023",
            "giám đốc",
            "",
        ),
        (
            "NV0326",
            "2023",
            "không hoàn thành",
            "242/QĐ-BVM",
            "13/12/2023",
            "giám đốc",
            "",
        ),
        (
            "NV0326",
            "2023",
            "hoàn thành",
            "18/QĐ-BVM",
            "22/01/2024",
            "giám đốc",
            "242/QĐ-BVM",
        ),
    ],
)
