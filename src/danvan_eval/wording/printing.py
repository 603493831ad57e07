"""What do the printouts of a run say, on the console and in its files?"""

from typing import Final

from ..terms import Text

WORDS: Final = {
    "rank": Text("Hạng", "Rank"),
    "code": Text("Mã", "Code"),
    "name": Text("Tên", "Name"),
    "total": Text("Tổng điểm", "Total"),
    "grade": Text("Xếp loại (đề xuất)", "Grade (proposed)"),
    "possible": Text("Hạng có thể", "Possible ranks"),
    "between": Text("Điểm có thể", "Possible total"),
    "assumed": Text("Giả định", "Assumed"),
    "why": Text("Lý do không xếp hạng", "Why not ranked"),
    "missing": Text("Còn thiếu", "Still missing"),
    "block": Text("Khối", "Block"),
    "scheme": Text("Thang điểm", "Scheme"),
    "people": Text("Hội đồng quyết định", "for the council"),
    "place": Text("Nơi", "Where"),
    "problem": Text("Vấn đề và cách xử lý", "Problem and what to do"),
    "ranked": Text("Được xếp hạng", "Ranked"),
    "not_ranked": Text("Không xếp hạng", "Not ranked"),
    "quotas": Text("Hạn mức", "Quotas"),
    "problems": Text("Vấn đề số liệu", "Problems"),
    "excluded": Text("Ghi chú về cách đếm", "Notes on what was counted"),
    "see_excluded": Text(
        "Ghi chú về cách đếm: {count}; xem bằng danvan-eval check {folder}",
        "Notes on what was counted: {count}; see danvan-eval check {folder}",
    ),
    "fingerprint": Text(
        "Dấu vân tay kết quả: {fingerprint}", "Fingerprint of the result: {fingerprint}"
    ),
    "files": Text(
        "Tệp kết quả trong {folder}: {names}", "Result files in {folder}: {names}"
    ),
    "removed": Text(
        "Đã xóa tệp của lần chạy trước, lần này không còn: {names}",
        "Removed, as this run does not write them any more: {names}",
    ),
    "made": Text(
        "Đã tạo {count} tệp trong {folder}:", "Made {count} files in {folder}:"
    ),
    "begin": Text(
        "Bắt đầu từ HUONG-DAN.md.", "Begin with HUONG-DAN.md; it is in Vietnamese."
    ),
    "template": Text(
        "mẫu chưa điền, kiểm được nhưng chưa chấm được.",
        "an unfilled template: it can be checked, but not scored yet.",
    ),
    "linted": Text(
        "Đã soát {} tiêu chí, {} thang điểm, {} văn bản.",
        "Looked through {} criteria, {} schemes, {} instruments.",
    ),
    "alike": Text(
        "{file}: … và {count} lần {code} nữa; xem van-de.csv (lệnh rank, classify) hoặc --json",
        "{file}: … and {count} more of {code}; see van-de.csv (commands rank, classify) or --json",
    ),
    "more": Text(
        "… và {count} vấn đề nữa; xem van-de.csv hoặc --json",
        "… and {count} more; see van-de.csv or --json",
    ),
    "footer": Text(
        "Bộ quy tắc {pack} · dấu vân tay kết quả {run} · danvan-eval {library}",
        "Pack {pack} · result fingerprint {run} · danvan-eval {library}",
    ),
    "rests": Text(
        "{share} điểm tối đa dựa trên con số giả định.",
        "{share} of the maxima rests on assumed numbers.",
    ),
    "rests_each": Text(
        "Từ {low} đến {high} điểm tối đa dựa trên con số giả định, xem cột «Giả định».",
        "{low} to {high} of the maxima rests on assumed numbers, see column “Assumed”.",
    ),
    "quota": Text(
        "{label}: {exact} → {slots} suất «{grade}» trên {base} được xếp loại;"
        " đề xuất {granted}{refused}.",
        "{label}: {exact} → {slots} place(s) “{grade}” of {base} rated;"
        " proposed {granted}{refused}.",
    ),
    "refused": Text(
        "; ngoài hạn mức, đề xuất «{beyond}»: {codes}",
        "; beyond the quota, proposed “{beyond}”: {codes}",
    ),
    "contested": Text(
        "{label}: {codes} bằng nhau, còn {left} suất; đã xét lần lượt {chain}"
        " mà vẫn bằng: Hội đồng quyết định.",
        "{label}: {codes} are equal and {left} place(s) are left after {chain}:"
        " for the council to decide.",
    ),
    "depends": Text(
        "{label}: «{grade}» của {codes} tùy quyết định ở mức trên; chắc chắn còn"
        " {left} suất: Hội đồng quyết định.",
        "{label}: “{grade}” of {codes} depends on the decision above; {left} place(s)"
        " are left for certain: for the council to decide.",
    ),
    "waiting": Text(
        "{label}: {codes} chưa đủ số liệu hoặc còn chờ quyết định ở mức trên, và còn"
        " có thể đạt «{grade}».",
        "{label}: {codes} are incomplete or await the decision above, and may still"
        " reach “{grade}”.",
    ),
    "held": Text(
        "{label}: giữ lại {held} suất «{grade}» cho ai trong số đó không được mức trên.",
        "{label}: {held} place(s) “{grade}” are held back for those of them who do not"
        " get the grade above.",
    ),
    "passing": Text(
        "{label}: ai trong số {codes} không được mức trên thì cũng ngoài hạn mức"
        " «{grade}», đề xuất «{beyond}».",
        "{label}: those of {codes} who do not get the grade above are beyond the quota"
        " of “{grade}” too, proposed “{beyond}”.",
    ),
    "none": Text("không có ai", "nobody"),
}

UNRANKED: Final = {
    "incomplete": Text("chưa đủ số liệu", "incomplete"),
    "not_eligible": Text("không thuộc diện xếp hạng", "not eligible"),
    "not_submitted": Text("chưa nộp phiếu", "not submitted"),
    "empty": Text("nộp phiếu trống", "submitted an empty sheet"),
    "unlisted": Text(
        "dòng trong danh sách không đọc được", "row in the list cannot be read"
    ),
    "nothing_applies": Text("không có tiêu chí nào áp dụng", "no criterion applies"),
}
