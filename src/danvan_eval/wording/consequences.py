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
}
