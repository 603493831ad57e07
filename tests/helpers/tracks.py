"""Facts of the award tracks of a year; a test changes what it is about."""

import datetime as dt
from functools import cache

import attrs

from danvan_eval.consequences.track_facts import (
    AtLeast,
    Example,
    ModelFact,
    TrackFacts,
    TrackRules,
)
from danvan_eval.consequences.tracks import propose_tracks
from danvan_eval.loading.laws import load_laws
from danvan_eval.periods import Period
from danvan_eval.subjects import Subject
from danvan_eval.terms import Text

UNITS = ("K01", "K02", "K03")
PEOPLE = ("NV0001", "NV0002")
TEAM, ONE = "dan-van-kheo-tap-the", "dan-van-kheo-ca-nhan"
OWN = "Điều 7 Quy chế TĐKT (hư cấu)"
TWO = AtLeast(2, OWN)


@cache
def plan(id_="bvn-ld-2025"):
    """Return a shipped plan."""
    return load_laws()[id_]


def facts(year=2025, **more):
    """Return the facts of a year in which nobody did anything, but for *more*."""
    made = TrackFacts(
        dt.date(year, 12, 10),
        Period.year(year),
        tuple(Subject("unit", code) for code in UNITS),
        tuple(Subject("person", code, unit="K01") for code in PEOPLE),
        models=(),
        democracy=(),
        sheets=(),
        examples=(),
    )
    return attrs.evolve(made, **more)


def model(
    id_="MH-01", stage="cong-nhan", units=("K01",), people=(), on="2025-09-03", **more
):
    """Return a model of K01 that was recognised in 2025, but for what is given."""
    day = dt.date.fromisoformat(on) if on else None
    return ModelFact(id_, frozenset(units), frozenset(people), stage, day, **more)


def example(code="NV0001", document="15/TTr-K01", proposed="2025-10-02", **more):
    """Return somebody named as typical."""
    on = dt.date.fromisoformat(proposed) if proposed else None
    return Example(
        code, Text("trả lại tài sản", "returned a lost bag"), document, on, **more
    )


def proposed(*models, year=2025, by=None, adopted=None, **more):
    """Return the proposals of a year with these models."""
    rules = {"adopted": adopted or TrackRules()}
    return propose_tracks(
        facts(year, models=models, **more), plan=by or plan(), **rules
    )


def without_models():
    """Return the proposals of a hospital that keeps no register of models."""
    return propose_tracks(facts(models=None), plan=plan())


def of(found, track, code="K01"):
    """Return the one proposal of a track for a subject; None where there is none."""
    own = [one for one in found if (one.id, one.subject.code) == (track, code)]
    assert len(own) < 2
    return own[0] if own else None


def flags(one):
    """Return the ids of what is told beside a proposal."""
    return [flag.id for flag in one.flags]


def told(one):
    """Return everything that is told beside a proposal."""
    return " | ".join(flag.says.vi for flag in one.flags)
