"""The six uses of one subject: by plan and kind, with grounds, and never by a score."""

import datetime as dt
from fractions import Fraction

import attrs
import pytest

from danvan_eval.consequences.dossier import Brought, Ground, consequences_of
from danvan_eval.consequences.proposal import STANDINGS, Standing
from danvan_eval.consequences.reach import (
    DEALT_WITH,
    INTERNAL,
    KON_TUM,
    LAM_DONG,
    SIX_USES,
    TYPICAL,
    USES,
)
from danvan_eval.consequences.salary import propose_step
from danvan_eval.consequences.telling import named, tell_consequences, tell_proposal
from danvan_eval.consequences.titles import propose_titles
from danvan_eval.subjects import Subject
from helpers.paying import laws, pay
from helpers.titles import RECEIVED, career
from helpers.tracks import ONE, TEAM, model
from helpers.tracks import proposed as of_tracks

SILENT = (None,) * 6
NAMED = (SIX_USES["whole"],) * 6
KINDS = {
    "employee": Subject("person", "N01", traits={"vien-chuc"}, unit="K01"),
    "worker": Subject("person", "N02", traits={"nguoi-lao-dong"}, unit="K01"),
    "unit": Subject("unit", "K01"),
    "hospital": Subject("hospital", "BV"),
}
TITLES = tuple(propose_titles(laws(), career(), received_on=RECEIVED))


@attrs.frozen
class Line:
    """What grounds ask of a line of a sheet."""

    criterion: str
    max_points: Fraction
    weighed: tuple


@attrs.frozen
class Scores:
    """A sheet as grounds see it: some criteria with least and greatest shares."""

    lines: tuple[Line, ...]


def sheet(**shares):
    """Return a sheet of criteria of ten points with least and greatest shares."""
    return Scores(
        tuple(
            Line(f"danvan/{id_}", Fraction(10), (Fraction(10), *map(Fraction, each), 0))
            for id_, each in shares.items()
        )
    )


def dossier(kind="employee", plan=LAM_DONG, scope="whole", **brought):
    return consequences_of(
        KINDS[kind], year=2025, plan=plan, scope=scope, brought=Brought(**brought)
    )


@pytest.mark.parametrize(
    ("plan", "kind", "expected"),
    [
        (LAM_DONG, "employee", NAMED),
        (LAM_DONG, "worker", (*SILENT[:4], TYPICAL, None)),
        (LAM_DONG, "unit", (*SILENT[:4], TYPICAL, None)),
        (LAM_DONG, "hospital", (*SILENT[:4], TYPICAL, None)),
        (KON_TUM, "employee", (*SILENT[:5], DEALT_WITH)),
        (KON_TUM, "worker", SILENT),
        (KON_TUM, "unit", SILENT),
        (KON_TUM, "hospital", SILENT),
        ("ke-hoach-2026", "employee", SILENT),
        ("", "employee", SILENT),
    ],
)
def test_a_plan_reaches_the_uses_it_names(plan, kind, expected):
    found = dossier(kind, plan)
    assert expected == tuple(one.reach for one in found.lines)
    assert list(USES) == [one.use for one in found.lines]


def test_where_a_plan_is_silent_the_line_says_that_it_is_internal():
    found = dossier("unit", KON_TUM)
    assert {INTERNAL} == {one.basis() for one in found.lines}


def test_grounds_stand_where_the_plan_names_them_and_never_under_discipline():
    found = dossier(sheet=sheet(C12=("0.5", "0.5"), C01=("1", "1")))
    expected = (Ground("danvan/C12", Fraction(1, 2), Fraction(1, 2)),)
    assert [expected] * 5 + [()] == [one.grounds for one in found.lines]


def test_the_second_half_of_the_paragraph_names_fewer_grounds():
    scored = sheet(C05=("1", "1"), C12=("1", "1"))
    found = dossier(scope="second_half", sheet=scored)
    assert ["danvan/C12"] == [one.criterion for one in found.line("salary").grounds]


def test_a_plan_that_is_silent_names_no_ground():
    found = dossier("unit", KON_TUM, sheet=sheet(C12=("1", "1"), C14=("1", "1")))
    assert [()] * 6 == [one.grounds for one in found.lines]


def test_a_share_is_told_as_a_percentage():
    found = dossier(sheet=sheet(C12=("1/3", "1")))
    assert "C12 33,33%…100%" in tell_consequences(found, laws())
    assert "C12 33.33%…100%" in tell_consequences(found, laws(), "en")


def test_titles_stand_under_emulation_and_certificates_under_commendation():
    found = dossier(titles=TITLES)
    assert {"title"} == {one.use for one in found.line("emulation").proposals}
    uses = {one.use for one in found.line("commendation").proposals}
    assert {"commendation"} == uses


def test_tracks_stand_under_commendation_only():
    tracks = of_tracks(model(people=("NV0001",)))
    found = dossier(tracks=tracks)
    given = {one.use: [each.id for each in one.proposals] for one in found.lines}
    expected = {one: [] for one in USES} | {"commendation": [TEAM, ONE]}
    assert expected == given
    assert not found.line("emulation").given


def test_nothing_is_lost_and_nothing_is_told_twice():
    step = propose_step(laws(), pay(), on=dt.date(2025, 12, 31))
    found = dossier(titles=TITLES, salary=(step,))
    told = [one for line in found.lines for one in line.proposals]
    assert sorted(one.id for one in (*TITLES, step)) == sorted(one.id for one in told)


def test_what_was_not_brought_is_said_to_be_missing():
    found = dossier()
    given = {one.use: one.given for one in found.lines}
    assert {one: one == "quality" for one in USES} == given


def test_what_was_brought_and_is_empty_is_nothing_to_propose():
    found = dossier(titles=(), tracks=(), salary=(), appointment=(), referrals=())
    text = tell_consequences(found, laws())
    assert ([True] * 6, 4, 1) == (
        [one.given for one in found.lines],
        text.count("không có đề xuất nào"),
        text.count("không có vụ việc nào"),
    )


def test_a_hold_is_told_and_changes_no_standing():
    held = propose_titles(laws(), career(pending=None), received_on=RECEIVED)
    plain = {one.id: one.standing for one in TITLES}
    assert plain == {one.id: one.standing for one in held}
    assert "CHƯA TRÌNH ĐƯỢC" in tell_proposal(held[0], laws())
    assert not held[0].ready


def test_an_exclusion_is_told_as_what_keeps_out_and_not_as_a_demand():
    short = career(contract=True, contract_months=Fraction(6))
    told = tell_proposal(propose_titles(laws(), short, received_on=RECEIVED)[0], laws())
    assert "✗ không xét vì: hợp đồng dưới 12 tháng; thấy: 6 tháng" in told
    assert "✓" not in told


def test_a_missing_fact_is_named_in_words():
    open_ = career(level=())
    found = propose_titles(laws(), open_, received_on=RECEIVED)
    names = {named(name).vi for one in found for name in one.missing}
    ids = {name for one in found for name in one.missing}
    assert set() == names & ids


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("adopted.rewards", "Điều của quy chế nội bộ về khen thưởng mặt này"),
        ("members.levels", "Mức của thành viên"),
        ("planned", "Trong quy hoạch"),
        ("reading.bar_ends", "Cách hiểu «bar_ends» (ngày cuối của thời hạn)"),
        ("reading.other", "Cách hiểu «other»"),
    ],
)
def test_every_kind_of_fact_has_its_name(name, expected):
    assert expected == named(name).vi


def test_a_text_that_was_not_seen_says_so_in_the_readers_language():
    found = TITLES[3]
    vi, en = (tell_proposal(found, laws(), each) for each in ("vi", "en"))
    assert ("chưa xem nguyên văn" in vi, "text not seen" in vi) == (True, False)
    assert "text not seen" in en


def test_what_needs_confirmation_says_why():
    received = dt.date(2026, 12, 20)
    found = propose_titles(laws(), career("tdkt-2026"), received_on=received)[0]
    told = tell_proposal(found, laws())
    assert Standing.NEEDS_HUMAN_CONFIRMATION is found.standing
    assert "văn bản chưa được xem" in told
    assert STANDINGS[found.standing].vi in told
