"""Which tables does a classification print, and which files does it leave?"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs

from .decisions.answers import WORDS as TRUTHS
from .decisions.answers import Truth
from .decisions.classification import Classification
from .decisions.facts import fact_label
from .decisions.telling import standing
from .decisions.verdicts import STATUSES
from .decisions.worksheet import Row, Worksheet
from .points import shown
from .results import PROBLEMS, can_write_workbooks, problems
from .tables.text import Value
from .tables.writing import Sheet as Page
from .tables.writing import make_folder, table_bytes, write_together
from .terms import Language
from .wording.yearly import YEARLY
from .year_run import YearRun, dump_year

RUN: Final = "xep-loai.json"
PUBLIC: Final = "cong-khai.csv"
QUOTAS: Final = "han-muc.csv"
UNITS: Final = "xep-loai-don-vi"
PEOPLE: Final = "xep-loai-ca-nhan"


@attrs.frozen
class YearPrintout:
    """Makes the tables of one classification, in one language."""

    run: YearRun
    language: Language = "vi"

    def say(self, key: str, **data: object) -> str:
        """Return a heading or a sentence."""
        return YEARLY[key].in_(self.language).format(**data)

    def units(self) -> Page:
        """Return the departments and the hospital, for those who decide."""
        found = self.run.found
        rows = [self._row(one) for one in (*found.units, found.hospital)]
        return Page(self._heads(), rows, name=self.say("units"))

    def people(self) -> Page:
        """Return everybody with what is missing or not met, for those who decide."""
        rows = [self._row(one) for one in self.run.found.people]
        return Page(self._heads(), rows, name=self.say("people"))

    def _heads(self) -> list[str]:
        heads = (
            "code",
            "name",
            "unit",
            "suggested",
            "basis",
            "remarks",
            "missing",
            "decided",
        )
        return [self.say(head) for head in heads]

    def _row(self, one: Classification) -> list[Value]:
        subject, language = one.subject, self.language
        missing = [fact_label(name).in_(language) for name in one.missing]
        decided = one.decided.level.label.in_(language) if one.decided else ""
        return [
            subject.code,
            subject.name,
            subject.unit,
            self.suggestion(one),
            one.basis.in_(language),
            "; ".join(dict.fromkeys(self._remarks(one))),
            "; ".join(missing),
            decided,
        ]

    def _remarks(self, one: Classification) -> Iterator[str]:
        """Yield why somebody stands where they stand, and what deciders have to know."""
        language = self.language
        for hold in one.holds:
            yield hold.says.in_(language)
        for step in one.steps:
            if step.stage in MOVING and step.says != one.basis:
                yield step.says.in_(language)
        for condition in one.deciding:
            required = condition.required.in_(language)
            yield f"{required}: {condition.seen.in_(language)}"
        for flag in one.flags:
            open_ = any(cond.truth is Truth.UNKNOWN for cond in flag.conditions)
            mark = f" ({TRUTHS[Truth.UNKNOWN].in_(language)})" if open_ else ""
            yield f"{flag.says.in_(language)}{mark}"

    def suggestion(self, one: Classification) -> str:
        """Return the suggestion in words; what is held says so before anything."""
        if one.holds:
            return self.say("held", level=standing(one, self.language))
        return standing(one, self.language)

    def brief(self, page: Page) -> Page:
        """Return a table without the columns in which nothing stands."""
        kept = [
            at for at in range(len(page.headers)) if any(row[at] for row in page.rows)
        ]
        return attrs.evolve(
            page,
            headers=[page.headers[at] for at in kept],
            rows=[[row[at] for at in kept] for row in page.rows],
        )

    def public(self) -> Page:
        """Return what may be made public: levels, no points and no reasons.

        A level nobody has decided is no level yet, and stands there as suggested.
        """
        heads = ("code", "name", "unit", "suggested", "decided")
        found = self.run.found
        rows = [
            [
                one.subject.code,
                one.subject.name,
                one.subject.unit,
                one.level.label.in_(self.language) if one.ready and one.level else "",
                one.decided.level.label.in_(self.language) if one.decided else "",
            ]
            for one in (*found.units, found.hospital, *found.people)
        ]
        return Page([self.say(head) for head in heads], rows, name=self.say("public"))

    def counts(self, found: Iterable[Classification]) -> str:
        """Return how many have each suggestion, the most settled first."""
        told = [self._counted(one) for one in found]
        order = sorted(set(told), key=lambda one: (one[0], one[1]))
        return " · ".join(
            f"{words}: {told.count((nth, words))}" for nth, words in order
        )

    def _counted(self, one: Classification) -> tuple[int, str]:
        if one.holds:
            return 10, self.say("waiting")
        if one.level is not None:
            return list(type(one.level)).index(one.level), one.level.label.in_(
                self.language
            )
        statuses = list(STATUSES)
        return 4 + statuses.index(one.status), STATUSES[one.status].in_(self.language)

    def worksheet(self, sheet: Worksheet) -> Page:
        """Return the reckoning of one quota, to be checked with a pencil."""
        heads = (
            "scope",
            "base",
            "slots_a",
            "slots_b",
            "used",
            "granted",
            "refused",
            "tied",
            "open",
        )
        rows = [self._line(row) for row in sheet.rows]
        name = self.say("quota_of", title=sheet.title.in_(self.language))
        return Page([self.say(head) for head in heads], rows, name=name)

    def _line(self, row: Row) -> list[Value]:
        one = row.allocation
        return [
            row.scope or self.say("whole"),
            one.base,
            row.slots[0],
            row.slots[1],
            one.slots,
            len(one.granted),
            len(one.refused),
            len(one.contested),
            len(one.waiting),
        ]

    def reckoning(self, sheet: Worksheet) -> Iterator[str]:
        """Yield the sentences of one quota: the sum, ties by code, what is left over."""
        rule, whole = sheet.rule, sheet.whole.allocation
        comma = self.language == "vi"
        yield self.say(
            "reckoned",
            base=whole.base,
            percent=shown(rule.ratio * 100, comma=comma),
            exact=shown(whole.exact, comma=comma),
            a=sheet.whole.slots[0],
            b=sheet.whole.slots[1],
            reading=rule.reading,
            slots=whole.slots,
        )
        for row in sheet.rows:
            if row.allocation.contested:
                codes = ", ".join(row.allocation.contested)
                scope = row.scope or self.say("whole")
                yield self.say(
                    "tied_at", scope=scope, codes=codes, left=row.allocation.left
                )
        zero = [row.scope for row in sheet.groups if row.zero]
        if zero:
            yield self.say("zero", groups=", ".join(zero))
        if sheet.slack:
            yield self.say("slack", count=sheet.slack)
        if sheet.exempt:
            yield self.say("exempt", codes=", ".join(sheet.exempt))
        if sheet.unsettled:
            yield self.say("unsettled", count=len(sheet.unsettled))

    def effects(self, sheet: Worksheet) -> Page:
        """Return, by department, the quota alone and what it has by the whole."""
        heads = ("unit", "base", "candidates", "alone", "by_whole", "open")
        rows: list[list[Value]] = [
            [one.unit, one.base, one.candidates, one.alone, one.granted, one.open]
            for one in sheet.effects
        ]
        return Page([self.say(head) for head in heads], rows, name=self.say("effects"))

    def quotas(self) -> Page:
        """Return every worksheet in one table, for other programs."""
        heads = (
            "quota",
            "scope",
            "base",
            "slots_a",
            "slots_b",
            "used",
            "granted",
            "refused",
            "tied",
            "open",
        )
        rows = [
            [sheet.title.in_(self.language), *self._line(row)]
            for sheet in self.run.found.worksheets
            for row in sheet.rows
        ]
        return Page([self.say(head) for head in heads], rows)


PRINTED: Final = 34
"""The widest column of a page to print, in letters."""
MOVING: Final = frozenset({"eligibility", "cap", "head", "group_quota", "unit_quota"})
"""The stations that say why somebody stands where they stand."""


def write_year(folder: Path, run: YearRun, language: Language = "vi") -> list[Path]:
    """Write the result files of a classification, all together or none.

    Points are in none of them but the explanation that the person is given.
    """
    printout = YearPrintout(run, language)
    make_folder(folder)
    tables = {
        PUBLIC: printout.public(),
        QUOTAS: printout.quotas(),
        PROBLEMS: problems(run.faults, language),
        f"{UNITS}.csv": printout.units(),
        f"{PEOPLE}.csv": printout.people(),
    }
    if can_write_workbooks():
        tables[f"{UNITS}.xlsx"] = _footed(printout, printout.units())
        tables[f"{PEOPLE}.xlsx"] = _footed(printout, printout.people())
    files = {folder / RUN: dump_year(run).encode()}
    files |= {
        folder / name: table_bytes(folder / name, page) for name, page in tables.items()
    }
    write_together(files)
    return list(files)


def _footed(printout: YearPrintout, page: Page) -> Page:
    """Return a table to print: no empty column, and what it rests on above it."""
    run, basis = printout.run, printout.say("basis")
    at = page.headers.index(basis)
    bases = dict.fromkeys(str(row[at]) for row in page.rows)
    kept = attrs.evolve(
        page,
        headers=[*page.headers[:at], *page.headers[at + 1 :]],
        rows=[[*row[:at], *row[at + 1 :]] for row in page.rows],
    )
    footer = printout.say("footer", run=run.fingerprint[:12], library=run.library)
    title = printout.say("title", year=run.found.year)
    return attrs.evolve(
        printout.brief(kept),
        above=(run.hospital, title, f"{basis}: {'; '.join(bases)}", page.name),
        below=(printout.say("proposes"), footer),
        widest=PRINTED,
    )
