"""Why is this score what it is, in sentences?"""

import datetime as dt
import string
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final

import attrs

from .catalogue import Criterion, Version
from .errors import Fault
from .kinds.survey import Survey
from .packs import Pack, PackLeaf
from .points import as_percent, is_cut, shown, to_text
from .rule import Facts, Finding
from .scheme import Effect, Extra, Group
from .sentences import SENTENCES
from .sheet import Line, Sheet
from .terms import BASES, OUTCOMES, Language, Text
from .trace import Stage, Step

Labels = Mapping[str, Text]
"""What ids are called: evidence, options, parts, groups, grades, conditions."""

HEADINGS: Final = {
    "sheet": Text("PHIẾU GIẢI TRÌNH", "EXPLANATION"),
    "internal": Text("áp dụng nội bộ", "for internal use"),
    "total": Text("Tổng điểm", "Total"),
    "between": Text("từ {low} đến {high}", "from {low} to {high}"),
    "grade": Text("Xếp loại (đề xuất)", "Grade (proposed)"),
    "basis": Text("Căn cứ", "Source"),
    "sums": Text("Cộng điểm", "Adding up"),
    "none": Text("không áp dụng", "not applicable"),
    "waived": Text(
        "miễn trừ: {points} điểm trong số thứ hai",
        "waived: {points} in the second number",
    ),
    "second": Text(
        "Tổng kể cả miễn trừ (số thứ hai)", "Total with waivers (second number)"
    ),
    "rests": Text(
        "{share} điểm tối đa dựa trên con số giả định.",
        "{share} of the maxima rests on assumed numbers.",
    ),
}


def day_text(day: dt.date, language: Language) -> str:
    """Write a day as readers do: dd/mm/yyyy, or ISO in English."""
    return f"{day:%d/%m/%Y}" if language == "vi" else day.isoformat()


def points_text(points: Fraction, language: Language = "vi") -> str:
    """Write points for readers, with the exact fraction where two decimals cut it.

    >>> points_text(Fraction(28, 3))
    '9,33 (= 28/3)'
    """
    text = shown(points, comma=language == "vi")
    return f"{text} (= {exact_text(points, language)})" if is_cut(points) else text


def exact_text(number: Fraction, language: Language = "vi") -> str:
    """Write a number with all its decimals, or as a fraction when they never end.

    >>> exact_text(Fraction(7, 8)), exact_text(Fraction(2, 3))
    ('0,875', '2/3')
    """
    text = to_text(number)
    return text.replace(".", ",") if language == "vi" else text


def span_text(low: Fraction, high: Fraction, language: Language) -> str:
    """Write points that may still lie anywhere from *low* to *high*."""
    if low == high:
        return points_text(low, language)
    return f"{points_text(low, language)} … {points_text(high, language)}"


class _Words(string.Formatter):
    """Fills a sentence: numbers, dates, lists and percentages as readers write them."""

    def __init__(self, language: Language, labels: Labels) -> None:
        self.language, self.labels = language, labels

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, Fraction):
            if format_spec == "%":
                return as_percent(value, comma=self.language == "vi")
            return points_text(value, self.language)
        if isinstance(value, dt.date):
            return day_text(value, self.language)
        if isinstance(value, tuple):
            return ", ".join(self.format_field(one, "") for one in value)
        if isinstance(value, int) and format_spec == "%":
            return as_percent(Fraction(value), comma=self.language == "vi")
        text = str(value)
        return self.labels[text].in_(self.language) if text in self.labels else text


@attrs.frozen
class Explainer:
    """Turns the findings and steps of one pack's sheets into sentences."""

    pack: Pack
    language: Language = "vi"

    def sheet(self, sheet: Sheet) -> str:
        """Return the whole explanation of *sheet* as text."""
        return "\n".join(self._sheet(sheet))

    def line(self, sheet: Sheet, criterion: str) -> str:
        """Return the explanation of one criterion; KeyError when there is none."""
        leaf = next(one for one in self.pack.leaves if one.leaf.criterion == criterion)
        return "\n".join(self._line(sheet.line(criterion), leaf))

    def _say(self, heading: str, **data: str) -> str:
        return HEADINGS[heading].in_(self.language).format(**data)

    def _sheet(self, sheet: Sheet) -> Iterator[str]:
        scheme, subject = self.pack.scheme, sheet.subject
        period = " – ".join(
            day_text(day, self.language)
            for day in (sheet.period.start, sheet.period.end)
        )
        yield f"{self._say('sheet')} · {subject.code} {subject.name} · {period}"
        yield f"{scheme.title.in_(self.language)} ({self._say('internal')})"
        out_of = points_text(sheet.out_of, self.language)
        yield f"{self._say('total')}: {self.total(sheet)} / {out_of}"
        if sheet.grades and sheet.eligibility != "not_eligible":
            yield f"{self._say('grade')}: {self.grades(sheet.grades)}"
        if sheet.with_waivers is not None:
            second = points_text(sheet.with_waivers, self.language)
            yield f"{self._say('second')}: {second}"
        yield ""
        for number, (line, leaf) in enumerate(
            zip(sheet.lines, self.pack.leaves, strict=True), 1
        ):
            first, *rest = self._line(line, leaf)
            yield f"{number}. {first}"
            yield from (f"   {text}" for text in rest)
        yield ""
        yield f"{self._say('sums')}:"
        yield from (f"  – {self.step(step)}" for step in sheet.steps)
        percent = as_percent(sheet.assumed, comma=self.language == "vi")
        yield f"  – {self._say('rests', share=percent)}"
        told = {one for line in sheet.lines for one in line.finding.faults}
        others = [one for one in sheet.faults if one not in told]
        yield from (f"  {text}" for text in self._faults(others))

    def total(self, sheet: Sheet) -> str:
        """Return the total, or the interval it still lies in."""
        if not sheet.complete and sheet.low != sheet.high:
            low, high = (
                points_text(one, self.language) for one in (sheet.low, sheet.high)
            )
            return self._say("between", low=low, high=high)
        if not sheet.complete:
            return OUTCOMES[sheet.outcome.value].in_(self.language)
        return points_text(sheet.low, self.language)

    def grades(self, grades: tuple[str, ...]) -> str:
        """Return the words of one grade, or of those still possible."""
        scheme = self.pack.scheme
        return " / ".join(scheme.label_of(one).in_(self.language) for one in grades)

    def _line(self, line: Line, leaf: PackLeaf) -> Iterator[str]:
        title = leaf.criterion.title.in_(self.language)
        if not line.max_points:
            yield f"[{line.criterion}] {title}: {self._say('none')}"
            yield self.reason(line.finding, leaf)
            return
        points = span_text(line.low, line.high, self.language)
        most = points_text(line.max_points, self.language)
        yield f"[{line.criterion}] {title}: {points} / {most}"
        yield self.reason(line.finding, leaf)
        yield from self._faults(line.finding.faults)
        yield from self._parts(line.finding, leaf)
        if line.waived is not None:
            yield self._say("waived", points=points_text(line.waived, self.language))
        for cite in leaf.criterion.cited_by(leaf.version):
            yield f"{self._say('basis')}: {cite}"
        yield from self._assumptions(leaf)

    def _faults(self, faults: Iterable[Fault]) -> Iterator[str]:
        for one in faults:
            yield f"! {one.place}: {one.code} {one.text(self.language)}"

    def _parts(self, finding: Finding, leaf: PackLeaf) -> Iterator[str]:
        titles = {part.id: part.title for part in leaf.version.parts}
        for part in finding.parts:
            title = titles[part.id].in_(self.language)
            weight = as_percent(part.weight, comma=self.language == "vi")
            yield f"· {title} ({weight}): {self.reason(part.finding, leaf)}"

    def _assumptions(self, leaf: PackLeaf) -> Iterator[str]:
        path = f"group.{leaf.group}.criterion.{leaf.leaf.criterion}."
        own = [b for key, b in self.pack.scheme.bases.items() if key.startswith(path)]
        bases = dict.fromkeys([*leaf.version.bases.values(), *own])
        for basis in bases:
            if basis.kind != "cited":
                word = BASES[basis.kind].in_(self.language)
                yield f"{word[:1].upper()}{word[1:]}: {basis.says}"

    def reason(self, finding: Finding, leaf: PackLeaf) -> str:
        """Return the sentence of *finding*."""
        finding = attrs.evolve(finding, facts=self._reworded(finding.facts))
        return reason_text(finding, leaf.criterion, leaf.version, self.language)

    def _fill(self, sentence: str, facts: Facts, labels: Labels) -> str:
        return _Words(self.language, labels).vformat(sentence, (), dict(facts))

    def step(self, step: Step) -> str:
        """Return the sentence of one step of the adding up."""
        scheme = self.pack.scheme
        facts = dict(self._reworded(step.facts))
        if step.low is not None and step.high is not None:
            facts["points"] = span_text(step.low, step.high, self.language)
        facts["grades"] = self.grades(step.grades)
        if step.stage is Stage.HEAD and scheme.head is not None:
            above = facts["unit_grades"]
            facts["unit_grades"] = self.grades(
                above if isinstance(above, tuple) else ()
            )
            facts["reason"] = scheme.head.reason.in_(self.language)
        titles = {one.leaf.criterion: one.criterion.title for one in self.pack.leaves}
        groups = {group.id: group.label for group in scheme.groups}
        sentence = SENTENCES[step.says].in_(self.language)
        if self.language == "en":
            facts |= self._english(step)
        return self._fill(sentence, tuple(facts.items()), {**titles, **groups})

    def _reworded(self, facts: Facts) -> Facts:
        """Return *facts* with the reason of a zeroing as its scheme words it."""
        reasons = {one.id: one.reason for one in self.pack.scheme.zeros}
        text = reasons.get(str(dict(facts).get("zero")))
        if text is None:
            return facts
        return tuple({**dict(facts), "reason": text.in_(self.language)}.items())

    def _english(self, step: Step) -> dict[str, str]:
        """Return the label and reason of a step's subject in English.

        A cap and a drop may share an id, so the stage says which is meant.
        """
        scheme = self.pack.scheme
        labels: dict[Stage, tuple[Group | Extra, ...]] = {
            Stage.GROUP: scheme.groups,
            Stage.BONUS: scheme.bonuses,
            Stage.DEDUCTION: scheme.deductions,
        }
        reasons: dict[Stage, tuple[Effect, ...]] = {
            Stage.CAP: scheme.caps,
            Stage.DROP: scheme.drops,
            Stage.LOWEST: scheme.lowest,
            Stage.ELIGIBILITY: scheme.not_eligible,
        }
        label = {one.id: one.label for one in labels.get(step.stage, ())}
        reason = {one.id: one.reason for one in reasons.get(step.stage, ())}
        told = {"label": label.get(step.about), "reason": reason.get(step.about)}
        return {key: text.in_("en") for key, text in told.items() if text is not None}


def reason_text(
    finding: Finding, criterion: Criterion, version: Version, language: Language = "vi"
) -> str:
    """Return the sentence of what *version* of *criterion* found."""
    says = {key: text for part in version.parts for key, text in part.rule.says.items()}
    sentence = {**SENTENCES, **says}[finding.reason].in_(language)
    words = _Words(language, _labels(criterion, version))
    return words.vformat(sentence, (), dict(finding.facts))


def _labels(criterion: Criterion, version: Version) -> Labels:
    labels = {name: field.label for name, field in criterion.evidence.items()}
    for field in criterion.evidence.values():
        labels |= dict(field.options)
    for part in version.parts:
        if isinstance(part.rule, Survey):
            labels[part.rule.metric] = criterion.evidence[part.rule.value].label
    return labels | {part.id: part.title for part in version.parts if part.id}


def explain(
    pack: Pack, sheet: Sheet, criterion: str = "", language: Language = "vi"
) -> str:
    """Say why *sheet*, or one *criterion* of it, came out as it did.

    Args:
        pack: the pack the sheet was scored with.
        sheet: the result of :func:`danvan_eval.score`.
        criterion: the id of one criterion; the whole sheet when empty.
        language: ``vi`` or ``en``.

    Returns:
        Lines of text: every number with its reason, source and assumptions.
    """
    explainer = Explainer(pack, language)
    return explainer.line(sheet, criterion) if criterion else explainer.sheet(sheet)
