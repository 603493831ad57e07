"""Which figures of the criteria follow from checked duties, and which do not?

Nothing is written into a dossier here: a figure is offered, with what it counts. One
that is not certain is not offered at all.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from ..subjects import SubjectKind
from ..terms import Text
from .duty import Duty, DutyStanding

Figure = tuple[str, str]
"""A criterion and the name of its evidence."""

HELD: Final = ("danvan/C05", "held")
ITEMS_DUE: Final = ("danvan/C21", "items_due")
ITEMS_PUBLISHED: Final = ("danvan/C21", "items_published")

FED: Final[Mapping[Figure, tuple[SubjectKind, Text]]] = MappingProxyType(
    {
        HELD: (
            "person",
            Text(
                "người đứng đầu bệnh viện: số ngày đã trực tiếp tiếp công dân",
                "the head of the hospital: days of reception in person",
            ),
        ),
        ITEMS_DUE: (
            "hospital",
            Text(
                "bệnh viện: số văn bản đã hết hạn công khai và hết hạn đăng",
                "the hospital: documents whose limits of posting are over",
            ),
        ),
        ITEMS_PUBLISHED: (
            "hospital",
            Text(
                "bệnh viện: trong đó công khai đúng hạn và đăng đủ ngày",
                "the hospital: of these, posted in time and kept up long enough",
            ),
        ),
    }
)
"""For whom each figure is, and what it counts."""

_NO_TABLE: Final = Text(
    "không bảng nào của de-xuat/ ghi việc này", "no table of de-xuat/ holds it"
)
_REGISTER: Final = Text(
    "sổ so-theo-doi/don-thu.csv đã cho con số này; không đếm hai lần",
    "the register so-theo-doi/don-thu.csv gives it already; nothing counts twice",
)
_SCHEDULE: Final = Text(
    "theo lịch bệnh viện đã ban hành, không phải mức tối thiểu của luật",
    "by the schedule the hospital issued, which is not the minimum of the law",
)
_BACKLOG: Final = Text(
    "vụ phức tạp, kéo dài, dư luận quan tâm không thấy được từ ngày tháng",
    "complex or long cases of public concern cannot be told by their days",
)
_PARTLY: Final = Text(
    "chỉ biết đã họp hội nghị; các văn bản khác không có trong de-xuat/",
    "only the conference is known; the other papers are not in de-xuat/",
)
_OF_UNITS: Final = Text(
    "việc của từng khoa, phòng; de-xuat/ chỉ ghi việc của bệnh viện",
    "a matter of each department; de-xuat/ holds those of the hospital",
)
_PUBLIC: Final = Text(
    "công khai cho người bệnh và người dân theo danh mục riêng; Luật 10/2022 là công khai nội bộ",
    "public to patients and citizens by a list of its own; Law 10/2022 is inside the unit",
)
_INSPECTIONS: Final = Text(
    "de-xuat/ chỉ ghi thành phần Ban Thanh tra nhân dân, không ghi cuộc giám sát",
    "de-xuat/ holds how the inspectorate is made up, not its supervisions",
)


def _of(criterion: str, reason: Text, *names: str) -> dict[Figure, Text]:
    return {(f"danvan/{criterion}", name): reason for name in names}


_KINDS: Final = ("complaint", "denunciation", "proposal", "feedback")
NOT_FED: Final[Mapping[Figure, Text]] = MappingProxyType(
    {
        **_of("C04", _NO_TABLE, "issued", "drafted"),
        **_of("C05", _SCHEDULE, "scheduled", "excused"),
        **_of(
            "C06",
            _NO_TABLE,
            *("dialogues_planned", "dialogues_held", "dialogues_last_year"),
            *("no_last_year", "cases_needing", "held_at_place"),
            *("to_chair", "chaired"),
        ),
        **_of(
            "C07",
            _REGISTER,
            *(f"{kind}_{what}" for kind in _KINDS for what in ("due", "on_time")),
        ),
        **_of("C08", _BACKLOG, "backlog", "closed"),
        **_of(
            "C09",
            _NO_TABLE,
            *("shifts_assigned", "shifts_covered", "test_calls", "test_answered"),
            *("entries_due", "entries_closed"),
            *("own_shifts", "own_covered", "own_excused"),
        ),
        **_of(
            "C10",
            _NO_TABLE,
            *("box_present", "openings_scheduled", "openings_held"),
            *("letters_received", "letters_answered"),
        ),
        **_of("C21", _PARTLY, "papers"),
        **_of("C21", _NO_TABLE, "motto", "union_papers"),
        **_of("C21", _OF_UNITS, "meeting_held"),
        **_of(
            "C21",
            _INSPECTIONS,
            *("supervisions_planned", "supervisions_done"),
            *("advised", "advised_done"),
        ),
        **_of("C30", _PUBLIC, "items_required", "items_posted"),
        **_of("C30", _NO_TABLE, "requests_due", "requests_on_time"),
        **_of("C30", _NO_TABLE, "website_required", "website_posted"),
    }
)
"""The other figures of the same criteria, and why they do not follow."""


def feeds(duties: Iterable[Duty]) -> Mapping[Figure, int]:
    """Return the figures that are certain on the day the duties were looked at."""
    listed = list(duties)
    return MappingProxyType({**_received(listed), **_published(listed)})


def _received(duties: list[Duty]) -> dict[Figure, int]:
    """Return on how many days the head received; nothing while a month is unclear."""
    counts = [one.counted for one in duties if one.kind == "reception"]
    known = [one for one in counts if one is not None]
    return {HELD: sum(known)} if counts and len(known) == len(counts) else {}


def _published(duties: list[Duty]) -> dict[Figure, int]:
    """Return how many documents had to be public and were, as both limits ask.

    One whose limits are not over yet is not counted; with one that is not certain
    neither figure is.
    """
    groups = [one for one in duties if one.kind == "public"]
    if not groups or any(one.counted is None for one in groups):
        return {}
    kept = {_name(one): one.standing for one in duties if one.kind == "keep"}
    met = missed = 0
    for one in duties:
        if one.kind != "post":
            continue
        pair = {one.standing, kept.get(_name(one), one.standing)}
        if DutyStanding.MISSED in pair:
            missed += 1
        elif pair == {DutyStanding.MET}:
            met += 1
        elif DutyStanding.RUNNING not in pair:
            return {}
    return {ITEMS_DUE: met + missed, ITEMS_PUBLISHED: met}


def _name(duty: Duty) -> str:
    return duty.id.partition(":")[2]
