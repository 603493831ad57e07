"""Every mistake of a rule pack has a code, a file, a line, and says what to do."""

import attrs
import pytest

from danvan_eval.loading.lint import lint
from danvan_eval.wording.packs import PACKS

C01, THANG, VB1 = "chung/C01.toml", "vb-1/thang.toml", "vb-1/instrument.toml"
QUOTE = 'quote = "không để xảy ra vụ việc"'
SECOND_VERSION = """
[[version]]
instrument = "vb-1"
subject = "unit"
from = {start}
to = 2025-12-31
cites = ["duty"]
[version.rule]
kind = "per_incident"
count = "incidents"
per = 0.25
at_least = 0
[version.assumed]
"from" = "Giả định."
"to" = "Giả định."
"rule" = "Giả định."
"""
PARTS = """
[version.assumed]
"from" = "Giả định."
"to" = "Giả định."
"part" = "Giả định."
[[version.part]]
id = "a"
title.vi = "Phần a"
weight = 0.5
[version.part.rule]
kind = "per_incident"
count = "incidents"
per = 0.25
at_least = 0
"""
RULE = """\
[version.rule]
kind = "per_incident"
count = "incidents"
per = 0.25
at_least = 0
[version.assumed]
"from" = "Kế hoạch chỉ ghi năm."
"to" = "Kế hoạch chỉ ghi năm."
"rule.per" = "Kế hoạch không nêu mức trừ."
"rule.at_least" = "Kế hoạch không nêu mức dưới cùng."
"""


@attrs.frozen
class Spoilt:
    """A mistake: what is edited, where it is found, and what is said about it."""

    code: str
    name: str
    old: str
    new: str
    on: str
    data: dict[str, str] = attrs.field(factory=dict)
    key: str = ""


SPOILT = {
    "a key nobody knows": Spoilt(
        "DV-L001",
        THANG,
        'compare = "points"',
        'compare = "points"\nrund = { step = 1, mode = "down" }',
        "rund",
        {"key": "rund", "near": "round"},
        "rund",
    ),
    "a key nobody knows inside an evidence": Spoilt(
        "DV-L001",
        C01,
        'type = "count"',
        'type = "count"\nprive = true',
        "prive",
        {"key": "prive", "near": "private"},
        "evidence.incidents.prive",
    ),
    "an id that is not the path": Spoilt(
        "DV-L002",
        C01,
        'id = "chung/C01"',
        'id = "chung/C02"',
        "chung/C02",
        {"seen": "chung/C02", "allowed": "chung/C01"},
        "id",
    ),
    "a choice that is not made": Spoilt(
        "DV-L003", THANG, 'excluded = "rescale"\n', "", "schema", {"key": "excluded"}
    ),
    "a lowest share that is not stated": Spoilt(
        "DV-L003", C01, "at_least = 0\n", "", "[version.rule]", {"key": "at_least"}
    ),
    "a choice there is none of": Spoilt(
        "DV-L004",
        THANG,
        'excluded = "rescale"',
        'excluded = "ignore"',
        "excluded =",
        {"seen": '"ignore"', "allowed": "rescale, reduce"},
        "excluded",
    ),
    "a period that ends before it starts": Spoilt(
        "DV-L004",
        THANG,
        "to = 2024-12-31",
        "to = 2023-12-31",
        "to = 2023",
        {"seen": "2023-12-31", "allowed": '≥ from, "open"'},
        "to",
    ),
    "a table that is a text": Spoilt(
        "DV-L004",
        THANG,
        'title.vi = "Thang điểm mẫu"',
        'title = "Thang điểm mẫu"',
        "title =",
        {"seen": '"Thang điểm mẫu"', "allowed": "{…}"},
        "title",
    ),
    "a syntax that is none": Spoilt(
        "DV-L005", C01, "per = 0.25", "per = ", "per =", key=""
    ),
    "two groups of one id": Spoilt(
        "DV-L006",
        THANG,
        'label.vi = "Khối lâm sàng"\n',
        'label.vi = "Khối lâm sàng"\n[[block]]\nid = "lam-sang"\nlabel.vi = "Khối nữa"\n',
        "",
        {"seen": "lam-sang"},
        "block[2].id",
    ),
    "an instrument there is none of": Spoilt(
        "DV-L007",
        THANG,
        'instrument = "vb-1"',
        'instrument = "vb-9"',
        "vb-9",
        {"seen": "vb-9", "allowed": "vb-1"},
        "instrument",
    ),
    "a grade there is none of": Spoilt(
        "DV-L007",
        THANG,
        'grade = "dat"',
        'grade = "kha"',
        'grade = "kha"',
        {"seen": "kha", "allowed": "dat, tot"},
        "cap[1].grade",
    ),
    "an evidence the rule reads and nobody brings": Spoilt(
        "DV-L007",
        C01,
        'count = "incidents"',
        'count = "cases"',
        'count = "cases"',
        {"seen": "cases", "allowed": "incidents"},
        "version[1].rule.count",
    ),
    "a rule kind nobody installed": Spoilt(
        "DV-L008",
        C01,
        'kind = "per_incident"',
        'kind = "per_incidents"',
        "per_incidents",
        {"seen": "per_incidents"},
        "version[1].rule.kind",
    ),
    "a parameter the kind refuses": Spoilt(
        "DV-L009",
        C01,
        "per = 0.25",
        "per = 2",
        "[version.rule]",
        {"seen": "per must lie in 0…1, not 2"},
        "version[1].rule",
    ),
    "a reason for a number there is none of": Spoilt(
        "DV-L011",
        C01,
        '"rule.per" = "Kế hoạch không nêu mức trừ."',
        '"rule" = "Giả định."\n"rule.each" = "Giả định."',
        "rule.each",
        {"path": "rule.each"},
        "version[1].assumed.rule.each",
    ),
    "a citation of a number there is none of": Spoilt(
        "DV-L011",
        C01,
        'supports = ["duty"]',
        'supports = ["duty", "rule.due"]',
        "supports",
        {"path": "rule.due"},
        "cite[1].supports",
    ),
    "a number that rests on nothing": Spoilt(
        "DV-L012",
        C01,
        '"rule.per" = "Kế hoạch không nêu mức trừ."\n',
        "",
        "per = 0.25",
        {"path": "rule.per"},
        "version[1].rule.per",
    ),
    "a point of a scheme that rests on nothing": Spoilt(
        "DV-L012",
        THANG,
        '"grade" = "Kế hoạch không nêu."',
        '"grade.tot" = "Kế hoạch không nêu."',
        "from = 0",
        {"path": "grade.dat.from"},
        "grade[2].from",
    ),
    "a citation nobody wrote": Spoilt(
        "DV-L013",
        C01,
        'cites = ["duty"]',
        'cites = ["duty", "due"]',
        "cites =",
        {"seen": "due", "allowed": "duty"},
        "version[1].cites",
    ),
    "a criterion that is not made for the subject": Spoilt(
        "DV-L014",
        THANG,
        'subject = "unit"',
        'subject = "person"',
        'id = "chung/C01"',
        {"criterion": "chung/C01", "variant": "vb-1/person"},
        "group[1].criterion[1].id",
    ),
    "a condition with two comparisons": Spoilt(
        "DV-L015",
        THANG,
        "at_least = 1 }",
        "at_least = 1, below = 3 }",
        "below = 3",
        {"seen": "evidence, at_least, below"},
        "cap[1].when",
    ),
    "two versions of one day": Spoilt(
        "DV-L020",
        C01,
        "\n[[example]]",
        SECOND_VERSION.format(start="2024-12-01") + "\n[[example]]",
        "from = 2024-12-01",
        {"version": "vb-1/unit", "seen": "2024-12-01/2024-12-31"},
        "version[2].from",
    ),
    "a day without a version": Spoilt(
        "DV-L021",
        C01,
        "\n[[example]]",
        SECOND_VERSION.format(start="2025-02-01") + "\n[[example]]",
        "from = 2025-02-01",
        {"version": "vb-1/unit", "seen": "2025-01-01/2025-01-31"},
        "version[2].from",
    ),
    "a version without an example": Spoilt(
        "DV-L030",
        C01,
        'expect = { outcome = "scored", share = 0.75 }',
        'todo = "Một vụ mất bao nhiêu?"',
        "[[version]]",
        {"version": "vb-1/unit"},
        "version[1]",
    ),
    "grades that leave a gap at the bottom": Spoilt(
        "DV-L040",
        THANG,
        "from = 0",
        "from = 5",
        "",
        {"seen": "[8, 5]"},
        "grade",
    ),
    "a group that does not add up": Spoilt(
        "DV-L041",
        THANG,
        'id = "chung/C01"\nmax_points = 10',
        'id = "chung/C01"\nmax_points = 9.5',
        "",
        {"seen": "9.5", "allowed": "10"},
        "group[1].max_points",
    ),
    "a scheme that does not add up": Spoilt(
        "DV-L041",
        THANG,
        'aggregate = "sum"\nmax_points = 10',
        'aggregate = "sum"\nmax_points = 100',
        "max_points = 100",
        {"seen": "10", "allowed": "100"},
        "max_points",
    ),
    "weights that do not add up to one": Spoilt(
        "DV-L042",
        C01,
        RULE,
        PARTS,
        "[[version.part]]",
        {"seen": "0.5", "allowed": "1"},
        "version[1].part",
    ),
    "words of a text nobody saw": Spoilt(
        "DV-L050",
        VB1,
        'text_status = "seen-whole"',
        'text_status = "not-seen"',
        "",
        {"seen": "vb-1"},
        "cite[1].quote",
    ),
    "a quotation of sixteen words": Spoilt(
        "DV-L051",
        C01,
        QUOTE,
        f'quote = "{"một " * 15}hai"',
        "quote =",
        {"seen": "16", "allowed": "15"},
        "cite[1].quote",
    ),
}
LINES = {
    "two groups of one id": (THANG, "Khối nữa", -1),
    "grades that leave a gap at the bottom": (THANG, 'id = "tot"', -1),
    "a group that does not add up": (THANG, 'label.vi = "Nền nếp"', 1),
    "words of a text nobody saw": (C01, "quote =", 0),
}
"""Where the line is found by its neighbour, or in another file."""

OWN_TESTS = {"DV-L010", "DV-L016", "DV-L070"}


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


@pytest.mark.parametrize("what", SPOILT)
def test_a_mistake_is_named_with_its_file_and_line(folder, what):
    spoilt = SPOILT[what]
    folder.edit(spoilt.name, spoilt.old, spoilt.new)

    fault = folder.fault()

    name, words, more = LINES.get(what, (spoilt.name, spoilt.on, 0))
    assert spoilt.code == fault.code
    assert f"catalogue/{name}" == fault.place.file
    assert folder.line(name, words) + more == fault.place.line
    if spoilt.key:
        assert spoilt.key == fault.place.key
    assert spoilt.data.items() <= dict(fault.data).items()
    check_wording(fault)


def test_every_code_of_a_rule_pack_has_a_smallest_mistake():
    loading = {code for code in PACKS if code.startswith("DV-L")}

    assert loading == {one.code for one in SPOILT.values()} | OWN_TESTS


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
