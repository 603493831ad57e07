"""3E: heads, subordinates, quotas, tie-breaks, and where people decide (M60–M64)."""

from fractions import Fraction

import pytest

from danvan_eval import dump_run, load_run, rank, run, score
from danvan_eval.errors import PackError
from danvan_eval.results import Printout
from mechanisms.grading import HUNDRED, TWO, scale, when
from mechanisms.writing import codes, places, ranked, shares

HEAD = """
[head]
trait = "nguoi-dung-dau"
reason.vi = "Mức của người đứng đầu không cao hơn mức của tổ chức."
"""


@pytest.mark.parametrize(
    ("unit", "head", "expected"),
    [("1", "1", "htxs"), ("0.7", "1", "htt"), ("1", "0.6", "ht"), ("0.4", "1", "kht")],
)
def test_a_head_stands_on_no_grade_above_the_department(
    book, people, unit, head, expected
):
    """M60, R2 Đ20.6, and Đ9: the department is rated first."""
    of_unit = score(book.pack(HUNDRED + scale("R2")), shares({"A": unit}, code="K1"))
    evidence = shares({"A": head}).evidence
    dossier = people.of(evidence, "N1", unit="K1", traits={"nguoi-dung-dau"})

    sheet = score(people.pack(HUNDRED + scale("R2") + HEAD), dossier, of_unit)

    assert (100 * Fraction(head), expected) == (sheet.total, sheet.grade)


@pytest.mark.parametrize(("worst", "expected"), [("0.5", "htxs"), ("0.4", "htt")])
def test_a_subordinate_at_the_bottom_blocks_the_top_of_the_unit_above(
    book, worst, expected
):
    """M61, R2 Đ8.1.b, by composition: those below are scored first and counted.

    The number of them that are KHT is a figure of the unit above; a cap looks at it.
    """
    below = book.pack(HUNDRED + scale("R2"), "duoi")
    teams = [shares({"A": one}, code=f"T{one}") for one in ("1", worst)]
    failed = sum(score(below, one).grade == "kht" for one in teams)
    cap = when(
        "cap",
        "don-vi-duoi",
        'evidence = "chung/A.events", at_least = 1',
        'grade = "htt"',
    )
    above = book.pack(HUNDRED + scale("R2") + cap)

    assert expected == score(above, shares({"A": 1}, events={"A": failed})).grade


QUOTA = """
[[quota]]
id = "han-muc"
grade = "{grade}"
ratio = {ratio}
base = {base}
scope = "block"
rounding = "floor"
minimum = 0
beyond = "{beyond}"
"""


def quota(pack, totals):
    """Return the quota after ranking departments K00, K01 … with these totals."""
    dossiers = [
        shares({"A": Fraction(total, 100)}, code=f"K{nth:02}")
        for nth, total in enumerate(totals)
    ]
    (block,) = ranked(pack, *dossiers).blocks
    (one,) = block.quotas
    return one, {row.sheet.subject.code: row.proposed for row in block.ranked}


@pytest.mark.parametrize(
    ("many", "slots"), [(1, 0), (3, 0), (4, 1), (7, 1), (8, 2), (20, 5)]
)
def test_a_quarter_of_those_rated_rounded_down(book, many, slots):
    """M62, R1: XS ≤25 % of all rated, floor(n × 0,25); 3 × 0,25 is no place at all.

    All of them have more than 93 points; whoever is beyond the line gets T.
    """
    line = QUOTA.format(grade="xs", ratio=0.25, base='"rated"', beyond="t")
    totals = [100 - Fraction(nth, 3) for nth in range(many)]
    told, proposed = quota(book.pack(HUNDRED + scale("R1") + line), totals)

    assert (many, slots) == (told.base, told.slots)
    assert ["xs"] * slots + ["t"] * (many - slots) == list(proposed.values())


@pytest.mark.parametrize(
    ("base", "number", "slots"),
    [
        ('{ grades = ["htt"] }', 10, 2),
        ('{ grades = ["htxs", "htt"] }', 14, 2),
        ('"rated"', 16, 3),
    ],
)
def test_the_base_of_a_quota_is_declared(book, base, number, slots):
    """M62, R2 Đ8.5 «≤20 % số đơn vị HTT»: whether HTXS stand inside is not said.

    4 HTXS, 10 HTT, 2 HT: 20 % of 10 are 2, of 14 are 2,8, of all 16 are 3,2.
    """
    pack = book.pack(
        HUNDRED
        + scale("R2")
        + QUOTA.format(grade="htxs", ratio=0.2, base=base, beyond="htt")
    )
    told, proposed = quota(pack, [*range(99, 95, -1), *range(89, 79, -1), 60, 55])

    assert (number, slots) == (told.base, told.slots)
    assert [f"K{nth:02}" for nth in range(slots)] == list(told.granted)
    assert {"htt"} == {proposed[code] for code in told.refused}


CHAIN = """
[[group]]
id = "I"
label.vi = "I"
max_points = 80
criterion = [{ id = "chung/A", max_points = 80 }]
[[group]]
id = "V"
label.vi = "Nhóm V"
max_points = 20
criterion = [{ id = "chung/B", max_points = 20 }]
[[bonus]]
id = "VIII"
label.vi = "Nhóm VIII"
evidence = "chung/A.events"
per = 1
at_most = 10
[[deduction]]
id = "IX"
label.vi = "Nhóm IX"
evidence = "chung/B.events"
per = 1
at_most = 20
"""
BY = 'ranking = {{ style = "competition", tie_break = [{}] }}\n'
RULES = {
    "none": "",
    "R1": '{ by = "bonus" }, { group = "V" }',
    "contest": '{ by = "deduction" }, { criterion = "chung/B" }',
}
# all three total 90: 70 + 20, 76 + 14, 74 + 14 + 4 − 2
EQUALS = [
    shares({"A": "7/8", "B": 1}, code="K1"),
    shares({"A": "0.95", "B": "0.7"}, code="K2"),
    shares({"A": "0.925", "B": "0.7"}, code="K3", events={"A": 4, "B": 2}),
]


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ("none", {"K1": 1, "K2": 1, "K3": 1}),
        ("R1", {"K3": 1, "K1": 2, "K2": 3}),
        ("contest", {"K1": 1, "K2": 2, "K3": 3}),
    ],
)
def test_equal_totals_are_told_apart_by_the_chain_and_never_by_the_alphabet(
    book, chain, expected
):
    """M63, R1: total, bonus, group V; a class contest: fewer deductions, good deeds."""
    pack = book.pack(BY.format(RULES[chain]) + CHAIN + scale("R1"))
    ranking = ranked(pack, *EQUALS)

    assert {90} == {row.sheet.total for row in ranking.block("khoi").ranked}
    assert expected == places(ranking)


def test_each_link_of_a_chain_compares_one_thing(book):
    """M63: a group and the bonus at once are refused."""
    both = BY.format('{ by = "bonus", group = "V" }')

    with pytest.raises(PackError) as caught:
        book.pack(both + CHAIN)

    assert ["DV-L003"] == codes(caught)


def test_a_tie_that_is_left_across_the_line_goes_to_the_council(book):
    """M63, M62: two equal after the whole chain, one place: nobody is chosen."""
    text = BY.format(RULES["R1"]) + CHAIN + scale("R1")
    line = QUOTA.format(grade="xs", ratio=0.5, base='"rated"', beyond="t")
    twins = [shares({"A": 1, "B": "0.5"}, code=code) for code in ("K1", "K2")]
    pack = book.pack(text + line)
    ranking = ranked(pack, *twins)
    (block,) = ranking.blocks
    (told,) = block.quotas

    assert (("K1", "K2"), 1) == (told.contested, told.left)
    assert ("[[bonus]]", "V") == told.chain
    assert {None} == {row.proposed for row in block.ranked}
    printed = " ".join(Printout(pack, ranking).quotas())
    assert "điểm thưởng cao hơn → Nhóm V" in printed


def test_points_open_the_door_and_people_decide(book):
    """M64, R3, R11: a ballot decides, outside of the library, on what it proposes.

    The proposal is kept apart from the total and the grade by points, is written
    down with its fingerprint, and is never written over by what people decide.
    """
    line = QUOTA.format(grade="htxs", ratio=0.5, base='"rated"', beyond="htt")
    pack = book.pack(TWO + scale("R3") + line)
    dossiers = [shares({"A": 1, "B": 1}, code=code) for code in ("K1", "K2")]

    result = run("BV", [(pack, dossiers)])
    kept = load_run(dump_run(result))

    rows = kept.rankings[0].block("khoi").ranked
    assert [("htxs", None), ("htxs", None)] == [
        (row.sheet.grade, row.proposed) for row in rows
    ]
    assert result.fingerprint == kept.fingerprint
    assert rank(pack, result.sheets) == result.rankings[0]
