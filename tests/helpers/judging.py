"""A few criteria, and what is found in evidence given by name."""

from fractions import Fraction

from danvan_eval.evidence import MISSING
from danvan_eval.judging import judge
from danvan_eval.kinds.bands import Bands
from danvan_eval.kinds.survey import Survey
from danvan_eval.kinds.yes_no import YesNo
from danvan_eval.testing.building import criterion, field, part

HALF = Fraction(1, 2)
BANDS = Bands(
    part="du",
    whole="tong",
    bands=[{"at_least": 1, "share": 1}, {"at_least": 0, "share": 0}],
    on_zero="not_applicable",
)
SURVEY = Survey(
    metric="hai-long",
    value="chi_so",
    sample="phieu",
    out_of=1,
    min_sample=30,
    on_small_sample="not_applicable",
)


def counts(*names, **more):
    return tuple(field(name, "count", **more) for name in names)


def found(made, **given):
    (version,) = made.versions
    return judge(made, version, *[given.get(name, MISSING) for name in version.reads])


def ratio(**more):
    return criterion("A", part(BANDS, "", 1), fields=counts("du", "tong", **more))


def survey():
    fields = (field("chi_so", "percent"), *counts("phieu"))
    return criterion("A", part(SURVEY, "", 1), fields=fields)


def codes(finding):
    return [one.code for one in finding.faults]


def yes_no(id_, weight, **more):
    return part(YesNo(fact=id_), id_, weight, **more)
