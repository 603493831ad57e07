"""What does each fault code say, and what should the reader do?

Codes are for programs and never change meaning; words are for readers and may.
``DV-L``: a rule pack cannot be loaded. ``DV-E``: a value of the input is wrong.
``DV-F``: a file or a table of the input is wrong. ``DV-S``: subjects and lists.
``DV-C``: facts of a year's classification. ``DV-D``: consequences. ``DV-R``: a call cannot be carried out. ``DV-P``: a plugin.
"""

from typing import Final

from .base import Severity, Wording
from .calls import CALLS
from .consequences import CONSEQUENCES
from .council import COUNCIL
from .decisions import DECISIONS
from .duties import DUTIES
from .files import FILES
from .inputs import INPUTS
from .packs import PACKS
from .referral import REFERRAL
from .salary import SALARY
from .titles import TITLES
from .workspace import WORKSPACE

WORDING: Final[dict[str, Wording]] = {
    **PACKS,
    **REFERRAL,
    **INPUTS,
    **FILES,
    **SALARY,
    **WORKSPACE,
    **CALLS,
    **CONSEQUENCES,
    **COUNCIL,
    **DECISIONS,
    **TITLES,
    **DUTIES,
}

__all__ = ["WORDING", "Severity", "Wording"]
