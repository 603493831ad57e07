"""A result from elsewhere counts only together with its source."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.imported import Imported
from danvan_eval.rule import Bounds, Refusal

SOURCE = "Thông báo số 12/TB-SYT ngày 05/01/2025, bản chính thức"
RULE = Imported(value="ket_qua", source="nguon", out_of=5)


def test_the_share_is_the_result_over_its_top():
    found = RULE.find({"ket_qua": Fraction("4.3"), "nguon": f" {SOURCE} "})

    assert Fraction(43, 50) == found.share
    assert SOURCE == dict(found.facts)["source"]


@pytest.mark.parametrize(("result", "share"), [(0, 0), (5, 1)])
def test_a_result_of_nothing_and_of_all_are_results(result, share):
    assert share == RULE.find({"ket_qua": result, "nguon": SOURCE}).share


def test_a_percentage_is_measured_out_of_one():
    rule = Imported(value="ket_qua", source="nguon", out_of="100%")

    assert (
        Fraction("0.873")
        == rule.find({"ket_qua": Fraction("0.873"), "nguon": SOURCE}).share
    )


@pytest.mark.parametrize("source", ["", "  ", "\n"])
def test_a_result_that_nobody_can_look_up_is_refused(source):
    refusal = RULE.find({"ket_qua": Fraction("4.3"), "nguon": source})

    assert ("DV-E208", {"seen": "4.3"}) == (refusal.code, dict(refusal.data))


@pytest.mark.parametrize("result", [0, Fraction("4.3"), 5, MISSING])
def test_without_a_source_nothing_is_settled(result):
    assert Bounds(0, 1) == RULE.bounds({"ket_qua": result, "nguon": MISSING})


def test_a_source_without_its_result_settles_nothing():
    assert Bounds(0, 1) == RULE.bounds({"ket_qua": MISSING, "nguon": SOURCE})


@pytest.mark.parametrize("result", [Fraction("5.01"), Fraction(-1)])
@pytest.mark.parametrize("source", [SOURCE, MISSING])
def test_a_result_off_its_scale_is_refused_with_or_without_its_source(result, source):
    values = {"ket_qua": result, "nguon": source}
    found = RULE.bounds(values) if source is MISSING else RULE.find(values)

    assert isinstance(found, Refusal)
    assert "DV-E202" == found.code


def test_a_top_of_zero_is_refused():
    with pytest.raises(ValueError, match="out_of"):
        Imported(value="ket_qua", source="nguon", out_of=0)
