"""The command ``danvan-eval``: parse, call, print, exit."""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ..errors import FaultError, PackError, PluginError
from .output import complain, say
from .parser import parse

__all__ = ["main"]

DONE, NO_RESULT, UNUSABLE = 0, 1, 2
"""Exit codes: results written; none, or problems under ``--strict``; unusable call."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    call = parse(sys.argv[1:] if argv is None else argv)
    if isinstance(call, int):
        return call
    try:
        with _uncollected():
            return int(call.run(call))
    except FaultError as error:
        complain([error.fault], call.lang)
    except PackError as error:
        complain(error.faults, call.lang)
    except PluginError as error:
        say(str(error), sys.stderr)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return UNUSABLE


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the cycle collector out of one command: a fifth of its time finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
