"""Slips of a tired clerk with ``classify``: told all at once, in both languages."""

import csv
import os
import subprocess
import sys

import pytest
from openpyxl import load_workbook

from helpers.folders import STAFF
from helpers.years import CHOICES, PEOPLE, REGULATION, SETTINGS, folder

WRONG = {
    "ca-nhan.csv": [["Mã nhân sự", "Chức vụ"], ["B", "nhân viên"], ["Z9", "không"]],
    "diem-ky.csv": [["Mã nhân sự", "Kỳ", "Điểm chung", "Điểm kết quả"]],
    "ky-luat.csv": "",
}


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, delimiter=";"))


class TestTheBeginning:
    def bare(self, path):
        path.mkdir()
        (path / "danvan.toml").write_text(SETTINGS.format(year=2026), "utf-8")
        folder(path)
        for one in (path / "xep-loai").iterdir():
            one.unlink()
        (path / "xep-loai").rmdir()
        return path

    def test_a_hospital_without_schemes_is_told_to_begin_and_can(self, call, tmp_path):
        bare = self.bare(tmp_path / "moi")
        code, _, err = call("classify", bare)
        assert (2, True) == (code, "DV-C001" in err)
        code, out, err = call("classify", bare, "--init")
        assert (0, "") == (code, err)
        assert "xep-loai/mau/ky-luat.csv" in out

    def test_a_second_beginning_overwrites_nothing(self, call, tmp_path):
        bare = self.bare(tmp_path / "moi")
        call("classify", bare, "--init")
        before = (bare / "xep-loai" / "ca-nhan.csv").read_bytes()
        code, _, err = call("classify", bare, "--init")
        assert (2, True) == (code, "DV-S215" in err)
        assert before == (bare / "xep-loai" / "ca-nhan.csv").read_bytes()

    def test_what_is_still_to_be_chosen_is_asked_for_in_its_file(self, call, tmp_path):
        bare = self.bare(tmp_path / "moi")
        call("classify", bare, "--init")
        code, _, err = call("classify", bare)
        assert 2 == code
        assert err.startswith("xep-loai/xep-loai.toml · quota.reading: DV-R034")


class TestWhatIsTold:
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_everything_wrong_is_told_at_once_with_its_place(
        self, call, tmp_path, language
    ):
        _, out, err = call("classify", folder(tmp_path, WRONG), "--lang", language)
        assert "" == err
        assert "xep-loai/ca-nhan.csv:2 · Chức vụ: DV-E205" in out
        assert "xep-loai/ca-nhan.csv:3 · Mã nhân sự: DV-S103" in out
        assert "xep-loai/ca-nhan.csv: DV-C008" in out
        assert "xep-loai/ky-luat.csv: DV-F111" in out

    def test_all_of_it_stands_in_the_file_of_problems_too(self, call, tmp_path):
        call("classify", folder(tmp_path, WRONG))
        rows = table(tmp_path / "ket-qua-xep-loai" / "van-de.csv")
        assert 4 == len(rows) - 1

    def test_a_choice_the_law_refuses_is_told_with_its_file(self, call, tmp_path):
        late = REGULATION.replace("2026-11-20", "2026-12-01")
        code, _, err = call("classify", folder(tmp_path, settings=late))
        assert 2 == code
        assert err.startswith("xep-loai/xep-loai.toml · readings.late_regulation")

    def test_one_person_is_not_told_without_the_problems(self, call, tmp_path):
        folder(tmp_path, {"ket-luan.csv": None})
        code, out, _ = call("classify", tmp_path, "B", "--lang", "en", "--strict")
        assert (1, True) == (code, "The folder has 1 problems" in out)
        folder(tmp_path)
        (tmp_path / "xep-loai" / "ket-luan.csv").write_text(
            "Số vụ;Mã nhân sự;Mã đơn vị;Loại;Tình trạng;Đã khắc phục\n", "utf-8"
        )
        code, out, _ = call("classify", tmp_path, "B", "--strict")
        assert (0, False) == (code, "vấn đề số liệu" in out)

    def test_a_place_that_is_a_file_is_no_place_for_results(self, call, tmp_path):
        folder(tmp_path)
        (tmp_path / "ket-qua-xep-loai").write_text("x")
        code, _, err = call("classify", tmp_path)
        assert (2, True) == (code, "DV-F204" in err)


class TestTheConsole:
    @pytest.mark.parametrize("encoding", ["ascii", "cp1258"])
    def test_met_and_not_met_and_not_known_look_different_everywhere(
        self, tmp_path, encoding
    ):
        folder(tmp_path, {"ky-luat.csv": None})
        command = [sys.executable, "-m", "danvan_eval", "classify", str(tmp_path), "B"]
        env = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        done = subprocess.run(command, env=env, capture_output=True, check=False)
        assert b"" == done.stderr
        lines = [line.strip() for line in done.stdout.decode(encoding).splitlines()]
        signs = {line[0] for line in lines if line[1:3] in (" y", " c")}
        assert {"+", "-", "?"} == signs


class TestTheFiles:
    def test_names_that_look_like_formulas_stay_names(self, call, tmp_path):
        names = ['=HYPERLINK("x")', "-2+3", "+1", "@a", "Nguyễn Văn A"]
        rows = [[*row, name] for row, name in zip(PEOPLE[1:], names, strict=True)]
        folder(tmp_path, {"nhan-su.csv": [[*STAFF, "Họ tên"], *rows]})
        call("classify", tmp_path)
        results = tmp_path / "ket-qua-xep-loai"
        written = [row[1] for row in table(results / "cong-khai.csv")[-5:]]
        assert [f"'{one}" for one in names[:4]] == written[:4]
        sheet = load_workbook(results / "xep-loai-ca-nhan.xlsx").active
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert names[0] in {cell.value for cell in cells}
        assert "f" not in {cell.data_type for cell in cells}

    def test_the_order_of_rows_changes_no_byte(self, call, tmp_path):
        ways = [folder(tmp_path / name) for name in ("a", "b")]
        listed = [
            ways[1] / "nhan-su.csv",
            *sorted((ways[1] / "xep-loai").glob("*.csv")),
        ]
        for path in listed:
            head, *rows = path.read_text("utf-8").splitlines()
            path.write_text("\n".join([head, *reversed(rows)]) + "\n", "utf-8")
        first, second = (
            {one.name: one.read_bytes() for one in results.iterdir()}
            for way in ways
            if call("classify", way)
            for results in [way / "ket-qua-xep-loai"]
        )
        assert first == second

    def test_an_undecided_choice_about_contract_workers_is_left_to_people(
        self, call, tmp_path
    ):
        head = CHOICES.format(year=2026).partition("[contract_workers]")[0]
        folder(tmp_path, {"xep-loai.toml": head + REGULATION})
        call("classify", tmp_path)
        rows = table(tmp_path / "ket-qua-xep-loai" / "xep-loai-ca-nhan.csv")
        (worker,) = [row for row in rows if row[0] == "D"]
        assert worker[3].startswith("người có thẩm quyền xem xét")
        assert "chưa quyết định có áp dụng cho người lao động" in worker[5]
