"""How is a proposal, or the whole of the six uses, said to its reader?"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from ..decisions import facts
from ..decisions.answers import Condition, Truth
from ..decisions.clauses import Clause, Regime
from ..decisions.telling import SIGNS, standing
from ..points import as_percent
from ..terms import Language, Text
from . import appointment, career, pay, track_facts
from .dossier import Consequences, Line
from .proposal import STANDINGS, Proposal, Standing
from .referral import NoGround, Referral
from .referral_text import tell_referral

Laws = Mapping[str, Regime]
HEADINGS: Final = {
    "title": Text("HỒ SƠ ĐỀ XUẤT", "PROPOSALS"),
    "law": Text("theo", "by"),
    "on": Text("ngày", "on"),
    "required": Text("yêu cầu", "required"),
    "excluded": Text("không xét vì", "not considered for"),
    "unseen": Text("chưa xem nguyên văn", "text not seen"),
    "seen": Text("thấy", "seen"),
    "decides": Text("Người quyết định", "Decided by"),
    "missing": Text("Còn thiếu", "Still missing"),
    "hold": Text("CHƯA TRÌNH ĐƯỢC", "NOT TO BE SUBMITTED YET"),
    "flag": Text("Cần biết", "To be known"),
    "not_given": Text("chưa có số liệu", "no facts were brought"),
    "none": Text("không có đề xuất nào", "nothing to propose"),
    "grounds": Text("Số liệu dân vận làm cơ sở", "Dân vận figures named as a ground"),
    "no_case": Text("không có vụ việc nào", "no case was brought"),
    "referral": Text(
        "Chỉ chuyển xem xét vụ việc đã có kết luận; điểm thấp không phải là căn cứ.",
        "Only concluded findings are referred; a low score is no ground.",
    ),
    "people": Text(
        "Chỉ là đề xuất kèm căn cứ; người có thẩm quyền quyết định.",
        "Proposals with their grounds; those with the authority decide.",
    ),
}
NAMES: Final[Mapping[str, Text]] = {
    **facts.FACTS,
    **appointment.FACTS,
    **pay.FACTS,
    **career.FACTS,
    **track_facts.FACTS,
}
"""What every fact of a proposal is called, whatever it is for."""


def say(key: str, language: Language) -> str:
    """Return a heading."""
    return HEADINGS[key].in_(language)


def tell_consequences(
    found: Consequences, laws: Laws, language: Language = "vi"
) -> str:
    """Return the six uses of one subject, a line for everything."""
    return "\n".join(_lines(found, laws, language))


def tell_proposal(one: Proposal, laws: Laws, language: Language = "vi") -> str:
    """Return one proposal with every condition that is open or keeps it back."""
    return "\n".join(_proposal(one, laws, language))


def _lines(found: Consequences, laws: Laws, language: Language) -> Iterator[str]:
    subject = found.subject
    name = f" {subject.name}" if subject.name else ""
    yield f"{say('title', language)} {found.year}: {subject.code}{name}"
    for line in found.lines:
        yield f"{line.label.in_(language)} – {line.basis().in_(language)}"
        yield from (f"  {text}" for text in _line(line, laws, language))
    yield say("people", language)


def _line(line: Line, laws: Laws, language: Language) -> Iterator[str]:
    if line.use == "quality":
        quality = line.quality
        yield standing(quality, language) if quality else say("not_given", language)
    elif line.use == "discipline":
        yield say("referral", language)
    if not line.given:
        yield say("not_given", language)
    elif line.use == "discipline" and not line.referrals:
        yield say("no_case", language)
    elif line.use not in ("quality", "discipline") and not line.proposals:
        yield say("none", language)
    for one in line.proposals:
        yield from _proposal(one, laws, language)
    for each in line.referrals:
        yield from _referral(each, laws, language)
    if line.grounds:
        told = "; ".join(
            f"{one.criterion.rpartition('/')[2]} {_share(one.low, one.high, language)}"
            for one in line.grounds
        )
        yield f"{say('grounds', language)}: {told}"


def _share(low: Fraction, high: Fraction, language: Language) -> str:
    comma = language == "vi"
    least, most = (as_percent(one, comma=comma) for one in (low, high))
    return least if least == most else f"{least}…{most}"


def _referral(
    one: Referral | NoGround, laws: Laws, language: Language
) -> Iterator[str]:
    if isinstance(one, NoGround):
        yield f"{one.case}: {one.says.in_(language)}"
    else:
        yield from tell_referral(one, laws[one.law], language).splitlines()


def _proposal(one: Proposal, laws: Laws, language: Language) -> Iterator[str]:
    day = f"{one.event:%d/%m/%Y}" if language == "vi" else one.event.isoformat()
    by = f"{say('law', language)} {one.law}, " if one.law else ""
    law = f"{by}{say('on', language)} {day}"
    yield f"{one.label.in_(language)}: {STANDINGS[one.standing].in_(language)} ({law})"
    for hold in one.holds:
        yield f"  {say('hold', language)}: {hold.says.in_(language)}"
    for condition in one.exclusions:
        if condition.truth is Truth.TRUE:
            yield f"  {_condition(condition, one, laws, language, out=True)}"
    for condition in _telling(one, laws):
        yield f"  {_condition(condition, one, laws, language)}"
    if one.missing:
        names = "; ".join(named(name).in_(language) for name in one.missing)
        yield f"  {say('missing', language)}: {names}"
    for flag in one.flags:
        yield f"  {say('flag', language)}: {flag.says.in_(language)}"
    yield f"  {say('decides', language)}: {one.decides.in_(language)}"


def named(name: str) -> Text:
    """Return what a missing fact of a proposal is called."""
    return NAMES[name] if name in NAMES else facts.fact_label(name)


def _telling(one: Proposal, laws: Laws) -> Iterator[Condition]:
    """Yield the conditions that say why a proposal is not simply met.

    What is open is told where it settles the standing, and so is what rests on a
    clause that nobody confirmed.
    """
    law = laws.get(one.law)
    open_ = one.standing in (
        Standing.NOT_ENOUGH_DATA,
        Standing.NEEDS_HUMAN_CONFIRMATION,
    )
    confirm = one.standing is Standing.NEEDS_HUMAN_CONFIRMATION
    for condition in one.conditions:
        unseen = law and law.has(condition.clause)
        remembered = law and unseen and not law.clause(condition.clause).confirmed
        if (
            condition.truth is Truth.FALSE
            or (open_ and condition.truth is Truth.UNKNOWN)
            or (confirm and remembered)
        ):
            yield condition


def _condition(
    one: Condition,
    proposal: Proposal,
    laws: Laws,
    language: Language,
    *,
    out: bool = False,
) -> str:
    law = laws.get(proposal.law)
    known = law and law.has(one.clause)
    at = f" – {_cited(law.clause(one.clause), language)}" if law and known else ""
    heading = "excluded" if out else "required"
    required = f"{say(heading, language)}: {one.required.in_(language)}"
    seen = f"{say('seen', language)}: {one.seen.in_(language)}"
    sign = SIGNS[~one.truth] if out else SIGNS[one.truth]
    return f"{sign} {required}; {seen}{at}"


def _cited(clause: Clause, language: Language) -> str:
    """Write a clause's place, its mark, and its words where they were read."""
    words = f": «{clause.quote}»" if clause.quote else ""
    unseen = "" if clause.mark == "T" else f", {say('unseen', language)}"
    return f"{clause.locus} [{clause.mark}{unseen}]{words}"
