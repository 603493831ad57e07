import pytest

from danvan_eval.cli import main
from danvan_eval.workspace import init_workspace


@pytest.fixture
def call(capsys):
    def run(*words):
        code = main([str(word) for word in words])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def small(tmp_path):
    """Return a new folder with a few figures of one department."""
    folder = tmp_path / "moi"
    init_workspace(folder)
    return folder


@pytest.fixture
def change(small):
    """Change a text of the folder's settings."""

    def change(old, new):
        path = small / "danvan.toml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        return small

    return change
