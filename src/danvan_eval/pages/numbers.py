"""What are the numbers of clauses called, and how is each written?"""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from ..consequences.awards import AWARDS
from ..terms import Text
from .voice import Voice

VOICE: Final = Voice("vi")
NAMES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "exceeded": Text("tỷ lệ vượt mức", "share exceeded"),
        "good": Text("tỷ lệ đạt tốt", "share done well"),
        "lacking": Text("tỷ lệ chưa bảo đảm", "share lacking"),
        "completed": Text("tỷ lệ hoàn thành", "share completed"),
        "late": Text("tỷ lệ chậm", "share late"),
        "ratio": Text("tỷ lệ", "share"),
        "months": Text("số tháng", "months"),
        "from_months": Text("từ (tháng)", "from (months)"),
        "below_months": Text("dưới (tháng)", "under (months)"),
        "from": Text("từ", "from"),
        "below": Text("dưới", "under"),
        "most": Text("nhiều nhất", "at most"),
        "fewer_than": Text("ít hơn", "fewer than"),
        "years": Text("số năm liền", "years running"),
        "notice_open_ended": Text(
            "ngày báo trước, hợp đồng không xác định thời hạn",
            "days' notice, open-ended",
        ),
        "notice_fixed_term": Text(
            "ngày báo trước, hợp đồng xác định thời hạn", "days' notice, fixed term"
        ),
        "day": Text("ngày", "day"),
        "month": Text("tháng", "month"),
        "year": Text("năm", "year"),
    }
)
"""What the numbers of clauses are called; another name is called by itself."""
SHARES: Final = frozenset(
    (
        *("exceeded", "good", "lacking", "completed", "late", "ratio"),
        *("share", "women", "quorum", "majority"),
    )
)
OF_LAWS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        **NAMES,
        **{str(id_): one.label for id_, one in AWARDS.items()},
        "years": Text("số năm", "years"),
        "amount": Text("đồng", "đồng"),
        "days": Text("số ngày", "days"),
        "working_days": Text("số ngày làm việc", "working days"),
        "days_a_month": Text("số ngày mỗi tháng", "days a month"),
        "people": Text("số người", "people"),
        "persons": Text("cứ mỗi (người)", "for each (persons)"),
        "members": Text("số thành viên", "members"),
        "deputies": Text("số phó trưởng ban", "deputies"),
        "quorum": Text("tỷ lệ có mặt", "share present"),
        "majority": Text("quá (tỷ lệ)", "more than (share)"),
        "at_most": Text("nhiều nhất", "at most"),
        "least": Text("ít nhất", "at least"),
        "share": Text("tỷ lệ", "share"),
        "women": Text("tỷ lệ nữ", "share of women"),
        "college": Text("cao đẳng trở lên (tháng)", "college or above (months)"),
        "intermediate": Text(
            "trung cấp trở xuống (tháng)", "intermediate or below (months)"
        ),
        "expert": Text("chuyên gia cao cấp (tháng)", "senior expert (months)"),
        "sick": Text("nghỉ ốm (tháng)", "sickness (months)"),
        "reprimand": Text("khiển trách (tháng)", "reprimand (months)"),
        "warning": Text("cảnh cáo (tháng)", "warning (months)"),
        "removal": Text("cách chức (tháng)", "removal (months)"),
        "quarter": Text("quý", "quarter"),
        "plain": Text("thường (ngày)", "plain (days)"),
        "complex": Text("phức tạp", "complex"),
        "remote": Text("vùng sâu, vùng xa (ngày)", "remote (days)"),
        "remote_complex": Text(
            "vùng sâu, vùng xa, phức tạp (ngày)", "remote and complex (days)"
        ),
        "extension": Text("mỗi lần gia hạn (ngày)", "each extension (days)"),
        "especially": Text("đặc biệt phức tạp", "especially complex"),
        "initiatives": Text("số sáng kiến", "initiatives"),
        "times": Text("số lần", "times"),
        "step": Text("làm tròn đến (đồng)", "rounded to (đồng)"),
        "collective": Text("tập thể nhân", "collectives times"),
    }
)
"""The same for bodies of law; a coefficient is called by its award."""


def written(name: str, number: Fraction) -> str:
    """Write a number of a clause, a share as a percentage.

    >>> written("exceeded", Fraction(1, 2)), written("months", Fraction(6))
    ('50%', '6')
    """
    return VOICE.percent(number) if name in SHARES else VOICE.number(number)
