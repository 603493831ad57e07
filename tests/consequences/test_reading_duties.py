"""The tables of de-xuat/ on duties, as a clerk writes them."""

import datetime as dt

import pytest

from danvan_eval.consequences.duty_facts import (
    NOT_YET,
    Conference,
    Consultation,
    HalfYear,
    Inspectorate,
    Posting,
)
from danvan_eval.periods import Period
from danvan_eval.tables.writing import Sheet, write_table
from danvan_eval.workspace.fields import Codes
from danvan_eval.workspace.files import Files
from danvan_eval.workspace.following.duties import (
    COLUMNS,
    petitions_of,
    read_duties,
)
from danvan_eval.workspace.yearly.register import Reading
from helpers.duties import MET, MISSED, day, laws
from helpers.folders import CASES, codes, write

POSTED = [
    *("Nội dung", "Số văn bản", "Ngày quyết định", "Ngày đăng", "Ngày gỡ"),
    *("Hình thức", "Quy định khác", "Không phát sinh"),
]
MEETING = ["Năm", "Loại", "Ngày", "Đại biểu", "Triệu tập", "Có mặt", "Đồng ý"]
MORE = ["Số hồ sơ", "Ngày thông báo", "Ngày thụ lý", "Lần", "Mức phức tạp"]
CONCLUDED = ["Ngày kết luận", "Ngày gửi kết luận", "Ngày công khai", "Ngày gỡ"]
ELECTED = [
    *("Ngày bầu", "Số thành viên", "Số phó trưởng ban"),
    *("Có lãnh đạo hoặc kế toán trưởng", "Công đoàn đề nghị", "Ngày công nhận"),
]
REGISTER = [
    CASES,
    ["DT-1", "K1", "khiếu nại", "03/03/2025", "02/04/2025", "10/04/2025"],
    ["DT-2", "K1", "tố cáo", "03/03/2025", "02/04/2025", ""],
]


@pytest.fixture
def read(tmp_path):
    """Return what reads the tables given, by file name without its folder."""

    def _read(**tables):
        named = {
            f"de-xuat/{name.replace('_', '-')}.csv": t for name, t in tables.items()
        }
        register = named.pop("de-xuat/register.csv", None)
        if register:
            named["so-theo-doi/don-thu.csv"] = register
        write(tmp_path, named)
        return read_folder(tmp_path)

    return _read


def read_folder(folder):
    reading = Reading(Files(folder), Codes(frozenset({"K1"})))
    petitions = petitions_of(reading)
    facts = read_duties(reading, Period.year(2025), petitions)
    return facts, reading.files.faults


class TestPostings:
    def test_a_row_is_a_document_of_a_group(self, read):
        group = "nhân sự, đánh giá, khen thưởng, kỷ luật"
        days = "19/12/2025", "29/12/2025", "13/01/2026"
        facts, faults = read(
            cong_khai=[POSTED, [group, "212/QĐ", *days, "niêm yết", "", ""]]
        )

        assert [] == faults
        assert (
            Posting("212/QĐ", 6, *(day(one) for one in days), form="board"),
        ) == facts.postings.rows

    @pytest.mark.parametrize("written", ["k6", "6"])
    def test_a_group_may_be_named_by_its_number(self, read, written):
        facts, faults = read(
            cong_khai=[POSTED, [written, "1/QĐ", "19/12/2025", "", "", "", "", ""]]
        )

        assert [] == faults
        assert 6 == facts.postings.rows[0].group

    def test_an_empty_day_is_not_known_and_a_word_says_not_yet(self, read):
        facts, _ = read(
            cong_khai=[POSTED, ["k6", "1/QĐ", "19/12/2025", "chưa", "", "", "", ""]]
        )

        assert (NOT_YET, None) == (
            facts.postings.rows[0].posted,
            facts.postings.rows[0].removed,
        )

    def test_a_group_in_which_nothing_arose(self, read):
        facts, faults = read(
            cong_khai=[POSTED, ["đầu tư công", "", "", "", "", "", "", "x"]]
        )

        assert [] == faults
        assert (Posting("", 5, nothing=True),) == facts.postings.rows

    def test_words_that_name_no_group_name_a_document(self, read):
        facts, faults = read(
            cong_khai=[POSTED, ["Lịch nghỉ", "", "19/12/2025", "", "", "", "", ""]]
        )

        assert ["DV-D501"] == codes(faults)
        assert [("Lịch nghỉ", None)] == [
            (one.document, one.group) for one in facts.postings.rows
        ]

    def test_a_row_taken_down_before_it_was_posted_opens_its_group_alone(self, read):
        row = ["k6", "1/QĐ", "01/12/2025", "03/12/2025", "02/12/2025", "", "", ""]
        facts, faults = read(cong_khai=[POSTED, row])

        assert ["DV-S208"] == codes(faults)
        assert (frozenset({"6"}), ()) == (facts.postings.unclear, facts.postings.rows)

    def test_a_cell_that_cannot_be_read_is_a_day_nobody_knows(self, read):
        row = ["k6", "1/QĐ", "01/12/2025", "hôm qua", "", "", "", ""]
        facts, faults = read(cong_khai=[POSTED, row])

        assert 1 == len(faults)
        assert facts.postings.rows[0].posted is None

    def test_two_rows_of_a_document_that_differ_settle_nothing(self, read):
        row = ["k6", "1/QĐ", "01/12/2025", "03/12/2025", "", "", "", ""]
        facts, faults = read(
            cong_khai=[POSTED, row, [*row[:3], "04/12/2025", *row[4:]]]
        )

        assert ["DV-S210", "DV-S210"] == codes(faults)
        assert (frozenset({"6"}), ()) == (facts.postings.unclear, facts.postings.rows)

    def test_an_absent_table_says_nothing_and_an_empty_one_none(self, read):
        assert not read()[0].postings.there
        assert read(cong_khai=[POSTED])[0].postings.whole


class TestConferences:
    def test_a_row_is_a_conference(self, read):
        row = ["2025", "thường kỳ", "20/01/2026", "có", "300", "200", "101"]
        facts, faults = read(hoi_nghi=[MEETING, row])

        assert [] == faults
        assert (
            Conference(2025, True, day("20/01/2026"), True, 300, 200, 101),
        ) == facts.conferences.rows

    @pytest.mark.parametrize(
        ("numbers", "kept"),
        [
            (("300", "301", "101"), (None, None, 101)),
            (("300", "200", "201"), (300, None, None)),
        ],
    )
    def test_numbers_that_contradict_are_not_known(self, read, numbers, kept):
        row = ["2025", "thường kỳ", "20/01/2026", "", *numbers]
        facts, faults = read(hoi_nghi=[MEETING, row])
        (one,) = facts.conferences.rows

        assert ["DV-D502"] == codes(faults)
        assert kept == (one.summoned, one.present, one.agreed)

    def test_a_year_that_cannot_be_opens_every_year(self, read):
        row = ["25", "thường kỳ", "20/01/2026", "", "3", "2", "2"]
        facts, faults = read(hoi_nghi=[MEETING, row])

        assert ["DV-D506"] == codes(faults)
        assert frozenset({""}) == facts.conferences.unclear

    def test_a_kind_that_cannot_be_read_opens_its_year_alone(self, read):
        row = ["2025", "hằng quý", "20/01/2026", "", "3", "2", "2"]
        facts, faults = read(hoi_nghi=[MEETING, row])

        assert ["DV-E205"] == codes(faults)
        assert frozenset({"2025"}) == facts.conferences.unclear


class TestReceptions:
    def months(self, read, *rows):
        facts, faults = read(tiep_dan=[["Tháng", "Ngày tiếp"], *rows])
        return facts.receptions, codes(faults)

    @pytest.mark.parametrize("month", ["07/2025", "7/2025", "2025-07"])
    def test_a_month_may_be_written_in_three_ways(self, read, month):
        found, faults = self.months(read, [month, "15/07/2025"])

        assert [] == faults
        assert [day("15/07/2025")] == [one.day for one in found.rows]

    def test_a_word_says_that_there_was_none(self, read):
        found, faults = self.months(read, ["07/2025", "không"])

        assert ([], ()) == (faults, found.rows)
        assert found.whole

    def test_an_empty_day_keeps_its_month_open(self, read):
        found, faults = self.months(read, ["07/2025", ""])

        assert ([], frozenset({"2025-07"})) == (faults, found.unclear)

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            (["07/2025", "15/08/2025"], "DV-D503"),
            (["13/2025", "15/08/2025"], "DV-D504"),
        ],
    )
    def test_a_month_that_is_not_clear_opens_every_month(self, read, row, code):
        found, faults = self.months(read, row)

        assert ([code], frozenset({""})) == (faults, found.unclear)

    def test_a_sheet_that_made_a_day_of_a_month_is_read(self, tmp_path):
        (tmp_path / "de-xuat").mkdir()
        row = [dt.date(2025, 7, 1), dt.date(2025, 7, 15)]
        sheet = Sheet(["Tháng", "Ngày tiếp"], [row])
        write_table(tmp_path / "de-xuat" / "tiep-dan.xlsx", sheet)
        facts, faults = read_folder(tmp_path)

        assert [] == faults
        assert [day("15/07/2025")] == [one.day for one in facts.receptions.rows]


class TestTheOthers:
    def test_a_check_of_half_a_year(self, read):
        header = ["Năm", "Kỳ", "Ngày kiểm tra", "Ngày thông báo"]
        row = ["2025", "6 tháng đầu năm", "20/06/2025", "chưa"]
        facts, faults = read(kiem_tra=[header, row])

        assert [] == faults
        assert (HalfYear(2025, 1, day("20/06/2025"), NOT_YET),) == facts.checks.rows

    def test_a_consultation(self, read):
        header = ["Văn bản", "Nội dung", "Ngày lấy ý kiến", "Ngày ban hành"]
        row = ["45/QĐ", "nội quy, quy chế khác", "10/02/2025", "11/02/2025"]
        facts, faults = read(lay_y_kien=[header, row])

        assert [] == faults
        assert (
            Consultation("45/QĐ", day("10/02/2025"), day("11/02/2025"), 10),
        ) == facts.consultations.rows

    def test_an_inspectorate(self, read):
        row = ["10/01/2025", "5", "1", "không", "có", "17/01/2025"]
        facts, faults = read(thanh_tra=[ELECTED, row])
        days = {"elected": day("10/01/2025"), "recognised": day("17/01/2025")}
        told = {"members": 5, "deputies": 1, "barred": False, "proposed": True}

        assert [] == faults
        assert (Inspectorate(**days, **told),) == facts.inspectorates.rows


class TestCases:
    def test_further_days_join_the_register_by_the_number_of_the_case(self, read):
        row = ["DT-1", "05/03/2025", "10/03/2025", "lần đầu", "phức tạp"]
        facts, faults = read(register=REGISTER, don_thu=[MORE, row])
        first, second = facts.cases.rows

        assert [] == faults
        assert (day("05/03/2025"), day("10/03/2025")) == (first.noticed, first.accepted)
        assert (1, "complex", "complaint") == (
            first.round,
            first.complexity,
            first.kind,
        )
        assert (None, NOT_YET) == (second.noticed, second.settled)

    def test_a_case_that_is_not_in_the_register_is_pointed_out(self, read):
        row = ["DT-9", "05/03/2025", "", "", ""]
        facts, faults = read(register=REGISTER, don_thu=[MORE, row])

        assert ["DV-D505"] == codes(faults)
        assert ["DT-1", "DT-2"] == [one.id for one in facts.cases.rows]

    def test_a_conclusion_made_public_before_it_was_is_not_known(self, read):
        row = ["DT-2", "10/04/2025", "", "09/04/2025", ""]
        facts, faults = read(
            register=REGISTER,
            don_thu=[
                ["Số hồ sơ", "Ngày thông báo", *CONCLUDED],
                ["DT-2", "", *row[1:]],
            ],
        )

        assert ["DV-S208"] == codes(faults)
        assert facts.cases.rows[1].published is None

    def test_what_is_wrong_with_the_register_is_not_told_a_second_time(self, read):
        broken = ["DT-3", "K9", "khiếu nại", "03/03/2025", "02/04/2025", ""]
        facts, faults = read(register=[*REGISTER, broken])

        assert [] == faults
        assert ["DT-1", "DT-2"] == [one.id for one in facts.cases.rows]
        assert not facts.cases.whole

    def test_without_a_register_there_are_no_cases(self, read):
        assert not read()[0].cases.there


def test_every_table_has_columns_that_make_a_row_an_entry():
    assert 7 == len(COLUMNS)
    assert all(one[0].required for one in COLUMNS.values())


def test_case_48_as_a_clerk_writes_it_is_two_misses(read):
    from danvan_eval.consequences.duties import check_duties

    days = "19/12/2025", "29/12/2025", "13/01/2026"
    facts, _ = read(cong_khai=[POSTED, ["k6", "212/QĐ", *days, "", "", ""]])
    found = check_duties(laws(), facts, days_off=frozenset(), as_of=day("31/01/2026"))
    seen = {one.id: one.standing for one in found}

    assert [MISSED, MISSED, MET] == [
        seen[one] for one in ("post:212/QĐ", "keep:212/QĐ", "public:k6")
    ]
