"""The page of a body of law says all that its data say; the index says what chooses it."""

import re
from fractions import Fraction

import attrs
import pytest

from danvan_eval.consequences.awards import AWARDS
from danvan_eval.decisions.clauses import MARKS
from danvan_eval.loading.laws import load_laws
from danvan_eval.pages.laws import FAMILIES, family_of, law_pages
from danvan_eval.pages.numbers import OF_LAWS, SHARES, written

LAWS = load_laws()
PAGES = law_pages(LAWS)
INDEX = PAGES["README.md"]
QUOTED = re.compile(r"«([^»]+)»")

every = pytest.mark.parametrize("law", LAWS.values(), ids=lambda law: law.id)


def row_of(law, clause):
    """Return the cells of the one row of a clause."""
    start = f"| `{clause.id}` | {clause.locus} |"
    lines = PAGES[f"{law.id}.md"].splitlines()
    (row,) = [line for line in lines if line.startswith(start)]
    return [cell.strip() for cell in row.strip("|").split(" | ")]


def spoken(says):
    return f"{says.vi} · *{says.en}*" if says.en not in ("", says.vi) else says.vi


def test_there_is_a_page_for_every_body_of_law_and_an_index_that_links_it():
    files = [f"{id_}.md" for id_ in LAWS]

    assert ["README.md", *files] == list(PAGES)
    assert [] == [file for file in files if f"]({file})" not in INDEX]


@every
def test_every_clause_stands_once_with_its_words_mark_numbers_and_doubt(law):
    for clause in law.clauses.values():
        cells = row_of(law, clause)
        numbers = [told.rpartition(": ")[2] for told in cells[5].split("<br>")]

        assert spoken(clause.says) == cells[2]
        assert f"[{clause.mark}] {spoken(MARKS[clause.mark])}" == cells[4]
        wanted = [written(name, number) for name, number in clause.numbers.items()]
        assert (wanted or ["–"]) == numbers
        assert (spoken(clause.doubt) if clause.doubt else "–") == cells[6]


@every
def test_a_clause_is_quoted_as_its_data_have_it_or_says_that_it_is_not(law):
    for clause in law.clauses.values():
        cell = row_of(law, clause)[3]
        if clause.quote:
            assert cell == f"«{clause.quote}»"
        else:
            assert cell.startswith("không trích nguyên văn")
            assert not QUOTED.search(cell)


@every
def test_instruments_days_readings_and_notes_are_all_there(law):
    page = PAGES[f"{law.id}.md"]

    assert f"từ {law.in_force[0].start:%d/%m/%Y}" in page
    assert f"{law.last_checked_on:%d/%m/%Y}" in page
    assert [] == [i for i in law.instruments.values() if f"| {i.number} |" not in page]
    assert [] == [note.vi for note in law.notes if note.vi not in page]
    for reading in law.readings.values():
        section = page.split(f"### `{reading.id}`\n")[1].split("\n#")[0]
        lines = [f'[readings] {reading.id} = "{option}"' for option in reading.options]
        assert [] == [line for line in lines if line not in section]


@every
def test_a_part_that_a_body_of_law_does_not_have_is_left_out(law):
    page = PAGES[f"{law.id}.md"]

    assert bool(law.readings) == ("## Chỗ bệnh viện phải chọn" in page)
    assert bool(law.notes) == ("## Khoảng hở" in page)
    assert "## Chỗ điểm dân vận" not in page


@every
def test_every_name_of_a_number_is_known_and_shares_are_shares(law):
    named = [(n, v) for c in law.clauses.values() for n, v in c.numbers.items()]
    awards = {str(id_) for id_ in AWARDS}

    assert set() == {name for name, _ in named} - set(OF_LAWS)
    assert set() == {name for name, number in named if number < 1} - SHARES - awards


def test_a_coefficient_is_a_number_and_a_share_a_percentage():
    assert "4,5" == written("cstd-toan-quoc", Fraction(9, 2))
    assert "0,3" == written("giay-khen", Fraction(3, 10))
    assert "90%" == written("ratio", Fraction(9, 10))
    assert "2/3" == written("quorum", Fraction(2, 3))


def test_every_body_of_law_is_of_a_family_or_a_plan():
    plans = [law.id for law in LAWS.values() if not family_of(law)]

    assert ["bvn-ld-2025", "kt-bvdk-2024"] == plans
    assert [] == [family for family in FAMILIES if f"| `{family}` |" not in INDEX]


def test_what_is_refused_follows_from_the_data():
    section = INDEX.split("## Từ chối")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("- ")]

    assert ["bn-2026", "hd-2024", "tdkt-2024", "tdkt-2026"] == [
        line.split("`")[1] for line in lines
    ]


def test_a_law_that_was_read_is_not_refused():
    laws = {
        id_: attrs.evolve(
            law, clauses={c: attrs.evolve(x, mark="Q") for c, x in law.clauses.items()}
        )
        for id_, law in LAWS.items()
        if id_ == "bn-2026"
    }

    assert "`bn-2026`:" not in law_pages(laws)["README.md"]


def test_every_clause_from_memory_is_named_in_the_index():
    recalled = [
        clause.id
        for law in LAWS.values()
        for clause in law.clauses.values()
        if not clause.confirmed
    ]

    assert [] == [id_ for id_ in recalled if f"`{id_}`" not in INDEX]
