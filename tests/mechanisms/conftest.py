"""A regulation to be written, on an empty page."""

import pytest

from mechanisms.writing import INSTRUMENT, Book


@pytest.fixture
def book(tmp_path):
    (tmp_path / "qd").mkdir()
    (tmp_path / "qd" / "instrument.toml").write_text(INSTRUMENT, encoding="utf-8")
    return Book(tmp_path)


@pytest.fixture
def people(tmp_path):
    """Give a page for rules about persons."""
    folder = tmp_path / "people"
    (folder / "qd").mkdir(parents=True)
    (folder / "qd" / "instrument.toml").write_text(INSTRUMENT, encoding="utf-8")
    return Book(folder, "person")
