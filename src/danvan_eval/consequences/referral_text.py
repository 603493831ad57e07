"""How does a referral read, for those it is put before?"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from ..decisions.answers import Condition, Truth
from ..decisions.clauses import Regime
from ..terms import Language, Text
from .asking import UNSEEN, day_text
from .circumstances import Listed
from .finding import ACTS, CONCLUDERS, FACTS, Finding
from .grounds import Grounds, Note
from .limitation import Deadline, Limitation
from .referral import NoGround, Referral

HEAD: Final = Text("BẢN CHUYỂN XEM XÉT", "REFERRAL")
ONLY: Final = Text(
    "Chỉ nêu sự việc và căn cứ. Có vi phạm đến mức phải xử lý hay không, mức độ và cách"
    " xử lý do người có thẩm quyền xem xét, quyết định.",
    "Facts and grounds only. Whether anything follows, how grave it was and what is to"
    " be done is examined and decided by those who have the authority.",
)
PARTS: Final = {
    "facts": Text("Sự việc", "The facts"),
    "law": Text("Bộ quy định", "The law"),
    "clauses": Text("Điều khoản có thể liên quan", "Clauses that may apply"),
    "related": Text("Quy định khác cần xem", "Other rules to look at"),
    "limitation": Text(
        "Thời hiệu, theo từng loại của luật, tính đến ngày kết luận",
        "Limitation, by each class of the law, on the day of the conclusion",
    ),
    "repeat": Text("Tái phạm", "Repeat"),
    "deferral": Text("Trường hợp chưa xem xét", "Deferral"),
    "waivers": Text("Loại trừ, miễn trách nhiệm", "Exclusion and waiver"),
    "aggravating": Text("Tình tiết tăng nặng", "Aggravating facts"),
    "mitigating": Text("Tình tiết giảm nhẹ", "Mitigating facts"),
    "deadlines": Text("Thời hạn xử lý", "Term for handling"),
    "missing": Text("Còn thiếu", "Still missing"),
    "confirm": Text(
        "Cần người xác nhận căn cứ (chưa đọc được văn bản)",
        "Grounds that need a person’s confirmation (text not seen)",
    ),
    "decides": Text("Ai quyết định", "Who decides"),
    "procedure": Text("Thủ tục", "Procedure"),
    "notes": Text("Lưu ý", "To be noted"),
    "compared": Text("Đối chiếu với", "Compared with"),
    "differs": Text("Hai bộ trả lời khác nhau về", "The two answer otherwise about"),
}
OPEN: Final = {
    Truth.TRUE: Text("còn", "still runs"),
    Truth.FALSE: Text("đã hết", "over"),
    Truth.UNKNOWN: Text("chưa xác định được", "not certain"),
}
ANSWERED: Final = {
    Truth.TRUE: Text("có", "yes"),
    Truth.FALSE: Text("không", "no"),
    Truth.UNKNOWN: Text("chưa rõ", "not known"),
}
DAYS: Final = {
    "act_on": Text("xảy ra", "act"),
    "ended_on": Text("chấm dứt", "ended"),
    "found_on": Text("phát hiện", "discovered"),
    "concluded_on": Text("kết luận", "concluded"),
}
NONE: Final = Text("không có", "none")


def tell_referral(referral: Referral, law: Regime, language: Language = "vi") -> str:
    """Return a referral in words; *law* is the body of law that applies."""
    say = partial(_say, language=language)
    grounds = referral.grounds
    lines = [
        f"{say(HEAD)} – {referral.finding.case} – {referral.finding.person}",
        say(ONLY),
        *_part("facts", [_facts(referral.finding, language)], language),
        *_part("law", [_chosen(grounds, language)], language),
        *_part("clauses", _clauses(grounds, law, language), language),
        *_part("related", _cited(law, grounds.related, language), language),
        *_part("limitation", _limits(grounds.limitations, language), language),
        *_part("repeat", _repeat(referral, language), language),
        *_part("deferral", _conditions(grounds.deferrals, language), language),
        *_part("waivers", _waivers(grounds, language), language),
        *_part("aggravating", _listed(grounds.aggravating, language), language),
        *_part("mitigating", _listed(grounds.mitigating, language), language),
        *_part("deadlines", _deadlines(grounds.deadlines, language), language),
        *_part("missing", [say(FACTS[one]) for one in referral.missing], language),
        *_part("confirm", _cited(law, referral.to_confirm, language), language),
        *_part("decides", _notes(grounds.decides, law, language), language),
        *_part("procedure", _notes(grounds.procedure, law, language), language),
        *_part(
            "notes",
            _notes((*grounds.remarks, *referral.notes), law, language),
            language,
        ),
    ]
    for other in referral.compared:
        lines += _compared(other, language)
    lines += _part("differs", [say(one) for one in referral.differs], language)
    return "\n".join(lines) + "\n"


def tell_no_ground(none: NoGround, language: Language = "vi") -> str:
    """Return in words why there is no referral."""
    missing = [_say(FACTS[one], language) for one in none.missing]
    lines = [
        f"{none.case} – {none.person}: {_say(none.says, language)}",
        *(f"  - {one}" for one in _conditions(none.conditions, language)),
        *_part("missing", missing, language),
    ]
    return "\n".join(lines) + "\n"


def _say(text: Text, language: Language) -> str:
    return text.in_(language)


def _part(name: str, inside: Iterable[str], language: Language) -> list[str]:
    listed = list(inside)
    return [
        f"{_say(PARTS[name], language)}:",
        *(f"  - {one}" for one in listed),
    ] * bool(listed)


def _facts(finding: Finding, language: Language) -> str:
    parts = [_say(ACTS[finding.act], language)]
    for name, label in DAYS.items():
        on = getattr(finding, name)
        told = _say(UNSEEN, language) if on is None else day_text(on)
        parts.append(f"{_say(label, language)}: {told}")
    if finding.concluded_by:
        parts.append(_say(CONCLUDERS[finding.concluded_by], language))
    return "; ".join(parts)


def _chosen(grounds: Grounds, language: Language) -> str:
    title, why = _say(grounds.title, language), _say(grounds.chosen_by, language)
    return f"{title} [{grounds.law}]: {day_text(grounds.event)}, {why}"


def _clauses(grounds: Grounds, law: Regime, language: Language) -> Iterator[str]:
    for one in grounds.candidates:
        beside = f" + {law.clause(one.beside).locus}" if one.beside else ""
        yield f"{_clause(law, one.clause, language)}{beside}"
        for told in _conditions(one.conditions, language):
            yield f"  {told}"


def _clause(law: Regime, id_: str, language: Language) -> str:
    clause = law.clause(id_)
    quote = f" «{clause.quote}»" if clause.quote else ""
    return f"{clause.cited(language)}: {_say(clause.says, language)}{quote}"


def _cited(law: Regime, ids: Iterable[str], language: Language) -> list[str]:
    return [_clause(law, one, language) for one in ids]


def _conditions(asked: Iterable[Condition], language: Language) -> Iterator[str]:
    for one in asked:
        answer = _say(ANSWERED[one.truth], language)
        yield f"[{answer}] {_say(one.required, language)} – {_say(one.seen, language)}"


def _limits(limits: Iterable[Limitation], language: Language) -> Iterator[str]:
    for one in limits:
        label = f"{_say(one.statutory_class, language)} – {_say(one.cited, language)}"
        months = _say(Text(f"{one.months} tháng", f"{one.months} months"), language)
        yield f"{label}: {months}, {_run(one, language)}"


def _run(one: Limitation, language: Language) -> str:
    answer = _say(OPEN[one.open], language)
    if one.unlimited:
        told = Text("không áp dụng thời hiệu", "without limitation")
        return f"{answer} ({_say(told, language)})"
    if one.term is None:
        return answer
    gone, days = one.elapsed
    start, last = day_text(one.term.start), day_text(one.term.last)
    sure, sure_en = "", ""
    if one.open is Truth.UNKNOWN:
        sure = f"chắc chắn đến {day_text(one.term.sure)}, "
        sure_en = f"certainly to {day_text(one.term.sure)}, "
    told = Text(
        f"từ {start}, {sure}muộn nhất đến {last}; đã qua {gone} tháng {days} ngày",
        f"from {start}, {sure_en}to {last} at the latest;"
        f" {gone} months and {days} days gone",
    )
    return f"{answer} ({_say(told, language)})"


def _waivers(grounds: Grounds, language: Language) -> Iterator[str]:
    asked = (*grounds.exclusions, *grounds.exemptions)
    alive = [one for one in asked if one.truth is not Truth.FALSE]
    yield from _conditions(alive, language) if alive else [_say(NONE, language)]


def _listed(facts: Sequence[Listed], language: Language) -> list[str]:
    by_truth = {
        truth: [_say(one.label, language) for one in facts if one.truth is truth]
        for truth in (Truth.TRUE, Truth.UNKNOWN)
    }
    if not any(by_truth.values()):
        return [_say(NONE, language)]
    return [
        f"{_say(ANSWERED[truth], language)}: {'; '.join(labels)}"
        for truth, labels in by_truth.items()
        if labels
    ]


def _repeat(referral: Referral, language: Language) -> Iterator[str]:
    yield from _conditions([referral.grounds.repeat], language)
    earlier = referral.finding.earlier
    if earlier:
        on = day_text(earlier.effective_on)
        number = earlier.number or "–"
        told = Text(
            f"quyết định trước: {number}, hiệu lực {on}",
            f"the earlier decision: {number}, in effect {on}",
        )
        yield _say(told, language)


def _deadlines(deadlines: Iterable[Deadline], language: Language) -> Iterator[str]:
    for one in deadlines:
        days = _say(Text(f"{one.days} ngày", f"{one.days} days"), language)
        if one.term is None:
            yield f"{days}: {_say(UNSEEN, language)}"
            continue
        told = Text(
            f"không sau {day_text(one.term.last)}, {one.not_counted} ngày không tính",
            f"no later than {day_text(one.term.last)}, {one.not_counted} days not"
            " counted",
        )
        yield f"{days}: {_say(told, language)}"


def _notes(notes: Iterable[Note], law: Regime, language: Language) -> Iterator[str]:
    for one in notes:
        clause = law.clause(one.clause)
        doubt = f" ({_say(clause.doubt, language)})" if clause.doubt else ""
        yield f"{_say(one.says, language)} – {clause.cited(language)}{doubt}"


def _compared(other: Grounds, language: Language) -> list[str]:
    told = [
        _chosen(other, language),
        *(
            f"{_say(one.cited, language)}: {_say(ANSWERED[one.truth], language)}"
            for one in other.candidates
        ),
        *_limits(other.limitations, language),
        f"{_say(PARTS['repeat'], language)}: {next(_conditions([other.repeat], language))}",
        *(
            f"{_say(PARTS['deferral'], language)}: {one}"
            for one in _conditions(other.deferrals, language)
        ),
        *(
            f"{_say(PARTS['deadlines'], language)}: {one}"
            for one in _deadlines(other.deadlines, language)
        ),
    ]
    return _part("compared", told, language)
