"""How does danvan-eval answer? Through its public door only."""

import tempfile
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from oracle import Answer, Places
from workload import FIGURES, MEASURES, SCHEME, YEAR, Case, write_catalogue

from danvan_eval import (
    Catalogue,
    Dossier,
    Pack,
    Period,
    Ranking,
    Sheet,
    Subject,
    load_catalogue,
)

FLAGS = frozenset(ref for one in MEASURES if one.kind == "yes_no" for ref in one.reads)


def catalogue() -> Catalogue:
    """Load the rules from files in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as place:
        return load_catalogue(write_catalogue(Path(place) / "rules"))


def pack(of: Catalogue) -> Pack:
    """Make a pack that remembers nothing yet."""
    return of.pack(SCHEME, Period.year(YEAR))


def dossier(case: Case) -> Dossier:
    """Turn a subject of the workload into a dossier."""
    evidence: dict[str, dict[str, int | bool]] = {}
    for ref in FIGURES:
        criterion, _, name = ref.partition(".")
        seen = case.figures[ref]
        evidence.setdefault(f"do-toc-do/{criterion}", {})[name] = (
            bool(seen) if ref in FLAGS else seen
        )
    subject = Subject("unit", case.code, block=case.block, traits={case.block})
    return Dossier(subject, Period.year(YEAR), evidence)


def answer(sheet: Sheet) -> Answer:
    """Return what a sheet says, as the oracle says it."""
    points = {line.criterion.partition("/")[2]: line.points for line in sheet.lines}
    told: tuple[Fraction | None, ...] = tuple(points[one.id] for one in MEASURES)
    return Answer(told, sheet.total, sheet.grade, sheet.keys)


def places(ranking: Ranking) -> Places:
    """Return what a ranking says, as the oracle says it."""
    return {
        row.sheet.subject.code: (row.rank, row.proposed)
        for block in ranking.blocks
        for row in block.ranked
    }


def answers(sheets: Sequence[Sheet]) -> list[Answer]:
    """Return what sheets say, as the oracle says it."""
    return [answer(sheet) for sheet in sheets]
