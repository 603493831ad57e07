"""Is a condition met, not met, or is that not known?"""

from collections.abc import Iterable
from enum import Enum

import attrs

from ..terms import Text


class Truth(Enum):
    """True, false, or not enough data ("đạt", "không đạt", "chưa đủ dữ liệu")."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, known: bool | None) -> "Truth":
        """Return the truth of an answer; None is not known."""
        if known is None:
            return cls.UNKNOWN
        return cls.TRUE if known else cls.FALSE

    def __invert__(self) -> "Truth":
        """Return the opposite; what is not known stays so."""
        return {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE}.get(self, self)


WORDS = {
    Truth.TRUE: Text("đạt", "met"),
    Truth.FALSE: Text("không đạt", "not met"),
    Truth.UNKNOWN: Text("chưa đủ dữ liệu", "not enough data"),
}


def every(truths: Iterable[Truth]) -> Truth:
    """Return whether all hold; one that fails settles it.

    >>> every([Truth.UNKNOWN, Truth.FALSE]), every([Truth.UNKNOWN, Truth.TRUE])
    (<Truth.FALSE: 'false'>, <Truth.UNKNOWN: 'unknown'>)
    """
    seen = set(truths)
    if Truth.FALSE in seen:
        return Truth.FALSE
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.TRUE


def some(truths: Iterable[Truth]) -> Truth:
    """Return whether any holds; one that does settles it."""
    return ~every(~one for one in truths)


@attrs.frozen
class Condition:
    """One demand of one clause: what it asks, what was seen, whether that meets it.

    *clause* is the id of the clause in the regime, *missing* are the names of the
    facts still to be brought. *silent* marks an answer that more facts cannot
    give, because the text itself does not say.
    """

    clause: str
    truth: Truth
    required: Text
    seen: Text
    missing: tuple[str, ...] = ()
    silent: bool = False
