"""What is a finished run: rules, inputs, results, and the fingerprint of all three?"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from .canon import canonical, fingerprint
from .errors import Fault, in_order
from .evidence import Declined, Dossier, Missing, Observed, OneOf, Unreadable
from .packs import Pack
from .periods import Period
from .points import to_text
from .ranking import Ranking, rank
from .scoring import score
from .sheet import Sheet
from .terms import Language, Text
from .version import __version__

ADDRESS: Final = re.compile(r" at 0x[0-9A-Fa-f]+")
"""Where an object lies in memory; it differs from one process to the next."""


PROVISIONAL: Final = Text(
    "TẠM TÍNH: sổ theo dõi chỉ tính đến hết ngày {day}; chưa phải kết quả cuối kỳ.",
    "PROVISIONAL: registers count up to {day} only; this is not the final result.",
)


@attrs.frozen
class PackUsed:
    """The rules of a run: scheme, fingerprint, and the regulations that set numbers."""

    scheme: str
    sha256: str
    adopted: tuple[str, ...] = ()


@attrs.frozen
class Run:
    """A frozen result ("kết quả đã chốt"): the same rules and inputs give the same.

    *inputs* is the fingerprint of the dossiers, whatever the order of their rows.
    *provisional* is the day at which the registers of a provisional run stop.
    """

    hospital: str
    period: Period
    packs: tuple[PackUsed, ...]
    inputs: str
    rankings: tuple[Ranking, ...]
    faults: tuple[Fault, ...] = ()
    library: str = __version__
    provisional: dt.date | None = None

    @property
    def fingerprint(self) -> str:
        """The fingerprint of rules, inputs and library ("dấu vân tay kết quả").

        A provisional run never has the fingerprint of a final one.
        """
        packs = [[pack.scheme, pack.sha256, pack.adopted] for pack in self.packs]
        until = [self.provisional.isoformat()] if self.provisional else []
        return fingerprint([packs, self.inputs, self.library, *until])

    def mark(self, language: Language = "vi") -> str:
        """Return the line that marks a provisional run; empty for a final one."""
        if self.provisional is None:
            return ""
        return PROVISIONAL.in_(language).format(day=f"{self.provisional:%d/%m/%Y}")

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every sheet of the run, ranked or not."""
        blocks = [block for ranking in self.rankings for block in ranking.blocks]
        ranked = [row.sheet for block in blocks for row in block.ranked]
        rest = [row.sheet for one in self.rankings for row in one.not_ranked]
        return (*ranked, *rest)

    def sheet(self, code: str) -> Sheet:
        """Return the sheet of the subject *code*; KeyError when there is none."""
        for sheet in self.sheets:
            if sheet.subject.code == code:
                return sheet
        raise KeyError(code)


def run(
    hospital: str,
    work: Sequence[tuple[Pack, Sequence[Dossier]]],
    faults: Iterable[Fault] = (),
    provisional: dt.date | None = None,
) -> Run:
    """Score and rank every pack's dossiers into one frozen result.

    Args:
        hospital: how the hospital is named on the printouts.
        work: each pack with the dossiers it scores, all of one period;
            departments before persons where heads stand under departments.
        faults: what was found wrong while the dossiers were read.
        provisional: the day at which the registers stop; None for a final run.

    Raises:
        FaultError: as :func:`danvan_eval.score` and :func:`danvan_eval.rank` do.
        ValueError: when there is nothing to do.
    """
    if not work:
        raise ValueError("a run needs at least one pack")
    rankings = []
    found = list(faults)
    known = set(found)
    units: dict[str, Sheet] = {}
    for pack, dossiers in work:
        sheets = [score(pack, one, units.get(one.subject.unit)) for one in dossiers]
        if pack.scheme.subject == "unit":
            units |= {sheet.subject.code: sheet for sheet in sheets}
        rankings.append(rank(pack, sheets))
        found += [
            attrs.evolve(
                one,
                place=attrs.evolve(
                    one.place, key=f"{sheet.subject.code} {one.place.key}"
                ),
            )
            for sheet in sheets
            for one in _contradictions(sheet)
            if one not in known
        ]
    return Run(
        hospital,
        work[0][0].period,
        tuple(PackUsed(pack.scheme.id, pack.sha256, pack.adopted) for pack, _ in work),
        inputs_fingerprint(one for _, dossiers in work for one in dossiers),
        tuple(rankings),
        in_order(found),
        provisional=provisional,
    )


def _contradictions(sheet: Sheet) -> list[Fault]:
    """Return what scoring found: figures at odds, not cells that could not be read."""
    criteria = {line.criterion for line in sheet.lines}
    return [
        one for one in sheet.faults if not one.place.file or one.place.key in criteria
    ]


def inputs_fingerprint(dossiers: Iterable[Dossier]) -> str:
    """Return the fingerprint of what was observed, whatever its order."""
    told = [_told(dossier) for dossier in dossiers]
    return fingerprint(sorted(told, key=lambda one: (one[0], one[1])))


def _told(dossier: Dossier) -> list[object]:
    subject = dossier.subject
    return [
        subject.kind,
        subject.code,
        [subject.block, subject.unit, subject.traits, dossier.state],
        str(dossier.period),
        {key: _seen(seen) for key, seen in dossier.evidence.items()},
        {
            key: [to_text(one.share), one.reason, one.by, one.until]
            for key, one in dossier.waivers.items()
        },
    ]


def _seen(seen: Mapping[str, Observed]) -> dict[str, object]:
    """Return observed values with their kind where text alone would not tell."""
    return {name: _value(value) for name, value in seen.items()}


def _value(value: Observed) -> object:
    if isinstance(value, OneOf):
        return [value.why, sorted(canonical(_value(one)) for one in value.options)]
    if isinstance(value, Unreadable):
        return ["unreadable", value.fault.code]
    if isinstance(value, Missing | Declined):
        return None if isinstance(value, Missing) else ["declined"]
    if isinstance(value, Fraction):
        return ["number", to_text(value)]
    if isinstance(value, dt.date) or _is_named(value):
        return ["value", value]
    return value if isinstance(value, bool | int | str) else _stranger(value)


def _is_named(value: object) -> bool:
    """Say whether *value* is a set of names, or of days."""
    if not isinstance(value, frozenset):
        return False
    return any(all(isinstance(one, kind) for one in value) for kind in (str, dt.date))


def _stranger(value: object) -> list[object]:
    """Return type and text of what no field takes, the same in every process."""
    told: object = ADDRESS.sub("", repr(value))
    if isinstance(value, list | tuple):
        told = [_value(one) for one in value]
    if isinstance(value, set | frozenset):
        told = sorted(canonical(_value(one)) for one in value)
    return ["stranger", type(value).__name__, told]
