"""The shipped schemes: what they count, what they rest on, and totals worked by hand."""

import datetime as dt
from fractions import Fraction

import attrs
import pytest

from danvan_eval import Dossier, Period, Subject, load_catalogue, score
from danvan_eval.evidence import MISSING
from danvan_eval.outcomes import Outcome
from danvan_eval.packs import pack_of
from danvan_eval.plugins import load_registry

CATALOGUE = load_catalogue(registry=load_registry(entry_points=False), examples=False)
YEARS = {"kt-bvdk-2024": 2024, "bvn-ld-2025": 2025}
SCHEMES = {id_: one for id_, one in CATALOGUE.schemes.items() if not one.template}
UNITS = {
    "lam-sang": {"lam-sang"},
    "can-lam-sang": {"can-lam-sang"},
    "chuc-nang": {"chuc-nang"},
    "tchc": {"chuc-nang", "tchc"},
    "ctxh": {"ctxh"},
}
PEOPLE = {
    "vien-chuc": {"vien-chuc"},
    "nguoi-lao-dong": {"nguoi-lao-dong"},
    "nguoi-dung-dau": {"nguoi-dung-dau", "vien-chuc"},
}
WHO = {"unit": UNITS, "person": PEOPLE, "hospital": {"benh-vien": set()}}
EVERYBODY = [(id_, who) for id_, one in SCHEMES.items() for who in WHO[one.subject]]

MISDEEDS = {"substantiated"}
ALWAYS_NONE = {"excused", "own_excused", "reminders", "replicated"}
UNTRUE = {"no_comparison", "no_last_year"}
"""Ways out that nobody takes here."""
SERVED = {"service_days": 365, "worked_percent": Fraction(1), "absent_days": 0}


def owed(version):
    """Figures that say what was due, and no figure of what was done."""
    rules = [part.rule for part in version.parts]

    def named(*keys):
        return {getattr(rule, key, None) for rule in rules for key in keys}

    return named("whole", "expected", "sample") - named("part", "done", "count")


def asked(version):
    """Everything that sets of documents, papers, items may hold, by figure."""
    rules = [part.rule for part in version.parts]
    return {rule.fact: rule.members for rule in rules if hasattr(rule, "members")}


def count(name, due, good):
    if name in MISDEEDS:
        return 0 if good else 100
    if name in ALWAYS_NONE:
        return 0
    if name == "dialogues_last_year":
        return 90
    return 100 if good or due else 0


def figure(field, version, good):
    name = field.name
    due = name in owed(version)
    if field.type == "count":
        return count(name, due, good)
    if field.type == "flag":
        return name not in UNTRUE and good is not (name == "report_never_sent")
    if field.type == "percent":
        return Fraction(9, 10) if name == "previous_rate" else Fraction(good)
    if field.type == "members":
        return frozenset(asked(version).get(name, ()) if good else ())
    if field.type == "dates":
        return frozenset()
    assert field.type == "date"
    return dt.date(2024, 11, 8) if good else MISSING


def everything(pack, good):
    return {
        leaf.criterion.id: {
            name: figure(field, leaf.version, good)
            for name, field in leaf.criterion.evidence.items()
        }
        for leaf in pack.leaves
    }


def pack(id_, *readings):
    year = Period.year(YEARS[id_.partition("/")[0]])
    if not readings:
        return CATALOGUE.pack(id_, year)
    other = attrs.evolve(SCHEMES[id_], readings=readings)
    return pack_of(other, CATALOGUE.shelf, year, sha256="0" * 64)


def sheet(id_, who, changes=None, *, good=True, of=None, unit=None, served=SERVED):
    """Score who did everything, or nothing at all, but for *changes*."""
    made = of or pack(id_)
    kind = made.scheme.subject
    evidence = everything(made, good) | {"subject": served}
    for criterion, figures in (changes or {}).items():
        evidence[f"danvan/{criterion}"].update(figures)
    below = "K01" if kind == "person" else ""
    subject = Subject(kind, "A1", block=who, traits=WHO[kind][who], unit=below)
    if who == "nguoi-dung-dau" and unit is None:
        unit = department(id_.replace("ca-nhan", "khoa-phong"))
    return score(made, Dossier(subject, made.period, evidence), unit)


def department(id_, changes=None):
    found = sheet(id_, "lam-sang", changes)
    return attrs.evolve(found, subject=attrs.evolve(found.subject, code="K01"))


def versions_for(scheme):
    return {
        id_
        for id_, criterion in CATALOGUE.criteria.items()
        for one in criterion.versions
        if (one.instrument, one.subject) == (scheme.instrument, scheme.subject)
    }


def counted(sheet):
    kept = [
        one for one in sheet.lines if one.finding.outcome is not Outcome.NOT_APPLICABLE
    ]
    return {one.criterion.removeprefix("danvan/") for one in kept}


def test_both_plans_have_a_scheme_for_departments_people_and_the_hospital():
    kinds = {(one.instrument, one.subject) for one in SCHEMES.values()}

    assert {(plan, kind) for plan in YEARS for kind in WHO} == kinds


@pytest.mark.parametrize("id_", SCHEMES)
class TestEveryScheme:
    def test_its_maxima_sum_to_one_hundred(self, id_):
        groups = SCHEMES[id_].groups

        assert 100 == sum(leaf.max_points for one in groups for leaf in one.leaves)
        assert 100 == sum(one.max_points for one in groups)

    def test_every_criterion_with_a_version_for_it_stands_in_it_once(self, id_):
        leaves = [leaf.criterion for leaf in SCHEMES[id_].leaves]

        assert sorted(versions_for(SCHEMES[id_])) == sorted(leaves)

    def test_every_number_is_assumed(self, id_):
        whole = pack(id_)

        assert {"assumed"} == {one.kind for one in whole.scheme.bases.values()}
        assert 1 == whole.assumed_share(
            tuple(one.leaf.criterion for one in whole.leaves)
        )

    def test_every_group_grade_cap_and_quota_has_a_reason_of_its_own(self, id_):
        scheme = SCHEMES[id_]
        told = CATALOGUE.data[id_]["assumed"]
        wanted = [
            *(f"group.{one.id}.max_points" for one in scheme.groups),
            *(f"grade.{one.id}" for one in scheme.grades),
            *(f"cap.{one.id}" for one in scheme.caps),
            *(f"quota.{one.id}" for one in scheme.quotas),
        ]

        assert len(wanted) == len({told[one] for one in wanted})

    def test_grades_carry_the_same_names_everywhere(self, id_):
        grades = ("xuat-sac", "tot", "kha", "trung-binh", "yeu")

        assert grades == SCHEMES[id_].grade_ids


@pytest.mark.parametrize("id_", [id_ for id_ in SCHEMES if "khoa-phong" in id_])
def test_no_department_is_scored_on_what_only_the_hospital_does(id_):
    of_departments = {
        criterion.id
        for criterion in CATALOGUE.criteria.values()
        if {one.subject for one in criterion.versions} != {"hospital"}
    }

    assert {one.criterion for one in SCHEMES[id_].leaves} <= of_departments


@pytest.mark.parametrize("id_", [id_ for id_ in SCHEMES if "ca-nhan" in id_])
def test_what_only_heads_do_is_asked_of_nobody_else(id_):
    heads = {"C05", "C06", "C23", "C24", "C26", "C27", "C31", "C34"}

    for who in ("vien-chuc", "nguoi-lao-dong"):
        assert set() == counted(sheet(id_, who)) & heads
    assert {"C05", "C06", "C31", "C34"} <= counted(sheet(id_, "nguoi-dung-dau"))


@pytest.mark.parametrize(
    ("plan", "office", "coordinating"),
    [
        ("kt-bvdk-2024", {"C20"}, {"C34", "C36", "C37"}),
        ("bvn-ld-2025", {"C20"}, {"C04", "C11", "C29", "C36"}),
    ],
)
def test_each_block_of_departments_has_its_own_rubric(plan, office, coordinating):
    found = {who: counted(sheet(f"{plan}/khoa-phong", who)) for who in UNITS}
    shared = found["can-lam-sang"]

    assert {"C13"} == found["lam-sang"] - shared
    assert office == found["chuc-nang"] - shared
    assert coordinating == found["tchc"] - found["chuc-nang"]
    assert found["ctxh"] < shared < found["chuc-nang"] < found["tchc"]


@pytest.mark.parametrize(("id_", "who"), EVERYBODY)
class TestTheEndsOfTheScale:
    def test_whoever_did_everything_reaches_one_hundred(self, id_, who):
        found = sheet(id_, who)

        assert (100, "xuat-sac", ()) == (found.total, found.grade, found.missing)

    def test_whoever_did_nothing_has_no_point_and_the_lowest_grade(self, id_, who):
        found = sheet(id_, who, good=False)

        assert (0, "yeu", ()) == (found.total, found.grade, found.missing)


class TestTotalsWorkedByHand:
    def test_a_clinical_department_of_kon_tum(self):
        """It can reach 92.

        C05 one session missed: 3/4 of 4, loses 1. C07 nine of ten complaints in
        time: (0,5+1+1+1)/4 of 8, loses 1. C12 rate 80%, one incident:
        (0,8+0,75)/2 of 10, loses 2,25. 87,75/92 of 100, a model taken up +1, two
        reminders -2. The incident holds it at «tốt».
        """
        changes = {
            "C05": {"held": 99},
            "C07": {"complaint_on_time": 90},
            "C12": {"attitude_rate": Fraction(4, 5), "substantiated": 1},
            "C14": {"replicated": 1},
            "C29": {"reminders": 2},
        }
        found = sheet("kt-bvdk-2024/khoa-phong", "lam-sang", changes)

        assert (Fraction(8775, 92) + 1 - 2, "tot") == (found.total, found.grade)

    def test_a_public_employee_of_kon_tum(self):
        """78 can be reached, 75 without hotline shifts (C09).

        C01 one of two documents: loses 5 of 10. C14 no model: loses 15. 55/75.
        """
        changes = {
            "C01": {"documents": frozenset({"ct-33"})},
            "C09": {"own_shifts": 0, "own_covered": 0},
            "C14": {"recognised": 0},
        }
        found = sheet("kt-bvdk-2024/ca-nhan", "vien-chuc", changes)

        assert (Fraction(220, 3), "tot") == (found.total, found.grade)

    def test_the_hospital_of_kon_tum(self):
        """No backlog takes C08 out: 96 can be reached.

        C01 99 of 100 is not all: loses 6. C33 no review: loses 0,4 of 3. 88,8/96
        is 92,5; C01 at nothing rules out «xuất sắc».
        """
        changes = {
            "C01": {"studied_all": 99},
            "C08": {"backlog": 0, "closed": 0},
            "C33": {"reviewed": False},
        }
        found = sheet("kt-bvdk-2024/benh-vien", "benh-vien", changes)

        assert (Fraction("92.5"), "tot") == (found.total, found.grade)

    def test_the_coordinating_office_of_lam_dong(self):
        """It can reach 96.

        C04 three of six drafted: loses 1 of 2. C20 97 of 100, down to 0,95: loses
        0,1 of 2. C22 one case: (0,5+1)/2 of 3, loses 0,75. C36 95 of 100: loses
        0,1 of 2. 94,05/96; the case holds it at «khá».
        """
        changes = {
            "C04": {"drafted": frozenset({"tcd-quy-che", "tcd-noi-dung", "tcd-lich"})},
            "C20": {"papers_on_time": 97},
            "C22": {"substantiated": 1},
            "C36": {"units_reached": 95},
        }
        found = sheet("bvn-ld-2025/khoa-phong", "tchc", changes)

        assert (Fraction(9405, 96), "kha") == (found.total, found.grade)

    def test_a_head_in_lam_dong_stands_no_higher_than_the_department(self):
        """No training assigned takes C28 out: 97 can be reached.

        C24 half of the opinions answered: (0,5+1)/2 of 3, loses 0,75. C31 two
        documents of four: 0,125 of 4, loses 0,5. 95,75/97 would be «xuất sắc», but
        the department has 85,33, «tốt».
        """
        topics = ("dan_van", "democracy", "ethnic", "religion")
        none = {f"{one}_{kind}": 0 for one in topics for kind in ("quota", "sent")}
        changes = {
            "C24": {"staff_answered": 50},
            "C28": none,
            "C31": {"directing_documents": 2},
        }
        unit = department("bvn-ld-2025/khoa-phong", NINETEEN)
        found = sheet("bvn-ld-2025/ca-nhan", "nguoi-dung-dau", changes, unit=unit)

        assert "tot" == unit.grade
        assert (Fraction(9575, 97), "tot") == (found.total, found.grade)

    def test_the_hospital_of_lam_dong(self):
        """100 can be reached.

        C04 five of six issued: loses 1/6 of 4. C06 90 of 100 held, as many
        as last year: 0,7·0,9+0,3·0,5 = 0,78 of 4, loses 0,88. C13 rate 90% and
        nothing to compare with: loses 0,5 of 5.
        """
        five = frozenset({"tcd-quy-che", "tcd-noi-dung", "tcd-lich", "dt-lich"})
        rate = {"satisfied_rate": Fraction(9, 10), "previous_rate": MISSING}
        changes = {
            "C04": {"issued": five | {"dt-quy-che"}},
            "C06": {"dialogues_held": 90},
            "C13": rate | {"no_comparison": True},
        }
        found = sheet("bvn-ld-2025/benh-vien", "benh-vien", changes)
        lost = Fraction(2, 3) + Fraction("0.88") + Fraction("0.5")

        assert (100 - lost, "xuat-sac") == (found.total, found.grade)


NINETEEN = {
    "C01": {"studied_all": 19, "in_scope": 20},
    "C02": {"people_did": 19, "people": 20},
    "C03": {"people_law": 19, "people": 20},
}
"""Nineteen of twenty people, in the three targets of 100%."""


class TestNineteenOfTwenty:
    """A clinical department of Lâm Đồng; 90 can be reached."""

    def test_read_as_a_whole_it_misses_all_three_targets(self):
        """C01 loses 6, C02 and C03 0,6 of 6 each: 76,8/90."""
        found = sheet("bvn-ld-2025/khoa-phong", "lam-sang", NINETEEN)

        assert (Fraction(256, 3), "tot") == (found.total, found.grade)

    def test_read_by_bands_it_keeps_half_of_each(self):
        """C01 loses 3, C02 and C03 0,3 of 6 each: 83,4/90."""
        bands = pack("bvn-ld-2025/khoa-phong", "theo-bac")
        found = sheet("bvn-ld-2025/khoa-phong", "lam-sang", NINETEEN, of=bands)

        assert (Fraction(278, 3), "xuat-sac") == (found.total, found.grade)


class TestRescaling:
    def test_a_team_is_brought_from_forty_four_to_one_hundred_exactly(self):
        """C03 half of the people reached: 0,25 of 5. 42,75/44."""
        changes = {"C03": {"people_policy": 50}}
        found = sheet("kt-bvdk-2024/khoa-phong", "ctxh", changes)

        assert (Fraction(4275, 44), 100) == (found.total, found.out_of)

    def test_the_same_loss_weighs_more_where_less_applies(self):
        """C24 half: 1,5 of 88 for a paraclinical department, of 96 for the office."""
        half = {"C24": {"grievances_on_time": 50}}
        id_ = "kt-bvdk-2024/khoa-phong"

        assert Fraction(8650, 88) == sheet(id_, "can-lam-sang", half).total
        assert Fraction(9450, 96) == sheet(id_, "tchc", half).total


class TestWhoIsNotRated:
    @pytest.mark.parametrize("id_", [id_ for id_ in SCHEMES if "ca-nhan" in id_])
    @pytest.mark.parametrize(
        ("told", "rated"),
        [
            ({"worked_percent": Fraction(1, 2), "absent_days": 182}, True),
            ({"worked_percent": Fraction(49, 100)}, False),
            ({"service_days": 179}, False),
            ({"absent_days": 183}, False),
        ],
    )
    def test_a_person_of_half_a_year_is_rated_of_less_is_not(self, id_, told, rated):
        found = sheet(id_, "vien-chuc", served=SERVED | told)

        assert rated is (found.eligibility == "eligible")
