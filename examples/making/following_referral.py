"""Which findings would a made-up hospital bring to be referred, one of each kind?

The draws come from a generator of their own, so that no other table changes. People
are named by their codes, cases by numbers; nobody who complained is ever written.
"""

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from danvan_eval.consequences.finding import (
    ACTS,
    CIRCUMSTANCES,
    CONCLUDERS,
    SITUATIONS,
    STATES,
)
from danvan_eval.tables.writing import Sheet
from danvan_eval.workspace.following.referrals import (
    FILE,
    GROUPS,
    NO_END,
    NOT_YET,
    REFERRAL_COLUMNS,
)

from .plan import EMPLOYEE, Hospital, day
from .staff import Staff
from .year import NO, YES, Told, sheet_of

NONE: Final = "không có"
ACT: Final = {str(id_): label.vi for id_, label in ACTS.items()}
STATE: Final = {str(id_): label.vi for id_, label in STATES.items()}
BY: Final = {str(id_): label.vi for id_, label in CONCLUDERS.items()}
SITUATION: Final = {str(id_): label.vi for id_, label in SITUATIONS.items()}
NAMED: Final = {
    name: label.vi for group in CIRCUMSTANCES.values() for name, label in group.items()
}
HEAD: Final = 0
WORKER: Final = -1


@attrs.frozen
class Case:
    """A finding: who, by department and place, what, and all that is said otherwise.

    *place* 0 is the head, -1 a contract worker, any other the rank and file.
    """

    unit: str
    place: int
    act: str
    acted: str
    concluded: str
    told: Told = attrs.field(factory=dict)


def still(state: str) -> Told:
    """Return the cells of a case that nobody concluded on, or that came to nothing."""
    return {"state": STATE[state], "opened": ""} | (
        {"concluded": ""} if state == "verifying" else {}
    )


def deferred(kind: str, since: str, until: str = "", lifted: str = NO) -> Told:
    """Return the cells of somebody in a situation of deferral."""
    return {
        "situation": SITUATION[kind],
        "since": since,
        "until": until,
        "lifted": lifted,
    }


def decided(effective: str, same: str) -> Told:
    """Return the cells of an earlier decision."""
    return {
        "first": NO,
        "earlier": "12/QĐ-BV",
        "effective": effective,
        "same": same,
    }


def facts(**groups: str) -> Told:
    """Return the cells of facts that are named, by group."""
    return {
        group: "; ".join(NAMED[one] for one in names.split())
        for group, names in groups.items()
    }


OF_2024: Final = (
    Case("K03", 3, "overbearing", "18/04/2024", "20/05/2024"),
    Case("K05", 2, "conduct", "06/05/2024", "10/06/2024", {"reminded": "12/03/2024"}),
    Case("K08", 2, "conduct", "22/02/2024", "15/03/2024"),
    Case("K02", 3, "harassment", "05/12/2024", "", still("verifying")),
    Case("K11", 2, "insult", "30/06/2024", "08/07/2024", still("unfounded")),
    Case(
        "P03",
        HEAD,
        "late_complaint",
        "12/02/2024",
        "15/04/2024",
        {"due": "12/02/2024", "settled": "26/03/2024"},
    ),
    Case("K07", WORKER, "harassment", "09/09/2024", "14/10/2024"),
    Case("K12", 2, "insult", "05/10/2021", "20/02/2024"),
    Case(
        "K16", 4, "overbearing", "09/05/2024", "14/06/2024", decided("01/06/2023", YES)
    ),
    Case("K23", 3, "rights", "03/03/2024", "02/04/2024", {"reminded": ""}),
    Case("P01", 2, "internal_rules", "10/07/2024", "20/08/2024", {"reminded": ""}),
)
OF_2025: Final = (
    Case(
        "K01",
        2,
        "retaliation",
        "11/03/2025",
        "25/04/2025",
        facts(aggravating="retaliated false_reports", mitigating="remedied"),
    ),
    Case(
        "K02",
        3,
        "harassment",
        "02/06/2025",
        "10/07/2025",
        deferred("leave", "07/07/2025", "18/07/2025"),
    ),
    Case(
        "K04",
        3,
        "insult",
        "15/01/2025",
        "20/03/2025",
        deferred("maternity", "01/03/2025"),
    ),
    Case("K06", HEAD, "let_staff", "20/05/2025", "30/06/2025", {"by": BY["party"]}),
    Case(
        "P02",
        2,
        "public_assets",
        "04/02/2019",
        "12/09/2025",
        {"ended": NO_END, "by": BY["inspection"]},
    ),
    Case("K05", 2, "duty", "08/08/2025", "15/09/2025", decided("03/02/2025", NO)),
    Case(
        "K07", 2, "overbearing", "01/10/2025", "05/11/2025", {"found": "", "opened": ""}
    ),
    Case("K08", 2, "procedure", "03/04/2025", "12/05/2025", {"reminded": "14/04/2025"}),
    Case("K09", 2, "insult", "19/03/2025", "28/04/2025", facts(exclusion="necessity")),
)
OF_2026: Final = (
    Case("K02", 2, "overbearing", "10/03/2026", "20/05/2026", {"opened": "15/06/2026"}),
    Case("K03", 2, "harassment", "04/05/2026", "10/07/2026", {"opened": "15/07/2026"}),
    Case("K04", 2, "insult", "14/08/2026", "21/09/2026"),
    Case("K05", 2, "profit", "12/05/2026", "18/06/2026", {"opened": ""}),
    Case("K06", 3, "harassment", "01/03/2021", "01/08/2026"),
    Case(
        "K07", 2, "overbearing", "07/09/2026", "12/10/2026", decided("15/01/2026", YES)
    ),
    Case(
        "K08",
        3,
        "harassment",
        "03/08/2026",
        "04/09/2026",
        deferred("leave", "01/09/2026", "15/09/2026"),
    ),
    Case(
        "K09",
        2,
        "public_assets",
        "06/07/2026",
        "20/08/2026",
        deferred("prosecution", "10/08/2026"),
    ),
    Case(
        "P01",
        2,
        "false_confirmation",
        "15/02/2014",
        "22/09/2026",
        facts(unlimited="false_papers"),
    ),
    Case("P02", HEAD, "management", "01/08/2026", "30/09/2026"),
    Case("K10", 2, "conduct", "20/07/2026", "31/08/2026", {"reminded": "02/07/2026"}),
    Case("K10", 2, "disunity", "20/07/2026", "31/08/2026"),
)
CASES: Final[Mapping[str, Sequence[Case]]] = {
    "benh-vien-mau": OF_2024,
    "benh-vien-nhi-mau": OF_2025,
    "benh-vien-nhi-mau-2026": OF_2026,
}
"""What each hospital brings, by its folder; the number of a case is its place."""


def tables(plan: Hospital, staff: Staff) -> Iterator[tuple[str, Sheet]]:
    """Yield the table of findings of a made-up hospital."""
    rng = random.Random(f"{plan.seed} {FILE}")  # noqa: S311
    rows = [
        _row(staff, nth, one, rng)
        for nth, one in enumerate(CASES[plan.folder], start=1)
    ]
    yield f"{FILE}.csv", sheet_of(REFERRAL_COLUMNS, rows)


def _row(staff: Staff, nth: int, one: Case, rng: random.Random) -> Told:
    """Return a finding with every fact known but for what its case says otherwise."""
    found = _day(one.acted) + dt.timedelta(days=rng.randint(1, 9))
    opened = _day(one.concluded) + dt.timedelta(days=rng.randint(2, 9))
    return {
        "case": f"CX-{nth:02}",
        "person": _person(staff, one),
        "act": ACT[one.act],
        "state": STATE["concluded"],
        "concluded": one.concluded,
        "by": BY["complaint"],
        "acted": one.acted,
        "ended": one.acted,
        "found": day(found),
        "opened": day(opened) if one.concluded else "",
        "post": YES if one.place == HEAD else NO,
        "reminded": NOT_YET,
        "first": YES,
        "later": NONE,
        "situation": NONE,
        **dict.fromkeys(GROUPS, NONE),
        **one.told,
    }


def _person(staff: Staff, one: Case) -> str:
    crew = staff.rank_and_file(one.unit)
    if one.place == HEAD:
        return staff.of(one.unit)[0].code
    if one.place == WORKER:
        return next(each for each in crew if each.terms != EMPLOYEE).code
    return crew[one.place].code


def _day(written: str) -> dt.date:
    """Return a day as a clerk writes it; the first of all where nothing is written."""
    if not written:
        return dt.date.min
    return dt.datetime.strptime(written, "%d/%m/%Y").date()  # noqa: DTZ007
