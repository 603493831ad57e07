"""What is printed where a decision about one grade reaches into the next."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.ranking import rank
from danvan_eval.results import Printout
from danvan_eval.scheme import Quota
from danvan_eval.scoring import score
from danvan_eval.testing.building import dossier, pack, scheme

SHARES = ("0.95", "0.95", "0.8", "0.75")


def printed(language="en", **second):
    """Two are equal at the one slot of the best grade; then comes the next grade."""
    told = {"ratio": Fraction(1, 4), "beyond": "dat", "base_grades": (), **second}
    quotas = (
        Quota("mot", "xuat-sac", Fraction(1, 4), "all", "down", 0, "tot"),
        Quota("hai", "tot", scope="all", rounding="down", minimum=0, **told),
    )
    made = pack(scheme({"nhom": {"A": 100}}, quotas=quotas))
    sheets = [
        score(made, dossier({"A": share}, code=f"K{nth}"))
        for nth, share in enumerate(SHARES, 1)
    ]
    return "\n".join(Printout(made, rank(made, sheets), language).quotas())


def test_a_slot_that_is_held_back_is_told_with_those_it_is_held_for():
    text = printed()

    assert "K1, K2 are incomplete or await the decision above" in text
    assert "1 place(s) “tot” are held back" in text


def test_who_passes_on_to_the_grade_after_the_next_is_told():
    text = printed(ratio=Fraction(0))

    assert "those of K1, K2 who do not get the grade above are beyond" in text


def test_what_depends_on_a_decision_is_not_called_a_tie():
    text = printed(ratio=Fraction(1, 2), base_grades=("tot",))

    assert "“tot” of K3 depends on the decision above; 0 place(s)" in text
    assert 1 == text.count("are equal")


@given(ratio=st.fractions(0, 1), language=st.sampled_from(["vi", "en"]))
def test_every_sentence_about_a_quota_is_filled(ratio, language):
    assert "{" not in printed(language, ratio=ratio)
