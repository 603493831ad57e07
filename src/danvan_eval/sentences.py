"""Which sentences does the engine itself say, beside those of the rule kinds?"""

from typing import Final

from .terms import Text

SENTENCES: Final = {
    "applies.not": Text(
        "Không thuộc đối tượng của tiêu chí này.", "The criterion does not concern it."
    ),
    "declined": Text(
        "Khai không áp dụng: {names}.", "Declared not applicable: {names}."
    ),
    "missing": Text("Chưa có số liệu: {missing}.", "Still missing: {missing}."),
    "pending": Text(
        "Còn đang xác minh: {missing}.", "Still under verification: {missing}."
    ),
    "disputed": Text("Số liệu còn khác nhau: {missing}.", "Figures differ: {missing}."),
    "invalid": Text(
        "Số liệu sai, chưa chấm được.", "The figures are wrong and cannot be scored."
    ),
    "settled": Text(
        "Thiếu {missing}, nhưng giá trị nào cũng cho cùng kết quả.",
        "{missing} is missing, but no value would change the result.",
    ),
    "settled.open": Text(
        "{missing} còn chưa rõ, nhưng cách nào cũng cho cùng kết quả.",
        "{missing} is still open, but every answer gives the same result.",
    ),
    "zeroed": Text("Tính 0 điểm: {reason}", "Counted as 0 points: {reason}"),
    "unlisted": Text(
        "Chưa biết tiêu chí này có áp dụng không: dòng trong danh sách không đọc được.",
        "Whether it applies is not known: the row in the list cannot be read.",
    ),
    "zeroed.open": Text(
        "Có thể bị tính 0 điểm: {reason}", "May yet count as 0 points: {reason}"
    ),
    "parts.sum": Text(
        "Cộng các phần theo trọng số: {share:%} điểm tối đa.",
        "The parts by weight: {share:%} of the maximum.",
    ),
    "parts.rescaled": Text(
        "Phần không áp dụng được bỏ ra ({left}), các phần còn lại chia lại theo"
        " trọng số: {share:%} điểm tối đa.",
        "Parts that do not apply are left out ({left}), the others re-scaled by"
        " weight: {share:%} of the maximum.",
    ),
    "parts.zeroed": Text(
        "Không đạt «{part}» nên cả tiêu chí 0 điểm.",
        "“{part}” is not met, so the whole criterion gets nothing.",
    ),
    "parts.open": Text("Chưa đủ số liệu ở: {parts}.", "Still open: {parts}."),
    "parts.none": Text("Không phần nào áp dụng.", "No part applies."),
    "group.sum": Text(
        "{label}: {points} trên {max_points}.", "{label}: {points} of {max_points}."
    ),
    "base.sum": Text(
        "Cộng các nhóm: {points} trên {maximum}.", "All groups: {points} of {maximum}."
    ),
    "rescaling": Text(
        "Bỏ phần không áp dụng, quy đổi từ {maximum} về thang {to}: {points}.",
        "What does not apply is left out; re-scaled from {maximum} to {to}: {points}.",
    ),
    "rescaling.mean": Text(
        "Bình quân theo trọng số trên thang {to}: {points}.",
        "Weighted mean on a scale of {to}: {points}.",
    ),
    "rescaling.open": Text(
        "Có phần còn có thể không áp dụng, nên trên thang {to} có thể là: {points}.",
        "Some of it may yet not apply, so on a scale of {to} it may come to: {points}.",
    ),
    "bonus": Text(
        "Điểm thưởng «{label}»: {most} (tối đa {at_most}).",
        "Bonus “{label}”: {most} (at most {at_most}).",
    ),
    "bonus.open": Text(
        "Điểm thưởng «{label}» chưa rõ: từ {least} đến {most}.",
        "Bonus “{label}” is open: {least} to {most}.",
    ),
    "bonus.sum": Text(
        "Cộng điểm thưởng {most}: {points}.", "Bonus of {most} added: {points}."
    ),
    "bonus.sum.open": Text(
        "Cộng điểm thưởng từ {least} đến {most}: {points}.",
        "Bonus of {least} to {most} added: {points}.",
    ),
    "deduction": Text(
        "Điểm trừ «{label}»: {most} (tối đa {at_most}).",
        "Deduction “{label}”: {most} (at most {at_most}).",
    ),
    "deduction.open": Text(
        "Điểm trừ «{label}» chưa rõ: từ {least} đến {most}.",
        "Deduction “{label}” is open: {least} to {most}.",
    ),
    "deduction.sum": Text("Trừ {most}: còn {points}.", "{most} taken: {points}."),
    "deduction.sum.open": Text(
        "Trừ từ {least} đến {most}: còn {points}.", "{least} to {most} taken: {points}."
    ),
    "clamp": Text(
        "Chặn tổng trong giới hạn, trước khi chặn là {before}: {points}.",
        "Held within the limits, before {before}: {points}.",
    ),
    "rounding": Text(
        "Làm tròn {before} đến bội số của {step}: {points}.",
        "{before} rounded to a multiple of {step}: {points}.",
    ),
    "grade.band": Text("Theo ngưỡng điểm: {grades}.", "By the thresholds: {grades}."),
    "grade.floor": Text(
        "Có mục dưới mức liệt {share:%} ({names}): {grades}.",
        "Something lies under the floor of {share:%} ({names}): {grades}.",
    ),
    "grade.floor.open": Text(
        "Có thể có mục dưới mức liệt {share:%} ({names}): {grades}.",
        "Something may lie under the floor of {share:%} ({names}): {grades}.",
    ),
    "grade.cap": Text("Khống chế: {grades}. {reason}", "Capped: {grades}. {reason}"),
    "grade.cap.open": Text(
        "Có thể bị khống chế: {grades}. {reason}",
        "May yet be capped: {grades}. {reason}",
    ),
    "grade.drop": Text("Hạ bậc: {grades}. {reason}", "Lowered: {grades}. {reason}"),
    "grade.drop.open": Text(
        "Có thể bị hạ bậc: {grades}. {reason}", "May yet be lowered: {grades}. {reason}"
    ),
    "grade.lowest": Text(
        "Xếp mức thấp nhất: {grades}. {reason}",
        "Forced to the lowest: {grades}. {reason}",
    ),
    "grade.lowest.open": Text(
        "Có thể bị xếp mức thấp nhất: {grades}. {reason}",
        "May yet be forced to the lowest: {grades}. {reason}",
    ),
    "grade.head": Text(
        "Không cao hơn khoa, phòng ({unit_grades}): {grades}. {reason}",
        "Not above the department ({unit_grades}): {grades}. {reason}",
    ),
    "grade.head.open": Text(
        "Khoa, phòng chưa rõ mức ({unit_grades}), nên người đứng đầu cũng vậy: {grades}. {reason}",
        "The department is still open ({unit_grades}), and so is its head: {grades}. {reason}",
    ),
    "eligibility.not": Text("Không xếp hạng: {reason}", "Not ranked: {reason}"),
    "eligibility.open": Text(
        "Chưa rõ có được xếp hạng không: {reason}", "Eligibility is open: {reason}"
    ),
}
