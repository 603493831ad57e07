"""Bệnh viện Nhi Mẫu: a children's hospital of fifteen departments, plan of 2025."""

import datetime as dt
from typing import Final

from .nhi_units import HEADS, OWN, UNITS, USUAL
from .plan import EMPLOYEE, Hospital, Incident, Model, Move, Own

MOVED_ON: Final = dt.date(2025, 7, 1)
NONE: Final = Own("0", "0", "0", of=EMPLOYEE)
INVITED: Final = Own("1", "1", "0", turns=(1,), of=EMPLOYEE)
WENT: Final = Own("1", "0", "0", turns=(1,), of=EMPLOYEE)

HOSPITAL: Final = Hospital(
    folder="benh-vien-nhi-mau",
    code="BVNM",
    name="Bệnh viện Nhi Mẫu (hư cấu)",
    year=2025,
    instrument="bvn-ld-2025",
    seed=2025,
    units=UNITS,
    sizes={"lam-sang": (24, 34), "can-lam-sang": (12, 20), "chuc-nang": (8, 14)},
    documents="qd-23-tw; ct-33; ctr-03; qd-456-tu; kh-8999",
    session=dt.date(2025, 3, 24),
    usual=USUAL,
    own=OWN,
    heads=HEADS,
    columns={
        "C02.did_task": Own(),
        "C03.law_reached": Own(),
        "C32.reached": Own(),
        "C32.signed": Own(),
        "C25.emulation_registered": Own(),
        "C25.emulation_met": Own(),
        "C25.hcm_registered": Own(),
        "C25.hcm_done": Own(),
        "C35.contributed": Own(turns=(0, 1, 3, 4)),
        "C26.programme_assessed": Own(),
        "C26.directive_assessed": Own(),
        "C19.tasks_on_time": Own("12", "9"),
        "C19.tasks_assigned": Own("12", "12"),
        "C28.dan_van_sent": WENT,
        "C28.dan_van_quota": INVITED,
        "C28.democracy_sent": WENT,
        "C28.democracy_quota": INVITED,
        "C28.ethnic_sent": NONE,
        "C28.ethnic_quota": NONE,
        "C28.religion_sent": NONE,
        "C28.religion_quota": NONE,
    },
    moves=[Move("K03", "K05", MOVED_ON, place=0), Move("K04", "K06", MOVED_ON)],
    promoted={"K03": MOVED_ON},
    recruits={"K02": dt.date(2025, 10, 1)},
    unschooled=frozenset({"K02"}),
    left={("K05", 0): dt.date(2025, 6, 30)},
    leaves=[
        ("K01", "thai sản", "03/02/2025", "02/08/2025"),
        ("K07", "ốm đau", "10/03/2025", "10/10/2025"),
        ("P02", "đi học", "01/09/2025", "31/08/2026"),
    ],
    incidents=[
        Incident("K04", "12/05/2025", "thai-do", "dung", "15/08/2025", who=-2),
        Incident("K08", "05/12/2025", "thai-do", "xac-minh", who=-2),
        Incident("K06", "17/04/2025", "ky-cuong", "dung", "12/05/2025", who=3),
        Incident("K09", "09/06/2025", "tham-nhung", "dung-mot-phan", "21/07/2025", 2),
        Incident("P02", "22/09/2025", "doan-ket", "dung", "20/10/2025", who=0),
        Incident("K02", "30/01/2025", "dao-duc", "sai", "20/02/2025", who=1),
        Incident("K05", "14/10/2025", "neu-guong", "dung", "10/11/2025", 0, "K03"),
    ],
    models=[
        Model("K01", "Góc chờ thân thiện với trẻ", (0,), "2"),
        Model("K01; K10", "Dặn dò dùng thuốc bằng tranh", (1, 2)),
        Model("K03", "Mẹ bên con", (2, 3)),
        Model("K03", "Đường dây tư vấn sau ra viện", (0,)),
        Model("K05", "Lớp học làm cha mẹ", (2,)),
        Model("K06", "Nhật ký trước mổ cho bé", (2,)),
        Model("P01", "Một cửa thủ tục viên chức", (0,)),
    ],
    extra={
        "ca-nhan": [("NV9999", "có", "có")],
        "don-thu": [
            ("DT-901", "K01", "khiếu nại", "12/12/2025", "11/01/2026", "", ""),
            ("DT-902", "K03", "phản ánh", "06/05/2025", "05/06/2025", "20/05/2025", ""),
            ("DT-902", "K03", "phản ánh", "06/05/2025", "05/06/2025", "20/05/2025", ""),
        ],
        "mo-hinh": [
            (
                "MH-08",
                "Ý tưởng còn ở bước đăng ký",
                "K07",
                "",
                "xã hội",
                "ĐK 08/2025",
                "",
                "",
                "",
                "",
                "",
                "đăng ký",
                "",
            ),
        ],
    },
    workbooks=frozenset({"K05", "K10"}),
    spoilt={"K10": {"C17.tasks_on_time": "date"}},
)
