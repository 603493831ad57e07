"""Who stands where, who shares a place, and who cannot be placed yet?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial
from itertools import groupby
from typing import Literal

import attrs

from .errors import FaultError, Place, fault
from .packs import Pack
from .points import exact_sum
from .quotas import Allocation, Candidate, Standing, Undecided, allocate
from .scheme import Quota, Scheme
from .sheet import Sheet

Unranked = Literal[
    "incomplete", "not_eligible", "not_submitted", "empty", "nothing_applies"
]
"""Why somebody has no rank; five different lists, never one."""

Span = tuple[int, int]
"""The best and the worst rank still possible."""


@attrs.frozen
class Ranked:
    """A subject with a rank; *tied* with others, *possible* once others complete.

    *proposed* is the grade after quotas; None where people have to decide, or
    while the sheet itself has more than one grade.
    """

    sheet: Sheet
    rank: int
    tied: bool
    possible: Span
    proposed: str | None


@attrs.frozen
class NotRanked:
    """A subject without a rank and why; an incomplete one has its possible ranks."""

    sheet: Sheet
    why: Unranked
    possible: Span | None = None


@attrs.frozen
class BlockRanking:
    """The list of one block ("khối"); other blocks do not touch it."""

    block: str
    label: str
    ranked: tuple[Ranked, ...]
    not_ranked: tuple[NotRanked, ...]
    quotas: tuple[Allocation, ...] = ()

    @property
    def spread(self) -> bool:
        """Whether the totals tell the subjects apart at all."""
        return len({row.sheet.total for row in self.ranked}) > 1


@attrs.frozen
class Ranking:
    """The lists of all blocks, in the scheme's order ("bảng xếp hạng")."""

    scheme: str
    pack: str
    blocks: tuple[BlockRanking, ...]
    quotas: tuple[Allocation, ...] = ()

    def block(self, block: str) -> BlockRanking:
        """Return the list of *block*; KeyError when there is none."""
        for one in self.blocks:
            if one.block == block:
                return one
        raise KeyError(block)


def rank(pack: Pack, sheets: Iterable[Sheet]) -> Ranking:
    """Rank *sheets* within their blocks; row order decides nothing.

    Raises:
        FaultError: DV-R001 for a template, DV-R006 for a sheet made with other
            rules, DV-R007 for a code that stands twice, DV-R008 for a block the
            scheme does not have, DV-R009 where maxima differ and the scheme
            refuses to compare.
    """
    scheme = pack.scheme
    listed = sorted(sheets, key=lambda sheet: sheet.subject.code)
    _refuse_what_cannot_be_ranked(pack, listed)
    blocks = [
        _block(scheme, block, label.vi, [s for s in listed if s.subject.block == block])
        for block, label in scheme.blocks
    ]
    return Ranking(scheme.id, pack.sha256, *_with_quotas(scheme, blocks))


def _refuse_what_cannot_be_ranked(pack: Pack, sheets: Sequence[Sheet]) -> None:
    scheme = pack.scheme
    pack.refuse_template()
    known = {block for block, _ in scheme.blocks}
    seen: set[str] = set()
    for sheet in sheets:
        code, place = sheet.subject.code, Place(key=sheet.subject.code)
        if sheet.pack != pack.sha256:
            wrong = fault("DV-R006", place, seen=sheet.pack, allowed=pack.sha256)
        elif code in seen:
            wrong = fault("DV-R007", place, seen=code)
        elif sheet.subject.block not in known:
            allowed = ", ".join(sorted(known))
            wrong = fault("DV-R008", place, seen=sheet.subject.block, allowed=allowed)
        else:
            seen.add(code)
            continue
        raise FaultError(wrong)


def _block(scheme: Scheme, block: str, label: str, sheets: list[Sheet]) -> BlockRanking:
    placed = [sheet for sheet in sheets if why_not(sheet) is None]
    open_ = [sheet for sheet in sheets if why_not(sheet) == "incomplete"]
    maxima = {sheet.out_of for sheet in (*placed, *open_)}
    if scheme.compare == "refuse" and len(maxima) > 1:
        seen = ", ".join(sorted(str(one) for one in maxima))
        raise FaultError(fault("DV-R009", Place(key=block), seen=seen))
    waiting = _Waiting.of(scheme, open_)
    ranked = _ranked(scheme, placed, waiting)
    dense = scheme.rank_style == "dense"
    standings = [standing(scheme, sheet) for sheet in placed] if open_ else []
    totals = sorted(at[0] for at in (set(standings) if dense else standings))
    rest = [
        NotRanked(sheet, why, _possible(scheme, sheet, waiting, totals))
        if why == "incomplete"
        else NotRanked(sheet, why)
        for sheet in sheets
        if (why := why_not(sheet)) is not None
    ]
    return BlockRanking(block, label, ranked, tuple(rest))


def why_not(sheet: Sheet) -> Unranked | None:
    """Return why *sheet* cannot be ranked; None when it can."""
    if sheet.eligibility == "not_eligible":
        return "not_eligible"
    if sheet.state != "submitted":
        return sheet.state
    if sheet.complete:
        return None if sheet.eligibility == "eligible" else "incomplete"
    return "incomplete" if not sheet.outcome.settled else "nothing_applies"


@attrs.frozen
class _Waiting:
    """What the incomplete subjects of a block may still reach, in order.

    *lows* are of those who will be ranked for certain: whoever may yet turn out
    not eligible, or to whom nothing may apply, is not among them.
    """

    lows: tuple[Fraction, ...]
    highs: tuple[Fraction, ...]

    @classmethod
    def of(cls, scheme: Scheme, sheets: Sequence[Sheet]) -> "_Waiting":
        spans = [(_stays(sheet), *_span(scheme, sheet)) for sheet in sheets]
        lows = sorted(low for stays, low, _ in spans if stays)
        return cls(tuple(lows), tuple(sorted(high for *_, high in spans)))

    def ahead(self, of: Fraction) -> int:
        """Return how many will stand before *of*, whatever comes."""
        return _above(self.lows, of)

    def maybe_ahead(self, of: Fraction) -> int:
        """Return how many may stand before *of*: equal totals may, by tie-breaks."""
        return _not_below(self.highs, of)


def _above(ordered: Sequence[Fraction], at: Fraction) -> int:
    return len(ordered) - bisect_right(ordered, at)


def _not_below(ordered: Sequence[Fraction], at: Fraction) -> int:
    return len(ordered) - bisect_left(ordered, at)


def _stays(sheet: Sheet) -> bool:
    """Say whether an incomplete subject is certain to be ranked in the end."""
    return sheet.eligibility == "eligible" and any(
        line.max_points and not line.finding.removable for line in sheet.lines
    )


def _span(scheme: Scheme, sheet: Sheet) -> tuple[Fraction, Fraction]:
    """Return the least and the most of what is compared: points, or their share."""
    if scheme.compare != "percent":
        return sheet.low, sheet.high
    maxima = (sheet.out_of, _least_maximum(scheme, sheet))
    lows = [sheet.low / maximum for maximum in maxima]
    return min(lows), max(sheet.high / maximum for maximum in maxima)


def _least_maximum(scheme: Scheme, sheet: Sheet) -> Fraction:
    """Return the maximum that is left when all that may leave has left.

    Something has to stay, or there is nothing to compare.
    """
    if scheme.excluded == "rescale" or scheme.aggregate == "weighted_mean":
        return sheet.out_of
    kept = [line for line in sheet.lines if line.max_points]
    certain = [line for line in kept if not line.finding.removable]
    tops = {group.id: group.max_points for group in scheme.groups}
    if not certain:
        return min(min(line.max_points, tops[line.group]) for line in kept)
    wholes = {
        group: exact_sum(line.max_points for line in certain if line.group == group)
        for group in tops
    }
    return exact_sum(min(whole, tops[group]) for group, whole in wholes.items())


def standing(scheme: Scheme, sheet: Sheet) -> Standing:
    """Return what is compared: the total (or its share), then the tie-break keys."""
    return (_span(scheme, sheet)[0], *sheet.keys)


def _ranked(
    scheme: Scheme,
    sheets: Sequence[Sheet],
    waiting: _Waiting,
) -> tuple[Ranked, ...]:
    """Place the complete ones; equals share a rank, 1-2-2-4 or 1-2-2-3."""
    by_standing = sorted(
        ((standing(scheme, sheet), sheet) for sheet in sheets),
        key=lambda pair: pair[0],
        reverse=True,
    )
    rows: list[Ranked] = []
    for nth, (at, equals) in enumerate(
        groupby(by_standing, key=lambda pair: pair[0]), 1
    ):
        members = [sheet for _, sheet in equals]
        place = nth if scheme.rank_style == "dense" else len(rows) + 1
        ahead = waiting.ahead(at[0])
        if scheme.rank_style == "dense":
            ahead = _new_places(ahead, place - 1)
        possible = (place + ahead, place + waiting.maybe_ahead(at[0]))
        rows += [
            Ranked(sheet, place, len(members) > 1, possible, sheet.grade)
            for sheet in members
        ]
    return tuple(rows)


def _new_places(ahead: int, taken: int) -> int:
    """Return the fewest places that *ahead* newcomers add before *taken* dense ones.

    They may all stand equal to somebody who is there, or at least to one another.
    """
    return min(ahead, 1) if not taken else 0


def _possible(
    scheme: Scheme, sheet: Sheet, waiting: _Waiting, totals: Sequence[Fraction]
) -> Span:
    """Return the best and worst rank an incomplete subject can still get."""
    low, high = _span(scheme, sheet)
    passed, ahead = _above(totals, high), waiting.ahead(high)
    if scheme.rank_style == "dense":
        ahead = _new_places(ahead, passed)
    itself = 1
    maybe_ahead = waiting.maybe_ahead(low) - itself
    return 1 + passed + ahead, 1 + _not_below(totals, low) + maybe_ahead


def _with_quotas(
    scheme: Scheme, blocks: list[BlockRanking]
) -> tuple[tuple[BlockRanking, ...], tuple[Allocation, ...]]:
    """Apply the quotas, each within its blocks or over all of them.

    The best grade goes first, since whoever stands beyond it wants the next one.
    """
    overall: list[Allocation] = []
    undecided: list[Undecided] = []
    quotas = sorted(scheme.quotas, key=partial(_best_first, scheme))
    for nth, quota in enumerate(quotas):
        own = quota.scope == "block"
        made = [
            (scope, _allocation(scheme, quotas[:nth], quota, scope, undecided))
            for scope in ([[block] for block in blocks] if own else [blocks])
        ]
        blocks = [
            _allotted(block, allocation, own=own)
            for scope, allocation in made
            for block in scope
        ]
        undecided = [one for one in undecided if one.grade != quota.grade]
        undecided += [one for _, allocation in made for one in allocation.undecided]
        overall += [] if own else [allocation for _, allocation in made]
    return tuple(blocks), tuple(overall)


def _best_first(scheme: Scheme, quota: Quota) -> tuple[int, bool, str]:
    """Return where a quota stands: by grade, then blocks before the whole."""
    return scheme.grade_ids.index(quota.grade), quota.scope == "all", quota.id


def _allocation(
    scheme: Scheme,
    before: Sequence[Quota],
    quota: Quota,
    scope: Sequence[BlockRanking],
    undecided: Iterable[Undecided],
) -> Allocation:
    """Apply *quota* to the blocks of *scope*, after the quotas *before* it."""
    rows = [row for block in scope for row in block.ranked]
    codes = frozenset(row.sheet.subject.code for row in rows)
    return allocate(
        quota,
        [
            Candidate(
                row.sheet.subject.code,
                row.proposed,
                standing(scheme, row.sheet),
                _reachable(row.sheet, before),
            )
            for row in rows
        ],
        block=scope[0].block if quota.scope == "block" else "",
        chain=[str(one) for one in scheme.tie_breaks],
        waiting=[
            sheet.subject.code
            for block in scope
            for sheet in _open_grades(block)
            if quota.grade in _reachable(sheet, before)
        ],
        undecided=[one.among(codes) for one in undecided],
    )


def _reachable(sheet: Sheet, quotas: Iterable[Quota]) -> tuple[str, ...]:
    """Return the grades *sheet* may have after *quotas*, each of which may refuse it."""
    grades = list(sheet.grades)
    for quota in quotas:
        if quota.grade in grades and quota.beyond not in grades:
            grades.append(quota.beyond)
    return tuple(grades)


def _open_grades(block: BlockRanking) -> list[Sheet]:
    """Return the sheets that are incomplete, or whose total stands but not the grade."""
    ranked = [row.sheet for row in block.ranked if row.sheet.grade is None]
    return ranked + [one.sheet for one in block.not_ranked if one.why == "incomplete"]


def _allotted(
    block: BlockRanking, allocation: Allocation, *, own: bool
) -> BlockRanking:
    rows = tuple(
        attrs.evolve(
            row, proposed=allocation.proposed(row.sheet.subject.code, row.proposed)
        )
        for row in block.ranked
    )
    quotas = (*block.quotas, allocation) if own else block.quotas
    return attrs.evolve(block, ranked=rows, quotas=quotas)
