"""Which body of law is a year classified by? Dates and facts say, never today."""

import ast
import datetime as dt
from pathlib import Path

import pytest

from danvan_eval import decisions
from danvan_eval.decisions.choices import Choices, Regulation
from danvan_eval.decisions.choosing import choose
from helpers.deciding import FIRST, SECOND, THIRD, regimes
from helpers.deciding_2026 import refused

DEADLINE = dt.date(2026, 11, 30)
USUAL = dt.date(2026, 12, 10)
LATE = dt.date(2026, 12, 5)


def chosen_by(issued=None, **readings):
    own = Regulation("01/QC", issued) if issued else None
    return Choices(regulation=own, readings=readings)


def by(who, year, event, chosen=None):
    return choose(regimes(), who, year, event, chosen or chosen_by())


def id_of(*asked):
    return by(*asked).loaded.law.id


class TestTheDayOfClassification:
    """«hết hiệu lực thi hành kể từ ngày Nghị định này có hiệu lực».

    NĐ 233, Điều 19.
    """

    @pytest.mark.parametrize("who", ["person", "unit"])
    @pytest.mark.parametrize(
        ("event", "expected"),
        [
            (dt.date(2020, 8, 20), FIRST),
            (dt.date(2022, 12, 10), FIRST),
            (dt.date(2023, 9, 14), FIRST),
            (dt.date(2023, 9, 15), SECOND),
            (dt.date(2025, 12, 10), SECOND),
            (dt.date(2026, 6, 30), SECOND),
        ],
    )
    def test_the_regime_in_force_on_that_day_applies(self, who, event, expected):
        assert expected == id_of(who, event.year, event)

    @pytest.mark.parametrize("who", ["person", "unit"])
    @pytest.mark.parametrize("event", [dt.date(2019, 12, 10), dt.date(2020, 8, 19)])
    def test_before_the_first_of_them_there_is_none(self, who, event):
        assert "DV-R031" == refused(lambda: by(who, event.year, event))

    def test_the_first_of_july_belongs_to_the_new_one(self):
        assert THIRD == id_of("unit", 2026, dt.date(2026, 7, 1))

    def test_the_day_counts_and_not_the_year_that_is_classified(self):
        assert THIRD == id_of("person", 2025, dt.date(2026, 7, 1))

    def test_the_choice_says_the_day_it_was_made_by(self):
        choice = by("person", 2025, dt.date(2025, 12, 10))

        assert dt.date(2025, 12, 10) == choice.event
        assert "có hiệu lực ngày xếp loại 10/12/2025" == choice.why.vi


class TestTheDeadline:
    """«Chậm nhất đến ngày 30 tháng 11 năm 2026 phải ban hành Quy chế».

    NĐ 233, Điều 18 khoản 3 điểm a.
    """

    @pytest.mark.parametrize("issued", [dt.date(2026, 7, 1), DEADLINE])
    def test_a_regulation_issued_by_then_brings_the_new_decree(self, issued):
        assert THIRD == id_of("person", 2026, USUAL, chosen_by(issued))

    @pytest.mark.parametrize("issued", [dt.date(2026, 12, 1), LATE, USUAL])
    def test_a_later_one_is_stopped_until_a_reading_is_chosen(self, issued):
        asked = chosen_by(issued)

        assert "DV-R032" == refused(lambda: by("person", 2026, USUAL, asked))

    @pytest.mark.parametrize(
        ("answer", "expected"), [("applies", THIRD), ("falls_back", SECOND)]
    )
    def test_the_reading_settles_it_and_the_clause_is_named(self, answer, expected):
        asked = chosen_by(LATE, late_regulation=answer)
        choice = by("person", 2026, USUAL, asked)

        assert (expected, "nd233-d20-k1") == (choice.loaded.law.id, choice.clause)

    @pytest.mark.parametrize("answer", ["applies", "falls_back"])
    def test_the_reading_changes_nothing_where_the_text_is_clear(self, answer):
        in_time = chosen_by(DEADLINE, late_regulation=answer)
        none = chosen_by(late_regulation=answer)

        assert THIRD == id_of("person", 2026, USUAL, in_time)
        assert SECOND == id_of("person", 2026, USUAL, none)


class TestTheYearOfTransition:
    """«chưa ban hành Quy chế đánh giá của đơn vị».

    NĐ 233, Điều 20 khoản 1; the scan is damaged around these words.
    """

    def test_on_10_december_2026_without_a_regulation_people_stay_under_the_old(self):
        choice = by("person", 2026, USUAL)

        assert SECOND == choice.loaded.law.id
        assert "nd233-d20-k1" == choice.clause
        assert "đến 10/12/2026 chưa có quy chế đánh giá của đơn vị" == choice.why.vi

    def test_a_regulation_that_comes_after_the_classification_is_none(self):
        asked = chosen_by(dt.date(2026, 12, 20))

        assert SECOND == id_of("person", 2026, USUAL, asked)

    def test_nor_is_one_in_time_when_people_were_classified_before_it(self):
        asked = chosen_by(dt.date(2026, 11, 20))

        assert SECOND == id_of("person", 2026, dt.date(2026, 11, 10), asked)

    def test_one_of_the_very_day_has_been_issued(self):
        assert THIRD == id_of("person", 2026, DEADLINE, chosen_by(DEADLINE))

    def test_a_year_closed_in_january_is_still_that_year(self):
        """Special units end by 15 January; the transition is of the year 2026."""
        assert SECOND == id_of("person", 2026, dt.date(2027, 1, 10))

    @pytest.mark.parametrize(
        "issued", [None, dt.date(2026, 10, 1), LATE, dt.date(2026, 12, 20)]
    )
    def test_units_are_under_the_new_decree_all_the_same(self, issued):
        assert THIRD == id_of("unit", 2026, USUAL, chosen_by(issued))

    @pytest.mark.parametrize("year", [2027, 2030])
    def test_later_years_need_no_regulation_for_it(self, year):
        assert THIRD == id_of("person", year, dt.date(year, 12, 10))

    @pytest.mark.parametrize("issued", [None, dt.date(2024, 1, 1)])
    def test_earlier_years_do_not_ask_about_one(self, issued):
        event = dt.date(2025, 12, 10)

        assert SECOND == id_of("person", 2025, event, chosen_by(issued))


class TestNothingElse:
    def test_the_order_in_which_regimes_are_listed_is_irrelevant(self):
        listed = list(regimes())
        found = {
            choose(rows, "person", 2026, USUAL, chosen_by()).loaded.law.id
            for rows in (listed, listed[::-1])
        }

        assert {SECOND} == found

    def test_no_function_of_a_classification_reads_the_clock(self):
        folder = Path(decisions.__file__).parent
        clocks = {"today", "now", "utcnow", "time", "localtime", "gmtime"}
        names = {
            node.attr
            for file in folder.glob("*.py")
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Attribute)
        }

        assert set() == clocks & names
