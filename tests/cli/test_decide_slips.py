"""Slips of a tired clerk with ``decide``: told with their places, nothing guessed."""

import pytest
from openpyxl import Workbook

from helpers.proposing import (
    BALLOTS,
    COUNCIL,
    HEADS,
    IDS,
    MEMBERS,
    SETTINGS,
    SHARE,
    WHO,
    hospital,
    problems,
    rows_of,
    write,
)


class TestSlips:
    def test_a_whole_folder_has_no_problems(self, call, tmp_path):
        code, _, _ = call("decide", hospital(tmp_path), "--strict")
        assert (0, []) == (code, problems(tmp_path))

    def test_missing_tables_are_named_together(self, call, tmp_path):
        hospital(tmp_path, {"thi-dua": None, "hoi-nghi": None})
        _, out, _ = call("decide", tmp_path, "--lang", "en")
        assert [["de-xuat", "DV-D005"]] == problems(tmp_path)
        assert "2 tables missing: thi-dua, hoi-nghi" in out

    def test_what_is_not_read_is_pointed_out(self, call, tmp_path):
        hospital(tmp_path)
        (tmp_path / "de-xuat" / "danh_hieu.csv").write_text("x", "utf-8")
        (tmp_path / "de-xuat" / "thi-dua.docx").write_text("x", "utf-8")
        (tmp_path / "de-xuat" / "cu").mkdir()
        row = {"code": "B", "year": 2025}
        write(tmp_path / "de-xuat" / "mau" / "danh-hieu.csv", rows_of("danh-hieu", row))
        write(tmp_path / "de-xuat" / "mau" / "luong.csv", rows_of("luong"))
        call("decide", tmp_path)
        assert [
            ["de-xuat/cu", "DV-S223"],
            ["de-xuat/danh_hieu.csv", "DV-S213"],
            ["de-xuat/mau/danh-hieu.csv", "DV-S225"],
            ["de-xuat/thi-dua.docx", "DV-S213"],
        ] == problems(tmp_path)

    def test_one_table_as_two_files_is_not_read(self, call, tmp_path):
        hospital(tmp_path)
        Workbook().save(tmp_path / "de-xuat" / "luong.xlsx")
        call("decide", tmp_path)
        assert ["de-xuat/luong", "DV-S202"] in problems(tmp_path)

    def test_unknown_codes_are_told_with_line_and_column(self, call, tmp_path):
        more = {
            name: rows_of(name, {who: "Z99"})
            for name, who in [("thi-dua", "person"), ("luong", "person")]
        }
        call("decide", hospital(tmp_path, more))
        assert [
            ["de-xuat/luong.csv:2 · Mã nhân sự", "DV-S103"],
            ["de-xuat/thi-dua.csv:2 · Mã nhân sự", "DV-S103"],
        ] == problems(tmp_path)

    def test_an_answer_that_cannot_be_read_is_not_known(self, call, tmp_path):
        ways = {"told": "có", "slip": "chắc có"}
        for name, answer in ways.items():
            row = {"person": "B", "registered": answer, "active": answer}
            hospital(tmp_path / name, {"thi-dua": rows_of("thi-dua", row)})
            call("decide", tmp_path / name)
        assert [] == problems(tmp_path / "told")
        assert [
            ["de-xuat/thi-dua.csv:2 · Tích cực thi đua", "DV-E141"],
            ["de-xuat/thi-dua.csv:2 · Đã đăng ký thi đua", "DV-E141"],
        ] == sorted(problems(tmp_path / "slip"))

    def test_totals_and_signatures_are_nobody(self, call, tmp_path):
        row = {"person": "B", "grade": "rác"}
        told = rows_of("luong", row)
        width = len(HEADS["luong"])
        told += [["Tổng cộng", "1", *[""] * (width - 2)], ["Người lập biểu"]]
        call("decide", hospital(tmp_path, {"luong": told}))
        found = [place for place, code in problems(tmp_path) if code != "DV-F116"]
        assert ["de-xuat/luong.csv:2 · Nhóm ngạch"] == found

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_rubbish_in_every_cell_of_every_table_is_told_cell_by_cell(
        self, call, tmp_path, language
    ):
        junk = ("rác", "2026-13-45", "-1", "9" * 20, "31/12/9999", "=1+1", "")
        more = {
            name: [
                HEADS[name],
                *[["B" if id_ in WHO else one for id_ in ids] for one in junk],
                [("Z99" if id_ in WHO else "") for id_ in ids],
            ]
            for name, ids in IDS.items()
        }
        hospital(tmp_path, more, settings=SETTINGS + COUNCIL + SHARE)
        code, _, err = call("decide", tmp_path, "--lang", language)
        assert (0, "") == (code, err)
        told = {place.partition(".csv")[0] for place, _ in problems(tmp_path)}
        assert {f"de-xuat/{name}" for name in HEADS} <= told
        assert {0} == {call("decide", tmp_path, one)[0] for one in ("B", "K1", "BVT")}

    def test_bytes_that_are_no_text_stop_no_other_table(self, call, tmp_path):
        hospital(tmp_path)
        (tmp_path / "de-xuat" / "luong.csv").write_bytes(b"\xff\xfe\x00\xd8" * 9)
        (tmp_path / "de-xuat" / "bo-nhiem.csv").write_bytes(b"")
        code, _, err = call("decide", tmp_path)
        assert (0, "") == (code, err)
        files = {place.partition(":")[0] for place, _ in problems(tmp_path)}
        assert {"de-xuat/bo-nhiem.csv", "de-xuat/luong.csv"} <= files

    def test_a_place_that_is_a_file_is_no_place_for_results(self, call, tmp_path):
        hospital(tmp_path)
        (tmp_path / "ket-qua-de-xuat").write_text("x")
        code, _, err = call("decide", tmp_path)
        assert (2, True) == (code, "DV-F204" in err)


class TestTheCouncil:
    def vote(self, tmp_path, settings, **counts):
        told = {
            "hoi-dong": rows_of("hoi-dong", *MEMBERS),
            "phieu-bau": rows_of("phieu-bau", BALLOTS | counts),
            "thi-dua": rows_of("thi-dua", {"person": "G", "registered": "có"}),
        }
        return hospital(tmp_path, told, settings=settings)

    def test_ballots_that_do_not_add_up_are_told_in_their_row(self, call, tmp_path):
        self.vote(tmp_path, SETTINGS + COUNCIL + SHARE, no=1)
        call("decide", tmp_path)
        assert [["de-xuat/phieu-bau.csv:2 · Mã", "DV-D405"]] == problems(tmp_path)

    def test_an_award_without_a_share_is_told_in_the_settings(self, call, tmp_path):
        self.vote(tmp_path, SETTINGS + COUNCIL)
        call("decide", tmp_path)
        assert [["de-xuat/de-xuat.toml · ldtt", "DV-D410"]] == problems(tmp_path)

    def test_nobody_is_voted_on_for_what_is_not_proposed_for_them(self, call, tmp_path):
        award = "Tập thể lao động tiên tiến"
        self.vote(tmp_path, SETTINGS + COUNCIL + SHARE, award=award)
        _, out, _ = call("decide", tmp_path, "--lang", "en")
        assert [["de-xuat/phieu-bau.csv:2 · Mã", "DV-D409"]] == problems(tmp_path)
        assert "G, Advanced Collective: has ballots and is not on the agenda" in out

    def test_a_council_without_members_is_told_in_its_table(self, call, tmp_path):
        hospital(tmp_path, settings=SETTINGS + COUNCIL)
        call("decide", tmp_path)
        assert [["de-xuat/hoi-dong.csv", "DV-D406"]] == problems(tmp_path)

    def test_a_vote_that_adds_up_is_printed(self, call, tmp_path):
        self.vote(tmp_path, SETTINGS + COUNCIL + SHARE)
        _, out, _ = call("decide", tmp_path)
        assert ([], True) == (problems(tmp_path), "Kết quả bỏ phiếu" in out)
