"""How much money goes with awards that were decided, reckoned in words?

Coefficient times base pay of the day of the decision, rounded up to the next multiple
that the text names. Of several titles of one period the highest counts; a title and
a certificate are both paid. What nobody has seen gives no number, never zero.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

import attrs

from ..decisions.clauses import Regime
from ..errors import Fault, FaultError, Place, fault
from ..points import Rounding, shown
from ..terms import Text
from .asking import day_text
from .awards import AWARDS, COLLECTIVE, Award
from .choosing import Laws, law_on
from .title_notices import RESIDUAL, day_of

RULE: Final = "nd152-d49"
TITLES: Final = "nd152-d50"
CERTIFICATES: Final = "nd152-d54"
ENDS: Final = "nd152-ends"
PAY: Final = "base-pay"
THOUSANDS: Final = 3
BY_ID: Final[Mapping[str, Award]] = {str(id_): one for id_, one in AWARDS.items()}


@attrs.frozen
class Share:
    """The money of one award: its coefficient, the base pay, and what they come to.

    *counted* is False for a title under a higher one of the same period; *amount* is
    None where a text was not seen, and *fault* says which.
    """

    award: str
    decided_on: dt.date
    amount: int | None
    counted: bool
    says: Text
    clause: str = ""
    law: str = ""
    base: str = ""
    fault: Fault | None = None
    doubt: Text | None = None


@attrs.frozen
class Money:
    """What somebody's awards of one period come to, award by award.

    *total* is None while any amount that may count is not known.
    """

    shares: tuple[Share, ...]
    total: int | None

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Why amounts are lacking."""
        return tuple(one.fault for one in self.shares if one.fault)


def bonus(laws: Laws, awarded: Iterable[tuple[str, dt.date]]) -> Money:
    """Return the money for the awards of one subject in one period.

    Args:
        laws: every body of law.
        awarded: awards by id with the day of their decision; the ids of collectives'
            certificates end in «-tap-the».
    """
    ordered = sorted(set(awarded), key=lambda one: (one[1], one[0]))
    shares = _highest_title([_share(laws, *one) for one in ordered])
    known = [one.amount for one in shares if one.counted]
    amounts = [one for one in known if one is not None]
    return Money(shares, sum(amounts) if len(amounts) == len(known) else None)


def rounded_up(amount: Fraction, step: Fraction) -> int:
    """Return the least multiple of *step* that is not below *amount*.

    >>> rounded_up(Fraction(702000), Fraction(10000))
    710000
    """
    return int(Rounding(step, "up").apply(amount))


def dong(amount: Fraction | int, *, comma: bool = True) -> str:
    """Write an amount for readers, by thousands.

    >>> dong(2340000)
    '2.340.000'
    """
    digits, stop = str(int(amount)), "." if comma else ","
    parts: list[str] = []
    while len(digits) > THOUSANDS:
        digits, part = digits[:-THOUSANDS], digits[-THOUSANDS:]
        parts.insert(0, part)
    return stop.join([digits, *parts])


def _share(laws: Laws, award: str, on: dt.date) -> Share:
    if award not in BY_ID:
        told = {"seen": award, "allowed": ", ".join(BY_ID)}
        return _lacking(award, on, fault("DV-D104", Place(key=award), **told))
    try:
        law, base = law_on(laws, "tdkt", on), law_on(laws, "base", on)
    except FaultError as refusal:
        return _lacking(award, on, refusal.fault)
    if not law.has(RULE):
        why = Text(
            "hệ số ở thời điểm ấy chưa được xem", "the coefficients then were not seen"
        )
        return _lacking(award, on, _unseen(award, why))
    if law.has(ENDS) and on >= day_of(law, ENDS):
        last = day_text(day_of(law, ENDS))
        why = Text(f"nghị định hết hiệu lực từ {last}", f"the decree ends on {last}")
        return _lacking(award, on, _unseen(award, why))
    return _reckoned(law, base, award, on)


def _reckoned(law: Regime, base: Regime, award: str, on: dt.date) -> Share:
    clause, kept = _coefficient_clause(award), award.removesuffix(COLLECTIVE)
    coefficient = law.number(clause, kept)
    twice = law.number(clause, "collective") if kept != award else Fraction(1)
    pay, step = base.number(PAY, "amount"), law.number(RULE, "step")
    exact = coefficient * twice * pay
    amount = rounded_up(exact, step)

    def words(tongue: str) -> str:
        comma = tongue == "vi"
        times = "" if twice == 1 else f" × {twice}"
        label = BY_ID[award].label.vi if comma else BY_ID[award].label.en
        sum_ = f"{shown(coefficient, comma=comma)}{times} × {dong(pay, comma=comma)}"
        up = "làm tròn lên" if comma else "rounded up to"
        return (
            f"{label}, {day_text(on)}: {sum_} = {dong(exact, comma=comma)};"
            f" {up} {dong(amount, comma=comma)}"
        )

    doubt = law.clause(RULE).doubt
    if law.has(RESIDUAL) and on <= day_of(law, RESIDUAL):
        doubt = law.clause(RESIDUAL).says
    return Share(
        award,
        on,
        amount,
        counted=True,
        says=Text.both(words),
        clause=clause,
        law=law.id,
        base=base.id,
        doubt=doubt,
    )


def _coefficient_clause(award: str) -> str:
    title = BY_ID[award].use == "title"
    return TITLES if title else CERTIFICATES


def _highest_title(shares: list[Share]) -> tuple[Share, ...]:
    """Return the shares, with only the highest title counted.

    While the amount of one title is not known, each of them may be the highest.
    """
    titles = [one for one in shares if _is_title(one.award)]
    if len(titles) < 2 or any(one.amount is None for one in titles):  # noqa: PLR2004
        return tuple(shares)
    best = max(titles, key=lambda one: one.amount or 0)
    under = [one for one in titles if one is not best]
    return tuple(
        attrs.evolve(one, counted=False, says=_under(one, best))
        if any(one is other for other in under)
        else one
        for one in shares
    )


def _under(one: Share, best: Share) -> Text:
    label = BY_ID[best.award].label
    return Text(
        f"{one.says.vi}; không cộng, đã nhận mức cao nhất ({label.vi})",
        f"{one.says.en}; not added, the highest is paid ({label.en})",
    )


def _is_title(award: str) -> bool:
    return award in BY_ID and BY_ID[award].use == "title"


def _unseen(award: str, why: Text) -> Fault:
    label = BY_ID[award].label
    told = {"seen": label.vi, "seen_en": label.en, "why": why.vi, "why_en": why.en}
    return fault("DV-D105", Place(key=award), **told)


def _lacking(award: str, on: dt.date, why: Fault) -> Share:
    says = Text.both(why.text)
    return Share(award, on, None, counted=True, says=says, fault=why)
