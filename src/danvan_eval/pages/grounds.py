"""Which sentence of which plan is it, and what is only assumed?"""

import re
from collections.abc import Mapping
from typing import Final

import attrs

from ..catalogue import Criterion, Version
from ..citations import Basis, Citation, Instrument
from ..terms import Text
from .parameters import Parameters
from .voice import Line, Voice, capital, quoted

PARAGRAPH: Final = re.compile(r"\s*¶\s*(\d+)")
NTH: Final = Text(r", đoạn \1", r", paragraph \1")
UNQUOTED: Final = Text("(không trích nguyên văn)", "(not quoted)")
STATES: Final = Text("câu này nêu rõ {what}", "it states: {what}")
OF_PART: Final = Text("phần {part}, {name}", "part {part}, {name}")


@attrs.frozen
class Grounds:
    """Tells what the numbers of one criterion rest on."""

    voice: Voice
    criterion: Criterion
    instruments: Mapping[str, Instrument]

    def sentences(self, version: Version) -> list[str]:
        """Return the sentences that *version* stands on, each with its place."""
        cites = self.criterion.cited_by(version)
        return [self._cited(cite, version) for cite in cites]

    def reasons(self, version: Version, kind: str) -> list[Line]:
        """Return what rests on bases of one *kind*, each reason once."""
        found: dict[str, list[str]] = {}
        for path, basis in version.bases.items():
            if basis.kind == kind:
                found.setdefault(basis.says, []).append(self._about(version, path))
        return [(capital("; ".join(about)), why) for why, about in found.items()]

    def _about(self, version: Version, path: str) -> str:
        parameters = Parameters(self.voice, self.criterion.evidence)
        part, name, value = parameters.at(version, path)
        named = f"{name} ({value})" if value else name
        return self.voice.say(OF_PART, part=part, name=named) if part else named

    def _cited(self, cite: Citation, version: Version) -> str:
        words = quoted(cite.quote) if cite.quote else self.voice.say(UNQUOTED)
        place = PARAGRAPH.sub(self.voice.say(NTH), cite.locus)
        if cite.instrument != version.instrument:
            place = f"{self._title(cite.instrument)}, {place}"
        line = f"{words} ({place})"
        stated = [
            self._about(version, path)
            for path, basis in version.bases.items()
            if basis == Basis("cited", str(cite))
        ]
        if not stated:
            return line
        return f"{line} – {self.voice.say(STATES, what='; '.join(stated))}"

    def _title(self, id_: str) -> str:
        instrument = self.instruments.get(id_)
        if instrument is None:
            return id_
        title = instrument.title.in_(self.voice.language)
        return f"{instrument.number} ({title})" if instrument.number else title
