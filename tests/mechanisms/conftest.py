"""A regulation to be written, on an empty page."""

import pytest

from mechanisms.writing import empty_book


@pytest.fixture
def book(tmp_path):
    return empty_book(tmp_path / "units", "unit")


@pytest.fixture
def people(tmp_path):
    """Give a page for rules about persons."""
    return empty_book(tmp_path / "people", "person")
