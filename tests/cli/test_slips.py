"""Words of a call, settings and lists that cannot be understood, or name nothing."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "benh-vien-mau"
OVERLAY = EXAMPLE / "quy-che" / "quy-che-mau.toml"


class TestSlipsOfTheHand:
    """Words of a call that cannot be understood, or name what is not there."""

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ((), "còn thiếu LỆNH"),
            (("explain",), "còn thiếu MÃ"),
            (("rank", "--nhanh"), "không có tham số --nhanh"),
            (("rank", "--lang", "fr"), "--lang không nhận 'fr'; chọn một trong: "),
            (("rank", "--out"), "sau --out phải có một giá trị"),
            (("rank", "--json=1"), "--json không nhận giá trị '1'"),
        ],
        ids=str,
    )
    def test_a_call_is_refused_in_one_language(self, call, words, told):
        code, _, err = call(*words)
        english = call(*words, "--lang", "en")[2] if words[-1:] != ("--out",) else ""

        assert 2 == code
        assert told in err
        assert "Lệnh chưa dùng được" not in english

    def test_an_english_call_is_refused_in_english(self, call):
        _, _, err = call("rank", "--nhanh", "--lang", "en")

        assert err.startswith("Usage: danvan-eval")
        assert "The call cannot be used: unrecognized arguments: --nhanh." in err

    def test_a_regulation_that_is_not_there_is_named_as_it_was_typed(self, call, small):
        code, _, err = call("rank", small, "--overlay", "khong/co.toml")

        assert 2 == code
        assert err.startswith("khong/co.toml: DV-F101")

    def test_a_regulation_given_twice_is_refused(self, call, small):
        words = ("--overlay", OVERLAY, "--overlay", OVERLAY)
        code, _, err = call("rank", small, *words)

        assert 2 == code
        assert "quy-che-mau.toml: DV-L006" in err

    def test_init_refuses_a_regulation_that_is_not_there(self, call, tmp_path):
        code, _, err = call("init", tmp_path / "moi", "--overlay", "khong-co.toml")

        assert 2 == code
        assert "khong-co.toml: DV-F101" in err
        assert not (tmp_path / "moi").exists()

    def test_init_names_the_regulation_in_the_settings(self, call, tmp_path):
        shutil.copy(OVERLAY, tmp_path / "quy-che.toml")
        place = tmp_path / "moi"
        call("init", place, "--overlay", tmp_path / "quy-che.toml")

        assert 'overlays = ["../quy-che.toml"]' in (place / "danvan.toml").read_text(
            "utf-8"
        )
        assert 0 == call("check", place)[0]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("to = 2024-12-31", 'to = "31/12/2024"'),
            ("to = 2024-12-31", "to = 2023-12-31"),
        ],
    )
    def test_an_end_that_is_none_is_told_what_an_end_looks_like(
        self, call, change, old, new
    ):
        _, _, err = call("rank", change(old, new))

        assert "Được phép: ≥ from, 2024-12-31." in err

    def test_settings_that_may_not_be_read_have_words_of_their_own(
        self, call, small, monkeypatch
    ):
        read_text = Path.read_text

        def closed(path, *words, **more):
            if path.name == "danvan.toml":
                raise PermissionError(13, "Permission denied")
            return read_text(path, *words, **more)

        monkeypatch.setattr(Path, "read_text", closed)
        code, _, err = call("rank", small)

        assert 2 == code
        assert "danvan.toml: DV-L023 Không mở được" in err
        assert "TOML" not in err

    @pytest.mark.parametrize("word", ["--since", "--overlay"])
    def test_a_file_in_a_closed_folder_is_named(self, call, small, monkeypatch, word):
        stat = Path.stat

        def closed(path, **more):
            if path.parent.name == "kin":
                raise PermissionError(13, "Permission denied")
            return stat(path, **more)

        monkeypatch.setattr(Path, "stat", closed)
        code, _, err = call("rank", small, word, "kin/tep")

        assert 2 == code
        assert "kin" in err
        assert "DV-F102" in err or "DV-S226" in err

    def test_a_folder_of_criteria_that_may_not_be_read_is_named(
        self, call, tmp_path, monkeypatch
    ):
        monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path)
        code, _, err = call("catalogue", "lint", tmp_path)

        assert 2 == code
        assert f"{tmp_path}: DV-L023" in err

    def test_a_mistake_of_toml_is_said_in_vietnamese(self, call, change):
        small = change("schema = 1", "schema =")
        _, _, err = call("rank", small)
        _, _, english = call("rank", small, "--lang", "en")

        assert "danvan.toml:3: DV-L005" in err
        assert "sai cú pháp ở dòng 3: schema =." in err
        assert "Invalid value" in english

    def test_a_period_without_a_scheme_is_said_in_the_days_of_readers(
        self, call, change
    ):
        small = change("to = 2024-12-31", "to = 2025-01-31")
        _, _, err = call("rank", small)

        assert "ngày 31/01/2025" in err
        assert "01/01/2024 – 31/12/2024" in err


class TestLint:
    """`catalogue lint` with folders and texts named by hand."""

    def test_a_folder_that_is_loaded_already_counts_once(self, call):
        code, out, err = call("catalogue", "lint", ROOT / "criteria")

        assert (0, "") == (code, err)
        assert "DV-L006" not in out

    def test_several_texts_follow_one_word(self, call):
        texts = sorted((ROOT / "tests" / "texts").glob("*.txt"))[:2]

        assert 2 == len(texts)
        assert 0 == call("catalogue", "lint", "--text", *texts)[0]

    @pytest.mark.parametrize("content", [None, b"\xff\xfex"])
    def test_a_text_that_cannot_be_read_is_named(self, call, tmp_path, content):
        text = tmp_path / "kt-bvdk-2024.txt"
        if content:
            text.write_bytes(content)
        code, _, err = call("catalogue", "lint", "--text", text)

        assert 2 == code
        assert f"{text.as_posix()}: DV-F10" in err


class TestLists:
    """A list that cannot be read is one problem; codes that look alike are one too."""

    @pytest.mark.parametrize("how", ["missing", "utf-16", "twice"])
    def test_a_list_of_departments_that_cannot_be_read_is_one_problem(
        self, call, tmp_path, how
    ):
        folder = tmp_path / "mau"
        shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("ket-qua"))
        path = folder / "don-vi.csv"
        text = path.read_text("utf-8-sig")
        path.unlink()
        if how != "missing":
            path.write_text(text, "utf-16" if how == "utf-16" else "utf-8")
        if how == "twice":
            shutil.copy(folder / "phieu" / "K04.xlsx", folder / "don-vi.xlsx")
        _, out, _ = call("check", folder)

        assert 1 == out.count("  don-vi")
        assert not re.search(r"DV-S103 Mã «[KP]\d", out)

    def test_codes_that_differ_in_capitals_only_are_pointed_out(self, call, small):
        path = small / "don-vi.csv"
        text = path.read_text("utf-8-sig")
        row = text.splitlines()[1]
        path.write_text(f"{text}{row.replace('VD01', 'vd01')}\n", "utf-8")
        _, out, _ = call("check", small)

        assert "DV-S109 Mã «vd01» và «VD01»" in out

    def test_a_cell_that_is_too_long_is_said_to_be_too_long(self, call, small):
        path = small / "don-vi.csv"
        text = path.read_text("utf-8-sig")
        path.write_text(f"{text}VD04;{'x' * 131_073};;\n", "utf-8")
        _, out, _ = call("check", small)

        assert "don-vi.csv:5: DV-F124" in out

    def test_many_problems_of_one_kind_are_printed_once_with_their_number(
        self, call, small
    ):
        path = small / "phieu" / "VD01.csv"
        text = path.read_text("utf-8-sig").rstrip()
        rows = "".join(f"\nVD01;danvan/C05;la{nth};;;1;;" for nth in range(12))
        path.write_text(text + rows, "utf-8")
        _, out, _ = call("check", small)
        _, ranked, _ = call("rank", small)
        _, data, _ = call("check", small, "--json")

        assert 5 == out.count(": DV-S205")
        assert "phieu/VD01.csv: … và 7 lần DV-S205 nữa" in out
        assert 12 == sum(one["code"] == "DV-S205" for one in json.loads(data))
        assert "và 7 lần DV-S205" in ranked
