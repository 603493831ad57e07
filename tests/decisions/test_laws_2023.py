"""Laws of both regimes under Nghị định 90: what brings a fact never brings a new level.

Somebody is drawn with everything known; then facts are hidden. Whatever is found
with fewer facts has to leave room for what is found with more.
"""

import datetime as dt

import attrs
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.decisions.facts import ROLES, STANDINGS, Conduct, Results, Tasks
from danvan_eval.decisions.levels import ORDER
from danvan_eval.decisions.verdicts import Status
from helpers.deciding import (
    BOTH,
    TEAMS,
    WARD,
    YEARS,
    choices,
    classified,
    conclusion,
    days,
    discipline,
    person,
    work,
)

KINDS = ("khong-luong", "om-dau", "di-hoc", "thai-san")
LEAVES = [
    ("03-01", "04-15"),
    ("03-01", "05-31"),
    ("03-01", "08-31"),
    ("01-01", "06-20"),
]
TEAMS_IN_CHARGE = TEAMS[:3]
COUNTED = ("completed", "good", "high", "exceeded")


@attrs.frozen
class World:
    """One person with the regime and all that stands around them."""

    law: str
    person: object
    readings: dict
    contract_workers: bool | None
    units: dict

    def found(self):
        chosen = choices(readings=self.readings, contract_workers=self.contract_workers)
        return classified(self.person, self.law, units=self.units, chosen=chosen)

    def having(self, **facts):
        return attrs.evolve(self, person=attrs.evolve(self.person, **facts))


def part_of(whole):
    """Draw a part of a number, most often all of it or nearly all."""
    near = [whole, whole, whole, max(whole - 1, 0), whole // 2]
    return st.one_of(st.sampled_from(near), st.integers(0, whole))


@st.composite
def counts(draw):
    whole = draw(st.sampled_from([0, 1, 5, 10, 10, 10]))
    return Tasks(whole, *[draw(part_of(whole)) for _ in COUNTED])


@st.composite
def criteria(draw):
    whole = draw(st.sampled_from([0, 5, 10, 10, 10]))
    lacking = whole - draw(part_of(whole))
    return Results(whole, draw(part_of(whole)), lacking, draw(part_of(whole)))


standings = st.sampled_from([*STANDINGS, "well", "well", "well", "meets"])
conducts = st.builds(Conduct, *[standings for _ in range(5)])


@st.composite
def decisions(draw, year):
    """Draw a decision; no act was used before it happened."""
    nth = draw(st.integers(1, 3))
    acted = draw(st.sampled_from([year - 1, year]))
    decided = draw(st.integers(acted, year))
    return discipline(
        f"V{nth}-{acted}",
        draw(st.sampled_from(["party", "administrative"])),
        f"{decided}-{draw(st.integers(2, 12)):02d}-01",
        duty_related=draw(st.booleans()),
        counted=draw(st.sampled_from([0, acted, decided, year])),
        acted_on=dt.date(acted, 1, 15),
    )


@st.composite
def conclusions(draw):
    kind = draw(st.sampled_from(["degradation", "corruption", "complaint"]))
    state = draw(st.sampled_from(["concluded", "unfounded", "unfounded"]))
    return conclusion(kind, state, f"KL-{draw(st.integers(1, 9))}")


@st.composite
def years_of_work(draw, year):
    leaves = [
        (kind, days(f"{year}-{first}", f"{year}-{last}"))
        for kind, (first, last) in draw(
            st.lists(
                st.tuples(st.sampled_from(KINDS), st.sampled_from(LEAVES)), max_size=2
            )
        )
    ]
    start = draw(st.sampled_from(["01-01", "01-01", "01-01", "05-17", "07-02"]))
    return work(year, *leaves, employed=(days(f"{year}-{start}", f"{year}-12-31"),))


@st.composite
def worlds(draw):
    """Draw a person of whom everything is known, and who is not too far from good."""
    law = draw(st.sampled_from(BOTH))
    year = YEARS[law]
    codes = (WARD, *TEAMS_IN_CHARGE)
    one = person(
        role=draw(st.sampled_from([*ROLES, "staff", "head"])),
        law=law,
        contract=draw(st.sampled_from([False, False, True])),
        work=draw(years_of_work(year)),
        tasks=draw(counts()),
        results=draw(criteria()),
        conduct=draw(conducts),
        targets=draw(counts()),
        managed=draw(st.sampled_from([TEAMS_IN_CHARGE, TEAMS_IN_CHARGE[:1], ()])),
        disciplines=tuple(draw(st.lists(decisions(year), max_size=3))),
        conclusions=tuple(draw(st.lists(conclusions(), max_size=2))),
    )
    readings = {
        "result_criteria": draw(st.sampled_from(["own", "tasks"])),
        "study_counts": draw(st.sampled_from(["work", "leave"])),
    }
    units = {code: (draw(st.sampled_from(ORDER)),) for code in codes}
    return World(law, one, readings, draw(st.booleans()), units)


def hide_each(name, field):
    """Return what hides one field in every row of a register."""

    def hide(world):
        rows = getattr(world.person, name) or ()
        hidden = tuple(attrs.evolve(row, **field) for row in rows)
        known = getattr(world.person, name) is not None
        return world.having(**{name: hidden if known else None})

    return hide


def hide_part(name, part):
    def hide(world):
        whole = getattr(world.person, name)
        return world.having(**{name: attrs.evolve(whole, **{part: None})})

    return hide


def hide_whole(name):
    return lambda world: world.having(**{name: None})


def hide_reading(name):
    return lambda world: attrs.evolve(world, readings=world.readings | {name: ""})


def open_unit(code):
    """Return what leaves the level of a unit open between itself and the next."""

    def hide(world):
        known = world.units[code]
        at = ORDER.index(known[-1])
        wider = (*known, *ORDER[at + 1 : at + 2])
        return attrs.evolve(world, units=world.units | {code: wider})

    return hide


def spoil(world):
    known = world.person.work
    return world.having(work=attrs.evolve(known, spoilt=True) if known else None)


PARTS = {
    "tasks": ("assigned", *COUNTED),
    "targets": ("assigned", "completed", "good", "exceeded"),
    "results": ("total", "completed", "lacking", "high"),
    "conduct": ("k1", "k2", "k5a"),
}
WHOLE = ("role", "work", "managed", "disciplines", "conclusions")
HIDING = {
    **{f"{a}.{b}": hide_part(a, b) for a, parts in PARTS.items() for b in parts},
    **{name: hide_whole(name) for name in WHOLE},
    "duty": hide_each("disciplines", {"duty_related": None}),
    "counted": hide_each("disciplines", {"counted": None}),
    "acted": hide_each("disciplines", {"acted_on": None}),
    "verifying": hide_each("conclusions", {"state": "verifying"}),
    "spoilt": spoil,
    "result_criteria": hide_reading("result_criteria"),
    "study_counts": hide_reading("study_counts"),
    "contract": lambda world: attrs.evolve(world, contract_workers=None),
    "own unit": open_unit(WARD),
    "team": open_unit(TEAMS_IN_CHARGE[0]),
}
hidings = st.lists(st.sampled_from(sorted(HIDING)), unique=True, max_size=4)


def hidden(world, names):
    for name in names:
        world = HIDING[name](world)
    return world


def ends(found):
    """Return how good the best and the worst level still possible are."""
    return [ORDER[::-1].index(one) for one in found.verdict.possible]


def no_worse(better, worse):
    """Say whether neither end of what is possible stands lower."""
    good, bad = ends(better), ends(worse)
    return not good or not bad or (good[0] >= bad[0] and good[-1] >= bad[-1])


class TestBringingFacts:
    @given(world=worlds(), before=hidings, more=hidings)
    def test_it_never_brings_a_level_that_was_not_possible(self, world, before, more):
        known = hidden(world, before)
        unknown = hidden(known, more)

        wide = set(unknown.found().verdict.possible)
        assert wide >= set(known.found().verdict.possible)

    @given(world=worlds(), before=hidings, more=hidings)
    def test_what_is_settled_stays_as_it_is(self, world, before, more):
        known = hidden(world, before).found()
        unknown = hidden(hidden(world, before), more).found()

        settled = unknown.status in (Status.SUGGESTED, Status.NOT_CLASSIFIED)
        assert not settled or unknown.verdict == known.verdict

    @given(world=worlds(), names=hidings)
    def test_who_lacks_data_is_told_which(self, world, names):
        found = hidden(world, names).found()

        lacks = found.status is Status.NOT_ENOUGH_DATA
        assert not lacks or found.missing

    @given(world=worlds())
    def test_with_every_fact_known_only_nothing_to_divide_by_is_missing(self, world):
        found = world.found()

        denominators = {"tasks.assigned", "targets.assigned", "results.total"}
        assert {*found.missing} <= denominators | {"managed"}


class TestDoingMore:
    @given(world=worlds(), data=st.data(), where=st.sampled_from(["tasks", "targets"]))
    def test_doing_more_of_what_was_asked_never_lowers(self, world, data, where):
        done = getattr(world.person, where)
        more = attrs.evolve(
            done,
            **{
                kind: data.draw(st.integers(getattr(done, kind), done.assigned))
                for kind in COUNTED
            },
        )

        assert no_worse(world.having(**{where: more}).found(), world.found())

    @given(world=worlds(), data=st.data())
    def test_lacking_less_never_lowers(self, world, data):
        done = world.person.results
        less = attrs.evolve(done, lacking=data.draw(st.integers(0, done.lacking)))

        assert no_worse(world.having(results=less).found(), world.found())

    @given(world=worlds(), part=st.sampled_from(["k1", "k2", "k3", "k4", "k5a"]))
    def test_standing_well_never_lowers(self, world, part):
        well = attrs.evolve(world.person.conduct, **{part: "well"})

        assert no_worse(world.having(conduct=well).found(), world.found())


class TestDiscipline:
    @given(world=worlds(), names=hidings, data=st.data())
    def test_taking_one_away_never_worsens(self, world, names, data):
        known = hidden(world, names)
        listed = list(known.person.disciplines or ())
        if listed:
            listed.pop(data.draw(st.integers(0, len(listed) - 1)))
            fewer = known.having(disciplines=tuple(listed))

            assert no_worse(fewer.found(), known.found())


class TestOrder:
    @given(world=worlds(), names=hidings, data=st.data())
    def test_no_order_of_rows_changes_anything(self, world, names, data):
        known = hidden(world, names)
        turned = {
            name: tuple(data.draw(st.permutations(rows)))
            for name in ("disciplines", "conclusions", "managed")
            if (rows := getattr(known.person, name)) is not None
        }

        found = known.having(**turned).found()
        assert known.found().verdict == found.verdict
        assert {*known.found().conditions} == {*found.conditions}
