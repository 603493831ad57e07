"""What is written can be read back, opened in Excel, printed, and does no harm."""

import csv
import datetime as dt
import io
import sys
import tempfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_eval import grammar
from danvan_eval.cells import trimmed
from danvan_eval.errors import FaultError
from danvan_eval.points import shown
from danvan_eval.tables.headers import Column
from danvan_eval.tables.reading import read_table
from danvan_eval.tables.writing import (
    Sheet,
    csv_bytes,
    is_risky,
    write_bytes,
    write_table,
    xlsx_bytes,
)

HEADS = ("Mã", "Họ và tên", "Điểm", "Ngày")
COLUMNS = (
    Column("code", ("Mã",)),
    Column("name", ("Họ và tên",), label=True),
    Column("score", ("Điểm",)),
    Column("sent", ("Ngày",)),
)
kinds = pytest.mark.parametrize("kind", [".csv", ".xlsx"])


def read(path):
    return read_table(path, columns=COLUMNS, key="code")


def texts():
    letters = "aăâđêôơưạẫềĩọợửỹABCĐ0123456789 .,;\t\n\"'=+-@＝"
    return st.text(alphabet=letters, max_size=10)


def scores():
    return st.fractions(-1000, 1000, max_denominator=400)


def write(folder, kind, rows, **more):
    path = Path(folder, f"bang{kind}")
    write_table(path, Sheet(HEADS, rows, **more))
    return path


def refusal(call, *arguments):
    with pytest.raises(FaultError) as raised:
        call(*arguments)
    found = raised.value.fault
    assert found.text("vi") != found.text("en")
    return found.code


class TestLaws:
    @kinds
    @settings(deadline=None)
    @given(
        rows=st.lists(
            st.tuples(
                texts(), scores(), st.dates(dt.date(1900, 3, 1), dt.date(2100, 1, 1))
            ),
            max_size=4,
        )
    )
    def test_what_is_written_reads_back_cut_never_rounded(self, kind, rows):
        rows = [(f"K{n}", *row) for n, row in enumerate(rows)]
        with tempfile.TemporaryDirectory() as folder:
            table = read(write(folder, kind, rows))

        assert not table.stopped
        for row, (code, name, score, sent) in zip(table.rows, rows, strict=True):
            assert grammar.text(row["code"]) == code
            assert grammar.text(row["name"]) == (
                " ".join(name.split()) or grammar.ABSENT
            )
            cut = Fraction(shown(score, comma=False))
            assert grammar.number(row["score"]) == cut
            assert abs(cut) <= abs(score)
            assert grammar.day(row["sent"]) == sent

    @given(texts())
    def test_no_text_leaves_as_a_formula(self, text):
        stream = io.StringIO(
            csv_bytes(Sheet(("Mã",), [(text,)])).decode("utf-8-sig"), newline=""
        )
        written = list(csv.reader(stream, delimiter=";"))[1][0].strip()

        assert len(written) < 2 or written[0] not in set("=+-@＝")
        assert trimmed(f"'{text}" if is_risky(text) else text) == " ".join(text.split())

    @settings(deadline=None)
    @given(texts())
    def test_a_workbook_holds_texts_and_no_formulas(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = write(folder, ".xlsx", [("K01", text, None, None)])
            cell = openpyxl.load_workbook(path).active["B2"]

        assert cell.data_type != "f"
        assert bool(cell.quotePrefix) == is_risky(text)

    @kinds
    @settings(deadline=None)
    @given(rows=st.lists(st.tuples(texts(), texts(), scores()), max_size=3))
    def test_the_same_rows_give_the_same_bytes(self, kind, rows):
        sheet = Sheet(("Mã", "Tên", "Điểm"), rows)
        make = csv_bytes if kind == ".csv" else lambda one: xlsx_bytes([one])

        assert make(sheet) == make(sheet)


class TestCsv:
    def test_excel_finds_a_mark_semicolons_and_decimal_commas(self):
        rows = [("K01", "Nguyễn Văn Mẫu", Fraction(19, 2), dt.date(2025, 11, 10))]

        assert csv_bytes(Sheet(HEADS, rows)) == (
            b"\xef\xbb\xbf"
            + "Mã;Họ và tên;Điểm;Ngày\r\nK01;Nguyễn Văn Mẫu;9,5;10/11/2025\r\n".encode()
        )

    def test_a_harmful_name_leaves_behind_an_apostrophe(self):
        rows = [('=HYPERLINK("x")',), ("-",), ("- đã làm",), (Fraction(-1, 2),)]
        lines = csv_bytes(Sheet(("Mã",), rows)).decode("utf-8-sig").split("\r\n")

        assert lines[1:5] == ['"\'=HYPERLINK(""x"")"', "-", "'- đã làm", "-0,5"]

    def test_values_of_every_kind_are_written(self):
        rows = [(None, True, False, 7, Decimal("9.50"), Fraction(2, 3))]
        lines = csv_bytes(Sheet(list("abcdef"), rows)).decode("utf-8-sig").split("\r\n")

        assert lines[1] == ";có;không;7;9,5;0,66"

    def test_a_binary_float_is_refused(self):
        with pytest.raises(TypeError):
            csv_bytes(Sheet(("a",), [(9.5,)]))
        with pytest.raises(TypeError):
            xlsx_bytes([Sheet(("a",), [(9.5,)])])


class TestWorkbook:
    @pytest.fixture
    def page(self, tmp_path):
        rows = [
            ("K01", "Nguyễn Văn Mẫu", Fraction(19, 2), dt.date(2025, 11, 10)),
            ("K02", "@lệnh " * 30, 10**20, dt.date(1899, 1, 1)),
        ]
        path = write(
            tmp_path, ".xlsx", rows, name="Khoa: Nội", above=["BẢNG MẪU"], below=["Hết"]
        )
        return openpyxl.load_workbook(path).active

    def test_it_is_set_up_for_print_on_a4_across(self, page):
        assert page.page_setup.orientation == "landscape"
        assert int(page.page_setup.paperSize) == 9
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.page_setup.fitToHeight == 0
        assert page.print_title_rows == "$2:$2"
        assert page.oddFooter.center.text == "&P/&N"

    def test_the_header_is_bold_and_frozen(self, page):
        assert page.freeze_panes == "A3"
        assert [cell.font.bold for cell in page[2]] == [True] * 4
        assert [cell.value for cell in page[2]] == list(HEADS)

    def test_columns_are_as_wide_as_their_text_up_to_a_limit(self, page):
        widths = [page.column_dimensions[one].width for one in "AB"]

        assert widths[0] < 8
        assert 60 <= widths[1] < 62
        assert page["B4"].alignment.wrap_text

    def test_numbers_and_days_are_real_ones(self, page):
        assert page["C3"].value == 9.5
        assert page["D3"].value == dt.datetime(2025, 11, 10)  # noqa: DTZ001
        assert page["D3"].number_format == "dd/mm/yyyy"

    def test_what_excel_cannot_hold_is_written_as_text(self, page):
        assert page["C4"].value == str(10**20)
        assert page["D4"].value == "01/01/1899"

    def test_lines_stand_above_and_below(self, page):
        assert page["A1"].value == "BẢNG MẪU"
        assert page["A6"].value == "Hết"

    def test_sheet_names_are_made_fit_for_excel(self, tmp_path):
        names = ["Khoa: Nội", "khoa- nội", "", "x" * 40, "x" * 50]
        path = tmp_path / "a.xlsx"
        write_table(path, *(Sheet(("Mã",), [], name=name) for name in names))

        wanted = ["Khoa- Nội", "khoa- nội (2)", "Bảng", "x" * 31, "x" * 27 + " (2)"]
        assert openpyxl.load_workbook(path).sheetnames == wanted


class TestSaving:
    @kinds
    def test_a_file_open_in_excel_is_said_so_and_left_alone(
        self, tmp_path, monkeypatch, kind
    ):
        def locked(*_):
            raise PermissionError(13, "open in Excel")

        path = write(tmp_path, kind, [])
        before = path.read_bytes()
        monkeypatch.setattr(Path, "replace", locked)

        assert refusal(write, tmp_path, kind, [("K01", "M", 1, None)]) == "DV-F201"
        assert path.read_bytes() == before
        assert [one.name for one in tmp_path.iterdir()] == [path.name]

    @kinds
    def test_a_folder_that_is_not_there_is_said_so(self, tmp_path, kind):
        assert refusal(write, tmp_path / "không có", kind, []) == "DV-F202"

    def test_a_kind_that_is_not_written_is_refused(self, tmp_path):
        assert refusal(write, tmp_path, ".xls", []) == "DV-F203"

    def test_any_bytes_are_written_whole(self, tmp_path):
        write_bytes(tmp_path / "a.json", b"{}")
        write_bytes(str(tmp_path / "a.json"), b"[]")

        assert (tmp_path / "a.json").read_bytes() == b"[]"
        assert refusal(write_bytes, tmp_path, b"") == "DV-F205"

    def test_csv_holds_one_sheet_only(self, tmp_path):
        two = [Sheet(("Mã",), [])] * 2

        assert refusal(write_table, tmp_path / "a.csv", *two) == "DV-F203"

    def test_without_xlsxwriter_the_extra_is_named(self, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "xlsxwriter", None)

        assert refusal(write, tmp_path, ".xlsx", []) == "DV-F107"
        assert write(tmp_path, ".csv", []).exists()
