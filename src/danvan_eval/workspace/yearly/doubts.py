"""Which of the hospital's choices name what is not there, or have no effect?"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from ...decisions.choices import QuotaChoices
from ...decisions.choosing import Loaded
from ...decisions.hospital import Year
from ...errors import Fault, Place, fault
from ..fields import nearest
from .settings import FILE

MOST_NAMED: Final = 30


def doubts(year: Year, of_people: Loaded, of_units: Loaded) -> Iterator[Fault]:
    """Yield a remark on every choice that is not what it seems to be."""
    quota = year.choices.quota
    if quota is not None:
        yield from _pools(quota, year)
        yield from _exempt(quota, year)
        yield from _ungrouped(quota, year)
    yield from _idle(year, of_people, of_units)


def named_in(codes: Sequence[str]) -> str:
    """Return codes for a message: the first thirty, and dots for the rest."""
    more = ", …" if len(codes) > MOST_NAMED else ""
    return ", ".join(codes[:MOST_NAMED]) + more


def _groups(quota: QuotaChoices, year: Year) -> dict[str, str]:
    """Return the group of everybody whose row in the list of staff can be read."""
    return {
        one.subject.code: {
            "unit": one.subject.unit,
            "block": one.subject.block,
            "group": one.group,
        }.get(quota.groups, "")
        for one in year.people
        if one.work is not None
    }


def _pools(quota: QuotaChoices, year: Year) -> Iterator[Fault]:
    known = set(_groups(quota, year).values()) - {""}
    names = [one for pool in quota.pools for one in pool]
    yield from _unknown("quota.pools", names, known)


def _exempt(quota: QuotaChoices, year: Year) -> Iterator[Fault]:
    known = {one.subject.code for one in year.people}
    known |= {one.subject.code for one in year.units}
    yield from _unknown("quota.exempt", quota.exempt, known)


def _unknown(
    key: str, names: Collection[str], known: Collection[str]
) -> Iterator[Fault]:
    for name in sorted(set(names) - set(known)):
        place = Place(FILE, key=key)
        yield fault("DV-C015", place, seen=name, near=nearest(name, known))


def _ungrouped(quota: QuotaChoices, year: Year) -> Iterator[Fault]:
    """Yield who has no group: all of them would stand in one."""
    if quota.groups == "none":
        return
    codes = sorted(code for code, group in _groups(quota, year).items() if not group)
    if codes:
        place = Place(FILE, key="quota.groups")
        told = {"count": len(codes), "codes": named_in(codes), "seen": quota.groups}
        yield fault("DV-C016", place, **told)


def _idle(year: Year, of_people: Loaded, of_units: Loaded) -> Iterator[Fault]:
    """Yield the entries of dân vận into a form that nobody fills in this year."""
    used = {"person": of_people.law, "unit": of_units.law}
    for feed in year.choices.feeds:
        if not any(
            feed.item in law.items and law.items[feed.item].who == who
            for who, law in used.items()
        ):
            allowed = ", ".join(sorted({law.id for law in used.values()}))
            place = Place(FILE, key="dan_van")
            yield fault("DV-C020", place, seen=feed.item, allowed=allowed)
