"""Which tests need a program of the system, and what happens without it?"""

import locale
import os
import shutil
from collections import Counter

import pytest

EVERY = "DANVAN_EVERY_PROGRAM"
"""Set where every program must be there: a skip for want of one is a failure."""

skipped: Counter[str] = Counter()


def is_there(program: str) -> bool:
    """Say whether a program, or a locale such as ``locale:vi_VN.UTF-8``, is there."""
    kind, _, name = program.rpartition(":")
    if kind != "locale":
        return shutil.which(program) is not None
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return False
    locale.setlocale(locale.LC_ALL, before)
    return True


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is not there, or fail where all must be."""
    for mark in item.iter_markers("needs"):
        (program,) = mark.args
        if is_there(program):
            continue
        if os.environ.get(EVERY):
            pytest.fail(f"{program} is not installed and {EVERY} is set")
        pytest.skip(f"needs {program}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count, by program, what was skipped for want of it."""
    for report in terminalreporter.stats.get("skipped", []):
        reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else ""
        if "needs " in reason:
            skipped[reason.rpartition("needs ")[2]] += 1
    for program, count in sorted(skipped.items()):
        terminalreporter.write_line(f"skipped for want of {program}: {count}")
