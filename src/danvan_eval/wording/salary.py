"""Fault codes of salary steps and appointments: ``DV-D30x`` to ``DV-D32x``."""

from typing import Final

from .base import Wording, wording

SALARY: Final[dict[str, Wording]] = {
    "DV-D300": wording(
        "error",
        "Hành vi «{seen}» làm năm {year} không hoàn thành nhiệm vụ không có trong sổ kỷ"
        " luật đã qua.",
        "Ghi hình thức của hành vi ấy vào ky-luat-da-qua, hoặc ghi «khác» nếu không do"
        " bị kỷ luật.",
        "The act “{seen}” that {year} was KHTNV for is not in the register of past"
        " discipline.",
        "Enter its form in ky-luat-da-qua, or write “khác” where it was no discipline.",
    ),
    "DV-D301": wording(
        "error",
        "«{seen}» có quyết định kỷ luật về hành vi «{act}» trong năm, nhưng sổ kỷ luật"
        " đã qua không ghi hình thức.",
        "Ghi hình thức vào ky-luat-da-qua; đến khi đó thời gian kéo dài để ngỏ.",
        "“{seen}” was disciplined for the act “{act}” in the year, but its form is not"
        " in the register of past discipline.",
        "Enter the form in ky-luat-da-qua; until then the prolongation stays open.",
    ),
    "DV-D302": wording(
        "error",
        "Ngày {seen} không thể là ngày ở cột này.",
        "Ghi ngày từ năm {first} đến năm {last}.",
        "{seen} can be no day of this column.",
        "Write a day from {first} to {last}.",
    ),
    "DV-D303": wording(
        "error",
        "«{seen}» không đọc được thành các năm.",
        "Ghi các năm, cách nhau bằng dấu chấm phẩy: 2023; 2024.",
        "“{seen}” cannot be read as years.",
        "Write years with semicolons between them: 2023; 2024.",
    ),
    "DV-D304": wording(
        "error",
        "Năm «{seen}» không thể là năm đã xếp loại.",
        "Ghi một năm từ {first} đến {last}.",
        "“{seen}” can be no year that was classified.",
        "Write a year from {first} to {last}.",
    ),
    "DV-D305": wording(
        "warning",
        "Không có bảng này nên {what} của mọi người đều chưa biết.",
        "Tạo bảng, để trống các dòng nếu không có trường hợp nào.",
        "Without this table {what} is not known of anybody.",
        "Make the table, and leave its rows out where there is no case.",
    ),
    "DV-D306": wording(
        "error",
        "Quy chế xếp thứ tự ghi loại thành tích «{seen}» nhiều lần.",
        "Ghi mỗi loại một lần, loại cao nhất trước.",
        "The adopted order names the kind of achievement “{seen}” more than once.",
        "Name each kind once, the highest first.",
    ),
    "DV-D307": wording(
        "error",
        "Năm {seen} ghi là từ hoàn thành nhiệm vụ trở lên, nhưng quyết định {number} ghi"
        " không hoàn thành nhiệm vụ; dùng quyết định.",
        "Bỏ năm ấy khỏi ô, hoặc ghi quyết định thay thế vào quyet-dinh.",
        "{seen} is given as HTNV or above, but decision {number} says KHTNV; the decision"
        " is used.",
        "Take the year out of the cell, or enter the replacing decision in quyet-dinh.",
    ),
}
