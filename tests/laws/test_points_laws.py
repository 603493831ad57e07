"""What holds for every number of points, rounding and print."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from danvan_eval.points import (
    MODES,
    Rounding,
    exact,
    exact_sum,
    share,
    shown,
    to_multiple,
    to_text,
)
from danvan_eval.testing.strategies import counts, points, roundings


def numbers():
    return st.fractions(max_denominator=10**6)


def thresholds():
    """Thresholds on the grid that readers see, best first, down to 0."""
    grid = st.integers(1, 10_000).map(lambda hundredths: Fraction(hundredths, 100))
    return st.sets(grid, max_size=5).map(lambda some: sorted({*some, 0}, reverse=True))


def band(number, edges):
    return next(edge for edge in edges if number >= edge)


class TestReadingAndWriting:
    @given(number=numbers())
    @example(number=Fraction(1, 2**40))
    @example(number=Fraction(-1, 5**30))
    def test_a_number_written_down_reads_back_the_same(self, number):
        assert number == exact(to_text(number))

    @given(above=st.integers(-(10**6), 10**6), places=st.integers(0, 9))
    def test_a_finite_decimal_is_written_without_a_fraction_bar(self, above, places):
        text = to_text(Fraction(above, 10**places))

        assert "/" not in text
        assert not ("." in text and text.endswith("0"))

    @given(number=numbers())
    def test_a_percentage_is_a_hundredth(self, number):
        text = to_text(number)

        assert exact(text) == exact(f"{text}%") * 100


class TestSums:
    @given(listed=st.lists(numbers()))
    def test_the_exact_sum_is_the_sum(self, listed):
        assert sum(listed, Fraction(0)) == exact_sum(listed)

    @given(listed=st.lists(numbers()), data=st.data())
    def test_the_order_of_the_terms_does_not_matter(self, listed, data):
        mixed = data.draw(st.permutations(listed))

        assert exact_sum(listed) == exact_sum(mixed)

    @given(part=counts(), whole=st.integers(1, 12))
    def test_a_remembered_share_is_the_fraction(self, part, whole):
        assert share(part, whole) * whole == part


class TestRoundings:
    @given(number=numbers(), rounding=roundings())
    def test_rounding_twice_is_rounding_once(self, number, rounding):
        once = rounding.apply(number)

        assert once == rounding.apply(once)

    @given(number=numbers(), rounding=roundings())
    def test_a_rounded_number_is_a_multiple_within_one_step(self, number, rounding):
        rounded = rounding.apply(number)

        assert (rounded / rounding.step).denominator == 1
        assert abs(rounded - number) < rounding.step

    @given(number=numbers(), rounding=roundings())
    def test_each_mode_goes_its_way(self, number, rounding):
        rounded = {mode: Rounding(rounding.step, mode).apply(number) for mode in MODES}
        half = rounding.step / 2

        assert rounded["down"] <= number <= rounded["up"]
        assert abs(rounded["half_up"] - number) <= half
        assert abs(rounded["half_even"] - number) <= half
        assert rounded["half_up"] - number != -half

    @given(one=numbers(), other=numbers(), rounding=roundings())
    def test_rounding_never_turns_two_numbers_round(self, one, other, rounding):
        low, high = sorted([one, other])

        assert rounding.apply(low) <= rounding.apply(high)

    @given(whole=st.integers(-1000, 1000))
    def test_a_half_goes_up_or_to_the_even_neighbour(self, whole):
        half = whole + Fraction(1, 2)

        assert to_multiple(half, "half_up") == whole + 1
        assert to_multiple(half, "half_even") % 2 == 0


class TestPrinting:
    @given(number=points(), places=st.integers(0, 4))
    def test_what_is_shown_never_lies_above_the_number(self, number, places):
        read = exact(shown(number, places=places, comma=False))

        assert read <= number < read + Fraction(1, 10**places)

    @given(number=numbers())
    def test_what_is_shown_is_never_further_from_nothing(self, number):
        assert abs(exact(shown(number, comma=False))) <= abs(number)

    @given(number=points(), edges=thresholds())
    @example(number=Fraction("89.996"), edges=[Fraction(90), Fraction(0)])
    @example(number=Fraction("49.995"), edges=[Fraction(50), Fraction(0)])
    def test_the_grade_of_the_print_is_the_grade_of_the_number(self, number, edges):
        printed = exact(shown(number, comma=False))

        assert band(number, edges) == band(printed, edges)

    @given(listed=st.lists(points()))
    def test_the_print_never_turns_two_totals_round(self, listed):
        printed = [exact(shown(one, comma=False)) for one in sorted(listed)]

        assert all(low <= high for low, high in pairwise(printed))
