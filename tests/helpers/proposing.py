"""A small hospital with the tables of ``de-xuat/``, as ``decide`` finds it."""

import csv

from danvan_eval.workspace.following.reading import COLUMNS
from helpers.years import folder

SETTINGS = """\
schema = 1
[days]
titles = 2026-12-20
salary = 2026-12-31
appointment = 2026-12-31
duties = 2026-12-31
"""
COUNCIL = "council = 2026-12-18\n"
SHARE = '[[share]]\naward = "ldtt"\nratio = "70%"\narticle = "Đ1"\nbase = "members"\n'
IDS = {
    name.rpartition("/")[2]: [column.id for column in columns]
    for name, columns in COLUMNS.items()
}
HEADS = {
    name.rpartition("/")[2]: [column.headers[0] for column in columns]
    for name, columns in COLUMNS.items()
}
WHO = frozenset({"person", "code", "member"})
MEMBERS = [{"member": code, "present": "có", "recused": "không"} for code in "ABC"]
BALLOTS = {
    "code": "G",
    "award": "Lao động tiên tiến",
    "issued": 3,
    "returned": 3,
    "valid": 3,
    "invalid": 0,
    "yes": 3,
    "no": 0,
    "blank": 0,
}


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)


def rows_of(name, *told):
    """Return the table *name* with a row for each of *told*, by ids of columns."""
    assert set() == {id_ for one in told for id_ in one} - set(IDS[name])
    return [
        HEADS[name],
        *[[str(one.get(id_, "")) for id_ in IDS[name]] for one in told],
    ]


def hospital(path, more=None, *, settings=SETTINGS):
    """Write the small hospital with every table, empty but for *more*."""
    folder(path)
    tables = {name: rows_of(name) for name in HEADS} | (more or {})
    for name, rows in tables.items():
        if rows is not None:
            write(path / "de-xuat" / f"{name}.csv", rows)
    (path / "de-xuat" / "de-xuat.toml").write_text(settings, "utf-8")
    return path


def table(path):
    """Return the rows of a table that was left."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, delimiter=";"))


def problems(path):
    """Return place and code of everything the file of problems lists."""
    return [row[:2] for row in table(path / "ket-qua-de-xuat" / "van-de.csv")[1:]]
