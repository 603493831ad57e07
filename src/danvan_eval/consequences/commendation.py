"""Who can be proposed for Giấy khen and Bằng khen, by merit of several years?

Other grounds of these articles (a movement, a sudden achievement, a contribution)
are not judged here, and every proposal says so.
"""

from fractions import Fraction
from typing import Final

from ..decisions.answers import Condition, Truth, every
from ..decisions.classification import Flag
from ..decisions.levels import Level
from ..terms import Text
from .adopted import asked, number
from .awards import AWARDS
from .career import Held
from .chains import Chain, counts, held_in, level_in, running
from .higher_titles import award_chain, chain_asked
from .initiatives import DEAD, Draft, enough, fitting, wanted
from .joined import all_of, any_of
from .proposal import Proposal, Standing
from .title_case import TitleCase, known
from .title_exclusions import after_discipline, registration

THEMATIC: Final = "nd152-d4-k3"
WORTH: Final = (Truth.FALSE, Truth.UNKNOWN, Truth.TRUE)
OTHER_GROUNDS: Final = Text(
    "điều này còn căn cứ khác (phong trào, đột xuất, đóng góp), không xét ở đây",
    "the article has other grounds (a movement, a sudden achievement, a contribution)"
    " that are not judged here",
)


def unit_certificate(case: TitleCase) -> Proposal:
    """Điều 75 khoản 2: by the standard that was adopted, and by no other."""
    clause, years = "l06-d75-k2", number(case.adopted, "giay_khen") or Fraction(1)
    chain = level_chain(case, Level.HTT, int(years))
    found = years_asked(case, clause, Level.HTT, chain, years)
    conditions = [asked(case.adopted, "giay_khen", found)]
    out = [*after_discipline(case), *registration(case)]
    return case.propose("giay-khen", conditions, out)


def ministry_certificate(case: TitleCase, fighter: Standing) -> Draft:
    """Điều 74 khoản 1: twice a Fighter, or years running HTXS with initiatives."""
    titles, years = "l06-d74-k1-fighter", "l06-d74-k1-years"
    law, career = case.law, case.career
    chain = award_chain(
        case, "cstdcs", int(law.number(titles, "times")), this_year=fighter
    )
    first = chain_asked(case, titles, "cstdcs", chain)
    times = law.number(years, "times")
    best = level_chain(case, Level.HTXS, int(times))
    fits = fitting(career, "unit", career.year - int(times) + 1, case.received_on)
    second = all_of(
        years_asked(case, years, Level.HTXS, best, times),
        enough(law, years, career, fits, "unit"),
    )
    flag = Flag("OTHER_GROUNDS", titles, OTHER_GROUNDS)
    found = case.propose(
        "bang-khen-bo-tinh", [any_of(first, second)], after_discipline(case), flag
    )
    if first.truth is Truth.TRUE or second.truth is Truth.FALSE:
        return Draft(found)
    return Draft(found, wanted(fits, law.number(years, "initiatives")))


def pm_certificate(case: TitleCase, fighter: Standing) -> Proposal:
    """Điều 73 khoản 1: a certificate, then years HTT or better with titles."""
    clause = "l06-d73-k1"
    flag = Flag("OTHER_GROUNDS", clause, OTHER_GROUNDS)
    held = sorted(_certificates(case), key=lambda one: (one.year, one.number))
    told = [_since(case, clause, one, fighter) for one in held]
    if told:
        best = max(told, key=lambda one: WORTH.index(every(c.truth for c in one)))
    else:
        best = [_none_held(case, clause)]
    return case.propose("bang-khen-ttg", best, after_discipline(case), flag)


def _certificates(case: TitleCase) -> list[Held]:
    """Return the certificates that may count: not known to be sudden or thematic."""
    return [
        one
        for one in case.career.awards or ()
        if one.id == "bang-khen-bo-tinh"
        and one.decided_on <= case.received_on
        and not (one.thematic and case.law.has(THEMATIC))
    ]


def _none_held(case: TitleCase, clause: str) -> Condition:
    label = AWARDS["bang-khen-bo-tinh"].label
    none = Text("chưa có", "none held")
    answer = None if case.career.awards is None else False
    seen = Text("chưa có số liệu", "no data") if answer is None else none
    return case.ask(clause).condition(answer, seen, "awards", required=label)


def _since(
    case: TitleCase, clause: str, held: Held, fighter: Standing
) -> list[Condition]:
    """Return what is asked after one certificate: the years, and the titles in them."""
    label = AWARDS["bang-khen-bo-tinh"].label
    thematic = held.thematic if case.law.has(THEMATIC) else False
    first = case.ask(clause).condition(
        None if thematic is None else True,
        Text(f"{held.number} ({held.year})"),
        "awards.thematic",
        required=label,
    )
    year, asked_years = case.career.year, case.law.number(clause, "years")
    chain = level_chain(case, Level.HTT, year - held.year)
    return [
        first,
        years_asked(case, clause, Level.HTT, chain, asked_years),
        _titles_within(case, clause, chain, fighter),
    ]


def _titles_within(
    case: TitleCase, clause: str, chain: Chain, fighter: Standing
) -> Condition:
    career, times = case.career, case.law.number(clause, "times")
    label = AWARDS["cstdcs"].label
    sure = maybe = 0
    for year in range(career.year - chain.maybe + 1, career.year + 1):
        held = held_in(career, "cstdcs", year, case.received_on)
        if year == career.year and held is Truth.FALSE and fighter not in DEAD:
            held = Truth.UNKNOWN
        inside = year > career.year - chain.sure
        sure += inside and held is Truth.TRUE
        maybe += held is not Truth.FALSE
    required = Text(
        f"trong thời gian ấy: {times} lần {label.vi}",
        f"in that time: {times} times {label.en}",
    )
    found = Chain(sure, maybe)
    many = f"{sure}" if sure == maybe else f"{sure}–{maybe}"
    return case.ask(clause).condition(
        known(found.at_least(times)), Text(many), "awards", required=required
    )


def level_chain(case: TitleCase, least: Level, most: int) -> Chain:
    """Count the years running with *least* or better, up to the year considered."""
    career = case.career

    def link(year: int) -> Truth:
        own = level_in(career, year, least)
        return every([own, counts(case.law, career, year)])

    return running(career.year, career.year - most + 1, link)


def years_asked(
    case: TitleCase, clause: str, least: Level, chain: Chain, years: Fraction
) -> Condition:
    """Ask whether so many years running were *least* or better."""
    required = Text(
        f"{years} năm liên tục từ {least.label.vi} trở lên",
        f"{years} years running {least.label.en} or better",
    )
    truth = chain.at_least(years)
    return case.ask(clause).condition(
        known(truth), chain.seen, "levels", required=required
    )
