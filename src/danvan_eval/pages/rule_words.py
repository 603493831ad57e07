"""Which sentences tell how a rule scores? One or two a kind, filled with its numbers."""

from typing import Final

from ..terms import Text

RULES: Final = {
    "yes_no": Text(
        "«{fact}»: trả lời «có» được trọn điểm, trả lời «không» được 0 điểm.",
        "“{fact}”: yes earns full points, no earns no points.",
    ),
    "levels": Text(
        "Chọn đúng một mức ở «{fact}»: {levels}.",
        "Exactly one level is chosen at “{fact}”: {levels}.",
    ),
    "best_level": Text(
        "Trong các mức đã đạt ở «{fact}» chỉ tính mức cao nhất: {levels}; không đạt mức"
        " nào: 0 điểm.",
        "Of the levels reached at “{fact}” only the best counts: {levels}; none reached:"
        " no points.",
    ),
    "bands": Text(
        "Lấy «{part}» chia cho «{whole}». Tỷ lệ {bands}.",
        "“{part}” is divided by “{whole}”. A ratio {bands}.",
    ),
    "proportion": Text(
        "Lấy «{part}» chia cho «{whole}»: đạt bao nhiêu phần trăm thì được bấy nhiêu"
        " phần trăm điểm.",
        "“{part}” is divided by “{whole}”: the percentage reached is the percentage of"
        " the points.",
    ),
    "proportion.target": Text(
        "Lấy «{part}» chia cho «{whole}»: từ {target} trở lên được trọn điểm, thấp hơn"
        " thì được theo tỷ lệ so với {target}.",
        "“{part}” is divided by “{whole}”: from {target} on full points, below that in"
        " proportion to {target}.",
    ),
    "all_or_nothing": Text(
        "«{part}» phải đạt ít nhất {target} của «{whole}»: đạt được trọn điểm, chưa đạt"
        " được 0 điểm.",
        "“{part}” must reach at least {target} of “{whole}”: reached earns full points,"
        " missed earns no points.",
    ),
    "per_count": Text(
        "«{count}»: mỗi {unit} được {per}, cộng lại nhiều nhất là {at_most}.",
        "“{count}”: each one earns {per}, together at most {at_most}.",
    ),
    "per_incident": Text(
        "Bắt đầu từ trọn điểm. «{count}»: mỗi {unit} bị trừ {per}, thấp nhất còn"
        " {at_least}.",
        "It starts from full points. “{count}”: each one takes {per}, and at least"
        " {at_least} stay.",
    ),
    "incident_rate": Text(
        "Lấy «{count}» chia cho «{visits}», tính trên mỗi {for_every} lượt: {steps}; quá"
        " mức cuối thì được 0 điểm.",
        "“{count}” divided by “{visits}”, for every {for_every} visits: {steps}; above the"
        " last one no points.",
    ),
    "per_shortfall": Text(
        "Bắt đầu từ trọn điểm. Số bị coi là bỏ bằng «{expected}» trừ «{done}», trừ tiếp"
        " «{excused}»; mỗi {unit} bỏ bị trừ {per}, thấp nhất còn 0 điểm.",
        "It starts from full points. “{expected}” less “{done}”, less “{excused}”: each"
        " one that is lacking takes {per}, never below no points.",
    ),
    "per_product": Text(
        "Mỗi sản phẩm trong «{products}» bắt đầu từ trọn điểm của mình, mỗi lần lỗi bị"
        " trừ {per}, thấp nhất còn 0 điểm; kết quả là bình quân mọi sản phẩm. Số sản"
        " phẩm lỗi một, hai, ba lần lấy ở «{once}», «{twice}», «{thrice}»; lỗi từ bốn"
        " lần («{more}») đều tính là bốn.",
        "Each product of “{products}” starts from its own full points and each failure"
        " takes {per}, never below no points; the result is the mean of all products."
        " Products with one, two, three failures stand at “{once}”, “{twice}”,"
        " “{thrice}”; four or more (“{more}”) are taken as four.",
    ),
    "requirement_plus": Text(
        "Bắt đầu từ trọn điểm. «{lapses}»: mỗi {unit} bị trừ {per}; phần chất lượng ở"
        " «{quality}» được cộng lại, chất lượng 100% được cộng {plus}. Không vượt trọn"
        " điểm, không xuống dưới 0 điểm.",
        "It starts from full points. Each one of “{lapses}” takes {per}; the quality at"
        " “{quality}” wins back, {plus} for a quality of 100%. Never above full points,"
        " never below no points.",
    ),
    "average": Text(
        "Lấy «{total}» chia cho «{events}» ra điểm bình quân một cuộc; bình quân"
        " {out_of} được trọn điểm, thấp hơn thì được theo tỷ lệ.",
        "“{total}” is divided by “{events}” to give the mean of one event; a mean of"
        " {out_of} earns full points, less earns in proportion.",
    ),
    "timeliness": Text(
        "«{fact}»: {due} được trọn điểm; {late}.",
        "“{fact}”: {due} earns full points; {late}.",
    ),
    "k_of_n": Text(
        "«{fact}» phải có: {members}. {steps}.",
        "“{fact}” must hold: {members}. {steps}.",
    ),
    "survey": Text(
        "Lấy «{value}» so với mức cao nhất {out_of}: đạt bao nhiêu phần trăm thì được"
        " bấy nhiêu phần trăm điểm (chỉ số khảo sát mang mã {metric}). Phải có ít nhất"
        " {min_sample} ở «{sample}»; ít hơn thì {small}.",
        "“{value}” is compared with its top of {out_of}: the percentage reached is the"
        " percentage of the points (the survey's metric has the code {metric}). At least"
        " {min_sample} are needed at “{sample}”; with fewer, {small}.",
    ),
    "direct": Text(
        "Người thẩm định ghi «{score}» trên thang {out_of} và lý do ở «{reason}»: đạt"
        " bao nhiêu phần của thang thì được bấy nhiêu phần điểm. Điểm không có lý do thì"
        " chưa được tính.",
        "An appraiser gives “{score}” out of {out_of} and says why at “{reason}”: the"
        " part reached is the part of the points. A score without a reason settles"
        " nothing.",
    ),
    "imported": Text(
        "Lấy kết quả đã có ở «{value}» trên thang {out_of}, ghi rõ văn bản ở «{source}»:"
        " đạt bao nhiêu phần của thang thì được bấy nhiêu phần điểm. Kết quả không có"
        " văn bản thì chưa được tính.",
        "A result found elsewhere, “{value}” out of {out_of}, with its document at"
        " “{source}”: the part reached is the part of the points. A result without its"
        " document settles nothing.",
    ),
    "change": Text(
        "So «{value}» với «{previous}»; số {better} là tốt hơn. Xét lần lượt: {steps};"
        " còn lại: 0 điểm.",
        "“{value}” is compared with “{previous}”; {better} is better. In this order:"
        " {steps}; otherwise: no points.",
    ),
}

OTHER: Final = Text("Chấm theo cách «{kind}»: {told}.", "Scored by “{kind}”: {told}.")

UNIT: Final = Text("đơn vị đếm được", "one")

WHEN: Final = Text("Khi «{what}» bằng 0: {then}.", "When “{what}” is 0: {then}.")
EXCEEDS: Final = Text(
    "«{part}» được phép lớn hơn «{whole}», điểm thì không vượt trọn điểm.",
    "“{part}” may be above “{whole}”, but the points never pass full points.",
)
ROUNDED: Final = Text(
    "Kết quả làm tròn {mode} theo bậc {step}.",
    "The result is rounded {mode} in steps of {step}.",
)
URGED: Final = Text(
    "Có «{urged}» thì tỷ lệ chưa tới bậc cao nhất được nâng lên một bậc.",
    "With “{urged}” a ratio below the top band is lifted by one band.",
)
URGED_TO: Final = Text(
    "Không nâng lên trên bậc bắt đầu từ {to}.",
    "Nothing is lifted above the band that starts at {to}.",
)
NEVER: Final = Text("«{never}» là «có»: 0 điểm.", "“{never}” is yes: no points.")
WORKING: Final = Text(
    "Ngày làm việc không kể thứ bảy, chủ nhật, ngày lễ và «{days_off}».",
    "Working days leave out weekends, public holidays and “{days_off}”.",
)
FIRST: Final = Text("«{first}» là «có»: {then}.", "“{first}” is yes: {then}.")
LIMITS: Final = Text(
    "Chỉ nhận số từ {low} đến {high}.", "Only numbers from {low} to {high} are taken."
)
AT_LEAST: Final = Text(
    "Chỉ nhận số từ {low} trở lên.", "Only numbers from {low} on are taken."
)
AT_MOST: Final = Text("Chỉ nhận số đến {high}.", "Only numbers up to {high} are taken.")

THEN: Final = {
    "not_applicable": Text("tiêu chí không áp dụng", "the criterion does not apply"),
    "left_out": Text(
        "phần này không áp dụng, các phần còn lại chia lại theo tỷ trọng",
        "this part does not apply, the others are re-scaled by weight",
    ),
    "full": Text("trọn điểm", "full points"),
    "zero": Text("0 điểm", "no points"),
    "error": Text("số liệu bị coi là sai", "the figures are refused"),
    "unknown": Text("chưa kết luận được", "nothing is settled"),
}
MODES: Final = {
    "half_up": Text("đến gần nhất (nửa bậc thì lên)", "to the nearest (halves up)"),
    "half_even": Text(
        "đến gần nhất (nửa bậc thì về bậc chẵn)", "to the nearest (halves to even)"
    ),
    "down": Text("xuống", "down"),
    "up": Text("lên", "up"),
}
BETTER: Final = {
    "higher": Text("cao hơn", "higher"),
    "lower": Text("thấp hơn", "lower"),
}

WORTH: Final = Text("{what}: {worth}", "{what}: {worth}")
EVERY: Final = Text("nào cũng: {worth}", "of any size: {worth}")
WHOLE: Final = Text("đủ {at}: {worth}", "of {at}: {worth}")
FROM: Final = Text("từ {at} trở lên: {worth}", "from {at} on: {worth}")
BETWEEN: Final = Text(
    "từ {at} đến dưới {below}: {worth}", "from {at} to below {below}: {worth}"
)
BELOW: Final = Text("dưới {below}: {worth}", "below {below}: {worth}")

ALL_THERE: Final = Text("Đủ cả {count} mục: {worth}", "All {count} are there: {worth}")
MOSTLY: Final = Text(
    "Đủ, hoặc thiếu đến {most} mục: {worth}", "All, or up to {most} lacking: {worth}"
)
LACKING: Final = Text("thiếu {least} mục: {worth}", "{least} lacking: {worth}")
LACKING_TO: Final = Text(
    "thiếu {least} đến {most} mục: {worth}", "{least} to {most} lacking: {worth}"
)
LACKING_MORE: Final = Text(
    "thiếu từ {least} mục trở lên: {worth}", "{least} or more lacking: {worth}"
)
NONE_THERE: Final = Text("không có mục nào: {worth}", "none there: {worth}")

DUE_ON: Final = Text("chậm nhất ngày {day}", "by {day}")
DUE_BEFORE: Final = Text("trước ngày {day}", "before {day}")
LATE: Final = Text(
    "trễ đến {within} {days}: {worth}", "up to {within} {days} late: {worth}"
)
LATER: Final = Text("trễ hơn nữa: 0 điểm", "later: no points")
TOO_LATE: Final = Text("trễ: 0 điểm", "late: no points")
PER_DAY: Final = Text(
    "mỗi {days} trễ bị trừ {per_day}, thấp nhất còn 0 điểm",
    "each of the {days} late takes {per_day}, never below no points",
)
DAYS: Final = {
    "working": Text("ngày làm việc", "working days"),
    "calendar": Text("ngày lịch", "calendar days"),
}

GAINED: Final = Text("tốt lên từ {by}: {worth}", "better by {by} or more: {worth}")
KEPT: Final = Text(
    "bằng kỳ trước hoặc tốt hơn: {worth}", "as before or better: {worth}"
)
LOST: Final = Text("kém đi không quá {by}: {worth}", "worse by at most {by}: {worth}")
POINTS_OF: Final = Text("{number} điểm phần trăm", "{number} percentage points")
NOT_ABOVE: Final = Text(
    "không quá {rate} được {worth}", "not above {rate} earns {worth}"
)
