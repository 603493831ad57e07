"""What do the printouts of a classification say, on the console and in its files?"""

from typing import Final

from ..terms import Text

YEARLY: Final = {
    "title": Text(
        "Đề xuất xếp loại chất lượng năm {year}", "Suggested quality levels, {year}"
    ),
    "units": Text("Khoa, phòng và bệnh viện", "Departments and the hospital"),
    "people": Text("Cá nhân", "People"),
    "public": Text("Danh sách công khai", "Public list"),
    "code": Text("Mã", "Code"),
    "name": Text("Tên", "Name"),
    "unit": Text("Đơn vị", "Unit"),
    "suggested": Text("Mức đề xuất", "Suggested level"),
    "decided": Text("Mức đã quyết định", "Decided level"),
    "basis": Text("Căn cứ", "Basis"),
    "remarks": Text("Lý do, lưu ý", "Reasons, remarks"),
    "missing": Text("Còn thiếu", "Still missing"),
    "held": Text("chờ, chưa quyết định được: {level}", "on hold: {level}"),
    "waiting": Text("chờ xác minh, chờ ý kiến", "on hold"),
    "quota_of": Text("Hạn mức xuất sắc – {title}", "Quota of HTXS – {title}"),
    "quota": Text("Hạn mức", "Quota"),
    "scope": Text("Nhóm", "Group"),
    "whole": Text("Toàn đơn vị", "The whole"),
    "base": Text("Từ tốt trở lên (N)", "HTT or better (N)"),
    "slots_a": Text("Cách A", "Reading A"),
    "slots_b": Text("Cách B", "Reading B"),
    "used": Text("Số suất", "Slots"),
    "granted": Text("Trong hạn mức", "Inside"),
    "refused": Text("Hết suất", "No slot left"),
    "tied": Text("Ngang nhau", "Equal"),
    "open": Text("Còn mở", "Open"),
    "reckoned": Text(
        "N = {base} người hoặc đơn vị từ tốt trở lên; tỷ lệ {percent}%. Cách A"
        " (k ≤ tỷ lệ × N): {a}. Cách B (k ≤ tỷ lệ × (N − k)): {b}. Dùng cách {reading}:"
        " {exact} trước khi bỏ phần lẻ, {slots} suất.",
        "N = {base} at HTT or better; share {percent}%. Reading A (k ≤ share × N): {a}."
        " Reading B (k ≤ share × (N − k)): {b}. Reading {reading} is used: {exact}"
        " before the fraction is dropped, {slots} slots.",
    ),
    "tied_at": Text(
        "{scope}: {codes} ngang nhau ở ranh giới, còn {left} suất; người có thẩm quyền"
        " chọn.",
        "{scope}: {codes} are equal across the line, {left} slots left; people choose.",
    ),
    "zero": Text(
        "Nhóm quá nhỏ, không có suất nào dù có người đủ điều kiện: {groups}. Có thể gộp"
        " nhóm theo quy chế (pools).",
        "Groups too small for a single slot although somebody qualifies: {groups}."
        " They may be pooled by the regulation (pools).",
    ),
    "slack": Text(
        "Chia theo nhóm nên {count} suất của toàn đơn vị không nhóm nào dùng được.",
        "Because of the groups, {count} slots of the whole go to nobody.",
    ),
    "exempt": Text("Ngoài hạn mức: {codes}.", "Outside the quota: {codes}."),
    "unsettled": Text(
        "{count} trường hợp còn mở, có thể cần suất: hạn mức có thể thay đổi.",
        "{count} are still open and may want a slot: the quota may yet change.",
    ),
    "effects": Text("Theo từng khoa, phòng", "Department by department"),
    "candidates": Text("Đủ điều kiện xuất sắc", "Qualify for HTXS"),
    "alone": Text("Nếu tính riêng", "If reckoned alone"),
    "by_whole": Text("Được theo cách đang dùng", "By the way in use"),
    "regimes": Text(
        "Bộ quy định: khoa, phòng và bệnh viện theo {units} ({why_units}); cá nhân theo"
        " {people} ({why_people}).",
        "Regimes: departments and hospital by {units} ({why_units}); people by {people}"
        " ({why_people}).",
    ),
    "proposes": Text(
        "Chỉ là đề xuất; mức chính thức do người có thẩm quyền quyết định.",
        "Suggestions only; the official level is decided by who has the authority.",
    ),
    "footer": Text(
        "Dấu vân tay: {run} · danvan-eval {library}",
        "Fingerprint: {run} · danvan-eval {library}",
    ),
    "problems_left": Text(
        "Thư mục còn {count} vấn đề số liệu, có thể liên quan: xem"
        " «danvan-eval classify {folder}».",
        "The folder has {count} problems, which may matter here: see"
        " “danvan-eval classify {folder}”.",
    ),
    "by_code": Text(
        "Từng người: xem tệp, --people, hoặc «danvan-eval classify {folder} MÃ».",
        "Each person: see the files, --people, or “danvan-eval classify {folder} CODE”.",
    ),
}
