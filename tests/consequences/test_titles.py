"""What Lao động tiên tiến and Chiến sĩ thi đua cơ sở ask, clause by clause.

Luật 06/2022/QH15 is not at hand: locus and mark [Q], text not seen.
"""

import datetime as dt
from types import MappingProxyType

import attrs
import pytest

from danvan_eval.consequences.adopted import Adopted
from danvan_eval.consequences.career import Movement
from danvan_eval.consequences.titles import propose_titles
from danvan_eval.decisions.worked import Work
from danvan_eval.errors import FaultError
from danvan_eval.periods import Period
from helpers.titles import (
    AMENDED,
    BOTH,
    DAYS,
    HTNV,
    HTT,
    HTXS,
    KHTNV,
    NEW,
    career,
    initiative,
    laws,
    months,
    proposed,
    standing,
    work,
)


@pytest.fixture(params=BOTH)
def law(request):
    return request.param


class TestAdvancedWorker:
    """Điều 24 khoản 1 [Q], text not seen."""

    @pytest.mark.parametrize(
        ("level", "expected"),
        [
            (HTXS, "proposed"),
            (HTT, "proposed"),
            (HTNV, "not_met"),
            (KHTNV, "not_met"),
            ((HTXS, HTT), "proposed"),
            ((HTT, HTNV), "not_enough_data"),
            ((), "not_met"),
        ],
    )
    def test_good_completion_is_what_it_asks(self, law, level, expected):
        assert expected == standing(career(law, level), "ldtt", law)

    def test_a_year_nobody_classified_is_not_known(self, law):
        one = attrs.evolve(career(law), levels={})

        found = proposed(one, law)["ldtt"]

        assert "not_enough_data" == found.standing.value
        assert ("levels",) == found.missing

    @pytest.mark.parametrize("name", ["active", "self_reliance", "solidarity"])
    @pytest.mark.parametrize(
        ("answer", "expected"), [(False, "not_met"), (None, "not_enough_data")]
    )
    def test_every_part_of_the_movement_is_asked(self, law, name, answer, expected):
        one = career(law)
        one = attrs.evolve(one, movement=attrs.evolve(one.movement, **{name: answer}))

        assert expected == standing(one, "ldtt", law)

    def test_no_share_of_the_staff_is_asked_anywhere(self, law):
        numbers = laws()[law].clause("l06-d24-k1-level").numbers

        assert {} == dict(numbers)

    def test_the_proposal_says_law_day_and_who_decides(self):
        found = proposed(career())["ldtt"]

        assert (NEW, DAYS[NEW]) == (found.law, found.event)
        assert "Giám đốc bệnh viện" == found.decides.vi
        assert "WHO_DECIDES" in {flag.id for flag in found.flags}


class TestNewlyRecruited:
    """Thông tư 01/2024/TT-BNV, Điều 1 [Q], text not seen."""

    @pytest.mark.parametrize("law", BOTH)
    @pytest.mark.parametrize(
        ("month", "expected"),
        [(6, "proposed"), (7, "proposed"), (8, "not_considered")],
    )
    def test_case_20_who_was_recruited_five_months_ago_is_not_considered(
        self, law, month, expected
    ):
        year = DAYS[law].year
        one = career(law, work=work(year, f"{year}-{month:02}-01"))

        assert expected == standing(one, "ldtt", law)

    def test_a_contract_and_a_recruitment_after_it_are_added(self):
        parts = (
            Period(dt.date(2025, 1, 1), dt.date(2025, 8, 31)),
            Period(dt.date(2025, 9, 1), dt.date(2025, 12, 31)),
        )

        one = career(work=Work(Period.year(2025), parts))

        assert "proposed" == standing(one, "ldtt")

    def test_long_sickness_is_not_a_recruitment(self):
        away = Period(dt.date(2025, 1, 1), dt.date(2025, 9, 30))
        one = career(work=work(2025, leaves=[("om-dau", away)]))

        assert "proposed" == standing(one, "ldtt")

    def test_whose_time_nobody_can_read_is_not_known(self):
        one = career(work=None)

        found = proposed(one)["ldtt"]

        assert "not_enough_data" == found.standing.value
        assert ("work",) == found.missing


class TestContractAndTraining:
    """Thông tư 25/2023/TT-BYT, Điều 4 [Q], text not seen."""

    @pytest.mark.parametrize(
        ("length", "expected"),
        [
            (months(12), "proposed"),
            (months(11), "not_considered"),
            (None, "not_enough_data"),
        ],
    )
    def test_a_contract_of_a_year_is_considered(self, law, length, expected):
        one = career(law, contract=True, contract_months=length)

        assert expected == standing(one, "ldtt", law)

    def test_a_public_employee_is_not_asked_for_a_contract(self):
        assert "proposed" == standing(career(contract_months=None), "ldtt")

    @pytest.mark.parametrize(
        ("good", "expected"),
        [
            (True, "proposed"),
            (False, "not_considered"),
            (None, "not_enough_data"),
        ],
    )
    def test_training_of_a_year_needs_its_result(self, law, good, expected):
        year = DAYS[law].year
        away = Period(dt.date(year - 1, 9, 1), dt.date(year, 8, 31))
        one = career(
            law, work=work(year, leaves=[("di-hoc", away)]), training_good=good
        )

        assert expected == standing(one, "ldtt", law)

    def test_shorter_training_counts_as_work(self, law):
        year = DAYS[law].year
        away = Period(dt.date(year, 1, 1), dt.date(year, 11, 30))
        one = career(law, work=work(year, leaves=[("di-hoc", away)]))

        assert "proposed" == standing(one, "ldtt", law)


class TestLeastMonthsByAnAdoptedRule:
    """Nghị định 152/2025/NĐ-CP, Điều 4 khoản 5 [T]: maternity leave counts."""

    RULE = MappingProxyType({"least_months": Adopted("Điều 5, 31/QĐ-BVM", 10)})

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            ("thai-san", "proposed"),
            ("di-hoc", "proposed"),
            ("om-dau", "not_considered"),
            ("khong-luong", "not_considered"),
        ],
    )
    def test_which_leave_counts_as_work(self, kind, expected):
        away = Period(dt.date(2025, 1, 1), dt.date(2025, 6, 30))
        one = career(work=work(2025, leaves=[(kind, away)]))

        assert expected == standing(one, "ldtt", adopted=self.RULE)
        assert "proposed" == standing(one, "ldtt")

    def test_maternity_leave_is_pointed_out_to_who_decides(self):
        away = Period(dt.date(2025, 1, 1), dt.date(2025, 6, 30))
        mother = career(work=work(2025, leaves=[("thai-san", away)]))
        told = [
            {flag.clause for flag in proposed(one)["ldtt"].flags}
            for one in (mother, career())
        ]

        assert [True, False] == ["nd152-d4-k5" in one for one in told]

    @pytest.mark.parametrize(
        ("last", "expected"),
        [("2025-02-28", "proposed"), ("2025-03-01", "not_considered")],
    )
    def test_just_as_many_months_are_enough(self, last, expected):
        away = Period(dt.date(2025, 1, 1), dt.date.fromisoformat(last))
        one = career(work=work(2025, leaves=[("om-dau", away)]))

        assert expected == standing(one, "ldtt", adopted=self.RULE)

    def test_without_the_time_worked_it_is_not_known(self):
        found = proposed(career(work=None), adopted=self.RULE)["ldtt"]

        assert "not_enough_data" == found.standing.value


class TestFighterOfTheUnit:
    """Điều 23 [Q], text not seen: HTXS or an initiative, and Lao động tiên tiến."""

    @pytest.mark.parametrize(
        ("level", "initiatives", "expected"),
        [
            (HTXS, (), "proposed"),
            (HTXS, None, "proposed"),
            (HTT, (), "not_met"),
            (HTT, None, "not_enough_data"),
            (HTT, ("own",), "proposed"),
            ((HTXS, HTT), (), "not_enough_data"),
            ((HTXS, HTT), ("own",), "proposed"),
            (HTNV, ("own",), "not_met"),
        ],
    )
    def test_one_of_the_two_is_enough(self, law, level, initiatives, expected):
        year = DAYS[law].year
        known = initiatives and (initiative(on=f"{year}-05-05"),)
        one = career(law, level, initiatives=known)

        assert expected == standing(one, "cstdcs", law)

    def test_an_initiative_that_has_served_cannot_serve_again(self):
        used = initiative(used_for="CSTĐCS 2024")

        assert "not_met" == standing(career(initiatives=(used,)), "cstdcs")

    @pytest.mark.parametrize("on", ["2024-12-31", "2025-12-16"])
    def test_an_initiative_of_another_time_does_not_serve(self, on):
        one = career(initiatives=(initiative(on=on),))

        assert "not_met" == standing(one, "cstdcs")

    def test_who_is_not_considered_for_the_lower_title_is_not_for_this(self):
        one = career(level=HTXS, work=work(2025, "2025-10-01"))

        assert "not_considered" == standing(one, "cstdcs")

    def test_what_is_missing_is_named_once(self):
        one = career(initiatives=None, movement=Movement())

        assert (
            "movement.active",
            "movement.self_reliance",
            "movement.solidarity",
            "initiatives",
        ) == proposed(one)["cstdcs"].missing


class TestWhichLaw:
    """The day a file was received chooses the law (Luật 06/2026, transition [R])."""

    @pytest.mark.parametrize(
        ("day", "law"),
        [
            ("2024-01-01", "tdkt-2024"),
            ("2025-06-30", "tdkt-2024"),
            ("2025-07-01", "tdkt-2025"),
            ("2026-09-30", "tdkt-2025"),
            ("2026-10-01", "tdkt-2026"),
        ],
    )
    def test_the_day_of_receipt_chooses(self, day, law):
        on = dt.date.fromisoformat(day)

        found = propose_titles(laws(), career(), received_on=on)

        assert {(law, on)} == {(one.law, one.event) for one in found}

    def test_before_the_law_of_2022_there_is_none(self):
        with pytest.raises(FaultError) as caught:
            propose_titles(laws(), career(), received_on=dt.date(2023, 12, 31))

        assert "DV-D001" == caught.value.fault.code

    def test_from_october_2026_every_proposal_waits_for_a_person(self):
        best = career(AMENDED, HTXS)

        found = proposed(best, AMENDED)

        assert {"needs_human_confirmation"} == {
            one.standing.value for one in found.values()
        }
        assert {"luat06-2026"} == {
            condition.clause for one in found.values() for condition in one.conditions
        }
        assert "chưa được xem" in found["cstdcs"].conditions[0].seen.vi

    def test_a_file_received_before_may_have_a_better_law_after(self):
        late = propose_titles(laws(), career(), received_on=dt.date(2026, 9, 30))

        assert all("NEW_LAW" in {flag.id for flag in one.flags} for one in late)
