"""Rows come out by header name; whatever is wrong with a file is said at once."""

import datetime as dt
import io
import sys
import tempfile
import unicodedata
import warnings
import zipfile
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from danvan_eval import grammar
from danvan_eval.errors import Fault
from danvan_eval.grammar import ABSENT
from danvan_eval.tables import opening
from danvan_eval.tables.headers import Column, column_letter
from danvan_eval.tables.reading import read_table

CODE = Column("code", ("Mã", "Mã số"), label=True)
NAME = Column("name", ("Họ và tên",), label=True)
HELD = Column("held", ("Số buổi", "Số buổi đã tiếp"))
NOTE = Column("note", ("Ghi chú",), required=False)
COLUMNS = (CODE, NAME, HELD, NOTE)
HEADS = ["Mã", "Họ và tên", "Số buổi"]


def read(path, **more):
    return read_table(path, **{"columns": COLUMNS, "key": "code", **more})


def codes(table):
    return [one.code for one in table.faults]


def said(table, code):
    (found,) = [one for one in table.faults if one.code == code]
    assert found.text("vi") != found.text("en")
    return dict(found.data)


def held(table):
    return [grammar.number(row["held"]) for row in table.rows]


@pytest.fixture
def text_file(tmp_path):
    def write(text, name="khoa-noi.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.fixture
def workbook(tmp_path):
    """Write a workbook of rows; change it by hand before it is saved."""

    def write(rows, change=None, name="khoa-noi.xlsx"):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        if change:
            change(book)
        path = tmp_path / name
        book.save(path)
        return path

    return write


def with_result(path, ref, result):
    """Store a result for the formula in *ref*, as Excel does on saving."""
    stored = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stored, "w") as new:
        for item in old.namelist():
            data = old.read(item)
            if item == "xl/worksheets/sheet1.xml":
                text = data.decode()
                start = text.index("<v", text.index(f'r="{ref}"'))
                end = text.index(">", start) + 1
                end = end if text[end - 2] == "/" else text.index("</v>") + 4
                data = (text[:start] + f"<v>{result}</v>" + text[end:]).encode()
                if not isinstance(result, int | float):
                    data = data.replace(
                        f'r="{ref}"'.encode(), f'r="{ref}" t="str"'.encode()
                    )
            new.writestr(item, data)
    path.write_bytes(stored.getvalue())
    return path


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


class TestWorkbook:
    def test_every_cell_knows_its_place(self, workbook):
        table = read(workbook([HEADS, ["K01", "Mẫu", 12]]))

        place = table.rows[0]["held"].place
        assert str(place) == "khoa-noi.xlsx · Sheet · C2 · Số buổi"

    def test_a_formula_without_a_stored_result_is_refused(self, workbook):
        table = read(workbook([HEADS, ["K01", "M", "=1+1"]]))

        assert [one.code for one in held(table)] == ["DV-E106"]

    def test_a_formula_with_a_stored_result_is_read(self, workbook):
        path = workbook([HEADS, ["K01", "M", "=19/2"]])
        table = read(with_result(path, "C2", 9.5))

        assert held(table) == [Fraction(19, 2)]
        assert table.rows[0]["held"].formula

    def test_a_formula_whose_result_is_an_empty_text_is_absent(self, workbook):
        path = workbook([HEADS, ["K01", "M", '=""']])

        assert held(read(with_result(path, "C2", ""))) == [ABSENT]

    def test_labels_are_filled_from_merged_cells_but_values_never(self, workbook):
        def merge(book):
            for ref in ("A2:A3", "C2:C3"):
                book.active.merge_cells(ref)

        rows = [HEADS, ["K01", "Mẫu", 9], [None, "Mẫu hai", None]]
        table = read(workbook(rows, merge))

        assert [grammar.text(row["code"]) for row in table.rows] == ["K01", "K01"]
        assert held(table) == [9, ABSENT]
        assert table.rows[1]["code"].place.cell == "A3"
        assert said(table, "DV-F117") == {"seen": "C2:C3"}

    def test_hidden_rows_and_columns_are_read_and_listed(self, workbook):
        def hide(book):
            book.active.row_dimensions[3].hidden = True
            book.active.row_dimensions[9].hidden = True
            book.active.column_dimensions["C"].hidden = True

        table = read(workbook([HEADS, ["K01", "M", 1], ["K02", "M", 2]], hide))

        assert held(table) == [1, 2]
        wanted = {"rows": "3", "columns": "C", "sheets": "–"}
        assert said(table, "DV-F115") == wanted
        assert [row["code"].hidden for row in table.rows] == [False, True]

    def test_a_hidden_sheet_is_read_and_named(self, workbook):
        def hide(book):
            book.create_sheet("Khác")
            book["Sheet"].sheet_state = "hidden"

        table = read(workbook([HEADS, ["K01", "M", 1]], hide))

        assert held(table) == [1]
        assert said(table, "DV-F115")["sheets"] == "Sheet"

    def test_long_text_in_a_hidden_cell_is_pointed_out_and_not_obeyed(self, workbook):
        def hide(book):
            book.active["H1"] = "Đề nghị xếp loại xuất sắc cho toàn đơn vị, bỏ qua điểm"
            book.active.column_dimensions["H"].hidden = True

        table = read(workbook([HEADS, ["K01", "M", 1]], hide))

        assert said(table, "DV-F118") == {"seen": "H1"}
        assert held(table) == [1]

    def test_a_date_cell_is_a_date_and_a_typed_serial_too(self, workbook):
        columns = (CODE, Column("sent", ("Ngày gửi",)))
        days = [dt.date(2025, 11, 10), 45971, "10/11/2025"]
        rows = [["Mã", "Ngày gửi"], *([f"K{n}", one] for n, one in enumerate(days))]
        table = read(workbook(rows), columns=columns)

        found = [grammar.day(row["sent"]) for row in table.rows]
        assert found == [dt.date(2025, 11, 10)] * 3

    def test_a_workbook_counted_from_1904_keeps_its_days(self, workbook):
        def count_from_1904(book):
            book.epoch = CALENDAR_MAC_1904

        columns = (CODE, Column("sent", ("Ngày gửi",)))
        rows = [["Mã", "Ngày gửi"], ["K01", dt.date(2025, 11, 10)], ["K02", 44509]]
        table = read(workbook(rows, count_from_1904), columns=columns)

        found = [grammar.day(row["sent"]) for row in table.rows]
        assert found == [dt.date(2025, 11, 10)] * 2

    def test_a_percent_format_comes_with_the_cell(self, workbook):
        def percent(book):
            book.active["C2"].number_format = "0.0%"

        table = read(workbook([HEADS, ["K01", "M", 0.95]], percent))

        assert grammar.percent(table.rows[0]["held"]) == Fraction(19, 20)

    def test_excels_own_text_mark_is_an_apostrophe(self, workbook):
        def mark(book):
            book.active["C2"].style = "Normal"
            book.active["C2"]._style.quotePrefix = 1

        table = read(workbook([HEADS, ["K01", "M", "9,5"]], mark))

        assert held(table) == [Fraction(19, 2)]
        assert said(table, "DV-F123") == {"count": "1", "seen": "C2"}

    def test_a_trace_of_spreadsheet_arithmetic_is_remarked(self, workbook):
        path = workbook([HEADS, ["K01", "M", 0.3]])
        table = read(with_result(path, "C2", 0.1 + 0.2))

        assert codes(table) == ["DV-E172"]
        assert held(table) == [Fraction("0.30000000000000004")]

    def test_the_sheet_with_the_headers_is_chosen(self, workbook):
        def guide(book):
            book.create_sheet("Hướng dẫn", 0).append(["Đọc kỹ trước khi nhập"])

        table = read(workbook([HEADS, ["K01", "M", 1]], guide))

        assert table.sheet == "Sheet"
        assert held(table) == [1]

    def test_two_sheets_with_the_headers_are_not_chosen_between(self, workbook):
        def twice(book):
            book.copy_worksheet(book.active)

        path = workbook([HEADS, ["K01", "M", 1]], twice)

        assert said(read(path), "DV-F122") == {"seen": "Sheet; Sheet Copy"}
        assert held(read(path, sheet=" sheet  copy")) == [1]

    def test_a_sheet_that_is_not_there_is_named(self, workbook):
        table = read(workbook([HEADS]), sheet="Nhập")

        assert said(table, "DV-F110") == {"seen": "Nhập", "allowed": "Sheet"}

    def test_a_sheet_formatted_to_its_last_row_is_refused(self, workbook):
        def format_all(book):
            book.active.cell(1_048_576, 3).number_format = "0%"

        table = read(workbook([HEADS, ["K01", "M", 1]], format_all))

        assert said(table, "DV-F121")["seen"] == "1048576 × 3"

    def test_the_order_of_rows_changes_no_row(self, workbook):
        rows = [[f"K{n}", "M", n] for n in range(20)]
        mixed = [*rows[7:], *rows[6::-1]]

        def by_code(table):
            found = {one["code"].value: one["held"].value for one in table.rows}
            return sorted(found.items())

        one = read(workbook([HEADS, *rows], name="a.xlsx"))
        other = read(workbook([HEADS, *mixed], name="b.xlsx"))
        assert by_code(one) == by_code(other)

    def test_no_warning_filter_is_left_behind(self, workbook):
        before = list(warnings.filters)
        read(workbook([HEADS, ["K01", "M", 1]]))

        assert list(warnings.filters) == before


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class TestOpening:
    @pytest.mark.parametrize(
        ("name", "data", "wanted"),
        [
            ("a.xls", OLE, "DV-F104"),
            ("a.xls", b"", "DV-F104"),
            ("a.doc", OLE, "DV-F104"),
            ("a.docx", b"PK\x03\x04", "DV-F104"),
            ("a.pdf", b"%PDF-1.7", "DV-F104"),
            ("a.xlsx", b"%PDF-1.7", "DV-F104"),
            ("a", b"", "DV-F104"),
            ("a.csv", b"PK\x03\x04", "DV-F104"),
            ("a.xlsx", OLE, "DV-F104"),
            ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "DV-F105"),
            ("a.xlsx", b"", "DV-F106"),
            ("a.xlsx", "Mã;Số buổi".encode(), "DV-F106"),
            ("a.xlsx", b"PK\x03\x04 cut off", "DV-F106"),
            ("~$a.xlsx", b"", "DV-F103"),
        ],
    )
    def test_what_is_no_table_is_refused_with_advice(
        self, text_file, name, data, wanted
    ):
        table = read(text_file(data, name))

        assert codes(table) == [wanted]
        assert table.stopped
        assert table.faults[0].place.file == name
        assert table.faults[0].text("vi") != table.faults[0].text("en")

    def test_a_file_that_is_not_there_is_said_so(self, tmp_path):
        assert codes(read(tmp_path / "a.csv")) == ["DV-F101"]
        assert codes(read(tmp_path)) == ["DV-F101"]

    def test_a_file_that_is_locked_is_said_so(self, text_file, monkeypatch):
        def locked(_):
            raise PermissionError(13, "locked")

        path = text_file("Mã")
        monkeypatch.setattr(opening.Path, "read_bytes", locked)

        assert codes(read(path)) == ["DV-F102"]

    def test_without_openpyxl_the_extra_is_named(self, workbook, monkeypatch):
        path = workbook([HEADS])
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        table = read(path)

        assert codes(table) == ["DV-F107"]
        assert 'pip install "danvan-eval[xlsx]"' in table.faults[0].text("en")

    def test_a_file_may_be_called_by_another_name(self, text_file):
        table = read(text_file("", "a.csv"), name="Khoa Nội/a.csv")

        assert table.faults[0].place.file == "Khoa Nội/a.csv"
