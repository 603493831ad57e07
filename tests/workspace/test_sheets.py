"""What stands on a sheet is taken exactly, or said to be wrong; it is never guessed."""

import datetime as dt
from fractions import Fraction

import openpyxl
import pytest

from danvan_eval.catalogue import EvidenceField
from danvan_eval.cells import Cell
from danvan_eval.errors import Place
from danvan_eval.evidence import MISSING, Declined, Unreadable
from danvan_eval.terms import Text
from danvan_eval.workspace.sheets import observed

FORM = ["Mã đơn vị", "Mã tiêu chí", "Mã số liệu", "Giá trị"]


def sheet(small, *rows, name="phieu/P1.csv"):
    small[name] = [FORM, *map(list, rows)]


def test_figures_come_out_exactly(read, small, ask):
    sheet(
        small,
        ["P1", "danvan/C05", "scheduled", "12"],
        ["P1", "danvan/C10", "box_present", "x"],
        ["P1", "danvan/C12", "attitude_rate", "96,5%"],
        ["P1", "danvan/C29", "report_sent_on", "08/11/2024"],
        ["P1", "danvan/C29", "reminders", "0"],
        ["P1", "danvan/C20", "papers_assigned", ""],
    )
    workspace = read(small)

    def seen(*what):
        return ask.seen(workspace, "P1", *what)

    assert seen("C05", "scheduled") == 12
    assert seen("C10", "box_present") is True
    assert seen("C12", "attitude_rate") == Fraction("0.965")
    assert seen("C29", "report_sent_on") == dt.date(2024, 11, 8)
    assert seen("C29", "reminders") == 0
    assert seen("C20", "papers_assigned") is MISSING


@pytest.mark.parametrize(
    ("criterion", "name", "value", "code"),
    [
        ("C05", "held", "9 (đã trừ 1)", "DV-E113"),
        ("C05", "held", "-1", "DV-E112"),
        ("C05", "held", "9,5", "DV-E112"),
        ("C12", "attitude_rate", "103%", "DV-E122"),
        ("C12", "attitude_rate", "0,95", "DV-E121"),
        ("C29", "report_sent_on", "tháng 11", "DV-E133"),
        ("C10", "box_present", "đang đặt", "DV-E141"),
        ("C05", "held", "không áp dụng", "DV-S207"),
    ],
)
def test_an_unreadable_cell_is_a_fault_and_never_a_number(
    read, small, ask, *, criterion, name, value, code
):
    sheet(
        small,
        ["P1", f"danvan/{criterion}", name, value],
        ["P1", "danvan/C05", "scheduled", "12"],
    )
    workspace = read(small)
    seen = ask.seen(workspace, "P1", criterion, name)

    assert isinstance(seen, Unreadable)
    assert seen.fault.code == code
    assert seen.fault in workspace.faults
    assert seen.fault.place.line == 2
    assert ask.seen(workspace, "P1", "C05", "scheduled") == 12


def test_a_criterion_that_does_not_apply_is_remarked_upon_and_ignored(read, small, ask):
    sheet(small, ["K2", "danvan/C20", "papers_assigned", "5"], name="phieu/K2.csv")
    workspace = read(small)

    assert ask.said(workspace.faults, "DV-S203")[0]["unit"] == "K2"
    assert ask.seen(workspace, "K2", "C20", "papers_assigned") is None
    assert ask.dossier(workspace, "K2").state == "empty"


def test_no_remark_on_what_is_left_empty_or_declined(read, small, ask):
    sheet(
        small,
        ["K2", "danvan/C20", "papers_assigned", ""],
        ["K2", "danvan/C20", "papers_on_time", "không áp dụng"],
        name="phieu/K2.csv",
    )

    assert "DV-S203" not in ask.codes(read(small).faults)


def test_a_register_is_not_filled_in_by_hand(read, small, ask):
    sheet(small, ["P1", "danvan/C12", "substantiated", "0"])
    workspace = read(small)

    assert "DV-S204" in ask.codes(workspace.faults)
    assert ask.seen(workspace, "P1", "C12", "substantiated") == 0


def test_an_unknown_code_is_named_with_its_neighbours(read, small, ask):
    sheet(small, ["P1", "danvan/C05", "sheduled", "12"])
    workspace = read(small)

    assert "danvan/C05.scheduled" in ask.said(workspace.faults, "DV-S205")[0]["near"]


def test_a_row_of_no_department_is_a_fault(read, small, ask):
    sheet(
        small,
        ["", "danvan/C05", "scheduled", "12"],
        ["P8", "danvan/C05", "scheduled", "12"],
    )
    workspace = read(small)

    assert {"DV-S201", "DV-S103"} <= set(ask.codes(workspace.faults))
    assert ask.dossier(workspace, "P1").state == "not_submitted"


class TestState:
    def test_three_departments_three_states(self, read, small, ask):
        workspace = read(small)
        states = [ask.dossier(workspace, one).state for one in ("K1", "K2", "P1")]

        assert states == ["submitted", "empty", "not_submitted"]
        assert ask.said(workspace.faults, "DV-S108") == [{"seen": "P1"}]

    def test_a_sheet_with_one_wrong_figure_is_not_empty(self, read, small, ask):
        sheet(small, ["P1", "danvan/C05", "held", "?"])

        assert ask.dossier(read(small), "P1").state == "submitted"

    def test_a_file_that_cannot_be_read_is_not_a_sheet_never_sent(
        self, read, small, ask
    ):
        small["phieu/P1.xlsx"] = b"no workbook"
        workspace = read(small)
        seen = ask.seen(workspace, "P1", "C05", "held")

        assert ask.dossier(workspace, "P1").state == "submitted"
        assert isinstance(seen, Unreadable)
        assert seen.fault.code == "DV-F106"

    def test_a_lock_file_of_excel_is_pointed_out(self, read, small, ask):
        small["phieu/~$K1.xlsx"] = b"x"
        small["phieu/.DS_Store"] = b"x"
        workspace = read(small)

        assert ask.codes(workspace.faults).count("DV-F103") == 1
        assert ask.dossier(workspace, "K1").state == "submitted"


class TestSeveralSheets:
    def test_the_same_value_twice_is_one_value(self, read, small, ask):
        sheet(small, ["K1", "danvan/C05", "held", "11"], name="phieu/K1-lan-2.csv")

        assert ask.seen(read(small), "K1", "C05", "held") == 11

    def test_different_values_are_not_chosen_from(self, read, small, ask):
        sheet(small, ["K1", "danvan/C05", "held", "12"], name="phieu/K1-lan-2.csv")
        workspace = read(small)

        assert isinstance(ask.seen(workspace, "K1", "C05", "held"), Unreadable)
        assert ask.codes(workspace.faults).count("DV-S206") == 2
        assert ask.seen(workspace, "K1", "C05", "scheduled") == 12

    def test_a_blank_does_not_stand_against_a_figure(self, read, small, ask):
        sheet(small, ["K1", "danvan/C05", "held", ""], name="phieu/K1-lan-2.csv")

        assert ask.seen(read(small), "K1", "C05", "held") == 11


def test_a_workbook_is_read_like_a_text(read, small, ask, tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["PHIẾU SỐ LIỆU"],
        FORM,
        ["P1", "danvan/C05", "scheduled", 12],
        ["P1", "danvan/C12", "attitude_rate", "95%"],
        ["P1", "danvan/C29", "report_sent_on", dt.date(2024, 11, 8)],
        ["P1", "danvan/C05", "held", dt.date(2024, 5, 9)],
        ["P1", "danvan/C05", "excused", "=1+1"],
    ):
        book.active.append(row)
    book.save(tmp_path / "p1.xlsx")
    small["phieu/P1.xlsx"] = (tmp_path / "p1.xlsx").read_bytes()
    workspace = read(small)

    def seen(*what):
        return ask.seen(workspace, "P1", *what)

    assert seen("C05", "scheduled") == 12
    assert seen("C12", "attitude_rate") == Fraction(19, 20)
    assert seen("C29", "report_sent_on") == dt.date(2024, 11, 8)
    assert seen("C05", "held").fault.code == "DV-E105"
    assert seen("C05", "excused").fault.code == "DV-E106"


KINDS = {
    "amount": ("9,5", Fraction(19, 2)),
    "dates": ("01/02/2024; 03/02/2024", {dt.date(2024, 2, 1), dt.date(2024, 2, 3)}),
    "level": ("Mức hai", "b"),
    "members": ("a; Mức hai", {"a", "b"}),
    "text": ("ghi chú", "ghi chú"),
}


@pytest.mark.parametrize("type_", KINDS)
def test_every_type_of_evidence_has_its_grammar(type_):
    options = (("a", Text("Mức một")), ("b", Text("Mức hai")))
    field = EvidenceField("x", type_, Text("X"), options=options, may_decline=True)
    written, value = KINDS[type_]

    assert observed(Cell(written), field) == value
    if type_ != "text":
        assert observed(Cell("không áp dụng"), field) == Declined()


def test_a_limit_of_the_figure_is_said_at_the_cell():
    field = EvidenceField("x", "amount", Text("X"), at_most=Fraction(5))
    seen = observed(Cell("5,5", place=Place("a.csv", line=7)), field)

    assert isinstance(seen, Unreadable)
    assert (seen.fault.code, seen.fault.place.line) == ("DV-E202", 7)
