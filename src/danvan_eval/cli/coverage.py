"""Which obligations of the plans are scored, by what, and which are not, and why?"""

import argparse
import json
from collections.abc import Iterator
from typing import Final

from ..coverage import STATUSES, Coverage
from ..loading import Catalogue, load_catalogue
from ..records import to_data
from ..tables.text import as_text
from ..terms import Language, Text
from .output import say

WORDS: Final = {
    "obligations": Text(
        "{count} nghĩa vụ: {by_status}", "{count} obligations: {by_status}"
    ),
    "id": Text("Mã", "Id"),
    "locus": Text("Mục", "Place"),
    "status": Text("Trạng thái", "Status"),
    "becomes": Text(
        "Đo bằng gì, hoặc vì sao không chấm", "Measured by, or why not scored"
    ),
    "unknowns": Text("Phần chưa được xem: {count}", "Parts not seen: {count}"),
    "no_map": Text(
        "Văn bản chưa có bản đối chiếu (coverage.toml): {ids}",
        "Instruments without a coverage map (coverage.toml): {ids}",
    ),
}


def coverage(call: argparse.Namespace) -> int:
    """Print the coverage map of every instrument; say whether anything is left out."""
    catalogue = load_catalogue(*call.folders, overlays=call.overlay)
    unmapped = sorted(catalogue.instruments.keys() - catalogue.coverage.keys())
    if call.json:
        say(json.dumps(_data(catalogue), ensure_ascii=False, indent=1))
    else:
        for covered in catalogue.coverage.values():
            say("\n".join(_lines(catalogue, covered, call.lang)))
        if unmapped:
            say(WORDS["no_map"].in_(call.lang).format(ids=", ".join(unmapped)))
    return int(bool(unmapped))


def _data(catalogue: Catalogue) -> dict[str, object]:
    """Return the maps by instrument; one without a map has null."""
    maps = {
        id_: {"counts": dict(covered.counts), **to_data(covered)}
        for id_, covered in catalogue.coverage.items()
    }
    return {id_: maps.get(id_) for id_ in sorted(catalogue.instruments)}


def _lines(
    catalogue: Catalogue, covered: Coverage, language: Language
) -> Iterator[str]:
    words = {key: text.in_(language) for key, text in WORDS.items()}
    title = catalogue.instruments[covered.instrument].title.in_(language)
    yield f"{covered.instrument} · {title}"
    by_status = "; ".join(
        f"{count} {STATUSES[status].in_(language)}"
        for status, count in covered.counts.items()
        if count
    )
    count = len(covered.obligations)
    yield words["obligations"].format(count=count, by_status=by_status or "–")
    if count:
        heads = [words[key] for key in ("id", "locus", "status", "becomes")]
        rows = [
            (
                one.id,
                one.locus,
                STATUSES[one.status].in_(language),
                one.becomes(language),
            )
            for one in covered.obligations
        ]
        yield f"\n{as_text(heads, rows)}\n"
    yield words["unknowns"].format(count=len(covered.unknowns))
    for one in covered.unknowns:
        yield f"  • {one.locus}: {one.what.in_(language)}"
    yield ""
