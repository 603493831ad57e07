"""Where does the dân vận result enter the form, and what does it bring there?

Only where the hospital's adopted regulation says so, by item and weight. Without
one the result stands beside the classification and changes nothing.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

import attrs

from ..points import as_percent
from ..terms import Language, Text
from .case import PersonCase, UnitCase
from .choices import Feed
from .classification import Fed
from .clauses import Item, Regime
from .facts import STANDINGS, Conduct, DanVan, Span, Standing
from .nd233_units import HOSPITAL

ORDER = tuple(STANDINGS)


def fed_person(case: PersonCase) -> tuple[PersonCase, tuple[Fed, ...]]:
    """Return the case with what the dân vận result brings into it, and the grounds."""
    person, told = case.person, []
    for item, feed in _feeds(case, "person"):
        if item.kind == "points" and feed.points is not None:
            points = _with_points(person.points, person.dan_van, feed.points)
            person = attrs.evolve(person, points=points)
            told.append(_said_points(item, feed, person.dan_van))
        elif item.kind == "standing":
            standing = _standing(feed, person.dan_van)
            conduct = _with_standing(person.conduct, item.part, standing)
            person = attrs.evolve(person, conduct=conduct)
            told.append(_said_standing(item, feed, standing))
    return attrs.evolve(case, person=person), tuple(told)


def fed_unit(case: UnitCase) -> tuple[UnitCase, tuple[Fed, ...]]:
    """Return the case of a unit with what the dân vận result brings into it.

    The hospital's own form is not its own to write: the superior body sets it.
    """
    unit, told = case.unit, []
    if unit.subject.kind == HOSPITAL:
        return case, ()
    for item, feed in _feeds(case, "unit"):
        if feed.points is not None:
            points = _with_points(unit.points, unit.dan_van, feed.points)
            unit = attrs.evolve(unit, points=points)
            told.append(_said_points(item, feed, unit.dan_van))
    return attrs.evolve(case, unit=unit), tuple(told)


def feeds_of(law: Regime, feeds: Iterable[Feed], who: str) -> list[tuple[Item, Feed]]:
    """Return the feeds that concern one kind of subject under a regime."""
    return [
        (law.items[feed.item], feed)
        for feed in feeds
        if feed.item in law.items and law.items[feed.item].who == who
    ]


def _feeds(
    case: PersonCase | UnitCase, who: Literal["person", "unit"]
) -> list[tuple[Item, Feed]]:
    return feeds_of(case.law, case.choices.feeds, who)


def _with_points(
    points: Span | None, dan_van: DanVan | None, weight: Fraction
) -> Span | None:
    """Add the weighted share; an unknown result may bring anything up to the weight."""
    if points is None:
        return None
    if dan_van is None:
        return points.plus(Span(Fraction(0), weight, ("dan_van",)))
    missing = () if dan_van.low == dan_van.high else ("dan_van",)
    return points.plus(Span(dan_van.low * weight, dan_van.high * weight, missing))


def _standing(feed: Feed, dan_van: DanVan | None) -> Standing | None:
    """Return the standing a result makes; None while it may make several."""
    if dan_van is None:
        return None
    both = {_at(feed, share) for share in (dan_van.low, dan_van.high)}
    return both.pop() if len(both) == 1 else None


def _at(feed: Feed, share: Fraction) -> Standing:
    if feed.well_from is not None and share >= feed.well_from:
        return "well"
    if feed.meets_from is not None and share >= feed.meets_from:
        return "meets"
    return "fails"


def _with_standing(conduct: Conduct, part: str, standing: Standing | None) -> Conduct:
    """Return the lower of what the meeting said and what the result makes.

    The lowest standing cannot be lowered, so nothing has to be known beside it.
    """
    said: Standing | None = getattr(conduct, part)
    if "fails" in (said, standing):
        lower: Standing | None = "fails"
    elif said is None or standing is None:
        lower = None
    else:
        lower = max(said, standing, key=ORDER.index)
    return attrs.evolve(conduct, **{part: lower})


def _said_points(item: Item, feed: Feed, dan_van: DanVan | None) -> Fed:
    weight = feed.points or Fraction(0)
    if dan_van is None:
        says = Text("chưa có điểm dân vận", "no dân vận score")
    else:
        says = Text.both(
            lambda tongue: (
                f"{item.label.in_(tongue)}: {_share(dan_van, tongue)} × {weight}"
            )
        )
    return Fed(item.id, says, feed.article)


def _said_standing(item: Item, feed: Feed, standing: Standing | None) -> Fed:
    word = STANDINGS[standing] if standing else Text("chưa rõ", "open")
    says = Text.both(lambda tongue: f"{item.label.in_(tongue)}: {word.in_(tongue)}")
    return Fed(item.id, says, feed.article)


def _share(dan_van: DanVan, language: Language) -> str:
    comma = language == "vi"
    low = as_percent(dan_van.low, comma=comma)
    if dan_van.low == dan_van.high:
        return low
    return f"{low}…{as_percent(dan_van.high, comma=comma)}"
