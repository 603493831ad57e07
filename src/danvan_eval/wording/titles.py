"""Fault codes of titles and commendation: ``DV-D100`` to ``DV-D129``."""

from typing import Final

from .base import Wording, wording

TITLES: Final[dict[str, Wording]] = {
    "DV-D100": wording(
        "stop",
        "Không có loại quy định nội bộ nào tên «{seen}».",
        "Các loại: {allowed}.",
        "There is no kind of adopted rule called “{seen}”.",
        "There are: {allowed}.",
    ),
    "DV-D101": wording(
        "stop",
        "Quy định nội bộ mang số {seen}, ngoài khoảng {allowed}.",
        "Ghi đúng con số mà quy chế nêu.",
        "An adopted rule has the number {seen}, outside {allowed}.",
        "Write the number that the regulation names.",
    ),
    "DV-D102": wording(
        "stop",
        "Không có tỷ lệ phiếu toàn quốc cho «{seen}».",
        "Nêu quy chế đã ban hành: điều và tỷ lệ phiếu.",
        "There is no national share of votes for “{seen}”.",
        "Name the adopted regulation: its article and the share of votes.",
    ),
    "DV-D103": wording(
        "stop",
        "Ưu tiên nữ khi ngang nhau chỉ dùng cho danh sách khen thưởng, không dùng cho «{seen}».",
        "Để người có thẩm quyền chọn trong những người ngang nhau.",
        "The woman comes first among equals on lists of commendation only, not for “{seen}”.",
        "Leave the choice among equals to those who decide.",
    ),
    "DV-D104": wording(
        "error",
        "Không có danh hiệu, hình thức khen thưởng nào mã «{seen}».",
        "Các mã: {allowed}.",
        "There is no title or form of commendation with the id “{seen}”.",
        "There are: {allowed}.",
    ),
    "DV-D105": wording(
        "error",
        "Không tính được tiền thưởng «{seen}»: {why}.",
        "Để người phụ trách tra văn bản của ngày quyết định rồi tính.",
        "The money for “{seen}” cannot be reckoned: {why}.",
        "Let a person look up the texts of the day of the decision.",
    ),
    "DV-D106": wording(
        "stop",
        "Số phiếu đồng ý {seen} không nằm trong {allowed}.",
        "Kiểm tra biên bản: tỷ lệ tính trên mọi thành viên hội đồng.",
        "The votes in favour, {seen}, are not within {allowed}.",
        "Check the minutes: the share is of all members of the council.",
    ),
    "DV-D110": wording(
        "error",
        "Năm {seen} của danh hiệu không nằm trong {first}–{last}.",
        "Ghi năm xét của danh hiệu, bốn chữ số.",
        "The year {seen} of an award is not within {first}–{last}.",
        "Write the year the award is for, in four digits.",
    ),
    "DV-D111": wording(
        "error",
        "Quyết định ngày {seen} trước năm xét {year}.",
        "Kiểm tra lại ngày quyết định hoặc năm xét.",
        "The decision of {seen} is before the year {year} it is for.",
        "Check the day of the decision, or the year.",
    ),
    "DV-D112": wording(
        "error",
        "«{seen}» không phải danh hiệu của {whose}.",
        "Danh hiệu cá nhân ghi với mã nhân sự, danh hiệu tập thể với mã đơn vị.",
        "“{seen}” is no award of {whose}.",
        "Awards of persons go with their code, awards of collectives with the unit's.",
    ),
    "DV-D113": wording(
        "error",
        "Ngày công nhận sáng kiến {seen} không nằm trong {first}–{last}.",
        "Kiểm tra lại ngày công nhận.",
        "The initiative was recognised on {seen}, which is not within {first}–{last}.",
        "Check the day it was recognised.",
    ),
    "DV-D114": wording(
        "error",
        "Một dòng phải ghi đúng một mã: mã nhân sự hoặc mã đơn vị.",
        "Xóa mã thừa hoặc điền mã thiếu.",
        "A row has to name exactly one code: a person's or a unit's.",
        "Take out the code too many, or fill in the one that lacks.",
    ),
    "DV-D115": wording(
        "error",
        "Thời hạn hợp đồng {seen} tháng không dùng được.",
        "Ghi số tháng từ 1 trở lên; không thời hạn thì ghi «không thời hạn».",
        "A contract of {seen} months cannot be.",
        "Write months from 1 on; for no fixed term write “không thời hạn”.",
    ),
}
