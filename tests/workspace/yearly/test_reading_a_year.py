"""The tables of a year become facts; what is not said stays not known."""

import datetime as dt
from fractions import Fraction

import pytest

from danvan_eval import Period
from danvan_eval.decisions.facts import Span
from helpers.folders import STAFF, codes
from helpers.years import (
    ALL,
    CONCLUSIONS,
    DEPARTMENTS,
    DISCIPLINE,
    PEOPLE,
    ROWS,
    SCORES,
    person,
    read,
    unit,
)

LEAVE = ["Mã nhân sự", "Loại nghỉ", "Từ ngày", "Đến ngày"]


def test_a_whole_hospital_is_read_without_a_fault(tmp_path):
    found = read(tmp_path)
    assert () == found.faults
    assert ["A", "B", "C", "D", "G"] == [one.subject.code for one in found.year.people]
    assert ["K1", "K2", "P1"] == [one.subject.code for one in found.year.units]
    assert (2026, dt.date(2026, 12, 1)) == (found.year.year, found.year.event)


def test_an_empty_cell_is_not_known_and_not_zero(tmp_path):
    rows = [[*ROWS[0], "Số nhiệm vụ được giao"], ["B", "không", "", ""]]
    found = read(tmp_path, {"ca-nhan.csv": rows})
    assert None is person(found, "B").tasks.assigned


def test_a_count_above_what_it_is_part_of_is_a_fault_and_not_known(tmp_path):
    heads = [*ROWS[0], "Số nhiệm vụ được giao", "Số nhiệm vụ hoàn thành"]
    found = read(tmp_path, {"ca-nhan.csv": [heads, ["B", "không", "", "10", "12"]]})
    assert (10, None) == (
        person(found, "B").tasks.assigned,
        person(found, "B").tasks.completed,
    )
    wrong = next(one for one in found.faults if one.code == "DV-C005")
    assert "xep-loai/ca-nhan.csv:2" in str(wrong.place)
    assert {"seen": "12", "allowed": "10"}.items() <= dict(wrong.data).items()


def test_people_without_a_row_are_named_and_nothing_of_them_is_known(tmp_path):
    found = read(tmp_path, {"ca-nhan.csv": ROWS[:3]})
    lacking = next(one for one in found.faults if one.code == "DV-C008")
    assert {"count": "3", "codes": "C, D, G"} == dict(lacking.data)
    assert None is person(found, "C").role


def test_the_head_of_the_staff_list_is_head_without_a_row(tmp_path):
    found = read(tmp_path, {"ca-nhan.csv": ROWS[:1] + ROWS[2:]})
    assert ("head", ("K1",)) == (person(found, "A").role, person(found, "A").managed)


@pytest.mark.parametrize(("code", "post"), [("A", "không"), ("B", "trưởng")])
def test_a_post_that_differs_from_the_staff_list_is_not_used(tmp_path, code, post):
    rows = [row if row[0] != code else [code, post, ""] for row in ROWS]
    found = read(tmp_path, {"ca-nhan.csv": rows})
    assert ["DV-C011"] == codes(found.faults)
    assert None is person(found, code).role


def test_the_director_heads_the_hospital_and_is_in_charge_of_every_department(tmp_path):
    director = person(read(tmp_path), "G")
    assert ("BVT", ("K1", "K2", "P1")) == (director.ceiling, director.managed)


def test_a_manager_may_declare_to_be_in_charge_of_no_unit(tmp_path):
    rows = [*ROWS[:-1], ["G", "giám đốc", "không"]]
    assert () == person(read(tmp_path, {"ca-nhan.csv": rows}), "G").managed


def test_an_unknown_unit_in_charge_leaves_it_open_who_is(tmp_path):
    rows = [*ROWS[:-1], ["G", "giám đốc", "K1; K9"]]
    found = read(tmp_path, {"ca-nhan.csv": rows})
    assert ["DV-S103"] == codes(found.faults)
    assert ("K1", "K2", "P1") == person(found, "G").managed


def test_two_rows_of_one_person_that_differ_settle_nothing(tmp_path):
    rows = [*ROWS, ["B", "phó", "K1"]]
    found = read(tmp_path, {"ca-nhan.csv": rows})
    assert {"DV-S210"} == {*codes(found.faults)} - {"DV-C008"}
    assert None is person(found, "B").role


def test_the_same_row_twice_is_one_row(tmp_path):
    found = read(tmp_path, {"ca-nhan.csv": [*ROWS, ROWS[2]]})
    assert () == found.faults
    assert ["DV-S309"] == codes(found.notes)
    assert "staff" == person(found, "B").role


class TestScoresOfThePeriods:
    def test_the_year_is_the_mean_of_its_quarters(self, tmp_path):
        rows = [SCORES, *(["B", f"Q{n}", "28", str(60 + n)] for n in range(1, 5))]
        points = person(read(tmp_path, {"diem-ky.csv": rows}), "B").points
        assert Span.of(Fraction("90.5")) == points

    def test_a_missing_quarter_may_be_anything_and_is_named(self, tmp_path):
        rows = [SCORES, *(["B", f"Q{n}", "28", "62"] for n in range(1, 4))]
        points = person(read(tmp_path, {"diem-ky.csv": rows}), "B").points
        assert Span(Fraction("67.5"), Fraction("92.5"), ("points.Q4",)) == points

    def test_a_quarter_nobody_worked_in_is_not_awaited(self, tmp_path):
        staff = [*PEOPLE[:2], ["B", "K1", "viên chức", "", "01/04/2026", ""]]
        rows = [SCORES, *(["B", f"Q{n}", "28", "62"] for n in range(2, 5))]
        more = {"nhan-su.csv": staff, "ca-nhan.csv": ROWS[:3], "diem-ky.csv": rows}
        assert Span.of(Fraction(90)) == person(read(tmp_path, more), "B").points

    def test_a_quarter_spent_on_maternity_leave_is_not_awaited(self, tmp_path):
        leave = [LEAVE, ["B", "thai sản", "01/01/2026", "30/06/2026"]]
        rows = [SCORES, *(["B", f"Q{n}", "28", "62"] for n in (3, 4))]
        more = {"nghi-dai-ngay.csv": leave, "diem-ky.csv": rows}
        assert Span.of(Fraction(90)) == person(read(tmp_path, more), "B").points

    def test_points_above_what_the_form_holds_are_refused(self, tmp_path):
        rows = [SCORES, *(["B", f"Q{n}", "31", "62"] for n in range(1, 5))]
        found = read(tmp_path, {"diem-ky.csv": rows})
        assert ["DV-C006"] * 4 == codes(found.faults)
        assert Span(Fraction(62), Fraction(92), person(found, "B").points.missing) == (
            person(found, "B").points
        )

    def test_the_form_holds_less_where_the_dan_van_result_brings_some(self, tmp_path):
        fed = '[[dan_van]]\nitem = "nd233-pl1-k2-dd"\npoints = 5\narticle = "Điều 7"\n'
        issued = '[regulation]\nnumber = "1"\nissued_on = 2026-11-20\n'
        found = read(tmp_path, {"diem-ky.csv": ALL}, settings=issued + fed)
        wrong = [one for one in found.faults if one.code == "DV-C006"]
        assert {"25"} == {dict(one.data)["allowed"] for one in wrong}
        assert 12 == len(wrong)

    def test_a_period_there_is_none_of_opens_whose_row_it_is(self, tmp_path):
        rows = [*ALL, ["B", "Q5", "28", "62"]]
        found = read(tmp_path, {"diem-ky.csv": rows})
        assert ["DV-C004"] == codes(found.faults)
        assert (0, 100) == (
            person(found, "B").points.low,
            person(found, "B").points.high,
        )
        assert person(found, "A").points.known

    def test_two_scores_of_one_quarter_that_differ_settle_nothing(self, tmp_path):
        found = read(tmp_path, {"diem-ky.csv": [*ALL, ["B", "Q1", "1", "1"]]})
        assert ["DV-S210", "DV-S210"] == codes(found.faults)
        assert not person(found, "B").points.known

    def test_without_a_table_of_scores_no_points_are_known(self, tmp_path):
        found = read(tmp_path, {"diem-ky.csv": None})
        assert None is person(found, "B").points


class TestDepartments:
    def test_points_and_tasks_are_those_of_the_row(self, tmp_path):
        ward = unit(read(tmp_path), "K1")
        assert (Span.of(Fraction(93)), 20, 8) == (
            ward.points,
            ward.tasks.assigned,
            ward.tasks.exceeded,
        )

    def test_the_head_has_the_targets_of_the_department(self, tmp_path):
        found = read(tmp_path)
        assert unit(found, "K1").tasks == person(found, "A").targets

    @pytest.mark.parametrize(
        ("reading", "points"),
        [
            (
                'reorganised_points = "months"',
                Span.of(Fraction(181 * 80 + 184 * 90, 365)),
            ),
            ('reorganised_points = "people"', None),
            ("", None),
        ],
    )
    def test_parts_of_a_reorganised_department_weigh_by_days_where_that_is_read_so(
        self, tmp_path, reading, points
    ):
        heads = [*DEPARTMENTS[0], "Từ ngày", "Đến ngày"]
        rows = [
            heads,
            ["K1", "10", "10", "10", "2", "25", "55", "", "30/06/2026"],
            ["K1", "12", "11", "10", "4", "28", "62", "01/07/2026", ""],
        ]
        settings = '[regulation]\nnumber = "1"\nissued_on = 2026-11-20\n'
        more = {
            "don-vi.csv": rows,
            "xep-loai.toml": (
                "schema = 1\n[evaluation]\ndecided_on = 2026-12-01\n[readings]\n"
                f"{reading}\n{settings}"
            ),
        }
        ward = unit(read(tmp_path, more), "K1")
        assert (points, 22, 21, 2) == (
            ward.points,
            ward.tasks.assigned,
            ward.tasks.completed,
            len(ward.parts),
        )

    def test_several_rows_without_days_settle_nothing(self, tmp_path):
        rows = [*DEPARTMENTS, ["K1", "1", "1", "1", "1", "1", "1"]]
        found = read(tmp_path, {"don-vi.csv": rows})
        assert {"DV-S210"} == {*codes(found.faults)}
        assert None is unit(found, "K1").points

    def test_parts_that_overlap_settle_nothing(self, tmp_path):
        heads = [*DEPARTMENTS[0], "Từ ngày", "Đến ngày"]
        rows = [
            heads,
            ["K1", "10", "10", "10", "2", "25", "55", "01/01/2026", "30/06/2026"],
            ["K1", "12", "11", "10", "4", "28", "62", "30/06/2026", "31/12/2026"],
            *([*row, "", ""] for row in DEPARTMENTS[2:]),
        ]
        found = read(tmp_path, {"don-vi.csv": rows})
        assert ["DV-C010", "DV-C010"] == codes(found.faults)
        assert (None, None) == (
            unit(found, "K1").points,
            unit(found, "K1").tasks.assigned,
        )


class TestRegisters:
    def test_an_empty_register_says_none_and_an_absent_one_says_nothing(self, tmp_path):
        assert () == person(read(tmp_path / "a"), "B").disciplines
        found = read(tmp_path / "b", {"ky-luat.csv": None})
        assert None is person(found, "B").disciplines
        assert ["DV-C007"] == codes(found.faults)

    def test_a_discipline_decision_is_read_cell_by_cell(self, tmp_path):
        row = [
            "B",
            "HV-1",
            "đảng",
            "05/05/2026",
            "01/12/2025",
            "có",
            "không",
            "2025",
            "",
        ]
        (one,) = person(
            read(tmp_path, {"ky-luat.csv": [DISCIPLINE, row]}), "B"
        ).disciplines
        assert ("party", dt.date(2026, 5, 5), True, False, 2025) == (
            one.side,
            one.effective_on,
            one.duty_related,
            one.degradation,
            one.counted,
        )

    @pytest.mark.parametrize(
        ("said", "counted"), [("chưa", 0), ("", None), ("2024", 2024)]
    )
    def test_not_yet_counted_is_no_year_and_empty_is_not_known(
        self, tmp_path, said, counted
    ):
        row = ["B", "HV-1", "hành chính", "05/05/2026", "", "", "", said, ""]
        (one,) = person(
            read(tmp_path, {"ky-luat.csv": [DISCIPLINE, row]}), "B"
        ).disciplines
        assert counted == one.counted

    @pytest.mark.parametrize(
        ("cells", "code"),
        [
            (["Z", "HV-1", "đảng", "05/05/2026", "", "", "", "", ""], "DV-S103"),
            (["B", "HV-1", "khác", "05/05/2026", "", "", "", "", ""], "DV-E205"),
            (["B", "HV-1", "đảng", "", "", "", "", "", ""], "DV-S201"),
            (
                ["B", "HV-1", "đảng", "05/05/2026", "", "", "", "năm ngoái", ""],
                "DV-C002",
            ),
            (
                ["B", "HV-1", "đảng", "05/05/2026", "06/05/2026", "", "", "", ""],
                "DV-S208",
            ),
        ],
    )
    def test_a_row_that_cannot_be_read_opens_whom_it_may_be_about(
        self, tmp_path, cells, code
    ):
        found = read(tmp_path, {"ky-luat.csv": [DISCIPLINE, cells]})
        assert [code] == codes(found.faults)
        anybody = cells[0] == "Z"
        assert None is person(found, "B").disciplines
        assert (None if anybody else ()) == person(found, "C").disciplines

    def test_a_case_about_a_unit_reaches_the_manager_in_charge_only_as_corruption(
        self, tmp_path
    ):
        rows = [
            CONCLUSIONS,
            ["V1", "", "K1", "tham nhũng, lãng phí", "đã kết luận", "có"],
            ["V2", "", "K1", "công tác cán bộ, mất đoàn kết", "đã kết luận", ""],
        ]
        found = read(tmp_path, {"ket-luan.csv": rows})
        assert ["V1"] == [one.case for one in person(found, "A").conclusions]
        assert ["V1", "V2"] == [one.case for one in unit(found, "K1").conclusions]
        assert () == person(found, "B").conclusions

    def test_a_case_about_nobody_may_be_about_anybody(self, tmp_path):
        rows = [CONCLUSIONS, ["V1", "", "", "suy thoái", "đã kết luận", ""]]
        found = read(tmp_path, {"ket-luan.csv": rows})
        assert ["DV-C003"] == codes(found.faults)
        assert (None, None) == (
            person(found, "B").conclusions,
            unit(found, "K2").conclusions,
        )


class TestTimeAtWork:
    def test_stretches_and_leaves_come_from_the_lists(self, tmp_path):
        staff = [
            STAFF,
            ["B", "K1", "viên chức", "", "", "30/06/2026"],
            ["B", "K2", "viên chức", "", "01/07/2026", ""],
        ]
        leave = [LEAVE, ["B", "ốm đau", "01/02/2026", "30/04/2026"]]
        more = {
            "nhan-su.csv": staff,
            "nghi-dai-ngay.csv": leave,
            "ca-nhan.csv": [ROWS[0], ROWS[2]],
            "diem-ky.csv": [SCORES],
        }
        work = person(read(tmp_path, more), "B").work
        spring = Period(dt.date(2026, 2, 1), dt.date(2026, 4, 30))
        assert (("om-dau", spring),) == work.leaves
        assert 2 == len(work.employed)
        assert not work.spoilt

    def test_a_leave_that_cannot_be_read_leaves_the_time_open(self, tmp_path):
        leave = [LEAVE, ["B", "nghỉ", "01/02/2026", "30/04/2026"]]
        found = read(tmp_path, {"nghi-dai-ngay.csv": leave})
        assert person(found, "B").work.spoilt
        assert not person(found, "C").work.spoilt
