"""Fault codes of what is referred: ``DV-D200`` to ``DV-D229``."""

from typing import Final

from .base import Wording, wording

REFERRAL: Final[dict[str, Wording]] = {
    "DV-D200": wording(
        "error",
        "Vụ {seen} ghi đã kết luận nhưng không có ngày kết luận.",
        "Ghi ngày của văn bản kết luận; chưa có ngày thì chưa chuyển xem xét được.",
        "Case {seen} is said to be concluded on and has no day of it.",
        "Write the day of the conclusion; without it nothing is referred.",
    ),
    "DV-D201": wording(
        "error",
        "Vụ {seen} đang xác minh mà lại có ngày kết luận.",
        "Sửa tình trạng hoặc xóa ngày; đến khi đó coi như chưa rõ.",
        "Case {seen} is being verified and has a day of conclusion.",
        "Correct the state, or take out the day; until then it is not known.",
    ),
    "DV-D202": wording(
        "error",
        "Vụ {seen} ghi lần đầu mà lại có quyết định trước về cùng hành vi.",
        "Kiểm tra lại; đến khi đó coi như chưa rõ lần đầu hay tái phạm.",
        "Case {seen} is called the first time, with an earlier decision on the same act.",
        "Check it; until then it is not known whether it is the first time.",
    ),
    "DV-D203": wording(
        "error",
        "Vụ {seen} có trường hợp chưa xem xét nhưng không có ngày bắt đầu.",
        "Ghi từ ngày nào; đến khi đó coi như chưa rõ.",
        "Case {seen} has a situation of deferral without its first day.",
        "Write from which day; until then it is not known.",
    ),
    "DV-D204": wording(
        "error",
        "Vụ {seen} có quyết định trước nhưng không có ngày hiệu lực.",
        "Ghi ngày quyết định trước có hiệu lực; không có thì không tính được tái phạm.",
        "Case {seen} has an earlier decision without the day it took effect.",
        "Write that day; without it nobody can say whether it is a repeat.",
    ),
}
