"""Do the worked examples of a criterion come out as expected?

For a test suite::

    @pytest.mark.parametrize("case", cases(load_catalogue()), ids=str)
    def test_examples_come_out_as_written(case):
        assert not case.mismatches()
"""

import datetime as dt
from collections.abc import Iterator, Mapping

import attrs

from ..catalogue import Criterion, Example, Version
from ..evidence import MISSING, Observed
from ..judging import judge
from ..loading import Catalogue
from ..points import exact, to_text
from ..rule import Finding, not_applicable

NOT_IN_FORCE = "DV-E110"
"""What an example expects as *error* when no version is in force on its day."""

NOT_THERE = "–"
"""What stands for nothing: an expected empty list is met by it."""


@attrs.frozen
class Mismatch:
    """One thing an example expects and does not get."""

    what: str
    expected: str
    got: str

    def __str__(self) -> str:
        """Write what was expected and what came."""
        return f"{self.what}: expected {self.expected}, got {self.got}"


@attrs.frozen
class Case:
    """One worked example of one criterion."""

    criterion: Criterion
    example: Example

    def __str__(self) -> str:
        """Name it by file, line and its own words."""
        return f"{self.criterion.file}:{self.example.line} {self.example.name}"

    def finding(self) -> Finding | None:
        """Return what the criterion finds; None when no version is in force."""
        example = self.example
        version = self.criterion.version(
            example.instrument,
            example.subject,
            example.as_of or dt.date.max,
            example.reading,
        )
        if version is None:
            return None
        if not version.applies.covers(example.traits):
            return not_applicable("applies.not")
        return judge(self.criterion, version, *self._observed(version))

    def _observed(self, version: Version) -> list[Observed]:
        return [self.example.given.get(name, MISSING) for name in version.reads]

    def mismatches(self) -> list[Mismatch]:
        """Return every expectation that does not hold; none is a passed example."""
        if self.example.todo:
            return []
        expect = self.example.expect
        if not expect:
            return [Mismatch("expect", "something", "nothing asserted")]
        seen = seen_of(self.finding())
        told = (
            (what, _told(value), seen.get(what, NOT_THERE))
            for what, value in expect.items()
        )
        return [Mismatch(what, want, got) for what, want, got in told if want != got]


def seen_of(finding: Finding | None) -> Mapping[str, str]:
    """Return what an example may assert about *finding*, as text."""
    if finding is None:
        return {"error": NOT_IN_FORCE}
    seen = {
        "outcome": finding.outcome.value,
        "low": to_text(finding.low),
        "high": to_text(finding.high),
        "because": finding.reason,
        "missing": ", ".join(sorted(finding.missing)),
        "level": finding.level,
        "error": ", ".join(sorted({fault.code for fault in finding.faults})),
    }
    if finding.share is not None:
        seen["share"] = to_text(finding.share)
    return {what: text for what, text in seen.items() if text}


def _told(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(sorted(value)) or NOT_THERE
    try:
        return to_text(exact(value))
    except (TypeError, ValueError):
        return str(value)


def cases(catalogue: Catalogue) -> Iterator[Case]:
    """Yield every worked example of *catalogue*, by criterion and line."""
    for criterion in catalogue.criteria.values():
        for example in criterion.examples:
            yield Case(criterion, example)
