"""What is known for the award tracks of a plan? None stands for what is not known.

Each track has facts of its own. They are never added up, and none of them is a score.
"""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal

import attrs

from ..decisions.answers import Condition
from ..decisions.classification import Hold
from ..periods import Period
from ..points import Mode
from ..subjects import Subject
from ..terms import Text

Track = Literal[
    "dan-van-kheo-tap-the", "dan-van-kheo-ca-nhan", "dan-chu", "dan-van", "dien-hinh"
]
TRACKS: Final[Mapping[Track, Text]] = {
    "dan-van-kheo-tap-the": Text("Tập thể «Dân vận khéo»", "“Dân vận khéo” collective"),
    "dan-van-kheo-ca-nhan": Text("Cá nhân «Dân vận khéo»", "“Dân vận khéo” person"),
    "dan-chu": Text(
        "Thực hiện dân chủ ở cơ sở", "Grassroots democracy well carried out"
    ),
    "dan-van": Text("Công tác dân vận của đơn vị", "Dân vận of the unit"),
    "dien-hinh": Text("Điển hình trong công tác dân vận", "Typical example in dân vận"),
}
"""The tracks, each by itself: nothing is carried from one to another."""

ModelStage = Literal["dang-ky", "trien-khai", "cong-nhan", "nhan-rong"]
MODEL_STAGES: Final[Mapping[ModelStage, Text]] = {
    "dang-ky": Text("đã đăng ký", "registered"),
    "trien-khai": Text("đang triển khai", "under way"),
    "cong-nhan": Text("đã công nhận", "recognised"),
    "nhan-rong": Text("đã nhân rộng", "taken up elsewhere"),
}
RECOGNISED: Final = frozenset({"cong-nhan", "nhan-rong"})


@attrs.frozen
class ModelFact:
    """One model of the register: whose it is and how far it has come ("mô hình").

    *places* says in how many places others took it up, *lacking* which documents
    it does not name.
    """

    id: str
    units: frozenset[str]
    people: frozenset[str]
    stage: ModelStage
    recognised_on: dt.date | None = None
    places: int | None = None
    field: str = ""
    lacking: tuple[str, ...] = ()

    def recognised(self, period: Period, event: dt.date) -> bool | None:
        """Say whether it was recognised in the period, by the day of the proposal.

        Of a recognised model without a day nobody can say.
        """
        if self.stage not in RECOGNISED:
            return False
        on = self.recognised_on
        return None if on is None else on in period and on <= event

    @property
    def spread(self) -> bool | None:
        """Say whether others took it up; None where nobody said in how many places."""
        if self.stage != "nhan-rong":
            return False
        return None if self.places is None else self.places > 0


@attrs.frozen
class Spoken:
    """One fact about a subject, by the criterion it was seen under.

    *met* says whether it speaks for the subject, None when that is not known.
    """

    code: str
    criterion: str
    says: Text
    met: bool | None


@attrs.frozen
class SheetFact:
    """What the dân vận sheet of a unit came to, as facts beside a proposal.

    The grade is empty while it is open; *rank* is among *of* in its block, 0 while
    nobody can say. *assumed* says what of it rests on assumptions.
    """

    code: str
    grade: str
    assumed: Text
    rank: int = 0
    of: int = 0


@attrs.frozen
class Example:
    """Somebody, or a department, proposed as typical by a document.

    *done_on* is the day of what they did, *proposed_on* that of the document: two
    facts, between which the plan sets no number of days.
    """

    code: str
    says: Text
    document: str
    proposed_on: dt.date | None
    done_on: dt.date | None = None
    field: str = ""


@attrs.frozen
class AtLeast:
    """So many, by an adopted article."""

    count: int = attrs.field(validator=attrs.validators.ge(1))
    article: str = attrs.field(validator=attrs.validators.min_len(1))


@attrs.frozen
class Grades:
    """The grades that an adopted article asks for."""

    grades: frozenset[str]
    article: str = attrs.field(validator=attrs.validators.min_len(1))


@attrs.frozen
class Criteria:
    """The criteria that have to speak for a subject, by an adopted article."""

    criteria: tuple[str, ...]
    article: str = attrs.field(validator=attrs.validators.min_len(1))


@attrs.frozen
class Slots:
    """The share of so many that an adopted article allows a track, and its rounding."""

    ratio: Fraction
    base: int
    rounding: Mode
    article: str = attrs.field(validator=attrs.validators.min_len(1))


NO_ARTICLES: Final[Mapping[Track, str]] = MappingProxyType({})
NO_SLOTS: Final[Mapping[Track, Slots]] = MappingProxyType({})


@attrs.frozen
class TrackRules:
    """What the hospital's own regulation says of the tracks, article by article.

    *rewards* names the article by which a track is rewarded at all. None of this
    exists before somebody adopted it.
    """

    rewards: Mapping[Track, str] = NO_ARTICLES
    recognised: AtLeast | None = None
    replicated: AtLeast | None = None
    democracy: Criteria | None = None
    grades: Grades | None = None
    slots: Mapping[Track, Slots] = NO_SLOTS


NOTHING_ADOPTED: Final = TrackRules()
NO_HOLDS: Final[Mapping[str, tuple[Hold, ...]]] = MappingProxyType({})
NO_EXCLUSIONS: Final[Mapping[str, tuple[Condition, ...]]] = MappingProxyType({})


@attrs.frozen(eq=False)
class TrackFacts:
    """All that is known of those who may be proposed in a period.

    Registers are None where there is none. *unclear* are the codes of whom the
    register of models may say more than could be read. *holds* and *exclusions* are
    by code, found elsewhere.
    """

    event: dt.date
    period: Period
    units: tuple[Subject, ...] = ()
    people: tuple[Subject, ...] = ()
    models: tuple[ModelFact, ...] | None = None
    unclear: frozenset[str] = frozenset()
    democracy: tuple[Spoken, ...] | None = None
    sheets: tuple[SheetFact, ...] | None = None
    examples: tuple[Example, ...] | None = None
    holds: Mapping[str, tuple[Hold, ...]] = NO_HOLDS
    exclusions: Mapping[str, tuple[Condition, ...]] = NO_EXCLUSIONS


FACTS: Final[Mapping[str, Text]] = {
    "models": Text("Sổ mô hình «Dân vận khéo»", "Register of models"),
    "models.recognised_on": Text("Ngày công nhận mô hình", "Day of recognition"),
    "models.places": Text("Nơi nhân rộng", "Places that took it up"),
    "democracy": Text("Số liệu dân chủ ở cơ sở", "Facts on grassroots democracy"),
    "sheets": Text("Phiếu dân vận của đơn vị", "Dân vận sheet of the unit"),
    "examples.document": Text("Văn bản đề xuất điển hình", "Document of the proposal"),
    "examples.proposed_on": Text("Ngày đề xuất điển hình", "Day of the proposal"),
    "adopted.rewards": Text(
        "Điều của quy chế nội bộ về khen thưởng mặt này",
        "Article of the hospital's regulation on this reward",
    ),
    "adopted.democracy": Text(
        "Tiêu chuẩn dân chủ của quy chế nội bộ",
        "Standard of democracy of the hospital's regulation",
    ),
    "adopted.grades": Text(
        "Mức dân vận mà quy chế nội bộ đòi hỏi",
        "Grade that the hospital's regulation asks for",
    ),
}
"""What each fact of the tracks is called where it is missing."""
