"""Fault codes of duties towards citizens and staff: ``DV-D500`` to ``DV-D529``."""

from typing import Final

from .base import Wording, wording

DUTIES: Final[dict[str, Wording]] = {
    "DV-D500": wording(
        "stop",
        "Cách hiểu «{seen}» không nằm trong các lựa chọn.",
        "Chọn một trong: {allowed}.",
        "Reading “{seen}” is none of the options.",
        "Choose one of: {allowed}.",
    ),
    "DV-D501": wording(
        "warning",
        "Nội dung «{seen}» không phải một trong 12 nhóm phải công khai; được tính là tên văn bản.",
        "Muốn tính vào bảng kiểm 12 nhóm thì ghi một trong: {allowed}.",
        "“{seen}” is none of the 12 groups that must be public; it is taken as a document.",
        "To count it in the list of 12 groups, write one of: {allowed}.",
    ),
    "DV-D502": wording(
        "error",
        "Số {seen} lớn hơn số {allowed} mà nó nằm trong đó.",
        "Kiểm tra lại số triệu tập, có mặt, đồng ý.",
        "Number {seen} is larger than {allowed}, of which it is a part.",
        "Check the numbers summoned, present and in favour.",
    ),
    "DV-D503": wording(
        "error",
        "Ngày tiếp {seen} không nằm trong tháng {allowed}.",
        "Sửa tháng hoặc ngày.",
        "Day {seen} is not in month {allowed}.",
        "Correct the month or the day.",
    ),
    "DV-D504": wording(
        "error",
        "«{seen}» không phải một tháng.",
        "Ghi tháng và năm, ví dụ 07/2026.",
        "“{seen}” is not a month.",
        "Write month and year, such as 07/2026.",
    ),
    "DV-D505": wording(
        "error",
        "Hồ sơ «{seen}» không có trong {allowed}.",
        "Ghi hồ sơ vào sổ ấy trước; ở đây chỉ ghi thêm các ngày của nó.",
        "Case “{seen}” is not in {allowed}.",
        "Enter the case there first; only its further days stand here.",
    ),
    "DV-D506": wording(
        "error",
        "«{seen}» không thể là năm của dòng này.",
        "Ghi một năm từ {first} đến {last}, đủ bốn chữ số.",
        "“{seen}” cannot be the year of this row.",
        "Write a year from {first} to {last}, with four digits.",
    ),
}
