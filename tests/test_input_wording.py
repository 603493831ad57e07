"""Every fault of the input speaks both languages and says what to do."""

import string
import unicodedata

import pytest

from danvan_eval.wording.files import FILES, READING, SUBJECTS
from danvan_eval.wording.inputs import FACTS, INPUTS, NUMBERS, OTHERS

ALL = {**INPUTS, **FILES}
every = pytest.mark.parametrize("code", sorted(ALL))


def names(words):
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@every
def test_both_languages_name_the_same_data(code):
    wording = ALL[code]
    vietnamese = wording.says.vi + wording.do.vi

    assert names(vietnamese) == names(wording.says.en + wording.do.en)
    assert unicodedata.is_normalized("NFC", vietnamese)


@every
def test_each_half_is_a_sentence(code):
    wording = ALL[code]
    for half in (wording.says, wording.do):
        for language in ("vi", "en"):
            assert half.in_(language).strip().endswith((".", "?", "}"))


def test_no_code_stands_in_two_tables():
    tables = (NUMBERS, OTHERS, FACTS, READING, SUBJECTS)

    assert sum(map(len, tables)) == len(ALL)


def test_a_code_tells_what_it_is_about():
    assert {code[:4] for code in INPUTS} == {"DV-E"}
    assert {code[:4] for code in FILES} == {"DV-F", "DV-S"}
