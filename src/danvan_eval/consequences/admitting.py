"""Why can a list of ballots not be taken? Every reason at once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from ..decisions.clauses import Regime
from ..errors import Fault, Place, fault
from ..points import FULL, NOTHING, as_percent
from ..terms import Text
from .awards import AWARDS
from .ballots import Ballots, disagreements
from .members import BY_LAW, OWN_SHARE, Council, Motion, Quorum, Share, share_by_law
from .track_facts import TRACKS

LABELS: Final[dict[str, Text]] = {
    **{str(id_): award.label for id_, award in AWARDS.items()},
    **{str(id_): label for id_, label in TRACKS.items()},
}
"""What an award is called of which no motion says so."""


def of_council(council: Council, quorum: Quorum | None) -> Iterator[Fault]:
    """Yield what is wrong with the council itself: nobody in it, somebody twice."""
    if not council.members:
        yield fault("DV-D406", council.place)
    for code, count in Counter(one.code for one in council.members).items():
        if count > 1:
            yield fault("DV-D407", council.place, seen=code, count=count)
    if quorum:
        yield from _of_rule(quorum.ratio, quorum.article, Place(key="quorum"))


def of_agenda(motions: Sequence[Motion], lines: Sequence[Ballots]) -> Iterator[Fault]:
    """Yield motions and lines that stand twice, and lines on what no motion is."""
    known = Counter(one.key for one in motions)
    labels = LABELS | {one.award: one.label for one in motions}
    for (code, award), count in known.items():
        if count > 1:
            told = _named(code, award, labels)
            yield fault("DV-D408", Place(key=code), count=count, **told)
    counted = Counter((one.candidate, one.award) for one in lines)
    for one in lines:
        key = one.candidate, one.award
        told = _named(one.candidate, one.award, labels)
        if key not in known:
            yield fault("DV-D409", one.place, **told)
        if counted[key] > 1:
            yield fault("DV-D408", one.place, count=counted[key], **told)


def _named(code: str, award: str, labels: Mapping[str, Text]) -> dict[str, str]:
    """Return whom and what a fault is about, in both languages."""
    label = labels.get(award, Text(award))
    return {"whose": code, "award": label.vi, "award_en": label.in_("en")}


def of_shares(
    motions: Sequence[Motion],
    law: Regime,
    adopted: Mapping[str, Share],
) -> Iterator[Fault]:
    """Yield awards without any share, and adopted shares that can be none."""
    labels = {one.award: one.label for one in motions}
    for award, label in labels.items():
        share, place = adopted.get(award), Place(key=award)
        if share is None and share_by_law(law, award) is None:
            told = {"award": label.vi, "award_en": label.in_("en")}
            clause = law.clause(BY_LAW.get(award, OWN_SHARE))
            yield fault("DV-D410", place, ground=clause.locus, **told)
        elif share is not None:
            yield from _of_rule(share.ratio, share.article, place)


def _of_rule(ratio: Fraction, article: str, place: Place) -> Iterator[Fault]:
    if not NOTHING < ratio <= FULL:
        yield fault("DV-D411", place, seen=as_percent(ratio), article=article or "–")
    if not article.strip():
        yield fault("DV-D412", place, seen=as_percent(ratio))


def of_ballots(lines: Sequence[Ballots], council: Council) -> Iterator[Fault]:
    """Yield every disagreement of every line."""
    for one in lines:
        yield from disagreements(one, council.voters(one.candidate))
