"""Which clause of which instrument does a number rest on?"""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

import attrs

from .terms import Text, nfc

TextStatus = Literal["seen-whole", "seen-in-part", "not-seen"]
TEXT_STATUSES: Final[tuple[TextStatus, ...]] = (
    "seen-whole",
    "seen-in-part",
    "not-seen",
)
BasisKind = Literal["cited", "adopted", "assumed"]

LONGEST_QUOTE: Final = 15
"""Words a quotation may have."""


@attrs.frozen
class Instrument:
    """A document that orders something ("văn bản"), as far as it was seen."""

    id: str
    number: str
    title: Text
    issuer: str
    kind: str
    jurisdiction: str
    signed_on: dt.date | None
    text_status: TextStatus
    last_checked_on: dt.date
    missing_parts: tuple[str, ...] = ()
    text_sha256: str = ""

    @property
    def name(self) -> str:
        """How the instrument is named in one line, number first where known."""
        return f"{self.number} ({self.title.vi})" if self.number else self.title.vi


@attrs.frozen
class Citation:
    """A place in an instrument, with its words where the text is at hand."""

    id: str
    instrument: str
    locus: str
    quote: str = ""
    supports: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write instrument, locus and quotation; say so when the text was not seen."""
        words = f"«{self.quote}»" if self.quote else "(không trích nguyên văn)"
        return f"{self.instrument}, {self.locus}: {words}"


@attrs.frozen
class Basis:
    """What a number rests on: a cited text, an adopted regulation, an assumption.

    *says* is the citation, the regulation's article, or the reason of the
    assumption; never empty.
    """

    kind: BasisKind
    says: str = attrs.field(validator=attrs.validators.min_len(1))


NO_BASES: Final[Mapping[str, Basis]] = MappingProxyType({})


def folded(text: str) -> str:
    r"""Fold a text for comparison: NFC, no markup, white space and quotes made one.

    >>> folded("công  tác\n*dân vận*")
    'công tác dân vận'
    """
    text = re.sub(r"[*#_]", "", nfc(text))
    text = re.sub(r"[“”„]", '"', text)
    return re.sub(r"\s+", " ", text).strip()


def quote_stands_in(quote: str, text: str) -> bool:
    """Say whether *quote* stands in *text*; "…" leaves words out, in order."""
    body, at = folded(text), 0
    for piece in folded(quote).split("…"):
        found = body.find(piece.strip(), at)
        if found < 0:
            return False
        at = found + len(piece.strip())
    return True


def digest(text: str) -> str:
    """Return the SHA-256 of the folded *text*, the digest an instrument declares."""
    return hashlib.sha256(folded(text).encode()).hexdigest()
