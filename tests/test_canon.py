"""One way to write something down, so that a fingerprint means it."""

import datetime as dt
import json
import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.canon import canonical, fingerprint, plain


def words():
    return st.text(alphabet="abcđêảỹ -", max_size=8)


def values():
    plain_ones = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.fractions()
        | words()
        | st.dates()
    )
    return st.recursive(
        plain_ones,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from("abcd"), inner, max_size=3)
        ),
        max_leaves=8,
    )


def backwards(value):
    """Turn the order of every table round."""
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    return [backwards(one) for one in value] if isinstance(value, list) else value


def decomposed(value):
    if isinstance(value, dict):
        return {key: decomposed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [decomposed(one) for one in value]
    return unicodedata.normalize("NFD", value) if isinstance(value, str) else value


@given(value=values())
def test_the_order_of_keys_and_the_form_of_letters_do_not_matter(value):
    assert fingerprint(value) == fingerprint(decomposed(backwards(value)))


@given(value=values())
def test_the_canonical_form_is_json_and_canonical_itself(value):
    text = canonical(value)

    assert text == canonical(json.loads(text))


def test_a_number_is_written_without_a_float_and_a_day_in_iso():
    value = {
        "b": Fraction(2, 3),
        "a": [Decimal("9.50"), 3, dt.date(2024, 11, 9)],
        "c": {"z", "y"},
    }

    assert canonical(value) == '{"a":["9.5",3,"2024-11-09"],"b":"2/3","c":["y","z"]}'


@pytest.mark.parametrize("value", [0.1, [0.5], {"a": float("nan")}, object(), b"a"])
def test_a_float_has_no_canonical_form(value):
    with pytest.raises(TypeError, match="canonical"):
        plain(value)


def test_two_keys_that_are_one_in_nfc_are_refused_and_neither_wins():
    pair = {"ê": 1, unicodedata.normalize("NFD", "ê"): 2}

    with pytest.raises(ValueError, match="NFC"):
        canonical(pair)


def test_what_differs_is_told_apart():
    different = [1, "1", True, None, [1], [[1]], {"1": 1}, "", [], {}]

    assert len(different) == len({fingerprint(one) for one in different})
