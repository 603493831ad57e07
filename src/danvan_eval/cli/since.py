"""What changed since an earlier run: read it, print the changes, write them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..changes import WORDS, Change, changes_page
from ..errors import FaultError, Place, fault
from ..packs import Pack
from ..records import load_run
from ..results import CHANGES
from ..runs import Run
from ..tables.text import as_text
from ..tables.writing import write_table
from ..terms import Language
from .output import say


def earlier(path: Path) -> Run:
    """Return the run that a file holds.

    Raises:
        FaultError: DV-F101 when there is no such file, DV-F102 when it may not be
            read, DV-R021 when it holds no run.
    """
    place = Place(path.as_posix())
    try:
        if not path.is_file():
            raise FaultError(fault("DV-F101", place))
        return load_run(path.read_text("utf-8"))
    except OSError:
        raise FaultError(fault("DV-F102", place)) from None
    except (ValueError, TypeError, LookupError, AttributeError, ExceptionGroup):
        raise FaultError(fault("DV-R021", place, seen=path.name)) from None


def print_changes(
    found: Iterable[Change], packs: Mapping[str, Pack], language: Language
) -> None:
    """Print whose total or grade changed; of those who only moved, how many."""
    listed = list(found)
    moved = [one for one in listed if one.rank_only]
    page = changes_page([one for one in listed if not one.rank_only], packs, language)
    say(f"\n{page.name}: {len(listed)}")
    if page.rows:
        heads = ("total_before", "total_after", "rank_before", "rank_after")
        right = [WORDS[one].in_(language) for one in heads]
        say(as_text(page.headers, page.rows, right=right))
    if moved:
        say(WORDS["rank_only"].in_(language).format(count=len(moved), file=CHANGES))
    if not listed:
        say(WORDS["none"].in_(language))


def write_changes(
    folder: Path,
    found: Iterable[Change],
    packs: Mapping[str, Pack],
    language: Language,
) -> Path:
    """Write who changed into *folder*; return the file."""
    write_table(folder / CHANGES, changes_page(found, packs, language))
    return folder / CHANGES
