"""Which hospitals do the examples show? Some that do not exist, made from seeds.

Run it to write their folders again; the same seed gives the same tables::

    python examples/make_hospital.py [folder]
"""

import sys
from pathlib import Path
from typing import Final

from making import mau, mau_year, nhi, nhi_2026, nhi_2026_year, nhi_year
from making.writing import write_hospital

HOSPITALS: Final = (
    (mau.HOSPITAL, mau_year.YEAR),
    (nhi.HOSPITAL, nhi_year.YEAR),
    (nhi_2026.HOSPITAL, nhi_2026_year.YEAR),
)


def main(folder: Path) -> None:
    """Write every hospital into its own folder inside *folder*."""
    for plan, year in HOSPITALS:
        target = folder / plan.folder
        print(f"{len(write_hospital(plan, year, target))} tệp trong {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
