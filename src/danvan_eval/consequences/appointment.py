"""May somebody be proposed for a post: what is met, and what bars them?

The checklist of Nghị định 115/2020, and the bars of Điều 56 of the law of 2010. A bar
ends after its months; the text does not say whether it holds on that very day.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.classification import Flag
from ..decisions.clauses import Regime
from ..subjects import Subject
from ..terms import Text
from .asking import NO, UNSEEN, YES, ask, day_text
from .choosing import Laws, law_on
from .confirming import settled
from .months import months_after, months_of
from .pay import FORMS, Form, Penalty
from .prolonging import told
from .proposal import Proposal

FAMILY: Final = "bn"
NO_READINGS: Final[Mapping[str, str]] = MappingProxyType({})
DECIDES: Final = Text("người có thẩm quyền bổ nhiệm", "who has the power to appoint")
LESSER: Final[frozenset[Form]] = frozenset({"reprimand", "warning"})
GRAVER: Final[frozenset[Form]] = frozenset({"removal"})


@attrs.frozen
class Candidacy:
    """Somebody who is considered for a post; None stands for what is not known.

    *higher* says whether the post is above the present one, *first* whether it is
    their first of management, *since* when they took the present or an equal one.
    *handled* says whether a discipline procedure is under way, *prosecuted* whether
    they are investigated, prosecuted or tried, *serving* whether they serve a form.
    *corrupt* says whether they lost a post for corruption, or were convicted of it.
    """

    subject: Subject
    post: str = ""
    higher: bool | None = None
    first: bool | None = None
    since: dt.date | None = None
    standards: bool | None = None
    planned: bool | None = None
    declared: bool | None = None
    full_term: bool | None = None
    healthy: bool | None = None
    serving: bool | None = None
    handled: bool | None = None
    prosecuted: bool | None = None
    corrupt: bool | None = None
    penalties: tuple[Penalty, ...] | None = None


FACTS: Final[Mapping[str, Text]] = {
    "post": Text("Chức vụ đề xuất", "Post proposed"),
    "higher": Text("Cao hơn chức vụ hiện giữ", "Above the present post"),
    "first": Text("Bổ nhiệm lần đầu", "First management post"),
    "since": Text("Giữ chức vụ hiện nay từ ngày", "In the present post since"),
    "standards": Text("Đạt tiêu chuẩn chức vụ", "Meets the standards"),
    "planned": Text("Trong quy hoạch", "In the planning"),
    "declared": Text("Đủ hồ sơ, kê khai tài sản", "File and assets declared"),
    "full_term": Text("Đủ tuổi trọn nhiệm kỳ", "Young enough for a full term"),
    "healthy": Text("Đủ sức khỏe", "Healthy"),
    "serving": Text("Đang thi hành kỷ luật", "Serving a discipline"),
    "handled": Text("Đang bị xử lý kỷ luật", "Discipline under way"),
    "prosecuted": Text("Đang bị điều tra, truy tố, xét xử", "Investigated or tried"),
    "corrupt": Text("Cách chức, kết án do tham nhũng", "Corruption"),
    "penalties": Text("Sổ kỷ luật đã qua", "Register of past discipline"),
    "penalties.form": Text("Hình thức kỷ luật", "Form of discipline"),
    "reading.bar_ends": Text(
        "Cách hiểu «bar_ends» (ngày cuối của thời hạn)",
        "Reading “bar_ends” (the last day of a bar)",
    ),
}
"""What each fact is called where it is asked for; a missing one is named by it."""


@attrs.frozen
class Case:
    """A candidacy before the law of a day, and what the hospital chose."""

    law: Regime
    of: Candidacy
    on: dt.date
    readings: Mapping[str, str]


def propose_appointment(
    laws: Laws,
    candidacy: Candidacy,
    *,
    on: dt.date,
    readings: Mapping[str, str] = NO_READINGS,
) -> Proposal:
    """Say whether somebody may be proposed for a post on the day *on*.

    Args:
        laws: bodies of law by id; *on* chooses the one of appointments.
        candidacy: what is known of the person and the post.
        on: the day of the appointment.
        readings: answers to what the text leaves open, by id.

    Raises:
        FaultError: DV-D001 where no law of appointments was in force on that day.
    """
    case = Case(law_on(laws, FAMILY, on), candidacy, on, readings)
    conditions = tuple(ask_(case) for ask_ in CHECKLIST)
    exclusions = tuple(bars(case))
    label = Text(f"bổ nhiệm {candidacy.post}".strip(), "appointment")
    return Proposal(
        use="appointment",
        id="appointment",
        label=label,
        subject=candidacy.subject,
        law=case.law.id,
        event=on,
        standing=settled(case.law, conditions, exclusions),
        decides=DECIDES,
        conditions=conditions,
        exclusions=exclusions,
        flags=tuple(_flags(case)),
    )


def standards(case: Case) -> Condition:
    """NĐ 115/2020, Điều 44: the standards of the post."""
    return ask(case.law, "standards").yes(case.of.standards, "standards")


def planned(case: Case) -> Condition:
    """NĐ 115/2020, Điều 44: in the planning for that post or an equal one."""
    return ask(case.law, "planned").yes(case.of.planned, "planned")


def in_post(case: Case) -> Condition:
    """NĐ 115/2020, Điều 44: 24 months in the present post, unless it is the first."""
    asked, of = ask(case.law, "in-post"), case.of
    if of.first:
        return asked.condition(True, Text("bổ nhiệm lần đầu", "first post"))
    if of.since is None:
        lacking = ("since",) if of.first is False else ("first", "since")
        return asked.condition(None, UNSEEN, *lacking)
    enough = months_after(of.since, months_of(case.law, "in-post")) <= case.on
    seen = Text(f"từ {day_text(of.since)}", f"since {day_text(of.since)}")
    known = True if enough else False if of.first is False else None
    return asked.condition(known, seen, "first")


def declared(case: Case) -> Condition:
    """NĐ 115/2020, Điều 44: the personal file, and assets declared."""
    return ask(case.law, "declared").yes(case.of.declared, "declared")


def full_term(case: Case) -> Condition:
    """NĐ 115/2020, Điều 43 and 44: young enough for a full term."""
    return ask(case.law, "full-term").yes(case.of.full_term, "full_term")


def healthy(case: Case) -> Condition:
    """NĐ 115/2020, Điều 44: healthy enough."""
    return ask(case.law, "healthy").yes(case.of.healthy, "healthy")


def not_serving(case: Case) -> Condition:
    """NĐ 115/2020, Điều 44: no discipline is being served."""
    serving = case.of.serving
    seen = UNSEEN if serving is None else YES if serving else NO
    known = None if serving is None else not serving
    return ask(case.law, "not-serving").condition(known, seen, "serving")


CHECKLIST: Final[tuple[Callable[[Case], Condition], ...]] = (
    standards,
    planned,
    in_post,
    declared,
    full_term,
    healthy,
    not_serving,
)


def bars(case: Case) -> Iterator[Condition]:
    """Yield everything that keeps somebody from being appointed (Điều 56)."""
    yield from lesser_forms(case)
    yield from removed(case)
    yield under_way(case)
    yield ask(case.law, "corruption").yes(case.of.corrupt, "corrupt")


def lesser_forms(case: Case) -> Iterator[Condition]:
    """Luật 58/2010, Điều 56 khoản 2 điểm a: no higher post for twelve months."""
    higher = case.of.higher
    if higher is False:
        seen = Text("không phải chức vụ cao hơn", "no higher post")
        yield ask(case.law, "bar-12").condition(False, seen)
        return
    for one in _barred(case, "bar-12", LESSER):
        if higher is None and one.truth is Truth.TRUE:
            yield ask(case.law, "bar-12").condition(None, one.seen, "higher")
        else:
            yield one


def removed(case: Case) -> Iterator[Condition]:
    """Luật 58/2010, Điều 56 khoản 2 điểm b: no appointment for 24 months."""
    yield from _barred(case, "bar-24", GRAVER)


def under_way(case: Case) -> Condition:
    """Luật 58/2010, Điều 56 khoản 3: none while it is being dealt with."""
    asked, of = ask(case.law, "handled"), case.of
    names = ("handled", "prosecuted")
    answers = [getattr(of, name) for name in names]
    lacking = [name for name in names if getattr(of, name) is None]
    if True in answers:
        return asked.condition(True, YES)
    if lacking:
        return asked.condition(None, UNSEEN, *lacking)
    return asked.condition(False, NO)


def _barred(case: Case, clause: str, forms: frozenset[Form]) -> Iterator[Condition]:
    """Yield a condition for every decision that may bar, or one that says none does."""
    asked, penalties = ask(case.law, clause), case.of.penalties
    if penalties is None:
        yield asked.condition(None, UNSEEN, "penalties")
        return
    own = [
        one
        for one in sorted(penalties, key=lambda one: (one.effective_on, one.act))
        if one.side == "administrative"
        and (one.form is None or one.form in forms)
        and one.effective_on <= case.on
    ]
    if not own:
        yield asked.condition(False, NO)
    for one in own:
        yield _bar(case, clause, one)


def _bar(case: Case, clause: str, one: Penalty) -> Condition:
    """Say whether one decision still bars; on the last day only by a chosen reading."""
    asked = ask(case.law, clause)
    until = months_after(one.effective_on, months_of(case.law, clause))
    lacking = [] if one.form else ["penalties.form"]
    barred: bool | None = case.on < until
    if case.on == until:
        barred = {"day": True, "eve": False}.get(case.readings.get("bar_ends", ""))
        lacking += ["reading.bar_ends"] if barred is None else []
    if barred and one.form is None:
        barred = None
    what, end = told(one), day_text(until)
    seen = Text(f"{what.vi}, hạn đến {end}", f"{what.en}, until {end}")
    return asked.condition(barred, seen, *lacking)


def _flags(case: Case) -> Iterator[Flag]:
    """Yield party discipline, which the law of employees does not mention."""
    party = [one for one in case.of.penalties or () if one.side == "party"]
    if party:
        says = Text.both(
            lambda at: "; ".join(
                f"{FORMS[one.form].in_(at) if one.form else '…'} ({one.act})"
                for one in party
            )
        )
        words = Text(
            f"kỷ luật đảng: {says.vi}; quy định của Đảng xét riêng",
            f"party discipline: {says.en}; the Party's rules are apart",
        )
        yield Flag("PARTY_DISCIPLINE", "", words)
