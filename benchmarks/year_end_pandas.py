"""Year's end in pandas: a CSV in, a ranked CSV out; the rules are in the code.

python year_end_pandas.py IN.csv OUT.csv
"""

import sys

import pandas as pd
from by_pandas import ranked, scored


def main(source: str, target: str) -> None:
    """Read, score, rank, write; totals are cut after two decimals, as ours are."""
    rows = ranked(scored(pd.read_csv(source)))
    cut = rows["total"] // rows["maximum"]
    whole, part = (cut // 100).astype(str), cut % 100
    decimals = part.astype(str).str.zfill(2).str.rstrip("0")
    rows["total"] = whole.where(part == 0, whole + "." + decimals)
    columns = ["block", "rank", "code", "total", "proposed"]
    rows.to_csv(target, columns=columns, index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
