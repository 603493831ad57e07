"""The tables of a council and of typical examples, as a clerk leaves them on the disk."""

import csv
import datetime as dt
from fractions import Fraction

import pytest
from xlsxwriter import Workbook

from danvan_eval.consequences.council import Vote
from danvan_eval.consequences.members import Member, Recusal, Share
from danvan_eval.consequences.overrides import recorded
from danvan_eval.workspace import models
from danvan_eval.workspace.fields import Codes
from danvan_eval.workspace.files import Files
from danvan_eval.workspace.following import council as reader
from danvan_eval.workspace.following import tracks as examples_reader
from danvan_eval.workspace.following.council import BALLOTS, MEMBERS, OPINIONS
from danvan_eval.workspace.following.tracks import EXAMPLES
from danvan_eval.workspace.yearly.register import Reading
from helpers.councils import codes, motion, only, vote

KNOWN = Codes(
    frozenset({"K01", "K02"}), frozenset({"NV0001", "NV0002", "NV0003", "NV0100"})
)
COLUMNS = {**reader.COLUMNS, **examples_reader.COLUMNS}
MEMBER_ROWS = [
    ("NV0001", "chủ tịch", "có", "không"),
    ("NV0002", "thư ký", "có", "người thân: NV0100"),
    ("CD01", "ủy viên", "không", "không"),
]
GOOD = ("NV0100", "Chiến sĩ thi đua cơ sở", "1", "1", "1", "0", "1", "0", "0")
OPINION = (
    *("K01", "xếp hạng", "hạng 2", "hạng 3"),
    *("đã xét minh chứng bổ sung", "Giám đốc", "15/12/2025"),
)
EXAMPLE = (
    *("NV0001", "trả lại tài sản người bệnh để quên", "xã hội"),
    *("20/09/2025", "15/TTr-K01", "02/10/2025"),
)
MODEL = {
    "Mã mô hình": "MH-01",
    "Mã đơn vị": "K01; K02",
    "Mã nhân sự": "NV0001",
    "Lĩnh vực": "xã hội",
    "Ngày công nhận": "03/09/2025",
    "Giai đoạn": "nhân rộng",
    "Nơi nhân rộng": "2",
}


def table(folder, name, rows):
    """Write one table as a clerk's spreadsheet saves it."""
    path = folder / f"{name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(column.headers[0] for column in COLUMNS[name])
        writer.writerows(rows)


def workbook(folder, name, rows):
    """Write one table as a workbook with numbers in its cells."""
    path = folder / f"{name}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    book = Workbook(path)
    page = book.add_worksheet()
    heads = [column.headers[0] for column in COLUMNS[name]]
    for at, row in enumerate([heads, *rows]):
        for column, cell in enumerate(row):
            page.write(at, column, int(cell) if cell.isdigit() else cell)
    book.close()


@pytest.fixture
def read(tmp_path):
    """Write tables, read them, and return what they say with the codes of faults."""

    def reads(tables, write=table):
        for name, rows in tables.items():
            write(tmp_path, name, rows)
        reading = Reading(Files(tmp_path), KNOWN)
        found = reader.read_council(reading)
        return found, codes(reading.files.faults)

    return reads


@pytest.fixture
def read_examples(tmp_path):
    def reads(*rows):
        table(tmp_path, EXAMPLES, rows)
        reading = Reading(Files(tmp_path), KNOWN)
        return examples_reader.read_tracks(reading), codes(reading.files.faults)

    return reads


def members(*rows):
    return {MEMBERS: rows or MEMBER_ROWS}


class TestMembers:
    def test_each_row_is_a_member_with_role_presence_and_recusals(self, read):
        found, faults = read(members())

        assert [] == faults
        assert (
            Member("CD01", "member", present=False, recusals=()),
            Member("NV0001", "chair", present=True, recusals=()),
            Member("NV0002", "secretary", True, (Recusal("NV0100", "relative"),)),
        ) == found.council.members

    def test_an_empty_cell_is_not_known(self, read):
        found, faults = read(members(("NV0001", "chủ tịch", "", "")))

        (one,) = found.council.members
        assert [] == faults
        assert (None, None) == (one.present, one.recusals)

    def test_several_codes_and_a_department_may_be_named(self, read):
        row = ("NV0001", "ủy viên", "có", "lý do khác: NV0100; K01")

        (one,) = read(members(row))[0].council.members

        assert ["NV0100", "K01"] == [each.candidate for each in one.recusals]

    def test_codes_without_a_reason_are_taken(self, read):
        (one,) = read(members(("NV0001", "ủy viên", "có", "NV0100")))[0].council.members

        assert (Recusal("NV0100", "other"),) == one.recusals

    @pytest.mark.parametrize("cell", ["vì bận: NV0100", "người thân:", "họ hàng: x"])
    def test_words_that_name_no_reason_or_nobody_are_pointed_out(self, read, cell):
        found, faults = read(members(("NV0001", "ủy viên", "có", cell)))

        assert ["DV-D421"] == faults
        assert found.council.members[0].recusals is None

    def test_a_slip_in_a_code_keeps_the_other_recusals(self, read):
        cell = "người thân: NV0100; NV01000"

        found, faults = read(members(("NV0001", "ủy viên", "có", cell)))

        assert ["DV-S103"] == faults
        assert (Recusal("NV0100"),) == found.council.members[0].recusals

    def test_presence_that_cannot_be_read_is_not_known(self, read):
        found, faults = read(members(("NV0001", "ủy viên", "có thể", "không")))

        assert ["DV-E141"] == faults
        assert found.council.members[0].present is None

    def test_a_code_like_one_of_the_staff_is_remarked_upon(self, read):
        found, faults = read(members(("NV00002", "ủy viên", "có", "không")))

        assert ["DV-D420"] == faults
        assert "NV00002" == found.council.members[0].code

    def test_rows_that_contradict_each_other_leave_a_member_of_whom_nothing_is_known(
        self, read
    ):
        twice = [*MEMBER_ROWS, ("NV0001", "chủ tịch", "không", "không")]

        found, faults = read(members(*twice))

        assert ["DV-S210", "DV-S210"] == faults
        assert Member("NV0001") in found.council.members
        assert 3 == len(found.council.members)

    def test_the_same_row_twice_is_one_member(self, read):
        found, faults = read(members(*MEMBER_ROWS, MEMBER_ROWS[0]))

        assert [] == faults
        assert 3 == len(found.council.members)

    def test_a_member_nobody_can_read_leaves_the_whole_council_open(self, read):
        found, _ = read(members(*MEMBER_ROWS, ("", "ủy viên", "có", "người thân: K01")))

        assert found.council is None

    def test_without_a_list_nothing_is_known_and_an_empty_one_has_nobody(self, read):
        assert read({})[0].council is None
        assert () == read({MEMBERS: []})[0].council.members


class TestBallots:
    def test_the_counts_stand_under_code_and_award(self, read):
        found, faults = read({BALLOTS: [GOOD]})

        (line,) = found.ballots
        assert [] == faults
        assert ("NV0100", "cstdcs", 1, 0) == (
            line.candidate,
            line.award,
            line.yes,
            line.invalid,
        )

    def test_a_track_of_the_plan_can_be_voted_on(self, read):
        row = ("K01", "Tập thể «Dân vận khéo»", *GOOD[2:])

        assert "dan-van-kheo-tap-the" == read({BALLOTS: [row]})[0].ballots[0].award

    def test_a_count_that_cannot_be_read_is_not_known(self, read):
        row = (*GOOD[:6], "một", "", "0")

        found, faults = read({BALLOTS: [row]})

        assert 1 == len(faults)
        assert ("yes", "no") == found.ballots[0].missing

    @pytest.mark.parametrize("at", [0, 1])
    def test_a_line_on_nobody_or_nothing_known_is_not_taken(self, read, at):
        row = [*GOOD]
        row[at] = "NV0O01" if at == 0 else "Chiến sĩ"

        found, faults = read({BALLOTS: [row]})

        assert () == found.ballots
        assert 1 == len(faults)

    def test_two_lines_that_contradict_each_other_are_both_left_out(self, read):
        found, faults = read({BALLOTS: [GOOD, (*GOOD[:6], "0", "1", "0")]})

        assert () == found.ballots
        assert ["DV-S210", "DV-S210"] == faults

    def test_a_workbook_says_the_same_as_a_csv(self, read):
        found, faults = read({BALLOTS: [GOOD]}, workbook)

        assert [] == faults
        assert 1 == found.ballots[0].yes

    def test_a_vote_on_tables_as_they_are_points_at_the_line(self, read):
        bad = (*GOOD[:3], "2", *GOOD[4:])
        found, _ = read({**members(), BALLOTS: [bad]})

        refused = vote(*found.ballots, council=found.council)

        assert {"DV-D404", "DV-D405"} == set(codes(refused))
        assert {"de-xuat/phieu-bau.csv"} == {one.place.file for one in refused}

    def test_a_vote_on_tables_that_add_up_is_held(self, read):
        found, _ = read({**members(), BALLOTS: [GOOD]})
        rule = Share(Fraction(1, 3), "Điều 8 (hư cấu)", "members")

        held = vote(
            *found.ballots,
            council=found.council,
            agenda=[motion()],
            adopted={"cstdcs": rule},
        )

        assert isinstance(held, Vote)
        assert only(held).carried
        assert ("NV0002",) == only(held).recused


class TestOpinions:
    def test_a_whole_row_becomes_a_record(self, read):
        found, faults = read({OPINIONS: [OPINION]})

        taken, refused = recorded(found.opinions)

        assert ([], ()) == (faults, refused)
        assert ("hạng 2", "hạng 3") == (taken[0].before.vi, taken[0].after.vi)
        assert dt.date(2025, 12, 15) == taken[0].on

    def test_a_row_without_a_reason_is_read_and_then_refused_at_its_place(self, read):
        found, faults = read({OPINIONS: [(*OPINION[:4], "", *OPINION[5:])]})

        taken, refused = recorded(found.opinions)

        assert ([], ()) == (faults, taken)
        assert ["DV-D413"] == codes(refused)
        assert "de-xuat/y-kien-khac.csv" == refused[0].place.file

    def test_one_row_may_choose_several(self, read):
        found, _ = read({OPINIONS: [("NV0001; NV0002", *OPINION[1:])]})

        assert ("NV0001", "NV0002") == found.opinions[0].codes

    def test_a_code_nobody_has_takes_the_whole_row_out(self, read):
        found, faults = read({OPINIONS: [("NV0001; X9", *OPINION[1:])]})

        assert () == found.opinions
        assert ["DV-S103"] == faults


class TestExamples:
    def test_a_row_is_an_example_with_its_document_and_days(self, read_examples):
        (one,), faults = read_examples(EXAMPLE)

        assert [] == faults
        assert ("NV0001", "15/TTr-K01", dt.date(2025, 10, 2)) == (
            one.code,
            one.document,
            one.proposed_on,
        )
        assert dt.date(2025, 9, 20) == one.done_on

    def test_a_document_before_the_deed_has_no_day(self, read_examples):
        (one,), faults = read_examples((*EXAMPLE[:3], "03/10/2025", *EXAMPLE[4:]))

        assert ["DV-S208"] == faults
        assert one.proposed_on is None

    def test_what_nobody_wrote_is_empty(self, read_examples):
        (one,), _ = read_examples((*EXAMPLE[:2], "", "", "", ""))

        assert ("", None, None) == (one.document, one.proposed_on, one.done_on)

    def test_a_row_under_no_known_code_names_nobody(self, read_examples):
        found, faults = read_examples(("NV0O01", *EXAMPLE[1:]))

        assert ((), ["DV-S103"]) == (found, faults)

    def test_without_a_table_nothing_is_known(self, tmp_path):
        assert examples_reader.read_tracks(Reading(Files(tmp_path), KNOWN)) is None


@pytest.mark.parametrize("name", COLUMNS)
def test_an_empty_template_of_every_table_is_read_without_a_fault(name, tmp_path):
    table(tmp_path, name, [])
    reading = Reading(Files(tmp_path), KNOWN)

    reader.read_council(reading)
    examples_reader.read_tracks(reading)

    assert [] == reading.files.faults


class TestModels:
    """The register of models as the tracks take it."""

    @pytest.fixture
    def read_models(self, tmp_path):
        def reads(*changes):
            heads = [column.headers[0] for column in models.COLUMNS]
            rows = [{**MODEL, **change} for change in changes]
            path = tmp_path / "so-theo-doi" / "mo-hinh.csv"
            path.parent.mkdir()
            with path.open("w", encoding="utf-8-sig", newline="") as stream:
                writer = csv.writer(stream, delimiter=";")
                writer.writerow(heads)
                writer.writerows([row.get(head, "") for head in heads] for row in rows)
            reading = Reading(Files(tmp_path), KNOWN)
            found = examples_reader.read_models(reading)
            assert [] == reading.files.faults
            return found

        return reads

    def test_a_model_comes_with_whose_it_is_and_how_far_it_has_come(self, read_models):
        (one,), unclear = read_models({})

        assert frozenset() == unclear
        assert ({"K01", "K02"}, {"NV0001"}) == (one.units, one.people)
        assert ("nhan-rong", 2, "xã hội") == (one.stage, one.places, one.field)

    def test_a_row_that_cannot_be_read_leaves_those_open_whom_it_names(
        self, read_models
    ):
        found, unclear = read_models({}, {"Mã mô hình": "MH-02", "Giai đoạn": "xong"})

        assert 1 == len(found)
        assert {"K01", "K02", "NV0001"} == unclear

    def test_a_person_nobody_knows_leaves_all_people_open(self, read_models):
        found, unclear = read_models({"Mã nhân sự": "NV9999"})

        assert 1 == len(found)
        assert KNOWN.people == unclear

    def test_rows_that_contradict_each_other_settle_nothing(self, read_models):
        found, unclear = read_models({}, {"Nơi nhân rộng": "3"})

        assert () == found
        assert {"K01", "K02", "NV0001"} == unclear

    def test_without_a_register_nothing_is_known(self, tmp_path):
        reading = Reading(Files(tmp_path), KNOWN)

        assert (None, frozenset()) == examples_reader.read_models(reading)
