"""Every mistake of a rule pack has a code, a file, a line, and says what to do."""

from pathlib import Path

import pytest
import tomli

from danvan_eval.loading.lint import lint
from danvan_eval.wording.packs import PACKS

C01, THANG, VB1 = "chung/C01.toml", "vb-1/thang.toml", "vb-1/instrument.toml"
MISTAKES = tomli.loads(Path(__file__).with_name("mistakes.toml").read_text("utf-8"))
OWN_TESTS = {
    "DV-L010",
    "DV-L016",
    "DV-L017",
    "DV-L018",
    "DV-L019",
    "DV-L022",
    "DV-L023",
    "DV-L070",
    *(f"DV-L08{nth}" for nth in range(6)),  # test_coverage.py
}


def check_wording(fault):
    """Both languages say something, and no place in a sentence is left open."""
    written = [word for _, word in fault.data]
    for language in ("vi", "en"):
        text = fault.text(language)
        for word in sorted(written, key=len, reverse=True):
            text = text.replace(word, "")
        assert "{" not in text
        assert "None" not in text
        assert len(text.split()) > 4
    assert fault.text("vi") != fault.text("en")
    assert fault.severity == "stop"


@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_is_named_with_its_file_and_line(folder, what):
    mistake = MISTAKES[what]
    folder.edit(mistake["file"], mistake["old"], mistake["new"])

    fault = folder.fault()

    file = mistake.get("found_in", mistake["file"])
    line = folder.line(file, mistake["line"]) + mistake.get("further", 0)
    assert mistake["code"] == fault.code
    assert (f"catalogue/{file}", line) == (fault.place.file, fault.place.line)
    assert mistake.get("key", fault.place.key) == fault.place.key
    assert mistake["data"].items() <= dict(fault.data).items()
    check_wording(fault)


def test_every_code_of_a_rule_pack_has_a_smallest_mistake():
    loading = {code for code in PACKS if code.startswith("DV-L")}

    assert loading == {one["code"] for one in MISTAKES.values()} | OWN_TESTS


def test_a_folder_that_is_not_there_is_named_and_nothing_else(folder):
    folder.edit(THANG, 'instrument = "vb-1"', 'instrument = "vb-9"')

    fault = folder.fault(folder.path / "nowhere")

    assert fault.code == "DV-L016"
    assert str(folder.path / "nowhere") == fault.place.file
    check_wording(fault)


def test_a_quotation_that_does_not_stand_in_the_text_is_named_by_its_citation(folder):
    catalogue = folder.load()

    (fault,) = lint(catalogue, {"vb-1": "Phấn đấu không xảy ra vụ việc nào."})

    assert fault.code == "DV-L010"
    assert fault.place.file == "catalogue/chung/C01.toml"
    assert fault.place.key == "cite duty"
    assert dict(fault.data) == {
        "seen": "không để xảy ra vụ việc",
        "instrument": "vb-1",
    }
    check_wording(fault)


def test_a_path_that_a_regulation_sets_and_no_rule_has_is_refused(folder):
    folder.overlay()
    folder.edit("../quy-che.toml", '"rule.per" = 0.5', '"rule.each" = 0.5')

    fault = folder.fault()

    assert fault.code == "DV-L070"
    assert fault.place.file == "quy-che.toml"
    assert folder.line("quy-che.toml", "numbers =") == fault.place.line
    assert dict(fault.data) == {"path": "rule.each", "target": "chung/C01@vb-1/unit"}
    check_wording(fault)


def test_nine_mistakes_in_three_files_are_nine_faults_in_one_error(folder):
    folder.edit(VB1, 'kind = "plan"', 'kind = "letter"')
    folder.edit(VB1, "last_checked_on = 2026-11-21\n", "")
    folder.edit(C01, 'type = "count"', 'type = "counter"')
    folder.edit(C01, 'cites = ["duty"]', 'cites = ["due"]')
    folder.edit(C01, "per = 0.25", "per = 1.25")
    folder.edit(C01, 'expect = { outcome = "scored", share = 0.75 }', "expect = 1")
    folder.edit(THANG, 'aggregate = "sum"', 'aggregate = "total"')
    folder.edit(THANG, 'label.vi = "Khối lâm sàng"', "label.vi = 1")
    folder.edit(THANG, "from = 8", "from = 8\ncolour = 1")

    faults = folder.faults()

    files = [fault.place.file.removeprefix("catalogue/") for fault in faults]
    found = [(file, fault.code) for file, fault in zip(files, faults, strict=True)]
    assert found == [
        (C01, "DV-L004"),
        (C01, "DV-L013"),
        (C01, "DV-L009"),
        (C01, "DV-L004"),
        (VB1, "DV-L003"),
        (VB1, "DV-L004"),
        (THANG, "DV-L004"),
        (THANG, "DV-L004"),
        (THANG, "DV-L001"),
    ]


def test_a_mistake_in_a_criterion_raises_no_second_one_in_its_scheme(folder):
    folder.edit(C01, "per = 0.25", "per = 2")
    folder.edit(VB1, 'kind = "plan"', 'kind = "letter"')

    assert [fault.code for fault in folder.faults()] == ["DV-L009", "DV-L004"]


def test_faults_come_by_file_and_line_whatever_the_order_of_reading(folder):
    folder.edit(C01, 'id = "chung/C01"', 'id = "C01"')
    folder.edit(THANG, 'grade = "dat"', 'grade = "kha"')
    folder.edit(THANG, "from = 8", 'from = "tám"')

    places = [fault.place for fault in folder.faults()]

    assert places == sorted(places, key=lambda place: (place.file, place.line))
