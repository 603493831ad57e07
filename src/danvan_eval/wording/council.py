"""Fault codes of the council and of its votes: ``DV-D400`` to ``DV-D429``."""

from typing import Final

from .base import Wording, wording

COUNCIL: Final[dict[str, Wording]] = {
    "DV-D401": wording(
        "error",
        "{whose}: «{key}» là {seen}, không thể là số âm.",
        "Đếm lại và sửa số phiếu.",
        "{whose}: «{key}» is {seen}, which no count can be.",
        "Count again and correct it.",
    ),
    "DV-D402": wording(
        "error",
        "{whose}: phát {seen} phiếu, nhưng chỉ {allowed} thành viên có mặt và được biểu quyết.",
        "Đối chiếu danh sách có mặt, người không biểu quyết và số phiếu phát.",
        "{whose}: {seen} ballots issued, but only {allowed} members were present and may vote.",
        "Compare the members present, those who do not vote, and the ballots issued.",
    ),
    "DV-D403": wording(
        "error",
        "{whose}: phát {seen} phiếu, mới biết chắc {least} thành viên có mặt và được biểu quyết.",
        "Ghi cột «Có mặt» của mọi thành viên.",
        "{whose}: {seen} ballots issued, but only {least} members are known to have been present and may vote.",
        "Say of every member whether they were present.",
    ),
    "DV-D404": wording(
        "error",
        "{whose}: thu {seen} phiếu, nhiều hơn {allowed} phiếu phát.",
        "Đếm lại số phiếu phát và phiếu thu.",
        "{whose}: {seen} ballots returned, more than the {allowed} issued.",
        "Count the ballots issued and returned again.",
    ),
    "DV-D405": wording(
        "error",
        "{whose}: {parts} ({seen}) không bằng {whole} ({allowed}).",
        "Đếm lại; danh sách phiếu chưa khớp thì chưa có kết quả.",
        "{whose}: {parts} ({seen}) is not {whole} ({allowed}).",
        "Count again; a list that does not add up has no result.",
    ),
    "DV-D406": wording(
        "error",
        "Hội đồng chưa có thành viên nào.",
        "Ghi danh sách thành viên theo quyết định thành lập.",
        "The council has no member.",
        "Enter the members by the decision that set it up.",
    ),
    "DV-D407": wording(
        "error",
        "Thành viên {seen} đứng {count} lần trong danh sách Hội đồng.",
        "Giữ một dòng cho mỗi thành viên.",
        "Member {seen} stands {count} times on the list of the council.",
        "Keep one row for each member.",
    ),
    "DV-D408": wording(
        "error",
        "{whose}, {award}: đứng {count} lần.",
        "Giữ một dòng cho mỗi người và danh hiệu.",
        "{whose}, {award}: stands {count} times.",
        "Keep one row for each candidate and award.",
    ),
    "DV-D409": wording(
        "error",
        "{whose}, {award}: có phiếu nhưng không có trong nội dung biểu quyết.",
        "Sửa mã hoặc danh hiệu, hoặc đưa vào nội dung biểu quyết.",
        "{whose}, {award}: has ballots and is not on the agenda.",
        "Correct the code or the award, or put it on the agenda.",
    ),
    "DV-D410": wording(
        "error",
        "{award}: chưa có tỷ lệ phiếu. {ground} không cho số nào.",
        "Nêu tỷ lệ, cách tính và điều của quy chế bệnh viện hoặc của cấp trên; không có số mặc định.",
        "{award}: there is no vote share. {ground} gives no number.",
        "Give share, base and article of the hospital's regulation, or the superior's; there is no default.",
    ),
    "DV-D411": wording(
        "error",
        "Tỷ lệ {seen} ({article}) không dùng được.",
        "Tỷ lệ phải lớn hơn 0% và không quá 100%.",
        "A share of {seen} ({article}) cannot be used.",
        "It has to be above 0% and at most 100%.",
    ),
    "DV-D412": wording(
        "error",
        "Tỷ lệ {seen} không có căn cứ.",
        "Ghi số văn bản và điều đã thông qua tỷ lệ ấy.",
        "The share of {seen} has no ground.",
        "Name the document and article that adopted it.",
    ),
    "DV-D413": wording(
        "error",
        "Ý kiến về {seen} không có lý do.",
        "Ghi lý do; không có lý do thì kết quả đã tính được giữ nguyên.",
        "The opinion on {seen} gives no reason.",
        "Give one; without it what was worked out stands.",
    ),
    "DV-D414": wording(
        "error",
        "Ý kiến về {seen} thiếu «{key}».",
        "Ghi vai của người quyết định và ngày.",
        "The opinion on {seen} lacks «{key}».",
        "Enter the role of who decided, and the day.",
    ),
    "DV-D415": wording(
        "error",
        "Chưa chọn được: {seen}; còn phụ thuộc quyết định khác.",
        "Quyết định nhóm nhỏ hơn hoặc mức cao hơn trước, rồi tính lại.",
        "It cannot be chosen yet: {seen}; another decision comes first.",
        "Decide the smaller group, or the better grade, and reckon again.",
    ),
    "DV-D416": wording(
        "error",
        "{seen} không đứng ngang nhau ở ranh giới.",
        "Chọn trong: {allowed}.",
        "{seen} does not stand on the line.",
        "Choose among: {allowed}.",
    ),
    "DV-D417": wording(
        "error",
        "Đã chọn {seen}, còn {allowed} suất.",
        "Chọn đúng số suất còn lại, mỗi mã một lần.",
        "{seen} chosen, {allowed} slots left.",
        "Choose exactly as many, each code once.",
    ),
    "DV-D418": wording(
        "error",
        "Ý kiến về {seen} không đổi gì: kết quả trước là «{before}».",
        "Ghi kết quả sau, khác kết quả trước, hoặc bỏ dòng này.",
        "The opinion on {seen} changes nothing: the result was «{before}».",
        "Enter another result, or leave the row out.",
    ),
}
