"""The example children's hospital: what was put in is found, and the sums agree."""

import csv
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from danvan_eval import run
from danvan_eval.evidence import OneOf, Unreadable
from danvan_eval.workspace import read_workspace
from danvan_eval.workspace.asked import wanted_of

HOSPITAL = Path(__file__).parents[2] / "examples" / "benh-vien-nhi-mau"
KINDS = ("unit", "person", "hospital")
MOVER = "VV-01"


@pytest.fixture(scope="module")
def hospital():
    return read_workspace(HOSPITAL)


@pytest.fixture(scope="module")
def result(hospital):
    work = [(hospital.pack(kind), hospital.dossiers(kind)) for kind in KINDS]
    return run(hospital.hospital, work, hospital.faults)


@pytest.fixture(scope="module")
def units(hospital):
    return {one.subject.code: one for one in hospital.units}


@pytest.fixture(scope="module")
def people(hospital):
    return {one.subject.code: one for one in hospital.people}


@pytest.fixture(scope="module")
def own(hospital):
    (one,) = hospital.dossiers("hospital")
    return one


def seen(dossier, pair):
    return dossier.seen(pair[0])[pair[1]]


def rows(name, *, header=False):
    with (HOSPITAL / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[0 if header else 1 :]


def test_it_says_that_it_does_not_exist(hospital):
    assert "hư cấu" in hospital.hospital
    assert "hư cấu" in (HOSPITAL / "README.md").read_text(encoding="utf-8")
    assert not any(one.subject.name for one in hospital.people)


def test_so_many_of_everything(hospital):
    assert len(hospital.people) == 305
    assert Counter(one.subject.block for one in hospital.units) == {
        "lam-sang": 8,
        "can-lam-sang": 3,
        "chuc-nang": 4,
    }
    assert {one.state for one in hospital.units} == {"submitted"}


def test_every_fault_that_was_put_in_is_found_and_no_other(hospital):
    found = [(str(one.place).split(" · ")[0], one.code) for one in hospital.faults]

    assert Counter(found) == {
        ("phieu/K07.csv:17", "DV-E122"): 1,
        ("phieu/K10.xlsx", "DV-E105"): 1,
        ("so-theo-doi/ca-nhan.csv:307", "DV-S103"): 1,
    }


def test_what_does_not_count_is_listed(hospital):
    assert Counter(one.code for one in hospital.excluded) == {
        "DV-S301": 1,
        "DV-S307": 1,
        "DV-S308": 1,
        "DV-S309": 1,
        "DV-S310": 1,
        "DV-S312": 2,
        "DV-S313": 1,
    }


def test_the_lists_of_the_three_blocks_and_who_is_not_in_them(result):
    blocks = result.rankings[0].blocks
    listed = [
        [(row.rank, row.sheet.subject.code, row.sheet.grade) for row in block.ranked]
        for block in blocks
    ]
    rest = {
        one.sheet.subject.code: one.why for block in blocks for one in block.not_ranked
    }

    assert listed == [
        [
            (1, "K01", "xuat-sac"),
            (2, "K03", "xuat-sac"),
            (3, "K05", "xuat-sac"),
            (4, "K04", "tot"),
            (5, "K02", "tot"),
            (6, "K06", "tot"),
        ],
        [(1, "K09", "kha"), (2, "K11", "tot")],
        [(1, "P04", "xuat-sac"), (2, "P01", "xuat-sac"), (3, "P02", "kha")],
    ]
    assert rest == dict.fromkeys(["K07", "K08", "K10", "P03"], "incomplete")


def test_a_total_added_up_by_hand_from_the_file_of_the_scheme(result):
    """K02, of the 90 points of criteria/bvn-ld-2025/khoa-phong.toml.

    60 in full; none for C01 (the recruit has not studied) and C14 (no model); C12 at
    95 %; C13 at 91,5 % as the year before; C19 with 38 of 40 tasks; C15 kept but not
    taken up; C16 one of two found.
    """
    attitude = 7 * (Fraction(95, 100) / 2 + Fraction(1, 2))
    satisfied = 4 * (Fraction(915, 1000) / 2 + Fraction(1, 2) / 2)
    order = 3 * (Fraction(1, 2) + Fraction(38, 40) / 2)
    models = 3 * Fraction(3, 5) + 2 * (Fraction(3, 5) / 2 + Fraction(2, 5))
    points = 60 + attitude + satisfied + order + models

    assert result.sheet("K02").total == points / 90 * 100 == Fraction("84.2")


def test_what_is_unknown_stays_unknown(units):
    rate, tasks = (
        units[code].seen(f"danvan/{criterion}")[name]
        for code, criterion, name in (
            ("K07", "C12", "attitude_rate"),
            ("K10", "C17", "tasks_on_time"),
        )
    )

    assert isinstance(rate, Unreadable)
    assert isinstance(tasks, Unreadable)
    assert units["K08"].seen("danvan/C12")["substantiated"] == OneOf((0, 1), "pending")


def test_an_act_counts_where_it_happened_wherever_it_is_concluded(units, people):
    (case,) = (row for row in rows("so-theo-doi/vu-viec.csv") if row[0] == MOVER)
    mover = people[case[1]]

    assert (case[2], mover.subject.unit) == ("K04", "K06")
    assert mover.seen("danvan/C12")["substantiated"] == 1
    assert units["K04"].seen("danvan/C12")["substantiated"] == 1
    assert units["K06"].seen("danvan/C12")["substantiated"] == 0


def test_a_head_who_moved_stands_under_the_new_department(result, people):
    stints = Counter(row[0] for row in rows("nhan-su.csv") if row[4])
    (head,) = (code for code, count in stints.items() if count > 1)
    sheet = result.sheet(head)

    assert people[head].subject.unit == "K05"
    assert sheet.total > 90
    assert sheet.grade == "tot"
    heads = [one for one in people.values() if one.subject.block == "nguoi-dung-dau"]
    assert len({one.subject.unit for one in heads}) == len(heads) == 15


def test_a_recruit_after_the_session_counts_for_the_department_alone(
    result, units, people
):
    (recruit,) = (row[0] for row in rows("nhan-su.csv") if row[5] == "01/10/2025")
    studied = units["K02"].seen("danvan/C01")

    assert recruit not in {row[0] for row in rows("so-theo-doi/hoc-tap.csv")}
    assert people[recruit].subject.traits == {"vien-chuc"}
    assert studied["in_scope"] - studied["studied_all"] == 1
    assert result.sheet("K02").line("danvan/C01").points == 0
    (why,) = (
        one.why
        for block in result.rankings[1].blocks
        for one in block.not_ranked
        if one.sheet.subject.code == recruit
    )
    assert why == "not_eligible"


def test_who_has_no_public_employees_need_not_study(result, units):
    sheet = result.sheet("K11")

    assert units["K11"].seen("danvan/C01")["in_scope"] == 0
    assert sheet.line("danvan/C01").max_points == 0
    assert sheet.complete


def test_a_department_of_one_person_is_rated_on_three_criteria(result, people):
    sheet = result.sheet("P04")
    counted = [line.criterion for line in sheet.lines if line.max_points]

    assert ["P04"] == [
        one.subject.unit for one in people.values() if one.subject.unit == "P04"
    ]
    assert counted == ["danvan/C01", "danvan/C02", "danvan/C03"]
    assert sheet.total == Fraction("17.4") / 18 * 100


def test_people_add_up_to_their_departments_and_to_the_hospital(
    hospital, units, people, own
):
    wanted = wanted_of({kind: hospital.pack(kind) for kind in KINDS})
    (header, *lines) = rows("so-theo-doi/ca-nhan.csv", header=True)
    told = {line[0]: dict(zip(header, line, strict=True)) for line in lines}
    checked = Counter()

    def answered_yes(person, one):
        flag = one.field.counts.figure
        evidence = hospital.catalogue.criteria[one.criterion].evidence
        return not flag or told[person][evidence[flag].label.vi] == "có"

    for kind, subjects in (("unit", units), ("hospital", {"": own})):
        for one in wanted[kind].all.values():
            if wanted[kind].brought_by(one) != "people":
                continue
            for code, dossier in subjects.items():
                if one.pair[1] not in dossier.seen(one.criterion):
                    continue
                done = sum(
                    answered_yes(person, one)
                    for person, each in people.items()
                    if code in ("", each.subject.unit)
                    and one.field.counts.of & each.subject.traits
                )
                assert seen(dossier, one.pair) == done, (code, one.pair)
                checked[kind] += 1

    assert checked["unit"] > 150
    assert checked["hospital"] > 8


def test_what_the_hospital_sums_is_what_its_departments_bring(hospital, units, own):
    wanted = wanted_of({kind: hospital.pack(kind) for kind in KINDS})["hospital"]
    sums = [
        one.pair for one in wanted.all.values() if wanted.brought_by(one) == "units"
    ]
    brought = {
        pair: [
            value
            for dossier in units.values()
            if isinstance(value := dossier.seen(pair[0]).get(pair[1]), int)
        ]
        for pair in sums
    }

    assert ("danvan/C01", "in_scope") in sums
    for pair in sums:
        assert seen(own, pair) == sum(brought[pair]), pair


def test_the_hospital_has_a_total_of_its_own(result, own):
    sheet = result.sheet("BVNM")

    assert own.seen("danvan/C22")["substantiated"] == 1
    assert sheet.total == Fraction(20810711, 256200)
    assert sheet.grade == "tot"


def test_people_are_rated_by_block(result):
    counted = {
        block.block: (
            Counter(row.sheet.grade for row in block.ranked),
            Counter(one.why for one in block.not_ranked),
        )
        for block in result.rankings[1].blocks
    }

    assert counted == {
        "vien-chuc": (
            {"tot": 212, "kha": 10, "trung-binh": 5, "xuat-sac": 3},
            {"not_eligible": 2},
        ),
        "nguoi-lao-dong": ({"tot": 54, "xuat-sac": 2, "kha": 1}, {"incomplete": 1}),
        "nguoi-dung-dau": ({"tot": 9, "kha": 4, "xuat-sac": 2}, {}),
    }
