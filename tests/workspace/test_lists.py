"""Departments and people: nobody is guessed at, one bad row never stops the rest."""

import datetime as dt

import pytest

from danvan_eval.evidence import Unreadable


def rated(dossiers):
    """Return the codes of those whose row could be read."""
    return [one.subject.code for one in dossiers if one.state != "unlisted"]


def add(small, name, *rows):
    small[name] += [list(row) for row in rows]


class TestDepartments:
    def test_they_come_out_by_code_with_block_and_traits(self, read, small):
        units = [one.subject for one in read(small).units]

        assert [one.code for one in units] == ["K1", "K2", "P1"]
        assert [one.block for one in units] == ["lam-sang", "lam-sang", "chuc-nang"]
        assert units[2].traits == {"chuc-nang", "tchc"}

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            (["K3", "Khoa Nhi", "Khối nội", "lam-sang"], "DV-E205"),
            (["K3", "Khoa Nhi", "", "lam-sang"], "DV-S201"),
            (["K3", "Khoa Nhi", "lam-sang", ""], "DV-S201"),
            (["K3", "Khoa Nhi", "lam-sang", "lam-sang; nhi"], "DV-E205"),
            (["K3", "Khoa NguyÔn Tr·i", "lam-sang", "lam-sang"], "DV-E162"),
        ],
    )
    def test_a_faulty_row_is_left_out_and_the_others_go_on(
        self, read, small, ask, row, code
    ):
        add(small, "don-vi.csv", row)
        workspace = read(small)

        assert rated(workspace.units) == ["K1", "K2", "P1"]
        assert ask.codes(workspace.faults).count(code) == 1

    def test_people_of_a_faulty_department_stay(self, read, small, ask):
        small["don-vi.csv"][1][2] = "không rõ"
        workspace = read(small)

        assert ask.dossier(workspace, "A").subject.unit == "K1"
        assert "DV-S103" not in ask.codes(workspace.faults)

    def test_a_code_that_stands_twice_leaves_both_out(self, read, small, ask):
        add(small, "don-vi.csv", ["K2", "Khoa Ngoại 2", "lam-sang", "lam-sang"])
        workspace = read(small)

        assert rated(workspace.units) == ["K1", "P1"]
        assert ask.codes(workspace.faults).count("DV-S101") == 2

    def test_a_list_that_is_not_there_is_said(self, read, small, ask):
        del small["don-vi.csv"]
        workspace = read(small)

        assert workspace.units == ()
        assert "DV-F101" in ask.codes(workspace.faults)

    def test_two_files_for_one_list_are_refused(self, read, small, ask):
        small["don-vi.xlsx"] = b"PK"
        workspace = read(small)

        assert workspace.units == ()
        assert "DV-S202" in ask.codes(workspace.faults)


class TestPeople:
    def test_head_terms_and_unit_come_from_the_last_day(self, read, small, ask):
        workspace = read(small)
        subjects = {one.subject.code: one.subject for one in workspace.people}

        assert {code: one.block for code, one in subjects.items()} == {
            "A": "nguoi-dung-dau",
            "B": "vien-chuc",
            "C": "nguoi-lao-dong",
            "D": "vien-chuc",
            "E": "nguoi-dung-dau",
        }
        assert subjects["A"].traits == {"vien-chuc", "nguoi-dung-dau"}
        assert subjects["D"].unit == "P1"
        assert ask.said(workspace.excluded, "DV-S312") == [
            {"seen": "D", "units": "K2, P1", "unit": "P1"}
        ]

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            (["F", "K9", "viên chức", "", "", ""], "DV-S103"),
            (["F", "", "viên chức", "", "", ""], "DV-S102"),
            (["F", "K1", "công chức", "", "", ""], "DV-E205"),
            (["F", "K1", "", "", "", ""], "DV-S201"),
            (["F", "K1", "viên chức", "có thể", "", ""], "DV-E141"),
            (["F", "K1", "viên chức", "", "31/02/2024", ""], "DV-E132"),
            (["F", "K1", "viên chức", "", "01/05/2024", "01/04/2024"], "DV-S208"),
        ],
    )
    def test_a_faulty_row_leaves_the_person_out(self, read, small, ask, row, code):
        add(small, "nhan-su.csv", row)
        workspace = read(small)

        assert rated(workspace.people) == list("ABCDE")
        assert ask.codes(workspace.faults).count(code) == 1

    def test_a_department_with_an_unclear_row_has_no_settled_count(
        self, read, small, ask
    ):
        add(small, "nhan-su.csv", ["F", "K1", "công chức", "", "", ""])
        workspace = read(small)

        for name in ("in_scope", "studied_all"):
            assert isinstance(ask.seen(workspace, "K1", "C01", name), Unreadable)
            assert not isinstance(ask.seen(workspace, "K2", "C01", name), Unreadable)

    @pytest.mark.parametrize("dates", [("", ""), ("01/06/2024", "")])
    def test_rows_for_the_same_time_leave_the_person_out(self, read, small, ask, dates):
        add(small, "nhan-su.csv", ["B", "K2", "viên chức", "", *dates])
        workspace = read(small)

        assert "B" not in rated(workspace.people)
        assert ask.codes(workspace.faults).count("DV-S211") == 1
        for unit in ("K1", "K2"):
            assert isinstance(ask.seen(workspace, unit, "C01", "in_scope"), Unreadable)
        assert ask.said(workspace.excluded, "DV-S314") == [{"seen": "B"}] * 2

    def test_one_bad_row_of_a_person_leaves_all_rows_out(self, read, small, ask):
        small["nhan-su.csv"][5][1] = "P9"
        workspace = read(small)

        assert "D" not in rated(workspace.people)
        assert isinstance(ask.seen(workspace, "K2", "C01", "in_scope"), Unreadable)

    def test_who_left_or_comes_later_is_noted_and_not_counted(self, read, small, ask):
        add(
            small,
            "nhan-su.csv",
            ["F", "K1", "viên chức", "", "", "30/11/2024"],
            ["G", "K1", "viên chức", "", "01/01/2025", ""],
        )
        workspace = read(small)

        assert rated(workspace.people) == list("ABCDE")
        assert [one["seen"] for one in ask.said(workspace.excluded, "DV-S313")] == [
            "F",
            "G",
        ]
        assert ask.seen(workspace, "K1", "C01", "in_scope") == 2

    def test_namesakes_are_fine_and_pointed_out(self, read, small, ask):
        names = [
            "Họ tên",
            "Lê Văn Mẫu",
            "Lê Văn Mẫu",
            "Lê Thị Hoà",
            "",
            "",
            "Lê Thị Hòa",
        ]
        small["nhan-su.csv"] = [
            [row[0], name, *row[1:]]
            for row, name in zip(small["nhan-su.csv"], names, strict=True)
        ]
        workspace = read(small)

        assert len(workspace.people) == 5
        assert ask.said(workspace.faults, "DV-S104")[0]["codes"] == "A, B"
        assert "DV-S105" in ask.codes(workspace.faults)

    def test_no_staff_list_leaves_the_counts_missing(self, read, small, ask):
        del small["nhan-su.csv"]
        workspace = read(small)

        assert workspace.people == ()
        assert ask.seen(workspace, "K1", "C01", "in_scope") is None
        assert "DV-F101" in ask.codes(workspace.faults)


class TestService:
    def days(self, ask, workspace, code):
        return ask.dossier(workspace, code).seen("subject")["service_days"]

    def leave(self, small, *rows):
        head = ["Mã nhân sự", "Loại nghỉ", "Từ ngày", "Đến ngày"]
        small["nghi-dai-ngay.csv"] = [head, *map(list, rows)]

    def test_it_is_the_days_on_the_staff(self, read, small, ask):
        workspace = read(small)

        assert [self.days(ask, workspace, code) for code in "ADE"] == [366, 366, 122]

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [("thai sản", 366), ("ốm đau", 366), ("đi học", 335), ("không lương", 335)],
    )
    def test_maternity_and_sickness_count_as_service(
        self, read, small, ask, kind, expected
    ):
        self.leave(small, ["A", kind, "15/12/2023", "31/01/2024"])

        assert self.days(ask, read(small), "A") == expected

    def test_leaves_that_overlap_are_taken_once(self, read, small, ask):
        self.leave(
            small,
            ["E", "đi học", "01/12/2024", ""],
            ["E", "không lương", "16/12/2024", "31/01/2025"],
        )

        assert self.days(ask, read(small), "E") == 122 - 31

    def test_a_leave_that_cannot_be_read_leaves_the_days_open(self, read, small, ask):
        self.leave(
            small,
            ["A", "đi học", "tháng 3", "30/06/2024"],
            ["B", "thai sản", "tháng 3", "30/06/2024"],
            ["C", "phép", "01/03/2024", "30/06/2024"],
        )
        workspace = read(small)

        assert isinstance(self.days(ask, workspace, "A"), Unreadable)
        assert isinstance(self.days(ask, workspace, "C"), Unreadable)
        assert self.days(ask, workspace, "B") == 366

    def test_every_day_off_of_the_hospital_reaches_every_department(
        self, read, small, ask
    ):
        workspace = read(small)

        for code in ("K1", "K2", "P1"):
            seen = ask.seen(workspace, code, "C29", "days_off")
            assert seen == frozenset([dt.date(2024, 4, 29)])
