"""Fault codes of a workspace: ``DV-S2`` what is wrong in it, ``DV-S3`` what is left out.

Entries of ``DV-S3`` are notes: nothing is wrong with what they name, it only does
not count, or counts in one place of two that a reader may think of.
"""

from typing import Final

from .base import Wording, wording

INPUTS: Final[dict[str, Wording]] = {
    "DV-S201": wording(
        "error",
        "Ô «{key}» để trống; dòng này chưa được tính.",
        "Điền ô này; không có giá trị mặc định.",
        "Cell “{key}” is empty; the row does not count yet.",
        "Fill it in; there is no default.",
    ),
    "DV-S202": wording(
        "stop",
        "Có nhiều tệp cho một việc: {seen}; chưa đọc tệp nào.",
        "Giữ lại một tệp, chuyển tệp kia ra ngoài thư mục.",
        "Several files serve one purpose: {seen}; none of them was read.",
        "Keep one and move the other out of the folder.",
    ),
    "DV-S203": wording(
        "warning",
        "«{seen}» không áp dụng cho đơn vị «{unit}»; giá trị ghi ở đây không dùng đến.",
        "Không cần làm gì; xem lại cột Tính chất trong danh sách đơn vị nếu thấy sai.",
        "“{seen}” does not apply to department “{unit}”; the value here is not used.",
        "Nothing to do; check the traits in the list of departments if this looks wrong.",
    ),
    "DV-S204": wording(
        "warning",
        "«{seen}» không lấy từ phiếu của khoa/phòng; giá trị ghi ở đây không dùng đến.",
        "Không cần làm gì; số này lấy từ sổ theo dõi, hoặc thang điểm không dùng.",
        "“{seen}” is not taken from a department's sheet; the value here is not used.",
        "Nothing to do; it comes from a register, or the scheme does not use it.",
    ),
    "DV-S205": wording(
        "error",
        "Không có số liệu nào mang mã «{seen}».",
        "Các mã gần nhất: {near}. Giữ nguyên hai cột mã của phiếu mẫu.",
        "There is no evidence with code “{seen}”.",
        "Nearest codes: {near}. Leave the code columns of the form as they are.",
    ),
    "DV-S206": wording(
        "error",
        "Đơn vị «{unit}» có nhiều giá trị khác nhau cho «{seen}»: {places}.",
        "Giữ lại một giá trị đúng; chương trình không tự chọn.",
        "Department “{unit}” gives different values for “{seen}”: {places}.",
        "Keep the right one; nothing is chosen by itself.",
    ),
    "DV-S207": wording(
        "error",
        "«{seen}» không được trả lời là không áp dụng.",
        "Ghi số liệu; chưa có thì để trống. Việc có áp dụng hay không do tiêu chí quy định.",
        "“{seen}” may not be answered with “does not apply”.",
        "Write the figure, or leave it empty; the criterion says to whom it applies.",
    ),
    "DV-S208": wording(
        "error",
        "Ngày {seen} đứng trước ngày {allowed} mà lẽ ra phải sau.",
        "Kiểm tra lại hai ngày của dòng này.",
        "Day {seen} comes before {allowed}, though it should come after.",
        "Check both days of this row.",
    ),
    "DV-S209": wording(
        "error",
        "Vụ việc «{seen}» ghi tình trạng «{state}» mà ngày kết luận ghi «{day}».",
        "Vụ đã kết luận phải có ngày kết luận; vụ chưa kết luận thì để trống ngày ấy.",
        "Incident “{seen}” stands as “{state}” with day of conclusion “{day}”.",
        "A concluded incident needs that day; an open one must not have it.",
    ),
    "DV-S210": wording(
        "error",
        "Các dòng của «{seen}» nói khác nhau: {places}; chưa tính dòng nào.",
        "Sửa cho khớp, hoặc ghi mã khác nếu là hai việc.",
        "The rows of “{seen}” contradict each other: {places}; none of them counts yet.",
        "Make them agree, or use another number if they are two matters.",
    ),
    "DV-S211": wording(
        "error",
        "Mã nhân sự «{seen}» có nhiều dòng trùng thời gian: {places}; người này chưa được tính.",
        "Bỏ dòng thừa; nếu là người chuyển đơn vị thì ghi Từ ngày, Đến ngày nối tiếp nhau.",
        "Person “{seen}” has rows for the same time: {places}; the person does not count yet.",
        "Drop the extra row; for a person who moved, give dates that follow each other.",
    ),
    "DV-S213": wording(
        "warning",
        "Tệp này không mang tên của sổ nào nên không được đọc.",
        "Tên được nhận: {allowed} (đuôi .csv hoặc .xlsx).",
        "This file is not named like any register and was not read.",
        "Names accepted: {allowed} (.csv or .xlsx).",
    ),
    "DV-S214": wording(
        "stop",
        "Thư mục này không có tệp {allowed}.",
        "Chọn đúng thư mục làm việc, hoặc tạo thư mục mới bằng lệnh: danvan-eval init.",
        "There is no {allowed} in this folder.",
        "Choose the right folder, or make a new one: danvan-eval init.",
    ),
    "DV-S215": wording(
        "stop",
        "Thư mục không trống: có «{seen}».",
        "Chọn một thư mục chưa có hoặc còn trống; không ghi đè lên tệp nào.",
        "The folder is not empty: it holds “{seen}”.",
        "Choose a folder that is new or empty; no file is ever overwritten.",
    ),
    "DV-S216": wording(
        "warning",
        "Chưa có sổ này, nên chưa có số liệu cho: {seen}.",
        "Đặt sổ vào thư mục; sổ có dòng tiêu đề mà không có dòng nào nghĩa là không có việc nào.",
        "This register is not there, so there are no figures for: {seen}.",
        "Put it into the folder; a register with a header and no row says that nothing happened.",
    ),
    "DV-S217": wording(
        "stop",
        "Kỳ đánh giá phải có ngày kết thúc.",
        "Ghi to = một ngày.",
        "The period must have a last day.",
        "Write a day for to.",
    ),
    "DV-S218": wording(
        "stop",
        "Không có thang điểm nào được chọn.",
        "Ghi một hay nhiều trong unit, person, hospital ở mục [schemes].",
        "No scheme is chosen.",
        "Write one or more of unit, person, hospital in [schemes].",
    ),
    "DV-S219": wording(
        "warning",
        "«{seen}»: còn {count} người chưa có câu trả lời: {people}; số này còn để ngỏ.",
        "Ghi có hoặc không cho từng người trong sổ ca-nhan; để trống không phải là không.",
        "“{seen}”: {count} people have no answer yet: {people}; the number stays open.",
        "Answer yes or no for each of them in the register ca-nhan; empty is not no.",
    ),
    "DV-S220": wording(
        "stop",
        "Mã bệnh viện «{seen}» trùng mã một đơn vị nên không rõ phiếu là của ai.",
        "Ghi mã khác ở hospital.code.",
        "The hospital's code “{seen}” is also a department's, so sheets cannot be told apart.",
        "Write another code for hospital.code.",
    ),
    "DV-S221": wording(
        "stop",
        "Thang điểm bệnh viện «{scheme}» có nhiều khối: {seen}; không rõ bệnh viện thuộc khối nào.",
        "Dùng thang điểm bệnh viện chỉ có một khối.",
        "The hospital's scheme “{scheme}” has several blocks: {seen}; none is given to it.",
        "Use a scheme of hospitals with one block.",
    ),
}

NOTES: Final[dict[str, Wording]] = {
    "DV-S301": wording(
        "warning",
        "Hồ sơ «{seen}» đến hạn ngày {day}, sau ngày cuối kỳ: chưa tính trong kỳ này.",
        "Tính ở kỳ sau.",
        "Case “{seen}” falls due on {day}, after the period: it does not count yet.",
        "It counts in the next period.",
    ),
    "DV-S302": wording(
        "warning",
        "Hồ sơ «{seen}» đến hạn ngày {day}, trước ngày đầu kỳ: thuộc kỳ trước.",
        "Không cần làm gì.",
        "Case “{seen}” fell due on {day}, before the period: it belongs to an earlier one.",
        "Nothing to do.",
    ),
    "DV-S303": wording(
        "warning",
        "Hồ sơ «{seen}» đã chuyển đến nơi có thẩm quyền ngày {day}: không tính.",
        "Không cần làm gì.",
        "Case “{seen}” was passed on to the competent body on {day}: it does not count.",
        "Nothing to do.",
    ),
    "DV-S304": wording(
        "warning",
        "Người «{seen}» học ngày {day}, ngoài kỳ đánh giá: không tính.",
        "Kiểm tra lại ngày nếu thấy sai.",
        "“{seen}” attended on {day}, outside the period: it does not count.",
        "Check the day if it looks wrong.",
    ),
    "DV-S305": wording(
        "warning",
        "Người «{seen}» học văn bản ngoài danh mục của kế hoạch: {documents}; không tính.",
        "Không cần làm gì.",
        "“{seen}” studied what the plan does not ask for: {documents}; it does not count.",
        "Nothing to do.",
    ),
    "DV-S306": wording(
        "warning",
        "Vụ việc «{seen}» xảy ra ngày {day}, ngoài kỳ đánh giá: không tính.",
        "Kiểm tra lại ngày nếu thấy sai.",
        "Incident “{seen}” happened on {day}, outside the period: it does not count.",
        "Check the day if it looks wrong.",
    ),
    "DV-S307": wording(
        "warning",
        "Vụ việc «{seen}» có kết quả «{state}»: không tính là lỗi.",
        "Không cần làm gì.",
        "Incident “{seen}” ended as “{state}”: it does not count.",
        "Nothing to do.",
    ),
    "DV-S308": wording(
        "warning",
        "Vụ việc «{seen}» còn «{state}»: chưa tính là lỗi, kết quả để ngỏ.",
        "Ghi kết luận vào sổ khi có; tổng điểm chỉ chốt được khi đó.",
        "Incident “{seen}” is still “{state}”: it is no fault yet, the result stays open.",
        "Enter the conclusion when there is one; only then is the total settled.",
    ),
    "DV-S309": wording(
        "warning",
        "«{seen}» được ghi nhiều lần giống nhau ({places}): chỉ tính một lần.",
        "Bỏ dòng thừa.",
        "“{seen}” is entered several times alike ({places}): it counts once.",
        "Drop the extra row.",
    ),
    "DV-S310": wording(
        "warning",
        "Mô hình «{seen}» chưa được đếm, còn thiếu: {lacking}.",
        "Ghi số, ngày văn bản vào cột còn thiếu nếu đã có.",
        "Model “{seen}” does not count yet; lacking: {lacking}.",
        "Enter number and day of the document in the column if there is one.",
    ),
    "DV-S311": wording(
        "warning",
        "Mô hình «{seen}» được công nhận ngày {day}, ngoài kỳ đánh giá: không đếm là mới.",
        "Kiểm tra lại ngày nếu thấy sai.",
        "Model “{seen}” was recognised on {day}, outside the period: it is not new.",
        "Check the day if it looks wrong.",
    ),
    "DV-S312": wording(
        "warning",
        "Người «{seen}» có lúc ở {units}; tính một lần, ở «{unit}», nơi làm việc ngày cuối kỳ.",
        "Không cần làm gì.",
        "“{seen}” worked in {units}; counted once, in “{unit}”, as on the last day.",
        "Nothing to do.",
    ),
    "DV-S313": wording(
        "warning",
        "Người «{seen}» không còn hoặc chưa có mặt ở bệnh viện ngày cuối kỳ: không tính.",
        "Không cần làm gì.",
        "“{seen}” was not on the staff on the last day of the period: not counted.",
        "Nothing to do.",
    ),
    "DV-S314": wording(
        "warning",
        "Người «{seen}» chưa được tính vì danh sách nhân sự có lỗi; dòng này chờ sửa lỗi ấy.",
        "Sửa lỗi trong danh sách nhân sự.",
        "“{seen}” is left out because of a fault in the staff list; this row waits for it.",
        "Mend the fault in the staff list.",
    ),
    "DV-S315": wording(
        "warning",
        "Mô hình «{seen}» ghi đã nhân rộng mà chưa ghi số nơi làm theo: chưa tính.",
        "Ghi số nơi làm theo, có xác nhận.",
        "Model “{seen}” stands as taken up elsewhere without saying in how many places.",
        "Enter the number of places, with their confirmation.",
    ),
    "DV-S316": wording(
        "warning",
        "Vụ việc «{seen}» thuộc loại «{kind}», loại này chưa có tiêu chí nào đếm: không tính.",
        "Không cần làm gì; kiểm tra lại loại nếu thấy sai.",
        "Incident “{seen}” is of kind “{kind}”, which no criterion counts.",
        "Nothing to do; check the kind if it looks wrong.",
    ),
}

WORKSPACE: Final[dict[str, Wording]] = {**INPUTS, **NOTES}
