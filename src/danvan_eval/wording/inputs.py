"""Fault codes of values: ``DV-E1`` one cell cannot be read, ``DV-E2`` a fact is wrong.

Data of the wording: *seen* is what stands in the cell, *near* what was probably
meant, *allowed* what may stand there.
"""

from typing import Final

from .base import Wording, wording

NUMBERS: Final[dict[str, Wording]] = {
    "DV-E101": wording(
        "error",
        "Chữ «{seen}» không phải là số.",
        "Ghi một số theo dạng 9,5 hoặc để trống nếu chưa có số liệu.",
        "“{seen}” is not a number.",
        "Write a number such as 9,5, or leave the cell empty when there is no figure yet.",
    ),
    "DV-E102": wording(
        "error",
        "Ô ghi «{seen}»: ô số chỉ được có con số, không kèm chữ, dấu hay đơn vị.",
        "Nếu đúng thì ghi «{near}»; chuyển phần chữ sang cột ghi chú.",
        "The cell says “{seen}”: a number cell holds the number only, no words, marks or unit.",
        "If that is what is meant, write “{near}”; move the words to the notes column.",
    ),
    "DV-E103": wording(
        "error",
        "«{seen}» có thể hiểu là {small} hoặc {big}.",
        "Ghi «{big}» (không dùng dấu phân nhóm) hoặc «{small}».",
        "“{seen}” may mean {small} or {big}.",
        "Write “{big}” (no thousands separator) or “{small}”.",
    ),
    "DV-E104": wording(
        "error",
        "«{seen}» viết số theo cách không được nhận (dấu phân nhóm, số mũ, chữ số lạ).",
        "Nếu đúng thì ghi «{near}», chỉ dùng các chữ số 0–9 và một dấu phẩy.",
        "“{seen}” writes a number in a way not accepted (grouping, exponent, odd digits).",
        "If that is what is meant, write “{near}” with digits 0–9 and one comma only.",
    ),
    "DV-E105": wording(
        "error",
        "Ô là ngày hoặc giờ ({seen}), không phải số.",
        "Định dạng lại ô là Số rồi gõ lại, ví dụ «{near}».",
        "The cell is a date or a time ({seen}), not a number.",
        "Format the cell as Number and type the figure again, for example “{near}”.",
    ),
    "DV-E106": wording(
        "error",
        "Ô có công thức nhưng tệp không lưu kết quả của công thức.",
        "Mở tệp bằng Excel, lưu lại rồi gửi bản đã lưu.",
        "The cell holds a formula, but the file does not keep its result.",
        "Open the file in Excel, save it, and send the saved copy.",
    ),
    "DV-E107": wording(
        "error",
        "Ô báo lỗi của bảng tính: {seen}.",
        "Sửa công thức hoặc gõ thẳng giá trị; nếu chưa có số liệu thì để trống.",
        "The cell shows a spreadsheet error: {seen}.",
        "Correct the formula or type the value; leave it empty when there is no figure yet.",
    ),
    "DV-E108": wording(
        "error",
        "Ô ghi tỷ lệ phần trăm ({seen}) trong cột số thường.",
        "Định dạng lại ô là Số, bỏ dấu % và ghi đúng con số mà cột này hỏi.",
        "The cell holds a percentage ({seen}) in a column of plain numbers.",
        "Format the cell as Number, drop the % sign and write the figure this column asks.",
    ),
    "DV-E109": wording(
        "error",
        "Số «{seen}» quá lớn hoặc quá dài (nhận tới {allowed} chữ số mỗi bên dấu phẩy).",
        "Kiểm tra lại con số và ghi gọn.",
        "Number “{seen}” is too large or too long ({allowed} digits each side of the comma).",
        "Check the figure and write it shorter.",
    ),
    "DV-E111": wording(
        "error",
        "Ô là giá trị đúng/sai ({seen}), không phải số.",
        "Gõ con số; cột đúng/sai là cột khác.",
        "The cell holds true/false ({seen}), not a number.",
        "Type the figure; true/false belongs in another column.",
    ),
    "DV-E112": wording(
        "error",
        "«{seen}» không phải là số đếm trọn vẹn.",
        "Ghi một số nguyên từ 0 trở lên.",
        "“{seen}” is not a whole count.",
        "Write a whole number, 0 or more.",
    ),
    "DV-E113": wording(
        "error",
        "Ô ghi «{seen}»: có nhiều hơn một con số.",
        "Ghi đúng một số, ví dụ 9,5; chuyển phần giải thích sang cột ghi chú.",
        "The cell says “{seen}”: more than one number.",
        "Write exactly one number such as 9,5; move the explanation to the notes column.",
    ),
    "DV-E121": wording(
        "error",
        "«{seen}» thiếu dấu %: không rõ là {small} hay {big}.",
        "Ghi rõ dấu %, ví dụ «{big}».",
        "“{seen}” lacks the % sign: {small} or {big}?",
        "Write the % sign, for example “{big}”.",
    ),
    "DV-E122": wording(
        "error",
        "Tỷ lệ {seen} vượt quá 100%.",
        "Kiểm tra tử số và mẫu số; cột này chỉ nhận từ 0% đến 100%.",
        "Share {seen} is above 100%.",
        "Check numerator and denominator; this column takes 0% to 100% only.",
    ),
}

OTHERS: Final[dict[str, Wording]] = {
    "DV-E131": wording(
        "error",
        "«{seen}» không phải là ngày theo dạng ngày/tháng/năm.",
        "Ghi đủ ngày/tháng/năm, ví dụ 10/11/2025.",
        "“{seen}” is not a date written day/month/year.",
        "Write day/month/year in full, for example 10/11/2025.",
    ),
    "DV-E132": wording(
        "error",
        "Không có ngày «{seen}» trong lịch.",
        "Kiểm tra lại và ghi một ngày có thật, ví dụ 28/02/2025.",
        "There is no day “{seen}” in the calendar.",
        "Check it and write a real day, for example 28/02/2025.",
    ),
    "DV-E133": wording(
        "error",
        "«{seen}» chưa đủ ngày, tháng và năm bốn chữ số.",
        "Ghi đủ ngày/tháng/năm, ví dụ 10/11/2025; chưa có ngày thì để trống.",
        "“{seen}” lacks the day, the month or the four-digit year.",
        "Write day/month/year in full, for example 10/11/2025; no date yet: leave it empty.",
    ),
    "DV-E134": wording(
        "error",
        "Năm của ngày «{seen}» nằm ngoài {allowed}.",
        "Kiểm tra lại năm.",
        "The year of “{seen}” is outside {allowed}.",
        "Check the year.",
    ),
    "DV-E135": wording(
        "error",
        "Số {seen} không phải là ngày của bảng tính.",
        "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 10/11/2025.",
        "Number {seen} is not a spreadsheet date.",
        "Write the date as day/month/year, for example 10/11/2025.",
    ),
    "DV-E141": wording(
        "error",
        "«{seen}» không rõ là có hay không.",
        "Ghi một trong các từ: {allowed}; chưa có số liệu thì để trống.",
        "“{seen}” says neither yes nor no.",
        "Write one of: {allowed}; no figure yet: leave it empty.",
    ),
    "DV-E161": wording(
        "error",
        "Ô là {seen}, không phải chữ.",
        "Định dạng lại ô là Văn bản rồi gõ lại.",
        "The cell is {seen}, not text.",
        "Format the cell as Text and type it again.",
    ),
    "DV-E162": wording(
        "error",
        "Chữ «{seen}» có vẻ gõ bằng phông hoặc bảng mã cũ ({near}).",
        "Chuyển sang Unicode (ví dụ dùng công cụ chuyển mã của bộ gõ) rồi dán lại.",
        "Text “{seen}” looks typed in an old font or encoding ({near}).",
        "Convert it to Unicode (the input method has a converter) and paste it again.",
    ),
    "DV-E163": wording(
        "warning",
        "Ô tên «{seen}» có chức danh hoặc ghi chú kèm theo; khi sắp xếp chỉ dùng «{near}».",
        "Chuyển chức danh sang cột riêng.",
        "Name cell “{seen}” also holds a title or a note; sorting uses “{near}” only.",
        "Move the title to a column of its own.",
    ),
    "DV-E164": wording(
        "warning",
        "Tên «{seen}» dùng chữ Ð khác mã với chữ Đ tiếng Việt.",
        "Gõ lại chữ Đ bằng bộ gõ tiếng Việt; khi so sánh hai chữ được coi như nhau.",
        "Name “{seen}” holds an Ð that is not the Vietnamese letter Đ.",
        "Type Đ again with a Vietnamese keyboard; comparison treats both alike.",
    ),
    "DV-E171": wording(
        "warning",
        "Số được lưu dưới dạng chữ, có dấu nháy ở đầu: «{seen}».",
        "Vẫn được đọc; nên định dạng ô là Số.",
        "Number stored as text with a leading apostrophe: “{seen}”.",
        "It is read all the same; better format the cell as Number.",
    ),
    "DV-E172": wording(
        "warning",
        "Số {seen} có hơn 15 chữ số: thường là vết của phép tính trong bảng tính.",
        "Được giữ nguyên, không làm tròn; nếu cần thì làm tròn trong bảng tính và ghi rõ.",
        "Number {seen} has more than 15 digits: often a trace of spreadsheet arithmetic.",
        "It is kept as it is, unrounded; round it in the sheet if that is what is meant.",
    ),
}

FACTS: Final[dict[str, Wording]] = {
    "DV-E110": wording(
        "error",
        "Không có bản quy tắc nào có hiệu lực: {seen}.",
        "Các bản hiện có: {allowed}.",
        "No version of the rule is in force: {seen}.",
        "Versions at hand: {allowed}.",
    ),
    "DV-E201": wording(
        "error",
        "Giá trị {seen} không đúng loại.",
        "Loại được nhận: {allowed}.",
        "Value {seen} is of the wrong type.",
        "Accepted type: {allowed}.",
    ),
    "DV-E202": wording(
        "error",
        "Giá trị {seen} nằm ngoài giới hạn.",
        "Chỉ nhận: {allowed}.",
        "Value {seen} is out of range.",
        "Accepted: {allowed}.",
    ),
    "DV-E203": wording(
        "error",
        "Tử số {seen} lớn hơn mẫu số {allowed}.",
        "Kiểm tra lại hai con số; phần không thể lớn hơn tổng.",
        "Numerator {seen} is larger than denominator {allowed}.",
        "Check both figures; a part cannot exceed its whole.",
    ),
    "DV-E204": wording(
        "error",
        "Mẫu số bằng {whole}, mà quy tắc không cho phép mẫu số bằng 0.",
        "Nhập mẫu số đúng, hoặc ghi «không áp dụng» nếu tiêu chí không đặt ra.",
        "The denominator is {whole}, and the rule allows no zero denominator.",
        "Enter the right denominator, or write “không áp dụng” when the criterion is moot.",
    ),
    "DV-E205": wording(
        "error",
        "Không có lựa chọn «{seen}».",
        "Các lựa chọn: {allowed}.",
        "There is no option “{seen}”.",
        "Options: {allowed}.",
    ),
    "DV-E206": wording(
        "error",
        "Điểm {seen} chấm trực tiếp mà không ghi lý do.",
        "Ghi lý do và tài liệu kiểm chứng bên cạnh điểm.",
        "Score {seen} was given directly without a reason.",
        "Write the reason and the evidence beside the score.",
    ),
    "DV-E207": wording(
        "error",
        "Vừa ghi ngày gửi {seen}, vừa ghi là không gửi.",
        "Bỏ một trong hai.",
        "A day of sending ({seen}) stands beside “never sent”.",
        "Drop one of the two.",
    ),
    "DV-E208": wording(
        "error",
        "Kết quả {seen} lấy từ nơi khác mà không ghi nguồn.",
        "Ghi số, ngày và phiên bản của văn bản công bố kết quả.",
        "Result {seen} was taken from elsewhere without its source.",
        "Write the number, the date and the version of the document that states it.",
    ),
    "DV-E209": wording(
        "error",
        "Vừa ghi số kỳ trước {seen}, vừa ghi là chưa có kỳ trước.",
        "Bỏ một trong hai.",
        "A value of the period before ({seen}) stands beside “there was none”.",
        "Drop one of the two.",
    ),
}

INPUTS: Final[dict[str, Wording]] = {**NUMBERS, **OTHERS, **FACTS}
