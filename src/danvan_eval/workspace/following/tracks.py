"""Who does the folder name as typical, by which document, for what?

``de-xuat/dien-hinh``: persons and departments. Models stand in their own register.
"""

from collections.abc import Mapping
from typing import Final

import attrs

from ...consequences.track_facts import Example
from ...errors import Place, fault
from ...tables.reading import Column
from ...terms import Text
from ..fields import Codes, Fields
from ..folding import Broken
from ..yearly.register import Reading

EXAMPLES: Final = "de-xuat/dien-hinh"
COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    EXAMPLES: (
        Column("code", ("Mã", "Mã nhân sự", "Mã đơn vị")),
        Column("says", ("Việc làm",)),
        Column("field", ("Lĩnh vực",), required=False),
        Column("done", ("Ngày làm",)),
        Column("document", ("Văn bản đề xuất",)),
        Column("proposed", ("Ngày đề xuất",)),
    ),
}
"""The table of typical persons and departments, the code of which makes a row one."""


@attrs.frozen
class Named:
    """One row of the table under the id that may stand once only."""

    id: str
    entry: Example
    place: Place = attrs.field(eq=False)


def read_tracks(reading: Reading) -> tuple[Example, ...] | None:
    """Return who was named as typical; None without such a table.

    Faults gather in the reading's faults. A row that cannot be read names nobody: a
    proposal nobody can read is none yet.
    """
    register = reading.register(EXAMPLES, COLUMNS[EXAMPLES], _example, _torn)
    if not register.there:
        return None
    return tuple(one.entry for one in register.entries if isinstance(one, Named))


def _example(fields: Fields, codes: Codes) -> Named | Broken:
    code = fields.known("code", codes.people | codes.units)
    says = fields.code("says", needed=True)
    if not code or not says:
        return Broken(fields.faults[0], any_unit=not code, any_person=not code)
    done, proposed = fields.day("done"), fields.day("proposed")
    if done and proposed and proposed < done:
        told = {"seen": f"{proposed:%d/%m/%Y}", "allowed": f"{done:%d/%m/%Y}"}
        fields.note("DV-S208", "proposed", **told)
        proposed = None
    field = fields.code("field") if "field" in fields.row else ""
    document = fields.written("document")
    example = Example(code, Text(says), document, proposed, done, field)
    return Named(f"{code} {says} {document}", example, fields.place("code"))


def _torn(row: Named) -> Broken:
    wrong = fault("DV-S210", row.place, seen=row.id, places="")
    return Broken(wrong, people=frozenset([row.entry.code]))
