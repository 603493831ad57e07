"""The kind is found from outside, does what its examples say, and keeps the laws."""

from pathlib import Path

import pytest
from danvan_eval_streak import Streak
from hypothesis import strategies as st

from danvan_eval import PackError, load_catalogue, load_registry
from danvan_eval.testing.cases import cases
from danvan_eval.testing.laws import check_rule_kind

QUARTERS = ("q1", "q2", "q3", "q4")
STREAKS = st.builds(
    Streak,
    clean=st.just("clean"),
    quarters=st.integers(2, len(QUARTERS)).map(lambda many: QUARTERS[:many]),
    per=st.fractions(0, 1, max_denominator=8),
    run=st.sampled_from(["longest", "latest"]),
)
CATALOGUE = load_catalogue(Path(__file__).parent / "catalogue")
OURS = [one for one in cases(CATALOGUE) if one.criterion.id == "vi-du/K01"]


def evidence_of(rule):
    quarters = st.sampled_from(rule.quarters)
    return st.fixed_dictionaries({rule.clean: st.frozensets(quarters)})


def test_it_comes_in_by_its_entry_point():
    registry = load_registry()

    assert registry.kinds["streak"] is Streak
    assert registry.plugins == ("danvan-eval-streak 0.1.0",)


@pytest.mark.parametrize("case", OURS, ids=str)
def test_examples_come_out_as_written(case):
    assert not case.mismatches()


def test_it_keeps_the_laws_of_rules():
    check_rule_kind(Streak, rules=STREAKS, evidence=evidence_of)


def test_a_file_with_another_word_is_refused_with_its_line(tmp_path):
    folder = tmp_path / "vi-du"
    folder.mkdir()
    for file in (Path(__file__).parent / "catalogue" / "vi-du").iterdir():
        text = file.read_text(encoding="utf-8")
        broken = text.replace('run = "longest"', 'run = "best"')
        (folder / file.name).write_text(broken, encoding="utf-8")

    with pytest.raises(PackError) as refusal:
        load_catalogue(tmp_path)

    (fault,) = refusal.value.faults
    assert fault.code == "DV-L009"
    assert "longest, latest" in fault.text()
