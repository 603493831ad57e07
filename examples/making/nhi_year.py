"""How does Bệnh viện Nhi Mẫu classify its people for 2025, under NĐ 90 with NĐ 48?"""

from typing import Final

from .year import NO, YES, YearEnd, moved

SETTINGS: Final = """\
# Xếp loại chất lượng năm 2025. Hư cấu, chỉ để minh họa. Xem README.md.

schema = 1

[evaluation]
decided_on = 2025-12-05

[readings]
# Mỗi nhiệm vụ là một tiêu chí kết quả. Chưa ai chọn thời gian đi học là làm việc hay nghỉ (study_counts).
result_criteria = "tasks"

[quota]
# Không có quy định nào cho biết ai đứng trước ai.
reading = "A"
groups = "unit"
pools = [["P03", "P04"]]
exempt = []
order = "none"

[departments]
source = "recorded"
article = "Điều 5 Quy chế thi đua nội bộ (hư cấu)"

[contract_workers]
applied = false
article = "Điều 1 Quy chế thi đua nội bộ (hư cấu)"
"""

YEAR: Final = YearEnd(
    settings=SETTINGS,
    best=0.17,
    best_of={"K01": 0.4, "K04": 0.4, "K05": 0.35, "K10": 0.35, "P01": 0.5},
    levels={
        **dict.fromkeys(("K01", "K03", "K10"), "xuất sắc"),
        **dict.fromkeys(("K06", "K07"), "hoàn thành"),
    },
    groups={"K10": ("dược",), "K11": ("dinh dưỡng",)},
    posts={"NV0279": "director", "NV0281": "deputy_director"},
    kinds={
        "NV0088": "best",
        "NV0021": "best",
        "NV0112": "best",
        "NV0128": "good",
        "NV0192": "good",
        "NV0290": "best",
        "NV0002": "good",
    },
    told={
        "NV0279": {"managed": "P01; P02; P03; P04"},
        "NV0281": {"managed": "K01; K02; K03; K04; K05; K06; K07; K08"},
        "NV0151": {
            "targets.assigned": "10",
            "targets.completed": "7",
            "targets.good": "7",
            "targets.exceeded": "0",
        },
        "NV0192": {
            "tasks.assigned": "10",
            "tasks.completed": "10",
            "tasks.good": "6",
            "tasks.high": "2",
            "tasks.exceeded": "0",
        },
        "NV0112": {"tasks.high": ""},
        "NV0093": moved(six_months=NO, received=NO),
        "NV0103": moved(six_months=YES, received=NO),
    },
    discipline=[
        (
            "NV0128",
            "HV-01",
            "hành chính",
            "20/08/2025",
            "15/04/2025",
            YES,
            NO,
            "chưa",
            "",
        ),
        (
            "NV0021",
            "HV-02",
            "hành chính",
            "17/02/2025",
            "08/10/2024",
            YES,
            NO,
            "2024",
            "",
        ),
        ("NV0021", "HV-02", "đảng", "18/12/2024", "08/10/2024", YES, NO, "2024", ""),
    ],
    conclusions=[
        ("KL-01", "", "K09", "tham nhũng, lãng phí", "đã kết luận", NO),
        ("KL-02", "", "K08", "đơn thư, phản ánh tiêu cực", "đang xác minh", ""),
    ],
    records=[
        (
            "NV0128",
            "2024",
            "không hoàn thành",
            "201/QĐ-BVNM",
            "12/12/2024",
            "giám đốc",
            "",
        ),
        (
            "NV0256",
            "2024",
            "không hoàn thành",
            "202/QĐ-BVNM",
            "12/12/2024",
            "giám đốc",
            "",
        ),
        ("NV0238", "2024", "tốt", "203/QĐ-BVNM", "12/12/2024", "giám đốc", ""),
        ("NV0241", "2024", "tốt", "204/QĐ-BVNM", "12/12/2024", "giám đốc", ""),
    ],
)
