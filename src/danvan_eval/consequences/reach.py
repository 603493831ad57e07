"""How far does a plan reach: whose six uses does it name, and by which words?

S0 names six uses and speaks of viên chức only; S1 names none and sends three acts to
be dealt with. What a plan does not reach is the hospital's own affair and says so.
"""

from collections.abc import Mapping
from typing import Final, Literal

import attrs

from ..terms import Text

Six = Literal[
    "quality", "appointment", "salary", "emulation", "commendation", "discipline"
]
Scope = Literal["whole", "second_half"]
"""Whether «để làm cơ sở» governs the whole paragraph, or what stands after «và»."""

USES: Final[Mapping[Six, Text]] = {
    "quality": Text("Đánh giá chất lượng", "Quality level"),
    "appointment": Text("Đề bạt", "Appointment"),
    "salary": Text("Nâng lương", "Salary step"),
    "emulation": Text("Thi đua", "Emulation"),
    "commendation": Text("Khen thưởng", "Commendation"),
    "discipline": Text("Kỷ luật", "Discipline"),
}
INTERNAL: Final = Text(
    "áp dụng nội bộ, kế hoạch không quy định", "internal use: the plan does not say so"
)


@attrs.frozen
class Reach:
    """What a plan says of one use for one kind of subject, with its place and words.

    *criteria* are those that measure what the words name.
    """

    locus: str
    quote: str
    criteria: tuple[str, ...]

    def says(self) -> Text:
        """Return the place and the words."""
        return Text(f"{self.locus}: «{self.quote}»")


_RULES: Final = ("danvan/C05", "danvan/C06", "danvan/C07")
_CONDUCT: Final = ("danvan/C12", "danvan/C19", "danvan/C32")
SIX_USES: Final[Mapping[Scope, Reach]] = {
    "whole": Reach(
        "Kế hoạch Lâm Đồng 2025, mục II.1, đoạn 4",
        "đề bạt, nâng lương, thi đua, khen thưởng, kỷ luật viên chức năm 2025",
        (*_RULES, *_CONDUCT),
    ),
    "second_half": Reach(
        "Kế hoạch Lâm Đồng 2025, mục II.1, đoạn 4",
        "đề bạt, nâng lương, thi đua, khen thưởng, kỷ luật viên chức năm 2025",
        _CONDUCT,
    ),
}
TYPICAL: Final = Reach(
    "Kế hoạch Lâm Đồng 2025, mục II.2, đoạn 8",
    "các tập thể và cá nhân điển hình trong thực hiện công tác dân vận",
    ("danvan/C14", "danvan/C16"),
)
DEALT_WITH: Final = Reach(
    "Kế hoạch Kon Tum 2024, mục II.3 và II.7",
    "xử lý nghiêm những cán bộ",
    ("danvan/C12",),
)
LAM_DONG, KON_TUM = "bvn-ld-2025", "kt-bvdk-2024"
EMPLOYEE: Final = "vien-chuc"


def reach_of(
    plan: str, use: Six, kind: str, traits: frozenset[str], scope: Scope
) -> Reach | None:
    """Return what the plan says of a use for such a subject; None where it is silent.

    Args:
        plan: the instrument's id.
        use: one of the six uses of S0.
        kind: the kind of subject: a person, a unit, the hospital.
        traits: of a person, whether they are a viên chức.
        scope: how the paragraph of S0 is read.
    """
    employee = kind == "person" and EMPLOYEE in traits
    if plan == LAM_DONG:
        if employee:
            return SIX_USES[scope]
        return TYPICAL if use == "commendation" else None
    if plan == KON_TUM and employee and use == "discipline":
        return DEALT_WITH
    return None
