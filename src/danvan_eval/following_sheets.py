"""What do the dân vận sheets of departments say for the award tracks?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from .consequences.track_facts import SheetFact, Spoken
from .points import as_percent, shown
from .ranking import Ranking
from .sheet import Line, Sheet
from .subjects import Subject
from .terms import Text

DEMOCRACY: Final = ("danvan/C03", "danvan/C21", "danvan/C30", "danvan/C35")
"""The criteria whose figures speak for grassroots democracy in a department."""
NO_ASSUMPTION: Final = Text("không dựa trên giả định", "nothing is assumed")


def democracy(
    units: Iterable[Subject], sheets: Mapping[str, Sheet]
) -> Iterable[Spoken]:
    """Yield the facts on grassroots democracy in each department with a sheet."""
    for one in units:
        sheet = sheets.get(one.code)
        for line in sheet.lines if sheet else ():
            if line.criterion in DEMOCRACY and line.max_points:
                yield _spoken(one.code, line)


def sheet_facts(
    units: Iterable[Subject], sheets: Mapping[str, Sheet], rankings: Sequence[Ranking]
) -> Iterable[SheetFact]:
    """Yield grade and rank of each department with a sheet."""
    ranks = {
        row.sheet.subject.code: (row.rank, len(block.ranked))
        for ranking in rankings
        for block in ranking.blocks
        for row in block.ranked
    }
    for one in units:
        sheet = sheets.get(one.code)
        if sheet is not None:
            rank, of = ranks.get(one.code, (0, 0))
            yield SheetFact(one.code, sheet.grade or "", _assumed(sheet), rank, of)


def _spoken(code: str, line: Line) -> Spoken:
    """Return a criterion as a fact: it speaks for a unit when nothing is lacking."""
    low, high, most = line.low, line.high, line.max_points

    def words(tongue: str) -> str:
        comma = tongue == "vi"
        got, top, of = (shown(one, comma=comma) for one in (low, high, most))
        return f"{got}/{of}" if low == high else f"{got}…{top}/{of}"

    met = True if low >= most else False if high < most else None
    return Spoken(code, line.criterion, Text.both(words), met)


def _assumed(sheet: Sheet) -> Text:
    if not sheet.assumed:
        return NO_ASSUMPTION
    share, share_en = (as_percent(sheet.assumed, comma=one) for one in (True, False))
    return Text(
        f"{share} điểm tối đa dựa trên giả định",
        f"{share_en} of the maxima rests on assumptions",
    )
