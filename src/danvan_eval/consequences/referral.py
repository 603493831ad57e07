"""Is there something to refer to those who decide, by which law, with what facts?

A referral is no proposal of a measure: it names facts, days, clauses that may apply,
what the law says of each, what is missing and who decides. Nothing but a finding that
was concluded on leads to one; no score and no level is asked for here.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, Literal

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.clauses import Regime
from ..errors import FaultError
from ..terms import Text
from .articles import is_new
from .choosing import Laws, law_on
from .finding import Conduct, Finding
from .grounds import Asked, Grounds, Note, differing, grounds_of

FAMILY: Final = "kl"
Why = Literal[
    "verifying",
    "unfounded",
    "not_known",
    "no_date",
    "not_official",
    "no_article",
    "no_law",
]
NO_GROUNDS: Final[dict[Why, Text]] = {
    "verifying": Text("đang xác minh: chờ kết luận", "being verified: on hold"),
    "unfounded": Text("đã kết luận là không có", "concluded to be unfounded"),
    "not_known": Text(
        "chưa rõ đã kết luận hay chưa", "nobody knows whether it was concluded on"
    ),
    "no_date": Text("chưa có ngày kết luận", "the conclusion has no day"),
    "not_official": Text(
        "người lao động không thuộc nghị định về viên chức",
        "workers are not under the decree on public employees",
    ),
    "no_article": Text(
        "không điều khoản nào đủ điều kiện ban đầu",
        "no clause has what it demands beforehand",
    ),
    "no_law": Text(
        "thư viện không có bộ quy định của ngày này",
        "the library has no body of law for that day",
    ),
}
HELD: Final = frozenset({"verifying", "not_known", "no_date"})
OPENED: Final = Text("ngày mở hồ sơ xem xét", "the day the examination was opened")
AFTER_ACT: Final = Text(
    "ngày xảy ra: hồ sơ chỉ có thể mở sau đó",
    "the day of the act: it can only be opened after it",
)
CONCLUDED: Final = Text(
    "ngày kết luận, tạm dùng vì chưa rõ ngày mở hồ sơ",
    "the day of the conclusion, for want of the day it was opened",
)
HAPPENED: Final = Text("ngày xảy ra hành vi", "the day of the act")
IF_LATER: Final = Text(
    "nếu hồ sơ được mở từ ngày này", "if it is opened from this day on"
)
STRADDLES: Final = Text(
    "xảy ra trước, xem xét sau: bộ này áp dụng, trừ khi quy định lúc xảy ra có lợi hơn"
    " cho người đó; người có thẩm quyền so sánh",
    "an act before, examined after: this law applies unless the rule of that time"
    " favours the person; who decides compares them",
)
CONTINUES: Final = Text(
    "đang xem xét trước ngày bộ mới có hiệu lực: tiếp tục theo bộ cũ",
    "under way before the new law’s first day: the old one goes on",
)
NOT_HELD: Final = Text(
    "quy định đúng vào ngày xảy ra không có trong thư viện; bộ gần nhất được in để so",
    "the rule of the very day of the act is not in the library; the nearest is shown",
)
TRANSITION: Final = "nd234-d24-k1"
TOGETHER: Final = ("nd234-d2-k2", "nd112-d2-k2")


@attrs.frozen
class NoGround:
    """Why there is no referral; *held* says that one may still come of it."""

    case: str
    person: str
    why: Why
    says: Text
    conditions: tuple[Condition, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether it only waits, for a conclusion or for what is missing."""
        return self.why in HELD


@attrs.frozen
class Referral:
    """A finding put before those who decide ("chuyển xem xét").

    *grounds* are those of the law that applies, *compared* those of others that may
    have to be compared, *differs* where they answer otherwise.
    """

    finding: Finding
    opened_on: dt.date | None
    grounds: Grounds
    compared: tuple[Grounds, ...] = ()
    differs: tuple[Text, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def law(self) -> str:
        """The id of the body of law that applies."""
        return self.grounds.law

    @property
    def event(self) -> dt.date:
        """The day that chose the law."""
        return self.grounds.event

    @property
    def to_confirm(self) -> tuple[str, ...]:
        """The clauses, known from memory alone, that a person has to confirm."""
        return self.grounds.remembered


def refer(
    laws: Laws,
    finding: Finding,
    *,
    opened_on: dt.date | None,
    conduct: Conduct | None,
) -> Referral | NoGround:
    """Return what is to be referred, or why nothing is.

    Args:
        laws: the bodies of law, by id.
        finding: the facts of one act.
        opened_on: the day the examination was opened; None when nobody said.
        conduct: the hospital's own rules of conduct; None when it issued none.
    """
    why, lacking = _refused(finding)
    concluded = finding.concluded_on
    if why is not None or concluded is None:
        return _none(finding, why or "no_date", lacking or ("concluded_on",))
    event, chosen_by = _event(laws, finding, opened_on, concluded)
    law = _in_force(laws, event)
    if law is None:
        return _none(finding, "no_law", ())
    asked = Asked(law, event, chosen_by, concluded, opened_on or concluded, conduct)
    grounds = grounds_of(asked, finding)
    if all(one.truth is Truth.FALSE for one in grounds.candidates):
        conditions = [one for each in grounds.candidates for one in each.conditions]
        none = _none(finding, "no_article", ())
        return attrs.evolve(none, conditions=tuple(conditions))
    compared = tuple(
        grounds_of(attrs.evolve(asked, law=other, event=day, chosen_by=why_), finding)
        for other, day, why_ in _others(laws, law, finding, chosen_by)
    )
    return Referral(
        finding,
        opened_on,
        grounds,
        compared,
        differing(grounds, compared),
        tuple(dict.fromkeys(_missing(finding, grounds))),
        tuple(_notes(laws, law, finding)),
    )


def refer_all(
    laws: Laws,
    findings: Iterable[tuple[Finding, dt.date | None]],
    *,
    conduct: Conduct | None,
) -> tuple[Referral | NoGround, ...]:
    """Return what is to be referred of each finding, beside the day it was opened.

    Of several about one person each says that they may be examined together.
    """
    found = [
        refer(laws, one, opened_on=opened, conduct=conduct) for one, opened in findings
    ]
    count = Counter(one.finding.person for one in found if isinstance(one, Referral))
    return tuple(
        _together(laws, one)
        if isinstance(one, Referral) and count[one.finding.person] > 1
        else one
        for one in found
    )


def _together(laws: Laws, one: Referral) -> Referral:
    law = laws[one.law]
    clause = next(id_ for id_ in TOGETHER if law.has(id_))
    note = Note(clause, law.clause(clause).says)
    return attrs.evolve(one, notes=(*one.notes, note))


def _refused(finding: Finding) -> tuple[Why | None, tuple[str, ...]]:
    """Say why a finding leads to nothing, whatever else is known of it."""
    if finding.state is None:
        return "not_known", ("state",)
    if finding.state != "concluded":
        return finding.state, ()
    return ("not_official", ()) if finding.official is False else (None, ())


def _none(finding: Finding, why: Why, missing: tuple[str, ...]) -> NoGround:
    lacking = missing if why in HELD - {"verifying"} else ()
    says = NO_GROUNDS[why]
    return NoGround(finding.case, finding.person, why, says, missing=lacking)


def _event(
    laws: Laws, finding: Finding, opened_on: dt.date | None, concluded: dt.date
) -> tuple[dt.date, Text]:
    """Return the day that chooses the law, and what day that is."""
    if opened_on is not None:
        return opened_on, OPENED
    newest = max(_family(laws), key=lambda one: one.in_force[0])
    if finding.act_on is not None and finding.act_on >= newest.in_force[0].start:
        return finding.act_on, AFTER_ACT
    return concluded, CONCLUDED


def _family(laws: Laws) -> list[Regime]:
    own = [one for id_, one in laws.items() if id_.partition("-")[0] == FAMILY]
    return sorted(own, key=lambda one: one.in_force[0])


def _in_force(laws: Laws, day: dt.date) -> Regime | None:
    try:
        return law_on(laws, FAMILY, day)
    except FaultError:
        return None


def _others(
    laws: Laws, law: Regime, finding: Finding, chosen_by: Text
) -> Iterator[tuple[Regime, dt.date, Text]]:
    """Yield the laws to be compared: that of the act, and one that may come yet."""
    family, start = _family(laws), law.in_force[0].start
    act = finding.act_on
    if act is not None and act < start:
        before = [one for one in family if one.in_force[0].start < start]
        older = _in_force(laws, act) or (before[-1] if before else None)
        if older is not None:
            yield older, act, HAPPENED
    if chosen_by is CONCLUDED:
        for one in family:
            if one.in_force[0].start > start:
                yield one, one.in_force[0].start, IF_LATER


def _missing(finding: Finding, grounds: Grounds) -> Iterator[str]:
    """Yield the names of the facts still to be brought."""
    if grounds.chosen_by is CONCLUDED:
        yield "opened_on"
    for name in ("official", "manages", "act_on", "concluded_by"):
        if getattr(finding, name) is None:
            yield name
    for condition in grounds.conditions:
        yield from condition.missing
    for limit in grounds.limitations:
        yield from limit.missing
    for deadline in grounds.deadlines:
        yield from deadline.missing
    yield "gravity"


def _notes(laws: Laws, law: Regime, finding: Finding) -> Iterator[Note]:
    """Yield what has to be known of an act older than the law that applies to it."""
    act, concluded = finding.act_on, finding.concluded_on
    start, end = law.in_force[0].start, law.in_force[0].end
    if concluded is not None and concluded > end and not is_new(law):
        yield Note(TRANSITION, CONTINUES)
    if act is None or act >= start:
        return
    if is_new(law):
        yield Note(TRANSITION, STRADDLES)
    if _in_force(laws, act) is None:
        yield Note(_start_clause(law), NOT_HELD)


def _start_clause(law: Regime) -> str:
    return "nd234-d5-k1" if is_new(law) else "ld58-d53-k1"
