"""May the head of a department stand above the department?"""

from .errors import FaultError, Place, fault
from .evidence import Dossier
from .scheme import Scheme
from .sheet import Sheet
from .trace import Stage, Step

Ceiling = tuple[str, ...]
"""The grades the department may still have; the head stands on none above."""


def ceiling_of(scheme: Scheme, dossier: Dossier, unit: Sheet | None) -> Ceiling | None:
    """Return what the department's grade can be; None for whoever heads none.

    A department that is not graded at all holds nobody down.

    Raises:
        FaultError: DV-R013 when the department was not scored before its head, or
            *unit* is another department's or another period's sheet; DV-R014 when
            its grades are not those of *scheme*.
    """
    subject = dossier.subject
    if scheme.head is None or scheme.head.trait not in subject.traits:
        return None
    place = Place(key=subject.code)
    is_it = unit is not None and unit.subject.code == subject.unit
    if unit is None or not is_it or unit.period != dossier.period:
        raise FaultError(fault("DV-R013", place, seen=subject.code, unit=subject.unit))
    if strange := set(unit.grades) - set(scheme.grade_ids):
        told = {"seen": ", ".join(sorted(strange))}
        raise FaultError(
            fault("DV-R014", place, allowed=", ".join(scheme.grade_ids), **told)
        )
    return unit.grades


def under(
    scheme: Scheme, places: set[int], ceiling: Ceiling | None, steps: list[Step]
) -> set[int]:
    """Hold the grades at *places* (0 is the best) under the department's."""
    if not ceiling or scheme.head is None:
        return places
    ids = scheme.grade_ids
    tops = [ids.index(grade) for grade in ceiling]
    held = {max(at, top) for at in places for top in tops}
    if held != places:
        says = "grade.head" + ("" if len(tops) == 1 else ".open")
        told = (("unit_grades", ceiling), ("reason", scheme.head.reason.vi))
        grades = tuple(ids[at] for at in sorted(held))
        steps.append(Step(Stage.HEAD, "", says, told, grades=grades))
    return held
