"""How many “Dân vận khéo” models are new and recognised, and how many spread?

A model counts when five conditions are met, each by a document that can be named,
and only in the period of its recognition. A model of several departments counts
for each of them, and for each person named.
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
    """One model: whose it is, which conditions it lacks, how far it has come."""

    id: str
    units: frozenset[str]
    people: frozenset[str]
    lacking: tuple[str, ...]
    recognised_on: dt.date | None
    stage: str
    places: int | None
    place: Place = attrs.field(eq=False)

    def counts(self, period: Period) -> bool:
        """Say whether it is a new recognised model of *period*."""
        return not self.lacking and self.recognised_on in period_or_none(period)

    @property
    def spread(self) -> bool:
        """Say whether others have taken it up, and in how many places is known."""
        return self.stage == "nhan-rong" and bool(self.places)
