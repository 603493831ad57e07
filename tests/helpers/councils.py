"""A council, its ballots and what it votes on; a test changes what it is about."""

import datetime as dt
from fractions import Fraction

import attrs

from danvan_eval.consequences.ballots import Ballots
from danvan_eval.consequences.council import hold_vote
from danvan_eval.consequences.members import Council, Member, Motion, Share
from danvan_eval.loading.laws import load_laws
from danvan_eval.subjects import Subject
from danvan_eval.terms import Text

ON = dt.date(2025, 12, 15)
OWN = "cstdcs"
NATIONAL = "cstd-toan-quoc"
FLAG = "co-thi-dua-chinh-phu"
CANDIDATE = "NV0100"
SEVENTY = Share(Fraction(7, 10), "Điều 8 Quy chế TĐKT (hư cấu)", "members")


def law(id_="hd-2025"):
    """Return a shipped body of law on councils, or a plan."""
    return load_laws()[id_]


def council(size=9, **changes):
    """Return a council of *size*, all present, nobody recused, but for *changes*."""
    roles = ["chair", "secretary", *["member"] * size][:size]
    members = [
        Member(f"HD{nth}", role, present=True, recusals=())
        for nth, role in enumerate(roles, 1)
    ]
    return Council(
        tuple(attrs.evolve(one, **changes.get(one.code, {})) for one in members)
    )


def motion(award=OWN, candidate=CANDIDATE, kind="person"):
    """Return a motion; the award is called by its id."""
    return Motion(Subject(kind, candidate), award, Text(award, award))


def ballots(yes, of=9, award=OWN, candidate=CANDIDATE, **other):
    """Return *of* ballots, *yes* in favour and the rest against, but for *other*."""
    counted = Ballots(candidate, award, of, of, of, 0, yes, of - yes, 0)
    return attrs.evolve(counted, **other)


def vote(*lines, size=9, agenda=None, **other):
    """Hold a vote of a whole council on *lines*."""
    motions = [motion(one.award, one.candidate) for one in lines]
    held = {
        "council": council(size),
        "law": law(),
        "on": ON,
        "adopted": {OWN: SEVENTY},
    } | other
    return hold_vote(motions if agenda is None else agenda, lines, **held)


def only(found):
    """Return the outcome of a vote on one motion."""
    (outcome,) = found.outcomes
    return outcome


def codes(faults):
    """Return the codes of faults, in their order."""
    return [one.code for one in faults]
