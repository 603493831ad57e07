"""What Tập thể lao động tiên tiến, xuất sắc and flags ask, clause by clause.

Luật 06/2022/QH15, Điều 25 to 28 [Q], text not seen.
"""

import attrs
import pytest

from danvan_eval.consequences.adopted import Adopted
from danvan_eval.consequences.career import Pending
from danvan_eval.consequences.collective_facts import (
    Collective,
    Member,
    Together,
    member_of,
)
from danvan_eval.consequences.collectives import propose_collective
from danvan_eval.decisions.answers import Truth
from danvan_eval.subjects import Subject
from helpers.titles import (
    AMENDED,
    BOTH,
    DAYS,
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    NEW,
    OLD,
    RECEIVED,
    career,
    disciplined,
    laws,
    proposed,
    work,
)

YES, NO, OPEN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
EXEMPLARY = Together(steady=True, solidarity=True, lawful=True, exemplary=True)


def member(nth, ldtt=YES, **more):
    """Return a member who is an Advanced Worker, HTT, never disciplined."""
    best = Member(f"N{nth:02}", ldtt, NO, YES, (HTT,), severe=False, woman=False)
    return attrs.evolve(best, **more)


def crew(good, bad=0, open_=0, **more):
    """Return so many Advanced Workers, and so many who are none, or may be."""
    kinds = [YES] * good + [NO] * bad + [OPEN] * open_
    return tuple(member(nth, one, **more) for nth, one in enumerate(kinds))


def department(members, law=NEW, level=HTXS, kind="unit", **more):
    """Return a department that fulfils everything but for its members."""
    year = DAYS[law].year
    best = Collective(
        Subject(kind, "K01"), year, {year: (level,)}, members, EXEMPLARY, ()
    )
    return attrs.evolve(best, **more)


def found(one, law=NEW, **more):
    """Return every proposal for a collective, by award."""
    listed = propose_collective(laws(), one, received_on=DAYS[law], **more)
    return {each.id: each for each in listed}


def standing(one, award, law=NEW, **more):
    """Return how far one proposal goes, in a word."""
    return found(one, law, **more)[award].standing.value


class TestAdvancedCollective:
    """Điều 28 [Q], text not seen."""

    @pytest.mark.parametrize("law", BOTH)
    @pytest.mark.parametrize(
        ("workers", "expected"), [(9, "not_met"), (10, "proposed")]
    )
    def test_case_26_seven_tenths_of_thirteen(self, law, workers, expected):
        reprimanded = member(99, NO, levels=(KHTNV,))
        one = department((*crew(workers, 12 - workers), reprimanded), law)

        assert expected == standing(one, "ttldtt", law)
        assert "not_met" == standing(one, "ttldxs", law)

    @pytest.mark.parametrize(
        ("good", "bad", "expected"),
        [(7, 3, "proposed"), (69, 31, "not_met"), (70, 30, "proposed")],
    )
    def test_the_share_is_never_rounded(self, good, bad, expected):
        assert expected == standing(department(crew(good, bad)), "ttldtt")

    @pytest.mark.parametrize(
        ("good", "bad", "open_", "expected"),
        [
            (7, 0, 3, "proposed"),
            (6, 3, 1, "not_enough_data"),
            (6, 4, 0, "not_met"),
            (0, 4, 6, "not_met"),
        ],
    )
    def test_members_whose_title_is_open_leave_open_what_they_decide(
        self, good, bad, open_, expected
    ):
        assert expected == standing(department(crew(good, bad, open_)), "ttldtt")

    @pytest.mark.parametrize(
        ("severe", "expected"),
        [(True, "not_met"), (None, "not_enough_data"), (False, "proposed")],
    )
    def test_nobody_under_a_warning_or_more(self, severe, expected):
        members = (*crew(9), member(50, NO, severe=severe))

        assert expected == standing(department(members), "ttldtt")

    @pytest.mark.parametrize(
        ("level", "expected"),
        [(HTXS, "proposed"), (HTT, "proposed"), (HTNV, "not_met")],
    )
    def test_the_department_completed_its_tasks_well(self, level, expected):
        assert expected == standing(department(crew(9), level=level), "ttldtt")

    def test_a_department_nobody_rated_is_not_known(self):
        one = department(crew(9), levels={2025: ()})

        assert "not_enough_data" == standing(one, "ttldtt")

    @pytest.mark.parametrize("name", ["steady", "solidarity", "lawful"])
    def test_emulation_solidarity_and_law_are_asked(self, name):
        one = department(crew(9))
        less = attrs.evolve(one.together, **{name: False})

        assert "not_met" == standing(attrs.evolve(one, together=less), "ttldtt")

    @pytest.mark.parametrize("members", [None, ()])
    def test_a_share_of_nobody_is_not_known(self, members):
        one = found(department(members))["ttldtt"]

        assert "not_enough_data" == one.standing.value
        assert ("members",) == one.missing

    def test_who_cannot_be_considered_is_left_out_by_an_adopted_rule_only(self):
        recruits = tuple(member(60 + nth, NO, considered=NO) for nth in range(4))
        one = department((*crew(7, 1), *recruits))
        rule = {"ldtt_base": Adopted("Điều 10, 31/QĐ-BVM")}

        assert "not_met" == standing(one, "ttldtt")
        assert "proposed" == standing(one, "ttldtt", adopted=rule)

    def test_where_nobody_can_be_considered_it_is_not_known(self):
        one = department(crew(0, 3, considered=NO))
        rule = {"ldtt_base": Adopted("Điều 10, 31/QĐ-BVM")}

        assert "not_enough_data" == standing(one, "ttldtt", adopted=rule)


class TestExcellentCollective:
    """Điều 27 [Q], text not seen."""

    def best(self, **more):
        return department((*crew(8), member(40, cstdcs=YES)), **more)

    @pytest.mark.parametrize("law", BOTH)
    def test_everything_fulfilled(self, law):
        one = department((*crew(8), member(40, cstdcs=YES)), law)

        assert "proposed" == standing(one, "ttldxs", law)

    def test_it_asks_for_excellent_completion(self):
        assert "not_met" == standing(self.best(level=HTT), "ttldxs")

    @pytest.mark.parametrize(
        ("levels", "expected"),
        [
            ((HTNV,), "proposed"),
            ((KHTNV,), "not_met"),
            ((HTNV, KHTNV), "not_enough_data"),
            (None, "not_enough_data"),
        ],
    )
    def test_one_who_did_not_complete_keeps_it_away(self, levels, expected):
        one = self.best()
        one = attrs.evolve(one, members=(*one.members, member(41, NO, levels=levels)))

        assert expected == standing(one, "ttldxs")

    @pytest.mark.parametrize(
        ("fighter", "expected"), [(NO, "not_met"), (OPEN, "not_enough_data")]
    )
    def test_one_of_them_is_a_fighter(self, fighter, expected):
        one = department((*crew(8), member(40, cstdcs=fighter)))

        assert expected == standing(one, "ttldxs")

    def test_exemplary_before_the_law(self):
        less = attrs.evolve(EXEMPLARY, exemplary=False)

        assert "not_met" == standing(self.best(together=less), "ttldxs")


class TestFlags:
    """Điều 26, Điều 25 [Q]; Nghị định 152/2025/NĐ-CP, Điều 7 [T]."""

    def test_a_department_in_no_block_has_no_flag(self):
        assert {"ttldtt", "ttldxs"} == set(found(department(crew(9))))

    @pytest.mark.parametrize(
        ("leads", "best", "province", "nation"),
        [
            (True, True, "proposed", "proposed"),
            (True, False, "proposed", "not_met"),
            (False, True, "not_met", "not_met"),
            (True, None, "proposed", "not_enough_data"),
        ],
    )
    def test_who_leads_and_who_is_the_best_of_them(self, leads, best, province, nation):
        together = attrs.evolve(EXEMPLARY, leads=leads, outstanding=best)
        one = found(department(crew(9), together=together))

        assert province == one["co-thi-dua-bo-tinh"].standing.value
        assert nation == one["co-thi-dua-chinh-phu"].standing.value

    def test_of_the_hospital_it_is_always_asked(self):
        one = department(crew(9), kind="hospital")

        assert "not_enough_data" == standing(one, "co-thi-dua-bo-tinh")

    def test_the_share_of_those_that_lead_is_told(self):
        one = department(crew(9), kind="hospital")
        flags = found(one)["co-thi-dua-chinh-phu"].flags

        assert ["20%" in one.says.vi for one in flags if one.id == "SHARE_OF_LEADING"]


class TestHoldsAndLaws:
    def test_something_pending_holds_the_collective(self):
        one = department(crew(9), pending=(Pending("inspection", "TT-02"),))

        proposal = found(one)["ttldtt"]

        assert ("proposed", False) == (proposal.standing.value, proposal.ready)

    def test_from_october_2026_every_proposal_waits_for_a_person(self):
        one = department(crew(9), AMENDED, kind="hospital")

        listed = found(one, AMENDED)

        assert {"needs_human_confirmation"} == {
            each.standing.value for each in listed.values()
        }

    def test_an_adopted_standard_makes_a_certificate(self):
        rule = {"giay_khen_collective": Adopted("Điều 13, 31/QĐ-BVM", 1)}

        one = found(department(crew(9)), adopted=rule)["giay-khen-tap-the"]

        assert "proposed" == one.standing.value
        assert "Điều 13, 31/QĐ-BVM" in one.conditions[0].required.vi


class TestWhatAMemberBrings:
    def test_a_proposal_counts_as_the_title_in_the_run(self):
        one = career(level=HTXS)

        brought = member_of(one, tuple(proposed(one).values()), RECEIVED)

        assert (YES, YES, YES) == (brought.ldtt, brought.cstdcs, brought.considered)
        assert (HTXS,) == brought.levels

    def test_who_is_too_new_is_none_and_cannot_be_considered(self):
        one = career(work=work(2025, "2025-10-01"))

        brought = member_of(one, tuple(proposed(one).values()), RECEIVED)

        assert (NO, NO) == (brought.ldtt, brought.considered)

    @pytest.mark.parametrize(
        ("on", "severe", "expected"),
        [
            ("2024-02-02", True, True),
            ("2024-02-02", False, False),
            ("2024-02-02", None, None),
            ("2022-02-02", True, False),
        ],
    )
    def test_only_discipline_of_the_year_counts(self, on, severe, expected):
        one = career(OLD, disciplines=(disciplined(on, "2024-12-31", severe=severe),))

        brought = member_of(one, tuple(proposed(one, OLD).values()), DAYS[OLD])

        assert expected is brought.severe
