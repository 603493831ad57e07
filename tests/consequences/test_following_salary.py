"""The tables of salary steps, past discipline and candidacies, as they are read."""

import datetime as dt

import pytest

from danvan_eval.consequences.pay import Absence, Achievement, Cause, Penalty
from danvan_eval.decisions.facts import Discipline
from danvan_eval.periods import Period
from danvan_eval.workspace.fields import Codes
from danvan_eval.workspace.files import Files
from danvan_eval.workspace.following import appointment, past_discipline, salary
from danvan_eval.workspace.following.appointment import POSTS, read_candidacies
from danvan_eval.workspace.following.past_discipline import PAST, read_past_discipline
from danvan_eval.workspace.following.salary import (
    AWAY,
    CAUSES,
    MERITS,
    STEPS,
    read_pay,
)
from danvan_eval.workspace.yearly.register import Reading
from helpers.folders import codes, write
from helpers.paying import levels, nurse

STAFF = ("NV1", "NV2")
TABLES = {**salary.COLUMNS, **past_discipline.COLUMNS, **appointment.COLUMNS}
STEP = ["NV1", "cao đẳng trở lên", "01/06/2022", "không", "không", "", ""]


def heads(name):
    return [column.headers[0] for column in TABLES[name]]


@pytest.fixture
def reading(tmp_path):
    """Return what reads a folder of tables, given by the rows below their headers."""

    def made(**tables):
        named = {"luong": STEPS, "away": AWAY, "merits": MERITS, "causes": CAUSES}
        named |= {"past": PAST, "posts": POSTS}
        files = {
            f"{named[name]}.csv": [heads(named[name]), *rows]
            for name, rows in tables.items()
        }
        write(tmp_path, files)
        return Reading(Files(tmp_path), Codes(frozenset({"K01"}), frozenset(STAFF)))

    return made


def pays(found, registered=None, records=None):
    past = read_past_discipline(found, 2024, registered or {})
    people = [nurse(code) for code in STAFF]
    return read_pay(found, people, 2024, past, records or {})


def whole(**tables):
    """Return every table of salaries, empty but for *tables*."""
    return {name: [] for name in ("luong", "away", "merits", "causes", "past")} | tables


def faults(found):
    return codes(found.files.faults)


class TestSteps:
    def test_a_row_says_grade_day_and_steps(self, reading):
        found = reading(**whole(luong=[STEP]))

        pay = pays(found)["NV1"]

        assert ("college", dt.date(2022, 6, 1)) == (pay.grade, pay.began)
        assert (False, False) == (pay.last_step, pay.early_before)
        assert [] == faults(found)

    def test_who_has_no_row_is_there_with_nothing_known(self, reading):
        pay = pays(reading(**whole(luong=[STEP])))["NV2"]

        assert (None, None, None) == (pay.grade, pay.began, pay.last_step)

    def test_empty_cells_are_not_known(self, reading):
        pay = pays(reading(**whole(luong=[["NV1", *[""] * 6]])))["NV1"]

        assert (None, None, None) == (pay.grade, pay.began, pay.early_before)

    def test_a_cell_that_cannot_be_read_is_not_known_and_the_rest_is(self, reading):
        found = reading(**whole(luong=[[*STEP[:2], "tháng 6", *STEP[3:]]]))

        pay = pays(found)["NV1"]

        assert (None, "college") == (pay.began, pay.grade)
        assert 1 == len(faults(found))

    def test_a_day_in_no_year_it_can_be_in_is_not_known(self, reading):
        found = reading(**whole(luong=[[*STEP[:2], "01/06/2062", *STEP[3:]]]))

        assert pays(found)["NV1"].began is None
        assert ["DV-D302"] == faults(found)

    def test_years_nobody_was_rated_in_are_listed_and_those_that_went_well(
        self, reading
    ):
        found = reading(**whole(luong=[[*STEP[:5], "2022; 2023", "2021"]]))

        pay = pays(found)["NV1"]

        assert frozenset({2022, 2023}) == pay.fulfilled
        assert frozenset({2021}) == pay.unrated

    @pytest.mark.parametrize(
        ("written", "code"), [("năm ngoái", "DV-D303"), ("2031", "DV-D304")]
    )
    @pytest.mark.parametrize("column", [5, 6])
    def test_years_that_cannot_be_read_are_none(self, reading, column, written, code):
        row = [*STEP]
        row[column] = written
        found = reading(**whole(luong=[row]))

        pay = pays(found)["NV1"]

        assert frozenset() == pay.fulfilled | pay.unrated
        assert [code] == faults(found)

    def test_a_year_that_a_decision_says_was_khtnv_is_pointed_out(self, reading):
        found = reading(**whole(luong=[[*STEP[:5], "2023", ""]]))

        pay = pays(found, records={"NV1": levels(2023)})["NV1"]

        assert levels(2023) == pay.records
        assert ["DV-D307"] == faults(found)

    def test_rows_that_contradict_each_other_settle_nothing(self, reading):
        other = [*STEP[:3], "có", *STEP[4:]]
        found = reading(**whole(luong=[STEP, other]))

        assert pays(found)["NV1"].grade is None
        assert ["DV-S210", "DV-S210"] == faults(found)

    def test_without_registers_beside_it_a_table_says_what_is_lacking(self, reading):
        found = reading(luong=[STEP])

        pay = pays(found)["NV1"]

        assert (None, None, None) == (pay.absences, pay.achievements, pay.penalties)
        assert ["DV-D305", "DV-D305"] == faults(found)

    def test_a_hospital_without_any_of_the_tables_is_not_told_so(self, reading):
        found = reading()

        assert {"NV1", "NV2"} == set(pays(found))
        assert [] == faults(found)


class TestRegisters:
    def test_empty_registers_say_none(self, reading):
        pay = pays(reading(**whole()))["NV1"]

        assert ((), (), (), ()) == (
            pay.absences,
            pay.achievements,
            pay.causes,
            pay.penalties,
        )

    def test_rows_become_facts(self, reading):
        found = reading(
            **whole(
                away=[["NV1", "không lương", "01/02/2023", "31/03/2023"]],
                merits=[["NV1", "CSTĐCS", "12/QĐ", "20/12/2023"]],
                causes=[["NV1", "2023", "HV-01"], ["NV1", "2022", "khác"]],
                past=[["NV1", "HV-01", "hành chính", "khiển trách", "02/05/2023"]],
            )
        )

        pay = pays(found)["NV1"]

        days = Period(dt.date(2023, 2, 1), dt.date(2023, 3, 31))
        assert (Absence("unpaid", days),) == pay.absences
        won = Achievement("CSTĐCS", "12/QĐ", dt.date(2023, 12, 20))
        assert (won,) == pay.achievements
        assert {Cause(2023, "HV-01"), Cause(2022)} == set(pay.causes)
        decided = Penalty("HV-01", "administrative", "reprimand", dt.date(2023, 5, 2))
        assert (decided,) == pay.penalties
        assert [] == faults(found)

    @pytest.mark.parametrize(
        ("table", "name", "row"),
        [
            ("away", "absences", ["NV1", "không lương", "01/02/2023", ""]),
            ("away", "absences", ["NV1", "không lương", "01/02/2023", "01/01/2023"]),
            ("away", "absences", ["NV1", "đi chơi", "01/02/2023", "01/03/2023"]),
            ("merits", "achievements", ["NV1", "CSTĐCS", "", "20/12/2023"]),
            ("past", "penalties", ["NV1", "HV-01", "", "khiển trách", "02/05/2023"]),
            ("past", "penalties", ["NV1", "HV-01", "đảng", "khiển trách", ""]),
            ("past", "penalties", ["NV1", "HV-01", "đảng", "cảnh cáo", "02/05/1923"]),
        ],
    )
    def test_a_row_that_cannot_be_read_opens_whom_it_names(
        self, reading, table, name, row
    ):
        found = reading(**whole(**{table: [row]}))

        both = pays(found)

        assert getattr(both["NV1"], name) is None
        assert () == getattr(both["NV2"], name)
        assert faults(found)

    def test_a_row_that_names_nobody_opens_everybody(self, reading):
        row = ["NV7", "không lương", "01/02/2023", "31/03/2023"]

        both = pays(reading(**whole(away=[row])))

        assert [None, None] == [one.absences for one in both.values()]

    @pytest.mark.parametrize("year", ["", "2031", "năm"])
    def test_a_cause_of_no_year_is_none(self, reading, year):
        found = reading(**whole(causes=[["NV1", year, "khác"]]))

        assert () == pays(found)["NV1"].causes
        assert faults(found)

    def test_an_act_without_a_decision_is_pointed_out(self, reading):
        found = reading(**whole(causes=[["NV1", "2023", "HV-09"]]))

        assert (Cause(2023, "HV-09"),) == pays(found)["NV1"].causes
        assert ["DV-D300"] == faults(found)


class TestPastDiscipline:
    @pytest.mark.parametrize(
        ("word", "form"),
        [
            ("khiển trách", "reprimand"),
            ("cảnh cáo", "warning"),
            ("cách chức", "removal"),
            ("khai trừ", "dismissal"),
            ("buộc thôi việc", "dismissal"),
            ("", None),
        ],
    )
    def test_every_form_has_its_word(self, reading, word, form):
        row = ["NV1", "HV-01", "đảng", word, "02/05/2023"]

        (one,) = pays(reading(**whole(past=[row])))["NV1"].penalties

        assert (form, "party") == (one.form, one.side)

    def test_a_form_that_cannot_be_read_is_not_known_and_the_decision_is(self, reading):
        row = ["NV1", "HV-01", "đảng", "phê bình", "02/05/2023"]
        found = reading(**whole(past=[row]))

        (one,) = pays(found)["NV1"].penalties

        assert one.form is None
        assert 1 == len(faults(found))

    def test_a_decision_of_the_year_without_a_form_is_pointed_out(self, reading):
        decision = Discipline("HV-05", "administrative", dt.date(2024, 3, 1))
        found = reading(**whole())

        (one,) = pays(found, {"NV1": [decision]})["NV1"].penalties

        assert ("HV-05", None) == (one.act, one.form)
        assert ["DV-D301"] == faults(found)

    def test_a_decision_of_the_year_with_a_form_is_counted_once(self, reading):
        decision = Discipline("HV-05", "administrative", dt.date(2024, 3, 1))
        row = ["NV1", "HV-05", "hành chính", "cảnh cáo", "01/03/2024"]
        found = reading(**whole(past=[row]))

        (one,) = pays(found, {"NV1": [decision]})["NV1"].penalties

        assert "warning" == one.form
        assert [] == faults(found)


YES = ["NV1", "trưởng khoa", "01/01/2022", *["có"] * 11]


class TestCandidacies:
    def read(self, found):
        past = read_past_discipline(found, 2024)
        return read_candidacies(found, [nurse(one) for one in STAFF], 2024, past)

    def test_a_row_is_a_candidacy_with_the_person_s_discipline(self, reading):
        decided = ["NV1", "HV-01", "hành chính", "cảnh cáo", "02/05/2023"]

        (one,) = self.read(reading(posts=[YES], past=[decided]))

        assert ("NV1", "trưởng khoa") == (one.subject.code, one.post)
        assert (dt.date(2022, 1, 1), True, True) == (one.since, one.higher, one.corrupt)
        assert ["warning"] == [past.form for past in one.penalties]

    def test_empty_cells_and_an_absent_register_are_not_known(self, reading):
        (one,) = self.read(reading(posts=[["NV1", *[""] * 13]]))

        assert (None, None, None) == (one.standards, one.since, one.penalties)

    def test_somebody_may_be_considered_for_two_posts(self, reading):
        other = ["NV1", "phó khoa", *YES[2:]]

        found = self.read(reading(posts=[YES, other]))

        assert ["trưởng khoa", "phó khoa"] == sorted(
            (one.post for one in found), reverse=True
        )

    def test_of_rows_that_contradict_each_other_nothing_is_known(self, reading):
        other = [*YES[:-1], "không"]
        found = reading(posts=[YES, other], past=[])

        (one,) = self.read(found)

        assert (None, "") == (one.standards, one.post)
        assert "DV-S210" in faults(found)

    def test_without_a_table_nobody_is_considered(self, reading):
        assert () == self.read(reading())

    def test_a_day_in_no_year_it_can_be_in_is_not_known(self, reading):
        row = [*YES[:2], "01/01/2099", *YES[3:]]
        found = reading(posts=[row], past=[])

        (one,) = self.read(found)

        assert one.since is None
        assert ["DV-D302"] == faults(found)


def test_every_table_begins_with_the_column_that_makes_a_row_one():
    assert {"person"} == {columns[0].id for columns in TABLES.values()}
    assert all(name.startswith("de-xuat/") for name in TABLES)
