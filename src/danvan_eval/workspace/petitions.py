"""How many petitions of each kind fell due, and how many were settled on time?

The register knows case numbers and days; nobody who complained is ever read.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import Final

import attrs

from ..errors import Fault, Place, fault, in_order
from ..periods import Period
from ..tables.reading import Column
from ..terms import Text
from .fields import Codes, Fields
from .folding import Broken, Folded, Seen, contradiction, one_each, spoilt, written

FILE: Final = "don-thu"
CRITERION: Final = "danvan/C07"
KINDS: Final = {
    "complaint": Text("khiếu nại", "complaint"),
    "denunciation": Text("tố cáo", "denunciation"),
    "proposal": Text("kiến nghị", "proposal"),
    "feedback": Text("phản ánh", "feedback"),
}
"""The four kinds, by the first word of their evidence."""

COLUMNS: Final = (
    Column("case", ("Số hồ sơ",)),
    Column("unit", ("Mã đơn vị", "Mã khoa/phòng", "Mã khoa, phòng"), label=True),
    Column("kind", ("Loại", "Loại đơn"), label=True),
    Column("received", ("Ngày nhận",)),
    Column("due", ("Hạn giải quyết", "Hạn")),
    Column("settled", ("Ngày giải quyết",)),
    Column("passed_on", ("Ngày chuyển đi",), required=False),
)


@attrs.frozen
class Petition:
    """One case: when it came, when it is due, when it was settled or passed on."""

    id: str
    unit: str
    kind: str
    received: dt.date
    due: dt.date
    settled: dt.date | None
    passed_on: dt.date | None
    place: Place = attrs.field(eq=False)

    @property
    def on_time(self) -> bool:
        """Say whether it was settled on the due day at the latest."""
        return self.settled is not None and self.settled <= self.due


def read(fields: Fields, codes: Codes) -> Petition | Broken:
    """Read one row."""
    case = fields.code("case", needed=True)
    unit = fields.known("unit", codes.units)
    kind = fields.choice("kind", KINDS)
    received, due = fields.day("received", needed=True), fields.day("due", needed=True)
    settled, passed_on = fields.day("settled"), fields.day("passed_on")
    for column, later in (("due", due), ("settled", settled), ("passed_on", passed_on)):
        if received and later and later < received:
            fields.note(
                "DV-S208", column, seen=written(later), allowed=written(received)
            )
    if fields.faults or received is None or due is None:
        units = frozenset([unit]) - {""}
        return Broken(fields.faults[0], units, about=kind, any_unit=not unit)
    place = fields.place("case")
    return Petition(case, unit, kind, received, due, settled, passed_on, place)


def fold(
    entries: Iterable[Petition | Broken], units: Collection[str], period: Period
) -> Folded:
    """Count by department and kind what fell due in *period*, each case once."""
    listed = list(entries)
    broken = [one for one in listed if isinstance(one, Broken)]
    cases = [one for one in listed if isinstance(one, Petition)]
    single, torn, notes = one_each(cases, lambda one: one.id)
    faults: list[Fault] = []
    for members in torn:
        wrong = contradiction(members)
        faults += wrong
        broken += [
            Broken(one_wrong, units=frozenset([one.unit]), about=one.kind)
            for one, one_wrong in zip(members, wrong, strict=True)
        ]
    due: dict[str, list[Petition]] = {}
    for one in single:
        note = _left_out(one, period)
        if note is None:
            due.setdefault(one.unit, []).append(one)
        else:
            notes.append(note)
    counted = {unit: _counts(due.get(unit, []), unit, broken) for unit in units}
    return Folded(CRITERION, counted, {}, in_order(faults), in_order(notes))


def _left_out(one: Petition, period: Period) -> Fault | None:
    if one.passed_on is not None:
        return fault("DV-S303", one.place, seen=one.id, day=written(one.passed_on))
    if one.due in period:
        return None
    code = "DV-S301" if one.due > period.end else "DV-S302"
    return fault(code, one.place, seen=one.id, day=written(one.due))


def _counts(due: Sequence[Petition], unit: str, broken: Sequence[Broken]) -> Seen:
    seen: dict[str, Seen] = {}
    for kind in KINDS:
        unclear = spoilt(
            one.fault
            for one in broken
            if one.may_be_unit(unit) and one.about in (kind, "")
        )
        of_kind = [one for one in due if one.kind == kind]
        seen[kind] = {
            f"{kind}_due": unclear or len(of_kind),
            f"{kind}_on_time": unclear or sum(one.on_time for one in of_kind),
        }
    return {name: value for counts in seen.values() for name, value in counts.items()}
