"""Who is being evaluated?"""

from collections.abc import Iterable
from typing import Final, Literal

import attrs

from .terms import nfc

SubjectKind = Literal["unit", "person", "hospital"]
SUBJECT_KINDS: Final[tuple[SubjectKind, ...]] = ("unit", "person", "hospital")


def _traits(traits: Iterable[str]) -> frozenset[str]:
    return frozenset(traits)


@attrs.frozen
class Subject:
    """A person, a unit (khoa, phòng) or the hospital; its *code* is its identity.

    Names never join anything. *block* is the list it is ranked in, *traits* the
    coded properties that criteria apply to, *unit* a person's rating unit.
    """

    kind: SubjectKind = attrs.field(validator=attrs.validators.in_(SUBJECT_KINDS))
    code: str = attrs.field(converter=nfc, validator=attrs.validators.min_len(1))
    name: str = attrs.field(default="", converter=nfc)
    block: str = ""
    traits: frozenset[str] = attrs.field(default=frozenset(), converter=_traits)
    unit: str = ""
