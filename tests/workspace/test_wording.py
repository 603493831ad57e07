"""Every fault of a folder speaks both languages and says what to do."""

import string
import unicodedata

import pytest

from danvan_eval.wording import WORDING, files
from danvan_eval.wording.workspace import INPUTS, NOTES, WORKSPACE

every = pytest.mark.parametrize("code", sorted(WORKSPACE))


def names(words):
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@every
def test_both_languages_name_the_same_data(code):
    one = WORKSPACE[code]
    vietnamese = one.says.vi + one.do.vi

    assert names(vietnamese) == names(one.says.en + one.do.en)
    assert unicodedata.is_normalized("NFC", vietnamese)


@every
def test_each_half_is_a_sentence(code):
    one = WORKSPACE[code]

    for half in (one.says.vi, one.says.en, one.do.vi, one.do.en):
        assert half.strip().endswith(".")


def test_codes_have_their_own_range_and_notes_stop_nothing():
    assert {code[:5] for code in INPUTS} == {"DV-S2"}
    assert {code[:5] for code in NOTES} == {"DV-S3"}
    assert {one.severity for one in NOTES.values()} == {"warning"}
    assert not set(WORKSPACE) & set(files.FILES)
    assert WORKSPACE.items() <= WORDING.items()
