"""What is the wording of a fault made of?"""

from typing import Literal

import attrs

from ..terms import Text

Severity = Literal["stop", "error", "warning"]


@attrs.frozen
class Wording:
    """Severity, the sentence that says what is wrong, and what to do about it."""

    severity: Severity
    says: Text
    do: Text


def wording(severity: Severity, vi: str, do_vi: str, en: str, do_en: str) -> Wording:
    """Make a :class:`Wording` from its four sentences, Vietnamese pair first."""
    return Wording(severity, Text(vi, en), Text(do_vi, do_en))
