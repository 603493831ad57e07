"""The named metric over its top; too small a sample settles nothing."""

from fractions import Fraction

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.survey import Survey
from danvan_eval.outcomes import Outcome
from danvan_eval.rule import Bounds, Refusal


def survey(on_small_sample="unknown"):
    return Survey(
        metric="hai-long-noi-tru",
        value="chi_so",
        sample="phieu",
        out_of=5,
        min_sample=30,
        on_small_sample=on_small_sample,
    )


def seen(value, sample):
    return {"chi_so": value, "phieu": sample}


def test_the_share_is_the_exact_metric_over_its_top():
    found = survey().find(seen(Fraction("4.1"), 30))

    assert (Fraction("0.82"), "survey.measured") == (found.share, found.reason)


@pytest.mark.parametrize(
    ("choice", "outcome"),
    [("unknown", Outcome.UNKNOWN), ("not_applicable", Outcome.NOT_APPLICABLE)],
)
@pytest.mark.parametrize("value", [Fraction(5), MISSING])
def test_too_small_a_sample_settles_nothing_whatever_the_metric(choice, outcome, value):
    values, rule = seen(value, 29), survey(choice)
    found = rule.bounds(values) if value is MISSING else rule.find(values)

    assert (outcome, "survey.small_sample") == (found.outcome, found.reason)


@pytest.mark.parametrize("value", [Fraction(-1), Fraction("5.01")])
@pytest.mark.parametrize("sample", [30, MISSING])
def test_a_metric_outside_its_scale_is_refused_with_or_without_its_sample(
    value, sample
):
    values = seen(value, sample)
    found = survey().bounds(values) if sample is MISSING else survey().find(values)

    assert isinstance(found, Refusal)
    assert found.code == "DV-E202"


def test_a_known_metric_waits_for_its_sample():
    value = Fraction(4)
    waiting = survey().bounds(seen(value, MISSING))
    leaving = survey("not_applicable").bounds(seen(value, MISSING))

    assert Bounds(0, 1) == waiting
    assert Bounds(Fraction(4, 5), Fraction(4, 5), removable=True) == leaving


def test_a_metric_without_a_name_is_refused():
    with pytest.raises(ValueError, match="metric"):
        Survey(
            metric="",
            value="a",
            sample="b",
            out_of=1,
            min_sample=1,
            on_small_sample="unknown",
        )
