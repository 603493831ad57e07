"""Is the people's inspectorate made up as it must be, recognised, and in its term?"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from ..decisions.clauses import Regime
from ..terms import Text
from .asking import UNSEEN, ask
from .duty import Duty, Limit, Part, duty_of
from .duty_case import At, silent, simply, without_law
from .duty_facts import NOT_YET, Done, Inspectorate

MADE_UP: Final = Text("Thành phần Ban Thanh tra nhân dân", "The people's inspectorate")
RECOGNISED: Final = Text(
    "Công nhận Ban Thanh tra nhân dân", "Recognition of the inspectorate"
)
TERM: Final = Text("Bầu lại khi hết nhiệm kỳ", "A new election when the term ends")
NONE: Final = Text("chưa bầu", "none elected")


def inspectorates(at: At) -> Iterator[Duty]:
    """Yield the duties of every inspectorate that was elected, or that there is none."""
    listed = at.facts.inspectorates
    rows = sorted(
        (one for one in listed.rows if one.elected <= at.as_of),
        key=lambda one: one.elected,
    )
    if not rows:
        yield _none(at)
    following: list[Done] = [one.elected for one in rows[1:]]
    following.append(NOT_YET if listed.whole else None)
    for one, later in zip(rows, following, strict=False):
        law = at.law("dc", one.elected)
        name = f"{one.elected:%Y%m%d}"
        if law is None:
            yield without_law(f"inspectorate:{name}", MADE_UP, one.elected)
            continue
        yield composition(at, law, one, name)
        yield recognition(at, law, one, name)
        yield term(at, law, one, later, name)


def _none(at: At) -> Duty:
    """Return that no election is known; a special case may need no inspectorate."""
    event, clause = at.facts.period.end, "dc-d60-k1-small"
    law = at.law("dc", event)
    if law is None:
        return without_law("inspectorate:none", MADE_UP, event)
    listed = at.facts.inspectorates
    if listed.whole:
        part = silent(law, clause, NONE)
    else:
        part = Part(ask(law, clause).condition(None, UNSEEN, "inspectorates"))
    few = _few(at, law)
    return duty_of(
        law, "inspectorate:none", MADE_UP, event, [part], exclusions=[few.condition]
    )


def _few(at: At, law: Regime) -> Part:
    clause, count = "dc-d60-k1-small", at.facts.headcount
    known = None if count is None else count <= law.number(clause, "at_most")
    return simply(law, clause, known, Text(f"{count}"), "headcount")


def composition(at: At, law: Regime, one: Inspectorate, name: str) -> Duty:
    """Điều 60 khoản 1, 2 and NĐ 59/2023 Điều 21: how many, who not, how many deputies."""
    fact = "inspectorate"
    parts = [
        _size(law, one),
        Part(
            ask(law, "dc-d60-k1").yes(
                one.proposed,
                f"{fact}.proposed",
                required=Text("theo đề nghị của Công đoàn", "on the union's proposal"),
            )
        ),
        simply(
            law,
            "dc-d60-k2",
            None if one.barred is None else not one.barred,
            Text("có", "there is") if one.barred else Text("không có", "there is none"),
            f"{fact}.barred",
        ),
        _deputies(law, one),
    ]
    out = [_few(at, law).condition]
    id_, count = f"inspectorate:{name}", one.members
    return duty_of(law, id_, MADE_UP, one.elected, parts, exclusions=out, counted=count)


def _size(law: Regime, one: Inspectorate) -> Part:
    """Điều 60 khoản 1: three to nine, more where the unit is special or dispersed."""
    clause, fact = "dc-d60-k1", "inspectorate.members"
    if one.members is None:
        return simply(law, clause, None, UNSEEN, fact)
    seen = Text(f"{one.members}")
    if one.members < law.number(clause, "least"):
        return simply(law, clause, known=False, seen=seen, fact=fact)
    if one.members <= law.number(clause, "most"):
        return simply(law, clause, known=True, seen=seen, fact=fact)
    missing = "inspectorate.dispersed"
    return Part(ask(law, clause).condition(one.dispersed, seen, missing))


def _deputies(law: Regime, one: Inspectorate) -> Part:
    """NĐ 59/2023 Điều 21: from nine members on at most two deputies."""
    clause = "nd59-d21-deputies"
    large, most = (law.number(clause, name) for name in ("members", "deputies"))
    if one.members is not None and one.members < large:
        few = Text(f"{one.members} thành viên", f"{one.members} members")
        return simply(law, clause, known=True, seen=few, fact="inspectorate.members")
    if one.deputies is None:
        return simply(law, clause, None, UNSEEN, "inspectorate.deputies")
    fine = one.deputies <= most
    known = None if one.members is None and not fine else fine
    return simply(law, clause, known, Text(f"{one.deputies}"), "inspectorate.members")


def recognition(at: At, law: Regime, one: Inspectorate, name: str) -> Duty:
    """NĐ 59/2023 Điều 21: the union recognises it within five working days."""
    clause = "nd59-d21-recognised"
    limit = at.working(law, clause, one.elected)
    fact = "inspectorate.recognised"
    part = at.kept(law, clause, limit, one.recognised, fact)
    return duty_of(law, f"recognition:{name}", RECOGNISED, one.elected, [part])


def term(at: At, law: Regime, one: Inspectorate, later: Done, name: str) -> Duty:
    """NĐ 59/2023 Điều 21: a term of two years, then an election again."""
    clause = "nd59-d21-term"
    due = _years_after(one.elected, int(law.number(clause, "years")))
    part = at.kept(law, clause, Limit(due, due), later, "inspectorates")
    return duty_of(law, f"term:{name}", TERM, one.elected, [part])


def _years_after(day: dt.date, years: int) -> dt.date:
    """Return the same day so many years later; 28 February for a 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
