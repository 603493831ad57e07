"""Where does the hospital's regulation let the dân vận result enter a form?"""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from ...decisions.choices import Feed
from ...decisions.choosing import Loaded
from ...loading.tables import Table
from ...points import FULL, NOTHING, to_text
from .scores import COMMON, RESULT

MOST: Final = {"common": COMMON, "result": RESULT}
KEY: Final = "dan_van"


def read_feeds(table: Table, regimes: Sequence[Loaded]) -> tuple[Feed, ...]:
    """Read every ``[[dan_van]]``; an item stands once, a part holds what it holds."""
    before = len(table.faults)
    entries = table.tables(KEY)
    feeds = [_feed(one, regimes) for one in entries]
    if len(table.faults) == before:
        _once(entries, feeds)
        _inside(table, feeds, regimes)
    return tuple(feeds)


def _feed(table: Table, regimes: Sequence[Loaded]) -> Feed:
    """Return one entry of dân vận into a form; the item must be in some regime."""
    items = {id_: item for one in regimes for id_, item in one.law.items.items()}
    name = table.choice("item", sorted(items))
    item = items[name]
    points = well = meets = None
    if item.kind == "points":
        points = table.number_in(
            "points", f"0 < … ≤ {item.most}", lambda n: NOTHING < n <= item.most
        )
    else:
        well = table.number_in("well_from", "0 … 1", lambda n: NOTHING <= n <= FULL)
        below: Fraction = well
        meets = table.number_in(
            "meets_from", "≤ well_from", lambda n: NOTHING <= n <= below
        )
    read = Feed(name, table.text("article"), points, well, meets)
    table.close()
    return read


def _once(entries: Sequence[Table], feeds: Sequence[Feed]) -> None:
    """Note every entry for an item that stood before: which one counts?"""
    seen: set[str] = set()
    for table, feed in zip(entries, feeds, strict=True):
        if feed.item in seen:
            table.note("DV-C018", "item", seen=feed.item)
        seen.add(feed.item)


def _inside(table: Table, feeds: Sequence[Feed], regimes: Sequence[Loaded]) -> None:
    """Note items that together bring more points than a part of a form holds."""
    sums: dict[tuple[str, str, str], Fraction] = defaultdict(Fraction)
    for feed in {one.item: one for one in feeds}.values():
        for one in regimes:
            item = one.law.items.get(feed.item)
            if item is not None and feed.points is not None:
                sums[one.law.id, item.who, item.part] += feed.points
    for (_, _, part), points in sorted(sums.items()):
        if part in MOST and points > MOST[part]:
            told = {"seen": to_text(points), "allowed": to_text(MOST[part])}
            table.note("DV-C019", KEY, part=part, **told)
