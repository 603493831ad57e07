"""What does a classification say to its reader, condition by condition?"""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from ..terms import Language, Text
from .answers import WORDS as TRUTHS
from .answers import Condition, Truth
from .classification import Classification, Flag
from .clauses import Clause, Regime
from .facts import fact_label
from .levels import ORDER, told
from .verdicts import STATUSES, Status, Test

HEADINGS: Final = {
    "title": Text("ĐỀ XUẤT XẾP LOẠI CHẤT LƯỢNG", "SUGGESTED QUALITY LEVEL"),
    "basis": Text("Theo", "By"),
    "chosen": Text("ngày xếp loại", "classified on"),
    "suggested": Text("Đề xuất", "Suggested"),
    "possible": Text("có thể là", "may be"),
    "decided": Text("Đã quyết định", "Decided"),
    "all": Text("phải đạt mọi điều kiện", "every condition has to be met"),
    "any": Text("chỉ cần một điều", "any one is enough"),
    "required": Text("yêu cầu", "required"),
    "seen": Text("thấy", "seen"),
    "missing": Text("Còn thiếu", "Still missing"),
    "deciding": Text("Vì các điều kiện này", "Because of these conditions"),
    "steps": Text("Các bước", "Steps"),
    "holds": Text("CHƯA QUYẾT ĐỊNH ĐƯỢC", "NOT TO BE DECIDED YET"),
    "flags": Text("Cần biết", "To be known"),
    "scores": Text("Theo dõi, chấm điểm", "Follows and scores"),
    "classifies": Text("Xếp loại", "Classifies"),
    "dan_van": Text("Kết quả dân vận", "Dân vận result"),
    "beside": Text(
        "đứng bên cạnh, không thay đổi mức nào", "stands beside; it changes nothing"
    ),
    "fed": Text("đưa vào phiếu", "enters the form"),
    "people": Text(
        "Mức chính thức do người có thẩm quyền quyết định.",
        "The official level is decided by the person who has the authority.",
    ),
}
STAGES: Final = {
    "eligibility": Text("có được xếp loại không", "to be classified or not"),
    "conditions": Text("điều kiện của các mức", "conditions of the levels"),
    "cap": Text("giới hạn mức", "limit of the level"),
    "head": Text("người đứng đầu không cao hơn đơn vị", "no higher than the unit"),
    "group_quota": Text("hạn mức của nhóm", "quota of the group"),
    "unit_quota": Text("hạn mức của đơn vị", "quota of the whole"),
    "decided": Text("quyết định", "decision"),
}
HAPPENS: Final = {
    Truth.TRUE: Text("có", "there is one"),
    Truth.FALSE: Text("không có điều nào", "there is none"),
    Truth.UNKNOWN: TRUTHS[Truth.UNKNOWN],
}
SIGNS: Final = {Truth.TRUE: "✓", Truth.FALSE: "✗", Truth.UNKNOWN: "?"}


def tell(found: Classification, law: Regime, language: Language = "vi") -> str:
    """Return the whole explanation of one classification, a line for everything."""
    return "\n".join(_lines(found, law, language))


def say(key: str, language: Language) -> str:
    """Return a heading."""
    return HEADINGS[key].in_(language)


def standing(found: Classification, language: Language = "vi") -> str:
    """Return the suggestion in words: a level, or how far it goes and what is left.

    What is held is said to be held; a level by analogy says so elsewhere.
    """
    status = STATUSES[found.status].in_(language)
    if found.status is Status.SUGGESTED:
        return told(found.verdict.possible).in_(language)
    if found.verdict.possible in ((), ORDER):
        return status
    levels = told(found.verdict.possible).in_(language)
    return f"{status} ({say('possible', language)}: {levels})"


def _lines(found: Classification, law: Regime, language: Language) -> Iterator[str]:
    subject = found.subject
    name = f" {subject.name}" if subject.name else ""
    yield f"{say('title', language)} {found.year}: {subject.code}{name}"
    day = f"{found.event:%d/%m/%Y}" if language == "vi" else found.event.isoformat()
    basis = found.basis.in_(language)
    yield f"{say('basis', language)}: {basis} [{law.id}], {say('chosen', language)} {day}"
    yield f"{say('suggested', language)}: {standing(found, language)}"
    for hold in found.holds:
        yield f"{say('holds', language)}: {hold.says.in_(language)}{_at(law, hold.clause)}"
    if found.decided:
        one = found.decided
        level = one.level.label.in_(language)
        yield f"{say('decided', language)}: {level} ({one.number}, {one.decided_on:%d/%m/%Y})"
    yield from _dan_van(found, language)
    for test in found.tests:
        yield from _test(test, law, language)
    yield from _steps(found, law, language)
    if found.deciding:
        yield f"{say('deciding', language)}:"
        for condition in found.deciding:
            at = _at(law, condition.clause)
            yield f"    {_condition(condition, language)}{at}"
    if found.missing:
        names = "; ".join(fact_label(one).in_(language) for one in found.missing)
        yield f"{say('missing', language)}: {names}"
    for flag in found.flags:
        yield from _flag(flag, law, language)
    if found.roles:
        scores = f"{say('scores', language)}: {found.roles.scores.in_(language)}"
        decides = (
            f"{say('classifies', language)}: {found.roles.classifies.in_(language)}"
        )
        yield f"{scores}. {decides}{_at(law, found.roles.clause)}"
    yield say("people", language)


def _dan_van(found: Classification, language: Language) -> Iterator[str]:
    if found.dan_van is None and not found.fed:
        return
    says = found.dan_van.says.in_(language) if found.dan_van else "?"
    effect = "" if found.fed else f" ({say('beside', language)})"
    yield f"{say('dan_van', language)}: {says}{effect}"
    for one in found.fed:
        yield f"  {say('fed', language)}: {one.says.in_(language)} – {one.article}"


def _test(test: Test, law: Regime, language: Language) -> Iterator[str]:
    demand = say("any" if test.any_ else "all", language)
    words = HAPPENS if test.any_ else TRUTHS
    truth = words[test.truth].in_(language)
    yield f"{test.level.label.in_(language)} – {demand}: {truth}"
    for clause, group in groupby(test.conditions, key=lambda one: one.clause):
        if law.has(clause):
            yield f"  {cited(law.clause(clause))}"
        for one in group:
            yield f"    {_condition(one, language)}"


def _condition(one: Condition, language: Language) -> str:
    required = f"{say('required', language)}: {one.required.in_(language)}"
    seen = f"{say('seen', language)}: {one.seen.in_(language)}"
    return f"{SIGNS[one.truth]} {required}; {seen}"


def _steps(found: Classification, law: Regime, language: Language) -> Iterator[str]:
    if not found.steps:
        return
    yield f"{say('steps', language)}:"
    for nth, one in enumerate(found.steps, 1):
        left = told(one.possible).in_(language) or STATUSES[one.status].in_(language)
        stage = STAGES[one.stage].in_(language)
        says = one.says.in_(language)
        moved = says if says == left else f"{says} → {left}"
        yield f"  {nth}. {stage}: {moved}{_at(law, one.clause)}"


def _flag(flag: Flag, law: Regime, language: Language) -> Iterator[str]:
    yield f"{say('flags', language)}: {flag.says.in_(language)}{_at(law, flag.clause)}"
    for one in flag.conditions:
        yield f"    {_condition(one, language)}"


def _at(law: Regime, clause: str) -> str:
    """Return the place of a clause behind what it says; nothing for no clause."""
    return f" – {cited(law.clause(clause))}" if law.has(clause) else ""


def cited(clause: Clause) -> str:
    """Write a clause's place, its mark, and its words where they were read.

    A clause nobody read is said to be unseen.
    """
    words = f": «{clause.quote}»" if clause.quote else ""
    unseen = "" if clause.mark == "T" else ", text not seen"
    return f"{clause.locus} [{clause.mark}{unseen}]{words}"
