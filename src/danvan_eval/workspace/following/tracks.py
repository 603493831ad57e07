"""Who does the folder name as typical, by which document, for what?

``de-xuat/dien-hinh``: persons and departments. Models stand in their own register,
``so-theo-doi/mo-hinh``, and are taken from there as they are.
"""

from collections.abc import Mapping
from typing import Final, cast

import attrs

from ...consequences.track_facts import Example, ModelFact, ModelStage
from ...errors import Place, fault
from ...tables.reading import Column
from ...terms import Text
from .. import models
from ..fields import Codes, Fields
from ..files import REGISTERS, Files
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


@attrs.frozen
class Built:
    """One model of the register, with its field."""

    model: models.Model
    field: str

    @property
    def id(self) -> str:
        """The code of the model."""
        return self.model.id

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.model.place

    @property
    def fact(self) -> ModelFact:
        """Return it as the tracks take it."""
        one = self.model
        return ModelFact(
            one.id,
            one.units,
            one.people,
            cast(ModelStage, one.stage),
            one.recognised_on,
            one.places,
            self.field,
            one.lacking,
        )


def read_models(
    reading: Reading,
) -> tuple[tuple[ModelFact, ...] | None, frozenset[str]]:
    """Return the models of the register, and of whom it may say more.

    None without a register. What is wrong with it is told where it is counted, and
    not a second time here.
    """
    quiet = Reading(Files(reading.files.folder), reading.codes)
    name = f"{REGISTERS}/{models.FILE}"
    register = quiet.register(name, models.COLUMNS, _built, _either)
    if not register.there:
        return None, frozenset()
    built = [one for one in register.entries if isinstance(one, Built)]
    stranger = any(one.model.stranger is not None for one in built)
    codes = reading.codes
    unclear = {one for one in codes.units if not register.clear_for_unit(one)}
    unclear |= {
        one for one in codes.people if stranger or not register.clear_for_person(one)
    }
    return tuple(one.fact for one in built), frozenset(unclear)


def _built(fields: Fields, codes: Codes) -> Built | Broken:
    found = models.read(fields, codes)
    if isinstance(found, Broken):
        return found
    return Built(found, fields.code("field") if "field" in fields.row else "")


def _either(row: Built) -> Broken:
    wrong = fault("DV-S210", row.place, seen=row.id, places="")
    stranger = row.model.stranger is not None
    return Broken(wrong, row.model.units, row.model.people, any_person=stranger)
