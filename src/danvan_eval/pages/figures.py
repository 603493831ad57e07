"""What is counted, who brings it, and with which record?"""

from collections.abc import Iterable
from typing import Final

import attrs

from ..catalogue import Counted, Criterion, EvidenceField, EvidenceType
from ..subjects import SUBJECT_KINDS, SubjectKind
from ..terms import SUBJECT_KINDS as KIND_WORDS
from ..terms import TRAITS, Text
from .voice import Voice, quoted, table

HEADINGS: Final = (
    Text("Số liệu", "Figure"),
    Text("Cách ghi", "How it is written"),
    Text("Để chấm", "Scores whom"),
    Text("Ai cung cấp", "Who brings it"),
    Text("Hồ sơ chứng minh", "Proof"),
)
TYPES: Final[dict[EvidenceType, Text]] = {
    "count": Text("số đếm", "whole number"),
    "amount": Text("số", "number"),
    "percent": Text("tỷ lệ, ghi cả dấu %", "percentage, with the % sign"),
    "flag": Text("có hoặc không", "yes or no"),
    "date": Text("ngày/tháng/năm", "date"),
    "dates": Text("các ngày/tháng/năm", "dates"),
    "level": Text("chọn một mức", "one level"),
    "members": Text("chọn những mục có", "those that are there"),
    "text": Text("chữ", "words"),
}
BETWEEN: Final = Text("từ {low} đến {high}", "from {low} to {high}")
AT_LEAST: Final = Text("từ {low} trở lên", "{low} or more")
AT_MOST: Final = Text("không quá {high}", "at most {high}")
BEYOND: Final = Text("được vượt 100%", "may pass 100%")

COUNTED: Final = Text(
    "đếm từ từng {people} có «{figure}»", "counted from each {people} with “{figure}”"
)
LISTED: Final = Text(
    "đếm {people} trong danh sách nhân sự", "each {people} on the staff list is counted"
)
SUMMED: Final = Text("cộng từ các khoa, phòng", "summed from the departments")
REGISTER: Final = Text("sổ theo dõi", "register")
HOSPITAL: Final = Text(
    "bệnh viện khai một lần cho mọi nơi", "the hospital, once for all"
)
SHEETS: Final[dict[SubjectKind, Text]] = {
    "unit": Text("phiếu của khoa/phòng", "the department's sheet"),
    "person": Text("sổ cá nhân", "the personal register"),
    "hospital": Text("phiếu của bệnh viện", "the hospital's sheet"),
}
INTO: Final = Text("đếm vào {into}", "counted into {into}")
UNREAD: Final = Text("không tính vào điểm ở đây", "no score here reads it")

DECLINED: Final = Text(
    "Được trả lời «không áp dụng»: {names}. Trả lời như vậy thì tiêu chí không áp dụng.",
    "May be answered “not applicable”: {names}. Then the criterion does not apply.",
)
NO_DECLINING: Final = Text(
    "Không số liệu nào ở đây được trả lời «không áp dụng»: không có thì ghi 0 hoặc «không».",
    "None of these may be answered “not applicable”: where there is nothing, write 0 or no.",
)
PRIVATE: Final = Text("Số liệu riêng tư: {names}.", "Private: {names}.")


@attrs.frozen
class Figures:
    """Tells the figures of one criterion."""

    voice: Voice
    criterion: Criterion

    def told(self) -> list[str]:
        """Return the table of figures and what must be known about some of them."""
        every = list(self.criterion.evidence.values())
        rows = [self._row(field) for field in every]
        declined = [field for field in every if field.may_decline]
        private = [field for field in every if field.private]
        says = DECLINED if declined else NO_DECLINING
        notes = [self.voice.say(says, names=self._names(declined))]
        if private:
            notes.append(self.voice.say(PRIVATE, names=self._names(private)))
        return [table(map(self.voice.say, HEADINGS), rows), *notes]

    def _names(self, fields: Iterable[EvidenceField]) -> str:
        return "; ".join(quoted(one.label.in_(self.voice.language)) for one in fields)

    def _row(self, field: EvidenceField) -> tuple[str, ...]:
        proof = field.proof.in_(self.voice.language) if field.proof else "–"
        label = field.label.in_(self.voice.language)
        kinds = self._read_for(field.name)
        return (
            label,
            self._written(field),
            self._for(field, kinds),
            *(
                self._brought(field, kinds),
                proof,
            ),
        )

    def _written(self, field: EvidenceField) -> str:
        words = self.voice.say(TYPES[field.type])
        if field.unit:
            words += f" ({field.unit.in_(self.voice.language)})"
        if field.options:
            names = (label.in_(self.voice.language) for _, label in field.options)
            words += f": {'; '.join(names)}"
        limits = self._limits(field)
        return ", ".join([words, *limits])

    def _limits(self, field: EvidenceField) -> list[str]:
        write = self.voice.percent if field.type == "percent" else self.voice.number
        low, high = ("" if end is None else write(end) for end in field.limits)
        told = [self.voice.say(BEYOND)] if field.may_exceed else []
        if low and high:
            return [self.voice.say(BETWEEN, low=low, high=high), *told]
        if low or high:
            says = AT_LEAST if low else AT_MOST
            return [self.voice.say(says, low=low, high=high), *told]
        return told

    def _read_for(self, name: str) -> list[SubjectKind]:
        """Return the kinds of subjects whose score reads a figure."""
        seen = {one.subject for one in self.criterion.versions if name in one.reads}
        return [kind for kind in SUBJECT_KINDS if kind in seen]

    def _counting(self, name: str) -> list[EvidenceField]:
        """Return the figures that count people by the figure *name*."""
        every = self.criterion.evidence.values()
        return [one for one in every if one.counts and one.counts.figure == name]

    def _for(self, field: EvidenceField, kinds: list[SubjectKind]) -> str:
        told = [self.voice.say(KIND_WORDS[kind]) for kind in kinds]
        if counting := self._counting(field.name):
            told.append(self.voice.say(INTO, into=self._names(counting)))
        return "; ".join(told) or self.voice.say(UNREAD)

    def _brought(self, field: EvidenceField, kinds: list[SubjectKind]) -> str:
        if not kinds:
            kind: SubjectKind = "person" if self._counting(field.name) else "unit"
            return self._by(field, kind)
        by = {kind: self._by(field, kind) for kind in kinds}
        if len(set(by.values())) == 1:
            return by[kinds[0]]
        plain = [self.voice.say(sheet) for sheet in SHEETS.values()]
        return "; ".join(
            words if words in plain else f"{self.voice.say(KIND_WORDS[kind])}: {words}"
            for kind, words in by.items()
        )

    def _by(self, field: EvidenceField, kind: SubjectKind) -> str:
        """Say who brings a figure for the score of one kind of subject."""
        if kind != "person" and field.counts is not None:
            return self._people(field.counts)
        from_units = field.source == "register" or "unit" in self._read_for(field.name)
        if kind == "hospital" and field.sums and from_units:
            return self.voice.say(SUMMED)
        if field.source == "sheet":
            return self.voice.say(SHEETS[kind])
        return self.voice.say(REGISTER if field.source == "register" else HOSPITAL)

    def _people(self, counts: Counted) -> str:
        people = self.voice.listed(traits_told(self.voice, counts.of))
        if not counts.figure:
            return self.voice.say(LISTED, people=people)
        figure = self.criterion.evidence[counts.figure].label.in_(self.voice.language)
        return self.voice.say(COUNTED, people=people, figure=figure)


def traits_told(voice: Voice, traits: Iterable[str]) -> list[str]:
    """Return what *traits* are called, in the order they are listed in."""
    held = set(traits)
    known = [one for one in TRAITS if one in held]
    named = [TRAITS[one].in_(voice.language) for one in known]
    return named + sorted(held - set(known))
