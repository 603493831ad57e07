"""Who is considered for which post, and what is said of them?

``de-xuat/bo-nhiem``, a row for each post somebody is considered for. A cell that is
empty, or cannot be read, is not known; of rows that contradict each other nothing is.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from ...consequences.appointment import FACTS, Candidacy
from ...errors import Place, fault
from ...subjects import Subject
from ...tables.reading import Column
from ..fields import Codes, Fields
from ..folding import Broken
from ..yearly.columns import PERSON
from ..yearly.register import Reading
from .past_discipline import PastDiscipline, plausible

POSTS: Final = "de-xuat/bo-nhiem"
ANSWERS: Final = (
    "higher",
    "first",
    "standards",
    "planned",
    "declared",
    "full_term",
    "healthy",
    "serving",
    "handled",
    "prosecuted",
    "corrupt",
)
"""The facts that are answered by yes or no."""
COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    POSTS: (
        PERSON,
        Column("post", (FACTS["post"].vi,)),
        Column("since", (FACTS["since"].vi,)),
        *(Column(name, (FACTS[name].vi,)) for name in ANSWERS),
    )
}


@attrs.frozen
class CandidacyRow:
    """One row: a person and a post."""

    person: str
    candidacy: Candidacy
    place: Place = attrs.field(eq=False)

    @property
    def id(self) -> str:
        """What may stand once: a person and a post."""
        return f"{self.person} {self.candidacy.post}"


def read_candidacies(
    reading: Reading, people: Iterable[Subject], year: int, past: PastDiscipline
) -> tuple[Candidacy, ...]:
    """Read who is considered for which post; faults gather in the reading's files.

    Args:
        reading: the folder beside its lists.
        people: everybody on the staff.
        year: the year that is considered.
        past: the forms of earlier decisions.
    """
    register = reading.register(POSTS, COLUMNS[POSTS], CandidacyReader(year), _whose)
    rows = [one for one in register.entries if isinstance(one, CandidacyRow)]
    told = {code for one in register.broken for code in one.people}
    found: list[Candidacy] = []
    for subject in sorted(people, key=lambda one: one.code):
        code = subject.code
        own = [one.candidacy for one in rows if one.person == code]
        own += [Candidacy(subject)] if code in told else []
        found += [
            attrs.evolve(one, subject=subject, penalties=past.of(code)) for one in own
        ]
    return tuple(found)


def _whose(row: CandidacyRow) -> Broken:
    torn = fault("DV-S210", row.place, seen=row.id, places="")
    return Broken(torn, people=frozenset([row.person]))


@attrs.frozen
class CandidacyReader:
    """Reads one row, beside the *year* that is considered."""

    year: int

    def __call__(self, fields: Fields, codes: Codes) -> CandidacyRow | Broken:
        """Read one row; a cell that cannot be read is a fact that is not known."""
        person = fields.known("person", codes.people)
        if not person:
            return Broken(fields.faults[0], any_person=True)
        post, since = fields.code("post"), fields.day("since")
        before = len(fields.faults)
        plausible(fields, "since", since, self.year + 1)
        if len(fields.faults) > before:
            since = None
        answers: dict[str, Any] = {name: fields.answer(name) for name in ANSWERS}
        named = Subject("person", person)
        candidacy = Candidacy(named, post, since=since)
        whole = attrs.evolve(candidacy, **answers)
        return CandidacyRow(person, whole, fields.place("person"))
