"""A head stands on no grade above the department's, and is scored after it."""

from fractions import Fraction

import attrs
import pytest

from danvan_eval import explain, run, score
from danvan_eval.errors import FaultError
from danvan_eval.scheme import Grade, Head
from danvan_eval.subjects import Subject
from danvan_eval.terms import Text
from danvan_eval.testing.building import dossier, judged_directly, pack, scheme

TRAIT = "nguoi-dung-dau"
GRADES = tuple(
    Grade(id_, Text(id_), Fraction(least))
    for id_, least in (("tot", 80), ("kha", 50), ("yeu", 0))
)
UNITS = attrs.evolve(scheme({"g": {"A": 100}}), grades=GRADES)
HEADS = attrs.evolve(
    UNITS,
    id="thu/ca-nhan",
    subject="person",
    head=Head(TRAIT, Text("Mức của người đứng đầu không cao hơn khoa.", "Not above.")),
)


def of_unit(share, code="K1"):
    subject = Subject("unit", code, block="khoi")
    return attrs.evolve(dossier({"A": share}), subject=subject)


def of_person(share, code="N1", unit="K1", traits=(TRAIT,)):
    subject = Subject("person", code, block="khoi", traits=traits, unit=unit)
    return attrs.evolve(dossier({"A": share}), subject=subject)


def packs():
    asked = judged_directly("A")
    (version,) = asked.versions
    persons = attrs.evolve(asked, versions=[attrs.evolve(version, subject="person")])
    return pack(UNITS), pack(HEADS, persons)


def grade_of(head_share, unit_share, **told):
    units, heads = packs()
    return score(
        heads, of_person(head_share, **told), score(units, of_unit(unit_share))
    )


@pytest.mark.parametrize(
    ("head", "unit", "grades"),
    [
        ("1", "1", ("tot",)),
        ("1", "0.6", ("kha",)),
        ("1", "0.1", ("yeu",)),
        ("0.6", "1", ("kha",)),
        ("0.1", "0.6", ("yeu",)),
    ],
)
def test_the_lower_of_the_two_grades_counts(head, unit, grades):
    assert grades == grade_of(head, unit).grades


def test_the_total_stays_what_it_was():
    assert Fraction(100) == grade_of("1", "0.1").total


def test_while_the_department_is_open_so_is_its_head():
    sheet = grade_of("1", None)

    assert ("tot", "kha", "yeu") == sheet.grades
    assert sheet.grade is None


def test_an_open_department_cannot_lift_its_head():
    assert ("kha", "yeu") == grade_of("0.6", None).grades


def test_whoever_heads_nothing_is_held_by_nothing():
    units, heads = packs()
    staff = of_person("1", traits=("vien-chuc",))

    assert ("tot",) == score(heads, staff).grades
    assert ("tot",) == score(heads, staff, score(units, of_unit("0.1"))).grades


def test_a_head_before_the_department_is_refused():
    _, heads = packs()

    with pytest.raises(FaultError) as caught:
        score(heads, of_person("1"))

    assert "DV-R013" == caught.value.fault.code
    assert {"seen": "N1", "unit": "K1"} == dict(caught.value.fault.data)


def test_another_department_is_not_the_heads_own():
    units, heads = packs()

    with pytest.raises(FaultError) as caught:
        score(heads, of_person("1"), score(units, of_unit("1", code="K2")))

    assert "DV-R013" == caught.value.fault.code


def test_a_department_graded_by_other_words_is_refused():
    units = pack(attrs.evolve(UNITS, grades=(Grade("a", Text("A"), Fraction(0)),)))
    _, heads = packs()

    with pytest.raises(FaultError) as caught:
        score(heads, of_person("1"), score(units, of_unit("1")))

    assert "DV-R014" == caught.value.fault.code


def test_a_run_scores_departments_before_heads():
    units, heads = packs()
    unit, head = of_unit("0.6"), of_person("1")

    result = run("BV", [(units, [unit]), (heads, [head])])

    assert ("kha",) == result.sheet("N1").grades
    with pytest.raises(FaultError) as caught:
        run("BV", [(heads, [head]), (units, [unit])])
    assert "DV-R013" == caught.value.fault.code


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", "Không cao hơn khoa, phòng (kha): kha. Mức của người đứng đầu"),
        ("en", "Not above the department (kha): kha. Not above."),
    ],
)
def test_the_step_says_which_grade_held_the_head_down(language, words):
    _, heads = packs()

    assert words in explain(heads, grade_of("1", "0.6"), language=language)
