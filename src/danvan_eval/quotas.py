"""How many may keep a grade, who does, and where do people have to decide?"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import attrs

from .points import Mode, to_multiple
from .scheme import Quota

Standing = tuple[Fraction, ...]
"""Total (or share) and tie-break keys; equal standings cannot be told apart."""


@attrs.frozen
class Candidate:
    """Somebody who has a total: code, grade, standing.

    *grade* is None while it is open, and *possible* lists what it can become.
    """

    code: str
    grade: str | None
    standing: Standing
    possible: tuple[str, ...] = ()


@attrs.frozen
class Undecided:
    """Equals about whom people decide: so many of *codes* will have *grade*.

    How many is known, or lies between *least* and *most*; who they are is not.
    """

    codes: frozenset[str]
    grade: str
    standing: Standing
    least: int
    most: int

    def among(self, codes: frozenset[str]) -> "Undecided":
        """Return what is known of those of them who are among *codes*."""
        own = self.codes & codes
        others = len(self.codes) - len(own)
        least, most = max(self.least - others, 0), min(self.most, len(own))
        return attrs.evolve(self, codes=own, least=least, most=most)


@attrs.frozen
class Allocation:
    """What a quota comes to, with everything its worksheet shows.

    *exact* is ratio × base before rounding, *slots* after it. *contested* stand
    equal across the line: *left* slots for more codes, which people decide after
    the *chain* of tie-breaks was tried. *waiting* may yet reach the grade: they
    are incomplete, or their grade is still open, or they may lose a better one.
    For the last, *held* slots are held back; those for whom no slot is left are
    *passing* on to *beyond* as soon as they lose the better one. Where *depends*, a
    decision about a better grade has to come first. *undecided* is what is for
    people to say after it.
    """

    quota: str
    block: str
    grade: str
    beyond: str
    base: int
    exact: Fraction
    slots: int
    granted: tuple[str, ...]
    contested: tuple[str, ...]
    left: int
    refused: tuple[str, ...]
    chain: tuple[str, ...]
    waiting: tuple[str, ...] = ()
    held: int = 0
    passing: tuple[str, ...] = ()
    depends: bool = False
    undecided: tuple[Undecided, ...] = ()

    def proposed(self, code: str, grade: str | None) -> str | None:
        """Return the grade proposed for *code*; None where people decide."""
        if code in self.contested:
            return None
        return self.beyond if code in self.refused else grade


def slots(
    ratio: Fraction, base: int, mode: Mode, *, excludes_granted: bool = False
) -> int:
    """Return how many *ratio* of *base* is, by integer arithmetic.

    With *excludes_granted* the base counts only those who do **not** get the
    grade: x = ratio × (base − x).

    >>> slots(Fraction("0.2"), 800, "down")
    160
    >>> slots(Fraction("0.2"), 800, "down", excludes_granted=True)
    133
    """
    return to_multiple(
        exact_slots(ratio, base, excludes_granted=excludes_granted), mode
    )


def exact_slots(ratio: Fraction, base: int, *, excludes_granted: bool) -> Fraction:
    """Return the number of slots before it is rounded."""
    return ratio * base / (1 + ratio) if excludes_granted else ratio * base


def allocate(
    quota: Quota,
    candidates: Iterable[Candidate],
    *,
    block: str = "",
    chain: Sequence[str] = (),
    waiting: Sequence[str] = (),
    undecided: Iterable[Undecided] = (),
) -> Allocation:
    """Fill the slots from the top; a tie across the line is left to people.

    *candidates* are all who have a total, in any order; *undecided* tells how many
    of them get which grade by decisions about better ones.
    """
    rated, open_ = list(candidates), list(undecided)
    base = _base(quota, rated, open_)
    exact = [
        exact_slots(quota.ratio, one, excludes_granted=quota.base_excludes_granted)
        for one in base
    ]
    least, most = (max(to_multiple(n, quota.rounding), quota.minimum) for n in exact)
    rows = list(_equals(quota, rated, open_, least, most))
    granted = [row for row in rows if row.fits]
    contested = [row for row in rows if not row.fits and row.places[1]]
    refused = [row for row in rows if not row.fits and not row.places[1]]
    held = [one for row in granted for one in row.undecided]
    passing = [one for row in refused for one in row.undecided]
    return Allocation(
        quota.id,
        block,
        quota.grade,
        quota.beyond,
        base[0],
        exact[0],
        least,
        _codes(granted),
        tuple(sorted(code for row in contested for code in row.everybody)),
        contested[0].places[0] if contested else 0,
        _codes(refused),
        tuple(chain),
        tuple(sorted({*waiting, *_who(held)})),
        sum(one.most for one in held),
        tuple(sorted(_who(passing))),
        any(row.undecided or row.places[0] != row.places[1] for row in contested),
        tuple(one for row in rows for one in row.after(quota)),
    )


def _base(
    quota: Quota, rated: Sequence[Candidate], undecided: Sequence[Undecided]
) -> tuple[int, int]:
    """Return how many the base counts: for certain, and at the most.

    Whoever waits for people counts where every grade they can give is inside.
    """
    if not quota.base_grades:
        return len(rated), len(rated)
    inside = set(quota.base_grades)
    may_get: dict[str, set[str]] = {}
    for one in undecided:
        for code in one.codes if one.most else ():
            may_get.setdefault(code, set()).add(one.grade)
    certain = [
        {one.grade} if one.grade else set(one.possible)
        for one in rated
        if one.code not in may_get
    ]
    least = sum(bool(grades) and grades <= inside for grades in certain)
    within = sum(grades <= inside for grades in may_get.values())
    partly = sum(bool(grades & inside) for grades in may_get.values())
    return least + within, least + partly


@attrs.frozen
class _Equals:
    """Who wants the grade with one standing, and the places left for them.

    *codes* have the grade for certain, of the *undecided* so many as is told;
    *places* are those left at worst and at best.
    """

    standing: Standing
    codes: tuple[str, ...]
    undecided: tuple[Undecided, ...]
    places: tuple[int, int]

    @property
    def least(self) -> int:
        """How many they are at least."""
        return len(self.codes) + sum(one.least for one in self.undecided)

    @property
    def most(self) -> int:
        """How many they are at most."""
        return len(self.codes) + sum(one.most for one in self.undecided)

    @property
    def fits(self) -> bool:
        """Whether all of them get the grade, whatever people decide."""
        return self.most <= self.places[0]

    @property
    def everybody(self) -> frozenset[str]:
        """All of them, certain or not."""
        return frozenset(self.codes).union(*(one.codes for one in self.undecided))

    def after(self, quota: Quota) -> Iterator[Undecided]:
        """Yield how many of them have which grade once *quota* is applied."""
        worst, best = self.places
        if self.fits:
            yield from self.undecided
        elif not best:
            for one in self.undecided:
                yield attrs.evolve(one, grade=quota.beyond)
        else:
            stay = min(self.least, worst), min(self.most, best)
            fall = max(self.least - best, 0), max(self.most - worst, 0)
            for grade, (least, most) in ((quota.grade, stay), (quota.beyond, fall)):
                yield Undecided(self.everybody, grade, self.standing, least, most)


def _equals(
    quota: Quota,
    rated: Sequence[Candidate],
    undecided: Sequence[Undecided],
    least: int,
    most: int,
) -> Iterator[_Equals]:
    """Yield those who want the grade by standing, from the top."""
    wanted: dict[Standing, tuple[list[str], list[Undecided]]] = {}
    for one in rated:
        if one.grade == quota.grade:
            wanted.setdefault(one.standing, ([], []))[0].append(one.code)
    for some in undecided:
        if some.grade == quota.grade and some.most:
            wanted.setdefault(some.standing, ([], []))[1].append(some)
    for standing in sorted(wanted, reverse=True):
        codes, some_of = wanted[standing]
        places = max(least, 0), max(most, 0)
        row = _Equals(standing, tuple(sorted(codes)), tuple(some_of), places)
        yield row
        least, most = least - row.most, most - row.least


def _codes(rows: Iterable[_Equals]) -> tuple[str, ...]:
    return tuple(code for row in rows for code in row.codes)


def _who(undecided: Iterable[Undecided]) -> frozenset[str]:
    return frozenset[str]().union(*(one.codes for one in undecided))
