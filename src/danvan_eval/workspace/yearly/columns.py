"""Which tables does the classification read, and what do their columns say?"""

from typing import Final

from ...decisions.facts import CONCLUSIONS, FACTS, STANDINGS, STATES
from ...decisions.levels import Level
from ...tables.reading import Column
from ...terms import Text

FOLDER: Final = "xep-loai"
PEOPLE: Final = f"{FOLDER}/ca-nhan"
UNITS: Final = f"{FOLDER}/don-vi"
SCORES: Final = f"{FOLDER}/diem-ky"
DISCIPLINE: Final = f"{FOLDER}/ky-luat"
CONCLUSIONS_FILE: Final = f"{FOLDER}/ket-luan"
RECORDS: Final = f"{FOLDER}/quyet-dinh"

PERSON: Final = Column("person", ("Mã nhân sự", "Mã nhân viên", "Mã viên chức"))
UNIT: Final = Column("unit", ("Mã đơn vị", "Mã khoa/phòng", "Mã khoa, phòng"))


def _figure(name: str) -> Column:
    return Column(name, (FACTS[name].vi,), required=False)


TASKS: Final = ("assigned", "completed", "good", "high", "exceeded")
UNIT_TASKS: Final = ("assigned", "completed", "good", "exceeded", "late")
RESULTS: Final = ("total", "completed", "lacking", "high")
CONDUCT: Final = ("k1", "k2", "k3", "k4", "k5a")
TARGETS: Final = ("assigned", "completed", "good", "exceeded")

PEOPLE_COLUMNS: Final = (
    PERSON,
    Column("role", ("Chức vụ",)),
    Column("managed", ("Đơn vị phụ trách",), required=False),
    Column("group", ("Nhóm nhiệm vụ",), required=False),
    *(_figure(f"tasks.{one}") for one in TASKS),
    *(_figure(f"results.{one}") for one in RESULTS),
    *(_figure(f"conduct.{one}") for one in CONDUCT),
    *(_figure(f"targets.{one}") for one in TARGETS),
    Column("protected", ("Thuộc diện được bảo vệ",), required=False),
    Column("came", ("Đến từ tổ chức khác",), required=False),
    Column("six_months", ("Ở tổ chức cũ từ 6 tháng",), required=False),
    Column("received", ("Đã có ý kiến, điểm của đơn vị cũ",), required=False),
)
UNIT_COLUMNS: Final = (
    UNIT,
    Column("from", ("Từ ngày",), required=False),
    Column("to", ("Đến ngày",), required=False),
    *(_figure(f"tasks.{one}") for one in UNIT_TASKS),
    Column("common", ("Điểm chung",), required=False),
    Column("result", ("Điểm kết quả",), required=False),
    Column("force_majeure", ("Bất khả kháng",), required=False),
    Column("new", ("Mới thành lập",), required=False),
    Column("internal", ("Mức nội bộ",), required=False),
)
SCORE_COLUMNS: Final = (
    PERSON,
    Column("period", ("Kỳ",)),
    Column("common", ("Điểm chung",)),
    Column("result", ("Điểm kết quả",)),
    Column("of_old", ("Của đơn vị cũ",), required=False),
)
DISCIPLINE_COLUMNS: Final = (
    PERSON,
    Column("act", ("Mã hành vi",)),
    Column("side", ("Loại",)),
    Column("effective", ("Ngày hiệu lực",)),
    Column("acted", ("Ngày xảy ra",)),
    Column("duty", ("Liên quan nhiệm vụ",)),
    Column("degradation", ("Do suy thoái",)),
    Column("counted", ("Năm đã tính",)),
    Column("old", ("Ở tổ chức cũ",), required=False),
)
CONCLUSION_COLUMNS: Final = (
    Column("case", ("Số vụ", "Số vụ việc")),
    Column("person", ("Mã nhân sự", "Mã nhân viên", "Mã viên chức")),
    UNIT,
    Column("kind", ("Loại",)),
    Column("state", ("Tình trạng",)),
    Column("remedied", ("Đã khắc phục",)),
)
RECORD_COLUMNS: Final = (
    Column("code", ("Mã", "Mã nhân sự", "Mã đơn vị")),
    Column("year", ("Năm",)),
    Column("level", ("Mức",)),
    Column("number", ("Số quyết định",)),
    Column("decided", ("Ngày",)),
    Column("by", ("Người quyết định",)),
    Column("replaces", ("Thay cho",), required=False),
)

ROLE_WORDS: Final = {
    "staff": Text("không"),
    "head": Text("trưởng"),
    "deputy": Text("phó"),
    "director": Text("giám đốc"),
    "deputy_director": Text("phó giám đốc"),
}
SIDES: Final = {"party": Text("đảng"), "administrative": Text("hành chính")}
LEVEL_WORDS: Final = {
    Level.HTXS.value: Text("xuất sắc", Level.HTXS.label.vi),
    Level.HTT.value: Text("tốt", Level.HTT.label.vi),
    Level.HTNV.value: Text("hoàn thành", Level.HTNV.label.vi),
    Level.KHTNV.value: Text("không hoàn thành", Level.KHTNV.label.vi),
}
"""How a level may be written: in short, or in the words of the law."""
DECIDERS: Final = {
    "director": Text("giám đốc"),
    "superior": Text("cấp trên"),
    "delegate": Text("người được giao"),
}
TABLES: Final = {
    PEOPLE: PEOPLE_COLUMNS,
    UNITS: UNIT_COLUMNS,
    SCORES: SCORE_COLUMNS,
    DISCIPLINE: DISCIPLINE_COLUMNS,
    CONCLUSIONS_FILE: CONCLUSION_COLUMNS,
    RECORDS: RECORD_COLUMNS,
}
"""Every table with its columns, the first of which makes a row an entry."""
NOT_YET: Final = "chưa"
NONE: Final = "không"
KIND_WORDS: Final[dict[str, Text]] = {
    str(id_): text for id_, text in CONCLUSIONS.items()
}
STATE_WORDS: Final[dict[str, Text]] = {str(id_): text for id_, text in STATES.items()}
STANDING_WORDS: Final[dict[str, Text]] = {
    str(id_): text for id_, text in STANDINGS.items()
}
