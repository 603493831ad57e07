"""3E: thresholds, floors, caps, drops, and who is not rated at all (M51–M59)."""

from fractions import Fraction

import pytest

from danvan_eval import Stage, score
from danvan_eval.errors import PackError
from danvan_eval.evidence import MISSING
from danvan_eval.testing.building import NOT_APPLICABLE
from mechanisms.grading import HUNDRED, SCALES, TWO, events, scale, when
from mechanisms.writing import codes, ranked, shares

EDGES = [
    (name, grade, least, below)
    for name, cuts in SCALES.items()
    for (grade, least), below in zip(cuts.items(), [*list(cuts)[1:], None], strict=True)
]


def grade(pack, given, **told):
    return score(pack, shares(given, **told)).grade


@pytest.mark.parametrize("edge", EDGES)
def test_a_total_has_the_grade_of_the_band_it_lies_in(book, edge):
    """M51, the scales of §2.5: from … on, below the next; 89,999 is not 90."""
    name, id_, least, below = edge
    pack = book.pack(HUNDRED + scale(name))

    assert id_ == grade(pack, {"A": Fraction(least, 100)})
    if below:
        assert below == grade(pack, {"A": Fraction(least, 100) - Fraction(1, 100_000)})


@pytest.mark.parametrize(
    ("old", "new"), [("from = 0", "from = 10"), ("from = 70", "from = 95")]
)
def test_bands_leave_no_gap_and_do_not_overlap(book, old, new):
    """M51: the last starts at 0, and each starts below the one before."""
    with pytest.raises(PackError) as caught:
        book.pack(HUNDRED + scale("R2").replace(old, new))

    assert ["DV-L040"] == codes(caught)


FLOORS = """
[[floor]]
id = "htxs"
grade = "htxs"
every = "85%"
[[floor]]
id = "htt"
grade = "htt"
every = "80%"
[[floor]]
id = "ht"
grade = "ht"
every = "70%"
"""


@pytest.mark.parametrize(
    ("lowest", "expected"),
    [
        ("0.85", "htxs"),
        ("0.8499", "htt"),
        ("0.8", "htt"),
        ("0.7999", "ht"),
        ("0.7", "ht"),
        ("0.6999", "kht"),
        (NOT_APPLICABLE, "htxs"),  # what does not apply lies under no floor
    ],
)
def test_every_criterion_has_a_floor_for_each_grade(book, lowest, expected):
    """M52, R3: ≥90 and none <85 %; 80–<90 and none <80 %; 70–<80 and none <70 %.

    90 + 6,999 are still above 90 points: only the floor lowers.
    """
    pack = book.pack(TWO + scale("R3") + FLOORS)

    assert expected == grade(pack, {"A": 1, "B": lowest})


MODELS = """
[[group]]
id = "I"
label.vi = "I"
max_points = 90
criterion = [{ id = "chung/A", max_points = 90 }]
[[group]]
id = "V"
label.vi = "V"
max_points = 10
criterion = [{ id = "chung/B", max_points = 10 }]
[[floor]]
id = "V-xs"
grade = "xs"
group = "V"
share = "60%"
[[floor]]
id = "V-t"
grade = "t"
group = "V"
share = "40%"
"""
FEWER = """
[[cap]]
id = "it-mo-hinh-{grade}"
grade = "{grade}"
when = {{ evidence = "chung/B.events", below = {models} }}
reason.vi = "Chưa đủ mô hình."
"""


@pytest.mark.parametrize(
    ("share", "models", "expected"),
    [
        ("0.6", 2, "xs"),
        ("0.59", 2, "t"),
        ("0.39", 2, "k"),
        ("0.6", 1, "t"),
        ("0.6", 0, "k"),
        ("0.39", 1, "k"),
    ],
)
def test_one_group_has_a_floor_and_a_least_number(book, share, models, expected):
    """M53, R1 (tỉnh): XS wants group V ≥60 % and 2 models; T wants ≥40 % and 1."""
    caps = FEWER.format(grade="t", models=2) + FEWER.format(grade="k", models=1)
    pack = book.pack(MODELS + scale("R1") + caps)

    # 90 + 3,9 at least: by points alone always XS
    assert expected == grade(pack, {"A": 1, "B": share}, events={"B": models})


SIDE = """
on_time = { type = "percent", label.vi = "Đúng hạn" }
exceed = { type = "percent", label.vi = "Vượt mức" }
"""
CAPPED = 'evidence = "chung/D8.{name}", below = "{below}"'


@pytest.mark.parametrize(
    ("on_time", "exceed", "expected"),
    [
        ("1", "0.3", "htxs"),
        ("1", "0.2999", "htt"),
        ("0.9999", "0.3", "ht"),
        ("0.8", "0.3", "ht"),
        ("0.7999", "0.3", "kht"),
    ],
)
def test_side_conditions_hold_the_grade_down(book, on_time, exceed, expected):
    """M54, R2 Đ8: HTXS wants 100 % on time and ≥30 % beyond; HT late ≤20 %.

    «Late ≤ 20 %» is «on time ≥ 80 %»; whoever is below is held at KHT.
    """
    book.criterion(
        "chung/D8",
        SIDE + 'met = { type = "flag", label.vi = "Đạt" }',
        'kind = "yes_no"\nfact = "met"',
    )
    told = [
        ("on_time", "100%", "ht"),
        ("on_time", "80%", "kht"),
        ("exceed", "30%", "htt"),
    ]
    caps = [
        when(
            "cap",
            f"{name}-{to}",
            CAPPED.format(name=name, below=below),
            f'grade = "{to}"',
        )
        for name, below, to in told
    ]
    pack = book.pack(HUNDRED + scale("R2") + "".join(caps))
    percents = {"on_time": Fraction(on_time), "exceed": Fraction(exceed)}
    evidence = {**shares({"A": 1}).evidence, "chung/D8": percents}

    assert expected == score(pack, book.of(evidence)).grade


@pytest.mark.parametrize(
    ("staff", "leader", "expected"),
    [(0, 0, "xs"), (1, 0, "t"), (0, 1, "k"), (1, 1, "k")],
)
def test_of_several_caps_the_lowest_holds(book, staff, leader, expected):
    """M55, R1: noXS for staff disciplined, noTot for the leader."""
    caps = when("cap", "no-xs", events("A"), 'grade = "t"') + when(
        "cap", "no-tot", events("B"), 'grade = "k"'
    )
    pack = book.pack(TWO + scale("R1") + caps)

    happened = {"A": staff, "B": leader}
    assert expected == grade(pack, {"A": 1, "B": 1}, events=happened)


@pytest.mark.parametrize(
    ("share", "late", "expected"),
    [("1", 4, "xs"), ("1", 5, "t"), ("0.5", 5, "y"), ("0.4", 5, "y")],
)
def test_a_drop_lowers_by_one_and_never_below_the_lowest(book, share, late, expected):
    """M56, IBST Đ14.4: five late tasks of a unit lower it by one grade."""
    pack = book.pack(
        HUNDRED + scale("R1") + when("drop", "cham", events("A", 5), "grades = 1")
    )

    assert expected == grade(pack, {"A": share}, events={"A": late})


def test_a_cap_goes_before_a_drop_wherever_they_stand(book):
    """M56, R1: … noTot → drop one: XS held at K and dropped is TB, not K."""
    drop = when("drop", "ha", events("A"), "grades = 1")
    cap = when("cap", "no-tot", events("A"), 'grade = "k"')

    for order in (drop + cap, cap + drop):
        pack = book.pack(HUNDRED + scale("R1") + order)
        assert "tb" == grade(pack, {"A": 1}, events={"A": 1})


@pytest.mark.parametrize(("disciplined", "expected"), [(0, "htxs"), (1, "kht")])
def test_discipline_forces_the_lowest_whatever_the_points(book, disciplined, expected):
    """M57, R2 Đ20.4: khiển trách and above for an act on duty is KHT; R1 forceYeu."""
    pack = book.pack(HUNDRED + scale("R2") + when("lowest", "ky-luat", events("A")))
    sheet = score(pack, shares({"A": 1}, events={"A": disciplined}))

    assert (100, expected) == (sheet.total, sheet.grade)
    assert bool(disciplined) == any(one.stage is Stage.LOWEST for one in sheet.steps)


def test_not_eligible_is_not_the_lowest_grade(book):
    """M58, P7 «không đủ điều kiện xếp loại»: no rank, and a list of its own."""
    veto = when("not_eligible", "khong-du", events("A"))
    pack = book.pack(HUNDRED + scale("R1") + veto)
    poor = shares({"A": "0.1"}, code="K1")
    barred = shares({"A": 1}, code="K2", events={"A": 1})

    block = ranked(pack, poor, barred).block("khoi")

    assert [("K1", 1, "y")] == [
        (row.sheet.subject.code, row.rank, row.proposed) for row in block.ranked
    ]
    (out,) = block.not_ranked
    assert ("K2", "not_eligible") == (out.sheet.subject.code, out.why)


@pytest.mark.parametrize(
    ("clean", "eligible"),
    [(True, "eligible"), (False, "not_eligible"), (MISSING, "unknown")],
)
def test_a_gate_that_is_shut_still_shows_the_score(book, clean, eligible):
    """M59, «ĐIỀU KIỆN BẮT BUỘC (Không đạt 01 nội dung: không xét thi đua)»."""
    book.criterion(
        "chung/cong",
        'clean = { type = "flag", label.vi = "Đạt điều kiện bắt buộc" }',
        'kind = "yes_no"\nfact = "clean"',
    )
    gate = when("not_eligible", "bat-buoc", 'evidence = "chung/cong.clean", is = false')
    pack = book.pack(HUNDRED + scale("R2") + gate)
    evidence = {**shares({"A": "0.93"}).evidence, "chung/cong": {"clean": clean}}

    sheet = score(pack, book.of(evidence))

    assert (eligible, 93) == (sheet.eligibility, sheet.total)
    told = [one.about for one in sheet.steps if one.stage is Stage.ELIGIBILITY]
    assert told == ([] if clean is True else ["bat-buoc"])
