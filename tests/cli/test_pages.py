"""`catalogue page C05` prints the page of one criterion."""

import json

import pytest

from danvan_eval import load_catalogue
from danvan_eval.cli import main
from danvan_eval.pages import criterion_page


@pytest.fixture
def call(capsys):
    def run(*words):
        code = main(["catalogue", "page", *map(str, words)])
        return code, *capsys.readouterr()

    return run


@pytest.fixture(scope="module")
def page():
    catalogue = load_catalogue()

    def of(name, language="vi"):
        criterion = catalogue.criteria[f"danvan/{name}"]
        return criterion_page(criterion, catalogue.instruments, language)

    return of


@pytest.mark.parametrize("name", ["C05", "danvan/C05"])
def test_it_prints_the_page_of_the_criterion_that_is_named(call, page, name):
    assert (0, page("C05"), "") == call(name)


def test_it_prints_the_page_in_english(call, page):
    code, out, _ = call("C12", "--lang", "en")

    assert (0, page("C12", "en")) == (code, out)


def test_it_prints_data_for_programs(call, page):
    _, out, _ = call("C05", "--json")

    told = {"criterion": "danvan/C05", "language": "vi", "page": page("C05")}
    assert told == json.loads(out)


@pytest.mark.parametrize("words", [("C99",), ()])
def test_a_criterion_there_is_none_of_is_refused_with_those_there_are(call, words):
    code, out, err = call(*words)

    assert (2, "") == (code, out)
    assert "DV-R012" in err
    assert "danvan/C05" in err
