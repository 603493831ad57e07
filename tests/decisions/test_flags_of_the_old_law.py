"""What rests on the law of 2010 is pointed out where the law itself has ended."""

import datetime as dt

import attrs
import pytest

from danvan_eval import Level
from danvan_eval.decisions.hospital import person_of
from helpers.deciding import (
    EXCELLENT,
    HTT,
    SECOND,
    THIRD,
    applied,
    classified,
    person,
    year_of,
)
from helpers.deciding_2026 import staff


def ids(found):
    return [one.id for one in found.flags]


def on(day, one):
    """Return the suggestion for somebody classified on a day, by the law of 2023."""
    return person_of(
        attrs.evolve(applied(SECOND), event=day), year_of(SECOND, one), one, EXCELLENT
    )


@pytest.mark.parametrize(
    ("day", "flagged"),
    [(dt.date(2026, 6, 30), False), (dt.date(2026, 12, 10), True)],
)
def test_a_year_of_transition_says_that_the_law_of_2010_has_ended(day, flagged):
    assert flagged is ("LAW_ENDED" in ids(on(day, person())))


class TestADeputy:
    """«Mức xếp loại chất lượng của cá nhân không cao hơn mức xếp loại».

    Luật 58/2010, Điều 41 khoản 2 điểm b, which speaks of the unit in direct charge.
    """

    @pytest.mark.parametrize(
        ("level", "flagged"), [(Level.HTXS, False), (Level.HTT, True)]
    )
    def test_who_stands_above_the_department_is_pointed_out_and_not_lowered(
        self, level, flagged
    ):
        units = {**EXCELLENT, "K01": (level,)}
        found = classified(person(role="deputy"), units=units)
        assert Level.HTXS is found.level
        assert flagged is ("DEPUTY_ABOVE_UNIT" in ids(found))

    def test_decree_233_has_no_such_sentence(self):
        units = {**EXCELLENT, "K01": (HTT,)}
        found = classified(staff(role="deputy"), THIRD, units=units)
        assert "DEPUTY_ABOVE_UNIT" not in ids(found)
