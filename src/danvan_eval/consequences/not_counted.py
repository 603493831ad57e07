"""Which time of a salary step does not count, and how many months is it?

Stretches are counted in calendar months; the odd days of all of them make a month or
none by a rule that is only remembered.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from ..decisions.clauses import Regime
from ..decisions.worked import SHORTEST, length, stretches
from ..periods import ONE_DAY, Period, is_working_day
from ..terms import Text
from .months import months_of, whole_months
from .pay import ABSENCES, COUNTED, SICK, Absence
from .step_time import Line

NOTHING_KNOWN = Text("chưa có sổ thời gian không tính", "no register of such time")


@attrs.frozen
class NotCounted:
    """Lines of time that does not count, and what its odd days come to.

    *odd* is so by a remembered rule, *odd_most* whatever the rule may be.
    """

    lines: tuple[Line, ...] = ()
    odd: Line | None = None
    odd_most: int = 0


def not_counted(
    law: Regime,
    absences: tuple[Absence, ...] | None,
    since: dt.date,
    readings: Mapping[str, str],
    days_off: frozenset[dt.date],
) -> NotCounted:
    """Return what of a step held *since* does not count (Điều 2 khoản 1 điểm b, c)."""
    clause = "tt08-d2-k1-c"
    if absences is None:
        return NotCounted((Line(clause, NOTHING_KNOWN, 0, None, None, ("absences",)),))
    kept = [one for one in absences if one.kind not in COUNTED]
    lost = _days((one for one in kept if one.kind != SICK), since)
    ill = _days((one for one in kept if one.kind == SICK), since) - lost
    lines, rests = list[Line](), list[Period]()
    for stretch in stretches(lost):
        months, rest = whole_months(stretch)
        rests += [rest] if rest else []
        says = _told(stretch, kept)
        lines.append(Line(clause, says, months, months, stretch.start))
    sick = _sick(law, stretches(ill), readings)
    return NotCounted(
        (*lines, *([sick] if sick else [])), _odd(law, rests, days_off), len(rests)
    )


def _days(absences: Iterable[Absence], since: dt.date) -> frozenset[int]:
    return frozenset(
        day
        for one in absences
        if one.days.end >= since
        for day in range(
            max(one.days.start, since).toordinal(), one.days.end.toordinal() + 1
        )
    )


def _told(stretch: Period, absences: Iterable[Absence]) -> Text:
    kinds = {
        one.kind for one in absences if one.kind != SICK and one.days.meet(stretch)
    }
    named = [text for kind, text in ABSENCES.items() if kind in kinds]
    days = f"{stretch.start:%d/%m/%Y}–{stretch.end:%d/%m/%Y}"
    return Text.both(lambda at: f"{', '.join(one.in_(at) for one in named)} {days}")


def _sick(
    law: Regime, ill: tuple[Period, ...], readings: Mapping[str, str]
) -> Line | None:
    """Return what does not count of sickness longer in all than the clause allows."""
    clause = "tt08-d2-k1-b"
    allowed = law.number(clause, "sick")
    total = length(ill)
    if total.high <= allowed:
        return None
    over = max(Fraction(0), total.low - allowed), total.high - allowed
    whole = (total.low if total.low > allowed else Fraction(0)), total.high
    chosen = readings.get("sick_over")
    spans = {"excess": [over], "whole": [whole]}.get(chosen or "", [over, whole])
    low, high = int(min(one[0] for one in spans)), -int(-max(s[1] for s in spans) // 1)
    missing = ("reading.sick_over",) if chosen not in ("excess", "whole") else ()
    months = -int(-total.high // 1)
    says = Text(
        f"ốm đau cộng dồn {months} tháng (tính tròn lên), trên {allowed}",
        f"sickness of {months} months in all (rounded up), above {allowed}",
    )
    return Line(clause, says, low, high, None, missing if low != high else ())


def _odd(law: Regime, rests: list[Period], days_off: frozenset[dt.date]) -> Line | None:
    """Return what odd days come to; of several stretches the text is not known."""
    clause = "tt08-d2-k1-c-le"
    if not rests:
        return None
    days = [one.start + ONE_DAY * at for one in rests for at in range(one.days)]
    worked = sum(is_working_day(one, days_off) for one in days)
    enough = worked >= law.number(clause, "working_days")
    low = months_of(law, clause) if enough else 0
    short = len(rests) == 1 or len(days) < SHORTEST
    high = low if short else low + 1
    says = Text(f"{worked} ngày làm việc lẻ", f"{worked} odd working days")
    return Line(clause, says, low, high)
