"""Which figures does a scheme ask for, and whom do they concern?"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, Literal

import attrs

from ..catalogue import Applies, EvidenceField
from ..packs import Pack
from ..scheme import EvidenceRef
from ..subjects import SubjectKind

SUBJECT: Final = "subject"
"""The name under which facts of the subject itself stand."""

Pair = tuple[str, str]
"""A criterion and the name of one of its figures."""


Bringer = Literal["sheet", "register", "hospital", "people", "units"]
"""Who brings a figure: a source, or the counted people, or the departments' sum."""


@attrs.frozen
class Asked:
    """One figure that is asked for, of whom *applies* covers; of all when None."""

    criterion: str
    field: EvidenceField
    applies: Applies | None

    @property
    def pair(self) -> Pair:
        """The codes under which it stands in a sheet."""
        return self.criterion, self.field.name


@attrs.frozen(eq=False, slots=False)
class Wanted:
    """All that one pack asks for: what its versions read and its conditions look at.

    *below* are the figures that the departments are asked for; the hospital's sum of
    such a figure stands on no sheet of its own.
    """

    pack: Pack
    below: frozenset[Pair] = frozenset()

    @cached_property
    def all(self) -> Mapping[Pair, Asked]:
        """Every figure in the order of the scheme, each once."""
        asked = {one.pair: one for one in self._read()}
        for ref in self.pack.scheme.looked_at:
            if ref.criterion != SUBJECT:
                one = self._referred(ref)
                asked.setdefault(one.pair, one)
        return asked

    def of(self, traits: frozenset[str], *bringers: Bringer) -> list[Asked]:
        """Return what is asked of a subject with *traits*, by who brings it."""
        return [
            one
            for one in self.all.values()
            if self.brought_by(one) in bringers and concerns(one, traits)
        ]

    def brought_by(self, one: Asked) -> Bringer:
        """Say who brings a figure to the subjects of this pack."""
        kind, field = self.pack.scheme.subject, one.field
        if kind != "person" and field.counts is not None:
            return "people"
        summed = field.source == "register" or one.pair in self.below
        if kind == "hospital" and field.sums and summed:
            return "units"
        return field.source

    def _read(self) -> Iterator[Asked]:
        for leaf in self.pack.leaves:
            for name in leaf.reads:
                field = leaf.criterion.evidence[name]
                yield Asked(leaf.criterion.id, field, leaf.version.applies)

    def _referred(self, ref: EvidenceRef) -> Asked:
        """Return a figure that a bonus or a condition names.

        It concerns whom its criterion concerns, and everybody where the scheme
        does not score that criterion.
        """
        applies = [
            leaf.version.applies
            for leaf in self.pack.leaves
            if leaf.criterion.id == ref.criterion
        ]
        field = self.pack.shelf.criteria[ref.criterion].evidence[ref.name]
        return Asked(ref.criterion, field, applies[0] if applies else None)


def wanted_of(packs: Mapping[SubjectKind, Pack]) -> dict[SubjectKind, Wanted]:
    """Return what each kind of subject is asked for; the hospital after its units."""
    below: frozenset[Pair] = frozenset()
    if "unit" in packs:
        below = frozenset(Wanted(packs["unit"]).all)
    return {
        kind: Wanted(pack, below if kind == "hospital" else frozenset())
        for kind, pack in packs.items()
    }


def concerns(one: Asked, traits: frozenset[str]) -> bool:
    """Say whether a figure is asked of a subject with *traits*."""
    return one.applies is None or one.applies.covers(traits)
