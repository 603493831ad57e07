"""Sentences: complete, in two languages, and never at odds with the numbers."""

import datetime as dt
import re
from fractions import Fraction
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval import (
    Dossier,
    OneOf,
    Period,
    Subject,
    Waiver,
    explain,
    load_catalogue,
    score,
)
from danvan_eval.explaining import points_text
from danvan_eval.kinds import BUILT_IN
from danvan_eval.scheme import Cap, Drop, Effect, Zero
from danvan_eval.sentences import SENTENCES
from danvan_eval.terms import Text
from danvan_eval.testing import building
from danvan_eval.testing.building import events, scheme
from danvan_eval.testing.strategies import shares

YEAR = Period.year(2024)
TRAITS = ("lam-sang", "can-lam-sang", "chuc-nang", "ctxh")


@pytest.fixture(scope="module")
def pack():
    return load_catalogue(examples=False).pack("kt-bvdk-2024/khoa-phong", YEAR)


maybe_counts = st.one_of(
    st.none(),
    st.integers(0, 12),
    st.just(OneOf((0, 2), "pending")),
    st.just(OneOf((1, 3), "disputed")),
)


@st.composite
def dossiers(draw, pack):
    evidence = {}
    for leaf in pack.leaves:
        seen = {}
        for name, field in leaf.criterion.evidence.items():
            if field.type == "count":
                value = draw(maybe_counts)
            elif field.type == "flag":
                value = draw(st.sampled_from([None, True, False]))
            elif field.type == "percent":
                value = draw(st.sampled_from([None, Fraction(4, 5), Fraction(1)]))
            elif field.type == "date":
                value = draw(
                    st.sampled_from([None, dt.date(2024, 11, 9), dt.date(2024, 12, 2)])
                )
            else:
                value = draw(st.sampled_from([None, frozenset()]))
            if value is not None:
                seen[name] = value
        evidence[leaf.leaf.criterion] = seen
    trait = draw(st.sampled_from(TRAITS))
    subject = Subject("unit", "K-1", "Khoa mẫu", "lam-sang", {trait})
    waivers = {}
    if draw(st.booleans()):
        waivers["danvan/C05"] = Waiver(Fraction(1), "bão lũ", "giám đốc", YEAR.end)
    return Dossier(subject, YEAR, evidence, waivers)


@given(data=st.data(), language=st.sampled_from(["vi", "en"]))
def test_any_dossier_is_explained_without_a_gap(pack, data, language):
    sheet = score(pack, data.draw(dossiers(pack)))

    text = explain(pack, sheet, language=language)

    assert not re.search(r"[{}]|None|Fraction|frozenset", text)


@given(data=st.data())
def test_the_points_of_the_lines_and_the_total_stand_in_the_text(pack, data):
    sheet = score(pack, data.draw(dossiers(pack)))

    text = explain(pack, sheet)

    for line in sheet.lines:
        if line.points is not None:
            assert points_text(line.points) in explain(pack, sheet, line.criterion)
    if sheet.total is not None:
        assert points_text(sheet.total) in text


def test_every_line_cites_its_sentence_and_gives_the_reason_of_every_assumption(pack):
    sheet = score(pack, Dossier(Subject("unit", "K-1", traits={"chuc-nang"}), YEAR))

    text = explain(pack, sheet)

    for leaf in pack.leaves:
        if not leaf.covers(frozenset({"chuc-nang"})):
            continue
        assert [] == [
            c for c in leaf.criterion.cited_by(leaf.version) if str(c) not in text
        ]
        assert [] == [b.says for b in leaf.version.bases.values() if b.says not in text]


WORDS = ("Lý do {}", "Reason {}")


def worded(name):
    return Text(*(word.format(name) for word in WORDS))


def one_of_each(id_="mot"):
    """A scheme whose effects share one id and differ in their reasons."""
    hit = events("A", 1)
    return scheme(
        {"nhom": {"A": "2.5", "B": "25/3"}},
        zeros=(
            Zero("dau", hit, worded("first"), "A"),
            Zero("sau", hit, worded("second"), "A"),
        ),
        not_eligible=(Effect(id_, hit, worded("eligibility")),),
        caps=(Cap(id_, hit, worded("cap"), "tot"),),
        drops=(Drop(id_, hit, worded("drop")),),
        lowest=(Effect(id_, hit, worded("lowest")),),
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_reason_is_that_of_its_own_effect_and_of_the_language(language):
    """Two zeroes wait for one criterion: the first took the points, and is told."""
    made = building.pack(one_of_each())
    sheet = score(made, building.dossier({"A": 1, "B": 1}, events={"A": 1}))
    text = explain(made, sheet, language=language)
    own, other = WORDS if language == "vi" else WORDS[::-1]

    told = ["first", "first", "eligibility", "cap", "drop", "lowest"]
    assert sorted(told) == sorted(re.findall(own.format(r"(\w+)"), text))
    assert [] == re.findall(other.format(r"(\w+)"), text)


def test_whoever_is_not_to_be_rated_is_shown_no_grade_beside_the_total():
    made = building.pack(one_of_each())
    struck = score(made, building.dossier({"A": 1, "B": 1}, events={"A": 1}))
    rated = score(made, building.dossier({"A": 1, "B": 1}))

    assert "Xếp loại (đề xuất): " not in explain(made, struck)
    assert "Xếp loại (đề xuất): " in explain(made, rated)


def test_maxima_are_written_as_the_points_beside_them():
    made = building.pack(one_of_each())
    sheet = score(made, building.dossier({"A": "0.8", "B": "0.6"}))
    lines = {
        language: [explain(made, sheet, one, language).splitlines()[0] for one in "AB"]
        for language in ("vi", "en")
    }

    assert {
        "vi": ["[A] A: 2 / 2,5", "[B] B: 5 / 8,33 (= 25/3)"],
        "en": ["[A] A: 2 / 2.5", "[B] B: 5 / 8.33 (= 25/3)"],
    } == lines
    assert "Total: 7 / 10.83 (= 65/6)" in explain(made, sheet, language="en")


@given(data=st.data())
def test_an_english_text_has_no_decimal_comma(data):
    tops = {one: data.draw(st.fractions(1, 30, max_denominator=12)) for one in "AB"}
    made = building.pack(scheme({"nhom": tops}))
    shares_ = {one: data.draw(shares()) for one in "AB"}

    text = explain(made, score(made, building.dossier(shares_)), language="en")

    assert [] == re.findall(r"\d,\d", text)


def test_a_number_cut_for_print_shows_its_exact_fraction_beside_it():
    assert "9,33 (= 28/3)" == points_text(Fraction(28, 3))
    assert "89,99 (= 89,996)" == points_text(Fraction("89.996"))
    assert "9,5" == points_text(Fraction("9.5"))


def test_a_score_of_a_department_is_never_called_a_score_by_decision_454(pack):
    sheet = score(pack, Dossier(Subject("unit", "K-1", traits={"lam-sang"}), YEAR))

    text = explain(pack, sheet)
    naming = [line for line in text.splitlines() if "454" in line]

    # C37 asks how the hospital went about its self-assessment; no ward has it
    assert ["không áp dụng"] == [line.rpartition(": ")[2] for line in naming]
    assert "áp dụng nội bộ" in text


@pytest.mark.parametrize("kind", BUILT_IN, ids=lambda kind: kind.kind)
def test_the_sentences_of_a_kind_name_the_same_facts_in_both_languages(kind):
    for text in kind.says.values():
        assert names(text.vi) == names(text.en)
        assert text.en != text.vi


@pytest.mark.parametrize("code", SENTENCES)
def test_the_sentences_of_the_engine_name_the_same_facts_in_both_languages(code):
    text = SENTENCES[code]

    assert names(text.vi) == names(text.en)
    assert text.en != text.vi


def names(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_the_metric_of_a_survey_is_named_in_words(pack):
    ward = Subject("unit", "K-1", "Khoa mẫu", "lam-sang", {"lam-sang"})
    leaf = next(one for one in pack.leaves if one.leaf.criterion == "danvan/C13")
    rule = leaf.version.parts[0].rule
    given = dict.fromkeys(leaf.version.reads, 0)
    given |= {rule.value: Fraction(9, 10), rule.sample: 400}
    sheet = score(pack, Dossier(ward, YEAR, {"danvan/C13": given}))

    assert "muc-4-5" not in explain(pack, sheet, "danvan/C13")
