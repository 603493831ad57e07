"""Names and phrases sort as in a Vietnamese dictionary."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.collation import alike, bare_name, folded, name_key, text_key

ONSETS = ["", "b", "c", "đ", "d", "h", "kh", "ng", "ngh", "qu", "tr", "x"]
VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
CODAS = ["", "n", "ng", "t", "y"]


def syllables():
    return st.builds(
        lambda onset, vowel, tone, coda: unicodedata.normalize(
            "NFC", onset + vowel + tone + coda
        ),
        st.sampled_from(ONSETS),
        st.sampled_from(VOWELS),
        st.sampled_from(TONES),
        st.sampled_from(CODAS),
    )


def names():
    words = st.lists(syllables().map(str.capitalize), min_size=1, max_size=5)
    return words.map(" ".join)


def forms(text):
    return [unicodedata.normalize(form, text) for form in ("NFC", "NFD")]


def in_order(wanted, key=text_key):
    """Sort texts that were turned round first."""
    turned = wanted[::-1]
    turned.sort(key=key)
    return turned


class TestLaws:
    @given(st.text(), st.text())
    def test_any_two_texts_can_be_compared(self, one, other):
        for key in (text_key, name_key):
            below, above = key(one) < key(other), key(one) > key(other)

            assert below + above + (key(one) == key(other)) == 1

    @given(st.one_of(names(), st.text()))
    def test_nfc_and_nfd_have_one_key(self, text):
        composed, decomposed = forms(text)

        assert text_key(composed) == text_key(decomposed) == text_key(text)
        assert name_key(composed) == name_key(decomposed) == name_key(text)
        assert folded(composed) == folded(decomposed) == folded(text)

    @given(names())
    def test_capitals_and_padding_do_not_move_a_name(self, name):
        assert name_key(f"  {name.upper()}\u00a0 ") == name_key(name)

    @given(st.lists(names(), max_size=8))
    def test_the_order_of_rows_is_nobodys_merit(self, listed):
        turned = listed[::-1]
        listed.sort(key=name_key)
        turned.sort(key=name_key)

        assert [name_key(one) for one in listed] == [name_key(one) for one in turned]

    @given(syllables(), syllables(), names())
    def test_the_last_word_decides_first(self, one, other, rest):
        left, right = f"{rest} {one}", f"{rest} {other}"

        assert (name_key(left) < name_key(right)) == (text_key(one) < text_key(other))

    @given(syllables(), names(), names())
    def test_every_phrase_of_one_word_stands_before_the_next_word(
        self, word, one, other
    ):
        later = "z" + word

        assert text_key(f"{word} {one}") < text_key(f"{later} {other}")

    @given(st.text(alphabet="Đđ Aăn"))
    def test_the_two_letters_d_are_alike(self, text):
        foreign = text.replace("Đ", "Ð").replace("đ", "ð")

        assert text_key(foreign) == text_key(text)


class TestAnchors:
    def test_the_eight_names_come_as_the_clerk_expects(self):
        wanted = ["An", "Ánh", "Ân", "Bình", "Dũng", "Đức", "Ước", "Yến"]

        for shuffled in itertools.islice(itertools.permutations(wanted), 0, 40320, 97):
            assert sorted(shuffled, key=text_key) == wanted
            assert sorted(shuffled, key=name_key) == wanted

    def test_the_tones_come_ngang_huyen_hoi_nga_sac_nang(self):
        wanted = ["ma", "mà", "mả", "mã", "má", "mạ"]

        assert in_order(wanted) == wanted

    def test_the_letters_come_in_the_order_of_the_alphabet(self):
        wanted = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")

        assert in_order(wanted) == wanted

    def test_letters_decide_before_tones(self):
        wanted = ["bà", "bạn", "bán", "bằng"]

        assert sorted(wanted, key=text_key) == ["bà", "bán", "bạn", "bằng"]

    def test_the_dictionary_goes_word_by_word(self):
        wanted = ["ba hoa", "ba xuân", "bà con", "bá chủ"]

        assert in_order(wanted) == wanted


class TestNames:
    def test_given_name_then_middle_names_then_family_name(self):
        wanted = ["Đỗ An", "Lê Thị An", "Bùi Văn An", "Lê Văn An", "An Văn Bình"]

        assert in_order(wanted, name_key) == wanted

    @pytest.mark.parametrize(
        "written",
        [
            "Nguyễn Văn Mẫu",
            "BS.CKII Nguyễn Văn Mẫu",
            "BSCKI. Nguyễn Văn Mẫu",
            "PGS.TS. Nguyễn  Văn Mẫu (trưởng khoa)",
            "ThS. ĐD Nguyễn Văn Mẫu - điều dưỡng trưởng",
            "Nguyễn Văn Mẫu, phó khoa",
        ],
    )
    def test_titles_and_notes_do_not_count(self, written):
        assert bare_name(written) == "Nguyễn Văn Mẫu"

    @pytest.mark.parametrize(
        "written", ["TS", "(x)", "", "Y Nhung", "H'Mẫu Niê", "A Mẫu"]
    )
    def test_a_name_is_never_stripped_to_nothing(self, written):
        assert bare_name(written) == written

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Nguyễn Thị Hoà", "Nguyễn Thị Hòa"),
            ("Ðỗ Thuý", "Đỗ Thúy"),
            ("BS. Lê Mẫu", "LÊ MẪU"),
        ],
    )
    def test_two_ways_of_writing_may_be_one_person(self, one, other):
        assert alike(one, other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("Lê Mẫu", "Lê Mậu"), ("Lê Thị Mẫu", "Lê Mẫu"), ("Đan", "Dan")],
    )
    def test_different_names_stay_different(self, one, other):
        assert not alike(one, other)


class TestPhrases:
    def test_numbers_sort_by_size(self):
        wanted = ["Khoa Nội 2", "Khoa Nội 10", "Khoa Nội A"]

        assert in_order(wanted) == wanted

    def test_very_long_numbers_do_not_break_the_key(self):
        assert text_key("9" * 5000) < text_key("1" + "0" * 5000)

    def test_punctuation_does_not_count(self):
        assert text_key("Tổ chức – Hành chính") == text_key("Tổ chức-Hành chính")

    def test_letters_of_other_scripts_come_last(self):
        assert text_key("Yến") < text_key("Ωmega")
