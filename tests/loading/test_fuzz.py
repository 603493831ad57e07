"""Whatever stands in the files, a catalogue loads or says what is wrong with it."""

import copy
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from danvan_eval.errors import FaultError, PackError
from danvan_eval.loading import load_catalogue
from danvan_eval.periods import Period

THANG = "catalogue/vb-1/thang.toml"
CRITERION = """
schema = 1
id = "chung/C02"
title.vi = "Nhiều phần"
[[cite]]
id = "duty"
instrument = "vb-1"
locus = "II.2"
supports = ["duty", "part.a.weight"]
[evidence.level]
type = "level"
label.vi = "Mức"
options = [{ id = "cao", label.vi = "Cao" }, { id = "thap", label.vi = "Thấp" }]
[evidence.held]
type = "members"
label.vi = "Đã có"
options = [{ id = "so", label.vi = "Sổ" }]
[evidence.sent]
type = "date"
label.vi = "Ngày gửi"
[evidence.off]
type = "dates"
label.vi = "Ngày nghỉ"
source = "hospital"
[evidence.part]
type = "count"
label.vi = "Tử số"
at_most = 100
[evidence.whole]
type = "count"
label.vi = "Mẫu số"
[[version]]
instrument = "vb-1"
subject = "unit"
from = 2024-01-01
to = "open"
cites = ["duty"]
applies = { any = ["lam-sang"], none = [] }
[[version.part]]
id = "a"
title.vi = "Mức"
weight = "1/4"
zeroes = true
[version.part.rule]
kind = "levels"
fact = "level"
levels = [{ id = "cao", share = 1 }, { id = "thap", share = 0.5 }]
[[version.part]]
id = "b"
title.vi = "Đủ"
weight = "1/4"
[version.part.rule]
kind = "k_of_n"
fact = "held"
members = ["so"]
steps = [{ missing = 0, share = 1 }, { missing = 1, share = 0 }]
[[version.part]]
id = "c"
title.vi = "Kịp"
weight = "1/4"
[version.part.rule]
kind = "timeliness"
fact = "sent"
due = 2024-12-10
inclusive = true
days = "working"
days_off = "off"
late = [{ within = 5, share = 0.5 }]
[[version.part]]
id = "d"
title.vi = "Tỷ lệ"
weight = "1/4"
[version.part.rule]
kind = "bands"
part = "part"
whole = "whole"
bands = [{ at_least = 1, share = 1 }, { at_least = 0, share = 0 }]
on_zero = "full"
[version.assumed]
"from" = "Giả định."
"to" = "Giả định."
"applies" = "Giả định."
"part" = "Giả định."
[[example]]
name = "đủ cả"
instrument = "vb-1"
subject = "unit"
traits = ["lam-sang"]
as_of = 2024-12-31
given = { level = "cao", held = ["so"], sent = 2024-12-10, off = [], part = 1, whole = 1 }
expect = { outcome = "scored", share = 1, missing = [] }
"""
SCHEME = """
[[group]]
id = "rieng"
label.vi = "Riêng"
max_points = 10
clamped = true
[[group.criterion]]
id = "chung/C02"
max_points = 12
steps = [{ at_least = 1, points = 12 }, { at_least = 0, points = 0 }]
[[bonus]]
id = "thuong"
label.vi = "Thưởng"
evidence = "chung/C02.part"
per = 1
at_most = 2
double = true
[clamp]
at_least = 0
at_most = 20
[[floor]]
id = "liet"
grade = "tot"
every = 0.5
[[floor]]
id = "liet-nhom"
grade = "tot"
group = "rieng"
share = 0.5
[[zero]]
id = "mat"
criterion = "chung/C02"
when = { criterion = "chung/C01", share_below = 0.5 }
reason.vi = "Có."
[[drop]]
id = "ha"
grades = 1
when = { group = "rieng", share_below = 0.1 }
reason.vi = "Có."
[[lowest]]
id = "chot"
when = { evidence = "chung/C01.incidents", below = 0 }
reason.vi = "Có."
[[not_eligible]]
id = "ngay"
when = { evidence = "subject.service_days", below = 180 }
reason.vi = "Có."
[[ranking.tie_break]]
group = "rieng"
[[quota]]
id = "ty-le"
grade = "tot"
ratio = "20%"
base = { grades = ["tot"] }
scope = "block"
rounding = "floor"
minimum = 0
beyond = "dat"
[[cite]]
id = "diem"
instrument = "vb-1"
locus = "III"
supports = ["bonus"]
"""
ASSUMED = """
"clamp" = "Giả định."
"floor" = "Giả định."
"zero" = "Giả định."
"drop" = "Giả định."
"lowest" = "Giả định."
"not_eligible" = "Giả định."
"quota" = "Giả định."
"""
DAY = dt.date(2024, 12, 31)
ODD = [
    *("", " ", "x", "a.b", "vb-1", "unit", "chung/C01", "0.5", "open", "{", "ế\u0301"),
    *(
        0,
        1,
        -1,
        7,
        10**40,
        Decimal("0.5"),
        Decimal(-2),
        Decimal("nan"),
        Decimal("1E+99"),
    ),
    *(True, False, DAY, dt.datetime(2024, 1, 1, 7, 30), dt.time(7, 30)),  # noqa: DTZ001
    *([], [1], ["a"], ["a", "a"], [[1], [2]], [{}], [{"id": "a"}], [{"id": "a"}, 1]),
    *({}, {"vi": 1}, {"id": "a"}, {"kind": ["x"]}, {"a": {"b": [1]}}),
]
KEYS = ["id", "vi", "kind", "rule", "part", "x", "a.b", "from", "assumed", "ế", ""]


def toml(value):
    """Write a value as inline TOML."""
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(letter):08X}" for letter in value) + '"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        pairs = [f"{toml(key)} = {toml(one)}" for key, one in value.items()]
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value).lower()


def nodes(value, path=()):
    """Yield the way to every value below."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inside:
        yield (*path, key)
        if isinstance(one, dict | list):
            yield from nodes(one, (*path, key))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def mutated(draw, files):
    """Change one value of one file, somewhere."""
    data = files[draw(st.sampled_from(sorted(files)))]
    if not data:
        return
    *way, key = draw(st.sampled_from(list(nodes(data))))
    parent = at(data, way)
    how = draw(
        st.sampled_from(["replace", "replace", "delete", "repeat", "rename", "move"])
    )
    if how == "replace":
        parent[key] = copy.deepcopy(draw(st.sampled_from(ODD)))
    elif how == "delete":
        del parent[key]
    elif how == "repeat" and isinstance(parent, list):
        parent.append(copy.deepcopy(parent[key]))
    elif how == "rename" and isinstance(parent, dict):
        parent[draw(st.sampled_from(KEYS))] = parent.pop(key)
    else:
        other = files[draw(st.sampled_from(sorted(files)))]
        ways = list(nodes(other))
        if ways:
            parent[key] = copy.deepcopy(at(other, draw(st.sampled_from(ways))))


@pytest.fixture(scope="session")
def good(good_texts):
    """Parse a good catalogue that uses all there is, and a regulation."""
    thang = good_texts[THANG]
    head, assumed = thang.split("[assumed]")
    texts = {
        **good_texts,
        "catalogue/chung/C02.toml": CRITERION,
        THANG: head.replace("max_points = 10\nexcluded", "max_points = 20\nexcluded")
        + SCHEME
        + "[assumed]"
        + assumed
        + ASSUMED,
    }
    return {
        name: tomli.loads(text, parse_float=Decimal) for name, text in texts.items()
    }


def load(folder, files, bare):
    for name, data in files.items():
        lines = [f"{toml(key)} = {toml(value)}" for key, value in data.items()]
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines), encoding="utf-8")
    catalogue, regulation = folder / "catalogue", folder / "quy-che.toml"
    return load_catalogue(catalogue, overlays=[regulation], registry=bare)


@pytest.fixture(scope="session")
def spoilt(good, bare, tmp_path_factory):
    """Load a catalogue after some changes; return it, or what is wrong with it."""
    folder: Path = tmp_path_factory.mktemp("fuzz")

    def load_spoilt(draw, times):
        files = copy.deepcopy(good)
        for _ in range(times):
            mutated(draw, files)
        try:
            return load(folder, files, bare)
        except PackError as error:
            return error

    return load_spoilt


@given(st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_spoilt_catalogue_loads_or_says_what_is_wrong(spoilt, data):
    loaded = spoilt(data.draw, data.draw(st.integers(1, 3)))

    if isinstance(loaded, PackError):
        texts = [one.text(words) for one in loaded.faults for words in ("vi", "en")]
        assert all(texts)
        assert all(one.place.file for one in loaded.faults)
    else:
        assert all(hashed(loaded, scheme) for scheme in loaded.schemes)


def hashed(catalogue, scheme):
    """Return the hash of a pack, or the code that says why there is none."""
    try:
        return catalogue.pack(scheme, Period.year(2024)).sha256
    except FaultError as error:
        return error.fault.code in ("DV-R003", "DV-R004")


def test_the_catalogue_that_is_spoilt_is_good(good, bare, tmp_path):
    catalogue = load(tmp_path, good, bare)

    assert sorted(catalogue.criteria) == ["chung/C01", "chung/C02"]
    assert catalogue.pack("vb-1/thang", Period.year(2024)).leaves


@given(st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_lines_of_a_file_that_are_lost_or_repeated_are_said(
    good_texts, bare, tmp_path_factory, data
):
    name = data.draw(st.sampled_from(sorted(good_texts)))
    folder = tmp_path_factory.mktemp("lines", numbered=True)
    for other, text in good_texts.items():
        lines = text.split("\n")
        if other == name:
            nth = data.draw(st.integers(0, len(lines) - 1))
            times = data.draw(st.sampled_from([0, 2]))
            lines[nth : nth + 1] = [lines[nth]] * times
        file = folder / other
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines), encoding="utf-8")

    faults = faults_of(folder, bare)

    assert all(fault.place.line >= 0 and fault.text("en") for fault in faults)


def faults_of(folder, bare):
    catalogue, regulation = folder / "catalogue", folder / "quy-che.toml"
    try:
        load_catalogue(catalogue, overlays=[regulation], registry=bare)
    except PackError as error:
        return error.faults
    return ()
