"""Facts of duties for tests, and what the shipped laws make of them."""

import datetime as dt
from functools import cache

from danvan_eval.consequences.duties import check_duties
from danvan_eval.consequences.duty import DutyStanding
from danvan_eval.consequences.duty_facts import DutyFacts, Listed
from danvan_eval.loading.laws import FOLDER
from danvan_eval.loading.regimes import read_regimes
from danvan_eval.periods import Period

MET, MISSED, RUNNING, NOT_ASKED, NO_DATA, PERSON = DutyStanding
NO_DAYS_OFF = frozenset()
OF_DUTIES = ("dc-2023", "tcd-2014", "tcd-2026")


@cache
def laws():
    """Return the laws the duties rest on, read once."""
    return read_regimes({id_: FOLDER / f"{id_}.toml" for id_ in OF_DUTIES})


def day(written):
    """Return the day of «19/12/2025»."""
    return dt.datetime.strptime(written, "%d/%m/%Y").date()  # noqa: DTZ007


def listed(*rows, unclear=()):
    """Return a list that is there."""
    return Listed(tuple(rows), there=True, unclear=frozenset(unclear))


def facts(year=2025, **known):
    """Return the facts of a year; a tuple of entries is a whole list."""
    lists = {
        name: listed(*one) if isinstance(one, list) else one
        for name, one in known.items()
    }
    return DutyFacts(Period.year(year), **lists)


def duties(as_of, *, days_off=NO_DAYS_OFF, **known):
    """Return every duty by its id, looked at on a day."""
    on = day(as_of) if isinstance(as_of, str) else as_of
    found = check_duties(laws(), facts(**known), days_off=days_off, as_of=on)
    return {one.id: one for one in found}


def standings(found, kind):
    """Return where the duties of one kind stand, by what they are about."""
    return {
        id_.partition(":")[2]: one.standing
        for id_, one in found.items()
        if one.kind == kind
    }
