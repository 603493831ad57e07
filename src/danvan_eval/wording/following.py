"""What do the printouts of consequences say, on the console and in their files?"""

from typing import Final

from ..terms import Text

FOLLOWING: Final = {
    "title": Text("Hồ sơ đề xuất năm {year}", "Proposals of {year}"),
    "subjects": Text("Đề xuất theo từng đối tượng", "Proposals, subject by subject"),
    "code": Text("Mã", "Code"),
    "name": Text("Tên", "Name"),
    "unit": Text("Đơn vị", "Unit"),
    "use": Text("Việc", "Use"),
    "proposal": Text("Đề xuất", "Proposal"),
    "standing": Text("Tình trạng", "Standing"),
    "law": Text("Bộ quy định", "Law"),
    "day": Text("Ngày chọn bộ quy định", "Day that chose it"),
    "why": Text("Điều kiện không đạt, lưu ý", "What is not met, remarks"),
    "missing": Text("Còn thiếu", "Still missing"),
    "decides": Text("Người quyết định", "Decided by"),
    "reach": Text("Căn cứ trong kế hoạch", "What the plan says"),
    "count": Text("Số", "Number"),
    "counts": Text("Đề xuất theo loại", "Proposals by kind"),
    "ready": Text("Đủ, trình được", "Ready"),
    "held": Text("Chờ", "On hold"),
    "open": Text("Chưa đủ dữ liệu", "Open"),
    "confirm": Text("Cần xác nhận", "To confirm"),
    "not_met": Text("Chưa đủ, không xét", "Not met"),
    "referrals": Text("Chuyển xem xét", "Referrals"),
    "case": Text("Số vụ", "Case"),
    "says": Text("Nội dung", "What it says"),
    "duties": Text("Việc phải làm đúng hạn", "Duties by their days"),
    "duty": Text("Việc", "Duty"),
    "due": Text("Hạn", "Due"),
    "done": Text("Đã làm", "Done"),
    "over": Text("Quá", "Over"),
    "figures": Text(
        "Số liệu tiêu chí suy ra được, để đối chiếu với hồ sơ chấm điểm",
        "Figures of criteria that follow, to compare with the dossiers",
    ),
    "criterion": Text("Tiêu chí", "Criterion"),
    "figure": Text("Số liệu", "Figure"),
    "votes": Text("Kết quả bỏ phiếu", "Votes"),
    "agenda": Text("Trình Hội đồng", "Before the council"),
    "item": Text("Việc phải chọn", "To be chosen"),
    "codes": Text("Ngang nhau", "Equals"),
    "left": Text("Còn suất", "Slots left"),
    "tried": Text("Đã thử", "What was tried"),
    "chosen": Text("Hội đồng chọn", "Chosen"),
    "reason": Text("Lý do", "Reason"),
    "by": Text("Vai", "Role"),
    "rewards": Text("Tiền thưởng dự tính", "Money if decided"),
    "money": Text("Số tiền (đồng)", "Money (đồng)"),
    "reckoning": Text("Cách tính", "Reckoning"),
    "refused": Text(
        "Phiếu bầu chưa dùng được; xem vấn đề số liệu.",
        "The ballots cannot be taken; see the problems.",
    ),
    "early": Text(
        "Nâng bậc trước hạn: {slots} suất (đủ mỗi 10 người một suất), lẻ {rest};"
        " trong suất: {inside}; ngang nhau: {tied}; còn mở: {open}.",
        "Early steps: {slots} (one for each full ten), remainder {rest}; inside:"
        " {inside}; equal: {tied}; open: {open}.",
    ),
    "none": Text("không có", "none"),
    "unknown": Text("chưa rõ", "not known"),
    "by_code": Text(
        "Từng người: xem tệp, hoặc «danvan-eval decide {folder} MÃ».",
        "Each person: see the files, or “danvan-eval decide {folder} CODE”.",
    ),
    "problems_left": Text(
        "Thư mục còn {count} vấn đề số liệu, có thể liên quan: xem"
        " «danvan-eval decide {folder}».",
        "The folder has {count} problems, which may matter here: see"
        " “danvan-eval decide {folder}”.",
    ),
    "proposes": Text(
        "Chỉ là đề xuất kèm căn cứ; người có thẩm quyền quyết định.",
        "Proposals with their grounds; those with the authority decide.",
    ),
    "footer": Text(
        "Dấu vân tay: {run} · danvan-eval {library}",
        "Fingerprint: {run} · danvan-eval {library}",
    ),
}
