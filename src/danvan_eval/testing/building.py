"""How does a test build a pack by hand, without files?

Criteria built here are judged directly: their share is given as evidence, so that
a test about totals, grades and ranks can name the shares it is about.
"""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

import attrs

from ..catalogue import Applies, Criterion, EvidenceField, Part, Shelf, Version
from ..citations import Instrument
from ..evidence import Declined, Dossier, Observed, Unreadable
from ..kinds.direct import Direct
from ..packs import Pack, pack_of
from ..periods import Period
from ..points import FULL, exact
from ..rule import Rule
from ..scheme import EvidenceRef, Grade, Group, Leaf, Scheme, When
from ..subjects import Subject
from ..terms import Text

INSTRUMENT: Final = "thu-nghiem"
YEAR: Final = Period.year(2024)
GRADES: Final[Mapping[str, int]] = {"xuat-sac": 90, "tot": 70, "dat": 50, "kem": 0}
NOT_APPLICABLE: Final = Declined()

Share = Fraction | int | str
"""A share as a test writes it: ``1``, ``"1/3"``, ``"85%"``."""


def field(name: str, type_: Any, **more: Any) -> EvidenceField:
    """Return an evidence field labelled by its own name."""
    return EvidenceField(name, type_, Text(name), **more)


def criterion(
    id_: str,
    *parts: Part,
    fields: tuple[EvidenceField, ...],
    applies: Applies | None = None,
) -> Criterion:
    """Return a criterion with one version, for departments, in force in :data:`YEAR`."""
    version = Version(INSTRUMENT, "unit", YEAR, parts, applies=applies or Applies())
    return Criterion(id_, Text(id_), {one.name: one for one in fields}, (version,))


def judged_directly(id_: str) -> Criterion:
    """Return a criterion whose share is its evidence ``score``, out of 1.

    It may be declined, and it asks for a count ``events`` that no rule reads.
    """
    return criterion(
        id_,
        Part(Direct(score="score", reason="reason", out_of=FULL)),
        fields=(
            field("score", "amount", may_decline=True),
            field("reason", "text"),
            field("events", "count"),
        ),
    )


def shelf(*criteria: Criterion) -> Shelf:
    """Return *criteria* with the one instrument they are of."""
    instrument = Instrument(
        INSTRUMENT,
        number="",
        title=Text("Văn bản thử nghiệm"),
        issuer="",
        kind="internal",
        jurisdiction="",
        signed_on=None,
        text_status="not-seen",
        last_checked_on=dt.date(2024, 1, 1),
    )
    return Shelf({one.id: one for one in criteria}, {INSTRUMENT: instrument})


def scheme(
    groups: Mapping[str, Mapping[str, Share]] | tuple[Group, ...], **more: Any
) -> Scheme:
    """Return a scheme: groups of criteria with their maxima, and whatever *more* says.

    The scale is the sum of the maxima, and there is one block, ``khoi``.
    """
    made = (
        tuple(group(id_, maxima) for id_, maxima in groups.items())
        if isinstance(groups, Mapping)
        else groups
    )
    told: dict[str, Any] = {
        "max_points": sum((one.max_points for one in made), Fraction(0)),
        "blocks": (("khoi", Text("Khối")),),
        "groups": made,
        "grades": grades(GRADES),
    }
    return Scheme(
        **{
            "id": f"{INSTRUMENT}/thang",
            "title": Text("Thang thử nghiệm"),
            "instrument": INSTRUMENT,
            "subject": "unit",
            "label": Text("chấm điểm nội bộ"),
            "period": YEAR,
            **told,
            **more,
        }
    )


def group(id_: str, maxima: Mapping[str, Share], *, at_most: Share = "") -> Group:
    """Return a group; *at_most* clamps it below the sum of its *maxima*."""
    leaves = tuple(Leaf(one, exact(points)) for one, points in maxima.items())
    whole = sum((leaf.max_points for leaf in leaves), Fraction(0))
    return Group(id_, Text(id_), exact(at_most) if at_most else whole, leaves)


def grades(thresholds: Mapping[str, Share]) -> tuple[Grade, ...]:
    """Return grades by id, each with the points it starts from, best first."""
    return tuple(Grade(id_, Text(id_), exact(at)) for id_, at in thresholds.items())


def events(criterion_id: str, at_least: int) -> When:
    """Return the condition that a criterion saw so many ``events`` or more."""
    ref = EvidenceRef(criterion_id, "events")
    return When(evidence=ref, at_least=Fraction(at_least))


def pack(made: Scheme, *criteria: Criterion, period: Period = YEAR) -> Pack:
    """Return *made* bound to *criteria*; those not given are judged directly."""
    given = {one.id: one for one in criteria}
    named = [leaf.criterion for leaf in made.leaves]
    every = [given.get(one) or judged_directly(one) for one in named]
    return pack_of(made, shelf(*every), period, sha256="0" * 64)


def dossier(
    shares: Mapping[str, Share | Observed | None],
    *,
    code: str = "K01",
    events: Mapping[str, Observed] | None = None,
    **more: Any,
) -> Dossier:
    """Return a dossier of a department with the *shares* of its criteria.

    A share that is left out, or None, is missing; :data:`NOT_APPLICABLE` declines.
    Events that are not named did not happen, and it served the whole year.
    """
    happened = events or {}
    evidence: dict[str, dict[str, Observed]] = {"subject": {"service_days": YEAR.days}}
    for id_ in {**shares, **happened}:
        evidence[id_] = {"reason": "đã kiểm tra", "events": happened.get(id_, 0)}
        if (share := shares.get(id_)) is not None:
            evidence[id_]["score"] = _score(share)
    subject = Subject("unit", code, block="khoi")
    return attrs.evolve(Dossier(subject, YEAR, evidence), **more)


def _score(share: Share | Observed) -> Observed:
    written = isinstance(share, int | Fraction | str)
    return exact(share) if written else share


def unreadable(fault_text: str = "9 (đã trừ 1)") -> Unreadable:
    """Return what stands for a cell that cannot be read."""
    from ..errors import Place, fault

    return Unreadable(fault("DV-E101", Place("khoa.xlsx", cell="B2"), seen=fault_text))


def part(rule: Rule, id_: str, weight: Share, *, zeroes: bool = False) -> Part:
    """Return one part of a composite criterion."""
    return Part(rule, id_, Text(id_), exact(weight), zeroes)
