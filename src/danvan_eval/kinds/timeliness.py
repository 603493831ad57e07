"""Was it sent in time?"""

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, ClassVar

import attrs

from ..evidence import Values, day, days, maybe, yes
from ..periods import working_days_after
from ..points import FULL, NOTHING, exact
from ..rule import (
    Bounds,
    Facts,
    Finding,
    Refusal,
    flag,
    one_of,
    reads,
    refused,
    scored,
    share_of_maximum,
)
from ..terms import Text


@attrs.frozen
class LateStep:
    """Within so many days after the last good day, this share of the maximum."""

    within: int = attrs.field(
        validator=attrs.validators.and_(
            attrs.validators.instance_of(int), attrs.validators.ge(1)
        )
    )
    share: Fraction = share_of_maximum()


def _steps(
    tables: Iterable[Mapping[str, Any] | LateStep] | None,
) -> tuple[LateStep, ...] | None:
    if tables is None:
        return None
    return tuple(
        one if isinstance(one, LateStep) else LateStep(**one) for one in tables
    )


@attrs.frozen(kw_only=True)
class Timeliness:
    """On time, late by steps, or too late ("đúng hạn / trễ hạn").

    *inclusive* says whether the *due* day itself is still in time: «trước ngày»
    is not inclusive, «chậm nhất ngày» is. Lateness counts the days after the last
    good day, *days* being ``working`` (Vietnam's holidays and the hospital's own
    *days_off* left out) or ``calendar``. It costs by the steps of *late*, or
    *per_day* for each day, never below 0 ("trễ mỗi ngày trừ …"). *never*, where
    named, is a yes/no evidence that it was never sent: then nothing is gained, and
    a day of sending beside it is a contradiction.
    """

    kind: ClassVar[str] = "timeliness"
    says: ClassVar[Mapping[str, Text]] = {
        "timeliness.on_time": Text(
            "Gửi ngày {sent}, ngày cuối còn kịp là {last}: đúng hạn.",
            "Sent on {sent}; the last good day is {last}: on time.",
        ),
        "timeliness.late": Text(
            "Gửi ngày {sent}, trễ {late} ngày so với {last}: được {share:%} điểm tối đa.",
            "Sent on {sent}, {late} day(s) after {last}: {share:%} of the maximum.",
        ),
        "timeliness.no_working_day": Text(
            "Gửi ngày {sent}, sau ngày cuối còn kịp là {last}: đã trễ, dù từ đó chưa qua"
            " ngày làm việc nào; được {share:%} điểm tối đa.",
            "Sent on {sent}, after the last good day {last}: late, though no working day"
            " lies between; {share:%} of the maximum.",
        ),
        "timeliness.per_day": Text(
            "Gửi ngày {sent}, trễ {late} ngày so với {last}, mỗi ngày trừ {per_day:%}:"
            " còn {share:%} điểm tối đa.",
            "Sent on {sent}, {late} day(s) after {last} at {per_day:%} each:"
            " {share:%} of the maximum is left.",
        ),
        "timeliness.too_late": Text(
            "Gửi ngày {sent}, trễ {late} ngày so với {last}: không được điểm.",
            "Sent on {sent}, {late} day(s) after {last}: no points.",
        ),
        "timeliness.never": Text(
            "Không gửi: không được điểm.", "Never sent: no points."
        ),
    }
    fact: str = reads()
    due: dt.date = attrs.field(
        validator=attrs.validators.instance_of(dt.date),
        metadata={"means": "a date"},
    )
    inclusive: bool = flag()
    days: str = one_of("working", "calendar")
    days_off: str = reads()
    late: tuple[LateStep, ...] | None = attrs.field(
        default=None,
        converter=_steps,
        metadata={
            "means": "tables of `within` (days) and `share`, may be empty;"
            " must be given unless `per_day` is"
        },
    )
    per_day: Fraction | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(exact),
        validator=attrs.validators.optional(
            attrs.validators.and_(
                attrs.validators.ge(NOTHING), attrs.validators.le(FULL)
            )
        ),
        metadata={"means": "share of the maximum, 0…1; instead of `late`"},
    )
    never: str | None = reads(default=None, alternative=True)

    def __attrs_post_init__(self) -> None:
        """Refuse late steps that do not go further for less, and two prices or none."""
        if self.late is None and self.per_day is None:
            raise ValueError("late or per_day must be given")
        if self.late and self.per_day is not None:
            raise ValueError("late must be empty where per_day is given")
        for sooner, later in pairwise(self.late or ()):
            if later.within <= sooner.within or later.share > sooner.share:
                raise ValueError(
                    "late: each step must reach further and be worth no more"
                )

    @property
    def last(self) -> dt.date:
        """The last good day."""
        return self.due if self.inclusive else self.due - dt.timedelta(days=1)

    def find(self, values: Values) -> Finding | Refusal:
        """Return the share of the step that holds the day of sending."""
        if self.never is not None and yes(values, self.never):
            return self._contradicted(values)
        return self._sent(values)

    def _contradicted(self, values: Values) -> Refusal:
        sent = day(values, self.fact)
        return refused("DV-E207", seen=f"{sent:%d/%m/%Y}", seen_en=sent.isoformat())

    def _sent(self, values: Values) -> Finding:
        sent, last = day(values, self.fact), self.last
        off = days(values, self.days_off)
        told = (("sent", sent), ("last", last))
        if sent <= last:
            return scored(FULL, "timeliness.on_time", *told)
        return self._priced(self._late(sent, off), told)

    def _priced(self, late: int, told: Facts) -> Finding:
        if not late:
            first = self.late[0].share if self.late else NOTHING
            share = FULL if self.per_day is not None else first
            return scored(share, "timeliness.no_working_day", *told, ("share", share))
        if self.per_day is not None:
            left = max(FULL - self.per_day * late, NOTHING)
            cost = (("late", late), ("per_day", self.per_day), ("share", left))
            if left:
                return scored(left, "timeliness.per_day", *told, *cost)
        for step in self.late or ():
            if late <= step.within:
                worth = (("late", late), ("share", step.share))
                return scored(step.share, "timeliness.late", *told, *worth)
        return scored(NOTHING, "timeliness.too_late", *told, ("late", late))

    def _late(self, sent: dt.date, days_off: frozenset[dt.date]) -> int:
        if self.days == "calendar":
            return (sent - self.last).days
        return working_days_after(self.last, sent, days_off)

    def bounds(self, values: Values) -> Bounds | Finding | Refusal:
        """Return what the day of sending and the days off leave open.

        A day of sending says by itself that it was sent.
        """
        never = self.never is not None and maybe(values, self.never)
        if maybe(values, self.fact) is None:
            if never:
                return scored(NOTHING, "timeliness.never")
            return self._unsent(values)
        if never:
            return self._contradicted(values)
        found = [
            self._sent({self.fact: values[self.fact], self.days_off: days_off})
            for days_off in self._days_off_either_way(values)
        ]
        if found[0] == found[-1]:
            return found[0]
        return Bounds.hull([one.low for one in found])

    def _unsent(self, values: Values) -> Bounds:
        """Return all of 0…1; a price of nothing takes all only from the never sent."""
        may_be_never = self.never is not None and maybe(values, self.never) is None
        free = self.per_day == 0 and not may_be_never
        return Bounds(low=FULL if free else NOTHING)

    def _days_off_either_way(self, values: Values) -> list[frozenset[dt.date]]:
        """Return the days off; none and every single day while they are unknown."""
        if maybe(values, self.days_off) is not None:
            return [days(values, self.days_off)]
        sent = day(values, self.fact)
        between = range((sent - self.last).days)
        return [frozenset(), frozenset(sent - dt.timedelta(days=n) for n in between)]
