"""Which functions does each shipped regime consist of, and where is its data?"""

from pathlib import Path
from typing import Final

import attrs

from ..terms import Text
from . import discipline, nd90, nd233_people, nd233_units, notices, time_worked
from .case import PersonCase, UnitCase
from .classification import Roles
from .facts import ROLES, Role
from .nd233_units import HOSPITAL
from .people import Judged, PersonLogic
from .units import UnitLogic

HERE: Final = Path(__file__).parent / "regimes"


@attrs.frozen
class RegimeLogic:
    """One regime as it is declared: its id, the file of its data, its functions.

    *unit* is None where the law has no level for units. *year_of_regulation* is
    the one year in which it gives way to *otherwise* where the hospital has no
    regulation of its own. *replaces* is the regime it stands in for, where the
    hospital names it in its ``[readings]``; unnamed it is never used.
    """

    id: str
    file: Path
    person: PersonLogic
    unit: UnitLogic | None = None
    year_of_regulation: int = 0
    otherwise: str = ""
    replaces: str = ""


def _nd90(case: PersonCase) -> Judged:
    return nd90.judge(case, discipline.nd90_d15_c(case))


def _nd48(case: PersonCase) -> Judged:
    return nd90.judge(case, discipline.nd90_d2_k5(case))


def _roles(clause: str) -> dict[Role, Roles]:
    """Return who scores and who classifies each post: NĐ 233 Điều 13 khoản 2, 3."""
    head, director = ROLES["head"], ROLES["director"]
    above = Text("người đứng đầu cơ quan quản lý cấp trên", "head of the superior body")
    return {
        "staff": Roles(head, director, clause),
        "deputy": Roles(head, director, clause),
        "head": Roles(director, director, clause),
        "deputy_director": Roles(director, director, clause),
        "director": Roles(above, above, clause),
    }


def _roles_2010(clause: str) -> dict[Role, Roles]:
    """Return who evaluates each post: Luật 58/2010 Điều 43."""
    director = Text(
        "giám đốc, hoặc người được giao", "head of the hospital, or a delegate"
    )
    appoints = Text("người có thẩm quyền bổ nhiệm", "who has the power of appointment")
    meeting = Text("cuộc họp của đơn vị nhận xét", "the unit's meeting remarks")
    return {
        role: Roles(meeting, director if role == "staff" else appoints, clause)
        for role in ROLES
    }


def _roles_of_units(case: UnitCase) -> Roles:
    """Return who proposes and who recognises a unit's level: NĐ 233 Điều 8, 9."""
    above = Text("cơ quan quản lý cấp trên", "the superior body")
    if case.unit.subject.kind == HOSPITAL:
        return Roles(ROLES["director"], above, "nd233-d8-k5")
    return Roles(ROLES["head"], ROLES["director"], "nd233-d8-k8")


BY_DIRECTOR: Final = frozenset({"director"})
BY_SUPERIOR: Final = frozenset({"superior"})
BY_DELEGATE: Final = frozenset({"director", "delegate"})
BY_APPOINTING: Final = frozenset({"director", "superior"})
"""Who appoints a manager differs from hospital to hospital."""
DECIDES_2010: Final[dict[Role, frozenset[str]]] = {
    "staff": BY_DELEGATE,
    "deputy": BY_APPOINTING,
    "head": BY_APPOINTING,
    "deputy_director": BY_APPOINTING,
    "director": BY_SUPERIOR,
}
DECIDES_2026: Final[dict[Role, frozenset[str]]] = {
    role: BY_SUPERIOR if role == "director" else BY_DIRECTOR for role in ROLES
}
NOTICES: Final = (
    notices.may_terminate,
    notices.reopen,
    notices.at_old_organisation,
    notices.ended_law,
    notices.deputy_above_unit,
    notices.late,
)

EVAL_2020: Final = RegimeLogic(
    "eval-2020",
    HERE / "eval-2020.toml",
    PersonLogic(
        time_worked.nd90_six_months,
        _nd90,
        "ld58-d41-k2-b",
        caps=(time_worked.nd90_leave,),
        holds=(notices.old_unit_opinion,),
        flags=NOTICES,
        roles=_roles_2010("ld58-d43"),
        decides=DECIDES_2010,
    ),
)
EVAL_2023: Final = attrs.evolve(
    EVAL_2020,
    id="eval-2023",
    file=HERE / "eval-2023.toml",
    person=attrs.evolve(EVAL_2020.person, judge=_nd48),
)
EVAL_2026: Final = RegimeLogic(
    "eval-2026",
    HERE / "eval-2026.toml",
    PersonLogic(
        time_worked.nd233_six_months,
        nd233_people.judge,
        "nd233-d12-k7",
        holds=(notices.old_unit_scores,),
        flags=NOTICES,
        roles=_roles("nd233-d13-k2-k3"),
        decides=DECIDES_2026,
    ),
    UnitLogic(
        nd233_units.judge,
        holds=(notices.verifying,),
        flags=(notices.reorganised, notices.reopen, notices.late),
        roles=_roles_of_units,
    ),
    year_of_regulation=2026,
    otherwise="eval-2023",
)
BUILT_IN: Final = (EVAL_2020, EVAL_2023, EVAL_2026)
