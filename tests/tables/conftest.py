"""Real files for the tables: text and workbooks, written for each test."""

import openpyxl
import pytest


@pytest.fixture
def text_file(tmp_path):
    def write(text, name="khoa-noi.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.fixture
def workbook(tmp_path):
    """Write a workbook of rows; change it by hand before it is saved."""

    def write(rows, change=None, name="khoa-noi.xlsx"):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        if change:
            change(book)
        path = tmp_path / name
        book.save(path)
        return path

    return write
