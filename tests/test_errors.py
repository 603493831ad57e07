"""Faults are values with a place, a code and words in two languages."""

import ast
import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvan_eval
from danvan_eval.errors import (
    DanvanError,
    Fault,
    FaultError,
    PackError,
    Place,
    PluginError,
    fault,
    in_order,
)
from danvan_eval.wording import WORDING

SOURCE = Path(danvan_eval.__file__).parent
CODE = re.compile(r"DV-[A-Z]\d{3}")
MAKERS = {"fault", "refused", "note"}
"""Functions that take a code and, by name, what its words are filled with."""


def modules():
    for file in sorted(SOURCE.rglob("*.py")):
        if file.parent.name != "wording":
            yield file, file.read_text("utf-8")


def placeholders(*sentences):
    parsed = (part for one in sentences for part in string.Formatter().parse(one))
    return {name for _, name, _, _ in parsed if name}


def said(code, language):
    wording = WORDING[code]
    return placeholders(wording.says.in_(language), wording.do.in_(language))


def calls():
    """Yield file, line, code and keywords of every call that makes a fault."""
    for file, text in modules():
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            code = getattr(node.args[0], "value", None)
            if name in MAKERS and isinstance(code, str) and CODE.fullmatch(code):
                yield file.name, node.lineno, code, {one.arg for one in node.keywords}


def test_every_code_there_are_words_for_is_raised_somewhere():
    raised = {code for _, text in modules() for code in CODE.findall(text)}

    assert sorted(set(WORDING) - raised) == []


def test_every_code_that_is_raised_has_words():
    raised = {code for _, text in modules() for code in CODE.findall(text)}

    assert sorted(raised - set(WORDING)) == []


@pytest.mark.parametrize("code", WORDING)
def test_both_languages_name_the_same_things(code):
    assert said(code, "vi") == said(code, "en")
    assert all(name.isidentifier() for name in said(code, "vi"))


@pytest.mark.parametrize("code", WORDING)
def test_every_wording_is_two_sentences_in_two_languages(code):
    wording = WORDING[code]

    halves = [(half.vi, half.en) for half in (wording.says, wording.do)]

    assert all(vi.strip() and en.strip() for vi, en in halves)
    assert wording.says.vi != wording.says.en
    assert wording.severity in ("stop", "error", "warning")


def test_every_call_that_makes_a_fault_gives_what_its_words_ask_for():
    open_places = [
        (file, line, code, sorted(said(code, "vi") - given_))
        for file, line, code, given_ in calls()
        if None not in given_ and said(code, "vi") - given_
    ]

    assert open_places == []
    assert len(list(calls())) > 50


def test_a_code_nobody_knows_cannot_be_built():
    with pytest.raises(LookupError, match="DV-X999"):
        Fault("DV-X999", Place())


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("a.toml", line=3, key="group"), "a.toml:3 · group"),
        (Place("a.xlsx", sheet="Nhập", cell="F17"), "a.xlsx · Nhập · F17"),
        (Place(key="danvan/C05"), "danvan/C05"),
        (Place("a.toml"), "a.toml"),
        (Place(), ""),
    ],
)
def test_a_place_is_written_as_people_point(place, text):
    assert text == str(place)


def test_a_fault_says_what_is_wrong_and_what_to_do_in_two_languages():
    one = fault("DV-L001", Place("a.toml", line=3), key="gruop", near="group")

    assert one.text() == "Khóa «gruop» không có trong định dạng. Gần nhất: «group»."
    assert one.text("en") == "Key “gruop” is not part of the format. Nearest: “group”."
    assert str(one) == f"a.toml:3: DV-L001 {one.text()}"
    assert one.severity == "stop"


@given(st.text(), st.text())
def test_what_was_seen_stands_in_the_sentence_as_it_was_written(seen, allowed):
    one = fault("DV-L004", Place(), seen=seen, allowed=allowed)

    assert f"Giá trị {seen} không" in one.text()
    assert f"Allowed: {allowed}." in one.text("en")


def test_data_are_texts_in_one_order():
    one = fault("DV-L004", Place(), seen=None, allowed=3)

    assert one.data == (("allowed", "3"), ("seen", "None"))
    assert one == fault("DV-L004", Place(), allowed="3", seen="None")


def places():
    return st.builds(
        Place,
        file=st.sampled_from(["", "a.toml", "b.xlsx"]),
        sheet=st.sampled_from(["", "Nhập"]),
        cell=st.sampled_from(["", "A2", "A10", "B2", "AA2"]),
        line=st.integers(0, 12),
        key=st.sampled_from(["", "group", "id"]),
    )


def faults():
    codes = st.sampled_from(["DV-L001", "DV-L003"])
    return st.builds(
        lambda code, place: fault(code, place, key="x", near="y"), codes, places()
    )


@given(st.lists(faults()), st.randoms())
def test_the_order_faults_come_in_does_not_matter(listed, random):
    shuffled = listed * 2
    random.shuffle(shuffled)

    assert in_order(listed) == in_order(shuffled)
    assert set(in_order(listed)) == set(listed)


def test_faults_are_listed_by_line_and_cells_row_by_row():
    lines = [fault("DV-L003", Place("a", line=n), key="x") for n in (10, 9, 100)]
    cells = [fault("DV-L003", Place("b", cell=c), key="x") for c in ("A10", "B2", "A2")]

    ordered = in_order([*cells, *lines])

    assert [one.place.line for one in ordered[:3]] == [9, 10, 100]
    assert [one.place.cell for one in ordered[3:]] == ["A2", "B2", "A10"]


def test_a_pack_error_holds_every_fault_once_and_lists_them():
    two = fault("DV-L003", Place("b.toml", line=1), key="id")
    one = fault("DV-L003", Place("a.toml", line=9), key="id")

    error = PackError.of([two, one, two])

    assert error.faults == (one, two)
    assert str(error) == f"{one}\n{two}"
    assert all(isinstance(inside, DanvanError) for inside in error.exceptions)
    assert error.exceptions[0].fault is one


def test_a_pack_error_can_be_split_by_code():
    one = fault("DV-L003", Place("a.toml"), key="id")
    two = fault("DV-L006", Place("a.toml"), seen="a")

    found, rest = PackError.of([one, two]).split(
        lambda error: isinstance(error, FaultError) and error.fault.code == "DV-L003"
    )

    assert [error.fault for error in found.exceptions] == [one]
    assert [error.fault for error in rest.exceptions] == [two]


def test_errors_say_what_their_fault_says():
    one = fault("DV-L003", Place("a.toml"), key="id")
    plugin = PluginError("DV-P004", "streak 1.0", "streak", "series 2.0")

    assert str(FaultError(one)) == str(one)
    assert str(plugin).startswith("streak 1.0: DV-P004 ")
    assert "series 2.0" in str(plugin)
