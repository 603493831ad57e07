"""What is a finished score sheet ("phiếu chấm điểm")?"""

from fractions import Fraction
from typing import Literal

import attrs

from .citations import BasisKind
from .errors import Fault
from .evidence import State
from .outcomes import Outcome
from .periods import Period
from .rule import Finding
from .subjects import Subject
from .trace import Step

Eligibility = Literal["eligible", "not_eligible", "unknown"]


@attrs.frozen
class Line:
    """One criterion on the sheet: what was found, and the points that come of it.

    *low* and *high* differ while evidence is open; a criterion that does not apply
    has no points and no maximum. *waived* are the points a waiver grants in the
    second number. *basis* is the weakest thing a number behind this line rests on.
    """

    criterion: str
    group: str
    max_points: Fraction
    finding: Finding
    low: Fraction
    high: Fraction
    basis: BasisKind
    waived: Fraction | None = None

    @property
    def weighed(self) -> tuple[Fraction, Fraction, Fraction, bool]:
        """Its maximum, least and greatest share, and whether it may yet leave."""
        low, high = self.low / self.max_points, self.high / self.max_points
        return self.max_points, low, high, self.finding.removable

    @property
    def points(self) -> Fraction | None:
        """The points, or None while open or not applicable."""
        return self.low if self.finding.share is not None else None


@attrs.frozen
class Sheet:
    """The result for one subject: lines, steps, total, possible grades.

    A total exists only when nothing is unknown; otherwise *low* and *high* say
    what it can still become. *grades* lists the possible grades, best first.
    *missing* are pairs of criterion and evidence name still to be brought,
    *condition_faults* what is wrong with evidence that only conditions look at;
    *keys* are the shares of the tie-break chain, for complete sheets only.
    """

    subject: Subject
    period: Period
    scheme: str
    pack: str
    state: State
    outcome: Outcome
    eligibility: Eligibility
    lines: tuple[Line, ...]
    steps: tuple[Step, ...]
    low: Fraction
    high: Fraction
    out_of: Fraction
    grades: tuple[str, ...]
    assumed: Fraction
    missing: tuple[tuple[str, str], ...] = ()
    condition_faults: tuple[Fault, ...] = ()
    with_waivers: Fraction | None = None
    keys: tuple[Fraction, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether a total exists: something applies and nothing is open."""
        return self.outcome in (Outcome.SCORED, Outcome.WAIVED)

    @property
    def total(self) -> Fraction | None:
        """The exact total; None while anything is open."""
        return self.low if self.complete else None

    @property
    def grade(self) -> str | None:
        """The grade; None while more than one is possible, or the subject has none.

        Whoever is not to be rated has none, whatever the points would come to.
        """
        settled = len(self.grades) == 1 and self.eligibility == "eligible"
        return self.grades[0] if settled and self.complete else None

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults found in the evidence of this subject."""
        found = [fault for line in self.lines for fault in line.finding.faults]
        return tuple(dict.fromkeys((*found, *self.condition_faults)))

    def line(self, criterion: str) -> Line:
        """Return the line of *criterion*; KeyError when the scheme has none."""
        for one in self.lines:
            if one.criterion == criterion:
                return one
        raise KeyError(criterion)
