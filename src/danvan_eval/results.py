"""Which tables does a run print, and which files does it leave?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Final

import attrs

from .errors import Fault
from .explaining import points_text
from .packs import Pack
from .points import as_percent, shown
from .quotas import Allocation
from .ranking import OPEN, BlockRanking, NotRanked, Ranked, Ranking
from .records import dump_run
from .runs import Run
from .sheet import Sheet
from .tables.text import Value
from .tables.writing import Sheet as Page
from .tables.writing import make_folder, table_bytes, write_together
from .terms import EXTRAS, Language
from .wording.printing import UNRANKED, WORDS

RUN: Final = "ket-qua.json"
PROBLEMS: Final = "van-de.csv"
CHANGES: Final = "thay-doi.csv"
SCHEMES_NAMED: Final = re.compile(r'"scheme":"([^"]+)"')
"""Where a result file names a scheme; reading it whole would take seconds."""
"""Written beside a run that is compared with an earlier one."""


@attrs.frozen
class Printout:
    """Makes the tables of one ranking, in one language."""

    pack: Pack
    ranking: Ranking
    language: Language = "vi"

    def say(self, key: str, **data: object) -> str:
        """Return a heading or a sentence of the printout."""
        return WORDS[key].in_(self.language).format(**data)

    def grade(self, grade: str | None) -> str:
        """Return a grade's words; those for «people decide» when there is none."""
        if grade is None:
            return self.say("people")
        return self.pack.scheme.label_of(grade).in_(self.language)

    def proposal(self, row: Ranked) -> str:
        """Return the proposed grade; those still possible while it is open."""
        if row.proposed is None and row.sheet.grade is None:
            return " / ".join(map(self.grade, row.sheet.grades))
        return self.grade(row.proposed)

    def block_label(self, block: BlockRanking) -> str:
        """Return the words of a block."""
        labels = dict(self.pack.scheme.blocks)
        return labels[block.block].in_(self.language)

    def ranked(self, block: BlockRanking) -> Page:
        """Return the ranking of a block: rank, code, name, total, grade.

        The possible ranks and the assumed share stand in columns of their own
        only where rows differ.
        """
        rows = block.ranked
        open_ = any(row.possible != (row.rank, row.rank) for row in rows)
        mixed = self.assumed() is None
        heads = ["rank", "code", "name", "total", "grade"]
        heads += ["possible"] * open_ + ["assumed"] * mixed
        return Page(
            [self.say(head) for head in heads],
            [self.row(row, open_=open_, mixed=mixed) for row in rows],
            name=self.block_label(block),
        )

    def row(
        self, row: Ranked, *, open_: bool = False, mixed: bool = False
    ) -> list[Value]:
        """Return the cells of one ranked subject, the optional ones where asked."""
        sheet = row.sheet
        cells: list[Value] = [
            row.rank,
            sheet.subject.code,
            sheet.subject.name,
            sheet.total,
            self.proposal(row),
        ]
        if open_:
            cells.append(_span(row.possible))
        if mixed:
            cells.append(as_percent(sheet.assumed, comma=self.language == "vi"))
        return cells

    def not_ranked(self, rows: Iterable[NotRanked], *, short: bool = False) -> Page:
        """Return those without a rank and why; *short* names what is missing by code."""
        heads = ("code", "name", "why", "between", "possible", "missing")
        return Page(
            [self.say(head) for head in heads],
            [self._unranked(row, short=short) for row in rows],
            name=self.say("not_ranked"),
        )

    def _unranked(self, row: NotRanked, *, short: bool) -> list[Value]:
        sheet, open_ = row.sheet, row.why in OPEN
        between = f"{self._shown(sheet.low)} … {self._shown(sheet.high)}"
        return [
            sheet.subject.code,
            sheet.subject.name,
            UNRANKED[row.why].in_(self.language),
            between if open_ else "",
            _span(row.possible) if row.possible else "",
            "; ".join(self._missing(sheet, short=short)) if open_ else "",
        ]

    def _shown(self, points: Fraction) -> str:
        return shown(points, comma=self.language == "vi")

    def _missing(self, sheet: Sheet, *, short: bool) -> Iterator[str]:
        """Yield what is still to be brought, then the codes of what is to be mended."""
        criteria = self.pack.shelf.criteria
        for criterion, name in sheet.missing:
            tail = criterion.rpartition("/")[2]
            if short or criterion not in criteria:
                yield f"{tail}.{name}"
            else:
                label = criteria[criterion].evidence[name].label
                yield f"{tail}: {label.in_(self.language)}"
        yield from dict.fromkeys(fault.code for fault in sheet.faults)

    def counts(self, block: BlockRanking) -> str:
        """Return how many of a block stand in each proposed grade, best first."""
        told = [self.proposal(row) for row in block.ranked]
        known = map(self.grade, self.pack.scheme.grade_ids)
        return "  " + " · ".join(
            f"{one}: {told.count(one)}"
            for one in dict.fromkeys((*known, *told))
            if one in told
        )

    def reasons(self, rows: Iterable[NotRanked]) -> str:
        """Return how many stand without a rank for each reason."""
        whys = [row.why for row in rows]
        return "  " + " · ".join(
            f"{text.in_(self.language)}: {whys.count(why)}"
            for why, text in UNRANKED.items()
            if why in whys
        )

    def quotas(self) -> list[str]:
        """Return a sentence for every quota, contested line and waiting subject."""
        told = [
            sentence
            for block in self.ranking.blocks
            for one in block.quotas
            for sentence in self._quota(one, self.block_label(block))
        ]
        for one in self.ranking.quotas:
            told += self._quota(one, self.pack.scheme.title.in_(self.language))
        return told

    def _quota(self, one: Allocation, label: str) -> Iterator[str]:
        grade, beyond = self.grade(one.grade), self.grade(one.beyond)
        refused = ""
        if one.refused:
            refused = self.say("refused", beyond=beyond, codes=", ".join(one.refused))
        yield self.say(
            "quota",
            label=label,
            exact=points_text(one.exact, self.language),
            slots=one.slots,
            grade=grade,
            base=one.base,
            granted=", ".join(one.granted) or self.say("none"),
            refused=refused,
        )
        codes = ", ".join(one.contested)
        if one.depends:
            told = {"codes": codes, "left": one.left, "grade": grade}
            yield self.say("depends", label=label, **told)
        elif one.contested:
            chain = " → ".join(self._chain())
            told = {"codes": codes, "left": one.left, "chain": chain}
            yield self.say("contested", label=label, **told)
        if one.waiting:
            codes = ", ".join(one.waiting)
            yield self.say("waiting", label=label, codes=codes, grade=grade)
        if one.held:
            yield self.say("held", label=label, held=one.held, grade=grade)
        if one.passing:
            told = {"codes": ", ".join(one.passing), "grade": grade, "beyond": beyond}
            yield self.say("passing", label=label, **told)

    def _chain(self) -> list[str]:
        groups = {group.id: group.label for group in self.pack.scheme.groups}
        titles = {one.leaf.criterion: one.criterion.title for one in self.pack.leaves}
        names = {**EXTRAS, **groups, **titles}
        return [
            names[str(one)].in_(self.language) for one in self.pack.scheme.tie_breaks
        ]

    def assumed(self) -> Fraction | None:
        """Return the assumed share of the maxima; None where sheets differ."""
        shares = self._shares()
        return next(iter(shares)) if len(shares) == 1 else None

    def _shares(self) -> set[Fraction]:
        blocks = self.ranking.blocks
        sheets = [row.sheet for block in blocks for row in block.ranked]
        rest = [row.sheet for row in self.ranking.not_ranked if row.why != "unlisted"]
        return {sheet.assumed for sheet in (*sheets, *rest) if sheet.out_of}

    def rests(self) -> str:
        """Return the line about assumed numbers; empty when nothing was scored."""
        shares = [
            as_percent(one, comma=self.language == "vi")
            for one in sorted(self._shares())
        ]
        if not shares:
            return ""
        if len(shares) == 1:
            return self.say("rests", share=shares[0])
        return self.say("rests_each", low=shares[0], high=shares[-1])


def _span(span: tuple[int, int]) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


def problems(faults: Iterable[Fault], language: Language = "vi") -> Page:
    """Return the table of problems: where, code, what and what to do."""
    heads = ("place", "code", "problem")
    return Page(
        [WORDS[head].in_(language) for head in heads],
        [(str(one.place), one.code, one.text(language)) for one in faults],
        name=WORDS["problems"].in_(language),
    )


def write_results(
    folder: Path, run: Run, packs: Mapping[str, Pack], language: Language = "vi"
) -> list[Path]:
    """Write a run into *folder*: JSON whole, one CSV and one workbook per scheme.

    The workbook is left out when XlsxWriter is not installed. All files are written
    or none; those of an earlier run that this one does not write are removed.

    Raises:
        FaultError: DV-F2xx when the folder cannot be made, or a file not written.
    """
    tables = {PROBLEMS: [problems(run.faults, language)]}
    for ranking in run.rankings:
        printout = Printout(packs[ranking.scheme], ranking, language)
        table, *book = _names(ranking.scheme)
        tables[table] = [_flat(printout)]
        for name in book if can_write_workbooks() else ():
            tables[name] = list(_pages(printout, run))
    make_folder(folder)
    files = {folder / RUN: dump_run(run).encode()}
    files |= {
        folder / name: table_bytes(folder / name, *pages)
        for name, pages in tables.items()
    }
    write_together(files, (folder / name for name in leftovers(folder, run)))
    return list(files)


def leftovers(folder: Path, run: Run) -> tuple[str, ...]:
    """Return the result files of an earlier run in *folder* that *run* does not write.

    Which schemes the earlier run ranked is told by its own ``ket-qua.json``.
    """
    try:
        before = (folder / RUN).read_text("utf-8")
    except (OSError, ValueError):
        return ()
    kept = {name for one in run.rankings for name in _names(one.scheme)}
    ranked = dict.fromkeys(SCHEMES_NAMED.findall(before))
    named = [name for one in ranked for name in _names(one)]
    old = [name for name in (*named, CHANGES) if name not in kept]
    return tuple(name for name in old if (folder / name).is_file())


def _names(scheme: str) -> tuple[str, str]:
    """Return how the table and the workbook of a scheme are named."""
    stem = f"xep-hang-{scheme.rpartition('/')[2]}"
    return f"{stem}.csv", f"{stem}.xlsx"


def can_write_workbooks() -> bool:
    """Say whether the package that writes workbooks is installed."""
    from importlib.util import find_spec

    return find_spec("xlsxwriter") is not None


def _flat(printout: Printout) -> Page:
    """Return one list of everybody, ranked or not, for other programs."""
    heads = ("block", "rank", "code", "name", "total", "grade", "why", "missing")
    rows: list[list[Value]] = []
    for block in printout.ranking.blocks:
        label = printout.block_label(block)
        for row in block.ranked:
            rank, code, name, total, grade, *_ = printout.row(row)
            rows.append([label, rank, code, name, total, grade, "", ""])
        rows += _without_rank(printout, label, block.not_ranked)
    rows += _without_rank(printout, "", printout.ranking.unplaced)
    return Page([printout.say(head) for head in heads], rows)


def _without_rank(
    printout: Printout, label: str, rest: Iterable[NotRanked]
) -> Iterator[list[Value]]:
    """Yield the rows of those in one block, or in none, who have no rank."""
    for code, name, why, _, _, missing in printout.not_ranked(rest).rows:
        yield [label, None, code, name, None, "", why, missing]


def _pages(printout: Printout, run: Run) -> Iterator[Page]:
    """Yield the pages of a workbook, each footed with pack and fingerprint."""
    footer = printout.say(
        "footer",
        pack=f"{printout.ranking.scheme} {printout.ranking.pack[:12]}",
        run=run.fingerprint[:12],
        library=run.library,
    )
    title = printout.pack.scheme.title.in_(printout.language)
    mark = run.mark(printout.language)
    above = (run.hospital, title, *([mark] if mark else []))
    below = (printout.rests(), footer)
    rest = printout.ranking.not_ranked
    quotas = Page(
        [printout.say("quotas")],
        [[one] for one in printout.quotas()],
        name=printout.say("quotas"),
    )
    pages = [printout.ranked(block) for block in printout.ranking.blocks]
    for page in (*pages, printout.not_ranked(rest), quotas):
        yield attrs.evolve(page, above=(*above, page.name), below=below)
