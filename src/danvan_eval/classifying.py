"""How does a program ask for one classification: a person, a unit, a hospital?"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from .decisions.choices import Choices
from .decisions.choosing import Loaded, choose
from .decisions.classification import Classification
from .decisions.facts import DanVan, Person, Unit
from .decisions.hospital import Classified, Year, classify, person_of, unit_of
from .decisions.levels import Level
from .loading.regimes import load_regimes
from .points import shown
from .sheet import Sheet
from .terms import Language, Text

NOTHING_CHOSEN = Choices()


@lru_cache(maxsize=1)
def installed() -> tuple[Loaded, ...]:
    """Return the regimes that are installed, read once."""
    return load_regimes()


def classify_person(
    person: Person,
    *,
    year: int,
    event: dt.date,
    choices: Choices = NOTHING_CHOSEN,
    units: Mapping[str, Sequence[Level]] | None = None,
    regimes: Sequence[Loaded] | None = None,
) -> Classification:
    """Suggest the quality level of one person, before any quota.

    Args:
        person: what is known of them; None stands for what is not.
        year: the year that is judged.
        event: the day of classification, which chooses the regime.
        choices: the hospital's regulation and how it reads the texts.
        units: by code, the levels that units may have: one where it is settled,
            none where a unit is not classified. Heads stand no higher.
        regimes: other regimes than those installed.

    Raises:
        FaultError: DV-R030 for the head of a unit that is not in *units*, DV-R031
            and DV-R032 where it cannot be told which regime applies.
    """
    chosen = choose(regimes or installed(), "person", year, event, choices)
    known = {code: tuple(levels) for code, levels in (units or {}).items()}
    facts = Year(year, event, choices, Unit(person.subject))
    return person_of(chosen, facts, person, known)


def classify_unit(
    unit: Unit,
    *,
    year: int,
    event: dt.date,
    choices: Choices = NOTHING_CHOSEN,
    constituents: Mapping[str, Sequence[Level]] | None = None,
    regimes: Sequence[Loaded] | None = None,
) -> Classification:
    """Suggest the quality level of one department, or of the hospital.

    Args:
        unit: what is known of it.
        year: the year that is judged.
        event: the day of classification, which chooses the regime.
        choices: the hospital's regulation and how it reads the texts.
        constituents: of a hospital, the levels its departments may have.
        regimes: other regimes than those installed.

    Raises:
        FaultError: DV-R031 where it cannot be told which regime applies.
    """
    chosen = choose(regimes or installed(), "unit", year, event, choices)
    known = {code: tuple(levels) for code, levels in (constituents or {}).items()}
    return unit_of(chosen, Year(year, event, choices, unit), unit, known)


def classify_hospital(
    year: Year, *, regimes: Sequence[Loaded] | None = None
) -> Classified:
    """Suggest the levels of a whole hospital: units, then itself, then its people.

    Raises:
        FaultError: as :func:`danvan_eval.decisions.hospital.classify` does.
    """
    return classify(regimes or installed(), year)


def dan_van_of(sheet: Sheet) -> DanVan | None:
    """Return the dân vận result of a score sheet as a classification sees it.

    It is the share of the maximum, from the least to the most still possible. None
    where nothing applies, or where the sheet's subject is not to be rated.
    """
    if not sheet.out_of or sheet.state == "unlisted":
        return None
    low, high = sheet.low / sheet.out_of, sheet.high / sheet.out_of

    def says(language: Language) -> str:
        comma = language == "vi"
        least = shown(sheet.low, comma=comma)
        most = shown(sheet.high, comma=comma)
        points = least if sheet.low == sheet.high else f"{least} … {most}"
        return f"{points} / {shown(sheet.out_of, comma=comma)}"

    return DanVan(_share(low), _share(high), Text.both(says), sheet.grade or "")


def _share(share: Fraction) -> Fraction:
    """Return a share inside 0 … 1: a bonus brings no more than the whole."""
    return min(max(share, Fraction(0)), Fraction(1))


def dan_van_results(sheets: Iterable[Sheet]) -> dict[str, DanVan]:
    """Return the dân vận results by code."""
    found = ((one.subject.code, dan_van_of(one)) for one in sheets)
    return {code: result for code, result in found if result is not None}
