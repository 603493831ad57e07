"""Fault codes of consequences: ``DV-D``."""

from typing import Final

from .base import Wording, wording

CONSEQUENCES: Final[dict[str, Wording]] = {
    "DV-D001": wording(
        "stop",
        "Không có đúng một bộ quy định thuộc nhóm này có hiệu lực ngày {seen}.",
        "Các bộ hiện có: {allowed}; kiểm tra ngày trong số liệu.",
        "Not exactly one body of law of this family is in force on {seen}.",
        "There are: {allowed}; check the day among the facts.",
    ),
    "DV-D002": wording(
        "stop",
        "Chưa có tệp de-xuat.toml trong thư mục de-xuat.",
        "Chạy «danvan-eval decide THƯ_MỤC --init» để tạo, rồi điền các ngày.",
        "There is no de-xuat.toml in the folder de-xuat.",
        "Run “danvan-eval decide FOLDER --init” to make it, then fill in the days.",
    ),
    "DV-D003": wording(
        "stop",
        "Ngày {seen}: không có đúng một bộ quy định về {about} có hiệu lực.",
        "Sửa ngày; các bộ hiện có: {allowed}.",
        "On {seen} not exactly one body of law on {about} is in force.",
        "Correct the day; there are: {allowed}.",
    ),
    "DV-D004": wording(
        "stop",
        "Ngày {seen} không thuộc năm được xét ({year}), cũng không thuộc năm sau.",
        "Ghi một ngày của năm {year} hoặc {next}.",
        "{seen} is neither in the year considered ({year}) nor in the next.",
        "Write a day of {year} or {next}.",
    ),
    "DV-D005": wording(
        "warning",
        "Không có {count} bảng: {names}. Những gì các bảng ấy nói đều chưa biết.",
        "Chép bảng cần dùng từ de-xuat/mau/ ra đây rồi điền; không có trường hợp nào"
        " thì để bảng không có dòng.",
        "There are {count} tables missing: {names}. What they would say is not known.",
        "Copy those you need from de-xuat/mau/ and fill them in; where there is no case"
        " leave a table without rows.",
    ),
}
