"""What did a made-up hospital do for its citizens and staff, day by day?

The draws come from a generator of their own, so that no other table changes. What
each hospital shows in particular stands in :data:`TOLD`, the rest went as it should.
"""

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from danvan_eval.consequences.duty import working_limit
from danvan_eval.tables.writing import Sheet
from danvan_eval.workspace.following import duty_columns as at

from . import registers
from .plan import Hospital, Row, day
from .staff import Staff
from .year import NO, YES, Told, sheet_of

NOT_YET: Final = "chưa"
PETITIONS: Final = "so-theo-doi/don-thu.csv"
_DAY: Final = dt.timedelta(days=1)


@attrs.frozen
class Duties:
    """What a hospital shows in particular.

    *postings*, *conferences*, *consultations*, *checks* and *inspectorates* are whole
    rows; *nothing* are the groups in which nothing arose. *months* says of a month
    what stands there instead of a day: a word, a day, or "" for no row at all.
    *cases* is what stands in the row of a case, by its number among those of a kind.
    """

    postings: Sequence[Told]
    conferences: Sequence[Told]
    checks: Sequence[Told]
    consultations: Sequence[Told]
    inspectorates: Sequence[Told]
    nothing: Sequence[str] = ("k5", "k7")
    months: Mapping[int, str] = attrs.field(factory=dict)
    cases: Mapping[tuple[str, int], Told] = attrs.field(factory=dict)


def posted(
    group: str, number: str, decided: str, up: str, down: str, **more: str
) -> Told:
    """Return the row of a document: its group, number, decision, posting, removal."""
    return {
        "content": at.GROUP_WORDS[group].vi if group in at.GROUP_WORDS else group,
        "document": number,
        "decided": decided,
        "posted": up,
        "removed": down,
        **more,
    }


def met(year: int, on: str, numbers: str, **more: str) -> Told:
    """Return the row of a conference: its numbers are «summoned/present/agreed»."""
    summoned, present, agreed = numbers.split("/")
    return {
        "year": str(year),
        "kind": "thường kỳ",
        "day": on,
        "delegates": NO,
        "summoned": summoned,
        "present": present,
        "agreed": agreed,
        **more,
    }


def checked(year: int, half: str, on: str, told: str) -> Told:
    """Return the row of the check of half a year."""
    words = at.HALVES[half].vi
    return {"year": str(year), "half": words, "checked": on, "told": told}


def asked(document: str, clause: str, on: str, issued: str) -> Told:
    """Return the row of a document the staff were asked about."""
    words = at.CLAUSE_WORDS[clause].vi
    return {"document": document, "clause": words, "asked": on, "issued": issued}


def elected(on: str, members: str, deputies: str, recognised: str, **more: str) -> Told:
    """Return the row of a people's inspectorate."""
    return {
        "elected": on,
        "members": members,
        "deputies": deputies,
        "barred": NO,
        "proposed": YES,
        "recognised": recognised,
        **more,
    }


MAU: Final = Duties(
    # Đúng hạn; chậm một ngày làm việc; chưa đăng; không rõ ngày gỡ; luật khác; gửi thư.
    postings=(
        posted("k6", "31/QĐ-BVM", "11/03/2024", "18/03/2024", "15/04/2024"),
        posted("k6", "47/QĐ-BVM", "13/05/2024", "21/05/2024", "20/06/2024"),
        posted("k8", "52/KL-BVM", "03/06/2024", NOT_YET, NOT_YET),
        posted("k9", "60/QĐ-BVM", "01/07/2024", "03/07/2024", ""),
        posted(
            "k3",
            "71/QĐ-BVM",
            "15/07/2024",
            "02/08/2024",
            "30/09/2024",
            other_law="Luật Ngân sách nhà nước",
        ),
        posted(
            "k1",
            "12/TB-BVM",
            "05/02/2024",
            "06/02/2024",
            "",
            form=at.FORM_WORDS["letter"].vi,
        ),
        posted("Lịch nghỉ lễ", "80/TB-BVM", "12/08/2024", "13/08/2024", "05/09/2024"),
    ),
    # Lần thứ nhất không đủ người; lần thứ hai đủ; năm 2024 họp trước khi hết năm.
    conferences=(
        met(2023, "15/03/2024", "900/590/580"),
        met(2023, "28/03/2024", "900/640/601"),
        met(2024, "27/12/2024", "900/700/350"),
    ),
    checks=(
        checked(2024, "1", "25/06/2024", "28/06/2024"),
        checked(2024, "2", "20/12/2024", NOT_YET),
    ),
    # Hỏi trước; hỏi sau; hỏi cùng ngày ban hành; dự thảo chưa ban hành.
    consultations=(
        asked("25/QĐ-BVM", "k9", "04/03/2024", "18/03/2024"),
        asked("60/QĐ-BVM", "k10", "08/07/2024", "01/07/2024"),
        asked("72/QĐ-BVM", "k3", "22/07/2024", "22/07/2024"),
        asked("Dự thảo quy chế dân chủ", "k8", NOT_YET, NOT_YET),
    ),
    inspectorates=(elected("12/01/2024", "7", "1", "19/01/2024"),),
    months={5: "không"},
    cases={
        ("khiếu nại", 1): {"noticed": NOT_YET},
        ("khiếu nại", 2): {"noticed": ""},
        ("khiếu nại", 3): {"complexity": ""},
        ("tố cáo", 1): {"sent": NOT_YET},
    },
)
NHI: Final = Duties(
    # Quyết định thứ sáu 19/12/2025: đăng ngày làm việc thứ sáu, gỡ sau 15 ngày.
    postings=(
        posted("k6", "212/QĐ-BVNM", "19/12/2025", "29/12/2025", "13/01/2026"),
        posted("k6", "190/QĐ-BVNM", "11/12/2025", "", ""),
        posted("k10", "33/TB-BVNM", "07/04/2025", "09/04/2025", "24/04/2025"),
        posted("k9", "88/QĐ-BVNM", "15/12/2025", "17/12/2025", NOT_YET),
    ),
    conferences=(
        met(2024, "14/01/2025", "290/260/131"),
        met(2025, "16/01/2026", "290/230/115"),
    ),
    checks=(
        checked(2025, "1", "15/07/2025", "18/07/2025"),
        checked(2025, "2", NOT_YET, NOT_YET),
    ),
    consultations=(
        asked("88/QĐ-BVNM", "k10", "01/12/2025", "15/12/2025"),
        asked("40/QĐ-BVNM", "k3", "", "02/06/2025"),
    ),
    # Mười thành viên, ba phó; công nhận chậm.
    inspectorates=(
        elected("20/02/2023", "5", "1", "24/02/2023"),
        elected("14/01/2025", "10", "3", "24/01/2025", dispersed=NO),
    ),
    nothing=("k7",),
    months={8: ""},
    cases={
        ("khiếu nại", 1): {"accepted": NOT_YET, "refused": YES},
        ("tố cáo", 1): {"complexity": "phức tạp", "extensions": "1"},
        ("tố cáo", 2): {"removed": ""},
    },
)
NHI_2026: Final = Duties(
    postings=(
        posted("k9", "118/QĐ-BVNM", "20/11/2026", "23/11/2026", NOT_YET),
        posted("k6", "33/QĐ-SYT", "08/12/2026", NOT_YET, NOT_YET),
    ),
    # Họp chậm hơn ba tháng, chỉ mời đại biểu.
    conferences=(met(2025, "03/04/2026", "150/101/60", delegates=YES),),
    checks=(checked(2026, "1", "22/06/2026", "30/06/2026"),),
    consultations=(asked("118/QĐ-BVNM", "k10", "09/11/2026", "20/11/2026"),),
    inspectorates=(elected("14/01/2025", "9", "", "17/01/2025"),),
    # Tháng 6 còn theo câu viết cho cơ quan nhà nước; từ tháng 7 là nghĩa vụ.
    months={6: "không", 7: "không", 9: ""},
)
TOLD: Final = {
    "benh-vien-mau": MAU,
    "benh-vien-nhi-mau": NHI,
    "benh-vien-nhi-mau-2026": NHI_2026,
}


def tables(plan: Hospital, staff: Staff) -> Iterator[tuple[str, Sheet]]:
    """Yield the tables of duties in ``de-xuat/``, by file name."""
    rng = random.Random(f"{plan.seed} {at.FOLDER} duties")  # noqa: S311
    told = TOLD[plan.folder]
    for name, rows in (
        (at.POSTINGS, [*told.postings, *_usual(plan, told, rng)]),
        (at.CONFERENCES, told.conferences),
        (at.CHECKS, told.checks),
        (at.CONSULTATIONS, told.consultations),
        (at.RECEPTIONS, list(_receptions(plan, told, rng))),
        (at.INSPECTORATES, told.inspectorates),
        (at.CASES, list(_cases(plan, staff, told, rng))),
    ):
        yield f"{name}.csv", sheet_of(at.COLUMNS[name], rows)


def _usual(plan: Hospital, told: Duties, rng: random.Random) -> Iterator[Told]:
    """Yield a document of every group, posted in time and up long enough."""
    for nth, (id_, words) in enumerate(at.GROUP_WORDS.items(), 1):
        if id_ in told.nothing:
            yield {"content": words.vi, "nothing": "x"}
            continue
        decided = dt.date(plan.year, 1, 15) + _DAY * rng.randrange(300)
        up = working_limit(decided, rng.randint(1, 4), frozenset()).due
        down = up + _DAY * rng.randint(21, 60)
        number = f"{300 + nth}/TB-{plan.code}"
        yield posted(id_, number, day(decided), day(up), day(down))


def _receptions(plan: Hospital, told: Duties, rng: random.Random) -> Iterator[Told]:
    """Yield a day of every month, two in some; what is told instead of it."""
    for month in range(1, 13):
        key = f"{month:02}/{plan.year}"
        if month in told.months:
            if told.months[month]:
                yield {"month": key, "day": told.months[month]}
            continue
        first = dt.date(plan.year, month, 1)
        days = {rng.randrange(2, 25) for _ in range(rng.choice((1, 1, 2)))}
        for one in sorted(days):
            yield {"month": key, "day": day(first + _DAY * one)}


def _cases(
    plan: Hospital, staff: Staff, told: Duties, rng: random.Random
) -> Iterator[Told]:
    """Yield the further days of every case in the register of petitions."""
    same = random.Random(plan.seed)  # noqa: S311
    Staff.hired(plan, same)
    register = dict(registers.tables(plan, staff, same))[PETITIONS]
    seen: dict[str, int] = {}
    numbers = set()
    for row in register.rows:
        case, _, kind, received, _, settled, _ = (str(cell) for cell in row)
        if case in numbers:
            continue
        numbers.add(case)
        seen[kind] = seen.get(kind, 0) + 1
        usual = _case((case, kind, received, settled), rng)
        yield {**usual, **told.cases.get((kind, seen[kind]), {})}


def _case(row: Row, rng: random.Random) -> Told:
    case, kind, received, settled = row
    came = _read(received)
    notice = working_limit(came, rng.randint(3, 9), frozenset()).due
    found = {"case": case, "noticed": day(notice)}
    if kind in {"khiếu nại", "tố cáo"}:
        accepted = came + _DAY * rng.randint(6, 9)
        found |= {"accepted": day(accepted), "refused": NO, "remote": NO}
        found |= {"complexity": "thường", "round": "lần đầu"}
    if kind == "tố cáo" and settled:
        concluded = _read(settled)
        sent = working_limit(concluded, rng.randint(1, 5), frozenset()).due
        public = working_limit(concluded, rng.randint(5, 7), frozenset()).due
        down = public + _DAY * rng.randint(15, 30)
        days = {"concluded": concluded, "sent": sent}
        days |= {"published": public, "removed": down}
        found |= {name: day(one) for name, one in days.items()}
        found |= {"round": "", "extensions": "0"}
    return found


def _read(written: str) -> dt.date:
    """Read a day as a clerk writes it."""
    nth, month, year = (int(one) for one in written.split("/"))
    return dt.date(year, month, nth)
