"""Percentages, days, words and names in one cell: the strict grammar."""

import datetime as dt
import math
import re
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given

from danvan_eval import grammar
from danvan_eval.points import to_text
from danvan_eval.terms import Text
from helpers.grammar import cell, code, decimals, settled

AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
OPTIONS = {
    "tot": Text("Tốt", "Good"),
    "kha": Text("Khá", "Fair"),
    "dat": Text("Đạt", "Passed"),
}


class TestPercent:
    @pytest.mark.parametrize(
        "found",
        [
            cell("95%"),
            cell(" 95\u00a0% "),
            cell("95,0%"),
            cell(0.95, "0%"),
            cell("095%"),
        ],
    )
    def test_ninety_five_percent_is_nineteen_twentieths(self, found):
        assert grammar.percent(found) == Fraction(19, 20)

    @pytest.mark.parametrize("value", ["95", 95, "0,95", 0.95, 0, "100"])
    def test_without_its_sign_a_percentage_is_ambiguous(self, value):
        assert code(grammar.percent(cell(value))) == "DV-E121"

    @pytest.mark.parametrize("value", [0.95, "0,95", 95, "95"])
    def test_the_likely_reading_is_suggested(self, value):
        assert dict(grammar.percent(cell(value)).data)["big"] == "95%"

    @given(decimals(0, 100))
    def test_the_suggested_percentage_would_be_read(self, exact):
        written = settled(to_text(exact))
        near = dict(grammar.percent(cell(written)).data)["big"]

        read = grammar.percent(cell(near), may_exceed=True)
        assert read in {exact, exact / 100}

    def test_a_quoted_sign_in_the_format_does_not_count(self):
        assert code(grammar.percent(cell(95, '0"%"'))) == "DV-E121"
        assert code(grammar.percent(cell(95, r"0\%"))) == "DV-E121"

    @pytest.mark.parametrize("found", [cell("103%"), cell(1.03, "0%")])
    def test_103_percent_is_refused_unless_it_may_be(self, found):
        assert code(grammar.percent(found)) == "DV-E122"
        assert grammar.percent(found, may_exceed=True) == Fraction(103, 100)

    def test_a_negative_share_is_refused(self):
        assert code(grammar.percent(cell("-5%"), may_exceed=True)) == "DV-E202"

    @pytest.mark.parametrize(
        ("written", "wanted", "near"),
        [
            ("khoảng 95%", "DV-E102", "95%"),
            ("９５％", "DV-E104", "95%"),
            ("90-95%", "DV-E113", None),
            ("đủ", "DV-E101", None),
            ("95.125%", "DV-E103", None),
        ],
    )
    def test_a_doubtful_percentage_is_refused(self, written, wanted, near):
        found = grammar.percent(cell(written))

        assert code(found) == wanted
        assert dict(found.data).get("near") == near

    def test_a_date_is_no_percentage(self):
        assert code(grammar.percent(cell(dt.date(2025, 5, 9)))) == "DV-E105"


class TestDays:
    @pytest.mark.parametrize(
        ("written", "wanted"),
        [
            ("10/11", "DV-E133"),
            ("11/2025", "DV-E133"),
            ("10/11/25", "DV-E133"),
            ("năm 2025", "DV-E133"),
            ("Quý IV/2025", "DV-E133"),
            ("2025", "DV-E133"),
            ("2025-11", "DV-E133"),
            ("00/00/0000", "DV-E132"),
            ("30/02/2025", "DV-E132"),
            ("29/02/2025", "DV-E132"),
            ("11/13/2025", "DV-E132"),
            ("10/11/0025", "DV-E134"),
            ("10/11/2205", "DV-E134"),
            ("10-11-2025", "DV-E131"),
            ("10.11.2025", "DV-E131"),
            ("45971", "DV-E131"),
            ("hôm qua", "DV-E131"),
            ("١٠/١١/٢٠٢٥", "DV-E131"),
            (2025, "DV-E135"),
            (0, "DV-E135"),
            (60, "DV-E135"),
            (45971.5, "DV-E135"),
            (-1, "DV-E135"),
            (10**12, "DV-E135"),
            (math.inf, "DV-E135"),
            (True, "DV-E131"),
            (dt.time(8), "DV-E131"),
        ],
    )
    def test_what_is_no_whole_day_is_refused(self, written, wanted):
        assert code(grammar.day(cell(written))) == wanted

    def test_the_tenth_of_november_is_never_the_eleventh_of_october(self):
        for written in ("10/11/2025", "2025-11-10"):
            assert grammar.day(cell(written)) == dt.date(2025, 11, 10)

    def test_the_hour_of_a_date_cell_is_dropped(self):
        found = dt.datetime(2025, 11, 10, 15, 30)  # noqa: DTZ001

        assert grammar.day(cell(found)) == dt.date(2025, 11, 10)

    def test_days_are_divided_by_semicolons_or_lines(self):
        found = grammar.days(cell("01/01/2025; 28/01/2025\n29/01/2025;"))

        assert found == {dt.date(2025, 1, day) for day in (1, 28, 29)}

    def test_one_wrong_day_refuses_the_list(self):
        assert code(grammar.days(cell("01/01/2025; 31/02/2025"))) == "DV-E132"
        assert grammar.days(cell("không có")) == frozenset()


class TestWords:
    @pytest.mark.parametrize("value", ["Có", "x", "X", "v", "✓", 1, 1.0, "TRUE", True])
    def test_yes(self, value):
        assert grammar.flag(cell(value)) is True

    @pytest.mark.parametrize("value", ["không", "KHÔNG", 0, "0", "sai", False])
    def test_no(self, value):
        assert grammar.flag(cell(value)) is False

    @pytest.mark.parametrize("value", ["chắc có", "k", "-", 2, "đã làm", 0.5])
    def test_a_word_not_listed_is_neither(self, value):
        assert code(grammar.flag(cell(value))) == "DV-E141"

    @pytest.mark.parametrize("written", ["tot", "Tốt", " TỐT ", "good"])
    def test_an_option_is_named_by_id_or_label(self, written):
        assert grammar.choice(cell(written), OPTIONS) == "tot"

    def test_an_option_that_two_labels_share_is_refused(self):
        twice = {"a": Text("Khá"), "b": Text("Khá")}

        assert code(grammar.choice(cell("Khá"), twice)) == "DV-E205"

    def test_two_lines_are_not_one_choice(self):
        assert code(grammar.choice(cell("Tốt; Khá"), OPTIONS)) == "DV-E205"

    def test_an_unknown_option_names_the_allowed_ones(self):
        found = grammar.members(cell("Tốt; Giỏi; Kém"), OPTIONS)

        assert code(found) == "DV-E205"
        wanted = {"seen": "Giỏi; Kém", "allowed": "Tốt; Khá; Đạt"}
        assert dict(found.data) == wanted

    def test_none_of_them_is_written_out(self):
        assert grammar.members(cell("Không có"), OPTIONS) == frozenset()
        assert code(grammar.members(cell(";"), OPTIONS)) == "DV-E205"

    def test_text_is_trimmed_and_composed(self):
        decomposed = unicodedata.normalize("NFD", " Khoa  Nội\u00a0")

        assert grammar.text(cell(decomposed)) == "Khoa Nội"

    @pytest.mark.parametrize(
        ("found", "wanted"),
        [
            (cell(7), "7"),
            (cell(7.0), "7"),
            (cell(7, "000"), "007"),
            (cell("'007"), "007"),
            (cell(7.5), "7,5"),
        ],
    )
    def test_a_number_in_a_text_column_stands_for_its_digits(self, found, wanted):
        assert grammar.text(found) == wanted

    @pytest.mark.parametrize("value", [dt.date(2025, 1, 2), True, dt.time(8)])
    def test_a_date_in_a_text_column_is_refused(self, value):
        assert code(grammar.text(cell(value))) == "DV-E161"

    def test_a_long_text_is_quoted_short_and_on_one_line(self):
        seen = dict(grammar.number(cell("rất\x00\n" + "dài " * 90)).data)["seen"]

        assert len(seen) == 60
        assert seen.startswith("rất dài dài")


RHYMES = [
    *["a", "ai", "ao", "au", "ay", "ac", "an", "ang", "anh", "âu", "ây", "âm", "ân"],
    *["ăn", "ăng", "e", "eo", "em", "en", "ê", "êu", "ên", "ênh", "i", "ia", "iêu"],
    *["iên", "iu", "o", "oa", "oe", "oi", "oai", "oay", "oan", "oăn", "oang", "oong"],
    *["ô", "ôi", "ông", "ơ", "ơi", "ơn", "u", "ua", "uê", "ui", "uôi", "uôn", "uơ"],
    *["uy", "uya", "uyên", "uyêt", "uân", "uây", "ư", "ưa", "ưi", "ươi", "ươu", "ươn"],
    *["ưu", "y", "yêu", "uynh", "oen", "oac", "uêch", "oet"],
]


def places(rhyme):
    """Where the tone of a rhyme is written; two places where spellings differ."""
    shaped = [at for at, letter in enumerate(rhyme) if letter in "ăâêôơư"]
    vowels = [at for at, letter in enumerate(rhyme) if letter in "aeiouy"]
    if shaped:
        return shaped[-1:]
    if rhyme in {"oa", "oe", "uy"}:
        return vowels
    second = rhyme[0] in "ou" and len(rhyme) > 2 and len(vowels) > 1
    return [vowels[1]] if second else vowels[:1]


class TestNames:
    @pytest.mark.parametrize(
        ("written", "hint"),
        [
            ("NguyÔn ThÞ HuÖ", "TCVN3"),
            ("TrÇn V¨n §øc", "TCVN3"),
            ("Nguyeãn Thò Hueä", "VNI"),
            ("Leâ Vaên Taâm", "VNI"),
            ("Tröôøng", "VNI"),
            ("Nguyá»…n", "UTF-8"),
            ("Nguy\N{REPLACEMENT CHARACTER}n", "UTF-8"),
        ],
    )
    def test_text_of_an_old_font_is_refused_with_a_hint(self, written, hint):
        found = grammar.name(cell(written))

        assert code(found) == "DV-E162"
        assert hint in dict(found.data)["near"]

    @pytest.mark.parametrize(
        "written",
        [
            "Nguyễn Thị Huệ",
            "NGUYỄN THỊ HUỆ",
            "Lê Quý Đôn",
            "Phạm Thuỳ Giùm",
            "Y Mẫu Êñuôl",
            "Rơ Châm H'Mẫu",
            "Khoa Khám bệnh – Hồi sức",
            "«Khoa Hoá»",
            "Müller",
        ],
    )
    def test_sound_names_pass(self, written):
        assert grammar.name(cell(written)) == written

    def test_every_vietnamese_syllable_passes(self):
        for rhyme, at in ((one, at) for one in RHYMES for at in places(one)):
            for tone in ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]:
                toned = rhyme[: at + 1] + tone + rhyme[at + 1 :]
                onsets = ["", "H", "th", "Gi", "NG"]
                onsets += ["Qu"] if rhyme[0] not in "uoôơư" else []
                for onset in onsets:
                    name = unicodedata.normalize("NFC", onset + toned)

                    assert grammar.name(cell(name)) == name
                    assert grammar.name(cell(name.upper())) == name.upper()

    def test_titles_and_the_foreign_letter_are_remarked(self):
        found = cell("BS. Ðỗ Văn Mẫu")

        remarks = grammar.name_remarks(found)
        assert [code(one) for one in remarks] == ["DV-E163", "DV-E164"]
        assert {one.severity for one in remarks} == {"warning"}

    def test_a_sound_name_draws_no_remark(self):
        assert grammar.name_remarks(cell("Đỗ Văn Mẫu")) == ()
        assert grammar.name_remarks(cell(None)) == ()
