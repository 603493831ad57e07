"""An incident is of one kind and counts for one criterion, in its time and place."""

import pytest

from danvan_eval.evidence import OneOf, Unreadable
from danvan_eval.workspace.incidents import CRITERIA, KINDS

EVENTS = "so-theo-doi/vu-viec.csv"
DISCIPLINE = "kỷ cương, lề lối"
ATTITUDE = "thái độ phục vụ"


def row(case, kind, *, person="D", unit="K2", day="01/02/2024", state="đúng"):
    concluded = "01/03/2024" if state == "đúng" else ""
    return [case, person, unit, day, kind, state, concluded]


@pytest.fixture
def register(small):
    """Return a hospital whose register of incidents holds what is added to it."""
    small[EVENTS] = small[EVENTS][:1]
    return small


def seen(ask, workspace, criterion):
    return {
        code: ask.seen(workspace, code, criterion, "substantiated")
        for code in ("D", "K2", "P1", "BVT")
    }


def test_each_kind_has_a_criterion_of_its_own():
    assert set(KINDS) == set(CRITERIA)
    assert len(set(CRITERIA.values())) == len(CRITERIA)


def test_it_counts_for_its_criterion_only(made_up, register, ask):
    register[EVENTS].append(row("V1", DISCIPLINE))
    workspace = made_up(register)

    assert seen(ask, workspace, "C19") == {"D": 1, "K2": 1, "P1": 0, "BVT": 1}
    assert set(seen(ask, workspace, "C12").values()) == {0}


def test_it_stays_with_the_department_of_the_day_it_happened(made_up, register, ask):
    register[EVENTS].append(row("V1", DISCIPLINE, unit="K2"))
    workspace = made_up(register)

    assert ask.dossier(workspace, "D").subject.unit == "P1"
    assert ask.seen(workspace, "P1", "C19", "substantiated") == 0
    assert ask.seen(workspace, "K2", "C19", "substantiated") == 1


def test_the_day_of_the_conclusion_moves_nothing(made_up, register, ask):
    register[EVENTS] += [
        ["V1", "D", "K2", "31/12/2024", DISCIPLINE, "đúng", "20/01/2025"],
        ["V2", "D", "K2", "31/12/2023", DISCIPLINE, "đúng", "20/01/2024"],
    ]

    assert seen(ask, made_up(register), "C19")["BVT"] == 1


def test_a_case_about_two_people_counts_once_for_the_hospital(made_up, register, ask):
    register[EVENTS] += [row("V1", ATTITUDE), row("V1", ATTITUDE, person="E")]
    workspace = made_up(register)

    assert seen(ask, workspace, "C12") == {"D": 1, "K2": 1, "P1": 0, "BVT": 1}
    assert ask.seen(workspace, "E", "C12", "substantiated") == 1


def test_one_number_with_two_kinds_is_a_contradiction(made_up, register, ask):
    register[EVENTS] += [row("V1", ATTITUDE), row("V1", DISCIPLINE, person="E")]
    workspace = made_up(register)

    assert ask.codes(workspace.faults).count("DV-S210") == 2
    for criterion in ("C12", "C19"):
        told = seen(ask, workspace, criterion)
        assert isinstance(told["K2"], Unreadable)
        assert isinstance(told["BVT"], Unreadable)
        assert told["P1"] == 0


@pytest.mark.parametrize(("kind", "code"), [("", "DV-S201"), ("trộm", "DV-E205")])
def test_without_a_kind_it_may_count_for_any(made_up, register, ask, kind, code):
    register[EVENTS].append(row("V1", kind))
    workspace = made_up(register)

    assert code in ask.codes(workspace.faults)
    for criterion in ("C12", "C19"):
        assert isinstance(seen(ask, workspace, criterion)["K2"], Unreadable)


def test_a_row_that_cannot_be_read_spoils_its_own_kind_only(made_up, register, ask):
    register[EVENTS].append(row("V1", DISCIPLINE, day="?"))
    workspace = made_up(register)

    assert isinstance(seen(ask, workspace, "C19")["K2"], Unreadable)
    assert seen(ask, workspace, "C12")["K2"] == 0


def test_what_is_verified_leaves_the_hospitals_number_open(made_up, register, ask):
    register[EVENTS] += [
        row("V1", ATTITUDE),
        row("V2", ATTITUDE, unit="K1", state="đang xác minh"),
    ]

    assert seen(ask, made_up(register), "C12")["BVT"] == OneOf((1, 2), "pending")


def test_a_criterion_that_asks_its_sheet_is_left_to_the_sheet(made_up, register, ask):
    register[EVENTS].append(row("V1", "tham nhũng, lãng phí"))
    workspace = made_up(register)

    assert ask.seen(workspace, "BVT", "C22", "substantiated") is None
    assert ask.said(workspace.excluded, "DV-S316") == [
        {"seen": "V1", "kind": "tham nhũng, lãng phí"}
    ]


def test_a_register_without_the_column_is_not_read(made_up, register, ask):
    for one in register[EVENTS]:
        del one[4]
    workspace = made_up(register)

    assert "DV-F112" in ask.codes(workspace.faults)
    assert ask.seen(workspace, "K2", "C12", "substantiated") is None
