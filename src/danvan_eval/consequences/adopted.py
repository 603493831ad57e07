"""Which rules has the hospital, its province or ministry adopted for titles?

The law leaves shares, forms and standards of the hospital's titles to others. None
of them applies by default: whoever has one gives its article, and its number.
"""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal

import attrs

from ..decisions.answers import Condition
from ..errors import FaultError, Place, fault
from ..points import exact
from ..terms import Text

Rule = Literal[
    "registration",
    "least_months",
    "cstdcs_quota",
    "ldtt_base",
    "giay_khen",
    "giay_khen_collective",
    "votes",
]
RULES: Final[Mapping[str, Text]] = {
    "registration": Text(
        "không đăng ký thi đua thì không xét", "who did not register is not considered"
    ),
    "least_months": Text(
        "số tháng làm việc ít nhất trong năm", "the least months worked in the year"
    ),
    "cstdcs_quota": Text(
        "tỷ lệ Chiến sĩ thi đua cơ sở trên số Lao động tiên tiến",
        "the share of Emulation Fighters among Advanced Workers",
    ),
    "ldtt_base": Text(
        "người không được xét không tính vào mẫu số của tập thể",
        "who cannot be considered is not counted in the collective",
    ),
    "giay_khen": Text(
        "Giấy khen: số năm liên tục hoàn thành tốt nhiệm vụ trở lên",
        "Certificate of the hospital: years running HTT or better",
    ),
    "giay_khen_collective": Text(
        "Giấy khen tập thể: số năm liên tục hoàn thành tốt nhiệm vụ trở lên",
        "Certificate of the hospital for a collective: years running HTT or better",
    ),
    "votes": Text("tỷ lệ phiếu của hội đồng", "the share of votes of the council"),
}
SHARES: Final = frozenset({"cstdcs_quota", "votes"})
COUNTS: Final = frozenset({"least_months", "giay_khen", "giay_khen_collective"})
MONTHS: Final = 12


def _number(value: object) -> Fraction | None:
    return None if value is None else exact(value)


@attrs.frozen
class Adopted:
    """A rule somebody with the power adopted: where it stands, and its number.

    >>> Adopted("Điều 7, 12/QĐ-BVM", "15%").number
    Fraction(3, 20)
    """

    article: str = attrs.field(validator=attrs.validators.min_len(1))
    number: Fraction | None = attrs.field(default=None, converter=_number)


AdoptedRules = Mapping[str, Adopted]
"""Adopted rules by what they are about (:data:`RULES`)."""
NO_RULES: Final[AdoptedRules] = MappingProxyType({})


def check(rules: AdoptedRules) -> None:
    """Refuse a rule nobody knows, and a number that cannot stand there.

    Raises:
        FaultError: DV-D100, DV-D101.
    """
    for name, rule in sorted(rules.items()):
        place = Place(key=name)
        if name not in RULES:
            told = {"seen": name, "allowed": ", ".join(RULES)}
            raise FaultError(fault("DV-D100", place, **told))
        allowed = _allowed(name)
        if allowed and not _fits(name, rule.number):
            seen = "–" if rule.number is None else rule.number
            raise FaultError(fault("DV-D101", place, seen=seen, allowed=allowed))


def number(rules: AdoptedRules, name: Rule) -> Fraction | None:
    """Return the number of an adopted rule; None where none is adopted."""
    rule = rules.get(name)
    return None if rule is None else rule.number


def asked(
    rules: AdoptedRules,
    name: Rule,
    condition: Condition,
) -> Condition:
    """Return *condition* as one that the adopted rule asks, with its article."""
    article = rules[name].article
    required = Text.both(lambda at: f"{condition.required.in_(at)} ({article})")
    return attrs.evolve(condition, clause=f"adopted.{name}", required=required)


def _allowed(name: str) -> str:
    if name in SHARES:
        return "0 < … ≤ 1"
    return f"1 … {MONTHS}" if name in COUNTS else ""


def _fits(name: str, value: Fraction | None) -> bool:
    if value is None:
        return False
    return 0 < value <= 1 if name in SHARES else 1 <= value <= MONTHS
