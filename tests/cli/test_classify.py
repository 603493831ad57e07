"""``danvan-eval classify`` on real folders: what it prints, what it leaves behind."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from helpers.years import folder

HERE = Path(__file__).parents[2]
EXAMPLE = HERE / "examples" / "benh-vien-nhi-mau-2026"
LEVELS = {
    "",
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
}


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, delimiter=";"))


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    target = tmp_path_factory.mktemp("benh-vien") / "mau"
    skip = shutil.ignore_patterns("ket-qua*")
    return shutil.copytree(EXAMPLE, target, ignore=skip)


def test_a_hospital_of_three_hundred_is_classified_into_seven_files(call, example):
    code, out, err = call("classify", example)
    assert (0, "") == (code, err)
    results = example / "ket-qua-xep-loai"
    assert {
        *("xep-loai.json", "cong-khai.csv", "han-muc.csv", "van-de.csv"),
        *("xep-loai-don-vi.csv", "xep-loai-don-vi.xlsx"),
        *("xep-loai-ca-nhan.csv", "xep-loai-ca-nhan.xlsx"),
    } == {one.name for one in results.iterdir()}
    assert "cá nhân theo eval-2026" in out
    assert "Chỉ là đề xuất" in out


def test_two_runs_leave_the_same_bytes(call, example, tmp_path):
    for name in ("a", "b"):
        call("classify", example, "--out", tmp_path / name)
    first, second = (
        {one.name: one.read_bytes() for one in (tmp_path / name).iterdir()}
        for name in ("a", "b")
    )
    assert first == second


def test_the_public_list_holds_levels_and_nothing_else(call, example, tmp_path):
    call("classify", example, "--out", tmp_path)
    heads, *rows = table(tmp_path / "cong-khai.csv")
    assert ["Mã", "Tên", "Đơn vị", "Mức đề xuất", "Mức đã quyết định"] == heads
    assert {level for row in rows for level in row[3:]} <= LEVELS


def test_who_is_on_hold_has_no_level_on_the_public_list(call, example, tmp_path):
    call("classify", example, "--out", tmp_path)
    rows = {row[0]: row for row in table(tmp_path / "cong-khai.csv")}
    inside = {row[0]: row for row in table(tmp_path / "xep-loai-don-vi.csv")}
    assert "" == rows["K02"][3]
    assert inside["K02"][3].startswith("chờ, chưa quyết định được")
    assert "đang xác minh" in inside["K02"][5]


def test_the_json_says_everything_and_the_same_as_the_tables(call, example, tmp_path):
    _, out, _ = call("classify", example, "--json", "--out", tmp_path)
    data = json.loads(out)
    assert data == json.loads((tmp_path / "xep-loai.json").read_text("utf-8"))
    found = data["classification"]["classified"]
    assert "eval-2026" == found["people_by"]
    shown = {row[0]: row[3] for row in table(tmp_path / "xep-loai-ca-nhan.csv")[1:]}
    assert set(shown) == {one["subject"]["code"] for one in found["people"]}
    settled = [
        one for one in found["people"] if one["verdict"]["status"] == "suggested"
    ]
    words = {
        "htxs": "xuất sắc",
        "htt": "tốt",
        "htnv": "Hoàn thành nhiệm",
        "khtnv": "Không",
    }
    for one in settled:
        (level,) = one["verdict"]["possible"]
        assert words[level] in shown[one["subject"]["code"]]


def test_the_workbook_of_people_opens_with_a_title_and_the_fingerprint(
    call, example, tmp_path
):
    _, out, _ = call("classify", example, "--out", tmp_path)
    sheet = load_workbook(tmp_path / "xep-loai-ca-nhan.xlsx").active
    words = [str(one) for row in sheet.values for one in row if one is not None]
    fingerprint = out.partition("Dấu vân tay kết quả: ")[2][:12]
    assert any("năm 2026" in word for word in words)
    assert any(fingerprint in word for word in words)


def test_one_code_is_explained_with_every_condition_and_its_article(call, example):
    code, out, _ = call("classify", example, "K06")
    assert 1 == code
    assert "cấp có thẩm quyền quyết định" in out
    assert "✗ yêu cầu: Số nhiệm vụ vượt mức ≥ 30%; thấy: 7/25 (28%)" in out
    assert "Điều 7 khoản 1 điểm a [T]" in out
    assert "Xếp loại: giám đốc" in out


def test_the_explanation_comes_in_english_too(call, example):
    _, out, _ = call("classify", example, "K06", "--lang", "en")
    assert "Suggested: the authority decides, as the text says" in out
    assert "✗ required: Tasks exceeded ≥ 30%; seen: 7/25 (28%)" in out


def test_an_unknown_code_is_refused(call, example):
    code, _, err = call("classify", example, "XX")
    assert 2 == code
    assert "DV-R011" in err


def test_a_folder_without_settings_says_how_to_begin(call, tmp_path):
    shutil.copytree(
        HERE / "examples" / "benh-vien-nhi-mau",
        tmp_path / "mau",
        ignore=shutil.ignore_patterns("ket-qua*", "xep-loai"),
    )
    code, _, err = call("classify", tmp_path / "mau")
    assert 2 == code
    assert "DV-C001" in err
    assert "--init" in err


def test_the_tables_it_begins_with_know_everybody_and_can_be_read_back(call, tmp_path):
    target = tmp_path / "mau"
    shutil.copytree(
        HERE / "examples" / "benh-vien-nhi-mau",
        target,
        ignore=shutil.ignore_patterns("ket-qua*", "xep-loai"),
    )
    assert 0 == call("classify", target, "--init")[0]
    heads = table(target / "xep-loai" / "ca-nhan.csv")
    assert 303 < len(heads)
    code, _, err = call("classify", target)
    assert 2 == code
    assert "DV-R034" in err
    code, _, err = call("classify", target, "--init")
    assert (2, True) == (code, "DV-S215" in err)


def test_without_a_single_ready_level_the_exit_code_says_so(call, tmp_path):
    folder(tmp_path, {"diem-ky.csv": None, "don-vi.csv": None})
    code, out, _ = call("classify", tmp_path)
    assert 1 == code
    assert "DV-C007" in out


def test_strict_counts_problems_as_failure(call, tmp_path):
    folder(tmp_path, {"ket-luan.csv": None})
    assert 0 == call("classify", folder(tmp_path / "whole"), "--strict")[0]
    assert 1 == call("classify", tmp_path, "--strict")[0]


def test_rank_asks_for_a_scheme_where_the_hospital_only_classifies(call, tmp_path):
    folder(tmp_path)
    code, _, err = call("rank", tmp_path)
    assert (2, True) == (code, "DV-S218" in err)
