"""Which duties towards citizens and staff were done in time, and which were not?"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

import attrs

from .choosing import Laws
from .duties_citizens import citizens
from .duties_inspectorate import inspectorates
from .duties_posting import postings
from .duties_staff import conferences, consultations, half_years
from .duty import Duty
from .duty_case import At
from .duty_facts import DutyFacts


def check_duties(
    laws: Laws,
    facts: DutyFacts,
    *,
    days_off: frozenset[dt.date],
    as_of: dt.date,
) -> tuple[Duty, ...]:
    """Return every duty with its conditions, its days and where it stands.

    Args:
        laws: the bodies of law; the families ``tcd`` and ``dc`` are asked.
        facts: what is known.
        days_off: the hospital's own days off, beside public holidays.
        as_of: the day of looking: what comes later is not done yet, and what is not
            over by then is neither met nor missed.

    Raises:
        FaultError: DV-D500 for a reading that is none of the options.
    """
    at = At(laws, facts, days_off, as_of)
    return _numbered(
        one
        for part in (
            citizens,
            postings,
            conferences,
            half_years,
            consultations,
            inspectorates,
        )
        for one in part(at)
    )


def _numbered(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return duties under ids of their own: the second of one name is «…#2»."""
    seen: Counter[str] = Counter()
    found: list[Duty] = []
    for one in duties:
        seen[one.id] += 1
        nth = seen[one.id]
        found.append(attrs.evolve(one, id=f"{one.id}#{nth}") if nth > 1 else one)
    return tuple(found)
