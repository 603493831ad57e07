"""By how many months is a salary step prolonged, and by which clause each time?

A year of KHTNV and a discipline for different reasons add up; for the same act only
the months of the form count. Before 15/8/2021 it was the longer of the two.
"""

import datetime as dt
from collections.abc import Iterator

import attrs

from ..decisions.clauses import Regime
from ..decisions.facts import Record
from ..decisions.levels import Level
from ..decisions.notices import current
from ..terms import Text
from .months import day_of, months_of
from .pay import FORMS, Form, Pay, Penalty
from .step_time import Line

BY_FORM = "ld58-d56-k1"
BY_YEAR = "tt03-d1-k5-b"
SUM = "tt03-d1-k5-d"
SAME_ACT = "tt03-d1-k5-dd"
BEFORE_2021 = "tt08-d2-k3"
OF_PARTY = "tt03-d1-k5-e"
STANDARDS = "tt08-d2-k2"
LASTING: tuple[Form, ...] = ("reprimand", "warning", "removal")
"""The forms that prolong a step; after the others there is none."""


@attrs.frozen
class Lengthening:
    """Finds what prolongs a step held *since*, as known on the day *on*."""

    law: Regime
    pay: Pay
    since: dt.date
    on: dt.date

    def lines(self) -> tuple[Line, ...]:
        """Return every addition as a line with its clause."""
        return (*self.of_discipline(), *self.of_years())

    def of_discipline(self) -> Iterator[Line]:
        """Luật 58/2010, Điều 56 khoản 1: the months of each form."""
        if self.pay.penalties is None:
            says = Text("chưa có sổ kỷ luật đã qua", "no register of past discipline")
            yield Line(BY_FORM, says, 0, None, None, ("penalties",))
        for one in counting(self.pay.penalties, self.on):
            if one.effective_on >= self.since:
                yield self._discipline(one)

    def _discipline(self, one: Penalty) -> Line:
        """Return the months of one decision; party discipline by its own clause."""
        clause = OF_PARTY if one.side == "party" else BY_FORM
        low, high = self.months_of(one.form)
        missing = () if one.form else ("penalties.form",)
        return Line(clause, told(one), low, high, one.effective_on, missing)

    def months_of(self, form: Form | None) -> tuple[int, int | None]:
        """Return the least and the most months a form comes to."""
        if form == "dismissal":
            return 0, None
        forms = LASTING if form is None else (form,)
        months = [months_of(self.law, BY_FORM, one) for one in forms]
        return min(months), max(months)

    def of_years(self) -> Iterator[Line]:
        """Thông tư 03/2021, Điều 1 khoản 5: the months of each year of KHTNV."""
        for year in range(self.since.year - 1, self.on.year + 1):
            entered = [one for one in self.pay.records if one.year == year]
            record = current(self.pay.records, year)
            if record is not None and record.decided_on <= self.on:
                if record.level is Level.KHTNV and record.decided_on >= self.since:
                    yield self._year(record)
            elif self._awaited(year) or (entered and record is None):
                yield self._not_known(year)

    def _awaited(self, year: int) -> bool:
        """Say whether a year of the step is over and somebody was to rate it."""
        ended = self.since.year <= year < self.on.year
        return ended and year not in self.pay.settled_years

    def _not_known(self, year: int) -> Line:
        says = Text(f"chưa có mức đã quyết định năm {year}", f"no level of {year}")
        months = months_of(self.law, BY_YEAR)
        return Line(BY_YEAR, says, 0, months, None, ("records",))

    def _year(self, record: Record) -> Line:
        """Return what one year of KHTNV adds, beside the discipline it may stem from."""
        year, months = record.year, months_of(self.law, BY_YEAR)
        day, act = record.decided_on, self.pay.cause(record.year)
        what = Text(f"năm {year} không hoàn thành nhiệm vụ", f"{year}: KHTNV")
        known = counting(self.pay.penalties, self.on)
        if act == "" or (act is None and self.pay.penalties == ()):
            others = any(one.effective_on >= self.since for one in known)
            clause = SUM if others else BY_YEAR
            return Line(clause, what, months, months, day)
        if act is None:
            return Line(BY_YEAR, what, 0, months, day, ("causes",))
        own = next((one for one in known if one.act == act), None)
        if own is None:
            least, most = self.months_of(None)
            says = Text(f"{what.vi}, do {act}", f"{what.en}, because of {act}")
            return Line(SAME_ACT, says, least, most, day, ("penalties",))
        return self._same_act(what, own, day)

    def _same_act(self, what: Text, own: Penalty, day: dt.date) -> Line:
        """Return what a year adds to the discipline of the same act: as a rule nothing."""
        months = months_of(self.law, BY_YEAR)
        says = Text(
            f"{what.vi}, cùng hành vi {own.act}: chỉ tính hình thức kỷ luật",
            f"{what.en}, same act {own.act}: the form alone counts",
        )
        missing = () if own.form else ("penalties.form",)
        if own.effective_on < self.since:
            return Line(SAME_ACT, says, 0, months, day)
        if own.effective_on >= day_of(self.law, BEFORE_2021):
            return Line(SAME_ACT, says, 0, 0, day)
        low, high = self.months_of(own.form)
        says = Text(
            f"{what.vi}, cùng hành vi {own.act}: theo thời gian dài hơn",
            f"{what.en}, same act {own.act}: the longer of the two",
        )
        least = 0 if high is None else max(0, months - high)
        return Line(BEFORE_2021, says, least, max(0, months - low), day, missing)


def counting(penalties: tuple[Penalty, ...] | None, on: dt.date) -> tuple[Penalty, ...]:
    """Return the decisions that count on a day: one an act, the administrative first.

    Thông tư 03/2021, Điều 1 khoản 5 điểm e. Of several on one side the heaviest counts.
    """
    found: dict[str, Penalty] = {}
    for one in penalties or ():
        if one.effective_on <= on:
            known = found.get(one.act)
            if known is None or _rank(one) > _rank(known):
                found[one.act] = one
    return tuple(sorted(found.values(), key=lambda one: (one.effective_on, one.act)))


def _rank(one: Penalty) -> tuple[bool, int, dt.date]:
    forms = tuple(FORMS)
    weight = forms.index(one.form) if one.form else len(forms)
    return one.side == "administrative", weight, one.effective_on


def told(one: Penalty) -> Text:
    """Return a decision in words: form, act, day."""
    form = FORMS[one.form] if one.form else Text("hình thức chưa rõ", "form not known")
    day = f"{one.effective_on:%d/%m/%Y}"
    if one.side == "party":
        return Text(
            f"kỷ luật đảng {form.vi} ({one.act}, {day}), chưa có quyết định hành chính",
            f"party {form.en} ({one.act}, {day}), no administrative decision",
        )
    return Text(f"{form.vi} ({one.act}, {day})", f"{form.en} ({one.act}, {day})")
