"""Which worked examples show what an answer comes to?"""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from ..catalogue import Criterion, Example, Version
from ..errors import Fault
from ..evidence import MISSING
from ..explaining import reason_text
from ..judging import judge
from ..outcomes import Outcome
from ..points import FULL, NOTHING
from ..rule import Finding, not_applicable
from ..terms import OUTCOMES, Text
from .voice import Line, Voice, capital, table

HEADINGS: Final = (
    Text("Trường hợp", "Case"),
    Text("Kết quả", "Result"),
    Text("Vì sao", "Why"),
)
OPEN: Final = Text(
    "chưa có điểm, còn có thể từ {low} đến {high}", "open: {low} to {high}"
)
OPEN_OUT: Final = Text("{open}, hoặc không áp dụng", "{open}, or not applicable")

ORDER: Final = (
    ("full", 1),
    ("partial", 2),
    ("nothing", 1),
    ("no_event", 2),
    ("missing", 1),
    ("declined", 1),
    ("outside", 1),
    ("wrong", 1),
)
"""Which examples are shown, and how many of each sort."""

ENDS: Final = {"full": FULL, "nothing": NOTHING}
"""The sorts that show one end of the points."""

NO_EVENT: Final = (".zero_", ".first_", ".small_sample")
"""How the reasons read that say there was nothing to measure."""


CODED: Final = frozenset({"DV-E201", "DV-E205"})
"""Faults whose sentence names types and options by their codes."""

DECIMAL: Final = re.compile(r"(?<=\d)\.(?=\d)")
NTH: Final = Text("Phần {nth}: {why}", "Part {nth}: {why}")


@attrs.frozen
class Shown:
    """One worked example, and what it comes to."""

    example: Example
    finding: Finding

    @property
    def sort(self) -> str:
        """What the example shows."""
        finding = self.finding
        by_outcome = {Outcome.UNKNOWN: "missing", Outcome.INVALID: "wrong"}
        if finding.outcome in by_outcome:
            return by_outcome[finding.outcome]
        if finding.reason in ("applies.not", "declined"):
            return "outside" if finding.reason == "applies.not" else "declined"
        if any(code in reason for reason in _reasons(finding) for code in NO_EVENT):
            return "no_event"
        if finding.share == FULL:
            return "full"
        return "partial" if finding.share else "nothing"

    @property
    def is_plain(self) -> bool:
        """Whether what is wrong is told in words alone, without codes."""
        return CODED.isdisjoint(fault.code for fault in self.finding.faults)


def _of_sort(worked: Sequence[Shown], sort: str) -> list[Shown]:
    """Return the examples of one *sort*, the plainest first.

    A full or a zero result is shown even where it comes from a part without event.
    """
    found = [one for one in worked if one.sort == sort]
    if not found and sort in ENDS:
        return [one for one in worked if one.finding.share == ENDS[sort]]
    if sort == "missing":
        found.sort(key=lambda one: len(one.finding.missing))
    return [one for one in found if sort != "wrong" or one.is_plain]


def _reasons(finding: Finding) -> list[str]:
    return [finding.reason, *(part.finding.reason for part in finding.parts)]


@attrs.frozen
class Cases:
    """Tells the worked examples of one version."""

    voice: Voice
    criterion: Criterion
    version: Version

    def told(self) -> str:
        """Return the table of chosen examples; empty when there is none."""
        rows = [self._row(one) for one in self._chosen()]
        return table(map(self.voice.say, HEADINGS), rows) if rows else ""

    def questions(self) -> list[Line]:
        """Return the questions of examples that nobody has answered yet."""
        asked = [one for one in self._own() if one.todo]
        return [(self._name(one), one.todo) for one in asked]

    def _own(self) -> list[Example]:
        version = self.version
        return [
            one
            for one in self.criterion.examples
            if one.as_of is not None
            and one.as_of in version.period
            and version
            == self.criterion.version(
                one.instrument, one.subject, one.as_of, one.reading
            )
        ]

    def _chosen(self) -> list[Shown]:
        worked = [Shown(one, self._found(one)) for one in self._own() if not one.todo]
        shown: list[Shown] = []
        for sort, most in ORDER:
            seen: dict[object, Shown] = {}
            for one in _of_sort(worked, sort):
                if one not in shown:
                    seen.setdefault((one.finding.outcome, one.finding.share), one)
            shown += list(seen.values())[:most]
        return shown

    def _found(self, example: Example) -> Finding:
        if not self.version.applies.covers(example.traits):
            return not_applicable("applies.not")
        given = [example.given.get(name, MISSING) for name in self.version.reads]
        return judge(self.criterion, self.version, *given)

    def _name(self, example: Example) -> str:
        """Return the example's name without the beginning that all of them share."""
        head, mark, rest = example.name.partition(": ")
        shared = all(one.name.startswith(head + mark) for one in self._own())
        return capital(rest if mark and shared else example.name)

    def _row(self, shown: Shown) -> tuple[str, str, str]:
        finding = shown.finding
        return self._name(shown.example), self._result(finding), self._why(finding)

    def _result(self, finding: Finding) -> str:
        if finding.share is not None:
            return f"**{self.voice.worth(finding.share)}**"
        if finding.outcome is not Outcome.UNKNOWN:
            return self.voice.say(OUTCOMES[finding.outcome.value])
        low, high = (self.voice.worth(end) for end in (finding.low, finding.high))
        told = self.voice.say(OPEN, low=low, high=high)
        return self.voice.say(OPEN_OUT, open=told) if finding.removable else told

    def _why(self, finding: Finding) -> str:
        if finding.faults:
            return " ".join(dict.fromkeys(map(self._fault, finding.faults)))
        told = [self._reason(finding)]
        if finding.outcome is Outcome.UNKNOWN and finding.parts:
            missing = (("missing", finding.missing),)
            told.append(
                self._reason(attrs.evolve(finding, reason="missing", facts=missing))
            )
        elif finding.outcome is not Outcome.UNKNOWN:
            told += [
                self.voice.say(NTH, nth=str(nth), why=self._reason(one.finding))
                for nth, one in enumerate(finding.parts, 1)
            ]
        return " ".join(told)

    def _fault(self, fault: Fault) -> str:
        """Return the sentence of a fault, its numbers as readers write them."""
        if self.voice.language == "vi":
            data = tuple((key, DECIMAL.sub(",", word)) for key, word in fault.data)
            fault = attrs.evolve(fault, data=data)
        return fault.text(self.voice.language)

    def _reason(self, finding: Finding) -> str:
        return reason_text(finding, self.criterion, self.version, self.voice.language)
