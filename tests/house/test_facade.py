"""The public door is small, sorted, documented and light."""

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import danvan_eval

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "danvan_eval"
HEAVY = (
    "cattrs",
    "holidays",
    "hypothesis",
    "openpyxl",
    "pandas",
    "tabulate",
    "xlsxwriter",
)


def modules():
    return [path for path in SOURCE.rglob("*.py") if "__pycache__" not in path.parts]


def test_the_public_names_are_sorted_and_all_there():
    names = danvan_eval.__all__

    assert sorted(names) == sorted(set(names))
    assert [] == [name for name in names if not hasattr(danvan_eval, name)]


def test_every_public_class_and_function_has_a_docstring():
    public = [getattr(danvan_eval, name) for name in danvan_eval.__all__]
    spoken = [one for one in public if inspect.isclass(one) or inspect.isfunction(one)]

    assert [] == [one for one in spoken if not inspect.getdoc(one)]


def test_importing_the_library_loads_no_heavy_package():
    code = (
        "import sys; from danvan_eval import explain, load_catalogue, rank, score;"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )

    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert "[]" == printed.strip()


def test_nobody_inside_imports_the_facade():
    guilty = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            absolute = isinstance(node, ast.Import) and any(
                alias.name.startswith("danvan_eval") for alias in node.names
            )
            named = isinstance(node, ast.ImportFrom) and not node.level
            if absolute or (named and (node.module or "").startswith("danvan_eval")):
                guilty.append(f"{path.name}:{node.lineno}")

    assert [] == guilty


def test_the_version_is_the_one_of_the_project_file():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert project["version"] == danvan_eval.__version__


def test_every_package_folder_is_listed_for_the_wheel():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = set(project["tool"]["setuptools"]["packages"]) - {"danvan_eval.criteria"}
    folders = {path.parent for path in modules() if path.name == "__init__.py"}
    named = {".".join(folder.relative_to(SOURCE.parent).parts) for folder in folders}

    assert named == listed


def test_no_name_of_the_facade_is_hidden_by_a_module():
    """An imported module becomes a name of the package, in the place of a lazy one."""
    for one in pkgutil.walk_packages(danvan_eval.__path__, "danvan_eval."):
        if not one.name.endswith("__main__"):
            importlib.import_module(one.name)

    public = {name: getattr(danvan_eval, name) for name in danvan_eval.__all__}

    assert [] == [name for name, one in public.items() if inspect.ismodule(one)]
