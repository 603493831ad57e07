"""Which words do readers see, in Vietnamese and in English?"""

import unicodedata
from collections.abc import Callable
from typing import Final, Literal

import attrs

Language = Literal["vi", "en"]


def nfc(text: str) -> str:
    """Return *text* in Unicode form NFC, the only form the library keeps."""
    return unicodedata.normalize("NFC", text)


@attrs.frozen
class Text:
    """One saying in two languages; English falls back to Vietnamese."""

    vi: str = attrs.field(converter=nfc)
    en: str = attrs.field(default="", converter=nfc)

    @classmethod
    def both(cls, write: Callable[[Language], str]) -> "Text":
        """Return what *write* says in each language."""
        return cls(write("vi"), write("en"))

    def in_(self, language: Language) -> str:
        """Return the words in *language*."""
        return self.en or self.vi if language == "en" else self.vi


OUTCOMES: Final = {
    "scored": Text("đã chấm", "scored"),
    "unknown": Text("chưa đủ số liệu", "unknown"),
    "not_applicable": Text("không áp dụng", "not applicable"),
    "waived": Text("được miễn trừ có thời hạn", "waived"),
    "disputed": Text("số liệu còn khác nhau", "disputed"),
    "invalid": Text("số liệu sai", "invalid"),
}

BASES: Final = {
    "cited": Text("theo văn bản", "cited"),
    "adopted": Text("theo quy chế của bệnh viện", "adopted"),
    "assumed": Text("giả định", "assumed"),
}

EXTRAS: Final = {
    "[[bonus]]": Text("điểm thưởng cao hơn", "more bonus points"),
    "[[deduction]]": Text("bị trừ ít điểm hơn", "fewer points deducted"),
}
"""How tie-breaks by what stands outside the groups are named."""

SUBJECT_KINDS: Final = {
    "unit": Text("khoa/phòng", "department"),
    "person": Text("cá nhân", "person"),
    "hospital": Text("bệnh viện", "hospital"),
}

TRAITS: Final = {
    "lam-sang": Text("khoa lâm sàng", "clinical department"),
    "can-lam-sang": Text("khoa cận lâm sàng", "paraclinical department"),
    "chuc-nang": Text("phòng chức năng", "functional office"),
    "tchc": Text("Phòng Tổ chức – Hành chính", "personnel and administration office"),
    "ctxh": Text("Tổ Công tác xã hội", "social work team"),
    "vien-chuc": Text("viên chức", "public employee (viên chức)"),
    "nguoi-lao-dong": Text("người lao động", "contract worker (người lao động)"),
    "nguoi-dung-dau": Text("người đứng đầu khoa/phòng", "head of department"),
}
"""The traits a subject may carry, by code; nothing else can be asked of one."""
