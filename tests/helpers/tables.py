"""A table of three columns, and what is asked of every table read."""

from danvan_eval import grammar
from danvan_eval.tables.headers import Column
from danvan_eval.tables.reading import read_table

CODE = Column("code", ("Mã", "Mã số"), label=True)
NAME = Column("name", ("Họ và tên",), label=True)
HELD = Column("held", ("Số buổi", "Số buổi đã tiếp"))
NOTE = Column("note", ("Ghi chú",), required=False)
COLUMNS = (CODE, NAME, HELD, NOTE)
HEADS = ["Mã", "Họ và tên", "Số buổi"]


def read(path, **more):
    return read_table(path, **{"columns": COLUMNS, "key": "code", **more})


def codes(table):
    return [one.code for one in table.faults]


def said(table, code):
    (found,) = [one for one in table.faults if one.code == code]
    assert found.text("vi") != found.text("en")
    return dict(found.data)


def held(table):
    return [grammar.number(row["held"]) for row in table.rows]
