"""Words in quotation marks stand in a text at hand, and there are few of them."""

import re
import string
from pathlib import Path

import pytest

from danvan_eval.citations import LONGEST_QUOTE, digest, quote_stands_in
from danvan_eval.loading import load_catalogue
from danvan_eval.loading.lint import lint
from danvan_eval.plugins import load_registry

CATALOGUE = load_catalogue(registry=load_registry(entry_points=False), examples=False)
TEXTS = {
    file.stem: file.read_text("utf-8")
    for file in sorted((Path(__file__).parents[1] / "texts").glob("*.txt"))
}
MARKED = re.compile(r"«([^»]*)»|“([^”]*)”")
CITES = [
    pytest.param(cite, id=f"{file}:{cite['id']}")
    for file, data in CATALOGUE.data.items()
    for cite in data.get("cite", [])
]


def strings(value):
    """Yield every text below."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def marked(data):
    """Yield what stands in quotation marks in the prose of a file."""
    for text in strings(data):
        for pair in MARKED.findall(text):
            yield "".join(pair)


def words(quote):
    return [word for word in quote.split() if word.strip(string.punctuation + "…")]


@pytest.mark.parametrize("cite", CITES)
def test_a_quotation_stands_in_the_text_it_is_taken_from(cite):
    quote = cite.get("quote", "")

    assert not quote or quote_stands_in(quote, TEXTS[cite["instrument"]])
    assert len(words(quote)) <= LONGEST_QUOTE


def test_lint_finds_nothing_in_the_shipped_files():
    assert lint(CATALOGUE, TEXTS) == ()


@pytest.mark.parametrize("cite", CITES)
def test_no_words_are_taken_from_a_text_nobody_saw(cite):
    status = CATALOGUE.instruments[cite["instrument"]].text_status

    assert status != "not-seen" or "quote" not in cite
    assert cite["locus"].strip()


@pytest.mark.parametrize(
    "instrument", CATALOGUE.instruments.values(), ids=lambda one: one.id
)
def test_the_text_at_hand_is_the_one_the_instrument_names(instrument):
    if instrument.text_status == "not-seen":
        assert instrument.id not in TEXTS
        assert instrument.text_sha256 == ""
    else:
        assert digest(TEXTS[instrument.id]) == instrument.text_sha256
        assert instrument.text_status == "seen-whole" or instrument.missing_parts


def test_every_text_belongs_to_an_instrument():
    assert set(TEXTS) <= set(CATALOGUE.instruments)


@pytest.mark.parametrize("file", CATALOGUE.data)
def test_prose_quotes_a_few_words_that_stand_in_a_text_at_hand(file):
    quotes = list(marked(CATALOGUE.data[file]))
    body = "\n".join(TEXTS.values())

    assert [one for one in quotes if len(words(one)) > LONGEST_QUOTE] == []
    assert [one for one in quotes if not quote_stands_in(one, body)] == []


@pytest.mark.parametrize("file", CATALOGUE.data)
def test_no_prose_holds_a_longer_piece_of_a_text_without_marks(file):
    """More than twenty-five words in a row are a copy, marks or no marks."""
    most = 25
    for text in strings(CATALOGUE.data[file]):
        row = text.split()
        pieces = (" ".join(row[n : n + most]) for n in range(len(row) - most + 1))
        assert not [
            piece
            for piece in pieces
            if any(quote_stands_in(piece, one) for one in TEXTS.values())
        ]


def test_no_number_of_the_template_pretends_to_be_cited():
    template = CATALOGUE.schemes["qd-454-2018/mau"]

    assert {basis.kind for basis in template.bases.values()} == {"assumed"}
    assert CATALOGUE.instruments["qd-454-2018"].text_status == "not-seen"


@pytest.mark.parametrize("scheme", CATALOGUE.schemes.values(), ids=lambda one: one.id)
def test_a_scheme_of_ours_is_called_internal_and_not_points_of_a_decision(scheme):
    if not scheme.template:
        assert scheme.label.vi == "chấm điểm nội bộ"
        assert "454" not in f"{scheme.title.vi} {scheme.title.en} {scheme.label.en}"
