"""How is a fact told that speaks for a proposal? In words, and never as a number."""

from collections.abc import Iterable, Sequence

from ..decisions.classification import Flag
from ..terms import Text
from .asking import day_text
from .track_facts import MODEL_STAGES, Example, ModelFact, SheetFact, Spoken


def joined(texts: Iterable[Text]) -> Text:
    """Return several sayings as one."""
    listed = list(texts)
    return Text.both(lambda at: "; ".join(one.in_(at) for one in listed))


def told_model(one: ModelFact, clause: str) -> Flag:
    """Return a model as a fact that speaks for those who built it."""
    stage = MODEL_STAGES[one.stage]
    shared = sorted(one.units)

    def words(tongue: str) -> str:
        vi = tongue == "vi"
        parts = [stage.vi if vi else stage.en]
        if one.field:
            parts.append(f"{'lĩnh vực' if vi else 'field'} {one.field}")
        if one.recognised_on:
            parts.append(f"{'ngày' if vi else 'on'} {day_text(one.recognised_on)}")
        if one.places:
            parts.append(f"{one.places} {'nơi' if vi else 'places'}")
        if len(shared) > 1:
            with_ = ", ".join(shared)
            parts.append(f"{'chung của' if vi else 'shared by'} {with_}")
        if one.lacking:
            lacks = ", ".join(one.lacking)
            parts.append(f"{'còn thiếu' if vi else 'lacking'}: {lacks}")
        return f"{one.id}: {', '.join(parts)}"

    return Flag("MODEL", clause, Text.both(words))


def told_facts(facts: Sequence[Spoken], clause: str) -> list[Flag]:
    """Return what was seen under each criterion, in their order."""
    ordered = sorted(facts, key=lambda one: (one.criterion, one.says.vi))
    return [
        Flag("FACT", clause, joined([Text(one.criterion), one.says])) for one in ordered
    ]


def told_sheet(one: SheetFact, clause: str) -> Flag:
    """Return grade and rank of a sheet with what of it is assumed."""
    place = f", hạng {one.rank}/{one.of}" if one.rank else ""
    place_en = f", rank {one.rank}/{one.of}" if one.rank else ""
    grade = Text(one.grade) if one.grade else Text("chưa có mức", "no grade yet")
    says = Text(
        f"{grade.vi}{place}; {one.assumed.vi}",
        f"{grade.in_('en')}{place_en}; {one.assumed.in_('en')}",
    )
    return Flag("SHEET", clause, says)


def told_example(one: Example, clause: str) -> Flag:
    """Return what somebody did, and by which document it was brought forward."""

    def words(tongue: str) -> str:
        vi = tongue == "vi"
        parts = [one.says.vi if vi else one.says.in_("en")]
        if one.field:
            parts.append(f"{'lĩnh vực' if vi else 'field'} {one.field}")
        if one.done_on:
            parts.append(f"{'việc ngày' if vi else 'done on'} {day_text(one.done_on)}")
        if one.document:
            parts.append(one.document)
        if one.proposed_on:
            on = day_text(one.proposed_on)
            parts.append(f"{'đề xuất ngày' if vi else 'proposed on'} {on}")
        return ", ".join(parts)

    return Flag("EXAMPLE", clause, Text.both(words))
