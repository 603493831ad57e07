"""What a tired clerk runs into: files in the way, results of yesterday, slips of the hand."""

from pathlib import Path

import pytest

from danvan_eval.cli import main
from danvan_eval.tables import writing
from danvan_eval.workspace import init_workspace

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "benh-vien-mau"


@pytest.fixture
def call(capsys):
    def run(*words):
        code = main([str(word) for word in words])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def small(tmp_path):
    """Return a new folder with a few figures of one department."""
    folder = tmp_path / "moi"
    init_workspace(folder)
    return folder


@pytest.fixture
def change(small):
    """Change a text of the folder's settings."""

    def change(old, new):
        path = small / "danvan.toml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        return small

    return change


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
