"""Reception, complaints and denunciations: texts not seen, loci and marks in the laws.

Luật 42/2013 Điều 28 [T], Luật 02/2011 Điều 27, 28, 37 [T], Luật 25/2018 Điều 30, 35,
40 [T], NĐ 31/2019 [Q], NĐ 154/2026 Điều 9, 10 [T].
"""

import attrs
import pytest

from danvan_eval.consequences.duty_facts import NOT_YET, Case, Reception
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

LATER = "31/12/2025"
STANDS = {"readings": {"last_day_off": "stands"}}
COMPLAINT = Case(
    "DT-001",
    "complaint",
    day("03/03/2025"),
    settled=day("10/04/2025"),
    noticed=day("17/03/2025"),
    accepted=day("11/03/2025"),
    refused=False,
    round=1,
    complexity="plain",
    remote=False,
)
"""Received on a Monday, answered on the tenth working day, settled on the 30th day."""
DENUNCIATION = attrs.evolve(
    COMPLAINT,
    kind="denunciation",
    extensions=0,
    concluded=day("10/04/2025"),
    sent=day("17/04/2025"),
    published=day("21/04/2025"),
    removed=day("06/05/2025"),
)


def case(one=COMPLAINT, as_of=LATER, *, kind, **more):
    """Return the duty of one kind towards the case."""
    return duties(as_of, cases=[one], **(STANDS | more))[f"{kind}:{one.id}"]


class TestAnswer:
    """Luật 42/2013 Điều 28 [T], text not seen: 10 working days from receipt."""

    @pytest.mark.parametrize(
        ("on", "standing"), [("17/03/2025", MET), ("18/03/2025", MISSED)]
    )
    def test_the_tenth_working_day_is_in_time(self, on, standing):
        found = case(attrs.evolve(COMPLAINT, noticed=day(on)), kind="reply")

        assert (day("17/03/2025"), standing) == (found.due, found.standing)

    def test_the_settlement_is_an_answer_too(self):
        quick = attrs.evolve(COMPLAINT, noticed=None, settled=day("12/03/2025"))

        assert MET is case(quick, kind="reply").standing

    def test_passing_it_on_is_an_answer_too(self):
        passed = attrs.evolve(
            COMPLAINT, noticed=NOT_YET, settled=NOT_YET, passed_on=day("10/03/2025")
        )

        assert MET is case(passed, kind="reply").standing

    def test_a_late_settlement_does_not_say_that_no_notice_was_given(self):
        found = case(attrs.evolve(COMPLAINT, noticed=None), kind="reply")

        assert (NO_DATA, ("case.noticed",)) == (found.standing, found.missing)

    def test_a_late_settlement_without_a_notice_is_late(self):
        found = case(attrs.evolve(COMPLAINT, noticed=NOT_YET), kind="reply")

        # 10 April is the 27th working day; 7 April is a holiday (Giỗ Tổ).
        assert (MISSED, 17) == (found.standing, found.over)

    def test_proposals_and_feedback_are_answered_and_nothing_else(self):
        proposal = attrs.evolve(COMPLAINT, kind="proposal")
        found = duties(LATER, cases=[proposal])

        assert {"reply"} == {one.kind for one in found.values() if "DT-001" in one.id}

    def test_the_law_is_that_of_the_day_of_receipt(self):
        last = attrs.evolve(COMPLAINT, received=day("30/06/2026"))
        first = attrs.evolve(COMPLAINT, received=day("01/07/2026"))

        assert "tcd-2014" == case(last, kind="reply").law
        assert "tcd-2026" == case(first, kind="reply").law

    def test_a_case_before_any_law_at_hand_is_left_to_a_person(self):
        old = attrs.evolve(COMPLAINT, received=day("03/03/2019"))
        found = case(old, kind="reply")

        assert (PERSON, "") == (found.standing, found.law)


class TestAcceptance:
    """Luật 02/2011 Điều 27 [T], text not seen: 10 days from receipt."""

    @pytest.mark.parametrize(
        ("on", "standing"), [("13/03/2025", MET), ("14/03/2025", MISSED)]
    )
    def test_the_tenth_day_is_in_time(self, on, standing):
        found = case(attrs.evolve(COMPLAINT, accepted=day(on)), kind="accept")

        assert standing is found.standing

    def test_a_refusal_in_time_is_in_time(self):
        refused = attrs.evolve(
            COMPLAINT, accepted=NOT_YET, refused=True, noticed=day("12/03/2025")
        )

        assert MET is case(refused, kind="accept").standing

    def test_without_acceptance_it_is_asked_whether_it_was_refused(self):
        open_ = attrs.evolve(COMPLAINT, accepted=NOT_YET, refused=None)

        assert ("case.refused",) == case(open_, kind="accept").missing

    def test_a_case_that_was_passed_on_is_not_asked(self):
        passed = attrs.evolve(COMPLAINT, accepted=NOT_YET, passed_on=day("05/03/2025"))

        assert NOT_ASKED is case(passed, kind="accept").standing

    @pytest.mark.parametrize(
        ("reading", "standing"), [("stands", MISSED), ("next", MET), ("", PERSON)]
    )
    def test_a_limit_that_ends_on_a_day_off_is_read_as_the_hospital_chose(
        self, reading, standing
    ):
        # From Thursday 6 March the tenth day is Sunday 16 March.
        late = attrs.evolve(
            COMPLAINT, received=day("06/03/2025"), accepted=day("17/03/2025")
        )
        found = case(late, kind="accept", readings={"last_day_off": reading})

        assert standing is found.standing


class TestSettlement:
    """Luật 02/2011 Điều 28 and 37 [T], texts not seen."""

    @pytest.mark.parametrize(
        ("told", "due"),
        [
            ({}, "10/04/2025"),
            ({"complexity": "complex"}, "25/04/2025"),
            ({"remote": True}, "25/04/2025"),
            ({"remote": True, "complexity": "complex"}, "10/05/2025"),
            ({"round": 2}, "25/04/2025"),
            ({"round": 2, "complexity": "complex"}, "10/05/2025"),
            ({"round": 2, "remote": True}, "10/05/2025"),
            ({"round": 2, "remote": True, "complexity": "complex"}, "20/05/2025"),
        ],
    )
    def test_the_limit_runs_from_acceptance(self, told, due):
        on_the_day = attrs.evolve(COMPLAINT, settled=day(due), **told)
        found = case(on_the_day, kind="settle")

        assert (day(due), MET) == (found.due, found.standing)

    def test_a_day_more_is_late(self):
        found = case(attrs.evolve(COMPLAINT, settled=day("11/04/2025")), kind="settle")

        assert (MISSED, 1, "calendar") == (found.standing, found.over, found.days)

    def test_where_nobody_says_how_complex_it_is_the_shorter_limit_settles_it(self):
        unclear = attrs.evolve(COMPLAINT, complexity=None)
        late = attrs.evolve(unclear, settled=day("20/04/2025"))

        assert MET is case(unclear, kind="settle").standing
        assert ("case.complexity",) == case(late, kind="settle").missing

    def test_where_nobody_says_how_complex_it_is_the_longest_limit_settles_it(self):
        late = attrs.evolve(COMPLAINT, complexity=None, settled=day("26/04/2025"))

        assert MISSED is case(late, kind="settle").standing

    def test_nothing_runs_before_acceptance(self):
        new = attrs.evolve(COMPLAINT, accepted=NOT_YET, settled=NOT_YET)

        assert {} == standings(duties(LATER, cases=[new]), "settle")

    def test_a_settlement_within_the_limit_from_receipt_needs_no_acceptance(self):
        quick = attrs.evolve(COMPLAINT, accepted=None, settled=day("02/04/2025"))
        later = attrs.evolve(COMPLAINT, accepted=None)

        assert MET is case(quick, kind="settle").standing
        assert ("case.accepted",) == case(later, kind="settle").missing

    def test_a_case_not_settled_is_late_when_its_limit_is_over(self):
        open_ = attrs.evolve(COMPLAINT, settled=NOT_YET)

        assert RUNNING is case(open_, "10/04/2025", kind="settle").standing
        assert MISSED is case(open_, "11/04/2025", kind="settle").standing


class TestDenunciation:
    """Luật 25/2018 Điều 30, 35, 40 [T], NĐ 31/2019 [Q], texts not seen."""

    @pytest.mark.parametrize(
        ("complexity", "extensions", "due"),
        [
            ("plain", 0, "10/04/2025"),
            ("complex", 1, "10/05/2025"),
            ("especially", 1, "10/05/2025"),
            ("especially", 2, "09/06/2025"),
        ],
    )
    def test_each_extension_is_thirty_days(self, complexity, extensions, due):
        told = {"complexity": complexity, "extensions": extensions}
        found = case(
            attrs.evolve(DENUNCIATION, settled=day(due), **told), kind="settle"
        )

        assert (day(due), MET) == (found.due, found.standing)

    def test_more_extensions_than_the_law_knows_do_not_count(self):
        told = {"complexity": "complex", "extensions": 3}

        assert (
            day("10/05/2025")
            == case(attrs.evolve(DENUNCIATION, **told), kind="settle").due
        )

    def test_the_conclusion_is_sent_within_five_working_days(self):
        assert MET is case(DENUNCIATION, kind="conclusion-sent").standing
        late = attrs.evolve(DENUNCIATION, sent=day("18/04/2025"))
        assert MISSED is case(late, kind="conclusion-sent").standing

    def test_the_conclusion_is_public_within_seven_working_days(self):
        assert MET is case(DENUNCIATION, kind="conclusion-public").standing
        late = attrs.evolve(DENUNCIATION, published=day("22/04/2025"))
        assert MISSED is case(late, kind="conclusion-public").standing

    def test_the_conclusion_is_up_for_fifteen_days(self):
        assert MET is case(DENUNCIATION, kind="conclusion-kept").standing
        short = attrs.evolve(DENUNCIATION, removed=day("05/05/2025"))
        found = case(short, kind="conclusion-kept")
        assert (MISSED, 1) == (found.standing, found.over)

    def test_without_a_conclusion_nothing_has_to_be_sent(self):
        open_ = attrs.evolve(DENUNCIATION, concluded=NOT_YET)

        assert {} == standings(duties(LATER, cases=[open_]), "conclusion-sent")

    def test_a_settled_case_without_a_day_of_conclusion_is_asked_for_it(self):
        found = case(attrs.evolve(DENUNCIATION, concluded=None), kind="conclusion-sent")

        assert ("case.concluded",) == found.missing


class TestReception:
    """Luật 42/2013 Điều 18 k2 [T], NĐ 154/2026 Điều 9, 10 [T], texts not seen."""

    def month(self, key, *days, as_of="31/12/2026", unclear=()):
        known = listed(*(Reception(day(one)) for one in days), unclear=unclear)
        return duties(as_of, year=2026, receptions=known)[f"reception:{key}"]

    def test_from_july_2026_a_month_without_a_day_is_a_miss(self):
        assert MISSED is self.month("2026-07").standing

    def test_before_that_the_sentence_is_for_heads_of_state_agencies(self):
        found = self.month("2026-06")

        assert PERSON is found.standing
        assert "cơ quan nhà nước" in found.conditions[0].seen.vi

    @pytest.mark.parametrize(
        ("key", "law"), [("2026-06", "tcd-2014"), ("2026-07", "tcd-2026")]
    )
    def test_a_day_in_the_month_is_enough(self, key, law):
        month, year = key[5:], key[:4]
        found = self.month(key, f"15/{month}/{year}")

        assert (MET, law, 1) == (found.standing, found.law, found.counted)

    def test_a_month_that_is_not_over_is_neither_met_nor_missed(self):
        assert RUNNING is self.month("2026-07", as_of="31/07/2026").standing
        assert MISSED is self.month("2026-07", as_of="01/08/2026").standing

    def test_a_day_of_another_month_does_not_count(self):
        assert MISSED is self.month("2026-08", "31/07/2026").standing

    def test_a_day_that_is_still_to_come_does_not_count(self):
        assert (
            RUNNING is self.month("2026-07", "20/07/2026", as_of="19/07/2026").standing
        )

    def test_a_row_that_cannot_be_read_keeps_its_month_open(self):
        assert NO_DATA is self.month("2026-07", unclear={"2026-07"}).standing
        assert MISSED is self.month("2026-08", unclear={"2026-07"}).standing

    def test_without_the_register_nothing_is_missed(self):
        found = duties("01/01/2027", year=2026)

        assert {NO_DATA} == set(standings(found, "reception").values())
