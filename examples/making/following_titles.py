"""How did everybody in a made-up hospital take part in emulation, and what was won?

The draws come from a generator of their own, so that no other table changes. Who shows
a situation is named by code; all others had an ordinary year.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from danvan_eval.tables.writing import Sheet
from danvan_eval.workspace.following import titles as at

from .plan import WORKER, Hospital
from .staff import Staff, Worker
from .year import NO, YES, Told, sheet_of

REGISTERED: Final = 0.97
WOMEN: Final = 0.66
WON: Final = {1: 0.72, 2: 0.66}
"""The share of Advanced Workers, by how many years ago."""
FIGHTERS: Final = 0.12
MADE: Final = 0.06
CONTRACTS: Final = ("không thời hạn", "không thời hạn", "36", "24", "12")
AWARD: Final = {
    "ldtt": "Lao động tiên tiến",
    "cstdcs": "Chiến sĩ thi đua cơ sở",
    "cstd-bo-tinh": "Chiến sĩ thi đua bộ, ban, ngành, tỉnh",
    "bang-khen-bo-tinh": "Bằng khen của bộ, ban, ngành, tỉnh",
    "giay-khen": "Giấy khen",
    "ttldtt": "Tập thể lao động tiên tiến",
    "ttldxs": "Tập thể lao động xuất sắc",
}


@attrs.frozen
class Titles:
    """What is told of people and units by code, beside what the seed draws.

    *lacking* have no row; *won* are awards by code as id and years ago (0 is this
    year's, decided already), *made* initiatives as years ago, scope, what for.
    *plain* are rows of awards as they are.
    """

    told: Mapping[str, Told]
    won: Mapping[str, Sequence[tuple[str, int]]]
    made: Mapping[str, Sequence[tuple[int, str, str]]]
    lacking: frozenset[str] = frozenset()
    plain: Sequence[Told] = ()


PENDING: Final = {"investigation": "điều tra", "complaint": "đơn thư, báo nêu"}


def pending(kind: str, case: str) -> Told:
    """Return the cells of something that is being looked into."""
    return {"pending": PENDING.get(kind, kind), "case": case}


def disciplined(ends: str, *, severe: str = NO) -> Told:
    """Return the cells of somebody with a discipline in the register."""
    return {"ends": ends, "severe": severe}


HELD: Final[Mapping[str, Titles]] = {
    "benh-vien-mau": Titles(
        told={
            "NV0012": {"registered": NO},
            "NV0013": {"active": NO},
            "NV0014": {"solidarity": ""},
            "NV0015": pending("investigation", "ĐT-2024-02"),
            "NV0016": {"pending": "", "case": ""},
            "NV0023": {"contract": "6"},
            "NV0027": {"contract": ""},
            "NV0093": {"training": ""},
            "NV0769": {"training": YES},
            "NV0120": disciplined("14/11/2024", severe=YES),
            "NV0202": disciplined("15/05/2025"),
            "NV0437": disciplined("10/01/2025", severe=YES),
            "NV0564": disciplined("24/06/2025"),
            "NV0639": disciplined(""),
            "K05": pending("complaint", "KL-03"),
            "K06": {"solidarity": NO},
            "K07": {"lawful": ""},
            "BVM": {"leads": YES, "outstanding": ""},
        },
        won={
            "NV0001": [("cstdcs", 0), ("cstdcs", 1), ("cstdcs", 2)],
            "NV0002": [("cstdcs", 1), ("cstdcs", 2)],
            "NV0003": [("cstdcs", 1), ("cstdcs", 3)],
            "NV0004": [("cstd-bo-tinh", 0), ("cstd-bo-tinh", 1), ("cstdcs", 0)],
            "NV0006": [("cstdcs", 0), ("cstdcs", 1), ("cstdcs", 2)],
            "NV0007": [
                ("bang-khen-bo-tinh", 6),
                *(("cstdcs", ago) for ago in (0, 1, 3, 5)),
            ],
            "K01": [("ttldxs", 1), ("ttldxs", 2)],
            "K02": [("ttldtt", 1), ("giay-khen", 1)],
        },
        made={
            "NV0001": [(0, "bộ, tỉnh", ""), (0, "cơ sở", "")],
            "NV0002": [(0, "bộ, tỉnh", "")],
            "NV0003": [(1, "cơ sở", "Chiến sĩ thi đua cơ sở 2023")],
            "NV0004": [(0, "toàn quốc", "")],
            "NV0006": [(0, "bộ, tỉnh", "")],
            "NV0008": [(0, "cơ sở", ""), (1, "cơ sở", "")],
        },
        lacking=frozenset({"NV0017"}),
    ),
    "benh-vien-nhi-mau": Titles(
        told={
            "NV0011": {"registered": NO},
            "NV0013": pending("complaint", "KL-05"),
            "NV0015": {"pending": "", "case": ""},
            "NV0016": {"self_reliance": ""},
            "NV0021": disciplined("17/02/2026", severe=YES),
            "NV0128": disciplined("20/08/2026"),
            "NV0290": {"training": ""},
            "K03": pending("thanh tra, kiểm tra", "TT-2025-01"),
            "K07": {"solidarity": NO},
            "BVNM": {"leads": NO},
        },
        won={
            "NV0001": [("cstdcs", 1)],
            "NV0005": [("cstdcs", 0), ("cstdcs", 1), ("cstdcs", 2)],
            "NV0044": [("cstdcs", 0), ("cstdcs", 1)],
            "NV0048": [("cstd-bo-tinh", 0), ("cstd-bo-tinh", 1)],
            "NV0007": [("bang-khen-bo-tinh", 6), ("cstdcs", 0), ("cstdcs", 2)],
            "NV0051": [("cstdcs", 1), ("cstdcs", 2)],
            "K01": [("ttldxs", 1)],
        },
        made={
            "NV0001": [(0, "cơ sở", "")],
            "NV0005": [(0, "bộ, tỉnh", "")],
            "NV0048": [(0, "toàn quốc", "")],
            "NV0051": [(0, "bộ, tỉnh", "")],
            "NV0008": [(0, "cơ sở", "Giải pháp đã nhận Bằng khen 2024")],
            "NV0010": [(0, "cơ sở", "")],
        },
        lacking=frozenset({"NV0022"}),
        plain=[
            {
                "code": "NV0024",
                "year": "2023",
                "award": AWARD["bang-khen-bo-tinh"],
                "number": "77/QĐ-SYT",
                "decided": "15/08/2023",
                "thematic": YES,
            }
        ],
    ),
    "benh-vien-nhi-mau-2026": Titles(
        told={
            "NV0009": {"registered": NO},
            "NV0010": pending("investigation", "ĐT-2026-01"),
            "NV0086": disciplined("22/09/2027"),
            "NV0090": disciplined("18/05/2027"),
            "NV0109": disciplined("10/08/2027", severe=YES),
            "NV0207": disciplined("15/01/2027"),
            "K02": pending("complaint", "KL-01"),
            "BVNM": {"leads": YES, "outstanding": YES},
        },
        won={
            "NV0008": [("cstdcs", 1), ("cstdcs", 2)],
            "NV0012": [("cstdcs", 1), ("cstdcs", 3)],
            "K04": [("ttldtt", 1)],
        },
        made={
            "NV0008": [(0, "bộ, tỉnh", "")],
            "NV0013": [(0, "cơ sở", "")],
        },
    ),
}
"""What each made-up hospital shows, by its folder."""


def tables(plan: Hospital, staff: Staff) -> Iterator[tuple[str, Sheet]]:
    """Yield the three tables of titles in ``de-xuat/``, by file name."""
    rng = random.Random(f"{plan.seed} {at.FOLDER} titles")  # noqa: S311
    shown = HELD[plan.folder]
    people = [one for unit in plan.units for one in staff.of(unit)]
    rows = [
        *(
            _took_part(one, shown, rng)
            for one in people
            if one.code not in shown.lacking
        ),
        *(_unit(code, shown) for code in (*plan.units, plan.code)),
    ]
    yield f"{at.EMULATION}.csv", sheet_of(at.EMULATION_COLUMNS, rows)
    awards = list(_awards(plan, people, shown, rng))
    yield f"{at.AWARDED}.csv", sheet_of(at.AWARDED_COLUMNS, awards)
    made = list(_initiatives(plan, people, shown, rng))
    yield f"{at.INITIATIVES}.csv", sheet_of(at.INITIATIVE_COLUMNS, made)


def _took_part(one: Worker, shown: Titles, rng: random.Random) -> Told:
    registered, woman = rng.random() < REGISTERED, rng.random() < WOMEN
    contract = rng.choice(CONTRACTS)
    return {
        "person": one.code,
        "registered": YES if registered else NO,
        "active": YES,
        "self_reliance": YES,
        "solidarity": YES,
        "woman": YES if woman else NO,
        "pending": NO,
        "contract": contract if one.terms == WORKER else "",
        **shown.told.get(one.code, {}),
    }


def _unit(code: str, shown: Titles) -> Told:
    return {
        "unit": code,
        "registered": YES,
        "active": YES,
        "solidarity": YES,
        "lawful": YES,
        "exemplary": YES,
        "pending": NO,
        **shown.told.get(code, {}),
    }


def _awards(
    plan: Hospital, people: Sequence[Worker], shown: Titles, rng: random.Random
) -> Iterator[Told]:
    """Yield what was won in the two years before, then what is told by code."""
    for ago, share in WON.items():
        for one in people:
            worker, fighter = rng.random() < share, rng.random() < FIGHTERS
            if one.code in shown.won or not worker:
                continue
            yield _award(plan, one.code, "ldtt", ago)
            if fighter:
                yield _award(plan, one.code, "cstdcs", ago)
    for code, listed in shown.won.items():
        for award, ago in listed:
            yield _award(plan, code, award, ago)
    yield from shown.plain


def _award(plan: Hospital, code: str, award: str, ago: int) -> Told:
    """Return a row; a decision on titles names all who have it, by one number."""
    year, kinds = plan.year - ago, list(AWARD)
    by = {"cstd-bo-tinh": "UBND", "bang-khen-bo-tinh": "UBND", "ttldxs": "UBND"}
    number = f"{310 + kinds.index(award)}/QĐ-{by.get(award, plan.code)}"
    return {
        "code": code,
        "year": str(year),
        "award": AWARD[award],
        "number": number,
        "decided": f"05/12/{year}",
        "thematic": NO if award.endswith(("khen", "tinh")) else "",
    }


def _initiatives(
    plan: Hospital, people: Sequence[Worker], shown: Titles, rng: random.Random
) -> Iterator[Told]:
    count = 0
    for one in people:
        drawn, ago = rng.random() < MADE, rng.randint(0, 1)
        told = shown.made.get(one.code)
        if told is None:
            used = f"{AWARD['cstdcs']} {plan.year - 1}" if ago else ""
            told = [(ago, "cơ sở", used)] if drawn else []
        for back, scope, used in told:
            count += 1
            yield {
                "person": one.code,
                "initiative": f"SK-{plan.year}-{count:03}",
                "recognised": f"{10 + count % 18:02}/10/{plan.year - back}",
                "scope": scope,
                "used": used,
            }
