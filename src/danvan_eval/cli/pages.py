"""How is the page of one criterion printed on the console?"""

import argparse
import json
from pathlib import PurePath

from ..catalogue import Criterion
from ..errors import FaultError, Place, fault
from ..loading import Catalogue, load_catalogue
from ..pages import criterion_page
from .commands import lint
from .output import say


def catalogue(call: argparse.Namespace) -> int:
    """Compare the files of a catalogue, or print the page of one criterion."""
    return lint(call) if call.what == "lint" else page(call)


def page(call: argparse.Namespace) -> int:
    """Print the page of the criterion that is named before the folders."""
    name, *folders = call.folders or [PurePath()]
    loaded = load_catalogue(*folders, overlays=call.overlay)
    criterion = _named(loaded, "" if name == PurePath() else name.as_posix())
    text = criterion_page(criterion, loaded.instruments, call.lang)
    if call.json:
        data = {"criterion": criterion.id, "language": call.lang, "page": text}
        say(json.dumps(data, ensure_ascii=False))
    else:
        say(text.rstrip())
    return 0


def _named(loaded: Catalogue, name: str) -> Criterion:
    """Return a criterion by its id, or by the part of it after the folder."""
    found = [
        one
        for id_, one in loaded.criteria.items()
        if name in (id_, id_.rpartition("/")[2])
    ]
    if not found:
        allowed = ", ".join(loaded.criteria)
        raise FaultError(fault("DV-R012", Place(key=name), seen=name, allowed=allowed))
    return found[0]
