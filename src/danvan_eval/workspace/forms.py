"""What does a blank sheet look like, with everything filled in but the figures?"""

from typing import Final

from ..catalogue import EvidenceField
from ..subjects import Subject
from ..tables.writing import Sheet
from .asked import Asked, Wanted
from .sheets import COLUMNS

MEASURES: Final = {
    "count": "số đếm",
    "amount": "số",
    "percent": "% (ghi cả dấu %)",
    "flag": "có / không",
    "date": "ngày/tháng/năm",
    "dates": "các ngày, cách nhau bằng dấu ;",
    "text": "chữ",
}
FILL_IN: Final = (
    "Chỉ điền cột Giá trị, Minh chứng, Ghi chú; chưa có số liệu thì để trống."
)


def blank_form(wanted: Wanted, subject: Subject) -> Sheet:
    """Return the sheet *subject* has to fill in: codes, words, units and proofs."""
    period = wanted.pack.period
    return Sheet(
        [column.headers[0] for column in COLUMNS],
        [_row(subject, one) for one in _in_order(wanted, subject)],
        name="Phiếu số liệu",
        above=[
            f"PHIẾU SỐ LIỆU DÂN VẬN – {subject.name or subject.code}",
            f"Kỳ {period.start:%d/%m/%Y} – {period.end:%d/%m/%Y}. {FILL_IN}",
        ],
    )


def _in_order(wanted: Wanted, subject: Subject) -> list[Asked]:
    """Return what is asked, criterion by criterion, as the criterion lists it."""
    asked = wanted.of(subject.traits, "sheet")
    criteria = list(dict.fromkeys(one.criterion for one in asked))
    names = {id_: list(wanted.pack.shelf.criteria[id_].evidence) for id_ in criteria}
    return sorted(
        asked,
        key=lambda one: (
            criteria.index(one.criterion),
            names[one.criterion].index(one.field.name),
        ),
    )


def _row(subject: Subject, asked: Asked) -> tuple[str, ...]:
    field = asked.field
    proof = field.proof.vi if field.proof else ""
    code, measure = subject.code, _measure(field)
    return (code, *asked.pair, field.label.vi, measure, "", proof, "")


def _measure(field: EvidenceField) -> str:
    if field.options:
        words = "; ".join(label.vi for _, label in field.options)
        return f"một trong: {words}" if field.type == "level" else f"trong: {words}"
    return field.unit.vi if field.unit else MEASURES[field.type]
