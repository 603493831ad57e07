"""Fault codes of calls: ``DV-R`` what was asked cannot be carried out."""

from typing import Final

from .base import Wording, wording

CALLS: Final[dict[str, Wording]] = {
    "DV-R001": wording(
        "stop",
        "Thang điểm «{scheme}» là mẫu chưa điền: chưa có nhóm, tiêu chí và điểm nào.",
        "{how}",
        "Scheme “{scheme}” is an unfilled template: it has no group, criterion or point.",
        "{how}",
    ),
    "DV-R002": wording(
        "stop",
        "Thang điểm «{scheme}» dành cho «{allowed}», không dành cho «{seen}».",
        "Chọn thang điểm đúng loại đối tượng.",
        "Scheme “{scheme}” is for “{allowed}”, not for “{seen}”.",
        "Choose the scheme of that kind of subject.",
    ),
    "DV-R003": wording(
        "stop",
        "Thang điểm «{scheme}» không có hiệu lực ngày {seen}.",
        "Có hiệu lực trong: {allowed}.",
        "Scheme “{scheme}” is not in force on {seen}.",
        "It is in force during {allowed}.",
    ),
    "DV-R004": wording(
        "stop",
        "Tiêu chí «{criterion}» ({variant}) không có bản nào có hiệu lực ngày {seen}.",
        "Thêm bản có hiệu lực, hoặc chọn kỳ khác.",
        "Criterion “{criterion}” ({variant}) has no version in force on {seen}.",
        "Add one, or choose another period.",
    ),
    "DV-R005": wording(
        "stop",
        "Hồ sơ của kỳ {seen}, bộ quy tắc của kỳ {allowed}.",
        "Dùng bộ quy tắc đúng kỳ của hồ sơ.",
        "The dossier is of {seen}, the rules are of {allowed}.",
        "Use the pack of the dossier's period.",
    ),
    "DV-R006": wording(
        "stop",
        "Phiếu chấm theo bộ quy tắc khác ({seen}).",
        "Chấm lại theo bộ quy tắc đang dùng ({allowed}).",
        "The sheet was made with other rules ({seen}).",
        "Score it again with the pack in use ({allowed}).",
    ),
    "DV-R007": wording(
        "stop",
        "Mã «{seen}» có hai phiếu.",
        "Mỗi mã một phiếu; bỏ phiếu thừa.",
        "Code “{seen}” has two sheets.",
        "One sheet per code; leave the other out.",
    ),
    "DV-R008": wording(
        "stop",
        "Khối «{seen}» không có trong thang điểm.",
        "Các khối: {allowed}.",
        "The scheme has no block “{seen}”.",
        "Its blocks: {allowed}.",
    ),
    "DV-R009": wording(
        "stop",
        "Điểm tối đa trong khối khác nhau ({seen}) và thang điểm không cho so sánh.",
        "Chọn compare = «percent», có căn cứ, hoặc tách khối.",
        "Maxima in the block differ ({seen}) and the scheme refuses to compare.",
        "Choose compare = “percent” on some basis, or split the block.",
    ),
    "DV-R010": wording(
        "stop",
        "Không có thang điểm «{seen}».",
        "Hiện có: {allowed}.",
        "There is no scheme “{seen}”.",
        "There are: {allowed}.",
    ),
    "DV-R011": wording(
        "stop",
        "Không có đối tượng nào mang mã «{seen}».",
        "Xem mã trong danh sách đơn vị hoặc nhân sự.",
        "There is no subject with code “{seen}”.",
        "Look the code up in the list of units or people.",
    ),
    "DV-R012": wording(
        "stop",
        "Không có tiêu chí «{seen}».",
        "Các tiêu chí: {allowed}.",
        "There is no criterion “{seen}”.",
        "The criteria: {allowed}.",
    ),
    "DV-R013": wording(
        "stop",
        "«{seen}» đứng đầu «{unit}», nhưng chưa có kết quả của «{unit}».",
        "Chấm khoa, phòng trước, rồi đến người đứng đầu, rồi đến nhân viên.",
        "“{seen}” heads “{unit}”, but there is no result for “{unit}” yet.",
        "Score departments first, then heads, then staff.",
    ),
    "DV-R014": wording(
        "stop",
        "Mức xếp loại của khoa, phòng ({seen}) không có trong thang điểm cá nhân.",
        "Dùng cùng các mã mức: {allowed}.",
        "The department's grades ({seen}) are not in the scheme for persons.",
        "Use the same ids of grades: {allowed}.",
    ),
    "DV-R020": wording(
        "stop",
        "Chưa có ngày chốt nên không tạm tính được.",
        "Ghi cut_off và after_cut_off trong mục [period].",
        "There is no cut-off day, so nothing can be provisional.",
        "Write cut_off and after_cut_off in [period].",
    ),
    "DV-R021": wording(
        "stop",
        "Tệp «{seen}» không phải là kết quả đã ghi, hoặc đã bị sửa.",
        "Chọn tệp ket-qua.json mà lệnh rank đã ghi.",
        "File “{seen}” is no result as it was written, or it was altered.",
        "Choose a ket-qua.json that the command rank has written.",
    ),
    "DV-R022": wording(
        "stop",
        "Kết quả trước là của {seen}, lần này của {allowed}: không so sánh được.",
        "Chọn kết quả của cùng bệnh viện và cùng kỳ.",
        "The earlier result is of {seen}, this one of {allowed}: they cannot be compared.",
        "Choose a result of the same hospital and period.",
    ),
}
