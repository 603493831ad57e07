"""Of whom nothing is known may be anything: any grade, any rank, any block."""

from fractions import Fraction

import attrs
import pytest

from danvan_eval.errors import FaultError, Place, fault
from danvan_eval.evidence import Unreadable
from danvan_eval.ranking import rank
from danvan_eval.scheme import Effect, EvidenceRef, Quota, When
from danvan_eval.scoring import score
from danvan_eval.terms import Text
from danvan_eval.testing.building import GRADES, dossier, pack, scheme

BEST, GOOD, *_ = GRADES
MAXIMA = {"mot": {"A": 50}, "hai": {"B": 50}}
WRONG = fault("DV-S201", Place("don-vi.csv", line=2), key="Khối")
QUOTA = Quota("q", BEST, Fraction(1, 2), "block", "down", 0, GOOD)


def unlisted(block="khoi", code="K2"):
    given = dossier({}, code=code)
    subject = attrs.evolve(given.subject, block=block)
    seen = {"subject": {"row": Unreadable(WRONG)}}
    return attrs.evolve(given, subject=subject, state="unlisted", evidence=seen)


@pytest.mark.parametrize("block", ["khoi", ""])
@pytest.mark.parametrize("compare", ["points", "percent", "refuse"])
@pytest.mark.parametrize("excluded", ["rescale", "reduce"])
def test_it_may_pass_everybody_and_reach_every_quota(block, compare, excluded):
    told = {"compare": compare, "excluded": excluded}
    made = pack(scheme(MAXIMA, quotas=(QUOTA,), **told))
    best = score(made, dossier({"A": 1, "B": 1}))
    ranking = rank(made, [best, score(made, unlisted(block))])
    (one,) = ranking.blocks

    assert ["K2"] == list(one.quotas[0].waiting)
    assert [(1, 2)] == [row.possible for row in one.ranked]
    assert ["unlisted"] == [row.why for row in ranking.not_ranked]
    assert bool(ranking.unplaced) is not bool(block)


def test_it_has_no_total_every_grade_and_its_fault():
    rules = Effect(
        "r", When(EvidenceRef("subject", "x"), below=1), Text("theo quy chế")
    )
    made = pack(scheme(MAXIMA, not_eligible=(rules,)))
    sheet = score(made, unlisted())

    assert sheet.total is None
    assert (0, 100) == (sheet.low, sheet.high)
    assert tuple(GRADES) == sheet.grades
    assert (WRONG,) == sheet.faults
    assert "unknown" == sheet.eligibility
    assert () == sheet.missing


def test_only_of_whom_nothing_is_known_the_block_may_lack():
    made = pack(scheme(MAXIMA))
    plain = attrs.evolve(unlisted(""), state="submitted")

    with pytest.raises(FaultError, match="DV-R008"):
        rank(made, [score(made, plain)])
