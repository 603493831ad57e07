"""What cannot be read is said, and nothing odd slips in."""

import pytest

from danvan_eval.loading.source import read_source, written

C01, THANG, VB1 = "chung/C01.toml", "vb-1/thang.toml", "vb-1/instrument.toml"


def test_a_file_that_is_not_utf_8_is_refused(folder):
    (folder.path / C01).write_bytes("title.vi = 'Tiếp dân'".encode("utf-16"))

    fault = folder.fault()

    assert (fault.code, fault.place.file) == ("DV-L005", "catalogue/chung/C01.toml")
    assert "UTF-8" in fault.text()


def test_a_file_with_the_mark_that_windows_editors_add_is_read(folder):
    text = (folder.path / C01).read_text("utf-8")
    (folder.path / C01).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))

    assert list(folder.load().criteria) == ["chung/C01"]


def test_a_folder_named_like_a_file_is_refused(folder):
    (folder.path / "chung/C02.toml").mkdir()

    assert folder.fault().code == "DV-L023"


def test_a_regulation_that_is_not_there_is_refused(folder):
    folder.overlays.append(folder.path / "quy-che.toml")

    fault = folder.fault()

    assert (fault.code, fault.place.file) == ("DV-F101", "quy-che.toml")


@pytest.mark.parametrize("value", ["1" * 5000, "[" * 5000, "2024-13-40"])
def test_a_value_no_parser_takes_is_refused_like_bad_syntax(folder, value):
    folder.edit(C01, "per = 0.25", f"per = {value}")

    assert folder.fault().code == "DV-L005"


@pytest.mark.parametrize(
    "value", ["nan", "inf", "1e400", "0e-999999999", "0x" + "f" * 5000, "07:30:00"]
)
@pytest.mark.parametrize("old", ["max_points = 10\nexcluded", "from = 8"])
def test_a_number_nobody_can_print_is_no_number(folder, old, value):
    key, _, _ = old.partition(" ")
    folder.edit(THANG, old, old.replace(old.splitlines()[0], f"{key} = {value}"))

    fault = folder.fault()

    assert fault.code == "DV-L004"
    assert dict(fault.data)["allowed"] == '1, 0.5, "1/3", "85%"'


def test_a_time_of_day_is_no_date(folder):
    folder.edit(
        VB1, "last_checked_on = 2026-11-21", "last_checked_on = 2026-11-21T07:30:00"
    )

    fault = folder.fault()

    assert fault.code == "DV-L004"
    assert dict(fault.data) == {
        "seen": '"2026-11-21T07:30:00"',
        "allowed": "2024-12-31",
    }


def test_yes_is_not_the_number_one(folder):
    folder.edit(VB1, "schema = 1", "schema = true")

    assert dict(folder.fault().data) == {"seen": "true", "allowed": "1"}


def test_a_text_that_says_nothing_is_refused(folder):
    folder.edit(C01, '"rule.per" = "Kế hoạch không nêu mức trừ."', '"rule.per" = " "')

    fault = folder.fault()

    assert (fault.code, fault.place.key) == ("DV-L004", "version[1].assumed.rule.per")


def test_an_id_with_a_dot_is_refused_since_dots_part_the_ids_of_a_path(folder):
    folder.edit(THANG, 'id = "nen-nep"', 'id = "nen.nep"')

    assert dict(folder.fault().data) == {"seen": '"nen.nep"', "allowed": "nen-nep"}


def test_a_missing_title_is_one_mistake_not_two(folder):
    folder.edit(THANG, 'title.vi = "Thang điểm mẫu"\n', "")

    assert dict(folder.fault().data) == {"key": "title"}


def test_a_misspelt_key_is_not_also_a_number_without_a_basis(folder):
    folder.edit(C01, "at_least = 0", "at_leest = 0")

    assert [one.code for one in folder.faults()] == ["DV-L003", "DV-L001"]


def test_an_empty_file_is_refused(folder):
    folder.write("chung/C02.toml", "")

    assert {fault.code for fault in folder.faults()} == {"DV-L003"}


def test_a_criterion_without_a_version_is_refused(folder):
    folder.write(
        "chung/C02.toml",
        'schema = 1\nid = "chung/C02"\ntitle.vi = "Thử"\n[evidence]\n',
    )

    assert dict(folder.fault().data) == {"key": "version"}


def test_two_folders_with_one_id_are_both_named(folder, another_folder):
    other = another_folder()
    (other.path / THANG).unlink()
    (other.path / VB1).unlink()

    fault = folder.fault(other.path)

    assert fault.code == "DV-L006"
    assert str(folder.path / C01) in fault.text()
    assert str(other.path / C01) in fault.text()


def test_a_scheme_may_not_quote_a_text_nobody_saw_either(folder):
    folder.append(
        THANG,
        '[[cite]]\nid = "a"\ninstrument = "vb-1"\nlocus = "I"\nquote = "chấm điểm"\n',
    )
    folder.edit(VB1, 'text_status = "seen-whole"', 'text_status = "not-seen"')

    places = [(one.code, one.place.file) for one in folder.faults()]

    assert places == [
        ("DV-L050", "catalogue/chung/C01.toml"),
        ("DV-L050", "catalogue/vb-1/thang.toml"),
    ]


def test_a_scheme_may_not_cite_a_number_it_does_not_have(folder):
    folder.append(
        THANG,
        '[[cite]]\nid = "a"\ninstrument = "vb-1"\nlocus = "I"\nsupports = ["bonus"]\n',
    )

    fault = folder.fault()

    assert (fault.code, dict(fault.data)) == ("DV-L011", {"path": "bonus"})
    assert folder.line(THANG, "supports") == fault.place.line


def test_a_citation_goes_before_an_assumption(folder):
    folder.append(
        THANG,
        '[[cite]]\nid = "a"\ninstrument = "vb-1"\nlocus = "I.2"\nsupports = ["grade.tot"]\n',
    )

    bases = folder.load().schemes["vb-1/thang"].bases

    assert bases["grade.tot.from"].kind == "cited"
    assert bases["grade.tot.from"].says == "vb-1, I.2: (không trích nguyên văn)"
    assert bases["grade.dat.from"].kind == "assumed"


def test_the_more_exact_of_two_assumptions_is_the_reason(folder):
    folder.edit(THANG, '"grade" =', '"grade.tot" = "Mượn nơi khác."\n"grade" =')

    bases = folder.load().schemes["vb-1/thang"].bases

    assert bases["grade.tot.from"].says == "Mượn nơi khác."
    assert bases["grade.dat.from"].says == "Kế hoạch không nêu."


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("{ incidents = { a = 1 } }", "DV-L004"),
        ("{ incidents = [[1]] }", "DV-L004"),
        ("{ accidents = 1 }", "DV-L007"),
        ("1", "DV-L004"),
    ],
)
def test_an_example_gives_evidence_and_nothing_else(folder, given, code):
    folder.edit(C01, "given = { incidents = 1 }", f"given = {given}")

    assert folder.fault().code == code


@pytest.mark.parametrize(
    ("expect", "code"),
    [
        ("{ outcome = 'won' }", "DV-L004"),
        ("{ points = 1 }", "DV-L001"),
        ("{ missing = [1] }", "DV-L004"),
        ("{ share = [1] }", "DV-L004"),
    ],
)
def test_an_example_expects_what_a_finding_has(folder, expect, code):
    folder.edit(
        C01, 'expect = { outcome = "scored", share = 0.75 }', f"expect = {expect}"
    )

    assert folder.fault().code == code


@pytest.mark.parametrize("type_", ["date", "level", "text", "members", "amount"])
def test_a_rule_that_cannot_read_the_type_of_its_evidence_is_refused(folder, type_):
    folder.edit(C01, 'type = "count"', f'type = "{type_}"')

    fault = folder.fault()

    assert (fault.code, fault.place.key) == ("DV-L009", "version[1].rule")
    assert "incidents: " in fault.text()


def test_examples_are_counted_but_not_read_where_nobody_needs_them(folder):
    folder.edit(C01, "given = { incidents = 1 }", "given = { accidents = 1 }")

    assert folder.load(examples=False).criteria["chung/C01"].examples == ()


def test_lines_are_found_behind_texts_of_several_lines_and_inline_tables(tmp_path):
    file = tmp_path / "a.toml"
    file.write_text(
        'how.vi = """\n[not.a.table]\nkey = 1\n"""\n[[group]]\nid = "a"\n'
        '[[group.criterion]]\nid = "b"\n[[group]]\nid = "c"\nround = { step = 1 }\n'
        '[assumed]\n"group.a" = "u2028: \u2028 stays one line"\nto = 1\n',
        encoding="utf-8",
    )

    source = read_source(file, "a.toml")

    def line(*path):
        return source.place(path).line

    assert line("how", "vi") == 1
    assert line("group", 0, "criterion", 0, "id") == 8
    assert line("group", 1, "round", "step") == 11
    assert line("assumed", "group.a") == 13
    assert line("assumed", "to") == 14
    assert line("group") == 5
    assert line("nothing", "here") == 1


def test_a_long_value_is_cut_where_it_is_told():
    assert len(written(list(range(100)))) < 100
