"""How is time taken, here and in processes of their own?"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
LAUNCHER = Path(__file__).with_name("launcher.py")


@dataclass(frozen=True)
class Row:
    """One line of the printed table: medians, with the fastest and slowest beside."""

    measure: str
    contestant: str
    unit: str
    times: tuple[float, ...]
    note: str = ""

    def __str__(self) -> str:
        """Set the line; a contestant that was wrong has its time in brackets."""
        middle = f"{median(self.times):.1f}"
        if self.note.startswith("WRONG"):
            middle = f"({middle})"
        spread = f"{min(self.times):.1f}–{max(self.times):.1f}"
        numbers = f"{middle:>9} {self.unit:<4}{spread:>17}"
        return f"{self.measure:<32}{self.contestant:<43}{numbers}   {self.note}"


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return the seconds *work* took, and what it returned."""
    began = perf_counter()
    result = work()
    return perf_counter() - began, result


@dataclass(frozen=True)
class Ran:
    """What a process of its own took: wall seconds, and MiB at its peak."""

    seconds: float
    mebibytes: float


def surroundings(cache: Path, **more: str) -> dict[str, str]:
    """Return an environment where compiled modules are kept, in the folder *cache*.

    Without them every start would compile every module, as nobody's second start does.
    """
    env = {name: text for name, text in os.environ.items() if name != NO_BYTECODE}
    return {**env, "PYTHONPYCACHEPREFIX": str(cache), **more}


def child(command: Sequence[str], env: Mapping[str, str]) -> Ran:
    """Run *command* from a launcher so small that the peak memory is the child's own.

    A process inherits the high-water mark of the one that starts it, so a child
    of this process would report our memory and not its own.

    Raises:
        CalledProcessError: when it fails.
    """
    launch = [sys.executable, "-S", "-E", str(LAUNCHER), *command]
    told = subprocess.run(launch, check=True, capture_output=True, env=env)
    seconds, kibibytes = json.loads(told.stdout)
    return Ran(seconds, kibibytes / 1024)


def interleaved(
    contestants: Mapping[str, Callable[[], T]], rounds: int
) -> dict[str, list[T]]:
    """Run every contestant once, then all again, so that noise falls on all alike.

    One round more than asked is run first and thrown away: files get warm in it.
    """
    results: dict[str, list[T]] = {name: [] for name in contestants}
    for nth in range(rounds + 1):
        for name, work in contestants.items():
            result = work()
            if nth:
                results[name].append(result)
    return results
