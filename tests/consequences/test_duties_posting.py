"""Điều 46, 47, 48 of Luật 10/2022: what must be public, by when, for how long."""

import attrs
import pytest

from danvan_eval.consequences.duty_facts import NOT_YET, Posting
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
    standings,
)

AWARD = Posting(
    "212/QĐ-BV",
    6,
    decided=day("19/12/2025"),
    posted=day("29/12/2025"),
    removed=day("13/01/2026"),
)
"""Decided on a Friday; posted on the sixth working day, up for fifteen days."""
LATER = "31/03/2026"


def posted(one=AWARD, as_of=LATER, **more):
    return duties(as_of, postings=[one], **more)


class TestCase48:
    """An award decision posted late, and taken down after fifteen days."""

    def test_case_48_it_is_two_misses(self):
        found = posted()

        assert {"212/QĐ-BV": MISSED} == standings(found, "post")
        assert {"212/QĐ-BV": MISSED} == standings(found, "keep")

    def test_case_48_it_was_due_on_the_fifth_working_day_and_a_working_day_late(self):
        found = posted()["post:212/QĐ-BV"]

        assert (day("26/12/2025"), day("29/12/2025")) == (found.due, found.done)
        assert (1, "working") == (found.over, found.days)
        assert ("dc-2023", day("19/12/2025")) == (found.law, found.event)

    def test_case_48_it_was_down_five_days_early(self):
        found = posted()["keep:212/QĐ-BV"]

        assert (day("18/01/2026"), day("13/01/2026")) == (found.due, found.done)
        assert (5, "calendar") == (found.over, found.days)


class TestArticle47Clause2:
    """«công khai chậm nhất là 05 ngày làm việc kể từ ngày có quyết định» (Đ47 k2)."""

    @pytest.mark.parametrize(
        ("on", "standing"), [("26/12/2025", MET), ("29/12/2025", MISSED)]
    )
    def test_the_fifth_working_day_is_in_time(self, on, standing):
        found = posted(attrs.evolve(AWARD, posted=day(on)))

        assert {"212/QĐ-BV": standing} == standings(found, "post")

    def test_a_day_off_of_the_hospital_moves_the_limit(self):
        found = posted(days_off=frozenset({day("24/12/2025")}))

        assert day("29/12/2025") == found["post:212/QĐ-BV"].due
        assert {"212/QĐ-BV": MET} == standings(found, "post")

    def test_a_public_holiday_moves_the_limit(self):
        new_year = attrs.evolve(AWARD, decided=day("29/12/2025"), posted=NOT_YET)

        assert day("06/01/2026") == posted(new_year)["post:212/QĐ-BV"].due

    def test_what_is_not_over_is_neither_met_nor_missed(self):
        waiting = attrs.evolve(AWARD, posted=NOT_YET)

        assert RUNNING is posted(waiting, "26/12/2025")["post:212/QĐ-BV"].standing
        assert MISSED is posted(waiting, "27/12/2025")["post:212/QĐ-BV"].standing

    def test_what_nobody_posted_is_late_so_far(self):
        waiting = attrs.evolve(AWARD, posted=NOT_YET)

        # 29, 30, 31 December and, after the holiday, 2 January.
        assert 4 == posted(waiting, "02/01/2026")["post:212/QĐ-BV"].over

    def test_a_day_nobody_recorded_leaves_it_open(self):
        found = posted(attrs.evolve(AWARD, posted=None))

        assert {"212/QĐ-BV": NO_DATA} == standings(found, "post")
        assert ("posting.posted",) == found["post:212/QĐ-BV"].missing

    def test_where_another_law_sets_the_limit_a_person_has_to_say(self):
        found = posted(attrs.evolve(AWARD, other_law="Luật Đấu thầu"))

        assert {"212/QĐ-BV": PERSON} == standings(found, "post")


class TestArticle48:
    """«ít nhất là 20 ngày liên tục kể từ ngày bắt đầu đăng tin» (Đ48 k1)."""

    @pytest.mark.parametrize(
        ("off", "standing"), [("18/01/2026", MET), ("17/01/2026", MISSED)]
    )
    def test_the_day_of_posting_is_the_first_of_twenty(self, off, standing):
        found = posted(attrs.evolve(AWARD, removed=day(off)))

        assert {"212/QĐ-BV": standing} == standings(found, "keep")

    def test_what_is_still_up_is_met_when_twenty_days_are_over(self):
        up = attrs.evolve(AWARD, removed=NOT_YET)

        assert RUNNING is posted(up, "17/01/2026")["keep:212/QĐ-BV"].standing
        assert MET is posted(up, "18/01/2026")["keep:212/QĐ-BV"].standing

    def test_what_was_never_posted_cannot_be_taken_down(self):
        found = posted(attrs.evolve(AWARD, posted=NOT_YET))

        assert {} == standings(found, "keep")

    def test_a_day_of_taking_down_nobody_recorded_leaves_it_open(self):
        found = posted(attrs.evolve(AWARD, removed=None))

        assert {"212/QĐ-BV": NO_DATA} == standings(found, "keep")

    def test_a_letter_to_everybody_is_a_question_for_a_person(self):
        found = posted(attrs.evolve(AWARD, form="letter"))

        assert {"212/QĐ-BV": PERSON} == standings(found, "keep")


class TestArticle46:
    """«khen thưởng, kỷ luật, thôi việc, nghỉ hưu đối với cán bộ» (Đ46 k6)."""

    def test_a_group_is_public_however_late(self):
        assert MET is posted()["public:k6"].standing

    def test_twelve_groups_are_asked(self):
        assert 12 == len(standings(posted(), "public"))

    def test_a_group_without_a_row_is_not_known(self):
        assert NO_DATA is posted()["public:k5"].standing

    def test_a_group_in_which_nothing_arose_is_not_asked(self):
        nothing = Posting("", 5, nothing=True)

        assert NOT_ASKED is posted(nothing)["public:k5"].standing

    def test_a_document_nobody_made_public_misses_its_group(self):
        waiting = attrs.evolve(AWARD, posted=NOT_YET)

        assert MISSED is posted(waiting)["public:k6"].standing
        assert RUNNING is posted(waiting, "22/12/2025")["public:k6"].standing

    def test_a_row_that_cannot_be_read_may_be_of_any_group(self):
        found = duties(LATER, postings=listed(AWARD, unclear={""}))

        assert NO_DATA is found["public:k6"].standing

    def test_without_the_list_nothing_is_missed(self):
        found = duties(LATER)

        assert {NO_DATA} == set(standings(found, "public").values())
