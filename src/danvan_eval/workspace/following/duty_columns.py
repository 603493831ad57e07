"""Which tables hold what the hospital did for citizens and staff, in which columns?"""

from collections.abc import Mapping
from typing import Final

from ...consequences.duty_facts import COMPLEXITIES, FORMS
from ...tables.reading import Column
from ...terms import Text

FOLDER: Final = "de-xuat"
CASES: Final = f"{FOLDER}/don-thu"
POSTINGS: Final = f"{FOLDER}/cong-khai"
CONFERENCES: Final = f"{FOLDER}/hoi-nghi"
CHECKS: Final = f"{FOLDER}/kiem-tra"
CONSULTATIONS: Final = f"{FOLDER}/lay-y-kien"
RECEPTIONS: Final = f"{FOLDER}/tiep-dan"
INSPECTORATES: Final = f"{FOLDER}/thanh-tra"


def _more(id_: str, *names: str) -> Column:
    return Column(id_, names, required=False)


COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    POSTINGS: (
        Column("content", ("Nội dung",)),
        Column("document", ("Số văn bản",)),
        Column("decided", ("Ngày quyết định",)),
        Column("posted", ("Ngày đăng",)),
        Column("removed", ("Ngày gỡ",)),
        _more("form", "Hình thức"),
        _more("other_law", "Quy định khác"),
        _more("nothing", "Không phát sinh"),
    ),
    CONFERENCES: (
        Column("year", ("Năm",)),
        Column("kind", ("Loại",)),
        Column("day", ("Ngày",)),
        _more("delegates", "Đại biểu"),
        Column("summoned", ("Triệu tập",)),
        Column("present", ("Có mặt",)),
        Column("agreed", ("Đồng ý",)),
    ),
    CONSULTATIONS: (
        Column("document", ("Văn bản",)),
        _more("clause", "Nội dung"),
        Column("asked", ("Ngày lấy ý kiến",)),
        Column("issued", ("Ngày ban hành",)),
    ),
    RECEPTIONS: (
        Column("month", ("Tháng",)),
        Column("day", ("Ngày tiếp",)),
    ),
    CHECKS: (
        Column("year", ("Năm",)),
        Column("half", ("Kỳ",)),
        Column("checked", ("Ngày kiểm tra",)),
        Column("told", ("Ngày thông báo",)),
    ),
    INSPECTORATES: (
        Column("elected", ("Ngày bầu",)),
        Column("members", ("Số thành viên",)),
        Column("deputies", ("Số phó trưởng ban",)),
        Column("barred", ("Có lãnh đạo hoặc kế toán trưởng",)),
        Column("proposed", ("Công đoàn đề nghị",)),
        _more("dispersed", "Đặc thù hoặc phân tán"),
        Column("recognised", ("Ngày công nhận",)),
    ),
    CASES: (
        Column("case", ("Số hồ sơ",)),
        Column("noticed", ("Ngày thông báo",)),
        _more("refused", "Không thụ lý"),
        _more("accepted", "Ngày thụ lý"),
        _more("round", "Lần"),
        _more("complexity", "Mức phức tạp"),
        _more("remote", "Vùng sâu, vùng xa"),
        _more("extensions", "Số lần gia hạn"),
        _more("concluded", "Ngày kết luận"),
        _more("sent", "Ngày gửi kết luận"),
        _more("published", "Ngày công khai"),
        _more("removed", "Ngày gỡ"),
    ),
}
"""Every table with its columns, the first of which makes a row an entry."""

GROUP_WORDS: Final[dict[str, Text]] = {
    "k1": Text("chủ trương, chính sách"),
    "k2": Text("kế hoạch công tác"),
    "k3": Text("ngân sách, tài chính"),
    "k4": Text("tài sản công"),
    "k5": Text("đầu tư công"),
    "k6": Text("nhân sự, đánh giá, khen thưởng, kỷ luật"),
    "k7": Text("kết luận tiêu cực, kê khai tài sản"),
    "k8": Text("kết quả thanh tra, khiếu nại, tố cáo"),
    "k9": Text("nội quy, quy chế, quy tắc ứng xử"),
    "k10": Text("tổng hợp, tiếp thu ý kiến"),
    "k11": Text("chỉ đạo của cấp trên"),
    "k12": Text("nội dung khác"),
}
"""The twelve groups of Điều 46, in short."""
CLAUSE_WORDS: Final[dict[str, Text]] = {
    "k1": Text("giải pháp thực hiện chủ trương"),
    "k2": Text("kế hoạch năm"),
    "k3": Text("phong trào thi đua"),
    "k4": Text("báo cáo"),
    "k5": Text("cải tiến lề lối, chống phiền hà"),
    "k6": Text("tuyển dụng, đào tạo, bổ nhiệm"),
    "k7": Text("chế độ, quyền lợi"),
    "k8": Text("quy chế dân chủ"),
    "k9": Text("quy chế chi tiêu nội bộ"),
    "k10": Text("nội quy, quy chế khác"),
    "k11": Text("nội dung khác"),
}
"""The eleven matters of Điều 53, in short."""
REGULAR: Final[dict[str, Text]] = {
    "regular": Text("thường kỳ"),
    "extraordinary": Text("bất thường"),
}
HALVES: Final[dict[str, Text]] = {
    "1": Text("6 tháng đầu năm"),
    "2": Text("6 tháng cuối năm"),
}
ROUNDS: Final[dict[str, Text]] = {"1": Text("lần đầu"), "2": Text("lần hai")}
FORM_WORDS: Final[dict[str, Text]] = dict(FORMS)
COMPLEXITY_WORDS: Final[dict[str, Text]] = dict(COMPLEXITIES)
NOT_YET_WORDS: Final = frozenset({"chưa", "chưa có", "chưa làm", "còn đăng"})
NONE_WORDS: Final = frozenset({"không", "không có", "không tiếp"})
FIRST_YEAR, LAST_YEAR = 1990, 2100
