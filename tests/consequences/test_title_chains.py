"""Titles and certificates of several years, one-time initiatives, the end of a discipline.

Luật 06/2022/QH15, Điều 21, 22, 73, 74 [Q]; Nghị định 152/2025/NĐ-CP, Điều 4, 33 [T]:
texts not at hand.
"""

import attrs
import pytest

from danvan_eval.consequences.adopted import Adopted
from danvan_eval.consequences.career import Pending
from helpers.titles import (
    BOTH,
    DAYS,
    HTNV,
    HTT,
    HTXS,
    NEW,
    OLD,
    career,
    disciplined,
    held,
    initiative,
    proposed,
    standing,
)


def flags(found):
    return {one.id: one.says.vi for one in found.flags}


class TestFighterOfTheProvince:
    """Điều 22 [Q]: three times running, and an initiative that serves the province."""

    @pytest.mark.parametrize("law", BOTH)
    @pytest.mark.parametrize(
        ("back", "expected"),
        [((0, 1, 2), "proposed"), ((0, 1, 3), "not_met"), ((1, 2, 3), "not_met")],
    )
    def test_three_years_running_up_to_this_one(self, law, back, expected):
        year = DAYS[law].year
        won = held("cstdcs", *(year - one for one in back))
        own = (initiative(scope="ministry", on=f"{year}-04-04"),)
        one = career(law, HTNV, awards=won, initiatives=own)

        assert expected == standing(one, "cstd-bo-tinh", law)

    def test_while_this_years_title_is_proposed_the_chain_is_open(self):
        one = career(
            level=HTXS,
            awards=held("cstdcs", 2023, 2024),
            initiatives=(initiative(scope="nation"),),
        )

        found = proposed(one)["cstd-bo-tinh"]

        assert "not_enough_data" == found.standing.value
        assert ("awards",) == found.missing

    @pytest.mark.parametrize(
        ("scope", "expected"),
        [("unit", "not_met"), ("ministry", "proposed"), ("nation", "proposed")],
    )
    def test_the_initiative_has_to_reach_so_far(self, scope, expected):
        one = career(
            awards=held("cstdcs", 2023, 2024, 2025),
            initiatives=(initiative(scope=scope),),
        )

        assert expected == standing(one, "cstd-bo-tinh")

    def test_who_decides_chooses_among_those_who_fulfil_it(self):
        assert "CHOSEN_AMONG" in flags(proposed(career())["cstd-bo-tinh"])

    def test_without_a_register_of_awards_nothing_is_known(self):
        one = career(awards=None, initiatives=(initiative(scope="ministry"),))

        assert "not_enough_data" == standing(one, "cstd-bo-tinh")


class TestNationalFighter:
    """Điều 21 [Q]: twice running Fighter of the province, a nation-wide initiative."""

    @pytest.mark.parametrize(
        ("years", "scope", "expected"),
        [
            ((2024, 2025), "nation", "proposed"),
            ((2024, 2025), "ministry", "not_met"),
            ((2023, 2025), "nation", "not_met"),
        ],
    )
    def test_twice_running_and_the_nation(self, years, scope, expected):
        one = career(
            awards=held("cstd-bo-tinh", *years),
            initiatives=(initiative(scope=scope),),
        )

        assert expected == standing(one, "cstd-toan-quoc")


class TestCertificateOfTheProvince:
    """Điều 74 khoản 1 [Q]: twice a Fighter, or two years HTXS with two initiatives."""

    def test_twice_running_a_fighter_is_enough(self):
        one = career(awards=held("cstdcs", 2024, 2025))

        assert "proposed" == standing(one, "bang-khen-bo-tinh")

    @pytest.mark.parametrize(
        ("before", "many", "expected"),
        [
            (HTXS, 2, "proposed"),
            (HTXS, 1, "not_met"),
            (HTT, 2, "not_met"),
            (None, 2, "not_enough_data"),
        ],
    )
    def test_two_years_running_htxs_with_two_initiatives(self, before, many, expected):
        own = tuple(initiative(f"SK{nth}") for nth in range(many))
        levels = {} if before is None else {2024: before}
        one = career(level=HTXS, levels=levels, initiatives=own)

        assert expected == standing(one, "bang-khen-bo-tinh")

    def test_an_initiative_that_earned_a_title_does_not_count_again(self):
        own = (initiative("SK1", used_for="CSTĐCS 2024"), initiative("SK2"))
        one = career(level=HTXS, levels={2024: HTXS}, initiatives=own)

        assert "not_met" == standing(one, "bang-khen-bo-tinh")

    def test_the_other_grounds_of_the_article_are_named(self):
        assert "OTHER_GROUNDS" in flags(proposed(career())["bang-khen-bo-tinh"])


class TestCertificateOfThePrimeMinister:
    """Điều 73 khoản 1 [Q]: a certificate, then five years with three titles."""

    def facts(self, *, since=2020, titles=(2021, 2023, 2025), gap=None, **more):
        levels = dict.fromkeys(range(2018, 2025), HTT)
        if gap:
            levels[gap] = HTNV
        won = (*held("bang-khen-bo-tinh", since, **more), *held("cstdcs", *titles))
        return career(levels=levels, awards=won)

    def test_five_years_and_three_titles(self):
        assert "proposed" == standing(self.facts(), "bang-khen-ttg")

    @pytest.mark.parametrize(
        "less",
        [
            {"since": 2021},
            {"titles": (2021, 2025)},
            {"titles": (2019, 2020, 2025)},
            {"gap": 2022},
            {"thematic": True},
        ],
    )
    def test_every_part_of_it_is_asked(self, less):
        assert "not_met" == standing(self.facts(**less), "bang-khen-ttg")

    def test_whether_a_certificate_was_thematic_has_to_be_known(self):
        found = proposed(self.facts(thematic=None))["bang-khen-ttg"]

        assert "not_enough_data" == found.standing.value
        assert ("awards.thematic",) == found.missing

    def test_the_certificate_that_serves_best_is_taken(self):
        one = self.facts()
        one = attrs.evolve(one, awards=(*one.awards, *held("bang-khen-bo-tinh", 2024)))

        assert "proposed" == standing(one, "bang-khen-ttg")

    def test_who_holds_none_cannot_be_proposed(self):
        assert "not_met" == standing(career(), "bang-khen-ttg")


class TestCertificateOfTheHospital:
    """Điều 75 khoản 2 [Q]: by a standard that somebody adopted, and no other."""

    def test_without_a_standard_there_is_no_proposal(self):
        assert "giay-khen" not in proposed(career())

    @pytest.mark.parametrize(
        ("years", "expected"), [(1, "proposed"), (2, "proposed"), (3, "not_met")]
    )
    def test_the_adopted_years_are_asked_with_their_article(self, years, expected):
        rule = {"giay_khen": Adopted("Điều 12, 31/QĐ-BVM", years)}
        one = career(levels={2024: HTT, 2023: HTNV})

        found = proposed(one, adopted=rule)["giay-khen"]

        assert expected == found.standing.value
        assert "Điều 12, 31/QĐ-BVM" in found.conditions[0].required.vi


class TestInitiativesServeOnce:
    """Công văn 3385 (2023) [Q]: never both a title and a certificate."""

    def test_the_title_is_served_first_and_the_certificate_is_held(self):
        own = (initiative("SK1"), initiative("SK2"))
        one = career(level=(HTXS, HTT), levels={2024: HTXS}, initiatives=own)

        found = proposed(one)
        title, certificate = found["cstdcs"], found["bang-khen-bo-tinh"]

        assert "sẽ dùng sáng kiến SK1" == flags(title)["USES_INITIATIVE"]
        assert "SK1: Chiến sĩ thi đua cơ sở" in certificate.holds[0].says.vi
        assert not certificate.ready

    def test_a_narrow_initiative_leaves_the_wide_one_to_the_higher_title(self):
        own = (
            initiative("WIDE", "ministry", "2025-02-02"),
            initiative("NARROW", "unit", "2025-03-03"),
        )
        one = career(awards=held("cstdcs", 2023, 2024), initiatives=own)

        found = proposed(one)

        assert "NARROW" in flags(found["cstdcs"])["USES_INITIATIVE"]
        assert "WIDE" in flags(found["cstd-bo-tinh"])["USES_INITIATIVE"]

    def test_a_title_that_was_decided_takes_no_initiative_any_more(self):
        own = (initiative("WIDE", "ministry"),)
        one = career(awards=held("cstdcs", 2023, 2024, 2025), initiatives=own)

        found = proposed(one)

        assert "USES_INITIATIVE" not in flags(found["cstdcs"])
        assert "WIDE" in flags(found["cstd-bo-tinh"])["USES_INITIATIVE"]

    def test_with_enough_initiatives_both_are_ready(self):
        own = tuple(initiative(f"SK{nth}") for nth in range(2))
        one = career(level=HTXS, levels={2024: HTXS}, initiatives=own)

        found = proposed(one)

        assert found["cstdcs"].ready
        assert found["bang-khen-bo-tinh"].ready

    def test_what_cannot_be_proposed_takes_no_initiative(self):
        one = career(level=HTNV, initiatives=(initiative(),))

        assert "USES_INITIATIVE" not in flags(proposed(one)["cstdcs"])


class TestAfterADiscipline:
    """Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4 [T], text not at hand."""

    @pytest.mark.parametrize(
        ("on", "ends", "expected"),
        [
            ("2023-05-01", "2024-12-31", "proposed"),
            ("2024-05-01", "2025-05-01", "not_enough_data"),
            ("2025-05-01", "2026-05-01", "not_considered"),
            ("2025-05-01", None, "not_enough_data"),
            ("2026-01-10", None, "not_considered"),
        ],
    )
    def test_a_year_counts_when_it_begins_after_the_end(self, on, ends, expected):
        one = career(disciplines=(disciplined(on, ends),))

        assert expected == standing(one, "ldtt")

    def test_the_year_in_which_it_ends_is_left_to_people(self):
        one = career(disciplines=(disciplined("2024-05-01", "2025-05-01"),))

        found = proposed(one)["ldtt"]
        clause = [each for each in found.exclusions if "end" in each.clause]

        assert [True] == [each.silent for each in clause]
        assert () == found.missing

    def test_the_chain_begins_again_after_it(self):
        won = held("cstdcs", 2023, 2024, 2025)
        wide = (initiative(scope="ministry"),)
        one = career(awards=won, initiatives=wide)
        ended = attrs.evolve(
            one, disciplines=(disciplined("2022-06-01", "2023-06-01"),)
        )

        assert "proposed" == standing(one, "cstd-bo-tinh")
        assert "not_enough_data" == standing(ended, "cstd-bo-tinh")

    def test_without_a_register_of_discipline_it_is_not_known(self):
        found = proposed(career(disciplines=None))["ldtt"]

        assert ("disciplines",) == found.missing

    def test_a_rule_known_from_memory_keeps_nobody_out(self):
        one = career(OLD, disciplines=(disciplined("2024-05-01", "2025-05-01"),))

        assert "proposed" == standing(one, "ldtt", OLD)


class TestHolds:
    """Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4 [T]: while something is pending."""

    @pytest.mark.parametrize(
        "kind", ["discipline", "investigation", "inspection", "complaint"]
    )
    @pytest.mark.parametrize("law", BOTH)
    def test_a_hold_stops_the_submission_and_changes_no_standing(self, law, kind):
        clear = proposed(career(law), law)
        pending = (Pending(kind, "VV-07"),)

        found = proposed(career(law, pending=pending), law)

        assert [one.standing for one in clear.values()] == [
            one.standing for one in found.values()
        ]
        assert not any(one.ready for one in found.values())
        assert all("VV-07" in one.holds[0].says.vi for one in found.values())

    def test_while_nobody_has_answered_nothing_is_submitted(self):
        found = proposed(career(pending=None))["ldtt"]

        assert ("proposed", False) == (found.standing.value, found.ready)


class TestAdoptedRulesForPersons:
    """Local rules apply with their article only (Luật 06/2022 names none)."""

    @pytest.mark.parametrize(
        ("registered", "expected"),
        [
            (True, "proposed"),
            (False, "not_considered"),
            (None, "not_enough_data"),
        ],
    )
    def test_registration_is_asked_where_it_was_adopted(self, registered, expected):
        rule = {"registration": Adopted("Điều 4, 31/QĐ-BVM")}

        one = career(registered=registered)

        assert expected == standing(one, "ldtt", adopted=rule)

    def test_otherwise_who_did_not_register_is_only_pointed_out(self):
        found = proposed(career(registered=False), NEW)["ldtt"]

        assert "proposed" == found.standing.value
        assert "NOT_REGISTERED" in flags(found)
