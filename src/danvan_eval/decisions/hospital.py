"""How is a whole hospital classified: departments, the hospital, heads, people?"""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import attrs

from ..errors import FaultError, Place, fault
from ..points import as_percent
from ..terms import Text
from .case import Levels, PersonCase, UnitCase
from .choices import Choices, Order, QuotaChoices
from .choosing import Choice, Loaded, choose
from .classification import Classification
from .clauses import Regime
from .facts import Person, Record, Unit
from .levels import Level
from .notices import current
from .people import CONTRACT, classify_person
from .units import classify_unit
from .worksheet import Contender, Rule, Worksheet, work_out

FEW: Final = "nd233-d7-k7-c"
POINTS: Final = "nd233-d12-k5"
"""By which clause people have points of the year."""
UNKNOWN_GROUP: Final = "?"


@attrs.frozen
class Year:
    """Everything known about one hospital and one year ("hồ sơ xếp loại").

    *event* is the day of classification: it chooses the regime.
    """

    year: int
    event: dt.date
    choices: Choices
    hospital: Unit
    units: tuple[Unit, ...] = ()
    people: tuple[Person, ...] = ()


@attrs.frozen
class Classified:
    """A hospital's year as it is suggested: units, the hospital, people, quotas.

    *units_by* and *people_by* say which regime was applied to each, and why.
    """

    year: int
    event: dt.date
    units_by: str
    people_by: str
    why: tuple[Text, ...]
    hospital: Classification
    units: tuple[Classification, ...]
    people: tuple[Classification, ...]
    worksheets: tuple[Worksheet, ...]

    def of(self, code: str) -> Classification:
        """Return the classification of a subject; KeyError when there is none."""
        for one in (self.hospital, *self.units, *self.people):
            if one.subject.code == code:
                return one
        raise KeyError(code)


def classify(regimes: Sequence[Loaded], year: Year) -> Classified:
    """Classify departments, then the hospital, then its people, and work out quotas.

    Any other order is refused by the texts: who heads a unit stands no higher than
    it. The order of rows changes nothing.

    Raises:
        FaultError: DV-R031, DV-R032 where no regime, or two readings of it, apply;
            DV-R033 where the share is raised without ground; DV-R034 where nobody
            chose how the base of the quota is read.
    """
    of_units = choose(regimes, "unit", year.year, year.event, year.choices)
    of_people = choose(regimes, "person", year.year, year.event, year.choices)
    worksheets: list[Worksheet] = []
    units = [
        unit_of(of_units, year, one)
        for one in sorted(year.units, key=lambda one: one.subject.code)
    ]
    units = _units_quota(of_units.loaded.law, year, units, worksheets)
    units = _units_flagged(of_units, year, units)
    levels = {one.subject.code: one.stands for one in units}
    hospital = unit_of(of_units, year, year.hospital, levels)
    levels[year.hospital.subject.code] = hospital.stands
    people = [
        person_of(of_people, year, one, levels)
        for one in sorted(year.people, key=lambda one: one.subject.code)
    ]
    people = _people_quota(of_people.loaded.law, year, people, hospital, worksheets)
    people = _flagged(of_people, year, people, levels)
    return Classified(
        year.year,
        year.event,
        of_units.loaded.law.id,
        of_people.loaded.law.id,
        (of_units.why, of_people.why),
        hospital,
        tuple(units),
        tuple(people),
        tuple(worksheets),
    )


def unit_of(
    choice: Choice, year: Year, unit: Unit, constituents: Levels | None = None
) -> Classification:
    """Return the suggestion for one unit, before quotas."""
    case = _unit_case(choice, year, unit, constituents or {})
    found = classify_unit(choice.loaded.logic.unit, case)
    return _with_record(found, unit.records)


def _unit_case(
    choice: Choice, year: Year, unit: Unit, constituents: Levels
) -> UnitCase:
    law = choice.loaded.law
    return UnitCase(law, year.choices, year.year, choice.event, constituents, unit=unit)


def _units_flagged(
    choice: Choice, year: Year, units: list[Classification]
) -> list[Classification]:
    """Return what the deciders have to know about units, as the quota left them."""
    logic = choice.loaded.logic.unit
    if logic is None:
        return units
    facts, kept = {one.subject.code: one for one in year.units}, []
    for found in units:
        case = _unit_case(choice, year, facts[found.subject.code], {})
        flags = [one(case, found.verdict) for one in logic.flags]
        told = tuple(flag for flag in flags if flag)
        kept.append(attrs.evolve(found, flags=told))
    return kept


def person_of(
    choice: Choice, year: Year, person: Person, levels: Levels
) -> Classification:
    """Return the suggestion for one person, before quotas.

    Raises:
        FaultError: DV-R030 for the head of a unit that is not in *levels*.
    """
    case = _person_case(choice, year, person, levels)
    found = classify_person(choice.loaded.logic.person, case, case.law.title)
    return _with_record(found, person.records)


def _person_case(
    choice: Choice, year: Year, person: Person, levels: Levels
) -> PersonCase:
    law = choice.loaded.law
    return PersonCase(law, year.choices, year.year, choice.event, levels, person=person)


def _flagged(
    choice: Choice, year: Year, people: list[Classification], levels: Levels
) -> list[Classification]:
    """Return what the deciders have to know about everybody, as the quotas left them."""
    facts, kept = {one.subject.code: one for one in year.people}, []
    for found in people:
        case = _person_case(choice, year, facts[found.subject.code], levels)
        flags = [one(case, found.verdict) for one in choice.loaded.logic.person.flags]
        told = tuple(flag for flag in flags if flag)
        kept.append(attrs.evolve(found, flags=told))
    return kept


def _with_record(found: Classification, records: tuple[Record, ...]) -> Classification:
    return attrs.evolve(found, decided=current(records, found.year))


def _units_quota(
    law: Regime, year: Year, units: list[Classification], sheets: list[Worksheet]
) -> list[Classification]:
    if not law.has("nd233-d7-k8") or not units:
        return units
    quota = _chosen(year.choices)
    few = law.clause(FEW).numbers
    minimum = int(few["most"]) if len(units) < few["fewer_than"] else 0
    ratio = law.number("nd233-d7-k7-a", "ratio")
    if quota.raised_units is not None:
        ratio = _raised(quota.raised_units.ratio, law.number("nd233-d7-k7-b", "ratio"))
    rule = Rule("nd233-d7-k8", ratio, quota.reading, minimum)
    order = quota.order or "points"
    contenders = [Contender(one, "", _standing(one, order)) for one in units]
    title = Text("Khoa, phòng", "Departments")
    sheet, after = work_out(title, rule, contenders, grouped=False, exempt=quota.exempt)
    sheets.append(sheet)
    return [after.get(one.subject.code, one) for one in units]


def _people_quota(
    law: Regime,
    year: Year,
    people: list[Classification],
    hospital: Classification,
    sheets: list[Worksheet],
) -> list[Classification]:
    rule = _people_rule(law, year.choices, hospital)
    if rule is None or not people:
        return people
    quota = _chosen(year.choices)
    order = quota.order or _usual_order(law, people)
    facts = {one.subject.code: one for one in year.people}
    kept = {one.subject.code: one for one in people}
    for title, contract in (
        (Text("Viên chức", "Public employees"), False),
        (Text("Người lao động", "Contract workers"), True),
    ):
        own = [one for one in people if (CONTRACT in one.subject.traits) is contract]
        contenders = [
            Contender(
                one,
                _group(quota, facts[one.subject.code]),
                _standing(one, order),
            )
            for one in own
        ]
        if any(one.found.verdict.possible for one in contenders):
            sheet, after = work_out(
                title,
                rule,
                contenders,
                grouped=quota.groups != "none",
                exempt=quota.exempt,
            )
            sheets.append(sheet)
            kept |= after
    return [kept[one.subject.code] for one in people]


def _people_rule(
    law: Regime, choices: Choices, hospital: Classification
) -> Rule | None:
    """Return the share of people; None under a regime that has none."""
    clause = next((one for one in ("nd233-d12-k6-a", "nd48-d2-k6") if law.has(one)), "")
    if not clause:
        return None
    quota = _chosen(choices)
    usual = law.number("hd21-ratio" if clause == "nd48-d2-k6" else clause, "ratio")
    if quota.raised_people is None:
        return Rule(clause, usual, quota.reading)
    raised = "nd48-raised" if law.has("nd48-raised") else "nd233-d12-k6-b"
    ratio = _raised(quota.raised_people.ratio, law.number(raised, "ratio"))
    if not law.clause(raised).confirmed:
        return Rule(raised, ratio, quota.reading, sure=usual)
    decided = hospital.decided
    if decided is None or decided.level is not Level.HTXS:
        raise FaultError(fault("DV-R033", Place(key="quota.raised_people")))
    return Rule(raised, ratio, quota.reading)


def _raised(ratio: Fraction, most: Fraction) -> Fraction:
    if ratio > most:
        told = {"seen": as_percent(ratio), "allowed": as_percent(most)}
        raise FaultError(fault("DV-R035", Place(key="quota"), **told))
    return ratio


def _chosen(choices: Choices) -> QuotaChoices:
    if choices.quota is None:
        raise FaultError(fault("DV-R034", Place(key="quota.reading")))
    return choices.quota


def _usual_order(law: Regime, people: Sequence[Classification]) -> Order:
    """Return what orders people where the hospital says nothing.

    Without points of the regime's own, nobody who has some stands before who has none.
    """
    rivals = [one for one in people if Level.HTXS in one.verdict.possible]
    scored = law.has(POINTS) or all(one.points is not None for one in rivals)
    return "points" if scored else "none"


def _standing(found: Classification, order: Order) -> Fraction | None:
    """Return what a candidate is ordered by; None while it is not exactly known.

    Without points, and without another order, nobody stands before anybody.
    """
    if order == "none":
        return Fraction(0)
    seen = found.dan_van if order == "dan_van" else found.points
    return seen.low if seen is not None and seen.low == seen.high else None


def _group(quota: QuotaChoices, person: Person) -> str:
    """Return the group of similar tasks somebody is counted in; pools are one.

    Whose group nobody said is in one of their own.
    """
    subject = person.subject
    own = {
        "unit": subject.unit,
        "block": subject.block,
        "group": person.group,
    }.get(quota.groups, "")
    for pool in quota.pools:
        if own in pool:
            return " + ".join(pool)
    return own or UNKNOWN_GROUP
