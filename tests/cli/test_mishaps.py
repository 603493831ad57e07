"""What a tired clerk runs into: files in the way, results of yesterday, slips of the hand."""

import json
import re
import shutil
from pathlib import Path

import pytest

from danvan_eval.tables import writing

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "benh-vien-mau"


def contents(folder):
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


class TestPlacesToWrite:
    """`rank` where its files cannot be written."""

    def test_a_file_in_the_place_of_the_folder_of_results_is_named(self, call, small):
        (small / "ket-qua").write_text("x", "utf-8")
        code, _, err = call("rank", small)

        assert 2 == code
        assert f"{(small / 'ket-qua').as_posix()}: DV-F204" in err

    def test_a_table_given_as_the_folder_of_results_is_named(self, call, small):
        code, _, err = call("rank", small, "--out", small / "don-vi.csv")

        assert 2 == code
        assert "DV-F204" in err

    def test_a_folder_that_may_not_be_written_into_is_named(self, call, small):
        code, _, err = call("rank", small, "--out", "/proc/khong-duoc/ket-qua")

        assert 2 == code
        assert "DV-F204" in err

    def test_a_file_that_cannot_be_written_leaves_all_results_as_they_were(
        self, call, change, small
    ):
        call("rank", small)
        results = small / "ket-qua"
        (results / "xep-hang-khoa-phong.xlsx").unlink()
        (results / "xep-hang-khoa-phong.xlsx").mkdir()
        before = contents(results)
        change("Tên bệnh viện (thay)", "Bệnh viện khác")
        code, _, err = call("rank", small)

        assert 2 == code
        assert "xep-hang-khoa-phong.xlsx: DV-F205" in err
        assert before == contents(results)

    def test_a_file_that_is_open_leaves_those_written_before_it_as_they_were(
        self, call, change, small, monkeypatch
    ):
        call("rank", small)
        results = small / "ket-qua"
        before = contents(results)
        replace = writing.Path.replace

        def locked(path, target):
            if path.suffix == ".tmp" and target.suffix == ".xlsx":
                raise PermissionError(13, "Permission denied")
            return replace(path, target)

        change("Tên bệnh viện (thay)", "Bệnh viện khác")
        monkeypatch.setattr(writing.Path, "replace", locked)
        code, _, err = call("rank", small)

        assert 2 == code
        assert "DV-F201" in err
        assert before == contents(results)


class TestEarlierResults:
    """`rank` beside the files of an earlier run."""

    def test_files_that_are_not_written_any_more_are_removed_and_named(
        self, call, change, small
    ):
        call("rank", small)
        (small / "ket-qua" / "xep-hang-cua-toi.csv").write_text("x", "utf-8")
        change('person = "kt-bvdk-2024/ca-nhan"\n', "")
        _, out, _ = call("rank", small)
        there = {one.name for one in (small / "ket-qua").iterdir()}

        assert "xep-hang-ca-nhan.csv" not in there
        assert "xep-hang-ca-nhan.xlsx" not in there
        assert {"xep-hang-cua-toi.csv", "xep-hang-khoa-phong.csv"} <= there
        assert "không còn: xep-hang-ca-nhan.csv, xep-hang-ca-nhan.xlsx" in out

    def test_nothing_is_removed_beside_a_file_that_is_no_result(self, call, small):
        results = small / "ket-qua"
        results.mkdir()
        (results / "ket-qua.json").write_text("{}", "utf-8")
        (results / "xep-hang-ca-nhan-cu.csv").write_text("x", "utf-8")
        _, out, _ = call("rank", small)

        assert (results / "xep-hang-ca-nhan-cu.csv").exists()
        assert "không còn" not in out


class TestExplaining:
    """`explain` keeps the rules of the exit codes, and prints what is wrong."""

    @pytest.fixture
    def folder(self, tmp_path):
        folder = tmp_path / "mau"
        shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("ket-qua"))
        return folder

    @pytest.fixture
    def sheets(self, call, folder):
        _, out, _ = call("score", folder, "--json")
        return json.loads(out)

    def test_an_open_sheet_is_no_result(self, call, folder, sheets):
        for one in sheets[:40]:
            done = one["outcome"] in ("scored", "waived")
            code, _, _ = call("explain", one["subject"]["code"], folder)
            assert int(not done) == code

    def test_strict_counts_the_problems_of_that_subject(self, call, small):
        held = [("scheduled", 12), ("held", 30), ("excused", 1)]
        fill(small, "danvan/C05", held)

        assert 1 == call("explain", "VD01", small, "--criterion", "C05", "--strict")[0]

    def test_the_faults_of_a_line_stand_below_it_with_file_and_row(self, call, small):
        fill(small, "danvan/C05", [("scheduled", 12), ("held", 30), ("excused", 1)])
        _, out, _ = call("explain", "VD01", small, "--criterion", "C05")

        assert "! phieu/VD01.csv:" in out
        assert "DV-E203 Tử số 31 (= held 30 + excused 1) lớn hơn mẫu số 12." in out
        _, listed, _ = call("check", small)
        assert "VD01 danvan/C05: DV-E203" in listed
        assert "  phieu/VD01.csv:" in listed

    def test_a_day_is_written_as_readers_write_it(self, call, small):
        sent = [("report_sent_on", "10/11/2024"), ("report_never_sent", "có")]
        fill(small, "danvan/C29", sent)
        _, out, _ = call("explain", "VD03", small)
        _, english, _ = call("explain", "VD03", small, "--lang", "en")

        assert "ngày gửi 10/11/2024" in out
        assert "(2024-11-10)" in english


def fill(folder, criterion, figures):
    """Write *figures* into every blank form."""
    for path in (folder / "phieu").iterdir():
        text = path.read_text("utf-8-sig")
        lines = text.splitlines()
        for at, line in enumerate(lines):
            cells = line.split(";")
            for name, value in figures:
                if cells[1:3] == [criterion, name]:
                    lines[at] = ";".join([*cells[:5], str(value), *cells[6:]])
        path.write_text("\n".join(lines), "utf-8-sig")


class TestSchemes:
    """Lines of `[schemes]` that name nothing, or a template."""

    def test_an_empty_line_is_refused(self, call, change):
        small = change('unit = "kt-bvdk-2024/khoa-phong"', 'unit = ""')
        code, _, err = call("rank", small)

        assert 2 == code
        assert "danvan.toml:31 · schemes.unit: DV-S227" in err
        assert "DV-S218" not in err

    @pytest.mark.parametrize("words", [("check",), ("rank",), ("score",)])
    def test_a_template_says_how_to_fill_it_in_before_anything_else(
        self, call, change, words
    ):
        small = change('unit = "kt-bvdk-2024/khoa-phong"', 'unit = "qd-454-2018/mau"')
        code, _, err = call(*words, small)

        assert 2 == code
        assert "DV-R001" in err
        assert "[[group.criterion]]" in err

    @pytest.mark.parametrize("words", [("rank",), ("score",), ("score", "VD01")])
    def test_a_template_of_the_hospital_is_refused_where_it_would_score(
        self, call, change, words
    ):
        small = change("[schemes]", '[schemes]\nhospital = "qd-454-2018/mau"')
        code, _, err = call(words[0], small, *words[1:])

        assert 2 == code
        assert "DV-R001" in err


class TestEnglish:
    """`--lang en` speaks English to the last line."""

    def test_rank_ends_in_english(self, call, small):
        _, out, _ = call("rank", small, "--lang", "en")

        assert "Fingerprint of the result:" in out
        assert "Result files in" in out
        assert "Dấu vân tay" not in out

    def test_init_speaks_english(self, call, tmp_path):
        _, out, _ = call("init", tmp_path / "moi", "--lang", "en")

        assert out.startswith("Made ")
        assert "Begin with HUONG-DAN.md" in out

    def test_all_numbers_of_a_print_have_a_decimal_point(self, call, tmp_path):
        _, out, _ = call("rank", EXAMPLE, "--out", tmp_path, "--lang", "en")
        rows = [line for line in out.splitlines() if " K0" in line]

        assert rows
        assert not [line for line in rows if re.search(r"\d,\d\d? ", line)]

    def test_criteria_of_an_absent_register_are_named_in_english(self, call, small):
        _, out, _ = call("check", small, "--lang", "en")
        (line,) = [one for one in out.splitlines() if "don-thu.csv" in one]

        assert "khiếu nại" not in line.lower()
