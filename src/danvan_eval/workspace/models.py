"""How many “Dân vận khéo” models are new and recognised, and how many spread?

A model counts when five conditions are met, each by a document that can be named,
and only in the period of its recognition. A model of several departments counts
for each of them, for each person named, and once for the hospital.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import Final

import attrs

from ..errors import Fault, Place, fault, in_order
from ..periods import Period
from ..tables.reading import Column
from ..terms import Text
from .entries import named
from .fields import Codes, Fields
from .folding import Broken, Folded, Seen, contradiction, one_each, spoilt, written

FILE: Final = "mo-hinh"
CRITERION: Final = "danvan/C14"
STAGES: Final = {
    "dang-ky": Text("đăng ký", "registered"),
    "trien-khai": Text("triển khai", "under way"),
    "cong-nhan": Text("công nhận", "recognised"),
    "nhan-rong": Text("nhân rộng", "taken up elsewhere"),
}
RECOGNISED: Final = frozenset({"cong-nhan", "nhan-rong"})
CONDITIONS: Final = {
    "new": "Mới trong kỳ",
    "launched": "Văn bản triển khai",
    "lasting": "Chạy đủ lâu",
    "effect": "Báo cáo hiệu quả",
    "recognition": "Văn bản công nhận",
}
"""The five conditions by column; a cell meets one by naming a document's number or day."""

COLUMNS: Final = (
    Column("model", ("Mã mô hình",)),
    Column("title", ("Tên", "Tên mô hình"), required=False),
    Column("units", ("Mã đơn vị", "Mã khoa/phòng", "Mã khoa, phòng")),
    Column("people", ("Mã nhân sự", "Mã nhân viên", "Mã viên chức")),
    Column("field", ("Lĩnh vực",), required=False),
    *(Column(name, (header,)) for name, header in CONDITIONS.items()),
    Column("recognised_on", ("Ngày công nhận",)),
    Column("stage", ("Giai đoạn",)),
    Column("places", ("Nơi nhân rộng",)),
)


@attrs.frozen
class Model:
    """One model: whose it is, which conditions it lacks, how far it has come.

    *stranger* says that it names a person whose code is not known.
    """

    id: str
    units: frozenset[str]
    people: frozenset[str]
    lacking: tuple[str, ...]
    recognised_on: dt.date | None
    stage: str
    places: int | None
    place: Place = attrs.field(eq=False)
    stranger: Fault | None = attrs.field(default=None, eq=False)

    @property
    def spread(self) -> bool:
        """Say whether others have taken it up, in a number of places that is known."""
        return self.stage == "nhan-rong" and bool(self.places)


def read(fields: Fields, codes: Codes) -> Model | Broken:
    """Read one row; a person's code that is not known leaves the departments' count."""
    model = fields.code("model", needed=True)
    before = len(fields.faults)
    units = frozenset(fields.several("units", codes.units, needed=True))
    any_unit = len(fields.faults) > before
    stage = fields.choice("stage", STAGES)
    on, places = fields.day("recognised_on"), fields.count("places")
    lacking = [
        header
        for name, header in CONDITIONS.items()
        if not _names(fields.written(name))
    ]
    if stage not in RECOGNISED:
        lacking.append(f"Giai đoạn «{STAGES['cong-nhan'].vi}»")
    if on is None:
        lacking.append("Ngày công nhận")
    wrong = len(fields.faults)
    people = frozenset(fields.several("people", codes.people, needed=False))
    stranger = fields.faults[wrong] if len(fields.faults) > wrong else None
    if wrong:
        return Broken(
            fields.faults[0],
            units | named(fields.row, codes).units,
            people | named(fields.row, codes).people,
            any_unit=any_unit,
            any_person=stranger is not None,
        )
    lacks, place = tuple(lacking), fields.place("model")
    return Model(model, units, people, lacks, on, stage, places, place, stranger)


def _names(written_there: str) -> bool:
    """Say whether a cell names a document: a tick or a word alone names none.

    >>> _names("12/KH-BV"), _names("x"), _names("chưa có")
    (True, False, False)
    """
    return any(sign.isdigit() for sign in written_there)


def fold(
    entries: Iterable[Model | Broken],
    units: Collection[str],
    people: Collection[str],
    period: Period,
) -> Folded:
    """Count the models by department and by person, each model once."""
    listed = list(entries)
    broken = [one for one in listed if isinstance(one, Broken)]
    rows = [one for one in listed if isinstance(one, Model)]
    single, torn, notes = one_each(rows, lambda one: one.id)
    broken += [
        Broken(
            contradiction(members)[0],
            units=frozenset(code for one in members for code in one.units),
            people=frozenset(code for one in members for code in one.people),
            any_person=any(one.stranger is not None for one in members),
        )
        for members in torn
    ]
    broken += [
        Broken(one.stranger, any_person=True)
        for one in single
        if one.stranger is not None and (_new(one, period) or one.spread)
    ]
    notes += [note for one in single for note in _notes(one, period)]
    by_unit = {
        code: _seen(
            [one for one in single if code in one.units],
            [one.fault for one in broken if one.may_be_unit(code)],
            period,
        )
        for code in units
    }
    by_person = {
        code: _seen(
            [one for one in single if code in one.people],
            [one.fault for one in broken if one.may_be_person(code)],
            period,
        )
        for code in people
    }
    faults = in_order(one for members in torn for one in contradiction(members))
    whole = _seen(single, [one.fault for one in broken if one.of_a_unit], period)
    return Folded(
        CRITERION, by_unit, by_person, faults, in_order(notes), hospital=whole
    )


def _new(one: Model, period: Period) -> bool:
    """Say whether it is a recognised model of *period*."""
    on = one.recognised_on
    return not one.lacking and on is not None and on in period


def _seen(models: Sequence[Model], faults: Sequence[Fault], period: Period) -> Seen:
    unclear = spoilt(faults)
    return {
        "recognised": unclear or sum(_new(one, period) for one in models),
        "replicated": unclear or sum(one.spread for one in models),
    }


def _notes(one: Model, period: Period) -> list[Fault]:
    """Return why a model does not count, and why its spreading does not."""
    notes = []
    if one.lacking:
        lacking = ", ".join(one.lacking)
        notes.append(fault("DV-S310", one.place, seen=one.id, lacking=lacking))
    elif not _new(one, period) and one.recognised_on is not None:
        day = written(one.recognised_on)
        notes.append(fault("DV-S311", one.place, seen=one.id, day=day))
    if one.stage == "nhan-rong" and not one.places:
        notes.append(fault("DV-S315", one.place, seen=one.id))
    if one.stage != "nhan-rong" and one.places:
        stage = STAGES[one.stage]
        told = {"seen": one.id, "stage": stage.vi, "stage_en": stage.in_("en")}
        notes.append(fault("DV-S319", one.place, count=one.places, **told))
    return notes
