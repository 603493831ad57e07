"""Workbooks in: real xlsx files with everything people do to them."""

import datetime as dt
import io
import sys
import warnings
import zipfile
from fractions import Fraction

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from danvan_eval import grammar
from danvan_eval.grammar import ABSENT
from danvan_eval.tables import opening
from danvan_eval.tables.headers import Column
from helpers.tables import CODE, HEADS, codes, held, read, said


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
