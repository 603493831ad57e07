"""How does text reach a console that may not be UTF-8?"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from ..errors import Fault
from ..tables.text import as_text, printable
from ..tables.writing import Sheet as Page
from ..terms import Language
from ..wording.printing import WORDS


def say(text: str, stream: TextIO | None = None) -> None:
    """Print *text* on *stream* (standard output), in letters the console has."""
    out = stream or sys.stdout
    print(printable(text, out.encoding), file=out)


def complain(faults: Iterable[Fault], language: Language) -> None:
    """Print faults on standard error, one a line."""
    for one in faults:
        say(f"{one.place}: {one.code} {one.text(language)}", sys.stderr)


def say_made(files: Sequence[Path], call: argparse.Namespace) -> None:
    """Print which files a command made, each inside its folder, or as JSON."""
    if call.json:
        say(json.dumps([file.as_posix() for file in files], ensure_ascii=False))
        return
    say(WORDS["made"].in_(call.lang).format(count=len(files), folder=call.folder))
    for file in files:
        say(f"  {file.relative_to(call.folder).as_posix()}")


def say_page(page: Page, language: Language) -> None:
    """Print a table under its name."""
    say(f"\n{page.name}")
    say(as_text(page.headers, page.rows, comma=language == "vi"))
