"""The page of a regime says all that its data say, and nothing it does not."""

import datetime as dt
import re

import attrs
import pytest

from danvan_eval.citations import LONGEST_QUOTE
from danvan_eval.decisions.choosing import DEADLINE
from danvan_eval.decisions.clauses import MARKS
from danvan_eval.loading.regimes import load_regimes
from danvan_eval.pages.aspects import ASPECTS, PLACE, filled
from danvan_eval.pages.numbers import NAMES, SHARES, written
from danvan_eval.pages.regime_index import regime_pages
from danvan_eval.pages.regimes import regime_page
from danvan_eval.pages.same_case import (
    DISCIPLINE,
    FORCED,
    IGNORED,
    SILENT,
    TIME,
    Worked,
    by_discipline,
    by_time,
)
from danvan_eval.plugins import load_registry

REGIMES = load_regimes(load_registry(entry_points=False))
PAGES = regime_pages(REGIMES)
BY_ID = {one.law.id: one for one in REGIMES}
QUOTED = re.compile(r"«([^»]+)»")

every = pytest.mark.parametrize("one", REGIMES, ids=lambda one: one.law.id)


def page_of(one):
    return PAGES[f"{one.law.id}.md"]


def row_of(one, clause):
    """Return the cells of the one row of a clause."""
    start = f"| `{clause.id}` | {clause.locus} |"
    (row,) = [line for line in page_of(one).splitlines() if line.startswith(start)]
    return [cell.strip() for cell in row.strip("|").split(" | ")]


def row_named(title):
    lines = PAGES["README.md"].splitlines()
    (row,) = [line for line in lines if line.startswith(f"| {title}")]
    return [cell.strip() for cell in row.strip("|").split(" | ")]


def spoken(says):
    return f"{says.vi} · *{says.en}*"


def test_there_is_a_page_for_every_regime_and_an_index():
    files = [f"{one.law.id}.md" for one in REGIMES]

    assert ["README.md", *files] == list(PAGES)
    assert [] == [file for file in files if f"]({file})" not in PAGES["README.md"]]


@every
def test_every_clause_of_a_regime_stands_once_on_its_page_in_its_words(one):
    words = {clause.id: row_of(one, clause)[2] for clause in one.law.clauses.values()}

    assert words == {id_: spoken(c.says) for id_, c in one.law.clauses.items()}


@every
def test_every_clause_stands_under_its_instrument(one):
    parts = page_of(one).split("\n### ")
    for clause in one.law.clauses.values():
        number = one.law.instruments[clause.instrument].number
        (part,) = [
            part for part in parts if f"| `{clause.id}` | {clause.locus}" in part
        ]

        assert part.startswith(f"{number} · ")


@every
def test_every_instrument_is_there_with_what_was_seen_of_it(one):
    seen = {
        "seen-whole": "đã đọc trọn văn bản",
        "seen-in-part": "văn bản mới đọc được một phần",
        "not-seen": "chưa đọc được văn bản",
    }
    lines = page_of(one).splitlines()
    for instrument in one.law.instruments.values():
        (row,) = [
            line for line in lines if line.startswith(f"| {instrument.number} | ")
        ]

        assert seen[instrument.text_status] in row
        assert all(part in row for part in instrument.missing_parts)


@every
def test_a_quotation_has_fifteen_words_at_most(one):
    long = [
        clause.id
        for clause in one.law.clauses.values()
        if len(clause.quote.split()) > LONGEST_QUOTE
    ]

    assert [] == long


@every
def test_only_a_clause_whose_text_was_read_is_quoted(one):
    quoted = {
        clause.mark
        for clause in one.law.clauses.values()
        if QUOTED.search(row_of(one, clause)[3])
    }

    assert {"T"} == quoted


@every
def test_a_clause_without_quotation_says_so_with_its_mark(one):
    cells = {
        clause.mark: row_of(one, clause)[3]
        for clause in one.law.clauses.values()
        if not clause.quote
    }

    assert cells == {
        mark: f"không trích nguyên văn · *text not seen* [{mark}]" for mark in cells
    }


def test_a_clause_that_was_read_and_not_quoted_is_not_called_unseen():
    one = BY_ID["eval-2026"]
    first = next(iter(one.law.clauses.values()))
    clauses = {**one.law.clauses, first.id: attrs.evolve(first, quote="")}
    spoilt = attrs.evolve(one, law=attrs.evolve(one.law, clauses=clauses))

    page = regime_page(spoilt)

    assert "không trích nguyên văn · *not quoted* [T]" in page


@every
def test_every_mark_stands_with_its_meaning(one):
    for clause in one.law.clauses.values():
        assert f"[{clause.mark}] {spoken(MARKS[clause.mark])}" == row_of(one, clause)[4]


@every
def test_the_counts_of_the_marks_add_up_to_the_clauses(one):
    counts = re.findall(r"^\| \[\w\] \| .* \| (\d+) \|$", page_of(one), re.MULTILINE)

    assert len(MARKS) == len(counts)
    assert len(one.law.clauses) == sum(map(int, counts))


@every
def test_every_number_and_every_doubt_of_a_clause_is_written(one):
    for clause in one.law.clauses.values():
        cells = row_of(one, clause)
        numbers = [told.rpartition(": ")[2] for told in cells[5].split("<br>")]
        wanted = [written(name, number) for name, number in clause.numbers.items()]

        assert (wanted or ["–"]) == numbers
        assert (spoken(clause.doubt) if clause.doubt else "–") == cells[6]


def test_a_share_is_written_as_a_percentage():
    law = BY_ID["eval-2020"].law

    assert "50%" == written("exceeded", law.number("nd90-d12-k1-b", "exceeded"))
    assert "100%" == written("exceeded", 2 * law.number("nd90-d12-k1-b", "exceeded"))
    assert "| 1/2" not in "".join(PAGES.values())


@every
def test_every_name_of_a_number_is_known_and_shares_are_shares(one):
    named = [(n, v) for c in one.law.clauses.values() for n, v in c.numbers.items()]

    assert set() == {name for name, _ in named} - set(NAMES)
    assert set() == {name for name, number in named if number < 1} - SHARES


@every
def test_every_reading_stands_with_the_line_that_chooses_it(one):
    page = page_of(one)
    for reading in one.law.readings.values():
        section = page.split(f"### `{reading.id}`\n")[1].split("\n#")[0]
        where = "[readings] " + reading.id
        if reading.id == "quota_base":
            where = "[quota] reading"
        switches = [f'`{where} = "{option}"`: ' for option in reading.options]

        assert reading.asks.vi in section
        assert [] == [switch for switch in switches if switch not in section]
        assert bool(reading.default) == ("**mặc định" in section)
        assert bool(reading.default) != ("**phải chọn" in section)


@every
def test_every_item_that_may_be_fed_is_listed_with_what_it_takes(one):
    for item in one.law.items.values():
        takes = "mức tốt, đạt, chưa đạt"
        if item.kind == "points":
            takes = f"điểm, nhiều nhất {item.most} "
        lines = page_of(one).splitlines()
        (row,) = [x for x in lines if x.startswith(f"| `{item.id}` | ") and takes in x]

        assert spoken(item.label) in row


@every
def test_every_gap_is_listed(one):
    assert [] == [note.vi for note in one.law.notes if note.vi not in page_of(one)]


@every
def test_the_days_in_force_and_of_the_last_check_are_given(one):
    page, period = page_of(one), one.law.in_force[0]

    assert f"từ {period.start:%d/%m/%Y}" in page
    assert (period.end == dt.date.max) == ("chưa có ngày kết thúc" in page)
    assert f"{one.law.last_checked_on:%d/%m/%Y}" in page


def test_no_number_is_typed_into_a_sentence_that_compares():
    said = [one.says for aspect in ASPECTS for one in aspect.said]
    typed = [
        words
        for says in said
        for words in (says.vi, says.en)
        if re.search(r"\d", PLACE.sub("", words))
    ]

    assert [] == typed


def test_a_sentence_that_compares_names_numbers_of_its_own_clauses_only():
    strange = [
        clause
        for aspect in ASPECTS
        for one in aspect.said
        for clause, _ in PLACE.findall(one.says.vi + one.says.en)
        if clause not in one.clauses
    ]

    assert [] == strange


def test_a_number_follows_its_clause():
    law = BY_ID["eval-2026"].law
    clause = attrs.evolve(law.clause("nd233-d12-k1"), numbers={"from": 93})
    other = attrs.evolve(law, clauses={**law.clauses, clause.id: clause})
    sentence = "từ {nd233-d12-k1/from}"

    assert "từ 90" == filled(law, sentence)
    assert "từ 93" == filled(other, sentence)


def test_every_rule_is_told_of_at_least_one_regime():
    silent = [
        aspect.title.vi
        for aspect in ASPECTS
        if all(aspect.cell(one).startswith(aspect.absent.vi) for one in REGIMES)
    ]

    assert [] == silent


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("thang", ("không có điểm", "không có điểm", "30 + 70 điểm; xuất sắc từ 90")),
        ("vượt mức", ("ít nhất 50%", "ít nhất 50%", "không đòi")),
        ("khoa, phòng", ("luật không", "luật không", "được xếp loại")),
        ("hạn mức xuất sắc, cá", ("bộ này không", "không quá tỷ lệ", "không quá 20%")),
        ("hạn mức xuất sắc, kh", ("bộ này không", "bộ này không", "không quá 20%")),
        ("người đứng đầu", ("không cao hơn",) * 3),
        ("xếp loại trước", ("15/12",) * 3),
        ("chuyển tiếp", ("bộ này", "bộ này", "quy chế ban hành chậm nhất 30/11/2026")),
    ],
)
def test_what_changed_between_the_regimes_stands_side_by_side(title, told):
    cells = row_named(title)[1:]

    assert [True] * 3 == [cell.startswith(one) for cell, one in zip(cells, told)]  # noqa: B905


@pytest.mark.parametrize(
    ("nth", "told"),
    [
        (0, (FORCED, FORCED, FORCED)),
        (1, (IGNORED, FORCED, IGNORED)),
        (2, (SILENT, FORCED, FORCED)),
        (3, (IGNORED, FORCED, IGNORED)),
        (4, (SILENT, IGNORED, IGNORED)),
        (5, (FORCED, FORCED, IGNORED)),
    ],
)
def test_one_discipline_decision_has_three_effects(nth, told):
    found = [by_discipline(one, DISCIPLINE[nth][1]) for one in REGIMES]

    assert [spoken(says) for says in told] == [cell.split("<br>")[0] for cell in found]


@pytest.mark.parametrize(
    ("year", "told"),
    [
        (Worked("khong-luong", 3, 5), ("không quá", "không quá", "xếp loại như")),
        (Worked("khong-luong", 3, 4), ("xếp loại như",) * 3),
        (Worked("om-dau", 1, 7), ("không xếp loại", "không xếp loại", "xếp loại như")),
        (Worked("thai-san", 1, 7), ("xếp loại như",) * 3),
        (Worked("di-hoc", 3, 6), ("phải chọn", "phải chọn", "xếp loại như")),
        (
            Worked("khong-luong", 1, 6),
            ("văn bản không", "văn bản không", "xếp loại như"),
        ),
        (Worked(began=8), ("không xếp loại",) * 3),
        (Worked(began=7), ("xếp loại như",) * 3),
    ],
)
def test_one_year_of_work_is_judged_three_ways(year, told):
    found = [by_time(one, year) for one in REGIMES]

    assert [True] * 3 == [cell.startswith(one) for cell, one in zip(found, told)]  # noqa: B905


def test_every_case_stands_in_the_index_with_an_answer_of_each_regime():
    for says, _ in (*DISCIPLINE, *TIME):
        cells = row_named(spoken(says))

        assert 1 + len(REGIMES) == len(cells)
        assert all(cells)


def test_the_transition_is_told_as_the_choice_is_made():
    numbers = BY_ID["eval-2026"].law.clause(DEADLINE).numbers
    last = dt.date(*(int(numbers[name]) for name in ("year", "month", "day")))
    lines = PAGES["README.md"].splitlines()
    rows = [
        line.strip("|").split(" | ") for line in lines if f"{last.year} | `" in line
    ]

    told = [(row[0].strip()[:21], row[2], row[3].strip()) for row in rows]

    assert told == [
        (f"ban hành {last:%d/%m/%Y} ·", "`eval-2026`", "`eval-2026`"),
        ("ban hành 01/12/2026 ·", "`eval-2026`", "`eval-2026`"),
        ("ban hành 01/12/2026 ·", "`eval-2023`", "`eval-2026`"),
        ("chưa có · *none yet*", "`eval-2023`", "`eval-2026`"),
    ]
    assert "phải chọn, lệnh dừng lại (DV-R032)" in PAGES["README.md"]
