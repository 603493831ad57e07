"""Who can be proposed for the titles of ministry, province and nation?"""

import datetime as dt
from typing import Final

from ..decisions.answers import Condition, Truth, every
from ..decisions.classification import Flag
from ..errors import FaultError, Place, fault
from ..points import as_percent, reaches
from ..terms import Text
from .adopted import NO_RULES, AdoptedRules, check, number
from .asking import ask
from .awards import AWARDS, AwardId
from .career import Scope
from .chains import Chain, counts, held_in, running
from .choosing import Laws, law_on
from .initiatives import DEAD, Draft, enough, fitting, wanted
from .proposal import Standing
from .title_case import TitleCase, known
from .title_exclusions import after_discipline

VOTES: Final = {
    "cstd-toan-quoc": "nd152-d33-k5-person",
    "co-thi-dua-chinh-phu": "nd152-d33-k5-flag",
}
"""Where the share of votes stands that the law itself names."""
CHOSEN: Final = Text(
    "chọn người tiêu biểu trong số đủ điều kiện: người có thẩm quyền chọn",
    "the most outstanding of those who fulfil it are chosen by who decides",
)


def ministry_fighter(case: TitleCase, fighter: Standing) -> Draft:
    """Điều 22: three times running a Fighter of the unit, with an initiative."""
    clause = "l06-d22"
    times = int(case.law.number(clause, "times"))
    chain = award_chain(case, "cstdcs", times, this_year=fighter)
    return _fighter(case, "cstd-bo-tinh", clause, "ministry", chain)


def national_fighter(case: TitleCase) -> Draft:
    """Điều 21: twice running a Fighter of ministry or province, with an initiative."""
    clause = "l06-d21"
    times = int(case.law.number(clause, "times"))
    chain = award_chain(case, "cstd-bo-tinh", times)
    return _fighter(case, "cstd-toan-quoc", clause, "nation", chain)


def _fighter(
    case: TitleCase, award: AwardId, clause: str, scope: Scope, chain: Chain
) -> Draft:
    career, times = case.career, case.law.number(clause, "times")
    base: AwardId = "cstdcs" if award == "cstd-bo-tinh" else "cstd-bo-tinh"
    first_year = career.year - int(times) + 1
    fits = fitting(career, scope, first_year, case.received_on)
    conditions = [
        chain_asked(case, clause, base, chain),
        enough(case.law, clause, career, fits, scope),
    ]
    flag = Flag(
        "CHOSEN_AMONG",
        clause,
        CHOSEN,
    )
    found = case.propose(award, conditions, after_discipline(case), flag)
    return Draft(found, wanted(fits, case.law.number(clause, "initiatives")))


def award_chain(
    case: TitleCase, award: AwardId, most: int, *, this_year: Standing | None = None
) -> Chain:
    """Count how many years running an award was held, up to the year considered.

    *this_year* is how far this year's proposal of the award goes: while it is
    alive and not decided, the last link is open.
    """
    career = case.career

    def link(year: int) -> Truth:
        held = held_in(career, award, year, case.received_on)
        alive = this_year is not None and this_year not in DEAD
        if year == career.year and held is Truth.FALSE and alive:
            held = Truth.UNKNOWN
        return every([held, counts(case.law, career, year)])

    return running(career.year, career.year - most + 1, link)


def chain_asked(
    case: TitleCase, clause: str, award: AwardId, chain: Chain
) -> Condition:
    """Ask whether an award was held for as many years running as the clause wants."""
    times, label = case.law.number(clause, "times"), AWARDS[award].label
    required = Text(
        f"{label.vi}: {times} năm liên tục", f"{label.en}: {times} years running"
    )
    truth = chain.at_least(times)
    return case.ask(clause).condition(
        known(truth), chain.seen, "awards", required=required
    )


def votes(
    laws: Laws,
    award: AwardId,
    *,
    yes: int,
    members: int,
    received_on: dt.date,
    adopted: AdoptedRules = NO_RULES,
) -> Condition:
    """Ask whether a council's vote is enough; counted of all its members.

    For titles of the hospital there is no national share: an adopted rule has to
    say it.

    Raises:
        FaultError: DV-D102 where nobody has said which share is asked; DV-D106 for
            votes that cannot be.
    """
    check(adopted)
    if not 0 <= yes <= members or not members:
        told = {"seen": yes, "allowed": f"0 … {members}"}
        raise FaultError(fault("DV-D106", Place(key=award), **told))
    law = law_on(laws, "tdkt", received_on)
    clause = VOTES.get(award, "")
    label = AWARDS[award].label
    share = law.number(clause, "share") if law.has(clause) else None
    if share is None and (share := number(adopted, "votes")) is None:
        told = {"seen": label.vi, "seen_en": label.en}
        raise FaultError(fault("DV-D102", Place(key=award), **told))
    article = "" if law.has(clause) else f" ({adopted['votes'].article})"
    percent = as_percent(share)
    required = Text(
        f"phiếu đồng ý ≥ {percent} số thành viên hội đồng{article}",
        f"votes in favour ≥ {percent} of the members of the council{article}",
    )
    enough_ = reaches(share * 0 + yes, share, share * 0 + members)
    seen = Text(f"{yes}/{members}")
    if law.has(clause):
        return ask(law, clause).condition(enough_, seen, required=required)
    return Condition("adopted.votes", Truth.of(enough_), required, seen)
