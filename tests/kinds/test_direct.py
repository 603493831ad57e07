"""A score given by an appraiser counts only together with its reason."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.direct import Direct
from danvan_eval.rule import Bounds, Refusal

RULE = Direct(score="diem", reason="ly_do", out_of=10)


def test_the_share_is_the_score_over_its_top():
    found = RULE.find({"diem": Fraction("9.5"), "ly_do": " đủ hồ sơ "})

    assert (Fraction("0.95"), "đủ hồ sơ") == (found.share, dict(found.facts)["why"])


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_a_score_without_a_reason_is_refused(reason):
    assert RULE.find({"diem": 9, "ly_do": reason}).code == "DV-E206"


@pytest.mark.parametrize("score", [Fraction("10.9"), Fraction(-1)])
@pytest.mark.parametrize("reason", ["đủ hồ sơ", MISSING])
def test_a_score_off_its_scale_is_refused_with_or_without_its_reason(score, reason):
    """10,9 of 10 is not 10: nothing is cut off to make it fit."""
    values = {"diem": score, "ly_do": reason}
    found = RULE.bounds(values) if reason is MISSING else RULE.find(values)

    assert isinstance(found, Refusal)
    assert found.code == "DV-E202"


def test_a_score_that_waits_for_its_reason_settles_nothing():
    assert Bounds(0, 1) == RULE.bounds({"diem": 9, "ly_do": MISSING})
