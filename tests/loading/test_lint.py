"""Quotations are compared with the texts at hand, word by word."""

import pytest

from danvan_eval.loading.lint import lint

C01, THANG, VB1 = "chung/C01.toml", "vb-1/thang.toml", "vb-1/instrument.toml"
TEXT = "II.1. Phấn đấu **không để\nxảy ra  vụ việc** nào; xử lý nghiêm “vụ việc”."


def found(folder, text=TEXT):
    return [
        (one.code, one.place.file, one.place.key)
        for one in lint(folder.load(), {"vb-1": text})
    ]


def test_a_quotation_that_stands_in_its_text_is_passed(folder):
    assert found(folder) == []


@pytest.mark.parametrize(
    "quote",
    [
        "không để xảy ra vụ việc nào; xử lý nghiêm",
        "Phấn đấu … vụ việc … nghiêm",
        'nghiêm \\"vụ việc\\"',
        "không   để xảy ra",
    ],
)
def test_white_space_markup_and_omissions_make_no_difference(folder, quote):
    folder.edit(C01, "không để xảy ra vụ việc", quote)

    assert found(folder) == []


@pytest.mark.parametrize(
    "quote",
    [
        "Không để xảy ra vụ việc",
        "không để xảy ra sự việc",
        "nghiêm … Phấn đấu",
        "không để … không để",
    ],
)
def test_another_word_letter_or_order_is_named(folder, quote):
    folder.edit(C01, "không để xảy ra vụ việc", quote)

    assert found(folder) == [("DV-L010", "catalogue/chung/C01.toml", "cite duty")]


def test_quotations_of_schemes_are_compared_too(folder):
    folder.append(
        THANG,
        '[[cite]]\nid = "diem"\ninstrument = "vb-1"\nlocus = "II"\nquote = "10 điểm"\n',
    )

    assert found(folder) == [("DV-L010", "catalogue/vb-1/thang.toml", "cite diem")]


def test_a_place_without_words_has_nothing_to_compare(folder):
    folder.edit(C01, 'quote = "không để xảy ra vụ việc"\n', "")

    assert found(folder, "một văn bản khác") == []


def test_a_text_that_is_not_given_says_nothing(folder):
    assert lint(folder.load(), {}) == ()


def test_a_text_of_an_instrument_nobody_read_is_a_mistake(folder):
    (fault,) = lint(folder.load(), {"vb-2": TEXT})

    assert fault.code == "DV-L007"
    assert dict(fault.data) == {"seen": "vb-2", "allowed": "vb-1"}


def test_faults_come_in_order_of_place(folder):
    text = (folder.path / C01).read_text("utf-8")
    folder.write("chung/C02.toml", text.replace("chung/C01", "chung/C02"))
    folder.write("chung/B09.toml", text.replace("chung/C01", "chung/B09"))

    files = [file for _, file, _ in found(folder, "")]

    assert files == sorted(files)
    assert len(files) == 3
