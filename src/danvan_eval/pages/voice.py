"""How do readers write numbers, days, shares and lists?"""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

import attrs

from ..explaining import day_text, exact_text, points_text
from ..points import FULL, as_percent, to_text
from ..terms import Language, Text

FULL_POINTS: Final = Text("trọn điểm", "full points")
NO_POINTS: Final = Text("0 điểm", "no points")
SOME_POINTS: Final = Text("{share} điểm", "{share} of the points")
OR: Final = Text("hoặc", "or")
AND: Final = Text("và", "and")

Line = tuple[str, str]
"""What something is about, and what is said of it."""


@attrs.frozen
class Voice:
    """Says things in one language, numbers as its readers write them."""

    language: Language = "vi"

    def say(self, text: Text, **data: str) -> str:
        """Return *text* with *data* filled in."""
        return text.in_(self.language).format(**data)

    def number(self, number: Fraction) -> str:
        """Write a number, with the exact fraction where two decimals cut it."""
        return points_text(number, self.language)

    def percent(self, share: Fraction) -> str:
        """Write a share as a percentage, or as a fraction where that never ends.

        >>> Voice().percent(Fraction(7, 8)), Voice().percent(Fraction(1, 3))
        ('87,5%', '1/3')
        """
        text = exact_text(share * 100, self.language)
        return to_text(share) if "/" in text else f"{text}%"

    def day(self, day: dt.date) -> str:
        """Write a day."""
        return day_text(day, self.language)

    def worth(self, share: Fraction) -> str:
        """Say how much of the points a share is.

        >>> [Voice().worth(Fraction(1, part)) for part in (1, 2, 3)]
        ['trọn điểm', '50% điểm', '1/3 điểm (33,33%)']
        """
        if share == FULL:
            return self.say(FULL_POINTS)
        if not share:
            return self.say(NO_POINTS)
        told = self.say(SOME_POINTS, share=self.percent(share))
        cut = as_percent(share, comma=self.language == "vi")
        return f"{told} ({cut})" if "/" in self.percent(share) else told

    def listed(self, words: Iterable[str], last: Text = AND) -> str:
        """Join words by commas, the last two by a word.

        >>> Voice().listed(["khoa", "phòng", "tổ"])
        'khoa, phòng và tổ'
        """
        *first, final = words
        return f"{', '.join(first)} {self.say(last)} {final}" if first else final


def beside(text: Text, **data: str) -> str:
    """Write Vietnamese first and short English beside it, with *data* filled in.

    >>> beside(Text("{n} điểm", "{n} points"), n="90"), beside(Text("90 %"))
    ('90 điểm · *90 points*', '90 %')
    """
    vi, en = (one.format(**data) if data else one for one in (text.vi, text.en))
    return f"{vi} · *{en}*" if en not in ("", vi) else vi


def quoted(words: str) -> str:
    """Put *words* between quotation marks."""
    return f"«{words}»"


def capital(words: str) -> str:
    """Write the first letter large and leave the others alone.

    >>> capital("bỏ kỳ của QĐ 454")
    'Bỏ kỳ của QĐ 454'
    """
    return words[:1].upper() + words[1:]


def bullets(lines: Iterable[str]) -> str:
    """Write a Markdown list."""
    return "\n".join(f"- {line}" for line in lines)


def explained(lines: Iterable[Line]) -> str:
    """Write lines as a Markdown list, what each is about in bold."""
    return bullets(f"**{about}.** {capital(why)}" for about, why in lines)


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a Markdown table."""
    titled = list(headings)
    every = [titled, ["---"] * len(titled), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in every)


def _cell(words: str) -> str:
    return " ".join(words.replace("|", "\\|").split())
