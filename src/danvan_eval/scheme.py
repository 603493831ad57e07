"""Which criteria count, for how many points, and what follows from the total?"""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Final, Literal

import attrs

from .citations import NO_BASES, Basis
from .periods import Period
from .points import Mode, Rounding
from .subjects import SubjectKind
from .terms import Text

Aggregate = Literal["sum", "weighted_mean"]
AGGREGATES: Final[tuple[Aggregate, ...]] = ("sum", "weighted_mean")
Excluded = Literal["rescale", "reduce"]
EXCLUDED: Final[tuple[Excluded, ...]] = ("rescale", "reduce")
Side = Literal["bonus", "deduction"]
SIDES: Final[tuple[Side, ...]] = ("bonus", "deduction")
Compare = Literal["points", "percent", "refuse"]
COMPARE: Final[tuple[Compare, ...]] = ("points", "percent", "refuse")
RankStyle = Literal["competition", "dense"]
RANK_STYLES: Final[tuple[RankStyle, ...]] = ("competition", "dense")


@attrs.frozen
class PointStep:
    """From this achieved share (included) on, so many points."""

    at_least: Fraction
    points: Fraction


@attrs.frozen
class Leaf:
    """One criterion in a scheme: its maximum, or the steps an instrument prints.

    *only* names the traits it counts for, where a block has its own rubric.
    """

    criterion: str
    max_points: Fraction
    round: Rounding | None = None
    steps: tuple[PointStep, ...] = ()
    only: frozenset[str] = frozenset()

    def counts_for(self, traits: frozenset[str]) -> bool:
        """Say whether it counts for a subject with *traits*: any of *only*, or all."""
        return not self.only or bool(self.only & traits)

    def points(self, share: Fraction) -> Fraction:
        """Return the points for an achieved *share*, rounded where declared.

        A rounding never lifts them above the maximum.
        """
        if self.steps:
            return next(step.points for step in self.steps if share >= step.at_least)
        points = share * self.max_points
        return min(self.round.apply(points), self.max_points) if self.round else points


@attrs.frozen
class Group:
    """Criteria that belong together; *max_points* caps their sum."""

    id: str
    label: Text
    max_points: Fraction
    leaves: tuple[Leaf, ...]

    @property
    def clamped(self) -> bool:
        """Whether its criteria could together pass its maximum."""
        return sum(leaf.max_points for leaf in self.leaves) > self.max_points


@attrs.frozen
class EvidenceRef:
    """An evidence field by criterion and name; criterion ``subject`` for the subject."""

    criterion: str
    name: str

    def __str__(self) -> str:
        """Write it as in the file, ``criterion.name``."""
        return f"{self.criterion}.{self.name}"


@attrs.frozen
class Extra:
    """Points outside the groups: *per* each of an evidence, or by a condition.

    With *evidence* they stop at *at_most*, or at the most that the evidence itself
    can be. With *when* they are *per* once, as soon as the condition holds.
    *double* says that the evidence is scored elsewhere too, and meant to be.
    """

    id: str
    label: Text
    evidence: EvidenceRef | None
    per: Fraction
    at_most: Fraction | None = None
    when: "When | None" = None
    double: bool = False


@attrs.frozen
class When:
    """A condition: on an evidence, or on the share of a criterion or group.

    Exactly one of *evidence*, *criterion*, *group* is set, with one comparison.
    """

    evidence: EvidenceRef | None = None
    criterion: str = ""
    group: str = ""
    at_least: Fraction | None = None
    below: Fraction | None = None
    is_: bool | str | None = None
    share_below: Fraction | None = None


@attrs.frozen
class Effect:
    """What a condition does: *id*, the condition, and the reason printed with it."""

    id: str
    when: When
    reason: Text


@attrs.frozen
class Zero(Effect):
    """Sets the points of *criterion* to nothing ("tính 0 điểm tiêu chí")."""

    criterion: str = ""


@attrs.frozen
class Cap(Effect):
    """Holds the grade at *grade* or below ("khống chế")."""

    grade: str = ""


@attrs.frozen
class Drop(Effect):
    """Lowers the grade by so many steps ("hạ bậc"), not below the lowest."""

    grades: int = 1


@attrs.frozen
class Head:
    """Who carries *trait* stands on no grade above the department's."""

    trait: str
    reason: Text


@attrs.frozen
class Grade:
    """A grade ("mức xếp loại") from *from_* points on, up to the next grade above."""

    id: str
    label: Text
    from_: Fraction


@attrs.frozen
class Floor:
    """A least share that *grade* demands ("điểm liệt") of every criterion or a group."""

    id: str
    grade: str
    share: Fraction
    group: str = ""


@attrs.frozen
class TieBreak:
    """Where totals are equal, the higher share of this group or criterion goes first.

    Or whoever has more bonus points, or fewer points deducted: what *by* says.
    """

    group: str = ""
    criterion: str = ""
    by: Side | None = None

    def __str__(self) -> str:
        """Name what is compared; an id never has brackets."""
        return f"[[{self.by}]]" if self.by else self.group or self.criterion


@attrs.frozen
class Quota:
    """How many may keep a grade ("tỷ lệ, hạn mức").

    *ratio* of the base, rounded by *rounding*, at least *minimum*; counted within
    each block or over all. *base* is ``rated`` (everybody with a total), or the
    grades in *base_grades*. Whoever stands beyond the line is proposed *beyond*.
    """

    id: str
    grade: str
    ratio: Fraction
    scope: Literal["block", "all"]
    rounding: Mode
    minimum: int
    beyond: str
    base_grades: tuple[str, ...] = ()
    base_excludes_granted: bool = False


@attrs.frozen
class Limits:
    """Where the total and the extras stop ("chặn trên, chặn dưới").

    With *bonus_inside* the bonus is part of the scheme's maximum: the groups reach
    the maximum less *bonus_at_most*, and nobody passes that without a bonus.
    """

    at_least: Fraction | None = None
    at_most: Fraction | None = None
    bonus_at_most: Fraction | None = None
    deduction_at_most: Fraction | None = None
    bonus_inside: bool = False


@attrs.frozen(eq=False)
class Scheme:
    """A scale of points ("thang điểm") for one kind of subject, every number with a basis.

    *template* marks a scheme that is still to be filled in: it can be checked but
    neither scored nor ranked, and *how* says what to do. *readings* say how open
    wordings are read: a criterion that knows one of them is scored by it.
    """

    id: str
    title: Text
    instrument: str
    subject: SubjectKind
    label: Text
    period: Period
    aggregate: Aggregate = "sum"
    max_points: Fraction = Fraction(0)
    excluded: Excluded = "rescale"
    compare: Compare = "points"
    readings: tuple[str, ...] = ()
    round: Rounding | None = None
    blocks: tuple[tuple[str, Text], ...] = ()
    groups: tuple[Group, ...] = ()
    bonuses: tuple[Extra, ...] = ()
    deductions: tuple[Extra, ...] = ()
    limits: Limits = attrs.field(factory=Limits)
    grades: tuple[Grade, ...] = ()
    floors: tuple[Floor, ...] = ()
    zeros: tuple[Zero, ...] = ()
    caps: tuple[Cap, ...] = ()
    drops: tuple[Drop, ...] = ()
    lowest: tuple[Effect, ...] = ()
    not_eligible: tuple[Effect, ...] = ()
    head: Head | None = None
    rank_style: RankStyle = "competition"
    tie_breaks: tuple[TieBreak, ...] = ()
    quotas: tuple[Quota, ...] = ()
    bases: Mapping[str, Basis] = NO_BASES
    template: bool = False
    how: Text | None = None
    file: str = ""

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """Everything that a condition can do to points, grades or eligibility."""
        return (
            *self.not_eligible,
            *self.zeros,
            *self.caps,
            *self.drops,
            *self.lowest,
        )

    @property
    def base_points(self) -> Fraction:
        """What the groups reach: the maximum, less a bonus inside it."""
        inside = self.limits.bonus_at_most if self.limits.bonus_inside else None
        return self.max_points - (inside or 0)

    @cached_property
    def extras(self) -> tuple[Extra, ...]:
        """Bonuses and deductions."""
        return (*self.bonuses, *self.deductions)

    @cached_property
    def conditions(self) -> tuple[When, ...]:
        """The conditions of effects and extras."""
        of_extras = (extra.when for extra in self.extras if extra.when is not None)
        return (*(one.when for one in self.effects), *of_extras)

    @cached_property
    def looked_at(self) -> tuple[EvidenceRef, ...]:
        """The evidence of bonuses, deductions and conditions."""
        refs = [one.evidence for one in self.extras]
        refs += [one.evidence for one in self.conditions]
        return tuple(ref for ref in refs if ref is not None)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every criterion that counts, in the scheme's order."""
        return tuple(leaf for group in self.groups for leaf in group.leaves)

    @property
    def grade_ids(self) -> tuple[str, ...]:
        """The grades, best first."""
        return tuple(grade.id for grade in self.grades)

    def label_of(self, grade: str) -> Text:
        """Return the words of a grade."""
        return next(one.label for one in self.grades if one.id == grade)
