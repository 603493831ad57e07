"""What holds a title back, and what do those who decide it have to know?"""

import datetime as dt
from collections.abc import Iterable
from typing import Final

import attrs

from ..decisions.answers import Condition
from ..decisions.classification import Flag, Hold
from ..decisions.clauses import Regime
from ..subjects import Subject
from ..terms import Text
from .asking import ask, day_text
from .awards import AWARDS, AwardId
from .career import PENDING, Career, Pending
from .proposal import Proposal, Standing, standing_of

REFUSED: Final = "luat06-2026"
TRANSITION: Final = "luat06-2026-transition"
RESIDUAL: Final = "nd152-d60"
NOT_SEEN: Final = Text("văn bản chưa được xem", "the text was not seen")
NOT_ASKED: Final = Text(
    "chưa ai trả lời có gì đang bị xem xét hay không",
    "nobody has said whether anything is pending",
)


def refuses(law: Regime) -> bool:
    """Say whether the standards of a body of law were not seen at all."""
    return law.has(REFUSED)


def holds_of(pending: Iterable[Pending] | None) -> tuple[Hold, ...]:
    """Return what stops the submission: anything pending, or that nobody has said."""
    if pending is None:
        return (Hold("tdkt-hold", NOT_ASKED),)
    return tuple(
        Hold(
            "tdkt-hold",
            Text(
                f"{PENDING[one.kind].vi} {one.case}".strip(),
                f"{PENDING[one.kind].en} {one.case}".strip(),
            ),
        )
        for one in sorted(set(pending), key=lambda one: (one.kind, one.case))
    )


def flags_of(law: Regime, award: AwardId, received_on: dt.date) -> tuple[Flag, ...]:
    """Return what is to be known of every proposal of an award under a law."""
    flags = [Flag("WHO_DECIDES", "tdkt-decides", law.clause("tdkt-decides").says)]
    if law.has(RESIDUAL) and received_on <= day_of(law, RESIDUAL):
        flags.append(Flag("OLD_DECREE", RESIDUAL, law.clause(RESIDUAL).says))
    if law.has(TRANSITION):
        clause = law.clause(TRANSITION)
        adopted = law.instruments[clause.instrument].signed_on
        if adopted and received_on >= adopted:
            flags.append(Flag("NEW_LAW", TRANSITION, clause.says))
    if award == "co-thi-dua-chinh-phu" and law.has("nd152-d7"):
        says = law.clause("nd152-d7").says
        share = law.number("nd152-d7", "share") * 100
        flags.append(
            Flag(
                "SHARE_OF_LEADING",
                "nd152-d7",
                Text(f"{says.vi}: {share}%", f"{says.en}: {share}%"),
            )
        )
    return tuple(flags)


def not_registered(career: Career) -> tuple[Flag, ...]:
    """Return a flag for who did not register: only an adopted rule keeps them out."""
    if career.registered is not False:
        return ()
    says = Text(
        "chưa đăng ký thi đua: luật không loại, chỉ quy chế mới loại",
        "not registered: the law excludes nobody for it, only an adopted rule may",
    )
    return (Flag("NOT_REGISTERED", "", says),)


def proposal(
    law: Regime,
    award: AwardId,
    subject: Subject,
    received_on: dt.date,
    *,
    conditions: Iterable[Condition],
    exclusions: Iterable[Condition] = (),
    holds: tuple[Hold, ...] = (),
    flags: tuple[Flag, ...] = (),
) -> Proposal:
    """Return a proposal of an award, as far as its conditions carry it."""
    about = AWARDS[award]
    met, out = tuple(conditions), tuple(exclusions)
    return Proposal(
        about.use,
        award,
        about.label,
        subject,
        law.id,
        received_on,
        standing_of(law, met, out),
        about.decides,
        met,
        out,
        holds,
        (*flags_of(law, award, received_on), *flags),
    )


def refused(
    law: Regime,
    award: AwardId,
    subject: Subject,
    received_on: dt.date,
    *,
    holds: tuple[Hold, ...] = (),
) -> Proposal:
    """Return a proposal under a law whose text was not seen: a person confirms it."""
    asked = ask(law, REFUSED).condition(None, NOT_SEEN, "standard", silent=True)
    found = proposal(law, award, subject, received_on, conditions=(asked,), holds=holds)
    return attrs.evolve(found, standing=Standing.NEEDS_HUMAN_CONFIRMATION)


def day_of(law: Regime, clause: str) -> dt.date:
    """Return the day that the numbers of a clause name."""
    numbers = law.clause(clause).numbers
    return dt.date(int(numbers["year"]), int(numbers["month"]), int(numbers["day"]))


def discipline_seen(ends: Iterable[dt.date | None]) -> Text:
    """Say until when disciplines are in effect."""
    known = [one for one in ends if one is not None]
    if not known:
        return Text("chưa rõ ngày hết hiệu lực", "the last day is not known")
    last = day_text(max(known))
    return Text(f"hiệu lực đến {last}", f"in effect to {last}")
