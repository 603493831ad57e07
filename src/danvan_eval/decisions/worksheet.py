"""How many may have the best level, who has it, and how is that reckoned?

First each group of similar tasks, then the whole; whole numbers only. Both readings
of the base are worked out, the hospital's own decides. Equals across the line are
left to people, and nothing but the declared order tells candidates apart.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from ..quotas import Allocation, Candidate, Undecided, allocate, slots
from ..scheme import Quota
from ..terms import Text
from .choices import QuotaReading
from .classification import Classification, Stage
from .levels import ORDER, Level
from .settling import Certain, Place, base_of, certain
from .verdicts import Status, Verdict

BEST, NEXT = Level.HTXS, Level.HTT
BASE: Final = (BEST.value, NEXT.value)
NO_LEVEL: Final = ""
"""Stands for no level, among those possible of who may not be classified at all."""
WHOLE: Final = Text("toàn đơn vị", "the whole")
NO_SLOT: Final = Text("hết suất ({slots})", "no slot left ({slots})")
INSIDE: Final = Text("trong hạn mức ({slots} suất)", "inside the quota ({slots} slots)")
EQUAL: Final = Text(
    "ngang nhau ở ranh giới, còn {left} suất cho {count}",
    "equal across the line, {left} slots left for {count}",
)
HANGS: Final = Text(
    "còn tùy {count} trường hợp chưa rõ", "hangs on {count} cases that are open"
)
UNSURE: Final = Text(
    "suất theo tỷ lệ cần người xác nhận", "a slot of a share that needs confirmation"
)
READINGS: Final[tuple[QuotaReading, ...]] = ("A", "B")


@attrs.frozen
class Rule:
    """The share that binds, by which clause, and how its base is read.

    *minimum* is the one that fewer than five units may have all the same; *sure* is
    the share that does not rest on a clause known from memory alone.
    """

    clause: str
    ratio: Fraction
    reading: QuotaReading
    minimum: int = 0
    sure: Fraction | None = None

    def slots(self, base: int, reading: QuotaReading) -> int:
        """Return how many that are, by one reading of the base.

        >>> rule = Rule("x", Fraction("0.2"), "A")
        >>> [(rule.slots(n, "A"), rule.slots(n, "B")) for n in (25, 30, 24, 10, 5)]
        [(5, 4), (6, 5), (4, 4), (2, 1), (1, 0)]
        """
        found = slots(self.ratio, base, "down", excludes_granted=reading == "B")
        return max(found, self.minimum)

    def quota(self, scope: str, ratio: Fraction) -> Quota:
        """Return it as the quota that is allotted."""
        return Quota(
            id=self.clause,
            grade=BEST.value,
            ratio=ratio,
            scope="block" if scope else "all",
            rounding="down",
            minimum=self.minimum,
            beyond=NEXT.value,
            base_grades=BASE,
            base_excludes_granted=self.reading == "B",
        )


@attrs.frozen
class Row:
    """One line of the worksheet: a group, or the whole ("" for its *scope*).

    *slots* are by reading A and by reading B.
    """

    scope: str
    slots: tuple[int, int]
    allocation: Allocation

    @property
    def zero(self) -> bool:
        """Whether candidates are there and the group is too small for a single one."""
        one = self.allocation
        wanted = one.granted or one.refused or one.contested
        return not one.slots and bool(wanted)


@attrs.frozen
class Effect:
    """What one department would have by itself, and what it has by the whole."""

    unit: str
    base: int
    candidates: int
    alone: int
    granted: int
    open: int


@attrs.frozen
class Worksheet:
    """The reckoning of the best level for one kind of subject ("bảng tính hạn mức").

    *slack* is how many of the whole's slots the groups cannot fill. *exempt* are
    those who are outside, *unsettled* those whose level is still open and who may
    yet want a slot.
    """

    title: Text
    rule: Rule
    groups: tuple[Row, ...]
    whole: Row
    effects: tuple[Effect, ...]
    exempt: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()

    @property
    def slack(self) -> int:
        """How many slots of the whole are left when every group has its own."""
        if not self.groups:
            return 0
        return max(
            self.whole.allocation.slots
            - sum(row.allocation.slots for row in self.groups),
            0,
        )

    @property
    def by_unit(self) -> bool:
        """Whether the groups are the departments, so that effects say nothing more."""
        units = {one.unit for one in self.effects}
        return units <= {row.scope for row in self.groups}

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every line, groups first."""
        return (*self.groups, self.whole)


@attrs.frozen
class Contender:
    """A classification with its group and what it is ordered by."""

    found: Classification
    group: str
    standing: Fraction | None

    @property
    def code(self) -> str:
        """Whose it is."""
        return self.found.subject.code

    @property
    def place(self) -> Place:
        """Return it as the question sees it whether a slot is certain."""
        seen = self.candidate
        return Place(self.code, seen.grade, frozenset(seen.possible), self.standing)

    @property
    def candidate(self) -> Candidate:
        """Return it as the quota sees it.

        Whoever is held may come out at any level; who stands nowhere exactly may have
        any of those possible, and who may not be classified at all may have none.
        """
        held = self.found.holds and self.found.verdict.possible
        open_to = ORDER if held else self.found.verdict.possible
        level, possible = self.found.level, [one.value for one in open_to]
        settled = level is not None and not self.found.holds
        if level is BEST and self.standing is None:
            settled, possible = False, list(BASE)
        if any(one.stage == "eligibility" for one in self.found.steps):
            possible.append(NO_LEVEL)
        return Candidate(
            self.code,
            level.value if settled and level else None,
            (self.standing or Fraction(0),),
            tuple(possible),
        )


def work_out(
    title: Text,
    rule: Rule,
    contenders: Iterable[Contender],
    *,
    grouped: bool,
    exempt: frozenset[str] = frozenset(),
) -> tuple[Worksheet, dict[str, Classification]]:
    """Return the worksheet, and every classification after it, by code."""
    rated = [one for one in contenders if one.found.status is not Status.NOT_CLASSIFIED]
    outside = sorted(one.code for one in rated if one.code in exempt)
    inside = sorted(
        (one for one in rated if one.code not in exempt), key=lambda one: one.code
    )
    kept = {one.code: one for one in inside}
    rows: list[Row] = []
    undecided: list[Undecided] = []
    for group in sorted({one.group for one in inside}) if grouped else ():
        members = [one for one in kept.values() if one.group == group]
        row = _row(rule, group, members)
        rows.append(row)
        undecided += row.allocation.undecided
        kept |= _moved(row, members, rule, "group_quota")
    whole = _row(rule, "", list(kept.values()), undecided)
    kept |= _moved(whole, list(kept.values()), rule, "unit_quota", undecided)
    sheet = Worksheet(
        title,
        rule,
        tuple(rows),
        whole,
        tuple(_effects(rule, inside, kept)),
        tuple(outside),
        tuple(
            one.code
            for one in inside
            if one.candidate.grade is None and BEST.value in one.candidate.possible
        ),
    )
    return sheet, {code: one.found for code, one in kept.items()}


def _row(
    rule: Rule,
    scope: str,
    members: Sequence[Contender],
    undecided: Sequence[Undecided] = (),
) -> Row:
    candidates = [one.candidate for one in members]
    waiting = [
        one.code
        for one in candidates
        if one.grade is None and BEST.value in one.possible
    ]
    open_ = {code for one in undecided for code in one.codes}
    allocation = allocate(
        rule.quota(scope, rule.ratio),
        candidates,
        block=scope,
        waiting=[code for code in waiting if code not in open_],
        undecided=undecided,
    )
    both = tuple(rule.slots(allocation.base, reading) for reading in READINGS)
    return Row(scope, (both[0], both[1]), allocation)


def _moved(
    row: Row,
    members: Sequence[Contender],
    rule: Rule,
    stage: Stage,
    undecided: Sequence[Undecided] = (),
) -> dict[str, Contender]:
    """Return those whom the line moved: refused, contested, open, or unconfirmed."""
    line = _Line(row.allocation, rule, stage, _certain(members, rule, undecided))
    line = attrs.evolve(line, confirmed=_confirmed(row, members, rule))
    moved = {}
    for member in members:
        found = line.after(member)
        if found is not None:
            moved[member.code] = attrs.evolve(member, found=found)
    return moved


def _certain(
    members: Sequence[Contender], rule: Rule, undecided: Sequence[Undecided]
) -> Certain:
    """Return what is certain of a line, whatever comes of those who are open."""
    places = [one.place for one in members]
    base = base_of(places)
    slots = rule.slots(base[0], rule.reading), rule.slots(base[1], rule.reading)
    return certain(places, slots, undecided)


def _confirmed(row: Row, members: Sequence[Contender], rule: Rule) -> frozenset[str]:
    """Return who has a slot of a share that does not rest on memory alone."""
    if rule.sure is None:
        return frozenset(row.allocation.granted)
    quota = rule.quota(row.scope, rule.sure)
    return frozenset(allocate(quota, [one.candidate for one in members]).granted)


@attrs.frozen
class _Line:
    """One line of the quota as it is applied to those it is about."""

    line: Allocation
    rule: Rule
    stage: Stage
    certain: Certain
    confirmed: frozenset[str] = frozenset()

    def after(self, member: Contender) -> Classification | None:
        """Return the classification after the line; None when it is not about it."""
        line, code = self.line, member.code
        missing: tuple[str, ...] = ()
        if code in line.contested:
            says = self._said(EQUAL, left=line.left, count=len(line.contested))
            verdict = Verdict(Status.PEOPLE_DECIDE, [BEST, NEXT])
        elif code in line.refused and code in self.certain.outside:
            says = self._said(NO_SLOT, slots=line.slots)
            verdict = Verdict(Status.SUGGESTED, [NEXT])
        elif code not in {*line.granted, *line.refused} and self._leaves(member):
            return None
        elif code not in self.certain.inside:
            says = self._said(HANGS, count=self.certain.open)
            verdict = Verdict(Status.NOT_ENOUGH_DATA, [BEST, NEXT])
            missing = ("quota",)
        elif code in self.confirmed:
            says = self._said(INSIDE, slots=line.slots)
            verdict = member.found.verdict
        else:
            says = self._said(UNSURE)
            verdict = Verdict(Status.NEEDS_HUMAN_CONFIRMATION, [BEST, NEXT])
        clause = self.rule.clause
        return member.found.after(self.stage, clause, says, verdict, *missing)

    def _leaves(self, member: Contender) -> bool:
        """Say whether somebody who is in no row of the line keeps what is suggested.

        Whose level is settled and whose standing is not has to have a slot.
        """
        found = member.found
        wants = found.level is BEST and not found.holds
        return not wants or self.certain.enough

    def _said(self, says: Text, **numbers: int) -> Text:
        here = Text(self.line.block) if self.line.block else WHOLE
        return _said(here, says, **numbers)


def _said(here: Text, says: Text, **numbers: int) -> Text:
    return Text.both(
        lambda tongue: f"{here.in_(tongue)}: {says.in_(tongue).format(**numbers)}"
    )


def _effects(
    rule: Rule, inside: Sequence[Contender], after: Mapping[str, Contender]
) -> Iterator[Effect]:
    """Yield, department by department, the quota alone and the one that was applied."""
    units = sorted({one.found.subject.unit for one in inside} - {""})
    for unit in units:
        own = [one for one in inside if one.found.subject.unit == unit]
        levels = [one.candidate.grade for one in own]
        base = sum(level in BASE for level in levels)
        now = [after[one.code].found for one in own]
        yield Effect(
            unit,
            base,
            levels.count(BEST.value),
            rule.slots(base, rule.reading),
            sum(one.level is BEST for one in now),
            sum(one.level is None and BEST in one.verdict.possible for one in now),
        )
