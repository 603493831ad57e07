"""Whether the laws of salaries and appointments cite only what was seen."""

import pytest

from danvan_eval.citations import LONGEST_QUOTE
from helpers.paying import laws

LAWS = ("luong-2021", "bn-2023", "bn-2026")
ARTICLE_56 = (
    "Viên chức bị khiển trách thì thời hạn nâng lương bị kéo dài 03 tháng",
    "bổ nhiệm vào chức vụ cao hơn trong thời hạn 12 tháng",
    "bổ nhiệm trong thời hạn 24 tháng, kể từ ngày quyết định kỷ luật",
    "đang trong thời hạn xử lý kỷ luật, đang bị điều tra, truy tố",
    "hành vi tham nhũng thì không được bổ nhiệm vào vị trí quản lý",
)
"""Words of Luật 58/2010/QH12, Điều 56, each at most fifteen."""


def quotes(id_):
    return [one.quote for one in laws()[id_].clauses.values() if one.quote]


@pytest.mark.parametrize("id_", LAWS)
def test_only_article_56_of_the_law_of_2010_is_quoted(id_):
    found = laws()[id_].clauses.values()

    assert {"luat-58-2010"} >= {one.instrument for one in found if one.quote}
    assert [] == [
        quote for quote in quotes(id_) if not any(quote in one for one in ARTICLE_56)
    ]
    assert all(len(quote.split()) <= LONGEST_QUOTE for quote in quotes(id_))


def test_nobody_has_read_a_clause_of_the_law_of_2026():
    assert {"M"} == {one.mark for one in laws()["bn-2026"].clauses.values()}


def test_both_laws_of_appointments_ask_the_same():
    old, new = (set(laws()[id_].clauses) for id_ in ("bn-2023", "bn-2026"))

    assert old == new


def test_what_is_remembered_of_salaries_is_marked_so():
    marks = {id_: one.mark for id_, one in laws()["luong-2021"].clauses.items()}

    remembered = {"tt08-d2-k1-c-le", "tt08-d3-thu-tu", "sau-2026-07"}
    assert remembered == {id_ for id_, mark in marks.items() if mark == "M"}
    assert ["ld58-d56-k1"] == [id_ for id_, mark in marks.items() if mark == "T"]
