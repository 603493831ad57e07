"""Was what the staff must know posted in time, and did it stay up long enough?"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ..decisions.clauses import Regime
from ..terms import Text
from .asking import UNSEEN, ask
from .duty import Duty, Part, duty_of, seen_by
from .duty_case import At, in_order, silent, without_law
from .duty_facts import NOT_YET, Posting

POSTED: Final = Text("Công khai đúng hạn", "Made public in time")
KEPT_UP: Final = Text("Đăng đủ số ngày liên tục", "Kept up long enough")
PUBLIC: Final = Text("Nội dung phải công khai", "A matter that must be public")
GROUPS: Final = 12
NONE: Final = Text("không phát sinh", "nothing arose")


def postings(at: At) -> Iterator[Duty]:
    """Yield the duties of each document, then the list of the twelve groups."""
    seen: Counter[str] = Counter()
    for one in in_order(at.facts.postings.rows):
        if not one.nothing:
            name = one.document or f"k{one.group}"
            seen[name] += 1
            more = f"#{seen[name]}" if seen[name] > 1 else ""
            yield from document(at, one, f"{name}{more}")
    law = at.law("dc", at.facts.period.end)
    for nth in range(1, GROUPS + 1):
        id_ = f"public:k{nth}"
        if law is None:
            yield without_law(id_, PUBLIC, at.facts.period.end)
        else:
            yield group(at, law, nth)


def document(at: At, one: Posting, name: str) -> Iterator[Duty]:
    """Yield whether a document was posted in time, and whether it stayed up.

    *name* stands in the ids of both.
    """
    if seen_by(one.decided, at.as_of) is NOT_YET:
        return
    known = (one.decided, one.posted)
    days = [day for day in known if isinstance(day, dt.date)]
    event = days[0] if days else at.facts.period.end
    law = at.law("dc", event)
    if law is None:
        yield without_law(f"post:{name}", POSTED, event)
        return
    yield duty_of(law, f"post:{name}", POSTED, event, [_in_time(at, law, one)])
    posted = seen_by(one.posted, at.as_of)
    if posted is not NOT_YET:
        part = _kept(at, law, one, posted)
        yield duty_of(law, f"keep:{name}", KEPT_UP, event, [part])


def _in_time(at: At, law: Regime, one: Posting) -> Part:
    """Điều 47 khoản 2: five working days from the decision, unless other law says."""
    clause = "dc-d47-k2"
    if one.other_law:
        return silent(law, clause, _elsewhere(one.other_law))
    if not isinstance(one.decided, dt.date):
        return Part(ask(law, clause).condition(None, UNSEEN, "posting.decided"))
    limit = at.working(law, clause, one.decided)
    return at.kept(law, clause, limit, one.posted, "posting.posted")


def _kept(at: At, law: Regime, one: Posting, posted: dt.date | None) -> Part:
    """Điều 48 khoản 1, 2: twenty days in a row.

    Whether a letter to everybody is enough depends on there being no internal site.
    """
    clause = "dc-d48"
    if one.other_law:
        return silent(law, clause, _elsewhere(one.other_law))
    if one.form == "letter":
        told = "đã gửi văn bản đến toàn thể: chỉ đủ khi không có trang nội bộ"
        english = "a letter to everybody is enough only without an internal site"
        return silent(law, clause, Text(told, english))
    if posted is None:
        return Part(ask(law, clause).condition(None, UNSEEN, "posting.posted"))
    return at.stayed(law, clause, posted, one.removed, "posting.removed")


def _elsewhere(name: str) -> Text:
    return Text(f"theo hạn của {name}", f"by the limit of {name}")


def group(at: At, law: Regime, nth: int) -> Duty:
    """Điều 46: what arose in one of the twelve groups was made public.

    Where no row says anything it is not known whether anything arose.
    """
    clause, id_ = f"dc-d46-k{nth}", f"public:k{nth}"
    listed = at.facts.postings
    own = [one for one in listed.rows if one.group == nth]
    named = [one for one in own if not one.nothing]
    clear = listed.clear(str(nth))
    arose = _arose(named, own, clear=clear)
    required = Text("năm nay không phát sinh", "nothing arose this year")
    nothing = ask(law, clause).condition(
        None if arose is None else not arose,
        UNSEEN if arose is None else Text(f"{len(named)}") if named else NONE,
        "postings",
        required=required,
    )
    event = at.facts.period.end
    part = _all_public(at, law, clause, named, clear=clear)
    count = len(named) if clear else None
    return duty_of(law, id_, PUBLIC, event, [part], exclusions=[nothing], counted=count)


def _arose(
    named: Sequence[Posting], own: Sequence[Posting], *, clear: bool
) -> bool | None:
    if named:
        return True
    return False if own and clear else None


def _all_public(
    at: At, law: Regime, clause: str, named: Sequence[Posting], *, clear: bool
) -> Part:
    """Ask whether every document of a group was made public, however late."""
    asked = ask(law, clause)
    decided = [one for one in named if seen_by(one.decided, at.as_of) is not NOT_YET]
    seen = [seen_by(one.posted, at.as_of) for one in decided]
    up = sum(isinstance(one, dt.date) for one in seen)
    told = Text(f"đã công khai {up}/{len(decided)}", f"{up}/{len(decided)} made public")
    told = told if decided else UNSEEN
    waiting = [one for one, on in zip(decided, seen, strict=True) if on is NOT_YET]
    late = [one for one in waiting if not _still_time(at, law, one)]
    if late:
        known: bool | None = None if all(one.other_law for one in late) else False
        return Part(asked.condition(known, told, silent=known is None))
    if waiting:
        return Part(asked.condition(None, told), running=True)
    whole = bool(decided) and clear and None not in seen
    return Part(asked.condition(True if whole else None, told, "postings"))


def _still_time(at: At, law: Regime, one: Posting) -> bool:
    """Say whether the limit of a document is not over yet, as far as is known."""
    if not isinstance(one.decided, dt.date) or one.other_law:
        return False
    return at.as_of <= at.working(law, "dc-d47-k2", one.decided).low
