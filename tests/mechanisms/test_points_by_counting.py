"""3A: ticks, levels, ratios, counts and incidents inside a criterion (M01–M08)."""

from fractions import Fraction

import pytest

from danvan_eval.errors import PackError
from danvan_eval.evidence import MISSING
from danvan_eval.outcomes import Outcome
from danvan_eval.points import as_percent
from mechanisms.writing import codes, seen

RATIO = """
done = { type = "count", label.vi = "Đã làm" }
all = { type = "count", label.vi = "Tổng số" }
"""
COUNT = 'n = { type = "count", label.vi = "Số lần" }'


@pytest.mark.parametrize(("met", "points"), [(True, 5), (False, 0), (MISSING, [0, 5])])
def test_met_is_all_the_points_and_unanswered_is_not_unmet(book, met, points):
    """M01, as R9 «định tính: đạt / không đạt»; the maximum of 5 is ours."""
    one = book.one(
        5,
        'met = { type = "flag", label.vi = "Đạt" }',
        """
        kind = "yes_no"
        fact = "met"
        """,
    )

    assert points == seen(one(met=met))


LEVELS = """
level = { type = "level", label.vi = "Mức", options = [
  { id = "du", label.vi = "Đầy đủ" },
  { id = "khong-phat-sinh", label.vi = "Trong năm không phát sinh yêu cầu" },
  { id = "mot-phan", label.vi = "Một phần" },
  { id = "khong", label.vi = "Không" } ] }
"""
CHOICE = """
kind = "levels"
fact = "level"
levels = [
  { id = "du", share = 1 },
  { id = "khong-phat-sinh", share = 1 },
  { id = "mot-phan", share = 0.5 },
  { id = "khong", share = 0 },
]
"""


@pytest.mark.parametrize(
    ("level", "points"),
    [
        ("du", Fraction("1.5")),
        ("khong-phat-sinh", Fraction("1.5")),
        ("mot-phan", Fraction("0.75")),
        ("khong", 0),
        (MISSING, [0, Fraction("1.5")]),
    ],
)
def test_one_level_is_chosen_and_two_may_be_worth_the_same(book, level, points):
    """M02, R1 «choice» 1,5 / 0,75 / 0; I.1.b gives «no request arose» full points."""
    assert points == seen(book.one("1.5", LEVELS, CHOICE)(level=level))


def test_no_level_is_worth_more_than_the_maximum(book):
    """M02: 1,75 of 1,5 would be 7/6 of the maximum."""
    with pytest.raises(PackError) as caught:
        book.one("1.5", LEVELS, CHOICE.replace("share = 0.5", 'share = "7/6"'))

    assert ["DV-L009"] == codes(caught)


IN_BANDS = """
kind = "bands"
part = "done"
whole = "all"
on_zero = "not_applicable"
bands = [
  { at_least = 1, share = 1 },
  { at_least = "90%", share = 0.5 },
  { at_least = 0, share = 0 },
]
"""
AS_IT_IS = """
kind = "proportion"
part = "done"
whole = "all"
on_zero = "not_applicable"
"""
PRINTED = """
steps = [
  { at_least = 1, points = 3 },
  { at_least = "90%", points = 1.5 },
  { at_least = 0, points = 0 },
]
"""


@pytest.mark.parametrize("written", [(IN_BANDS, ""), (AS_IT_IS, PRINTED)])
@pytest.mark.parametrize(
    ("done", "of", "points"),
    [
        (10, 10, 3),
        (99_999, 100_000, Fraction("1.5")),  # 99,999 % prints as 100,00 and is not
        (9, 10, Fraction("1.5")),
        (89_999, 100_000, 0),  # 89,999 % is not 90 %
        (0, 10, 0),
    ],
)
def test_percentage_bands_have_exact_edges(book, written, done, of, points):
    """M03, R1 III.1.a: 100% → 3; 90–<100 → 1,5; <90 → 0; as shares, or as printed."""
    rule, leaf = written

    assert points == seen(book.one(3, RATIO, rule, leaf=leaf)(done=done, all=of))


@pytest.mark.parametrize(
    ("mode", "done", "points"),
    [
        # 3 × 5/24 = 0,625 lies half-way; 3 × 7/24 = 0,875 as well
        ("half_up", 5, "0.75"),
        ("half_up", 7, "1"),
        ("half_even", 5, "0.5"),
        ("half_even", 7, "1"),
        ("down", 5, "0.5"),
        ("up", 4, "0.5"),
        ("up", 23, "3"),  # 2,875 goes to 3 and never above
        ("up", 24, "3"),
    ],
)
def test_a_proportion_is_put_on_the_grid_the_way_it_says(book, mode, done, points):
    """M04, R1 II.3.a: tỷ lệ × điểm tối đa, «làm tròn đến 0,25đ»; the 3 is ours."""
    one = book.one(
        3, RATIO, AS_IT_IS, leaf=f'round = {{ step = 0.25, mode = "{mode}" }}'
    )

    assert Fraction(points) == one(done=done, all=24).points


def test_a_rounding_keeps_the_order_and_needs_its_direction(book):
    """M04: more done is never worth less, and no mode is taken for granted."""
    rounding = 'round = { step = 0.25, mode = "half_up" }'
    one = book.one(3, RATIO, AS_IT_IS, leaf=rounding)
    points = [one(done=done, all=24).points for done in range(25)]

    assert sorted(points) == points
    assert {0, 3} == {points[0], points[-1]}
    with pytest.raises(PackError) as caught:
        book.one(3, RATIO, AS_IT_IS, leaf="round = { step = 0.25 }")
    assert ["DV-L003"] == codes(caught)


def test_one_absent_of_three_misses_a_target_of_all(book):
    """M05, S0 II.1 «100% viên chức» read literally: 2 of 3 are 66,66 %, and nothing."""
    one = book.one(
        3,
        RATIO,
        """
        kind = "all_or_nothing"
        part = "done"
        whole = "all"
        target = 1
        on_zero = "not_applicable"
        """,
    )

    assert [0, 3] == [seen(one(done=done, all=3)) for done in (2, 3)]
    assert "66,66%" == as_percent(Fraction(2, 3))


@pytest.mark.parametrize(
    ("n", "points"),
    [(0, 0), (1, Fraction("2.5")), (2, 5), (3, 5), (MISSING, [0, 5])],
)
def test_each_model_gains_and_the_cap_holds(book, n, points):
    """M06, R1 V.1.a: 2,5 per model, cap 5."""
    one = book.one(
        5,
        COUNT,
        """
        kind = "per_count"
        count = "n"
        per = 0.5
        at_most = 1
        """,
    )

    assert points == seen(one(n=n))
    assert {Outcome.INVALID} == {one(n=n).finding.outcome for n in (-1, Fraction(1, 2))}


MINUS = """
kind = "per_incident"
count = "n"
per = 0.25
at_least = 0
"""


@pytest.mark.parametrize(
    ("n", "points"), [(0, 2), (1, Fraction("1.5")), (4, 0), (5, 0), (9, 0)]
)
def test_each_incident_costs_and_none_goes_below_nothing(book, n, points):
    """M07, R1 III.3.a: 2,0 less 0,5 each; of 2 points 0,5 are a quarter."""
    assert points == seen(book.one(2, COUNT, MINUS)(n=n))


@pytest.mark.parametrize(
    ("held", "excused", "points"), [(12, 0, 2), (11, 0, "1.5"), (10, 1, "1.5")]
)
def test_each_reception_session_missed_costs_half_a_point(book, held, excused, points):
    """M07, R1 III.3.a «−0,5 mỗi kỳ»: 12 in the calendar, an excused one is not missed."""
    one = book.one(
        2,
        """
        due = { type = "count", label.vi = "Theo lịch" }
        held = { type = "count", label.vi = "Đã tiếp" }
        excused = { type = "count", label.vi = "Hoãn có lý do" }
        """,
        """
        kind = "per_shortfall"
        expected = "due"
        done = "held"
        excused = "excused"
        per = 0.25
        on_zero = "not_applicable"
        """,
    )

    assert Fraction(points) == one(due=12, held=held, excused=excused).points


@pytest.mark.parametrize(
    ("lapses", "quality", "points"),
    [
        (0, "100%", "4"),  # 4 + 1, held at 4
        (1, "50%", "4"),  # 4 − 0,5 + 0,5
        (2, "50%", "3.5"),  # 4 − 1 + 0,5
        (2, "30%", "3.25"),  # 4 − 1 + 0,3 = 3,3, on the grid of 0,25
        (8, "100%", "1"),  # 4 − 4 + 1
        (9, "50%", "0"),  # 4 − 4,5 + 0,5
        (9, "0%", "0"),  # −0,5, held at 0
    ],
)
def test_lapses_take_quality_gives_and_the_maximum_holds(book, lapses, quality, points):
    """M08, R1 «minusPlus», rounded to 0,25; max 4, −0,5 each and plus 1 are ours."""
    one = book.one(
        4,
        """
        lapses = { type = "count", label.vi = "Số lần không đạt" }
        quality = { type = "percent", label.vi = "Chất lượng" }
        """,
        """
        kind = "requirement_plus"
        lapses = "lapses"
        quality = "quality"
        per = 0.125
        plus = 0.25
        """,
        leaf='round = { step = 0.25, mode = "half_up" }',
    )
    share = Fraction(int(quality[:-1]), 100)

    assert Fraction(points) == one(lapses=lapses, quality=share).points
