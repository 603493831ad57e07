"""A new folder explains itself, claims nothing, and never takes another's place."""

from functools import partial

import pytest

from danvan_eval.errors import FaultError
from danvan_eval.evidence import Missing
from danvan_eval.tables.reading import read_table
from danvan_eval.workspace import (
    init_workspace,
    read_workspace,
    reading,
    sheets,
    starting,
)
from helpers.made_up import SCHEMES, load_made_up, write_catalogue


@pytest.mark.parametrize("kind", [".csv", ".xlsx"])
def test_a_new_folder_reads_without_a_fault(tmp_path, kind):
    folder = tmp_path / "benh-vien"
    written = init_workspace(folder, xlsx=kind == ".xlsx")
    workspace = read_workspace(folder)
    there = {one for one in folder.rglob("*") if one.is_file()}

    assert set(written) == there
    assert {one.suffix for one in written} == {kind, ".toml", ".md"}
    assert {one.code for one in workspace.faults} == {"DV-S216"}
    assert [one.state for one in workspace.units] == ["empty"] * 3


def test_a_new_folder_claims_nothing(tmp_path):
    init_workspace(tmp_path)
    workspace = read_workspace(tmp_path)
    shelf = workspace.catalogue.criteria
    said = {
        (criterion, name)
        for one in (*workspace.units, *workspace.people)
        for criterion, seen in one.evidence.items()
        for name, value in seen.items()
        if not isinstance(value, Missing)
    }
    headcounts = {
        (criterion.id, field.name)
        for criterion in shelf.values()
        for field in criterion.evidence.values()
        if field.counts is not None and not field.counts.figure
    }

    assert said - headcounts == {
        ("subject", "service_days"),
        ("subject", "worked_percent"),
        ("subject", "absent_days"),
        ("danvan/C01", "in_scope"),
        ("danvan/C29", "days_off"),
    }


@pytest.mark.parametrize("kind", [".csv", ".xlsx"])
def test_a_form_asks_for_all_that_concerns_the_department(tmp_path, kind):
    init_workspace(tmp_path, xlsx=kind == ".xlsx")
    table = read_table(tmp_path / f"phieu/VD03{kind}", columns=sheets.COLUMNS)
    asked = {(row["criterion"].value, row["name"].value) for row in table.rows}
    clinical = read_table(tmp_path / f"phieu/VD01{kind}", columns=sheets.COLUMNS)
    other = {(row["criterion"].value, row["name"].value) for row in clinical.rows}

    assert asked - other == {
        ("danvan/C20", "papers_assigned"),
        ("danvan/C20", "papers_on_time"),
    }
    assert ("danvan/C29", "reminders") in asked
    assert all(criterion != "danvan/C07" for criterion, _ in asked)
    for row in table.rows:
        assert not row["value"].value
        assert row["label"].value
        assert row["measure"].value
        assert row["proof"].value


def test_the_same_folder_is_written_byte_by_byte(tmp_path):
    one, two = tmp_path / "1", tmp_path / "2"
    for xlsx, folder in ((True, one), (True, two)):
        init_workspace(folder, xlsx=xlsx)

    for path in one.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (two / path.relative_to(one)).read_bytes()


def test_a_folder_that_holds_anything_is_refused(tmp_path):
    (tmp_path / "ghi-chu.txt").write_text("của người khác", encoding="utf-8")
    with pytest.raises(FaultError) as found:
        init_workspace(tmp_path)

    assert found.value.fault.code == "DV-S215"
    assert [one.name for one in tmp_path.iterdir()] == ["ghi-chu.txt"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    path = tmp_path / "tep"
    path.write_text("", encoding="utf-8")
    with pytest.raises(FaultError) as found:
        init_workspace(path)

    assert found.value.fault.code == "DV-S215"


class TestAHospital:
    """`init` with a scheme of the hospital, by rules made up for it."""

    @pytest.fixture
    def folder(self, tmp_path, monkeypatch):
        rules = write_catalogue(tmp_path / "tieu-chi")
        load = partial(load_made_up, rules)
        monkeypatch.setattr(starting, "load_catalogue", load)
        monkeypatch.setattr(reading, "load_catalogue", load)
        monkeypatch.setattr(starting, "UNIT_SCHEME", SCHEMES["unit"])
        monkeypatch.setattr(starting, "PERSON_SCHEME", SCHEMES["person"])
        init_workspace(tmp_path / "moi", hospital=SCHEMES["hospital"])
        return tmp_path / "moi"

    def test_it_gets_a_blank_sheet_of_its_own(self, folder):
        table = read_table(folder / "phieu/BENH-VIEN.csv", columns=sheets.COLUMNS)
        asked = [(row["unit"].value, row["name"].value) for row in table.rows]

        assert asked == [("BV", "issued"), ("BV", "substantiated")]

    def test_it_gets_a_register_of_people_by_label(self, folder):
        text = (folder / "so-theo-doi/mau/ca-nhan.csv").read_text("utf-8-sig")

        assert text.strip() == "Mã nhân sự;Có việc dân vận đã làm"

    def test_it_reads_without_a_fault_and_claims_nothing(self, folder):
        workspace = read_workspace(folder)
        (own,) = workspace.hospital_dossiers

        assert {one.code for one in workspace.faults} == {"DV-S216"}
        assert own.state == "empty"
        assert own.seen("danvan/C02") == {"done_count": Missing(), "headcount": 3}

    def test_a_scheme_there_is_none_of_leaves_no_folder(self, tmp_path):
        with pytest.raises(FaultError) as found:
            init_workspace(tmp_path / "moi", hospital="khong-co/thang")

        assert found.value.fault.code == "DV-R010"
        assert not (tmp_path / "moi").exists()
