"""Points are exact; they are rounded and cut only where somebody says so."""

from decimal import Decimal
from fractions import Fraction

import pytest

from danvan_eval.points import (
    Rounding,
    as_percent,
    exact,
    exact_sum,
    is_cut,
    shown,
    to_multiple,
    to_text,
)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("9.5", Fraction(19, 2)),
        ("-0.25", Fraction(-1, 4)),
        ("1/3", Fraction(1, 3)),
        ("-2/4", Fraction(-1, 2)),
        ("85%", Fraction(17, 20)),
        ("1/3%", Fraction(1, 300)),
        ("007", Fraction(7)),
        (3, Fraction(3)),
        (Decimal("0.1"), Fraction(1, 10)),
        (Fraction(2, 6), Fraction(1, 3)),
    ],
)
def test_what_is_written_exactly_is_read_exactly(written, number):
    assert number == exact(written)


@pytest.mark.parametrize(
    "written",
    [
        *("", "-", "%", "-%", ".5", "5.", "+5", "--5", " 5", "5 ", "1e2", "1_000"),
        *("nan", "inf", "1/0", "1/2/3", "1/2.5", "1.2.3", "5%%", "%5", "1,5"),
        *("９", "٣", "²", "1\n", "0x10", "/", "1/", "/2", "1.-5", "1/-2"),
    ],
)
def test_text_that_is_no_plain_number_is_refused(written):
    with pytest.raises(ValueError, match="no exact number"):
        exact(written)


@pytest.mark.parametrize("value", [0.1, 1.0, float("nan"), True, False, None, b"1", 1j])
def test_a_binary_float_or_a_bool_is_never_taken(value):
    with pytest.raises(TypeError, match="no exact number"):
        exact(value)


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_a_decimal_that_is_no_number_is_refused(written):
    with pytest.raises(ValueError, match="no exact number"):
        exact(Decimal(written))


def test_a_tenth_and_two_tenths_are_three_tenths():
    assert Fraction("0.3") == exact_sum([exact("0.1"), exact("0.2")])


def test_weights_of_seven_two_and_one_tenths_sum_to_one():
    assert exact_sum(map(exact, ("0.7", "0.2", "0.1"))) == 1


def test_nothing_sums_to_nothing():
    assert exact_sum([]) == 0


def test_a_mean_of_three_times_seventy_is_fifty_nine_and_a_half():
    """A binary float gives 59.50000000000001."""
    mean = exact_sum(map(exact, ("0.9", "0.8", "0.85"))) / 3

    assert to_text(mean * 70) == "59.5"


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("half_up", [-2, -1, -1, 0, 1, 1, 2, 3]),
        ("half_even", [-2, -2, -1, 0, 0, 1, 2, 2]),
        ("down", [-2, -2, -2, -1, 0, 0, 1, 2]),
        ("up", [-1, -1, -1, 0, 1, 1, 2, 3]),
    ],
)
def test_each_mode_rounds_as_it_is_called(mode, expected):
    numbers = ["-1.6", "-1.5", "-1.1", "-0.5", "0.5", "0.9", "1.5", "2.5"]

    assert expected == [to_multiple(exact(one), mode) for one in numbers]


def test_a_quarter_grid_takes_the_half_way_point_up_or_to_the_even_quarter():
    number = Fraction("1.125")
    rounded = [
        Rounding("0.25", mode).apply(number) for mode in ("half_up", "half_even")
    ]

    assert [Fraction("1.25"), Fraction(1)] == rounded


@pytest.mark.parametrize("step", [0, -1, "0%"])
def test_a_step_that_is_not_above_zero_is_refused(step):
    with pytest.raises(ValueError, match="above 0"):
        Rounding(step, "half_up")


def test_a_rounding_nobody_named_is_refused():
    with pytest.raises(ValueError, match="mode"):
        Rounding("0.5", "bankers")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("89.996", "89,99"),
        ("49.995", "49,99"),
        ("9.50", "9,5"),
        ("10", "10"),
        ("100", "100"),
        ("0", "0"),
        ("0.009", "0"),
        ("-0.009", "0"),
        ("-1/3", "-0,33"),
        ("-10", "-10"),
        ("0.05", "0,05"),
        ("1234.5", "1234,5"),
    ],
)
def test_readers_see_a_number_cut_and_never_rounded(number, text):
    assert text == shown(exact(number))


def test_a_machine_reads_a_point_and_fewer_places_where_asked():
    number = exact("9.876")

    assert ("9.87", "9", "9.876") == (
        shown(number, comma=False),
        shown(number, places=0),
        shown(number, places=3, comma=False),
    )


def test_the_reader_is_told_when_something_was_cut():
    assert [True, False] == [is_cut(exact("89.996")), is_cut(exact("89.99"))]


def test_seventeen_of_eighteen_read_as_a_percentage():
    assert as_percent(Fraction(17, 18)) == "94,44%"
