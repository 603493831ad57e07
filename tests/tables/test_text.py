"""Tables line up on a screen, and survive a console that is not UTF-8."""

import datetime as dt
import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from danvan_eval.tables.text import as_text, printable, words

LETTERS = "aăâđêôơưạẫềĩọợửỹ ABCĐ0123,.–«»≥"
ENCODINGS = ["utf-8", "ascii", "cp1258", "cp1252", "cp437", "latin-1", "no-such", None]


def cells():
    return st.text(alphabet=LETTERS, max_size=12)


class TestLaws:
    @given(st.text(), st.sampled_from(ENCODINGS))
    def test_every_console_can_show_what_is_printable(self, text, encoding):
        shown = printable(text, encoding)

        known = encoding if encoding not in {None, "no-such"} else "ascii"
        assert shown.encode(known).decode(known) == shown

    @given(st.text(alphabet=LETTERS))
    def test_what_a_console_can_show_is_left_alone(self, text):
        assert printable(text, "utf-8") == unicodedata.normalize("NFC", text)
        assert printable("abc 9,5", "ascii") == "abc 9,5"

    @given(st.lists(st.tuples(cells(), cells(), st.just("9,5")), max_size=6))
    def test_every_line_is_as_wide_as_the_rule(self, rows):
        rows = [("Mẫu", "", "10"), *rows]
        heads = ["Họ và tên", "Ghi chú", "Điểm"]
        lines = as_text(heads, rows, right=["Điểm"]).split("\n")

        assert len(lines) == len(rows) + 2
        assert {wcswidth(line) for line in lines} == {wcswidth(lines[1])}

    @given(st.lists(st.tuples(cells(), cells()), max_size=6))
    def test_nfc_and_nfd_print_the_same_table(self, rows):
        apart = [[unicodedata.normalize("NFD", one) for one in row] for row in rows]

        assert as_text(["Tên", "Điểm"], apart) == as_text(["Tên", "Điểm"], rows)


def test_numbers_stand_flush_right_and_names_flush_left():
    rows = [("Nguyễn Văn Mẫu", Fraction(19, 2)), ("Ân", 10)]

    assert as_text(["Họ và tên", "Điểm"], rows, right=["Điểm"]).split("\n") == [
        "Họ và tên         Điểm",
        "--------------  ------",
        "Nguyễn Văn Mẫu     9,5",
        "Ân                  10",
    ]


def test_a_table_without_rows_still_has_its_headers():
    assert as_text(["Điểm"], [], right=["Điểm"]).split("\n")[0] == "Điểm"


def test_a_text_that_looks_like_a_number_is_left_as_written():
    assert "007" in as_text(["Mã"], [("007",)])
    assert "1e5" in as_text(["Mã"], [("1e5",)])


def test_control_signs_in_data_do_not_reach_the_console():
    assert "\x1b" not in as_text(["Mã"], [("\x1b[31mđỏ\x07",)])


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (None, ""),
        (True, "có"),
        (False, "không"),
        (7, "7"),
        (Fraction(19, 2), "9,5"),
        (Fraction("89.996"), "89,99"),
        (Decimal("9.50"), "9,5"),
        (dt.date(2025, 1, 2), "02/01/2025"),
        (unicodedata.normalize("NFD", "Hòa"), "Hòa"),
    ],
)
def test_values_are_written_for_vietnamese_readers(value, wanted):
    assert words(value) == wanted


def test_a_binary_float_never_leaves():
    with pytest.raises(TypeError):
        words(9.5)


@pytest.mark.parametrize(
    ("encoding", "wanted"),
    [
        ("utf-8", "Điểm «Nguyễn» ≥ 9,5 – đạt 漢"),
        ("ascii", 'Diem "Nguyen" >= 9,5 - dat ?'),
        ("cp1258", "Điê\u0309m «Nguyê\u0303n» >= 9,5 – đa\u0323t ?"),
        ("cp1252", "Diêm «Nguyên» >= 9,5 – dat ?"),
    ],
)
def test_a_console_gets_the_nearest_letters_it_has(encoding, wanted):
    assert printable("Điểm «Nguyễn» ≥ 9,5 – đạt 漢", encoding) == wanted
