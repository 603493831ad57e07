"""The tables of duties of the example hospitals show each situation at least once."""

import datetime as dt
import random
import sys
from pathlib import Path

import pytest

from danvan_eval.consequences.duties import check_duties
from danvan_eval.consequences.duty import DutyStanding
from danvan_eval.tables.writing import write_table
from danvan_eval.workspace.fields import Codes
from danvan_eval.workspace.files import Files
from danvan_eval.workspace.following.duties import Known, petitions_of, read_duties
from danvan_eval.workspace.yearly.register import Reading
from helpers.duties import MET, MISSED, NO_DATA, NOT_ASKED, PERSON, RUNNING, laws

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def hospitals(tmp_path_factory):
    """Return the duties of each example by id, and the faults of its tables."""
    sys.path.insert(0, str(EXAMPLES))
    try:
        from making import following_duties, mau, nhi, nhi_2026, registers
        from making.staff import Staff
    finally:
        sys.path.remove(str(EXAMPLES))
    found = {}
    for one in (mau, nhi, nhi_2026):
        plan, folder = one.HOSPITAL, tmp_path_factory.mktemp("example")
        rng = random.Random(plan.seed)  # noqa: S311
        staff = Staff.hired(plan, rng)
        written = dict(registers.tables(plan, staff, rng))
        name = following_duties.PETITIONS
        tables = {name: written[name], **dict(following_duties.tables(plan, staff))}
        for path in ("so-theo-doi", "de-xuat"):
            (folder / path).mkdir()
        for path, sheet in tables.items():
            write_table(folder / path, sheet)
        reading = Reading(Files(folder), Codes(frozenset(plan.units)))
        known = Known(len(staff.people))
        facts = read_duties(reading, plan.period, petitions_of(reading), known)
        as_of = dt.date(plan.year + 1, 4, 15)
        duties = check_duties(laws(), facts, days_off=frozenset(), as_of=as_of)
        seen = {one.id: one for one in duties}
        found[plan.folder] = seen, [one.code for one in reading.files.faults]
    return found


def test_the_tables_are_read_with_one_remark(hospitals):
    assert [["DV-D501"], [], []] == [faults for _, faults in hospitals.values()]


@pytest.mark.parametrize(
    ("folder", "id_", "standing"),
    [
        ("benh-vien-mau", "post:31/QĐ-BVM", MET),
        ("benh-vien-mau", "post:47/QĐ-BVM", MISSED),
        ("benh-vien-mau", "public:k8", MISSED),
        ("benh-vien-mau", "keep:60/QĐ-BVM", NO_DATA),
        ("benh-vien-mau", "post:71/QĐ-BVM", PERSON),
        ("benh-vien-mau", "public:k5", NOT_ASKED),
        ("benh-vien-mau", "quorum:2023-20240315", MISSED),
        ("benh-vien-mau", "conference:2023", MET),
        ("benh-vien-mau", "majority:2024-20241227", MISSED),
        ("benh-vien-mau", "consult:60/QĐ-BVM", MISSED),
        ("benh-vien-mau", "consult:Dự thảo quy chế dân chủ", RUNNING),
        ("benh-vien-mau", "reception:2024-05", PERSON),
        ("benh-vien-nhi-mau", "post:212/QĐ-BVNM", MISSED),
        ("benh-vien-nhi-mau", "keep:212/QĐ-BVNM", MISSED),
        ("benh-vien-nhi-mau", "check:2025-1", PERSON),
        ("benh-vien-nhi-mau", "consult:40/QĐ-BVNM", NO_DATA),
        ("benh-vien-nhi-mau", "inspectorate:20250114", MISSED),
        ("benh-vien-nhi-mau", "recognition:20250114", MISSED),
        ("benh-vien-nhi-mau-2026", "consult:118/QĐ-BVNM", MET),
        ("benh-vien-nhi-mau-2026", "conference:2025", MISSED),
        ("benh-vien-nhi-mau-2026", "reception:2026-06", PERSON),
        ("benh-vien-nhi-mau-2026", "reception:2026-07", MISSED),
        ("benh-vien-nhi-mau-2026", "inspectorate:20250114", NO_DATA),
    ],
)
def test_each_situation_stands_where_it_is_said_to(hospitals, folder, id_, standing):
    assert standing is hospitals[folder][0][id_].standing


def test_every_standing_is_shown(hospitals):
    seen = {one.standing for duties, _ in hospitals.values() for one in duties.values()}

    assert set(DutyStanding) == seen


def test_every_kind_of_duty_is_shown(hospitals):
    seen = {one.kind for duties, _ in hospitals.values() for one in duties.values()}

    assert {
        *("reply", "accept", "settle", "reception"),
        *("conclusion-sent", "conclusion-public", "conclusion-kept"),
        *("post", "keep", "public", "conference", "quorum", "majority"),
        *("check", "consult", "inspectorate", "recognition", "term"),
    } == seen
