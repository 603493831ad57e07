"""Faults that other programs had in reading stay out: D10–D12, D14, D15, D18.

Small folders of a hospital are written and read by the shipped rules.
"""

import csv
from functools import partial

import openpyxl
import pytest

from danvan_eval import MISSING, PackError, init_workspace, read_workspace, score
from danvan_eval.evidence import Unreadable
from danvan_eval.workspace import reading, starting
from helpers import folders
from helpers.folders import (
    ATTITUDE,
    CASES,
    EVENTS,
    KON_TUM,
    PEOPLE,
    UNITS,
    codes,
    dossier,
    form,
    seen,
)
from helpers.shipped import CATALOGUE, pack, sheet, ward

WRITTEN = {
    "count": "1",
    "percent": "50%",
    "flag": "có",
    "date": "01/03/2024",
}


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Read folders by one catalogue that is loaded once."""
    for module in (reading, starting):
        monkeypatch.setattr(module, "load_catalogue", folders.shared)
    return partial(folders.read, tmp_path / "benh-vien")


@pytest.fixture
def blank(tmp_path, read):  # noqa: ARG001
    """Return a new folder as it is handed out."""
    init_workspace(tmp_path / "moi")
    return tmp_path / "moi"


def rows_of(path):
    lines = path.read_text("utf-8-sig").splitlines()
    start = next(nth for nth, line in enumerate(lines) if "Mã tiêu chí" in line)
    return list(csv.DictReader(lines[start:], delimiter=";"))


class TestNothingIsGuessed:
    def test_a_kind_that_is_not_known_is_not_taken_for_another(self, read):
        """D10. Of an unknown «đơn» not even the number of other cases is sure."""
        case = ["1", "K1", "đơn", "01/03/2024", "01/04/2024", "01/04/2024"]
        workspace = read({"so-theo-doi/don-thu.csv": [CASES, case]})
        told = dossier(workspace, "K1").seen("danvan/C07").values()

        assert {Unreadable} == {type(one) for one in told}
        assert 0 == seen(workspace, "K2", "C07", "complaint_due")

    def test_a_word_that_is_not_known_is_not_yes(self, read):
        """D10."""
        rows = form(["C10", "box_present", "đang đặt"])
        workspace = read({"phieu/K1.csv": rows})

        assert isinstance(seen(workspace, "K1", "C10", "box_present"), Unreadable)
        assert "DV-E141" in codes(workspace.faults)

    def test_a_text_and_a_workbook_of_the_same_rows_say_the_same(self, read, tmp_path):
        """D10. Two importers counted rows differently, the last one was lost."""
        rows = form(["C05", "scheduled", "12"], ["C05", "held", "11"])
        text = read({"phieu/K1.csv": rows}).units
        (tmp_path / "benh-vien/phieu/K1.csv").unlink()
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "benh-vien/phieu/K1.xlsx")
        workspace = read()

        assert text == workspace.units
        assert 11 == seen(workspace, "K1", "C05", "held")

    def test_a_number_that_cannot_be_read_is_not_nothing(self, read):
        """D11. C05 is open from 0 to 4 points, and its fault is on the sheet."""
        rows = form(["C05", "scheduled", "12"], ["C05", "held", "9 (đã trừ 1)"])
        made = sheet(dossier(read({"phieu/K1.csv": rows}), "K1"))
        line = made.line("danvan/C05")

        assert (None, 0, 4) == (line.points, line.low, line.high)
        assert ["DV-E113"] == codes(made.faults)

    def test_terms_that_are_not_known_are_no_other_terms(self, read):
        """D12. An unknown post became «kế toán»."""
        workspace = read({"nhan-su.csv": [*PEOPLE, ["B", "K1", "khoán", "", "", ""]]})

        assert "unlisted" == dossier(workspace, "B").state
        assert "" == dossier(workspace, "B").subject.block
        assert isinstance(seen(workspace, "K1", "C01", "in_scope"), Unreadable)

    def test_a_block_that_is_not_known_is_no_other_block(self, read):
        """D12."""
        workspace = read({"don-vi.csv": [*UNITS, ["K9", "Khoa Lạ", "khối lạ", ""]]})

        assert "unlisted" == dossier(workspace, "K9").state
        assert "" == dossier(workspace, "K9").subject.block
        assert any(one.place.line == 5 for one in workspace.faults)

    def test_a_department_off_the_list_does_not_take_its_sheet_along(self, read):
        """D14. With a post went all that was scored on it, and nobody was told."""
        rows = form(["C05", "held", "11"], unit="K2")
        workspace = read({"don-vi.csv": UNITS[:2], "phieu/K2.csv": rows})

        assert ["phieu/K2.csv"] == [
            one.place.file for one in workspace.faults if one.code == "DV-S103"
        ]


class TestWhoMoved:
    """D15. What was rated earlier went along to the department of today."""

    MOVED = (
        ["D", "K2", "viên chức", "", "", "30/06/2024"],
        ["D", "P1", "viên chức", "", "01/07/2024", ""],
    )

    def test_an_incident_stays_with_the_department_where_it_happened(self, read):
        event = ["V1", "D", "K2", "01/02/2024", ATTITUDE, "đúng", "01/03/2024"]
        tables = {"nhan-su.csv": [*PEOPLE, *self.MOVED]}
        workspace = read(tables | {"so-theo-doi/vu-viec.csv": [EVENTS, event]})
        told = {
            code: seen(workspace, code, "C12", "substantiated")
            for code in ("K1", "K2", "P1", "D")
        }

        assert {"K1": 0, "K2": 1, "P1": 0, "D": 1} == told

    def test_who_moves_next_year_is_counted_where_this_year_ended(self, read):
        next_year = (
            ["E", "K2", "viên chức", "", "", "31/01/2025"],
            ["E", "P1", "viên chức", "", "01/02/2025", ""],
        )
        workspace = read({"nhan-su.csv": [*PEOPLE, *next_year]})

        assert "K2" == dossier(workspace, "E").subject.unit
        assert 1 == seen(workspace, "K2", "C01", "in_scope")
        assert 0 == seen(workspace, "P1", "C01", "in_scope")


class TestForms:
    def test_a_blank_form_holds_no_figure_and_no_maximum(self, blank):
        """D11, D18. Scores stood at their maximum, counts at 0, one slider at 50."""
        values = [row["Giá trị"] for one in FORMS for row in rows_of(blank / one)]

        assert values
        assert {""} == set(values)

    def test_a_form_nobody_touched_reports_nothing(self, blank):
        """D18. It reported «0 mô hình» and «50 %»."""
        workspace = read_workspace(blank)
        sheets = [score(pack("kt-bvdk-2024/khoa-phong"), u) for u in workspace.units]

        assert {"empty"} == {one.state for one in workspace.units}
        assert {None} == {one.total for one in sheets}
        assert {None} == {one.line("danvan/C14").points for one in sheets}

    def test_all_that_is_asked_in_a_form_is_taken_from_it(self, blank):
        """D18. A text was asked for and then left out."""
        path = blank / FORMS[0]
        asked = rows_of(path)
        for row in asked:
            row["Giá trị"] = answer(row)
        with path.open("w", encoding="utf-8", newline="") as stream:
            table = csv.DictWriter(stream, list(asked[0]), delimiter=";")
            table.writeheader()
            table.writerows(asked)
        told = dossier(read_workspace(blank), "VD01")

        assert len(asked) > 30
        for row in asked:
            value = told.seen(row["Mã tiêu chí"]).get(row["Mã số liệu"], MISSING)
            assert value is not MISSING, row
            assert not isinstance(value, Unreadable), row

    @pytest.mark.parametrize("start", ['"Tháng 3"', "3", "2024"])
    def test_a_period_without_a_year_or_a_day_is_refused(self, read, start):
        """D18. The period was «Tháng n»."""
        with pytest.raises(PackError) as caught:
            read({"danvan.toml": KON_TUM.replace("2024-01-01", start)})

        (wrong,) = caught.value.exceptions
        assert "period.from" == wrong.fault.place.key

    def test_a_department_is_not_known_by_a_free_name(self, read):
        """D18."""
        workspace = read(
            {"phieu/K1.csv": form(["C05", "held", "11"], unit="Khoa nội 1")}
        )

        assert "DV-S103" in codes(workspace.faults)
        assert "not_submitted" == dossier(workspace, "K1").state

    def test_a_second_sheet_that_says_otherwise_does_not_win_in_silence(self, read):
        """D18. Neither does the first one."""
        tables = {
            "phieu/K1.csv": form(["C05", "held", "11"], ["C05", "scheduled", "12"]),
            "phieu/K1-lan-2.csv": form(["C05", "held", "12"]),
        }
        workspace = read(tables)

        assert isinstance(seen(workspace, "K1", "C05", "held"), Unreadable)
        assert ["DV-S206"] * 2 == [
            one for one in codes(workspace.faults) if one == "DV-S206"
        ]

    def test_a_figure_without_its_proof_is_pointed_out(self, read):
        """D18. Evidence was optional."""
        head, row = form(["C05", "held", "11"])
        workspace = read({"phieu/K1.csv": [[*head, "Minh chứng"], [*row, ""]]})

        assert CATALOGUE.criteria["danvan/C05"].evidence["held"].proof
        assert [2] == [
            one.place.line
            for one in (*workspace.faults, *workspace.excluded)
            if one.place.file == "phieu/K1.csv"
        ]


FORMS = [f"phieu/VD0{nth}.csv" for nth in (1, 2, 3)]


def answer(row):
    field = CATALOGUE.criteria[row["Mã tiêu chí"]].evidence[row["Mã số liệu"]]
    return WRITTEN.get(field.type) or field.options[0][1].vi


def test_groups_are_not_summed_beside_their_criteria():
    """D11. C05 loses 1, C17 1, C32 1.5: the points of the lines, once, out of 92."""
    changes = {
        "C05": {"held": 11},
        "C17": {"tasks_on_time": 5},
        "C32": {"people_reached": 0},
    }
    made = sheet(ward(changes))
    points = [one.points for one in made.lines if one.points is not None]

    assert 92 - 1 - 1 - 1.5 == sum(points)
    assert made.total == 100 * sum(points) / 92
