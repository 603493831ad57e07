"""Small enough to be read: no module over 400 lines, no function over 40."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("src", "tests", "plugins", "benchmarks", "examples", "docs", ".ci")
MOST_LINES, MOST_IN_A_FUNCTION = 400, 40


def files():
    return [
        path
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*.py")
        if not {"build", "__pycache__"} & set(path.parts)
    ]


def test_no_module_is_longer_than_four_hundred_lines():
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in files()}

    assert {} == {path: n for path, n in lengths.items() if n > MOST_LINES}


def test_no_function_is_longer_than_forty_lines():
    long = []
    for path in files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                body = [one for one in node.body if not is_docstring(one)]
                lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0
                if lines > MOST_IN_A_FUNCTION:
                    long.append(f"{path.name}:{node.lineno} {node.name} {lines}")

    assert [] == long


def is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
