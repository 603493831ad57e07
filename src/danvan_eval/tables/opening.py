"""Can this file be read as a table at all? If not, what must its owner do?"""

import zipfile
from pathlib import Path
from typing import Final

from ..errors import FaultError, Place, fault
from .csv_file import csv_grids
from .grid import Grid
from .xlsx_file import xlsx_grids

TEXTS: Final = frozenset({".csv", ".tsv", ".txt"})
WORKBOOKS: Final = frozenset({".xlsx", ".xlsm"})

_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD: Final = "EncryptedPackage".encode("utf-16-le")
_ZIP: Final = b"PK\x03\x04"
_PDF: Final = b"%PDF"


def open_grids(path: Path, file: str) -> tuple[Grid, ...]:
    """Read the sheets of a workbook, or a CSV text cut by each separator.

    Raises:
        FaultError: for a file that cannot be read; the fault says what to do.
    """
    if path.name.startswith("~$"):
        raise _stop("DV-F103", file, near=path.name.removeprefix("~$"))
    kind = path.suffix.lower()
    data = _bytes(path, file)
    if data.startswith(_OLD_OFFICE):
        code = "DV-F105" if _PASSWORD in data else "DV-F104"
        raise _stop(code, file, seen=kind or "OLE")
    if kind not in TEXTS | WORKBOOKS or data.startswith(_PDF):
        raise _stop("DV-F104", file, seen="PDF" if data.startswith(_PDF) else kind)
    if kind in TEXTS:
        if data.startswith(_ZIP):
            raise _stop("DV-F104", file, seen=f"{kind} = zip/xlsx")
        return csv_grids(data, file)
    if not data.startswith(_ZIP):
        raise _stop("DV-F106", file, seen=zipfile.BadZipFile.__name__)
    return xlsx_grids(data, file)


def _bytes(path: Path, file: str) -> bytes:
    if path.is_dir():
        raise _stop("DV-F101", file)
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise _stop("DV-F101", file) from error
    except OSError as error:
        raise _stop("DV-F102", file) from error


def _stop(code: str, file: str, **data: object) -> FaultError:
    return FaultError(fault(code, Place(file), **data))
