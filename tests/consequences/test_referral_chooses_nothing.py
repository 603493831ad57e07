"""A referral knows no form, no gravity, no guilt, no score: by its types and words."""

import importlib
import pkgutil
import re

import attrs
import grimp
import pytest

import danvan_eval.consequences as package
from danvan_eval.consequences.finding import ACTS, Happened, answers
from danvan_eval.consequences.limitation import Limitation
from danvan_eval.consequences.referral import NoGround, Referral, refer
from danvan_eval.consequences.referral_text import tell_no_ground, tell_referral
from danvan_eval.loading.laws import load_laws
from helpers.referring import (
    FORMS,
    NEW,
    OLD,
    day,
    earlier,
    finding,
    referred,
    reminder,
    situation,
)

OWN = ("finding", "articles", "limitation", "circumstances", "grounds", "referral")
MODULES = [f"danvan_eval.consequences.{one}" for one in (*OWN, "referral_text")]
STRANGERS = re.compile(
    r"\.(scoring|sheet|ranking|totals|grading|points_of|judging|heads|suggestions)$"
    r"|\.decisions\.(classification|levels|verdicts|facts|hospital|people|units|nd\d+)"
    r"|\.(results|records|runs|year_run|classifying)"
)
CHOSEN = re.compile(
    r"(proposed|chosen|suggested|discipline)_forms?$"
    r"|(^|_)(sanction|penalty|severity|gravity|guilt|guilty|blame)($|_)"
)
SCORED = re.compile(r"(^|_)(score|points|level|grade|rank)($|_)")


def classes():
    """Return every type of the package that has fields, by its full name."""
    found = {}
    for one in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(one.name)
        for name, kind in vars(module).items():
            if attrs.has(kind) and kind.__module__ == one.name:
                found[f"{one.name}.{name}"] = kind
    return found


def decided(kind):
    """Say whether a type holds a decision that was taken: it carries its day."""
    days = {"effective_on", "decided_on", "took_effect_on"}
    return bool(days & {one.name for one in attrs.fields(kind)})


@pytest.fixture(scope="module")
def graph():
    """What imports what in the whole library, read from its files."""
    return grimp.build_graph("danvan_eval", cache_dir=None)


def names_a_form(field):
    """Say whether the values a field may have are forms of discipline."""
    options = getattr(field.type, "__members__", {})
    told = " ".join([str(field.type), *map(str, options)]).casefold()
    return any(one in told for one in ("khien", "canh_cao", "cach_chuc", *FORMS))


class TestImports:
    """A score or a level cannot come in: nothing they are made of is imported."""

    @pytest.mark.parametrize("module", MODULES)
    def test_what_is_imported_on_the_way_knows_no_score_and_no_level(
        self, graph, module
    ):
        reached = {module} | graph.find_upstream_modules(module)

        assert [] == sorted(one for one in reached if STRANGERS.search(one))

    @pytest.mark.parametrize("module", MODULES)
    def test_of_classification_only_clauses_and_answers_are_used(self, graph, module):
        reached = graph.find_upstream_modules(module)
        used = {one for one in reached if ".decisions." in one}

        assert used <= {
            "danvan_eval.decisions.answers",
            "danvan_eval.decisions.clauses",
        }


class TestTypes:
    """No field of any type has room for a form, for gravity, or for guilt."""

    def test_no_type_of_the_package_has_a_field_for_what_is_to_be_chosen(self):
        wrong = [
            f"{name}.{field.name}"
            for name, kind in classes().items()
            for field in attrs.fields(kind)
            if CHOSEN.search(field.name)
        ]

        assert [] == wrong

    def test_only_a_decision_that_was_taken_says_a_form(self):
        wrong = [
            f"{name}.{field.name}"
            for name, kind in classes().items()
            if not decided(kind)
            for field in attrs.fields(kind)
            if names_a_form(field)
        ]

        assert [] == wrong

    def test_no_type_of_a_referral_says_a_form_even_of_an_earlier_decision(self):
        own = {
            name: kind for name, kind in classes().items() if kind.__module__ in MODULES
        }
        fields = [field for kind in own.values() for field in attrs.fields(kind)]

        assert 10 < len(own)
        assert [] == [one.name for one in fields if names_a_form(one)]
        assert [] == [one.name for one in fields if re.search("form$|forms$", one.name)]

    def test_no_type_of_a_referral_has_a_field_for_a_score_or_level(self):
        wrong = [
            f"{name}.{field.name}"
            for name, kind in classes().items()
            if kind.__module__ in MODULES
            for field in attrs.fields(kind)
            if SCORED.search(field.name)
        ]

        assert [] == wrong

    def test_whoever_refers_is_asked_for_facts_and_nothing_else(self):
        known = {"laws", "finding", "opened_on", "conduct", "return"}

        assert known == set(refer.__annotations__)


def strings(value):
    """Yield every string inside a value, but for what classes of limitation say."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Limitation):
        return
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from strings(one)


def everything(law, act):
    """Return what is referred of an act with as much said of it as can be."""
    told = {
        "manages": None,
        "reminded": reminder({OLD: "2025-01-02", NEW: "2027-01-02"}[law]),
        "due_on": day("2025-01-02"),
        "settled": Happened(known=False),
        "first": False,
        "earlier": earlier({OLD: "2025-01-02", NEW: "2027-01-02"}[law]),
        "situations": (situation("maternity", "2025-01-01"),),
        "concluded_by": "party",
        "unlimited": answers("unlimited", "false_papers"),
    }
    groups = {"exclusion": "necessity", "exemption": "deceased"}
    told |= {group: answers(group, name) for group, name in groups.items()}
    return referred(finding(law, act, **told))


class TestWords:
    """Only classes of limitation, quotations and earlier decisions name a form."""

    @pytest.mark.parametrize("law", [OLD, NEW])
    @pytest.mark.parametrize("act", ACTS)
    def test_no_word_of_a_form_stands_in_a_referral(self, law, act):
        found = everything(law, act)
        assert isinstance(found, Referral)
        spoken = " ".join(strings(found)).casefold()

        assert [] == [word for word in FORMS if word in spoken]

    @pytest.mark.parametrize("language", ["vi", "en"])
    @pytest.mark.parametrize("law", [OLD, NEW])
    @pytest.mark.parametrize("act", ACTS)
    def test_nor_in_what_it_says_outside_limitation_and_quotations(
        self, law, act, language
    ):
        found = everything(law, act)
        told = tell_referral(found, load_laws()[found.law], language)
        classes = {
            one.statutory_class.in_(language)
            for grounds in (found.grounds, *found.compared)
            for one in grounds.limitations
        }
        lines = [
            line
            for line in re.sub("«[^»]*»", "", told).casefold().splitlines()
            if not any(one.casefold() in line for one in classes)
        ]

        assert [] == [(one, line) for line in lines for one in FORMS if one in line]

    @pytest.mark.parametrize("act", ["conduct", "management"])
    def test_nor_in_why_nothing_is_referred(self, act):
        found = referred(finding(act=act))
        assert isinstance(found, NoGround)
        told = (tell_no_ground(found) + tell_no_ground(found, "en")).casefold()

        assert [] == [word for word in FORMS if word in told]

    def test_the_laws_own_quotations_alone_may_name_one_outside_limitation(self):
        classes = {"nd234-d5-k3-a", "ld58-d53-k1-a", "nd71-d5-a"}
        wrong = [
            one.id
            for law in (OLD, NEW)
            for one in load_laws()[law].clauses.values()
            if one.id not in classes
            for word in FORMS
            if word in f"{one.says.vi} {one.says.en}".casefold()
        ]

        assert [] == wrong
