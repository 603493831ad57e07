"""Who stands elsewhere than in an earlier run: which total, grade and rank?"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final

import attrs

from .errors import FaultError, Place, fault
from .packs import Pack
from .points import shown
from .ranking import NotRanked, Ranked
from .runs import Run
from .sheet import Sheet
from .tables.text import Value
from .tables.writing import Sheet as Page
from .terms import Language, Text

WORDS: Final = {
    "title": Text("Thay đổi so với lần trước", "Changes since the earlier run"),
    "scheme": Text("Thang điểm", "Scheme"),
    "code": Text("Mã", "Code"),
    "name": Text("Tên", "Name"),
    "total_before": Text("Điểm trước", "Total before"),
    "total_after": Text("Điểm sau", "Total after"),
    "grade_before": Text("Xếp loại trước", "Grade before"),
    "grade_after": Text("Xếp loại sau", "Grade after"),
    "rank_before": Text("Hạng trước", "Rank before"),
    "rank_after": Text("Hạng sau", "Rank after"),
    "people": Text("Hội đồng quyết định", "for the council"),
    "none": Text("Không ai thay đổi.", "Nobody changed."),
    "rank_only": Text(
        "Chỉ đổi thứ hạng, điểm và xếp loại như cũ: {count}; xem {file}",
        "Moved in rank only, total and grade as before: {count}; see {file}",
    ),
}
HEADS: Final = tuple(
    key for key in WORDS if key not in ("title", "people", "none", "rank_only")
)


@attrs.frozen
class Standing:
    """Where a subject stands: between *low* and *high*, equal once there is a total.

    *grade* is the proposed one; *rank* None where there is none.
    """

    low: Fraction
    high: Fraction
    settled: bool
    grade: str | None
    rank: int | None


@attrs.frozen
class Change:
    """A subject that stands elsewhere; None where a run does not have it."""

    scheme: str
    code: str
    name: str
    before: Standing | None
    after: Standing | None

    @property
    def rank_only(self) -> bool:
        """Whether others moved past, while total and grade are what they were."""
        if self.before is None or self.after is None:
            return False
        return attrs.evolve(self.before, rank=None) == attrs.evolve(
            self.after, rank=None
        )


def changes(before: Run, after: Run) -> tuple[Change, ...]:
    """Return every subject whose total, grade or rank changed, by scheme and code.

    Raises:
        FaultError: DV-R022 for runs of two hospitals or two periods.
    """
    seen = (before.hospital, before.period)
    if seen != (after.hospital, after.period):
        told = {"seen": f"{seen[0]}, {seen[1]}"}
        told["allowed"] = f"{after.hospital}, {after.period}"
        raise FaultError(fault("DV-R022", Place(), **told))
    old, new = dict(_standings(before)), dict(_standings(after))
    order = [one.scheme for one in (*after.packs, *before.packs)]
    found = [
        Change(*key, (new.get(key) or old[key])[0], _of(old, key), _of(new, key))
        for key in sorted({*old, *new}, key=lambda one: (order.index(one[0]), one[1]))
    ]
    return tuple(one for one in found if one.before != one.after)


Key = tuple[str, str]
"""A scheme and the code of a subject."""


def _of(standings: Mapping[Key, tuple[str, Standing]], key: Key) -> Standing | None:
    return standings[key][1] if key in standings else None


def _standings(run: Run) -> Iterator[tuple[Key, tuple[str, Standing]]]:
    for ranking in run.rankings:
        rows: list[Ranked | NotRanked] = [*ranking.not_ranked]
        rows += [row for block in ranking.blocks for row in block.ranked]
        for row in rows:
            subject = row.sheet.subject
            yield (ranking.scheme, subject.code), (subject.name, _standing(row))


def _standing(row: Ranked | NotRanked) -> Standing:
    sheet: Sheet = row.sheet
    settled = sheet.total is not None
    if isinstance(row, NotRanked):
        return Standing(sheet.low, sheet.high, settled, None, None)
    return Standing(sheet.low, sheet.high, settled, row.proposed, row.rank)


def changes_page(
    found: Iterable[Change], packs: Mapping[str, Pack], language: Language = "vi"
) -> Page:
    """Return the table of who changed: total, grade and rank, before and after."""
    return Page(
        [WORDS[head].in_(language) for head in HEADS],
        [_row(one, packs, language) for one in found],
        name=WORDS["title"].in_(language),
    )


def _row(one: Change, packs: Mapping[str, Pack], language: Language) -> list[Value]:
    pack = packs.get(one.scheme)
    pairs = (one.before, one.after)
    title = pack.scheme.title.in_(language) if pack else one.scheme
    return [
        title,
        one.code,
        one.name,
        *(_points(each, language) for each in pairs),
        *(_grade(each, pack, language) for each in pairs),
        *(each.rank if each else None for each in pairs),
    ]


def _points(one: Standing | None, language: Language) -> str:
    """Write the total, or the interval while it is open."""
    if one is None:
        return ""
    ends = [one.low] if one.settled else [one.low, one.high]
    return " … ".join(shown(end, comma=language == "vi") for end in ends)


def _grade(one: Standing | None, pack: Pack | None, language: Language) -> str:
    if one is None:
        return ""
    if one.grade is None:
        return "" if one.rank is None else WORDS["people"].in_(language)
    known = pack.scheme.grade_ids if pack else ()
    return (
        pack.scheme.label_of(one.grade).in_(language)
        if pack and one.grade in known
        else one.grade
    )
