"""Under which clauses may an act fall, and what does each demand before anything?"""

from collections.abc import Mapping
from typing import Final

import attrs

from ..decisions.answers import Condition, Truth, every
from ..decisions.clauses import Regime
from ..terms import Text
from .asking import NO, UNSEEN, Asked, ask, day_text
from .finding import ACTS, Act, Conduct, Finding

OLD: Final = "nd112-d16"
NEW: Final = "nd234-d8"
HEALTH_SERVICE: Final = "tt07-d3"
PLACES: Final[Mapping[Act, tuple[str, ...]]] = {
    "overbearing": ("k3",),
    "harassment": ("k3",),
    "rights": ("k3", "rest"),
    "profit": ("k3",),
    "insult": ("k3",),
    "false_confirmation": ("k3",),
    "conduct": ("k1",),
    "procedure": ("k1",),
    "internal_rules": ("k2",),
    "duty": ("k4",),
    "disunity": ("k4",),
    "corruption": ("k5",),
    "secrets": ("k6",),
    "late_complaint": ("k7",),
    "retaliation": ("k7",),
    "public_assets": ("k8",),
    "family": ("k9",),
    "other": ("rest",),
    "let_staff": ("a",),
    "management": ("b",),
}
"""The clause of the article for each act; the decrees list them alike."""
OF_MANAGERS: Final = {"a": "k3-a", "b": "k3-b"}
TOWARDS_PEOPLE: Final = ("tcd-d6", "kcb-d7")
RELATED: Final[Mapping[Act, tuple[str, ...]]] = {
    "overbearing": TOWARDS_PEOPLE,
    "harassment": TOWARDS_PEOPLE,
    "rights": TOWARDS_PEOPLE,
    "conduct": (HEALTH_SERVICE,),
    "late_complaint": ("tc-d8", "dc-d9"),
    "retaliation": ("tc-d8", "dc-d9", "dc-d59"),
}
"""What other laws say of the act, to be looked at beside the decree."""
NOT_REMINDED: Final = Text("chưa nhắc nhở bằng văn bản", "not reminded in writing")
REMINDED: Final = Text(
    "đã được nhắc nhở bằng văn bản trước đó", "reminded in writing before"
)
OWN_RULES: Final = Text(
    "quy tắc ứng xử của bệnh viện ban hành trước đó",
    "the hospital’s rules of conduct were issued before",
)
NO_RULES: Final = Text("chưa có căn cứ nội bộ", "no internal ground yet")
OF_THE_SERVICE: Final = Text(
    "quy tắc ứng xử của ngành còn hiệu lực khi xảy ra",
    "the rules of the health service were in force at the time",
)
NOT_CHECKED: Final = Text("chưa đọc được văn bản", "text not seen")
HAS_POST: Final = Text("giữ chức vụ quản lý", "holds a management post")
LATE: Final = Text("giải quyết sau hạn", "settled after the day it was due")
GRAVITY: Final = Text(
    "kết luận về hậu quả của vi phạm do người thuộc quyền gây ra",
    "a finding on the consequence of what the staff did",
)
LISTED: Final = Text("hành vi thuộc loại của khoản", "an act of the clause’s kind")
NOT_NAMED: Final = Text(
    "khoản này không gọi tên «xâm phạm quyền và lợi ích»",
    "the clause does not name the violating of rights and interests",
)


@attrs.frozen
class Candidate:
    """A clause the act may fall under, and what has to be there for that.

    Nothing chooses among several; *beside* is the clause of rules that were broken.
    """

    clause: str
    cited: Text
    conditions: tuple[Condition, ...]
    beside: str = ""

    @property
    def truth(self) -> Truth:
        """Whether all that it demands beforehand is there."""
        return every(one.truth for one in self.conditions)


def is_new(law: Regime) -> bool:
    """Say whether *law* is the decree of 2026."""
    return law.has(NEW)


def candidates(
    law: Regime, finding: Finding, conduct: Conduct | None
) -> tuple[Candidate, ...]:
    """Return every clause of *law* the act may fall under."""
    found: list[Candidate] = []
    for place in PLACES[finding.act]:
        asked = ask(law, _clause(law, place))
        cited = Text.both(asked.clause.cited)
        demands = [_listed(asked, finding, place), *_demands(asked, finding, place)]
        if finding.act != "conduct":
            found.append(Candidate(asked.clause.id, cited, tuple(demands)))
            continue
        own, service = _own_rules(asked, finding, conduct), _of_service(asked)
        found.append(Candidate(asked.clause.id, cited, (*demands, own)))
        found.append(
            Candidate(asked.clause.id, cited, (*demands, service), HEALTH_SERVICE)
        )
    return tuple(found)


def related(law: Regime, act: Act) -> tuple[str, ...]:
    """Return the clauses of other laws on such an act."""
    return tuple(one for one in RELATED.get(act, ()) if law.has(one))


def _clause(law: Regime, place: str) -> str:
    new = is_new(law)
    if place in OF_MANAGERS:
        return f"{'nd234-d9' if new else 'nd112-d17'}-{OF_MANAGERS[place]}"
    if place == "rest":
        return f"{NEW}-k10" if new else f"{OLD}-k9"
    return f"{NEW if new else OLD}-{place}"


def _listed(asked: Asked, finding: Finding, place: str) -> Condition:
    """Say whether the clause names such an act; what it does not name is open."""
    seen = ACTS[finding.act]
    if finding.act == "rights" and place == "k3":
        both = Text(f"{seen.vi}: {NOT_NAMED.vi}", f"{seen.en}: {NOT_NAMED.en}")
        return asked.condition(None, both, required=LISTED, silent=True)
    return asked.condition(True, seen, required=LISTED)


def _demands(asked: Asked, finding: Finding, place: str) -> list[Condition]:
    if place in ("k1", "k2"):
        return [reminded(asked, finding)]
    if place in OF_MANAGERS:
        post = asked.yes(finding.manages, "manages", required=HAS_POST)
        people = asked.condition(None, UNSEEN, "gravity", required=GRAVITY, silent=True)
        return [post, people] if place == "a" else [post]
    return [_late(asked, finding)] if finding.act == "late_complaint" else []


def reminded(asked: Asked, finding: Finding) -> Condition:
    """Khoản 1, khoản 2: there was a written reminder, before the act or its end.

    Of one that came on the last day or afterwards the text does not say.
    """
    given, last = finding.reminded, finding.last_on
    if given.known is False:
        return asked.condition(False, NOT_REMINDED, required=REMINDED)
    if given.known is None:
        return asked.condition(None, UNSEEN, "reminded", required=REMINDED)
    if given.on is None or last is None:
        lacking = "act_on" if given.on else "reminded"
        return asked.condition(None, UNSEEN, lacking, required=REMINDED)
    seen = Text(
        f"nhắc nhở ngày {day_text(given.on)}, hành vi ngày {day_text(last)}",
        f"reminded on {day_text(given.on)}, the act on {day_text(last)}",
    )
    before = given.on < last
    return asked.condition(before or None, seen, required=REMINDED, silent=not before)


def _own_rules(asked: Asked, finding: Finding, conduct: Conduct | None) -> Condition:
    """Say whether the hospital's own rules of conduct stood when it happened."""
    if conduct is None:
        return asked.condition(False, NO_RULES, required=OWN_RULES)
    told = f"{conduct.number}, {day_text(conduct.issued_on)}"
    last, first = finding.last_on, finding.act_on
    if last is None or first is None:
        return asked.condition(None, Text(told), "act_on", required=OWN_RULES)
    if conduct.issued_on > last:
        seen = Text(f"{NO_RULES.vi}: {told}", f"{NO_RULES.en}: {told}")
        return asked.condition(False, seen, required=OWN_RULES)
    known = True if conduct.issued_on <= first else None
    return asked.condition(known, Text(told), required=OWN_RULES, silent=not known)


def _of_service(asked: Asked) -> Condition:
    return asked.condition(None, NOT_CHECKED, required=OF_THE_SERVICE, silent=True)


def _late(asked: Asked, finding: Finding) -> Condition:
    """Khoản 7: the days show that a complaint was settled after it was due."""
    due, settled = finding.due_on, finding.settled
    until = finding.concluded_on if settled.known is False else settled.on
    if due is None or settled.known is None or until is None:
        lacking = [
            name
            for name, there in (
                ("due_on", due is not None),
                ("settled", settled.known is False or settled.on is not None),
            )
            if not there
        ]
        return asked.condition(None, UNSEEN, *lacking, required=LATE)
    done = NO.vi if settled.known is False else day_text(until)
    done_en = NO.en if settled.known is False else day_text(until)
    seen = Text(
        f"hạn {day_text(due)}, giải quyết: {done}",
        f"due {day_text(due)}, settled: {done_en}",
    )
    return asked.condition(until > due, seen, required=LATE)
