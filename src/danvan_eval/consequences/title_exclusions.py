"""What keeps somebody from being considered for a title of the year?"""

from fractions import Fraction
from typing import Final

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.classification import Flag
from ..decisions.worked import LeaveKind, Months, Work, length
from ..terms import Text
from .adopted import asked, number
from .asking import UNSEEN
from .chains import END, after, counts
from .title_case import TitleCase, known
from .title_notices import discipline_seen

CONTRACT: Final = "nguoi-lao-dong"
TRAINING: Final[LeaveKind] = "di-hoc"
MATERNITY: Final[LeaveKind] = "thai-san"


def exclusions(case: TitleCase) -> list[Condition]:
    """Return what keeps somebody from being considered for a title of the year."""
    return [
        recruited(case),
        *contract(case),
        *training(case),
        *after_discipline(case),
        *registration(case),
        *least_months(case),
    ]


def recruited(case: TitleCase) -> Condition:
    """Newly recruited in the year, and for too few months."""
    clause, work = "tdkt-recruited", case.career.work
    months = case.law.number(clause, "months")
    required = Text(
        f"mới tuyển dụng dưới {months} tháng", f"newly recruited, under {months} months"
    )
    if work is None:
        return case.ask(clause).condition(None, UNSEEN, "work", required=required)
    if any(one.start <= work.year.start for one in work.employed) and not work.spoilt:
        seen = Text("không phải mới tuyển dụng", "not newly recruited")
        return case.ask(clause).condition(False, seen, required=required)
    there = attrs.evolve(work, leaves=()).at_work()
    truth = ~there.at_least(months)
    return case.ask(clause).condition(
        known(truth), months_seen(there), "work", required=required
    )


def contract(case: TitleCase) -> list[Condition]:
    """Contract workers whose contract runs for under a year."""
    if CONTRACT not in case.career.subject.traits:
        return []
    clause, length_ = "tdkt-contract", case.career.contract_months
    months = case.law.number(clause, "months")
    required = Text(f"hợp đồng dưới {months} tháng", f"contract under {months} months")
    seen = UNSEEN if length_ is None else Text(f"{length_} tháng", f"{length_} months")
    short = None if length_ is None else length_ < months
    if case.career.contract_open:
        short, seen = False, Text("không thời hạn", "without an end")
    return [
        case.ask(clause).condition(short, seen, "contract_months", required=required)
    ]


def training(case: TitleCase) -> list[Condition]:
    """Training of a year or more that did not end with the result that is asked."""
    clause, work = "tdkt-training", case.career.work
    if work is None or not _long_training(case, work):
        return []
    good = case.career.training_good
    required = Text(
        "đào tạo từ một năm, kết quả chưa đạt khá",
        "training of a year or more without the result that is asked",
    )
    bad = None if good is None else not good
    puts = case.ask(clause)
    return [puts.yes(bad, "training_good", required=required)]


def _long_training(case: TitleCase, work: Work) -> bool:
    months = case.law.number("tdkt-training", "months")
    away = [one for kind, one in work.leaves if kind == TRAINING]
    return any(
        one.meet(work.year) and length([one]).at_least(months) is Truth.TRUE
        for one in away
    )


def after_discipline(case: TitleCase) -> list[Condition]:
    """Achievements of the year do not count: a discipline was in effect."""
    law, career = case.law, case.career
    if not law.has(END):
        return []
    if career.disciplines is None:
        if not law.clause(END).confirmed:
            return []
        return [case.ask(END).condition(None, UNSEEN, "disciplines")]
    touching = [
        one for one in career.disciplines if after(one, career.year) is not Truth.TRUE
    ]
    if not touching or not law.clause(END).confirmed:
        return []
    truth = ~counts(law, career, career.year)
    ends = [one.ends_on for one in touching]
    silent = None not in ends
    missing = () if silent else ("disciplines.ends_on",)
    return [
        case.ask(END).condition(
            known(truth), discipline_seen(ends), *missing, silent=silent
        )
    ]


def registration(case: TitleCase) -> list[Condition]:
    """Return whether who did not register is out, where an adopted rule says so."""
    if "registration" not in case.adopted:
        return []
    answer = case.career.registered
    out = None if answer is None else not answer
    required = Text("không đăng ký thi đua", "did not register for emulation")
    puts = case.ask("l06-d24-k1-movement").yes(out, "registered", required=required)
    return [asked(case.adopted, "registration", puts)]


def maternity(case: TitleCase) -> tuple[Flag, ...]:
    """Nghị định 152/2025, Điều 4 khoản 5: maternity leave counts toward the title."""
    clause, work = "nd152-d4-k5", case.career.work
    if work is None or not case.law.has(clause):
        return ()
    leaves = [one for kind, one in work.leaves if kind == MATERNITY]
    if not any(one.meet(work.year) for one in leaves):
        return ()
    return (Flag("MATERNITY_COUNTS", clause, case.law.clause(clause).says),)


def least_months(case: TitleCase) -> list[Condition]:
    """Return whether somebody worked too few months by an adopted rule.

    Maternity leave counts as work, and so does training that is short or ended well.
    """
    least, work = number(case.adopted, "least_months"), case.career.work
    if least is None:
        return []
    required = Text(f"làm việc dưới {least} tháng", f"worked under {least} months")
    puts = case.ask("tdkt-recruited")
    if work is None:
        found = puts.condition(None, UNSEEN, "work", required=required)
        return [asked(case.adopted, "least_months", found)]
    there = work.at_work(*_counted(case, work))
    truth = ~there.at_least(Fraction(least))
    found = puts.condition(known(truth), months_seen(there), "work", required=required)
    return [asked(case.adopted, "least_months", found)]


def _counted(case: TitleCase, work: Work) -> tuple[LeaveKind, ...]:
    well = case.career.training_good or not _long_training(case, work)
    return (MATERNITY, TRAINING) if well else (MATERNITY,)


def months_seen(months: Months) -> Text:
    """Write a length of time for readers, cut to whole months and days."""
    low, high = int(months.low), int(months.high)
    many = f"{low}" if low == high else f"{low}–{high}"
    return Text(f"làm việc {many} tháng", f"{many} months of work")
