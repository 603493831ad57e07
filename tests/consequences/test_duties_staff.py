"""Điều 51, 52, 53 of Luật 10/2022: conference, six-monthly check, consultation."""

import attrs
import pytest

from danvan_eval.consequences.duty_facts import (
    NOT_YET,
    Conference,
    Consultation,
    HalfYear,
)
from danvan_eval.errors import FaultError
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

LATER = "31/12/2026"
STANDS = {"last_day_off": "stands"}
HELD = Conference(
    2025,
    regular=True,
    day=day("20/01/2026"),
    delegates=False,
    summoned=300,
    present=200,
    agreed=101,
)


def conference(one=HELD, as_of=LATER, *, kind="conference", about="2025", **more):
    """Return the duty of one kind about the conference."""
    told = {"headcount": 300, "readings": STANDS} | more
    known = [one] if isinstance(one, Conference) else one
    return duties(as_of, conferences=known, **told)[f"{kind}:{about}"]


class TestArticle51Clause1:
    """«mỗi năm một lần sau khi kết thúc năm công tác» (Đ51 k1)."""

    @pytest.mark.parametrize(
        ("on", "standing"), [("31/03/2026", MET), ("01/04/2026", MISSED)]
    )
    def test_the_third_month_of_the_next_year_is_the_last(self, on, standing):
        found = conference(attrs.evolve(HELD, day=day(on)))

        assert (day("31/03/2026"), standing) == (found.due, found.standing)

    def test_one_before_the_end_of_the_year_is_left_to_a_person(self):
        assert PERSON is conference(attrs.evolve(HELD, day=day("20/12/2025"))).standing

    def test_none_at_all_is_a_miss_when_the_limit_is_over(self):
        assert RUNNING is conference([], "31/03/2026").standing
        assert MISSED is conference([], "01/04/2026").standing

    def test_without_the_list_nothing_is_missed(self):
        assert NO_DATA is duties(LATER, headcount=300)["conference:2025"].standing

    def test_an_extraordinary_one_is_not_the_yearly_one(self):
        assert MISSED is conference(attrs.evolve(HELD, regular=False)).standing

    def test_one_without_its_quorum_is_none(self):
        assert MISSED is conference(attrs.evolve(HELD, present=199)).standing

    def test_the_second_one_that_was_summoned_counts(self):
        again = attrs.evolve(HELD, day=day("25/03/2026"))
        found = conference([attrs.evolve(HELD, present=199), again])

        assert (MET, day("25/03/2026")) == (found.standing, found.done)

    @pytest.mark.parametrize(("people", "standing"), [(7, NOT_ASKED), (8, MISSED)])
    def test_seven_people_or_fewer_need_none(self, people, standing):
        assert standing is conference([], headcount=people).standing

    def test_what_nobody_knows_of_the_headcount_keeps_a_miss_open(self):
        assert NO_DATA is conference([], headcount=None).standing
        assert MET is conference(headcount=None).standing

    def test_a_last_day_on_a_sunday_is_a_reading(self):
        # 31/3/2024 was a Sunday.
        late = attrs.evolve(HELD, year=2023, day=day("01/04/2024"))
        asked = {"about": "2023", "year": 2024}

        assert MISSED is conference(late, **asked).standing
        assert (
            MET is conference(late, readings={"last_day_off": "next"}, **asked).standing
        )
        assert PERSON is conference(late, readings={}, **asked).standing

    def test_a_reading_that_is_no_option_is_refused(self):
        with pytest.raises(FaultError, match="DV-D500"):
            conference(readings={"last_day_off": "maybe"})


class TestArticle51Clause2:
    """«thông qua khi có trên 50% tổng số người dự hội nghị tán thành» (Đ51 k2 c)."""

    @pytest.mark.parametrize(
        ("present", "summoned", "standing"),
        [(200, 300, MET), (199, 300, MISSED), (67, 100, MET), (66, 100, MISSED)],
    )
    def test_two_thirds_are_present(self, present, summoned, standing):
        one = attrs.evolve(HELD, present=present, summoned=summoned, agreed=None)
        found = conference(one, kind="quorum", about="2025-20260120")

        assert standing is found.standing

    @pytest.mark.parametrize(
        ("agreed", "standing"), [(101, MET), (100, MISSED), (None, NO_DATA)]
    )
    def test_more_than_half_of_those_present_agree(self, agreed, standing):
        one = attrs.evolve(HELD, agreed=agreed)
        found = conference(one, kind="majority", about="2025-20260120")

        assert standing is found.standing

    def test_an_odd_number_is_not_rounded(self):
        one = attrs.evolve(HELD, present=201, agreed=101)
        found = conference(one, kind="majority", about="2025-20260120")

        assert MET is found.standing

    @pytest.mark.parametrize(("people", "standing"), [(100, MET), (99, NO_DATA)])
    def test_delegates_come_from_a_hundred_people_on(self, people, standing):
        one = attrs.evolve(HELD, delegates=True)
        asked = {"kind": "quorum", "about": "2025-20260120", "headcount": people}

        assert standing is conference(one, **asked).standing

    def test_numbers_nobody_brought_are_asked_for(self):
        one = attrs.evolve(HELD, summoned=None)
        found = conference(one, kind="quorum", about="2025-20260120")

        assert ("conference.summoned",) == found.missing


class TestArticle52Clause3:
    """«Định kỳ 06 tháng một lần, người đứng đầu cơ quan, đơn vị phối hợp» (Đ52 k3)."""

    def check(self, *rows, key="2025-1", as_of=LATER, reading="within", **more):
        told = {"headcount": 300, "readings": {"half_year": reading}} | more
        return duties(as_of, checks=listed(*rows), **told)[f"check:{key}"]

    def test_two_checks_a_year_are_asked(self):
        found = duties(LATER, checks=[])

        assert 2 == sum(one.kind == "check" for one in found.values())

    @pytest.mark.parametrize(
        ("on", "reading", "standing"),
        [
            ("30/06/2025", "within", MET),
            ("01/07/2025", "within", MISSED),
            ("01/07/2025", "after", MET),
            ("31/12/2025", "after", MET),
            ("01/01/2026", "after", MISSED),
            ("01/07/2025", "", PERSON),
        ],
    )
    def test_whether_it_falls_into_the_half_year_is_a_reading(
        self, on, reading, standing
    ):
        row = HalfYear(2025, 1, day(on), day(on))

        assert standing is self.check(row, reading=reading).standing

    def test_by_when_the_staff_are_told_the_text_does_not_say(self):
        row = HalfYear(2025, 1, day("20/06/2025"), NOT_YET)

        assert PERSON is self.check(row).standing

    def test_a_day_of_telling_nobody_recorded_is_asked_for(self):
        row = HalfYear(2025, 1, day("20/06/2025"), None)

        assert ("check.told",) == self.check(row).missing

    def test_a_half_year_that_is_not_over_is_neither_met_nor_missed(self):
        assert RUNNING is self.check(as_of="30/06/2025").standing
        assert MISSED is self.check(as_of="01/07/2025").standing


class TestArticle53:
    """«tham gia ý kiến trước khi người đứng đầu cơ quan, đơn vị quyết định» (Đ53)."""

    RULE = Consultation("45/QĐ-BV", day("10/02/2025"), day("11/02/2025"), 10)

    def consult(self, one=RULE, **more):
        return duties(LATER, consultations=[one], **more)["consult:45/QĐ-BV"]

    @pytest.mark.parametrize(
        ("on", "standing"),
        [("10/02/2025", MET), ("11/02/2025", PERSON), ("12/02/2025", MISSED)],
    )
    def test_the_staff_are_asked_before_it_is_issued(self, on, standing):
        found = self.consult(attrs.evolve(self.RULE, asked=day(on)))

        assert standing is found.standing
        assert "dc-d53-k10" == found.conditions[0].clause

    def test_a_draft_that_is_not_issued_misses_nothing(self):
        draft = Consultation("45/QĐ-BV", NOT_YET, NOT_YET, 10)

        assert RUNNING is self.consult(draft).standing

    def test_a_rule_issued_without_asking_is_a_miss(self):
        assert MISSED is self.consult(attrs.evolve(self.RULE, asked=NOT_YET)).standing

    def test_a_day_nobody_recorded_is_asked_for(self):
        found = self.consult(attrs.evolve(self.RULE, asked=None))

        assert ("consultation.asked",) == found.missing

    def test_the_scoring_regulation_needs_its_proof(self):
        rules = {"45/QĐ-BV": day("11/02/2025")}

        assert MET is self.consult(rules=rules).standing
        none = duties(LATER, consultations=[], rules=rules)
        assert MISSED is none["consult:45/QĐ-BV"].standing
        unknown = duties(LATER, rules=rules)
        assert NO_DATA is unknown["consult:45/QĐ-BV"].standing
