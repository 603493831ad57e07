"""What does the hospital bring for its own assessment, beside its sheet?

A figure that is a sum is the sum of what its departments bring: nobody writes it a
second time. What is lacking or open at one of them is lacking or open here.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from ..errors import Fault, FaultError, Place, fault
from ..evidence import MISSING, Declined, Missing, Observed, OneOf, Unreadable
from ..packs import Pack
from ..subjects import Subject
from .asked import Asked, Wanted, concerns
from .counting import MOST_OPEN
from .folding import Seen, spoilt
from .settings import FILE, Settings
from .units import Units

SHEET: Final = "BENH-VIEN"
"""The name of the hospital's own file among the sheets."""

Evidence = Mapping[str, Seen]
"""What was observed of one subject, by criterion."""


def hospital_subject(settings: Settings, pack: Pack, units: Units) -> Subject:
    """Return the hospital as a subject, in the one block of its scheme.

    Raises:
        FaultError: DV-S220 when a department has the hospital's code, DV-S221 when
            the scheme has several blocks.
    """
    if settings.code in units.known:
        place = Place(FILE, key="hospital.code")
        raise FaultError(fault("DV-S220", place, seen=settings.code))
    blocks = [id_ for id_, _ in pack.scheme.blocks]
    if len(blocks) > 1:
        place = Place(FILE, key="schemes.hospital")
        told = {"scheme": pack.scheme.id, "seen": ", ".join(blocks)}
        raise FaultError(fault("DV-S221", place, **told))
    return Subject("hospital", settings.code, settings.name, "".join(blocks))


def summed(
    asked: Iterable[Asked],
    below: Wanted | None,
    units: Units,
    evidence: Mapping[str, Evidence],
) -> dict[str, Seen]:
    """Return the sum of each figure over the departments, by criterion.

    Args:
        asked: the figures that are sums.
        below: what departments are asked for; None when they are not scored.
        units: the departments; one that could not be read leaves no sum certain.
        evidence: what was observed of each department.
    """
    found: dict[str, dict[str, Observed]] = {}
    for one in asked:
        whom = below.all.get(one.pair) if below else None
        values = [
            evidence[code].get(one.criterion, {}).get(one.field.name, MISSING)
            for code, subject in units.subjects.items()
            if whom is None or concerns(whom, subject.traits)
        ]
        number = spoilt(units.faults) or (added(values) if units.known else MISSING)
        found.setdefault(one.criterion, {})[one.field.name] = number
    return dict(found)


def added(values: Sequence[Observed]) -> Observed:
    """Return the sum of *values*; one that declined adds nothing.

    >>> added([1, Declined(), OneOf((0, 1), "pending")])
    OneOf(options=(1, 2), why='pending')
    """
    faults: list[Fault] = [one.fault for one in values if isinstance(one, Unreadable)]
    if faults:
        return spoilt(faults) or MISSING
    if any(isinstance(one, Missing) for one in values):
        return MISSING
    known = [one for one in values if not isinstance(one, Declined)]
    if not known and values:
        return Declined()
    sums: set[int | Fraction] = {0}
    for one in known:
        numbers = _numbers(one)
        sums = {before + number for before in sums for number in numbers}
        if not sums or len(sums) > MOST_OPEN:
            return MISSING
    if len(sums) == 1:
        return sums.pop()
    disputed = any(isinstance(one, OneOf) and one.why == "disputed" for one in known)
    return OneOf(tuple(sorted(sums)), "disputed" if disputed else "pending")


def _numbers(one: Observed) -> list[int | Fraction]:
    """Return the numbers that *one* may be; none when it is not a number."""
    options = one.options if isinstance(one, OneOf) else (one,)
    return [
        option
        for option in options
        if isinstance(option, int | Fraction) and not isinstance(option, bool)
    ]
