"""Numbers in one cell: the strict grammar, its laws and its anchors."""

import datetime as dt
import math
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from danvan_eval import grammar
from danvan_eval.errors import Fault
from danvan_eval.grammar import ABSENT, DECLINED
from danvan_eval.points import to_text
from danvan_eval.terms import Text
from helpers.grammar import cell, code, decimals, settled

AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
PLAIN = re.compile(r"'?\s*-?[0-9]{1,15}([.,][0-9]{1,15})?")
OPTIONS = {
    "tot": Text("Tốt", "Good"),
    "kha": Text("Khá", "Fair"),
    "dat": Text("Đạt", "Passed"),
}


def nearly_numbers():
    signs = "0123456789.,-+eE_% ()~≥đx٣９\u00a0'\n"
    return st.one_of(st.text(alphabet=signs, max_size=12), st.text(max_size=12))


READERS = {
    "number": grammar.number,
    "count": grammar.count,
    "percent": grammar.percent,
    "day": grammar.day,
    "days": grammar.days,
    "flag": grammar.flag,
    "choice": lambda one: grammar.choice(one, OPTIONS),
    "members": lambda one: grammar.members(one, OPTIONS),
    "text": grammar.text,
    "name": grammar.name,
}
readers = pytest.mark.parametrize("read", READERS.values(), ids=READERS)


class TestLaws:
    @given(decimals())
    def test_a_written_decimal_reads_back_exactly(self, exact):
        written = settled(to_text(exact))

        assert grammar.number(cell(written)) == exact
        assert grammar.number(cell(written.replace(".", ","))) == exact

    @given(decimals(1, 999))
    def test_a_number_that_may_be_a_thousand_is_refused(self, exact):
        written = f"{int(exact)}.{int(exact * 1000) % 1000:03d}"

        for sign in ".,":
            found = grammar.number(cell(written.replace(".", sign)))

            assert code(found) == "DV-E103"

            seen = dict(found.data)
            read = [grammar.number(cell(seen[one])) for one in ("small", "big")]
            whole = Fraction(written.replace(".", ""))
            assert read == [Fraction(written), whole]

    @given(nearly_numbers())
    def test_what_is_suggested_would_be_read(self, written):
        for read in (grammar.number, grammar.percent):
            found = read(cell(written))
            if isinstance(found, Fault) and found.code in {"DV-E102", "DV-E104"}:
                for near in dict(found.data)["near"].split("» / «"):
                    again = read(cell(near))

                    wide = {"DV-E109", "DV-E122", "DV-E202"}
                    assert isinstance(again, Fraction) or again.code in wide

    @given(decimals(Fraction(-9999, 10000), Fraction(9999, 10000)))
    def test_a_leading_zero_settles_it(self, exact):
        assert grammar.number(cell(to_text(exact))) == exact

    @given(nearly_numbers())
    @example("nan")
    @example("1e2")
    @example("1_000")
    @example("٣")
    @example("９,5")
    def test_no_text_outside_the_grammar_yields_a_number(self, written):
        bare = unicodedata.normalize("NFC", written).strip("\u200b\ufeff \t\n\u00a0")
        for read in (grammar.number, grammar.count):
            found = read(cell(written))

            if isinstance(found, Fraction | int):
                assert PLAIN.fullmatch(bare.strip())
                assert not AMBIGUOUS.fullmatch(bare.strip(" '"))
        found = grammar.percent(cell(written), may_exceed=True)
        assert not isinstance(found, Fraction) or "%" in written

    @given(nearly_numbers())
    def test_only_a_written_zero_is_zero(self, written):
        if grammar.number(cell(written)) == 0:
            assert "0" in written
            assert not set(written) & set("123456789")

    @given(st.floats(min_value=-1e12, max_value=1e12))
    def test_a_number_of_the_sheet_enters_by_its_shortest_writing(self, value):
        assume(value == 0 or abs(value) > 1e-12)

        assert grammar.number(cell(value)) == Fraction(Decimal(repr(value)))

    @given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
    def test_every_day_reads_back_in_each_writing(self, when):
        midnight = dt.datetime.combine(when, dt.time())
        shown = f"{when.day:02d}/{when.month:02d}/{when.year}"
        for written in (shown, when.isoformat(), when, midnight):
            assert grammar.day(cell(written)) == when
            assert grammar.days(cell(written)) == {when}

    @given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 12, 31)))
    def test_every_serial_is_the_day_excel_shows(self, when):
        serial = (when - dt.date(1899, 12, 30)).days
        later = (when - dt.date(1904, 1, 1)).days

        assert grammar.day(cell(serial)) == when
        assert grammar.day(cell(float(serial))) == when
        assert grammar.day(cell(later, since_1904=True)) == when

    @given(
        st.sets(st.sampled_from(sorted(OPTIONS))), st.sampled_from([";", "; ", "\n"])
    )
    def test_options_read_back_by_id_and_by_label(self, chosen, between):
        assume(chosen)
        for named in (sorted(chosen), [OPTIONS[one].vi.upper() for one in chosen]):
            assert grammar.members(cell(between.join(named)), OPTIONS) == chosen

    @readers
    @given(
        value=st.one_of(
            st.none(),
            st.text(),
            st.integers(),
            st.floats(),
            st.booleans(),
            st.datetimes(),
            st.dates(),
            st.times(),
            st.timedeltas(),
            st.binary(),
        ),
        number_format=st.sampled_from(["General", "0%", "000", '0"%"', "dd/mm/yyyy"]),
        formula=st.booleans(),
    )
    def test_whatever_stands_in_a_cell_is_read_or_refused(
        self, read, value, number_format, formula
    ):
        found = read(cell(value, number_format, formula=formula))

        assert not isinstance(found, float)
        if isinstance(found, Fault):
            assert code(found)


class TestAnchors:
    @pytest.mark.parametrize("written", ["9,5", "9.5", " 9,5\u00a0", "\t9.5", "09,5"])
    def test_nine_and_a_half_is_nineteen_halves(self, written):
        assert grammar.number(cell(written)) == Fraction(19, 2)

    @pytest.mark.parametrize("written", ["1.200", "80.000", "1,200", "-1.200"])
    def test_1200_or_1_2_is_refused(self, written):
        assert code(grammar.number(cell(written))) == "DV-E103"

    def test_both_readings_are_offered(self):
        found = grammar.number(cell("80.000"))

        assert dict(found.data) == {"seen": "80.000", "small": "80", "big": "80000"}
        assert str(found).startswith("khoa-noi.xlsx · Nhập · F17: DV-E103 «80.000»")

    @pytest.mark.parametrize(
        ("serial", "when"), [(45971, (2025, 11, 10)), (46001, (2025, 12, 10))]
    )
    def test_serials_are_days_in_november_and_december(self, serial, when):
        assert grammar.day(cell(serial)) == dt.date(*when)

    def test_a_workbook_of_1904_shifts_four_years(self):
        assert grammar.day(cell(45971 - 1462, since_1904=True)) == dt.date(2025, 11, 10)

    @pytest.mark.parametrize("written", ["49.995", "89.996"])
    def test_three_decimals_are_read_from_a_number_cell_only(self, written):
        assert code(grammar.number(cell(written))) == "DV-E103"
        assert grammar.number(cell(float(written))) == Fraction(written)

    def test_one_tenth_and_two_tenths_are_three_tenths(self):
        tenths = [grammar.number(cell(one)) for one in (0.1, 0.2, 0.3)]

        assert tenths[0] + tenths[1] == tenths[2]

    def test_the_trace_of_float_arithmetic_is_kept_and_remarked(self):
        found = cell((0.9 + 0.8 + 0.85) / 3 * 70)

        assert grammar.number(found) == Fraction("59.50000000000001")
        assert [code(one) for one in grammar.number_remarks(found)] == ["DV-E172"]


class TestNumbers:
    @pytest.mark.parametrize(
        ("written", "wanted", "near"),
        [
            ("nan", "DV-E101", None),
            ("inf", "DV-E101", None),
            ("-", "DV-E101", None),
            ("x", "DV-E101", None),
            ("v", "DV-E101", None),
            ("k", "DV-E101", None),
            ("KXL", "DV-E101", None),
            ("không", "DV-E101", None),
            (".", "DV-E101", None),
            ("1,2,3", "DV-E101", None),
            ("1e2", "DV-E104", "100"),
            ("1_000", "DV-E104", "1000"),
            ("1 200", "DV-E104", "1200"),
            ("1.200.000", "DV-E104", "1200000"),
            ("1.200,5", "DV-E104", "1200,5"),
            ("９.5", "DV-E104", "9,5"),
            ("٩", "DV-E104", "9"),
            ("\N{MINUS SIGN}9,5", "DV-E104", "-9,5"),
            ("+9", "DV-E104", "9"),
            (",5", "DV-E104", "0,5"),
            ("5,", "DV-E104", "5"),
            ("9,5đ", "DV-E102", "9,5"),
            ("9,5 điểm", "DV-E102", "9,5"),
            ("0đ", "DV-E102", "0"),
            ("~9", "DV-E102", "9"),
            ("≥9", "DV-E102", "9"),
            ("1.200đ", "DV-E102", "1200» / «1,2"),
            ("8-9", "DV-E113", None),
            ("9 (đã trừ 1)", "DV-E113", None),
            ("9/10", "DV-E113", None),
            ("95%", "DV-E108", None),
            ("#DIV/0!", "DV-E107", None),
            ("#N/A", "DV-E107", None),
            ("9" * 16, "DV-E109", None),
            ("0," + "1" * 5000, "DV-E109", None),
        ],
    )
    def test_what_is_no_plain_number_is_refused(self, written, wanted, near):
        found = grammar.number(cell(written))

        assert code(found) == wanted
        assert dict(found.data).get("near") == near

    @pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
    def test_no_infinity_comes_out_of_a_sheet(self, value):
        assert code(grammar.number(cell(value))) == "DV-E101"

    @pytest.mark.parametrize("value", [1e15, -1e300, 5e-17, 10**15])
    def test_numbers_no_form_asks_for_are_refused(self, value):
        assert code(grammar.number(cell(value))) == "DV-E109"

    def test_nine_may_is_nine_and_a_half_mistyped(self):
        found = grammar.number(cell(dt.datetime(2025, 5, 9)))  # noqa: DTZ001

        assert code(found) == "DV-E105"
        assert dict(found.data) == {"seen": "09/05/2025", "near": "9,5"}
        assert "Ô là ngày" in found.text()

    @pytest.mark.parametrize("value", [dt.time(9, 30), dt.timedelta(hours=9)])
    def test_a_time_is_no_number(self, value):
        assert code(grammar.number(cell(value))) == "DV-E105"

    def test_true_is_no_number(self):
        assert code(grammar.number(cell(True))) == "DV-E111"
        assert code(grammar.percent(cell(True, "0%"))) == "DV-E111"

    def test_a_formula_without_a_stored_result_is_never_zero(self):
        for read in READERS.values():
            assert code(read(cell(None, formula=True))) == "DV-E106"

    def test_a_formula_with_a_stored_result_is_that_result(self):
        assert grammar.number(cell(9.5, formula=True)) == Fraction(19, 2)

    def test_a_percentage_in_a_plain_column_is_refused(self):
        assert code(grammar.number(cell(0.95, "0.0%"))) == "DV-E108"
        assert grammar.number(cell(95, '0"%"')) == 95

    def test_a_leading_apostrophe_is_accepted_with_a_remark(self):
        assert grammar.number(cell("'9,5")) == Fraction(19, 2)
        remarks = grammar.number_remarks(cell("'9,5"))
        assert [code(one) for one in remarks] == ["DV-E171"]
        assert remarks[0].severity == "warning"

    def test_a_sound_number_draws_no_remark(self):
        for value in (9.5, 7, "9,5", None, math.inf, "'A01"):
            assert grammar.number_remarks(cell(value)) == ()

    @pytest.mark.parametrize("value", ["12", "12,0", 12, 12.0])
    def test_a_count_is_a_whole_number(self, value):
        assert grammar.count(cell(value)) == 12

    @pytest.mark.parametrize("value", ["12,5", 12.5, "-1", -1])
    def test_a_broken_or_negative_count_is_refused(self, value):
        assert code(grammar.count(cell(value))) == "DV-E112"

    def test_a_count_passes_on_what_is_no_number(self):
        assert code(grammar.count(cell("nhiều"))) == "DV-E101"
        assert grammar.count(cell("05")) == 5


class TestNoValue:
    @readers
    @pytest.mark.parametrize("value", [None, "", "  ", "\u00a0", "\u200b", "'"])
    def test_an_empty_cell_is_absent(self, read, value):
        assert read(cell(value)) is ABSENT

    @pytest.mark.parametrize("written", ["chưa chấm", "Chưa có  số liệu", "CHƯA CHẤM"])
    def test_listed_words_say_that_there_is_no_figure_yet(self, written):
        for form in ("NFC", "NFD"):
            found = cell(unicodedata.normalize(form, written))

            assert grammar.number(found) is ABSENT
            assert grammar.flag(found) is ABSENT

    @pytest.mark.parametrize("written", ["không áp dụng", "KAD", "Không áp dụng "])
    def test_listed_words_decline(self, written):
        assert grammar.percent(cell(written)) is DECLINED
        assert grammar.members(cell(written), OPTIONS) is DECLINED

    def test_in_a_text_column_the_same_words_are_text(self):
        assert grammar.text(cell("không áp dụng")) == "không áp dụng"
