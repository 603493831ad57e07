"""Who stands where, who shares a place, and who cannot be placed yet?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Literal

import attrs

from .errors import FaultError, Place, fault
from .packs import Pack
from .quotas import Allocation, Candidate, Standing, allocate
from .scheme import Scheme
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

    *proposed* is the grade after quotas; None where people have to decide.
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
    if scheme.template:
        how = scheme.how.vi if scheme.how else ""
        raise FaultError(
            fault("DV-R001", Place(scheme.file), scheme=scheme.id, how=how)
        )
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
    spans = {one.subject.code: _span(scheme, one) for one in open_}
    ranked = _ranked(scheme, placed, list(spans.values()))
    firsts = sorted(_span(scheme, sheet)[0] for sheet in placed)
    rest = [
        NotRanked(sheet, why, _possible(sheet.subject.code, spans, firsts))
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


def _span(scheme: Scheme, sheet: Sheet) -> tuple[Fraction, Fraction]:
    if scheme.compare != "percent":
        return sheet.low, sheet.high
    return sheet.low / sheet.out_of, sheet.high / sheet.out_of


def standing(scheme: Scheme, sheet: Sheet) -> Standing:
    """Return what is compared: the total (or its share), then the tie-break keys."""
    return (_span(scheme, sheet)[0], *sheet.keys)


def _ranked(
    scheme: Scheme,
    sheets: Sequence[Sheet],
    open_spans: Sequence[tuple[Fraction, Fraction]],
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
        ahead = sum(low > at[0] for low, _ in open_spans)
        maybe_ahead = sum(high >= at[0] for _, high in open_spans)
        rows += [
            Ranked(
                sheet,
                place,
                len(members) > 1,
                (place + ahead, place + maybe_ahead),
                sheet.grade,
            )
            for sheet in members
        ]
    return tuple(rows)


def _possible(
    code: str,
    spans: dict[str, tuple[Fraction, Fraction]],
    placed: Sequence[Fraction],
) -> Span:
    """Return the best and worst rank an incomplete subject can still get."""
    low, high = spans[code]
    others = [span for other, span in spans.items() if other != code]
    ahead = len(placed) - bisect_right(placed, high)
    maybe_ahead = len(placed) - bisect_left(placed, low)
    return (
        1 + ahead + sum(least > high for least, _ in others),
        1 + maybe_ahead + sum(most >= low for _, most in others),
    )


def _with_quotas(
    scheme: Scheme, blocks: list[BlockRanking]
) -> tuple[tuple[BlockRanking, ...], tuple[Allocation, ...]]:
    """Apply the quotas, each within its blocks or over all of them."""
    overall: list[Allocation] = []
    for quota in scheme.quotas:
        scopes = [[block] for block in blocks] if quota.scope == "block" else [blocks]
        for scope in scopes:
            allocation = allocate(
                quota,
                [
                    Candidate(
                        row.sheet.subject.code,
                        row.proposed,
                        standing(scheme, row.sheet),
                    )
                    for block in scope
                    for row in block.ranked
                ],
                block=scope[0].block if quota.scope == "block" else "",
                chain=[str(one) for one in scheme.tie_breaks],
                waiting=[
                    one.sheet.subject.code
                    for block in scope
                    for one in block.not_ranked
                    if one.why == "incomplete" and quota.grade in one.sheet.grades
                ],
            )
            blocks = [
                _allotted(block, allocation, own=quota.scope == "block")
                if block in scope
                else block
                for block in blocks
            ]
            if quota.scope == "all":
                overall.append(allocation)
    return tuple(blocks), tuple(overall)


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
