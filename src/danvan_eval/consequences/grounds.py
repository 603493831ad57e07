"""What does one body of law say of a finding, from the clauses to who decides?"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from ..decisions.answers import Condition, Truth
from ..decisions.clauses import Regime
from ..terms import Text
from .articles import Candidate, candidates, is_new, related
from .circumstances import (
    Listed,
    deferrals,
    listed,
    remembered,
    repeat,
    served,
    waivers,
)
from .finding import Conduct, Finding
from .limitation import Deadline, Limitation, deadlines, from_memory, limitations

DECIDES: Final = {
    True: ("nd234-d12-k1", "nd234-d12-k2", "nd234-d12-k3"),
    False: ("nd112-d31-k1", "nd112-d31-k2", "nd112-d31-k3"),
}
"""Who decides about a manager, about others, about the seconded; by new decree."""
COUNCILS: Final[Mapping[bool, Mapping[bool, tuple[str, ...]]]] = {
    True: {True: ("nd234-d16-k2",), False: ("nd234-d16-k1",)},
    False: {True: ("nd112-d35-k3",), False: ("nd112-d35-k1", "nd112-d35-k2")},
}
"""The council, by new decree and by whether the person holds a post."""
STEPS: Final = {
    True: (
        "nd234-d14-k3-c",
        "nd234-d14-k4",
        "nd234-d15-k1",
        "nd234-d2-k11",
        "nd234-d17-k1",
        "nd234-d17-k2-g",
        "nd234-d18-k1",
    ),
    False: (
        "nd112-d33-k3-c",
        "nd112-d33-k4",
        "nd112-d35-k4",
        "nd112-d36-k1",
        "nd112-d36-k2-g",
        "nd112-d37",
    ),
}
ALL_OVER: Final = Text(
    "mọi loại thời hiệu đã hết tính đến ngày kết luận",
    "limitation was over in every class on the day of the conclusion",
)
WAIVED: Final = Text(
    "có trường hợp loại trừ hoặc miễn được nêu: người có thẩm quyền xem trước hết",
    "a case of exclusion or waiver is named: who decides looks at it first",
)
TOLD_APART: Final = (
    ("candidates", Text("điều khoản có thể liên quan", "clauses that may apply")),
    ("limitations", Text("thời hiệu", "limitation")),
    ("repeat", Text("tái phạm", "repeat")),
    ("deferrals", Text("chưa xem xét", "deferral")),
    ("waivers", Text("loại trừ, miễn", "exclusion, waiver")),
    ("deadlines", Text("thời hạn xử lý", "term for handling")),
)


@attrs.frozen
class Note:
    """Something that those who decide have to know; it changes nothing."""

    clause: str
    says: Text


@attrs.frozen
class Grounds:
    """All that one body of law says of a finding; *event* is the day that chose it.

    *remembered* are clauses nobody has seen, on which something hangs.
    """

    law: str
    title: Text
    event: dt.date
    chosen_by: Text
    candidates: tuple[Candidate, ...]
    related: tuple[str, ...]
    limitations: tuple[Limitation, ...]
    repeat: Condition
    deferrals: tuple[Condition, ...]
    exclusions: tuple[Condition, ...]
    exemptions: tuple[Condition, ...]
    unlimited: tuple[Listed, ...]
    aggravating: tuple[Listed, ...]
    mitigating: tuple[Listed, ...]
    deadlines: tuple[Deadline, ...]
    decides: tuple[Note, ...]
    procedure: tuple[Note, ...]
    remarks: tuple[Note, ...] = ()
    remembered: tuple[str, ...] = ()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition that was put, but for those of clauses that fail."""
        alive = [one for one in self.candidates if one.truth is not Truth.FALSE]
        return (
            *(condition for one in alive for condition in one.conditions),
            self.repeat,
            *self.deferrals,
            *self.exclusions,
            *self.exemptions,
        )


@attrs.frozen
class Asked:
    """By which law and on which days a finding is looked at.

    *concluded_on* is when it was concluded on, *on* the day asked for deferral.
    """

    law: Regime
    event: dt.date
    chosen_by: Text
    concluded_on: dt.date
    on: dt.date
    conduct: Conduct | None


def grounds_of(asked: Asked, finding: Finding) -> Grounds:
    """Return what the law says of a finding, clause by clause."""
    law, concluded = asked.law, asked.concluded_on
    found = Grounds(
        law=law.id,
        title=law.title,
        event=asked.event,
        chosen_by=asked.chosen_by,
        candidates=candidates(law, finding, asked.conduct),
        related=related(law, finding.act),
        limitations=limitations(law, finding, concluded),
        repeat=repeat(law, finding),
        deferrals=deferrals(law, finding, asked.on),
        exclusions=waivers(law, finding, "exclusion"),
        exemptions=waivers(law, finding, "exemption"),
        unlimited=listed(law, finding, "unlimited"),
        aggravating=listed(law, finding, "aggravating"),
        mitigating=listed(law, finding, "mitigating"),
        deadlines=deadlines(law, finding, concluded),
        decides=_noted(law, _deciders(law, finding)),
        procedure=_noted(law, _procedure(law, finding)),
    )
    memory = (*remembered(law, found.conditions), *from_memory(law, finding))
    return attrs.evolve(
        found,
        remarks=tuple(_remarks(law, finding, found)),
        remembered=tuple(dict.fromkeys(memory)),
    )


def differing(one: Grounds, others: Sequence[Grounds]) -> tuple[Text, ...]:
    """Return the names of what two laws answer otherwise; nothing weighs them."""
    own = _told(one)
    return tuple(
        label
        for name, label in TOLD_APART
        if any(_told(other)[name] != own[name] for other in others)
    )


def _told(one: Grounds) -> dict[str, object]:
    return {
        "candidates": [each.truth for each in one.candidates],
        "limitations": {(each.months, each.open) for each in one.limitations},
        "repeat": (one.repeat.truth, one.repeat.seen),
        "deferrals": [each.truth for each in one.deferrals],
        "waivers": [each.truth for each in (*one.exclusions, *one.exemptions)],
        "deadlines": [(each.days, each.term) for each in one.deadlines],
    }


def _noted(law: Regime, clauses: Sequence[str]) -> tuple[Note, ...]:
    return tuple(Note(one, law.clause(one).says) for one in clauses)


def _deciders(law: Regime, finding: Finding) -> tuple[str, ...]:
    """Return who decides: about a manager or not, both where that is not known."""
    manager, others, seconded = DECIDES[is_new(law)]
    if finding.manages is None:
        return manager, others, seconded
    return (manager if finding.manages else others), seconded


def _procedure(law: Regime, finding: Finding) -> tuple[str, ...]:
    new = is_new(law)
    manages = finding.manages
    posts: Sequence[bool] = (True, False) if manages is None else (manages,)
    councils = [one for post in posts for one in COUNCILS[new][post]]
    party = ["nd234-d2-k6"] if new and finding.concluded_by == "party" else []
    return (*party, *councils, *STEPS[new])


def _remarks(law: Regime, finding: Finding, found: Grounds) -> Iterator[Note]:
    new = is_new(law)
    yield from _noted(law, ["nd234-ladder" if new else "nd112-ladder"])
    yield from _noted(law, ["nd234-d5-k1" if new else "ld58-d53-k1"])
    if served(law, finding):
        yield from _noted(law, ["nd234-d2-k3"])
    if all(one.open is Truth.FALSE for one in found.limitations):
        yield Note(found.limitations[0].clause, ALL_OVER)
    for one in (*found.exclusions, *found.exemptions):
        if one.truth is Truth.TRUE:
            yield Note(one.clause, WAIVED)
