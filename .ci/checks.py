"""Every check of the project, one after another; stops at nothing, fails at the end.

Called by ``python3 start.py test`` inside the project's environment. It needs
Python only; what needs a program of the system is skipped by name and counted.
"""

import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
PLUGINS = sorted(path.parent for path in (HERE / "plugins").glob("*/pyproject.toml"))
EXAMPLE = HERE / "examples" / "benh-vien-mau"


def run(*command: str, cwd: Path = HERE) -> bool:
    """Run one command and say whether it went well."""
    return subprocess.run(command, cwd=cwd, check=False).returncode == 0


def module(name: str, *words: str) -> bool:
    """Run a module of this environment."""
    return run(sys.executable, "-m", name, *words)


def house() -> bool:
    """Style, types, floors."""
    scripts = str(Path(sys.executable).parent / "lint-imports")
    return all(
        [
            module("ruff", "check", "."),
            module("ruff", "format", "--check", "."),
            module("mypy"),
            run(scripts),
        ]
    )


def tests() -> bool:
    """Tests, doctests of the code, README and docs."""
    return module("pytest", "--numprocesses=auto", "--dist=worksteal")


def wheel() -> bool:
    """Build the wheel, install it in an empty environment, rank the example from it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if not module("build", "--outdir", str(place / "dist"), str(HERE)):
            return False
        (built,) = (place / "dist").glob("*.whl")
        return empty_environment(place, built) and plugins(place, built)


def empty_environment(place: Path, built: Path) -> bool:
    """Import the wheel where nothing else is, and rank the example with it."""
    python = environment(place / "empty", str(built))
    example = shutil.copytree(EXAMPLE, place / "example")
    shutil.rmtree(example / "ket-qua", ignore_errors=True)
    return all(
        [
            run(python, "-c", "import danvan_eval", cwd=place),
            run(python, "-m", "danvan_eval", "catalogue", "lint", cwd=place),
            run(python, "-m", "pip", "install", "--quiet", f"{built}[xlsx]", cwd=place),
            run(python, "-m", "danvan_eval", "rank", str(example), cwd=place),
            (example / "ket-qua" / "ket-qua.json").exists(),
        ]
    )


def plugins(place: Path, built: Path) -> bool:
    """Run every plugin's own tests against the wheel."""
    went_well = True
    for plugin in PLUGINS:
        own = f"{built}[testing]"
        python = environment(place / plugin.name, own, str(plugin))
        went_well &= run(python, "-m", "pytest", str(plugin / "tests"), cwd=place)
    return went_well


def environment(place: Path, *packages: str) -> str:
    """Make an environment with *packages* and return its interpreter."""
    venv.create(place, with_pip=True)
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    subprocess.run([str(python), *install, *packages], check=True)
    return str(python)


CHECKS = (house, tests, wheel)


def main() -> int:
    """Run every check; report each with its time."""
    lines = []
    for check in CHECKS:
        began = time.monotonic()
        print(f"\n=== {check.__name__}: {check.__doc__}", flush=True)
        went_well = check()
        word = "ok" if went_well else "FAILED"
        lines.append((word, check.__name__, time.monotonic() - began))
    print("\n=== Summary")
    for word, name, seconds in lines:
        print(f"{word:>6}  {name}  {seconds:.0f} s")
    return int(any(word == "FAILED" for word, _, _ in lines))


if __name__ == "__main__":
    sys.exit(main())
