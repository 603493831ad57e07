"""What do people decide where equals stand across the line, or against a result?

A choice or another opinion is a record of its own, with who, when and why. What was
worked out before stays as it was.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from ..decisions.worksheet import Worksheet
from ..errors import Fault, Place, fault, in_order
from ..quotas import Allocation
from ..terms import Text

WHOLE: Final = Text("toàn đơn vị", "the whole")
NOTHING_TRIED: Final = Text(
    "thứ tự đã khai; không còn cách nào khác được khai",
    "the declared order; no other way is declared",
)


@attrs.frozen
class Item:
    """A line of a quota on which equals stand: *left* slots for more *codes*.

    *tried* says what could not tell them apart. While *waits*, a decision about a
    better grade, or about a smaller group, has to come first.
    """

    about: Text
    scope: str
    clause: str
    codes: tuple[str, ...]
    left: int
    tried: Text
    waits: bool = False

    @property
    def id(self) -> str:
        """By what the record of the choice names it."""
        return f"{self.about.vi}: {self.scope or WHOLE.vi}"

    @property
    def says(self) -> Text:
        """Say what has to be chosen."""
        count, left = len(self.codes), self.left
        where = Text(self.scope) if self.scope else WHOLE
        return Text(
            f"{self.about.vi}, {where.vi}: chọn {left} trong {count} ngang nhau",
            f"{self.about.in_('en')}, {where.in_('en')}: choose {left} of {count} equals",
        )


@attrs.frozen
class Override:
    """What people decided, beside what was worked out ("ý kiến khác").

    *codes* are whom it is about, or who was chosen; *by* is a role, never a name.
    """

    codes: tuple[str, ...]
    about: Text
    before: Text
    after: Text
    reason: str
    by: str
    on: dt.date
    place: Place = attrs.field(default=Place(), eq=False)


@attrs.frozen
class Opinion:
    """What somebody entered, before anything is checked: a choice, or another result.

    A choice names an item by its id in *about*; *codes* are then those chosen.
    """

    codes: tuple[str, ...]
    about: str
    before: str
    after: str
    reason: str
    by: str
    on: dt.date | None
    place: Place = attrs.field(default=Place(), eq=False)


def agenda_of(worksheets: Iterable[Worksheet]) -> tuple[Item, ...]:
    """Return every contested line of the worksheets, each as an item of the agenda."""
    return tuple(one for sheet in worksheets for one in _items(sheet))


def _items(sheet: Worksheet) -> Iterator[Item]:
    earlier: set[str] = set()
    for row in sheet.rows:
        line = row.allocation
        if line.contested:
            waits = not row.scope and bool(earlier & set(line.contested))
            yield item_of(sheet.title, sheet.rule.clause, line, waits=waits)
            earlier |= set(line.contested)


def item_of(about: Text, clause: str, line: Allocation, *, waits: bool = False) -> Item:
    """Return the item of one contested line of any quota."""
    tried = Text(", ".join(line.chain)) if line.chain else NOTHING_TRIED
    return Item(
        about,
        line.block,
        clause,
        line.contested,
        line.left,
        tried,
        waits or line.depends,
    )


def settle(
    item: Item,
    chosen: Sequence[str],
    reason: str,
    by: str,
    on: dt.date | None,
    *,
    place: Place | None = None,
) -> Override | tuple[Fault, ...]:
    """Return the council's choice, or every reason why it cannot be taken.

    It fills exactly the slots that are left, with codes that stand on the line.
    """
    at = place or Place()
    faults = [*_signed(reason, by, on, at, "; ".join(chosen))]
    if item.waits:
        faults.append(fault("DV-D415", at, seen=item.says.vi, seen_en=item.says.en))
    strangers = [one for one in dict.fromkeys(chosen) if one not in item.codes]
    if strangers:
        told = {"seen": ", ".join(strangers), "allowed": ", ".join(item.codes)}
        faults.append(fault("DV-D416", at, **told))
    own = [one for one in item.codes if one in chosen]
    if len(own) != item.left or len(chosen) != len(set(chosen)):
        told = {"seen": ", ".join(chosen) or "–", "allowed": str(item.left)}
        faults.append(fault("DV-D417", at, **told))
    if faults or on is None:
        return in_order(faults)
    return Override(
        tuple(own),
        item.about,
        item.says,
        Text(f"chọn: {', '.join(own)}", f"chosen: {', '.join(own)}"),
        reason.strip(),
        by.strip(),
        on,
        at,
    )


def override(opinion: Opinion) -> Override | tuple[Fault, ...]:
    """Return another opinion as a record, or every reason why it is none."""
    at, seen, before = opinion.place, "; ".join(opinion.codes), opinion.before.strip()
    faults = [*_signed(opinion.reason, opinion.by, opinion.on, at, seen)]
    after = opinion.after.strip()
    if not after or after == before:
        faults.append(fault("DV-D418", at, seen=seen, before=before or "–"))
    if faults or opinion.on is None:
        return in_order(faults)
    return Override(
        opinion.codes,
        Text(opinion.about),
        Text(before),
        Text(after),
        opinion.reason.strip(),
        opinion.by.strip(),
        opinion.on,
        at,
    )


def recorded(
    opinions: Iterable[Opinion], items: Iterable[Item] = ()
) -> tuple[tuple[Override, ...], tuple[Fault, ...]]:
    """Return what was decided, and why the rest of it cannot be taken.

    An opinion about an item of the agenda is a choice, any other another result. Two
    choices about one item are none.
    """
    known = {one.id: one for one in items}
    taken: list[Override] = []
    faults: list[Fault] = []
    listed = list(opinions)
    named = Counter(one.about for one in listed if one.about in known)
    for one in listed:
        if named[one.about] > 1:
            told = {"seen": one.about, "count": named[one.about]}
            faults.append(fault("DV-D419", one.place, **told))
            continue
        item = known.get(one.about)
        asked = one.reason, one.by, one.on
        found = (
            settle(item, one.codes, *asked, place=one.place) if item else override(one)
        )
        if isinstance(found, Override):
            taken.append(found)
        else:
            faults.extend(found)
    return tuple(taken), in_order(faults)


def _signed(
    reason: str, by: str, on: dt.date | None, place: Place, seen: str
) -> Iterator[Fault]:
    """Yield what a record lacks: its reason, whose it is, its day."""
    if not reason.strip():
        yield fault("DV-D413", place, seen=seen or "–")
    for key, en, there in (("Vai", "Role", bool(by.strip())), ("Ngày", "Day", on)):
        if not there:
            yield fault("DV-D414", place, seen=seen or "–", key=key, key_en=en)
