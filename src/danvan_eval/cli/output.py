"""How does text reach a console that may not be UTF-8?"""

import sys
from collections.abc import Iterable
from typing import TextIO

from ..errors import Fault
from ..tables.text import printable
from ..terms import Language


def say(text: str, stream: TextIO | None = None) -> None:
    """Print *text* on *stream* (standard output), in letters the console has."""
    out = stream or sys.stdout
    print(printable(text, out.encoding), file=out)


def complain(faults: Iterable[Fault], language: Language) -> None:
    """Print faults on standard error, one a line."""
    for one in faults:
        say(f"{one.place}: {one.code} {one.text(language)}", sys.stderr)
