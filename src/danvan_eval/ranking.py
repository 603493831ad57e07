"""Who stands where, who shares a place, and who cannot be placed yet?"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial
from itertools import groupby
from typing import Final, Literal

import attrs

from .errors import FaultError, Place, fault
from .packs import Pack
from .quotas import Allocation, Candidate, Standing, Undecided, allocate
from .scheme import Quota, Scheme
from .sheet import Sheet
from .waiting import Waiting, above, not_below, span_of

Unranked = Literal[
    "incomplete",
    "not_eligible",
    "not_submitted",
    "empty",
    "nothing_applies",
    "unlisted",
]
"""Why somebody has no rank; six different lists, never one."""

OPEN: Final = frozenset({"incomplete", "unlisted"})
"""Who may yet be ranked, and pass others."""

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
    """The lists of all blocks, in the scheme's order ("bảng xếp hạng").

    Who is *unplaced* may belong to any of them.
    """

    scheme: str
    pack: str
    blocks: tuple[BlockRanking, ...]
    quotas: tuple[Allocation, ...] = ()
    unplaced: tuple[NotRanked, ...] = ()

    @property
    def not_ranked(self) -> tuple[NotRanked, ...]:
        """Everybody without a rank, by block, those without a block last."""
        placed = (row for block in self.blocks for row in block.not_ranked)
        return (*placed, *self.unplaced)

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
    lost = [sheet for sheet in listed if _may_be_anywhere(sheet)]
    blocks = [
        _block(
            scheme,
            block,
            label.vi,
            [sheet for sheet in listed if sheet.subject.block == block],
            lost,
        )
        for block, label in scheme.blocks
    ]
    return Ranking(
        scheme.id,
        pack.sha256,
        *_with_quotas(scheme, blocks, lost),
        tuple(NotRanked(sheet, "unlisted") for sheet in lost),
    )


def _may_be_anywhere(sheet: Sheet) -> bool:
    return sheet.state == "unlisted" and not sheet.subject.block


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
        elif sheet.subject.block not in known and not _may_be_anywhere(sheet):
            allowed = ", ".join(sorted(known))
            wrong = fault("DV-R008", place, seen=sheet.subject.block, allowed=allowed)
        else:
            seen.add(code)
            continue
        raise FaultError(wrong)


def _block(
    scheme: Scheme, block: str, label: str, sheets: list[Sheet], lost: list[Sheet]
) -> BlockRanking:
    """Rank one block; *lost* may belong to it."""
    placed = [sheet for sheet in sheets if why_not(sheet) is None]
    open_ = [sheet for sheet in sheets if why_not(sheet) == "incomplete"]
    maxima = {sheet.out_of for sheet in (*placed, *open_)}
    if scheme.compare == "refuse" and len(maxima) > 1:
        seen = ", ".join(sorted(str(one) for one in maxima))
        raise FaultError(fault("DV-R009", Place(key=block), seen=seen))
    open_ += [sheet for sheet in (*sheets, *lost) if why_not(sheet) == "unlisted"]
    waiting = Waiting.of(scheme, open_)
    ranked = _ranked(scheme, placed, waiting)
    dense = scheme.rank_style == "dense"
    standings = [standing(scheme, sheet) for sheet in placed] if open_ else []
    totals = sorted(at[0] for at in (set(standings) if dense else standings))
    rest = [
        NotRanked(sheet, why, _possible(scheme, sheet, waiting, totals))
        if why in OPEN
        else NotRanked(sheet, why)
        for sheet in sheets
        if (why := why_not(sheet)) is not None
    ]
    return BlockRanking(block, label, ranked, tuple(rest))


def why_not(sheet: Sheet) -> Unranked | None:
    """Return why *sheet* cannot be ranked; None when it can."""
    if sheet.state == "unlisted":
        return "unlisted"
    if sheet.eligibility == "not_eligible":
        return "not_eligible"
    if sheet.state != "submitted":
        return sheet.state
    if sheet.complete:
        return None if sheet.eligibility == "eligible" else "incomplete"
    return "incomplete" if not sheet.outcome.settled else "nothing_applies"


def standing(scheme: Scheme, sheet: Sheet) -> Standing:
    """Return what is compared: the total (or its share), then the tie-break keys."""
    return (span_of(scheme, sheet)[0], *sheet.keys)


def _ranked(
    scheme: Scheme,
    sheets: Sequence[Sheet],
    waiting: Waiting,
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
    scheme: Scheme, sheet: Sheet, waiting: Waiting, totals: Sequence[Fraction]
) -> Span:
    """Return the best and worst rank an incomplete subject can still get."""
    low, high = span_of(scheme, sheet)
    passed, ahead = above(totals, high), waiting.ahead(high)
    if scheme.rank_style == "dense":
        ahead = _new_places(ahead, passed)
    itself = 1
    maybe_ahead = waiting.maybe_ahead(low) - itself
    return 1 + passed + ahead, 1 + not_below(totals, low) + maybe_ahead


def _with_quotas(
    scheme: Scheme, blocks: list[BlockRanking], lost: Sequence[Sheet]
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
            (
                scope,
                _allocation(scheme, quotas[:nth], quota, scope, undecided, lost=lost),
            )
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
    *,
    lost: Sequence[Sheet],
) -> Allocation:
    """Apply *quota* to the blocks of *scope*, after the quotas *before* it.

    *lost* may belong to any block.
    """
    open_ = [sheet for block in scope for sheet in _open_grades(block)]
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
            for sheet in (*open_, *lost)
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
    return ranked + [one.sheet for one in block.not_ranked if one.why in OPEN]


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
