"""Slips in the tables and choices of a year: each is told, and nothing is guessed."""

import copy

import pytest
from openpyxl import Workbook

from danvan_eval import FaultError, Level, PackError
from danvan_eval.decisions.facts import Move
from helpers.folders import codes
from helpers.years import (
    ALL,
    CHOICES,
    DEPARTMENTS,
    DISCIPLINE,
    PEOPLE,
    RECORDS,
    REGULATION,
    ROWS,
    person,
    read,
    unit,
)

B = ["B", "2026", "tốt", "9/QĐ", "02/12/2026", "giám đốc", ""]
ACT = ["B", "HV-1", "đảng", "05/05/2026", "01/12/2025", "có", "không", "2025", ""]
SPENT = "Đến từ tổ chức khác"
K1 = ["K1", "20", "20", "20", "8", "28", "65"]
QUOTA = 'reading = "A"\ngroups = "none"\n'


def with_cell(row, at, value):
    changed = list(row)
    changed[at] = value
    return changed


def points_of(value, *, at=2):
    rows = copy.deepcopy(ALL)
    next(row for row in rows if row[:2] == ["B", "Q1"])[at] = value
    return {"diem-ky.csv": rows}


def records(*rows):
    return {"quyet-dinh.csv": [RECORDS, *rows]}


def quota(text):
    return {
        "xep-loai.toml": CHOICES.format(year=2026).replace(QUOTA, text) + REGULATION
    }


def parts(*rows):
    heads = [*DEPARTMENTS[0], "Từ ngày", "Đến ngày", "Mới thành lập"]
    others = [[*row, "", "", ""] for row in DEPARTMENTS[2:]]
    return {"don-vi.csv": [heads, *rows, *others]}


def told(found, code):
    """Return what the only fault of that code says."""
    (one,) = [one for one in found.faults if one.code == code]
    return dict(one.data)


class TestRowsThatAreMissing:
    def test_units_without_a_row_are_named_and_so_is_the_hospital(self, tmp_path):
        found = read(tmp_path, {"don-vi.csv": DEPARTMENTS[:3]})
        assert ["DV-C014"] == codes(found.faults)
        assert {"count": "2", "codes": "BVT, P1"} == told(found, "DV-C014")

    def test_who_has_rows_that_contradict_each_other_is_not_without_one(self, tmp_path):
        found = read(tmp_path, {"ca-nhan.csv": [*ROWS, ["B", "phó", "K1"]]})
        assert ["DV-S210", "DV-S210"] == codes(found.faults)

    def test_without_scores_a_year_that_is_judged_by_points_asks_for_them(
        self, tmp_path
    ):
        found = read(tmp_path, {"diem-ky.csv": None})
        assert ["DV-C007"] == codes(found.faults)
        assert "xep-loai/diem-ky.csv" == str(found.faults[0].place)

    def test_a_year_that_is_not_judged_by_points_asks_for_none(self, tmp_path):
        found = read(tmp_path, {"diem-ky.csv": None}, year=2025, settings="")
        assert () == found.faults

    def test_a_table_that_cannot_be_read_is_not_said_to_be_absent(self, tmp_path):
        found = read(tmp_path, {"ky-luat.csv": "Mã nhân sự|Loại\n"})
        assert ["DV-F111"] == codes(found.faults)
        assert None is person(found, "B").disciplines

    def test_a_stray_code_takes_the_facts_from_nobody_who_has_a_row(self, tmp_path):
        more = {
            "ca-nhan.csv": [*ROWS, ["Z9", "không", ""]],
            "don-vi.csv": [*DEPARTMENTS, ["K9", *K1[1:]]],
        }
        found = read(tmp_path, more)
        assert ["DV-S103", "DV-S103"] == codes(found.faults)
        assert ("staff", 20) == (
            person(found, "B").role,
            unit(found, "K1").tasks.assigned,
        )

    def test_a_stray_code_may_hide_the_other_part_of_a_reorganised_unit(self, tmp_path):
        stray = ["K9", *K1[1:], "01/07/2026", "", ""]
        found = read(tmp_path, parts([*K1, "", "30/06/2026", "có"], stray))
        assert None is unit(found, "K1").tasks.assigned
        assert 20 == unit(found, "K2").tasks.assigned


class TestFilesThatNobodyReads:
    @pytest.mark.parametrize("name", ["ky luat.csv", "ky-luat.xls", "ky-luat (1).csv"])
    def test_a_file_under_another_name_is_pointed_out(self, tmp_path, name):
        found = read(tmp_path, {name: [DISCIPLINE, ACT]})
        assert ["DV-S213"] == codes(found.faults)
        assert f"xep-loai/{name}" == str(found.faults[0].place)

    def test_rows_in_a_template_are_pointed_out(self, tmp_path):
        found = read(tmp_path, {"mau/ky-luat.csv": [DISCIPLINE, ACT]})
        assert ["DV-S225"] == codes(found.faults)
        assert {"count": "1", "allowed": "xep-loai/"} == told(found, "DV-S225")

    def test_both_kinds_of_one_table_are_read_neither(self, tmp_path):
        read(tmp_path)
        book = Workbook()
        book.active.append(DISCIPLINE)
        book.save(tmp_path / "xep-loai" / "ky-luat.xlsx")
        found = read(tmp_path)
        assert ["DV-S202"] == codes(found.faults)
        assert None is person(found, "B").disciplines


class TestPoints:
    @pytest.mark.parametrize(
        ("value", "at", "seen", "key"),
        [
            ("30,5", 2, "30,5", "Điểm chung"),
            ("-1", 2, "-1", "Điểm chung"),
            ("70,0001", 3, "70,0001", "Điểm kết quả"),
        ],
    )
    def test_points_no_form_holds_are_refused_at_their_cell(
        self, tmp_path, value, at, seen, key
    ):
        found = read(tmp_path, points_of(value, at=at))
        assert seen == told(found, "DV-C006")["seen"]
        assert f"xep-loai/diem-ky.csv:6 · {key}" == str(found.faults[0].place)
        assert ("points.Q1",) == person(found, "B").points.missing

    def test_points_of_a_department_are_refused_at_their_cell(self, tmp_path):
        rows = [DEPARTMENTS[0], with_cell(K1, 5, "30,5"), *DEPARTMENTS[2:]]
        found = read(tmp_path, {"don-vi.csv": rows})
        assert "xep-loai/don-vi.csv:2 · Điểm chung" == str(found.faults[0].place)
        assert "30.5 points" in found.faults[0].text("en")

    @pytest.mark.parametrize("period", ["quý 1", "Quý I", "1", "T1"])
    def test_a_period_in_other_words_is_refused_with_those_there_are(
        self, tmp_path, period
    ):
        found = read(tmp_path, points_of(period, at=1))
        assert "Q1, Q2, Q3, Q4" == told(found, "DV-C004")["allowed"]
        assert not person(found, "B").points.known

    @pytest.mark.parametrize("value", ["100%", "103 %", "-3", "20,5", "20 việc"])
    def test_a_count_that_is_none_is_not_known(self, tmp_path, value):
        rows = [DEPARTMENTS[0], with_cell(K1, 2, value), *DEPARTMENTS[2:]]
        found = read(tmp_path, {"don-vi.csv": rows})
        assert 1 == len(found.faults)
        assert None is unit(found, "K1").tasks.completed


class TestPartsOfAYear:
    @pytest.mark.parametrize(
        "rows",
        [
            [[*K1, "01/07/2026", "31/12/2026", ""]],
            [[*K1, "", "31/03/2026", ""], [*K1, "01/07/2026", "", ""]],
            [[*K1, "", "31/12/2025", ""], [*K1, "01/01/2026", "", ""]],
            [[*K1, "", "30/06/2026", "có"]],
        ],
        ids=["a half", "a gap", "another year", "new, and gone"],
    )
    def test_parts_that_do_not_make_up_the_year_settle_nothing(self, tmp_path, rows):
        found = read(tmp_path, parts(*rows))
        expected = ["DV-C024"] * len(rows)
        assert (expected, None) == (
            codes(found.faults),
            unit(found, "K1").tasks.assigned,
        )

    def test_a_new_unit_has_its_year_from_its_first_day(self, tmp_path):
        found = read(tmp_path, parts([*K1, "01/07/2026", "", "có"]))
        assert ((), 20) == (found.faults, unit(found, "K1").tasks.assigned)


class TestWhoCameFromElsewhere:
    def rows(self, answer):
        heads = [*ROWS[0], SPENT]
        rows = [[*row, answer if row[0] == "B" else ""] for row in ROWS[1:]]
        return {"ca-nhan.csv": [heads, *rows]}

    def test_an_answer_nobody_can_read_waits_for_the_old_unit(self, tmp_path):
        found = read(tmp_path, self.rows("co"))
        assert ["DV-E141"] == codes(found.faults)
        assert Move(None, None) == person(found, "B").move

    def test_it_also_leaves_open_what_they_did_before(self, tmp_path):
        staff = [
            with_cell(row, 4, "01/09/2026") if row[0] == "B" else row for row in PEOPLE
        ]
        found = read(tmp_path, {**self.rows("co"), "nhan-su.csv": staff})
        assert person(found, "B").work.spoilt
        assert not person(found, "C").work.spoilt


class TestDecisions:
    def test_a_level_may_stand_in_the_words_of_the_law(self, tmp_path):
        row = with_cell(B, 2, "Hoàn thành tốt nhiệm vụ")
        (one,) = person(read(tmp_path, records(row)), "B").records
        assert Level.HTT is one.level

    @pytest.mark.parametrize("year", ["26", "0", "2062", "2027"])
    def test_a_year_that_cannot_be_is_refused(self, tmp_path, year):
        found = read(tmp_path, records(with_cell(B, 1, year)))
        assert {"seen": year, "first": "1990", "last": "2026"} == told(found, "DV-C022")
        assert ["DV-C022"] == codes(found.faults)

    def test_years_in_a_row_are_told_once(self, tmp_path):
        found = read(tmp_path, records(with_cell(B, 1, "2024-2025")))
        assert ["DV-E113"] == codes(found.faults)

    def test_nothing_is_decided_before_its_year(self, tmp_path):
        found = read(tmp_path, records(with_cell(B, 4, "02/12/2019")))
        assert ["DV-C023"] == codes(found.faults)
        assert () == person(found, "B").records

    @pytest.mark.parametrize("chain", [["1/QĐ"], ["2/QĐ", "1/QĐ"]], ids=len)
    def test_decisions_that_replace_each_other_in_a_circle_are_told(
        self, tmp_path, chain
    ):
        rows = [[*B[:3], f"{nth}/QĐ", *B[4:6], old] for nth, old in enumerate(chain, 1)]
        found = read(tmp_path, records(*rows))
        assert ["DV-C021"] * len(chain) == codes(found.faults)
        assert "thành vòng" in found.faults[0].text()

    def test_a_chain_that_leads_into_a_circle_is_no_part_of_it(self, tmp_path):
        chain = {"1/QĐ": "2/QĐ", "2/QĐ": "1/QĐ", "3/QĐ": "1/QĐ"}
        rows = [[*B[:3], number, *B[4:6], old] for number, old in chain.items()]
        found = read(tmp_path, records(*rows))
        assert ["DV-C021", "DV-C021"] == codes(found.faults)

    def test_a_decision_replaces_none_of_another_year(self, tmp_path):
        old = ["B", "2025", "tốt", "1/QĐ", "02/12/2025", "giám đốc", ""]
        found = read(tmp_path, records(old, with_cell(B, 6, "1/QĐ")))
        assert ["DV-C013"] == codes(found.faults)

    def test_what_replaces_one_without_power_replaces_something(self, tmp_path):
        wrong = [*B[:3], "1/QĐ", "02/12/2026", "cấp trên", ""]
        found = read(tmp_path, records(wrong, with_cell(B, 6, "1/QĐ")))
        assert ["DV-C009"] == codes(found.faults)
        assert ["9/QĐ"] == [one.number for one in person(found, "B").records]

    def test_a_stray_code_takes_no_decision_from_anybody(self, tmp_path):
        found = read(tmp_path, records(B, ["Z9", *B[1:3], "8/QĐ", *B[4:]]))
        assert ["DV-S103"] == codes(found.faults)
        assert ["9/QĐ"] == [one.number for one in person(found, "B").records]


class TestDiscipline:
    @pytest.mark.parametrize(
        ("at", "value", "code"),
        [(3, "05/05/2062", "DV-C023"), (7, "2062", "DV-C002"), (5, "co", "DV-E141")],
    )
    def test_a_year_or_an_answer_that_cannot_be_opens_the_register(
        self, tmp_path, at, value, code
    ):
        found = read(tmp_path, {"ky-luat.csv": [DISCIPLINE, with_cell(ACT, at, value)]})
        assert [code] == codes(found.faults)
        assert None is person(found, "B").disciplines


class TestChoices:
    @pytest.mark.parametrize("day", ["2025-12-01", "2028-01-01", "2062-12-01"])
    def test_a_day_of_classification_in_no_year_it_can_be_in_is_refused(
        self, tmp_path, day
    ):
        text = CHOICES.format(year=2026).replace("2026-12-01", day) + REGULATION
        with pytest.raises(FaultError) as caught:
            read(tmp_path, {"xep-loai.toml": text})
        assert "DV-C017" == caught.value.fault.code
        assert "xep-loai/xep-loai.toml" == caught.value.fault.place.file

    @pytest.mark.parametrize(
        ("text", "seen"),
        [
            ('reading = "A"\ngroups = "unit"\npools = [["K1", "K7"]]\n', "K7"),
            ('reading = "A"\ngroups = "none"\npools = [["K1"]]\n', "K1"),
            (f'{QUOTA}exempt = ["ZZ"]\nexempt_by = "Điều 9"\n', "ZZ"),
        ],
    )
    def test_a_quota_that_names_nobody_says_so(self, tmp_path, text, seen):
        found = read(tmp_path, quota(text))
        assert ["DV-C015"] == codes(found.faults)
        assert seen == told(found, "DV-C015")["seen"]

    def test_a_unit_may_be_outside_the_quota(self, tmp_path):
        text = f'{QUOTA}exempt = ["K1", "B"]\nexempt_by = "Điều 9"\n'
        assert () == read(tmp_path, quota(text)).faults

    def test_people_without_a_group_are_named_where_groups_are_asked_for(
        self, tmp_path
    ):
        found = read(tmp_path, quota('reading = "A"\ngroups = "group"\n'))
        assert ["DV-C016"] == codes(found.faults)
        assert "A, B, C, D, G" == told(found, "DV-C016")["codes"]

    def test_an_item_of_the_form_takes_the_result_once(self, tmp_path):
        entry = '[[dan_van]]\nitem = "nd233-pl1-k2-dd"\npoints = 5\narticle = "1"\n'
        with pytest.raises(PackError) as caught:
            read(tmp_path, settings=REGULATION + entry * 2)
        assert ["DV-C018"] == codes(caught.value.faults)

    def test_items_together_bring_no_more_than_the_part_holds(self, tmp_path):
        entries = "".join(
            f'[[dan_van]]\nitem = "{item}"\npoints = 16\narticle = "1"\n'
            for item in ("nd233-pl1-k2-dd", "nd233-pl1-k1-c")
        )
        with pytest.raises(PackError) as caught:
            read(tmp_path, settings=REGULATION + entries)
        assert ["DV-C019"] == codes(caught.value.faults)
        data = dict(caught.value.faults[0].data)
        assert {"part": "common", "seen": "32", "allowed": "30"} == data

    def test_an_item_of_a_regime_that_is_not_applied_is_pointed_out(self, tmp_path):
        entry = (
            '[[dan_van]]\nitem = "nd90-d3-k3"\narticle = "1"\n'
            'well_from = "70%"\nmeets_from = "30%"\n'
        )
        found = read(tmp_path, settings=REGULATION + entry)
        assert ["DV-C020"] == codes(found.faults)
