"""Who can be proposed for Lao động tiên tiến and Chiến sĩ thi đua cơ sở?"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from ..decisions.answers import Condition, Truth
from ..decisions.levels import Level
from ..terms import Text
from .adopted import NO_RULES, AdoptedRules, check
from .awards import AwardId
from .career import Career
from .choosing import Laws, law_on
from .commendation import ministry_certificate, pm_certificate, unit_certificate
from .higher_titles import ministry_fighter, national_fighter
from .initiatives import Draft, enough, fitting, planned, wanted
from .joined import any_of
from .proposal import Proposal
from .title_case import TitleCase, level_asked
from .title_exclusions import exclusions, maternity
from .title_notices import holds_of, not_registered, refused, refuses

PERSONAL: Final[tuple[AwardId, ...]] = (
    "ldtt",
    "cstdcs",
    "cstd-bo-tinh",
    "cstd-toan-quoc",
    "bang-khen-bo-tinh",
    "bang-khen-ttg",
)


def propose_titles(
    laws: Laws,
    career: Career,
    *,
    received_on: dt.date,
    adopted: AdoptedRules = NO_RULES,
) -> tuple[Proposal, ...]:
    """Return what one person may be proposed for, titles first.

    Args:
        laws: every body of law; the day the file was received chooses.
        career: what is known of the person.
        received_on: the day the file was received.
        adopted: rules that the hospital, its province or ministry adopted.

    Raises:
        FaultError: DV-D001 where no law was in force; DV-D100, DV-D101 for rules
            that cannot stand there.
    """
    check(adopted)
    case = TitleCase(law_on(laws, "tdkt", received_on), career, received_on, adopted)
    if refuses(case.law):
        return tuple(_refusals(case))
    first = ldtt(case)
    second = cstdcs(case)
    fighter = second.proposal.standing
    return planned(
        case.law,
        [
            Draft(first),
            second,
            ministry_fighter(case, fighter),
            national_fighter(case),
            *([Draft(unit_certificate(case))] if "giay_khen" in adopted else []),
            ministry_certificate(case, fighter),
            Draft(pm_certificate(case, fighter)),
        ],
    )


def _refusals(case: TitleCase) -> Iterator[Proposal]:
    own = holds_of(case.career.pending)
    awards: list[AwardId] = list(PERSONAL)
    if "giay_khen" in case.adopted:
        awards.insert(-2, "giay-khen")
    for award in awards:
        yield refused(case.law, award, case.career.subject, case.received_on, holds=own)


def ldtt(case: TitleCase) -> Proposal:
    """Điều 24: HTT or better, self-reliant, in solidarity, active in emulation."""
    flags = () if "registration" in case.adopted else not_registered(case.career)
    own = (*flags, *maternity(case))
    return case.propose("ldtt", standard(case), exclusions(case), *own)


def standard(case: TitleCase) -> list[Condition]:
    """Return what the standard of Advanced Worker asks."""
    return [d24_level(case), *d24_movement(case)]


def d24_level(case: TitleCase) -> Condition:
    """Điều 24 khoản 1: duties completed well, or better."""
    return level_asked(case, "l06-d24-k1-level", Level.HTT)


def d24_movement(case: TitleCase) -> list[Condition]:
    """Điều 24 khoản 1: self-reliance, solidarity, active part in emulation."""
    puts, seen = case.ask("l06-d24-k1-movement"), case.career.movement
    return [
        puts.yes(
            seen.active,
            "movement.active",
            required=Text("tích cực tham gia thi đua", "active in emulation"),
        ),
        puts.yes(
            seen.self_reliance,
            "movement.self_reliance",
            required=Text("tự lực", "self-reliant"),
        ),
        puts.yes(
            seen.solidarity,
            "movement.solidarity",
            required=Text("đoàn kết", "in solidarity"),
        ),
    ]


def cstdcs(case: TitleCase) -> Draft:
    """Điều 23: the standard of Advanced Worker, and HTXS or an initiative."""
    clause, career = "l06-d23", case.career
    best = level_asked(case, clause, Level.HTXS)
    fits = fitting(career, "unit", career.year, case.received_on)
    either = any_of(best, enough(case.law, clause, career, fits, "unit"))
    found = case.propose("cstdcs", [*standard(case), either], exclusions(case))
    if best.truth is Truth.TRUE:
        return Draft(found)
    return Draft(found, wanted(fits, case.law.number(clause, "initiatives")))
