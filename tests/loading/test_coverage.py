"""A coverage map is read and checked with the rest: every mistake, file and line."""

import pytest

from danvan_eval.loading.lint import lint
from danvan_eval.periods import Period

MAP, C01, VB1 = "vb-1/coverage.toml", "chung/C01.toml", "vb-1/instrument.toml"
COVERAGE = """\
schema = 1
instrument = "vb-1"

[[obligation]]
id = "V-01"
locus = "II.1"
quote = "không để xảy ra vụ việc"
level = ["unit"]
status = "scored"
criteria = ["chung/C01"]
figures = ["chung/C01.incidents"]

[[obligation]]
id = "V-02"
locus = "II.2"
quote = "tiếp tục không để xảy ra vụ việc"
level = ["unit", "person"]
status = "duplicate"
same_as = "V-01"
why.vi = "Nhắc lại mục II.1."

[[obligation]]
id = "V-03"
locus = "II.3"
quote = "nâng cao niềm tin"
level = []
status = "reported"
why.vi = "Mục đích chung."
why.en = "A general aim."

[[unknown]]
id = "phu-luc"
locus = "II.3"
what.vi = "Phụ lục."
"""
LONG = " ".join(["chữ"] * 16)
MISTAKES = {
    "an instrument that is not the folder": (
        ('instrument = "vb-1"', 'instrument = "vb-2"'),
        ("DV-L002", 'instrument = "vb-2"', {"seen": "vb-2", "allowed": "vb-1"}),
    ),
    "a criterion there is none of": (
        ('criteria = ["chung/C01"]', 'criteria = ["chung/C09"]'),
        ("DV-L007", "chung/C09", {"seen": "chung/C09", "allowed": "chung/C01"}),
    ),
    "a figure there is none of": (
        ('["chung/C01.incidents"]', '["chung/C01.incidents", "chung/C01.held"]'),
        ("DV-L007", "C01.held", {"seen": "chung/C01.held"}),
    ),
    "a scored obligation without a figure": (
        ('figures = ["chung/C01.incidents"]\n', ""),
        ("DV-L003", 'id = "V-01"', {"key": "figures"}),
    ),
    "a scored obligation with a list of no figures": (
        ('["chung/C01.incidents"]', "[]"),
        ("DV-L004", "figures", {"seen": "[]"}),
    ),
    "a scored obligation without a criterion": (
        ('criteria = ["chung/C01"]\n', ""),
        ("DV-L003", 'id = "V-01"', {"key": "criteria"}),
    ),
    "a repetition of itself": (
        ('same_as = "V-01"', 'same_as = "V-02"'),
        ("DV-L080", "same_as", {"seen": "V-02"}),
    ),
    "a repetition of what is not there": (
        ('same_as = "V-01"', 'same_as = "V-09"'),
        ("DV-L080", "same_as", {"seen": "V-09"}),
    ),
    "a repetition of what is not scored": (
        ('same_as = "V-01"', 'same_as = "V-03"'),
        ("DV-L080", "same_as", {"seen": "V-03"}),
    ),
    "a repetition that does not say of what": (
        ('same_as = "V-01"\n', ""),
        ("DV-L003", 'id = "V-02"', {"key": "same_as"}),
    ),
    "a reason that is missing": (
        ('why.vi = "Nhắc lại mục II.1."\n', ""),
        ("DV-L003", 'id = "V-02"', {"key": "why"}),
    ),
    "a reason that says nothing": (
        ('why.vi = "Nhắc lại mục II.1."', 'why.vi = " "'),
        ("DV-L004", 'why.vi = " "', {"seen": '" "'}),
    ),
    "a gap in the numbers": (
        ('id = "V-03"', 'id = "V-04"'),
        ("DV-L081", 'id = "V-04"', {"seen": "V-04", "allowed": "V-03"}),
    ),
    "another beginning of a number": (
        ('id = "V-03"', 'id = "W-03"'),
        ("DV-L081", 'id = "W-03"', {"seen": "W-03", "allowed": "V-03"}),
    ),
    "a number that stands twice": (
        ('id = "V-03"', 'id = "V-02"'),
        ("DV-L006", 'id = "V-02"', {"seen": "V-02"}),
    ),
    "a quotation of sixteen words": (
        ('quote = "nâng cao niềm tin"', f'quote = "{LONG}"'),
        ("DV-L051", LONG, {"seen": "16", "allowed": "15"}),
    ),
    "a status there is none of": (
        ('status = "reported"', 'status = "done"'),
        ("DV-L004", "done", {"seen": '"done"'}),
    ),
    "a level there is none of": (
        ("level = []", 'level = ["ward"]'),
        ("DV-L004", "ward", {"seen": '["ward"]'}),
    ),
    "a criterion on what is not scored": (
        ('status = "reported"', 'status = "reported"\ncriteria = ["chung/C01"]'),
        ("DV-L001", None, {"key": "criteria"}),
    ),
    "a key nobody knows in an unknown": (
        ('what.vi = "Phụ lục."', 'what.vi = "Phụ lục."\nwhere = "?"'),
        ("DV-L001", 'where = "?"', {"key": "where"}),
    ),
    "a level that the criterion does not rate": (
        ('level = ["unit"]', 'level = ["hospital", "head"]'),
        ("DV-L083", "figures", {"level": "hospital, head"}),
    ),
}


@pytest.fixture
def mapped(folder):
    folder.write(MAP, COVERAGE)
    return folder


def test_a_map_is_read_in_its_order_with_what_is_unknown(mapped):
    (coverage,) = mapped.load().coverage.values()

    assert [one.id for one in coverage.obligations] == ["V-01", "V-02", "V-03"]
    assert {"scored": 1, "duplicate": 1, "reported": 1}.items() <= dict(
        coverage.counts
    ).items()
    assert [one.id for one in coverage.unknowns] == ["phu-luc"]
    assert coverage.obligations[0].becomes("vi") == "chung/C01: incidents"
    assert coverage.obligations[1].becomes("vi") == "= V-01; Nhắc lại mục II.1."
    assert coverage.obligations[2].becomes("en") == "A general aim."


def test_scoring_opens_no_map(mapped):
    mapped.write(MAP, "= not TOML")

    assert mapped.load(examples=False).coverage == {}


def test_a_map_changes_no_fingerprint(folder):
    before = folder.load().pack("vb-1/thang", Period.year(2024)).sha256
    folder.write(MAP, COVERAGE)

    assert before == folder.load().pack("vb-1/thang", Period.year(2024)).sha256


@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_is_named_with_its_file_and_line(mapped, what):
    (old, new), (code, words, data) = MISTAKES[what]
    mapped.edit(MAP, old, new)

    fault = mapped.fault()

    assert code == fault.code
    assert fault.place.file == f"catalogue/{MAP}"
    assert data.items() <= dict(fault.data).items()
    lines = (mapped.path / MAP).read_text("utf-8").splitlines()
    if words:
        assert near(lines, words, fault.place.line)
    assert fault.text("vi") != fault.text("en")
    assert "{" not in fault.text("vi") + fault.text("en")


def near(lines, words, line):
    """Say whether *words* stand on that line, or below the header that it is."""
    below = lines[line - 1 : line + 2] if lines[line - 1].startswith("[[") else []
    return any(words in one for one in [lines[line - 1], *below])


def test_a_criterion_without_a_version_of_the_instrument_is_refused(mapped):
    mapped.write(
        "vb-2/instrument.toml",
        (mapped.path / VB1).read_text("utf-8").replace('id = "vb-1"', 'id = "vb-2"'),
    )
    mapped.write("vb-2/coverage.toml", COVERAGE.replace('"vb-1"', '"vb-2"'))

    fault = mapped.fault()

    assert fault.code == "DV-L082"
    assert fault.place.file == "catalogue/vb-2/coverage.toml"
    assert dict(fault.data) == {"seen": "chung/C01", "instrument": "vb-2"}


def test_a_criterion_named_without_a_figure_of_its_own_is_refused(mapped):
    text = (mapped.path / C01).read_text("utf-8")
    mapped.write("chung/C02.toml", text.replace('"chung/C01"', '"chung/C02"'))
    mapped.edit(MAP, '["chung/C01"]', '["chung/C01", "chung/C02"]')

    found = {fault.code: dict(fault.data) for fault in mapped.faults()}

    assert found.keys() == {"DV-L084", "DV-L085"}
    assert found["DV-L084"] == {"seen": "chung/C02"}


def test_nothing_is_quoted_from_a_text_nobody_saw(mapped):
    mapped.edit(VB1, '"seen-whole"', '"not-seen"')

    assert {fault.code for fault in mapped.faults()} == {"DV-L050"}
    assert 3 == sum(MAP in fault.place.file for fault in mapped.faults())


def test_a_map_of_an_instrument_there_is_none_of_is_refused(mapped):
    mapped.write("vb-3/coverage.toml", 'schema = 1\ninstrument = "vb-3"\n')

    fault = mapped.fault()

    assert ("DV-L007", "vb-3") == (fault.code, dict(fault.data)["seen"])


def test_a_mistake_in_a_criterion_raises_no_second_one_in_the_map(mapped):
    mapped.edit(C01, "per = 0.25", "per = 2")

    assert mapped.fault().code == "DV-L009"


def test_all_mistakes_of_a_map_are_said_at_once(mapped):
    mapped.edit(MAP, 'id = "V-02"', 'id = "V-04"')
    mapped.edit(MAP, 'same_as = "V-01"', 'same_as = "V-04"')
    mapped.edit(MAP, 'why.vi = "Mục đích chung."\nwhy.en = "A general aim."\n', "")

    codes = [fault.code for fault in mapped.faults()]

    assert sorted(codes) == ["DV-L003", "DV-L080", "DV-L081", "DV-L081"]


def test_a_quotation_that_does_not_stand_in_the_text_is_named_by_its_obligation(mapped):
    text = "Phấn đấu tiếp tục không để xảy ra vụ việc."

    (fault,) = lint(mapped.load(), {"vb-1": text})

    assert fault.code == "DV-L010"
    assert (f"catalogue/{MAP}", "obligation V-03") == (
        fault.place.file,
        fault.place.key,
    )


def test_a_scored_obligation_whose_criterion_no_scheme_counts_is_refused(mapped):
    (mapped.path / "vb-1/thang.toml").unlink()

    fault = mapped.fault()

    assert fault.code == "DV-L085"
    assert fault.place.key == "obligation[1].criteria"
    assert dict(fault.data) == {"instrument": "vb-1", "seen": "chung/C01"}


def test_a_scheme_with_mistakes_of_its_own_raises_no_second_one_in_the_map(mapped):
    mapped.edit("vb-1/thang.toml", 'aggregate = "sum"', 'aggregate = "total"')

    assert mapped.fault().code == "DV-L004"
