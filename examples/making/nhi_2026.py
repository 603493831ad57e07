"""Bệnh viện Nhi Mẫu a year later: under a plan of its own, and the decree of 2026.

Departments are those of 2025; people come from another seed.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Final

import attrs

from .nhi_units import UNITS
from .plan import Figures, Hospital, Own

USUAL: Final = {
    "T01.received": "10",
    "T01.answered": "10",
    "T02.forms": "120",
    "T02.forms_good": "115",
    "T04.required": "10",
    "T04.posted": "10",
}
FIGURES: Final[Mapping[str, Figures]] = {
    "K02": {"T01.answered": "9"},
    "K04": {"T02.forms_good": "96", "T01.answered": "8"},
    "K06": {"T01.received": "14", "T01.answered": "13"},
    "K08": {"T02.forms_good": "102", "T04.posted": "8"},
    "K09": {"T02.forms": "60", "T02.forms_good": "54"},
    "K11": {"T01.received": "0", "T01.answered": "0", "T04.posted": "7"},
    "P02": {"T01.received": "4", "T01.answered": "3"},
    "P03": {"T04.posted": "9"},
    "P04": {"T02.forms": "0", "T02.forms_good": "0"},
}
LACKING: Final[Mapping[str, Mapping[str, int]]] = {
    "K04": {"T03.reached": 3, "T06.upheld": 1},
    "K07": {"T05.done": 3},
    "K08": {"T03.reached": 4, "T05.done": 2},
    "P02": {"T05.done": 2},
}

HOSPITAL: Final = Hospital(
    folder="benh-vien-nhi-mau-2026",
    code="BVNM",
    name="Bệnh viện Nhi Mẫu (hư cấu)",
    year=2026,
    instrument="ke-hoach-2026",
    seed=2026,
    units={
        code: attrs.evolve(
            unit,
            figures=FIGURES.get(code, {}),
            head={},
            lacking=LACKING.get(code, {}),
            petitions={},
        )
        for code, unit in UNITS.items()
    },
    sizes={"lam-sang": (24, 34), "can-lam-sang": (12, 20), "chuc-nang": (8, 14)},
    documents="",
    session=dt.date(2026, 3, 23),
    usual=USUAL,
    own={},
    heads={},
    columns={
        "T03.reached": Own(),
        "T05.done": Own("4", "2", "3", turns=(0, 1, 2, 3, 4)),
        "T05.assigned": Own("4", "4", "4"),
        "T06.upheld": Own("0", "1", "0"),
    },
    recruits={
        "K02": dt.date(2026, 9, 1),
        "K03": dt.date(2026, 7, 1),
        "K05": dt.date(2026, 7, 1),
    },
    leaves=[
        ("K01", "thai sản", "02/02/2026", "01/08/2026"),
        ("K06", "ốm đau", "06/04/2026", "31/07/2026"),
        ("K08", "ốm đau", "02/03/2026", "30/09/2026"),
        ("P02", "không lương", "01/02/2026", "31/08/2026"),
    ],
    local="tieu-chi",
    rated=("unit", "person"),
)
