"""Who may be proposed for a post, and for how long a discipline bars them."""

import pytest

from danvan_eval.consequences.appointment import propose_appointment
from danvan_eval.errors import FaultError
from helpers.paying import (
    candidacy,
    day,
    failing,
    flags,
    laws,
    penalty,
    standing,
    unknown,
)


def appoint(on="01/06/2025", readings=None, **other):
    return propose_appointment(
        laws(), candidacy(**other), on=day(on), readings=readings or {}
    )


def past(form, effective, **more):
    return {"penalties": (penalty(form, effective, **more),)}


class TestChecklist:
    """NĐ 115/2020, Điều 44 [T]: read, not at hand, not quoted."""

    def test_who_fulfils_everything_is_proposed(self):
        found = appoint()

        assert ("proposed", "bn-2023") == (standing(found), found.law)
        assert ("appointment", "bổ nhiệm trưởng khoa") == (found.use, found.label.vi)
        assert "người có thẩm quyền bổ nhiệm" == found.decides.vi

    @pytest.mark.parametrize(
        ("name", "clause"),
        [
            ("standards", "standards"),
            ("planned", "planned"),
            ("declared", "declared"),
            ("full_term", "full-term"),
            ("healthy", "healthy"),
        ],
    )
    def test_every_item_has_three_values(self, name, clause):
        no, open_ = appoint(**{name: False}), appoint(**{name: None})

        assert ("not_met", [clause]) == (standing(no), failing(no))
        assert ("not_enough_data", (name,)) == (standing(open_), open_.missing)

    @pytest.mark.parametrize(
        ("serving", "expected"),
        [(False, "proposed"), (True, "not_met"), (None, "not_enough_data")],
    )
    def test_who_serves_a_discipline_does_not_fulfil_it(self, serving, expected):
        assert expected == standing(appoint(serving=serving))

    @pytest.mark.parametrize(
        ("since", "expected"), [("01/06/2023", "proposed"), ("02/06/2023", "not_met")]
    )
    def test_24_months_in_the_present_post_are_asked_for(self, since, expected):
        assert expected == standing(appoint(since=day(since)))

    def test_of_a_first_post_no_months_are_asked(self):
        assert "proposed" == standing(appoint(first=True, since=None))

    def test_long_enough_in_post_it_matters_not_whether_it_is_the_first(self):
        assert "proposed" == standing(appoint(first=None))

    def test_too_short_in_post_it_is_asked_whether_it_is_the_first(self):
        found = appoint(first=None, since=day("01/01/2025"))

        assert ("not_enough_data", ("first",)) == (standing(found), found.missing)

    def test_a_day_nobody_gave_is_asked_for(self):
        assert ("since",) == appoint(since=None).missing
        assert ("first", "since") == appoint(since=None, first=None).missing


class TestReprimandAndWarning:
    """«bổ nhiệm vào chức vụ cao hơn trong thời hạn 12 tháng» (Đ56 k2 a)."""

    def test_case_46_thirteen_months_after_a_reprimand_this_bar_is_over(self):
        found = appoint("01/10/2025", **past("reprimand", "01/09/2024"))

        assert "proposed" == standing(found)

    @pytest.mark.parametrize("form", ["reprimand", "warning"])
    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("31/08/2025", "not_considered"),
            ("01/09/2025", "not_enough_data"),
            ("02/09/2025", "proposed"),
        ],
    )
    def test_the_bar_ends_exactly_after_twelve_months(self, form, on, expected):
        found = appoint(on, **past(form, "01/09/2024"))

        assert expected == standing(found)

    @pytest.mark.parametrize(
        ("chosen", "expected"), [("eve", "proposed"), ("day", "not_considered")]
    )
    def test_the_very_day_is_a_matter_of_reading(self, chosen, expected):
        found = appoint(
            "01/09/2025", {"bar_ends": chosen}, **past("warning", "01/09/2024")
        )

        assert expected == standing(found)

    def test_while_nobody_chose_the_reading_is_what_is_missing(self):
        found = appoint("01/09/2025", **past("warning", "01/09/2024"))

        assert ("reading.bar_ends",) == found.missing

    def test_a_post_that_is_no_higher_is_not_barred(self):
        found = appoint(higher=False, **past("warning", "01/05/2025"))

        assert "proposed" == standing(found)

    def test_whether_the_post_is_higher_is_asked_only_where_it_matters(self):
        assert "proposed" == standing(appoint(higher=None))
        assert ("higher",) == appoint(
            higher=None, **past("warning", "01/05/2025")
        ).missing

    def test_a_decision_not_yet_in_effect_bars_nobody_yet(self):
        assert "proposed" == standing(appoint(**past("removal", "02/06/2025")))


class TestRemoval:
    """«bổ nhiệm trong thời hạn 24 tháng, kể từ ngày quyết định kỷ luật» (Đ56 k2 b)."""

    def test_case_46_21_months_after_a_removal_nobody_is_appointed(self):
        found = appoint("01/06/2025", **past("removal", "01/09/2023"))

        assert ("not_considered", ["bar-24"]) == (standing(found), failing(found))
        (bar,) = found.failing
        assert "cách chức (HV-01, 01/09/2023), hạn đến 01/09/2025" == bar.seen.vi

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("31/08/2025", "not_considered"),
            ("01/09/2025", "not_enough_data"),
            ("02/09/2025", "proposed"),
        ],
    )
    def test_the_bar_ends_exactly_after_24_months(self, on, expected):
        found = appoint(on, **past("removal", "01/09/2023"))

        assert expected == standing(found)

    def test_a_post_that_is_no_higher_is_barred_too(self):
        found = appoint(higher=False, **past("removal", "01/09/2023"))

        assert ["bar-24"] == failing(found)

    def test_a_form_nobody_named_may_bar_for_24_months(self):
        found = appoint(**past(None, "01/09/2023"))

        assert (["bar-24"], ("penalties.form",)) == (unknown(found), found.missing)

    def test_without_a_register_it_is_not_known(self):
        found = appoint(penalties=None)

        assert ("not_enough_data", ("penalties",)) == (standing(found), found.missing)


class TestWhatIsUnderWay:
    """«đang bị điều tra, truy tố, xét xử thì không được bổ nhiệm» (Đ56 k3)."""

    @pytest.mark.parametrize("name", ["handled", "prosecuted"])
    def test_while_it_is_dealt_with_nobody_is_appointed(self, name):
        found = appoint(**{name: True})

        assert ("not_considered", ["handled"]) == (standing(found), failing(found))

    @pytest.mark.parametrize("name", ["handled", "prosecuted"])
    def test_what_nobody_said_is_asked_for(self, name):
        assert (name,) == appoint(**{name: None}).missing

    def test_one_that_applies_settles_it(self):
        found = appoint(handled=True, prosecuted=None)

        assert "not_considered" == standing(found)


class TestCorruption:
    """«hành vi tham nhũng thì không được bổ nhiệm vào vị trí quản lý» (Đ56 k4)."""

    @pytest.mark.parametrize(
        ("corrupt", "expected"),
        [(True, "not_considered"), (None, "not_enough_data"), (False, "proposed")],
    )
    def test_it_bars_for_good(self, corrupt, expected):
        assert expected == standing(appoint(corrupt=corrupt))


class TestOtherLaws:
    def test_party_discipline_is_pointed_out_and_bars_nobody_here(self):
        found = appoint(**past("warning", "01/05/2025", side="party"))

        assert ("proposed", ["PARTY_DISCIPLINE"]) == (standing(found), flags(found))

    @pytest.mark.parametrize(
        "other",
        [{}, {"standards": False}, {"handled": True}, {"healthy": None}],
    )
    def test_case_46_after_01_7_2026_everything_needs_a_person(self, other):
        """NĐ 259/2026 and Luật 129/2025 [M]: text not seen."""
        found = appoint("01/07/2026", **other)

        assert ("needs_human_confirmation", "bn-2026") == (standing(found), found.law)

    def test_on_the_last_day_of_june_the_former_rules_apply(self):
        assert "bn-2023" == appoint("30/06/2026").law

    def test_before_the_decree_was_amended_there_is_no_law_to_go_by(self):
        with pytest.raises(FaultError, match="DV-D001"):
            appoint("06/12/2023")
