"""A cell gives an exact value, no value, or a fault; never a guess."""

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
from danvan_eval.errors import Fault, Place
from danvan_eval.grammar import ABSENT, DECLINED, Cell
from danvan_eval.points import to_text
from danvan_eval.terms import Text

AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
PLAIN = re.compile(r"'?\s*-?[0-9]{1,15}([.,][0-9]{1,15})?")
OPTIONS = {
    "tot": Text("Tốt", "Good"),
    "kha": Text("Khá", "Fair"),
    "dat": Text("Đạt", "Passed"),
}


def decimals(min_value=-(10**9), max_value=10**9):
    return st.decimals(min_value, max_value, places=4).map(Fraction)


def nearly_numbers():
    signs = "0123456789.,-+eE_% ()~≥đx٣９\u00a0'\n"
    return st.one_of(st.text(alphabet=signs, max_size=12), st.text(max_size=12))


def settled(written):
    """Write a number so that it cannot be taken for a thousand."""
    assume(not AMBIGUOUS.fullmatch(written))
    return written


def code(found):
    assert isinstance(found, Fault), found
    assert found.place == PLACE
    assert found.text("vi") != found.text("en")
    return found.code


PLACE = Place("khoa-noi.xlsx", sheet="Nhập", cell="F17")


def cell(value, number_format="General", **more):
    return Cell(value, number_format, place=PLACE, **more)


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


class TestPercent:
    @pytest.mark.parametrize(
        "found",
        [
            cell("95%"),
            cell(" 95\u00a0% "),
            cell("95,0%"),
            cell(0.95, "0%"),
            cell("095%"),
        ],
    )
    def test_ninety_five_percent_is_nineteen_twentieths(self, found):
        assert grammar.percent(found) == Fraction(19, 20)

    @pytest.mark.parametrize("value", ["95", 95, "0,95", 0.95, 0, "100"])
    def test_without_its_sign_a_percentage_is_ambiguous(self, value):
        assert code(grammar.percent(cell(value))) == "DV-E121"

    @pytest.mark.parametrize("value", [0.95, "0,95", 95, "95"])
    def test_the_likely_reading_is_suggested(self, value):
        assert dict(grammar.percent(cell(value)).data)["big"] == "95%"

    @given(decimals(0, 100))
    def test_the_suggested_percentage_would_be_read(self, exact):
        written = settled(to_text(exact))
        near = dict(grammar.percent(cell(written)).data)["big"]

        read = grammar.percent(cell(near), may_exceed=True)
        assert read in {exact, exact / 100}

    def test_a_quoted_sign_in_the_format_does_not_count(self):
        assert code(grammar.percent(cell(95, '0"%"'))) == "DV-E121"
        assert code(grammar.percent(cell(95, r"0\%"))) == "DV-E121"

    @pytest.mark.parametrize("found", [cell("103%"), cell(1.03, "0%")])
    def test_103_percent_is_refused_unless_it_may_be(self, found):
        assert code(grammar.percent(found)) == "DV-E122"
        assert grammar.percent(found, may_exceed=True) == Fraction(103, 100)

    def test_a_negative_share_is_refused(self):
        assert code(grammar.percent(cell("-5%"), may_exceed=True)) == "DV-E202"

    @pytest.mark.parametrize(
        ("written", "wanted", "near"),
        [
            ("khoảng 95%", "DV-E102", "95%"),
            ("９５％", "DV-E104", "95%"),
            ("90-95%", "DV-E113", None),
            ("đủ", "DV-E101", None),
            ("95.125%", "DV-E103", None),
        ],
    )
    def test_a_doubtful_percentage_is_refused(self, written, wanted, near):
        found = grammar.percent(cell(written))

        assert code(found) == wanted
        assert dict(found.data).get("near") == near

    def test_a_date_is_no_percentage(self):
        assert code(grammar.percent(cell(dt.date(2025, 5, 9)))) == "DV-E105"


class TestDays:
    @pytest.mark.parametrize(
        ("written", "wanted"),
        [
            ("10/11", "DV-E133"),
            ("11/2025", "DV-E133"),
            ("10/11/25", "DV-E133"),
            ("năm 2025", "DV-E133"),
            ("Quý IV/2025", "DV-E133"),
            ("2025", "DV-E133"),
            ("2025-11", "DV-E133"),
            ("00/00/0000", "DV-E132"),
            ("30/02/2025", "DV-E132"),
            ("29/02/2025", "DV-E132"),
            ("11/13/2025", "DV-E132"),
            ("10/11/0025", "DV-E134"),
            ("10/11/2205", "DV-E134"),
            ("10-11-2025", "DV-E131"),
            ("10.11.2025", "DV-E131"),
            ("45971", "DV-E131"),
            ("hôm qua", "DV-E131"),
            ("١٠/١١/٢٠٢٥", "DV-E131"),
            (2025, "DV-E135"),
            (0, "DV-E135"),
            (60, "DV-E135"),
            (45971.5, "DV-E135"),
            (-1, "DV-E135"),
            (10**12, "DV-E135"),
            (math.inf, "DV-E135"),
            (True, "DV-E131"),
            (dt.time(8), "DV-E131"),
        ],
    )
    def test_what_is_no_whole_day_is_refused(self, written, wanted):
        assert code(grammar.day(cell(written))) == wanted

    def test_the_tenth_of_november_is_never_the_eleventh_of_october(self):
        for written in ("10/11/2025", "2025-11-10"):
            assert grammar.day(cell(written)) == dt.date(2025, 11, 10)

    def test_the_hour_of_a_date_cell_is_dropped(self):
        found = dt.datetime(2025, 11, 10, 15, 30)  # noqa: DTZ001

        assert grammar.day(cell(found)) == dt.date(2025, 11, 10)

    def test_days_are_divided_by_semicolons_or_lines(self):
        found = grammar.days(cell("01/01/2025; 28/01/2025\n29/01/2025;"))

        assert found == {dt.date(2025, 1, day) for day in (1, 28, 29)}

    def test_one_wrong_day_refuses_the_list(self):
        assert code(grammar.days(cell("01/01/2025; 31/02/2025"))) == "DV-E132"
        assert grammar.days(cell("không có")) == frozenset()


class TestWords:
    @pytest.mark.parametrize("value", ["Có", "x", "X", "v", "✓", 1, 1.0, "TRUE", True])
    def test_yes(self, value):
        assert grammar.flag(cell(value)) is True

    @pytest.mark.parametrize("value", ["không", "KHÔNG", 0, "0", "sai", False])
    def test_no(self, value):
        assert grammar.flag(cell(value)) is False

    @pytest.mark.parametrize("value", ["chắc có", "k", "-", 2, "đã làm", 0.5])
    def test_a_word_not_listed_is_neither(self, value):
        assert code(grammar.flag(cell(value))) == "DV-E141"

    @pytest.mark.parametrize("written", ["tot", "Tốt", " TỐT ", "good"])
    def test_an_option_is_named_by_id_or_label(self, written):
        assert grammar.choice(cell(written), OPTIONS) == "tot"

    def test_an_option_that_two_labels_share_is_refused(self):
        twice = {"a": Text("Khá"), "b": Text("Khá")}

        assert code(grammar.choice(cell("Khá"), twice)) == "DV-E205"

    def test_two_lines_are_not_one_choice(self):
        assert code(grammar.choice(cell("Tốt; Khá"), OPTIONS)) == "DV-E205"

    def test_an_unknown_option_names_the_allowed_ones(self):
        found = grammar.members(cell("Tốt; Giỏi; Kém"), OPTIONS)

        assert code(found) == "DV-E205"
        wanted = {"seen": "Giỏi; Kém", "allowed": "Tốt; Khá; Đạt"}
        assert dict(found.data) == wanted

    def test_none_of_them_is_written_out(self):
        assert grammar.members(cell("Không có"), OPTIONS) == frozenset()
        assert code(grammar.members(cell(";"), OPTIONS)) == "DV-E205"

    def test_text_is_trimmed_and_composed(self):
        decomposed = unicodedata.normalize("NFD", " Khoa  Nội\u00a0")

        assert grammar.text(cell(decomposed)) == "Khoa Nội"

    @pytest.mark.parametrize(
        ("found", "wanted"),
        [
            (cell(7), "7"),
            (cell(7.0), "7"),
            (cell(7, "000"), "007"),
            (cell("'007"), "007"),
            (cell(7.5), "7,5"),
        ],
    )
    def test_a_number_in_a_text_column_stands_for_its_digits(self, found, wanted):
        assert grammar.text(found) == wanted

    @pytest.mark.parametrize("value", [dt.date(2025, 1, 2), True, dt.time(8)])
    def test_a_date_in_a_text_column_is_refused(self, value):
        assert code(grammar.text(cell(value))) == "DV-E161"

    def test_a_long_text_is_quoted_short_and_on_one_line(self):
        seen = dict(grammar.number(cell("rất\x00\n" + "dài " * 90)).data)["seen"]

        assert len(seen) == 60
        assert seen.startswith("rất dài dài")


RHYMES = [
    *["a", "ai", "ao", "au", "ay", "ac", "an", "ang", "anh", "âu", "ây", "âm", "ân"],
    *["ăn", "ăng", "e", "eo", "em", "en", "ê", "êu", "ên", "ênh", "i", "ia", "iêu"],
    *["iên", "iu", "o", "oa", "oe", "oi", "oai", "oay", "oan", "oăn", "oang", "oong"],
    *["ô", "ôi", "ông", "ơ", "ơi", "ơn", "u", "ua", "uê", "ui", "uôi", "uôn", "uơ"],
    *["uy", "uya", "uyên", "uyêt", "uân", "uây", "ư", "ưa", "ưi", "ươi", "ươu", "ươn"],
    *["ưu", "y", "yêu", "uynh", "oen", "oac", "uêch", "oet"],
]


def places(rhyme):
    """Where the tone of a rhyme is written; two places where spellings differ."""
    shaped = [at for at, letter in enumerate(rhyme) if letter in "ăâêôơư"]
    vowels = [at for at, letter in enumerate(rhyme) if letter in "aeiouy"]
    if shaped:
        return shaped[-1:]
    if rhyme in {"oa", "oe", "uy"}:
        return vowels
    second = rhyme[0] in "ou" and len(rhyme) > 2 and len(vowels) > 1
    return [vowels[1]] if second else vowels[:1]


class TestNames:
    @pytest.mark.parametrize(
        ("written", "hint"),
        [
            ("NguyÔn ThÞ HuÖ", "TCVN3"),
            ("TrÇn V¨n §øc", "TCVN3"),
            ("Nguyeãn Thò Hueä", "VNI"),
            ("Leâ Vaên Taâm", "VNI"),
            ("Tröôøng", "VNI"),
            ("Nguyá»…n", "UTF-8"),
            ("Nguy\N{REPLACEMENT CHARACTER}n", "UTF-8"),
        ],
    )
    def test_text_of_an_old_font_is_refused_with_a_hint(self, written, hint):
        found = grammar.name(cell(written))

        assert code(found) == "DV-E162"
        assert hint in dict(found.data)["near"]

    @pytest.mark.parametrize(
        "written",
        [
            "Nguyễn Thị Huệ",
            "NGUYỄN THỊ HUỆ",
            "Lê Quý Đôn",
            "Phạm Thuỳ Giùm",
            "Y Mẫu Êñuôl",
            "Rơ Châm H'Mẫu",
            "Khoa Khám bệnh – Hồi sức",
            "«Khoa Hoá»",
            "Müller",
        ],
    )
    def test_sound_names_pass(self, written):
        assert grammar.name(cell(written)) == written

    def test_every_vietnamese_syllable_passes(self):
        for rhyme, at in ((one, at) for one in RHYMES for at in places(one)):
            for tone in ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]:
                toned = rhyme[: at + 1] + tone + rhyme[at + 1 :]
                onsets = ["", "H", "th", "Gi", "NG"]
                onsets += ["Qu"] if rhyme[0] not in "uoôơư" else []
                for onset in onsets:
                    name = unicodedata.normalize("NFC", onset + toned)

                    assert grammar.name(cell(name)) == name
                    assert grammar.name(cell(name.upper())) == name.upper()

    def test_titles_and_the_foreign_letter_are_remarked(self):
        found = cell("BS. Ðỗ Văn Mẫu")

        remarks = grammar.name_remarks(found)
        assert [code(one) for one in remarks] == ["DV-E163", "DV-E164"]
        assert {one.severity for one in remarks} == {"warning"}

    def test_a_sound_name_draws_no_remark(self):
        assert grammar.name_remarks(cell("Đỗ Văn Mẫu")) == ()
        assert grammar.name_remarks(cell(None)) == ()
