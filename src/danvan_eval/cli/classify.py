"""What does ``danvan-eval classify`` do: a hospital's year, or one of its people?"""

import argparse
import json

import attrs

from ..classifying import dan_van_results, installed
from ..decisions.hospital import Year
from ..decisions.hospital import classify as classify_year
from ..decisions.telling import tell
from ..errors import Fault, FaultError, Place, fault, in_order
from ..records import to_data
from ..runs import Run
from ..runs import run as make_run
from ..wording.printing import WORDS
from ..wording.yearly import YEARLY
from ..workspace import Workspace, read_workspace
from ..workspace.yearly.reading import read_year
from ..workspace.yearly.settings import FILE
from ..workspace.yearly.starting import init_year
from ..year_run import YearRun, dump_year
from ..year_tables import YearPrintout, write_year
from .commands import MOST_PROBLEMS, print_problems
from .output import say, say_made, say_page

FOLDER = "ket-qua-xep-loai"


def classify(call: argparse.Namespace) -> int:
    """Suggest the quality levels of a hospital's year; explain one with a code."""
    workspace = read_workspace(call.folder, overlays=call.overlay, classifies=True)
    if call.init:
        say_made(init_year(workspace), call)
        return 0
    run = classified(workspace)
    if call.code:
        return _explain(run, call)
    folder = call.out or call.folder / FOLDER
    files = write_year(folder, run, call.lang)
    if call.json:
        say(dump_year(run).rstrip())
        return _code(run, call)
    _print(run, call)
    names = ", ".join(file.name for file in files)
    say("")
    told = {"fingerprint": run.fingerprint, "folder": folder, "names": names}
    for key in ("fingerprint", "files"):
        say(WORDS[key].in_(call.lang).format(**told))
    return _code(run, call)


@attrs.frozen(eq=False)
class Classifying:
    """A year that was classified, with what it was worked out from.

    *scored* is None where the hospital only classifies.
    """

    scored: Run | None
    year: Year
    run: YearRun


def classified(workspace: Workspace) -> YearRun:
    """Classify the year of a hospital's folder, its dân vận results beside it."""
    return classifying(workspace).run


def classifying(workspace: Workspace) -> Classifying:
    """Classify the year of a hospital's folder; keep what it was worked out from."""
    work = []
    for kind in workspace.schemes:
        pack = workspace.pack(kind)
        if not pack.scheme.template:
            work.append((pack, workspace.dossiers(kind)))
    scored = make_run(workspace.hospital, work, ()) if work else None
    regimes = installed()
    try:
        results = dan_van_results(scored.sheets if scored else ())
        read = read_year(workspace, regimes, results)
        found = classify_year(regimes, read.year)
    except FaultError as error:
        raise _in_settings(error) from None
    lists = [one for one in workspace.faults if _about_lists(one)]
    faults = in_order((*lists, *read.faults))
    run = YearRun.of(workspace.hospital, read.year, found, regimes, faults)
    return Classifying(scored, read.year, run)


def _in_settings(error: FaultError) -> FaultError:
    """Return an error with the file in which the choice stands, or is missing."""
    place = error.fault.place
    if place.file:
        return error
    return FaultError(attrs.evolve(error.fault, place=attrs.evolve(place, file=FILE)))


def _about_lists(one: Fault) -> bool:
    """Say whether a fault of the folder touches who is classified at all."""
    return one.place.file.rpartition(".")[0] in ("don-vi", "nhan-su", "nghi-dai-ngay")


def _explain(run: YearRun, call: argparse.Namespace) -> int:
    try:
        found = run.found.of(call.code)
    except KeyError:
        place = Place(key=call.code)
        raise FaultError(fault("DV-R011", place, seen=call.code)) from None
    if call.json:
        say(json.dumps(to_data(found), ensure_ascii=False, indent=1))
    else:
        say(tell(found, run.law(call.code), call.lang))
        if run.faults:
            told = {"count": len(run.faults), "folder": call.folder}
            say(YEARLY["problems_left"].in_(call.lang).format(**told))
    return int(not found.ready or (call.strict and bool(run.faults)))


def _print(run: YearRun, call: argparse.Namespace) -> None:
    printout = YearPrintout(run, call.lang)
    found = run.found
    say(f"{run.hospital} · {printout.say('title', year=found.year)}")
    units, people = (one.in_(call.lang) for one in found.why)
    told = {"units": found.units_by, "people": found.people_by}
    say(printout.say("regimes", **told, why_units=units, why_people=people))
    say_page(printout.brief(printout.units()), call.lang)
    say(f"\n{printout.say('people')}: {len(found.people)}")
    say(f"  {printout.counts(found.people)}")
    if call.people:
        say_page(printout.brief(printout.people()), call.lang)
    for sheet in found.worksheets:
        say_page(printout.worksheet(sheet), call.lang)
        for sentence in printout.reckoning(sheet):
            say(f"  • {sentence}")
        if not sheet.by_unit:
            say_page(printout.effects(sheet), call.lang)
    say("")
    say(printout.say("by_code", folder=call.folder))
    say(printout.say("proposes"))
    print_problems(run.faults, call.lang, most=MOST_PROBLEMS)


def _code(run: YearRun, call: argparse.Namespace) -> int:
    people = run.found.people
    ready = any(one.ready for one in (*people, *run.found.units))
    return int(not ready or (call.strict and bool(run.faults)))
