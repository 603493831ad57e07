"""Yes is all, no is nothing, and silence is neither."""

import pytest

from danvan_eval.evidence import MISSING
from danvan_eval.kinds.yes_no import YesNo
from danvan_eval.rule import Bounds

RULE = YesNo(fact="ban_hanh")


@pytest.mark.parametrize(
    ("answer", "share", "reason"), [(True, 1, "yes_no.yes"), (False, 0, "yes_no.no")]
)
def test_an_answer_gives_all_or_nothing(answer, share, reason):
    found = RULE.find({"ban_hanh": answer})

    assert (share, reason) == (found.share, found.reason)


def test_an_unanswered_question_is_not_a_no():
    assert Bounds(0, 1) == RULE.bounds({"ban_hanh": MISSING})


def test_a_count_is_no_answer():
    with pytest.raises(TypeError, match="ban_hanh"):
        RULE.find({"ban_hanh": 1})
