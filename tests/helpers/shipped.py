"""The shipped schemes, and dossiers of a ward, a team and people written by hand.

Whoever is written here did everything. A ward of Kon Tum can reach 92 points and
a team of social work 44 before they are brought to 100; the maxima a test needs
stand in its comments.
"""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction

import attrs

from danvan_eval import Dossier, Period, Subject, load_catalogue, rank, score
from danvan_eval.packs import pack_of
from danvan_eval.plugins import load_registry

CATALOGUE = load_catalogue(registry=load_registry(entry_points=False))
KON_TUM, LAM_DONG = "kt-bvdk-2024", "bvn-ld-2025"
YEARS = {KON_TUM: Period.year(2024), LAM_DONG: Period.year(2025)}
PLANS = tuple(YEARS)
SCHEMES = {id_: one for id_, one in CATALOGUE.schemes.items() if not one.template}
WARDS, PEOPLE = f"{KON_TUM}/khoa-phong", f"{KON_TUM}/ca-nhan"

SERVED = {"service_days": 366, "worked_percent": Fraction(1), "absent_days": 0}
WARD = {
    "C01": {"studied_all": 20, "in_scope": 20},
    "C02": {
        "deployment_minutes": True,
        "employees_present": 20,
        "employees_assigned": 20,
        "employees": 20,
        "plan_items": frozenset({"viec", "nguoi", "thoi-han", "san-pham"}),
    },
    "C03": {
        "people_policy": 100,
        "people": 100,
        "sessions_held": 4,
        "sessions_planned": 4,
        "joint_held": 2,
        "joint_planned": 2,
    },
    "C05": {"scheduled": 12, "held": 12, "excused": 0},
    "C06": {"cases_needing": 2, "held_at_place": 2},
    "C07": {
        "complaint_due": 10,
        "complaint_on_time": 10,
        "denunciation_due": 10,
        "denunciation_on_time": 10,
        "proposal_due": 10,
        "proposal_on_time": 10,
        "feedback_due": 10,
        "feedback_on_time": 10,
    },
    "C08": {"backlog": 2, "closed": 2},
    "C09": {
        "shifts_assigned": 12,
        "shifts_covered": 12,
        "test_calls": 4,
        "test_answered": 4,
        "entries_due": 5,
        "entries_closed": 5,
    },
    "C10": {
        "box_present": True,
        "openings_scheduled": 12,
        "openings_held": 12,
        "letters_received": 3,
        "letters_answered": 3,
    },
    "C12": {"attitude_rate": Fraction(1), "attitude_forms": 100, "substantiated": 0},
    "C13": {"satisfied_rate": Fraction(1), "forms": 100},
    "C14": {"recognised": 2, "replicated": 0},
    "C17": {"tasks_due": 10, "tasks_on_time": 10},
    "C18": {"tasks_due": 10, "tasks_done": 10},
    "C21": {"meeting_held": True, "items_due": 5, "items_published": 5},
    "C24": {"grievances_raised": 10, "grievances_on_time": 10},
    "C25": {"hcm_registered_people": 20, "hcm_done_people": 20, "headcount": 20},
    "C28": {"training_planned": 5, "training_done": 5},
    "C29": {
        "report_sent_on": dt.date(2024, 11, 8),
        "report_never_sent": False,
        "days_off": frozenset(),
        "reminders": 0,
    },
    "C30": {
        "items_required": 10,
        "items_posted": 10,
        "requests_due": 4,
        "requests_on_time": 4,
        "website_required": 4,
        "website_posted": 4,
    },
    "C32": {
        "people_reached": 20,
        "people_signed": 20,
        "headcount": 20,
        "substantiated": 0,
    },
    "C35": {
        "people_contributing": 20,
        "headcount": 20,
        "opinions_received": 4,
        "opinions_answered": 4,
    },
}
"""Every figure of a clinical department of Kon Tum, at its best."""

EMPLOYEE = {
    "C01": {"documents": frozenset({"ct-33", "qd-324-tu"})},
    "C02": {"present": True},
    "C03": {"policy_reached": True},
    "C09": {"own_shifts": 4, "own_covered": 4, "own_excused": 0},
    "C12": {"substantiated": 0},
    "C14": {"recognised": 1},
    "C25": {"hcm_registered": True, "hcm_done": True},
    "C32": {"reached": True, "signed": True, "substantiated": 0},
    "C35": {"contributed": True},
}
HEAD = {
    **EMPLOYEE,
    "C05": {"scheduled": 12, "held": 12, "excused": 0},
    "C06": {"to_chair": 2, "chaired": 2},
    "C31": {
        "sessions_held": 12,
        "sessions_in_person": 12,
        "directing_documents": 4,
        "substantiated": 0,
    },
    "C34": {
        "checks_planned": 4,
        "checks_done": 4,
        "findings_due": 2,
        "findings_fixed": 2,
        "substantiated": 0,
    },
}


def pack(id_, **more):
    """Return the shipped scheme *id_* as a pack; *more* changes the scheme."""
    period = YEARS[id_.partition("/")[0]]
    if not more:
        return CATALOGUE.pack(id_, period)
    changed = attrs.evolve(SCHEMES[id_], **more)
    return pack_of(changed, CATALOGUE.shelf, period, sha256="0" * 64)


def with_changes(best, changes):
    """Return evidence by full id: *best*, but for *changes*; None takes away."""
    whole = {f"danvan/{id_}": dict(seen) for id_, seen in best.items()}
    for id_, figures in (changes or {}).items():
        whole.setdefault(f"danvan/{id_}", {}).update(figures)
    return {
        id_: {name: value for name, value in seen.items() if value is not None}
        for id_, seen in whole.items()
    }


def ward(changes=None, code="K01", trait="lam-sang", best=WARD, **more):
    """Return the dossier of a department that did everything but for *changes*."""
    block = trait if trait != "ctxh" else "chuc-nang"
    subject = Subject("unit", code, block=block, traits={trait})
    return Dossier(subject, YEARS[KON_TUM], with_changes(best, changes), **more)


def team(changes=None, code="T01", **more):
    """Return the dossier of a team of social work; 44 points can be reached."""
    return ward(changes, code, trait="ctxh", **more)


def losing(points, code="T01"):
    """Return a team that loses *points* of its 44, by the survey of C12 (at most 5)."""
    rate = 1 - Fraction(points) / 5
    return team({"C12": {"attitude_rate": rate}}, code)


def nothing_known(code="K01", **more):
    """Return the dossier of a department of which no figure is known."""
    return ward(code=code, best={}, **more)


def employee(changes=None, code="N01", unit="K01", served=SERVED):
    """Return the dossier of a public employee who did everything but for *changes*."""
    subject = Subject(
        "person", code, block="vien-chuc", traits={"vien-chuc"}, unit=unit
    )
    evidence = with_changes(EMPLOYEE, changes) | {"subject": served}
    return Dossier(subject, YEARS[KON_TUM], evidence)


def head(changes=None, code="N00", unit="K01"):
    """Return the dossier of a head of department who did everything."""
    traits = {"vien-chuc", "nguoi-dung-dau"}
    subject = Subject("person", code, block="nguoi-dung-dau", traits=traits, unit=unit)
    evidence = with_changes(HEAD, changes) | {"subject": SERVED}
    return Dossier(subject, YEARS[KON_TUM], evidence)


def sheet(dossier, made=None, unit=None):
    """Score *dossier* by the scheme of Kon Tum for its kind of subject."""
    id_ = WARDS if dossier.subject.kind == "unit" else PEOPLE
    return score(made or pack(id_), dossier, unit)


def found(id_, criterion, figures, trait="lam-sang"):
    """Return what one criterion finds in *figures*, all else being missing."""
    made = pack(id_)
    traits = {trait} if trait else set()
    subject = Subject(made.scheme.subject, "K01", block="", traits=traits)
    evidence: Mapping = {f"danvan/{criterion}": figures}
    lines = score(made, Dossier(subject, made.period, evidence))
    return lines.line(f"danvan/{criterion}").finding


def ranking(*dossiers, made=None):
    """Rank departments of Kon Tum."""
    made = made or pack(WARDS)
    return rank(made, [score(made, one) for one in dossiers])


def places(block):
    """Return the ranks of a block by code."""
    return {row.sheet.subject.code: row.rank for row in block.ranked}


def why_not(block):
    """Return why the others of a block have no rank, by code."""
    return {one.sheet.subject.code: one.why for one in block.not_ranked}
