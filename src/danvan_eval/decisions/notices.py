"""What holds a decision back, and what do those who decide have to know?"""

import datetime as dt
from typing import Final

from ..terms import Text
from .asking import UNSEEN, Ask
from .case import PersonCase, UnitCase
from .classification import Flag, Hold
from .facts import Record
from .levels import Level, told
from .verdicts import STATUSES, Status, Verdict

NONE_NOW: Final = STATUSES[Status.NOT_CLASSIFIED]
DAYS_OF_PEOPLE: Final = ("nd233-d15-k1-b", "nd90-d20")
"""Where the last day to classify people is named, by regime."""


def verifying(case: UnitCase) -> Hold | None:
    """NĐ 233 Điều 9 khoản 2 điểm c: what is reported is verified before the decision."""
    open_ = [
        one.case for one in case.unit.conclusions or () if one.state == "verifying"
    ]
    if not open_:
        return None
    cases = ", ".join(sorted(open_))
    return Hold(
        "nd233-d9-k2-c",
        Text(
            f"đang xác minh trước khi quyết định: {cases}", f"verified first: {cases}"
        ),
    )


def old_unit_opinion(case: PersonCase) -> Hold | None:
    """NĐ 90: who came in the year is classified with the old unit's opinion.

    That is asked when they were there for six months or more.
    """
    move = case.person.move
    if move is None or move.six_months_there is False or move.received:
        return None
    return Hold(
        "nd90-d20",
        Text("chờ ý kiến của đơn vị cũ", "waits for the opinion of the old unit"),
    )


def old_unit_scores(case: PersonCase) -> Hold | None:
    """NĐ 233 Điều 15 khoản 1 điểm a: the old unit sends the scores it gave."""
    move = case.person.move
    if move is None or move.received:
        return None
    return Hold(
        "nd233-d15-k1-a",
        Text("chờ điểm theo dõi của đơn vị cũ", "waits for the scores of the old unit"),
    )


def may_terminate(case: PersonCase, verdict: Verdict) -> Flag | None:
    """Two years running KHTNV: the contract may be ended, never by itself.

    Shown with what forbids it; the notice is a matter of the contract.
    """
    clause = "ld58-d29-k1-a" if case.law.has("ld58-d29-k1-a") else "ld129-d27"
    if Level.KHTNV not in verdict.possible or len(verdict.possible) > 1:
        return None
    before = current(case.person.records, case.year - 1)
    if before is not None and before.level is not Level.KHTNV:
        return None
    ask = case.ask(clause)
    year = case.year - 1
    seen = UNSEEN if before is None else before.level.label
    earlier = ask.answer(
        None if before is None else True,
        Text(f"mức năm {year}: KHTNV", f"level of {year}: KHTNV"),
        seen,
        "previous",
    )
    free = case.person.protected
    kept = ask.answer(
        None if free is None else not free,
        Text(
            "không ốm đau, nghỉ được phép, thai sản, nuôi con dưới 36 tháng",
            "not sick, on leave, pregnant, or with a child under 36 months",
        ),
        UNSEEN
        if free is None
        else Text("được bảo vệ", "protected")
        if free
        else Text("không thuộc diện được bảo vệ", "not protected"),
        "protected",
    )
    return Flag("MAY_TERMINATE", clause, _with_notice(ask), (earlier, kept))


def _with_notice(ask: Ask) -> Text:
    """Return what a clause says, with the notice it demands where it names one."""
    numbers = ask.clause.numbers
    if "notice_open_ended" not in numbers:
        return ask.clause.says
    long, short = numbers["notice_open_ended"], numbers["notice_fixed_term"]
    says = ask.clause.says
    return Text(
        f"{says.vi}; báo trước {long} ngày, có thời hạn thì {short} ngày",
        f"{says.en}; {long} days' notice, {short} for a fixed term",
    )


def reopen(case: PersonCase | UnitCase, verdict: Verdict) -> Flag | None:
    """A level was decided, and what is known since rules it out.

    A level that is still possible was for the deciders to choose.
    """
    of_unit = isinstance(case, UnitCase)
    records = case.unit.records if isinstance(case, UnitCase) else case.person.records
    record = current(records, case.year)
    if record is None or record.level in verdict.possible:
        return None
    levels = told(verdict.possible) if verdict.possible else NONE_NOW
    named = "nd233-d4-k5" if of_unit else "nd233-d15-k4"
    clause = named if case.law.has(named) else ""
    return Flag(
        "REOPEN",
        clause,
        Text(
            f"đã quyết định {record.level.label.vi} ({record.number}); nay đề xuất: {levels.vi}",
            f"decided {record.level.label.en} ({record.number}); suggested now: {levels.en}",
        ),
    )


def at_old_organisation(case: PersonCase, _: Verdict) -> Flag | None:
    """What happened at the old organisation and was disciplined at the new one."""
    acts = [
        one.act
        for one in case.person.disciplines or ()
        if one.at_old_organisation and one.effective_on.year == case.year
    ]
    if not acts:
        return None
    told = ", ".join(sorted(set(acts)))
    if case.law.has("nd233-d14-k3"):
        says = Text(
            f"tính vào kết quả của tổ chức cũ: {told}",
            f"charged to the result at the old organisation: {told}",
        )
        return Flag("OLD_ORGANISATION", "nd233-d14-k3", says)
    says = Text(
        f"xảy ra ở tổ chức cũ, văn bản không nói riêng: {told}",
        f"happened at the old organisation, which the text does not mention: {told}",
    )
    return Flag("OLD_ORGANISATION", "", says)


def ended_law(case: PersonCase, _: Verdict) -> Flag | None:
    """A year of transition is judged by decrees whose law has ended by then.

    What rests on that law alone needs a person to confirm it.
    """
    if not case.law.has("ld58-ended"):
        return None
    numbers = case.law.clause("ld58-ended").numbers
    day = dt.date(*(int(numbers[one]) for one in ("year", "month", "day")))
    if case.event < day:
        return None
    return Flag("LAW_ENDED", "ld58-ended", case.law.clause("ld58-ended").says)


def deputy_above_unit(case: PersonCase, verdict: Verdict) -> Flag | None:
    """Luật 58/2010 Điều 41 khoản 2 điểm b: does a deputy stand under the unit too?

    The text speaks of managers and of the unit in direct charge.
    """
    clause, person = "ld58-d41-k2-b", case.person
    tops = case.units.get(person.subject.unit, ())
    if person.role != "deputy" or len(tops) != 1 or not case.law.has(clause):
        return None
    if all(one.no_better_than(tops[0]) is one for one in verdict.possible):
        return None
    unit, level = person.subject.unit, tops[0].label
    says = Text(
        f"cao hơn mức của {unit} ({level.vi}); điều luật có áp dụng cho cấp phó hay"
        " không thì người có thẩm quyền xem xét",
        f"above {unit} ({level.en}); whether the article binds deputies is for people",
    )
    return Flag("DEPUTY_ABOVE_UNIT", clause, says)


def late(case: PersonCase | UnitCase, _: Verdict) -> Flag | None:
    """Say that the day of classification is past the one the text names."""
    known = ("nd233-d9-k1-a",) if isinstance(case, UnitCase) else DAYS_OF_PEOPLE
    clause = next((one for one in known if case.law.has(one)), "")
    if not clause:
        return None
    numbers = case.law.clause(clause).numbers
    last = dt.date(case.year, int(numbers["month"]), int(numbers["day"]))
    if case.event < last:
        return None
    says = Text(
        f"xếp loại ngày {case.event:%d/%m/%Y}, không trước {last:%d/%m}",
        f"classified on {case.event:%d/%m/%Y}, not before {last:%d/%m}",
    )
    return Flag("LATE", clause, says)


def reorganised(case: UnitCase, _: Verdict) -> Flag | None:
    """NĐ 233 Điều 9 khoản 1 điểm b: a new unit, or one of several parts of the year."""
    clause, unit = "nd233-d9-k1-b", case.unit
    if unit.parts:
        says = Text.both(lambda at: "; ".join(one.in_(at) for one in unit.parts))
        return Flag("REORGANISED", clause, says)
    if unit.new:
        says = Text("tính từ ngày thành lập", "judged from its creation")
        return Flag("NEW_UNIT", clause, says)
    return None


def current(records: tuple[Record, ...], year: int) -> Record | None:
    """Return the record of a year that no other replaces; None when there is none.

    Records are never changed: a corrected level is a new record.
    """
    own = [one for one in records if one.year == year]
    replaced = {one.replaces for one in own if one.replaces}
    left = [one for one in own if one.number not in replaced]
    return left[0] if len(left) == 1 else None
