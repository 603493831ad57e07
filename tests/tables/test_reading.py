"""Tables in: laws, CSV, headers and rows."""

import tempfile
import unicodedata
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_eval import grammar
from danvan_eval.errors import Fault
from danvan_eval.grammar import ABSENT
from danvan_eval.tables.headers import Column, column_letter
from helpers.tables import CODE, HEADS, NAME, codes, held, read, said


def words():
    letters = "aăâđêôơưạẫềĩọợửỹABCĐ0123456789 .,;\t\n\"'=-"
    return st.text(alphabet=letters, max_size=10)


class TestLaws:
    @settings(deadline=None)
    @given(
        st.lists(st.tuples(words(), words()), max_size=5),
        st.permutations(["Mã", "Họ và tên", "Số buổi", "Ghi chú"]),
        st.sampled_from([";", ",", "\t"]),
    )
    def test_columns_may_stand_in_any_order_in_csv(self, values, heads, separator):
        import csv

        rows = [
            {"Mã": f"K{n}", "Họ và tên": one, "Số buổi": n, "Ghi chú": other}
            for n, (one, other) in enumerate(values)
        ]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "a.csv")
            with path.open("w", encoding="utf-8-sig", newline="") as stream:
                writer = csv.DictWriter(stream, heads, delimiter=separator)
                writer.writeheader()
                writer.writerows(rows)
            table = read(path)

        assert set(codes(table)) <= {"DV-F123"}
        assert held(table) == list(range(len(values)))
        assert [one["name"].value for one in table.rows] == [one for one, _ in values]

    @settings(deadline=None)
    @given(st.binary(max_size=200), st.sampled_from(["csv", "xlsx", "xls", "txt"]))
    def test_no_bytes_whatever_break_the_reader(self, data, suffix):
        for start in (b"", b"PK\x03\x04", "Mã;Họ và tên;Số buổi\n".encode()):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, f"a.{suffix}")
                path.write_bytes(start + data)
                table = read(path)

            assert all(isinstance(one, Fault) for one in table.faults)
            assert not table.rows or start.startswith(b"M")

    @settings(deadline=None)
    @given(
        st.lists(st.sampled_from(["9,5", "", None, "=1+1", "x", 7, 0.5]), max_size=6)
    )
    def test_no_unreadable_cell_ever_becomes_a_number(self, values):
        book = openpyxl.Workbook()
        book.active.append(HEADS)
        for n, value in enumerate(values):
            book.active.append([f"K{n}", "Mẫu", value])
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "a.xlsx")
            book.save(path)
            table = read(path)

        wanted = {"9,5": Fraction(19, 2), 7: 7, 0.5: Fraction(1, 2)}
        for value, found in zip(values, held(table), strict=True):
            if value in wanted:
                assert found == wanted[value]
            elif value in {"", None}:
                assert found is ABSENT
            else:
                assert found.code == ("DV-E106" if value == "=1+1" else "DV-E101")


class TestCsv:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
    @pytest.mark.parametrize("separator", [";", ",", "\t"])
    def test_the_header_row_tells_the_separator(self, text_file, encoding, separator):
        text = "Mã;Họ và tên;Số buổi\r\nK01;Mẫu;12\r\n".replace(";", separator)
        table = read(text_file(text, encoding=encoding))

        assert codes(table) == []
        assert held(table) == [12]
        assert table.rows[0].line == 2
        assert str(table.rows[0]["held"].place) == "khoa-noi.csv:2 · Số buổi"

    def test_a_decimal_comma_needs_no_quotes_beside_semicolons(self, text_file):
        table = read(text_file("Mã;Họ và tên;Số buổi\nK01;Mẫu;9,5\n"))

        assert held(table) == [Fraction(19, 2)]

    def test_a_decimal_comma_that_cuts_a_row_refuses_the_row(self, text_file):
        table = read(text_file("Mã,Họ và tên,Số buổi\nK01,Mẫu,9,5\nK02,Mẫu,7\n"))

        assert codes(table) == ["DV-F119"]
        assert table.faults[0].place.line == 2
        assert held(table) == [7]

    def test_a_declared_separator_is_taken(self, text_file):
        table = read(text_file("sep=|\r\nMã|Họ và tên|Số buổi\r\nK01|Mẫu|9,5\r\n"))

        assert held(table) == [Fraction(19, 2)]
        assert table.rows[0].line == 3

    def test_a_header_that_fits_two_separators_is_refused(self, text_file):
        table = read(
            text_file("Mã\nK01;1,2\n"), columns=(Column("code", ("Mã",)),), key="code"
        )

        assert codes(table) == ["DV-F109"]

    def test_a_single_column_without_any_separator_is_read(self, text_file):
        one = (Column("code", ("Mã",)),)
        table = read(text_file("Mã\nK01\nK02\n"), columns=one, key="code")

        assert [row["code"].value for row in table.rows] == ["K01", "K02"]

    def test_windows_1258_is_refused_at_its_line(self, text_file):
        data = b"code;x\r\nK01;1\r\nK02;Tr\xe7\xec\xf2n\r\n"
        table = read(text_file(data))

        assert codes(table) == ["DV-F108"]
        assert table.faults[0].place.line == 3

    def test_utf_16_is_refused(self, text_file):
        table = read(text_file("Mã;Họ và tên;Số buổi\n", encoding="utf-16"))

        assert codes(table) == ["DV-F108"]

    def test_an_unclosed_quotation_mark_stops_the_file(self, text_file):
        table = read(text_file('Mã;Họ và tên;Số buổi\nK01;Mẫu;1\nK02;"Mẫu;2\n'))

        assert codes(table) == ["DV-F120"]
        assert table.faults[0].place.line == 3

    def test_a_broken_file_without_header_names_the_break(self, text_file):
        assert codes(read(text_file('"a'))) == ["DV-F120"]

    def test_a_cell_of_several_lines_keeps_the_line_numbers(self, text_file):
        text = 'Mã;Họ và tên;Số buổi;Ghi chú\nK01;M;1;"a\nb"\nK02;M;2;\n'
        table = read(text_file(text))

        assert [row.line for row in table.rows] == [2, 4]
        assert grammar.text(table.rows[0]["note"]) == "a b"

    def test_a_short_row_has_blank_cells_at_their_place(self, text_file):
        table = read(text_file("Mã;Họ và tên;Số buổi\nK01\n"))

        assert held(table) == [ABSENT]
        assert table.rows[0]["held"].place.line == 2
        assert table.rows[0]["held"].place.key == "Số buổi"

    def test_numbers_with_an_apostrophe_are_counted(self, text_file):
        table = read(text_file("Mã;Họ và tên;Số buổi\n'01;M;'9,5\n'02;M;'7\n"))

        assert said(table, "DV-F123") == {"count": "2", "seen": "2, 3"}
        assert held(table) == [Fraction(19, 2), 7]
        assert grammar.text(table.rows[0]["code"]) == "01"

    def test_an_empty_file_has_no_header(self, text_file):
        assert codes(read(text_file(""))) == ["DV-F111"]


class TestHeaders:
    @pytest.mark.parametrize(
        "heads",
        [
            ["MÃ SỐ", " họ và  tên ", "Số buổi\nđã tiếp"],
            [unicodedata.normalize("NFD", one) for one in HEADS],
        ],
    )
    def test_case_line_breaks_and_unicode_form_do_not_matter(self, workbook, heads):
        table = read(workbook([heads, ["K01", "Mẫu", 12]]))

        assert held(table) == [12]
        assert table.columns == ("code", "name", "held")

    def test_the_header_row_is_found_below_the_title(self, workbook):
        rows = [["BỆNH VIỆN MẪU"], [], ["Mã", "là mã khoa"], [], HEADS, ["K01", "M", 3]]
        table = read(workbook(rows))

        assert held(table) == [3]
        assert [one.value for one in table.above][:1] == ["BỆNH VIỆN MẪU"]

    def test_a_header_longer_than_messages_quote_is_found_whole(self, workbook):
        long = "Số buổi đã tiếp " + "theo lịch đã niêm yết " * 10
        columns = [Column("code", ("Mã",)), Column("held", (long,))]
        table = read(workbook([["Mã", long], ["K01", 3]]), columns=columns)

        assert codes(table) == []
        assert held(table) == [3]

    def test_beyond_the_first_fifteen_rows_nothing_is_a_header(self, workbook):
        table = read(workbook([*[["tiêu đề"]] * 15, HEADS, ["K01", "M", 3]]))

        assert codes(table) == ["DV-F111"]

    def test_two_header_rows_are_read_by_their_lower_one(self, workbook):
        def merge(book):
            for ref in ("A1:A2", "B1:B2", "C1:D1"):
                book.active.merge_cells(ref)

        rows = [
            ["Mã", "Họ và tên", "Tiếp công dân"],
            [None, None, "Số buổi", "Ghi chú"],
        ]
        table = read(workbook([*rows, ["K01", "Mẫu", 4, "đủ"]], merge))

        assert held(table) == [4]
        assert table.rows[0]["note"].value == "đủ"

    def test_each_missing_required_column_is_named(self, workbook):
        table = read(workbook([["Mã", "Khác"], ["K01", 1]]))

        assert codes(table) == ["DV-F112", "DV-F112"]
        assert table.stopped
        assert table.rows == ()
        assert "Họ và tên" in table.faults[0].text()

    def test_a_missing_optional_column_gives_blank_cells(self, workbook):
        table = read(workbook([HEADS, ["K01", "M", 3]]))

        assert grammar.text(table.rows[0]["note"]) is ABSENT
        assert "note" not in table.columns
        assert len(table.rows[0]) == 4
        with pytest.raises(KeyError):
            table.rows[0]["strange"]

    def test_a_column_found_twice_stops_the_file(self, workbook):
        table = read(workbook([[*HEADS, "Số buổi đã tiếp"], ["K01", "M", 3, 4]]))

        assert said(table, "DV-F113") == {"seen": "Số buổi", "places": "C, D"}
        assert table.stopped

    def test_other_columns_are_ignored_and_listed(self, workbook):
        table = read(workbook([["STT", *HEADS, "Khác"], [1, "K01", "M", 3, 9]]))

        assert said(table, "DV-F114") == {"seen": "STT, Khác"}
        assert held(table) == [3]

    @pytest.mark.parametrize(
        "numbering", [["(1)", "(2)", "(3)", "(4)"], ["A", "B", 1, 2], [1, 2, 3, 4]]
    )
    def test_the_row_that_numbers_the_columns_is_no_subject(self, workbook, numbering):
        heads = [*HEADS, "Ghi chú"]
        table = read(workbook([heads, numbering, ["K01", "M", 3, ""]]))

        assert held(table) == [3]
        assert said(table, "DV-F116")["rows"].startswith("2 «")

    def test_columns_that_cannot_be_told_apart_are_a_mistake_of_the_caller(self):
        with pytest.raises(ValueError, match="share"):
            read("x.csv", columns=(CODE, Column("other", ("mã",))))
        with pytest.raises(ValueError, match="key"):
            read("x.csv", columns=(NAME,))

    def test_columns_are_lettered_as_in_a_spreadsheet(self):
        letters = [column_letter(one) for one in (0, 25, 26, 701, 702)]

        assert letters == ["A", "Z", "AA", "ZZ", "AAA"]


class TestRows:
    def test_totals_and_signatures_are_skipped_and_listed(self, workbook):
        rows = [HEADS, ["K01", "M", 3], [None, "Cộng", 3], [], [None, "Người lập biểu"]]
        table = read(workbook(rows))

        assert held(table) == [3]
        assert said(table, "DV-F116") == {
            "key": "Mã",
            "rows": "3 «Cộng», 5 «Người lập biểu»",
        }

    def test_a_title_merged_across_the_row_is_no_subject(self, workbook):
        rows = [HEADS, ["Khối lâm sàng"], ["K01", "M", 3]]
        table = read(workbook(rows, lambda book: book.active.merge_cells("A2:C2")))

        assert held(table) == [3]
        assert "Khối lâm sàng" in said(table, "DV-F116")["rows"]

    def test_without_a_key_every_filled_row_counts(self, workbook):
        table = read(workbook([HEADS, [None, "M", 3], [], ["K01"]]), key="")

        assert held(table) == [3, ABSENT]

    def test_a_key_that_is_an_uncomputed_formula_is_no_blank(self, workbook):
        table = read(workbook([HEADS, ["=A9", "M", 3]]))

        assert grammar.text(table.rows[0]["code"]).code == "DV-E106"

    def test_an_optional_key_without_its_column_reads_every_filled_row(self, workbook):
        table = read(workbook([HEADS, ["K01", "M", 3]]), key="note")

        assert held(table) == [3]
