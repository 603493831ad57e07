"""Điều 60 of Luật 10/2022, and NĐ 59/2023 Điều 21 [T], text of the decree not seen."""

import attrs
import pytest

from danvan_eval.consequences.duty_facts import NOT_YET, Inspectorate
from helpers.duties import (
    MET,
    MISSED,
    NO_DATA,
    NOT_ASKED,
    PERSON,
    RUNNING,
    day,
    duties,
    listed,
)

ELECTED = Inspectorate(
    day("10/01/2025"),
    members=5,
    deputies=1,
    barred=False,
    proposed=True,
    dispersed=False,
    recognised=day("17/01/2025"),
)


def found(*rows, as_of="31/12/2026", headcount=300, unclear=()):
    known = listed(*rows, unclear=unclear)
    return duties(as_of, inspectorates=known, headcount=headcount)


def composition(**told):
    one = attrs.evolve(ELECTED, **told)
    return found(one)["inspectorate:20250110"].standing


class TestArticle60:
    """«bầu gồm từ 03 đến 09 thành viên theo đề nghị» (Đ60 k1)."""

    @pytest.mark.parametrize(
        ("members", "standing"), [(2, MISSED), (3, MET), (9, MET), (10, MISSED)]
    )
    def test_three_to_nine_members(self, members, standing):
        assert standing is composition(members=members)

    @pytest.mark.parametrize(("dispersed", "standing"), [(True, MET), (None, NO_DATA)])
    def test_more_where_the_unit_is_special_or_dispersed(self, dispersed, standing):
        assert standing is composition(members=11, dispersed=dispersed)

    @pytest.mark.parametrize(
        ("told", "standing"),
        [
            ({"proposed": False}, MISSED),
            ({"proposed": None}, NO_DATA),
            ({"barred": True}, MISSED),
            ({"barred": None}, NO_DATA),
        ],
    )
    def test_proposed_by_the_union_without_head_deputy_chief_accountant(
        self, told, standing
    ):
        assert standing is composition(**told)

    def test_none_elected_may_be_a_special_case(self):
        assert PERSON is found()["inspectorate:none"].standing

    @pytest.mark.parametrize(("people", "standing"), [(7, NOT_ASKED), (8, PERSON)])
    def test_seven_people_or_fewer_have_none(self, people, standing):
        assert standing is found(headcount=people)["inspectorate:none"].standing

    def test_without_the_list_nothing_is_known(self):
        assert NO_DATA is duties("31/12/2026")["inspectorate:none"].standing


class TestDecreeArticle21:
    """NĐ 59/2023 Điều 21 [T], text not seen."""

    @pytest.mark.parametrize(
        ("members", "deputies", "standing"),
        [(9, 2, MET), (9, 3, MISSED), (8, 3, MET), (9, None, NO_DATA)],
    )
    def test_nine_members_have_two_deputies_at_most(self, members, deputies, standing):
        assert standing is composition(members=members, deputies=deputies)

    @pytest.mark.parametrize(
        ("on", "standing"), [("17/01/2025", MET), ("20/01/2025", MISSED)]
    )
    def test_the_union_recognises_it_within_five_working_days(self, on, standing):
        one = attrs.evolve(ELECTED, recognised=day(on))

        assert standing is found(one)["recognition:20250110"].standing

    def test_an_election_comes_again_after_two_years(self):
        again = attrs.evolve(ELECTED, elected=day("11/01/2027"), recognised=NOT_YET)

        assert RUNNING is found(ELECTED)["term:20250110"].standing
        assert (
            MISSED
            is found(ELECTED, again, as_of="12/01/2027")["term:20250110"].standing
        )

    def test_a_row_that_cannot_be_read_may_be_the_next_election(self):
        seen = found(ELECTED, as_of="12/01/2027", unclear={""})

        assert NO_DATA is seen["term:20250110"].standing

    def test_an_election_still_to_come_is_not_seen(self):
        assert "inspectorate:none" in found(ELECTED, as_of="09/01/2025")
