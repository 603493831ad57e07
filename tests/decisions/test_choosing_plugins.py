"""A regime that stands in for another one is used where the hospital names it."""

import datetime as dt

import attrs
import pytest

from danvan_eval.decisions.choices import Choices, Regulation
from danvan_eval.decisions.choosing import choose
from danvan_eval.errors import FaultError
from danvan_eval.loading.regimes import load_regimes
from danvan_eval.periods import Period
from danvan_eval.plugins import load_registry

BUILT_IN = load_regimes(load_registry(entry_points=False))
DECREE = next(one for one in BUILT_IN if one.law.id == "eval-2026")
DAY = dt.date(2026, 12, 10)
REGULATION = Regulation("01/QC", dt.date(2026, 10, 1), fictitious=True)


def stand_in(id_="eval-2026-bv", start=dt.date(2026, 10, 15), **logic):
    """Return a hospital's own regime in the place of the decree."""
    law = attrs.evolve(DECREE.law, id=id_, in_force=(Period(start, dt.date.max),))
    settings = {"id": id_, "replaces": "eval-2026", **logic}
    return attrs.evolve(DECREE, law=law, logic=attrs.evolve(DECREE.logic, **settings))


def choices(named="", regulation=REGULATION):
    readings = {"regime": named} if named else {}
    return Choices(regulation=regulation, readings=readings)


def chosen(regimes, made, who="person", day=DAY):
    return choose(regimes, who, day.year, day, made).loaded.law.id


def refusal(regimes, made):
    with pytest.raises(FaultError) as stop:
        chosen(regimes, made)
    return stop.value.fault


@pytest.mark.parametrize("who", ["person", "unit"])
def test_a_named_regime_is_used_in_the_place_of_the_one_it_replaces(who):
    regimes = [*BUILT_IN, stand_in()]

    assert "eval-2026-bv" == chosen(regimes, choices("eval-2026-bv"), who)


@pytest.mark.parametrize("who", ["person", "unit"])
def test_what_is_installed_and_not_named_changes_nothing(who):
    regimes = [*BUILT_IN, stand_in(), stand_in("eval-2026-khac")]

    assert "eval-2026" == chosen(regimes, choices(), who)


def test_the_order_in_which_regimes_are_installed_changes_nothing():
    regimes = [stand_in("eval-2026-khac"), stand_in(), *BUILT_IN]

    assert "eval-2026-bv" == chosen(regimes, choices("eval-2026-bv"))


@pytest.mark.parametrize(
    ("day", "law"),
    [
        (dt.date(2024, 12, 10), "eval-2023"),
        (dt.date(2026, 10, 14), "eval-2026"),
        (dt.date(2026, 10, 15), "eval-2026-bv"),
    ],
)
def test_a_named_regime_counts_on_its_own_days_only(day, law):
    regimes = [*BUILT_IN, stand_in()]

    assert law == chosen(regimes, choices("eval-2026-bv"), "unit", day)


def test_naming_a_regime_does_not_pass_by_the_transition():
    made = choices("eval-2026-bv", regulation=None)

    assert "eval-2023" == chosen([*BUILT_IN, stand_in()], made)


def test_a_regime_that_nobody_installed_is_refused_by_its_name():
    found = refusal(BUILT_IN, choices("eval-2026-bv"))

    assert ("DV-R036", "readings.regime") == (found.code, found.place.key)
    assert "eval-2026-bv" in found.text()


@pytest.mark.parametrize("named", ["eval-2020", "eval-2026"])
def test_dates_choose_among_the_laws_themselves_and_no_name_does(named):
    found = refusal([*BUILT_IN, stand_in()], choices(named))

    assert "DV-R036" == found.code
    assert "(eval-2026-bv)" in found.text()


def test_a_stand_in_that_replaces_another_law_does_not_hide_this_one():
    regimes = [*BUILT_IN, stand_in(replaces="eval-2023")]

    found = refusal(regimes, choices("eval-2026-bv"))

    assert "DV-R031" == found.code


def test_a_second_law_in_force_on_the_same_day_is_still_a_collision():
    regimes = [*BUILT_IN, stand_in(replaces="")]

    assert "DV-R031" == refusal(regimes, choices()).code
