"""A small scheme, and sheets scored by it."""

from fractions import Fraction

from danvan_eval import score
from danvan_eval.scheme import EvidenceRef, Extra
from danvan_eval.terms import Text
from danvan_eval.testing.building import dossier, pack, scheme

TWO = {"mot": {"A": 60, "B": 20}, "hai": {"C": 20}}
ALL = {"A": 1, "B": 1, "C": 1}


def sheet_of(shares, made=None, **told):
    made = made or scheme(TWO)
    return score(pack(made), dossier(shares, **told))


def extra(id_, per, at_most, criterion="A"):
    ref = EvidenceRef(criterion, "events")
    return Extra(id_, Text(id_), ref, Fraction(per), Fraction(at_most))


def codes(sheet):
    return [one.code for one in sheet.faults]
