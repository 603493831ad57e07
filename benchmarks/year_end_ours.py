"""Year's end with danvan-eval: a rule folder and a CSV in, a ranked CSV out.

python year_end_ours.py RULES IN.csv OUT.csv
"""

import csv
import sys

from danvan_eval import Dossier, Pack, Period, Subject, load_catalogue, rank, score
from danvan_eval.points import shown

SCHEME, YEAR = "do-toc-do/thang", Period.year(2024)


def main(rules: str, source: str, target: str) -> None:
    """Read, score, rank, write."""
    pack = load_catalogue(rules, examples=False).pack(SCHEME, YEAR)
    with open(source, encoding="utf-8", newline="") as file:  # noqa: PTH123
        dossiers = read(pack, csv.reader(file))
    ranking = rank(pack, [score(pack, dossier) for dossier in dossiers])
    with open(target, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123
        out = csv.writer(file)
        out.writerow(["block", "rank", "code", "total", "proposed"])
        for block in ranking.blocks:
            for row in block.ranked:
                total = shown(row.sheet.low, comma=False)
                code = row.sheet.subject.code
                out.writerow([block.block, row.rank, code, total, row.proposed])


def read(pack: Pack, rows: "csv._reader") -> list[Dossier]:
    """Turn rows into dossiers; the first row names code, block and the figures."""
    criteria = pack.shelf.criteria
    columns = []
    for header in next(rows)[2:]:
        criterion, _, name = header.partition(".")
        id_ = f"do-toc-do/{criterion}"
        flag = criteria[id_].evidence[name].type == "flag"
        columns.append((id_, name, _flag if flag else int))
    dossiers = []
    for code, block, *cells in rows:
        evidence: dict[str, dict[str, int | bool]] = {}
        for (id_, name, read_cell), cell in zip(columns, cells, strict=True):
            evidence.setdefault(id_, {})[name] = read_cell(cell)
        subject = Subject("unit", code, block=block, traits=[block])
        dossiers.append(Dossier(subject, YEAR, evidence))
    return dossiers


def _flag(cell: str) -> bool:
    return {"1": True, "0": False}[cell]


if __name__ == "__main__":
    main(*sys.argv[1:])
