"""In which order does a Vietnamese reader look for a name?

Names of people sort by tên, then đệm, then họ; phrases sort word by word. Within
a word the letters decide first (a ă â b c d đ e ê … o ô ơ … u ư … y), then the
tone (ngang, huyền, hỏi, ngã, sắc, nặng), as in the dictionaries: every phrase
that begins with «ba» stands before those that begin with «bà».

The order is for looking up, never for ranking. Keys do not tell capital from
small letters, NFC from NFD, «Hoà» from «Hòa», nor Đ (U+0110) from Ð (U+00D0):
who needs a total order of subjects sorts by ``(name_key(name), code)``.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from .terms import nfc

Letter = tuple[int, int, str]
Word = tuple[tuple[Letter, ...], tuple[int, ...]]
TextKey = tuple[Word, ...]
NameKey = tuple[TextKey, TextKey, TextKey]

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK: Final = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONES: Final = {
    "\N{COMBINING GRAVE ACCENT}": 1,
    "\N{COMBINING HOOK ABOVE}": 2,
    "\N{COMBINING TILDE}": 3,
    "\N{COMBINING ACUTE ACCENT}": 4,
    "\N{COMBINING DOT BELOW}": 5,
}
_SHAPED: Final = {
    tuple(unicodedata.normalize("NFD", letter)): letter
    for letter in _ALPHABET
    if len(unicodedata.normalize("NFD", letter)) > 1
}
_LIKE_D: Final = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_APOSTROPHES: Final = "'’ʼ‘`"
_TITLE: Final = re.compile(
    r"p?gs|tskh|ts|ths|ttưt|ttnd|nggt|ngnd"  # degrees and honours
    r"|bs(?:nt|cc|đk)?|(?:bs|ds|đd)?ck(?:i|ii|1|2)?|ds(?:đh|tc)?|cn(?:đd|đt)?"
    r"|đd(?:v|t)?|n?hs|ktv|ktm|ks|ys(?:đk)?"
)
_DIGITS: Final = frozenset("0123456789")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    r"""Return *text* as it is compared: NFC, one blank between words, small letters.

    >>> folded("  HỌ  và\ntên ") == folded("Họ và tên")
    True
    """
    return nfc(" ".join(nfc(text).translate(_LIKE_D).casefold().split()))


def text_key(text: str) -> TextKey:
    """Return the sort key of a phrase: letters first, then tones, word by word.

    Numbers in it sort by size (Khoa Nội 2 before Khoa Nội 10); punctuation does
    not count.

    >>> sorted(["Yến", "Đức", "An", "Ánh", "Dũng", "Ân"], key=text_key)
    ['An', 'Ánh', 'Ân', 'Dũng', 'Đức', 'Yến']
    """
    return _text_key(unicodedata.normalize("NFC", text))


def name_key(full_name: str) -> NameKey:
    """Return the sort key of a person's name: tên, then đệm, then họ.

    Titles before the name and notes after it do not count.

    >>> sorted(["Trần Thị Bình", "Lê Văn An", "Đỗ An"], key=name_key)
    ['Đỗ An', 'Lê Văn An', 'Trần Thị Bình']
    """
    words = text_key(bare_name(full_name))
    if len(words) < 2:  # noqa: PLR2004
        return words, (), ()
    return words[-1:], words[1:-1], words[:1]


def bare_name(full_name: str) -> str:
    """Return the name without titles before it and notes after it.

    >>> bare_name("BS.CKII Nguyễn Văn Mẫu (trưởng khoa)")
    'Nguyễn Văn Mẫu'
    """
    whole = " ".join(nfc(full_name).split())
    name = re.split(r"[,;(\[/]| [-–—] ", whole, maxsplit=1)[0].strip()
    while (parts := _first_word(name)) and _TITLE.fullmatch(folded(parts[0])):
        name = parts[1]
    return name or whole


def alike(one: str, other: str) -> bool:
    """Say whether two names may belong to one person; codes decide, never this.

    >>> alike("Nguyễn Thị Hoà", "BS. Nguyễn Thị Hòa")
    True
    """
    return name_key(one) == name_key(other)


def _first_word(name: str) -> tuple[str, str] | None:
    """Split off a leading word that a blank or a point ends, when a name follows."""
    found = re.match(r"(\w+)[.\s]+(?=\w)(.*)", name)
    return (found[1], found[2]) if found else None


@lru_cache(maxsize=16384)
def _text_key(text: str) -> TextKey:
    letters = unicodedata.normalize("NFD", text).translate(_LIKE_D).casefold()
    letters = unicodedata.normalize("NFD", letters)
    words = "".join(" " if _parts(one) else one for one in letters).split()
    keys = (_word(word) for word in words)
    return tuple(key for key in keys if key != ((), ()))


def _parts(character: str) -> bool:
    """Say whether *character* stands between words."""
    return (
        character not in _APOSTROPHES and unicodedata.category(character)[0] in "ZPSC"
    )


def _word(word: str) -> Word:
    letters: list[Letter] = []
    tones: list[int] = []
    # A cluster is a run of digits, or one letter with all of its marks.
    for cluster in re.findall(r"[0-9]+|[^0-9][\u0300-\u036f]*", word):
        if cluster[0] in _DIGITS:
            number = cluster.lstrip("0")
            letters.append((0, len(number), number))
            continue
        tones += [_TONES[mark] for mark in cluster if mark in _TONES]
        letters += _letters("".join(one for one in cluster if one not in _TONES))
    return tuple(letters), tuple(tones)


def _letters(cluster: str) -> list[Letter]:
    cluster = cluster.lstrip(_APOSTROPHES)
    shaped = _SHAPED.get(tuple(cluster[:2]), "")
    letter, marks = (shaped, cluster[2:]) if shaped else (cluster[:1], cluster[1:])
    if letter in _RANK:
        return [(1, _RANK[letter], ""), *((2, ord(mark), "") for mark in marks)]
    return [(2, ord(one), "") for one in cluster]
