"""What holds of every classification under Nghị định 233, whatever the facts are."""

from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.decisions.choices import Feed
from danvan_eval.decisions.facts import CONCLUSIONS, DanVan, Move, Span, Tasks
from danvan_eval.decisions.levels import ORDER
from danvan_eval.decisions.verdicts import Status
from danvan_eval.decisions.worksheet import READINGS
from danvan_eval.terms import Text
from helpers.deciding import (
    THIRD,
    WARD,
    choices,
    classified_unit,
    conclusion,
    days,
    discipline,
    person,
    tasks,
    unit,
    work,
)
from helpers.deciding_2026 import hospital_year, judged, quota, staff, ward

POINTS = st.one_of(
    st.sampled_from([0, 49, 50, 69, 70, 89, 90, 100]).map(Fraction),
    st.integers(0, 1000).map(lambda tenths: Fraction(tenths, 10)),
)
YES = st.sampled_from([True, False, None])
KNOWN = st.sampled_from([True, False])
KINDS = st.sampled_from([*CONCLUSIONS])
STATES = st.sampled_from(["concluded", "unfounded"])


def levels():
    """Return one settled level."""
    return st.sampled_from([(one,) for one in ORDER])


def conclusions(remedied=KNOWN):
    one = st.tuples(KINDS, STATES, remedied)
    return st.lists(one, max_size=3).map(
        lambda rows: tuple(
            conclusion(kind, state, f"KL-{nth}", remedied=answer)
            for nth, (kind, state, answer) in enumerate(rows)
        )
    )


def disciplines():
    """Return decisions of 2026 about acts of that year, with every question answered."""
    told = st.fixed_dictionaries(
        {
            "duty_related": KNOWN,
            "degradation": KNOWN,
            "at_old_organisation": KNOWN,
            "counted": st.sampled_from([0, 2025, 2026]),
            "side": st.sampled_from(["party", "administrative"]),
        }
    )
    return st.lists(told, max_size=3).map(
        lambda rows: tuple(
            discipline(f"V{nth}", on="2026-05-20", **row)
            for nth, row in enumerate(rows)
        )
    )


def works():
    starts = st.sampled_from(["2026-01-01", "2026-06-15", "2026-07-01", "2026-08-01"])
    leave = st.sampled_from(["om-dau", "thai-san", "khong-luong", "di-hoc"])
    until = st.sampled_from(["2026-03-31", "2026-08-31"])
    return st.builds(
        lambda first, kind, last: work(
            2026,
            (kind, days("2026-01-01", last)),
            employed=(days(first, "2026-12-31"),),
        ),
        starts,
        leave,
        until,
    )


def people(role=None):
    """Return somebody of whom everything is known."""
    return st.builds(
        lambda post, points, told, acts, when: person(
            "N01",
            post,
            THIRD,
            points=Span.of(points),
            conclusions=told,
            disciplines=acts,
            work=when,
        ),
        st.just(role) if role else st.sampled_from(["staff", "head", "deputy"]),
        POINTS,
        conclusions(),
        disciplines(),
        works(),
    )


def counted():
    """Return tasks near the shares the decree names."""
    share = st.sampled_from([0, 5, 6, 13, 14, 16, 19, 20])
    return st.builds(
        lambda done, good, beyond: tasks(
            completed=max(done, good), good=good, exceeded=beyond
        ),
        share,
        share,
        share,
    )


def units():
    """Return a department of which everything is known."""
    return st.builds(
        lambda points, done, told, majeure: unit(
            points=Span.of(points),
            tasks=done,
            conclusions=told,
            force_majeure=majeure,
        ),
        POINTS,
        counted(),
        conclusions(),
        KNOWN,
    )


def hidden(facts, names):
    """Return the same facts with some of them not known."""
    return attrs.evolve(facts, **dict.fromkeys(names))


def possible(found):
    return {*found.verdict.possible}


def rank(level):
    return ORDER.index(level)


class TestKnowingMoreNeverWidens:
    """What is still possible shrinks as facts come in; it never moves elsewhere."""

    @given(
        one=people(),
        names=st.sets(
            st.sampled_from(["points", "conclusions", "disciplines", "work", "role"])
        ),
        top=levels(),
    )
    def test_a_fact_brought_leaves_a_part_of_what_was_possible(self, one, names, top):
        """A head is left out where the post is not known: nobody checks the unit."""
        before = judged(hidden(one, names), units={WARD: top})
        after = judged(one, units={WARD: top})

        assert possible(after) <= possible(before)

    @given(one=people(), width=st.integers(0, 30), top=levels())
    def test_so_do_points_that_become_exact(self, one, width, top):
        low = one.points.low
        wide = attrs.evolve(one, points=Span(max(low - width, Fraction(0)), low + 3))

        assert possible(judged(one, units={WARD: top})) <= possible(
            judged(wide, units={WARD: top})
        )

    @given(one=people(), top=levels())
    def test_so_do_answers_about_each_discipline_and_conclusion(self, one, top):
        open_ = attrs.evolve(
            one,
            disciplines=tuple(
                attrs.evolve(
                    act,
                    duty_related=None,
                    degradation=None,
                    counted=None,
                    at_old_organisation=None,
                )
                for act in one.disciplines
            ),
            conclusions=tuple(
                attrs.evolve(case, state="verifying", remedied=None)
                for case in one.conclusions
            ),
        )

        assert possible(judged(one, units={WARD: top})) <= possible(
            judged(open_, units={WARD: top})
        )

    @given(one=people("head"), tops=st.sets(st.sampled_from(ORDER), min_size=1))
    def test_so_does_the_level_of_the_unit(self, one, tops):
        open_ = possible(judged(one, units={WARD: tuple(tops)}))

        assert all(possible(judged(one, units={WARD: (top,)})) <= open_ for top in tops)

    @given(
        one=units(),
        names=st.sets(st.sampled_from(["points", "conclusions", "force_majeure"])),
        uncounted=st.sets(
            st.sampled_from(["assigned", "completed", "good", "exceeded"])
        ),
    )
    def test_so_do_the_facts_of_a_unit(self, one, names, uncounted):
        open_ = attrs.evolve(
            hidden(one, names), tasks=hidden(one.tasks, uncounted) or Tasks()
        )

        assert possible(classified_unit(one)) <= possible(classified_unit(open_))

    @given(
        one=people(),
        top=levels(),
        shares=st.tuples(st.integers(0, 10), st.integers(0, 10)),
        weight=st.integers(1, 30).map(Fraction),
    )
    def test_so_does_a_dan_van_result_that_becomes_complete(
        self, one, top, shares, weight
    ):
        feed = Feed("nd233-pl1-k2-dd", "01/QC, Điều 6", points=weight)
        low, high = Fraction(shares[0], 20), Fraction(sum(shares), 20)
        told = (
            None,
            DanVan(low, high, Text("dân vận")),
            DanVan(low, low, Text("dân vận")),
        )
        none, open_, complete = (
            possible(
                judged(
                    attrs.evolve(one, dan_van=result),
                    units={WARD: top},
                    chosen=choices(feeds=(feed,)),
                )
            )
            for result in told
        )

        assert complete <= open_ <= none

    @given(one=people(), top=levels())
    def test_nothing_is_missing_once_everything_is_known(self, one, top):
        chosen = choices(contract_workers=True)
        found = judged(one, units={WARD: top}, chosen=chosen)

        assert Status.NOT_ENOUGH_DATA is not found.status
        assert found.status is Status.AUTHORITY_DECIDES or () == found.missing


class TestBetterFactsNeverWorsen:
    @given(one=people(), more=st.integers(0, 60), top=levels())
    def test_more_points_never_lower_anybody(self, one, more, top):
        richer = attrs.evolve(one, points=Span.of(one.points.low + more))
        before, after = (
            possible(judged(who, units={WARD: top})) for who in (one, richer)
        )

        assert bool(before) == bool(after)
        assert not before or min(map(rank, after)) <= min(map(rank, before))

    @given(one=people(), top=levels(), data=st.data())
    def test_taking_a_discipline_away_never_lowers_anybody(self, one, top, data):
        kept = data.draw(st.sets(st.sampled_from(range(3)))) if one.disciplines else ()
        fewer = attrs.evolve(
            one,
            disciplines=tuple(
                act for nth, act in enumerate(one.disciplines) if nth in kept
            ),
        )
        before, after = (
            possible(judged(who, units={WARD: top})) for who in (one, fewer)
        )

        assert not before or min(map(rank, after)) <= min(map(rank, before))

    @given(one=units(), more=st.integers(0, 60))
    def test_a_unit_at_the_lowest_level_by_points_alone_can_only_rise(self, one, more):
        """Above that, points may leave a band whose other conditions hold: khoản 5."""
        richer = attrs.evolve(one, points=Span.of(one.points.low + more))
        before, after = (classified_unit(which).level for which in (one, richer))

        assert before is None or after is None or rank(after) <= rank(before)


class TestHoldsAreNoPenalty:
    @given(one=people(), top=levels(), there=YES)
    def test_waiting_for_scores_changes_no_suggestion(self, one, top, there):
        moved = attrs.evolve(one, move=Move(there, received=False))
        found = judged(moved, units={WARD: top})

        assert judged(one, units={WARD: top}).verdict == found.verdict

    @given(one=units())
    def test_verifying_a_complaint_changes_no_suggestion(self, one):
        open_ = conclusion("complaint", "verifying", "DT-01")
        held = attrs.evolve(one, conclusions=(*one.conclusions, open_))
        found = classified_unit(held)

        assert classified_unit(one).verdict == found.verdict
        assert found.holds


class TestTheOrderOfRows:
    @given(rows=st.permutations(range(8)), reading=st.sampled_from(READINGS))
    def test_neither_people_nor_departments_have_one(self, rows, reading):
        points = [99, 95, 95, 91, 85, 80, 75, 60]
        listed = [staff(points[nth], f"N{nth}", group=f"g{nth % 2}") for nth in rows]
        wards = tuple(ward(points[nth], f"K{nth}") for nth in rows)
        made = hospital_year(*listed, units=wards, chosen=quota(reading, "group"))
        sorted_ = hospital_year(
            *sorted(listed, key=lambda one: one.subject.code),
            units=tuple(sorted(wards, key=lambda one: one.subject.code)),
            chosen=quota(reading, "group"),
        )

        assert sorted_ == made

    @given(one=people(), top=levels(), data=st.data())
    def test_nor_have_disciplines_and_conclusions(self, one, top, data):
        turned = attrs.evolve(
            one,
            disciplines=tuple(data.draw(st.permutations(one.disciplines))),
            conclusions=tuple(data.draw(st.permutations(one.conclusions))),
        )

        assert judged(one, units={WARD: top}) == judged(turned, units={WARD: top})
