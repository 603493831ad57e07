"""The traps in what the registers say are kept out: 1, 3–5, 10 and 18.

Small folders of a hospital are written and read by the shipped rules.
"""

import datetime as dt
from functools import partial

import pytest

from danvan_eval import run
from danvan_eval.evidence import OneOf, Unreadable
from danvan_eval.workspace import reading
from helpers import folders
from helpers.folders import (
    ATTITUDE,
    CASES,
    EVENTS,
    LAM_DONG,
    SETTINGS,
    STAFF,
    STUDY,
    codes,
    dossier,
    seen,
)

DOCUMENTS = "qd-23-tw; ct-33; ctr-03; qd-456-tu; kh-8999"
STAFF_OF_2025 = [
    STAFF,
    ["A", "K1", "viên chức", "x", "", ""],
    ["B", "K1", "viên chức", "", "", ""],
    ["C", "K1", "người lao động", "", "", ""],
    ["D", "K2", "viên chức", "", "", "30/06/2025"],
    ["D", "P1", "viên chức", "", "01/07/2025", ""],
    ["F", "K1", "viên chức", "", "", "30/11/2025"],
    ["G", "K2", "viên chức", "", "01/12/2025", ""],
]
"""B is on leave all year; D moves; F leaves before the end; G comes after the session."""

STUDIED = [STUDY, *([one, DOCUMENTS, "05/03/2025"] for one in "ABD")]
LEAVE = [
    ["Mã nhân sự", "Loại nghỉ", "Từ ngày", "Đến ngày"],
    ["B", "thai sản", "01/02/2025", "31/07/2025"],
]
OF_2025 = {
    "danvan.toml": LAM_DONG,
    "nhan-su.csv": STAFF_OF_2025,
    "nghi-dai-ngay.csv": LEAVE,
    "so-theo-doi/hoc-tap.csv": STUDIED,
}
EVERYWHERE = ("K1", "K2", "P1", "BVT")


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Read folders by one catalogue that is loaded once."""
    monkeypatch.setattr(reading, "load_catalogue", folders.shared)
    return partial(folders.read, tmp_path / "benh-vien")


class TestWhoIsCounted:
    """Trap 1: viên chức (Lâm Đồng, II.1 ¶1); viên chức, người lao động (¶2, ¶3)."""

    def counts(self, workspace, criterion, name):
        return {code: seen(workspace, code, criterion, name) for code in EVERYWHERE}

    def test_contract_workers_are_counted_where_the_plan_names_them(self, read):
        """K1 has A, B and the contract worker C; K2 has G, P1 has D."""
        workspace = read(OF_2025)
        employees = {"K1": 2, "K2": 1, "P1": 1, "BVT": 4}
        everybody = {"K1": 3, "K2": 1, "P1": 1, "BVT": 5}

        assert employees == self.counts(workspace, "C01", "in_scope")
        assert everybody == self.counts(workspace, "C02", "people")
        assert everybody == self.counts(workspace, "C03", "people")

    def test_who_moved_is_counted_once_and_studied_for_the_new_department(self, read):
        """D studied at K2 in March and stands at P1 on the last day."""
        workspace = read(OF_2025)

        assert {"K1": 2, "K2": 0, "P1": 1, "BVT": 3} == self.counts(
            workspace, "C01", "studied_all"
        )

    def test_who_left_is_listed_and_who_came_after_the_session_is_in_scope(self, read):
        workspace = read(OF_2025)
        left = [one for one in workspace.excluded if one.code == "DV-S313"]

        assert ["F"] == [dict(one.data)["seen"] for one in left]
        assert frozenset() == seen(workspace, "G", "C01", "documents")

    def test_maternity_takes_nobody_out_of_scope_or_service(self, read):
        told = dossier(read(OF_2025), "B").seen("subject")

        assert (365, 0) == (told["service_days"], told["absent_days"])

    def test_visiting_and_piecework_staff_are_not_slipped_under_either_word(self, read):
        rows = [*STAFF_OF_2025, ["X", "K1", "hợp đồng khoán", "", "", ""]]
        workspace = read(OF_2025 | {"nhan-su.csv": rows})

        assert "unlisted" == dossier(workspace, "X").state
        assert isinstance(seen(workspace, "K1", "C01", "in_scope"), Unreadable)
        assert isinstance(seen(workspace, "K1", "C02", "people"), Unreadable)


class TestPetitions:
    def test_a_case_without_a_limit_is_neither_in_time_nor_late(self, read):
        """Trap 3: «kịp thời» (Kon Tum, II.4) names no days, and none are supplied."""
        case = ["1", "K1", "khiếu nại", "01/03/2024", "", "01/04/2024"]
        workspace = read({"so-theo-doi/don-thu.csv": [CASES, case]})

        for name in ("complaint_due", "complaint_on_time"):
            assert isinstance(seen(workspace, "K1", "C07", name), Unreadable)
        assert "DV-S201" in codes(workspace.faults)

    def test_the_day_of_the_limit_is_in_time_and_the_next_is_not(self, read):
        """Trap 3."""
        limit = ["K1", "khiếu nại", "01/03/2024", "01/04/2024"]
        cases = [["1", *limit, "01/04/2024"], ["2", *limit, "02/04/2024"]]
        workspace = read({"so-theo-doi/don-thu.csv": [CASES, *cases]})

        assert 2 == seen(workspace, "K1", "C07", "complaint_due")
        assert 1 == seen(workspace, "K1", "C07", "complaint_on_time")

    def test_a_case_that_falls_due_next_year_is_listed_and_waits(self, read):
        """Trap 4: no fact is lost, and none is counted in two years."""
        case = ["1", "K1", "khiếu nại", "20/12/2024", "20/01/2025", ""]
        workspace = read({"so-theo-doi/don-thu.csv": [CASES, case]})

        assert 0 == seen(workspace, "K1", "C07", "complaint_due")
        assert ["DV-S301"] == [
            one.code for one in workspace.excluded if "don-thu" in one.place.file
        ]


class TestTheReportAndTheYear:
    """Trap 4: the report is due before 10/11 (Kon Tum, III.1), the year ends later."""

    LATE = ("V1", "", "K1", "01/12/2024", ATTITUDE, "đúng", "15/12/2024")

    def settings(self, later):
        told = f'cut_off = 2024-11-10\nafter_cut_off = "{later}"'
        return SETTINGS.format(plan="kt-bvdk-2024", year=2024, cut_off=told)

    def counted(self, read, later, **how):
        tables = {"so-theo-doi/vu-viec.csv": [EVENTS, self.LATE]}
        workspace = read(tables | {"danvan.toml": self.settings(later)}, **how)
        notes = [one.code for one in workspace.excluded if one.place.line == 2]
        return workspace, seen(workspace, "K1", "C12", "substantiated"), notes

    def test_what_comes_after_the_report_counts_in_the_final_result(self, read):
        _, number, notes = self.counted(read, "this_period")

        assert (1, []) == (number, notes)

    def test_what_comes_after_the_report_is_only_noted_in_a_provisional_one(self, read):
        workspace, number, notes = self.counted(read, "this_period", provisional=True)
        work = [(workspace.pack("unit"), workspace.units)]
        whole = run("BVT", work, provisional=workspace.provisional)

        assert (0, ["DV-S317"]) == (number, notes)
        assert dt.date(2024, 11, 10) == workspace.provisional
        assert "10/11/2024" in whole.mark()

    def test_what_is_left_to_the_next_year_is_said_to_be(self, read):
        _, number, notes = self.counted(read, "next_period")

        assert (0, ["DV-S318"]) == (number, notes)


class TestOneDeedOnce:
    def read_events(self, read, *rows):
        return read({"so-theo-doi/vu-viec.csv": [EVENTS, *map(list, rows)]})

    def test_an_incident_counts_for_the_one_criterion_of_its_kind(self, read):
        """Trap 5: II.3 and II.7 both speak of it; C12 overlaps with C19 and C32."""
        row = ["V1", "A", "K1", "01/02/2024", ATTITUDE, "đúng", "01/03/2024"]
        workspace = self.read_events(read, row)

        for code in ("K1", "A"):
            assert 1 == seen(workspace, code, "C12", "substantiated")
            assert 0 == seen(workspace, code, "C32", "substantiated")

    def test_an_incident_written_down_twice_is_one(self, read):
        """Trap 5."""
        row = ["V1", "A", "K1", "01/02/2024", ATTITUDE, "đúng", "01/03/2024"]
        workspace = self.read_events(read, row, row)

        assert 1 == seen(workspace, "K1", "C12", "substantiated")

    @pytest.mark.parametrize(
        ("state", "concluded", "number"),
        [
            ("tiếp nhận", "", OneOf((0, 1), "pending")),
            ("đang xác minh", "", OneOf((0, 1), "pending")),
            ("sai", "01/03/2024", 0),
            ("rút", "", 0),
            ("đúng một phần", "01/03/2024", 1),
        ],
    )
    def test_a_complaint_is_a_fault_once_it_is_concluded(
        self, read, state, concluded, number
    ):
        """Trap 10: xử lý nghiêm (II.3) is about what was found out."""
        row = ["V1", "A", "K1", "01/02/2024", ATTITUDE, state, concluded]

        assert number == seen(self.read_events(read, row), "K1", "C12", "substantiated")


def test_a_session_of_another_year_is_no_session_of_this_one(read):
    """Trap 18."""
    rows = [STUDY, ["A", "ct-33; qd-324-tu", "05/03/2023"]]
    workspace = read({"so-theo-doi/hoc-tap.csv": rows})

    assert frozenset() == seen(workspace, "A", "C01", "documents")
    assert "DV-S304" in codes(workspace.excluded)


def test_a_document_of_the_other_province_does_not_count(read):
    """Trap 18: QĐ 456-QĐ/TU is of Lâm Đồng, QĐ 324-QĐ/TU of Kon Tum (II.1)."""
    rows = [STUDY, ["A", "qd-456-tu; qd-324-tu", "05/03/2024"]]
    workspace = read({"so-theo-doi/hoc-tap.csv": rows})

    assert {"qd-324-tu"} == seen(workspace, "A", "C01", "documents")
    assert "DV-S305" in codes(workspace.excluded)
