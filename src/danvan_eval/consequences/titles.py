"""Who can be proposed for Lao động tiên tiến and Chiến sĩ thi đua cơ sở?"""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.classification import Flag
from ..decisions.clauses import Regime
from ..decisions.levels import Level, told
from ..decisions.worked import LeaveKind, Months, Work, length
from ..terms import Text
from .adopted import NO_RULES, AdoptedRules, asked, check, number
from .asking import UNSEEN, Asked, ask
from .awards import AwardId
from .career import Career
from .chains import END, after, counts, level_in
from .choosing import Laws, law_on
from .initiatives import HELD, Draft, enough, fitting, planned, wanted
from .joined import any_of
from .proposal import Proposal
from .title_notices import (
    discipline_seen,
    holds_of,
    not_registered,
    proposal,
    refused,
    refuses,
)

CONTRACT: Final = "nguoi-lao-dong"
TRAINING: Final[LeaveKind] = "di-hoc"
MATERNITY: Final[LeaveKind] = "thai-san"
NOT_CLASSIFIED: Final = Text("không xếp loại", "not classified")
PERSONAL: Final[tuple[AwardId, ...]] = (
    "ldtt",
    "cstdcs",
    "cstd-bo-tinh",
    "cstd-toan-quoc",
    "bang-khen-bo-tinh",
    "bang-khen-ttg",
)


@attrs.frozen
class TitleCase:
    """Somebody before the clauses of the law on the day the file was received."""

    law: Regime
    career: Career
    received_on: dt.date
    adopted: AdoptedRules = NO_RULES

    def ask(self, clause: str) -> Asked:
        """Return what puts the questions of a clause."""
        return ask(self.law, clause)

    def propose(
        self,
        award: AwardId,
        conditions: list[Condition],
        exclusions: list[Condition],
        *flags: Flag,
    ) -> Proposal:
        """Return a proposal for this person."""
        return proposal(
            self.law,
            award,
            self.career.subject,
            self.received_on,
            conditions=conditions,
            exclusions=exclusions,
            holds=holds_of(self.career.pending),
            flags=(*flags, *held_already(self.career, award)),
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
    from .commendation import ministry_certificate, pm_certificate, unit_certificate
    from .higher_titles import ministry_fighter, national_fighter

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
    return case.propose("ldtt", standard(case), exclusions(case), *flags)


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


def level_asked(case: TitleCase, clause: str, least: Level) -> Condition:
    """Ask for the level of the year."""
    truth = level_in(case.career, case.career.year, least)
    possible = case.career.levels.get(case.career.year)
    seen = UNSEEN if possible is None else told(possible)
    if possible == ():
        seen = NOT_CLASSIFIED
    required = Text(
        f"mức năm {case.career.year}: từ {least.label.vi} trở lên",
        f"level of {case.career.year}: {least.label.en} or better",
    )
    return case.ask(clause).condition(known(truth), seen, "levels", required=required)


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


def exclusions(case: TitleCase) -> list[Condition]:
    """Return what keeps somebody from being considered for a title of the year."""
    return [
        recruited(case),
        *contract(case),
        *training(case),
        *after_discipline(case),
        *registration(case),
        *least_months(case),
    ]


def recruited(case: TitleCase) -> Condition:
    """Newly recruited in the year, and for too few months."""
    clause, work = "tdkt-recruited", case.career.work
    months = case.law.number(clause, "months")
    required = Text(
        f"mới tuyển dụng dưới {months} tháng", f"newly recruited, under {months} months"
    )
    if work is None:
        return case.ask(clause).condition(None, UNSEEN, "work", required=required)
    if any(one.start <= work.year.start for one in work.employed) and not work.spoilt:
        seen = Text("không phải mới tuyển dụng", "not newly recruited")
        return case.ask(clause).condition(False, seen, required=required)
    there = attrs.evolve(work, leaves=()).at_work()
    truth = ~there.at_least(months)
    return case.ask(clause).condition(
        known(truth), months_seen(there), "work", required=required
    )


def contract(case: TitleCase) -> list[Condition]:
    """Contract workers whose contract runs for under a year."""
    if CONTRACT not in case.career.subject.traits:
        return []
    clause, length_ = "tdkt-contract", case.career.contract_months
    months = case.law.number(clause, "months")
    required = Text(f"hợp đồng dưới {months} tháng", f"contract under {months} months")
    seen = UNSEEN if length_ is None else Text(f"{length_} tháng", f"{length_} months")
    short = None if length_ is None else length_ < months
    if case.career.contract_open:
        short, seen = False, Text("không thời hạn", "without an end")
    return [
        case.ask(clause).condition(short, seen, "contract_months", required=required)
    ]


def training(case: TitleCase) -> list[Condition]:
    """Training of a year or more that did not end with the result that is asked."""
    clause, work = "tdkt-training", case.career.work
    if work is None or not _long_training(case, work):
        return []
    good = case.career.training_good
    required = Text(
        "đào tạo từ một năm, kết quả chưa đạt khá",
        "training of a year or more without the result that is asked",
    )
    bad = None if good is None else not good
    puts = case.ask(clause)
    return [puts.yes(bad, "training_good", required=required)]


def _long_training(case: TitleCase, work: Work) -> bool:
    months = case.law.number("tdkt-training", "months")
    away = [one for kind, one in work.leaves if kind == TRAINING]
    return any(
        one.meet(work.year) and length([one]).at_least(months) is Truth.TRUE
        for one in away
    )


def after_discipline(case: TitleCase) -> list[Condition]:
    """Achievements of the year do not count: a discipline was in effect."""
    law, career = case.law, case.career
    if not law.has(END):
        return []
    if career.disciplines is None:
        if not law.clause(END).confirmed:
            return []
        return [case.ask(END).condition(None, UNSEEN, "disciplines")]
    touching = [
        one for one in career.disciplines if after(one, career.year) is not Truth.TRUE
    ]
    if not touching or not law.clause(END).confirmed:
        return []
    truth = ~counts(law, career, career.year)
    ends = [one.ends_on for one in touching]
    silent = None not in ends
    missing = () if silent else ("disciplines.ends_on",)
    return [
        case.ask(END).condition(
            known(truth), discipline_seen(ends), *missing, silent=silent
        )
    ]


def registration(case: TitleCase) -> list[Condition]:
    """Return whether who did not register is out, where an adopted rule says so."""
    if "registration" not in case.adopted:
        return []
    answer = case.career.registered
    out = None if answer is None else not answer
    required = Text("không đăng ký thi đua", "did not register for emulation")
    puts = case.ask("l06-d24-k1-movement").yes(out, "registered", required=required)
    return [asked(case.adopted, "registration", puts)]


def least_months(case: TitleCase) -> list[Condition]:
    """Return whether somebody worked too few months by an adopted rule.

    Maternity leave counts as work, and so does training that is short or ended well.
    """
    least, work = number(case.adopted, "least_months"), case.career.work
    if least is None:
        return []
    required = Text(f"làm việc dưới {least} tháng", f"worked under {least} months")
    puts = case.ask("tdkt-recruited")
    if work is None:
        found = puts.condition(None, UNSEEN, "work", required=required)
        return [asked(case.adopted, "least_months", found)]
    there = work.at_work(*_counted(case, work))
    truth = ~there.at_least(Fraction(least))
    found = puts.condition(known(truth), months_seen(there), "work", required=required)
    return [asked(case.adopted, "least_months", found)]


def _counted(case: TitleCase, work: Work) -> tuple[LeaveKind, ...]:
    well = case.career.training_good or not _long_training(case, work)
    return (MATERNITY, TRAINING) if well else (MATERNITY,)


def held_already(career: Career, award: AwardId) -> tuple[Flag, ...]:
    """Say that the award of the year was decided before."""
    numbers = [
        one.number
        for one in career.awards or ()
        if one.id == award and one.year == career.year
    ]
    if not numbers:
        return ()
    told_ = ", ".join(sorted(numbers))
    says = Text(f"đã được tặng năm này: {told_}", f"held for this year: {told_}")
    return (Flag(HELD, "", says),)


def months_seen(months: Months) -> Text:
    """Write a length of time for readers, cut to whole months and days."""
    low, high = int(months.low), int(months.high)
    many = f"{low}" if low == high else f"{low}–{high}"
    return Text(f"làm việc {many} tháng", f"{many} months of work")


def known(truth: Truth) -> bool | None:
    """Return a truth as an answer; None is not known."""
    return None if truth is Truth.UNKNOWN else truth is Truth.TRUE
