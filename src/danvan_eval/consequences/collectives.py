"""What may a department be proposed for, and what do its members bring?

Shares of members are compared in whole numbers: ten times so many against seven
times all of them.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.clauses import Regime
from ..decisions.levels import ORDER, Level, told
from ..points import as_percent, reaches
from ..terms import Text
from .adopted import NO_RULES, AdoptedRules, asked, check, number
from .asking import UNSEEN, ask
from .awards import AwardId
from .chains import running
from .choosing import Laws, law_on
from .collective_facts import Collective, Member
from .proposal import Proposal
from .title_case import known
from .title_notices import holds_of, proposal, refused, refuses

STANDARDS: Final[tuple[AwardId, ...]] = ("ttldtt", "ttldxs")
FLAGS: Final[tuple[AwardId, ...]] = ("co-thi-dua-bo-tinh", "co-thi-dua-chinh-phu")


@attrs.frozen
class CollectiveCase:
    """A collective before the clauses of the law of the day its file was received."""

    law: Regime
    collective: Collective
    received_on: dt.date
    adopted: AdoptedRules = NO_RULES

    def propose(self, award: AwardId, conditions: list[Condition]) -> Proposal:
        """Return a proposal for this collective."""
        return proposal(
            self.law,
            award,
            self.collective.subject,
            self.received_on,
            conditions=conditions,
            holds=holds_of(self.collective.pending),
        )


def propose_collective(
    laws: Laws,
    collective: Collective,
    *,
    received_on: dt.date,
    adopted: AdoptedRules = NO_RULES,
) -> tuple[Proposal, ...]:
    """Return what a department, or the hospital, may be proposed for.

    Flags are for collectives of an emulation block: the hospital, and whoever is
    said to lead one, or not.

    Raises:
        FaultError: DV-D001 where no law was in force; DV-D100, DV-D101 for rules
            that cannot stand there.
    """
    check(adopted)
    law = law_on(laws, "tdkt", received_on)
    case = CollectiveCase(law, collective, received_on, adopted)
    in_block = collective.subject.kind == "hospital" or (
        collective.together.leads is not None
    )
    awards = [*STANDARDS, *(FLAGS if in_block else ())]
    if "giay_khen_collective" in adopted:
        awards.append("giay-khen-tap-the")
    if refuses(law):
        holds = holds_of(collective.pending)
        subject = collective.subject
        return tuple(
            refused(law, one, subject, received_on, holds=holds) for one in awards
        )
    return tuple(JUDGED[one](case) for one in awards)


def advanced(case: CollectiveCase) -> Proposal:
    """Điều 28: tasks, emulation, 70 % Advanced Workers, nobody under a warning."""
    puts, seen = ask(case.law, "l06-d28-movement"), case.collective.together
    return case.propose(
        "ttldtt",
        [
            level_asked(case, "l06-d28-level", Level.HTT),
            puts.yes(
                seen.steady,
                "movement.steady",
                required=Text("phong trào thi đua thường xuyên", "steady emulation"),
            ),
            puts.yes(
                seen.solidarity,
                "movement.solidarity",
                required=Text("nội bộ đoàn kết", "solidarity"),
            ),
            puts.yes(
                seen.lawful,
                "movement.lawful",
                required=Text("chấp hành tốt pháp luật", "law observed"),
            ),
            members_asked(case, "l06-d28-members"),
            nobody_severe(case),
        ],
    )


def excellent(case: CollectiveCase) -> Proposal:
    """Điều 27: excellent, everybody completed, 70 % Advanced Workers, a Fighter."""
    puts, seen = ask(case.law, "l06-d27-movement"), case.collective.together
    return case.propose(
        "ttldxs",
        [
            level_asked(case, "l06-d27-level", Level.HTXS),
            puts.yes(
                seen.steady,
                "movement.steady",
                required=Text("phong trào thi đua thường xuyên", "steady emulation"),
            ),
            puts.yes(
                seen.exemplary,
                "movement.exemplary",
                required=Text("gương mẫu chấp hành", "exemplary before policy and law"),
            ),
            everybody_completed(case),
            members_asked(case, "l06-d27-members"),
            a_fighter(case),
        ],
    )


def provincial_flag(case: CollectiveCase) -> Proposal:
    """Điều 26: the collective that leads its block of the ministry or province."""
    leads = ask(case.law, "l06-d26").yes(case.collective.together.leads, "leads")
    return case.propose("co-thi-dua-bo-tinh", [leads])


def national_flag(case: CollectiveCase) -> Proposal:
    """Điều 25: the most outstanding of the collectives that lead."""
    seen = case.collective.together
    return case.propose(
        "co-thi-dua-chinh-phu",
        [
            ask(case.law, "l06-d26").yes(seen.leads, "leads"),
            ask(case.law, "l06-d25").yes(seen.outstanding, "outstanding"),
        ],
    )


def unit_certificate(case: CollectiveCase) -> Proposal:
    """Điều 75 khoản 2: by the standard that was adopted, and by no other."""
    years = int(number(case.adopted, "giay_khen_collective") or 1)
    year = case.collective.year

    def link(at: int) -> Truth:
        return _level_truth(case.collective.levels.get(at), Level.HTT)

    chain = running(year, year - years + 1, link)
    required = Text(
        f"{years} năm liên tục từ {Level.HTT.label.vi} trở lên",
        f"{years} years running {Level.HTT.label.en} or better",
    )
    found = ask(case.law, "l06-d75-k2").condition(
        known(chain.at_least(years)), chain.seen, "levels", required=required
    )
    return case.propose(
        "giay-khen-tap-the", [asked(case.adopted, "giay_khen_collective", found)]
    )


JUDGED: Final[dict[AwardId, Callable[[CollectiveCase], Proposal]]] = {
    "ttldtt": advanced,
    "ttldxs": excellent,
    "co-thi-dua-bo-tinh": provincial_flag,
    "co-thi-dua-chinh-phu": national_flag,
    "giay-khen-tap-the": unit_certificate,
}


def level_asked(case: CollectiveCase, clause: str, least: Level) -> Condition:
    """Ask for the level of the collective in the year."""
    year = case.collective.year
    possible = case.collective.levels.get(year)
    seen = UNSEEN if not possible else told(possible)
    required = Text(
        f"mức năm {year}: từ {least.label.vi} trở lên",
        f"level of {year}: {least.label.en} or better",
    )
    answer = known(_level_truth(possible, least))
    return ask(case.law, clause).condition(answer, seen, "levels", required=required)


def _level_truth(possible: tuple[Level, ...] | None, least: Level) -> Truth:
    """Say whether a level is *least* or better; without any nobody knows."""
    if not possible:
        return Truth.UNKNOWN
    good = [ORDER.index(one) <= ORDER.index(least) for one in possible]
    if all(good):
        return Truth.TRUE
    return Truth.UNKNOWN if any(good) else Truth.FALSE


def members_asked(case: CollectiveCase, clause: str) -> Condition:
    """Ask whether enough members are Advanced Workers.

    All members are the base, unless an adopted rule leaves out who cannot be
    considered.
    """
    share = case.law.number(clause, "share")
    required = Text(
        f"Lao động tiên tiến ≥ {as_percent(share)} thành viên",
        f"Advanced Workers ≥ {as_percent(share)} of the members",
    )
    puts = ask(case.law, clause)
    members = case.collective.members
    if not members:
        seen = UNSEEN if members is None else Text("không có ai", "nobody")
        return puts.condition(None, seen, "members", required=required)
    least, most = _bounds(case, members)
    if not most[1]:
        nobody = Text("không ai được xét", "nobody can be considered")
        return puts.condition(None, nobody, "members", required=required)
    ok = [reaches(Fraction(got), share, Fraction(of)) for got, of in (least, most)]
    many = f"{least[0]}/{least[1]}"
    if least != most:
        many += f" … {most[0]}/{most[1]}"
    answer = ok[0] if ok[0] is ok[1] else None
    found = puts.condition(answer, Text(many), "members.ldtt", required=required)
    if "ldtt_base" not in case.adopted:
        return found
    return attrs.evolve(asked(case.adopted, "ldtt_base", found), clause=clause)


def _bounds(
    case: CollectiveCase, members: Sequence[Member]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the least and the greatest share that may come out, each of a whole.

    Who may not be counted at all makes a share least when counted, and greatest when
    not: they have no title.
    """
    sure = sum(one.ldtt is Truth.TRUE for one in members)
    maybe = sum(one.ldtt is not Truth.FALSE for one in members)
    whole = len(members)
    if "ldtt_base" not in case.adopted:
        return (sure, whole), (maybe, whole)
    without = [one.considered for one in members if one.ldtt is Truth.FALSE]
    out, open_ = without.count(Truth.FALSE), without.count(Truth.UNKNOWN)
    return (sure, whole - out), (maybe, whole - out - open_)


def nobody_severe(case: CollectiveCase) -> Condition:
    """Điều 28: nobody was disciplined with a warning or more."""
    puts, members = ask(case.law, "l06-d28-discipline"), case.collective.members
    if not members:
        return puts.condition(None, UNSEEN, "members")
    severe = sorted(one.code for one in members if one.severe)
    open_ = sum(one.severe is None for one in members)
    if severe:
        return puts.condition(False, Text(", ".join(severe)))
    seen = Text("không có", "nobody")
    if open_:
        seen = Text(f"chưa rõ: {open_} người", f"not known of {open_}")
    return puts.condition(None if open_ else True, seen, "members.severe")


def everybody_completed(case: CollectiveCase) -> Condition:
    """Điều 27: everybody completed their duties; one KHTNV keeps the title away."""
    puts, members = ask(case.law, "l06-d27-tasks"), case.collective.members
    if not members:
        return puts.condition(None, UNSEEN, "members")
    truths = [_level_truth(one.levels, Level.HTNV) for one in members]
    bad = sorted(
        one.code
        for one, truth in zip(members, truths, strict=True)
        if truth is Truth.FALSE
    )
    if bad:
        return puts.condition(False, Text(", ".join(bad)))
    open_ = sum(one is Truth.UNKNOWN for one in truths)
    seen = Text(f"{len(members) - open_}/{len(members)}")
    return puts.condition(None if open_ else True, seen, "members.levels")


def a_fighter(case: CollectiveCase) -> Condition:
    """Điều 27: one of them is a Fighter of the unit."""
    puts, members = ask(case.law, "l06-d27-fighter"), case.collective.members
    if not members:
        return puts.condition(None, UNSEEN, "members")
    least = case.law.number("l06-d27-fighter", "people")
    sure = sum(one.cstdcs is Truth.TRUE for one in members)
    maybe = sum(one.cstdcs is not Truth.FALSE for one in members)
    answer = True if sure >= least else None if maybe >= least else False
    many = Text(f"{sure}" if sure == maybe else f"{sure}–{maybe}")
    return puts.condition(answer, many, "members.ldtt")
