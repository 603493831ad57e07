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
    "DV-R036": wording(
        "stop",
        "Bộ quy định «{seen}» ghi ở regime chưa được cài, hoặc không thay bộ nào.",
        "Ghi đúng mã của bộ quy định mà phần mở rộng mang theo ({allowed}), hoặc bỏ dòng"
        " regime trong mục [readings].",
        "The regime “{seen}” named by regime is not installed, or replaces no other.",
        "Write the id of a regime that a plugin brings ({allowed}), or leave the line"
        " regime out of [readings].",
    ),
    "DV-R037": wording(
        "stop",
        "Bộ quy định «{seen}», dùng khi chưa có quy chế, chưa được cài.",
        "Các bộ hiện có: {allowed}; cài thêm bộ ấy.",
        "Regime “{seen}”, to fall back to without a regulation, is not installed.",
        "There are: {allowed}; install it.",
    ),
    "DV-C001": wording(
        "stop",
        "Chưa có tệp xep-loai.toml trong thư mục xep-loai.",
        "Chạy «danvan-eval classify THƯ_MỤC --init» để tạo, rồi điền ngày xếp loại và các lựa chọn.",
        "There is no xep-loai.toml in the folder xep-loai.",
        "Run “danvan-eval classify FOLDER --init” to make it, then fill in the day and the choices.",
    ),
    "DV-C002": wording(
        "error",
        "«{seen}» không phải là năm.",
        "Ghi năm đã tính như 2024, hoặc «chưa»; chưa biết thì để trống.",
        "“{seen}” is no year.",
        "Write the year counted in, like 2024, or «chưa»; leave it empty if unknown.",
    ),
    "DV-C003": wording(
        "error",
        "Vụ «{seen}» không ghi về ai, về đơn vị nào.",
        "Ghi mã nhân sự hoặc mã đơn vị.",
        "Case “{seen}” names no person and no unit.",
        "Write the code of a person or of a unit.",
    ),
    "DV-C004": wording(
        "error",
        "Không có kỳ «{seen}».",
        "Các kỳ: {allowed}.",
        "There is no period “{seen}”.",
        "The periods: {allowed}.",
    ),
    "DV-C005": wording(
        "error",
        "{seen} lớn hơn «{whole}» ({allowed}).",
        "Xem lại hai số; số này chưa được dùng.",
        "{seen} is more than “{whole}” ({allowed}).",
        "Check both numbers; this one is not used.",
    ),
    "DV-C006": wording(
        "error",
        "Điểm {seen} không nằm trong 0 … {allowed}.",
        "Xem lại điểm tối đa của phần này (đã trừ phần do điểm dân vận chiếm); điểm chưa được dùng.",
        "{seen} points are not inside 0 … {allowed}.",
        "Check the most this part holds (less what the dân vận result brings); it is not used.",
    ),
    "DV-C007": wording(
        "warning",
        "Chưa có bảng này: mọi điều nó phải cho biết đều là chưa rõ.",
        "Lập bảng; không có trường hợp nào thì để bảng chỉ có dòng tiêu đề.",
        "There is no such table: all it has to say is not known.",
        "Make it; where there is no case, leave it with its headers only.",
    ),
    "DV-C008": wording(
        "warning",
        "{count} người chưa có dòng nào: {codes}.",
        "Thêm mỗi người một dòng.",
        "{count} people have no row: {codes}.",
        "Add a row for each.",
    ),
    "DV-C009": wording(
        "error",
        "Người quyết định không đúng thẩm quyền: «{seen}».",
        "Mức này do {allowed} quyết định; quyết định chưa được dùng.",
        "“{seen}” has no power to decide this level.",
        "It is decided by: {allowed}; the decision is not used.",
    ),
    "DV-C010": wording(
        "error",
        "«{seen}» có nhiều dòng mà không phải là các phần nối nhau của năm.",
        "Ghi Từ ngày, Đến ngày cho từng phần, không chồng nhau; hoặc để một dòng.",
        "“{seen}” has several rows that are no parts of one year.",
        "Give each part its days, without overlap; or leave one row.",
    ),
    "DV-C011": wording(
        "error",
        "Chức vụ của «{seen}» khác với danh sách nhân sự (cột Người đứng đầu).",
        "Sửa một trong hai; chức vụ chưa được dùng.",
        "The post of “{seen}” differs from the staff list (column Người đứng đầu).",
        "Mend one of the two; the post is not used.",
    ),
    "DV-C012": wording(
        "error",
        "«{seen}» năm {year} có {count} quyết định cùng còn hiệu lực.",
        "Ghi quyết định nào thay quyết định nào ở cột Thay cho.",
        "“{seen}” has {count} decisions for {year} that are all current.",
        "Write which replaces which in the column Thay cho.",
    ),
    "DV-C013": wording(
        "error",
        "Quyết định «{seen}» thay cho «{old}», nhưng không có quyết định ấy.",
        "Ghi đúng số quyết định bị thay, hoặc thêm dòng của nó.",
        "Decision “{seen}” replaces “{old}”, of which there is none.",
        "Write the number that is replaced, or add its row.",
    ),
    "DV-C014": wording(
        "warning",
        "{count} đơn vị chưa có dòng nào: {codes}.",
        "Thêm mỗi đơn vị một dòng, kể cả bệnh viện.",
        "{count} units have no row: {codes}.",
        "Add a row for each, the hospital included.",
    ),
    "DV-C015": wording(
        "warning",
        "Không có ai, nhóm nào mang tên «{seen}»; chỗ này không có tác dụng.",
        "Gần nhất: {near}. Sửa hoặc bỏ đi.",
        "Nobody, and no group, is called “{seen}”; this has no effect.",
        "Nearest: {near}. Mend it or leave it out.",
    ),
    "DV-C016": wording(
        "warning",
        "Chia nhóm theo «{seen}», nhưng {count} người chưa có nhóm: {codes}; tạm tính"
        " chung một nhóm «?».",
        "Điền nhóm cho từng người (group: cột Nhóm nhiệm vụ; block: cột Khối của đơn"
        " vị), hoặc chọn groups khác.",
        "Groups are made by “{seen}”, but {count} people have none: {codes}; they stand"
        " together in a group “?”.",
        "Fill in the group of each (group: column Nhóm nhiệm vụ; block: column Khối of"
        " the departments), or choose other groups.",
    ),
    "DV-C017": wording(
        "stop",
        "Ngày xếp loại {seen} không thuộc năm {year} được xếp loại, cũng không thuộc"
        " năm liền sau.",
        "Sửa decided_on; hoặc sửa kỳ đánh giá trong danvan.toml nếu xếp loại năm khác.",
        "The day of classification, {seen}, is neither in {year}, which is classified,"
        " nor in the year after.",
        "Mend decided_on; or the period in danvan.toml, if another year is meant.",
    ),
    "DV-C018": wording(
        "error",
        "Mục «{seen}» được ghi hai lần ở [[dan_van]].",
        "Giữ lại một; mỗi mục của phiếu chỉ nhận điểm dân vận một lần.",
        "Item “{seen}” stands twice in [[dan_van]].",
        "Keep one; an item of the form takes the dân vận result once.",
    ),
    "DV-C019": wording(
        "error",
        "Các mục dân vận của phần «{part}» cộng lại {seen} điểm, hơn điểm của cả phần.",
        "Không quá {allowed}.",
        "The dân vận items of part “{part}” come to {seen} points, more than the part"
        " holds.",
        "At most {allowed}.",
    ),
    "DV-C020": wording(
        "warning",
        "Mục «{seen}» không thuộc bộ quy định được áp dụng ({allowed}), nên điểm dân"
        " vận không vào phiếu ở mục ấy.",
        "Bỏ mục này, hoặc ghi mục của bộ quy định đang áp dụng.",
        "Item “{seen}” is not of the regime that is applied ({allowed}); no dân vận"
        " result enters the form there.",
        "Leave it out, or name an item of the regime that is applied.",
    ),
    "DV-C021": wording(
        "error",
        "Các quyết định {seen} năm {year} của «{whose}» thay cho nhau thành vòng.",
        "Sửa cột Thay cho: quyết định sau ghi số của quyết định trước; không quyết định"
        " nào trong vòng được dùng.",
        "The decisions {seen} of {year} about “{whose}” replace each other in a circle.",
        "Mend the column Thay cho: the later names the earlier; none of the circle is"
        " used.",
    ),
    "DV-C022": wording(
        "error",
        "«{seen}» không thể là năm của quyết định này.",
        "Ghi một năm từ {first} đến {last}, đủ bốn chữ số.",
        "“{seen}” cannot be the year of this decision.",
        "Write a year from {first} to {last}, with four digits.",
    ),
    "DV-C023": wording(
        "error",
        "Ngày {seen} không thể đúng ở đây: năm phải từ {first} đến {last}.",
        "Xem lại năm của ngày này; dòng này chưa được tính.",
        "{seen} cannot be right here: the year has to be from {first} to {last}.",
        "Check the year of this day; the row does not count yet.",
    ),
    "DV-C024": wording(
        "error",
        "Các dòng của «{seen}» không làm thành đúng một năm: {days} ngày trong kỳ, mà"
        " phải đủ {allowed} ngày và không có phần nào ngoài kỳ.",
        "Thêm dòng cho phần còn thiếu, sửa ngày ngoài kỳ; đơn vị mới thành lập trong"
        " năm thì ghi «có» ở cột Mới thành lập.",
        "The rows of “{seen}” do not make up one year: {days} days inside it, where"
        " there have to be {allowed}, and no part outside.",
        "Add a row for what is missing, mend days outside the year; where the unit was"
        " set up in the year, write «có» in the column Mới thành lập.",
    ),
}
