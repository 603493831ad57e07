"""The tables of titles as a clerk writes them: what is read, and what stays open."""

import datetime as dt

import pytest

from danvan_eval.consequences.career import Movement, Pending
from danvan_eval.tables.writing import Sheet, write_table
from danvan_eval.workspace.fields import Codes
from danvan_eval.workspace.files import Files
from danvan_eval.workspace.following.titles import (
    AWARDED,
    COLUMNS,
    EMULATION,
    INITIATIVES,
    read_titles,
)
from danvan_eval.workspace.yearly.register import Reading
from helpers.folders import codes, write

PEOPLE = ("A1", "B2", "C3")
UNITS = ("K1", "BVT")
EMULATION_HEADERS = [
    *("Mã nhân sự", "Mã đơn vị", "Đã đăng ký thi đua", "Tích cực thi đua", "Tự lực"),
    *("Đoàn kết", "Nữ", "Đang bị xem xét", "Số vụ", "Thời hạn hợp đồng (tháng)"),
    *("Kết quả đào tạo từ khá", "Hết hiệu lực kỷ luật", "Kỷ luật từ cảnh cáo"),
    *("Chấp hành pháp luật", "Gương mẫu chấp hành", "Dẫn đầu khối thi đua"),
]
AWARD_HEADERS = ["Mã", "Năm", "Danh hiệu", "Số quyết định", "Ngày"]
INITIATIVE_HEADERS = [
    *("Mã nhân sự", "Mã sáng kiến", "Ngày công nhận", "Phạm vi", "Đã dùng cho"),
]


def read(path, tables):
    """Read the tables, given by file name, and return facts with all faults."""
    write(path, {f"{name}.csv": rows for name, rows in tables.items()})
    known = Codes(frozenset(UNITS), frozenset(PEOPLE))
    reading = Reading(Files(path), known)
    return read_titles(reading, 2025), reading.files.faults


def emulation(*rows):
    """Return the table of emulation; a row is told by its headers."""
    cells = [[row.get(name, "") for name in EMULATION_HEADERS] for row in rows]
    return {EMULATION: [EMULATION_HEADERS, *cells]}


def of_a1(path, **cells):
    """Return what a row about A1 says, and the faults."""
    told = {name.replace("_", " "): cell for name, cell in cells.items()}
    found, faults = read(path, emulation({"Mã nhân sự": "A1", **told}))
    return found.people["A1"], faults


class TestEmulation:
    def test_a_row_about_a_person(self, tmp_path):
        row = {
            "Mã nhân sự": "A1",
            "Đã đăng ký thi đua": "có",
            "Tích cực thi đua": "x",
            "Tự lực": "có",
            "Đoàn kết": "không",
            "Nữ": "có",
            "Đang bị xem xét": "không",
            "Hết hiệu lực kỷ luật": "30/04/2025",
            "Kỷ luật từ cảnh cáo": "không",
        }

        found, faults = read(tmp_path, emulation(row))
        one = found.people["A1"]

        assert [] == faults
        assert Movement(active=True, self_reliance=True, solidarity=False) == (
            one.movement
        )
        assert (True, True, (), False) == (
            one.registered,
            one.woman,
            one.pending,
            one.severe,
        )
        assert dt.date(2025, 4, 30) == one.discipline_ends

    def test_a_row_about_a_department(self, tmp_path):
        row = {
            "Mã đơn vị": "K1",
            "Tích cực thi đua": "có",
            "Đoàn kết": "có",
            "Chấp hành pháp luật": "có",
            "Gương mẫu chấp hành": "không",
            "Dẫn đầu khối thi đua": "có",
        }

        found, faults = read(tmp_path, emulation(row))
        together = found.units["K1"].together

        assert [] == faults
        assert (True, True, True, False, True, None) == (
            together.steady,
            together.solidarity,
            together.lawful,
            together.exemplary,
            together.leads,
            together.outstanding,
        )

    def test_an_empty_cell_is_neither_yes_nor_no(self, tmp_path):
        one, faults = of_a1(tmp_path)

        assert [] == faults
        assert Movement() == one.movement
        assert (None, None) == (one.registered, one.pending)

    @pytest.mark.parametrize("person", ["B2", "C3"])
    def test_who_has_no_row_is_not_known(self, tmp_path, person):
        found, _ = read(tmp_path, emulation({"Mã nhân sự": "A1"}))

        assert found.people[person].registered is None

    def test_what_is_pending_has_its_kind_and_case(self, tmp_path):
        one, faults = of_a1(tmp_path, Đang_bị_xem_xét="điều tra", Số_vụ="VV-07")

        assert [] == faults
        assert (Pending("investigation", "VV-07"),) == one.pending

    def test_a_kind_nobody_knows_is_pointed_out_and_stays_open(self, tmp_path):
        one, faults = of_a1(tmp_path, Đang_bị_xem_xét="có chuyện")

        assert ["DV-E205"] == codes(faults)
        assert one.pending is None

    @pytest.mark.parametrize(
        ("cell", "months", "open_"),
        [("12", 12, False), ("không thời hạn", None, True), ("", None, False)],
    )
    def test_a_contract_has_months_or_no_end(self, tmp_path, cell, months, open_):
        row = {"Mã nhân sự": "A1", "Thời hạn hợp đồng (tháng)": cell}
        found, faults = read(tmp_path, emulation(row))
        one = found.people["A1"]

        assert [] == faults
        assert (months, open_) == (one.contract_months, one.contract_open)

    def test_a_contract_of_no_months_is_pointed_out(self, tmp_path):
        row = {"Mã nhân sự": "A1", "Thời hạn hợp đồng (tháng)": "0"}

        _, faults = read(tmp_path, emulation(row))

        assert ["DV-D115"] == codes(faults)

    @pytest.mark.parametrize("named", [("A1", "K1"), ("", "")])
    def test_a_row_is_about_exactly_one(self, tmp_path, named):
        person, unit = named
        row = {"Mã nhân sự": person, "Mã đơn vị": unit, "Số vụ": "VV-1"}

        _, faults = read(tmp_path, emulation(row))

        assert ["DV-D114"] == codes(faults)

    def test_rows_that_contradict_settle_nothing(self, tmp_path):
        rows = [{"Mã nhân sự": "A1", "Nữ": one} for one in ("có", "không")]

        found, faults = read(tmp_path, emulation(*rows))

        assert ["DV-S210", "DV-S210"] == codes(faults)
        assert found.people["A1"].woman is None

    def test_a_second_row_that_cannot_be_read_opens_the_first(self, tmp_path):
        rows = [
            {"Mã nhân sự": "A1", "Nữ": "có"},
            {"Mã nhân sự": "A1", "Mã đơn vị": "K1"},
        ]

        found, faults = read(tmp_path, emulation(*rows))

        assert ["DV-D114"] == codes(faults)
        assert found.people["A1"].woman is None


class TestAwards:
    def rows(self, *rows):
        return {AWARDED: [AWARD_HEADERS, *rows]}

    def test_awards_of_persons_and_of_units(self, tmp_path):
        found, faults = read(
            tmp_path,
            self.rows(
                ["A1", "2024", "Chiến sĩ thi đua cơ sở", "12/QĐ", "20/12/2024"],
                ["A1", "2023", "ldtt", "9/QĐ", "20/12/2023"],
                ["K1", "2024", "Giấy khen", "13/QĐ", "20/12/2024"],
            ),
        )

        assert [] == faults
        assert {("cstdcs", 2024), ("ldtt", 2023)} == {
            (one.id, one.year) for one in found.people["A1"].awards
        }
        assert ["giay-khen-tap-the"] == [one.id for one in found.units["K1"].awards]
        assert () == found.people["B2"].awards

    def test_without_the_table_nothing_is_known(self, tmp_path):
        found, _ = read(tmp_path, {})

        assert found.people["A1"].awards is None
        assert found.people["A1"].initiatives is None

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            (["A1", "2026", "ldtt", "1/QĐ", "20/12/2026"], "DV-D110"),
            (["A1", "1900", "ldtt", "1/QĐ", "20/12/1900"], "DV-D110"),
            (["A1", "2024", "ldtt", "1/QĐ", "20/12/2023"], "DV-D111"),
            (["K1", "2024", "ldtt", "1/QĐ", "20/12/2024"], "DV-D112"),
            (["A1", "2024", "ttldtt", "1/QĐ", "20/12/2024"], "DV-D112"),
            (["A1", "", "ldtt", "1/QĐ", "20/12/2024"], "DV-S201"),
        ],
    )
    def test_a_row_that_cannot_be_leaves_its_own_people_open(self, tmp_path, row, code):
        found, faults = read(tmp_path, self.rows(row))
        whose = found.units["K1"] if row[0] == "K1" else found.people["A1"]

        assert [code] == codes(faults)
        assert whose.awards is None
        assert () == found.people["B2"].awards

    def test_a_row_under_a_code_nobody_has_leaves_everybody_open(self, tmp_path):
        row = ["A9", "2024", "ldtt", "1/QĐ", "20/12/2024"]

        found, faults = read(tmp_path, self.rows(row))

        assert ["DV-S103"] == codes(faults)
        assert found.people["B2"].awards is None
        assert found.units["K1"].awards is None

    def test_one_title_of_a_year_with_two_decisions_settles_nothing(self, tmp_path):
        rows = [["A1", "2024", "ldtt", f"{nth}/QĐ", "20/12/2024"] for nth in (1, 2)]

        found, faults = read(tmp_path, self.rows(*rows))

        assert {"DV-S210"} == set(codes(faults))
        assert found.people["A1"].awards is None


class TestInitiatives:
    def rows(self, *rows):
        return {INITIATIVES: [INITIATIVE_HEADERS, *rows]}

    def test_used_and_unused_ones(self, tmp_path):
        found, faults = read(
            tmp_path,
            self.rows(
                ["A1", "SK-01", "05/06/2025", "cơ sở", ""],
                ["A1", "SK-02", "05/06/2024", "bộ, tỉnh", "CSTĐCS 2024"],
                ["B2", "SK-03", "05/06/2025", "toàn quốc", "chưa"],
            ),
        )

        assert [] == faults
        assert [("SK-01", "unit", ""), ("SK-02", "ministry", "CSTĐCS 2024")] == [
            (one.id, one.scope, one.used_for) for one in found.people["A1"].initiatives
        ]
        assert [""] == [one.used_for for one in found.people["B2"].initiatives]
        assert () == found.people["C3"].initiatives

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            (["A1", "SK-01", "05/06/2027", "cơ sở", ""], "DV-D113"),
            (["A1", "SK-01", "", "cơ sở", ""], "DV-S201"),
            (["A1", "SK-01", "05/06/2025", "thế giới", ""], "DV-E205"),
        ],
    )
    def test_a_row_that_cannot_be_leaves_its_person_open(self, tmp_path, row, code):
        found, faults = read(tmp_path, self.rows(row))

        assert [code] == codes(faults)
        assert found.people["A1"].initiatives is None
        assert () == found.people["B2"].initiatives


class TestTemplates:
    def test_blank_templates_are_registers_that_say_none(self, tmp_path):
        for name, columns in COLUMNS.items():
            path = tmp_path / f"{name}.xlsx"
            path.parent.mkdir(parents=True, exist_ok=True)
            write_table(path, Sheet([one.headers[0] for one in columns], []))

        found, faults = read(tmp_path, {})

        assert [] == faults
        assert () == found.people["A1"].awards
        assert () == found.people["A1"].initiatives
        assert found.people["A1"].registered is None
