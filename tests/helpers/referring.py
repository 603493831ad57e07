"""A finding with nothing left open, and what is referred of it.

A test takes something away, or says something else.
"""

import datetime as dt

import attrs

from danvan_eval.consequences.finding import (
    Conduct,
    Earlier,
    Finding,
    Happened,
    Situation,
    answers,
)
from danvan_eval.consequences.referral import Referral, refer
from danvan_eval.loading.laws import load_laws

OLD, NEW = "kl-2023", "kl-2026"
DAYS = {OLD: dt.date(2025, 6, 16), NEW: dt.date(2027, 3, 15)}
"""A day of conclusion wholly under each law."""
RULES = Conduct("15/QĐ-BVT", dt.date(2023, 12, 1))
GROUPS = ("exclusion", "exemption", "unlimited", "aggravating", "mitigating")
FORMS = (
    *("khiển trách", "cảnh cáo", "cách chức", "buộc thôi việc", "hạ bậc lương"),
    *("reprimand", "demot", "dismiss", "removal", "warning"),
)
"""Words of a form in either language."""


def day(written):
    """Return a day written in ISO form; None stays None."""
    return dt.date.fromisoformat(written) if written else None


def finding(law=OLD, act="overbearing", **more):
    """Return a finding concluded on under *law* with every fact known, but for *more*.

    Days may be written in ISO form.
    """
    told = {
        name: day(one) if name.endswith("_on") and isinstance(one, str) else one
        for name, one in more.items()
    }
    concluded = told.get("concluded_on") or DAYS[law]
    acted = told.get("act_on", concluded - dt.timedelta(days=40))
    whole = Finding(
        case="KL-07",
        person="N01",
        act=act,
        state="concluded",
        concluded_on=concluded,
        concluded_by="complaint",
        act_on=acted,
        ended_on=acted,
        found_on=concluded - dt.timedelta(days=20),
        official=True,
        manages=False,
        reminded=Happened(known=False),
        first=True,
        later_acts=(),
        situations=(),
        **{group: answers(group) for group in GROUPS},
    )
    return attrs.evolve(whole, **told)


def referred(one, opened="same", conduct=RULES):
    """Return what is referred; by default it was opened the day it was concluded on."""
    opened_on = one.concluded_on if opened == "same" else day(opened)
    return refer(load_laws(), one, opened_on=opened_on, conduct=conduct)


def grounds(law=OLD, act="overbearing", **more):
    """Return the grounds of the law that applies to a finding."""
    found = referred(finding(law, act, **more))
    assert isinstance(found, Referral), found
    assert law == found.law
    return found.grounds


def reminder(on):
    """Return a written reminder given on a day."""
    return Happened.day(day(on))


def situation(kind, since, until=None, lifted=None):
    """Return a situation between two days written in ISO form."""
    return Situation(kind, day(since), day(until), lifted)


def earlier(on, *, same=True):
    """Return a decision that took effect before."""
    return Earlier(day(on), same, "12/QĐ-BVT")


def classes(found):
    """Return months and answer of each class of limitation, as a law lists them."""
    return [(one.months, one.open.value) for one in found.limitations]


def clauses(found):
    """Return each clause the act may fall under, with its answer."""
    return [(one.clause, one.truth.value) for one in found.candidates]
