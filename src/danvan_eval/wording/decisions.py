"""Fault codes of classification: ``DV-R03x`` calls, ``DV-C`` facts of a year."""

from typing import Final

from .base import Wording, wording

DECISIONS: Final[dict[str, Wording]] = {
    "DV-R030": wording(
        "stop",
        "«{seen}» đứng đầu «{unit}», nhưng «{unit}» chưa được xếp loại.",
        "Xếp loại đơn vị trước, rồi người đứng đầu, rồi nhân viên.",
        "“{seen}” heads “{unit}”, but “{unit}” has not been classified.",
        "Classify units first, then heads, then staff.",
    ),
    "DV-R031": wording(
        "stop",
        "Không có đúng một bộ quy định xếp loại có hiệu lực ngày {seen}.",
        "Các bộ hiện có: {allowed}; kiểm tra ngày xếp loại.",
        "Not exactly one regime of classification is in force on {seen}.",
        "There are: {allowed}; check the day of classification.",
    ),
    "DV-R032": wording(
        "stop",
        "Quy chế ban hành {seen}, sau hạn {last} nhưng trước ngày xếp loại: văn bản có"
        " hai cách hiểu.",
        "Chọn late_regulation = «applies» hoặc «falls_back» trong mục [readings].",
        "The regulation was issued on {seen}, after {last} but before the day of"
        " classification: the text can be read in two ways.",
        "Choose late_regulation = “applies” or “falls_back” in [readings].",
    ),
    "DV-R033": wording(
        "stop",
        "Tỷ lệ cao hơn cho viên chức chỉ khi bệnh viện đã được công nhận hoàn thành"
        " xuất sắc nhiệm vụ.",
        "Ghi quyết định công nhận của bệnh viện, hoặc bỏ raised_people.",
        "The higher share of people needs the hospital's own recognition as HTXS.",
        "Enter the decision that recognises it, or leave raised_people out.",
    ),
    "DV-R034": wording(
        "stop",
        "Chưa chọn cách tính tỷ lệ: người xuất sắc có nằm trong mẫu số không.",
        "Ghi reading = «A» (có) hoặc «B» (không) trong mục [quota].",
        "Nobody chose how the share is reckoned: whether HTXS are inside the base.",
        "Write reading = “A” (they are) or “B” (they are not) in [quota].",
    ),
    "DV-R035": wording(
        "stop",
        "Tỷ lệ {seen} cao hơn mức cho phép.",
        "Không quá {allowed}.",
        "The share {seen} is above what is allowed.",
        "At most {allowed}.",
    ),
}
