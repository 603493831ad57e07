"""The year-end in one page: rank the departments of a folder, print, explain, write.

python examples/year_end.py examples/benh-vien-mau
"""

import sys
from pathlib import Path

from danvan_eval import explain, read_workspace, run, write_results


def main(folder: Path) -> None:
    """Rank the departments of *folder* and say why the first one is first."""
    hospital = read_workspace(folder)
    scheme = hospital.schemes["unit"]
    pack = hospital.catalogue.pack(scheme, hospital.period)
    result = run(hospital.hospital, [(pack, hospital.units)], hospital.faults)

    for block in result.rankings[0].blocks:
        print(f"\n{block.label}")
        for row in block.ranked:
            subject = row.sheet.subject
            print(f"{row.rank:>3}  {subject.code:<8} {row.sheet.total}  {row.proposed}")
        for one in block.not_ranked:
            print(f"  –  {one.sheet.subject.code:<8} {one.why} {one.possible or ''}")

    first = result.rankings[0].blocks[0].ranked[0].sheet
    print(f"\n{explain(pack, first)}")
    for file in write_results(folder / "ket-qua", result, {scheme: pack}):
        print(file.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
