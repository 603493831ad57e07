"""What does ``danvan-eval decide`` do: what may follow from a hospital's year?"""

import argparse
import json

import attrs

from ..consequences.telling import tell_consequences
from ..errors import FaultError, Place, fault, in_order
from ..follow_run import FollowRun, dump_follow, inputs_of
from ..follow_tables import FollowPrintout, write_follow
from ..following import Following
from ..loading.laws import load_laws
from ..records import to_data
from ..wording.following import FOLLOWING
from ..wording.printing import WORDS
from ..workspace import Workspace, read_workspace
from ..workspace.following.reading import read_following
from ..workspace.following.starting import init_following
from ..workspace.settings import FILE as SETTINGS
from .classify import classifying
from .commands import MOST_PROBLEMS, print_problems
from .output import say, say_made, say_page

FOLDER = "ket-qua-de-xuat"


def decide(call: argparse.Namespace) -> int:
    """Propose what may follow for everybody; say it whole for one code."""
    workspace = read_workspace(call.folder, overlays=call.overlay, classifies=True)
    if call.init:
        say_made(init_following(workspace), call)
        return 0
    run = proposals(workspace)
    if call.code:
        return _explain(run, call)
    folder = call.out or call.folder / FOLDER
    files = tuple(write_follow(folder, run, call.lang))
    if call.json:
        say(dump_follow(run).rstrip())
    else:
        _print(run, call)
        names = ", ".join(file.name for file in files)
        told = {"fingerprint": run.fingerprint, "folder": folder, "names": names}
        for key in ("fingerprint", "files"):
            say(WORDS[key].in_(call.lang).format(**told))
    return int(call.strict and bool(run.faults))


def proposals(workspace: Workspace) -> FollowRun:
    """Score, classify, and work out what may follow from a hospital's folder."""
    of_year = classifying(workspace)
    year, scored = of_year.year, of_year.scored
    laws = load_laws()
    read = read_following(workspace, year, laws)
    following = Following(
        laws,
        workspace,
        year,
        of_year.run.found,
        {one.subject.code: one for one in (scored.sheets if scored else ())},
        scored.rankings if scored else (),
        read,
    )
    try:
        followed = following.followed()
    except FaultError as error:
        raise _in_period(error) from None
    return FollowRun(
        workspace.hospital,
        year.year,
        followed,
        laws,
        scored.fingerprint if scored else "",
        of_year.run.fingerprint,
        inputs_of(read),
        in_order((*of_year.run.faults, *followed.faults)),
    )


def _in_period(error: FaultError) -> FaultError:
    """Return an error with its place: the days were read, what is left is the year."""
    place = error.fault.place
    if place.file:
        return error
    place = Place(SETTINGS, key="period.to")
    return FaultError(attrs.evolve(error.fault, place=place))


def _explain(run: FollowRun, call: argparse.Namespace) -> int:
    try:
        found = run.followed.of(call.code)
    except KeyError:
        place = Place(key=call.code)
        raise FaultError(fault("DV-R011", place, seen=call.code)) from None
    if call.json:
        say(json.dumps(to_data(found), ensure_ascii=False, indent=1))
    else:
        say(tell_consequences(found, run.laws, call.lang))
        if run.faults:
            told = {"count": len(run.faults), "folder": call.folder}
            say(FOLLOWING["problems_left"].in_(call.lang).format(**told))
    return int(call.strict and bool(run.faults))


def _print(run: FollowRun, call: argparse.Namespace) -> None:
    printout = FollowPrintout(run, call.lang)
    say(f"{run.hospital} · {printout.say('title', year=run.year)}")
    say_page(printout.counts(), call.lang)
    say(f"\n• {printout.early()}")
    referrals = printout.referrals()
    say(f"\n{referrals.name}: {len(referrals.rows)}")
    for code, _, case, says in referrals.rows:
        say(f"  {code} · {case}: {str(says).partition(chr(10))[0]}")
    votes = printout.votes()
    if votes.rows:
        say_page(votes, call.lang)
    say_page(printout.duties(brief=True), call.lang)
    say_page(printout.figures(brief=True), call.lang)
    say("")
    say(printout.say("by_code", folder=call.folder))
    say(printout.say("proposes"))
    print_problems(run.faults, call.lang, most=MOST_PROBLEMS)
    say("")
