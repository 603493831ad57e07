"""A quotation stands in its text, or it is none."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.citations import (
    Basis,
    Citation,
    Instrument,
    digest,
    folded,
    quote_stands_in,
)
from danvan_eval.terms import Text

TEXT = "Tiếp tục thực hiện có hiệu quả\n  **Luật Tiếp công dân** năm 2013; “kịp thời”."


def test_markup_white_space_and_quotes_are_folded():
    expected = 'Tiếp tục thực hiện có hiệu quả Luật Tiếp công dân năm 2013; "kịp thời".'

    assert expected == folded(TEXT)


@pytest.mark.parametrize(
    "quote",
    [
        "thực hiện có hiệu quả Luật Tiếp công dân",
        "Tiếp tục … năm 2013",
        "Tiếp tục…Luật … “kịp thời”",
        unicodedata.normalize("NFD", "hiệu quả Luật"),
    ],
)
def test_words_that_stand_there_in_order_are_found(quote):
    assert quote_stands_in(quote, TEXT)


@pytest.mark.parametrize(
    "quote",
    [
        "thực hiện hiệu quả",
        "năm 2013 … Tiếp tục",
        "Luật Tiếp công dân năm 2014",
        "Luật … Luật",
    ],
)
def test_words_that_do_not_stand_there_or_in_another_order_are_not(quote):
    assert not quote_stands_in(quote, TEXT)


@given(words=st.lists(st.sampled_from(["một", "hai", "ba", "bốn"]), min_size=1))
def test_every_stretch_of_a_text_stands_in_it(words):
    text = " ".join(words)
    first, last = words[0], words[-1]

    assert quote_stands_in(text, f"*{text}*")
    assert len(words) == 1 or quote_stands_in(f"{first}…{last}", text)


def test_the_digest_is_of_the_words_and_not_of_their_layout():
    assert digest(TEXT) == digest(folded(unicodedata.normalize("NFD", TEXT)))
    assert digest(TEXT) != digest(TEXT + " Hết")


def test_a_citation_without_words_says_so():
    seen = Citation("a", "kt", "II.4", "Luật Tiếp công dân")
    unseen = Citation("b", "kt", "II.4")

    assert str(seen) == "kt, II.4: «Luật Tiếp công dân»"
    assert str(unseen) == "kt, II.4: (không trích nguyên văn)"


def test_a_number_rests_on_something():
    with pytest.raises(ValueError, match="says"):
        Basis("assumed", "")


def test_an_instrument_without_a_number_goes_by_its_title():
    told = {
        "id": "kt",
        "title": Text("Kế hoạch"),
        "issuer": "",
        "kind": "plan",
        "jurisdiction": "",
        "signed_on": None,
        "text_status": "not-seen",
        "last_checked_on": None,
    }

    assert Instrument(number="", **told).name == "Kế hoạch"
    assert Instrument(number="454/QĐ-UBND", **told).name == "454/QĐ-UBND (Kế hoạch)"
