"""The pages say what the code does, and every example in them runs."""

import contextlib
import importlib.util
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"```python\n(.*?)```(?:\s*```text\n(.*?)```)?", re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def blocks():
    for page in PAGES:
        for code, printed in BLOCK.findall(page.read_text("utf-8")):
            yield pytest.param(code, printed, id=f"{page.name}:{code.split()[1]}")


@pytest.mark.parametrize(("code", "printed"), list(blocks()))
def test_an_example_of_the_docs_runs_and_prints_what_stands_below_it(code, printed):
    out = io.StringIO()

    with contextlib.redirect_stdout(out):
        exec(compile(code, "<docs>", "exec"), {"__name__": "__docs__"})  # noqa: S102

    assert printed == out.getvalue()


def test_the_embedding_example_of_the_readme_is_at_most_thirty_lines_long():
    code, _ = BLOCK.findall((ROOT / "README.md").read_text("utf-8"))[0]

    assert len(code.splitlines()) <= 30


def test_the_year_end_example_is_at_most_forty_lines_long():
    lines = (ROOT / "examples" / "year_end.py").read_text("utf-8").splitlines()

    assert len(lines) <= 40


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page):
    targets = LINK.findall(page.read_text("utf-8"))

    assert [] == [target for target in targets if not (page.parent / target).exists()]


@pytest.fixture(scope="module")
def generate():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs/generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["rule-kinds.md", "error-codes.md", "coverage.md"])
def test_the_printed_pages_are_those_the_definitions_give(generate, name):
    assert generate.PAGES[name]() == (ROOT / "docs" / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["tieu-chi", "xep-loai", "de-xuat"])
def test_the_pages_of_a_folder_are_those_the_data_give_and_no_others(generate, name):
    files = {one.name: one for one in (ROOT / "docs" / name).iterdir()}
    printed = generate.folder(name)

    assert sorted(printed) == sorted(files)
    stale = [one for one in files if files[one].read_text("utf-8") != printed[one]]
    assert [] == stale


def test_every_folder_of_printed_pages_is_looked_at(generate):
    assert ["de-xuat", "tieu-chi", "xep-loai"] == sorted(generate.FOLDERS)
