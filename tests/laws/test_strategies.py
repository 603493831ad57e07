"""What the strategies draw, and what they refuse to draw."""

import datetime as dt
from fractions import Fraction

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from danvan_eval.catalogue import Version
from danvan_eval.kinds import BUILT_IN
from danvan_eval.outcomes import Outcome
from danvan_eval.rule import evidence_read
from danvan_eval.scoring import score
from danvan_eval.sheet import Sheet
from danvan_eval.testing.strategies import (
    criteria,
    dates,
    dossiers_for,
    evidence_for,
    fields_for,
    packs,
    points,
    rosters_for,
    rules,
    schemes,
    shares,
    sheets,
)

WAIVED = Outcome.WAIVED


@attrs.frozen
class Stranger:
    kind = "stranger"


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: points(5, 4),
        lambda: points(0, 1, step=0),
        lambda: points("0.1", "0.2", step="0.5"),
        lambda: points(0.5, 1),
        lambda: points(0, "một"),
        lambda: rules("stranger"),
        lambda: evidence_for(Stranger()),
        lambda: fields_for(Stranger()),
        lambda: packs(most=0),
        lambda: packs(most=99),
        lambda: schemes(()),
    ],
)
def test_an_impossible_argument_is_refused_at_once(impossible):
    with pytest.raises(InvalidArgument):
        impossible()


@given(data=st.data())
def test_points_lie_between_their_bounds_on_their_grid(data):
    drawn = data.draw(points("0.3", 2, step="0.25"))

    assert Fraction("0.3") <= drawn <= 2
    assert (drawn / Fraction("0.25")).denominator == 1


@given(share=shares(), day=dates())
def test_shares_are_shares_and_days_are_of_the_year(share, day):
    assert 0 <= share <= 1
    assert day.year == dt.date(2024, 1, 1).year


@pytest.mark.parametrize("kind", BUILT_IN, ids=lambda kind: kind.kind)
def test_every_built_in_kind_is_drawn(kind):
    drawn = find(rules(), lambda rule: rule.kind == kind.kind)

    assert isinstance(drawn, kind)


@given(criterion=criteria(), data=st.data())
def test_the_evidence_of_a_version_is_all_that_it_reads(criterion, data):
    (version,) = criterion.versions
    assert isinstance(version, Version)

    drawn = data.draw(evidence_for(version))

    assert set(version.reads) == set(drawn)
    assert set(version.reads) <= set(criterion.evidence)
    assert 1 == sum(part.weight for part in version.parts)


@pytest.mark.parametrize("kind", [kind.kind for kind in BUILT_IN])
@given(data=st.data())
def test_complete_evidence_is_never_refused(kind, data):
    rule = data.draw(rules(kind))
    drawn = data.draw(evidence_for(rule))
    types = {field.name: field for field in fields_for(rule)}

    assert list(drawn) == list(evidence_read(rule)) == list(types)
    assert [] == [
        name
        for name, value in drawn.items()
        if type(value).__name__ != "Missing" and types[name].check(value)
    ]


@given(data=st.data())
def test_a_complete_dossier_has_no_fault_and_waits_for_no_more_than_a_sample(data):
    pack = data.draw(packs())
    sheet = score(pack, data.draw(dossiers_for(pack)))

    assert () == sheet.faults
    assert all("sample" in name for _, name in sheet.missing)


@given(data=st.data())
def test_a_roster_has_every_code_once(data):
    pack = data.draw(packs(most=1))
    codes = [sheet.subject.code for sheet in data.draw(rosters_for(pack))]

    assert len(codes) == len(set(codes))


@given(sheet=sheets())
def test_a_sheet_is_a_sheet(sheet):
    assert isinstance(sheet, Sheet)


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not WAIVED])
def test_every_outcome_is_drawn_but_the_waived_one(outcome):
    quickly = settings(max_examples=5000, phases=[Phase.generate], database=None)
    drawn = find(sheets(), lambda sheet: sheet.outcome is outcome, settings=quickly)

    assert drawn.outcome is outcome


def test_the_dullest_share_is_nothing():
    assert find(shares(), lambda _: True) == 0
