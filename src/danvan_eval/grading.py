"""Which grade follows from the total, and which conditions move it?"""

from collections.abc import Callable, Iterable
from fractions import Fraction

from .conditions import Answer, Facts, holds
from .heads import Ceiling, under
from .points import reaches
from .rule import Fact
from .rule import Facts as Told
from .scheme import Drop, Effect, Floor, Scheme, When
from .sheet import Line
from .trace import Stage, Step

Move = Callable[[int], int]
"""From one place in the list of grades (0 is the best) to another."""


def grades_of(
    scheme: Scheme,
    low: Fraction,
    high: Fraction,
    facts: Facts,
    ceiling: Ceiling | None = None,
) -> tuple[tuple[str, ...], tuple[Step, ...]]:
    """Return the grades still possible, best first, and the steps that led there.

    Bands first, then floors, caps, drops, the forced lowest and, for a head, the
    department's grade as *ceiling*, in that order: a cap before a drop is not a
    drop before a cap. A condition that is not settled keeps both worlds.
    """
    best = _band(scheme, high)
    worst = best if low is high else _band(scheme, low)
    places = set(range(best, worst + 1))
    steps = [_step(scheme, Stage.BAND, "", "grade.band", places)]
    places = _floors(scheme, places, facts, steps)
    last = len(scheme.grades) - 1
    for cap in scheme.caps:
        moved = _moved(places, cap, facts, _ceiling(scheme.grade_ids.index(cap.grade)))
        _note(scheme, Stage.CAP, cap, moved, steps, ("grade", cap.grade))
        places = moved[0]
    for drop in scheme.drops:
        moved = _moved(places, drop, facts, _dropper(drop, last))
        _note(scheme, Stage.DROP, drop, moved, steps, ("grades", drop.grades))
        places = moved[0]
    for forced in scheme.lowest:
        moved = _moved(places, forced, facts, lambda _: last)
        _note(scheme, Stage.LOWEST, forced, moved, steps)
        places = moved[0]
    places = under(scheme, places, ceiling, steps)
    return _ids(scheme, places), tuple(steps)


def _ceiling(to: int) -> Move:
    return lambda at: max(at, to)


def _dropper(drop: Drop, last: int) -> Move:
    return lambda at: min(at + drop.grades, last)


def _band(scheme: Scheme, points: Fraction) -> int:
    for at, grade in enumerate(scheme.grades):
        if points >= grade.from_:
            return at
    return len(scheme.grades) - 1


def _moved(
    places: set[int], effect: Effect, facts: Facts, move: Move
) -> tuple[set[int], Answer]:
    answer = holds(effect.when, facts)
    if answer is False:
        return places, answer
    after = {move(at) for at in places}
    return (after if answer else places | after), answer


def _note(
    scheme: Scheme,
    stage: Stage,
    effect: Effect,
    moved: tuple[set[int], Answer],
    steps: list[Step],
    *told: tuple[str, str | int],
) -> None:
    """Leave a line for an effect that holds, or may hold."""
    places, answer = moved
    if answer is not False:
        says = f"grade.{stage.value}" + ("" if answer else ".open")
        reason = ("reason", effect.reason.vi)
        steps.append(_step(scheme, stage, effect.id, says, places, *told, reason))


def _floors(
    scheme: Scheme, places: set[int], facts: Facts, steps: list[Step]
) -> set[int]:
    """Pass each grade whose floors fail down to the next that stands."""
    for at, grade in enumerate(scheme.grades[:-1]):
        if at not in places:
            continue
        floors = [floor for floor in scheme.floors if floor.grade == grade.id]
        failed = list(_failures(floors, facts))
        if not failed:
            continue
        certain = any(answer for _, _, answer in failed)
        places = (places - {at} if certain else places) | {at + 1}
        says = "grade.floor" if certain else "grade.floor.open"
        told: Told = (
            ("share", failed[0][0].share),
            ("names", tuple(name for _, name, _ in failed)),
        )
        about = failed[0][0].id
        steps.append(_step(scheme, Stage.FLOOR, about, says, places, *told))
    return places


def _failures(
    floors: Iterable[Floor], facts: Facts
) -> Iterable[tuple[Floor, str, Answer]]:
    """Yield what lies, or may lie, under a floor."""
    for floor in floors:
        group = floor.group
        low = [] if group else _low(facts.lines.values(), floor.share)
        whens = [When(criterion=one, share_below=floor.share) for one in low]
        if group:
            whens = [When(group=group, share_below=floor.share)]
        for when in whens:
            answer = holds(when, facts)
            if answer is not False:
                yield floor, when.group or when.criterion, answer


def _low(lines: Iterable[Line], share: Fraction) -> list[str]:
    """Return the criteria whose least points do not reach *share* of their maximum."""
    return [
        line.criterion
        for line in lines
        if not reaches(line.low, share, line.max_points)
    ]


def _ids(scheme: Scheme, places: set[int]) -> tuple[str, ...]:
    return tuple(scheme.grades[at].id for at in sorted(places))


def _step(
    scheme: Scheme,
    stage: Stage,
    about: str,
    says: str,
    places: set[int],
    *told: tuple[str, Fact],
) -> Step:
    return Step(stage, about, says, tuple(told), grades=_ids(scheme, places))
