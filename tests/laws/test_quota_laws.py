"""Whatever people decide, no quota is passed, and nobody gets a grade untold."""

from fractions import Fraction
from itertools import combinations

import attrs
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.ranking import rank, standing
from danvan_eval.scheme import Cap, Quota
from danvan_eval.scoring import score
from danvan_eval.subjects import Subject
from danvan_eval.terms import Text
from danvan_eval.testing.building import GRADES, dossier, events, pack, scheme

WHY = Text("theo quy chế")
NAMES = list(GRADES)
PAIRS = list(combinations(NAMES, 2))
BASES = [(), *[(one,) for one in NAMES[:3]], *PAIRS[:3], tuple(NAMES[:3])]
BLOCKS = (("mot", Text("Khối một")), ("hai", Text("Khối hai")))
SHARES = [Fraction(one, 100) for one in (95, 92, 80, 75, 60, 30)]


@st.composite
def quotas(draw, id_):
    """Draw a quota on any grade; whoever stands beyond it gets some lower one."""
    grade, beyond = draw(st.sampled_from(PAIRS))
    return Quota(
        id_,
        grade,
        Fraction(draw(st.integers(0, 6)), 6),
        draw(st.sampled_from(["block", "all"])),
        draw(st.sampled_from(["down", "half_up", "up"])),
        draw(st.integers(0, 1)),
        beyond,
        draw(st.sampled_from(BASES)),
        draw(st.booleans()),
    )


@st.composite
def lists(draw):
    """Draw a scheme with quotas, and who stands on its list; equals are common.

    Some are capped, so that high totals and low grades go together.
    """
    made = pack(
        scheme(
            {"nhom": {"A": 100}},
            blocks=BLOCKS,
            quotas=tuple(draw(quotas(id_)) for id_ in "abc"[: draw(st.integers(1, 3))]),
            caps=(Cap("tran", events("A", 1), WHY, draw(st.sampled_from(NAMES))),),
        )
    )
    rows = st.tuples(
        st.sampled_from(SHARES[: draw(st.integers(1, 6))]),
        st.sampled_from([0, 0, 0, 1]),
        st.sampled_from([block for block, _ in BLOCKS]),
    )
    sheets = [
        score(
            made,
            dossier(
                {"A": share},
                events={"A": capped},
                subject=Subject("unit", f"K{nth}", block=block),
            ),
        )
        for nth, (share, capped, block) in enumerate(draw(st.lists(rows, max_size=8)))
    ]
    return made, sheets


def ranked(ranking):
    return [row for block in ranking.blocks for row in block.ranked]


def applied(made, ranking):
    """Every allocation with its quota, the best grade first."""
    each = [one for block in ranking.blocks for one in block.quotas]
    listed = [*each, *ranking.quotas]
    told = {one.id: one for one in made.scheme.quotas}
    ids = made.scheme.grade_ids
    return sorted(
        ((told[one.quota], one) for one in listed),
        key=lambda pair: (
            ids.index(pair[0].grade),
            pair[0].scope == "all",
            pair[0].id,
        ),
    )


def decided(draw, made, ranking):
    """Return the grades after people handed out every slot that was left to them."""
    at = {
        row.sheet.subject.code: standing(made.scheme, row.sheet)
        for row in ranked(ranking)
    }
    grades = {row.sheet.subject.code: row.sheet.grade for row in ranked(ranking)}
    for quota, allocation in applied(made, ranking):
        for code in allocation.refused:
            grades[code] = quota.beyond
        for code in allocation.passing:
            if grades[code] == quota.grade:
                grades[code] = quota.beyond
        asked = [one for one in allocation.contested if grades[one] == quota.grade]
        asked = sorted(draw(st.permutations(asked)), key=at.__getitem__, reverse=True)
        for code in asked[allocation.left :]:
            grades[code] = quota.beyond
    return grades


def own(allocation, ranking):
    """The codes that an allocation is about."""
    blocks = [one for one in ranking.blocks if allocation.block in ("", one.block)]
    return [row.sheet.subject.code for block in blocks for row in block.ranked]


class TestDecisions:
    @given(listed=lists(), data=st.data())
    def test_no_decision_of_people_passes_a_quota(self, listed, data):
        made, sheets = listed
        ranking = rank(made, sheets)
        grades = decided(data.draw, made, ranking)
        for _, allocation in applied(made, ranking):
            got = [grades[code] for code in own(allocation, ranking)]

            assert got.count(allocation.grade) <= allocation.slots

    @given(listed=lists(), data=st.data())
    def test_what_is_proposed_is_what_comes_of_it(self, listed, data):
        made, sheets = listed
        ranking = rank(made, sheets)
        grades = decided(data.draw, made, ranking)
        told = {row.sheet.subject.code: row.proposed for row in ranked(ranking)}

        assert {one: grade for one, grade in told.items() if grade} == {
            one: grades[one] for one, grade in told.items() if grade
        }

    @given(listed=lists())
    def test_nobody_is_refused_while_a_slot_is_free(self, listed):
        ranking = rank(*listed)
        for _, one in applied(listed[0], ranking):
            given_out = len(one.granted) + one.left + one.held

            assert given_out <= one.slots
            assert one.depends or not one.refused or given_out == one.slots

    @given(listed=lists(), data=st.data())
    def test_whoever_may_get_a_grade_is_told_beside_it(self, listed, data):
        made, sheets = listed
        ranking = rank(made, sheets)
        grades = decided(data.draw, made, ranking)
        for _, one in applied(made, ranking):
            named = {*one.granted, *one.contested, *one.waiting}
            got = {code for code in own(one, ranking) if grades[code] == one.grade}

            assert got <= named


class TestOrder:
    @given(listed=lists(), data=st.data())
    def test_the_order_of_the_quotas_in_the_file_decides_nothing(self, listed, data):
        made, sheets = listed
        turned = attrs.evolve(
            made.scheme, quotas=tuple(data.draw(st.permutations(made.scheme.quotas)))
        )

        assert rank(made, sheets) == rank(attrs.evolve(made, scheme=turned), sheets)
