"""The page of a criterion says all that its file says, as a reader reads it."""

import datetime as dt
import os
import re
import subprocess
import sys
from fractions import Fraction

import attrs
import pytest

from danvan_eval import load_catalogue
from danvan_eval.catalogue import Applies
from danvan_eval.citations import Basis
from danvan_eval.kinds.per_count import PerCount
from danvan_eval.kinds.yes_no import YesNo
from danvan_eval.pages import cases as case_words
from danvan_eval.pages import criterion_page, figures, parameters, rule_words, voice
from danvan_eval.pages import index as index_words
from danvan_eval.periods import Period
from danvan_eval.plugins import load_registry
from danvan_eval.terms import Text
from danvan_eval.testing.building import criterion, field, part, shelf
from danvan_eval.testing.cases import Case

CATALOGUE = load_catalogue(registry=load_registry(entry_points=False))
SHIPPED = list(CATALOGUE.criteria.values())
PAGES = {one.id: criterion_page(one, CATALOGUE.instruments) for one in SHIPPED}
FORCE = "**Hiệu lực:** từ ngày {:%d/%m/%Y} đến ngày {:%d/%m/%Y}."
MODULES = (case_words, figures, parameters, rule_words, voice, index_words)

every = pytest.mark.parametrize("one", SHIPPED, ids=lambda one: one.id)


def texts(value):
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)


def english():
    """The longer pieces of the English words that pages are made of."""
    told = [text.en for one in MODULES for text in texts(tuple(vars(one).values()))]
    pieces = [piece.strip() for text in told for piece in re.split(r"\{\w+\}", text)]
    return {piece for piece in pieces if len(piece) > 6}


def sections(page):
    return page.split("\n### ")[1:]


def versions_with(one, share):
    worked = [Case(one, example) for example in one.examples if not example.todo]
    return {
        (case.example.instrument, case.example.subject, case.example.reading)
        for case in worked
        if (finding := case.finding()) is not None and finding.share == share
    }


@every
def test_every_figure_of_a_criterion_stands_on_its_page(one):
    page = PAGES[one.id]

    for figure in one.evidence.values():
        assert f"| {figure.label.vi} |" in page
        for text in (
            figure.unit,
            figure.proof,
            *(label for _, label in figure.options),
        ):
            assert text is None or text.vi in page


@every
def test_every_quotation_and_every_reason_stands_on_the_page(one):
    page = PAGES[one.id]

    for cite in one.cites:
        assert f"«{cite.quote}» (" in page
    for version in one.versions:
        for basis in version.bases.values():
            assert basis.kind != "assumed" or basis.says[1:] in page


@every
def test_every_version_has_its_section_with_the_days_it_is_in_force(one):
    page = PAGES[one.id]

    for period in {version.period for version in one.versions}:
        same = [version for version in one.versions if version.period == period]
        assert len(same) == page.count(FORCE.format(period.start, period.end))
    assert len(one.versions) == page.count("\n**Cách chấm.**")


@every
@pytest.mark.parametrize(("share", "worth"), [(1, "trọn điểm"), (0, "0 điểm")])
def test_a_perfect_and_a_zero_example_are_shown_where_there_is_one(one, share, worth):
    shown = [told for told in sections(PAGES[one.id]) if f"| **{worth}** |" in told]

    assert len(versions_with(one, share)) == len(shown)


@every
def test_numbers_are_written_the_vietnamese_way(one):
    page = PAGES[one.id]

    assert [] == re.findall(r".{20}\d\.\d.{9}|\d{4}-\d\d-\d\d", page)


@every
def test_no_english_and_no_brace_is_left_on_a_vietnamese_page(one):
    page = PAGES[one.id]
    own = [one.title, *(figure.label for figure in one.evidence.values())]
    own += [part.title for version in one.versions for part in version.parts]

    assert [] == [text.en for text in own if text.en and text.en in page]
    assert [] == [piece for piece in sorted(english()) if piece in page]
    assert not set("{}") & set(page)


@every
def test_no_vietnamese_heading_is_left_on_an_english_page(one):
    page = criterion_page(one, CATALOGUE.instruments, "en")

    assert [] == [
        word for word in ("Cách chấm", "điểm)", "Hiệu lực") if f"**{word}" in page
    ]
    assert one.title.en in page


def test_a_page_is_the_same_whatever_the_order_of_sets():
    code = (
        "import sys; from danvan_eval import load_catalogue as l\n"
        "from danvan_eval.pages import criterion_page as p\n"
        "c = l(); sys.stdout.buffer.write(p(c.criteria['danvan/C12'], c.instruments).encode())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "12"
    }

    assert {PAGES["danvan/C12"].encode()} == printed


class TestMadeUp:
    """A criterion that has what no shipped one has."""

    @pytest.fixture
    def made(self):
        return criterion(
            "x/A",
            part(YesNo(fact="box"), "hop", "1/4", zeroes=True),
            part(PerCount(count="done", per="1/3", at_most=1), "viec", "3/4"),
            fields=(
                field("box", "flag", may_decline=True),
                field("done", "count", private=True, at_most=Fraction(9)),
                field("idle", "percent", may_exceed=True),
            ),
        )

    def page(self, made, **changed):
        (version,) = made.versions
        one = attrs.evolve(made, versions=(attrs.evolve(version, **changed),))
        return criterion_page(one, shelf().instruments)

    def test_it_says_what_may_be_declined_and_what_is_private(self, made):
        page = self.page(made)

        assert "Được trả lời «không áp dụng»: «box»." in page
        assert "Số liệu riêng tư: «done»." in page

    def test_it_says_the_limits_and_that_nothing_reads_a_figure(self, made):
        page = self.page(made)

        assert "| done | số đếm, từ 0 đến 9 | khoa/phòng |" in page
        assert "| idle | tỷ lệ, ghi cả dấu %, từ 0% trở lên, được vượt 100% |" in page
        assert 1 == page.count("không tính vào điểm ở đây")

    def test_it_says_the_weight_of_a_part_and_that_it_zeroes_all(self, made):
        page = self.page(made)

        assert "1. **hop (tỷ trọng 25%).** «box»: trả lời «có»" in page
        assert 1 == page.count("Phần này 0 điểm thì cả tiêu chí 0 điểm.")

    def test_it_says_whom_it_concerns_and_whom_not(self, made):
        applies = Applies(frozenset({"lam-sang", "can-lam-sang"}), frozenset({"ctxh"}))

        told = "khoa lâm sàng hoặc khoa cận lâm sàng, trừ Tổ Công tác xã hội."
        assert told in self.page(made, applies=applies)

    def test_a_version_without_end_says_so(self, made):
        period = Period(dt.date(2024, 1, 1), dt.date.max)

        told = "từ ngày 01/01/2024, chưa có ngày kết thúc."
        assert told in self.page(made, period=period)

    def test_a_reading_nobody_named_goes_by_its_code(self, made):
        assert "### Khoa/phòng, cách đọc «khac»" in self.page(made, reading="khac")

    def test_adopted_numbers_and_assumed_ones_stand_apart(self, made):
        why = Basis("assumed", "chưa ai nói")
        bases = {
            "part.hop.weight": why,
            "part.viec.weight": why,
            "part.viec.rule.per": Basis("adopted", "Quy chế 1, Điều 4"),
        }

        page = self.page(made, bases=bases)

        both = "- **Phần 1, tỷ trọng (25%); phần 2, tỷ trọng (75%).** Chưa ai nói"
        assert both in page.partition("**Con số giả định**")[2]
        adopted = "- **Phần 2, mức được mỗi đơn vị (1/3).** Quy chế 1, Điều 4"
        assert adopted in page.partition("**Con số giả định**")[0]

    def test_without_examples_there_is_no_table_of_examples(self, made):
        assert "Ví dụ" not in self.page(made)


def test_a_missing_a_no_event_and_an_outside_answer_are_shown():
    rows = sections(PAGES["danvan/C05"])[0]

    for told in (
        "| Không được xếp lịch | không áp dụng | Không phát sinh (0)",
        "| chưa có điểm, còn có thể từ 0 điểm đến trọn điểm | Chưa có số liệu: ",
        "| không áp dụng | Không thuộc đối tượng của tiêu chí này. |",
        "| số liệu sai | Tử số 13 lớn hơn mẫu số 12.",
    ):
        assert told in rows


def test_an_open_question_is_asked_on_the_page():
    (todo, *_) = [one for one in CATALOGUE.criteria["danvan/C05"].examples if one.todo]

    assert todo.todo in PAGES["danvan/C05"].partition("**Còn để ngỏ**")[2]


def test_who_brings_a_figure_is_told_for_each_kind_of_subject():
    assert (
        "| phiếu của khoa/phòng; sổ cá nhân; phiếu của bệnh viện |"
        in PAGES["danvan/C05"]
    )
    assert (
        "khoa/phòng: sổ theo dõi; bệnh viện: cộng từ các khoa, phòng"
        in PAGES["danvan/C07"]
    )
    assert "đếm từ từng viên chức và người lao động có «Đã làm" in PAGES["danvan/C02"]
    assert "bệnh viện khai một lần cho mọi nơi" in PAGES["danvan/C29"]
