"""What does the personal register say of each person, figure by figure?

Which columns it has is what the schemes ask for: each figure that the scheme of
people reads from no other register, and each yes/no by which people are counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from ..catalogue import Shelf
from ..collation import folded
from ..errors import Fault, Place, fault, in_order
from ..evidence import MISSING, Observed, Unreadable
from ..periods import Period
from ..subjects import SubjectKind
from ..tables.reading import Column
from .asked import Asked, Pair, Wanted
from .fields import Codes, Fields
from .folding import Broken, Folded, Seen, contradiction, one_each, spoilt
from .sheets import observed, outside
from .staff import Staff

FILE: Final = "ca-nhan"
KEY: Final = "person"
PERSON: Final = Column(KEY, ("Mã nhân sự", "Mã nhân viên", "Mã viên chức"))


@attrs.frozen
class Record:
    """What one row says of a person."""

    id: str
    seen: Mapping[Pair, Observed]
    place: Place = attrs.field(eq=False)


def figures(wanted: Mapping[SubjectKind, Wanted], shelf: Shelf) -> tuple[Asked, ...]:
    """Return the figures that are asked for person by person, each once."""
    found: dict[Pair, Asked] = {}
    for kind, of_kind in wanted.items():
        for one in of_kind.all.values():
            counts = one.field.counts
            if kind == "person" and of_kind.brought_by(one) == "sheet":
                found.setdefault(one.pair, one)
            elif kind != "person" and counts is not None and counts.figure:
                field = shelf.criteria[one.criterion].evidence[counts.figure]
                flag = Asked(one.criterion, field, None)
                found.setdefault(flag.pair, flag)
    return tuple(found.values())


def columns(asked: Sequence[Asked]) -> tuple[Column, ...]:
    """Return the columns of the register.

    A figure is known by its label, by «C02.done» or by its whole code; a header
    that two figures would share is nobody's.
    """
    headers = {one.pair: _headers(one) for one in asked}
    shared = Counter(
        name for named in headers.values() for name in {folded(each) for each in named}
    )
    shared.update(PERSON.names)
    return (
        PERSON,
        *(
            Column(
                code_of(pair),
                [each for each in named if shared[folded(each)] == 1],
                required=False,
            )
            for pair, named in headers.items()
        ),
    )


def code_of(pair: Pair) -> str:
    """Write the whole code of a figure, ``danvan/C02.done``."""
    return ".".join(pair)


def _headers(one: Asked) -> tuple[str, ...]:
    whole = code_of(one.pair)
    last = whole.rpartition("/")[2]
    return tuple(dict.fromkeys((one.field.label.vi, last, whole)))


def read(
    fields: Fields, codes: Codes, asked: Sequence[Asked], period: Period
) -> Record | None:
    """Read one row; None when it names nobody."""
    person = fields.known(KEY, codes.people)
    seen: dict[Pair, Observed] = {}
    for one in asked:
        cell = fields.row[code_of(one.pair)]
        value = observed(cell, one.field)
        if isinstance(value, Unreadable):
            fields.faults.append(value.fault)
        fields.faults.extend(outside(cell, one.field, value, period))
        seen[one.pair] = value
    return Record(person, seen, fields.place(KEY)) if person else None


@attrs.frozen
class Personal:
    """The register by person; rows of one person that differ settle nothing.

    Neither does a row that was refused, beside any other.
    """

    records: Mapping[str, Mapping[Pair, Observed]]
    faults: tuple[Fault, ...] = ()
    excluded: tuple[Fault, ...] = ()
    broken: tuple[Broken, ...] = ()

    @classmethod
    def of(
        cls, records: Iterable[Record], staff: Staff, broken: Iterable[Broken] = ()
    ) -> "Personal":
        """Gather the rows by person; who has none of their own is open anyway."""
        single, torn, notes = one_each(records, lambda one: one.id)
        found: dict[str, Mapping[Pair, Observed]] = {one.id: one.seen for one in single}
        faults: list[Fault] = []
        for rows in torn:
            wrong = contradiction(rows)
            faults += wrong
            unclear = Unreadable(in_order(wrong)[0])
            found[rows[0].id] = dict.fromkeys(rows[0].seen, unclear)
        notes += [
            fault("DV-S314", one.place, seen=one.id)
            for one in single
            if one.id in staff.left_out
        ]
        return cls(found, in_order(faults), in_order(notes), tuple(broken))

    def of_person(self, code: str, pair: Pair) -> Observed:
        """Return one figure of a person; missing where the register has no row."""
        unclear = spoilt(one.fault for one in self.broken if code in one.people)
        return unclear or self.records.get(code, {}).get(pair, MISSING)


def fold_people(
    personal: Personal, asked: Iterable[Asked], people: Iterable[str]
) -> list[Folded]:
    """Return the figures of each person, criterion by criterion."""
    by_criterion: dict[str, list[Pair]] = {}
    for one in asked:
        by_criterion.setdefault(one.criterion, []).append(one.pair)
    listed = list(people)
    return [
        Folded(criterion, {}, {code: _seen(personal, code, pairs) for code in listed})
        for criterion, pairs in by_criterion.items()
    ]


def _seen(personal: Personal, code: str, pairs: Iterable[Pair]) -> Seen:
    return {pair[1]: personal.of_person(code, pair) for pair in pairs}
