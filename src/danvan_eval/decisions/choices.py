"""What has the hospital decided itself: its regulation, and how it reads the texts?"""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal

import attrs

QuotaReading = Literal["A", "B"]
Grouping = Literal["unit", "block", "group", "none"]
Order = Literal["points", "dan_van", "none"]
NO_READINGS: Final[Mapping[str, str]] = MappingProxyType({})
NO_LEVELS: Final[Mapping[str, str]] = MappingProxyType({})


@attrs.frozen
class Regulation:
    """The hospital's own evaluation regulation ("quy chế đánh giá của đơn vị").

    *repeats_article_7* is the article that gives departments the levels of Điều 7;
    empty where none does. A *fictitious* one is an example nobody has adopted.
    """

    number: str
    issued_on: dt.date
    title: str = ""
    repeats_article_7: str = ""
    fictitious: bool = False

    @property
    def name(self) -> str:
        """How it is named; a fictitious one says so."""
        mark = " (HƯ CẤU, chỉ để minh họa)" if self.fictitious else ""
        return f"{self.number}{mark}"


@attrs.frozen
class Feed:
    """How the dân vận result enters one item of the form, by an article.

    With *points*, that many points times its share. Otherwise it makes a standing:
    well from *well_from*, meets from *meets_from*, and the lower one counts where
    the meeting has given a standing too.
    """

    item: str
    article: str
    points: Fraction | None = None
    well_from: Fraction | None = None
    meets_from: Fraction | None = None


@attrs.frozen
class Raised:
    """A share above the usual one, by a decision of the authority."""

    ratio: Fraction
    decision: str


@attrs.frozen
class QuotaChoices:
    """How the hospital counts the best level.

    *reading* is whether the HTXS are inside the base (A) or not (B). *groups* says
    what makes a group of similar tasks, *pools* which groups are counted as one,
    *exempt* who is outside by an adopted rule, *order* by what candidates stand.
    """

    reading: QuotaReading
    groups: Grouping
    pools: tuple[tuple[str, ...], ...] = ()
    exempt: frozenset[str] = frozenset()
    exempt_by: str = ""
    order: Order | None = None
    order_by: str = ""
    raised_people: Raised | None = None
    raised_units: Raised | None = None


@attrs.frozen
class InternalRule:
    """How departments are rated where the law has no level for them.

    *source* is ``recorded`` (the level is entered), ``dan-van`` (the grade of the
    dân vận scheme, by *levels*) or ``none``; *article* is the adopted ground.
    """

    source: Literal["recorded", "dan-van", "none"]
    article: str = ""
    levels: Mapping[str, str] = NO_LEVELS


NOT_RATED: Final = InternalRule("none")


@attrs.frozen
class Choices:
    """Everything a hospital chooses before its year is classified.

    *readings* answers by id what the texts leave open. *contract_workers* says
    whether the regime is applied to them, None where nobody decided.
    """

    regulation: Regulation | None = None
    readings: Mapping[str, str] = NO_READINGS
    feeds: tuple[Feed, ...] = ()
    quota: QuotaChoices | None = None
    internal: InternalRule = NOT_RATED
    contract_workers: bool | None = None

    def reading(self, id_: str) -> str | None:
        """Return the chosen answer to an open question, None where none was chosen."""
        return self.readings.get(id_)

    def feed(self, item: str) -> Feed | None:
        """Return what the regulation says of an item of the form."""
        return next((one for one in self.feeds if one.item == item), None)
