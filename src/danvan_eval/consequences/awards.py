"""Which emulation titles and forms of commendation are there, and who decides them?"""

from collections.abc import Mapping
from typing import Final, Literal

import attrs

from ..terms import Text

AwardId = Literal[
    "ldtt",
    "cstdcs",
    "cstd-bo-tinh",
    "cstd-toan-quoc",
    "ttldtt",
    "ttldxs",
    "co-thi-dua-bo-tinh",
    "co-thi-dua-chinh-phu",
    "giay-khen",
    "bang-khen-bo-tinh",
    "bang-khen-ttg",
    "giay-khen-tap-the",
    "bang-khen-bo-tinh-tap-the",
    "bang-khen-ttg-tap-the",
]
COLLECTIVE: Final = "-tap-the"
"""How the id of a certificate ends that a collective has."""

HOSPITAL_HEAD: Final = Text("Giám đốc bệnh viện", "the head of the hospital")
PROVINCE: Final = Text(
    "Chủ tịch Ủy ban nhân dân tỉnh, hoặc Bộ trưởng",
    "the chairman of the province, or the minister",
)
GOVERNMENT: Final = Text("Thủ tướng Chính phủ", "the Prime Minister")


@attrs.frozen
class Award:
    """A title ("danh hiệu thi đua") or a form of commendation ("hình thức khen thưởng").

    *decides* is known from memory alone: every proposal is flagged so.
    """

    label: Text
    decides: Text
    use: Literal["title", "commendation"] = "title"
    collective: bool = False


def _certificate(vi: str, en: str, decides: Text, *, collective: bool) -> Award:
    label = (
        Text(f"{vi} (tập thể)", f"{en} (collective)") if collective else Text(vi, en)
    )
    return Award(label, decides, "commendation", collective)


AWARDS: Final[Mapping[AwardId, Award]] = {
    "ldtt": Award(Text("Lao động tiên tiến", "Advanced Worker"), HOSPITAL_HEAD),
    "cstdcs": Award(
        Text("Chiến sĩ thi đua cơ sở", "Emulation Fighter of the unit"), HOSPITAL_HEAD
    ),
    "cstd-bo-tinh": Award(
        Text(
            "Chiến sĩ thi đua bộ, ban, ngành, tỉnh",
            "Emulation Fighter of ministry or province",
        ),
        PROVINCE,
    ),
    "cstd-toan-quoc": Award(
        Text("Chiến sĩ thi đua toàn quốc", "National Emulation Fighter"), GOVERNMENT
    ),
    "ttldtt": Award(
        Text("Tập thể lao động tiên tiến", "Advanced Collective"),
        HOSPITAL_HEAD,
        collective=True,
    ),
    "ttldxs": Award(
        Text("Tập thể lao động xuất sắc", "Excellent Collective"),
        PROVINCE,
        collective=True,
    ),
    "co-thi-dua-bo-tinh": Award(
        Text(
            "Cờ thi đua của bộ, ban, ngành, tỉnh",
            "Emulation Flag of ministry or province",
        ),
        PROVINCE,
        collective=True,
    ),
    "co-thi-dua-chinh-phu": Award(
        Text("Cờ thi đua của Chính phủ", "Emulation Flag of the Government"),
        GOVERNMENT,
        collective=True,
    ),
    "giay-khen": _certificate(
        "Giấy khen", "Certificate of the hospital", HOSPITAL_HEAD, collective=False
    ),
    "bang-khen-bo-tinh": _certificate(
        "Bằng khen của bộ, ban, ngành, tỉnh",
        "Certificate of ministry or province",
        PROVINCE,
        collective=False,
    ),
    "bang-khen-ttg": _certificate(
        "Bằng khen của Thủ tướng Chính phủ",
        "Certificate of the Prime Minister",
        GOVERNMENT,
        collective=False,
    ),
    "giay-khen-tap-the": _certificate(
        "Giấy khen", "Certificate of the hospital", HOSPITAL_HEAD, collective=True
    ),
    "bang-khen-bo-tinh-tap-the": _certificate(
        "Bằng khen của bộ, ban, ngành, tỉnh",
        "Certificate of ministry or province",
        PROVINCE,
        collective=True,
    ),
    "bang-khen-ttg-tap-the": _certificate(
        "Bằng khen của Thủ tướng Chính phủ",
        "Certificate of the Prime Minister",
        GOVERNMENT,
        collective=True,
    ),
}
"""Every award by its id, persons' titles first."""
