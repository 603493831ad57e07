"""Clock, locale, hash seed and console never change a result."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "benh-vien-mau"


def rank(tmp_path, *words, **variables):
    command = [sys.executable, "-m", "danvan_eval", "rank", str(EXAMPLE)]
    command += ["--out", str(tmp_path), *words]
    done = subprocess.run(
        command, capture_output=True, env={**os.environ, **variables}, check=False
    )
    assert 0 == done.returncode, done.stderr.decode("utf-8", "replace")
    return done.stdout


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    return rank(tmp_path_factory.mktemp("usual"), "--json", PYTHONHASHSEED="1")


@pytest.mark.parametrize(
    "variables",
    [{"PYTHONHASHSEED": "0"}, {"PYTHONHASHSEED": "4711"}, {"TZ": "Pacific/Kiritimati"}],
    ids=str,
)
def test_hash_seeds_and_time_zones_leave_the_result_alone(usual, tmp_path, variables):
    assert usual == rank(tmp_path, "--json", **variables)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("vi_VN.UTF-8", marks=pytest.mark.needs("locale:vi_VN.UTF-8")),
        pytest.param("tr_TR.UTF-8", marks=pytest.mark.needs("locale:tr_TR.UTF-8")),
    ],
)
def test_locales_leave_the_result_alone(usual, tmp_path, name):
    variables = {"LC_ALL": name, "LANG": name, "PYTHONHASHSEED": "1"}

    assert usual == rank(tmp_path, "--json", **variables)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258", "utf-8"])
def test_a_console_of_any_encoding_survives(tmp_path, encoding):
    printed = rank(tmp_path, PYTHONIOENCODING=encoding).decode(encoding)

    assert "K01" in printed


@pytest.mark.needs("soffice")
def test_libreoffice_opens_the_workbook_and_sees_the_same_numbers(tmp_path):
    rank(tmp_path)
    book = shutil.copy(tmp_path / "xep-hang-khoa-phong.xlsx", tmp_path / "so.xlsx")
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"]
    command += [
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):59,34,76",
    ]
    command += ["--outdir", str(tmp_path), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    seen = (tmp_path / "so.csv").read_text("utf-8")
    ours = (
        (tmp_path / "xep-hang-khoa-phong.csv").read_text("utf-8-sig").splitlines()[1:]
    )
    first = [row.split(";") for row in ours if row.split(";")[1]][:10]
    for _, rank_, code, name, total, *_ in first:
        row = next(one for one in seen.splitlines() if f";{code};" in one)
        numbers = row.replace(",", ".").split(";")
        assert [rank_, code, name] == row.split(";")[:3]
        assert float(total.replace(",", ".")) == pytest.approx(
            float(numbers[3]), abs=0.01
        )
