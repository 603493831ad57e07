"""Do the ballots add up? If not, every disagreement, not only the first.

What nobody counted is not known and disagrees with nothing.
"""

from collections.abc import Iterator
from typing import Final

import attrs

from ..errors import Fault, Place, fault
from ..terms import Text

COUNTS: Final = {
    "issued": Text("Phiếu phát", "Ballots issued"),
    "returned": Text("Phiếu thu", "Ballots returned"),
    "valid": Text("Hợp lệ", "Valid"),
    "invalid": Text("Không hợp lệ", "Invalid"),
    "yes": Text("Đồng ý", "In favour"),
    "no": Text("Không đồng ý", "Against"),
    "blank": Text("Trống", "Blank"),
}
"""The seven counts of one line of the list, in the order of the list."""


@attrs.frozen
class Ballots:
    """The counted ballots on one candidate for one award ("phiếu bầu").

    A ballot that says neither yes nor no is *blank*, and valid. None stands for a
    number nobody gave.
    """

    candidate: str
    award: str
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None
    yes: int | None = None
    no: int | None = None
    blank: int | None = None
    place: Place = attrs.field(default=Place(), eq=False)

    @property
    def missing(self) -> tuple[str, ...]:
        """The counts nobody gave."""
        return tuple(one for one in COUNTS if self.count(one) is None)

    def count(self, name: str) -> int | None:
        """Return one of the seven counts."""
        found: int | None = getattr(self, name)
        return found


@attrs.frozen
class Voters:
    """How many members could be given a ballot: at least, and at the most.

    They differ while nobody has said of a member whether they were present.
    """

    least: int
    most: int


def disagreements(ballots: Ballots, voters: Voters) -> tuple[Fault, ...]:
    """Return everything in which the counts disagree; nothing when they add up.

    No more ballots are issued than members could vote, or returned than issued;
    valid and invalid ones are those returned, and yes, no and blank the valid ones.
    """
    return (
        *_negative(ballots),
        *_beyond_voters(ballots, voters),
        *_beyond_issued(ballots),
        *_sum(ballots, "returned", "valid", "invalid"),
        *_sum(ballots, "valid", "yes", "no", "blank"),
    )


def _negative(ballots: Ballots) -> Iterator[Fault]:
    for name, label in COUNTS.items():
        seen = ballots.count(name)
        if seen is not None and seen < 0:
            told = {"key": label.vi, "key_en": label.in_("en"), "seen": seen}
            yield fault("DV-D401", ballots.place, whose=ballots.candidate, **told)


def _beyond_voters(ballots: Ballots, voters: Voters) -> Iterator[Fault]:
    if ballots.issued is None or ballots.issued <= voters.least:
        return
    told = {"seen": ballots.issued, "least": voters.least, "allowed": voters.most}
    code = "DV-D402" if ballots.issued > voters.most else "DV-D403"
    yield fault(code, ballots.place, whose=ballots.candidate, **told)


def _beyond_issued(ballots: Ballots) -> Iterator[Fault]:
    issued, returned = ballots.issued, ballots.returned
    if issued is not None and returned is not None and returned > issued:
        told = {"seen": returned, "allowed": issued}
        yield fault("DV-D404", ballots.place, whose=ballots.candidate, **told)


def _sum(ballots: Ballots, whole: str, *parts: str) -> Iterator[Fault]:
    total = ballots.count(whole)
    counts = [ballots.count(one) for one in parts]
    known = [one for one in counts if one is not None]
    if total is None or len(known) < len(counts) or sum(known) == total:
        return

    def words(language: str) -> str:
        named = [COUNTS[one].in_("en" if language == "en" else "vi") for one in parts]
        return " + ".join(named)

    told = {
        "parts": words("vi"),
        "parts_en": words("en"),
        "whole": COUNTS[whole].vi,
        "whole_en": COUNTS[whole].in_("en"),
        "seen": " + ".join(map(str, known)),
        "allowed": total,
    }
    yield fault("DV-D405", ballots.place, whose=ballots.candidate, **told)
