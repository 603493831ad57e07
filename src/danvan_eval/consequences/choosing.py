"""Which body of law applies? A date in the facts chooses it, never the day of the run."""

import datetime as dt
from collections.abc import Mapping

from ..decisions.clauses import Regime
from ..errors import FaultError, Place, fault

Laws = Mapping[str, Regime]
"""Bodies of law by id; the word before the first dash is their family."""


def law_on(laws: Laws, family: str, event: dt.date) -> Regime:
    """Return the law of a family ("tdkt", "kl", …) in force on the day *event*.

    Raises:
        FaultError: DV-D001 where none, or several, were.
    """
    own = [one for id_, one in laws.items() if id_.partition("-")[0] == family]
    found = [one for one in own if any(event in days for days in one.in_force)]
    if len(found) != 1:
        allowed = ", ".join(
            f"{one.id} ({', '.join(map(str, one.in_force))})" for one in own
        )
        place = Place(key=family)
        raise FaultError(fault("DV-D001", place, seen=event, allowed=allowed or "–"))
    return found[0]
