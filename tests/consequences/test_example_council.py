"""What the councils of the example hospitals show, each situation by its code."""

import datetime as dt
import importlib
import random
from fractions import Fraction
from pathlib import Path

import pytest

from danvan_eval.consequences.choosing import law_on
from danvan_eval.consequences.council import Vote, hold_vote
from danvan_eval.consequences.members import Motion, Share
from danvan_eval.consequences.overrides import recorded
from danvan_eval.consequences.proposal import Standing
from danvan_eval.loading.laws import load_laws
from danvan_eval.subjects import Subject
from danvan_eval.tables.writing import make_folder, write_table
from danvan_eval.workspace.fields import Codes
from danvan_eval.workspace.files import Files
from danvan_eval.workspace.following.council import AWARD_WORDS, read_council
from danvan_eval.workspace.following.tracks import read_tracks
from danvan_eval.workspace.yearly.register import Reading
from helpers.councils import codes

EXAMPLES = Path(__file__).parents[2] / "examples"
MADE = {2024: "mau", 2025: "nhi", 2026: "nhi_2026"}
MADE_ON = {year: dt.date(year, 12, 15) for year in MADE}
SEVENTY = Share(Fraction(7, 10), "Điều 8 Quy chế TĐKT (hư cấu)", "members")
ADOPTED = dict.fromkeys(AWARD_WORDS, SEVENTY)


@pytest.fixture
def session(tmp_path, monkeypatch):
    """Write the council's tables of a year, and read them; adopted shares are 70%."""
    monkeypatch.syspath_prepend(str(EXAMPLES))

    def reads(year):
        plan = importlib.import_module(f"making.{MADE[year]}").HOSPITAL
        staff_module = importlib.import_module("making.staff")
        staff = staff_module.Staff.hired(plan, random.Random(plan.seed))  # noqa: S311
        council = importlib.import_module("making.following_council")
        make_folder(tmp_path / "de-xuat")
        for name, sheet in council.tables(plan, staff):
            write_table(tmp_path / name, sheet)
        people = frozenset(one.code for one in staff.people)
        reading = Reading(Files(tmp_path), Codes(frozenset(plan.units), people))
        found = read_council(reading), read_tracks(reading)
        assert [] == reading.files.faults
        return found

    return reads


def held(read, year):
    """Hold the vote of a year as it stands in the tables."""
    law = law_on(load_laws(), "hd", MADE_ON[year])
    motions = [
        Motion(
            Subject(
                "person" if one.candidate.startswith("NV") else "unit", one.candidate
            ),
            one.award,
            AWARD_WORDS[one.award],
        )
        for one in read.ballots
    ]
    return hold_vote(
        motions,
        read.ballots,
        council=read.council,
        law=law,
        on=MADE_ON[year],
        adopted=ADOPTED,
    )


def standings(vote):
    return {
        (one.motion.candidate.code, one.motion.award): one.standing
        for one in vote.outcomes
    }


def test_in_2024_members_do_not_vote_on_themselves_or_on_relatives(session):
    read, _ = session(2024)

    vote = held(read, 2024)

    recused = {one.motion.candidate.code: one.recused for one in vote.outcomes}
    assert ("NV0001",) == recused["NV0001"]
    assert ("NV0229",) == recused["NV0093"]


def test_in_2024_a_national_title_needs_confirmation_and_six_of_nine_fail(session):
    found = standings(held(session(2024)[0], 2024))

    assert Standing.NEEDS_HUMAN_CONFIRMATION is found["NV0403", "cstd-toan-quoc"]
    assert Standing.NOT_MET is found["NV0357", "cstdcs"]
    assert Standing.PROPOSED is found["K01", "dan-van-kheo-tap-the"]


def test_in_2025_seven_of_nine_are_no_ninety_percent_and_a_count_is_missing(session):
    found = standings(held(session(2025)[0], 2025))

    assert Standing.NOT_MET is found["NV0002", "cstd-toan-quoc"]
    assert Standing.NOT_ENOUGH_DATA is found["K05", "ttldxs"]


def test_in_2026_the_list_does_not_add_up_and_there_is_no_vote(session):
    found = held(session(2026)[0], 2026)

    assert not isinstance(found, Vote)
    assert {"DV-D402", "DV-D405"} == set(codes(found))


def test_in_2025_an_opinion_without_a_reason_is_refused(session):
    taken, faults = recorded(session(2025)[0].opinions)

    assert [("NV0278", "NV0284")] == [one.codes for one in taken]
    assert ["DV-D413"] == codes(faults)


def test_in_2025_somebody_is_named_twice_and_a_department_without_a_document(session):
    _, named = session(2025)

    assert 2 == [one.code for one in named].count("NV0239")
    assert [""] == [one.document for one in named if one.code == "K05"]
