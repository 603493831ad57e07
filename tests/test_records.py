"""JSON out and back: the same value, no binary float, readable elsewhere."""

import datetime as dt
import json
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval import (
    Dossier,
    OneOf,
    Period,
    Sheet,
    Subject,
    dump_run,
    from_data,
    load_catalogue,
    load_run,
    run,
    score,
    to_data,
)

YEAR = Period.year(2024)
SCHEME = "kt-bvdk-2024/khoa-phong"


@pytest.fixture(scope="module")
def pack():
    return load_catalogue(examples=False).pack(SCHEME, YEAR)


def ward(code, **evidence):
    subject = Subject("unit", code, "Khoa mẫu", "lam-sang", {"lam-sang"})
    return Dossier(
        subject, YEAR, {f"danvan/{key}": seen for key, seen in evidence.items()}
    )


counts = st.integers(0, 30)


@st.composite
def wards(draw):
    held, studied = draw(counts), draw(counts)
    incidents = draw(st.sampled_from([0, 1, OneOf((0, 1), "pending")]))
    day = draw(st.dates(dt.date(2024, 11, 1), dt.date(2024, 12, 1)))
    return ward(
        draw(st.sampled_from(["K-1", "K-2"])),
        C01={"studied_all": studied, "in_scope": studied + draw(counts)},
        C05={"scheduled": held + draw(counts), "held": held, "excused": 0},
        C12={"substantiated": incidents},
        C29={"report_sent_on": day, "days_off": frozenset()},
    )


@given(dossier=wards())
def test_a_sheet_comes_back_from_json_unchanged(pack, dossier):
    sheet = score(pack, dossier)

    text = json.dumps(to_data(sheet))

    assert sheet == from_data(json.loads(text), Sheet)


@given(dossier=wards())
def test_a_run_comes_back_from_json_with_its_fingerprint(pack, dossier):
    result = run("Bệnh viện mẫu", [(pack, [dossier])])

    again = load_run(dump_run(result))

    assert result == again
    assert result.fingerprint == again.fingerprint


@given(dossier=wards())
def test_no_number_of_a_result_leaves_as_a_binary_float(pack, dossier):
    def refuse(text):
        raise AssertionError(text)

    json.loads(dump_run(run("x", [(pack, [dossier])])), parse_float=refuse)


def test_scores_leave_as_decimal_text_or_as_a_fraction_where_no_decimal_ends():
    data = to_data([Fraction(19, 2), Fraction(2, 3), Fraction(10)])

    assert ["9.5", "2/3", "10"] == data


def test_a_file_whose_content_was_touched_is_refused(pack):
    text = dump_run(run("x", [(pack, [ward("K-1")])]))
    data = json.loads(text)
    data["run"]["inputs"] = "0" * 64

    with pytest.raises(ValueError, match="fingerprint"):
        load_run(json.dumps(data))


def test_a_file_of_another_schema_version_is_refused(pack):
    data = json.loads(dump_run(run("x", [(pack, [ward("K-1")])])))
    data["schema_version"] = 99

    with pytest.raises(ValueError, match="schema_version"):
        load_run(json.dumps(data))


class TestFingerprint:
    """A result's fingerprint stands for rules, inputs and library, nothing else."""

    def test_the_order_of_dossiers_does_not_enter_it(self, pack):
        wards_ = [ward("K-1"), ward("K-2", C01={"studied_all": 1, "in_scope": 1})]

        one = run("x", [(pack, wards_)])
        two = run("x", [(pack, wards_[::-1])])

        assert one == two
        assert one.fingerprint == two.fingerprint

    def test_one_figure_more_changes_it(self, pack):
        one = run("x", [(pack, [ward("K-1", C01={"studied_all": 1, "in_scope": 2})])])
        two = run("x", [(pack, [ward("K-1", C01={"studied_all": 2, "in_scope": 2})])])

        assert one.fingerprint != two.fingerprint

    def test_a_yes_is_not_a_one_and_a_number_is_not_its_text(self, pack):
        prints = {
            run("x", [(pack, [ward("K-1", C10={"box_present": seen})])]).fingerprint
            for seen in (True, 1, "1", Fraction(1, 2), "1/2")
        }

        assert 5 == len(prints)

    def test_another_version_of_the_library_changes_it(self, pack):
        result = run("x", [(pack, [ward("K-1")])])

        assert result.fingerprint != attrs.evolve(result, library="0.0.0").fingerprint

    def test_a_run_without_work_is_refused(self):
        with pytest.raises(ValueError, match="at least one"):
            run("x", [])

    def test_a_sheet_is_found_by_its_code_only(self, pack):
        result = run("x", [(pack, [ward("K-1")])])

        assert "K-1" == result.sheet("K-1").subject.code
        with pytest.raises(KeyError):
            result.sheet("Khoa mẫu")
