"""3F: blocks, places, and what an incident does to whom (M67–M69, M72–M74)."""

import datetime as dt
import itertools
from fractions import Fraction

import pytest

from danvan_eval import Period, score
from danvan_eval.errors import FaultError, Place
from danvan_eval.evidence import OneOf
from danvan_eval.testing.building import NOT_APPLICABLE
from danvan_eval.workspace.incidents import Incident, fold
from mechanisms.grading import HUNDRED, TWO, events, scale, when
from mechanisms.writing import places, ranked, shares

BLOCKS = """
block = [
  { id = "khoi-so", label.vi = "Sở, ban, ngành" },
  { id = "khoi-huyen", label.vi = "Huyện, thành phố" },
]
"""


def test_each_block_has_a_first_place_of_its_own(book):
    """M67, Kon Tum: 20 agencies and 10 districts; 93 points are third of 20."""
    pack = book.pack(BLOCKS + HUNDRED)
    agencies = [
        shares({"A": Fraction(95 - nth, 100)}, code=f"S{nth:02}", block="khoi-so")
        for nth in range(20)
    ]
    districts = [
        shares({"A": Fraction(70 - nth, 100)}, code=f"H{nth:02}", block="khoi-huyen")
        for nth in range(10)
    ]
    ranking = ranked(pack, *agencies, *districts)

    of_agencies = places(ranking, "khoi-so")
    assert (20, 3) == (len(of_agencies), of_agencies["S02"])
    assert list(range(1, 11)) == sorted(places(ranking, "khoi-huyen").values())
    alone = ranked(pack, *districts)
    assert alone.block("khoi-huyen") == ranking.block("khoi-huyen")


def test_who_is_not_considered_has_no_place_and_takes_none(book):
    """M68: the best of four is not considered; the next keep 1, 2, 3."""
    pack = book.pack(HUNDRED + when("not_eligible", "khong-xet", events("A")))
    rest = [shares({"A": f"0.{n}"}, code=f"K{n}") for n in (7, 8, 9)]
    out = shares({"A": 1}, code="K0", events={"A": 1})

    ranking = ranked(pack, out, *rest)

    assert {"K9": 1, "K8": 2, "K7": 3} == places(ranking)
    (row,) = ranking.block("khoi").not_ranked
    assert ("K0", 100, None) == (row.sheet.subject.code, row.sheet.total, row.possible)


@pytest.mark.parametrize(
    ("style", "expected"), [("competition", [1, 2, 2, 4]), ("dense", [1, 2, 2, 3])]
)
def test_the_places_after_a_tie_are_declared(book, style, expected):
    """M69: 1-2-2-4 or 1-2-2-3, whatever the order of the rows."""
    pack = book.pack(f'ranking = {{ style = "{style}" }}\n{HUNDRED}')
    dossiers = [
        shares({"A": share}, code=code)
        for code, share in (("K1", "0.9"), ("K2", "0.8"), ("K3", "0.8"), ("K4", "0.7"))
    ]

    for order in itertools.permutations(dossiers):
        told = places(ranked(pack, *order))
        assert expected == [told[code] for code in ("K1", "K2", "K3", "K4")]


ATTITUDE = {"thai-do": "chung/A"}


def incident(id_, day, *, person="N1", unit="K1", state="dung"):
    done = None if state == "xac-minh" else dt.date(2025, 1, 20)
    return Incident(id_, unit, person, day, "thai-do", state, done, Place())


def counted(*rows, year=2024):
    """Return what the register says of departments and of people."""
    *_, one = fold(rows, ["K1", "K2"], ["N1"], Period.year(year), ATTITUDE)
    return {
        code: seen["substantiated"] for code, seen in (one.units | one.people).items()
    }


LESS = """
[[deduction]]
id = "thai-do"
label.vi = "Vụ việc về thái độ"
evidence = "chung/A.events"
per = 2
at_most = 10
"""


def test_one_incident_hits_the_unit_and_the_person_once_each(book, people):
    """M72: the unit loses points and the person a grade, by one row of one register."""
    told = counted(
        incident("V1", dt.date(2024, 3, 1)), incident("V1", dt.date(2024, 3, 1))
    )
    drop = when("drop", "thai-do", events("A"), "grades = 1")
    unit_pack = book.pack(HUNDRED + scale("R2") + LESS)
    person_pack = people.pack(HUNDRED + scale("R2") + drop)
    evidence = shares({"A": 1}, events={"A": told["N1"]}).evidence

    unit = score(unit_pack, shares({"A": 1}, events={"A": told["K1"]}))
    person = score(person_pack, people.of(evidence, "N1", unit="K1"))

    assert {"K1": 1, "K2": 0, "N1": 1} == told
    assert (98, "htxs") == (unit.total, unit.grade)
    assert (100, "htt") == (person.total, person.grade)


def test_an_act_counts_in_its_own_year_and_department(book):
    """M73, R2 Đ11.3: N1 moved to K2; the act of 2024 at K1, concluded in 2025, is K1's."""
    act = incident("V1", dt.date(2024, 12, 31))

    assert {"K1": 1, "K2": 0, "N1": 1} == counted(act)
    assert {"K1": 0, "K2": 0, "N1": 0} == counted(act, year=2025)
    open_ = counted(incident("V2", dt.date(2024, 5, 1), state="xac-minh"))
    assert OneOf((0, 1), "pending") == open_["K1"]
    sheet = score(
        book.pack(HUNDRED + LESS), shares({"A": 1}, events={"A": open_["K1"]})
    )
    assert (98, 100) == (sheet.low, sheet.high)


UNEQUAL = [
    shares({"A": "0.9", "B": 1}, code="K1"),  # 81 + 10 = 91 of 100
    shares({"A": "0.95", "B": NOT_APPLICABLE}, code="K2"),  # 85,5 of 90 are 95 %
]


@pytest.mark.parametrize(
    ("compare", "expected"),
    [("points", {"K1": 1, "K2": 2}), ("percent", {"K2": 1, "K1": 2})],
)
def test_where_maxima_differ_points_or_percent_is_declared(book, compare, expected):
    """M74, R9, R6: with «not assigned» taken out of the maximum."""
    pack = book.pack(f'excluded = "reduce"\ncompare = "{compare}"\n{TWO}')

    assert expected == places(ranked(pack, *UNEQUAL))


def test_a_scheme_may_refuse_to_compare_different_maxima(book):
    """M74: then they are not ranked in one list at all."""
    pack = book.pack(f'excluded = "reduce"\ncompare = "refuse"\n{TWO}')

    with pytest.raises(FaultError) as caught:
        ranked(pack, *UNEQUAL)

    assert "DV-R009" == caught.value.fault.code
