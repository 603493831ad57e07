"""Was this name typed in an old font (TCVN3, VNI) or read in a wrong encoding?

Old fonts draw Vietnamese with the letters of other alphabets: «Nguyễn» is stored
as «NguyÔn» (TCVN3) or «Nguyeãn» (VNI). The signs looked for never stand in a
Vietnamese word, so a doubt is a fault and the text is never converted here.
"""

import re
from typing import Final

from .terms import nfc

TCVN3: Final = "TCVN3 (ABC)"
VNI: Final = "VNI"
MIXED: Final = "UTF-8 đọc sai mã"

_LETTER: Final = "A-Za-zÀ-ÖØ-öø-ÿ"
_MIXED: Final = re.compile(
    "\N{REPLACEMENT CHARACTER}|á[»º]\\S"
    "|[ÃÂÄÆ][\u0080-\u009f\u00a1-\u00ba\u00bc-\u00bf\u0152-\u0192\u201a\u201e\u2020-\u2022]"
)
_TCVN3: Final = re.compile(
    # a sign in place of a letter; «» and × only between letters
    rf"(?<=[{_LETTER}])[¡¢£¤¥¦§¨©ª¬®µ¶·¸¹¼½¾÷Þþß]|[¡¢£¤¥¦§¨©ª¬®µ¶·¸¹¼½¾÷Þþß](?=[{_LETTER}])"
    rf"|(?<=[{_LETTER}])[«»×](?=[{_LETTER}])"
    # a capital of another alphabet after a small letter
    "|(?<=[a-z])[ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖØÜÝ]"
)
_VNI: Final = re.compile(
    "[aeouôöAEOUÔÖ][ùøûïÙØÛÏ]|[aeuôöAEUÔÖ]õ"
    "|[aeAE][âáàåãäêéèúüëÂÁÀÅÃÄÊÉÈÚÜË]|[oO][âåäÂÅÄ]"
)


def legacy_writing(text: str) -> str:
    """Name the old font or encoding *text* seems to be in; empty when it is sound.

    >>> legacy_writing("NguyÔn ThÞ HuÖ"), legacy_writing("Nguyễn Thị Huệ")
    ('TCVN3 (ABC)', '')
    """
    written = nfc(text)
    if _MIXED.search(written):
        return MIXED
    if _TCVN3.search(written):
        return TCVN3
    return VNI if _VNI.search(written) else ""
