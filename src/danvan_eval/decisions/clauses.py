"""Which clauses does a regime consist of, where do they stand, and who has read them?"""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal

import attrs

from ..citations import Instrument
from ..periods import Period
from ..terms import Language, Text

Mark = Literal["T", "Q", "N", "R", "M"]
MARKS: Final[Mapping[Mark, Text]] = {
    "T": Text("đã đọc nguyên văn", "text read"),
    "Q": Text(
        "qua trang hỏi đáp pháp luật trích điều", "legal Q&A quoting the article"
    ),
    "N": Text("qua báo hoặc tin của cơ quan nhà nước", "newspaper or government news"),
    "R": Text("qua nguồn thứ cấp", "secondary source"),
    "M": Text("theo trí nhớ, chưa kiểm chứng", "from memory, unverified"),
}
"""How a clause is known; what is known from memory alone settles nothing."""


@attrs.frozen
class Clause:
    """A clause as the regime uses it ("điều, khoản, điểm").

    *says* is the rule in this project's own words, *quote* at most fifteen words
    of the text where it was read. *numbers* are its parameters. *doubt* says what
    about its text is not certain.
    """

    id: str
    instrument: str
    locus: str
    mark: Mark
    says: Text
    quote: str = ""
    numbers: Mapping[str, Fraction] = attrs.field(factory=dict)
    doubt: Text | None = None

    @property
    def confirmed(self) -> bool:
        """Whether anybody has seen it; what is only remembered needs a person."""
        return self.mark != "M"

    def cited(self, language: Language = "vi") -> str:
        """Write where it stands and how it is known."""
        seen = (
            ""
            if self.quote
            else Text("; không trích nguyên văn", "; not quoted").in_(language)
        )
        return f"{self.locus} [{self.mark}]{seen}"


@attrs.frozen
class Item:
    """A place of the regime's form that a dân vận score may feed.

    *kind* says what the form holds there: ``points`` (of at most *most*) or a
    ``standing`` (well, meets, fails). *who* is a person or a unit.
    """

    id: str
    clause: str
    who: Literal["person", "unit"]
    kind: Literal["points", "standing"]
    label: Text
    part: Literal["common", "result", "k1", "k2", "k3", "k4"]
    most: Fraction = Fraction(0)


@attrs.frozen
class Reading:
    """A question the text leaves open, and the answers a hospital may choose.

    Without a *default* somebody has to choose before the rule can be used.
    """

    id: str
    clause: str
    asks: Text
    options: Mapping[str, Text]
    default: str = ""


@attrs.frozen(eq=False)
class Regime:
    """A body of law on classification with the days it is in force ("bộ quy định").

    *sha256* is the fingerprint of its data.
    """

    id: str
    title: Text
    jurisdiction: str
    in_force: tuple[Period, ...]
    last_checked_on: dt.date
    instruments: Mapping[str, Instrument]
    clauses: Mapping[str, Clause]
    items: Mapping[str, Item]
    readings: Mapping[str, Reading]
    sha256: str
    notes: tuple[Text, ...] = ()

    def clause(self, id_: str) -> Clause:
        """Return a clause; KeyError when the regime has none of that id."""
        return self.clauses[id_]

    def has(self, id_: str) -> bool:
        """Say whether the clause is part of this regime."""
        return id_ in self.clauses

    def number(self, clause: str, name: str) -> Fraction:
        """Return a parameter of a clause."""
        return self.clauses[clause].numbers[name]
