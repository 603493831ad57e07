"""Set everything up and run the example, or the tests; needs only Python ≥ 3.11.

    python3 start.py         the year-end of the example hospitals
    python3 start.py test    every check of the project

On Windows write ``py`` for ``python3``. The first run makes ``.venv`` and
installs into it; later runs start at once.
"""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = HOME / "installed-from"
OLDEST = (3, 11)
EXAMPLES = (
    ("rank", "examples/benh-vien-mau"),
    ("rank", "examples/benh-vien-nhi-mau"),
    ("classify", "examples/benh-vien-nhi-mau-2026"),
)


def main(words: list[str]) -> int:
    """Do what is asked; return the exit code."""
    if sys.version_info < OLDEST:
        print("Cần Python 3.11 trở lên. / Python 3.11 or newer is needed.")
        return 2
    if words not in ([], ["test"]):
        print(__doc__)
        return 2
    testing = words == ["test"]
    set_up(testing=testing)
    if testing:
        return subprocess.call([str(PYTHON), str(HERE / ".ci" / "checks.py")], cwd=HERE)
    return max(show(*example) for example in EXAMPLES)


def show(what: str, example: str) -> int:
    """Rank, or classify, one example hospital; return the exit code."""
    print(f"\n=== {what} {example}", flush=True)
    command = [str(PYTHON), "-m", "danvan_eval", what, example]
    return subprocess.call(command, cwd=HERE)


def set_up(*, testing: bool) -> None:
    """Make the environment and install the project into it, once."""
    stamp = wanted(testing=testing)
    if PYTHON.exists() and STAMP.exists() and stamp in STAMP.read_text("utf-8").split():
        return
    print("Đang cài đặt lần đầu, chờ một phút… / Setting up, a minute please…")
    if not PYTHON.exists():
        venv.create(HOME, with_pip=True)
    pip = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    what = ["--editable", ".[all]"]
    if testing:
        subprocess.check_call([*pip, "--upgrade", "pip>=25.1"], cwd=HERE)
        what += ["--group", "dev"]
    subprocess.check_call([*pip, *what], cwd=HERE)
    with STAMP.open("a", encoding="utf-8") as file:
        file.write(f"{stamp}\n")


def wanted(*, testing: bool) -> str:
    """Return a mark of what should be installed: the project file and the purpose."""
    content = (HERE / "pyproject.toml").read_bytes()
    return f"{hashlib.sha256(content).hexdigest()}-{'test' if testing else 'run'}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
