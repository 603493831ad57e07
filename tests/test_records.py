"""JSON out and back: the same value, no binary float, readable elsewhere."""

import datetime as dt
import json
import os
import subprocess
import sys
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval import (
    MISSING,
    Declined,
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


def paths(data, at=()):
    """Every way down to a value that is no table and no list."""
    if isinstance(data, dict | list):
        pairs = data.items() if isinstance(data, dict) else enumerate(data)
        for key, one in pairs:
            yield from paths(one, (*at, key))
    else:
        yield at


def strayed(value):
    """Another value than *value*, and sometimes of another type."""
    others = [value + "0" if isinstance(value, str) else str(value), None, 3, True, 1.0]
    return [one for one in others if (type(one), one) != (type(value), value)]


@given(data=st.data())
def test_a_file_of_which_anything_was_touched_is_refused(pack, data):
    told = json.loads(dump_run(run("Bệnh viện mẫu", [(pack, [data.draw(wards())])])))
    *way, last = data.draw(st.sampled_from(list(paths(told))))
    here = told
    for key in way:
        here = here[key]
    here[last] = data.draw(st.sampled_from(strayed(here[last])))

    with pytest.raises(ValueError, match=r"digest|fingerprint|schema_version"):
        load_run(json.dumps(told))


@pytest.mark.parametrize("key", ["digest", "fingerprint", "schema_version", "run"])
def test_a_file_that_lacks_something_is_refused(pack, key):
    told = json.loads(dump_run(run("x", [(pack, [ward("K-1")])])))
    del told[key]

    with pytest.raises(ValueError, match=r"digest|fingerprint|schema_version"):
        load_run(json.dumps(told))


@pytest.mark.parametrize("text", ["[]", "3", "null", "", "{"])
def test_what_is_no_run_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        load_run(text)


def test_other_white_space_and_another_order_of_keys_are_the_same_file(pack):
    result = run("x", [(pack, [ward("K-1")])])
    told = json.loads(dump_run(result))
    turned = dict(reversed(list(told.items())))

    assert result == load_run(json.dumps(turned, indent=2))


def test_a_file_of_another_schema_version_is_refused(pack):
    data = json.loads(dump_run(run("x", [(pack, [ward("K-1")])])))
    data["schema_version"] = 99

    with pytest.raises(ValueError, match="schema_version"):
        load_run(json.dumps(data))


ELSEWHERE = """
from danvan_eval.evidence import OneOf
from danvan_eval.runs import inputs_fingerprint
from danvan_eval.testing.building import dossier
names = frozenset({"a", "b", "c", "d", "e"})
seen = [names, OneOf((names, frozenset()), "pending"), {*names, 1.5}, object()]
shares = {str(nth): one for nth, one in enumerate(seen)}
print(inputs_fingerprint([dossier(shares)]))
"""


def printed_elsewhere(seed):
    """Where text hashes, and so the members of a set stand, in another order."""
    return subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def strangers():
    """What a program may hand over that no field of the catalogue takes."""
    plain = st.one_of(
        st.floats(),
        st.none(),
        st.binary(max_size=3),
        st.complex_numbers(),
        st.builds(object),
        st.just(Declined()),
        st.frozensets(st.one_of(st.floats(), st.text(max_size=2)), max_size=3),
    )
    options = st.lists(plain, min_size=1, max_size=2).map(tuple)
    return st.one_of(plain, options.map(lambda many: OneOf(many, "pending")))


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

    @given(seen=strangers())
    def test_a_value_that_no_field_takes_stops_nobody(self, pack, seen):
        rows = [ward("K-1", C10={"box_present": seen}), ward("K-2")]

        one, two = run("x", [(pack, rows)]), run("x", [(pack, rows[::-1])])

        assert one == two == load_run(dump_run(one))
        assert one.fingerprint != run("x", [(pack, [rows[1]])]).fingerprint

    def test_strangers_of_other_types_are_other_values(self, pack):
        seen = [Declined(), None, 1.0, 2.0, 1j, b"1", (1,), object(), MISSING]
        prints = {
            run("x", [(pack, [ward("K-1", C10={"box_present": one})])]).fingerprint
            for one in seen
        }

        assert len(seen) == len(prints)

    def test_options_of_other_types_are_other_values(self, pack):
        prints = {
            run(
                "x",
                [(pack, [ward("K-1", C10={"box_present": OneOf((one,), "pending")})])],
            ).fingerprint
            for one in (True, "True", 1, "1", 1.0)
        }

        assert 5 == len(prints)

    def test_another_process_finds_the_same_fingerprint(self):
        prints = {printed_elsewhere(seed) for seed in ("0", "1", "2", "3")}

        assert 1 == len(prints)

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
