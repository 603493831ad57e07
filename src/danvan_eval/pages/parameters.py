"""What is a number of a version called, and what is its value?"""

import datetime as dt
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

import attrs

from ..catalogue import EvidenceField, Version
from ..rule import Rule
from ..terms import Text
from .rule_words import BETTER, DAYS, MODES, THEN
from .voice import Voice

NAMES: Final = {
    "from": Text("ngày bắt đầu", "first day"),
    "to": Text("ngày kết thúc", "last day"),
    "applies": Text("đối tượng áp dụng", "whom it concerns"),
    "weight": Text("tỷ trọng", "weight"),
    "zeroes": Text(
        "không đạt phần này thì cả tiêu chí 0 điểm", "without it all points are lost"
    ),
    "kind": Text("cách chấm", "way of scoring"),
    "per": Text("mức tính mỗi đơn vị", "amount for each"),
    "at_least": Text("mức thấp nhất", "floor"),
    "at_most": Text("mức cao nhất", "cap"),
    "plus": Text("mức cộng cao nhất", "most won back"),
    "target": Text("mục tiêu", "target"),
    "out_of": Text("mức cao nhất của thang", "top of the scale"),
    "on_zero": Text("khi không phát sinh", "when there is no event"),
    "on_first": Text("khi chưa có kỳ trước", "when there is no period before"),
    "on_small_sample": Text("khi quá ít phiếu", "when the sample is too small"),
    "min_sample": Text("số phiếu tối thiểu", "least sample"),
    "metric": Text("chỉ số khảo sát", "metric of the survey"),
    "may_exceed": Text("được lớn hơn tổng", "may exceed the whole"),
    "round": Text("cách làm tròn", "rounding"),
    "bands": Text("các bậc tỷ lệ", "bands"),
    "steps": Text("các bậc điểm", "steps"),
    "levels": Text("các mức", "levels"),
    "late": Text("các bậc trễ", "steps of lateness"),
    "per_day": Text("mức trừ mỗi ngày trễ", "price of a day late"),
    "members": Text("những mục phải có", "what must be there"),
    "due": Text("hạn", "due day"),
    "inclusive": Text("tính cả ngày hạn", "due day included"),
    "days": Text("cách đếm ngày", "which days count"),
    "better": Text("chiều tốt lên", "which way is better"),
    "lowest": Text("số nhỏ nhất", "least value"),
    "highest": Text("số lớn nhất", "greatest value"),
    "part": Text("số đạt được", "what is reached"),
    "whole": Text("tổng để so", "the whole"),
    "count": Text("số được đếm", "what is counted"),
    "fact": Text("điều được hỏi", "what is asked"),
    "expected": Text("số phải có", "what is expected"),
    "done": Text("số đã làm", "what is done"),
    "excused": Text("số được miễn", "what is excused"),
    "value": Text("số kỳ này", "value"),
    "previous": Text("số kỳ trước", "value before"),
    "first": Text("dấu hiệu chưa có kỳ trước", "sign of a first period"),
    "sample": Text("số phiếu", "sample"),
    "score": Text("điểm được cho", "score"),
    "reason": Text("lý do", "reason"),
    "source": Text("văn bản nguồn", "source"),
    "total": Text("tổng điểm các cuộc", "total of the events"),
    "events": Text("số cuộc", "events"),
    "lapses": Text("số lần không đạt", "lapses"),
    "quality": Text("chất lượng", "quality"),
    "visits": Text("số lượt", "visits"),
    "for_every": Text("tính trên mỗi", "for every"),
    "products": Text("số sản phẩm", "products"),
    "once": Text("số sản phẩm lỗi một lần", "with one failure"),
    "twice": Text("số sản phẩm lỗi hai lần", "with two failures"),
    "thrice": Text("số sản phẩm lỗi ba lần", "with three failures"),
    "more": Text("số sản phẩm lỗi từ bốn lần", "with four failures or more"),
    "days_off": Text("ngày nghỉ riêng", "own days off"),
    "never": Text("dấu hiệu không gửi", "sign of never sent"),
    "urged": Text("dấu hiệu đã đôn đốc", "sign of urging"),
    "urged_to": Text("bậc cao nhất được nâng tới", "highest band to lift to"),
}
OF_KIND: Final = {
    ("per_incident", "per"): Text("mức trừ mỗi vụ", "price of each"),
    ("per_shortfall", "per"): Text("mức trừ mỗi lần bỏ", "price of each missed"),
    ("per_product", "per"): Text("mức trừ mỗi lần lỗi", "price of each failure"),
    ("requirement_plus", "per"): Text("mức trừ mỗi lần không đạt", "price of a lapse"),
    ("per_count", "per"): Text("mức được mỗi đơn vị", "gain of each"),
}
CHOICES: Final[Mapping[str, Text]] = {
    **THEN,
    **MODES,
    **BETTER,
    **DAYS,
    "not_applicable": Text("không áp dụng", "not applicable"),
}
YES, NO = Text("có", "yes"), Text("không", "no")
CODES: Final = frozenset({"metric"})
"""Parameters whose value says nothing to a reader."""
SHARE: Final = "share of the maximum"
"""How the meaning of a parameter begins that is a share."""


@attrs.frozen
class Parameters:
    """Names the numbers of rules and versions and writes their values."""

    voice: Voice
    evidence: Mapping[str, EvidenceField]

    def name(self, key: str, kind: str = "") -> str:
        """Return what the parameter *key* is called; itself when nobody named it."""
        text = OF_KIND.get((kind, key)) or NAMES.get(key) or Text(key)
        return text.in_(self.voice.language)

    def told(self, rule: Rule) -> list[str]:
        """Return every parameter of *rule* with its value."""
        fields = attrs.fields(type(rule))  # type: ignore[arg-type]
        values = [(one.alias, self._value(rule, one)) for one in fields]
        return [f"{self.name(key, rule.kind)}: {value}" for key, value in values]

    def at(self, version: Version, path: str) -> tuple[str, str, str]:
        """Return which part, the name and the value of what stands at *path*.

        The part is empty where there is only one, the value where it is longer than
        a word.
        """
        *way, key = path.split(".")
        if not way or way[0] not in ("rule", "part"):
            return "", self.name(way[0] if way else key), self._of_version(version, key)
        id_ = way[1] if way[0] == "part" else ""
        nth, part = next(
            (nth, one) for nth, one in enumerate(version.parts, 1) if one.id == id_
        )
        title = str(nth) if id_ else ""
        if key == "weight":
            return title, self.name(key), self.voice.percent(part.weight)
        if way[-1] != "rule":
            return title, self.name(key), ""
        fields = attrs.fields_dict(type(part.rule))  # type: ignore[arg-type]
        field = next((one for one in fields.values() if one.alias == key), None)
        value = "" if field is None else self._short(part.rule, field)
        return title, self.name(key, part.rule.kind), value

    def _of_version(self, version: Version, key: str) -> str:
        ends = {"from": version.period.start, "to": version.period.end}
        day = ends.get(key)
        return "" if day in (None, dt.date.max) else self.voice.day(day)

    def _short(self, rule: Rule, field: Any) -> str:
        value = getattr(rule, field.name)
        long = isinstance(value, tuple) or attrs.has(type(value))
        told = not (long or value is None or field.name in CODES)
        return self._value(rule, field) if told else ""

    def _value(self, rule: Rule, field: Any) -> str:
        value = getattr(rule, field.name)
        if field.metadata.get("reads") and value in self.evidence:
            return f"«{self.evidence[value].label.in_(self.voice.language)}»"
        if isinstance(value, Fraction) and self._is_share(rule, field):
            return self.voice.percent(value)
        return self._written(value)

    def _is_share(self, rule: Rule, field: Any) -> bool:
        if str(field.metadata.get("means", "")).startswith(SHARE):
            return True
        measured = self.evidence.get(str(getattr(rule, "value", "")))
        in_percent = measured is not None and measured.type == "percent"
        return field.name == "target" or in_percent

    def _written(self, value: object) -> str:
        if isinstance(value, tuple | list | frozenset):
            listed = sorted(value) if isinstance(value, frozenset) else value
            return "; ".join(map(self._written, listed))
        if attrs.has(type(value)):
            return ", ".join(self._members(value))
        return self._plain(value)

    def _plain(self, value: object) -> str:
        if value is None:
            return "–"
        if isinstance(value, bool):
            return self.voice.say(YES if value else NO)
        if isinstance(value, Fraction):
            return self.voice.number(value)
        if isinstance(value, dt.date):
            return self.voice.day(value)
        text = CHOICES.get(value) if isinstance(value, str) else None
        return self.voice.say(text) if text else str(value)

    def _members(self, value: Any) -> Iterator[str]:
        for field in attrs.fields(type(value)):
            yield f"{self.name(field.name)} {self._written(getattr(value, field.name))}"
