"""Were citizens received, and their complaints and denunciations dealt with in time?"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from ..decisions.answers import Condition
from ..decisions.clauses import Regime
from ..terms import Text
from .asking import UNSEEN, ask, day_text
from .duty import Duty, Limit, Part, duty_of, seen_by
from .duty_case import At, in_order, months, without_law
from .duty_facts import NOT_YET, Case, Done

REPLY: Final = Text("Trả lời, thông báo xử lý đơn", "Answer or notice on handling")
ACCEPT: Final = Text("Thụ lý khiếu nại", "Acceptance of a complaint")
SETTLE: Final = Text("Giải quyết khiếu nại", "Settlement of a complaint")
DENOUNCED: Final = Text("Giải quyết tố cáo", "Settlement of a denunciation")
SENT: Final = Text("Gửi kết luận tố cáo", "Sending of the conclusion")
PUBLIC: Final = Text("Công khai kết luận tố cáo", "Conclusion made public")
KEPT_UP: Final = Text("Niêm yết kết luận đủ ngày", "Conclusion up long enough")
RECEIVED: Final = Text(
    "Người đứng đầu trực tiếp tiếp công dân", "The head receives citizens in person"
)
OF_HEADS: Final = Text(
    "câu này viết cho người đứng đầu cơ quan nhà nước",
    "the sentence is for heads of state agencies",
)


def citizens(at: At) -> Iterator[Duty]:
    """Yield the duties towards citizens: cases one by one, then month by month."""
    for case in in_order(at.facts.cases.rows):
        law = at.law("tcd", case.received)
        if law is None:
            yield without_law(f"reply:{case.id}", REPLY, case.received)
            continue
        yield reply(at, law, case)
        if case.kind == "complaint":
            yield acceptance(at, law, case)
            yield from settlement(at, law, case)
        elif case.kind == "denunciation":
            yield from settlement(at, law, case)
            yield from conclusion(at, law, case)
    yield from receptions(at)


def reply(at: At, law: Regime, case: Case) -> Duty:
    """Luật 42/2013 Điều 28: an answer or written notice, 10 working days.

    What settled the case, or passed it on, answers as well; a notice nobody has
    recorded may have come before.
    """
    clause = "l42-d28"
    limit = at.working(law, clause, case.received)
    ways = case.noticed, case.settled, case.passed_on
    told = [seen_by(one, at.as_of) for one in ways]
    days = [one for one in told if isinstance(one, dt.date)]
    first = min(days, default=None)
    done: Done = NOT_YET if None not in told else None
    if first is not None and (first <= limit.low or case.noticed is not None):
        done = first
    part = at.kept(law, clause, limit, done, "case.noticed")
    return duty_of(law, f"reply:{case.id}", REPLY, case.received, [part])


def acceptance(at: At, law: Regime, case: Case) -> Duty:
    """Luật 02/2011 Điều 27: accepted, or refused with the reason, in 10 days."""
    clause = "l02-d27"
    counts = {int(law.number(clause, "days"))}
    limit = at.calendar(law, case.received, counts)
    done, fact = case.accepted, "case.accepted"
    if case.refused:
        done, fact = case.noticed, "case.noticed"
    elif case.refused is None and done is NOT_YET and case.noticed is not NOT_YET:
        done, fact = None, "case.refused"
    part = at.kept(law, clause, limit, done, fact)
    out = [passed_on(at, law, clause, case)]
    return duty_of(
        law, f"accept:{case.id}", ACCEPT, case.received, [part], exclusions=out
    )


def settlement(at: At, law: Regime, case: Case) -> Iterator[Duty]:
    """Luật 02/2011 Điều 28 and 37, Luật 25/2018 Điều 30: so many days from acceptance.

    Nothing runs while nothing is accepted. Without a day of acceptance it is in time
    where it is in time from the receipt.
    """
    accepted = seen_by(case.accepted, at.as_of)
    settled = seen_by(case.settled, at.as_of)
    if accepted is NOT_YET and settled is NOT_YET:
        return
    label = DENOUNCED if case.kind == "denunciation" else SETTLE
    clause, counts, missing = (
        _extended(law, case) if label is DENOUNCED else _first_or_second(law, case)
    )
    if isinstance(accepted, dt.date):
        limit = at.calendar(law, accepted, counts, missing)
    else:
        surely = at.calendar(law, case.received, {min(counts)}).low
        limit = Limit(surely, None, ("case.accepted", *missing))
    part = at.kept(law, clause, limit, case.settled, "case.settled")
    out = [passed_on(at, law, clause, case), _refused(law, clause, case)]
    event = case.received
    yield duty_of(law, f"settle:{case.id}", label, event, [part], exclusions=out)


def _first_or_second(law: Regime, case: Case) -> tuple[str, set[int], tuple[str, ...]]:
    """Return the clause of a complaint, the limits it may have, what would say which."""
    rounds = {1: "l02-d28", 2: "l02-d37"}
    clauses = list(rounds.values()) if case.round is None else [rounds[case.round]]
    hard = (True, False) if case.complexity is None else (case.complexity != "plain",)
    far = (True, False) if case.remote is None else (case.remote,)
    names = {
        (False, False): "plain",
        (True, False): "complex",
        (False, True): "remote",
        (True, True): "remote_complex",
    }
    counts = {
        int(law.number(clause, names[one, two]))
        for clause in clauses
        for one in hard
        for two in far
    }
    open_ = ("round", "complexity", "remote")
    missing = tuple(f"case.{one}" for one in open_ if getattr(case, one) is None)
    return clauses[0], counts, missing


def _extended(law: Regime, case: Case) -> tuple[str, set[int], tuple[str, ...]]:
    """Return the clause of a denunciation, and the limits its extensions allow."""
    clause = "l25-d30"
    allowed = {
        "plain": 0,
        "complex": int(law.number(clause, "complex")),
        "especially": int(law.number(clause, "especially")),
    }
    tops = (
        set(allowed.values()) if case.complexity is None else {allowed[case.complexity]}
    )
    times = {
        min(extended, top)
        for top in tops
        for extended in (
            range(top + 1) if case.extensions is None else (case.extensions,)
        )
    }
    days, more = (int(law.number(clause, one)) for one in ("days", "extension"))
    open_ = ("complexity", "extensions")
    missing = tuple(f"case.{one}" for one in open_ if getattr(case, one) is None)
    return clause, {days + more * one for one in times}, missing


def conclusion(at: At, law: Regime, case: Case) -> Iterator[Duty]:
    """Luật 25/2018 Điều 35, 40 and NĐ 31/2019: sent, made public, kept up."""
    concluded = seen_by(case.concluded, at.as_of)
    event = case.received
    if concluded is NOT_YET:
        return
    for kind, label, clause, done in (
        ("conclusion-sent", SENT, "l25-d35", case.sent),
        ("conclusion-public", PUBLIC, "l25-d40", case.published),
    ):
        fact = f"case.{'sent' if clause == 'l25-d35' else 'published'}"
        if concluded is None:
            settled = seen_by(case.settled, at.as_of)
            if settled is NOT_YET:
                return
            part = Part(ask(law, clause).condition(None, UNSEEN, "case.concluded"))
        else:
            part = at.kept(law, clause, at.working(law, clause, concluded), done, fact)
        yield duty_of(law, f"{kind}:{case.id}", label, event, [part])
    published = seen_by(case.published, at.as_of)
    if isinstance(published, dt.date):
        up = at.stayed(law, "nd31-posting", published, case.removed, "case.removed")
        yield duty_of(law, f"conclusion-kept:{case.id}", KEPT_UP, event, [up])


def passed_on(at: At, law: Regime, clause: str, case: Case) -> Condition:
    """Ask whether a case was passed on to whom it belongs; then it is not ours."""
    seen = seen_by(case.passed_on, at.as_of)
    required = Text("chuyển đúng nơi có thẩm quyền", "passed on to whom it belongs")
    known = None if seen is None else isinstance(seen, dt.date)
    return _asked(law, clause, known, "case.passed_on", required)


def _refused(law: Regime, clause: str, case: Case) -> Condition:
    required = Text("không thụ lý", "not accepted")
    known = case.refused
    if known is None and isinstance(case.accepted, dt.date):
        known = False
    if known is None and case.kind == "denunciation":
        known = False
    return _asked(law, clause, known, "case.refused", required)


def _asked(
    law: Regime, clause: str, known: bool | None, fact: str, required: Text
) -> Condition:
    return ask(law, clause).yes(known, fact, required=required)


def receptions(at: At) -> Iterator[Duty]:
    """NĐ 154/2026 Điều 9, 10: the head receives in person, at least a day a month.

    Before 01/7/2026 the law's sentence is for heads of state agencies: a month
    without a day is no miss then, but a question.
    """
    days = sorted({one.day for one in at.facts.receptions.rows})
    for month in months(at.facts.period):
        id_ = f"reception:{month.start:%Y-%m}"
        law = at.law("tcd", month.start)
        if law is None:
            yield without_law(id_, RECEIVED, month.start)
            continue
        own = [one for one in days if one in month and one <= at.as_of]
        clear = at.facts.receptions.clear(f"{month.start:%Y-%m}")
        part = _received(law, own, month.end, at.as_of, clear=clear)
        event, count = month.start, len(own) if clear else None
        yield duty_of(law, id_, RECEIVED, event, [part], counted=count)


def _received(
    law: Regime,
    own: Sequence[dt.date],
    due: dt.date,
    as_of: dt.date,
    *,
    clear: bool,
) -> Part:
    binding = law.has("nd154-d10")
    clause = "nd154-d10" if binding else "l42-d18-k2"
    least = int(law.number(clause, "days_a_month"))
    enough = len(own) >= least
    running = not enough and as_of <= due
    known = True if enough else None if running or not clear else False
    seen = Text(f"{len(own)} ngày", f"{len(own)} days")
    if own:
        listed = ", ".join(day_text(one) for one in own)
        seen = Text(f"{seen.vi}: {listed}", f"{seen.en}: {listed}")
    missing = () if running or clear else ("receptions",)
    quiet = known is False and not binding
    if quiet:
        seen = Text(f"{seen.vi}; {OF_HEADS.vi}", f"{seen.en}; {OF_HEADS.en}")
    condition = ask(law, clause).condition(
        None if quiet else known, seen, *missing, silent=quiet
    )
    done = own[least - 1] if enough else None
    return Part(condition, running, due, done)
