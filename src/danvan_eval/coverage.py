"""What becomes of every obligation of an instrument: is it scored, and if not, why?"""

from collections.abc import Mapping
from typing import Final, Literal

import attrs

from .catalogue import Version
from .subjects import SubjectKind
from .terms import Language, Text

Status = Literal["scored", "reported", "duplicate", "not_applicable", "not_seen"]
STATUSES: Final[Mapping[Status, Text]] = {
    "scored": Text("chấm điểm", "scored"),
    "reported": Text("báo cáo, không chấm", "reported, not scored"),
    "duplicate": Text("nhắc lại, chấm một lần", "said again, scored once"),
    "not_applicable": Text("không áp dụng", "not applicable"),
    "not_seen": Text("chưa được xem", "not seen"),
}
Level = Literal["hospital", "unit", "person", "head", "tchc", "ctxh"]


@attrs.frozen
class Bound:
    """Who is meant by a level: a kind of subject, and the traits such a one may carry."""

    label: Text
    kind: SubjectKind
    traits: tuple[frozenset[str], ...]

    def served_by(self, version: Version) -> bool:
        """Say whether *version* of a criterion rates any of them."""
        return version.subject == self.kind and any(
            version.applies.covers(one) for one in self.traits
        )


LEVELS: Final[Mapping[Level, Bound]] = {
    "hospital": Bound(Text("bệnh viện", "hospital"), "hospital", (frozenset(),)),
    "unit": Bound(
        Text("khoa/phòng", "departments"),
        "unit",
        tuple(frozenset({one}) for one in ("lam-sang", "can-lam-sang", "chuc-nang")),
    ),
    "person": Bound(
        Text("cá nhân", "persons"),
        "person",
        tuple(frozenset({one}) for one in ("vien-chuc", "nguoi-lao-dong")),
    ),
    "head": Bound(
        Text("người đứng đầu", "heads"),
        "person",
        (frozenset({"vien-chuc", "nguoi-dung-dau"}),),
    ),
    "tchc": Bound(
        Text("Phòng Tổ chức – Hành chính", "personnel and administration office"),
        "unit",
        (frozenset({"chuc-nang", "tchc"}),),
    ),
    "ctxh": Bound(
        Text("Tổ Công tác xã hội", "social work team"),
        "unit",
        (frozenset({"ctxh"}),),
    ),
}
"""Whom an obligation binds."""


@attrs.frozen
class Obligation:
    """One thing an instrument obliges somebody to ("nghĩa vụ"), and what becomes of it.

    One that is scored names its *criteria* and the *figures* that measure it
    (``danvan/C01.studied_all``); any other says *why* not, and one that the
    instrument says again points at where it is scored.
    """

    id: str
    locus: str
    quote: str
    levels: tuple[Level, ...]
    status: Status
    criteria: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    same_as: str = ""
    why: Text | None = None

    def becomes(self, language: Language) -> str:
        """Say in one line what measures it, or why nothing does."""
        said = []
        for id_ in self.criteria:
            own = [
                name for one in self.figures if (name := _figure(one, of=id_)) != one
            ]
            said.append(f"{id_}: {', '.join(own)}")
        if self.same_as:
            said.append(f"= {self.same_as}")
        if self.why:
            said.append(self.why.in_(language))
        return "; ".join(said)


def _figure(figure: str, *, of: str) -> str:
    return figure.removeprefix(f"{of}.")


@attrs.frozen
class Unknown:
    """A part of an instrument that nobody here has seen, and where it is missing."""

    id: str
    locus: str
    what: Text


@attrs.frozen
class Coverage:
    """The obligations of one instrument in order, and what of it is unknown."""

    instrument: str
    obligations: tuple[Obligation, ...]
    unknowns: tuple[Unknown, ...]
    file: str = ""

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many obligations there are of each status."""
        found = [one.status for one in self.obligations]
        return {status: found.count(status) for status in STATUSES}
