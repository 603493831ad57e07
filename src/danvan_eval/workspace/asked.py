"""Which figures does a scheme ask for, and whom do they concern?"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

import attrs

from ..catalogue import Applies, EvidenceField, Source
from ..packs import Pack
from ..scheme import EvidenceRef

SUBJECT: Final = "subject"
"""The name under which facts of the subject itself stand."""

Pair = tuple[str, str]
"""A criterion and the name of one of its figures."""


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
    """All that one pack asks for: what its versions read and its conditions look at."""

    pack: Pack

    @cached_property
    def all(self) -> Mapping[Pair, Asked]:
        """Every figure in the order of the scheme, each once."""
        asked = {one.pair: one for one in self._read()}
        for ref in _references(self.pack):
            if ref.criterion != SUBJECT:
                one = self._referred(ref)
                asked.setdefault(one.pair, one)
        return asked

    def of(self, traits: frozenset[str], *sources: Source) -> list[Asked]:
        """Return what is asked of a subject with *traits*, by who brings it."""
        return [
            one
            for one in self.all.values()
            if one.field.source in sources
            and (one.applies is None or one.applies.covers(traits))
        ]

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


def _references(pack: Pack) -> Iterator[EvidenceRef]:
    scheme = pack.scheme
    for extra in (*scheme.bonuses, *scheme.deductions):
        yield extra.evidence
    effects = (
        *scheme.zeros,
        *scheme.caps,
        *scheme.drops,
        *scheme.lowest,
        *scheme.not_eligible,
    )
    for effect in effects:
        if effect.when.evidence is not None:
            yield effect.when.evidence
