"""Days worked and days of leave: maternity is never an absence, nobody is guessed."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.errors import Place
from danvan_eval.evidence import Unreadable
from danvan_eval.periods import Period
from danvan_eval.scoring import score
from danvan_eval.workspace.service import absent_days, service_days
from danvan_eval.workspace.staff import LEAVES, Leave, Stint

YEAR = Period.year(2024)
LEAVE = ["Mã nhân sự", "Loại nghỉ", "Từ ngày", "Đến ngày"]
RULES = """
[[not_eligible]]
id = "duoi-nua"
when = { evidence = "subject.worked_percent", below = "50%" }
reason.vi = "Chưa đủ nửa kỳ."
[[not_eligible]]
id = "nghi-40"
when = { evidence = "subject.absent_days", at_least = 40 }
reason.vi = "Nghỉ từ 40 ngày."
"""
days = st.dates(dt.date(2023, 11, 1), dt.date(2025, 2, 28))


def leave(small, *rows):
    small["nghi-dai-ngay.csv"] = [LEAVE, *map(list, rows)]


def fact(ask, workspace, code, name):
    return ask.dossier(workspace, code).seen("subject")[name]


def test_the_share_worked_is_exact(read, small, ask):
    workspace = read(small)

    assert fact(ask, workspace, "A", "worked_percent") == 1
    assert fact(ask, workspace, "E", "worked_percent") == Fraction(122, 366)


@pytest.mark.parametrize(
    ("kind", "absent"),
    [("thai sản", 0), ("ốm đau", 31), ("đi học", 31), ("không lương", 31)],
)
def test_every_leave_but_maternity_is_an_absence(read, small, ask, kind, absent):
    leave(small, ["A", kind, "15/12/2023", "31/01/2024"])

    assert fact(ask, read(small), "A", "absent_days") == absent


def test_a_day_of_maternity_is_no_absence_whatever_else_it_is(read, small, ask):
    leave(
        small,
        ["A", "thai sản", "01/03/2024", "31/08/2024"],
        ["A", "ốm đau", "15/08/2024", "10/09/2024"],
        ["A", "đi học", "05/09/2024", "12/09/2024"],
    )

    assert fact(ask, read(small), "A", "absent_days") == 12


def test_a_leave_outside_the_time_on_the_staff_is_no_absence(read, small, ask):
    leave(small, ["E", "ốm đau", "01/06/2024", "02/09/2024"])

    assert fact(ask, read(small), "E", "absent_days") == 2


def test_a_leave_that_cannot_be_read_leaves_the_number_open(read, small, ask):
    leave(
        small,
        ["A", "ốm đau", "tháng 3", "30/06/2024"],
        ["B", "thai sản", "tháng 3", "30/06/2024"],
        ["C", "phép", "01/03/2024", "30/06/2024"],
        ["E", "thai sản", "tháng 9", "30/11/2024"],
        ["E", "ốm đau", "01/10/2024", "02/10/2024"],
    )
    workspace = read(small)
    open_ = [
        code
        for code in "ABCE"
        if isinstance(fact(ask, workspace, code, "absent_days"), Unreadable)
    ]

    assert open_ == ["A", "C", "E"]
    assert fact(ask, workspace, "B", "absent_days") == 0


def test_a_scheme_may_leave_out_who_worked_too_little_or_was_away(made_up, small, ask):
    leave(
        small,
        ["A", "ốm đau", "01/01/2024", "08/02/2024"],
        ["B", "ốm đau", "01/01/2024", "09/02/2024"],
        ["C", "thai sản", "01/01/2024", "30/06/2024"],
    )
    workspace = made_up(small, more=RULES)
    pack = workspace.pack("person")
    told = {
        code: score(pack, ask.dossier(workspace, code)).eligibility for code in "ABCE"
    }

    assert told == {
        "A": "eligible",
        "B": "not_eligible",
        "C": "eligible",
        "E": "not_eligible",
    }


@given(
    spans=st.lists(st.tuples(days, days, st.sampled_from(sorted(LEAVES))), max_size=4),
    start=days,
)
def test_absence_and_maternity_share_no_day_and_fit_into_the_time(spans, start):
    stint = Stint(
        "K1", "vien-chuc", False, Period(start, dt.date.max), Place("so.csv", line=2)
    )
    leaves = [
        Leave("A", kind, Period(min(one, two), max(one, two)))
        for one, two, kind in spans
    ]
    others = [one for one in leaves if one.kind != "thai-san"]
    absent = absent_days([stint], leaves, YEAR)
    on_staff = service_days([stint], [], YEAR)

    assert 0 <= absent <= absent_days([stint], others, YEAR) <= on_staff
    assert absent_days([stint], leaves[::-1], YEAR) == absent
    assert absent_days([stint], [*leaves, *leaves], YEAR) == absent
