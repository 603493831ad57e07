"""What would the awards somebody can be proposed for bring, if decided on a day?"""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from .choosing import Laws
from .money import Money, bonus
from .proposal import Proposal

REWARDED: Final = frozenset({"title", "commendation"})


def reward_of(
    laws: Laws, proposals: Iterable[Proposal], decided_on: dt.date
) -> Money | None:
    """Return the money of what can be put before the authority now; None for none.

    Only the highest title counts, and commendation beside it, as the law has it. A
    proposal that is held, open or not met brings nothing.
    """
    awards = [
        (one.id, decided_on) for one in proposals if one.ready and one.use in REWARDED
    ]
    return bonus(laws, awards) if awards else None
