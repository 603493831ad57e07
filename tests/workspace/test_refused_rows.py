"""A row that is refused leaves nobody settled whom it may be about."""

import pytest

from danvan_eval.evidence import OneOf, Unreadable

STUDY, CASES = "so-theo-doi/hoc-tap.csv", "so-theo-doi/don-thu.csv"
EVENTS, MODELS = "so-theo-doi/vu-viec.csv", "so-theo-doi/mo-hinh.csv"
OWN = "so-theo-doi/ca-nhan.csv"
UNITS, PEOPLE = ("K1", "K2", "P1"), ("A", "B", "C", "D", "E")
ATTITUDE = "thái độ phục vụ"
CASE = ["khiếu nại", "01/03/2024", "01/04/2024", ""]
EVENT = ["01/02/2024", ATTITUDE, "đúng", "01/03/2024"]
MODEL = ["ĐK 2", "KH 2", "BB 2", "BC 2", "QĐ 2", "01/10/2024", "công nhận", ""]


@pytest.fixture
def opened(read, small, ask):
    """Add rows to a register; return whose figure became unreadable, and the faults."""

    def add(file, criterion, name, *rows):
        small[file] += [list(row) for row in rows]
        workspace = read(small)
        told = {
            one.subject.code
            for one in (*workspace.units, *workspace.people)
            if isinstance(
                ask.seen(workspace, one.subject.code, criterion, name), Unreadable
            )
        }
        codes = [one.code for one in workspace.faults if one.place.file == file]
        return told, codes

    return add


class TestPetitions:
    FIGURE = ("C07", "complaint_on_time")

    @pytest.mark.parametrize(
        ("row", "whom", "code"),
        [
            (["9", "K99", *CASE], UNITS, "DV-S103"),
            (["9", "", *CASE], UNITS, "DV-S201"),
            (["", "K1", *CASE], ["K1"], "DV-S201"),
            (["9", "K1", *CASE, "thừa"], ["K1"], "DV-F119"),
            (["9", "K99", *CASE, "thừa"], UNITS, "DV-F119"),
            (["9", "Khoa Nội", "K1", *CASE[:-1], "02/04/2024"], ["K1"], "DV-F119"),
            (["9", *[""] * 5], UNITS, "DV-S201"),
        ],
    )
    def test_the_departments_it_may_be_about_are_open(self, opened, row, whom, code):
        told, codes = opened(CASES, *self.FIGURE, row)

        assert told == set(whom)
        assert code in codes

    def test_a_row_without_its_number_is_one_fault_and_no_remark(self, opened):
        assert opened(CASES, *self.FIGURE, ["", "K1", *CASE])[1] == ["DV-S201"]

    def test_an_unknown_department_spoils_its_own_kind_only(self, opened):
        row = ["9", "K99", *CASE]

        assert opened(CASES, "C07", "feedback_due", row)[0] == set()

    def test_totals_titles_and_signatures_stay_one_remark(self, opened):
        told, codes = opened(
            CASES,
            *self.FIGURE,
            [""] * 6,
            ["Tổng cộng", "", "", "", "3", "2"],
            ["", "", "Cộng", "", "", "3"],
            ["Khối lâm sàng", *[""] * 5],
            ["Người lập sổ", "", "", "Trưởng phòng", "", ""],
            ["", "", "", "Kon Tum, ngày 31 tháng 12 năm 2024", "", ""],
            [*[""] * 6, "ghi bên lề"],
        )

        assert told == set()
        assert sorted(codes) == ["DV-F116", "DV-F119"]


class TestIncidents:
    FIGURE = ("C12", "substantiated")

    @pytest.mark.parametrize(
        ("row", "whom"),
        [
            (["V9", "", "K99", *EVENT], UNITS),
            (["V9", "C", "K99", *EVENT], [*UNITS, "C"]),
            (["V9", "N0l", "K1", *EVENT], PEOPLE),
            (["", "C", "P1", *EVENT], ["P1", "C"]),
            (["V9", "", "P1", *EVENT, "thừa"], ["P1"]),
            (["V9", "C", "P1", *EVENT, "thừa"], ["P1", "C"]),
            (["V9", "N0l", "P1", *EVENT, "thừa"], ["P1", *PEOPLE]),
            (["V9", "N0l", "K99", "?", *EVENT[1:]], [*UNITS, *PEOPLE]),
        ],
    )
    def test_departments_and_people_it_may_be_about_are_open(self, opened, row, whom):
        assert opened(EVENTS, *self.FIGURE, row)[0] == set(whom)

    @pytest.mark.parametrize(
        "what", [["01/02/2023", *EVENT[1:]], [*EVENT[:2], "sai", EVENT[3]]]
    )
    def test_an_unknown_person_whose_case_counts_for_nobody_opens_nobody(
        self, opened, what
    ):
        assert opened(EVENTS, *self.FIGURE, ["V9", "N0l", "P1", *what])[0] == set()

    def test_the_hospital_counts_a_case_whose_person_is_unknown(
        self, made_up, small, ask
    ):
        small[EVENTS].append(["V9", "N0l", "P1", *EVENT])
        seen = ask.seen(made_up(small), "BVT", "C12", "substantiated")

        assert seen == OneOf((2, 3), "pending")

    def test_two_unknown_people_of_one_case_are_two(self, opened):
        rows = [["V9", one, "P1", *EVENT] for one in ("N0l", "N0m")]
        rows[1][-2] = "sai"

        assert opened(EVENTS, *self.FIGURE, *rows) == (set(PEOPLE), ["DV-S103"] * 2)


class TestModels:
    FIGURE = ("C14", "recognised")

    @pytest.mark.parametrize(
        ("row", "whom"),
        [
            (["M9", "K1; K99", "A", *MODEL], [*UNITS, "A"]),
            (["M9", "", "A", *MODEL], [*UNITS, "A"]),
            (["M9", "P1", "N0l", *MODEL], PEOPLE),
            (["", "P1", "B", *MODEL], ["P1", "B"]),
            (["M9", "P1", "B", *MODEL, "thừa"], ["P1", "B"]),
            (["M9", "K1", " P1", "B", *MODEL[:-1], "2"], ["K1", "P1", "B"]),
            (["M9", "K1", " P1", "B", *MODEL], ["K1", "P1", *PEOPLE]),
        ],
    )
    def test_whom_it_may_belong_to_is_open(self, opened, row, whom):
        assert opened(MODELS, *self.FIGURE, row)[0] == set(whom)

    def test_an_unknown_person_of_a_model_that_counts_for_nobody_opens_nobody(
        self, opened
    ):
        row = ["M9", "P1", "N0l", *MODEL[:-2], "đăng ký", ""]

        assert opened(MODELS, *self.FIGURE, row)[0] == set()


class TestAttendance:
    DAY = "25/04/2024"

    @pytest.mark.parametrize(
        ("row", "whom"),
        [
            (["N0l", "ct-33", DAY], "CDE"),
            (["", "ct-33", DAY], "CDE"),
            (["", "ct-33", "?"], "CDE"),
            (["E", "ct-33", " qd-324-tu", DAY], "E"),
            (["A", "ct-33", " qd-324-tu", DAY], ""),
            (["N0l", "ct-33", " qd-324-tu", DAY], "CDE"),
        ],
    )
    def test_who_has_not_studied_all_is_open(self, opened, row, whom):
        assert opened(STUDY, "C01", "documents", row)[0] == set(whom)

    def test_so_are_their_departments(self, opened):
        told, codes = opened(STUDY, "C01", "studied_all", ["N0l", "ct-33", self.DAY])

        assert told == {"K2", "P1"}
        assert codes == ["DV-S103"]


class TestPersonal:
    @pytest.fixture
    def answered(self, small):
        small[OWN] = [["Mã nhân sự", "C02.done"], *([one, "có"] for one in "ABCDE")]
        return small

    def test_a_row_with_too_many_cells_leaves_its_person_open(
        self, made_up, answered, ask
    ):
        answered[OWN].append(["A", "có", "thừa"])
        workspace = made_up(answered)

        assert isinstance(ask.seen(workspace, "A", "C02", "done"), Unreadable)
        assert ask.seen(workspace, "K1", "C02", "done_count") == OneOf(
            (2, 3), "pending"
        )
        assert ask.seen(workspace, "K2", "C02", "done_count") == 1

    def test_an_unknown_code_leaves_open_who_has_no_row(self, made_up, answered, ask):
        answered[OWN][1][0] = "N0l"
        workspace = made_up(answered)

        assert ask.codes(workspace.faults).count("DV-S103") == 1
        assert ask.seen(workspace, "K1", "C02", "done_count") == OneOf(
            (2, 3), "pending"
        )


class TestStaff:
    @pytest.mark.parametrize(
        ("row", "whom", "code"),
        [
            (["N10", "", "viên chức", "", "", ""], UNITS, "DV-S102"),
            (["N10", "K99", "viên chức", "", "", ""], UNITS, "DV-S103"),
            (["", "K1", "viên chức", "", "", ""], ["K1"], "DV-S201"),
            (["", "", "viên chức", "", "", ""], UNITS, "DV-S201"),
            (["N10", "K1", "viên chức", "", "", "", "thừa"], ["K1"], "DV-F119"),
            (["N10", "K99", "viên chức", "", "", "", "thừa"], UNITS, "DV-F119"),
        ],
    )
    def test_the_counts_of_every_department_he_may_work_in_are_open(
        self, opened, row, whom, code
    ):
        told, codes = opened("nhan-su.csv", "C01", "in_scope", row)

        assert told == set(whom)
        assert code in codes

    def test_so_are_the_other_numbers_of_people(self, made_up, small, ask):
        small["nhan-su.csv"].append(["N10", "", "viên chức", "", "", ""])
        workspace = made_up(small)

        for code in (*UNITS, "BVT"):
            seen = ask.seen(workspace, code, "C02", "headcount")
            assert isinstance(seen, Unreadable)

    def test_totals_and_signatures_are_nobody(self, opened):
        told, codes = opened(
            "nhan-su.csv",
            "C01",
            "in_scope",
            ["Tổng cộng", "", "", "", "", "5"],
            ["", "", "", "Người lập", "", ""],
        )

        assert told == set()
        assert codes == ["DV-F116"]

    @pytest.mark.parametrize(
        ("row", "whom"),
        [
            (["X", "đi học", "01/03/2024", "30/06/2024"], PEOPLE),
            (["", "đi học", "01/03/2024", "30/06/2024"], PEOPLE),
            (["X", "thai sản", "01/03/2024", "30/06/2024"], []),
            (["B", "đi học", "01/03/2024", "30/06/2024", "thừa"], ["B"]),
        ],
    )
    def test_a_leave_of_nobody_known_may_be_anybodys(self, read, small, ask, row, whom):
        head = ["Mã nhân sự", "Loại nghỉ", "Từ ngày", "Đến ngày"]
        small["nghi-dai-ngay.csv"] = [head, row]
        workspace = read(small)
        open_ = {
            code
            for code in PEOPLE
            if isinstance(
                ask.dossier(workspace, code).seen("subject")["service_days"], Unreadable
            )
        }

        assert open_ == set(whom)
