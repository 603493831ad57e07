"""What lies where it is not looked for is named, and what cannot be opened is told."""

import os

import pytest

from danvan_eval.cli import main
from danvan_eval.errors import FaultError
from danvan_eval.workspace import files, init_workspace, read_workspace
from danvan_eval.workspace.fields import nearest


def named(workspace, code):
    return [str(one.place) for one in workspace.faults if one.code == code]


def test_a_sheet_in_a_folder_below_is_named(read, small):
    small["phieu/lam-sang/K2.csv"] = small.pop("phieu/K2.csv")
    workspace = read(small)

    assert ["phieu/lam-sang"] == named(workspace, "DV-S223")
    (one,) = [one for one in workspace.faults if one.code == "DV-S223"]
    assert "không được đọc: K2.csv." in one.text()
    assert "«phieu/»" in one.text()


@pytest.mark.parametrize("name", ["phieu/K7.csv", "nghi-dai-ngay.csv"])
def test_a_folder_with_the_name_of_a_table_is_named(read, small, write, name):
    (write(small) / name).mkdir()

    assert [name] == named(read(small), "DV-S223")


def test_a_link_that_leads_nowhere_is_named(read, small, write):
    (write(small) / "phieu/K7.csv").symlink_to("khong-co.csv")

    assert ["phieu/K7.csv"] == named(read(small), "DV-S223")


@pytest.mark.parametrize("name", ["phieu", "so-theo-doi"])
def test_a_file_in_the_place_of_a_folder_is_named(read, small, name):
    kept = {key: one for key, one in small.items() if not key.startswith(name)}
    workspace = read({**kept, name: "x"})

    assert [name] == named(workspace, "DV-S224")


def test_rows_typed_into_a_template_are_named(read, small):
    rows = small.pop("so-theo-doi/don-thu.csv")
    small["so-theo-doi/mau/don-thu.csv"] = rows
    workspace = read(small)

    assert ["so-theo-doi/mau/don-thu.csv"] == named(workspace, "DV-S225")
    assert f"đã ghi {len(rows) - 1} dòng" in str(
        next(one for one in workspace.faults if one.code == "DV-S225")
    )


def test_templates_without_rows_are_nothing_to_speak_of(tmp_path):
    init_workspace(tmp_path)
    codes = {one.code for one in read_workspace(tmp_path).faults}

    assert {"DV-S216"} == codes


@pytest.mark.parametrize("name", ["phieu", "so-theo-doi"])
def test_a_folder_that_may_not_be_read_is_refused(
    read, small, write, monkeypatch, name
):
    folder = write(small)
    listing = files.Path.iterdir

    def closed(path):
        if path == folder / name:
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(files.Path, "iterdir", closed)
    with pytest.raises(FaultError) as found:
        read(small)

    assert "DV-S226" == found.value.fault.code
    assert (folder / name).as_posix() == found.value.fault.place.file


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")  # noqa: PTH112
@pytest.mark.parametrize("words", [["init", "/proc/x/y"], ["init", "/proc/x"]])
def test_a_folder_that_cannot_be_made_is_refused(capsys, words):
    assert 2 == main(words)
    assert "DV-F204" in capsys.readouterr().err


def test_nobody_begins_below_a_file(tmp_path):
    (tmp_path / "tep").write_text("x", "utf-8")
    with pytest.raises(FaultError) as found:
        init_workspace(tmp_path / "tep" / "moi")

    assert "DV-F204" == found.value.fault.code


class TestDays:
    """A day outside the period counts as written, and is pointed out."""

    @pytest.mark.parametrize(
        ("day", "told"), [("08/11/2023", 1), ("08/11/2024", 0), ("02/01/2025", 1)]
    )
    def test_a_day_outside_the_period_is_pointed_out(self, read, small, day, told):
        row = ["K1", "danvan/C29", "report_sent_on", day]
        small["phieu/K1.csv"].append(row)
        workspace = read(small)
        found = [one for one in workspace.faults if one.code == "DV-S222"]

        assert told == len(found)
        for one in found:
            assert "phieu/K1.csv:6 · Giá trị" == str(one.place)
            assert f"ngày {day}" in one.text()
            assert "01/01/2024 – 31/12/2024" in one.text()
            assert "Day the yearly report was sent" in one.text("en")


def test_of_many_codes_those_one_slip_away_are_the_nearest():
    codes = frozenset(f"NS{nth:04d}" for nth in range(2000))

    assert "NS0012" in nearest("ns0012", codes)
    assert "NS0010" in nearest("NS010", codes)
    assert "–" == nearest("Nguyễn Văn A", codes)


def test_a_code_on_many_rows_names_the_first_places_only(read, small):
    small["don-vi.csv"] += [small["don-vi.csv"][1]] * 60
    workspace = read(small)
    places = {
        dict(one.data)["places"] for one in workspace.faults if one.code == "DV-S101"
    }

    assert {30} == {one.count("don-vi.csv:") for one in places}
    assert all(one.endswith(", …") for one in places)
